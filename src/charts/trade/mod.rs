//! Imports and exports through time: which published figure is drawn where, and what is computed from them.
//!
//! `index` has the figures, `slots` the periods that are drawn, `marks` what they look like.

mod index;
mod marks;
mod slots;

pub use index::Change;
pub(super) use index::Index;

use super::caption::{Listed, ListedTitle, Newest, Note, Publisher, Subtitle, Title};
use super::events::event_marks;
use super::figure::{Chart, Empty, EndLabel, Figure, Name, Panel, TimeChart, Unit};
use super::implied::{Implied, disputes};
use super::mark::{Mark, Shape};
use crate::data::{Event, Flow, Month, Span, TradeFact, When};
use crate::view::{By, ChartName, TradeMeasure, View};
use marks::{amount_mark, change_marks, gaps, implied_mark, role};
use slots::{Slot, slots};

/// The trade chart of a view.
///
/// Without `implied`, periods that nobody published are gaps.
pub fn figure(facts: &[TradeFact], implied: Option<&Implied>, events: &[Event], view: &View) -> Figure {
    let window = window(facts, view);
    let (mut marks, mut end_labels) = (Vec::new(), Vec::new());
    let (mut newest, mut missing) = (Vec::new(), Vec::new());
    for flow in Flow::BOTH {
        let index = Index::new(facts, flow);
        let slots = slots(&index, implied.map(|implied| implied.flow(flow)), view.by, view.trade, window);
        let drawn: Vec<Mark> = slots.iter().flat_map(|slot| slot_marks(slot, &index, view)).collect();
        if let Some(last) = drawn.last() {
            end_labels.push(EndLabel { name: Name::Flow(flow), role: role(flow), y: last.look.high });
        }
        let published = slots.iter().rfind(|slot| slot.implied.is_none());
        newest.extend(published.map(|slot| Newest { flow: Some(flow), when: When::Span(slot.span) }));
        let gaps = gaps(&drawn, window, &index);
        let spans: Vec<Span> = gaps.iter().filter_map(|gap| gap.when.span()).collect();
        if !spans.is_empty() {
            missing.push((flow, spans));
        }
        marks.extend(gaps);
        marks.extend(drawn);
    }
    // Gaps lie behind all that is drawn.
    marks.sort_by_key(|a| a.look.shape != Shape::Gap);
    let empty = marks.iter().all(|mark| mark.look.shape == Shape::Gap).then_some(Empty::Range);
    let panel = Panel {
        title: None,
        unit: if view.trade == TradeMeasure::Change { Unit::Change } else { Unit::TonnesPer(view.by) },
        marks,
        guides: Vec::new(),
        end_labels,
        empty,
    };
    Figure {
        name: ChartName::Trade,
        chart: Chart::Time(TimeChart { window, panels: vec![panel], events: event_marks(events, window) }),
        title: Title::Trade(view.trade, view.by),
        subtitle: Subtitle::Trade,
        notes: notes(implied, missing, view, window),
        publisher: Publisher::Trade,
        newest,
        listed: implied.map(trade_disputes).unwrap_or_default(),
        listed_title: ListedTitle::Disputes,
    }
}

/// The months that the trade chart shows.
pub fn window(facts: &[TradeFact], view: &View) -> (Month, Month) {
    super::window(ChartName::Trade, facts.iter().map(|fact| fact.span), view)
}

fn slot_marks(slot: &Slot, index: &Index, view: &View) -> Vec<Mark> {
    match (view.trade, &slot.implied) {
        (TradeMeasure::Tonnes, Some(reading)) => vec![implied_mark(slot, reading, index.flow)],
        (TradeMeasure::Tonnes, None) => amount_mark(slot, index.flow, view.by).into_iter().collect(),
        (TradeMeasure::Change, _) => change_marks(slot, index, view.by),
    }
}

fn notes(implied: Option<&Implied>, missing: Vec<(Flow, Vec<Span>)>, view: &View, window: (Month, Month)) -> Vec<Note> {
    let tonnes = view.trade == TradeMeasure::Tonnes;
    let mut notes = Vec::new();
    if !missing.is_empty() {
        notes.push(Note::Gaps(missing));
    }
    notes.extend([Note::TradeGoods, Note::TradeUnlikeGoods]);
    if view.by != By::Month || !tonnes {
        notes.push(Note::TradeComputed);
    }
    if view.by == By::Month && tonnes {
        notes.push(Note::TwoMonths);
    }
    if implied.is_some() && tonnes {
        notes.push(Note::Implied);
    }
    if window.0.year() < 2014 {
        notes.push(Note::Before2014);
    }
    notes
}

/// Figures of both flows that do not agree with better attested ones.
fn trade_disputes(implied: &Implied) -> Vec<Listed> {
    use super::caption::Series;
    Flow::BOTH.into_iter().flat_map(|flow| disputes(implied.flow(flow), Series::Flow(flow))).collect()
}
