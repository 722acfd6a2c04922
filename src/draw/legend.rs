//! The legend under a chart: the forms that are present, and in a frame with little room those that are not published.

use super::Size;
use super::geometry::{Point, Rect};
use super::marks::has_line;
use super::placed::{Across, Down, Element, Layer};
use super::style::{Colour, Form, Paint, TextStyle};
use super::symbols::symbol;
use crate::charts::figure::{Stroke, XAxis};
use crate::charts::mark::{How, Shape, What};
use crate::charts::{Figure, Role};
use crate::view::Page;
use crate::words::Words;

/// The height of a line, the room above the first, and the style of the words.
const LINES: (f64, f64, TextStyle) = (18.0, 12.0, TextStyle::PLAIN);
/// The same where a frame has little room.
const FRAME_LINES: (f64, f64, TextStyle) = (14.0, 3.0, TextStyle::SMALL);
/// From a swatch's left edge to its words.
const SWATCH_PX: f64 = 18.0;
const BETWEEN_PX: f64 = 16.0;

/// A form of a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Entry {
    /// An area of a form.
    Area(Form),
    /// Published, and sums and differences of what was published.
    WithSums,
    Pair,
    Range,
    Gap,
    Average,
    Moving,
    Before,
    Events,
    Doubt,
    Band,
    Point,
    OpenPoint,
    /// Open bars, with an open point, which means the same.
    OpenBand,
    PublishedPoint,
    /// A figure of the article that it reports.
    Reported,
    /// What follows from the reader's figures.
    Yours,
    /// A price of a month or a year.
    Period,
    Guide,
}

/// The height of the legend of the first `shown` panels, in CSS pixels.
pub fn height(figure: &Figure, size: Size, shown: usize, words: &Words) -> f64 {
    let (line_px, top_px, _) = lines(size);
    let entries = entries(figure, size, shown);
    match placed(&entries, size, words).last() {
        Some((_, Point { y, .. })) => top_px + y + line_px,
        None => 0.0,
    }
}

fn lines(size: Size) -> (f64, f64, TextStyle) {
    if size.room.is_none() { LINES } else { FRAME_LINES }
}

/// The legend of the first `shown` panels, from `top` on.
pub fn elements(figure: &Figure, size: Size, shown: usize, top: f64, words: &Words) -> Vec<(Layer, Element)> {
    let (line_px, top_px, style) = lines(size);
    let (entries, points) = (entries(figure, size, shown), symbol_of(figure));
    let mut elements = Vec::new();
    for (entry, at) in placed(&entries, size, words) {
        let middle = Point { x: at.x + 6.0, y: top + top_px + at.y + line_px / 2.0 };
        elements.extend(swatch(entry, points, middle).into_iter().map(|element| (Layer::Marks, element)));
        let text = Point { x: at.x + SWATCH_PX, ..middle };
        let text = Element::text(words_of(entry, words), text, (Across::Left, Down::Center), style);
        elements.push((Layer::Labels, text));
    }
    elements
}

/// The role whose symbol all points of a chart have; where they differ, a disc stands for all.
fn symbol_of(figure: &Figure) -> Role {
    let points = || figure.chart.marks().filter(|mark| mark.look.shape == Shape::Point).map(|mark| mark.look.role);
    let first = points().next().unwrap_or(Role::Ink);
    if points().all(|role| role == first) { first } else { Role::Ink }
}

/// Where each entry is, in lines as wide as the chart.
fn placed(entries: &[Entry], size: Size, words: &Words) -> Vec<(Entry, Point)> {
    let (line_px, _, style) = lines(size);
    let (mut x, mut y) = (0.0, 0.0);
    let mut placed = Vec::new();
    for entry in entries {
        let needed = SWATCH_PX + style.width(words_of(*entry, words));
        if x > 0.0 && x + needed > f64::from(size.width) {
            (x, y) = (0.0, y + line_px);
        }
        placed.push((*entry, Point { x, y }));
        x += needed + BETWEEN_PX;
    }
    placed
}

/// The forms of the first `shown` panels, each once. In a frame that is too low for the whole chart only those of what is not
/// plainly published, and in a low one only those of areas: lines need the room for the words at their ends.
fn entries(figure: &Figure, size: Size, shown: usize) -> Vec<Entry> {
    let all = all_entries(figure, shown);
    let is_needed = |entry: &Entry| match entry {
        Entry::Area(Form::Hatched | Form::Pale | Form::Dotted) => true,
        // On a chart of prices words beside it say so.
        Entry::Area(Form::Dashed | Form::DashedFaint) => figure.name.page() != Page::Prices,
        Entry::Area(Form::Open) | Entry::OpenPoint | Entry::OpenBand | Entry::Doubt | Entry::Before | Entry::Range => {
            !size.is_low()
        }
        _ => false,
    };
    all.into_iter().filter(|entry| size.room.is_none() || is_needed(entry)).collect()
}

fn all_entries(figure: &Figure, shown: usize) -> Vec<Entry> {
    let chart = &figure.chart;
    let panels = || chart.panels.iter().take(shown);
    let mut entries = Vec::new();
    let mut add = |entry: Entry| {
        if !entries.contains(&entry) {
            entries.push(entry);
        }
    };
    let marks = || panels().flat_map(|panel| &panel.marks);
    let prices = matches!(figure.name.page(), Page::Prices);
    let rows = panels().all(|panel| matches!(panel.x, XAxis::Rows(_)));
    let what_if = figure.name.page() == Page::WhatIf;
    let is_sum = |shape: Shape| matches!(shape, Shape::Column | Shape::Segment | Shape::Bar);
    let with_sums = marks().any(|mark| mark.how == How::Computed && is_sum(mark.look.shape));
    for mark in marks() {
        match mark.look.shape {
            Shape::Level if prices => add(Entry::Period),
            Shape::Bar if matches!(mark.what, What::Article(_)) && mark.how == How::Published => add(Entry::Reported),
            Shape::Bar if what_if && mark.how == How::Estimated => add(Entry::Yours),
            Shape::Column | Shape::Segment | Shape::Bar | Shape::Level => match Form::of(mark.how) {
                Form::Solid if with_sums => add(Entry::WithSums),
                form => add(Entry::Area(form)),
            },
            Shape::Outlook => add(Entry::Area(Form::Dashed)),
            Shape::Box => add(Entry::Area(Form::Boxed)),
            Shape::Point if matches!(mark.how, How::Deduced | How::Bounded) => add(Entry::Area(Form::Open)),
            Shape::Point if mark.look.doubt && prices => add(Entry::OpenPoint),
            Shape::Point if matches!(mark.what, What::MovingAverage(_)) => add(Entry::Moving),
            // The subtitle says what they are.
            Shape::Point if matches!(mark.what, What::IndexOfFlow(..)) => {}
            Shape::Point if prices => add(Entry::Point),
            Shape::Point => add(Entry::PublishedPoint),
            Shape::Band if mark.look.doubt => add(Entry::OpenBand),
            Shape::Band => add(Entry::Band),
            _ => {}
        }
    }
    for (panel, mark) in panels().flat_map(|panel| panel.marks.iter().map(move |mark| (panel, mark))) {
        match mark.look.shape {
            Shape::Range => add(Entry::Range),
            // In rows words say it, without dots.
            Shape::Gap if !rows => add(Entry::Gap),
            Shape::Average => add(Entry::Average),
            Shape::AverageBefore if has_line(mark, panel) => add(Entry::Before),
            Shape::Column if mark.look.bracket => add(Entry::Pair),
            _ => {}
        }
        if mark.look.doubt && mark.look.shape == Shape::Column {
            add(Entry::Doubt);
        }
    }
    if panels().flat_map(|panel| &panel.guides).any(|guide| guide.stroke == Stroke::Thin) {
        add(Entry::Guide);
    }
    if chart.events.iter().any(|event| event.worded.is_none()) {
        add(Entry::Events);
    }
    // Points and bars that are open mean the same.
    if entries.contains(&Entry::OpenBand) {
        entries.retain(|entry| *entry != Entry::OpenPoint);
    }
    // One form alone needs no legend: it is published, or points that the subtitle names.
    if matches!(entries[..], [Entry::Area(Form::Solid) | Entry::WithSums | Entry::PublishedPoint | Entry::Reported]) {
        Vec::new()
    } else {
        order(entries)
    }
}

/// Published first.
fn order(mut entries: Vec<Entry>) -> Vec<Entry> {
    entries.sort_by_key(|entry| match entry {
        Entry::Area(Form::Solid) | Entry::WithSums | Entry::Reported => 0,
        Entry::Band => 1,
        Entry::Point | Entry::PublishedPoint => 2,
        Entry::Period => 2,
        Entry::Area(Form::Pale | Form::Open) => 3,
        Entry::OpenPoint | Entry::OpenBand => 4,
        Entry::Area(_) | Entry::Yours => 5,
        Entry::Range => 6,
        Entry::Pair => 7,
        Entry::Gap => 8,
        Entry::Average | Entry::Moving => 9,
        Entry::Before => 10,
        Entry::Guide => 11,
        Entry::Doubt => 12,
        Entry::Events => 13,
    });
    entries
}

fn words_of(entry: Entry, words: &Words) -> &'static str {
    let words = &words.labels;
    match entry {
        Entry::Area(Form::Hatched) => words.form_inferred,
        Entry::Area(Form::Pale | Form::Open) => words.form_deduced,
        Entry::Area(Form::Dotted) => words.form_estimated,
        Entry::Area(Form::Dashed | Form::DashedFaint) => words.form_forecast,
        Entry::Area(Form::Boxed) => words.form_box,
        Entry::Area(_) => words.form_published,
        Entry::WithSums => words.form_published_or_sum,
        Entry::Yours => words.your_figures,
        Entry::Pair => words.form_pair,
        Entry::Range => words.form_bounded,
        Entry::Gap => words.form_gap,
        Entry::Average => words.form_average,
        Entry::Moving => words.form_moving,
        Entry::Before => words.form_before,
        Entry::Events => words.form_events,
        Entry::Doubt => words.form_doubt,
        Entry::Band => words.form_band,
        Entry::Point => words.form_point,
        Entry::PublishedPoint => words.form_published,
        Entry::Reported => words.form_reported,
        Entry::Period => words.form_period,
        Entry::OpenPoint | Entry::OpenBand => words.form_open_point,
        Entry::Guide => words.form_guide,
    }
}

/// A form in miniature, in no hue; `points` is the role whose symbol stands for points.
fn swatch(entry: Entry, points: Role, middle: Point) -> Vec<Element> {
    let ink = Colour::INK;
    let level = |colour: Colour, form: Form, stroke_px: f64| {
        let (from, to) = (Point { x: middle.x - 6.0, ..middle }, Point { x: middle.x + 6.0, ..middle });
        Element::line(from, to, Paint { colour, form, stroke_px })
    };
    let upright = |height: f64, paint: Paint| {
        let (from, to) =
            (Point { y: middle.y - height / 2.0, ..middle }, Point { y: middle.y + height / 2.0, ..middle });
        Element::line(from, to, paint)
    };
    match entry {
        Entry::Area(Form::Open) => vec![symbol(points, ink, true, middle, 3.0)],
        Entry::WithSums | Entry::Reported => swatch(Entry::Area(Form::Solid), points, middle),
        Entry::Yours => swatch(Entry::Area(Form::Dotted), points, middle),
        Entry::Area(form) => vec![Element::area(Rect::around(middle, 11.0, 10.0), Paint::area(ink, form))],
        Entry::Pair => {
            let at = |x: f64, y: f64| Point { x: middle.x + x, y: middle.y + y };
            let points = vec![at(-6.0, 2.0), at(-6.0, -2.0), at(6.0, -2.0), at(6.0, 2.0)];
            vec![Element::Line { points, paint: Paint::line(Colour::Muted, 1.0) }]
        }
        Entry::Range => {
            let tick = |y: f64| {
                let at = |x: f64| Point { x: middle.x + x, y: middle.y + y };
                Element::line(at(-4.0), at(4.0), Paint::line(ink, 1.5))
            };
            vec![tick(-5.0), tick(5.0), upright(10.0, Paint::line(ink, 1.0))]
        }
        Entry::Gap => [-4.0, 0.0, 4.0]
            .map(|x| {
                let center = Point { x: middle.x + x, ..middle };
                Element::Circle { center, radius_px: 1.1, paint: Paint::area(Colour::Faint, Form::Solid) }
            })
            .to_vec(),
        Entry::Average => vec![level(ink, Form::Line, 1.8)],
        Entry::Moving => vec![level(ink, Form::Line, 1.7), symbol(points, ink, false, middle, 2.5)],
        Entry::Before => vec![level(Colour::Muted, Form::Line, 1.2)],
        Entry::Guide => vec![level(ink, Form::LineEarlier, 1.0)],
        Entry::Events => vec![upright(7.0, Paint::line(Colour::Faint, 1.0))],
        Entry::Doubt => vec![Element::Circle {
            center: middle,
            radius_px: 1.7,
            paint: Paint { stroke_px: 1.0, ..Paint::area(ink, Form::Open) },
        }],
        Entry::Band => {
            vec![Element::area(Rect::around(middle, 4.0, 11.0), Paint::area(ink, Form::Solid))]
        }
        Entry::Period => vec![level(ink, Form::Line, 4.0)],
        Entry::Point | Entry::PublishedPoint => vec![symbol(points, ink, false, middle, 2.8)],
        Entry::OpenPoint => vec![symbol(points, ink, true, middle, 2.8)],
        Entry::OpenBand => {
            let at = |x: f64| Point { x: middle.x + x, ..middle };
            let bar = Element::area(Rect::around(at(4.0), 4.0, 11.0), Paint::area(ink, Form::Open));
            vec![symbol(points, ink, true, at(-3.0), 2.8), bar]
        }
    }
}
