//! Horizontal bars in rows, each row's name and total above it: where everything is.

use super::Size;
use super::axis::Axis;
use super::geometry::{Point, Rect};
use super::labels::behind;
use super::placed::{Across, Down, Element, Item, Layer, Placed, PlotArea, Pointing, Target};
use super::scale::Scale;
use super::style::{Colour, Form, Paint, TextStyle};
use crate::charts::figure::{Row, RowsChart};
use crate::charts::mark::{How, Mark, Role};
use crate::words::Words;

const ROW_PX: f64 = 40.0;
/// From the top of a row to its bar.
const NAME_PX: f64 = 21.0;
const BAR_PX: f64 = 16.0;
const AXIS_PX: f64 = 22.0;
const LEGEND_LINE_PX: f64 = 22.0;

/// Lays out rows of parts on one value axis.
pub fn layout(name: &str, chart: &RowsChart, size: Size, words: &Words) -> Placed {
    let width = f64::from(size.width);
    let (legend, legend_height) = legend(chart, width, words);
    let top = legend_height + AXIS_PX;
    let bottom = top + ROW_PX * chart.rows.len().max(1) as f64;
    let rect = Rect { left: 1.0, top, right: width - 22.0, bottom };
    let axis = value_axis(chart, width);
    let plot = PlotArea {
        rect,
        x: Scale::new(axis.domain, (rect.left, rect.right)),
        y: Scale::new((0.0, 1.0), (rect.bottom, rect.top)),
    };
    let mut elements = legend;
    elements.extend(value_axis_elements(chart, &plot, &axis, words));
    let mut items: Vec<Item> = Vec::new();
    for (index, row) in chart.rows.iter().enumerate() {
        let y = top + ROW_PX * index as f64;
        elements.extend(row_header(row, Point { x: rect.left, y: y + 6.0 }, words));
        let first = items.len();
        items.extend(
            row.parts.iter().enumerate().map(|(part, mark)| item(mark, first + part, y + NAME_PX, &plot, words)),
        );
    }
    if let Some(empty) = chart.empty {
        let center = Point { x: width / 2.0, ..rect.center() };
        let text = Element::text(&words.empty(empty), center, (Across::Center, Down::Center), TextStyle::PLAIN);
        elements.push((Layer::Labels, text));
    }
    let height = (bottom + 6.0) as u32;
    Placed { name: name.to_owned(), width: size.width, height, plots: vec![plot], items, elements }
}

fn value_axis(chart: &RowsChart, width: f64) -> Axis {
    let high = chart.rows.iter().flat_map(|row| &row.parts).map(|mark| mark.look.high).fold(0.0, f64::max);
    let wanted = ((width / 110.0) as u32).clamp(2, 6);
    if high > 0.0 { Axis::round(0.0, high, wanted) } else { Axis::empty() }
}

/// Grid lines and the values above them; zero with the unit.
fn value_axis_elements(chart: &RowsChart, plot: &PlotArea, axis: &Axis, words: &Words) -> Vec<(Layer, Element)> {
    let Rect { top, bottom, .. } = plot.rect;
    let tick = |value: &f64| {
        let x = plot.x.to_px(*value);
        let line = Element::line(Point { x, y: top }, Point { x, y: bottom }, Paint::line(Colour::Grid, 1.0));
        let number = words.short_number(*value, 2);
        let (text, across) = match *value == 0.0 {
            true => ([&number, " ", words.unit(chart.unit)].concat(), Across::Left),
            false => (number, Across::Center),
        };
        let text = Element::text(&text, Point { x, y: top - 4.0 }, (across, Down::Bottom), TextStyle::AXIS);
        [(Layer::Grid, line), (Layer::Labels, text)]
    };
    axis.ticks.iter().flat_map(tick).collect()
}

/// A row's name, and its total beside it.
fn row_header(row: &Row, at: Point, words: &Words) -> [(Layer, Element); 2] {
    let (name, total) = (words.row(row), words.row_total(row.total));
    let align = (Across::Left, Down::Top);
    let style = TextStyle { colour: Colour::Text, bold: true, ..TextStyle::PLAIN };
    let beside = Point { x: at.x + style.width(&name) + 8.0, ..at };
    [Element::text(&name, at, align, style), Element::text(&total, beside, align, TextStyle::PLAIN)]
        .map(|element| (Layer::Labels, element))
}

/// A part of a row; `index` is that of its mark in the chart.
fn item(mark: &Mark, index: usize, top: f64, plot: &PlotArea, words: &Words) -> Item {
    let (left, right) = (plot.x.to_px(mark.look.low), plot.x.to_px(mark.look.high));
    let rect = Rect { left, top, right: right.max(left + 1.0), bottom: top + BAR_PX };
    let bar = Element::area(rect, Paint::area(Colour::Mark(mark.look.role), Form::of(mark.how)));
    let labels = part_label(mark, rect, words).into_iter().map(|element| (Layer::Labels, element));
    Item {
        target: Target::Mark(index),
        plot: 0,
        lane: Some(mark.look.lane),
        rect,
        anchor: rect.center(),
        pointing: Pointing::Area,
        elements: [(Layer::Columns, bar)].into_iter().chain(labels).collect(),
    }
}

/// The origin's name on its part where it fits; its share is said where it is pointed at.
fn part_label(mark: &Mark, rect: Rect, words: &Words) -> Vec<Element> {
    let forms = mark.look.label.map(|label| words.label_forms(label)).unwrap_or_default();
    let Some(name) = forms.first() else { return Vec::new() };
    let is_pale = mark.how != How::Published || matches!(mark.look.role, Role::Origin(_));
    let colour = if is_pale { Colour::Text } else { Colour::Paper };
    let style = TextStyle { colour, bold: true, ..TextStyle::SMALL };
    let width = style.width(name);
    if width + 8.0 > rect.width() {
        return Vec::new();
    }
    // Words on a hatch need paper behind them.
    let paper = (mark.how == How::Computed).then(|| behind(rect.center(), width, style.size_px));
    let text = Element::text(name, rect.center(), (Across::Center, Down::Center), style);
    paper.into_iter().chain([text]).collect()
}

/// The legend in lines as wide as the chart, and its height.
fn legend(chart: &RowsChart, width: f64, words: &Words) -> (Vec<(Layer, Element)>, f64) {
    let style = TextStyle::PLAIN;
    let (mut x, mut y) = (0.0, 0.0);
    let mut elements = Vec::new();
    for entry in &chart.legend {
        let name = words.meaning(entry.meaning);
        let needed = 18.0 + style.width(&name) + 16.0;
        if x > 0.0 && x + needed > width {
            (x, y) = (0.0, y + LEGEND_LINE_PX);
        }
        let swatch = Rect { left: x + 1.0, top: y + 4.0, right: x + 13.0, bottom: y + 15.0 };
        let form = if entry.how == How::Estimated { Form::Open } else { Form::Solid };
        elements.push((Layer::Columns, Element::area(swatch, Paint::area(Colour::Mark(entry.role), form))));
        let at = Point { x: x + 18.0, y: y + 9.5 };
        elements.push((Layer::Labels, Element::text(&name, at, (Across::Left, Down::Center), style)));
        x += needed;
    }
    (elements, if chart.legend.is_empty() { 0.0 } else { y + LEGEND_LINE_PX })
}
