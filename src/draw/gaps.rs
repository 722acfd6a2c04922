//! Where nothing is published: three faint dots a step on the base line, and words where there is room.

use super::geometry::Point;
use super::marks;
use super::placed::{Across, Element, Item, Layer, PlotArea, Pointing, Target};
use super::space::{Block, Keep, Space};
use super::style::{Colour, Form, Paint, TextStyle};
use crate::charts::figure::{Panel, XAxis};
use crate::charts::mark::Mark;
use crate::words::Words;

/// How far the dots are above the base line.
const ABOVE_PX: f64 = 4.0;
/// Words of a gap are at most so wide, and at least so wide.
const WORDS_PX: (f64, f64) = (180.0, 60.0);

/// From one position that is tried for words to the next, upwards.
const STEP_PX: f64 = 8.0;
/// Higher up words would seem to be of the averages there.
const MOST_STEPS: i32 = 4;

/// Gives the gaps among a panel's items their dots. `first` is the index of the panel's first mark in the chart.
pub fn dots(items: &mut [Item], panel: &Panel, plot: &PlotArea, first: usize) {
    let base = plot.y.to_px(0.0).clamp(plot.rect.top, plot.rect.bottom);
    for item in items.iter_mut().filter(|item| item.pointing == Pointing::Gap) {
        let Target::Mark(index) = item.target else { continue };
        let (from, to) = panel.marks[index - first].look.x;
        let step = marks::step(panel);
        let step_px = plot.x.to_px(step) - plot.x.to_px(0.0);
        // Narrow steps have one dot.
        let dots: &[f64] = if step_px >= 14.0 { &[-4.0, 0.0, 4.0] } else { &[0.0] };
        let steps = ((to - from) / step).round().max(1.0);
        // A column's gap is narrower than its step where two stand side by side.
        let part = (to - from) / steps;
        for count in 0..steps as u32 {
            let middle = plot.x.to_px(from + part * (f64::from(count) + 0.5));
            for dot in dots {
                let center = Point { x: middle + dot, y: base - ABOVE_PX };
                let paint = Paint::area(Colour::Faint, Form::Solid);
                item.elements.push((Layer::Gaps, Element::Circle { center, radius_px: 1.1, paint }));
            }
        }
    }
}

/// The words of gaps that have room for them above their dots, the widest gap first, and of the time after the last quote of a
/// panel.
pub fn words(panel: &Panel, plot: &PlotArea, space: &mut Space, words: &Words) -> Vec<Element> {
    let mut gaps: Vec<&Mark> = panel.marks.iter().filter(|mark| is_gap(mark)).collect();
    gaps.sort_by(|a, b| (b.look.x.1 - b.look.x.0).total_cmp(&(a.look.x.1 - a.look.x.0)));
    let of_gap = |mark: &&Mark| {
        let texts = words.wording(mark.look.tag?.label).into_iter().map(|wording| wording.plain).collect();
        Some((mark.look.x, texts))
    };
    let gaps = gaps.iter().filter_map(of_gap).chain(after_quotes(panel, words));
    gaps.flat_map(|(x, texts)| placed((plot.x.to_px(x.0), plot.x.to_px(x.1)), &texts, plot, space)).collect()
}

/// From the last quote of a panel, and a little space, to the end of its axis; and what is said there.
fn after_quotes(panel: &Panel, words: &Words) -> Option<((f64, f64), Vec<String>)> {
    let XAxis::Time { to, .. } = panel.x else { return None };
    let last = panel.none_after?;
    Some(((last.positions().1 + 0.3, to), vec![words.labels.none_after(&words.short_when(last))]))
}

/// A text between two edges, rather low than high, where it covers nothing.
fn placed((left, right): (f64, f64), texts: &[String], plot: &PlotArea, space: &mut Space) -> Vec<Element> {
    let room = (right - left - 6.0).min(WORDS_PX.0);
    if room < WORDS_PX.1 {
        return Vec::new();
    }
    let block = |text: &String| Block::wrapped(text, TextStyle { halo: true, ..TextStyle::SMALL }, room, Across::Left);
    let fits = |block: &Block| block.line_count() <= 4 && left + 3.0 + block.width() <= right + 1.0;
    let blocks: Vec<Block> = texts.iter().map(block).filter(fits).collect();
    let position = |block: &Block| {
        let lowest = plot.rect.bottom - ABOVE_PX - 6.0 - block.height();
        let steps = ((lowest - plot.rect.top) / STEP_PX).floor() as i32;
        (0..=steps.min(MOST_STEPS)).map(|step| Point { x: left + 3.0, y: lowest - STEP_PX * f64::from(step) }).collect()
    };
    space.place(&blocks, Keep::OffMarks, &position).unwrap_or_default()
}

fn is_gap(mark: &Mark) -> bool {
    mark.look.shape == crate::charts::Shape::Gap
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draw::geometry::Rect;
    use crate::draw::scale::Scale;

    /// Where the words of a gap begin in a plot of this height; they are 10.34 px high and end 10 px above its foot.
    #[test]
    fn words_stand_as_low_as_there_is_room() {
        let check = |height: f64, expected: Option<f64>| {
            let rect = Rect { left: 0.0, top: 0.0, right: 200.0, bottom: height };
            let (x, y) = (Scale::new((0.0, 1.0), (0.0, 200.0)), Scale::new((0.0, 1.0), (height, 0.0)));
            let plot = PlotArea { rect, x, y };
            let texts = placed((0.0, 200.0), &["no figure".to_owned()], &plot, &mut Space::new(rect));
            let top = texts.first().map(|text| match text {
                Element::Text(text) => text.rect().top,
                _ => f64::NAN,
            });
            assert_eq!(top.map(f64::round), expected, "{height}");
        };
        check(100.0, Some(80.0));
        check(22.0, Some(2.0));
        check(19.0, None);
    }
}
