//! What became of the article's price range.

use super::quotes::Terms;
use crate::data::article::Forecast as Days;
use crate::data::prices::vat_rate;
use crate::data::{ArticleFigure, Market, Percent, Product, Quote, When};
use crate::view::{PriceUnit, VatChoice};
use chrono::NaiveDate;

/// A quote fits a forecast that lies in its range, or outside it by at most this part of the nearer end.
pub const FITS_WITHIN: f64 = 0.02;

/// What became of a forecast range, by mids of quotes from its first day to its last.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fate {
    /// There are no quotes after its first day.
    NoQuotes,
    /// No quote fitted; the first one was off.
    NeverFitted {
        /// The day of the first quote.
        day: NaiveDate,
        /// How far off it was.
        off: Off,
    },
    /// Every quote fitted, the last so many days after the first day.
    StillFits {
        /// The day of the last quote.
        day: NaiveDate,
        /// From the forecast's first day to it.
        days: i64,
    },
    /// Fitted for so many days, and then no more: the first quote that did not fit was off.
    Left {
        /// From the forecast's first day to the last quote that fitted.
        days: i64,
        /// The day of the first quote that did not.
        day: NaiveDate,
        /// How far off it was.
        off: Off,
    },
    /// Some quotes fitted, not in a row from the first.
    InAndOut {
        /// How many quotes fitted.
        fitted: usize,
        /// How many there are.
        of: usize,
    },
}

/// How far a price stood outside a range.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Off {
    /// Above its top, in per cent of that.
    Above(Percent),
    /// Below its foot, in per cent of that.
    Below(Percent),
}

/// A forecast range in the unit of its chart.
pub struct Forecast {
    /// The days that it is for, and the product that it fits.
    pub days: Days,
    /// The lower end of the range.
    pub low: f64,
    /// The upper end of the range.
    pub high: f64,
}

impl Forecast {
    /// The article's range, where it fits the product, the market and the unit.
    pub(crate) fn of(figure: &ArticleFigure, product: Product, terms: Terms) -> Option<Self> {
        let days = figure.forecast.filter(|forecast| forecast.product == product)?;
        let factor = match terms.unit {
            PriceUnit::CnyTonne => 1.0,
            PriceUnit::CnyKilogram => 1e-3,
            PriceUnit::Usd => return None,
        };
        if terms.market != Market::ChinaDomestic || figure.unit != "CNY/t" {
            return None;
        }
        let tax = if terms.vat == VatChoice::Excluded { 1.0 + vat_rate(When::Day(days.from))? / 100.0 } else { 1.0 };
        let price = |value: f64| value * factor / tax;
        Some(Self { days, low: price(figure.value.to_f64()), high: price(figure.value_high?.to_f64()) })
    }

    /// The range as a quote.
    pub fn band(&self) -> Quote {
        Quote::Band { low: self.low, high: self.high, mid: None }
    }

    /// `None` where a price fits.
    fn off(&self, price: f64) -> Option<Off> {
        if price > self.high * (1.0 + FITS_WITHIN) {
            Percent::change(price, self.high).map(Off::Above)
        } else if price < self.low * (1.0 - FITS_WITHIN) {
            Percent::new(100.0 * (1.0 - price / self.low)).map(Off::Below)
        } else {
            None
        }
    }

    /// What became of it by quotes in the order of their days.
    pub fn fate(&self, quotes: &[(NaiveDate, f64)]) -> Fate {
        let (from, to) = (self.days.from, self.days.to);
        let judged: Vec<(NaiveDate, Option<Off>)> = quotes
            .iter()
            .filter(|(day, _)| (from..=to).contains(day))
            .map(|(day, price)| (*day, self.off(*price)))
            .collect();
        let Some((last, _)) = judged.last().filter(|(day, _)| *day > from) else { return Fate::NoQuotes };
        let fitted = judged.iter().filter(|(_, off)| off.is_none()).count();
        let first_off = judged.iter().enumerate().find_map(|(at, (day, off))| Some((at, *day, (*off)?)));
        match first_off {
            None => Fate::StillFits { day: *last, days: (*last - from).num_days() },
            Some((0, day, off)) if fitted == 0 => Fate::NeverFitted { day, off },
            Some((at, day, off)) if at == fitted => {
                let until = judged.get(at.wrapping_sub(1)).map_or(from, |(day, _)| *day);
                Fate::Left { days: (until - from).num_days(), day, off }
            }
            Some(_) => Fate::InAndOut { fitted, of: judged.len() },
        }
    }
}
