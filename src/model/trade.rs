//! Imports and exports through time: which published figure stands where, and what is computed from them.

use super::figure::{
    Caption, Chart, EndLabel, EventMark, Figure, Form, Mark, Panel, Role, Shape, TimeChart, Tip, source_line,
};
use super::replaces;
use super::view::{By, ChartName, TradeMeasure, View};
use super::words::Words;
use crate::data::order::sort_by;
use crate::data::{Event, Flow, Month, Percent, PrintedPercent, Span, Tonnes, TradeFact, When};

/// The trade chart of a view.
pub fn figure(facts: &[TradeFact], events: &[Event], view: &View, words: &Words) -> Figure {
    let window = window(facts, view);
    let mut marks = Vec::new();
    let mut end_labels = Vec::new();
    for (series, flow) in Flow::BOTH.into_iter().enumerate() {
        let index = Index::new(facts, flow);
        let slots = slots(&index, view.by, view.trade, window);
        let drawn: Vec<Mark> = slots
            .iter()
            .flat_map(|slot| match view.trade {
                TradeMeasure::Tonnes => amount_mark(slot, view.by, words).into_iter().collect::<Vec<_>>(),
                TradeMeasure::Change => change_marks(slot, &index, view.by, words),
            })
            .map(|mark| Mark { series: series as u8, ..mark })
            .collect();
        if let Some(last) = drawn.last() {
            end_labels.push(EndLabel { text: words.flow(flow).to_owned(), role: role(flow), y: last.high });
        }
        let gaps = gaps(&drawn, window, flow, &index, words).into_iter();
        marks.extend(gaps.map(|mark| Mark { series: series as u8, ..mark }));
        marks.extend(drawn);
    }
    sort_by(&mut marks, |a, b| (a.shape != Shape::Gap).cmp(&(b.shape != Shape::Gap)));
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
        caption: caption(facts, view, window, words),
    }
}

/// The months that the trade chart shows.
pub fn window(facts: &[TradeFact], view: &View) -> (Month, Month) {
    let start = ChartName::Trade.start();
    let first = facts.iter().map(|fact| fact.span.first()).min().unwrap_or(start);
    let last = facts.iter().map(|fact| fact.span.last()).max().unwrap_or(start);
    view.window(start, first, last)
}

/// The figures of one flow, one per period and ordered by it: a replaced figure is left out.
///
/// A row with only a change leaves the tonnes of an older row where they are, and adds its change.
pub struct Index<'a> {
    figures: Vec<&'a TradeFact>,
    changes: Vec<&'a TradeFact>,
}

impl<'a> Index<'a> {
    pub fn new(facts: &'a [TradeFact], flow: Flow) -> Self {
        let mut of_flow: Vec<&TradeFact> = facts.iter().filter(|fact| fact.flow == flow).collect();
        sort_by(&mut of_flow, |a, b| a.span.cmp(&b.span));
        let mut index = Self { figures: Vec::new(), changes: Vec::new() };
        for fact in &of_flow {
            match index.figures.last_mut().filter(|newest| newest.span == fact.span) {
                Some(newest) => {
                    let of_tonnes = (fact.tonnes.is_some(), replaces(&fact.source, &newest.source));
                    if of_tonnes >= (newest.tonnes.is_some(), true) {
                        *newest = fact;
                    }
                }
                None => index.figures.push(fact),
            }
        }
        for fact in of_flow.into_iter().filter(|fact| fact.change.is_some()) {
            // The change of a figure that was replaced since went with it.
            if !index.get(fact.span).is_some_and(|figure| replaces(&fact.source, &figure.source)) {
                continue;
            }
            match index.changes.last_mut().filter(|newest| newest.span == fact.span) {
                Some(newest) if !replaces(&fact.source, &newest.source) => {}
                Some(newest) => *newest = fact,
                None => index.changes.push(fact),
            }
        }
        index
    }

    pub fn get(&self, span: Span) -> Option<&'a TradeFact> {
        find(&self.figures, span)
    }

    pub fn spans(&self) -> impl Iterator<Item = Span> {
        self.figures.iter().map(|fact| fact.span)
    }

    /// The row with the printed change on a year before.
    fn printed(&self, span: Span) -> Option<&'a TradeFact> {
        find(&self.changes, span)
    }

    fn tonnes(&self, span: Span) -> Option<Tonnes> {
        Some(self.get(span)?.tonnes?.value)
    }

    /// The fewest published parts that together are exactly `span`, in order; one part where it is published itself.
    fn parts(&self, span: Span) -> Option<Vec<&'a TradeFact>> {
        let months = span.months() as usize;
        let mut best: Vec<Option<Vec<&TradeFact>>> = vec![None; months + 1];
        best[0] = Some(Vec::new());
        for end in 1..=months {
            for start in 0..end {
                let part = Span::new(span.first().plus(start as i32), span.first().plus(end as i32 - 1));
                let fact = part.and_then(|part| self.get(part)).filter(|fact| fact.tonnes.is_some());
                if let (Some(before), Some(fact)) = (&best[start], fact) {
                    let mut parts = before.clone();
                    parts.push(fact);
                    if best[end].as_ref().is_none_or(|best| parts.len() < best.len()) {
                        best[end] = Some(parts);
                    }
                }
            }
        }
        best.swap_remove(months)
    }

    /// The published figure, or the sum of published parts.
    fn amount(&self, span: Span) -> Option<Tonnes> {
        Some(self.parts(span)?.iter().filter_map(|part| Some(part.tonnes?.value)).sum())
    }

    /// The change on a year before: the printed one, else computed from published figures of the same span.
    pub fn change(&self, span: Span) -> Option<Change> {
        self.changes(span).into_iter().next()
    }

    /// The printed change, and the computed one where there is no printed one or the two disagree.
    fn changes(&self, span: Span) -> Vec<Change> {
        let printed = self.printed(span).and_then(|fact| fact.change);
        let computed = self
            .amount(span)
            .zip(self.amount(span.year_before()))
            .and_then(|(now, before)| Percent::change(now.to_f64(), before.to_f64()));
        match (printed, computed) {
            (Some(printed), Some(computed)) if self.disagree(span, printed) => {
                vec![Change::Printed(printed), Change::Computed(computed)]
            }
            (Some(printed), _) => vec![Change::Printed(printed)],
            (None, Some(computed)) => vec![Change::Computed(computed)],
            (None, None) => Vec::new(),
        }
    }

    /// Whether no rounding of the printed figures explains the difference between printed and computed change.
    fn disagree(&self, span: Span, printed: PrintedPercent) -> bool {
        let bounds = |span: Span| {
            let parts = self.parts(span)?;
            let sum = |bound: fn(crate::data::PrintedTonnes) -> Tonnes| -> f64 {
                parts.iter().filter_map(|part| part.tonnes.map(bound)).sum::<Tonnes>().to_f64()
            };
            Some((sum(crate::data::PrintedTonnes::low), sum(crate::data::PrintedTonnes::high)))
        };
        let (Some(now), Some(before)) = (bounds(span), bounds(span.year_before())) else { return false };
        let (Some(low), Some(high)) = (Percent::change(now.0, before.1), Percent::change(now.1, before.0)) else {
            return false;
        };
        let (value, slack) = (printed.value.to_f64(), printed.half_unit + 1e-9);
        high.to_f64() < value - slack || low.to_f64() > value + slack
    }
}

/// The row of a period among rows in the order of their periods.
fn find<'a>(rows: &[&'a TradeFact], span: Span) -> Option<&'a TradeFact> {
    let at = rows.binary_search_by(|fact| fact.span.cmp(&span)).ok()?;
    rows.get(at).copied()
}

/// A change on a year before.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Change {
    Printed(PrintedPercent),
    Computed(Percent),
}

impl Change {
    /// In per cent.
    pub fn value(self) -> f64 {
        match self {
            Self::Printed(change) => change.value.to_f64(),
            Self::Computed(change) => change.to_f64(),
        }
    }

    /// The decimals to show: as printed, one where computed.
    pub fn places(self) -> usize {
        match self {
            Self::Printed(change) => change.places,
            Self::Computed(_) => 1,
        }
    }

    fn text(self, words: &Words) -> String {
        match self {
            Self::Printed(change) => words.printed_change(change),
            Self::Computed(change) => words.computed_change(change),
        }
    }

    fn sentence(self, words: &Words) -> String {
        let template = match self {
            Self::Printed(_) => words.change_printed,
            Self::Computed(_) => words.change_computed,
        };
        words.fill(template, &[("change", &self.text(words))])
    }
}

/// A period on the axis with what is published for it.
struct Slot<'a> {
    flow: Flow,
    span: Span,
    /// The published figure alone, or the parts that make it up.
    parts: Vec<&'a TradeFact>,
    /// The row with the printed change, where that is not one of the parts.
    printed: Option<&'a TradeFact>,
    changes: Vec<Change>,
}

/// The periods that are drawn: they never overlap. One with nothing to show of the measure takes no other's place.
fn slots<'a>(index: &Index<'a>, by: By, measure: TradeMeasure, window: (Month, Month)) -> Vec<Slot<'a>> {
    let Some(shown) = Span::new(window.0, window.1) else { return Vec::new() };
    let shows = |span: Span| match measure {
        TradeMeasure::Tonnes => index.parts(span).is_some(),
        TradeMeasure::Change => !index.changes(span).is_empty(),
    };
    let spans = match by {
        By::Month => month_tiles(index, shown, &shows),
        By::Quarter => whole_periods(shown, 3),
        By::Year => with_year_so_far(index, whole_periods(shown, 12), shown, &shows),
    };
    spans
        .into_iter()
        .filter_map(|span| {
            let parts = index.parts(span).or_else(|| Some(vec![index.get(span)?]))?;
            let flow = parts.first()?.flow;
            let printed =
                index.printed(span).filter(|row| parts.iter().all(|part| part.source.line != row.source.line));
            Some(Slot { flow, span, changes: index.changes(span), printed, parts })
        })
        .collect()
}

/// Published months, then published spans of two months that none of those months lies in.
fn month_tiles(index: &Index, shown: Span, shows: &dyn Fn(Span) -> bool) -> Vec<Span> {
    let published = |months: u32| {
        index.spans().filter(move |span| span.months() == months && shown.contains(*span) && shows(*span))
    };
    let mut tiles: Vec<Span> = published(1).collect();
    for pair in published(2) {
        if !tiles.iter().any(|tile| tile.overlaps(pair)) {
            tiles.push(pair);
        }
    }
    sort_by(&mut tiles, Span::cmp);
    tiles
}

/// The calendar quarters or years that lie in `shown`.
fn whole_periods(shown: Span, months: u32) -> Vec<Span> {
    let behind = (shown.first().month() - 1) % months;
    let mut first = shown.first().plus(if behind == 0 { 0 } else { (months - behind) as i32 });
    let mut periods = Vec::new();
    // Behind the last month that there is, a period would be shorter.
    let whole = |period: &Span| period.months() == months && shown.contains(*period);
    while let Some(period) = Span::new(first, first.plus(months as i32 - 1)).filter(whole) {
        periods.push(period);
        first = first.plus(months as i32);
    }
    periods
}

/// Adds, for each year without a total, the longest published period that starts in its January.
fn with_year_so_far(index: &Index, years: Vec<Span>, shown: Span, shows: &dyn Fn(Span) -> bool) -> Vec<Span> {
    let mut spans: Vec<Span> = years.into_iter().filter(|year| index.parts(*year).is_some() || shows(*year)).collect();
    for year in shown.first().year()..=shown.last().year() {
        let so_far = index
            .spans()
            .filter(|span| span.first().year() == year && span.first().month() == 1 && span.last().year() == year)
            .filter(|span| shown.contains(*span) && index.tonnes(*span).is_some())
            .max_by_key(|span| span.months());
        if let Some(so_far) = so_far.filter(|so_far| !spans.iter().any(|span| span.overlaps(*so_far))) {
            spans.push(so_far);
        }
    }
    sort_by(&mut spans, Span::cmp);
    spans
}

fn role(flow: Flow) -> Role {
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

fn amount_mark(slot: &Slot, by: By, words: &Words) -> Option<Mark> {
    let amount: Tonnes =
        slot.parts.iter().map(|part| part.tonnes.map(|tonnes| tonnes.value)).sum::<Option<Tonnes>>()?;
    let months = slot.span.months();
    let spread = by == By::Month && months > 1;
    let height = if spread { amount.per_month(months) } else { amount.to_f64() };
    let mut tip = tip(slot, words);
    tip.value = words.tonnes(amount);
    if spread {
        let per_month = words.tonnes(Tonnes::from_grams(amount.grams() / i64::from(months)));
        tip.details.insert(0, words.fill(words.spread_over, &[("tonnes", &per_month)]));
    }
    Some(Mark {
        series: 0,
        shape: shape(slot.flow),
        role: role(slot.flow),
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

fn change_marks(slot: &Slot, index: &Index, by: By, words: &Words) -> Vec<Mark> {
    let both = slot.changes.len() > 1;
    slot.changes
        .iter()
        .map(|change| {
            let mut tip = tip(slot, words);
            tip.value = change.text(words);
            tip.details = vec![change.sentence(words)];
            if let Some(tonnes) = index.amount(slot.span) {
                let before = index.amount(slot.span.year_before()).map(|before| words.tonnes(before));
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
                let before = index.parts(slot.span.year_before()).unwrap_or_default();
                tip.sources.extend(before.iter().map(|part| source_line(&part.source, words)));
            }
            Mark {
                series: 0,
                shape: shape(slot.flow),
                role: role(slot.flow),
                form: if matches!(change, Change::Computed(_)) { Form::Computed } else { Form::Published },
                x: slot.span.positions(),
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
fn tip(slot: &Slot, words: &Words) -> Tip {
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
        title: words.fill(words.flow_in, &[("flow", words.flow(slot.flow)), ("period", &words.span(slot.span))]),
        value: String::new(),
        details,
        sources: slot.parts.iter().chain(&slot.printed).map(|part| source_line(&part.source, words)).collect(),
    }
}

/// The parts of the window where nothing is drawn for a flow: each says so, and what is published for longer periods.
fn gaps(drawn: &[Mark], window: (Month, Month), flow: Flow, index: &Index, words: &Words) -> Vec<Mark> {
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
        index.figures.iter().copied().filter(|fact| fact.span.overlaps(span) && fact.tonnes.is_some()).collect();
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

/// The events inside the window; they never stretch it.
pub fn event_marks(events: &[Event], window: (Month, Month), words: &Words) -> Vec<EventMark> {
    let (start, end) = (window.0.position(), window.1.position() + 1.0);
    let mut marks: Vec<EventMark> = events
        .iter()
        .filter_map(|event| {
            let (from, to) = event.when.positions();
            let x = (from + to) / 2.0;
            (start..end).contains(&x).then(|| EventMark {
                x,
                tip: Tip {
                    title: words.when(event.when),
                    value: event.title.clone(),
                    details: vec![words.event_kind(event.kind).to_owned()],
                    sources: vec![super::figure::SourceLine {
                        text: if event.source.url.is_some() {
                            event.source.name.clone()
                        } else {
                            words.withheld_short.to_owned()
                        },
                        url: event.source.url.clone(),
                    }],
                },
            })
        })
        .collect();
    sort_by(&mut marks, |a, b| a.x.total_cmp(&b.x));
    marks
}

fn caption(facts: &[TradeFact], view: &View, window: (Month, Month), words: &Words) -> Caption {
    let newest = |flow: Flow| {
        facts
            .iter()
            .filter(|fact| fact.flow == flow && fact.tonnes.is_some())
            .map(|fact| fact.span)
            .max_by_key(|span| span.last())
    };
    let dated: Vec<String> = Flow::BOTH
        .into_iter()
        .filter_map(|flow| Some(format!("{} {}", words.flow_lower(flow), words.span(newest(flow)?))))
        .collect();
    let mut notes = vec![words.trade_note.to_owned(), words.trade_goods_note.to_owned()];
    if view.by != By::Month || view.trade == TradeMeasure::Change {
        notes.push(words.computed_note.to_owned());
    }
    if view.by == By::Month && view.trade == TradeMeasure::Tonnes {
        notes.push(words.two_months_note.to_owned());
    }
    if window.0.year() < 2014 {
        notes.push(words.before_2014_note.to_owned());
    }
    notes.push(words.trade_source.to_owned());
    let last = facts.iter().filter(|fact| fact.tonnes.is_some()).map(|fact| When::Span(fact.span));
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
        newest: super::figure::newest(last).map(|when| (dated.join(", "), when.last_day())),
        listed: Vec::new(),
        listed_title: String::new(),
    }
}
