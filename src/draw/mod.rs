//! AS DRAWN. A chart's values to items at fixed positions, and those to SVG text.
//!
//! [`layout`] decides once where everything is; painting and pointing read what it made. The SVG for the page has classes in
//! place of colours, so that a change of theme draws nothing again; a file has the colours of one theme.
//!
//! - `chart_layout` gives each panel its plot in a `grid`, with the axis of its values from `value_axis`; `panel` fills one:
//!   `header`, `heads`, `x_axis`, `marks`, `gaps`, `tags`, `line_ends`, `events`; `rows` is a panel of horizontal bars;
//!   `legend` stands below all.
//! - `space` keeps texts from covering each other.
//! - `pointing` finds what a pointer or a key leads to, `crosshair` draws a pointed period over a chart.
//!
//! All functions are pure: the same chart and size give the same bytes in the browser and on the host. Texts are measured by a
//! table and never by a page. plotters works here and nowhere else: every element is drawn through it into `svg::SvgBackend`.

mod axis;
mod brackets;
mod chart_layout;
mod crosshair;
mod events;
mod gaps;
mod geometry;
mod grid;
mod header;
mod heads;
mod legend;
mod line_ends;
mod ln;
mod marks;
mod paint;
mod palette;
mod panel;
pub mod picture;
mod placed;
mod pointing;
mod rows;
mod scale;
mod sizes;
mod space;
mod strip;
mod style;
mod svg;
mod symbols;
mod tags;
mod text_width;
mod value_axis;
mod x_axis;

pub use crosshair::{crosshair, pointed_period};
pub use geometry::{Point, Rect};
pub use palette::Palette;
pub use placed::{Across, Down, Element, Item, Layer, Placed, PlotArea, Pointing, Target, Text};
pub use pointing::Step;
pub use scale::Scale;
pub use space::wrap;
pub use strip::strip;
pub use style::{Colour, Fill, Form, Paint, TextStyle};
pub use svg::escape;
pub use text_width::{FONTS, text_width};

use crate::charts::Figure;
use crate::view::Extent;
use crate::words::Words;
use svg::Colours;

/// How much room a chart gets; its height follows from what it shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// CSS pixels; less than 200 counts as 200, more than 4000 as 4000.
    pub width: u32,
    /// How much of the chart the page shows.
    pub extent: Extent,
    /// In a frame: how high the drawing may be, in CSS pixels. Where the whole chart is higher, it has no legend and no
    /// words for gaps.
    pub room: Option<u32>,
}

impl Size {
    /// Less room than this is that of a frame of 300 px.
    const LOW_PX: u32 = 215;

    /// Whether a frame has room for one panel only, without what is said beside names and above years.
    fn is_low(self) -> bool {
        self.room.is_some_and(|room| room < Self::LOW_PX)
    }
}

/// The width of a sheet of A4 between the browser's usual margins, and how high a drawing on it may be, in CSS pixels. A sheet
/// of US Letter is a little wider and 70 px lower, and has room for it too.
pub const PAPER_PX: (u32, u32) = (718, 780);

/// How high a drawing of the overview may be on it: two stand on a sheet, and the first one under the headline.
const HALF_SHEET_PX: u32 = 430;

/// A chart as the page shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// The whole SVG element.
    pub svg: String,
    /// What it was painted from, for pointing and for files.
    pub placed: Placed,
}

/// Draws a chart for the page. `id` makes its ids unique there; a chart without marks gives a drawing without items.
pub fn draw(id: &str, figure: &Figure, size: Size, words: &Words) -> Drawing {
    let placed = layout(id, figure, size, words);
    Drawing { svg: paint::svg(&placed, Colours::Classes), placed }
}

/// Draws a chart for a sheet of paper: as wide as its text, and no higher than leaves room for the words around it; of the
/// overview half a sheet.
///
/// Plots give way, down to three tenths of their height, and rows a little: a chart of very many panels stays higher.
pub fn draw_on_paper(id: &str, figure: &Figure, extent: Extent, words: &Words) -> Drawing {
    let size = Size { width: PAPER_PX.0, extent, room: None };
    let most_px = if extent == Extent::Compact { HALF_SHEET_PX } else { PAPER_PX.1 };
    let placed = place(id, figure, size, chart_layout::arrange_within(figure, size, most_px, words), words);
    Drawing { svg: paint::svg(&placed, Colours::Classes), placed }
}

/// Lays a chart out for a width.
pub fn layout(id: &str, figure: &Figure, size: Size, words: &Words) -> Placed {
    let size = Size { width: size.width.clamp(200, 4000), ..size };
    let layout = chart_layout::arrange(figure, size, words);
    // The whole chart, where a frame has room for it.
    let size = if layout.in_full { Size { room: None, ..size } } else { size };
    place(id, figure, size, layout, words)
}

fn place(id: &str, figure: &Figure, size: Size, layout: chart_layout::ChartLayout, words: &Words) -> Placed {
    let mut placed = Placed::empty(id, size.width, layout.height);
    let mut first_mark = 0;
    for (index, panel_layout) in layout.panels.iter().enumerate() {
        let panel = &figure.chart.panels[panel_layout.panel];
        panel::place(&mut placed, panel, panel_layout, panel::Among { index, first_mark, size, figure, words });
        first_mark += panel.marks.len();
    }
    placed.elements.extend(legend::elements(figure, size, layout.panels.len(), layout.legend_top, words));
    placed
}

/// A chart as an SVG file of its own: on paper, in the colours of one theme, without classes.
pub fn file(placed: &Placed, palette: Palette) -> String {
    paint::svg(placed, Colours::Palette(palette))
}
