//! Months and years below the plots of a time axis.

use super::geometry::Point;
use super::placed::{Across, Down, Element, PlotArea};
use super::style::{Colour, Paint, TextStyle};
use crate::data::Month;
use crate::words::Words;

const STYLE: TextStyle = TextStyle::AXIS;
const LINE_PX: f64 = 14.0;

/// The height of the names below the last plot.
pub fn height_px(month_px: f64) -> f64 {
    22.0 + if names_months(month_px) { LINE_PX } else { 0.0 }
}

/// Whether there is room for the name of every month.
fn names_months(month_px: f64) -> bool {
    month_px >= 22.0
}

/// Short lines between years, below a plot.
pub fn year_ticks(plot: &PlotArea, window: (Month, Month)) -> Vec<Element> {
    let januaries = (window.0.year() + 1..=window.1.year()).filter_map(|year| Month::new(year, 1));
    let tick = |january: Month| {
        let (x, y) = (plot.x.to_px(january.position()), plot.rect.bottom);
        Element::line(Point { x, y }, Point { x, y: y + 5.0 }, Paint::line(Colour::Axis, 1.0))
    };
    januaries.map(tick).collect()
}

/// Months where there is room for their names, else years.
pub fn names(plot: &PlotArea, window: (Month, Month), words: &Words) -> Vec<Element> {
    let month_px = plot.rect.width() / f64::from(window.1.since(window.0) + 1);
    if names_months(month_px) { months(plot, window, words) } else { years(plot, window, month_px * 12.0) }
}

/// Every month, and its year below each January and the first month.
fn months(plot: &PlotArea, window: (Month, Month), words: &Words) -> Vec<Element> {
    let name = |month: Month| {
        let at = Point { x: plot.x.to_px(month.position() + 0.5), y: plot.rect.bottom + 8.0 };
        let below = Point { y: at.y + LINE_PX, ..at };
        let year = (month == window.0 || month.month() == 1).then(|| centered(&month.year().to_string(), below));
        [centered(words.short_month(month), at)].into_iter().chain(year)
    };
    (0..=window.1.since(window.0)).flat_map(|step| name(window.0.plus(step))).collect()
}

/// Years under their twelve months: every one that has room, or one in several.
fn years(plot: &PlotArea, window: (Month, Month), year_px: f64) -> Vec<Element> {
    let every = if year_px >= 18.0 { 1 } else { (18.0 / year_px).ceil() as i32 };
    let short = year_px < 30.0 && every == 1;
    let name = |year: i32| {
        let (first, last) = (Month::new(year, 1)?.max(window.0), Month::new(year, 12)?.min(window.1));
        let (from, to) = (plot.x.to_px(first.position()), plot.x.to_px(last.position() + 1.0));
        let room = to - from + if every > 1 { 100.0 } else { 0.0 };
        let full = year.to_string();
        // The first year in full, where it has room, says which century is meant.
        let forms = [&*full, &full[2..]].into_iter().skip(usize::from(short && year != window.0.year()));
        let text = forms.into_iter().find(|text| STYLE.width(text) <= room)?;
        Some(centered(text, Point { x: (from + to) / 2.0, y: plot.rect.bottom + 8.0 }))
    };
    (window.0.year()..=window.1.year()).step_by(every.max(1) as usize).filter_map(name).collect()
}

fn centered(text: &str, at: Point) -> Element {
    Element::text(text, at, (Across::Center, Down::Top), STYLE)
}
