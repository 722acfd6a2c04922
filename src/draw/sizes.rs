//! How high plots are, how many stand side by side, and when a drawing counts as narrow.

use super::Size;
use crate::charts::Figure;
use crate::charts::figure::Arrangement;
use crate::view::{ChartName, Extent, Page};

/// Below this width a drawing is narrow: fewer and shorter words.
const NARROW_PX: u32 = 568;

/// From this width on a chart has its page to itself.
const LARGE_PX: u32 = 860;

/// Below this width a column is narrow, however wide its drawing.
const NARROW_COLUMN_PX: f64 = 300.0;

/// In a lower plot marks are near each other: words are short, and close to their marks.
pub const LOW_PLOT_PX: f64 = 80.0;

/// Between columns of panels.
pub const COLUMN_GAP_PX: f64 = 32.0;

/// Whether a drawing is narrow.
pub fn is_narrow(size: Size) -> bool {
    size.width < NARROW_PX
}

/// Whether the values of an axis are written in thousands: in a narrow drawing, and in a narrow column of a wide one.
pub fn has_short_values(size: Size, column_px: f64) -> bool {
    is_narrow(size) || column_px < NARROW_COLUMN_PX
}

/// How high a panel's plot is, in CSS pixels. Rows have a height of their own.
pub fn plot_height(figure: &Figure, panel: usize, size: Size) -> f64 {
    let (narrow, large) = (is_narrow(size), size.width >= LARGE_PX);
    match figure.name {
        ChartName::Trade => match (panel, narrow, large) {
            (0, true, _) => 140.0,
            (0, _, true) => 190.0,
            (0, ..) => 168.0,
            (_, true, _) => 104.0,
            (_, _, true) => 132.0,
            (..) => 118.0,
        },
        ChartName::Ytd if narrow => 150.0,
        ChartName::Ytd => 204.0,
        ChartName::Change if narrow => 200.0,
        ChartName::Change => 258.0,
        ChartName::Gap if narrow => 268.0,
        ChartName::Gap => 300.0,
        ChartName::Origins => 104.0,
        ChartName::Baskets => 92.0,
        ChartName::OriginsValue => 120.0,
        ChartName::Shifts => 120.0,
        ChartName::Partners => 84.0,
        ChartName::Index if size.extent == Extent::Full => 230.0,
        ChartName::Index if narrow && size.width < 420 => 170.0,
        // On the overview it stands beside the bridge with its strip.
        ChartName::Index if narrow => 390.0,
        ChartName::Index => 270.0,
        ChartName::Prices if narrow => 200.0,
        ChartName::Prices => 226.0,
        ChartName::Outside | ChartName::Relative => 130.0,
        ChartName::Concentration if panel == 0 => 150.0,
        ChartName::Concentration => 70.0,
        // Of rows, which have a height of their own.
        ChartName::Demand | ChartName::Supply | ChartName::BreakEven => 120.0,
        // The article's charts are low, and those not named are rows.
        _ => 92.0,
    }
}

/// Whether names and values of rows have no more room than they need: the article's charts stand in its margin.
pub fn is_tight(name: ChartName) -> bool {
    name.page() == Page::Article
}

/// The width of each of so many columns.
pub fn column_width(width: f64, columns: usize) -> f64 {
    (width - COLUMN_GAP_PX * (columns - 1) as f64) / columns as f64
}

/// How many panels stand side by side. In a frame that is too low for all of them three may become two.
pub fn columns(figure: &Figure, shown: usize, size: Size) -> usize {
    let Arrangement::Columns(wanted) = figure.chart.arrangement else { return 1 };
    let wanted = usize::from(wanted).min(shown).max(1);
    let fits = |columns: usize| column_width(f64::from(size.width), columns) >= least_column(figure.name);
    // Four become two, three become one.
    let fewer = [wanted, if wanted == 4 || size.room.is_some() { 2 } else { 1 }];
    fewer.into_iter().find(|columns| fits(*columns)).unwrap_or(1)
}

/// The least width of a column where panels stand side by side, in CSS pixels.
fn least_column(name: ChartName) -> f64 {
    match name {
        ChartName::Origins => 140.0,
        ChartName::Shifts => 262.0,
        // Its panels are worth more side by side than its bars are long.
        ChartName::Supply => 160.0,
        ChartName::Outside => 262.0,
        name if is_tight(name) => 160.0,
        _ => 250.0,
    }
}
