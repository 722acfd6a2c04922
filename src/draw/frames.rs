//! Where each panel of a chart is: its header, its plot and its axes, before anything is drawn in it.

use super::Size;
use super::axis::Axis;
use super::geometry::Rect;
use super::heights::{is_narrow, is_tight, least_column, plot_height};
use super::placed::PlotArea;
use super::scale::Scale;
use super::value_axis::{left_margin, value_axes};
use super::{header, heads, legend, rows, tags, x_axis};
use crate::charts::Figure;
use crate::charts::figure::{Arrangement, Base, Chart, Panel, XAxis};
use crate::words::Words;

/// Below all that is drawn.
const BELOW_PX: f64 = 2.0;
/// Between columns of panels.
const COLUMN_GAP_PX: f64 = 32.0;
/// Between a panel and the one below.
const ROW_GAP_PX: f64 = 18.0;
/// A row of events in words above a narrow plot.
const EVENT_ROW_PX: f64 = 16.0;
/// Less room than this shows one panel: a frame of 300 px, less what is around its drawing.
const ONE_PANEL_BELOW_PX: u32 = 215;
/// Plots in a frame are at least so many times as high as elsewhere, and at most.
const IN_FRAME: (f64, f64) = (0.3, 1.3);
/// Rows give way only where there is nothing else, and to this part of their height: their words keep their size.
const LEAST_ROWS: f64 = 0.74;

/// The panels of a chart that are shown, and the height of the drawing.
pub struct Frames {
    pub panels: Vec<Frame>,
    /// Where the legend starts.
    pub legend_top: f64,
    pub height: u32,
}

/// Where a panel is.
#[derive(Clone, Debug)]
pub struct Frame {
    /// Its index in the chart.
    pub panel: usize,
    /// Everything of it, from its header to the names under its plot.
    pub rect: Rect,
    pub plot: PlotArea,
    pub axis: Axis,
    /// Whether the values of its axis are written beside it.
    pub shows_values: bool,
    /// Whether the names of its other axis are written under it.
    pub shows_names: bool,
    /// The lines of each head.
    pub head_lines: usize,
    /// The y of the row for events in words, where they stand above the plot.
    pub event_row: Option<f64>,
}

/// Gives every panel its place.
pub fn frames(figure: &Figure, size: Size, words: &Words) -> Frames {
    let chart = &figure.chart;
    let shown = match size.room {
        Some(room) if room < ONE_PANEL_BELOW_PX => chart.panels.len().min(1),
        _ => chart.panels.len(),
    };
    let wanted = placed(figure, size, shown, 1.0, words);
    let Some(room) = size.room else { return wanted };
    let room = room.saturating_sub(BELOW_PX as u32);
    // As many panels as fit, the first ones; plots alone give way, words keep their size.
    let least = |shown: &usize| placed(figure, size, *shown, IN_FRAME.0, words).legend_top <= f64::from(room);
    let shown = (1..=shown).rev().find(least).unwrap_or(shown.min(1));
    let wanted = placed(figure, size, shown, 1.0, words);
    let spare = f64::from(room) - wanted.legend_top;
    let factor = stretched(figure, size, &wanted, spare);
    placed(figure, size, shown, factor.clamp(IN_FRAME.0, IN_FRAME.1), words)
}

/// Gives every panel its place, with plots as much lower as it takes to be at most so high, legend and all.
pub fn within(figure: &Figure, size: Size, most_px: u32, words: &Words) -> Frames {
    let shown = figure.chart.panels.len();
    let wanted = placed(figure, size, shown, 1.0, words);
    let spare = f64::from(most_px) - f64::from(wanted.height);
    let factor = stretched(figure, size, &wanted, spare);
    if spare >= 0.0 { wanted } else { placed(figure, size, shown, factor.clamp(IN_FRAME.0, 1.0), words) }
}

/// How many times as high plots are that take so many pixels more than they do.
fn stretched(figure: &Figure, size: Size, frames: &Frames, spare: f64) -> f64 {
    let (chart, shown) = (&figure.chart, frames.panels.len());
    let rows_alone = rows_alone(chart, shown);
    let stretches = frames.panels.iter().filter(|frame| rows_alone || !is_rows(&chart.panels[frame.panel]));
    let plots: f64 = stretches.map(|frame| frame.plot.rect.height()).sum();
    let plots = plots / columns(figure, shown, f64::from(size.width)).max(1) as f64;
    (plots + spare) / plots.max(1.0)
}

/// The same with every plot `factor` times as high.
fn placed(figure: &Figure, size: Size, shown: usize, factor: f64, words: &Words) -> Frames {
    let chart = &figure.chart;
    let width = f64::from(size.width);
    let columns = columns(figure, shown, width).max(1);
    let narrow = is_narrow(size);
    let row_factor = if rows_alone(chart, shown) { factor.clamp(LEAST_ROWS, 1.0) } else { 1.0 };
    let heights: Vec<f64> = (0..shown)
        .map(|index| height(figure, index, size) * if is_rows(&chart.panels[index]) { row_factor } else { factor })
        .collect();
    let axes = value_axes(chart, &heights);
    let tight = is_tight(figure.name);
    let about_px = (width - COLUMN_GAP_PX * (columns - 1) as f64) / columns as f64;
    let row_room = |index: usize| rows::Room::new(&chart.panels[index], tight, about_px, words);
    let left = |index: usize| match &chart.panels[index] {
        panel if is_rows(panel) => row_room(index).names,
        panel => left_margin(panel, &axes[index], narrow, words),
    };
    let of_rows = |index: usize| is_rows(&chart.panels[index]);
    let shared_left = (0..shown).filter(|index| !of_rows(*index)).map(left).fold(0.0, f64::max);
    let names_left = (0..shown).filter(|index| of_rows(*index)).map(left).fold(0.0, f64::max);
    // On one scale the values, and the names of rows that are the same, are written beside the first column only.
    let once = chart.same_scale && columns > 1 && !rows_differ(chart);
    let outer_left = if once { shared_left.max(names_left) } else { 0.0 };
    let column_width = (width - outer_left - COLUMN_GAP_PX * (columns - 1) as f64) / columns as f64;
    let end_px = (0..shown).map(|index| tags::end_width(&chart.panels[index], column_width, words)).fold(0.0, f64::max);
    let mut panels = Vec::new();
    let mut top = 0.0;
    for (row, indexes) in (0..shown).collect::<Vec<_>>().chunks(columns).enumerate() {
        let header_px = |index: &usize| header::height(&chart.panels[*index], &axes[*index], column_width, words);
        let header_px = indexes.iter().map(header_px).fold(0.0, f64::max);
        let mut bottom = top;
        for (column, index) in indexes.iter().enumerate() {
            let panel = &chart.panels[*index];
            let outer = outer_left + column as f64 * (column_width + COLUMN_GAP_PX);
            let (start, end) = (if once && column == 0 { 0.0 } else { outer }, outer + column_width);
            let own_left = match of_rows(*index) {
                // Side by side names need not end at one line.
                true if tight && columns > 1 => left(*index),
                true => names_left,
                false => shared_left,
            };
            let plot_left = if once { outer } else { outer + own_left };
            let plot_right = if end_px > 0.0 { end - end_px } else { end - 2.0 };
            let plot_width = (plot_right - plot_left).max(40.0);
            let head_lines = heads::lines(panel, plot_width, narrow, words);
            let worded = chart.events.iter().any(|event| event.worded.as_ref().is_some_and(|(of, _)| of == index));
            let event_row = (worded && narrow && size.room.is_none()).then_some(top + header_px);
            let y = top + header_px + event_row.map_or(0.0, |_| EVENT_ROW_PX) + heads::height(head_lines);
            let rect = Rect { left: plot_left, top: y, right: plot_left + plot_width, bottom: y + heights[*index] };
            let last_row = row + 1 == shown.div_ceil(columns);
            let shows_names = last_row || chart.arrangement != Arrangement::Stacked || !shares_axis(chart, *index);
            let names_px = if shows_names { x_axis::height(panel, plot_width, words) } else { 4.0 };
            let frame = Frame {
                panel: *index,
                rect: Rect { left: start, top, right: end, bottom: rect.bottom + names_px },
                plot: plot_area(panel, rect, &axes[*index], row_room(*index)),
                axis: axes[*index].clone(),
                shows_values: !(once && column > 0),
                shows_names,
                head_lines,
                event_row,
            };
            bottom = bottom.max(frame.rect.bottom);
            panels.push(frame);
        }
        top = bottom + ROW_GAP_PX;
    }
    let legend_top = (top - ROW_GAP_PX).max(0.0);
    let below = if size.room.is_none() { legend::height(figure, size, words) } else { 0.0 };
    Frames { panels, legend_top, height: (legend_top + below + BELOW_PX).round() as u32 }
}

/// How many panels stand side by side.
fn columns(figure: &Figure, shown: usize, width: f64) -> usize {
    let Arrangement::Columns(wanted) = figure.chart.arrangement else { return 1 };
    let wanted = usize::from(wanted).min(shown).max(1);
    let fits =
        |columns: usize| (width - COLUMN_GAP_PX * (columns - 1) as f64) / columns as f64 >= least_column(figure.name);
    // Four become two, three become one.
    let fewer = [wanted, if wanted == 4 { 2 } else { 1 }];
    fewer.into_iter().find(|columns| fits(*columns)).unwrap_or(1)
}

/// Whether the panel below has the same axis across.
fn shares_axis(chart: &Chart, index: usize) -> bool {
    let below = chart.panels.get(index + 1).map(|panel| &panel.x);
    matches!(chart.panels[index].x, XAxis::Time { .. }) && below == Some(&chart.panels[index].x)
}

/// Whether every panel that is shown is one of rows.
fn rows_alone(chart: &Chart, shown: usize) -> bool {
    chart.panels.iter().take(shown).all(is_rows)
}

/// Whether panels of rows have rows of their own.
fn rows_differ(chart: &Chart) -> bool {
    let axes: Vec<&XAxis> = chart.panels.iter().filter(|panel| is_rows(panel)).map(|panel| &panel.x).collect();
    axes.windows(2).any(|pair| pair[0] != pair[1])
}

fn is_rows(panel: &Panel) -> bool {
    matches!(panel.x, XAxis::Rows(_))
}

fn height(figure: &Figure, index: usize, size: Size) -> f64 {
    match &figure.chart.panels[index].x {
        XAxis::Rows(names) => rows::ROW_PX * names.len().max(1) as f64,
        _ => plot_height(figure, index, size),
    }
}

/// The scales of a plot. Rows have values across and lanes down.
fn plot_area(panel: &Panel, rect: Rect, axis: &Axis, row_room: rows::Room) -> PlotArea {
    let domain = match &panel.x {
        XAxis::Rows(names) => {
            let x = Scale::new(axis.domain, rows::value_room(axis.domain, rect, row_room));
            let y = Scale::new((0.0, names.len().max(1) as f64), (rect.top, rect.bottom));
            return PlotArea { rect, x, y };
        }
        XAxis::Time { from, to, .. } => (*from, *to),
        // January and December stand a little inside.
        XAxis::MonthsOfYear => (-0.25, 11.25),
        XAxis::Slots { slots, .. } => (0.0, slots.len().max(1) as f64),
    };
    let scale = if panel.base == Base::Log { Scale::logarithmic } else { Scale::new };
    let x = Scale::new(domain, (rect.left, rect.right));
    PlotArea { rect, x, y: scale(axis.domain, (rect.bottom, rect.top)) }
}
