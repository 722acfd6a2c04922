//! plotters elements in CSS pixels: what every chart draws besides its axes.

use super::axis::TENTHS;
use super::palette::Palette;
use super::svg::{Canvas, Letters, Pen, hex};
use super::text;
use crate::charts::Role;
use plotters::coord::Shift;
use plotters::prelude::{Circle, DrawingArea, IntoDrawingArea, PathElement, Rectangle};
use plotters::style::text_anchor::{HPos, VPos};
use plotters::style::{Color, RGBColor, ShapeStyle};

/// The size of every text but the smallest, in CSS pixels.
pub const FONT: f64 = 12.0;
/// The size of labels on marks.
pub const SMALL: f64 = 10.0;

pub struct Painter<'a> {
    pub name: &'a str,
    pub canvas: &'a Canvas,
    pub root: DrawingArea<Pen<'a>, Shift>,
    pub palette: &'a Palette,
}

/// How a text stands at its place.
#[derive(Clone, Copy)]
pub struct Ink {
    pub color: RGBColor,
    pub size: f64,
    pub bold: bool,
}

// Drawing into text cannot fail (the backend's error is `Infallible`), so what plotters returns is dropped.
impl<'a> Painter<'a> {
    pub fn new(name: &'a str, canvas: &'a Canvas, palette: &'a Palette) -> Self {
        Self { name, canvas, root: Pen(canvas).into_drawing_area(), palette }
    }

    pub fn muted(&self) -> Ink {
        Ink { color: self.palette.muted, size: FONT, bold: false }
    }

    pub fn named(&self, role: Role) -> Ink {
        Ink { color: self.palette.label(role), size: FONT, bold: true }
    }

    pub fn text(&self, text: &str, at: (f64, f64), horizontal: HPos, vertical: VPos, ink: Ink) {
        let letters = Letters { color: ink.color, size: (ink.size * TENTHS).round() as i32, bold: ink.bold };
        self.canvas.text(text, tenths(at), (horizontal, vertical), letters);
    }

    pub fn line(&self, points: &[(f64, f64)], color: RGBColor, width: f64) {
        let style = color.stroke_width((width * TENTHS) as u32);
        let _ = self.root.draw(&PathElement::new(points.iter().copied().map(tenths).collect::<Vec<_>>(), style));
    }

    /// Left, top, right, bottom.
    pub fn fill(&self, rect: (f64, f64, f64, f64), color: RGBColor) {
        self.rectangle(rect, color.filled());
    }

    /// Paper behind a text that is centred at a place.
    pub fn behind_text(&self, (x, y): (f64, f64), width: f64, size: f64) {
        let (across, down) = (width / 2.0 + 3.0, size / 2.0 + 1.5);
        self.fill((x - across, y - down, x + across, y + down), self.palette.paper);
    }

    /// Hatched in a colour, with an outline.
    pub fn hatched(&self, rect: (f64, f64, f64, f64), role: Role) {
        let ink = self.palette.mark(role);
        let fill = self.canvas.hatch(self.name, &hex(ink)[1..], ink, self.palette.paper);
        let paint = format!("fill=\"{fill}\" stroke=\"{}\" stroke-width=\"1\"", hex(ink));
        self.canvas.painted(&paint, || self.fill(inset(rect), ink));
    }

    /// A pale body with a line around: a figure that is worked out.
    pub fn pale(&self, rect: (f64, f64, f64, f64), role: Role) {
        let ink = hex(self.palette.mark(role));
        let paint = format!("fill=\"{ink}\" fill-opacity=\"0.3\" stroke=\"{ink}\" stroke-width=\"1\"");
        self.canvas.painted(&paint, || self.fill(inset(rect), self.palette.mark(role)));
    }

    /// Paper inside, a line around: an estimate or a rest.
    pub fn open(&self, rect: (f64, f64, f64, f64), role: Role) {
        let paint = format!(
            "fill=\"{}\" stroke=\"{}\" stroke-width=\"1\"",
            hex(self.palette.paper),
            hex(self.palette.mark(role))
        );
        self.canvas.painted(&paint, || self.fill(inset(rect), self.palette.paper));
    }

    /// A dashed line around, for a forecast.
    pub fn dashed(&self, rect: (f64, f64, f64, f64), role: Role) {
        let paint = format!(
            "fill=\"none\" stroke=\"{}\" stroke-width=\"1.5\" stroke-dasharray=\"4 3\"",
            hex(self.palette.label(role))
        );
        self.canvas.painted(&paint, || self.fill(rect, self.palette.paper));
    }

    pub fn circle(&self, at: (f64, f64), radius: f64, fill: RGBColor, line: RGBColor) {
        let paint = format!("fill=\"{}\" stroke=\"{}\" stroke-width=\"1.5\"", hex(fill), hex(line));
        self.canvas.painted(&paint, || {
            let _ = self.root.draw(&Circle::new(tenths(at), (radius * TENTHS) as i32, line.filled()));
        });
    }

    fn rectangle(&self, (left, top, right, bottom): (f64, f64, f64, f64), style: ShapeStyle) {
        let _ = self.root.draw(&Rectangle::new([tenths((left, top)), tenths((right, bottom))], style));
    }
}

/// The width of a text in CSS pixels.
pub fn text_width(text: &str, ink: Ink) -> f64 {
    text::width(text, ink.size, ink.bold)
}

/// Half a pixel in, so that the outline stays inside.
fn inset((left, top, right, bottom): (f64, f64, f64, f64)) -> (f64, f64, f64, f64) {
    if right - left > 2.0 && bottom - top > 2.0 {
        (left + 0.5, top + 0.5, right - 0.5, bottom - 0.5)
    } else {
        (left, top, right, bottom)
    }
}

pub fn tenths((x, y): (f64, f64)) -> (i32, i32) {
    ((x * TENTHS).round() as i32, (y * TENTHS).round() as i32)
}
