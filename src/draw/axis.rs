//! Value axes: round tick values of our own.
//!
//! plotters computes ticks with logarithms, which may differ between host and browser; ours only multiply and divide.

/// An axis: a domain and the values that get a line and a label.
#[derive(Clone, Debug)]
pub struct Axis {
    pub domain: (f64, f64),
    pub ticks: Vec<f64>,
    /// How many times taller than in the panel above a unit is drawn, where that is to be said.
    pub taller: Option<f64>,
}

impl Axis {
    /// The axis of a plot without marks: no value but zero is named.
    pub fn empty() -> Self {
        Self { domain: (0.0, 1.0), ticks: vec![0.0], taller: None }
    }

    /// An axis from `low` to `high` or a little further, with about `wanted` round steps.
    pub fn round(low: f64, high: f64, wanted: u32) -> Self {
        let (low, high) = if high - low > 1e-9 * high.abs().max(low.abs()) { (low, high) } else { around(low) };
        let step = round_step((high - low) / f64::from(wanted.max(1)));
        let (first, last) = ((low / step + 1e-9).floor() as i64, (high / step - 1e-9).ceil() as i64);
        let ticks: Vec<f64> = (first..=last).map(|count| count as f64 * step).collect();
        Self { domain: (first as f64 * step, last as f64 * step), ticks, taller: None }
    }
}

/// Values around one that stands alone: half of it to either side and at most 0.5, and nothing below zero for one that
/// is not.
fn around(value: f64) -> (f64, f64) {
    let half = (value.abs() / 2.0).min(0.5);
    if half > 0.0 { (value - half, value + half) } else { (0.0, 1.0) }
}

/// The least of 1, 2, 2.5 and 5 times a power of ten that is not below `least`.
fn round_step(least: f64) -> f64 {
    let mut power = 1.0;
    while power * 10.0 <= least {
        power *= 10.0;
    }
    while power > least && power > 1e-12 {
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
        check(0.3, 0.3, 2, "0 0.2 0.4 0.6000000000000001");
        check(0.0, 0.0, 2, "0 0.5 1");
        check(0.0, 0.00004, 4, "0 0.00001 0.00002 0.000030000000000000004 0.00004");
    }

    proptest::proptest! {
        #[test]
        fn ticks_never_run_away(low in -1e9..1e9_f64, width in 0.0..1e9_f64, wanted in 0_u32..9) {
            let axis = Axis::round(low, low + width, wanted);
            proptest::prop_assert!((2..40).contains(&axis.ticks.len()), "{:?}", axis);
        }
    }
}
