//! The marks of a panel as items: columns, averages, bands, points and what belongs to them.

use super::geometry::{Point, Rect};
use super::placed::{Element, Item, Layer, PlotArea, Pointing, Target};
use super::style::{Colour, Form, Paint};
use super::symbols::symbol;
use crate::charts::figure::{Panel, XAxis};
use crate::charts::mark::{How, Mark, Shape, What};
use crate::view::By;

/// Half the height of a level's line.
const LEVEL_PX: f64 = 2.0;
/// The width of a day's quote, and the least height that it is seen at.
const QUOTE_PX: (f64, f64) = (4.0, 3.5);
/// Of a slot, left of a column and right of it.
const COLUMN_SPACE: f64 = 0.14;
/// The same where slots are named one by one.
pub const SLOT_SPACE: f64 = 0.16;

/// Columns of groups are at most so wide.
const WIDEST_PX: f64 = 34.0;
/// From an average to the one of a year before, which is not drawn where it is nearer: a part of the highest mark of a panel.
const AVERAGES_APART: f64 = 0.02;
/// Between the parts of a stack.
const PARTS_PX: f64 = 1.5;

/// An item for each mark of a panel that is drawn, in the panel's order. Gaps get their dots from [`super::gaps`].
/// `first` is the index of the panel's first mark in the chart.
pub fn items(panel: &Panel, plot: &PlotArea, plot_index: usize, first: usize) -> Vec<Item> {
    let item = |index: usize| {
        let mark = &panel.marks[index];
        let rect = mark_rect(mark, panel, plot);
        let center = rect.center();
        let at_top = Point { x: center.x, y: plot.y.to_px(mark.look.high) };
        let (pointing, anchor) = match mark.look.shape {
            Shape::Gap => (Pointing::Gap, center),
            Shape::Column => (Pointing::Column, at_top),
            Shape::Segment | Shape::Outlook | Shape::Bar | Shape::Box => (Pointing::Area, center),
            Shape::Band | Shape::Range => (Pointing::Thin, center),
            Shape::Level | Shape::Point | Shape::Average | Shape::AverageBefore => (Pointing::Thin, at_top),
        };
        Item {
            target: Target::Mark(first + index),
            plot: plot_index,
            lane: Some(mark.look.lane),
            rect,
            anchor,
            pointing,
            elements: elements_of(mark, rect, panel, plot),
        }
    };
    drawn(panel, plot).into_iter().map(item).collect()
}

/// Whether the average of a year before is drawn: at the height of the average it would look like a second line of it.
pub fn has_line(before: &Mark, panel: &Panel) -> bool {
    let highest = panel.marks.iter().map(|mark| mark.look.high).fold(0.0, f64::max);
    // They stand over the same months, and are of different ones.
    let average = panel.marks.iter().find(|other| other.look.shape == Shape::Average && other.look.x == before.look.x);
    average.is_none_or(|average| (average.look.high - before.look.high).abs() >= AVERAGES_APART * highest)
}

/// The months of a step of the time axis; 1 on other axes.
pub fn step(panel: &Panel) -> f64 {
    match panel.x {
        XAxis::Time { step, .. } => f64::from(step.months()),
        _ => 1.0,
    }
}

/// The sides of a column: a whole step has space around it, a part of one is as wide as it says.
fn column_sides(mark: &Mark, panel: &Panel, plot: &PlotArea) -> (f64, f64) {
    let (left, right) = (plot.x.to_px(mark.look.x.0), plot.x.to_px(mark.look.x.1));
    let step = step(panel);
    let step_px = plot.x.to_px(step) - plot.x.to_px(0.0);
    let share = if matches!(panel.x, XAxis::Slots { .. }) { SLOT_SPACE } else { COLUMN_SPACE };
    let part = mark.look.x.1 - mark.look.x.0 < step - 0.01;
    let space = if part { 0.0 } else { (share * step_px).min(10.0) };
    let (left, right) = (left + space, right - space);
    // On one scale columns are as wide as those of other panels.
    let grouped = matches!(&panel.x, XAxis::Slots { groups, .. } if !groups.is_empty());
    let spare = if grouped { ((right - left - WIDEST_PX) / 2.0).max(0.0) } else { 0.0 };
    (left + spare, (right - spare).max(left + spare + 0.5))
}

/// The rectangle of a mark.
fn mark_rect(mark: &Mark, panel: &Panel, plot: &PlotArea) -> Rect {
    let (left, right) = (plot.x.to_px(mark.look.x.0), plot.x.to_px(mark.look.x.1));
    let (bottom, top) = (plot.y.to_px(mark.look.low), plot.y.to_px(mark.look.high));
    match mark.look.shape {
        Shape::Gap => Rect { left, right, top: plot.rect.bottom - 9.0, bottom: plot.rect.bottom },
        Shape::Average | Shape::AverageBefore => {
            let half = if mark.look.shape == Shape::Average { 0.9 } else { 0.5 };
            Rect { left: left + 0.5, top: top - half, right: (right - 0.5).max(left + 1.0), bottom: top + half }
        }
        Shape::Level => {
            let bottom = if matches!(mark.how, How::Deduced) { bottom } else { top };
            Rect {
                left: left + 0.3,
                top: top - LEVEL_PX,
                right: (right - 0.3).max(left + 1.0),
                bottom: bottom + LEVEL_PX,
            }
        }
        Shape::Range => {
            let (left, right) = column_sides(mark, panel, plot);
            Rect { left, top, right: right.max(left + 2.0), bottom }
        }
        Shape::Column => {
            let (left, right) = column_sides(mark, panel, plot);
            let zero = plot.y.to_px(0.0);
            // Below zero the column hangs down to its lowest value.
            let end = if mark.look.high <= 0.0 { plot.y.to_px(mark.look.low.min(mark.look.high)) } else { top };
            Rect { left, top: zero.min(end), right, bottom: zero.max(end) }
        }
        Shape::Segment => {
            let (left, right) = column_sides(mark, panel, plot);
            let grow = ((2.0 - (bottom - top)) / 2.0).max(0.0);
            let is_part = matches!(mark.what, What::Origin(..) | What::Others(_));
            let apart = if is_part && bottom - top > 4.0 && mark.look.low > 0.0 { PARTS_PX } else { 0.0 };
            Rect { left, top: top - grow, right, bottom: bottom + grow - apart }
        }
        Shape::Point => Rect::around(Point { x: (left + right) / 2.0, y: top }, 6.0, 6.0),
        Shape::Band => {
            let half = if right > left { (right - left) / 2.0 } else { QUOTE_PX.0 / 2.0 };
            let center = (left + right) / 2.0;
            // A band whose low and high are close is still seen.
            let grow = ((QUOTE_PX.1 - (bottom - top)) / 2.0).max(0.0);
            Rect { left: center - half, top: top - grow, right: center + half, bottom: bottom + grow }
        }
        // Bars are laid out as rows.
        Shape::Outlook | Shape::Box | Shape::Bar => Rect { left, top, right, bottom },
    }
}

/// The form of a bar: open for prices of other agencies and weak ones, as their points are.
fn bar_form(mark: &Mark) -> Form {
    if mark.look.doubt && matches!(mark.what, What::Quote(_)) { Form::Open } else { Form::of(mark.how) }
}

/// What a mark is painted as, without its words.
fn elements_of(mark: &Mark, rect: Rect, panel: &Panel, plot: &PlotArea) -> Vec<(Layer, Element)> {
    let look = &mark.look;
    let colour = Colour::Of(look.role);
    let across = |y: f64, overhang: f64, paint: Paint| {
        let (left, right) = (rect.left - overhang, rect.right + overhang);
        (Layer::Marks, Element::line(Point { x: left, y }, Point { x: right, y }, paint))
    };
    match look.shape {
        Shape::Gap | Shape::Bar => Vec::new(),
        // The total of a stack: its parts are drawn.
        Shape::Level if matches!(panel.x, XAxis::Slots { .. }) => Vec::new(),
        Shape::Column | Shape::Segment => {
            let form = match Form::of(mark.how) {
                Form::Solid if is_one_of_many(panel) => Form::Soft,
                form => form,
            };
            let mut elements = vec![(Layer::Columns, Element::area(rect, Paint::area(colour, form)))];
            if mark.how == How::Deduced && look.high > 0.0 {
                elements.extend(least(mark, rect, plot));
            }
            // Parts of a stack have none: it would lie on the next part.
            if look.doubt && look.shape == Shape::Column {
                let center = Point { x: rect.center().x, y: rect.top - 4.5 };
                let paint = Paint { stroke_px: 1.0, ..Paint::area(colour, Form::Open) };
                elements.push((Layer::Marks, Element::Circle { center, radius_px: 1.7, paint }));
            }
            elements.extend(look.bracket.then(|| (Layer::Marks, bracket(rect))));
            elements
        }
        Shape::Outlook => {
            let split = look.mid.map_or(rect.right, |x| plot.x.to_px(x).clamp(rect.left, rect.right));
            let part = |left: f64, right: f64, form: Form| {
                (right > left + 0.5).then(|| {
                    (
                        Layer::Columns,
                        Element::Rect { rect: Rect { left, right, ..rect }, paint: Paint::area(colour, form) },
                    )
                })
            };
            let near = part(rect.left, split, Form::Dashed);
            near.into_iter().chain(part(split, rect.right, Form::DashedFaint)).collect()
        }
        Shape::Box => vec![(Layer::Columns, Element::area(rect, Paint::area(colour, Form::Boxed)))],
        Shape::Average => {
            let rim = rect.inset(-1.0);
            vec![
                (Layer::Rims, Element::area(rim, Paint::area(Colour::Paper, Form::Solid))),
                (Layer::Marks, Element::Rect { rect, paint: Paint::area(Colour::INK, Form::Solid) }),
            ]
        }
        Shape::AverageBefore if !has_line(mark, panel) => Vec::new(),
        Shape::AverageBefore => vec![across(rect.center().y, 0.0, Paint::line(Colour::Muted, 1.2))],
        Shape::Level => {
            let rim = Rect { top: rect.top - 1.0, bottom: rect.bottom + 1.0, ..rect };
            vec![
                (Layer::Rims, Element::area(rim, Paint::area(Colour::Paper, Form::Solid))),
                (Layer::Marks, Element::area(rect, Paint::area(colour, bar_form(mark)))),
            ]
        }
        Shape::Band => {
            let tick = look.mid.filter(|_| rect.height() > 6.0);
            let tick_colour = if look.doubt { colour } else { Colour::INK };
            let tick = tick.map(|mid| across(plot.y.to_px(mid), 1.5, Paint::line(tick_colour, 1.0)));
            let paint = Paint { stroke_px: if look.doubt { 1.0 } else { 0.0 }, ..Paint::area(colour, bar_form(mark)) };
            let mut elements = vec![(Layer::Marks, Element::area(rect, paint))];
            elements.extend(tick);
            elements
        }
        Shape::Range => {
            let Point { x, .. } = rect.center();
            let (top, bottom) = (Point { x, y: rect.top }, Point { x, y: rect.bottom });
            let ticks = [rect.top, rect.bottom].map(|y| across(y, 0.0, Paint::line(colour, 1.5)));
            let joint = Element::line(top, bottom, Paint::line(colour, 1.0));
            ticks.into_iter().chain([(Layer::Marks, joint)]).collect()
        }
        Shape::Point => {
            // Where open means worked out, doubt is said by pointing alone.
            let doubt = look.doubt && panel.x != XAxis::MonthsOfYear;
            let open = doubt || !matches!(mark.how, How::Published | How::Computed);
            let radius_px = match (panel.x == XAxis::MonthsOfYear, look.age) {
                (true, 0) => 2.6,
                (true, _) => 1.6,
                (false, _) => 2.5,
            };
            vec![(Layer::Marks, symbol(look.role, colour, open, rect.center(), radius_px))]
        }
    }
}

/// Months and quarters are many: softened, they leave the eye to the average.
fn is_one_of_many(panel: &Panel) -> bool {
    matches!(panel.x, XAxis::Time { step: By::Month, .. })
}

/// A line at the least that a column can be, where the most is clearly more.
fn least(mark: &Mark, rect: Rect, plot: &PlotArea) -> Option<(Layer, Element)> {
    let y = plot.y.to_px(mark.look.low);
    (mark.look.low > 0.0 && y - rect.top > 1.5).then(|| {
        let (from, to) = (Point { x: rect.left, y }, Point { x: rect.right, y });
        (Layer::Marks, Element::line(from, to, Paint::line(Colour::Of(mark.look.role), 1.0)))
    })
}

/// A bracket over a column that stands for more than one step of the axis.
fn bracket(rect: Rect) -> Element {
    let y = rect.top - 3.0;
    let corner = |x: f64, y: f64| Point { x, y };
    let points =
        vec![corner(rect.left, y + 2.0), corner(rect.left, y), corner(rect.right, y), corner(rect.right, y + 2.0)];
    Element::Line { points, paint: Paint::line(Colour::Muted, 1.0) }
}

/// The room that words of a panel keep off: gaps and events are none.
pub fn room(item: &Item) -> Option<Rect> {
    match item.pointing {
        Pointing::Gap | Pointing::Event => None,
        _ => Some(item.rect),
    }
}

/// Indexes of the marks that are drawn. Where quotes outnumber pixels, these are only the first, lowest, highest and
/// last of each pixel column.
fn drawn(panel: &Panel, plot: &PlotArea) -> Vec<usize> {
    let columns = plot.rect.width().max(1.0) as usize;
    let is_quote = |index: &usize| matches!(panel.marks[*index].look.shape, Shape::Band | Shape::Point);
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
