//! Imports and exports through time: which published figure is drawn where, and what is computed from them.
//!
//! `index` has the published figures and `series` what they imply, `slots` the periods that are drawn. `months`, with
//! `heads`, is the trade chart; `ytd` and `change` are those of their names; `finding` says what they found,
//! `extreme` how far a flow came, and `record` is the strip under the month chart.

mod average;
mod change;
mod extreme;
mod finding;
mod heads;
mod index;
mod indexed;
mod months;
mod record;
mod series;
mod slots;
mod ytd;

pub use extreme::Extreme;
pub use finding::{Alone, Direction, Finding, IndexLevels, MARGIN, Moves};
pub use heads::SoFar;
pub(super) use heads::so_far;
pub use index::Change;
pub(super) use index::Index;
pub use record::{MonthlyRecord, RecordAmount, RecordMonth, record};
pub(super) use series::{FlowSeries, Total};

use super::caption::{self, Listed, ListedTitle, Newest, Note, Publisher, Title};
use super::events::event_marks;
use super::figure::{Arrangement, Chart, EventMark, Figure, Panel};
use super::implied::{Implied, disputes};
use super::mark::{Detail, What};
use crate::data::{Event, EventKind, Flow, Month, Span, TradeFact, When};
use crate::view::{By, ChartName, View};

/// What a chart of this family measures.
#[derive(Clone, Debug, PartialEq)]
pub enum Subtitle {
    /// Tonnes, each panel on its own scale, and the newest months that say the opposite of the title.
    Trade(By, Vec<Alone>),
    /// Tonnes since January.
    Ytd,
    /// Changes on a year before.
    Change(By),
    /// Each month in per cent of this one.
    Indexed(Month),
}

/// The trade chart of a view.
///
/// As in the others, periods that nobody published are gaps without `implied`.
pub(super) fn trade(facts: &[TradeFact], implied: Option<&Implied>, events: &[Event], view: &View) -> Figure {
    let shown = FlowsInView::new(ChartName::Trade, facts, implied, view, view.by);
    let (by, window) = (view.by, shown.window);
    let (mut panels, mut missing, mut newest) = (Vec::new(), Vec::new(), Vec::new());
    for series in &shown.flows {
        let drawn = months::panel(series, by, window);
        newest.extend(drawn.newest.map(|span| (series.flow(), span)));
        missing.push((series.flow(), drawn.gaps));
        panels.push(drawn.panel);
    }
    missing.retain(|(_, gaps)| !gaps.is_empty());
    let mut notes = Vec::new();
    if !missing.is_empty() {
        notes.push(Note::Gaps(missing));
    }
    notes.extend([Note::TradeGoods, Note::TradeUnlikeGoods]);
    notes.push(if by == By::Month { Note::TwoMonths } else { Note::TradeComputed });
    let (finding, alone) = finding::trade(&shown.flows, window);
    let mut figure = shown.figure(ChartName::Trade, finding, Subtitle::Trade(by, alone), panels, notes, newest);
    figure.chart.events = trade_events(events, window);
    figure.listed = implied.map(trade_disputes).unwrap_or_default();
    figure
}

/// The chart of years so far.
pub(super) fn ytd(facts: &[TradeFact], implied: Option<&Implied>, view: &View) -> Figure {
    let shown = FlowsInView::new(ChartName::Ytd, facts, implied, view, By::Month);
    let (flows, window) = (&shown.flows, shown.window);
    let years = ytd::Years::new(flows, window);
    let panels: Vec<Panel> = flows.iter().map(|series| ytd::panel(series, &years, window.1)).collect();
    let newest = flows.iter().filter_map(|series| {
        let years = years.drawn.iter().rev();
        let so_far = years.filter_map(|year| heads::so_far(series, *year, window.1)).next();
        so_far.map(|so_far| (series.flow(), so_far.span))
    });
    let newest = newest.collect();
    let finding = finding::ytd(flows, &years, window.1);
    let mut figure = shown.figure(ChartName::Ytd, finding, Subtitle::Ytd, panels, vec![Note::TradeGoods], newest);
    figure.chart.arrangement = Arrangement::Columns(2);
    figure
}

/// The chart of changes.
pub(super) fn change(facts: &[TradeFact], implied: Option<&Implied>, view: &View) -> Figure {
    let shown = FlowsInView::new(ChartName::Change, facts, implied, view, view.change);
    let (flows, by, window) = (&shown.flows, view.change, shown.window);
    let slots = [&flows[0], &flows[1]].map(|series| change::slots(series, by, window));
    let drawn = [(&flows[0], &*slots[0]), (&flows[1], &*slots[1])];
    let panel = change::panel(&drawn, by, window);
    let newest = drawn.iter().filter_map(|(series, slots)| Some((series.flow(), slots.last()?.span))).collect();
    let notes = vec![Note::TradeGoods, Note::TradeUnlikeGoods, Note::TradeComputed];
    shown.figure(ChartName::Change, finding::change(drawn), Subtitle::Change(by), vec![panel], notes, newest)
}

/// The trade chart as an index, 100 in a month; else with the moving average that was chosen.
pub(super) fn compared(
    mut figure: Figure,
    facts: &[TradeFact],
    implied: Option<&Implied>,
    events: &[Event],
    view: &View,
) -> Figure {
    let shown = FlowsInView::new(ChartName::Trade, facts, implied, view, By::Month);
    let Some(base) = view.trade_base else {
        if let (By::Month, Some(months)) = (view.by, view.average.months()) {
            for (panel, series) in figure.chart.panels.iter_mut().zip(&shown.flows) {
                average::add(panel, series, months, shown.window);
            }
            figure.notes.push(Note::MovingAverage(months));
        }
        if let Title::Trade(finding) = figure.title {
            figure.title = Title::Trade(extreme::with_extreme(finding, &shown.flows, shown.window));
        }
        return figure;
    };
    let (panel, without) = indexed::panel(&shown.flows, base, shown.window);
    let newest = shown.flows.iter().filter_map(|series| {
        let of_flow = panel.marks.iter().filter(|mark| mark.what == What::IndexOfFlow(series.flow(), base));
        let mut spans = of_flow.filter_map(|mark| match mark.when {
            When::Span(span) => Some(span),
            When::Day(_) => None,
        });
        Some((series.flow(), spans.next_back()?))
    });
    let newest = newest.collect();
    let mut notes = vec![Note::TradeGoods, Note::TradeUnlikeGoods];
    if !without.is_empty() {
        notes.insert(0, Note::NoBase(without, base));
    }
    let finding = Finding::Indexed(base, indexed::levels(&panel, base));
    let mut figure = shown.figure(ChartName::Trade, finding, Subtitle::Indexed(base), vec![panel], notes, newest);
    figure.chart.events = event_marks(events, ChartName::Trade, shown.window, |_| 0);
    figure
}

/// What a chart of this family is made from.
struct FlowsInView<'a> {
    flows: [FlowSeries<'a>; 2],
    window: (Month, Month),
    implied: bool,
}

impl<'a> FlowsInView<'a> {
    fn new(name: ChartName, facts: &'a [TradeFact], implied: Option<&'a Implied>, view: &View, by: By) -> Self {
        let flows = Flow::BOTH.map(|flow| FlowSeries::new(facts, implied, flow));
        let mut window = super::window(name, facts.iter().map(|fact| fact.span), view);
        // Months that no quarter or year lies in show the ones that they lie in; from January on there is a year so far.
        let so_far = by == By::Year && window.0.month() == 1;
        if !so_far && Span::new(window.0, window.1).is_some_and(|shown| slots::whole_periods(shown, by).is_empty()) {
            window = slots::in_steps(window, by);
        }
        Self { flows, window, implied: implied.is_some() }
    }

    fn figure(
        &self,
        name: ChartName,
        finding: Finding,
        subtitle: Subtitle,
        panels: Vec<Panel>,
        mut notes: Vec<Note>,
        newest: Vec<(Flow, Span)>,
    ) -> Figure {
        if self.implied {
            notes.push(Note::Implied);
        }
        if self.window.0.year() < 2014 {
            notes.push(Note::Before2014);
        }
        let newest = newest.into_iter().map(|(flow, span)| Newest { flow: Some(flow), when: When::Span(span) });
        Figure {
            name,
            title: Title::Trade(finding),
            subtitle: caption::Subtitle::Trade(subtitle),
            chart: Chart { panels, ..Chart::default() },
            notes,
            publisher: Publisher::Trade,
            newest: newest.collect(),
            listed: Vec::new(),
            listed_title: ListedTitle::Disputes,
        }
    }
}

/// Rules are about exports, and stand in their panel; what is about supply stands in that of imports.
fn trade_events(events: &[Event], window: (Month, Month)) -> Vec<EventMark> {
    let concerns = |event: &Event| if event.kind == EventKind::Policy { Flow::Export } else { Flow::Import };
    let panel = |event: &Event| usize::from(concerns(event) == Flow::Export);
    event_marks(events, ChartName::Trade, window, panel)
}

/// The changes of a period on a year before, as details of its mark.
fn change_details(index: &Index, span: Span) -> Vec<Detail> {
    let changes = index.changes(span);
    let mut details: Vec<Detail> = changes.iter().map(|change| Detail::Change(*change)).collect();
    if changes.len() > 1 {
        details.push(Detail::ChangesDisagree);
    }
    details
}

/// Figures of both flows that do not agree with better attested ones.
fn trade_disputes(implied: &Implied) -> Vec<Listed> {
    Flow::BOTH.into_iter().flat_map(|flow| disputes(implied.flow(flow), caption::Series::Flow(flow))).collect()
}
