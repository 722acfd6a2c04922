//! The marks of a panel as items: columns, levels, bands, dots and what belongs to them.

use super::geometry::{Point, Rect};
use super::labels;
use super::placed::{Element, Item, Layer, PlotArea, Pointing, Target};
use super::style::{Colour, Form, Paint};
use crate::charts::figure::Panel;
use crate::charts::mark::{How, Mark, Shape};
use crate::words::Words;

/// Half the height of a level's line.
const LEVEL_PX: f64 = 2.0;
/// Half the width of a day's quote.
const QUOTE_PX: f64 = 3.0;

/// An item for each mark of a panel that is drawn, in the panel's order; gaps have no elements yet.
/// `first` is the index of the panel's first mark in the chart.
pub fn items(panel: &Panel, plot: &PlotArea, plot_index: usize, first: usize, words: &Words) -> Vec<Item> {
    let item = |index: usize| {
        let mark = &panel.marks[index];
        let rect = mark_rect(mark, plot);
        let center = rect.center();
        let at_top = Point { x: center.x, y: plot.y.to_px(mark.look.high) };
        let (pointing, anchor) = match mark.look.shape {
            Shape::Gap => (Pointing::Gap, center),
            Shape::Bar => (Pointing::Column, at_top),
            Shape::Segment | Shape::Outlook => (Pointing::Area, center),
            Shape::Band | Shape::Range => (Pointing::Thin, center),
            Shape::Level | Shape::Dot => (Pointing::Thin, at_top),
        };
        let mut elements = elements_of(mark, rect, plot);
        elements.extend(labels::of_mark(mark, rect, plot, words).into_iter().map(|element| (Layer::Labels, element)));
        Item {
            target: Target::Mark(first + index),
            plot: plot_index,
            lane: Some(mark.look.lane),
            rect,
            anchor,
            pointing,
            elements,
        }
    };
    drawn(panel, plot).into_iter().map(item).collect()
}

/// The rectangle of a mark.
fn mark_rect(mark: &Mark, plot: &PlotArea) -> Rect {
    let (left, right) = (plot.x.to_px(mark.look.x.0), plot.x.to_px(mark.look.x.1));
    let (bottom, top) = (plot.y.to_px(mark.look.low), plot.y.to_px(mark.look.high));
    match mark.look.shape {
        Shape::Gap => Rect { left, right, ..plot.rect },
        Shape::Level => {
            let bottom = if mark.how == How::Deduced { bottom } else { top };
            Rect {
                left: left + 0.3,
                top: top - LEVEL_PX,
                right: (right - 0.3).max(left + 1.0),
                bottom: bottom + LEVEL_PX,
            }
        }
        Shape::Range => {
            let left_tick = left + column_space(right - left) + 1.0;
            let right_tick = right - column_space(right - left) - 1.0;
            Rect { left: left_tick, top, right: right_tick.max(left_tick + 2.0), bottom }
        }
        Shape::Bar => {
            let zero = plot.y.to_px(0.0);
            let space = column_space(right - left);
            Rect { left: left + space, top: zero.min(top), right: right - space, bottom: zero.max(top) }
        }
        Shape::Segment => {
            let space = column_space(right - left);
            Rect { left: left + space, top, right: right - space, bottom }
        }
        Shape::Dot => Rect::around(Point { x: left, y: top }, 2.0 * QUOTE_PX, 2.0 * QUOTE_PX),
        Shape::Band => {
            let half = if right > left { (right - left) / 2.0 } else { QUOTE_PX / 2.0 };
            let center = (left + right) / 2.0;
            // A band whose low and high are close is still seen.
            let grow = ((2.0 - (bottom - top)) / 2.0).max(0.0);
            Rect { left: center - half, top: top - grow, right: center + half, bottom: bottom + grow }
        }
        Shape::Outlook => Rect { left, top, right, bottom },
    }
}

/// Half the space between columns of a width.
fn column_space(width: f64) -> f64 {
    (width * 0.1).clamp(0.3, 6.0)
}

/// What a mark is painted as, without its labels.
fn elements_of(mark: &Mark, rect: Rect, plot: &PlotArea) -> Vec<(Layer, Element)> {
    let colour = Colour::Mark(mark.look.role);
    let paint = Paint::area(colour, Form::of(mark.how));
    let across = |y: f64, overhang: f64, paint: Paint| {
        let (left, right) = (rect.left - overhang, rect.right + overhang);
        (Layer::Marks, Element::line(Point { x: left, y }, Point { x: right, y }, paint))
    };
    match mark.look.shape {
        Shape::Gap => Vec::new(),
        Shape::Bar | Shape::Segment if mark.how == How::Deduced => {
            // What is certain is pale, what is possible is open.
            let low = plot.y.to_px(mark.look.low).min(rect.bottom);
            let certain = Element::area(Rect { top: low, ..rect }, paint);
            let possible = Element::area(Rect { bottom: low, ..rect }, Paint::area(colour, Form::Open));
            vec![(Layer::Columns, certain), (Layer::Columns, possible)]
        }
        Shape::Bar | Shape::Segment => vec![(Layer::Columns, Element::area(rect, paint))],
        Shape::Outlook => {
            let paint = Paint::area(Colour::Label(mark.look.role), Form::Dashed);
            vec![(Layer::Columns, Element::Rect { rect, paint })]
        }
        Shape::Level => {
            let rim = Rect { top: rect.top - 1.0, bottom: rect.bottom + 1.0, ..rect };
            let rim = Element::area(rim, Paint::area(Colour::Paper, Form::Solid));
            vec![(Layer::Rims, rim), (Layer::Marks, Element::area(rect, paint))]
        }
        Shape::Band => {
            let tick = mark.look.mid.map(|mid| across(plot.y.to_px(mid), 2.0, Paint::line(Colour::Text, 1.0)));
            [(Layer::Marks, Element::area(rect, paint))].into_iter().chain(tick).collect()
        }
        Shape::Range => {
            let Point { x, .. } = rect.center();
            let (top, bottom) = (Point { x, y: rect.top }, Point { x, y: rect.bottom });
            let ticks = [rect.top, rect.bottom].map(|y| across(y, 0.0, Paint::line(colour, 2.0)));
            let joint = Element::line(top, bottom, Paint::line(colour, 1.0));
            ticks.into_iter().chain([(Layer::Marks, joint)]).collect()
        }
        Shape::Dot => {
            let form = if mark.how == How::Published { Form::Dot } else { Form::Open };
            let paint = Paint { stroke_px: 1.5, ..Paint::area(colour, form) };
            vec![(Layer::Marks, Element::Circle { center: rect.center(), radius_px: 2.6, paint })]
        }
    }
}

/// Indexes of the marks that are drawn. Where quotes outnumber pixels, these are only the first, lowest, highest and
/// last of each pixel column.
fn drawn(panel: &Panel, plot: &PlotArea) -> Vec<usize> {
    let columns = plot.rect.width().max(1.0) as usize;
    let is_quote = |index: &usize| matches!(panel.marks[*index].look.shape, Shape::Band | Shape::Dot);
    let (quotes, mut kept): (Vec<usize>, Vec<usize>) = (0..panel.marks.len()).partition(is_quote);
    if quotes.len() <= 4 * columns {
        return (0..panel.marks.len()).collect();
    }
    let mut of_column: Vec<Option<[usize; 4]>> = vec![None; columns + 1];
    for index in quotes {
        let mark = &panel.marks[index];
        let column = (plot.x.to_px(mark.look.x.0) - plot.rect.left).clamp(0.0, columns as f64) as usize;
        let [low, high, _, last] = of_column[column].get_or_insert([index; 4]);
        if mark.look.low < panel.marks[*low].look.low {
            *low = index;
        }
        if mark.look.high > panel.marks[*high].look.high {
            *high = index;
        }
        *last = index;
    }
    kept.extend(of_column.into_iter().flatten().flatten());
    kept.sort();
    kept.dedup();
    kept
}
