//! How a part or a multiple may be said without its decimals.

use crate::data::Percent;

/// A part of something, as a fraction where it is one to within a point.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Part {
    /// 10 % to within a point.
    Tenth,
    /// 16.7 % to within a point.
    Sixth,
    /// 20 % to within a point.
    Fifth,
    /// 25 % to within a point.
    Quarter,
    /// 33.3 % to within a point.
    Third,
    /// 50 % to within a point.
    Half,
    /// 66.7 % to within a point.
    TwoThirds,
    /// 75 % to within a point.
    ThreeQuarters,
    /// None of those.
    Percent(Percent),
}

impl Part {
    const FRACTIONS: [(f64, Self); 8] = [
        (10.0, Self::Tenth),
        (100.0 / 6.0, Self::Sixth),
        (20.0, Self::Fifth),
        (25.0, Self::Quarter),
        (100.0 / 3.0, Self::Third),
        (50.0, Self::Half),
        (200.0 / 3.0, Self::TwoThirds),
        (75.0, Self::ThreeQuarters),
    ];

    /// The fraction that lies within a point, else the per cent.
    pub(in crate::charts) fn of(percent: Percent) -> Self {
        let near = |(fraction, _): &&(f64, Self)| (percent.to_f64() - fraction).abs() <= 1.0;
        Self::FRACTIONS.iter().find(near).map_or(Self::Percent(percent), |(_, part)| *part)
    }
}

/// How many times as much.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Times {
    /// 1.95 to 2.05.
    Twice,
    /// 2.9 to 3.1.
    Three,
    /// Any other.
    Other(f64),
}

impl Times {
    /// `None` below one and a half, which is no multiple worth saying.
    pub(super) fn of(now: f64, before: f64) -> Option<Self> {
        let times = if before > 0.0 { now / before } else { return None };
        match times {
            1.95..=2.05 => Some(Self::Twice),
            2.9..=3.1 => Some(Self::Three),
            1.5.. => Some(Self::Other(times)),
            _ => None,
        }
    }
}

/// Whether two amounts differ by one per cent of the first at most, which may be rounding.
pub(super) fn about_equal(before: f64, now: f64) -> bool {
    100.0 * (now - before).abs() <= before
}

/// Whether `now` is more than `before` by over one per cent, which is beyond rounding.
pub(super) fn clearly_more(now: f64, before: f64) -> bool {
    now > before && !about_equal(before, now)
}
