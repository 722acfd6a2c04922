//! The whole record in a strip: imports up and exports down from one line, with the years below.

use super::geometry::{Point, Rect};
use super::paint;
use super::placed::{Across, Down, Element, Layer, Placed};
use super::scale::Scale;
use super::style::{Colour, Form, Paint, TextStyle};
use super::svg::Colours;
use crate::charts::Role;
use crate::charts::trade::{MonthlyRecord, RecordAmount};
use crate::data::Month;

/// The height of the strip without the years, in CSS pixels.
const STRIP_PX: f64 = 34.0;
const YEARS_PX: f64 = 18.0;

/// Draws the record as wide as a plot, from edge to edge, as an SVG element. Without figures it is empty.
pub fn strip(id: &str, record: &MonthlyRecord, width: u32) -> String {
    let (from, to) = (record.from.position(), record.from.position() + record.months.len().max(1) as f64);
    let x = Scale::new((from, to), (0.0, f64::from(width)));
    let mut placed = Placed::empty(id, width, (STRIP_PX + YEARS_PX) as u32);
    let most = record.months.iter().flat_map(|month| [month.imports, month.exports]).flatten();
    let most = most.map(|amount| amount.tonnes.to_f64()).fold(1.0, f64::max);
    // Both flows on one scale: the line is where both have room.
    let exports = record.months.iter().filter_map(|month| month.exports).map(|amount| amount.tonnes.to_f64());
    let below = exports.fold(0.0, f64::max).max(0.25 * most);
    let line = STRIP_PX * most / (most + below);
    let y = Scale::new((0.0, most), (line, 1.0));
    for (index, month) in record.months.iter().enumerate() {
        let start = record.from.plus(index as i32).position();
        let (left, right) = (x.to_px(start) + 0.5, (x.to_px(start + 1.0) - 0.5).max(x.to_px(start) + 1.0));
        let mut column = |amount: RecordAmount, role: Role, up: bool| {
            let length = (line - y.to_px(amount.tonnes.to_f64())).max(1.0);
            let (top, bottom) = if up { (line - length, line) } else { (line, line + length) };
            let form = if amount.worked_out { Form::Pale } else { Form::Soft };
            let paint = Paint { stroke_px: 0.5, ..Paint::area(Colour::Of(role), form) };
            placed.elements.push((Layer::Columns, Element::area(Rect { left, top, right, bottom }, paint)));
        };
        if let Some(amount) = month.imports {
            column(amount, Role::Import, true);
        }
        if let Some(amount) = month.exports {
            column(amount, Role::Export, false);
        }
    }
    let base = Element::line(
        Point { x: 0.0, y: line },
        Point { x: f64::from(width), y: line },
        Paint::line(Colour::Faint, 1.0),
    );
    placed.elements.push((Layer::Grid, base));
    placed.elements.extend(years(record, x).into_iter().map(|element| (Layer::Labels, element)));
    paint::svg(&placed, Colours::Classes)
}

/// A year's name at its January.
fn years(record: &MonthlyRecord, x: Scale) -> Vec<Element> {
    let (first, last) = (record.from.year(), record.from.plus(record.months.len() as i32 - 1).year());
    let name = |year: i32| {
        let at = Point { x: x.to_px(Month::new(year, 1)?.position()), y: STRIP_PX + 5.0 };
        let text = year.to_string();
        (at.x + TextStyle::SMALL.width(&text) <= x.to_px(record.from.position() + record.months.len() as f64))
            .then(|| Element::text(&text, at, (Across::Left, Down::Top), TextStyle::SMALL))
    };
    (first..=last).filter_map(name).collect()
}
