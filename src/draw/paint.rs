//! A placed chart to SVG: its elements are elements of plotters, drawn through a drawing area.

use super::geometry::{Point, Rect};
use super::placed::{Element, Placed};
use super::style::{Colour, Form, Paint};
use super::svg::{Colours, SvgBackend, SvgText, tenths};
use plotters::element::{Drawable, PointCollection};
use plotters::prelude::IntoDrawingArea;
use plotters_backend::{BackendColor, BackendCoord, DrawingBackend, DrawingErrorKind};
use std::convert::Infallible;

/// The SVG of a placed chart; with a palette's colours its paper is painted too.
pub fn svg(placed: &Placed, colours: Colours) -> String {
    let mut svg = SvgText::new(&placed.name, (placed.width, placed.height), colours);
    let area = SvgBackend(&mut svg).into_drawing_area();
    // Drawing into text cannot fail (the backend's error is `Infallible`), so what plotters returns is dropped.
    let draw = |element: &Element| drop(area.draw(element));
    if let Colours::Palette(_) = colours {
        let rect = Rect { left: 0.0, top: 0.0, right: placed.width.into(), bottom: placed.height.into() };
        draw(&Element::area(rect, Paint::area(Colour::Paper, Form::Solid)));
    }
    placed.elements().for_each(draw);
    drop(area);
    svg.finish()
}

/// The points that plotters places on its drawing area, in tenths of a CSS pixel.
impl<'a> PointCollection<'a, BackendCoord> for &'a Element {
    type Point = BackendCoord;
    type IntoIter = Vec<BackendCoord>;

    fn point_iter(self) -> Vec<BackendCoord> {
        let coord = |Point { x, y }: Point| (tenths(x), tenths(y));
        match self {
            Element::Rect { rect, .. } => {
                [(rect.left, rect.top), (rect.right, rect.bottom)].map(|(x, y)| coord(Point { x, y })).to_vec()
            }
            Element::Circle { center, .. } => vec![coord(*center)],
            Element::Line { points, .. } | Element::Polygon { points, .. } => {
                points.iter().copied().map(coord).collect()
            }
            Element::Text(text) => vec![coord(text.at)],
        }
    }
}

/// A style of plotters' is a colour, and ours are roles and forms: the backend is told the paint, and the style says nothing.
const NO_STYLE: BackendColor = BackendColor { alpha: 1.0, rgb: (0, 0, 0) };

impl Drawable<SvgBackend<'_>> for Element {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        mut points: I,
        backend: &mut SvgBackend,
        _: (u32, u32),
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        if let Some(paint) = self.paint() {
            backend.0.set_paint(paint);
        }
        match self {
            Self::Line { .. } => backend.draw_path(points, &NO_STYLE),
            Self::Polygon { .. } => backend.fill_polygon(points, &NO_STYLE),
            Self::Rect { .. } => match (points.next(), points.next()) {
                (Some(a), Some(b)) => backend.draw_rect(a, b, &NO_STYLE, true),
                _ => Ok(()),
            },
            Self::Circle { radius_px, .. } => {
                points.try_for_each(|center| backend.draw_circle(center, tenths(*radius_px) as u32, &NO_STYLE, true))
            }
            // Not by `draw_text`: a text style of plotters' brings its font code with it.
            Self::Text(text) => {
                points.for_each(|at| backend.0.text(text, at));
                Ok(())
            }
        }
    }
}
