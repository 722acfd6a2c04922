//! One mark in words. Tip, table, file and screen reader are readers of the same description.

use super::Words;
use super::rows::Rows;
use crate::article::Claim;
use crate::charts::caption::Listed;
use crate::charts::figure::EventMark;
use crate::charts::mark::{Amount, Detail, How, Mark, What};
use crate::charts::trade::Change;
use crate::charts::{Figure, Implied};
use crate::data::{ArticleFigure, Confidence, Dataset, PriceFact, Quote, RowId, Source, Span, Tonnes, TradeFact, Vat};
use crate::view::PriceUnit;

/// What is said of one figure.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Description {
    /// What and when: "Imports, March 2025".
    pub title: String,
    /// The figure with its unit.
    pub value: String,
    /// What else is known of the figure, a sentence or a phrase each.
    pub details: Vec<String>,
    /// Who published what it rests on, the mark's own rows first.
    pub sources: Vec<SourceLine>,
}

/// Who published a figure; without an address where the source is withheld.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceLine {
    /// The publisher, and mostly since when the figure was public.
    pub text: String,
    /// Where it was read, always `http` or `https`.
    pub url: Option<String>,
}

impl Words {
    /// Describes a mark of a chart that was made of `data` and `implied`.
    pub fn describe(&self, mark: &Mark, data: &Dataset, implied: Option<&Implied>) -> Description {
        let rows = Rows(data);
        // A change that was worked out names the totals that it rests on; these are proved where they are drawn.
        let has_proof = mark.how == How::Bounded
            || mark.how == How::Deduced && !matches!(mark.amount, Some(Amount::ChangeBetween(..)));
        let proof = implied.filter(|_| has_proof);
        let proof = proof.and_then(|implied| self.proof(mark, implied, rows)).unwrap_or_default();
        let mut sources = self.sources(&mark.rows, rows);
        let others = self.sources(&mark.detail_rows, rows);
        sources.extend(others.into_iter().filter(|line| !sources.contains(line)).collect::<Vec<_>>());
        let own = |detail: &Detail| self.detail(detail, mark, rows);
        let mut details: Vec<String> = proof.details;
        if let Some(Amount::ChangeBetween(..)) = mark.amount {
            details.push(self.trade.change_worked_out.to_owned());
        }
        if let Some(Amount::Change(change)) = mark.amount {
            details.push(self.change_sentence(change));
        }
        details.extend(mark.details.iter().map(own));
        details.extend(self.row_details(mark, rows));
        Description {
            title: self.mark_title(mark, rows),
            value: mark.amount.map_or_else(|| self.no_amount(mark), |amount| self.amount(amount)),
            details,
            sources: if proof.sources.is_empty() { sources } else { proof.sources },
        }
    }

    /// Describes every mark of a figure, in reading order.
    pub fn describe_marks(&self, figure: &Figure, data: &Dataset, implied: Option<&Implied>) -> Vec<Description> {
        figure.chart.marks().map(|mark| self.describe(mark, data, implied)).collect()
    }

    /// Describes events of a chart's time axis, in their order.
    pub fn describe_events(&self, events: &[EventMark], data: &Dataset) -> Vec<Description> {
        events.iter().map(|event| self.describe_event(event.row, data)).collect()
    }

    /// Describes something that happened.
    fn describe_event(&self, row: RowId, data: &Dataset) -> Description {
        let Some(event) = Rows(data).event(row) else { return Description::default() };
        let text = if event.source.url.is_some() {
            event.source.name.clone()
        } else {
            self.more().tips.withheld_short.to_owned()
        };
        Description {
            title: self.when(event.when),
            value: event.title.clone(),
            details: vec![self.event_kind(event.kind).to_owned()],
            sources: vec![SourceLine { text, url: event.source.url.clone() }],
        }
    }

    /// Describes everything of a figure that is listed and not drawn.
    pub fn describe_listed(&self, figure: &Figure, data: &Dataset, implied: Option<&Implied>) -> Vec<Description> {
        figure.listed.iter().filter_map(|listed| self.listed(listed, data, implied)).collect()
    }

    /// `None` where its row is not there.
    fn listed(&self, listed: &Listed, data: &Dataset, implied: Option<&Implied>) -> Option<Description> {
        let rows = Rows(data);
        match listed {
            Listed::Origin(row) => rows.origin(*row).map(|fact| self.describe_origin(fact)),
            Listed::Article(row) => rows.article(*row).map(|figure| self.describe_article(figure, rows)),
            Listed::Dispute(dispute) => self.describe_dispute(dispute, implied?, rows),
        }
    }

    /// What is said in place of an amount where nothing is published.
    pub(super) fn no_amount(&self, mark: &Mark) -> String {
        let no_record = mark.details.contains(&Detail::NoRecord);
        if no_record { self.more().tips.no_record } else { self.more().tips.no_figure }.to_owned()
    }

    /// An amount with its unit.
    pub fn amount(&self, amount: Amount) -> String {
        match amount {
            Amount::Tonnes(tonnes) => self.tonnes(tonnes),
            Amount::TonnesBetween(low, high) => self.tonnes_between(low, high),
            Amount::Usd(value) => self.dollars(value),
            Amount::UnitValue(value) => self.more().tips.per_kilogram(&self.unit_value(value)),
            Amount::Share(share) => self.percent(share, 1),
            Amount::Change(change) => self.change(change),
            Amount::ChangeBetween(low, high) => {
                let (low, high) = (self.computed_change(low), self.computed_change(high));
                if low == high { low } else { self.more().tips.change_between(&low, &high) }
            }
            Amount::Difference(tonnes) => self.unit_tonnes(&self.signed_number(tonnes.to_f64(), 0)),
            Amount::Index(value) => self.number(value, 1),
            Amount::Times(value) => self.labels.times(&self.number(value, 2)),
            Amount::Concentration { .. } => self.short_amount(amount),
            Amount::Price(quote, unit) => self.price(quote, unit),
            Amount::Article(printed) => self.as_printed(printed),
        }
    }

    /// A quote with its unit: "580,000–600,000 CNY per tonne".
    pub fn price(&self, quote: Quote, unit: PriceUnit) -> String {
        self.price_in(quote, self.price_unit(unit))
    }

    /// A quote where there is little room: "580,000–600,000 CNY/t".
    pub fn short_price(&self, quote: Quote, unit: PriceUnit) -> String {
        self.price_in(quote, self.price_unit_short(unit))
    }

    pub(super) fn price_in(&self, quote: Quote, unit: &str) -> String {
        match quote {
            Quote::Band { low, high, .. } if low < high => {
                [&self.price_number(low), "–", &self.price_number(high), " ", unit].concat()
            }
            quote => [&self.price_number(quote.high()), " ", unit].concat(),
        }
    }

    fn price_number(&self, price: f64) -> String {
        self.short_number(price, if price < 10_000.0 { 2 } else { 0 })
    }

    /// "+5.1 %", as precise as it was printed.
    pub fn change(&self, change: Change) -> String {
        match change {
            Change::Printed(change) => self.printed_change(change),
            Change::Computed(change) => self.computed_change(change),
        }
    }

    fn change_sentence(&self, change: Change) -> String {
        match change {
            Change::Printed(_) => self.more().tips.change_printed(&self.change(change)),
            Change::Computed(_) => self.more().tips.change_computed(&self.change(change)),
        }
    }

    fn detail(&self, detail: &Detail, mark: &Mark, rows: Rows) -> String {
        match detail {
            Detail::PerMonth(tonnes) => {
                let exact = matches!(mark.what, What::Flow(_));
                let tonnes = if exact { self.tonnes(*tonnes) } else { self.whole_tonnes(*tonnes) };
                self.more().tips.spread_over(&tonnes)
            }
            Detail::Sum => {
                let part = |row: &RowId| {
                    let fact = rows.trade(*row)?;
                    Some(self.dated_tonnes(fact.span, fact.tonnes?.value))
                };
                let parts: Vec<String> = mark.rows.iter().filter_map(part).collect();
                self.more().tips.sum_of(&parts.join(" + "))
            }
            Detail::Change(change) => self.change_sentence(*change),
            Detail::ChangesDisagree => self.more().tips.changes_disagree.to_owned(),
            Detail::TonnesAfter { now, before: Some(before) } => {
                self.more().tips.tonnes_after(&self.tonnes(*now), &self.tonnes(*before))
            }
            Detail::TonnesAfter { now: tonnes, before: None } | Detail::Tonnes(tonnes) => self.tonnes(*tonnes),
            Detail::TotalOf(span, low, high) if low == high => self.dated_tonnes(*span, *low),
            Detail::TotalOf(span, low, high) => [&*self.span(*span), " ", &self.tonnes_between(*low, *high)].concat(),
            Detail::ShareBefore { year, share } => {
                self.more().tips.share_before(&self.percent(*share, 1), &year.to_string())
            }
            Detail::WithoutVat { quote, unit, rate } => {
                self.without_vat(&self.price(*quote, *unit), &self.number(*rate, 0))
            }
            Detail::IndexBase { day, quote, unit } => {
                self.more().tips.index_base(&self.day(*day), &self.price(*quote, *unit))
            }
            Detail::ShareOfWorld(share) => self.more().tips.share_computed(&self.percent(*share, 1)),
            Detail::WorldLess { world, named } => {
                let named: Vec<String> = named.iter().map(|partner| self.partner(*partner)).collect();
                self.more().tips.others_computed(&self.tonnes(*world), &named.join(", "))
            }
            Detail::FromTo { from, before, now } => {
                let (from, to) = (from.to_string(), self.when(mark.when));
                self.more().origins.years_tonnes(&self.tonnes(*before), &from, &self.tonnes(*now), &to)
            }
            Detail::MadeUp { gain, loss } => {
                self.more().origins.gain_and_loss(&self.amount(*gain), &self.amount(*loss))
            }
            Detail::OtherFigure(tonnes) => self.more().origins.other_figure(&self.tonnes(*tonnes)),
            Detail::OriginNotPublished => self.more().tips.origin_not_published.to_owned(),
            Detail::NoRecord => self.more().tips.no_record_note.to_owned(),
            Detail::LongerPeriods(periods) => {
                let periods: Vec<String> = periods.iter().map(|(span, mass)| self.dated_tonnes(*span, *mass)).collect();
                self.more().tips.published_for_longer(&periods.join(", "))
            }
            Detail::Printed(printed) => self.more().claims.printed(&self.as_printed(*printed)),
            Detail::OfDemand(printed) => self.more().claims.of_demand(&self.as_printed(*printed)),
            Detail::Quote(quote, unit) => self.price(*quote, *unit),
            Detail::SharesOf(shares, together) => {
                let share =
                    |(origin, share): &(_, _)| [&*self.partner(*origin), " ", &self.percent(*share, 1)].concat();
                let list: Vec<String> = shares.iter().map(share).collect();
                self.more().origins.shares_of(&list.join(", "), &self.percent(*together, 1))
            }
            Detail::RestAsOne(index) => self.more().origins.rest_as_one(&self.number(*index, 0)),
            Detail::WhatIf(terms) => self.whatif_terms(*terms),
            Detail::VatTakenOff(rate) => self.more().tips.vat_taken_off(&self.number(*rate, 0)),
        }
    }

    /// "January–February 2025 1,000 t".
    fn dated_tonnes(&self, span: Span, tonnes: Tonnes) -> String {
        [&*self.span(span), " ", &self.tonnes(tonnes)].concat()
    }

    /// What the rows of a mark say besides its amount.
    fn row_details(&self, mark: &Mark, rows: Rows) -> Vec<String> {
        match mark.what {
            What::Flow(_) | What::YearToDate(_) if matches!(mark.amount, Some(Amount::Tonnes(_))) => {
                let facts: Vec<&TradeFact> = mark.rows.iter().filter_map(|row| rows.trade(*row)).collect();
                self.trade_details(&facts)
            }
            What::Origin(..) => {
                let fact = mark.rows.first().and_then(|row| rows.origin(*row));
                fact.map(|fact| self.origin_details(fact)).unwrap_or_default()
            }
            What::MonthOfQuotes(_) => vec![self.prices.quotes_of_month(&self.number(mark.rows.len() as f64, 0))],
            What::Shift { origin, .. } => self.shift_details(mark, origin.is_some(), rows),
            What::MadeUp { .. } | What::Others(_) => self.notes_of(mark, rows),
            // Their details say all of it.
            What::MovingAverage(_) | What::IndexOfFlow(..) => Vec::new(),
            What::Relative(..) | What::Concentration(_) | What::NamedOrigins(_) => Vec::new(),
            What::Quote(_) | What::Index(_) => {
                let fact = mark.rows.first().and_then(|row| rows.price(*row));
                fact.map(|fact| self.price_details(fact, mark)).unwrap_or_default()
            }
            What::Article(_) => {
                let figure = mark.rows.first().and_then(|row| rows.article(*row));
                figure.map(|figure| self.claim_details(figure, rows)).unwrap_or_default()
            }
            What::Forecast(_) => {
                let figure = mark.rows.first().and_then(|row| rows.article(*row));
                let said = |figure: &ArticleFigure| vec![figure.statement.clone(), self.verdict_on(figure, rows)];
                figure.map(said).unwrap_or_default()
            }
            What::Flow(_) | What::YearToDate(_) | What::Average(_) | What::WhatIf(_) => Vec::new(),
        }
    }

    fn trade_details(&self, facts: &[&TradeFact]) -> Vec<String> {
        let mut details = Vec::new();
        if let [only] = facts {
            details.extend(only.value.map(|value| self.dollars(value)));
            if only.sources > 1 {
                details.push(self.printed_by(only.sources as usize));
            }
        }
        if facts.iter().any(|fact| fact.conflict) {
            details.push(self.more().tips.sources_differ.to_owned());
        }
        details
    }

    fn price_details(&self, fact: &PriceFact, mark: &Mark) -> Vec<String> {
        let mid = match mark.amount {
            Some(Amount::Price(Quote::Band { mid, .. }, _)) => mid,
            _ => None,
        };
        let computed = match mark.amount {
            Some(Amount::Price(Quote::Band { low, high, mid: None }, _)) if low < high => Some((low + high) / 2.0),
            _ => None,
        };
        let mut details: Vec<String> =
            mid.map(|mid| self.more().tips.mid_printed(&self.price_number(mid))).into_iter().collect();
        details.extend(computed.map(|mid| self.prices.mid_computed(&self.price_number(mid))));
        details.push(self.market(fact.market).to_owned());
        // Where tax was taken off, that has been said.
        if !mark.details.iter().any(|detail| matches!(detail, Detail::VatTakenOff(_))) {
            details.push(self.vat_said(fact.vat, fact.includes_vat()).to_owned());
        }
        details
    }

    /// What a source says of tax, or what is assumed.
    pub(super) fn vat_said(&self, vat: Vat, includes_vat: bool) -> &'static str {
        match (vat, includes_vat) {
            (Vat::Included, _) => self.more().tips.vat_included,
            (Vat::Excluded, _) => self.more().tips.vat_excluded,
            (Vat::Unknown, true) => self.more().tips.vat_assumed,
            (Vat::Unknown, false) => self.more().tips.vat_unknown,
        }
    }

    fn describe_article(&self, figure: &ArticleFigure, rows: Rows) -> Description {
        Description {
            title: figure.statement.clone(),
            value: self.article_amount(figure),
            details: vec![self.verdict_on(figure, rows)],
            sources: vec![self.source_line(&figure.source)],
        }
    }

    /// What other sources say of a figure of the article, as the page of the article says it.
    pub(super) fn verdict_on(&self, figure: &ArticleFigure, rows: Rows) -> String {
        self.verdict(&Claim::of(figure, rows.0).verdict)
    }

    /// Who published rows, each once.
    pub(super) fn sources(&self, ids: &[RowId], rows: Rows) -> Vec<SourceLine> {
        /// Rows after so many are counted: a tip is no list.
        const MOST: usize = 12;
        let mut lines = Vec::new();
        for id in ids.iter().take(MOST) {
            let line = rows.source(*id).map(|source| self.source_line(source));
            lines.extend(line.filter(|line| !lines.contains(line)));
        }
        let more = ids.len().saturating_sub(MOST);
        lines.extend((more > 0).then(|| SourceLine { text: self.more_rows(more), url: None }));
        lines
    }

    /// A source as a line: who published it, and since when it is public.
    pub fn source_line(&self, source: &Source) -> SourceLine {
        let day = self.day(source.known_from);
        match &source.url {
            Some(url) => {
                let name = match source.confidence {
                    Confidence::Low => self.more().tips.doubtful(&source.name),
                    Confidence::Normal => source.name.clone(),
                };
                SourceLine { text: self.more().tips.public_since(&name, &day), url: Some(url.clone()) }
            }
            None => SourceLine { text: self.more().tips.withheld(&source.name, &day).trim().to_owned(), url: None },
        }
    }
}
