//! One mark in words. Tip, table, file and screen reader are readers of the same description.

use super::Words;
use super::rows::Rows;
use crate::charts::caption::Listed;
use crate::charts::figure::EventMark;
use crate::charts::mark::{Amount, Detail, How, Mark, What, WorldAmount};
use crate::charts::trade::Change;
use crate::charts::{Figure, Implied};
use crate::data::{
    ArticleFigure, Confidence, Dataset, Kind, OriginFact, PriceFact, Quote, RowId, Source, Span, Tonnes, TradeFact, Vat,
};
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
        let proof = implied.filter(|_| matches!(mark.how, How::Deduced | How::Bounded));
        let proof = proof.and_then(|implied| self.proof(mark, implied, rows)).unwrap_or_default();
        let mut sources = self.sources(&mark.rows, rows);
        sources.extend(self.sources(&mark.detail_rows, rows));
        let own = |detail: &Detail| self.detail(detail, mark, rows);
        let mut details: Vec<String> = proof.details;
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
        figure.chart.marks().into_iter().map(|mark| self.describe(mark, data, implied)).collect()
    }

    /// Describes events of a chart's time axis, in their order.
    pub fn describe_events(&self, events: &[EventMark], data: &Dataset) -> Vec<Description> {
        events.iter().map(|event| self.describe_event(event.row, data)).collect()
    }

    /// Describes something that happened.
    fn describe_event(&self, row: RowId, data: &Dataset) -> Description {
        let Some(event) = Rows(data).event(row) else { return Description::default() };
        let text = if event.source.url.is_some() { event.source.name.clone() } else { self.withheld_short.to_owned() };
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
            Listed::Article(row) => rows.article(*row).map(|figure| self.describe_article(figure)),
            Listed::Dispute(dispute) => self.describe_dispute(dispute, implied?, rows),
        }
    }

    fn mark_title(&self, mark: &Mark, rows: Rows) -> String {
        let when = self.when(mark.when);
        match mark.what {
            What::Flow(flow) => self.flow_in(self.flow(flow), &when),
            What::Origin(partner, basket) => self.origin_in(&self.partner(partner), self.basket(basket), &when),
            What::Others(basket) => self.origin_in(self.others, self.basket(basket), &when),
            What::Quote(product) => self.product_on(self.product(product), &when),
            What::Forecast(_) => {
                let forecast = mark.rows.first().and_then(|row| rows.article(*row)?.forecast);
                let days = forecast.map(|forecast| (self.day(forecast.from), self.day(forecast.to)));
                let (from, to) = days.unwrap_or_default();
                self.outlook_title(&from, &to)
            }
        }
    }

    /// What is said in place of an amount where nothing is published.
    fn no_amount(&self, mark: &Mark) -> String {
        let no_record = mark.details.contains(&Detail::NoRecord);
        if no_record { self.no_record } else { self.no_figure }.to_owned()
    }

    /// An amount with its unit.
    pub fn amount(&self, amount: Amount) -> String {
        match amount {
            Amount::Tonnes(tonnes) => self.tonnes(tonnes),
            Amount::TonnesBetween(low, high) => self.tonnes_between(low, high),
            Amount::Usd(value) => self.dollars(value),
            Amount::UnitValue(value) => self.per_tonne(&self.number(value, 0)),
            Amount::Share(share) => self.percent(share, 1),
            Amount::Change(change) => self.change(change),
            Amount::Price(quote, unit) => self.price(quote, unit),
        }
    }

    /// A quote with its unit: "580,000–600,000 CNY per tonne".
    pub fn price(&self, quote: Quote, unit: PriceUnit) -> String {
        let unit = self.price_unit(unit);
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
            Change::Printed(_) => self.change_printed(&self.change(change)),
            Change::Computed(_) => self.change_computed(&self.change(change)),
        }
    }

    fn detail(&self, detail: &Detail, mark: &Mark, rows: Rows) -> String {
        match detail {
            Detail::PerMonth(tonnes) => {
                let exact = matches!(mark.what, What::Flow(_));
                let tonnes = if exact { self.tonnes(*tonnes) } else { self.whole_tonnes(*tonnes) };
                self.spread_over(&tonnes)
            }
            Detail::Sum => {
                let part = |row: &RowId| {
                    let fact = rows.trade(*row)?;
                    Some(self.dated_tonnes(fact.span, fact.tonnes?.value))
                };
                let parts: Vec<String> = mark.rows.iter().filter_map(part).collect();
                self.sum_of(&parts.join(" + "))
            }
            Detail::Change(change) => self.change_sentence(*change),
            Detail::ChangesDisagree => self.changes_disagree.to_owned(),
            Detail::TonnesAfter { now, before: Some(before) } => {
                self.tonnes_after(&self.tonnes(*now), &self.tonnes(*before))
            }
            Detail::TonnesAfter { now: tonnes, before: None } | Detail::Tonnes(tonnes) => self.tonnes(*tonnes),
            Detail::ShareOfWorld(share) => self.share_computed(&self.percent(*share, 1)),
            Detail::WorldLess { world, named } => {
                let world = match world {
                    WorldAmount::Tonnes(tonnes) => self.tonnes(*tonnes),
                    WorldAmount::Usd(value) => self.dollars(*value),
                };
                let named: Vec<String> = named.iter().map(|partner| self.partner(*partner)).collect();
                self.others_computed(&world, &named.join(", "))
            }
            Detail::OriginNotPublished => self.origin_not_published.to_owned(),
            Detail::NoRecord => self.no_record_note.to_owned(),
            Detail::LongerPeriods(periods) => {
                let periods: Vec<String> = periods.iter().map(|(span, mass)| self.dated_tonnes(*span, *mass)).collect();
                self.published_for_longer(&periods.join(", "))
            }
            Detail::VatTakenOff(rate) => self.vat_taken_off(&self.number(*rate, 0)),
        }
    }

    /// "January–February 2025 1,000 t".
    fn dated_tonnes(&self, span: Span, tonnes: Tonnes) -> String {
        [&*self.span(span), " ", &self.tonnes(tonnes)].concat()
    }

    /// What the rows of a mark say besides its amount.
    fn row_details(&self, mark: &Mark, rows: Rows) -> Vec<String> {
        match mark.what {
            What::Flow(_) if matches!(mark.amount, Some(Amount::Tonnes(_))) => {
                let facts: Vec<&TradeFact> = mark.rows.iter().filter_map(|row| rows.trade(*row)).collect();
                self.trade_details(&facts)
            }
            What::Origin(..) => {
                let fact = mark.rows.first().and_then(|row| rows.origin(*row));
                fact.map(|fact| self.origin_details(fact)).unwrap_or_default()
            }
            What::Quote(_) => {
                let fact = mark.rows.first().and_then(|row| rows.price(*row));
                fact.map(|fact| self.price_details(fact, mark)).unwrap_or_default()
            }
            What::Forecast(_) => {
                let figure = mark.rows.first().and_then(|row| rows.article(*row));
                let said =
                    |figure: &ArticleFigure| vec![figure.statement.clone(), self.article_checked(&figure.checked)];
                figure.map(said).unwrap_or_default()
            }
            What::Flow(_) | What::Others(_) => Vec::new(),
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
            details.push(self.sources_differ.to_owned());
        }
        details
    }

    fn price_details(&self, fact: &PriceFact, mark: &Mark) -> Vec<String> {
        let mid = match mark.amount {
            Some(Amount::Price(Quote::Band { mid, .. }, _)) => mid,
            _ => None,
        };
        let mut details: Vec<String> = mid.map(|mid| self.mid_printed(&self.price_number(mid))).into_iter().collect();
        details.push(self.market(fact.market).to_owned());
        // Where tax was taken off, that has been said.
        if mark.how == How::Published {
            let vat = match (fact.vat, fact.includes_vat()) {
                (Vat::Included, _) => self.vat_included,
                (Vat::Excluded, _) => self.vat_excluded,
                (Vat::Unknown, true) => self.vat_assumed,
                (Vat::Unknown, false) => self.vat_unknown,
            };
            details.push(vat.to_owned());
        }
        details
    }

    /// Everything that a row of one partner says.
    fn describe_origin(&self, fact: &OriginFact) -> Description {
        let value = match (fact.tonnes, fact.value, fact.share) {
            (Some(tonnes), _, _) => self.tonnes(tonnes.value),
            (None, Some(value), _) => self.dollars(value),
            (None, None, Some(share)) => self.share_of_basket(&self.percent(share.value, share.places)),
            (None, None, None) => fact.change.map(|change| self.printed_change(change)).unwrap_or_default(),
        };
        Description {
            title: self.origin_in(&self.partner(fact.partner), self.basket(fact.basket), &self.span(fact.span)),
            value,
            details: self.origin_details(fact),
            sources: vec![self.source_line(&fact.source)],
        }
    }

    fn origin_details(&self, fact: &OriginFact) -> Vec<String> {
        let mut details = vec![match fact.kind {
            Kind::Published => self.kind_published.to_owned(),
            Kind::Derived => self.kind_derived(&fact.formula),
            Kind::Estimated => self.kind_estimated(&fact.formula),
        }];
        if let (Some(tonnes), Some(value)) = (fact.tonnes, fact.value) {
            details.push(self.value_cif(&self.dollars(value)));
            details.extend(value.per_tonne(tonnes.value).map(|value| self.per_tonne(&self.number(value, 0))));
        }
        if fact.tonnes.is_some() || fact.value.is_some() {
            let share = fact.share.map(|share| self.share_published(&self.percent(share.value, share.places)));
            details.extend(share);
        }
        details.extend(fact.change.map(|change| self.change_printed(&self.printed_change(change))));
        if !fact.hs.is_empty() {
            details.push(self.hs_code(&fact.hs.replace('+', " + ")));
        }
        if !fact.note.is_empty() {
            details.push(fact.note.clone());
        }
        details
    }

    fn describe_article(&self, figure: &ArticleFigure) -> Description {
        Description {
            title: figure.statement.clone(),
            value: self.article_figure(figure),
            details: vec![self.article_checked(&figure.checked)],
            sources: vec![self.source_line(&figure.source)],
        }
    }

    /// A figure of the article as printed, with its unit and sign.
    pub(super) fn article_figure(&self, figure: &ArticleFigure) -> String {
        let number = self.number(figure.value.to_f64(), figure.value.places());
        let number = if figure.value.to_f64() > 0.0 { ["+", &number].concat() } else { number };
        self.article_value(&number, &figure.unit)
    }

    fn sources(&self, ids: &[RowId], rows: Rows) -> Vec<SourceLine> {
        ids.iter().filter_map(|id| Some(self.source_line(rows.source(*id)?))).collect()
    }

    /// A source as a line: who published it, and since when it is public.
    pub fn source_line(&self, source: &Source) -> SourceLine {
        let day = self.day(source.known_from);
        match &source.url {
            Some(url) => {
                let name = match source.confidence {
                    Confidence::Low => self.doubtful(&source.name),
                    Confidence::Normal => source.name.clone(),
                };
                SourceLine { text: self.public_since(&name, &day), url: Some(url.clone()) }
            }
            None => SourceLine { text: self.withheld(&source.name, &day).trim().to_owned(), url: None },
        }
    }
}
