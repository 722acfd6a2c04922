//! The figure of a mark as numbers in cells.

use super::Words;
use super::proof::outward;
use super::record::Number;
use crate::charts::claims::{ArticleAmount, ArticleUnit};
use crate::charts::mark::{Amount, Detail, Mark, What};
use crate::charts::trade::Change;
use crate::data::{Decimal, Percent, Quote};
use crate::view::PriceUnit;

/// The cells that hold numbers, with their unit.
#[derive(Default)]
pub(super) struct Cells {
    pub value: Option<Number>,
    pub low: Option<Number>,
    pub high: Option<Number>,
    pub unit: &'static str,
    pub change: Option<Number>,
}

impl Words {
    /// The figure of a mark, and its change on a year before.
    pub(super) fn cells(&self, mark: &Mark) -> Cells {
        let mut cells = self.amount_cells(mark.amount);
        if let What::Average(_) | What::MovingAverage(_) = mark.what {
            // A quotient has no last digit.
            cells.value = cells.value.map(|average| Number::exact(average.value, 1));
        }
        cells.change = mark.details.iter().find_map(|detail| match detail {
            Detail::Change(change) => Some(change_number(*change)),
            _ => None,
        });
        cells
    }

    fn amount_cells(&self, amount: Option<Amount>) -> Cells {
        let words = &self.more().records;
        let one = |value: Number, unit| Cells { value: Some(value), unit, ..Cells::default() };
        let two =
            |low: Number, high: Number, unit| Cells { low: Some(low), high: Some(high), unit, ..Cells::default() };
        let percent = |value: Percent| Number::computed(value.to_f64(), 1);
        match amount {
            None => Cells::default(),
            Some(Amount::Tonnes(tonnes) | Amount::Difference(tonnes)) => one(Number::tonnes(tonnes), words.unit_tonnes),
            Some(Amount::TonnesBetween(low, high)) => {
                let (low, high) = outward(low, high);
                two(Number::tonnes(low), Number::tonnes(high), words.unit_tonnes)
            }
            Some(Amount::Usd(value)) => one(Number::exact(value.to_f64(), 2), words.unit_dollars),
            Some(Amount::UnitValue(value)) => one(Number::computed(value, 1), self.price_unit_short(PriceUnit::Usd)),
            Some(Amount::Share(share)) => one(percent(share), words.unit_percent),
            Some(Amount::Change(change)) => one(change_number(change), words.unit_percent),
            Some(Amount::ChangeBetween(low, high)) if low == high => one(percent(low), words.unit_percent),
            Some(Amount::ChangeBetween(low, high)) => two(percent(low), percent(high), words.unit_percent),
            Some(Amount::Times(value)) => one(Number::computed(value, 2), words.unit_times),
            Some(Amount::Concentration { least, most }) if least == most => {
                one(Number::computed(least, 0), words.unit_concentration)
            }
            Some(Amount::Concentration { least, most }) => {
                two(Number::computed(least, 0), Number::computed(most, 0), words.unit_concentration)
            }
            Some(Amount::Index(value)) => one(Number::computed(value, 1), words.unit_index),
            Some(Amount::Price(quote, unit)) => {
                let number = |price: f64| Number::exact(price, if price < 10_000.0 { 2 } else { 0 });
                let ends = match quote {
                    Quote::Band { low, high, .. } => Some((number(low), number(high))),
                    Quote::Single(_) => None,
                };
                Cells {
                    value: quote.printed_mid().map(number),
                    low: ends.map(|(low, _)| low),
                    high: ends.map(|(_, high)| high),
                    unit: self.price_unit_short(unit),
                    change: None,
                }
            }
            Some(Amount::Article(printed)) => self.printed_cells(printed),
        }
    }

    fn printed_cells(&self, printed: ArticleAmount) -> Cells {
        let words = &self.more().records;
        let number = |value: Decimal| Number { value: value.to_f64(), places: value.places() };
        let unit = match printed.unit {
            ArticleUnit::Percent => words.unit_percent,
            ArticleUnit::Tonnes | ArticleUnit::TonnesAUnit => words.unit_tonnes,
            ArticleUnit::TonnesAYear => words.unit_tonnes_a_year,
            ArticleUnit::Ratio => words.unit_times,
            ArticleUnit::UsdPerKilogram => self.price_unit_short(PriceUnit::Usd),
        };
        match printed.high {
            Some(high) => {
                Cells { low: Some(number(printed.value)), high: Some(number(high)), unit, ..Cells::default() }
            }
            None => Cells { value: Some(number(printed.value)), unit, ..Cells::default() },
        }
    }
}

fn change_number(change: Change) -> Number {
    match change {
        Change::Printed(change) => Number { value: change.value.to_f64(), places: change.places },
        Change::Computed(change) => Number::computed(change.to_f64(), 1),
    }
}
