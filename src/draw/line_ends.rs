//! The words at the ends of lines: in the margin right of a plot, or beside the last point of a line that ends before it.

use super::geometry::{Point, Rect};
use super::placed::{Across, Element, Item, PlotArea};
use super::space::{Block, Keep, Space};
use super::style::{Colour, Paint};
use super::tags::{APART_PX, blocks};
use crate::charts::figure::{Panel, XAxis};
use crate::charts::mark::{Shape, TagAt};
use crate::words::Words;

/// Around letters that may lie on lines.
const HALO_PX: f64 = 2.0;
/// From the end of a line to its words.
pub const END_PX: f64 = 8.0;
/// Labels in the margin take at most this part of the width.
const END_SHARE: f64 = 0.36;
/// From the middle of a label in the margin to that of the next.
const END_LINE_PX: f64 = 15.0;

/// The room for labels right of a plot, in CSS pixels; 0 where it has none.
pub fn width(panel: &Panel, width: f64, words: &Words) -> f64 {
    // Beside narrow slots, and in a panel narrow itself, the shortest form leaves room for names and columns.
    let is_slots = matches!(panel.x, XAxis::Slots { .. });
    let narrow = width < if is_slots { 420.0 } else { 200.0 };
    let share = if narrow { 0.18 } else { END_SHARE };
    let ends = panel.marks.iter().filter_map(|mark| Some((mark, mark.look.tag?)));
    let ends = ends.filter(|(mark, tag)| tag.at == TagAt::End && !(narrow && mark.look.shape == Shape::Segment));
    let forms = ends.map(|(mark, tag)| blocks(mark, tag, Across::Left, words));
    let widths = forms.filter_map(|forms| longest_in(&forms, width * share).map(Block::width));
    match widths.fold(0.0, f64::max) {
        0.0 => 0.0,
        widest => (widest + END_PX + 2.0).ceil(),
    }
}

/// The longest form that is not wider than `room`, else the shortest.
fn longest_in(forms: &[Block], room: f64) -> Option<&Block> {
    forms.iter().find(|block| block.width() <= room).or(forms.last())
}

/// The words of marks in the margin, at the height of what they name and pushed apart where they would overlap. A line
/// leads from a mark to words that were pushed.
pub fn elements(
    panel: &Panel,
    items: &[(usize, &Item)],
    plot: &PlotArea,
    room: f64,
    space: &mut Space,
    words: &Words,
) -> Vec<Element> {
    if room < END_PX {
        return Vec::new();
    }
    let room = if panel.x == XAxis::MonthsOfYear { room } else { room - END_PX };
    let mut labels: Vec<(f64, &Item, Block, Vec<Block>)> = Vec::new();
    for (index, item) in items {
        let mark = &panel.marks[*index];
        let Some(tag) = mark.look.tag.filter(|tag| tag.at == TagAt::End) else { continue };
        let forms = blocks(mark, tag, Across::Left, words);
        let Some(block) = longest_in(&forms, room).cloned() else { continue };
        labels.push((item.anchor.y, item, block, forms));
    }
    labels.sort_by(|a, b| a.0.total_cmp(&b.0));
    let line = |block: &Block| (block.height() + 3.0).max(END_LINE_PX);
    let mut y: Vec<f64> = labels.iter().map(|label| label.0).collect();
    for index in 1..labels.len() {
        let apart = (line(&labels[index - 1].2) + line(&labels[index].2)) / 2.0;
        y[index] = y[index].max(y[index - 1] + apart);
    }
    let mut lowest = plot.rect.bottom + 6.0;
    for index in (0..labels.len()).rev() {
        let half = labels[index].2.height() / 2.0;
        y[index] = y[index].min(lowest - half);
        lowest = y[index] - half - 3.0;
    }
    let mut elements = Vec::new();
    for ((anchor_y, item, block, forms), y) in labels.iter().zip(y) {
        let near = beside_end(*anchor_y, item, forms, panel, plot, space);
        let texts = near.or_else(|| {
            let x = plot.rect.right + END_PX;
            // Words beside other lines may reach into the margin.
            let middles = [0.0, 14.0, -14.0, 28.0].map(|down| y + down);
            let top = |middle: f64| Point { x, y: middle - block.height() / 2.0 };
            let middle = middles.into_iter().find(|y| space.is_free(block.rect(top(*y)), Keep::OffTexts))?;
            if (middle - anchor_y).abs() > 3.0 {
                let from = Point { x: item.rect.right, y: *anchor_y };
                let to = Point { x: x - 2.0, y: middle };
                elements.push(Element::line(from, to, Paint::line(Colour::Faint, 1.0)));
            }
            Some(block.elements(top(middle)))
        });
        let texts = texts.unwrap_or_default();
        space.add_texts(&texts);
        elements.extend(texts);
    }
    elements
}

/// Words right behind the last point of a line that ends before the margin, a little higher or lower where that is free.
fn beside_end(
    anchor_y: f64,
    item: &Item,
    forms: &[Block],
    panel: &Panel,
    plot: &PlotArea,
    space: &Space,
) -> Option<Vec<Element>> {
    let ends_early = |block: &Block| match panel.x {
        XAxis::MonthsOfYear => item.rect.right + 24.0 < plot.rect.right,
        // Not into the margin, where the words of other lines are.
        XAxis::Time { .. } => item.rect.right + APART_PX + block.width() < plot.rect.right,
        _ => false,
    };
    // Its halo keeps off other lines too.
    let is_free = |rect: Rect, keep: Keep| {
        let kept = if keep == Keep::OffTexts { rect } else { rect.inset(-HALO_PX) };
        rect.bottom < plot.rect.bottom && space.is_free(kept, keep)
    };
    [Keep::Empty, Keep::OffMarks, Keep::OffTexts].into_iter().find_map(|keep| {
        forms.iter().filter(|block| ends_early(block)).find_map(|block| {
            // Further away where lines rise over it.
            const BESIDE: [(f64, f64); 3] = [(APART_PX, 0.0), (8.0, 8.0), (8.0, 12.0)];
            const FURTHER: [(f64, f64); 5] = [(16.0, 12.0), (-2.0, 14.0), (-2.0, -14.0), (-2.0, 26.0), (-2.0, -26.0)];
            // Under or over a point, and ending there, where another one is right of it.
            let ends_here = [14.0, -14.0].map(|down| (-block.width(), down));
            let mut near = BESIDE
                .into_iter()
                .chain(ends_here)
                .chain(FURTHER)
                .map(|(right, down)| Point { x: item.rect.right + right, y: anchor_y + down - block.height() / 2.0 });
            near.find(|at| is_free(block.rect(*at), keep)).map(|at| block.elements(at))
        })
    })
}
