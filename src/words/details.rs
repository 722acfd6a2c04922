//! What is known of a mark besides its amount, a sentence or a phrase each.

use super::Words;
use super::rows::Rows;
use crate::charts::mark::{Amount, Detail, Mark, What};
use crate::charts::trade::Change;
use crate::data::{ArticleFigure, PriceFact, Quote, RowId, Span, Tonnes, TradeFact, Vat};

impl Words {
    /// One thing that is known of a mark besides its amount.
    pub(super) fn detail(&self, detail: &Detail, mark: &Mark, rows: Rows) -> String {
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

    /// What the rows of a mark say besides its amount.
    pub(super) fn row_details(&self, mark: &Mark, rows: Rows) -> Vec<String> {
        match mark.what {
            What::Flow(_) | What::YearToDate(_) if matches!(mark.amount, Some(Amount::Tonnes(_))) => {
                let facts: Vec<&TradeFact> = mark.rows.iter().filter_map(|row| rows.trade(*row)).collect();
                self.trade_details(&facts)
            }
            What::Origin(..) => {
                let fact = mark.rows.first().and_then(|row| rows.origin(*row));
                fact.map(|fact| self.origin_details(fact)).unwrap_or_default()
            }
            What::MonthOfQuotes(_) => {
                vec![self.more().price_notes.quotes_of_month(&self.number(mark.rows.len() as f64, 0))]
            }
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
        let mut details = Vec::new();
        let taken_off = mark.details.iter().any(|detail| matches!(detail, Detail::VatTakenOff(_)));
        match mark.amount {
            // Nobody printed what is left without the tax.
            Some(Amount::Price(Quote::Band { mid: Some(mid), .. }, _)) if taken_off => {
                details.push(self.more().price_notes.mid_computed(&self.price_number(mid)));
            }
            Some(Amount::Price(Quote::Band { mid: Some(mid), .. }, _)) => {
                details.push(self.more().tips.mid_printed(&self.price_number(mid)));
            }
            Some(Amount::Price(Quote::Band { low, high, mid: None }, _)) if low < high => {
                details.push(self.more().price_notes.mid_computed(&self.price_number((low + high) / 2.0)));
            }
            _ => {}
        }
        details.push(self.market(fact.market).to_owned());
        // Where tax was taken off, that has been said.
        if !taken_off {
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

    pub(super) fn change_sentence(&self, change: Change) -> String {
        match change {
            Change::Printed(_) => self.more().tips.change_printed(&self.change(change)),
            Change::Computed(_) => self.more().tips.change_computed(&self.change(change)),
        }
    }

    /// "January–February 2025 1,000 t".
    fn dated_tonnes(&self, span: Span, tonnes: Tonnes) -> String {
        [&*self.span(span), " ", &self.tonnes(tonnes)].concat()
    }
}
