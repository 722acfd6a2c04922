//! Pale areas where nothing is published, and their words.

use super::geometry::{Point, Rect};
use super::placed::{Across, Down, Element, Item, Layer, PlotArea, Pointing, Target};
use super::style::{Colour, Form, Paint, TextStyle};
use crate::charts::figure::Panel;
use crate::charts::mark::{Lane, Mark};
use crate::words::Words;

const LINE_PX: f64 = 14.0;
const STYLE: TextStyle = TextStyle::AXIS;

/// Paints the gaps among a panel's items, and returns their words, which go over all marks. A gap of half a year or more is
/// a pale area, and so is a shorter one that has room for its words. `first` is the index of the panel's first mark in the
/// chart.
pub fn paint(items: &mut [Item], panel: &Panel, plot: &PlotArea, first: usize, words: &Words) -> Vec<Element> {
    let mut labels = Vec::new();
    let marks: Vec<Rect> = items.iter().filter(|item| item.pointing != Pointing::Gap).map(|item| item.rect).collect();
    for item in items.iter_mut().filter(|item| item.pointing == Pointing::Gap) {
        let Target::Mark(index) = item.target else { continue };
        let mark = &panel.marks[index - first];
        let text = longest_that_fits(mark, item.rect.width(), words);
        if mark.look.x.1 - mark.look.x.0 >= 6.0 || text.is_some() {
            let paint = Paint::area(Colour::Gap, Form::Solid);
            item.elements.push((Layer::Gaps, Element::area(item.rect, paint)));
        }
        if let Some(text) = text {
            let first = Point { x: item.rect.left + 4.0, y: plot.rect.top + 4.0 + line(mark) * LINE_PX };
            let at = free_position(first, STYLE.width(&text), item.rect.right, &marks);
            let behind =
                Rect { left: at.x - 2.0, top: at.y, right: at.x + STYLE.width(&text) + 2.0, bottom: at.y + 12.0 };
            // Lines of events end behind the words.
            let behind = Element::area(behind, Paint::area(Colour::Gap, Form::Solid));
            let text = Element::text(&text, at, (Across::Left, Down::Top), STYLE);
            labels.extend([behind, text]);
        }
    }
    labels
}

/// The longest words of a gap that fit into its width.
fn longest_that_fits(mark: &Mark, width: f64, words: &Words) -> Option<String> {
    let forms = words.label_forms(mark.look.label?);
    forms.into_iter().find(|text| STYLE.width(text) + 8.0 <= width)
}

/// Imports and exports have gaps at the same time, and the words of each have a line of their own.
fn line(mark: &Mark) -> f64 {
    if matches!(mark.look.lane, Lane::Imports | Lane::Origin(0)) { 0.0 } else { 1.0 }
}

/// The first position from `first` to the right, and then in the lines below, where words lie on no mark; `first` where
/// there is none.
fn free_position(first: Point, width: f64, right: f64, marks: &[Rect]) -> Point {
    let lines = (0..4).map(|line| first.y + f64::from(line) * LINE_PX);
    let mut positions = lines.flat_map(|y| {
        let along = (0..).map(|step| first.x + f64::from(step) * 8.0).take_while(|x| x + width <= right);
        along.map(move |x| Point { x, y })
    });
    let is_free = |at: &Point| {
        let words = Rect { left: at.x, top: at.y - 3.0, right: at.x + width, bottom: at.y + LINE_PX };
        !marks.iter().any(|mark| mark.overlaps(words))
    };
    positions.find(is_free).unwrap_or(first)
}
