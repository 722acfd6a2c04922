//! The axis of a panel's values: where it starts and ends, its round steps, and their words beside the plot.

use super::axis::Axis;
use super::rows;
use super::style::TextStyle;
use crate::charts::Mark;
use crate::charts::figure::{Arrangement, Base, Chart, Panel, Unit, XAxis};
use crate::charts::mark::Shape;
use crate::view::By;
use crate::words::Words;

/// The value axis of every panel; one for all where they share a scale.
pub fn value_axes(chart: &Chart, heights: &[f64]) -> Vec<Axis> {
    let panels = || chart.panels.iter().take(heights.len());
    if chart.same_scale {
        let marks: Vec<&Mark> = panels().flat_map(|panel| &panel.marks).collect();
        return panels().zip(heights).map(|(panel, height)| value_axis(panel, &marks, *height)).collect();
    }
    let mut axes: Vec<Axis> = panels()
        .zip(heights)
        .map(|(panel, height)| value_axis(panel, &panel.marks.iter().collect::<Vec<_>>(), *height))
        .collect();
    if let ([above, below], [upper, lower]) = (&mut *axes, heights)
        && chart.arrangement == Arrangement::Stacked
        && panels()
            .all(|panel| matches!(panel.x, XAxis::Time { .. }) && panel.base == Base::Zero && !panel.heads.is_empty())
    {
        let unit_px = |axis: &Axis, height: f64| height / (axis.domain.1 - axis.domain.0).max(f64::MIN_POSITIVE);
        below.taller = Some(unit_px(below, *lower) / unit_px(above, *upper)).filter(|times| *times >= 1.05);
    }
    axes
}

/// A value axis that holds marks.
fn value_axis(panel: &Panel, marks: &[&Mark], height: f64) -> Axis {
    let drawn = || marks.iter().filter(|mark| mark.look.shape != Shape::Gap);
    let high = drawn().map(|mark| mark.look.high.max(mark.look.low)).fold(f64::MIN, f64::max);
    let low = drawn().map(|mark| mark.look.low.min(mark.look.high)).fold(f64::MAX, f64::min);
    if low > high || panel.base == Base::Zero && low == 0.0 && high == 0.0 {
        return Axis::empty();
    }
    let divisor = panel.unit.divisor();
    if panel.base == Base::Log {
        let wanted = ((height / 28.0).round() as u32).clamp(3, if height < 200.0 { 4 } else { 6 });
        return Axis::logarithmic(low, high, divisor, wanted);
    }
    let (low, high) = match panel.base {
        Base::Zero => (low.min(0.0), high.max(0.0)),
        Base::Whole => (low.min(0.0), high.max(rows::WHOLE)),
        Base::Fitted => {
            let (low, high) = at_least_a_tenth(low, high);
            // A mark on the lowest line would look like a column from it.
            (if low > 0.0 { (low - 0.02 * (high - low)).max(0.0) } else { low }, high)
        }
        Base::Log => (low, high),
        // Room for labels under 100, and for the highest mark.
        // A price or a mass is never below zero.
        Base::Hundred => {
            let bottom = (low.min(100.0) - 0.08 * (high - low)).max(low.min(0.0));
            (bottom, high.max(100.0) + 0.06 * (high - low))
        }
    };
    // Words stand above and below columns about zero, and above slots.
    let pad = match panel.x {
        XAxis::Slots { .. } => (0.0, 18.0 / height * (high - low)),
        XAxis::Rows(_) => (0.0, 0.0),
        // Few columns carry values.
        XAxis::Time { step: By::Year, .. } if panel.heads.is_empty() => (0.0, 14.0 / height * (high - low)),
        _ if panel.unit == Unit::Change => {
            (if low < 0.0 { 14.0 / height * (high - low) } else { 0.0 }, 14.0 / height * (high - low))
        }
        _ => (0.0, 0.0),
    };
    let (low, high) = (low - pad.0, high + pad.1);
    if matches!(panel.x, XAxis::Slots { .. } | XAxis::Rows(_)) {
        return Axis { domain: (low, if high > low { high } else { low + 1.0 }), ticks: Vec::new(), taller: None };
    }
    // No part is more than the whole: its column has room above the axis for its words.
    let whole = panel.unit == Unit::Share && high - pad.1 <= rows::WHOLE;
    let (ceiling, high) = (high, if whole { rows::WHOLE } else { high });
    let mut axis = best_axis(low / divisor, high / divisor, height);
    if !has_room(&axis, height) {
        axis.ticks = axis.ticks.first().into_iter().chain(axis.ticks.last()).copied().collect();
    }
    let top = axis.domain.1 * divisor;
    Axis {
        domain: (axis.domain.0 * divisor, if whole { top.max(ceiling) } else { top }),
        ticks: axis.ticks.iter().map(|tick| tick * divisor).collect(),
        taller: None,
    }
}

/// The same ends, or more room around a span that is less than a tenth of its values: the move of a few quotes is not to look
/// greater than it is.
fn at_least_a_tenth(low: f64, high: f64) -> (f64, f64) {
    let missing = (0.1 * high.abs() - (high - low)).max(0.0);
    (low - missing / 2.0, high + missing / 2.0)
}

/// The axis that wastes least of a plot, with no more lines than its height takes and not fewer than three; of several the
/// finest.
fn best_axis(low: f64, high: f64, height: f64) -> Axis {
    let most_lines = most_lines(height);
    let span = |axis: &Axis| axis.domain.1 - axis.domain.0;
    let axes = Axis::round_ones(low, high, most_lines);
    let with = |lines: std::ops::RangeInclusive<usize>| {
        let fitting = axes.iter().filter(move |axis| lines.contains(&axis.ticks.len()) && has_room(axis, height));
        // Of equal ones the first, which is the finest; sums of steps are not exact.
        fitting.reduce(|best, axis| if span(axis) < 0.999 * span(best) { axis } else { best })
    };
    let most = most_lines as usize;
    with(3..=most).or_else(|| with(2..=most)).cloned().unwrap_or_else(|| Axis::round(low, high, 1))
}

/// How many lines a plot of this height takes.
fn most_lines(height: f64) -> u32 {
    match height {
        ..200.0 => 5,
        ..220.0 => 7,
        _ => 8,
    }
}

/// Whether the values beside its lines stand apart.
fn has_room(axis: &Axis, height: f64) -> bool {
    height / axis.ticks.len().max(2).saturating_sub(1) as f64 >= 13.0
}

/// The room for the values beside a plot.
pub fn left_margin(panel: &Panel, axis: &Axis, short: bool, words: &Words) -> f64 {
    let texts = tick_texts(panel, axis, short, words).into_iter().map(|text| TextStyle::SMALL.width(&text));
    let widest = texts.fold(0.0, f64::max);
    if widest > 0.0 { widest.ceil() + 8.0 } else { 0.0 }
}

/// Round steps of an axis have no more decimals than this, so that no two of them are written alike.
pub const TICK_PLACES: usize = 12;

/// From this value on a short axis of amounts is written in thousands.
const IN_THOUSANDS: f64 = 8_000.0;

/// The values beside the lines of an axis, all but zero with the same decimals: "20,000", where they are to be short "20k".
pub fn tick_texts(panel: &Panel, axis: &Axis, short: bool, words: &Words) -> Vec<String> {
    let divisor = panel.unit.divisor();
    let highest = axis.ticks.iter().fold(0.0_f64, |highest, tick| highest.max(tick.abs() / divisor));
    let in_thousands = short && highest >= IN_THOUSANDS && panel.base == Base::Zero;
    let (divisor, unit) = if in_thousands { (divisor * 1_000.0, "k") } else { (divisor, "") };
    let signed = panel.unit.is_percent() && panel.marks.iter().any(|mark| mark.look.low < 0.0);
    let most = axis.ticks.iter().map(|tick| decimals(tick / divisor)).max().unwrap_or_default();
    let text = |tick: &f64| {
        let value = tick / divisor;
        let number = words.number(value, most);
        match value {
            0.0 => words.number(value, 0),
            _ if signed && value > 0.0 => ["+", &number, unit].concat(),
            _ => [&*number, unit].concat(),
        }
    };
    axis.ticks.iter().map(text).collect()
}

/// How many decimals a round step has.
fn decimals(value: f64) -> usize {
    let is_whole = |value: f64| (value - value.round()).abs() < 1e-9 + 1e-12 * value.abs();
    let powers = std::iter::successors(Some(1.0_f64), |power| Some(power * 10.0));
    powers.take(TICK_PLACES).position(|power| is_whole(value * power)).unwrap_or(TICK_PLACES)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::mark::{How, Look, Role, What};
    use crate::data::{Flow, When};
    use crate::words::EN;

    fn mark(look: Look) -> Mark {
        Mark {
            what: What::Flow(Flow::Import),
            when: When::Day(chrono::NaiveDate::MIN),
            amount: None,
            how: How::Published,
            rows: Vec::new(),
            details: Vec::new(),
            detail_rows: Vec::new(),
            look,
        }
    }

    #[track_caller]
    fn check(low: f64, high: f64, height: f64, expected: &str) {
        let ticks: Vec<String> = best_axis(low, high, height).ticks.iter().map(f64::to_string).collect();
        assert_eq!(ticks.join(" "), expected, "{low} to {high} on {height} px");
    }

    #[test]
    fn an_axis_wastes_little_and_has_few_lines() {
        check(0.0, 62.6, 204.0, "0 25 50 75");
        check(0.0, 62.6, 150.0, "0 25 50 75");
        check(0.0, 72.0, 104.0, "0 25 50 75");
        check(570.0, 960.0, 200.0, "500 600 700 800 900 1000");
        check(570.0, 960.0, 199.0, "500 750 1000");
        check(-35.0, 40.0, 258.0, "-40 -20 0 20 40");
        // Of equal ones the finest.
        check(0.0, 20_000.0, 168.0, "0 5000 10000 15000 20000");
        // So low that no three lines have room, or no two.
        check(0.0, 62.6, 20.0, "0 100");
        check(0.0, 62.6, 5.0, "0 100");
        // One value alone.
        check(5.0, 5.0, 150.0, "4.5 4.75 5 5.25 5.5");
        check(0.0, 0.0, 150.0, "0 0.25 0.5 0.75 1");
    }

    #[test]
    fn few_quotes_close_to_each_other_do_not_fill_a_plot() {
        let check = |low: f64, high: f64, expected: (f64, f64)| {
            let (from, to) = at_least_a_tenth(low, high);
            assert!((from - expected.0).abs() < 1e-9 && (to - expected.1).abs() < 1e-9, "{from} to {to}");
        };
        // A tenth of the highest, around the middle of both; as much or more stays.
        check(100.0, 105.0, (97.25, 107.75));
        check(90.0, 100.0, (90.0, 100.0));
        check(50.0, 100.0, (50.0, 100.0));
        check(400.0, 400.0, (380.0, 420.0));
        check(0.0, 0.0, (0.0, 0.0));
        check(-2.0, -1.0, (-2.0, -1.0));
    }

    #[test]
    fn no_mark_stands_on_the_foot_of_an_axis_that_does_not_start_at_zero() {
        let foot = |low: f64, high: f64| {
            let look = Look { low, ..Look::new(Shape::Band, Role::Dysprosium, 0, (0.0, 0.0), high) };
            let quote = mark(look);
            let panel = Panel::new(XAxis::MonthsOfYear, Unit::Index, Base::Fitted);
            value_axis(&panel, &[&quote], 130.0).domain.0
        };
        assert_eq!(foot(250.0, 1_000.0), 200.0);
        assert_eq!(foot(270.0, 1_000.0), 250.0);
        assert_eq!(foot(0.0, 1_000.0), 0.0);
    }

    proptest::proptest! {
        #[test]
        fn an_axis_holds_its_figures(low in -1e6..1e6_f64, span in 0.0..1e6_f64, height in 1.0..600.0_f64) {
            let axis = best_axis(low, low + span, height);
            let slack = 1e-9 * (1.0 + low.abs() + span);
            proptest::prop_assert!(axis.domain.0 <= low + slack && axis.domain.1 >= low + span - slack, "{axis:?}");
            proptest::prop_assert!((2..=most_lines(height) as usize).contains(&axis.ticks.len()), "{axis:?}");
        }
    }

    #[test]
    fn a_higher_plot_takes_more_lines() {
        let check = |height: f64, expected: u32| assert_eq!(most_lines(height), expected, "{height}");
        check(199.9, 5);
        check(200.0, 7);
        check(219.9, 7);
        check(220.0, 8);
    }

    #[test]
    fn ticks_have_like_decimals_and_thousands_where_they_are_short() {
        let check = |ticks: &[f64], base: Base, short: bool, expected: &str| {
            let panel = Panel::new(XAxis::MonthsOfYear, Unit::Tonnes, base);
            let axis = Axis { domain: (0.0, 1.0), ticks: ticks.to_vec(), taller: None };
            assert_eq!(tick_texts(&panel, &axis, short, &EN).join(" "), expected);
        };
        check(&[0.0, 2.5, 5.0], Base::Zero, false, "0 2.5 5.0");
        check(&[0.0, 0.1 + 0.2], Base::Zero, false, "0 0.3");
        check(&[100.0, 100.000_000_01], Base::Fitted, false, "100.00000000 100.00000001");
        check(&[0.0, 4_000.0, 8_000.0], Base::Zero, true, "0 4k 8k");
        check(&[0.0, 2_500.0, 7_500.0], Base::Zero, true, "0 2,500 7,500");
        check(&[0.0, 4_000.0, 8_000.0], Base::Zero, false, "0 4,000 8,000");
        check(&[7_000.0, 8_000.0], Base::Fitted, true, "7,000 8,000");
    }
}
