//! The columns that the panels of a chart stand in, and the place of each panel in them.

use super::Size;
use super::axis::Axis;
use super::chart_layout::PanelLayout;
use super::geometry::Rect;
use super::heads::HeadForm;
use super::placed::PlotArea;
use super::scale::Scale;
use super::sizes::{COLUMN_GAP_PX, column_width, columns, has_short_values, is_narrow, is_tight, plot_height};
use super::value_axis::{left_margin, value_axes};
use super::{header, line_ends, rows, x_axis};
use crate::charts::Figure;
use crate::charts::figure::{Arrangement, Base, Chart, Panel, XAxis};
use crate::words::Words;

/// Right of a plot in a narrow column without words at the ends of lines.
pub const NARROW_END_PX: f64 = 10.0;
/// A row of events in words above a narrow plot.
const EVENT_ROW_PX: f64 = 16.0;
/// Rows give way to this part of their height: their words keep their size.
const LEAST_ROWS: f64 = 0.74;

/// The columns that panels stand in, and what each panel needs of its own. Lists are in the order of the panels.
pub struct Grid<'a> {
    figure: &'a Figure,
    size: Size,
    words: &'a Words,
    pub columns: usize,
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
    /// The width of each plot.
    plot_widths: Vec<f64>,
    /// What the heads of years of each panel say.
    heads: Vec<HeadForm>,
    /// The height of each plot.
    heights: Vec<f64>,
    axes: Vec<Axis>,
    /// What the words of rows take of each panel.
    row_rooms: Vec<rows::Room>,
}

impl<'a> Grid<'a> {
    pub fn new(figure: &'a Figure, size: Size, shown: usize, factor: f64, words: &'a Words) -> Self {
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
        let lefts: Vec<f64> = panels.iter().zip(&beside).map(left).collect();
        let column_px = column_width(width - outer_left, columns);
        let end_px = panels.iter().map(|panel| line_ends::width(panel, column_px, words)).fold(0.0, f64::max);
        let plot_width = |(panel, left): (&Panel, &f64)| {
            // In narrow columns the value of the last step is wider than its column.
            let is_narrow_time = columns > 1 && column_px < 200.0 && matches!(panel.x, XAxis::Time { .. });
            let beside_px = if is_narrow_time { NARROW_END_PX } else { 2.0 };
            let right_px = if end_px > 0.0 { end_px } else { beside_px };
            (column_px - left - right_px).max(40.0)
        };
        let plot_widths: Vec<f64> = panels.iter().zip(&lefts).map(plot_width).collect();
        let heads = |(panel, plot_width): (&Panel, &f64)| match size.is_low() {
            true => HeadForm::None,
            false => HeadForm::of(panel, *plot_width, size.room.is_some(), words),
        };
        let heads = panels.iter().zip(&plot_widths).map(heads).collect();
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
            plot_widths,
            heads,
            heights,
            axes,
            row_rooms,
        }
    }

    /// The height of what stands above the plot of a panel.
    pub fn header_px(&self, index: usize) -> f64 {
        let said = header::Said::new(true, self.size, self.heads[index]);
        header::height(&self.figure.chart.panels[index], &self.axes[index], self.column_px, said, self.words)
    }

    /// A panel in a column, from `top` down; `header_px` is the height of the highest header of its row.
    pub fn panel(&self, index: usize, column: usize, top: f64, header_px: f64, is_last_row: bool) -> PanelLayout {
        let (chart, words) = (&self.figure.chart, self.words);
        let (panel, axis) = (&chart.panels[index], &self.axes[index]);
        let start = self.outer_left + column as f64 * (self.column_px + COLUMN_GAP_PX);
        let end = start + self.column_px;
        let left = start + self.lefts[index];
        let (plot_width, heads) = (self.plot_widths[index], self.heads[index]);
        let narrow = is_narrow(self.size);
        let worded = chart.events.iter().any(|event| event.worded.as_ref().is_some_and(|(of, _)| *of == index));
        // Below the heads: above them it would seem to be one of them.
        let heads_top = top + header_px;
        let event_row = (worded && narrow && self.size.room.is_none()).then_some(heads_top + heads.height());
        let y = heads_top + heads.height() + event_row.map_or(0.0, |_| EVENT_ROW_PX);
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
            heads,
            heads_top,
            event_row,
        }
    }
}

/// Whether the panel below has the same axis across.
fn shares_axis(chart: &Chart, index: usize) -> bool {
    let below = chart.panels.get(index + 1).map(|panel| &panel.x);
    matches!(chart.panels[index].x, XAxis::Time { .. }) && below == Some(&chart.panels[index].x)
}

/// Whether panels of rows have rows of their own.
fn rows_differ(chart: &Chart) -> bool {
    let axes: Vec<&XAxis> = chart.panels.iter().filter(|panel| is_rows(panel)).map(|panel| &panel.x).collect();
    axes.windows(2).any(|pair| pair[0] != pair[1])
}

pub fn is_rows(panel: &Panel) -> bool {
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
