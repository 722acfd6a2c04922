//! The moving average of the month chart: what a month came to over the last few, computed, and never over a gap.

use super::series::FlowSeries;
use crate::charts::figure::{Guide, Panel, Stroke};
use crate::charts::mark::{Detail, How, Look, Mark, Role, Shape, What};
use crate::data::{Month, Span, When};

/// The lane of its points, above the columns and the averages of years.
const LANE: u8 = 2;

/// Adds the average of each `months` months that end in the window to the panel of a flow.
///
/// It rests on published figures that together are exactly these months, January and February in one figure among them:
/// where they are not published there is no point, and no line goes over its place.
pub fn add(panel: &mut Panel, series: &FlowSeries, months: u32, window: (Month, Month)) {
    let length = i32::try_from(months).unwrap_or(i32::MAX).max(2);
    let last = (0..=window.1.since(window.0)).map(|at| window.0.plus(at));
    let points = last.filter_map(|last| point(series, Span::new(last.plus(1 - length), last)?));
    let points: Vec<Mark> = points.collect();
    panel.guides.extend(Guide::through(&points, Role::Ink, Stroke::Line));
    panel.marks.extend(points);
}

/// In the middle of its last month.
fn point(series: &FlowSeries, span: Span) -> Option<Mark> {
    let total = series.total(span).filter(|total| total.is_stated())?;
    let middle = Span::month(span.last()).middle();
    let average = total.part(span.months());
    let look = Look::new(Shape::Point, Role::Ink, LANE, (middle, middle), average.height());
    Some(Mark {
        what: What::MovingAverage(series.flow()),
        when: When::Span(span),
        amount: Some(average),
        how: How::Computed,
        rows: total.rows(),
        details: vec![Detail::TotalOf(span, total.low, total.high)],
        detail_rows: Vec::new(),
        look: Look { low: average.height(), doubt: total.doubt(), ..look },
    })
}
