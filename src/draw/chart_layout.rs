//! Where each panel of a chart is: its header, its plot and its axes, before anything is drawn in it.

use super::Size;
use super::axis::Axis;
use super::geometry::Rect;
use super::grid::{Grid, is_rows};
use super::heads::HeadForm;
use super::legend;
use super::placed::PlotArea;
use super::sizes::columns;
use crate::charts::Figure;
use crate::charts::figure::Chart;
use crate::words::Words;

/// Below all that is drawn.
const BELOW_PX: f64 = 2.0;
/// Between a panel and the one below.
const ROW_GAP_PX: f64 = 18.0;
/// The least height of a plot where there is little room, as a part of the height that it has elsewhere.
const LEAST_PLOTS: f64 = 0.3;
/// The same in a low frame.
const LEAST_LOW_PLOTS: f64 = 0.2;
/// The greatest height of a plot in a frame with room to spare, as a multiple of the height that it has elsewhere.
const MOST_PLOTS: f64 = 1.5;
/// A frame that has so much more room than its chart needs follows the height that it is told.
const SPARE_PX: f64 = 24.0;
const ROUNDED_PX: f64 = 2.0;

/// The panels of a chart that are shown, and the height of the drawing.
pub struct ChartLayout {
    pub panels: Vec<PanelLayout>,
    /// Where the legend starts.
    pub legend_top: f64,
    pub height: u32,
    /// Whether it is the whole chart, with its legend.
    pub in_full: bool,
}

/// Where a panel is.
#[derive(Clone, Debug)]
pub struct PanelLayout {
    /// Its index in the chart.
    pub panel: usize,
    /// Everything of it, from its header to the names under its plot.
    pub rect: Rect,
    pub plot: PlotArea,
    pub axis: Axis,
    /// Whether the values of its axis are written beside it.
    pub shows_values: bool,
    /// Whether they are written in thousands, where they are large.
    pub short_values: bool,
    /// Whether the names of its other axis are written under it.
    pub shows_names: bool,
    /// What the heads of years say.
    pub heads: HeadForm,
    /// The y of their upper edge.
    pub heads_top: f64,
    /// The y of the row for events in words, where they stand above the plot.
    pub event_row: Option<f64>,
}

/// Gives every panel its place.
///
/// In a frame that is too low for the whole chart plots are lower, and then panels are left out; in one that has more room
/// plots are higher.
pub fn arrange(figure: &Figure, size: Size, words: &Words) -> ChartLayout {
    let all = figure.chart.panels.len();
    let free = Size { room: None, ..size };
    let wanted = arrange_at(figure, free, all, 1.0, words);
    let Some(room) = size.room else { return wanted };
    let spare = f64::from(room) - f64::from(wanted.height);
    if spare >= SPARE_PX {
        let factor = plot_factor(figure, free, &wanted, spare).clamp(1.0, MOST_PLOTS);
        return arrange_at(figure, free, all, factor, words);
    }
    // A host rounds the height that it was asked for.
    if spare >= -ROUNDED_PX {
        return wanted;
    }
    let most = if size.is_low() { all.min(1) } else { all };
    // As many panels as fit, the first ones; plots and rows give way, words keep their size.
    let fits = |shown: &usize| arrange_at(figure, size, *shown, least_plots(size), words).height <= room;
    let shown = (1..=most).rev().find(fits).unwrap_or(most.min(1));
    fitted(figure, size, shown, MOST_PLOTS, |layout| f64::from(room) - f64::from(layout.height), words)
}

/// The first `shown` panels, with plots as high as they need to be for nothing to be spare, at most `most` times as high as
/// without a frame.
fn fitted(
    figure: &Figure,
    size: Size,
    shown: usize,
    most: f64,
    spare: impl Fn(&ChartLayout) -> f64,
    words: &Words,
) -> ChartLayout {
    let next = |factor: f64, layout: &ChartLayout| {
        let factor = (factor * plot_factor(figure, size, layout, spare(layout))).clamp(least_plots(size), most);
        (factor, arrange_at(figure, size, shown, factor, words))
    };
    let (factor, first) = next(1.0, &arrange_at(figure, size, shown, 1.0, words));
    // Rows gave way too, which leaves plots a little more, as far as no words take it.
    let (_, second) = next(factor, &first);
    if spare(&second) > -0.5 { second } else { first }
}

/// Gives every panel its place, with plots as much lower as it takes to be at most so high, legend and all.
pub fn arrange_within(figure: &Figure, size: Size, most_px: u32, words: &Words) -> ChartLayout {
    let shown = figure.chart.panels.len();
    fitted(figure, size, shown, 1.0, |layout| f64::from(most_px) - f64::from(layout.height), words)
}

fn least_plots(size: Size) -> f64 {
    if size.is_low() { LEAST_LOW_PLOTS } else { LEAST_PLOTS }
}

/// How many times as high plots are that take so many pixels more than they do.
fn plot_factor(figure: &Figure, size: Size, layout: &ChartLayout, spare: f64) -> f64 {
    let (chart, shown) = (&figure.chart, layout.panels.len());
    let rows_alone = rows_alone(chart, shown);
    let stretches =
        layout.panels.iter().filter(|panel_layout| rows_alone || !is_rows(&chart.panels[panel_layout.panel]));
    let plots: f64 = stretches.map(|panel_layout| panel_layout.plot.rect.height()).sum();
    let plots = plots / columns(figure, shown, size).max(1) as f64;
    (plots + spare) / plots.max(1.0)
}

/// The first `shown` panels, with every plot `factor` times as high as it is without a frame.
fn arrange_at(figure: &Figure, size: Size, shown: usize, factor: f64, words: &Words) -> ChartLayout {
    let grid = Grid::new(figure, size, shown, factor, words);
    let mut panels = Vec::new();
    let mut top = 0.0;
    for (row, indexes) in (0..shown).collect::<Vec<_>>().chunks(grid.columns).enumerate() {
        let header_px = indexes.iter().map(|index| grid.header_px(*index)).fold(0.0, f64::max);
        let is_last_row = row + 1 == shown.div_ceil(grid.columns);
        let mut bottom = top;
        for (column, index) in indexes.iter().enumerate() {
            let panel_layout = grid.panel(*index, column, top, header_px, is_last_row);
            bottom = bottom.max(panel_layout.rect.bottom);
            panels.push(panel_layout);
        }
        top = bottom + ROW_GAP_PX;
    }
    let legend_top = (top - ROW_GAP_PX).max(0.0);
    let below = legend::height(figure, size, shown, words);
    let height = (legend_top + below + BELOW_PX).round() as u32;
    ChartLayout { panels, legend_top, height, in_full: size.room.is_none() }
}

/// Whether every panel that is shown is one of rows.
fn rows_alone(chart: &Chart, shown: usize) -> bool {
    chart.panels.iter().take(shown).all(is_rows)
}
