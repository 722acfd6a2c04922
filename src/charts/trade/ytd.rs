//! The year-to-date chart: what came in, and went out, since January; a line for each year.

use super::change_details;
use super::series::{FlowSeries, Total};
use crate::charts::figure::{Base, Empty, Guide, Name, Panel, Stroke, Unit, XAxis};
use crate::charts::mark::{Detail, How, Label, Look, Mark, Role, Shape, Tag, TagAt, What};
use crate::data::{Month, Span, When};

/// More years are not drawn.
const MOST_YEARS: usize = 4;

/// The years that are drawn, and which of them is still running.
pub struct Years {
    /// The newest ones in view with a figure of either flow, ascending.
    pub drawn: Vec<i32>,
    /// The newest, where neither flow is known to its end and there is an older one.
    pub running: Option<i32>,
}

impl Years {
    pub fn new(flows: &[FlowSeries; 2], window: (Month, Month)) -> Self {
        let years = window.0.year()..=window.1.year();
        let any = |year: &i32| flows.iter().any(|series| !since_january(series, *year, window.1).is_empty());
        let mut drawn: Vec<i32> = years.rev().filter(any).take(MOST_YEARS).collect();
        drawn.reverse();
        let whole = |year: i32| Span::year(year).filter(|year| year.last() <= window.1);
        let complete = |year: &i32| whole(*year).is_some_and(|year| flows.iter().any(|of| of.total(year).is_some()));
        let running = drawn.last().copied().filter(|year| drawn.len() > 1 && !complete(year));
        Self { drawn, running }
    }

    /// The hue of a year's line, and how many years it is behind the newest that is not running.
    fn look(&self, year: i32, flow: Role) -> (Role, u8) {
        let newest = self.drawn.iter().copied().rfind(|year| Some(*year) != self.running);
        let age = newest.map_or(0, |newest| (newest - year).clamp(0, 255) as u8);
        if self.running == Some(year) { (Role::Ink, 0) } else { (flow, age) }
    }
}

/// The totals of a year from January to each month that is known, up to the last month in view.
fn since_january<'a>(series: &FlowSeries<'a>, year: i32, last: Month) -> Vec<Total<'a>> {
    let shown = Span::year(year).and_then(|year| Span::new(year.first(), year.last().min(last)));
    let mut totals: Vec<Total> =
        shown.into_iter().flat_map(|shown| series.starts(shown)).filter_map(|span| series.total(span)).collect();
    totals.reverse();
    totals
}

/// The panel of one flow.
pub fn panel(series: &FlowSeries, years: &Years, last: Month) -> Panel {
    let mut panel = Panel::new(XAxis::MonthsOfYear, Unit::TonnesSinceJanuary, Base::Zero);
    panel.names = vec![(Name::Flow(series.flow()), Some(series.role()))];
    for (lane, year) in years.drawn.iter().enumerate() {
        let (role, age) = years.look(*year, series.role());
        let points = since_january(series, *year, last);
        let mut marks: Vec<Mark> = points.iter().map(|total| point(total, series, (role, age), lane as u8)).collect();
        if let (Some(mark), Some(total)) = (marks.last_mut(), points.last()) {
            let label = Label::YearToDate { year: *year, tonnes: total.middle(), month: total.span.last().month() };
            mark.look.tag = Some(Tag { label, at: TagAt::End, optional: false });
        }
        panel.guides.extend(Guide::through(&marks, role, Stroke::Year(age)));
        panel.marks.extend(marks);
    }
    panel.empty = panel.marks.is_empty().then_some(Empty::Range);
    panel
}

fn point(total: &Total, series: &FlowSeries, (role, age): (Role, u8), lane: u8) -> Mark {
    let x = f64::from(total.span.last().month() - 1);
    let mut details: Vec<Detail> = Vec::new();
    if total.how == How::Computed {
        details.push(Detail::Sum);
    }
    details.extend(change_details(&series.index, total.span));
    Mark {
        what: What::YearToDate(series.flow()),
        when: When::Span(total.span),
        amount: Some(total.amount()),
        how: total.how,
        rows: total.rows(),
        details,
        detail_rows: Vec::new(),
        look: Look {
            age,
            doubt: total.doubt(),
            ..Look::new(Shape::Point, role, lane, (x, x), total.middle().to_f64())
        },
    }
}
