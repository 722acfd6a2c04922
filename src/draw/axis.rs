//! Axes: straight-line scales with tick values of our own.
//!
//! plotters computes ticks with logarithms, which may differ between host and browser; ours only multiply and divide.

/// Tenths of a CSS pixel: plotters counts in whole numbers, and this is fine enough for a crisp line.
pub const TENTHS: f64 = 10.0;

/// A straight-line map between values and CSS pixels that goes both ways.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    domain: (f64, f64),
    range_px: (f64, f64),
}

impl Scale {
    /// `domain` must have a width; where it has none it is widened by one, so that one value stands in the middle.
    pub fn new(domain: (f64, f64), range_px: (f64, f64)) -> Self {
        let domain = if domain.0 < domain.1 { domain } else { (domain.0 - 0.5, domain.0 + 0.5) };
        Self { domain, range_px }
    }

    pub fn to_px(self, value: f64) -> f64 {
        let share = (value - self.domain.0) / (self.domain.1 - self.domain.0);
        self.range_px.0 + share * (self.range_px.1 - self.range_px.0)
    }

    pub fn to_value(self, px: f64) -> f64 {
        let share = (px - self.range_px.0) / (self.range_px.1 - self.range_px.0);
        self.domain.0 + share * (self.domain.1 - self.domain.0)
    }
}

/// An axis: a domain and the values that get a line and a label.
#[derive(Clone, Debug)]
pub struct Axis {
    pub domain: (f64, f64),
    pub ticks: Vec<f64>,
}

impl Axis {
    /// Where there is nothing to measure, no value but zero is named.
    pub fn empty() -> Self {
        Self { domain: (0.0, 1.0), ticks: vec![0.0] }
    }

    /// An axis from `low` to `high` or a little further, with about `wanted` round steps.
    pub fn round(low: f64, high: f64, wanted: u32) -> Self {
        let (low, high) = if low < high { (low, high) } else { (low - 0.5, high + 0.5) };
        let step = round_step((high - low) / f64::from(wanted.max(1)));
        let (first, last) = ((low / step + 1e-9).floor() as i64, (high / step - 1e-9).ceil() as i64);
        let ticks: Vec<f64> = (first..=last).map(|count| count as f64 * step).collect();
        Self { domain: (first as f64 * step, last as f64 * step), ticks }
    }
}

/// The least of 1, 2, 2.5 and 5 times a power of ten that is not below `least`.
fn round_step(least: f64) -> f64 {
    let mut power = 1.0;
    while power * 10.0 <= least {
        power *= 10.0;
    }
    while power > least && power > 1e-6 {
        power /= 10.0;
    }
    [1.0, 2.0, 2.5, 5.0, 10.0]
        .into_iter()
        .map(|factor| factor * power)
        .find(|step| *step >= least)
        .unwrap_or(power * 10.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(low: f64, high: f64, wanted: u32, expected: &str) {
        let ticks: Vec<String> = Axis::round(low, high, wanted).ticks.iter().map(f64::to_string).collect();
        assert_eq!(ticks.join(" "), expected);
    }

    #[test]
    fn ticks_are_round_and_hold_the_figures() {
        check(0.0, 16381.0, 4, "0 5000 10000 15000 20000");
        check(0.0, 100.0, 5, "0 20 40 60 80 100");
        check(-45.7, 60.0, 4, "-50 0 50 100");
        check(0.0, 1.0, 4, "0 0.25 0.5 0.75 1");
        check(5.0, 5.0, 2, "4.5 5 5.5");
        check(0.0, 0.0, 2, "-0.5 0 0.5");
    }

    proptest::proptest! {
        #[test]
        fn a_scale_goes_there_and_back(low in -1e6..1e6_f64, width in 0.1..1e6_f64, value in -1e6..1e6_f64) {
            let scale = Scale::new((low, low + width), (40.0, 700.0));
            let back = scale.to_value(scale.to_px(value));
            proptest::prop_assert!((back - value).abs() <= 1e-6 * (1.0 + value.abs() + width));
        }

        #[test]
        fn ticks_never_run_away(low in -1e9..1e9_f64, width in 0.0..1e9_f64, wanted in 0_u32..9) {
            let axis = Axis::round(low, low + width, wanted);
            proptest::prop_assert!((2..40).contains(&axis.ticks.len()), "{:?}", axis);
        }
    }
}
