//! Imports and exports through time: which published figure stands where, and what is computed from them.
//!
//! `index` has the figures, `slots` the periods that are drawn, `marks` what they look like and say.

mod index;
mod marks;
mod slots;

pub use index::{Change, Index};

use super::events::event_marks;
use super::figure::{Caption, Chart, EndLabel, Figure, Mark, Panel, Shape, TimeChart, Tip};
use super::implied::{self, Implied, Rows};
use crate::data::order::sort_by;
use crate::data::{Event, Flow, Month, Span, TradeFact, When};
use crate::view::{By, ChartName, TradeMeasure, View};
use crate::words::Words;
use marks::{amount_mark, change_marks, gaps, implied_mark, role};
use slots::slots;

/// The trade chart of a view.
///
/// Without `implied`, periods that nobody published are gaps.
pub fn figure(facts: &[TradeFact], implied: Option<&Implied>, events: &[Event], view: &View, words: &Words) -> Figure {
    let window = window(facts, view);
    let mut marks = Vec::new();
    let mut end_labels = Vec::new();
    let (mut newest, mut missing) = (Vec::new(), Vec::new());
    for (series, flow) in Flow::BOTH.into_iter().enumerate() {
        let index = Index::new(facts, flow);
        let deduction = implied.map(|implied| implied.flow(flow));
        let slots = slots(&index, deduction, view.by, view.trade, window);
        let drawn: Vec<Mark> = slots
            .iter()
            .flat_map(|slot| match view.trade {
                TradeMeasure::Tonnes => match (slot.implied, deduction) {
                    (Some(reading), Some(deduction)) => {
                        vec![implied_mark(slot, &reading, deduction, facts, flow, words)]
                    }
                    _ => amount_mark(slot, flow, view.by, words).into_iter().collect(),
                },
                TradeMeasure::Change => change_marks(slot, &index, view.by, words),
            })
            .map(|mark| Mark { series: series as u8, ..mark })
            .collect();
        if let Some(last) = drawn.last() {
            end_labels.push(EndLabel { text: words.flow(flow).to_owned(), role: role(flow), y: last.high });
        }
        let span = slots.iter().rfind(|slot| slot.implied.is_none()).map(|slot| slot.span);
        let dated = |span: Span| [words.flow_lower(flow), " ", &words.span(span)].concat();
        newest.extend(span.map(|span| (dated(span), When::Span(span).last_day())));
        let gaps = gaps(&drawn, window, flow, &index, words);
        let spans = gaps.iter().filter_map(|gap| Span::new(Month::at(gap.x.0), Month::at(gap.x.1).plus(-1)));
        let spans: Vec<String> = spans.map(|span| words.span(span)).collect();
        if !spans.is_empty() {
            missing.push([words.flow_lower(flow), " ", &spans.join(", ")].concat());
        }
        marks.extend(gaps.into_iter().map(|mark| Mark { series: series as u8, ..mark }));
        marks.extend(drawn);
    }
    sort_by(&mut marks, |a, b| (a.shape != Shape::Gap).cmp(&(b.shape != Shape::Gap)));
    let mut caption = caption(facts, implied, view, window, words);
    caption.newest = newest;
    if !missing.is_empty() {
        caption.notes.insert(0, words.fill(words.gaps_note, &[("list", &missing.join("; "))]));
    }
    let empty = if marks.iter().all(|mark| mark.shape == Shape::Gap) { words.nothing_in_range } else { "" };
    let panel = Panel {
        title: String::new(),
        unit: match (view.trade, view.by) {
            (TradeMeasure::Change, _) => words.axis_change,
            (_, By::Month) => words.axis_tonnes_month,
            (_, By::Quarter) => words.axis_tonnes_quarter,
            (_, By::Year) => words.axis_tonnes_year,
        }
        .to_owned(),
        divisor: 1.0,
        percent: view.trade == TradeMeasure::Change,
        marks,
        guides: Vec::new(),
        end_labels,
        empty: empty.to_owned(),
    };
    Figure {
        name: ChartName::Trade,
        chart: Chart::Time(TimeChart { window, panels: vec![panel], events: event_marks(events, window, words) }),
        caption,
    }
}

/// The months that the trade chart shows.
pub fn window(facts: &[TradeFact], view: &View) -> (Month, Month) {
    let start = ChartName::Trade.start();
    let first = facts.iter().map(|fact| fact.span.first()).min().unwrap_or(start);
    let last = facts.iter().map(|fact| fact.span.last()).max().unwrap_or(start);
    view.window(start, first, last)
}

fn caption(
    facts: &[TradeFact],
    implied: Option<&Implied>,
    view: &View,
    window: (Month, Month),
    words: &Words,
) -> Caption {
    let mut notes = vec![words.trade_note.to_owned(), words.trade_goods_note.to_owned()];
    if view.by != By::Month || view.trade == TradeMeasure::Change {
        notes.push(words.computed_note.to_owned());
    }
    if view.by == By::Month && view.trade == TradeMeasure::Tonnes {
        notes.push(words.two_months_note.to_owned());
    }
    if implied.is_some() && view.trade == TradeMeasure::Tonnes {
        notes.push(words.implied_note.to_owned());
    }
    if window.0.year() < 2014 {
        notes.push(words.before_2014_note.to_owned());
    }
    notes.push(words.trade_source.to_owned());
    Caption {
        title: match (view.trade, view.by) {
            (TradeMeasure::Change, _) => words.title_trade_change,
            (_, By::Month) => words.title_trade_month,
            (_, By::Quarter) => words.title_trade_quarter,
            (_, By::Year) => words.title_trade_year,
        }
        .to_owned(),
        subtitle: words.trade_subtitle.to_owned(),
        notes,
        newest: Vec::new(),
        listed: implied.map(|implied| disputes(facts, implied, words)).unwrap_or_default(),
        listed_title: words.disputes_title.to_owned(),
    }
}

/// Figures of both flows that do not agree with better attested ones.
fn disputes(facts: &[TradeFact], implied: &Implied, words: &Words) -> Vec<Tip> {
    let of_flow = |flow: Flow| implied::disputes(implied.flow(flow), Rows::Trade(facts), words.flow(flow), words);
    Flow::BOTH.into_iter().flat_map(of_flow).collect()
}
