//! Periods and dates, as the data files write them: whole months in a row, and what is either such a span or a day.

mod month;

pub use month::{Month, day_position, parse_day};

use chrono::NaiveDate;
use month::digits;
use std::cmp::Ordering;

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

    /// Its middle on that axis.
    pub fn middle(self) -> f64 {
        let (start, end) = self.positions();
        (start + end) / 2.0
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

    /// Its middle on that axis.
    pub fn middle(self) -> f64 {
        match self {
            Self::Day(day) => day_position(day),
            Self::Span(span) => span.middle(),
        }
    }

    /// The order in time: by the start, then by the end.
    pub fn compare(self, other: Self) -> Ordering {
        match (self, other) {
            (Self::Day(a), Self::Day(b)) => a.cmp(&b),
            (a, b) => {
                let (a, b) = (a.positions(), b.positions());
                a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1))
            }
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn days_and_periods_have_an_order() {
        let in_order =
            ["2024", "2024-12", "2025-01/02", "2025-01/03", "2025-03", "2025-03-01", "2025-03-31", "2025-04"];
        let all: Vec<When> = in_order.iter().map(|text| When::parse(text).expect("a period or a day")).collect();
        for (a, first) in all.iter().enumerate() {
            for (b, second) in all.iter().enumerate() {
                assert_eq!(first.compare(*second), a.cmp(&b), "{} and {}", in_order[a], in_order[b]);
            }
        }
    }

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
    }
}
