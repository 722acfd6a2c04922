//! Text on marks and beside the plot.

use super::geometry::{Point, Rect};
use super::placed::{Across, Down, Element, PlotArea};
use super::style::{Colour, Form, Paint, TextStyle};
use crate::charts::figure::{EndLabel, Panel};
use crate::charts::mark::{How, Mark, Shape};
use crate::words::Words;

/// The labels of a mark on a time axis, each with what is behind or above it.
pub fn of_mark(mark: &Mark, rect: Rect, plot: &PlotArea, words: &Words) -> Vec<Element> {
    let Some(forms) = mark.look.label.map(|label| words.label_forms(label)) else { return Vec::new() };
    match mark.look.shape {
        Shape::Outlook => forms.first().map(|name| above_outlook(mark, name, rect, plot)).unwrap_or_default(),
        _ if mark.look.bracket => bracket(&forms, rect),
        Shape::Bar | Shape::Segment if mark.how == How::Deduced => Vec::new(),
        Shape::Segment => inside(mark, &forms, rect),
        Shape::Bar | Shape::Level => above(&forms, rect).into_iter().collect(),
        _ => Vec::new(),
    }
}

/// Paper behind a text.
pub fn behind(center: Point, width: f64, height: f64) -> Element {
    let rect = Rect::around(center, width + 6.0, height + 3.0);
    Element::area(rect, Paint::area(Colour::Paper, Form::Solid))
}

/// A share on its part of a column, where it fits: on a solid part in the colour of paper.
fn inside(mark: &Mark, forms: &[String], rect: Rect) -> Vec<Element> {
    let is_solid = mark.how == How::Published;
    let colour = if is_solid { Colour::Paper } else { Colour::Label(mark.look.role) };
    // In full in two sizes, then shorter in the smaller one.
    let large = forms.first().map(|text| (text, 11.0));
    for (text, size_px) in large.into_iter().chain(forms.iter().map(|text| (text, 9.0))) {
        let style = TextStyle { colour, size_px, bold: true };
        let width = style.width(text);
        if width <= rect.width() - 2.0 && rect.height() >= size_px + 2.0 {
            let paper = (!is_solid).then(|| behind(rect.center(), width, size_px));
            let text = Element::text(text, rect.center(), (Across::Center, Down::Center), style);
            return paper.into_iter().chain([text]).collect();
        }
    }
    Vec::new()
}

/// The months of a part of a year: unlabelled it would be taken for a whole one.
fn above(forms: &[String], rect: Rect) -> Option<Element> {
    let style = TextStyle::SMALL;
    let fits = |text: &&String| style.width(text) <= rect.width() * 1.2;
    let text = forms.iter().find(fits).or(forms.last())?;
    let at = Point { x: rect.center().x, y: rect.top - 3.0 };
    Some(Element::text(text, at, (Across::Center, Down::Bottom), style))
}

/// A bracket over a mark that stands for more than one step of the axis, with its months where they fit.
fn bracket(forms: &[String], rect: Rect) -> Vec<Element> {
    let y = rect.top - 6.0;
    let corner = |x: f64, y: f64| Point { x, y };
    let points =
        vec![corner(rect.left, y + 3.0), corner(rect.left, y), corner(rect.right, y), corner(rect.right, y + 3.0)];
    let bracket = Element::Line { points, paint: Paint::line(Colour::Muted, 1.0) };
    let style = TextStyle::SMALL;
    let fits = |text: &&String| style.width(text) <= rect.width() + 6.0;
    let Some(text) = forms.iter().find(fits) else { return vec![bracket] };
    let center = rect.center().x;
    // Exports lie on the columns of imports: paper above the bracket, no wider than the words.
    let paper = behind(corner(center, y - 7.5), style.width(text) - 4.0, style.size_px - 1.0);
    let text = Element::text(text, corner(center, y - 2.5), (Across::Center, Down::Bottom), style);
    vec![bracket, paper, text]
}

/// The name of a forecast above it, on paper because quotes may be there.
fn above_outlook(mark: &Mark, name: &str, rect: Rect, plot: &PlotArea) -> Vec<Element> {
    let style = TextStyle { size_px: 11.0, ..TextStyle::name(mark.look.role) };
    let width = style.width(name);
    let x = (rect.left + 3.0).min(plot.rect.right - width);
    let paper = behind(Point { x: x + width / 2.0, y: rect.top - 9.0 }, width, 9.0);
    let at = Point { x, y: rect.top - 3.0 };
    vec![paper, Element::text(name, at, (Across::Left, Down::Bottom), style)]
}

/// Names at the right edge, pushed apart where they would overlap.
pub fn end_labels(panel: &Panel, plot: &PlotArea, words: &Words) -> Vec<Element> {
    const LINE_PX: f64 = 14.0;
    let mut labels: Vec<(f64, &EndLabel)> =
        panel.end_labels.iter().map(|label| (plot.y.to_px(label.y), label)).collect();
    labels.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut lowest = plot.rect.top - LINE_PX;
    for (y, _) in &mut labels {
        *y = y.max(lowest + LINE_PX);
        lowest = *y;
    }
    let mut highest = plot.rect.bottom + LINE_PX;
    for (y, _) in labels.iter_mut().rev() {
        *y = y.min(highest - LINE_PX);
        highest = *y;
    }
    let text = |(y, label): (f64, &EndLabel)| {
        let at = Point { x: plot.rect.right + 7.0, y };
        Element::text(&words.name(label.name), at, (Across::Left, Down::Center), TextStyle::name(label.role))
    };
    labels.into_iter().map(text).collect()
}
