//! Where each panel of a chart is: its header, its plot and its axes, before anything is drawn in it.

use super::Size;
use super::axis::Axis;
use super::geometry::Rect;
use super::placed::PlotArea;
use super::scale::Scale;
use super::sizes::{COLUMN_GAP_PX, column_width, columns, has_short_values, is_narrow, is_tight, plot_height};
use super::value_axis::{left_margin, value_axes};
use super::{header, heads, legend, line_ends, rows, x_axis};
use crate::charts::Figure;
use crate::charts::figure::{Arrangement, Base, Chart, Panel, XAxis};
use crate::words::Words;

/// Below all that is drawn.
const BELOW_PX: f64 = 2.0;
/// Between a panel and the one below.
const ROW_GAP_PX: f64 = 18.0;
/// Right of a plot in a narrow column without words at the ends of lines.
pub const NARROW_END_PX: f64 = 10.0;
/// A row of events in words above a narrow plot.
const EVENT_ROW_PX: f64 = 16.0;
/// The least height of a plot where there is little room, as a part of the height that it has elsewhere.
const LEAST_PLOTS: f64 = 0.3;
/// The same in a low frame.
const LEAST_LOW_PLOTS: f64 = 0.2;
/// The greatest height of a plot in a frame with room to spare, as a multiple of the height that it has elsewhere.
const MOST_PLOTS: f64 = 1.5;
/// A frame that has so much more room than its chart needs follows the height that it is told.
const SPARE_PX: f64 = 24.0;
const ROUNDED_PX: f64 = 2.0;
/// Rows give way to this part of their height: their words keep their size.
const LEAST_ROWS: f64 = 0.74;

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
    /// The lines of each head.
    pub head_lines: usize,
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

/// The columns that panels stand in, and what each panel needs of its own. Lists are in the order of the panels.
struct Grid<'a> {
    figure: &'a Figure,
    size: Size,
    words: &'a Words,
    columns: usize,
    /// The width of a column, in CSS pixels.
    column_px: f64,
    /// Whether the values of the axis are written beside the first column only: where all columns have one scale.
    once: bool,
    /// Whether they are written in thousands, where they are large.
    short_values: bool,
    /// The room for them, left of the first column; 0 where each column has its own.
    outer_left: f64,
    /// The room beside each plot inside its column.
    lefts: Vec<f64>,
    /// The room for the words at the ends of lines.
    end_px: f64,
    /// The height of each plot.
    heights: Vec<f64>,
    axes: Vec<Axis>,
    /// What the words of rows take of each panel.
    row_rooms: Vec<rows::Room>,
}

impl<'a> Grid<'a> {
    fn new(figure: &'a Figure, size: Size, shown: usize, factor: f64, words: &'a Words) -> Self {
        let chart = &figure.chart;
        let panels = &chart.panels[..shown];
        let width = f64::from(size.width);
        let columns = columns(figure, shown, size).max(1);
        let row_factor = factor.clamp(LEAST_ROWS, 1.0);
        let factor = |panel: &Panel| if is_rows(panel) { row_factor } else { factor };
        let heights: Vec<f64> =
            panels.iter().enumerate().map(|(index, panel)| height(figure, index, size) * factor(panel)).collect();
        let axes = value_axes(chart, &heights);
        let tight = is_tight(figure.name);
        let about_px = column_width(width, columns);
        let short_values = has_short_values(size, about_px);
        let row_rooms: Vec<rows::Room> =
            panels.iter().map(|panel| rows::Room::new(panel, tight, about_px, words)).collect();
        let beside = |(index, panel): (usize, &Panel)| {
            let names = is_rows(panel).then(|| row_rooms[index].names);
            names.unwrap_or_else(|| left_margin(panel, &axes[index], short_values, words))
        };
        let beside: Vec<f64> = panels.iter().enumerate().map(beside).collect();
        let widest = |rows: bool| {
            let of_kind = panels.iter().zip(&beside).filter(|(panel, _)| is_rows(panel) == rows);
            of_kind.map(|(_, beside)| *beside).fold(0.0, f64::max)
        };
        let (values_left, names_left) = (widest(false), widest(true));
        // On one scale the values, and the names of rows that are the same, are written beside the first column only.
        let once = chart.same_scale && columns > 1 && !rows_differ(chart);
        let outer_left = if once { values_left.max(names_left) } else { 0.0 };
        let left = |(panel, own): (&Panel, &f64)| match is_rows(panel) {
            _ if once => 0.0,
            false => values_left,
            // Side by side names need not end at one line.
            true if tight && columns > 1 => *own,
            true => names_left,
        };
        let lefts = panels.iter().zip(&beside).map(left).collect();
        let column_px = column_width(width - outer_left, columns);
        let end_px = panels.iter().map(|panel| line_ends::width(panel, column_px, words)).fold(0.0, f64::max);
        Self {
            figure,
            size,
            words,
            columns,
            column_px,
            once,
            short_values,
            outer_left,
            lefts,
            end_px,
            heights,
            axes,
            row_rooms,
        }
    }

    /// The height of what stands above the plot of a panel.
    fn header_px(&self, index: usize) -> f64 {
        let said = header::Said { unit: true, asides: !self.size.is_low(), heads: self.head_lines(index) > 1 };
        header::height(&self.figure.chart.panels[index], &self.axes[index], self.column_px, said, self.words)
    }

    /// How many lines the heads of a panel have.
    fn head_lines(&self, index: usize) -> usize {
        let panel = &self.figure.chart.panels[index];
        if self.size.is_low() { 0 } else { heads::lines(panel, self.plot_width(index), self.words) }
    }

    fn plot_width(&self, index: usize) -> f64 {
        // In narrow columns the value of the last step is wider than its column.
        let is_time = matches!(self.figure.chart.panels[index].x, XAxis::Time { .. });
        let is_narrow_time = self.columns > 1 && self.column_px < 200.0 && is_time;
        let beside_px = if is_narrow_time { NARROW_END_PX } else { 2.0 };
        let right_px = if self.end_px > 0.0 { self.end_px } else { beside_px };
        (self.column_px - self.lefts[index] - right_px).max(40.0)
    }

    /// A panel in a column, from `top` down; `header_px` is the height of the highest header of its row.
    fn panel(&self, index: usize, column: usize, top: f64, header_px: f64, is_last_row: bool) -> PanelLayout {
        let (chart, words) = (&self.figure.chart, self.words);
        let (panel, axis) = (&chart.panels[index], &self.axes[index]);
        let start = self.outer_left + column as f64 * (self.column_px + COLUMN_GAP_PX);
        let end = start + self.column_px;
        let left = start + self.lefts[index];
        let plot_width = self.plot_width(index);
        let narrow = is_narrow(self.size);
        let head_lines = self.head_lines(index);
        let worded = chart.events.iter().any(|event| event.worded.as_ref().is_some_and(|(of, _)| *of == index));
        let event_row = (worded && narrow && self.size.room.is_none()).then_some(top + header_px);
        let y = top + header_px + event_row.map_or(0.0, |_| EVENT_ROW_PX) + heads::height(head_lines);
        let rect = Rect { left, top: y, right: left + plot_width, bottom: y + self.heights[index] };
        let shows_names = is_last_row || chart.arrangement != Arrangement::Stacked || !shares_axis(chart, index);
        let names_px = if shows_names { x_axis::height(panel, plot_width, words) } else { 4.0 };
        let outer_start = if self.once && column == 0 { 0.0 } else { start };
        PanelLayout {
            panel: index,
            rect: Rect { left: outer_start, top, right: end, bottom: rect.bottom + names_px },
            plot: plot_area(panel, rect, axis, self.row_rooms[index]),
            axis: axis.clone(),
            shows_values: !(self.once && column > 0),
            short_values: self.short_values,
            shows_names,
            head_lines,
            event_row,
        }
    }
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
