//! What is known of each month, quarter and year.

use super::Deduction;
use crate::data::{Month, Span, Tonnes};

/// How well a span is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// Somebody printed a total of exactly this span, whether or not it agrees with the others.
    Published,
    /// The figures fix it: to the larger of 12 t and 1 % of its upper end, and to less than 60 % of it.
    Deduced,
    /// The figures leave less than 60 % of its upper end open.
    Bounded,
    /// A gap.
    Unknown,
}

/// What is known of one span.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The months that it is about.
    pub span: Span,
    /// Whether they are published, and else how closely the figures bound them.
    pub class: Class,
    /// The least and the most that it can have been; `None` where nothing bounds it from above.
    pub range: Option<(Tonnes, Tonnes)>,
}

impl Deduction {
    pub(crate) fn reading(&self, span: Span) -> Reading {
        let range = self.range(span);
        let published = self.facts.iter().any(|fact| fact.tonnes.is_some() && fact.span == span);
        let class = match range {
            _ if published => Class::Published,
            Some((low, high)) => class_of_range(low, high),
            None => Class::Unknown,
        };
        Reading { span, class, range }
    }

    /// How well a span is known, see [`Class`].
    pub fn class(&self, span: Span) -> Class {
        self.reading(span).class
    }

    /// Every month from the first to the last that a figure says something of (a change says it of two spans).
    pub fn months(&self) -> Vec<Reading> {
        self.tiles(1)
    }

    /// Every calendar quarter that overlaps those months.
    pub fn quarters(&self) -> Vec<Reading> {
        self.tiles(3)
    }

    /// Every calendar year that overlaps those months.
    pub fn years(&self) -> Vec<Reading> {
        self.tiles(12)
    }

    fn tiles(&self, months: i32) -> Vec<Reading> {
        let before = self.facts.iter().filter(|fact| fact.change.is_some()).filter_map(|fact| fact.span.year_before());
        let spans = || self.facts.iter().map(|fact| fact.span).chain(before.clone());
        let (Some(first), Some(last)) = (spans().map(Span::first).min(), spans().map(Span::last).max()) else {
            return Vec::new();
        };
        let start = first.since(Month::FIRST) / months * months;
        let tile = |from: i32| {
            let first = Month::FIRST.plus(from);
            Span::new(first, first.plus(months - 1)).map(|span| self.reading(span))
        };
        (start..=last.since(Month::FIRST)).step_by(months as usize).filter_map(tile).collect()
    }
}

/// How closely a range that nobody published fixes its span; never [`Class::Published`].
pub fn class_of_range(low: Tonnes, high: Tonnes) -> Class {
    let (width, high) = ((high - low).grams(), high.grams());
    // Without this, a month of a partner who sends 9 t a year would be "deduced" as 0 to 9 t.
    let narrow = width.saturating_mul(10) < high.saturating_mul(6) || width == 0;
    if narrow && width <= (high / 100).max(12_000_000) {
        Class::Deduced
    } else if narrow {
        Class::Bounded
    } else {
        Class::Unknown
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(low: i64, high: i64, expected: Class) {
        let tonnes = |tonnes: i64| Tonnes::from_grams(tonnes * 1_000_000);
        assert_eq!(class_of_range(tonnes(low), tonnes(high)), expected, "{low} to {high} t");
    }

    #[test]
    fn classes_at_their_limits() {
        check(988, 1_000, Class::Deduced);
        check(987, 1_000, Class::Bounded);
        check(1_980, 2_000, Class::Deduced);
        check(1_979, 2_000, Class::Bounded);
        check(401, 1_000, Class::Bounded);
        check(400, 1_000, Class::Unknown);
        check(0, 9, Class::Unknown);
        check(0, 0, Class::Deduced);
    }
}
