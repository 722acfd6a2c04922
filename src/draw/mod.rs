//! AS DRAWN. A chart's values to items at fixed positions, and those to SVG text.
//!
//! [`layout`] decides once where everything is; painting and pointing read what it made. The SVG for the page has classes in
//! place of colours, so that a change of theme draws nothing again; a file has the colours of one theme.
//!
//! All functions are pure: the same chart and size give the same bytes in the browser and on the host. Texts are measured by a
//! table and never by a page. plotters works here and nowhere else: every element is drawn through it into [`svg::SvgBackend`].

mod axis;
mod events;
mod gaps;
mod geometry;
mod labels;
mod marks;
mod paint;
mod palette;
mod placed;
mod pointing;
mod rows;
mod scale;
mod style;
mod svg;
mod text_width;
mod time;
mod time_axis;

pub use geometry::{Point, Rect};
pub use palette::Palette;
pub use placed::{Across, Down, Element, Item, Layer, Placed, PlotArea, Pointing, Target, Text};
pub use pointing::Step;
pub use scale::Scale;
pub use style::{Colour, Form, Paint, TextStyle};
pub use svg::escape;
pub use text_width::{FONTS, text_width};

use crate::charts::Chart;
use crate::words::Words;
use svg::Colours;

/// How much room a chart gets; its height follows from what it shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// CSS pixels; less than 200 counts as 200, more than 4000 as 4000.
    pub width: u32,
    /// One of several on a page: less high, with fewer labels.
    pub compact: bool,
}

/// A chart as the page shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// The whole SVG element.
    pub svg: String,
    /// What it was painted from, for pointing and for files.
    pub placed: Placed,
}

/// Draws a chart for the page. `name` makes its ids unique there; a chart without marks gives a drawing without items.
pub fn draw(name: &str, chart: &Chart, size: Size, words: &Words) -> Drawing {
    let placed = layout(name, chart, size, words);
    Drawing { svg: paint::svg(&placed, Colours::Classes), placed }
}

/// Lays a chart out for a width.
pub fn layout(name: &str, chart: &Chart, size: Size, words: &Words) -> Placed {
    let size = Size { width: size.width.clamp(200, 4000), ..size };
    match chart {
        Chart::Time(chart) => time::layout(name, chart, size, words),
        Chart::Rows(chart) => rows::layout(name, chart, size, words),
    }
}

/// A chart as an SVG file of its own: on paper, in the colours of one theme, without classes.
pub fn file(placed: &Placed, palette: Palette) -> String {
    paint::svg(placed, Colours::Palette(palette))
}
