//! The bridge from one year to another: what each origin sent less or more, and what Laos made up of Myanmar's loss.

use super::replaced::{MadeUp, finding, made_up};
use super::years::{BASKET, Comparison, Spike, Step, Year, years};
use super::{Finding, Known, Subtitle, fact_mark, how, outside, role, share_details, tag};
use crate::charts::caption::{ListedTitle, Note, Publisher, Subtitle as AnySubtitle, Title, newest};
use crate::charts::figure::{
    Arrangement, Base, Bracket, Chart, Connector, Empty, Figure, Name, Panel, Slot, Unit, XAxis,
};
use crate::charts::mark::{Amount, Detail, How, Label, Look, Mark, Role, Shape, TagAt, What};
use crate::data::{Fact, OriginFact, Partner, Percent, RowId, Tonnes, When};
use crate::view::{ChartName, View};

/// The gap chart of a view.
pub fn figure(facts: &[OriginFact], view: &View) -> Figure {
    let years = years(facts);
    let comparison = Comparison::chosen(&years, view);
    let made_up = comparison.as_ref().map(|comparison| made_up(facts, comparison)).unwrap_or_default();
    let (mut panels, mut notes, mut listed) = (Vec::new(), Vec::new(), Vec::new());
    match &comparison {
        Some(comparison) => {
            panels.push(bridge(comparison));
            panels.extend(strip(comparison, &made_up));
            (notes, listed) = outside(facts, comparison.from.year, comparison.to.year);
            notes.insert(0, Note::RestOfWorld);
        }
        None => panels.push(Panel { empty: Some(Empty::Range), ..bridge_panel(Vec::new()) }),
    }
    let both = comparison.as_ref().map(|comparison| (comparison.from, comparison.to));
    Figure {
        name: ChartName::Gap,
        title: Title::Sourcing(
            comparison.as_ref().map_or(Finding::Neutral(ChartName::Gap), |comparison| finding(comparison, &made_up)),
        ),
        subtitle: AnySubtitle::Sourcing(Subtitle::Gap {
            years: both.map(|(from, to)| (from.year, to.year)),
            spike: comparison.as_ref().and_then(|comparison| Spike::before(&years, comparison)),
        }),
        chart: Chart { arrangement: Arrangement::Stacked, same_scale: false, panels, events: Vec::new() },
        notes,
        publisher: Publisher::Origins,
        newest: newest(both.into_iter().map(|(_, to)| When::Span(to.span))),
        listed,
        listed_title: ListedTitle::NotDrawn,
    }
}

fn bridge_panel(slots: Vec<Slot>) -> Panel {
    Panel::new(XAxis::Slots { slots, groups: Vec::new() }, Unit::Tonnes, Base::Zero)
}

fn bridge(comparison: &Comparison) -> Panel {
    let Comparison { from, to, steps, .. } = comparison;
    let mut slots = vec![Slot::Total(from.year)];
    slots.extend(steps.iter().map(|step| Slot::Named(Name::Origin(step.origin), Some(role(step.origin)))));
    slots.extend([Slot::Named(Name::RestOfWorld, None), Slot::Total(to.year)]);
    let last = slots.len() - 1;

    let mut marks = stack(from, comparison.world.before, 0, |name, share| {
        tag(Label::Share { origin: name, share: share(from)?, before: None }, TagAt::Inside, true)
    });
    let mut connectors = Vec::new();
    let mut level = comparison.world.before.tonnes;
    let mut place = |marks: &mut Vec<Mark>, change: Tonnes, mark: &dyn Fn(Look) -> Mark| {
        let slot = (connectors.len() + 1) as f64;
        // From the middle of one column to that of the next: it touches both, however wide they are.
        connectors.push(Connector { x: (slot - 0.5, slot + 0.5), y: level.to_f64() });
        let (start, end) = (level, level + change);
        level = end;
        let look = Look::new(Shape::Segment, Role::Other, 0, (slot, slot + 1.0), start.max(end).to_f64());
        marks.push(mark(Look { low: start.min(end).to_f64(), ..look }));
    };
    for step in steps {
        let share = Percent::change(step.now.tonnes.to_f64(), step.before.tonnes.to_f64());
        let share = share.filter(|_| step.origin == Partner::MYANMAR);
        place(&mut marks, step.change(), &|look| {
            let tag = tag(Label::Difference(step.change(), share), TagAt::Above, false);
            step_mark(comparison, step, Look { role: role(step.origin), doubt: step.doubt(), tag, ..look })
        });
    }
    let (before, now) = comparison.rest();
    place(&mut marks, now - before, &|look| {
        let tag = tag(Label::Difference(now - before, None), TagAt::Above, false);
        rest_mark(comparison, Look { tag, ..look })
    });
    connectors.push(Connector { x: (last as f64 - 0.5, last as f64 + 0.5), y: level.to_f64() });
    marks.extend(stack(to, comparison.world.now, last, |name, share| {
        let before = share(from).map(|share| (from.year, share));
        tag(Label::Share { origin: name, share: share(to)?, before }, TagAt::End, false)
    }));
    Panel { marks, connectors, brackets: bracket(comparison, last).into_iter().collect(), ..bridge_panel(slots) }
}

/// Over everyone but Myanmar, where Myanmar's loss is the first step.
fn bracket(comparison: &Comparison, last: usize) -> Option<Bracket> {
    let first = comparison.steps.first().filter(|step| step.origin == Partner::MYANMAR)?;
    let lost = first.change() < Tonnes::ZERO && last > 3;
    lost.then(|| Bracket { x: (2.0, last as f64), label: Label::Together(comparison.without(first)) })
}

/// A year's tonnes: Myanmar, Laos, the others, and a line with the total on top.
///
/// `tag_of` gets a part's name and its share of any year.
fn stack(
    year: &Year,
    world: Known,
    slot: usize,
    tag_of: impl Fn(Name, &dyn Fn(&Year) -> Option<Percent>) -> Option<crate::charts::mark::Tag>,
) -> Vec<Mark> {
    let x = (slot as f64, slot as f64 + 1.0);
    let hued = [Partner::MYANMAR, Partner::LAOS];
    let named: Vec<Known> = hued.iter().filter_map(|partner| year.get(*partner)).collect();
    let mut marks = Vec::new();
    let mut base = Tonnes::ZERO;
    for known in &named {
        let partner = known.fact.partner;
        let share = |year: &Year| year.share(year.get(partner)?.tonnes);
        let lane = u8::from(partner == Partner::LAOS);
        let look = Look::new(Shape::Segment, role(partner), lane, x, (base + known.tonnes).to_f64());
        let tag = tag_of(Name::Origin(partner), &share);
        let look = Look { low: base.to_f64(), tag, doubt: known.doubt, ..look };
        let details = share_details(share(year), None);
        marks.push(Mark { details, ..fact_mark(known.fact, Amount::Tonnes(known.tonnes), how(known.fact), look) });
        base = base + known.tonnes;
    }
    let share = |year: &Year| {
        let named: Tonnes = hued.iter().filter_map(|partner| Some(year.get(*partner)?.tonnes)).sum();
        year.share(year.world?.tonnes - named)
    };
    if world.tonnes > base {
        let look = Look::new(Shape::Segment, Role::Other, 2, x, world.tonnes.to_f64());
        let named_less = named.iter().map(|known| known.fact.partner).collect();
        let less = Detail::WorldLess { world: world.tonnes, named: named_less };
        marks.push(Mark {
            what: What::Others(BASKET),
            when: When::Span(year.span),
            amount: Some(Amount::Tonnes(world.tonnes - base)),
            how: How::Computed,
            rows: vec![world.fact.row()],
            details: std::iter::once(less).chain(share_details(share(year), None)).collect(),
            detail_rows: named.iter().map(|known| known.fact.row()).collect(),
            look: Look { low: base.to_f64(), tag: tag_of(Name::Others, &share), ..look },
        });
    }
    let amount = Amount::Tonnes(world.tonnes);
    let look = Look::new(Shape::Level, Role::Ink, 3, x, world.tonnes.to_f64());
    let total = Look { tag: tag(Label::Amount(amount), TagAt::Above, false), doubt: world.doubt, ..look };
    marks.push(fact_mark(world.fact, amount, how(world.fact), total));
    marks
}

/// How much more or less one origin sent.
pub(super) fn step_mark(comparison: &Comparison, step: &Step, look: Look) -> Mark {
    let (from, to) = (comparison.from, comparison.to);
    let before = from.share(step.before.tonnes).map(|share| (from.year, share));
    let amounts = Detail::FromTo { from: from.year, before: step.before.tonnes, now: step.now.tonnes };
    let shares = share_details(to.share(step.now.tonnes), before);
    Mark {
        what: What::Shift { origin: Some(step.origin), basket: BASKET, from: from.year },
        when: When::Span(to.span),
        amount: Some(Amount::Difference(step.change())),
        how: How::Computed,
        rows: vec![step.before.fact.row(), step.now.fact.row()],
        details: std::iter::once(amounts).chain(shares).collect(),
        detail_rows: Vec::new(),
        look,
    }
}

/// How much more or less all origins sent that are not named in both years.
pub(super) fn rest_mark(comparison: &Comparison, look: Look) -> Mark {
    let (before, now) = comparison.rest();
    let rows = |step: &Step| [step.before.fact.row(), step.now.fact.row()];
    let named: Vec<Partner> = comparison.steps.iter().map(|step| step.origin).collect();
    let named_rows: Vec<RowId> = comparison.steps.iter().flat_map(rows).collect();
    Mark {
        what: What::Shift { origin: None, basket: BASKET, from: comparison.from.year },
        when: When::Span(comparison.to.span),
        amount: Some(Amount::Difference(now - before)),
        how: How::Computed,
        rows: rows(&comparison.world).to_vec(),
        details: vec![
            Detail::FromTo { from: comparison.from.year, before, now },
            Detail::WorldLess { world: comparison.world.now.tonnes, named },
        ],
        detail_rows: named_rows,
        look,
    }
}

/// What Laos made up of Myanmar's loss, a bar a measure; `None` where there is nothing to show.
fn strip(comparison: &Comparison, made_up: &[MadeUp]) -> Option<Panel> {
    let rows = made_up.iter().map(|made| (Name::Measure(made.measure), None)).collect();
    let mark = |(row, made): (usize, &MadeUp)| {
        let (amount, x) = (Amount::Share(made.share), (row as f64, row as f64 + 1.0));
        let label = if made.how == How::Estimated { Label::Estimate(made.share) } else { Label::Amount(amount) };
        let look = Look::new(Shape::Bar, Role::Laos, row as u8, x, made.share.to_f64());
        Mark {
            what: What::MadeUp { measure: made.measure, from: comparison.from.year },
            when: When::Span(comparison.to.span),
            amount: Some(amount),
            how: made.how,
            rows: made.rows.clone(),
            details: vec![Detail::MadeUp { gain: made.gain, loss: made.loss }],
            detail_rows: Vec::new(),
            look: Look { tag: tag(label, TagAt::Beside, false), doubt: made.doubt, ..look },
        }
    };
    (!made_up.is_empty()).then(|| Panel {
        names: vec![(Name::MadeUp, Some(Role::Laos))],
        marks: made_up.iter().enumerate().map(mark).collect(),
        ..Panel::new(XAxis::Rows(rows), Unit::Share, Base::Whole)
    })
}
