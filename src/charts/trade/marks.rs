//! What the periods of the trade chart look like.

use super::index::{Change, Index};
use super::slots::Slot;
use crate::charts::mark::{Amount, Detail, How, Label, Lane, Look, Mark, Role, Shape, What};
use crate::data::{Fact, Flow, Month, Span, Tonnes, When};
use crate::deduce::{Class, Reading};
use crate::view::By;

pub fn role(flow: Flow) -> Role {
    match flow {
        Flow::Import => Role::Import,
        Flow::Export => Role::Export,
    }
}

fn lane(flow: Flow) -> Lane {
    match flow {
        Flow::Import => Lane::Imports,
        Flow::Export => Lane::Exports,
    }
}

/// Imports are columns and exports thick lines, so that one can be seen through the other and told apart in grey.
fn shape(flow: Flow) -> Shape {
    match flow {
        Flow::Import => Shape::Bar,
        Flow::Export => Shape::Level,
    }
}

/// The tonnes of a period, published or summed; `None` where one of its rows has only a change.
pub fn amount_mark(slot: &Slot, flow: Flow, by: By) -> Option<Mark> {
    let amount: Tonnes =
        slot.parts.iter().map(|part| part.tonnes.map(|tonnes| tonnes.value)).sum::<Option<Tonnes>>()?;
    let months = slot.span.months();
    let spread = by == By::Month && months > 1;
    let height = if spread { amount.per_month(months) } else { amount.to_f64() };
    let summed = slot.parts.len() > 1;
    let mut details = Vec::new();
    if spread {
        details.push(Detail::PerMonth(Tonnes::from_grams(amount.grams() / i64::from(months))));
    }
    if summed {
        details.push(Detail::Sum);
    }
    details.extend(changes(slot));
    Some(Mark {
        what: What::Flow(flow),
        when: When::Span(slot.span),
        amount: Some(Amount::Tonnes(amount)),
        how: if summed { How::Computed } else { How::Published },
        rows: slot.parts.iter().map(|part| part.row()).collect(),
        details,
        detail_rows: slot.printed.iter().map(|printed| printed.row()).collect(),
        look: Look {
            label: months_label(slot, by),
            bracket: spread,
            ..Look::new(shape(flow), role(flow), lane(flow), slot.span.positions(), height)
        },
    })
}

/// A period that nobody published, as far as published figures fix it.
pub fn implied_mark(slot: &Slot, reading: &Reading, flow: Flow) -> Mark {
    let (low, high) = reading.range.unwrap_or_default();
    let deduced = reading.class == Class::Deduced;
    let shape = if deduced { shape(flow) } else { Shape::Range };
    Mark {
        what: What::Flow(flow),
        when: When::Span(slot.span),
        amount: Some(Amount::TonnesBetween(low, high)),
        how: if deduced { How::Deduced } else { How::Bounded },
        rows: Vec::new(),
        details: changes(slot),
        detail_rows: Vec::new(),
        look: Look {
            low: low.to_f64(),
            ..Look::new(shape, role(flow), lane(flow), slot.span.positions(), high.to_f64())
        },
    }
}

/// The change of a period on a year before: two marks where the printed and the computed one disagree.
pub fn change_marks(slot: &Slot, index: &Index, by: By) -> Vec<Mark> {
    let flow = index.flow;
    let both = slot.changes.len() > 1;
    let (from, to) = slot.span.positions();
    let middle = (from + to) / 2.0;
    let mark = |(number, change): (usize, &Change)| {
        let computed = matches!(change, Change::Computed(_));
        let year_before = slot.span.year_before();
        let mut details = vec![];
        if let Some(now) = index.amount(slot.span) {
            details.push(Detail::TonnesAfter { now, before: year_before.and_then(|before| index.amount(before)) });
        }
        if both {
            details.push(Detail::ChangesDisagree);
        }
        let before = year_before.filter(|_| computed).and_then(|before| index.parts(before)).unwrap_or_default();
        // Two that disagree stand side by side: on each other the one would hide the other.
        let x = match (both, number) {
            (false, _) => (from, to),
            (true, 0) => (from, middle),
            (true, _) => (middle, to),
        };
        Mark {
            what: What::Flow(flow),
            when: When::Span(slot.span),
            amount: Some(Amount::Change(*change)),
            how: if computed { How::Computed } else { How::Published },
            rows: slot.parts.iter().chain(&slot.printed).chain(&before).map(|fact| fact.row()).collect(),
            details,
            detail_rows: Vec::new(),
            look: Look {
                low: change.value().min(0.0),
                label: months_label(slot, by),
                bracket: by == By::Month && slot.span.months() > 1,
                ..Look::new(shape(flow), role(flow), lane(flow), x, change.value())
            },
        }
    };
    slot.changes.iter().enumerate().map(mark).collect()
}

/// The parts of the window where nothing is drawn for a flow, each with what is published for longer periods.
pub fn gaps(drawn: &[Mark], window: (Month, Month), index: &Index) -> Vec<Mark> {
    let mut gaps = Vec::new();
    let mut start = window.0.position();
    let ends = drawn.iter().map(|mark| mark.look.x).chain([(window.1.position() + 1.0, f64::INFINITY)]);
    for (from, to) in ends {
        if let Some(span) = Span::new(Month::at(start), Month::at(from).plus(-1)).filter(|_| from > start) {
            gaps.push(gap(span, index));
        }
        start = to.max(start);
    }
    gaps
}

fn gap(span: Span, index: &Index) -> Mark {
    /// More are not listed.
    const LISTED: usize = 4;
    let flow = index.flow;
    let mut longer: Vec<(Span, Tonnes)> = index
        .figures()
        .filter(|fact| fact.span.overlaps(span))
        .filter_map(|fact| Some((fact.span, fact.tonnes?.value)))
        .collect();
    longer.sort_by_key(|a| a.0.months());
    longer.truncate(LISTED);
    Mark {
        what: What::Flow(flow),
        when: When::Span(span),
        amount: None,
        how: How::Published,
        rows: Vec::new(),
        details: if longer.is_empty() { Vec::new() } else { vec![Detail::LongerPeriods(longer)] },
        detail_rows: Vec::new(),
        look: Look {
            label: Some(Label::Gap(flow)),
            ..Look::new(Shape::Gap, role(flow), lane(flow), span.positions(), 0.0)
        },
    }
}

/// The changes of a period, where it has any.
fn changes(slot: &Slot) -> Vec<Detail> {
    let mut details: Vec<Detail> = slot.changes.iter().map(|change| Detail::Change(*change)).collect();
    if slot.changes.len() > 1 {
        details.push(Detail::ChangesDisagree);
    }
    details
}

/// The months of a mark that is not what a step of the axis is: two months in one, or a year so far.
fn months_label(slot: &Slot, by: By) -> Option<Label> {
    let months = slot.span.months();
    let unlike = match by {
        By::Month => months > 1,
        By::Quarter => false,
        By::Year => months < 12,
    };
    unlike.then_some(Label::Months(slot.span))
}
