//! The change chart: imports and exports against a year before, in pairs of columns.

use super::index::Change;
use super::series::FlowSeries;
use super::slots::{pairs, time_axis, whole_periods, years};
use crate::charts::ARTICLE;
use crate::charts::figure::{Base, DayLine, Empty, Name, Panel, Unit, XAxis};
use crate::charts::mark::{Amount, Detail, How, Label, Look, Mark, Shape, Tag, TagAt, What};
use crate::data::{Fact, Flow, Month, Percent, Span, When, each_once};
use crate::view::By;

/// The part of a slot that each column takes, and the empty part before the first.
const WIDTH: f64 = 0.38;
const MARGIN: f64 = 0.12;
/// Of more quarters or years not every column keeps its value.
const MOST_NAMED: usize = 16;

/// What is known of a change on a year before.
pub enum Known {
    /// Printed, or computed from published tonnes: two where these disagree.
    Stated(Vec<Change>),
    /// One of the two periods was worked out.
    Between(Percent, Percent),
}

impl Known {
    /// In per cent; the middle of an interval.
    pub fn value(&self) -> f64 {
        match self {
            Self::Stated(changes) => changes.first().map_or(0.0, |change| change.value()),
            Self::Between(low, high) => (low.to_f64() + high.to_f64()) / 2.0,
        }
    }
}

/// The change of a period; `None` where it is neither printed nor follows from totals.
pub fn known(series: &FlowSeries, span: Span) -> Option<Known> {
    let stated = series.index.changes(span);
    if !stated.is_empty() {
        return Some(Known::Stated(stated));
    }
    let (now, before) = (series.total(span)?, series.total(span.year_before()?)?);
    let low = Percent::change(now.low.to_f64(), before.high.to_f64())?;
    Some(Known::Between(low, Percent::change(now.high.to_f64(), before.low.to_f64())?))
}

/// A step of the axis, and the period in it whose change is shown.
pub struct Slot {
    /// Both columns stand in it.
    pub step: Span,
    pub span: Span,
    pub known: Known,
}

/// The periods of a flow with a change, by time.
pub fn slots(series: &FlowSeries, by: By, window: (Month, Month)) -> Vec<Slot> {
    let Some(shown) = Span::new(window.0, window.1) else { return Vec::new() };
    let slot = |span: Span| Some(Slot { step: span, span, known: known(series, span)? });
    let mut slots: Vec<Slot> = whole_periods(shown, by).into_iter().filter_map(slot).collect();
    let mut add = |more: Slot| {
        if !slots.iter().any(|taken| taken.step.overlaps(more.step)) {
            slots.push(more);
        }
    };
    match by {
        By::Month => {
            let published = pairs(shown).filter(|pair| series.index.get(*pair).is_some());
            published.filter_map(slot).for_each(&mut add);
        }
        By::Year => {
            for year in years(shown).filter(|year| year.first().month() == 1) {
                let part = series.starts(year).find_map(slot);
                let step = Span::year(year.first().year());
                if let Some((part, step)) = part.zip(step) {
                    add(Slot { step, ..part });
                }
            }
        }
        By::Quarter => {}
    }
    slots.sort_by_key(|slot| slot.span);
    slots
}

/// Both flows in one panel, to the last step with a change; the newest period of each is the last of its slots.
pub fn panel(flows: &[(&FlowSeries, &[Slot])], by: By, window: (Month, Month)) -> Panel {
    let last = flows.iter().filter_map(|(_, slots)| Some(slots.last()?.step.last())).max();
    let x = time_axis((window.0, last.map_or(window.1, |last| last.min(window.1))), by);
    // Every slot of the axis, the first and the last among them where the window ends inside.
    let shown = match x {
        XAxis::Time { from, to, .. } => Span::new(Month::at(from), Month::at(to).plus(-1)),
        _ => None,
    };
    let steps: Vec<Span> = shown.map(|shown| whole_periods(shown, by)).unwrap_or_default();
    let mut panel = Panel::new(x, Unit::Change, Base::Zero);
    for (series, slots) in flows {
        panel.names.push((Name::Flow(series.flow()), Some(series.role())));
        // A period that the window cuts may be known.
        let taken = |step: Span| slots.iter().any(|slot| slot.step.overlaps(step));
        let free = |step: &&Span| !taken(**step) && known(series, **step).is_none();
        panel.marks.extend(steps.iter().filter(free).map(|step| gap(*step, series)));
        let mut marks: Vec<Mark> = slots.iter().flat_map(|slot| columns(slot, series, by)).collect();
        if by == By::Month || steps.len() > MOST_NAMED {
            name_few(&mut marks);
        }
        panel.marks.extend(marks);
    }
    let gaps = |mark: &Mark| mark.look.shape == Shape::Gap;
    panel.empty = panel.marks.iter().all(gaps).then_some(Empty::Range);
    panel.days = article_quarter()
        .filter(|quarter| by == By::Quarter && steps.contains(quarter))
        .map(day_line)
        .into_iter()
        .collect();
    panel
}

/// Of many columns the highest, the lowest, the newest and that of the article's quarter keep their values; others have
/// them where there is room.
fn name_few(marks: &mut [Mark]) {
    let value = |at: &usize| marks[*at].look.high;
    let highest = (0..marks.len()).max_by(|a, b| value(a).total_cmp(&value(b)));
    let lowest = (0..marks.len()).min_by(|a, b| value(a).total_cmp(&value(b)));
    let of_article =
        article_quarter().and_then(|quarter| marks.iter().position(|mark| mark.when == When::Span(quarter)));
    let kept = [highest, lowest, marks.len().checked_sub(1), of_article];
    for (index, mark) in marks.iter_mut().enumerate() {
        mark.look.tag = mark.look.tag.map(|tag| Tag { optional: !kept.contains(&Some(index)), ..tag });
    }
}

/// The last whole quarter before the article, which it is about.
fn article_quarter() -> Option<Span> {
    let before = Month::of(ARTICLE).plus(-3);
    Span::quarter(before.year(), (before.month() - 1) / 3 + 1)
}

/// A line in the middle of the article's quarter, between its two columns.
fn day_line(quarter: Span) -> DayLine {
    DayLine { x: quarter.middle(), label: Label::ArticleQuarter }
}

/// Where the column of a flow stands in a slot: imports left, exports right.
fn place(step: Span, flow: Flow) -> (f64, f64) {
    let (from, to) = step.positions();
    let width = to - from;
    let left = from + width * if flow == Flow::Import { MARGIN } else { MARGIN + WIDTH };
    (left, left + width * WIDTH)
}

fn lane(flow: Flow) -> u8 {
    u8::from(flow == Flow::Export)
}

fn gap(step: Span, series: &FlowSeries) -> Mark {
    let look = Look::new(Shape::Gap, series.role(), lane(series.flow()), place(step, series.flow()), 0.0);
    Mark {
        what: What::Flow(series.flow()),
        when: When::Span(step),
        amount: None,
        how: How::Published,
        rows: Vec::new(),
        details: Vec::new(),
        detail_rows: Vec::new(),
        look,
    }
}

/// The column of a change: two beside each other where the printed and the computed one disagree.
fn columns(slot: &Slot, series: &FlowSeries, by: By) -> Vec<Mark> {
    let (from, to) = place(slot.step, series.flow());
    let middle = (from + to) / 2.0;
    match &slot.known {
        Known::Stated(changes) if changes.len() > 1 => {
            let halves = [(from, middle), (middle, to)];
            changes.iter().zip(halves).map(|(change, x)| stated(slot, *change, true, x, series, by)).collect()
        }
        Known::Stated(changes) => {
            changes.iter().map(|change| stated(slot, *change, false, (from, to), series, by)).collect()
        }
        Known::Between(low, high) => vec![between(slot, *low, *high, (from, to), series)],
    }
}

fn stated(slot: &Slot, change: Change, both: bool, x: (f64, f64), series: &FlowSeries, by: By) -> Mark {
    let index = &series.index;
    let before = slot.span.year_before();
    let mut details = Vec::new();
    if let Some(now) = index.amount(slot.span) {
        details.push(Detail::TonnesAfter { now, before: before.and_then(|before| index.amount(before)) });
    }
    if both {
        details.push(Detail::ChangesDisagree);
    }
    let computed = matches!(change, Change::Computed(_));
    let own = index.parts(slot.span).unwrap_or_default();
    let base = before.filter(|_| computed).and_then(|before| index.parts(before)).unwrap_or_default();
    let doubt = own.iter().chain(&base).any(|fact| super::index::weak(fact));
    let printed = index.printed(slot.span);
    let rows = each_once(own.iter().copied().chain(printed).chain(base).map(Fact::row));
    Mark {
        what: What::Flow(series.flow()),
        when: When::Span(slot.span),
        amount: Some(Amount::Change(change)),
        how: if computed { How::Computed } else { How::Published },
        rows,
        details,
        detail_rows: Vec::new(),
        look: Look {
            low: change.value().min(0.0),
            bracket: by == By::Month && slot.span.months() > 1,
            doubt: both || doubt,
            ..column(Amount::Change(change), change.value(), x, series)
        },
    }
}

/// A change that rests on a period that was worked out; the proofs are those of the two totals.
fn between(slot: &Slot, low: Percent, high: Percent, x: (f64, f64), series: &FlowSeries) -> Mark {
    let totals = [Some(slot.span), slot.span.year_before()].map(|span| series.total(span?));
    let worked_out = |total: &super::series::Total| Detail::TotalOf(total.span, total.low, total.high);
    let middle = Percent::new(slot.known.value()).unwrap_or(low);
    Mark {
        what: What::Flow(series.flow()),
        when: When::Span(slot.span),
        amount: Some(Amount::ChangeBetween(low, high)),
        how: How::Deduced,
        rows: totals.iter().flatten().flat_map(|total| series.rows(total)).collect(),
        details: totals.iter().flatten().map(worked_out).collect(),
        detail_rows: Vec::new(),
        look: Look { low: low.to_f64(), ..column(Amount::Change(Change::Computed(middle)), high.to_f64(), x, series) },
    }
}

/// A column from zero that says its value.
fn column(said: Amount, high: f64, x: (f64, f64), series: &FlowSeries) -> Look {
    let tag = Tag { label: Label::Amount(said), at: TagAt::Above, optional: false };
    Look { tag: Some(tag), ..Look::new(Shape::Column, series.role(), lane(series.flow()), x, high) }
}
