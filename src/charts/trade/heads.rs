//! What stands above each year of the trade chart, and the average months that are drawn over its columns.

use super::change_details;
use super::index::Change;
use super::series::{FlowSeries, Total};
use super::slots::years;
use crate::charts::figure::Head;
use crate::charts::mark::{Amount, Detail, How, Look, Mark, Role, Shape, What};
use crate::data::{Flow, Month, RowId, Span, Tonnes, When};
use crate::view::By;

/// For each year in view the longest period from its start whose total is known; none where none is.
pub fn heads<'a>(series: &FlowSeries<'a>, window: (Month, Month)) -> Vec<Total<'a>> {
    let shown = Span::new(window.0, window.1);
    shown.into_iter().flat_map(years).filter_map(|year| series.longest(year)).collect()
}

/// What is said above a year: the average month, or the total where the chart goes by longer steps.
pub fn head(total: &Total, series: &FlowSeries, by: By) -> Head {
    let months = if by == By::Month { total.span.months() } else { 1 };
    Head {
        x: total.span.first().position(),
        span: total.span,
        average: Tonnes::from_grams(total.middle().grams() / i64::from(months)),
        changes: series.index.changes(total.span),
    }
}

/// Under a part of a year the same months of the year before, and by month the average month of each head.
pub fn averages(totals: &[Total], series: &FlowSeries, by: By) -> Vec<Mark> {
    let mut marks = Vec::new();
    for total in totals {
        let before = total.span.year_before().filter(|_| !total.span.is_year() && by != By::Quarter);
        if let Some(before) = before.and_then(|before| series.total(before)) {
            marks.push(level(&before, Shape::AverageBefore, total.span, series, by));
        }
        if by == By::Month {
            marks.push(level(total, Shape::Average, total.span, series, by));
        }
    }
    marks
}

/// A step as long as the period that it stands over: at the average month, or at the total where the chart goes by year.
fn level(total: &Total, shape: Shape, over: Span, series: &FlowSeries, by: By) -> Mark {
    let months = total.span.months();
    let average = by == By::Month;
    let amount = if average { total.part(months) } else { total.amount() };
    let high = match amount {
        Amount::TonnesBetween(low, high) => (low.to_f64() + high.to_f64()) / 2.0,
        amount => amount.height(),
    };
    let mut details = Vec::new();
    if average {
        details.push(Detail::TotalOf(total.span, total.low, total.high));
    }
    details.extend(change_details(&series.index, total.span));
    Mark {
        what: if average { What::Average(series.flow()) } else { What::Flow(series.flow()) },
        when: When::Span(total.span),
        amount: Some(amount),
        how: if average && total.is_stated() { How::Computed } else { total.how },
        rows: total.rows(),
        details,
        detail_rows: Vec::new(),
        look: Look { doubt: total.doubt(), ..Look::new(shape, Role::Ink, 1, over.positions(), high) },
    }
}

/// What is known of one flow since January of a year.
#[derive(Clone, Debug, PartialEq)]
pub struct SoFar {
    /// Imports or exports.
    pub flow: Flow,
    /// From January on: the longest period whose total is known.
    pub span: Span,
    /// Tonnes, or the interval that was worked out.
    pub amount: Amount,
    /// Published, a sum, or worked out.
    pub how: How,
    /// On the same months a year before: the printed change, the computed one, or both where they disagree.
    pub changes: Vec<Change>,
    /// The rows that the amount rests on.
    pub rows: Vec<RowId>,
}

/// What is known of a flow since January of `year`, up to the month `last`.
pub fn so_far(series: &FlowSeries, year: i32, last: Month) -> Option<SoFar> {
    let year = Span::year(year)?;
    let total = series.longest(Span::new(year.first(), year.last().min(last))?)?;
    Some(SoFar {
        flow: series.flow(),
        span: total.span,
        amount: total.amount(),
        how: total.how,
        changes: series.index.changes(total.span),
        rows: series.rows(&total),
    })
}
