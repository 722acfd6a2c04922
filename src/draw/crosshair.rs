//! The period that a reader points at, on every chart of a page that has it: a line through it, and what stands there.

use super::geometry::{Point, Rect};
use super::paint;
use super::placed::{Across, Down, Element, Item, Layer, Placed, PlotArea, Target};
use super::style::{Colour, Form, Paint, TextStyle};
use super::svg::Colours;
use crate::charts::figure::{Panel, Slot, XAxis};
use crate::charts::mark::{Label, Mark, What};
use crate::charts::{Chart, Shape};
use crate::data::{Span, When};
use crate::words::Words;
use chrono::NaiveDate;
use std::ops::RangeInclusive;

/// From one label to the next, and from the line to its labels.
const LABEL_PX: (f64, f64) = (15.0, 7.0);

/// A longer period says nothing of a day or a month in it.
const LONGEST_MONTHS: u32 = 3;

/// The period that pointing at `target` points at; `None` where it stands for none.
pub fn pointed_period(chart: &Chart, target: &Target) -> Option<When> {
    target.mark(chart).map(period)
}

/// A drawing to lie over a placed chart: a line through `pointed`, and labels. Empty where the chart has no figure of that
/// period, and where all its values are written already, as on rows.
pub fn crosshair(placed: &Placed, chart: &Chart, pointed: When, words: &Words) -> String {
    let mut cross = Placed::empty(&[&*placed.name, "-cross"].concat(), placed.width, placed.height);
    let found = found(placed, chart, pointed);
    for (index, plot) in placed.plots.iter().enumerate() {
        let of_plot: Vec<&Found> = found.iter().filter(|found| found.item.plot == index).collect();
        let Some(first) = of_plot.first() else { continue };
        let x = line_at(first, plot, pointed);
        let (top, bottom) = (Point { x, y: plot.rect.top }, Point { x, y: plot.rect.bottom });
        let line = Paint { form: Form::DottedLine, ..Paint::line(Colour::INK, 1.0) };
        cross.elements.push((Layer::Marks, Element::line(top, bottom, line)));
        label(of_plot, plot, x, pointed, words, &mut cross);
    }
    if cross.elements.is_empty() { String::new() } else { paint::svg(&cross, Colours::Classes) }
}

/// A mark, with the item that it is drawn as.
struct Found<'a> {
    item: &'a Item,
    panel: &'a Panel,
    mark: &'a Mark,
}

/// Of each lane of a plot, and each kind of thing in it, the mark that is nearest to a period.
fn found<'a>(placed: &'a Placed, chart: &'a Chart, pointed: When) -> Vec<Found<'a>> {
    let mut found: Vec<((u8, u32), Found)> = Vec::new();
    let pointed = PointedPeriod::new(pointed);
    let marks = chart.panels.iter().flat_map(|panel| panel.marks.iter().map(move |mark| (panel, mark)));
    // Items are in the order of their marks.
    let mut marks = marks.enumerate();
    for item in &placed.items {
        let Target::Mark(index) = item.target else { continue };
        let Some((_, (panel, mark))) = marks.find(|(at, _)| *at == index) else { break };
        let has_value = mark.amount.is_some() && !matches!(mark.look.shape, Shape::Outlook | Shape::AverageBefore);
        if !has_value || !has_periods(&panel.x) {
            continue;
        }
        let Some(away) = pointed.away(period(mark)) else { continue };
        let place = |item: &Item, mark: &Mark| (item.plot, mark.look.lane, mark.what);
        let before = found.iter_mut().find(|(_, found)| place(found.item, found.mark) == place(item, mark));
        match before {
            Some(before) if away >= before.0 => {}
            Some(before) => *before = (away, Found { item, panel, mark }),
            None => found.push((away, Found { item, panel, mark })),
        }
    }
    found.into_iter().map(|(_, found)| found).collect()
}

/// What a mark stands for on its axis: of a total since January its last month.
fn period(mark: &Mark) -> When {
    match mark.what {
        What::YearToDate(_) => When::Span(Span::month(mark.when.last_month())),
        _ => mark.when,
    }
}

/// Whether what stands side by side are periods: months, or years.
fn has_periods(x: &XAxis) -> bool {
    match x {
        XAxis::Time { .. } | XAxis::MonthsOfYear => true,
        XAxis::Slots { slots, .. } => slots.iter().all(|slot| matches!(slot, Slot::Year(_))),
        XAxis::Rows(_) => false,
    }
}

/// The period that is pointed at, with what the periods of thousands of marks are compared by.
struct PointedPeriod {
    when: When,
    /// The months that it is in.
    months: Span,
    /// The days of these, where it is one month.
    days: Option<RangeInclusive<NaiveDate>>,
    last_day: NaiveDate,
}

impl PointedPeriod {
    fn new(when: When) -> Self {
        let months = when.span().unwrap_or(Span::month(when.last_month()));
        let days = (months.months() == 1).then(|| months.first().first_day()..=months.last().last_day());
        Self { when, months, days, last_day: when.last_day() }
    }

    /// How far a mark's period is from it, least first: the same; one that holds its months, the shorter the nearer; a day of
    /// its month. `None` where that says nothing of it.
    fn away(&self, of_mark: When) -> Option<(u8, u32)> {
        match of_mark {
            same if same == self.when => Some((0, 0)),
            When::Span(span) => {
                (span.contains(self.months) && span.months() <= LONGEST_MONTHS).then(|| (1, span.months()))
            }
            When::Day(day) => {
                let near = self.days.as_ref().is_some_and(|days| days.contains(&day));
                near.then(|| (2, (self.last_day - day).num_days().unsigned_abs() as u32))
            }
        }
    }
}

/// Where the line through a period stands in a plot.
fn line_at(found: &Found, plot: &PlotArea, pointed: When) -> f64 {
    let x = match found.panel.x {
        XAxis::Time { .. } => plot.x.to_px(pointed.middle()),
        _ => found.item.anchor.x,
    };
    x.clamp(plot.rect.left, plot.rect.right)
}

/// Writes what marks say beside the line, each at the height of its mark or as near as there is room; a ring is around where
/// the mark is. More than fit from top to bottom are left out.
fn label(found: Vec<&Found>, plot: &PlotArea, x: f64, pointed: When, words: &Words, cross: &mut Placed) {
    let (line_px, away_px) = LABEL_PX;
    let room = (plot.rect.height() / line_px).max(1.0) as usize;
    let mut found: Vec<&Found> = found.into_iter().take(room).collect();
    found.sort_by(|a, b| a.item.anchor.y.total_cmp(&b.item.anchor.y));
    let mut heights: Vec<f64> = found.iter().map(|found| found.item.anchor.y).collect();
    let mut lowest = plot.rect.top - line_px / 2.0;
    for y in &mut heights {
        *y = y.max(lowest + line_px);
        lowest = *y;
    }
    let mut highest = plot.rect.bottom + line_px / 2.0;
    for y in heights.iter_mut().rev() {
        *y = y.min(highest - line_px);
        highest = *y;
    }
    for (Found { item, mark, .. }, y) in found.into_iter().zip(heights) {
        let Some(content) = said(mark, pointed, words) else { continue };
        let style = TextStyle { halo: false, ..TextStyle::VALUE.of(mark.look.role) };
        let width = style.width(&content);
        let on_left = x + away_px + width > f64::from(cross.width);
        let align = if on_left { Across::Right } else { Across::Left };
        let at = Point { x: if on_left { x - away_px } else { x + away_px }, y };
        let left = if on_left { at.x - width } else { at.x };
        let paper = Rect { left, top: y - line_px / 2.0, right: left + width, bottom: y + line_px / 2.0 }.inset(-1.0);
        let ring = Paint { stroke_px: 1.5, ..Paint::area(Colour::Of(mark.look.role), Form::Open) };
        cross.elements.extend([
            (Layer::Rims, Element::area(paper, Paint::area(Colour::Paper, Form::Solid))),
            (Layer::Marks, Element::Circle { center: Point { x, y: item.anchor.y }, radius_px: 3.0, paint: ring }),
            (Layer::Labels, Element::text(&content, at, (align, Down::Center), style)),
        ]);
    }
}

/// The value of a mark as its axis says it, with its own period where that is another one.
fn said(mark: &Mark, pointed: When, words: &Words) -> Option<String> {
    let amount = mark.amount?;
    let label = if period(mark) == pointed { Label::Amount(amount) } else { Label::Dated(mark.when, amount) };
    words.wording(label).into_iter().next().map(|wording| wording.strong)
}
