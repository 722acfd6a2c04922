//! What the periods of the trade chart look like, and what pointing at them shows.

use super::index::{Change, Index};
use super::slots::Slot;
use crate::charts::figure::{Form, Mark, Role, Shape, Tip, source_line};
use crate::charts::implied::{self, Rows};
use crate::data::order::sort_by;
use crate::data::{Flow, Month, Span, Tonnes, TradeFact};
use crate::deduce::{Class, Deduction, Reading};
use crate::view::By;
use crate::words::Words;

pub fn role(flow: Flow) -> Role {
    match flow {
        Flow::Import => Role::Import,
        Flow::Export => Role::Export,
    }
}

/// Imports are columns and exports thick lines, so that one can be seen through the other and told apart in grey.
fn shape(flow: Flow) -> Shape {
    match flow {
        Flow::Import => Shape::Bar,
        Flow::Export => Shape::Level,
    }
}

pub fn amount_mark(slot: &Slot, flow: Flow, by: By, words: &Words) -> Option<Mark> {
    let amount: Tonnes =
        slot.parts.iter().map(|part| part.tonnes.map(|tonnes| tonnes.value)).sum::<Option<Tonnes>>()?;
    let months = slot.span.months();
    let spread = by == By::Month && months > 1;
    let height = if spread { amount.per_month(months) } else { amount.to_f64() };
    let mut tip = tip(slot, flow, words);
    tip.value = words.tonnes(amount);
    if spread {
        let per_month = words.tonnes(Tonnes::from_grams(amount.grams() / i64::from(months)));
        tip.details.insert(0, words.fill(words.spread_over, &[("tonnes", &per_month)]));
    }
    Some(Mark {
        series: 0,
        shape: shape(flow),
        role: role(flow),
        form: if slot.parts.len() > 1 { Form::Computed } else { Form::Published },
        x: slot.span.positions(),
        low: 0.0,
        high: height,
        mid: None,
        label: span_label(slot, by, words),
        bracket: spread,
        tip,
    })
}

/// A period that nobody published, as far as published figures fix it.
pub fn implied_mark(
    slot: &Slot,
    reading: &Reading,
    deduction: &Deduction,
    facts: &[TradeFact],
    flow: Flow,
    words: &Words,
) -> Mark {
    let (low, high) = reading.range.unwrap_or_default();
    let title = words.fill(words.flow_in, &[("flow", words.flow(flow)), ("period", &words.span(slot.span))]);
    let mut tip = implied::tip(deduction, reading, Rows::Trade(facts), title, words);
    tip.details.extend(slot.changes.iter().map(|change| change.sentence(words)));
    Mark {
        series: 0,
        shape: if reading.class == Class::Deduced { shape(flow) } else { Shape::Range },
        role: role(flow),
        form: Form::Deduced,
        x: slot.span.positions(),
        low: low.to_f64(),
        high: high.to_f64(),
        mid: None,
        label: String::new(),
        bracket: false,
        tip,
    }
}

pub fn change_marks(slot: &Slot, index: &Index, by: By, words: &Words) -> Vec<Mark> {
    let flow = index.flow;
    let both = slot.changes.len() > 1;
    let (from, to) = slot.span.positions();
    let middle = (from + to) / 2.0;
    slot.changes
        .iter()
        .enumerate()
        .map(|(number, change)| {
            let mut tip = tip(slot, flow, words);
            tip.value = change.text(words);
            tip.details = vec![change.sentence(words)];
            if let Some(tonnes) = index.amount(slot.span) {
                let before =
                    slot.span.year_before().and_then(|before| index.amount(before)).map(|before| words.tonnes(before));
                let text = match before {
                    Some(before) => {
                        words.fill(words.tonnes_after, &[("now", &words.tonnes(tonnes)), ("before", &before)])
                    }
                    None => words.tonnes(tonnes),
                };
                tip.details.push(text);
            }
            if both {
                tip.details.push(words.changes_disagree.to_owned());
            }
            if matches!(change, Change::Computed(_)) {
                let before = slot.span.year_before().and_then(|before| index.parts(before)).unwrap_or_default();
                tip.sources.extend(before.iter().map(|part| source_line(&part.source, words)));
            }
            Mark {
                series: 0,
                shape: shape(flow),
                role: role(flow),
                form: if matches!(change, Change::Computed(_)) { Form::Computed } else { Form::Published },
                // Two that disagree stand side by side: on each other the one would hide the other.
                x: match (both, number) {
                    (false, _) => (from, to),
                    (true, 0) => (from, middle),
                    (true, _) => (middle, to),
                },
                low: change.value().min(0.0),
                high: change.value(),
                mid: None,
                label: span_label(slot, by, words),
                bracket: by == By::Month && slot.span.months() > 1,
                tip,
            }
        })
        .collect()
}

/// The months of a mark that is not what a step of the axis is: two months in one, or a year so far.
fn span_label(slot: &Slot, by: By, words: &Words) -> String {
    let months = slot.span.months();
    let unlike = match by {
        By::Month => months > 1,
        By::Quarter => false,
        By::Year => months < 12,
    };
    let (first, last) = (words.short_month(slot.span.first()), words.short_month(slot.span.last()));
    if unlike { [first, "–", last].concat() } else { String::new() }
}

/// What, when, and who published it; the value is the caller's to fill in.
fn tip(slot: &Slot, flow: Flow, words: &Words) -> Tip {
    let mut details = Vec::new();
    if let [_, _, ..] = slot.parts[..] {
        let part = |part: &&TradeFact| {
            let tonnes = part.tonnes.map(|tonnes| words.tonnes(tonnes.value)).unwrap_or_default();
            format!("{} {tonnes}", words.span(part.span))
        };
        let sum: Vec<String> = slot.parts.iter().map(part).collect();
        details.push(words.fill(words.sum_of, &[("parts", &sum.join(" + "))]));
    }
    details.extend(slot.changes.iter().map(|change| change.sentence(words)));
    if slot.changes.len() > 1 {
        details.push(words.changes_disagree.to_owned());
    }
    if let [only] = slot.parts[..] {
        details.extend(only.value.map(|value| words.dollars(value)));
        if only.sources > 1 {
            details.push(words.fill(words.printed_by, &[("n", &only.sources.to_string())]));
        }
    }
    if slot.parts.iter().any(|part| part.conflict) {
        details.push(words.sources_differ.to_owned());
    }
    Tip {
        title: words.fill(words.flow_in, &[("flow", words.flow(flow)), ("period", &words.span(slot.span))]),
        value: String::new(),
        details,
        sources: slot.parts.iter().chain(&slot.printed).map(|part| source_line(&part.source, words)).collect(),
    }
}

/// The parts of the window where nothing is drawn for a flow: each says so, and what is published for longer periods.
pub fn gaps(drawn: &[Mark], window: (Month, Month), flow: Flow, index: &Index, words: &Words) -> Vec<Mark> {
    let mut gaps = Vec::new();
    let mut start = window.0.position();
    let ends = drawn.iter().map(|mark| mark.x).chain([(window.1.position() + 1.0, f64::INFINITY)]);
    for (from, to) in ends {
        if let Some(span) = Span::new(Month::at(start), Month::at(from).plus(-1)).filter(|_| from > start) {
            gaps.push(gap(span, flow, index, words));
        }
        start = to.max(start);
    }
    gaps
}

fn gap(span: Span, flow: Flow, index: &Index, words: &Words) -> Mark {
    let mut longer: Vec<&TradeFact> =
        index.figures().filter(|fact| fact.span.overlaps(span) && fact.tonnes.is_some()).collect();
    sort_by(&mut longer, |a, b| a.span.months().cmp(&b.span.months()));
    let longer: Vec<String> = longer
        .iter()
        .take(4)
        .filter_map(|fact| Some(format!("{} {}", words.span(fact.span), words.tonnes(fact.tonnes?.value))))
        .collect();
    let details = if longer.is_empty() {
        Vec::new()
    } else {
        vec![words.fill(words.published_for_longer, &[("periods", &longer.join(", "))])]
    };
    Mark {
        series: 0,
        shape: Shape::Gap,
        role: role(flow),
        form: Form::Published,
        x: span.positions(),
        low: 0.0,
        high: 0.0,
        mid: None,
        label: words.fill(words.gap_label, &[("flow", words.flow(flow))]),
        bracket: false,
        tip: Tip {
            title: words.fill(words.flow_in, &[("flow", words.flow(flow)), ("period", &words.span(span))]),
            value: words.no_figure.to_owned(),
            details,
            sources: Vec::new(),
        },
    }
}
