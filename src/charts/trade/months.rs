//! The trade chart: imports over exports, a column for each month, quarter or year.

use super::heads::{averages, heads};
use super::series::{FlowSeries, Total};
use super::slots::{slots, time_axis};
use crate::charts::figure::{Aside, Base, Empty, Name, Panel, Unit};
use crate::charts::mark::{Detail, How, Label, Look, Mark, Shape, Tag, TagAt, What};
use crate::charts::trade::change_details;
use crate::data::{Fact, Month, Span, Tonnes, When};
use crate::view::By;

/// A gap of fewer months has no room for words.
const WORDED_GAP: u32 = 3;

/// One flow with what its panel says to the rest of the chart.
pub struct FlowPanel {
    pub panel: Panel,
    /// The newest period with a column.
    pub newest: Option<Span>,
    /// The periods without a figure.
    pub gaps: Vec<Span>,
}

/// The panel of one flow.
pub fn panel(series: &FlowSeries, by: By, window: (Month, Month)) -> FlowPanel {
    let mut panel = Panel::new(time_axis(window, by), Unit::TonnesPer(by), Base::Zero);
    panel.names = vec![(Name::Flow(series.flow()), Some(series.role()))];
    let slots = slots(series, by, window);
    let mut columns: Vec<Mark> = slots.iter().map(|total| column(total, series, by)).collect();
    // By year the heads say every value.
    if by != By::Year {
        tag_newest_and_peak(&mut columns);
    }
    let gaps = gaps(&slots, by, window);
    panel.empty = slots.is_empty().then_some(Empty::Range);
    panel.marks.extend(gaps.iter().map(|span| gap(*span, series, by)));
    panel.marks.extend(columns);
    let totals = heads(series, window);
    panel.marks.extend(averages(&totals, series, by));
    panel.heads = totals.iter().map(|total| super::heads::head(total, series, by)).collect();
    let both = panel.heads.iter().any(|head| head.changes.len() > 1);
    panel.aside = (!panel.heads.is_empty()).then_some(Aside::Heads { by, both });
    FlowPanel { panel, newest: slots.iter().rfind(|slot| slot.how != How::Bounded).map(|slot| slot.span), gaps }
}

/// The column of a period, or two ticks where only a range is known.
fn column(total: &Total, series: &FlowSeries, by: By) -> Mark {
    let months = total.span.months();
    // Two months stand at half their sum, so that their area is the sum.
    let spread = by == By::Month && months > 1;
    let part = if spread { months } else { 1 };
    let shape = if total.how == How::Bounded { Shape::Range } else { Shape::Column };
    let mut look = Look::new(shape, series.role(), 0, total.span.positions(), total.high.per_month(part));
    if !total.is_stated() {
        look.low = total.low.per_month(part);
    }
    look.bracket = spread;
    look.doubt = total.doubt();
    let unlike_step = spread || by == By::Year && !total.span.is_year();
    look.tag = unlike_step.then_some(Tag { label: Label::Months(total.span), at: TagAt::Above, optional: false });
    let mut details = Vec::new();
    if spread {
        details.push(Detail::PerMonth(Tonnes::from_grams(total.middle().grams() / i64::from(months))));
    }
    if total.how == How::Computed {
        details.push(Detail::Sum);
    }
    details.extend(change_details(&series.index, total.span));
    let printed = series.index.printed(total.span).map(Fact::row).filter(|row| !total.rows().contains(row));
    Mark {
        what: What::Flow(series.flow()),
        when: When::Span(total.span),
        amount: Some(total.amount()),
        how: total.how,
        rows: total.rows(),
        details,
        detail_rows: printed.into_iter().collect(),
        look,
    }
}

/// Words on the newest column, and on the highest one where that is another.
fn tag_newest_and_peak(columns: &mut [Mark]) {
    let is_column = |mark: &Mark| mark.look.shape == Shape::Column;
    let newest = columns.iter().rposition(is_column);
    let mut peak: Option<usize> = None;
    for (at, mark) in columns.iter().enumerate().filter(|(_, mark)| is_column(mark)) {
        if peak.is_none_or(|peak| columns[peak].look.high < mark.look.high) {
            peak = Some(at);
        }
    }
    let mut tag = |at: Option<usize>, place, optional| {
        if let Some(mark) = at.and_then(|at| columns.get_mut(at))
            && let Some(amount) = mark.amount
        {
            mark.look.tag = Some(Tag { label: Label::Dated(mark.when, amount), at: place, optional });
        }
    };
    tag(peak.filter(|_| peak != newest), TagAt::Above, false);
    tag(newest, TagAt::Beside, false);
}

/// The parts of the window in which no column stands. By year, the rest of a year whose start is known is none.
fn gaps(slots: &[Total], by: By, window: (Month, Month)) -> Vec<Span> {
    let end = |slot: &Total| {
        let year = Span::year(slot.span.last().year()).filter(|_| by == By::Year);
        year.unwrap_or(slot.span).last()
    };
    let mut gaps = Vec::new();
    let mut start = window.0;
    for slot in slots {
        gaps.extend(Span::new(start, slot.span.first().plus(-1)).filter(|_| slot.span.first() > start));
        start = end(slot).plus(1);
    }
    // After the last month that there is, nothing is left open.
    let ended = slots.last().is_some_and(|slot| end(slot) >= window.1);
    gaps.extend(Span::new(start, window.1).filter(|_| !ended));
    gaps
}

/// The place of a gap, with what is published for longer periods.
fn gap(span: Span, series: &FlowSeries, by: By) -> Mark {
    /// More are not listed.
    const LISTED: usize = 4;
    let over = || series.index.figures().filter(move |fact| fact.span.overlaps(span));
    let mut longer: Vec<(Span, Tonnes)> = over().filter_map(|fact| Some((fact.span, fact.tonnes?.value))).collect();
    let since_january = |of: &&(Span, Tonnes)| {
        let (first, last) = (of.0.first(), of.0.last());
        first.month() == 1 && first.year() == last.year() && of.0.months() > 1
    };
    let said = longer.iter().filter(since_january).max_by_key(|(of, _)| (of.first(), of.months())).copied();
    longer.sort_by_key(|(of, _)| of.months());
    longer.truncate(LISTED);
    let label = Label::Gap { flow: series.flow(), months: span, longer: said };
    let worded = by == By::Month && span.months() >= WORDED_GAP;
    let tag = worded.then_some(Tag { label, at: TagAt::Inside, optional: true });
    Mark {
        what: What::Flow(series.flow()),
        when: When::Span(span),
        amount: None,
        how: How::Published,
        rows: Vec::new(),
        details: if longer.is_empty() { Vec::new() } else { vec![Detail::LongerPeriods(longer)] },
        detail_rows: Vec::new(),
        look: Look { tag, ..Look::new(Shape::Gap, series.role(), 0, span.positions(), 0.0) },
    }
}
