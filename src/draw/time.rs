//! Panels on one time axis: layout, axes, gaps, events and names. `marks.rs` draws the figures.

use super::Size;
use super::axis::{Axis, Scale};
use super::drawing::{Drawing, Hit, PlotArea, Target};
use super::marks;
use super::painter::{FONT, Ink, Painter, SMALL, text_width};
use super::palette::Palette;
use super::svg::Canvas;
use crate::charts::figure::{EventMark, Panel, TimeChart};
use crate::charts::mark::{Lane, Mark, Shape};
use crate::data::Month;
use crate::data::order::sort_by;
use crate::words::Words;
use plotters::style::text_anchor::{HPos, VPos};

const EVENTS_PX: f64 = 20.0;
const PANEL_TITLE_PX: f64 = 20.0;
const UNIT_PX: f64 = 22.0;
const AXIS_PX: f64 = 22.0;
const BETWEEN_PX: f64 = 14.0;
/// Below the months, where they are named.
const YEARS_PX: f64 = 14.0;

/// Whether there is room for the name of every month.
fn names_months(month_px: f64) -> bool {
    month_px >= 22.0
}

/// Draws panels on one time axis.
pub fn draw(name: &str, chart: &TimeChart, size: Size, palette: &Palette, words: &Words) -> Drawing {
    let layout = Layout::new(chart, size, words);
    let canvas = Canvas::new(size.width, layout.height);
    let painter = Painter::new(name, &canvas, palette);
    let event_groups = event_groups(&chart.events, Scale::new(layout.time, (layout.left, layout.right)));
    let mut plots = Vec::new();
    let mut hits = Vec::new();
    let mut first_mark = 0;
    for (number, (panel, top)) in chart.panels.iter().zip(&layout.tops).enumerate() {
        let rect = (layout.left, *top, layout.right, top + layout.plot_height);
        let values = value_axis(panel, layout.plot_height);
        panel_header(&painter, panel, rect, values.domain.0 > 0.0, words);
        let plot = PlotArea {
            rect,
            x: Scale::new(layout.time, (layout.left, layout.right)),
            y: Scale::new(values.domain, (rect.3, rect.1)),
        };
        let gaps = gaps(&painter, panel, &plot, words);
        axes(&painter, panel, &plot, &values, words);
        for group in &event_groups {
            painter.line(&[(group.x, rect.1), (group.x, rect.3)], palette.grid, 1.0);
        }
        year_lines(&painter, &plot, chart.window);
        hits.extend(marks::draw(&painter, panel, &plot, number, first_mark, words));
        gap_words(&painter, panel, &plot, gaps);
        if let Some(empty) = panel.empty {
            let middle = ((rect.0 + rect.2) / 2.0, (rect.1 + rect.3) / 2.0);
            painter.text(&words.empty(empty), middle, HPos::Center, VPos::Center, painter.muted());
        }
        end_labels(&painter, panel, &plot, words);
        first_mark += panel.marks.len();
        plots.push(plot);
    }
    if let Some(last) = plots.last() {
        time_labels(&painter, last, chart.window, words);
        hits.extend(event_groups.into_iter().map(|group| event_mark(&painter, group)));
    }
    sort_by(&mut hits, |a, b| {
        (a.plot, a.series)
            .cmp(&(b.plot, b.series))
            .then(a.anchor.0.total_cmp(&b.anchor.0))
            .then(b.anchor.1.total_cmp(&a.anchor.1))
    });
    drop(painter);
    Drawing { svg: canvas.finish(), width: size.width, height: layout.height, plots, hits }
}

/// Where everything stands, in CSS pixels.
struct Layout {
    left: f64,
    right: f64,
    height: u32,
    plot_height: f64,
    /// The top of each panel's plot.
    tops: Vec<f64>,
    /// Start and end of the time axis in months.
    time: (f64, f64),
}

impl Layout {
    fn new(chart: &TimeChart, size: Size, words: &Words) -> Self {
        let width = f64::from(size.width);
        let plot_height = match (chart.panels.len(), size.compact) {
            (0 | 1, false) => (width * 0.42).clamp(220.0, 400.0),
            (0 | 1, true) => 250.0,
            (2, false) => (width * 0.24).clamp(150.0, 240.0),
            (2, true) => 120.0,
            _ => 76.0,
        }
        .round();
        let label = Ink { color: plotters::style::BLACK, size: FONT, bold: true };
        let names = chart.panels.iter().flat_map(|panel| &panel.end_labels);
        let names = names.map(|label_text| text_width(&words.name(label_text.name), label)).fold(0.0, f64::max);
        let values = chart.panels.iter().flat_map(|panel| {
            let axis = value_axis(panel, plot_height);
            axis.ticks.into_iter().map(|tick| text_width(&tick_text(panel, tick, words), label)).collect::<Vec<_>>()
        });
        let left = values.fold(12.0, f64::max).ceil() + 8.0;
        let right = width - if names > 0.0 { names.ceil() + 10.0 } else { 6.0 };
        let mut top = if chart.events.is_empty() { 0.0 } else { EVENTS_PX };
        let mut tops = Vec::new();
        for panel in &chart.panels {
            top += UNIT_PX + if panel.title.is_none() { 0.0 } else { PANEL_TITLE_PX };
            tops.push(top);
            top += plot_height + BETWEEN_PX;
        }
        let time = (chart.window.0.position(), chart.window.1.position() + 1.0);
        let right = right.max(left + 40.0);
        let years_px = if names_months((right - left) / (time.1 - time.0)) { YEARS_PX } else { 0.0 };
        let height = top - BETWEEN_PX + AXIS_PX + years_px;
        Self { left, right, height: height.round() as u32, plot_height, tops, time }
    }
}

/// A value axis that holds every mark; from zero on, but where quotes lie far above it.
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

fn panel_header(painter: &Painter, panel: &Panel, rect: (f64, f64, f64, f64), above_zero: bool, words: &Words) {
    let ink = Ink { size: 11.0, ..painter.muted() };
    let unit = if above_zero {
        &[words.unit(panel.unit), ", ", words.axis_above_zero].concat()
    } else {
        words.unit(panel.unit)
    };
    painter.text(unit, (0.0, rect.1 - 10.0), HPos::Left, VPos::Bottom, ink);
    if let Some(panel_title) = panel.title {
        let title = Ink { color: painter.palette.text, size: 13.0, bold: true };
        painter.text(words.panel_title(panel_title), (0.0, rect.1 - UNIT_PX - 4.0), HPos::Left, VPos::Bottom, title);
    }
}

/// Grid lines and value labels. plotters' chart builder and mesh would do the same for 10 kB more of WebAssembly.
fn axes(painter: &Painter, panel: &Panel, plot: &PlotArea, values: &Axis, words: &Words) {
    let (left, _, right, _) = plot.rect;
    let ink = Ink { size: 11.0, ..painter.muted() };
    let line =
        |value: f64, color| painter.line(&[(left, plot.y.to_px(value)), (right, plot.y.to_px(value))], color, 1.0);
    values.ticks.iter().for_each(|tick| line(*tick, painter.palette.grid));
    for tick in &values.ticks {
        let at = (left - 6.0, plot.y.to_px(*tick));
        painter.text(&tick_text(panel, *tick, words), at, HPos::Right, VPos::Center, ink);
    }
    line(values.domain.0.max(0.0), painter.palette.axis);
}

/// Pale areas where nothing is published for half a year or more, or for so wide a part of the chart that words fit, each
/// with those that have room in it.
fn gaps<'a>(painter: &Painter, panel: &'a Panel, plot: &PlotArea, words: &Words) -> Vec<(&'a Mark, String)> {
    let (_, top, _, bottom) = plot.rect;
    let mut shown = Vec::new();
    for mark in panel.marks.iter().filter(|mark| mark.look.shape == Shape::Gap) {
        let (from, to) = (plot.x.to_px(mark.look.x.0), plot.x.to_px(mark.look.x.1));
        let fits = |text: &String| text_width(text, gap_ink(painter)) + 8.0 <= to - from;
        let forms = mark.look.label.map(|label| words.label_forms(label)).unwrap_or_default();
        let fitting = forms.into_iter().find(fits).unwrap_or_default();
        if mark.look.x.1 - mark.look.x.0 >= 6.0 || !fitting.is_empty() {
            painter.fill((from, top, to, bottom), painter.palette.gap);
            shown.push((mark, fitting));
        }
    }
    shown
}

fn gap_ink(painter: &Painter) -> Ink {
    Ink { size: 11.0, ..painter.muted() }
}

/// The words of gaps, each at the first place where nothing is drawn; where there is none, on the marks.
fn gap_words(painter: &Painter, panel: &Panel, plot: &PlotArea, gaps: Vec<(&Mark, String)>) {
    const LINE_PX: f64 = 14.0;
    let ink = gap_ink(painter);
    for (mark, label) in gaps.into_iter().filter(|(_, label)| !label.is_empty()) {
        let (from, to) = (plot.x.to_px(mark.look.x.0) + 4.0, plot.x.to_px(mark.look.x.1));
        let first = plot.rect.1
            + 4.0
            + f64::from(u8::from(mark.look.lane != Lane::Imports && mark.look.lane != Lane::Origin(0))) * LINE_PX;
        let width = text_width(&label, ink);
        let free = |(x, y): &(f64, f64)| {
            !panel.marks.iter().any(|other| {
                let (left, top, right, bottom) = marks::place(other, plot);
                let beside = right <= *x || *x + width <= left || bottom < y - 2.0 || y + LINE_PX < top;
                other.look.shape != Shape::Gap && !beside
            })
        };
        let rows = (0..4).map(|row| first + f64::from(row) * LINE_PX);
        let mut places = rows.flat_map(|y| {
            let along = (0..).map(|step| from + f64::from(step) * 8.0).take_while(|x| x + width <= to);
            along.map(move |x| (x, y))
        });
        let (x, y) = places.find(free).unwrap_or((from, first));
        // Lines of events end behind the words.
        painter.fill((x - 2.0, y, x + width + 2.0, y + 12.0), painter.palette.gap);
        painter.text(&label, (x, y), HPos::Left, VPos::Top, ink);
    }
}

/// Short lines between years, through all panels.
fn year_lines(painter: &Painter, plot: &PlotArea, window: (Month, Month)) {
    let (_, _, _, bottom) = plot.rect;
    for year in window.0.year() + 1..=window.1.year() {
        if let Some(january) = Month::new(year, 1) {
            let x = plot.x.to_px(january.position());
            painter.line(&[(x, bottom), (x, bottom + 5.0)], painter.palette.axis, 1.0);
        }
    }
}

/// Years under their twelve months; months too where there is room.
fn time_labels(painter: &Painter, plot: &PlotArea, window: (Month, Month), words: &Words) {
    let (left, _, right, bottom) = plot.rect;
    let ink = Ink { size: 11.0, ..painter.muted() };
    let months = f64::from(window.1.since(window.0) + 1);
    let month_px = (right - left) / months;
    let at = bottom + 8.0;
    if names_months(month_px) {
        for month in (0..=window.1.since(window.0)).map(|step| window.0.plus(step)) {
            let x = plot.x.to_px(month.position() + 0.5);
            painter.text(words.short_month(month), (x, at), HPos::Center, VPos::Top, ink);
            if month == window.0 || month.month() == 1 {
                painter.text(&month.year().to_string(), (x, at + YEARS_PX), HPos::Center, VPos::Top, ink);
            }
        }
        return;
    }
    let year_px = month_px * 12.0;
    let every = if year_px >= 18.0 { 1 } else { (18.0 / year_px).ceil() as i32 };
    let short = year_px < 30.0 && every == 1;
    for year in window.0.year()..=window.1.year() {
        let (Some(first), Some(last)) = (Month::new(year, 1), Month::new(year, 12)) else { continue };
        let (from, to) =
            (plot.x.to_px(first.max(window.0).position()), plot.x.to_px(last.min(window.1).position() + 1.0));
        let full = format!("{year}");
        let fits = |text: &&str| to - from >= text_width(text, ink) - if every > 1 { 100.0 } else { 0.0 };
        // The first year in full, where it has room, says which century is meant.
        let shorten = short && year != window.0.year();
        let text = [&*full, &full[2..]].into_iter().skip(usize::from(shorten)).find(fits);
        if let Some(text) = text.filter(|_| (year - window.0.year()) % every == 0) {
            painter.text(text, ((from + to) / 2.0, at), HPos::Center, VPos::Top, ink);
        }
    }
}

/// Names at the right edge, pushed apart where they would overlap.
fn end_labels(painter: &Painter, panel: &Panel, plot: &PlotArea, words: &Words) {
    const LINE_PX: f64 = 14.0;
    let (_, top, right, bottom) = plot.rect;
    let mut labels: Vec<(f64, &crate::charts::figure::EndLabel)> =
        panel.end_labels.iter().map(|label| (plot.y.to_px(label.y), label)).collect();
    sort_by(&mut labels, |a, b| a.0.total_cmp(&b.0));
    let mut lowest = top - LINE_PX;
    for (y, _) in &mut labels {
        *y = y.max(lowest + LINE_PX);
        lowest = *y;
    }
    let mut highest = bottom + LINE_PX;
    for (y, _) in labels.iter_mut().rev() {
        *y = y.min(highest - LINE_PX);
        highest = *y;
    }
    for (y, label) in labels {
        painter.text(&words.name(label.name), (right + 7.0, y), HPos::Left, VPos::Center, painter.named(label.role));
    }
}

/// Events that share a place above the plots.
struct EventGroup {
    x: f64,
    events: std::ops::Range<usize>,
}

/// Events whose marks would overlap become one mark.
fn event_groups(events: &[EventMark], time: Scale) -> Vec<EventGroup> {
    const APART_PX: f64 = 26.0;
    let mut groups: Vec<(f64, EventGroup)> = Vec::new();
    for (number, event) in events.iter().enumerate() {
        let x = time.to_px(event.x);
        match groups.last_mut() {
            Some((first, group)) if x - *first < APART_PX => {
                group.events.end = number + 1;
                group.x = (*first + x) / 2.0;
            }
            _ => groups.push((x, EventGroup { x, events: number..number + 1 })),
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

/// A dot for one event, a ring with their number for several.
fn event_mark(painter: &Painter, group: EventGroup) -> Hit {
    let (x, y, color) = (group.x, EVENTS_PX / 2.0, painter.palette.muted);
    if group.events.len() == 1 {
        painter.circle((x, y), 3.0, color, color);
    } else {
        painter.circle((x, y), 7.0, painter.palette.paper, color);
        let ink = Ink { color, size: SMALL, bold: true };
        painter.text(&group.events.len().to_string(), (x, y), HPos::Center, VPos::Center, ink);
    }
    Hit {
        target: Target::Events(group.events),
        plot: 0,
        series: None,
        rect: (x - 8.0, y - 8.0, x + 8.0, y + 8.0),
        anchor: (x, y + 7.0),
        background: false,
        area: true,
        column: false,
    }
}
