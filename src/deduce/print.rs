//! Printed figures as whole numbers: intervals of grams, and factors with their rounding.
//!
//! Everything rounds outward (lows down, highs up), so that a bound is never tighter than the figures are.

use crate::data::{PrintedPercent, PrintedTonnes};

/// The most grams that one figure may say, a billion tonnes: sums of them over all months fit an `i64`.
const MOST: i64 = 1_000_000_000_000_000;

/// Which end of an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum End {
    /// The least that it allows.
    Low,
    /// The most that it allows.
    High,
}

/// What one published total allows, in grams.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Interval {
    /// Never negative.
    pub low: i64,
    /// `None` where it is more than [`MOST`], which bounds nothing.
    pub high: Option<i64>,
}

impl Interval {
    pub fn printed(mass: PrintedTonnes) -> Self {
        let (low, high) = (mass.low().grams(), mass.high().grams());
        Self { low: low.min(high).clamp(0, MOST), high: at_most(low.max(high)) }
    }

    /// The width of the print, or 0 where there is no upper end.
    pub fn width(self) -> i64 {
        self.high.map_or(0, |high| high - self.low)
    }

    pub fn widened(self, by: i64) -> Self {
        Self {
            low: self.low.saturating_sub(by).max(0),
            high: self.high.and_then(|high| at_most(high.saturating_add(by))),
        }
    }
}

/// What one printed change allows: the mass of a span is between `low / per` and `high / per` times that a year before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Factor {
    /// Never negative: a mass cannot fall by more than all of it.
    low: i64,
    /// Above zero.
    high: i64,
    /// Above zero, and at most 2 × 10¹⁷.
    per: i64,
    /// Grams that the later mass may lie outside, for a revised figure.
    slack: i64,
}

impl Factor {
    /// The two ends of a printed change: -42.2 % is -42.25 to -42.15 %, thus 0.5775 to 0.5785.
    ///
    /// `None` for a fall by more than everything, and for more digits than a number of the data files can have.
    pub fn printed(change: PrintedPercent) -> Option<Self> {
        let places = u32::try_from(change.places).ok().filter(|places| *places <= 15)?;
        let unit = 10_i64.pow(places);
        // At most 15 digits were printed: an `f64` holds them exactly, and rounding gives them back.
        let digits = (change.value.to_f64() * unit as f64).round();
        if digits.abs() > 1e15 {
            return None;
        }
        let per = 200 * unit;
        let high = per + 2 * digits as i64 + 1;
        (high > 0).then_some(Self { low: (high - 2).max(0), high, per, slack: 0 })
    }

    pub fn with_slack(self, grams: i64) -> Self {
        Self { slack: grams, ..self }
    }

    /// How many grams of the later mass the rounding leaves open, where the earlier mass is `grams`.
    pub fn width(self, grams: i64) -> i64 {
        at_most(scaled(self.high - self.low, grams, self.per, Round::Up)).unwrap_or(MOST)
    }

    /// The most that the later mass can be; `None` for no bound.
    pub fn later_high(self, earlier_high: i64) -> Option<i64> {
        at_most(scaled(self.high, earlier_high, self.per, Round::Up).saturating_add(self.slack))
    }

    /// The least that the later mass can be.
    pub fn later_low(self, earlier_low: i64) -> i64 {
        at_least(scaled(self.low, earlier_low, self.per, Round::Down).saturating_sub(self.slack))
    }

    /// The most that the earlier mass can be; `None` for no bound.
    pub fn earlier_high(self, later_high: i64) -> Option<i64> {
        let later = later_high.saturating_add(self.slack);
        if self.low == 0 { None } else { at_most(scaled(later, self.per, self.low, Round::Up)) }
    }

    /// The least that the earlier mass can be.
    pub fn earlier_low(self, later_low: i64) -> i64 {
        at_least(scaled(later_low.saturating_sub(self.slack).max(0), self.per, self.high, Round::Down))
    }

    /// Carries a bound from one of the two spans of the change to the other: `forward` from the earlier to the later.
    ///
    /// A low end is given and returned as its negative, as the matrix holds it. `None` for no bound.
    pub fn carry(self, forward: bool, end: End, base: i64) -> Option<i64> {
        match (end, forward) {
            (End::High, true) => self.later_high(base),
            (End::High, false) => self.earlier_high(base),
            (End::Low, true) => Some(-self.later_low(-base)),
            (End::Low, false) => Some(-self.earlier_low(-base)),
        }
    }

    /// How far two changes of the same span are apart, in thousandths of a percentage point rounded up; 0 where they meet.
    pub fn gap(self, other: Self) -> i64 {
        let apart = |below: Self, above: Self| {
            // Before any rounding: two that only touch agree.
            let touches =
                i128::from(below.high) * i128::from(above.per) >= i128::from(above.low) * i128::from(below.per);
            let high = scaled(below.high, 100_000, below.per, Round::Down);
            let low = scaled(above.low, 100_000, above.per, Round::Up);
            if touches { 0 } else { low.saturating_sub(high) }
        };
        apart(self, other).max(apart(other, self))
    }

    /// Widened until it covers `other` too.
    pub fn covering(self, other: Self) -> Self {
        Self {
            low: self.low.min(scaled(other.low, self.per, other.per, Round::Down)),
            high: self.high.max(scaled(other.high, self.per, other.per, Round::Up)),
            ..self
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Round {
    Down,
    Up,
}

/// `number × by ÷ per`, none of them negative and `per` above zero; the most that there is where it is more.
#[inline(never)]
fn scaled(number: i64, by: i64, per: i64, round: Round) -> i64 {
    let product = i128::from(number) * i128::from(by) + if round == Round::Up { i128::from(per) - 1 } else { 0 };
    i64::try_from(product / i128::from(per)).unwrap_or(i64::MAX)
}

/// A high end, or none where it is more than a figure may say.
fn at_most(grams: i64) -> Option<i64> {
    (grams <= MOST).then_some(grams)
}

/// A low end: never negative, and not more than a figure may say, which only makes it weaker.
fn at_least(grams: i64) -> i64 {
    grams.clamp(0, MOST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(change: &str, grams: i64, expected: &str) {
        let actual = match PrintedPercent::parse(change).and_then(Factor::printed) {
            None => "no change".to_owned(),
            Some(factor) => format!(
                "later {} to {}, earlier {} to {}",
                factor.later_low(grams),
                factor.later_high(grams).map_or("any".to_owned(), |grams| grams.to_string()),
                factor.earlier_low(grams),
                factor.earlier_high(grams).map_or("any".to_owned(), |grams| grams.to_string()),
            ),
        };
        assert_eq!(actual, expected, "{change} % with {grams} g");
    }

    #[test]
    fn a_change_bounds_both_ways_and_rounds_outward() {
        check("-42.2", 10_000, "later 5775 to 5785, earlier 17286 to 17317");
        check("0", 1_000, "later 995 to 1005, earlier 995 to 1006");
        check("60", 7, "later 11 to 12, earlier 4 to 5");
        check("5.14", 1, "later 1 to 2, earlier 0 to 1");
    }

    #[test]
    fn changes_at_the_edge() {
        check("-100", 1_000, "later 0 to 5, earlier 200000 to any");
        check("-100.6", 1_000, "no change");
        check("-150", 1_000, "no change");
        check("99999999999999", MOST, "later 1000000000000000 to any, earlier 999 to 1000");
        check("0.00000000000001", MOST, "later 1000000000000000 to any, earlier 999999999999999 to 1000000000000000");
    }

    #[test]
    fn changes_of_one_span_are_compared_as_factors() {
        let factor = |text| Factor::printed(PrintedPercent::parse(text).unwrap()).unwrap();
        assert_eq!(factor("-10").gap(factor("-31.6")), 21_050);
        assert_eq!(factor("-31.6").gap(factor("-10")), 21_050);
        assert_eq!(factor("5.1").gap(factor("5")), 0);
        assert_eq!(factor("5.1").gap(factor("5.2")), 0);
        assert_eq!(factor("5.1").gap(factor("5.21")), 55);
        assert_eq!(factor("5.1").covering(factor("5.21")).gap(factor("5.21")), 0);
    }
}
