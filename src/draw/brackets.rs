//! Brackets over neighbouring slots, with what those come to together.

use super::geometry::{Point, Rect};
use super::placed::{Across, Element, PlotArea};
use super::space::{Block, Keep, Space};
use super::style::{Colour, Paint, TextStyle};
use crate::charts::figure::Bracket;
use crate::words::Words;

/// A bracket over slots with its words above, over everything that stands there.
pub fn elements(of: &Bracket, plot: &PlotArea, space: &mut Space, words: &Words) -> Vec<Element> {
    let (left, right) = (plot.x.to_px(of.x.0) + 6.0, plot.x.to_px(of.x.1) - 6.0);
    let style = TextStyle::VALUE;
    let forms = words.wording(of.label);
    let Some(form) = forms.first() else { return Vec::new() };
    let room = (right - left).max(plot.rect.width() * 0.75);
    let block = Block::wrapped(&form.strong, style, room, Across::Center);
    let middle = (left + right) / 2.0;
    let half = block.width() / 2.0;
    let x = middle.clamp(plot.rect.left + half, (plot.rect.right - half).max(plot.rect.left + half));
    // The lowest position where neither words nor marks are, tried from the top.
    let whole = |top: f64| Rect {
        left: left.min(x - half),
        right: right.max(x + half),
        top,
        bottom: top + block.height() + 12.0,
    };
    let steps = (0..((plot.rect.height() / 4.0) as u32)).map(|step| plot.rect.top + 2.0 + 4.0 * f64::from(step));
    let free: Vec<f64> = steps.take_while(|top| space.is_free(whole(*top), Keep::OffMarks)).collect();
    let Some(top) = free.last().copied() else { return Vec::new() };
    let mut elements = block.elements(Point { x, y: top });
    space.add_texts(&elements);
    let y = top + block.height() + 4.0;
    let at = |x: f64, y: f64| Point { x, y };
    let points = vec![at(left, y + 4.0), at(left, y), at(right, y), at(right, y + 4.0)];
    elements.push(Element::Line { points, paint: Paint::line(Colour::INK, 1.0) });
    space.add_mark(Rect { left, top: y, right, bottom: y + 4.0 });
    elements
}
