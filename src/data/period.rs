//! Months, spans of months, and the days of quotes and events, as the data files write them.

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

    /// The month's last day.
    pub fn last_day(self) -> NaiveDate {
        let next = self.0 + 1;
        NaiveDate::from_ymd_opt(next.div_euclid(12), next.rem_euclid(12) as u32 + 1, 1)
            .and_then(|day| day.pred_opt())
            .unwrap_or(NaiveDate::MAX)
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year(), self.month())
    }
}

/// Whole months in a row, at least one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    start: Month,
    end: Month,
}

impl Span {
    /// From the first month to the last, both included; `None` where the last comes before the first.
    pub fn new(first: Month, last: Month) -> Option<Self> {
        (first <= last).then_some(Self { start: first, end: last })
    }

    /// Reads every form of the data files: `2025-03`, `2025-Q1`, `2025-H1`, `2025`, `2025-01/04`, `2017-05/2021-10`,
    /// `2021/2024`.
    pub fn parse(text: &str) -> Option<Self> {
        if let Some((from, to)) = text.split_once('/') {
            let first = Self::parse(from)?.start;
            let last = match (from.len(), to.len()) {
                (7, 2) => Month::new(first.year(), digits(to, 2)? as u32)?,
                (from, length) if from == length && !to.contains('/') => Self::parse(to)?.end,
                _ => return None,
            };
            return Self::new(first, last);
        }
        let Some((year, part)) = text.split_once('-') else { return Self::year(digits(text, 4)?) };
        if let Some(quarter) = part.strip_prefix('Q') {
            return Self::quarter(digits(year, 4)?, digits(quarter, 1)? as u32);
        }
        if let Some(half) = part.strip_prefix('H') {
            let half = digits(half, 1).filter(|half| (1..=2).contains(half))? as u32;
            let first = Month::new(digits(year, 4)?, half * 6 - 5)?;
            return Self::new(first, first.plus(5));
        }
        Month::parse(text).map(Self::month)
    }

    /// One month.
    pub fn month(month: Month) -> Self {
        Self { start: month, end: month }
    }

    /// A calendar year; `None` outside the years that a month can have.
    pub fn year(year: i32) -> Option<Self> {
        Self::new(Month::new(year, 1)?, Month::new(year, 12)?)
    }

    /// `quarter` is from 1 to 4.
    pub fn quarter(year: i32, quarter: u32) -> Option<Self> {
        let first = Month::new(year, quarter.checked_sub(1)?.checked_mul(3)? + 1)?;
        Self::new(first, first.plus(2))
    }

    /// The first month.
    pub fn first(self) -> Month {
        self.start
    }

    /// The last month, included.
    pub fn last(self) -> Month {
        self.end
    }

    /// How many months there are, at least 1.
    pub fn months(self) -> u32 {
        self.end.since(self.start) as u32 + 1
    }

    /// The same months a year earlier; `None` before the first month that there is.
    pub fn year_before(self) -> Option<Self> {
        let whole = self.start.since(Month::FIRST) >= 12;
        whole.then(|| Self { start: self.start.plus(-12), end: self.end.plus(-12) })
    }

    /// Whether the two have a month in common.
    pub fn overlaps(self, other: Self) -> bool {
        self.start <= other.end && other.start <= self.end
    }

    /// Whether every month of `other` is a month of this one.
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether it is a calendar year.
    pub fn is_year(self) -> bool {
        self.months() == 12 && self.start.month() == 1
    }

    /// The quarter's number from 1, where the span is a calendar quarter.
    pub fn as_quarter(self) -> Option<u32> {
        (self.months() == 3 && self.start.month() % 3 == 1).then(|| self.start.month() / 3 + 1)
    }

    /// Start and end on a time axis that counts months, the end being the instant after the last month.
    pub fn positions(self) -> (f64, f64) {
        (self.start.position(), self.end.position() + 1.0)
    }
}

/// What a date stands for: a day, or a whole month or year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum When {
    /// One day.
    Day(NaiveDate),
    /// A month, a year or other whole months.
    Span(Span),
}

impl When {
    /// Reads `2025-04-21`, or any form of [`Span`].
    pub fn parse(text: &str) -> Option<Self> {
        parse_day(text).map(Self::Day).or_else(|| Span::parse(text).map(Self::Span))
    }

    /// Start and end on a time axis that counts months. A day is a point: both are its noon.
    pub fn positions(self) -> (f64, f64) {
        match self {
            Self::Day(day) => {
                let noon = day_position(day);
                (noon, noon)
            }
            Self::Span(span) => span.positions(),
        }
    }

    /// The day, or the period's last day.
    pub fn last_day(self) -> NaiveDate {
        match self {
            Self::Day(day) => day,
            Self::Span(span) => span.last().last_day(),
        }
    }

    /// The period, where it is not a day.
    pub fn span(self) -> Option<Span> {
        match self {
            Self::Day(_) => None,
            Self::Span(span) => Some(span),
        }
    }

    /// The month of the day, or the period's first.
    pub fn first_month(self) -> Month {
        match self {
            Self::Day(day) => Month::of(day),
            Self::Span(span) => span.first(),
        }
    }

    /// The month of the day, or the period's last.
    pub fn last_month(self) -> Month {
        match self {
            Self::Day(day) => Month::of(day),
            Self::Span(span) => span.last(),
        }
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
fn digits(text: &str, count: usize) -> Option<i32> {
    let plain = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let actual = match Span::parse(text) {
            None => "no period".to_owned(),
            Some(span) => format!("{} to {}", span.first(), span.last()),
        };
        assert_eq!(actual, expected, "{text:?}");
    }

    #[test]
    fn every_form_of_a_period() {
        check("2025-03", "2025-03 to 2025-03");
        check("2025-Q1", "2025-01 to 2025-03");
        check("2025-Q4", "2025-10 to 2025-12");
        check("2025-H2", "2025-07 to 2025-12");
        check("2025", "2025-01 to 2025-12");
        check("2025-01/04", "2025-01 to 2025-04");
        check("2017-05/2021-10", "2017-05 to 2021-10");
        check("2021/2024", "2021-01 to 2024-12");
    }

    #[test]
    fn what_is_no_period() {
        for text in [
            "",
            "2025-13",
            "2025-00",
            "2025-Q0",
            "2025-Q5",
            "2025-H3",
            "25",
            "2025-1",
            "2025-04/01",
            "2024/2021",
            "2025-01/",
            "2025/04",
            "9999",
            "1/2/3",
            "2025-01/2025",
            "٢٠٢٥",
        ] {
            check(text, "no period");
        }
    }

    #[test]
    fn days_are_real() {
        assert!(When::parse("2024-02-29").is_some());
        assert!(When::parse("2025-02-29").is_none());
        assert_eq!(Month::new(2024, 2).unwrap().last_day().to_string(), "2024-02-29");
        assert_eq!(Month::new(2024, 12).unwrap().last_day().to_string(), "2024-12-31");
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "[0-9QH/-]{0,16}|\\PC{0,12}") {
            if let Some(span) = Span::parse(&text) {
                prop_assert!(span.months() >= 1 && span.contains(span));
            }
            When::parse(&text);
        }

        #[test]
        fn a_month_there_and_back(index in Month::FIRST.0..=Month::LAST.0) {
            let month = Month(index);
            prop_assert_eq!(Month::parse(&month.to_string()), Some(month));
            prop_assert_eq!(Month::at(month.position()), month);
            prop_assert_eq!(Month::of(month.last_day()), month);
        }
    }
}
