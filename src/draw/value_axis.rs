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
    let wanted = ((height / 28.0).round() as u32).clamp(3, if height < 200.0 { 4 } else { 6 });
    if panel.base == Base::Log {
        return Axis::logarithmic(low, high, divisor, wanted);
    }
    let (low, high) = match panel.base {
        Base::Zero => (low.min(0.0), high.max(0.0)),
        Base::Whole => (low.min(0.0), high.max(rows::WHOLE)),
        Base::Fitted | Base::Log => (low, high),
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
    // One step more where that wastes less of the plot and its values have room.
    let axes = [wanted, wanted + 1].map(|wanted| Axis::round(low / divisor, high / divisor, wanted));
    let [coarse, fine] = axes;
    let span = |axis: &Axis| axis.domain.1 - axis.domain.0;
    let has_room = |axis: &Axis| height / axis.ticks.len().max(2).saturating_sub(1) as f64 >= 13.0;
    let mut axis = if span(&fine) < 0.9 * span(&coarse) && has_room(&fine) { fine } else { coarse };
    if !has_room(&axis) {
        axis.ticks = axis.ticks.first().into_iter().chain(axis.ticks.last()).copied().collect();
    }
    let top = axis.domain.1 * divisor;
    Axis {
        domain: (axis.domain.0 * divisor, if whole { top.max(ceiling) } else { top }),
        ticks: axis.ticks.iter().map(|tick| tick * divisor).collect(),
        taller: None,
    }
}

/// The room for the values beside a plot.
pub fn left_margin(panel: &Panel, axis: &Axis, narrow: bool, words: &Words) -> f64 {
    let texts = axis.ticks.iter().map(|tick| TextStyle::SMALL.width(&tick_text(panel, *tick, narrow, words)));
    let widest = texts.fold(0.0, f64::max);
    if widest > 0.0 { widest.ceil() + 8.0 } else { 0.0 }
}

/// Round steps of an axis have no more decimals than this, so that no two of them are written alike.
pub const TICK_PLACES: usize = 12;

/// A value beside its line: "20,000", on a narrow drawing "20k".
pub fn tick_text(panel: &Panel, tick: f64, narrow: bool, words: &Words) -> String {
    let value = tick / panel.unit.divisor();
    let signed = panel.unit.is_percent() && panel.marks.iter().any(|mark| mark.look.low < 0.0);
    if narrow && value.abs() >= 10_000.0 {
        return [&*words.short_number(value / 1_000.0, TICK_PLACES), "k"].concat();
    }
    let number = words.short_number(value, TICK_PLACES);
    if signed && value > 0.0 { ["+", &number].concat() } else { number }
}
