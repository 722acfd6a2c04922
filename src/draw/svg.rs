//! SVG text, and the backend that plotters writes it through.
//!
//! The text is written as a browser would write it back (no self-closing tags, double quotes, the fewest escapes), so that a
//! chart on the page can be compared with the host's byte by byte. Coordinates are tenths of a CSS pixel: plotters counts in
//! whole numbers, and this is fine enough for a crisp line.

use super::palette::Palette;
use super::placed::{Across, Text};
use super::style::{Colour, Fill, Form, Paint};
use super::text_width::FONTS;
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, DrawingBackend, DrawingErrorKind};
use std::convert::Infallible;

/// What gives elements their colours.
#[derive(Clone, Copy)]
pub enum Colours {
    /// Classes, for the page: `style/drawing.css` has their colours.
    Classes,
    /// Plain attributes, for a file: office programs do not read style sheets reliably.
    Palette(Palette),
}

/// An SVG in the making. Neighbours with the same attributes share a group.
pub struct SvgText {
    name: String,
    size_px: (u32, u32),
    colours: Colours,
    /// How the next shapes are painted.
    paint: Paint,
    /// The striped fills that are used, each once.
    hatches: Vec<(Colour, Form)>,
    body: String,
    /// The attributes of the open group; empty where none is open.
    group: String,
}

impl SvgText {
    /// An empty SVG; `name` makes its ids unique on a page.
    pub fn new(name: &str, size_px: (u32, u32), colours: Colours) -> Self {
        let paint = Paint::area(Colour::INK, Form::Solid);
        let (name, body, group) = (name.to_owned(), String::new(), String::new());
        Self { name, size_px, colours, paint, hatches: Vec::new(), body, group }
    }

    /// Paints every shape that follows.
    pub fn set_paint(&mut self, paint: Paint) {
        let hatch = (paint.colour, paint.form);
        if matches!(paint.form.fill(), Fill::Stripes { .. }) && !self.hatches.contains(&hatch) {
            self.hatches.push(hatch);
        }
        self.paint = paint;
    }

    pub fn text(&mut self, text: &Text, (x, y): BackendCoord) {
        let anchor = match text.align.0 {
            Across::Left => "start",
            Across::Center => "middle",
            Across::Right => "end",
        };
        let (colour, halo) = (text.style.colour, text.style.halo);
        let colour = match self.colours {
            Colours::Classes if halo => attribute("class", &[colour.class(), " halo"].concat()),
            Colours::Classes => attribute("class", colour.class()),
            Colours::Palette(palette) if halo => {
                let paper = palette.hex(Colour::Paper);
                let rim = " stroke-width=\"3\" stroke-linejoin=\"round\" paint-order=\"stroke\"";
                [&*attribute("fill", &palette.hex(colour)), &attribute("stroke", &paper), rim].concat()
            }
            Colours::Palette(palette) => attribute("fill", &palette.hex(colour)),
        };
        let size = tenths(text.style.size_px);
        let weight = if text.style.bold { attribute("font-weight", "700") } else { String::new() };
        self.open_group([colour, attribute("font-size", &px(size)), attribute("text-anchor", anchor), weight].concat());
        // Rounded half away from zero.
        let percent = text.align.1.percent_to_baseline();
        let down = (size * percent + 50 * percent.signum()) / 100;
        self.element("text", &[("x", x), ("y", y + down)], &escape(&text.content));
    }

    /// The whole SVG.
    pub fn finish(mut self) -> String {
        self.close_group();
        let (width, height) = self.size_px;
        let class = if let Colours::Classes = self.colours { " class=\"chart__drawing\"" } else { "" };
        let hatches: String = self.hatches.iter().map(|(colour, form)| self.hatch(*colour, *form)).collect();
        let defs = if hatches.is_empty() { hatches } else { format!("<defs>{hatches}</defs>") };
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\"{class} viewBox=\"0 0 {width} {height}\" width=\"{width}\" \
             height=\"{height}\" font-family=\"{FONTS}\">{defs}{}</svg>",
            self.body
        )
    }

    /// Stripes in a colour on a pale ground of the same.
    fn hatch(&self, colour: Colour, form: Form) -> String {
        let Fill::Stripes { stripe, ground } = form.fill() else { return String::new() };
        let part = |name: &str, tint: u8| match self.colours {
            Colours::Classes => attribute("class", &[colour.class(), " ", form.class(), "-", name].concat()),
            Colours::Palette(palette) => attribute("fill", &palette.tint_hex(colour, tint)),
        };
        let (id, stripe, ground) = (self.hatch_id(colour, form), part("stripe", stripe), part("ground", ground));
        format!(
            "<pattern id=\"{id}\" width=\"4\" height=\"4\" patternUnits=\"userSpaceOnUse\" \
             patternTransform=\"rotate(45)\"><rect width=\"4\" height=\"4\"{ground}></rect>\
             <rect width=\"2\" height=\"4\"{stripe}></rect></pattern>"
        )
    }

    fn hatch_id(&self, colour: Colour, form: Form) -> String {
        [&*self.name, "-", colour.class(), "-", form.class()].concat()
    }

    /// The attributes of shapes that are painted in a way. What is no colour is the same on the page and in a file.
    fn paint_attributes(&self, Paint { colour, form, stroke_px }: Paint) -> String {
        let hatch = || ["url(#", &self.hatch_id(colour, form), ")"].concat();
        let striped = matches!(form.fill(), Fill::Stripes { .. });
        let mut attributes = match self.colours {
            Colours::Classes => {
                let class = attribute("class", &[colour.class(), " ", form.class()].concat());
                if striped { [class, attribute("fill", &hatch())].concat() } else { class }
            }
            Colours::Palette(palette) => {
                let fill = match form.fill() {
                    Fill::Empty => "none".to_owned(),
                    Fill::Tint(percent) => palette.tint_hex(colour, percent),
                    Fill::Stripes { .. } => hatch(),
                };
                let stroke = form.stroke().map(|percent| attribute("stroke", &palette.tint_hex(colour, percent)));
                attribute("fill", &fill) + &stroke.unwrap_or_default()
            }
        };
        if stroke_px > 0.0 {
            attributes += &attribute("stroke-width", &px(tenths(stroke_px)));
        }
        attributes += &form.dashes().map(|dashes| attribute("stroke-dasharray", dashes)).unwrap_or_default();
        attributes
    }

    /// Opens a group with attributes; an open one with the same stays.
    fn open_group(&mut self, attributes: String) {
        if self.group != attributes {
            self.close_group();
            self.write(&["<g", &attributes, ">"]);
            self.group = attributes;
        }
    }

    fn close_group(&mut self) {
        if !self.group.is_empty() {
            self.body.push_str("</g>");
            self.group.clear();
        }
    }

    /// Writes a shape in the paint that was set.
    fn shape(&mut self, tag: &str, lengths: &[(&str, i32)]) {
        self.open_group(self.paint_attributes(self.paint));
        self.element(tag, lengths, "");
    }

    /// Writes an element; `lengths` are tenths of pixels, `content` is markup.
    fn element(&mut self, tag: &str, lengths: &[(&str, i32)], content: &str) {
        self.write(&["<", tag]);
        for (name, tenths) in lengths {
            self.write(&[&attribute(name, &px(*tenths))]);
        }
        self.write(&[">", content, "</", tag, ">"]);
    }

    /// Writes a path through points; a closed one ends where it began.
    fn path(&mut self, points: impl Iterator<Item = BackendCoord>, closed: bool) {
        self.open_group(self.paint_attributes(self.paint));
        self.write(&["<path d=\""]);
        for (index, (x, y)) in points.enumerate() {
            self.write(&[if index == 0 { "M" } else { "L" }, &px(x), " ", &px(y)]);
        }
        self.write(&[if closed { "Z\"></path>" } else { "\"></path>" }]);
    }

    fn write(&mut self, parts: &[&str]) {
        parts.iter().for_each(|part| self.body.push_str(part));
    }
}

/// What plotters draws into. Shapes look as [`SvgText::set_paint`] says, whatever their style: plotters' styles are colours.
pub struct SvgBackend<'a>(pub &'a mut SvgText);

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl DrawingBackend for SvgBackend<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        (self.0.size_px.0 * 10, self.0.size_px.1 * 10)
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, _: BackendColor) -> Drawn {
        self.0.shape("rect", &[("x", x), ("y", y), ("width", 1), ("height", 1)]);
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(&mut self, a: BackendCoord, b: BackendCoord, _: &S, _: bool) -> Drawn {
        let (x, y, width, height) = (a.0.min(b.0), a.1.min(b.1), (a.0 - b.0).abs(), (a.1 - b.1).abs());
        self.0.shape("rect", &[("x", x), ("y", y), ("width", width), ("height", height)]);
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, points: I, _: &S) -> Drawn {
        self.0.path(points.into_iter(), false);
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, points: I, _: &S) -> Drawn {
        self.0.path(points.into_iter(), true);
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, (x, y): BackendCoord, radius: u32, _: &S, _: bool) -> Drawn {
        self.0.shape("circle", &[("cx", x), ("cy", y), ("r", radius as i32)]);
        Ok(())
    }
}

/// An attribute with the space before it; its value needs no escapes.
fn attribute(name: &str, value: &str) -> String {
    [" ", name, "=\"", value, "\""].concat()
}

/// CSS pixels as tenths of them.
pub fn tenths(px: f64) -> i32 {
    (px * 10.0).round() as i32
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

/// A text as the content of an element, in SVG and HTML.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            // Neither XML nor a browser writes these back as they are.
            '\u{a0}' => out.push(' '),
            letter if letter.is_control() => {}
            '\u{fffe}' | '\u{ffff}' => {}
            letter => out.push(letter),
        }
    }
    out
}
