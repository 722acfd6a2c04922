//! Days and periods where there is little room.

use super::Words;
use crate::data::{Month, Span, When};
use chrono::{Datelike, NaiveDate};

impl Words {
    /// The heading of a year or a part of it: "2023", "Jan–Sep 2025".
    pub fn head_period(&self, span: Span) -> String {
        let year = span.first().year().to_string();
        if span.is_year() { year } else { [&*self.months_short(span), " ", &year].concat() }
    }

    /// The heading of a year or a part of it in every form, the longest first.
    pub fn head_forms(&self, span: Span) -> [String; 2] {
        let year = span.first().year().to_string();
        let short = year.get(2..).unwrap_or_default().to_owned();
        match span.is_year() {
            true => [year, short],
            false => [self.head_period(span), [&*self.months_short(span), " ", &short].concat()],
        }
    }

    /// The quarter that a month is in: "Q2".
    pub fn quarter_short(&self, month: Month) -> String {
        self.labels.quarter(&((month.month() - 1) / 3 + 1).to_string())
    }

    /// "Jun", "Jan–Feb", "Q2".
    pub fn months_short(&self, span: Span) -> String {
        if span.as_quarter().is_some() {
            return self.quarter_short(span.first());
        }
        let (first, last) = (self.short_month(span.first()), self.short_month(span.last()));
        if span.months() == 1 { first.to_owned() } else { [first, "–", last].concat() }
    }

    /// "5 Feb 2026".
    pub fn short_day(&self, day: NaiveDate) -> String {
        let month = Month::of(day);
        self.day_form(&day.day().to_string(), self.short_month(month), &day.year().to_string())
    }

    /// "5 Feb 2026", "Jan–Sep 2025".
    pub fn short_when(&self, when: When) -> String {
        match when {
            When::Day(day) => self.short_day(day),
            When::Span(span) => self.head_period(span),
        }
    }
}
