//! A panel of horizontal bars: a row each, its name at the left, its value at the bar's end.

use super::geometry::{Point, Rect};
use super::placed::{Across, Down, Element, Item, Layer, PlotArea, Pointing, Target};
use super::space::{Block, Keep, Space};
use super::style::{Colour, Form, Paint, TextStyle};
use crate::charts::figure::{Base, Panel, XAxis};
use crate::charts::mark::{Mark, Shape};
use crate::words::{Wording, Words};

/// From one row to the next.
pub const ROW_PX: f64 = 27.0;
const BAR_PX: f64 = 16.0;
/// The usual room for names left of the bars, and for values at their ends.
const USUAL: Room = Room { names: 92.0, values: 56.0 };
/// Names have at most this part of a tight panel.
const MOST_NAMES: f64 = 0.48;
/// The end of a track, in per cent.
pub const WHOLE: f64 = 100.0;
/// A track is thinner than the bars on it.
const TRACK_PX: f64 = 10.0;
const STYLE: TextStyle = TextStyle { bold: false, halo: false, ..TextStyle::VALUE };

/// What the words of rows take of a panel's width, in CSS pixels.
#[derive(Clone, Copy, Debug)]
pub struct Room {
    /// Left of the bars.
    pub names: f64,
    /// At the ends of bars.
    pub values: f64,
}

impl Room {
    /// The usual room, and more where values need it; in a tight panel what the widest words need.
    pub fn new(panel: &Panel, tight: bool, panel_px: f64, words: &Words) -> Self {
        let XAxis::Rows(names) = &panel.x else { return USUAL };
        // Words in place of a bar begin where it would.
        let bars = panel.marks.iter().filter(|mark| mark.look.shape != Shape::Gap);
        let tags = bars.filter_map(|mark| mark.look.tag);
        let values = tags.filter_map(|tag| words.wording(tag.label).into_iter().next());
        let value = |wording: Wording| TextStyle::VALUE.width(&wording.strong) + TextStyle::SMALL.width(&wording.plain);
        let values = values.map(|wording| value(wording) + 8.0).fold(0.0, f64::max).ceil();
        if !tight {
            return Self { values: values.max(USUAL.values), ..USUAL };
        }
        let names = names.iter().map(|(name, _)| STYLE.width(&words.name(*name)) + 8.0).fold(0.0, f64::max);
        Self { names: names.min(MOST_NAMES * panel_px).ceil(), values }
    }
}

/// The pixels that values run between: those at the ends of bars need room beside them.
pub fn value_room(domain: (f64, f64), rect: Rect, room: Room) -> (f64, f64) {
    let left = rect.left + if domain.0 < 0.0 { room.values } else { 0.0 };
    let right = rect.right - if domain.1 > 0.0 { room.values } else { 6.0 };
    (left, right.max(left + 30.0))
}

/// The names of rows from `names_left` on, where this panel has them, and the line that bars start from.
pub fn elements(panel: &Panel, plot: &PlotArea, names_left: Option<f64>, words: &Words) -> Vec<Element> {
    let XAxis::Rows(names) = &panel.x else { return Vec::new() };
    if names.is_empty() {
        return Vec::new();
    }
    let zero = plot.x.to_px(0.0);
    let line = Element::line(
        Point { x: zero, y: plot.rect.top },
        Point { x: zero, y: plot.rect.bottom },
        Paint::line(Colour::INK, 1.0),
    );
    let name = |(index, (name, role)): (usize, &(_, Option<_>))| {
        let style = role.map_or(STYLE, |role| TextStyle { bold: true, ..STYLE.of(role) });
        let text = words.name(*name);
        let left = names_left.unwrap_or(plot.rect.left);
        let lines = super::space::wrap(&text, style, plot.rect.left - left - 4.0);
        let count = lines.len() as f64;
        let texts = lines.into_iter().enumerate().map(move |(line, text)| {
            let y = plot.y.to_px(index as f64 + 0.5) + (line as f64 - (count - 1.0) / 2.0) * 12.0;
            let style = if count > 1.0 { TextStyle { size_px: 11.0, ..style } } else { style };
            Element::text(&text, Point { x: left, y }, (Across::Left, Down::Center), style)
        });
        texts.collect::<Vec<_>>()
    };
    let names = names.iter().enumerate().filter(|_| names_left.is_some()).flat_map(name);
    let mut elements = vec![line];
    elements.extend(names);
    elements
}

/// The pale tracks behind bars that are parts of a whole.
pub fn tracks(panel: &Panel, plot: &PlotArea) -> Vec<Element> {
    let (Base::Whole, XAxis::Rows(names)) = (panel.base, &panel.x) else { return Vec::new() };
    let track = |row: usize| {
        let middle = plot.y.to_px(row as f64 + 0.5);
        let (top, bottom) = (middle - TRACK_PX / 2.0, middle + TRACK_PX / 2.0);
        let rect = Rect { left: plot.x.to_px(0.0), top, right: plot.x.to_px(WHOLE), bottom };
        Element::area(rect, Paint::area(Colour::Grid, Form::Solid))
    };
    (0..names.len()).map(track).collect()
}

/// The bars as items, each with its value at its end, or beside it on the other side of the line.
pub fn items(
    panel: &Panel,
    plot: &PlotArea,
    plot_index: usize,
    first: usize,
    space: &mut Space,
    words: &Words,
) -> Vec<Item> {
    let item = |(index, mark): (usize, &Mark)| {
        let zero = plot.x.to_px(0.0);
        let end = plot.x.to_px(if mark.look.high <= 0.0 { mark.look.low.min(mark.look.high) } else { mark.look.high });
        let middle = plot.y.to_px((mark.look.x.0 + mark.look.x.1) / 2.0);
        let (left, right) = (zero.min(end), zero.max(end).max(zero.min(end) + 1.0));
        let rect = Rect { left, top: middle - BAR_PX / 2.0, right, bottom: middle + BAR_PX / 2.0 };
        let (rect, elements) = match mark.look.shape {
            // Nothing but its words.
            Shape::Gap => (rect, Vec::new()),
            Shape::Range => range(mark, plot, rect),
            _ => (rect, vec![Element::area(rect, Paint::area(Colour::Of(mark.look.role), Form::of(mark.how)))]),
        };
        Item {
            target: Target::Mark(first + index),
            plot: plot_index,
            lane: Some(mark.look.lane),
            rect,
            anchor: rect.center(),
            pointing: Pointing::Area,
            elements: elements.into_iter().map(|element| (Layer::Columns, element)).collect(),
        }
    };
    let mut items: Vec<Item> = panel.marks.iter().enumerate().map(item).collect();
    for (item, mark) in items.iter_mut().zip(&panel.marks) {
        let Some(tag) = mark.look.tag else { continue };
        let style = TextStyle { halo: true, ..TextStyle::VALUE }.of(mark.look.role);
        let plain = TextStyle { halo: true, ..TextStyle::SMALL };
        let left = mark.look.high <= 0.0 && mark.look.low < 0.0;
        // Beside a track values stand one below the other.
        let end = if panel.base == Base::Whole { plot.x.to_px(WHOLE).max(item.rect.right) } else { item.rect.right };
        let (across, x) = if left { (Across::Right, item.rect.left - 4.0) } else { (Across::Left, end + 4.0) };
        let blocks = words.wording(tag.label).into_iter().map(|wording| Block::of(&wording, style, plain, across));
        let found = blocks.into_iter().find_map(|block| {
            let at = Point { x, y: item.rect.center().y - block.height() / 2.0 };
            space.is_free(block.rect(at), Keep::OffTexts).then(|| block.elements(at))
        });
        let found = found.unwrap_or_default();
        space.add_texts(&found);
        item.elements.extend(found.into_iter().map(|element| (Layer::Labels, element)));
    }
    items
}

/// Two ticks at the ends of a range, joined; and the room that they take.
fn range(mark: &Mark, plot: &PlotArea, row: Rect) -> (Rect, Vec<Element>) {
    let rect = Rect { left: plot.x.to_px(mark.look.low), top: row.top + 3.0, bottom: row.bottom - 3.0, ..row };
    let (colour, y) = (Colour::Of(mark.look.role), rect.center().y);
    let tick = |x: f64| Element::line(Point { x, y: rect.top }, Point { x, y: rect.bottom }, Paint::line(colour, 1.5));
    let joint = Element::line(Point { x: rect.left, y }, Point { x: rect.right, y }, Paint::line(colour, 1.0));
    (rect, vec![tick(rect.left), tick(rect.right), joint])
}
