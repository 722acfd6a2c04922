//! One panel in its frame: axes, marks and words, in the order in which they take their room.

use super::chart_layout::PanelLayout;
use super::geometry::{Point, Rect};
use super::heads::HeadForm;
use super::placed::{Across, Down, Element, Item, Layer, Placed, PlotArea, Target};
use super::space::{Block, Space};
use super::style::{Colour, Form, Paint, TextStyle};
use super::value_axis::tick_texts;
use super::{Size, brackets, events, gaps, header, heads, line_ends, marks, rows, tags, x_axis};
use crate::charts::Figure;
use crate::charts::figure::{Base, Guide, Panel, Stroke, Unit, XAxis};
use crate::charts::mark::TagAt;
use crate::words::Words;

/// A lower plot has no lines of days: their words would lie on its marks.
const LEAST_DAYS_PX: f64 = 60.0;

/// What a panel needs to know of the chart around it.
#[derive(Clone, Copy)]
pub struct Among<'a> {
    /// Its number among those shown.
    pub index: usize,
    /// The index of its first mark in the chart.
    pub first_mark: usize,
    pub size: Size,
    pub figure: &'a Figure,
    pub words: &'a Words,
}

/// Adds a panel to a drawing.
pub fn place(placed: &mut Placed, panel: &Panel, layout: &PanelLayout, among: Among) {
    let Among { index, first_mark, size, figure, words } = among;
    let plot = &layout.plot;
    let mut space = Space::new(Rect { top: layout.rect.top - 1.0, ..layout.rect });
    let mut grid: Vec<Element> = Vec::new();
    let mut labels: Vec<Element> = Vec::new();

    let said = header::Said::new(layout.shows_values, size, layout.heads);
    labels.extend(header::elements(panel, &layout.axis, layout.rect, said, words));
    let heads = heads::elements(panel, plot, layout.heads, layout.heads_top, layout.rect.right, words);
    grid.extend(heads.rules);
    labels.extend(heads.texts);
    let (lines, values) = value_axis(panel, layout, words);
    grid.extend(lines);
    labels.extend(values);
    if layout.shows_names {
        labels.extend(x_axis::elements(panel, plot, words));
    }
    if let Some(empty) = panel.empty {
        let block = Block::wrapped(&words.empty(empty), TextStyle::PLAIN, plot.rect.width() - 8.0, Across::Center);
        let center = plot.rect.center();
        labels.extend(block.elements(Point { x: center.x, y: center.y - block.height() / 2.0 }));
    }
    space.add_texts(&labels);

    let mut items;
    if matches!(panel.x, XAxis::Rows(_)) {
        grid.extend(rows::tracks(panel, plot));
        labels.extend(rows::elements(panel, plot, layout.shows_values.then_some(layout.rect.left), words));
        space.add_texts(&labels);
        items = rows::items(panel, plot, index, first_mark, &mut space, words);
    } else {
        items = marks::items(panel, plot, index, first_mark);
        gaps::dots(&mut items, panel, plot, first_mark);
        items.iter().filter_map(marks::room).for_each(|rect| space.add_mark(rect));
        grid.extend(guides(panel, plot));
        guide_rooms(panel, plot).into_iter().for_each(|rect| space.add_mark(rect));
        grid.extend(group_rules(panel, plot));
        grid.extend(panel.connectors.iter().map(|connector| {
            let y = plot.y.to_px(connector.y);
            // From the edge of a column to that of the next.
            let half = 0.5 - marks::SLOT_SPACE;
            let (from, to) = (plot.x.to_px(connector.x.0 + half), plot.x.to_px(connector.x.1 - half));
            Element::line(Point { x: from, y }, Point { x: to, y }, Paint::line(Colour::Faint, 1.0))
        }));
        let mut events = events_with_words(layout, among);
        let words_of = loop {
            let words_of = worded(panel, layout, &items, among, &events, space.clone());
            if words_of.events.len() == events.len() {
                break words_of;
            }
            // The line of an event without words is not drawn, and no words need to keep off it.
            events.retain(|(event, ..)| words_of.events.contains(event));
        };
        grid.extend(words_of.lines);
        labels.extend(words_of.texts);
        let in_words = words_of.events;
        let mut event_items = events::items(&figure.chart.events, &in_words, layout.panel, plot, index);
        // A frame has no ticks.
        if size.room.is_some() {
            event_items.retain(|item| matches!(&item.target, Target::Events(of) if in_words.contains(&of.start)));
        }
        items.extend(event_items);
    }

    placed.plots.push(*plot);
    placed.items.extend(items);
    placed.elements.extend(grid.into_iter().map(|element| (Layer::Grid, element)));
    placed.elements.extend(labels.into_iter().map(|element| (Layer::Labels, element)));
}

/// What stands in a plot beside its marks.
struct Worded {
    /// The lines of days.
    lines: Vec<Element>,
    texts: Vec<Element>,
    /// The events that have words, by their indexes in the chart.
    events: Vec<usize>,
}

/// The words of a panel's marks, events, days, brackets and gaps. Those that have to be there come first.
fn worded(
    panel: &Panel,
    layout: &PanelLayout,
    items: &[Item],
    among: Among,
    events: &[events::WordedEvent],
    mut space: Space,
) -> Worded {
    let space = &mut space;
    let Among { first_mark, size, words, .. } = among;
    let plot = &layout.plot;
    // Words of marks keep to the plot, or to the header's empty part where neither heads nor quotes stand there.
    let header_is_full = layout.heads != HeadForm::None || panel.corner.is_some();
    let top = if header_is_full { plot.rect.top - 1.0 } else { layout.rect.top - 1.0 };
    let (panel_top, panel_bottom) = (space.bounds.top, space.bounds.bottom);
    space.bounds.top = top;
    // A bridge has words under steps, and the plot ends at its base line.
    space.bounds.bottom = plot.rect.bottom;
    let of_mark = |item: &Item| match item.target {
        Target::Mark(index) => Some(index - first_mark),
        Target::Events(_) => None,
    };
    // Where heads are years alone the header says the newest.
    let is_said = |mark: &usize| {
        layout.heads == HeadForm::Years && panel.marks[*mark].look.tag.is_some_and(|tag| tag.at == TagAt::Beside)
    };
    let items = items.iter().filter_map(|item| Some((of_mark(item).filter(|mark| !is_said(mark))?, item)));
    let items: Vec<(usize, &Item)> = items.collect();
    let has_days = panel.empty.is_none() && plot.rect.height() >= LEAST_DAYS_PX;
    let days = if has_days { &*panel.days } else { &[] };
    let lines = events.iter().map(|(_, x, _)| *x).chain(days.iter().map(|day| day.x));
    lines.map(|x| events::line_room(x, plot)).for_each(|rect| space.add_line(rect));
    let mut labels = Vec::new();
    let end_room = layout.rect.right - plot.rect.right;
    let panel_left = space.bounds.left;
    space.bounds.bottom = panel_bottom;
    labels.extend(line_ends::elements(panel, &items, plot, end_room, space, words));
    space.bounds.bottom = plot.rect.bottom;
    space.bounds.left = plot.rect.left - 1.0;
    labels.extend(tags::beside(panel, &items, plot, false, space, words));
    labels.extend(panel.brackets.iter().flat_map(|of| brackets::elements(of, plot, space, words)));
    // Below the ticks of events, which stand in the first panel, and in no frame.
    let first_px = if layout.panel == 0 && size.room.is_none() { 8.0 } else { 2.0 };
    let (day_lines, texts) = events::days(days, plot, first_px, space, words);
    labels.extend(texts);
    let in_words = match layout.event_row {
        Some(y) => {
            (space.bounds.top, space.bounds.left) = (panel_top, panel_left);
            let placed = events::row(events, plot, y, space);
            (space.bounds.top, space.bounds.left) = (top, plot.rect.left - 1.0);
            placed
        }
        None => events::words(events, plot, first_px, space),
    };
    labels.extend(in_words.texts);
    if size.room.is_none() {
        labels.extend(gaps::words(panel, plot, space, words));
    }
    labels.extend(tags::beside(panel, &items, plot, true, space, words));
    Worded { lines: day_lines, texts: labels, events: in_words.events }
}

/// The events that the chart words in a panel, as many as there may be.
fn events_with_words<'a>(layout: &PanelLayout, among: Among<'a>) -> Vec<events::WordedEvent<'a>> {
    let Among { size, figure, .. } = among;
    let most = match layout.event_row {
        Some(_) => events::MOST_IN_ROW,
        // A narrow frame has none.
        None if size.room.is_some() && size.width < 400 => 0,
        None => usize::MAX,
    };
    let worded = figure.chart.events.iter().enumerate().filter_map(|(index, event)| {
        let (of, words) = event.worded.as_ref()?;
        (*of == layout.panel).then_some((index, event.x, words))
    });
    worded.take(most).collect()
}

/// Grid lines with the values beside them, the line that marks are measured from, and the sign of an axis that does not
/// start at zero. plotters' chart builder and mesh would do the same for 10 kB more of WebAssembly.
fn value_axis(panel: &Panel, layout: &PanelLayout, words: &Words) -> (Vec<Element>, Vec<Element>) {
    if matches!(panel.x, XAxis::Rows(_)) {
        return (Vec::new(), Vec::new());
    }
    let (plot, axis) = (&layout.plot, &layout.axis);
    let Rect { left, right, bottom, .. } = plot.rect;
    let line = |value: f64, colour: Colour| {
        let y = plot.y.to_px(value);
        Element::line(Point { x: left, y }, Point { x: right, y }, Paint::line(colour, 1.0))
    };
    let text = |(tick, text): (&f64, String)| {
        let at = Point { x: left - 6.0, y: plot.y.to_px(*tick) };
        Element::text(&text, at, (Across::Right, Down::Center), TextStyle::SMALL)
    };
    let mut lines: Vec<Element> = axis.ticks.iter().map(|tick| line(*tick, Colour::Grid)).collect();
    match panel.base {
        Base::Hundred if (axis.domain.0..=axis.domain.1).contains(&100.0) => lines.push(line(100.0, Colour::INK)),
        Base::Hundred => lines.push(line(axis.domain.0, Colour::INK)),
        Base::Zero => lines.push(line(0.0_f64.clamp(axis.domain.0, axis.domain.1), Colour::INK)),
        Base::Log if panel.unit == Unit::Index && (axis.domain.0..=axis.domain.1).contains(&100.0) => {
            lines.push(line(100.0, Colour::INK));
        }
        Base::Fitted | Base::Log => lines.push(line(axis.domain.0, Colour::Muted)),
        // Rows start from a line of their own.
        Base::Whole => {}
    }
    if panel.base == Base::Fitted && axis.domain.0 > 0.0 && !axis.ticks.is_empty() {
        let at = |x: f64, y: f64| Point { x: left + x, y: bottom + y };
        let points = vec![at(-5.0, -2.0), at(-2.0, -6.0), at(1.0, -2.0), at(4.0, -6.0)];
        lines.push(Element::Line { points, paint: Paint::line(Colour::Muted, 1.2) });
    }
    let texts = axis.ticks.iter().zip(tick_texts(panel, axis, layout.short_values, words));
    let values = if layout.shows_values { texts.map(text).collect() } else { Vec::new() };
    (lines, values)
}

/// Faint rules between groups of slots.
fn group_rules(panel: &Panel, plot: &PlotArea) -> Vec<Element> {
    let XAxis::Slots { groups, .. } = &panel.x else { return Vec::new() };
    let rule = |first: usize| {
        let x = plot.x.to_px(first as f64);
        Element::line(Point { x, y: plot.rect.top }, Point { x, y: plot.rect.bottom }, Paint::line(Colour::Grid, 1.0))
    };
    groups.iter().skip(1).map(|group| rule(group.first)).collect()
}

/// Lines between marks.
fn guides(panel: &Panel, plot: &PlotArea) -> Vec<Element> {
    let point = |(x, y): &(f64, f64)| Point { x: plot.x.to_px(*x), y: plot.y.to_px(*y) };
    let line = |guide: &Guide| {
        let colour = Colour::Of(guide.role);
        let (form, stroke_px) = match guide.stroke {
            Stroke::Thin => (Form::LineEarlier, 1.0),
            Stroke::ThinDashed => (Form::DottedLine, 1.0),
            Stroke::Line => (Form::Line, 1.7),
            Stroke::Year(0) => (Form::Line, 3.0),
            Stroke::Year(1) => (Form::LineBefore, 2.0),
            Stroke::Year(_) => (Form::LineEarlier, 1.3),
        };
        Element::Line { points: guide.points.iter().map(point).collect(), paint: Paint { colour, form, stroke_px } }
    };
    panel.guides.iter().filter(|guide| guide.points.len() > 1).map(line).collect()
}

/// Small rectangles along the lines between marks, which words keep off.
fn guide_rooms(panel: &Panel, plot: &PlotArea) -> Vec<Rect> {
    /// The width of a rectangle.
    const STEP_PX: f64 = 10.0;
    let point = |(x, y): &(f64, f64)| Point { x: plot.x.to_px(*x), y: plot.y.to_px(*y) };
    let pieces = |ends: &[(f64, f64)]| {
        let (from, to) = (point(&ends[0]), point(&ends[1]));
        let count = ((to.x - from.x).abs().max((to.y - from.y).abs()) / STEP_PX).ceil().clamp(1.0, 200.0);
        let at = move |part: f64| Point {
            x: from.x + (to.x - from.x) * part / count,
            y: from.y + (to.y - from.y) * part / count,
        };
        let piece = move |index: u32| {
            let (a, b) = (at(f64::from(index)), at(f64::from(index) + 1.0));
            Rect { left: a.x.min(b.x), top: a.y.min(b.y) - 1.0, right: a.x.max(b.x) + 0.1, bottom: a.y.max(b.y) + 1.0 }
        };
        (0..count as u32).map(piece).collect::<Vec<_>>()
    };
    panel.guides.iter().flat_map(|guide| guide.points.windows(2)).flat_map(pieces).collect()
}
