//! Panels on one time axis: where everything is.

use super::Size;
use super::axis::Axis;
use super::events::{self, EVENTS_PX};
use super::geometry::{Point, Rect};
use super::placed::{Across, Down, Element, Item, Layer, Placed, PlotArea};
use super::scale::Scale;
use super::style::{Colour, Paint, TextStyle};
use super::{gaps, labels, marks, time_axis};
use crate::charts::figure::{Guide, Panel, TimeChart};
use crate::charts::mark::Shape;
use crate::words::Words;

const PANEL_TITLE_PX: f64 = 20.0;
const UNIT_PX: f64 = 22.0;
const BETWEEN_PX: f64 = 14.0;

/// Lays out panels on one time axis.
pub fn layout(name: &str, chart: &TimeChart, size: Size, words: &Words) -> Placed {
    let Frame { plots, axes, height } = Frame::new(chart, size, words);
    let mut items: Vec<Item> = Vec::new();
    let mut grid: Vec<Element> = Vec::new();
    let mut labels: Vec<Element> = Vec::new();
    let time = plots.first().map(|plot| plot.x);
    let groups = time.map(|time| events::groups(&chart.events, time)).unwrap_or_default();
    let mut first_mark = 0;
    for (index, ((panel, plot), axis)) in chart.panels.iter().zip(&plots).zip(&axes).enumerate() {
        grid.extend(header(panel, plot, axis, words));
        grid.extend(value_axis_elements(panel, plot, axis, words));
        let (Rect { top, bottom, .. }, grid_line) = (plot.rect, Paint::line(Colour::Grid, 1.0));
        grid.extend(groups.iter().map(|&events::EventGroup { x, .. }| {
            Element::line(Point { x, y: top }, Point { x, y: bottom }, grid_line)
        }));
        grid.extend(time_axis::year_ticks(plot, chart.window));
        grid.extend(guides(panel, plot));
        let mut marks = marks::items(panel, plot, index, first_mark, words);
        labels.extend(gaps::paint(&mut marks, panel, plot, first_mark, words));
        items.extend(marks);
        if let Some(empty) = panel.empty {
            let align = (Across::Center, Down::Center);
            labels.push(Element::text(&words.empty(empty), plot.rect.center(), align, TextStyle::PLAIN));
        }
        labels.extend(labels::end_labels(panel, plot, words));
        first_mark += panel.marks.len();
    }
    if let Some(last) = plots.last() {
        labels.extend(time_axis::names(last, chart.window, words));
    }
    items.extend(groups.into_iter().map(events::item));
    let grid = grid.into_iter().map(|element| (Layer::Grid, element));
    let elements = grid.chain(labels.into_iter().map(|element| (Layer::Labels, element))).collect();
    Placed { name: name.to_owned(), width: size.width, height, plots, items, elements }
}

/// The plots and value axes of the panels, and the height of the chart.
struct Frame {
    plots: Vec<PlotArea>,
    axes: Vec<Axis>,
    height: u32,
}

impl Frame {
    fn new(chart: &TimeChart, size: Size, words: &Words) -> Self {
        let width = f64::from(size.width);
        let plot_height = plot_height(chart.panels.len(), size);
        let axes: Vec<Axis> = chart.panels.iter().map(|panel| value_axis(panel, plot_height)).collect();
        let style = TextStyle { bold: true, ..TextStyle::PLAIN };
        let ticks = chart
            .panels
            .iter()
            .zip(&axes)
            .flat_map(|(panel, axis)| axis.ticks.iter().map(|tick| style.width(&tick_text(panel, *tick, words))));
        let names =
            chart.panels.iter().flat_map(|panel| &panel.end_labels).map(|label| style.width(&words.name(label.name)));
        let left = ticks.fold(12.0, f64::max).ceil() + 8.0;
        let right = match names.fold(0.0, f64::max) {
            0.0 => width - 6.0,
            names_px => width - names_px.ceil() - 10.0,
        };
        let right = right.max(left + 40.0);
        let time = (chart.window.0.position(), chart.window.1.position() + 1.0);
        let mut y = if chart.events.is_empty() { 0.0 } else { EVENTS_PX };
        let mut plots = Vec::new();
        for (panel, axis) in chart.panels.iter().zip(&axes) {
            let top = y + UNIT_PX + if panel.title.is_some() { PANEL_TITLE_PX } else { 0.0 };
            let rect = Rect { left, top, right, bottom: top + plot_height };
            plots.push(PlotArea {
                rect,
                x: Scale::new(time, (left, right)),
                y: Scale::new(axis.domain, (rect.bottom, rect.top)),
            });
            y = rect.bottom + BETWEEN_PX;
        }
        let height = y - BETWEEN_PX + time_axis::height_px((right - left) / (time.1 - time.0));
        Self { plots, axes, height: height.round() as u32 }
    }
}

/// The height of each of a number of plots.
fn plot_height(panels: usize, size: Size) -> f64 {
    let width = f64::from(size.width);
    let height = match (panels, size.compact) {
        (0 | 1, false) => (width * 0.42).clamp(220.0, 400.0),
        (0 | 1, true) => 250.0,
        (2, false) => (width * 0.24).clamp(150.0, 240.0),
        (2, true) => 120.0,
        _ => 76.0,
    };
    height.round()
}

/// A value axis that holds every mark; from zero on, except where quotes lie far above it.
fn value_axis(panel: &Panel, height: f64) -> Axis {
    let drawn = || panel.marks.iter().filter(|mark| mark.look.shape != Shape::Gap);
    let high = drawn().map(|mark| mark.look.high.max(mark.look.low)).fold(f64::MIN, f64::max);
    let low = drawn().map(|mark| mark.look.low.min(mark.look.high)).fold(f64::MAX, f64::min);
    if low > high {
        return Axis::empty();
    }
    let quotes = drawn().all(|mark| matches!(mark.look.shape, Shape::Band | Shape::Dot | Shape::Outlook));
    let from_zero = !quotes || low < 0.6 * high;
    let (low, high) = if from_zero { (low.min(0.0), high.max(0.0)) } else { (low, high) };
    let wanted = ((height / 48.0) as u32).max(3);
    let axis = Axis::round(low / panel.unit.divisor(), high / panel.unit.divisor(), wanted);
    Axis {
        domain: (axis.domain.0 * panel.unit.divisor(), axis.domain.1 * panel.unit.divisor()),
        ticks: axis.ticks.iter().map(|tick| tick * panel.unit.divisor()).collect(),
    }
}

fn tick_text(panel: &Panel, tick: f64, words: &Words) -> String {
    let value = tick / panel.unit.divisor();
    let sign = if panel.unit.is_percent() && value > 0.0 && panel.marks.iter().any(|mark| mark.look.low < 0.0) {
        "+"
    } else {
        ""
    };
    format!("{sign}{}", words.short_number(value, 2))
}

/// The title and the unit above a plot.
fn header(panel: &Panel, plot: &PlotArea, axis: &Axis, words: &Words) -> Vec<Element> {
    let above = |px: f64| Point { x: 0.0, y: plot.rect.top - px };
    let align = (Across::Left, Down::Bottom);
    let unit = words.unit(panel.unit);
    let unit = if axis.domain.0 > 0.0 { [unit, ", ", words.axis_above_zero].concat() } else { unit.to_owned() };
    let style = TextStyle { colour: Colour::Text, size_px: 13.0, bold: true };
    let title = panel.title.map(|title| Element::text(words.panel_title(title), above(UNIT_PX + 4.0), align, style));
    [Element::text(&unit, above(10.0), align, TextStyle::AXIS)].into_iter().chain(title).collect()
}

/// Grid lines, values beside them, and the line of zero or the lowest value. plotters' chart builder and mesh would do the
/// same for 10 kB more of WebAssembly.
fn value_axis_elements(panel: &Panel, plot: &PlotArea, axis: &Axis, words: &Words) -> Vec<Element> {
    let Rect { left, right, .. } = plot.rect;
    let line = |value: f64, colour: Colour| {
        let y = plot.y.to_px(value);
        Element::line(Point { x: left, y }, Point { x: right, y }, Paint::line(colour, 1.0))
    };
    let text = |tick: &f64| {
        let at = Point { x: left - 6.0, y: plot.y.to_px(*tick) };
        Element::text(&tick_text(panel, *tick, words), at, (Across::Right, Down::Center), TextStyle::AXIS)
    };
    let lines = axis.ticks.iter().map(|tick| line(*tick, Colour::Grid));
    lines.chain(axis.ticks.iter().map(text)).chain([line(axis.domain.0.max(0.0), Colour::Axis)]).collect()
}

/// Thin lines between quotes.
fn guides(panel: &Panel, plot: &PlotArea) -> Vec<Element> {
    let point = |(x, y): &(f64, f64)| Point { x: plot.x.to_px(*x), y: plot.y.to_px(*y) };
    let line = |guide: &Guide| Element::Line {
        points: guide.points.iter().map(point).collect(),
        paint: Paint::line(Colour::Mark(guide.role), 0.6),
    };
    panel.guides.iter().map(line).collect()
}
