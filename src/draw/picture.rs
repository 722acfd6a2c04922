//! A drawing with title, subtitle, source and date on paper of its own: a picture that stands alone.

use super::file;
use super::palette::Palette;
use super::placed::Placed;
use super::style::Colour;
use super::svg::escape;
use super::text_width::{FONTS, text_width};

/// The fonts of the page's headline.
const SERIF: &str = "Georgia, 'Times New Roman', 'Liberation Serif', Tinos";

/// Sizes in CSS pixels, as the style sheet has them for the same words.
#[derive(Clone, Copy, Debug)]
pub struct Layout {
    width: u32,
    /// `None` is as high as what it holds.
    height: Option<u32>,
    margin: u32,
    title: Letters,
    subtitle: Letters,
}

/// How a text is set.
#[derive(Clone, Copy, Debug)]
struct Letters {
    size: u32,
    /// From one line to the next.
    line: u32,
    bold: bool,
    fonts: &'static str,
}

const TITLE: Letters = Letters { size: 17, line: 22, bold: true, fonts: FONTS };
const SUBTITLE: Letters = Letters { size: 14, line: 20, bold: false, fonts: FONTS };
const BELOW: Letters = Letters { size: 13, line: 19, bold: false, fonts: FONTS };

/// For columns of text on phones.
pub const NARROW: Layout = Layout::around(328);

/// For columns of text on wider screens: wider, and its letters would be too small where the picture is made to fit.
pub const WIDE: Layout = Layout::around(752);

/// The size that link previews show whole.
pub const PREVIEW: Layout = Layout {
    width: 1200,
    height: Some(630),
    margin: 48,
    title: Letters { size: 37, line: 42, bold: true, fonts: SERIF },
    subtitle: Letters { size: 19, line: 34, bold: false, fonts: FONTS },
};

/// The words around a drawing.
#[derive(Clone, Copy, Debug)]
pub struct Around<'a> {
    /// What the chart found.
    pub title: &'a str,
    /// What its marks measure.
    pub subtitle: &'a str,
    /// Paragraphs under the drawing: the source, how new the figures are, where the chart is.
    pub below: &'a [&'a str],
}

impl Layout {
    /// Around a drawing of this width in CSS pixels.
    pub const fn around(chart_width: u32) -> Self {
        let margin = if chart_width < 400 { 16 } else { 24 };
        Self { width: chart_width + 2 * margin, height: None, margin, title: TITLE, subtitle: SUBTITLE }
    }

    /// How wide the drawing is.
    pub fn chart_width(&self) -> u32 {
        self.width - 2 * self.margin
    }
}

/// The whole picture as an SVG file.
pub fn svg(layout: &Layout, around: &Around, placed: &Placed, palette: Palette) -> String {
    let mut body = String::new();
    let mut y = layout.margin.min(22);
    let mut set = |text: &str, letters: &Letters, ink: &str, y: &mut u32| {
        for line in lines(text, letters, layout.chart_width()) {
            // Letters of all fonts here reach down by a fifth of their size; the rest of a line is halved around them.
            let baseline = *y + letters.line / 2 + letters.size * 3 / 10;
            body += &line_of(&line, letters, ink, layout.margin, baseline);
            *y += letters.line;
        }
    };
    set(around.title, &layout.title, &palette.hex(Colour::INK), &mut y);
    set(around.subtitle, &layout.subtitle, &palette.hex(Colour::Muted), &mut y);
    y += 4;
    let chart_top = y;
    y += placed.height;
    for (number, below) in around.below.iter().enumerate() {
        y += if number == 0 { 8 } else { 0 };
        set(below, &BELOW, &palette.hex(Colour::Muted), &mut y);
    }
    let (width, height) = (layout.width, layout.height.unwrap_or(y + layout.margin / 2));
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\">\
         <title>{}</title><rect width=\"{width}\" height=\"{height}\" fill=\"{}\"></rect>{body}\
         <g transform=\"translate({} {chart_top})\" font-family=\"{FONTS}\">{}</g></svg>\n",
        escape(around.title),
        palette.hex(Colour::Paper),
        layout.margin,
        content(&file(placed, palette)),
    )
}

/// What is inside an SVG's outermost element.
fn content(svg: &str) -> &str {
    let inside = svg.split_once('>').map_or("", |(_, inside)| inside);
    inside.strip_suffix("</svg>").unwrap_or(inside)
}

fn line_of(line: &str, letters: &Letters, ink: &str, x: u32, y: u32) -> String {
    let weight = if letters.bold { " font-weight=\"700\"" } else { "" };
    let (size, fonts) = (letters.size, letters.fonts);
    format!(
        "<text x=\"{x}\" y=\"{y}\" font-family=\"{fonts}\" font-size=\"{size}\"{weight} fill=\"{ink}\">{}</text>",
        escape(line)
    )
}

/// Breaks a text between words into as few lines as `room` pixels allow, and these about as long as each other.
fn lines(text: &str, letters: &Letters, room: u32) -> Vec<String> {
    let fewest = broken(text, letters, room).len();
    let narrower = (1..=room).rev().step_by(8).map(|room| broken(text, letters, room));
    narrower.take_while(|lines| lines.len() == fewest).last().unwrap_or_default()
}

/// Breaks a text between words into lines that fit into `room` pixels; a word that is wider has a line of its own.
fn broken(text: &str, letters: &Letters, room: u32) -> Vec<String> {
    let fits = |line: &str| text_width(line, f64::from(letters.size), letters.bold) <= f64::from(room);
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if fits(&format!("{line} {word}")) => *line += &format!(" {word}"),
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}
