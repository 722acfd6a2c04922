//! The units of the what-if, each with the operations that make sense of it.
//!
//! All are whole numbers that are never negative: no result is NaN, no mass falls below nothing, and sums are exact.

use crate::data::{Percent, Tonnes};
use crate::view::scenario::{Input, InputUnit};
use std::iter::Sum;
use std::ops::{Add, Mul, Sub};

/// A mass a year, in whole grams.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct TonnesAYear(Tonnes);

impl TonnesAYear {
    /// A mass a year; nothing where it is negative.
    pub fn new(mass: Tonnes) -> Self {
        Self(mass.max(Tonnes::ZERO))
    }

    /// What a year adds up to.
    pub fn tonnes(self) -> Tonnes {
        self.0
    }
}

impl Add for TonnesAYear {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sum for TonnesAYear {
    fn sum<I: Iterator<Item = Self>>(masses: I) -> Self {
        masses.fold(Self::default(), Add::add)
    }
}

/// How much more one is than the other: less where that is negative.
impl Sub for TonnesAYear {
    type Output = Tonnes;
    fn sub(self, other: Self) -> Tonnes {
        self.0 - other.0
    }
}

/// A part or a multiple of a mass, to the nearest gram.
impl Mul<Ratio> for TonnesAYear {
    type Output = Self;
    fn mul(self, ratio: Ratio) -> Self {
        Self(Tonnes::from_grams(scaled(self.0.grams(), ratio.0, ONE)))
    }
}

/// A part of something, or a multiple of it, in millionths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ratio(i64);

const ONE: i64 = 1_000_000;

impl Ratio {
    /// What an input of per cent says: 1.5 % is 0.015, and a change of -20 % is 0.8.
    pub fn of(input: Input, units: i32) -> Self {
        let millionths = i64::from(units) * 10_i64.pow(4_u32.saturating_sub(u32::from(input.allowed().places)));
        let base = if input.unit() == InputUnit::Change { ONE } else { 0 };
        Self((base + millionths).max(0))
    }

    /// In per cent: 1.5 for 0.015.
    pub fn percent(self) -> Percent {
        Percent::new(self.0 as f64 / 1e4).unwrap_or(Percent::ZERO)
    }

    /// How much more than the whole it is, in per cent: -20 for 0.8.
    pub fn change(self) -> Percent {
        Percent::new((self.0 - ONE) as f64 / 1e4).unwrap_or(Percent::ZERO)
    }

    /// What it leaves of the whole; `None` where it leaves nothing.
    pub fn rest(self) -> Option<Self> {
        Some(Self(ONE - self.0)).filter(|rest| rest.0 > 0)
    }
}

/// A price in whole yuan a tonne.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CnyPerTonne(i64);

impl CnyPerTonne {
    /// So many yuan a tonne; nothing where that is negative.
    pub fn new(yuan: i32) -> Self {
        Self(i64::from(yuan).max(0))
    }

    /// Yuan a tonne.
    pub fn to_f64(self) -> f64 {
        self.0 as f64
    }

    /// The price at which a magnet costs what its substitute does; `None` where it costs more at any price above zero.
    ///
    /// At this price the magnet costs 1, of which `share` is for the material, and the substitute costs `cost`. At the price
    /// q times as high the magnet costs `1 - share + share * q`. Both are equal at `q = 1 - (1 - cost) / share`.
    pub fn break_even(self, share: Ratio, cost: Ratio) -> Option<Self> {
        let over = share.0 + cost.0 - ONE;
        (over > 0 && share.0 > 0).then(|| Self(scaled(self.0, over, share.0)))
    }
}

/// `value * numerator / denominator`, rounded half up; none of them is negative, and the last is above zero.
fn scaled(value: i64, numerator: i64, denominator: i64) -> i64 {
    let (value, numerator, denominator) = (i128::from(value), i128::from(numerator), i128::from(denominator));
    i64::try_from((2 * value * numerator + denominator) / (2 * denominator)).unwrap_or(i64::MAX)
}
