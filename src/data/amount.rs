//! The quantities that are made of printed numbers.

use super::decimal::Decimal;
use std::ops::{Add, Sub};

/// A mass in metric tonnes (1 t = 1000 kg), held in whole grams: never NaN, and sums are exact.
///
/// A published quantity is never negative; a difference may be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tonnes(i64);

impl Tonnes {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// A mass of so many grams.
    pub const fn from_grams(grams: i64) -> Self {
        Self(grams)
    }

    /// The mass in grams.
    pub const fn grams(self) -> i64 {
        self.0
    }

    /// The mass in tonnes.
    pub fn to_f64(self) -> f64 {
        self.0 as f64 / 1e6
    }

    /// This mass per month of a period of `months` months.
    pub fn per_month(self, months: u32) -> f64 {
        self.to_f64() / f64::from(months.max(1))
    }
}

impl Add for Tonnes {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sub for Tonnes {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl std::iter::Sum for Tonnes {
    fn sum<I: Iterator<Item = Self>>(masses: I) -> Self {
        masses.fold(Self::ZERO, Add::add)
    }
}

/// A published mass with what its print says about its precision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PrintedTonnes {
    /// As printed.
    pub value: Tonnes,
    /// Half of the last significant printed digit: the truth lies within `value` ± this.
    pub half_unit: Tonnes,
}

impl PrintedTonnes {
    /// Reads a published mass in tonnes; `None` where it is no number, negative, or finer than a gram.
    pub fn parse(text: &str) -> Option<Self> {
        Self::new(Decimal::parse(text)?)
    }

    /// The same for a number that was read already.
    pub fn new(decimal: Decimal) -> Option<Self> {
        let decimal = Some(decimal).filter(|decimal| !decimal.is_negative())?;
        let value = Tonnes(decimal.to_millionths()?);
        Some(Self { value, half_unit: Tonnes((decimal.half_unit() * 1e6) as i64) })
    }

    /// The least mass that would have been printed like this; never below zero.
    pub fn low(self) -> Tonnes {
        (self.value - self.half_unit).max(Tonnes::ZERO)
    }

    /// The greatest mass that would have been printed like this.
    pub fn high(self) -> Tonnes {
        self.value + self.half_unit
    }
}

/// A percentage (5.1 is 5.1 %). Never NaN or infinite.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Percent(f64);

impl Percent {
    /// 0 %.
    pub const ZERO: Self = Self(0.0);

    /// 5.1 is 5.1 %; `None` for what is no number.
    pub fn new(percent: f64) -> Option<Self> {
        percent.is_finite().then_some(Self(percent))
    }

    /// How much `now` is more than `before`, in per cent of `before`; `None` where there is nothing to compare with.
    pub fn change(now: f64, before: f64) -> Option<Self> {
        if before > 0.0 { Self::new(100.0 * (now / before - 1.0)) } else { None }
    }

    /// What part `part` is of `whole`; `None` where the whole is nothing.
    pub fn share(part: f64, whole: f64) -> Option<Self> {
        if whole > 0.0 { Self::new(100.0 * part / whole) } else { None }
    }

    /// 5.1 for 5.1 %.
    pub fn to_f64(self) -> f64 {
        self.0
    }
}

/// A percentage as printed, with the decimal places that were printed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PrintedPercent {
    /// The printed number, in per cent.
    pub value: Percent,
    /// Decimal places.
    pub places: usize,
    /// Half of the last printed digit, in percentage points.
    pub half_unit: f64,
}

impl PrintedPercent {
    /// Reads `-42.2`; `None` where it is no number.
    pub fn parse(text: &str) -> Option<Self> {
        let decimal = Decimal::parse(text)?;
        Some(Self {
            value: Percent::new(decimal.to_f64())?,
            places: decimal.places(),
            half_unit: 0.5 / 10_f64.powi(decimal.places() as i32),
        })
    }
}

/// US dollars, not negative, never NaN.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Usd(f64);

impl Usd {
    /// Reads `1441901598`; `None` where it is no number, or negative.
    pub fn parse(text: &str) -> Option<Self> {
        Decimal::parse(text).filter(|decimal| !decimal.is_negative()).map(|decimal| Self(decimal.to_f64()))
    }

    /// Returns `None` for a difference below zero, which no value of goods is.
    pub fn new(dollars: f64) -> Option<Self> {
        (dollars.is_finite() && dollars >= 0.0).then_some(Self(dollars))
    }

    /// The value in US dollars.
    pub fn to_f64(self) -> f64 {
        self.0
    }

    /// US dollars per tonne; `None` where there is no mass.
    pub fn per_tonne(self, mass: Tonnes) -> Option<f64> {
        (mass > Tonnes::ZERO).then(|| self.0 / mass.to_f64())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let actual = match PrintedTonnes::parse(text) {
            None => "no mass".to_owned(),
            Some(mass) => format!("{} to {}", mass.low().to_f64(), mass.high().to_f64()),
        };
        assert_eq!(actual, expected, "{text:?}");
    }

    #[test]
    fn a_mass_is_known_to_its_last_significant_digit() {
        check("5666.3", "5666.25 to 5666.35");
        check("7757", "7756.5 to 7757.5");
        check("26000", "25500 to 26500");
        check("4710", "4705 to 4715");
        check("40129.504", "40129.5035 to 40129.5045");
        check("0", "0 to 0.5");
        check("23742.0", "23741.95 to 23742.05");
    }

    #[test]
    fn what_is_no_mass() {
        for text in [
            "",
            "NaN",
            "inf",
            "-1",
            "1e5",
            "1,000",
            "5 666",
            "+5",
            ".5",
            "5.",
            "--1",
            "1.2345678",
            "9999999999999999",
            "٣",
        ] {
            check(text, "no mass");
        }
    }

    #[test]
    fn printed_percent_keeps_its_places() {
        let percent = PrintedPercent::parse("-42.2").unwrap();
        assert_eq!((percent.value.to_f64(), percent.places, percent.half_unit), (-42.2, 1, 0.05));
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "\\PC{0,24}") {
            if let Some(mass) = PrintedTonnes::parse(&text) {
                proptest::prop_assert!(mass.low() >= Tonnes::ZERO && mass.low() <= mass.value && mass.value < mass.high());
            }
        }

        #[test]
        fn whole_tonnes_survive(tonnes in 0_i64..1_000_000_000) {
            let mass = PrintedTonnes::parse(&tonnes.to_string()).unwrap();
            proptest::prop_assert_eq!(mass.value.grams(), tonnes * 1_000_000);
        }
    }
}
