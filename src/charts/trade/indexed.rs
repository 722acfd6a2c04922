//! Imports and exports as an index: each month as a part of a base month, which the reader chooses.

use super::IndexLevels;
use super::series::FlowSeries;
use crate::charts::figure::{Base, Empty, Guide, Name, Panel, Stroke, Unit, XAxis};
use crate::charts::mark::{Amount, Detail, How, Label, Look, Mark, Shape, Tag, TagAt, What};
use crate::data::{Fact, Flow, Month, Span, When};
use crate::view::By;

/// The panel of both flows, and those that have no line because their base month is not published, or weak.
pub fn panel(flows: &[FlowSeries; 2], base: Month, window: (Month, Month)) -> (Panel, Vec<Flow>) {
    let axis = XAxis::of_months(window, By::Month);
    let mut panel = Panel::new(axis, Unit::Index, Base::Hundred);
    let mut without = Vec::new();
    for (series, lane) in flows.iter().zip(0..) {
        let points = points(series, lane, base, window);
        if base_of(series, base).is_none() {
            without.push(series.flow());
            continue;
        }
        panel.names.push((Name::Flow(series.flow()), Some(series.role())));
        // Months that are not published by themselves have no point, and nothing is drawn over them.
        panel.guides.extend(Guide::through(&points, series.role(), Stroke::Line));
        panel.marks.extend(points);
    }
    panel.empty = panel.marks.is_empty().then_some(Empty::Range);
    (panel, without)
}

/// Where the flows stand in the newest month of which all that have a line are published and not weak; `None` where that is
/// the base month itself, and where there is no such month.
pub fn levels(panel: &Panel, base: Month) -> Option<IndexLevels> {
    let of = |flow| {
        let of_flow = panel.marks.iter().filter(move |mark| mark.what == What::IndexOfFlow(flow, base));
        of_flow.filter(|mark| !mark.look.doubt)
    };
    let drawn = Flow::BOTH.into_iter().filter(|flow| of(*flow).next().is_some());
    let months = of(drawn.clone().next()?).map(|mark| mark.when.last_month());
    let level = |flow, month| of(flow).find(|mark| mark.when.last_month() == month).map(|mark| mark.look.high);
    let month = months.filter(|month| drawn.clone().all(|flow| level(flow, *month).is_some())).max()?;
    let [imports, exports] = Flow::BOTH.map(|flow| level(flow, month));
    (month != base).then_some(IndexLevels { month, imports, exports })
}

/// The tonnes of a flow in the base month, above zero; published by themselves, and not weak.
fn base_of(series: &FlowSeries, base: Month) -> Option<f64> {
    let fact = series.index.get(Span::month(base)).filter(|fact| !super::index::weak(fact))?;
    Some(fact.tonnes?.value.to_f64()).filter(|tonnes| *tonnes > 0.0)
}

fn points(series: &FlowSeries, lane: u8, base: Month, window: (Month, Month)) -> Vec<Mark> {
    let Some(hundred) = base_of(series, base) else { return Vec::new() };
    let base_row = series.index.get(Span::month(base)).map(Fact::row);
    let months = (0..=window.1.since(window.0)).map(|at| Span::month(window.0.plus(at)));
    let point = |span: Span| {
        let fact = series.index.get(span)?;
        let tonnes = fact.tonnes?.value;
        let value = 100.0 * tonnes.to_f64() / hundred;
        let middle = span.middle();
        let look = Look::new(Shape::Point, series.role(), lane, (middle, middle), value);
        Some(Mark {
            what: What::IndexOfFlow(series.flow(), base),
            when: When::Span(span),
            amount: Some(Amount::Index(value)),
            how: How::Computed,
            rows: vec![fact.row()],
            details: vec![Detail::Tonnes(tonnes)],
            detail_rows: base_row.into_iter().filter(|row| *row != fact.row()).collect(),
            look: Look { low: value, doubt: super::index::weak(fact) || fact.conflict, ..look },
        })
    };
    let mut points: Vec<Mark> = months.filter_map(point).collect();
    if let Some(mark) = points.last_mut() {
        let label = Label::NamedAmount(Name::Flow(series.flow()), Amount::Index(mark.look.high));
        mark.look.tag = Some(Tag { label, at: TagAt::End, optional: false });
    }
    points
}
