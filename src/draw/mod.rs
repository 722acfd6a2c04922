//! AS DRAWN. A chart's values to SVG text, with the scales and the marks that can be pointed at.
//!
//! [`draw`] is a pure function: the same chart, size and palette give the same bytes in the browser and on the host.
//! plotters works here and nowhere else; it draws into [`svg::Pen`], which measures text by a table and never asks a page.

mod axis;
mod drawing;
mod marks;
mod painter;
pub mod palette;
mod rows;
mod svg;
pub mod text;
mod time;

pub use axis::Scale;
pub use drawing::{Drawing, Hit, PlotArea, Step, Target};
pub use palette::Palette;

use crate::charts::Chart;
use crate::words::Words;

/// How much room a chart gets; its height follows from what it shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// CSS pixels; narrower than 200 is drawn as 200.
    pub width: u32,
    /// One of several on a page: less high, with fewer labels.
    pub compact: bool,
}

/// Draws a chart. `name` makes its ids unique on a page; what cannot be drawn gives a drawing without marks.
pub fn draw(name: &str, chart: &Chart, size: Size, palette: &Palette, words: &Words) -> Drawing {
    let size = Size { width: size.width.clamp(200, 4000), ..size };
    match chart {
        Chart::Time(chart) => time::draw(name, chart, size, palette, words),
        Chart::Rows(chart) => rows::draw(name, chart, size, palette, words),
    }
}
