//! Amounts with their unit, and without it where their axis says it.

use super::Words;
use crate::charts::claims::{ArticleAmount, ArticleUnit};
use crate::charts::mark::Amount;
use crate::charts::trade::Change;
use crate::data::{Bound, Decimal, Quote};
use crate::deduce::{Class, class_of_range};
use crate::view::PriceUnit;

impl Words {
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

    /// An amount in the unit of its axis, without the unit.
    pub fn short_amount(&self, amount: Amount) -> String {
        match amount {
            Amount::Tonnes(tonnes) => self.whole(tonnes.to_f64()),
            Amount::TonnesBetween(low, high) => {
                let middle = (low.to_f64() + high.to_f64()) / 2.0;
                let to_unit =
                    |value: f64| self.whole(if middle < 1_000.0 { value } else { (value / 100.0).round() * 100.0 });
                // What is only known to a range has no value to say.
                match class_of_range(low, high) {
                    Class::Published | Class::Deduced => self.labels.about(&to_unit(middle)),
                    Class::Bounded | Class::Unknown => [&*to_unit(low.to_f64()), "–", &to_unit(high.to_f64())].concat(),
                }
            }
            Amount::Usd(value) => self.whole(value.to_f64() / 1e6),
            Amount::UnitValue(value) => self.unit_value(value),
            Amount::Share(share) => self.percent(share, 1),
            Amount::Change(change) => self.short_change(change),
            Amount::ChangeBetween(low, high) => {
                let places = usize::from(low.to_f64().abs().min(high.to_f64().abs()) < 10.0);
                let (low, high) = (self.signed_number(low.to_f64(), places), self.signed_number(high.to_f64(), places));
                if low == high { low } else { [&*low, " – ", &high].concat() }
            }
            Amount::Difference(tonnes) => self.signed_number(tonnes.to_f64(), 0),
            Amount::Price(quote, unit) => self.axis_quote(quote, unit),
            Amount::Index(value) => self.number(value, 0),
            Amount::Times(value) => self.number(value, 1),
            Amount::Concentration { least, most } if least < most => {
                [&*self.number(least, 0), "–", &self.number(most, 0)].concat()
            }
            Amount::Concentration { least, .. } => self.number(least, 0),
            Amount::Article(printed) => self.as_printed(printed),
        }
    }

    /// A figure of the article as printed: "under 15 %", "5–8 t", "15,323 t/yr".
    pub fn as_printed(&self, printed: ArticleAmount) -> String {
        let number = |value: Decimal| self.number(value.to_f64(), value.places());
        let high = printed.high.map(|high| ["–", &number(high)].concat()).unwrap_or_default();
        let amount = [number(printed.value), high].concat();
        let with_unit = match printed.unit {
            ArticleUnit::Percent => self.unit_percent(&amount),
            ArticleUnit::Tonnes | ArticleUnit::TonnesAUnit => self.unit_tonnes(&amount),
            ArticleUnit::TonnesAYear => self.labels.a_year(&self.unit_tonnes(&amount)),
            ArticleUnit::Ratio => self.labels.times(&amount),
            ArticleUnit::UsdPerKilogram => self.labels.usd_kilogram_of(&amount),
        };
        match printed.bound {
            Bound::At => with_unit,
            Bound::Below => self.labels.below(&with_unit),
            Bound::Above => self.labels.above(&with_unit),
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

    /// A quote with the words of a unit.
    pub(super) fn price_in(&self, quote: Quote, unit: &str) -> String {
        [&*self.price_alone(quote), " ", unit].concat()
    }

    /// A quote without its unit.
    pub(super) fn price_alone(&self, quote: Quote) -> String {
        match quote {
            Quote::Band { low, high, .. } if low < high => {
                [&*self.price_number(low), "–", &self.price_number(high)].concat()
            }
            quote => self.price_number(quote.high()),
        }
    }

    /// A price, with decimals where it is small.
    pub(super) fn price_number(&self, price: f64) -> String {
        self.short_number(price, if price < 10_000.0 { 2 } else { 0 })
    }

    /// A quote in the unit of its axis, thousands for CNY a tonne: "960", "1,390–1,410".
    pub(super) fn axis_quote(&self, quote: Quote, unit: PriceUnit) -> String {
        let factor = if unit == PriceUnit::CnyTonne { 1e-3 } else { 1.0 };
        let number = |price: f64| self.short_number(price * factor, if price * factor < 100.0 { 2 } else { 1 });
        match quote {
            Quote::Band { low, high, .. } if low < high => [&*number(low), "–", &number(high)].concat(),
            quote => number(quote.high()),
        }
    }

    /// "+5.1 %", as precise as it was printed.
    pub fn change(&self, change: Change) -> String {
        match change {
            Change::Printed(change) => self.printed_change(change),
            Change::Computed(change) => self.computed_change(change),
        }
    }

    /// The change in the heading of a year: "+6.0 %".
    pub fn head_change(&self, change: Change) -> String {
        self.unit_percent(&self.signed_number(change.value(), 1))
    }

    /// "+6.3", "−29": one decimal below ten, without the sign of per cent.
    fn short_change(&self, change: Change) -> String {
        let value = change.value();
        self.signed_number(value, usize::from(value.abs() < 9.95))
    }

    /// "+6 %".
    pub(super) fn computed_whole_change(&self, value: f64) -> String {
        self.unit_percent(&self.signed_number(value, 0))
    }
}
