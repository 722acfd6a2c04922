//! A panel of horizontal bars: a row each, its name at the left, its value at the bar's end.

use super::geometry::{Point, Rect};
use super::placed::{Across, Down, Element, Item, Layer, PlotArea, Pointing, Target};
use super::space::{Block, Keep, Space};
use super::style::{Colour, Form, Paint, TextStyle};
use crate::charts::figure::{Panel, XAxis};
use crate::charts::mark::Mark;
use crate::words::Words;

/// From one row to the next.
pub const ROW_PX: f64 = 27.0;
const BAR_PX: f64 = 16.0;
/// The room for names left of the bars.
pub const NAMES_PX: f64 = 92.0;
/// The room for values at the ends of bars.
const VALUES_PX: f64 = 56.0;
const STYLE: TextStyle = TextStyle { bold: false, halo: false, ..TextStyle::VALUE };

/// The pixels that values run between: those at the ends of bars need room beside them.
pub fn value_room(domain: (f64, f64), rect: Rect) -> (f64, f64) {
    let left = rect.left + if domain.0 < 0.0 { VALUES_PX } else { 0.0 };
    let right = rect.right - if domain.1 > 0.0 { VALUES_PX } else { 6.0 };
    (left, right.max(left + 30.0))
}

/// The names of rows, where this panel has them, and the line that bars start from.
pub fn elements(panel: &Panel, plot: &PlotArea, with_names: bool, words: &Words) -> Vec<Element> {
    let XAxis::Rows(names) = &panel.x else { return Vec::new() };
    let zero = plot.x.to_px(0.0);
    let line = Element::line(
        Point { x: zero, y: plot.rect.top },
        Point { x: zero, y: plot.rect.bottom },
        Paint::line(Colour::INK, 1.0),
    );
    let name = |(index, (name, role)): (usize, &(_, Option<_>))| {
        let style = role.map_or(STYLE, |role| TextStyle { bold: true, ..STYLE.of(role) });
        let text = words.name(*name);
        let lines = super::space::wrap(&text, style, NAMES_PX - 4.0);
        let count = lines.len() as f64;
        let texts = lines.into_iter().enumerate().map(move |(line, text)| {
            let y = plot.y.to_px(index as f64 + 0.5) + (line as f64 - (count - 1.0) / 2.0) * 12.0;
            let style = if count > 1.0 { TextStyle { size_px: 11.0, ..style } } else { style };
            Element::text(&text, Point { x: plot.rect.left - NAMES_PX, y }, (Across::Left, Down::Center), style)
        });
        texts.collect::<Vec<_>>()
    };
    let names = names.iter().enumerate().filter(|_| with_names).flat_map(name);
    [line].into_iter().chain(names).collect()
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
        let bar = Element::area(rect, Paint::area(Colour::Of(mark.look.role), Form::of(mark.how)));
        Item {
            target: Target::Mark(first + index),
            plot: plot_index,
            lane: Some(mark.look.lane),
            rect,
            anchor: rect.center(),
            pointing: Pointing::Area,
            elements: vec![(Layer::Columns, bar)],
        }
    };
    let mut items: Vec<Item> = panel.marks.iter().enumerate().map(item).collect();
    for (item, mark) in items.iter_mut().zip(&panel.marks) {
        let Some(tag) = mark.look.tag else { continue };
        let style = TextStyle { halo: true, ..TextStyle::VALUE }.of(mark.look.role);
        let plain = TextStyle { halo: true, ..TextStyle::SMALL };
        let left = mark.look.high <= 0.0 && mark.look.low < 0.0;
        let (across, x) =
            if left { (Across::Right, item.rect.left - 4.0) } else { (Across::Left, item.rect.right + 4.0) };
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
