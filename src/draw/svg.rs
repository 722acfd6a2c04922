//! plotters' drawing calls as SVG text.
//!
//! The text is written as a browser would write it back (no self-closing tags, double quotes, the fewest escapes),
//! so that a chart on the page can be compared with the host's byte by byte.

use super::axis::TENTHS;
use super::text;
use plotters::style::RGBColor;
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
};
use std::cell::RefCell;
use std::convert::Infallible;

/// An SVG in the making. Neighbours with the same paint share a group.
pub struct Canvas {
    size_px: (u32, u32),
    body: RefCell<Body>,
}

#[derive(Default)]
struct Body {
    defs: String,
    /// The ids in [`Self::defs`].
    hatches: Vec<String>,
    text: String,
    /// The attributes of the open group; empty where none is open.
    group: String,
    /// Paint that plotters cannot say (a hatch, a dash), in place of the style's own.
    paint: Option<String>,
}

impl Canvas {
    pub fn new(width_px: u32, height_px: u32) -> Self {
        Self { size_px: (width_px, height_px), body: RefCell::default() }
    }

    /// Everything drawn by `draw` is painted with these attributes.
    pub fn painted<T>(&self, attributes: &str, draw: impl FnOnce() -> T) -> T {
        self.body.borrow_mut().paint = Some(attributes.to_owned());
        let drawn = draw();
        self.body.borrow_mut().paint = None;
        drawn
    }

    /// A hatch in a colour; returns the `fill` that uses it.
    pub fn hatch(&self, name: &str, key: &str, ink: RGBColor, paper: RGBColor) -> String {
        let id = [name, "-", key].concat();
        let Body { defs, hatches, .. } = &mut *self.body.borrow_mut();
        if !hatches.contains(&id) {
            let parts = [
                "<pattern id=\"",
                &id,
                "\" width=\"4\" height=\"4\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">",
                "<rect width=\"4\" height=\"4\" fill=\"",
                &hex(between(ink, paper)),
                "\"></rect><rect width=\"1.6\" height=\"4\" fill=\"",
                &hex(ink),
                "\"></rect></pattern>",
            ];
            parts.iter().for_each(|part| defs.push_str(part));
            hatches.push(id.clone());
        }
        ["url(#", &id, ")"].concat()
    }

    /// Writes a text at its anchor. Ours go this way: a style of plotters' brings its font code with it.
    pub fn text(&self, text: &str, (x, y): BackendCoord, (h_pos, v_pos): (HPos, VPos), letters: Letters) {
        // The letters' height around the anchor, as a share of the size: cap height 0.72, half of it 0.36.
        let shift = match v_pos {
            VPos::Top => 78,
            VPos::Center => 36,
            VPos::Bottom => -12,
        };
        let anchor = match h_pos {
            HPos::Left => "start",
            HPos::Center => "middle",
            HPos::Right => "end",
        };
        let weight = if letters.bold { "\" font-weight=\"700\"" } else { "\"" };
        let (color, size) = (hex(letters.color), px(letters.size));
        let paint = ["fill=\"", &color, "\" font-size=\"", &size, "\" text-anchor=\"", anchor, weight].concat();
        // Rounded half away from zero.
        let down = (letters.size * shift + 50 * shift.signum()) / 100;
        self.body.borrow_mut().element(paint, "text", &[("x", x), ("y", y + down)], &super::text::escape(text));
    }

    // What plotters asks of a pen, once: its own functions are copied for every style and iterator.

    fn rect(&self, paint: Option<String>, a: BackendCoord, b: BackendCoord) {
        let Some(paint) = paint else { return };
        let (x, y, width, height) = (a.0.min(b.0), a.1.min(b.1), (a.0 - b.0).abs(), (a.1 - b.1).abs());
        let attributes = [("x", x), ("y", y), ("width", width), ("height", height)];
        self.body.borrow_mut().element(paint, "rect", &attributes, "");
    }

    fn circle(&self, paint: Option<String>, (x, y): BackendCoord, radius: i32) {
        let Some(paint) = paint else { return };
        self.body.borrow_mut().element(paint, "circle", &[("cx", x), ("cy", y), ("r", radius)], "");
    }

    fn path(&self, paint: Option<String>, points: &[BackendCoord], end: &str) {
        if let Some(paint) = paint {
            self.body.borrow_mut().path(paint, points, end);
        }
    }

    /// The whole SVG.
    pub fn finish(self) -> String {
        let Self { size_px: (width, height), body } = self;
        let mut body = body.into_inner();
        body.close_group();
        let defs = if body.defs.is_empty() { String::new() } else { format!("<defs>{}</defs>", body.defs) };
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" \
             height=\"{height}\" font-family=\"{}\">{defs}{}</svg>",
            text::FONTS,
            body.text
        )
    }
}

impl Body {
    fn close_group(&mut self) {
        if !self.group.is_empty() {
            self.text.push_str("</g>");
            self.group.clear();
        }
    }

    /// Opens a group for a paint; neighbours with the same paint share it.
    fn painted(&mut self, paint: String) {
        let paint = self.paint.clone().unwrap_or(paint);
        if self.group != paint {
            self.close_group();
            self.write(&["<g ", &paint, ">"]);
            self.group = paint;
        }
    }

    /// Writes an element; its attributes are tenths of pixels, its content is markup.
    fn element(&mut self, paint: String, tag: &str, attributes: &[(&str, i32)], content: &str) {
        self.painted(paint);
        self.write(&["<", tag]);
        for (name, tenths) in attributes {
            self.write(&[" ", name, "=\"", &px(*tenths), "\""]);
        }
        self.write(&[">", content, "</", tag, ">"]);
    }

    fn path(&mut self, paint: String, points: &[BackendCoord], end: &str) {
        self.painted(paint);
        self.write(&["<path d=\""]);
        for (at, (x, y)) in points.iter().enumerate() {
            self.write(&[if at == 0 { "M" } else { "L" }, &px(*x), " ", &px(*y)]);
        }
        self.write(&[end, "\"></path>"]);
    }

    fn write(&mut self, parts: &[&str]) {
        for part in parts {
            self.text.push_str(part);
        }
    }
}

/// How a text looks; the size is in tenths of a pixel.
pub struct Letters {
    pub color: RGBColor,
    pub size: i32,
    pub bold: bool,
}

/// A pen that plotters draws with; coordinates are tenths of a pixel.
pub struct Pen<'a>(pub &'a Canvas);

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl DrawingBackend for Pen<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        (self.0.size_px.0 * TENTHS as u32, self.0.size_px.1 * TENTHS as u32)
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Drawn {
        self.draw_rect(point, (point.0 + 10, point.1 + 10), &color, true)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(&mut self, a: BackendCoord, b: BackendCoord, style: &S, fill: bool) -> Drawn {
        self.0.rect(paint(style.color(), style.stroke_width(), fill), a, b);
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        let points: Vec<BackendCoord> = path.into_iter().collect();
        self.0.path(paint(style.color(), style.stroke_width(), false), &points, "");
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, center: BackendCoord, radius: u32, style: &S, fill: bool) -> Drawn {
        self.0.circle(paint(style.color(), style.stroke_width(), fill), center, radius as i32);
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        let points: Vec<BackendCoord> = path.into_iter().collect();
        self.0.path(paint(style.color(), style.stroke_width(), true), &points, "z");
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Drawn {
        let (r, g, b) = style.color().rgb;
        let size = style.size().round() as i32;
        let pos = style.anchor();
        let letters = Letters { color: RGBColor(r, g, b), size, bold: is_bold(style) };
        self.0.text(text, at, (pos.h_pos, pos.v_pos), letters);
        Ok(())
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let size = style.size();
        let width = text::width(text, size, is_bold(style));
        Ok((width.ceil() as u32, size.ceil() as u32))
    }
}

fn is_bold<S: BackendTextStyle>(style: &S) -> bool {
    matches!(style.style(), FontStyle::Bold)
}

/// `None` for what is not seen.
fn paint(color: BackendColor, stroke_width: u32, fill: bool) -> Option<String> {
    let BackendColor { alpha, rgb: (r, g, b) } = color;
    let color = hex(RGBColor(r, g, b));
    (alpha > 0.0).then(|| match fill {
        true => ["fill=\"", &color, "\""].concat(),
        false => ["fill=\"none\" stroke=\"", &color, "\" stroke-width=\"", &px(stroke_width as i32), "\""].concat(),
    })
}

/// Tenths of a pixel as pixels: 125 is "12.5".
fn px(tenths: i32) -> String {
    let mut text = (tenths / 10).to_string();
    if tenths < 0 && tenths > -10 {
        text.insert(0, '-');
    }
    if tenths % 10 != 0 {
        text.push('.');
        text.push((b'0' + (tenths % 10).unsigned_abs() as u8) as char);
    }
    text
}

/// A pale tone of an ink: two parts paper, one part ink.
fn between(ink: RGBColor, paper: RGBColor) -> RGBColor {
    let mix = |ink: u8, paper: u8| ((u16::from(ink) + 2 * u16::from(paper)) / 3) as u8;
    RGBColor(mix(ink.0, paper.0), mix(ink.1, paper.1), mix(ink.2, paper.2))
}

pub fn hex(RGBColor(r, g, b): RGBColor) -> String {
    format!("#{r:02x}{g:02x}{b:02x}")
}
