//! One month, and the days in it.

use chrono::{Datelike, NaiveDate};
use std::fmt;

/// A calendar month from January 1900 to December 2199, counted from January of year 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(i32);

impl Month {
    /// January 1900.
    pub const FIRST: Self = Self(1900 * 12);
    /// December 2199.
    pub const LAST: Self = Self(2199 * 12 + 11);

    /// `month` counts from 1.
    pub fn new(year: i32, month: u32) -> Option<Self> {
        ((1900..2200).contains(&year) && (1..=12).contains(&month)).then(|| Self(year * 12 + month as i32 - 1))
    }

    /// Reads `2019-03`.
    pub fn parse(text: &str) -> Option<Self> {
        let (year, month) = text.split_once('-')?;
        Self::new(digits(year, 4)?, digits(month, 2)? as u32)
    }

    /// The calendar year.
    pub fn year(self) -> i32 {
        self.0.div_euclid(12)
    }

    /// 1 for January.
    pub fn month(self) -> u32 {
        self.0.rem_euclid(12) as u32 + 1
    }

    /// The month `months` later (earlier where negative), kept within [`Self::FIRST`] and [`Self::LAST`].
    pub fn plus(self, months: i32) -> Self {
        Self(self.0.saturating_add(months).clamp(Self::FIRST.0, Self::LAST.0))
    }

    /// How many months `self` lies after `earlier`.
    pub fn since(self, earlier: Self) -> i32 {
        self.0 - earlier.0
    }

    /// The position of the month's first instant on a time axis that counts months from January of year 0.
    pub fn position(self) -> f64 {
        f64::from(self.0)
    }

    /// The month that holds a position, the inverse of [`Self::position`].
    pub fn at(position: f64) -> Self {
        Self((position.floor() as i32).clamp(Self::FIRST.0, Self::LAST.0))
    }

    /// The month of a day.
    pub fn of(day: NaiveDate) -> Self {
        Self(day.year() * 12 + day.month0() as i32)
    }

    /// The month's first day.
    pub fn first_day(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.year(), self.month(), 1).unwrap_or(NaiveDate::MIN)
    }

    /// The month's last day.
    pub fn last_day(self) -> NaiveDate {
        Self(self.0 + 1).first_day().pred_opt().unwrap_or(NaiveDate::MAX)
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year(), self.month())
    }
}

/// The noon of a day on a time axis that counts months.
pub fn day_position(day: NaiveDate) -> f64 {
    let month = Month::of(day);
    month.position() + (f64::from(day.day()) - 0.5) / f64::from(month.last_day().day())
}

/// Reads `2025-04-21`, in the years that a [`Month`] can have.
pub fn parse_day(text: &str) -> Option<NaiveDate> {
    if text.len() != 10 || !text.is_ascii() {
        return None;
    }
    let month = Month::parse(&text[..7])?;
    let day = text[7..].strip_prefix('-')?;
    NaiveDate::from_ymd_opt(month.year(), month.month(), digits(day, 2)? as u32)
}

/// Reads exactly `count` ASCII digits: "+3" and "٣" are no month.
pub(super) fn digits(text: &str, count: usize) -> Option<i32> {
    let plain = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_month_there_and_back(index in Month::FIRST.0..=Month::LAST.0) {
            let month = Month(index);
            prop_assert_eq!(Month::parse(&month.to_string()), Some(month));
            prop_assert_eq!(Month::at(month.position()), month);
            prop_assert_eq!(Month::of(month.last_day()), month);
        }
    }
}
