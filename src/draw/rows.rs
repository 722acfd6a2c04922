//! Horizontal bars: each row is a series of its own, its name above it and its total at its end.

use super::Size;
use super::axis::{Axis, Scale};
use super::drawing::{Drawing, Hit, PlotArea, Target};
use super::marks::by_form;
use super::painter::{FONT, Ink, Painter, SMALL, text_width};
use super::palette::Palette;
use super::svg::Canvas;
use crate::charts::figure::RowsChart;
use crate::charts::mark::{How, Mark, Role};
use crate::words::Words;
use plotters::style::text_anchor::{HPos, VPos};

const ROW_PX: f64 = 40.0;
const BAR_PX: f64 = 16.0;
const AXIS_PX: f64 = 22.0;
const LEGEND_PX: f64 = 22.0;

/// Draws rows of parts on one value axis.
pub fn draw(name: &str, chart: &RowsChart, size: Size, palette: &Palette, words: &Words) -> Drawing {
    let width = f64::from(size.width);
    let rows = chart.rows.len();
    let legend_rows = legend_places(chart, width, words).last().map_or(0.0, |(_, y)| y + LEGEND_PX);
    let top = legend_rows + AXIS_PX;
    let bottom = top + ROW_PX * rows.max(1) as f64;
    let canvas = Canvas::new(size.width, (bottom + 6.0) as u32);
    let painter = Painter::new(name, &canvas, palette);
    let high = chart.rows.iter().flat_map(|row| &row.parts).map(|mark| mark.look.high).fold(0.0, f64::max);
    let wanted = ((width / 110.0) as u32).clamp(2, 6);
    let values = if high > 0.0 { Axis::round(0.0, high, wanted) } else { Axis::empty() };
    let rect = (1.0, top, width - 22.0, bottom);
    legend(&painter, chart, width, words);
    let plot = axis(&painter, chart, rect, &values, words);
    let mut hits = Vec::new();
    let mut number = 0;
    for (place, row) in chart.rows.iter().enumerate() {
        let y = top + ROW_PX * place as f64;
        let ink = Ink { color: palette.text, size: FONT, bold: true };
        let label = words.row(row);
        painter.text(&label, (rect.0, y + 6.0), HPos::Left, VPos::Top, ink);
        let label_end = rect.0 + text_width(&label, ink) + 8.0;
        painter.text(&words.row_total(row.total), (label_end, y + 6.0), HPos::Left, VPos::Top, painter.muted());
        for mark in &row.parts {
            let bar = (
                plot.x.to_px(mark.look.low),
                y + 21.0,
                plot.x.to_px(mark.look.high).max(plot.x.to_px(mark.look.low) + 1.0),
                y + 21.0 + BAR_PX,
            );
            by_form(&painter, mark, bar);
            part_label(&painter, mark, bar, words);
            hits.push(Hit {
                target: Target::Mark(number),
                plot: 0,
                series: Some(mark.look.lane),
                rect: bar,
                anchor: ((bar.0 + bar.2) / 2.0, (bar.1 + bar.3) / 2.0),
                background: false,
                area: true,
                column: false,
            });
            number += 1;
        }
    }
    if let Some(empty) = chart.empty {
        painter.text(
            &words.empty(empty),
            (width / 2.0, (top + bottom) / 2.0),
            HPos::Center,
            VPos::Center,
            painter.muted(),
        );
    }
    drop(painter);
    Drawing { svg: canvas.finish(), width: size.width, height: (bottom + 6.0) as u32, plots: vec![plot], hits }
}

fn axis(painter: &Painter, chart: &RowsChart, rect: (f64, f64, f64, f64), values: &Axis, words: &Words) -> PlotArea {
    let (left, top, right, bottom) = rect;
    let plot = PlotArea { rect, x: Scale::new(values.domain, (left, right)), y: Scale::new((0.0, 1.0), (bottom, top)) };
    let ink = Ink { size: 11.0, ..painter.muted() };
    for tick in &values.ticks {
        let x = plot.x.to_px(*tick);
        painter.line(&[(x, top), (x, bottom)], painter.palette.grid, 1.0);
        let text = words.short_number(*tick, 2);
        let (text, anchor) = match *tick == 0.0 {
            true => ([&text, " ", words.unit(chart.unit)].concat(), HPos::Left),
            false => (text, HPos::Center),
        };
        painter.text(&text, (x, top - 4.0), anchor, VPos::Bottom, ink);
    }
    plot
}

/// The origin's name on its part where it fits; shares of the parts are told when pointed at.
fn part_label(painter: &Painter, mark: &Mark, bar: (f64, f64, f64, f64), words: &Words) {
    let Some(label) = mark.look.label else { return };
    let label = &words.label_forms(label).remove(0);
    let (form, role) = (&mark.how, &mark.look.role);
    // Words on a hatch need paper behind them.
    let on_pale = *form != How::Published || matches!(role, Role::Origin(_));
    let color = if on_pale { painter.palette.text } else { painter.palette.paper };
    let ink = Ink { color, size: SMALL, bold: true };
    let width = text_width(label, ink);
    if width + 8.0 > bar.2 - bar.0 {
        return;
    }
    let (x, y) = ((bar.0 + bar.2) / 2.0, (bar.1 + bar.3) / 2.0);
    if *form == How::Computed {
        painter.behind_text((x, y), width, SMALL);
    }
    painter.text(label, (x, y), HPos::Center, VPos::Center, ink);
}

/// Where each entry of the legend starts, in rows as wide as the chart.
fn legend_places(chart: &RowsChart, width: f64, words: &Words) -> Vec<(f64, f64)> {
    let ink = Ink { color: plotters::style::BLACK, size: FONT, bold: false };
    let (mut x, mut y) = (0.0, 0.0);
    chart
        .legend
        .iter()
        .map(|entry| {
            let needed = 18.0 + text_width(&words.meaning(entry.meaning), ink) + 16.0;
            if x > 0.0 && x + needed > width {
                (x, y) = (0.0, y + LEGEND_PX);
            }
            let place = (x, y);
            x += needed;
            place
        })
        .collect()
}

fn legend(painter: &Painter, chart: &RowsChart, width: f64, words: &Words) {
    for (entry, (x, y)) in chart.legend.iter().zip(legend_places(chart, width, words)) {
        let swatch = (x + 1.0, y + 4.0, x + 13.0, y + 15.0);
        if entry.how == How::Estimated {
            painter.open(swatch, entry.role);
        } else {
            painter.fill(swatch, painter.palette.mark(entry.role));
        }
        painter.text(&words.meaning(entry.meaning), (x + 18.0, y + 9.5), HPos::Left, VPos::Center, painter.muted());
    }
}
