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
        let (low, high) = at_least_around(low, high);
        Self::of_step(low, high, round_step((high - low) / f64::from(wanted.max(1))))
    }

    /// Axes from `low` to `high` or a little further, the finest first, each with steps of another round size; the first
    /// has about `most` of them, the last one or two.
    pub fn round_ones(low: f64, high: f64, most: u32) -> Vec<Self> {
        let (low, high) = at_least_around(low, high);
        let finest = round_step((high - low) / f64::from(most.max(1)));
        // A little more, since no two sums of steps are exactly alike.
        let next = |step: &f64| Some(round_step(step * 1.01));
        let steps = std::iter::successors(Some(finest), next).take_while(|step| *step <= 2.5 * (high - low));
        steps.map(|step| Self::of_step(low, high, step)).collect()
    }

    fn of_step(low: f64, high: f64, step: f64) -> Self {
        let (first, last) = ((low / step + 1e-9).floor() as i64, (high / step - 1e-9).ceil() as i64);
        let ticks: Vec<f64> = (first..=last).map(|count| count as f64 * step).collect();
        Self { domain: (first as f64 * step, last as f64 * step), ticks, taller: None }
    }
}

/// The same ends, or some around a single value.
fn at_least_around(low: f64, high: f64) -> (f64, f64) {
    if high - low > 1e-9 * high.abs().max(low.abs()) { (low, high) } else { around(low) }
}

/// Values around one that stands alone: half of it to either side and at most 0.5, and nothing below zero for one that
/// is not.
fn around(value: f64) -> (f64, f64) {
    let half = (value.abs() / 2.0).min(0.5);
    if half > 0.0 { (value - half, value + half) } else { (0.0, 1.0) }
}

impl Axis {
    /// The axis of values above zero whose equal steps are equal ratios; values are printed divided by `divisor`.
    ///
    /// It names 1, 2 and 5 times powers of ten, or powers of ten alone where those are more than wanted; where it is too
    /// short for three of them, round steps as other axes have.
    pub fn logarithmic(low: f64, high: f64, divisor: f64, wanted: u32) -> Self {
        let (low, high) = (low / divisor / 1.04, high / divisor * 1.04);
        let inside = |tick: &f64| (low..=high).contains(tick);
        let of = |factors: &[f64]| -> Vec<f64> {
            let powers = std::iter::successors(Some(power_below(low)), |power| Some(power * 10.0));
            let powers = powers.take_while(|power| *power <= high).take(40);
            powers.flat_map(|power| factors.iter().map(move |factor| factor * power)).filter(inside).collect()
        };
        let most = wanted as usize + 2;
        let (powers, fine) = (of(&[1.0]), of(&[1.0, 2.0, 5.0]));
        let ticks = if (3..=most).contains(&fine.len()) {
            fine
        } else if powers.len() >= 3 {
            powers
        } else {
            Self::round(low, high, wanted).ticks.into_iter().filter(inside).collect()
        };
        let step = ticks.len().div_ceil(most).max(1);
        let ticks = ticks.into_iter().step_by(step);
        let scaled = ticks.map(|tick| tick * divisor).collect();
        Self { domain: (low * divisor, high * divisor), ticks: scaled, taller: None }
    }
}

/// The greatest power of ten that is not above a number above zero.
fn power_below(number: f64) -> f64 {
    let mut power = 1.0;
    while power * 10.0 <= number && power < 1e15 {
        power *= 10.0;
    }
    while power > number && power > 1e-15 {
        power /= 10.0;
    }
    power
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

    #[test]
    fn ticks_of_ratios_are_round_too() {
        let check = |low: f64, high: f64, divisor: f64, expected: &str| {
            let ticks: Vec<String> = Axis::logarithmic(low, high, divisor, 4)
                .ticks
                .iter()
                .map(|tick| (tick / divisor).to_string())
                .collect();
            assert_eq!(ticks.join(" "), expected, "{low} to {high}");
        };
        check(1.0, 1000.0, 1.0, "1 10 100 1000");
        check(60.0, 700.0, 1.0, "100 200 500");
        check(60.0, 700.0, 10.0, "10 20 50");
        check(0.04, 0.4, 1.0, "0.05 0.1 0.2");
        // Too short for three of these; one value.
        check(80.0, 200.0, 1.0, "100 150 200");
        check(400.0, 900.0, 1.0, "400 600 800");
        check(100.0, 100.0, 1.0, "98 100 102 104");
    }

    proptest::proptest! {
        #[test]
        fn ticks_of_ratios_never_run_away(low in 1e-6..1e9_f64, times in 1.0..1e6_f64, wanted in 3_u32..7) {
            let axis = Axis::logarithmic(low, low * times, 1.0, wanted);
            proptest::prop_assert!((1..40).contains(&axis.ticks.len()), "{axis:?}");
            proptest::prop_assert!(axis.ticks.iter().all(|tick| *tick > 0.0 && tick.is_finite()), "{axis:?}");
        }

        #[test]
        fn ticks_never_run_away(low in -1e9..1e9_f64, width in 0.0..1e9_f64, wanted in 0_u32..9) {
            let axis = Axis::round(low, low + width, wanted);
            proptest::prop_assert!((2..40).contains(&axis.ticks.len()), "{:?}", axis);
        }
    }
}
