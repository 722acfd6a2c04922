//! What the goods of Myanmar and Laos were worth, in all and a kilogram.

use super::oxide::Oxide;
use super::years::{Year, years};
use super::{Finding, Known, Subtitle, fact_mark, how, role, tag};
use crate::charts::caption::{ListedTitle, Note, Publisher, Subtitle as AnySubtitle, Title, newest};
use crate::charts::figure::{Arrangement, Base, Chart, Empty, Figure, Guide, Name, Panel, Stroke, Unit, XAxis};
use crate::charts::mark::{Amount, Detail, How, Label, Look, Mark, Shape, Tag, TagAt};
use crate::charts::window_of_whole;
use crate::data::{OriginFact, Partner, Usd, When};
use crate::view::{By, ChartName, View};

const PARTNERS: [Partner; 2] = [Partner::MYANMAR, Partner::LAOS];

/// The chart of values of a view.
pub fn figure(facts: &[OriginFact], view: &View) -> Figure {
    let all = years(facts);
    let spans = all.iter().map(|year| year.span);
    let window = window_of_whole(ChartName::OriginsValue, spans, view);
    let shown: Vec<&Year> =
        all.iter().filter(|year| year.span.first() >= window.0 && year.span.last() <= window.1).collect();
    let ends = shown.first().zip(shown.last());
    let axis = ends.map_or((window.0.position(), window.1.position() + 1.0), |(first, last)| {
        (first.span.positions().0, last.span.positions().1)
    });
    let panels =
        [(Name::Value, Unit::MillionUsd), (Name::UnitValue, Unit::UsdPerKilogram)].map(|of| panel(&shown, of, axis));
    let valued = |year: &&&Year| PARTNERS.iter().any(|partner| amount(year, *partner, Unit::MillionUsd).is_some());
    let without: Vec<i32> = shown.iter().filter(|year| world_value(year).is_none()).map(|year| year.year).collect();
    Figure {
        name: ChartName::OriginsValue,
        title: Title::Sourcing(finding(facts, &shown)),
        subtitle: AnySubtitle::Sourcing(Subtitle::Value),
        notes: (!without.is_empty()).then_some(Note::NoWorldValue(without)).into_iter().collect(),
        publisher: Publisher::Origins,
        newest: newest(shown.iter().filter(valued).map(|year| When::Span(year.span))),
        listed: Vec::new(),
        listed_title: ListedTitle::NotDrawn,
        chart: Chart {
            arrangement: Arrangement::Columns(2),
            same_scale: false,
            panels: panels.to_vec(),
            events: Vec::new(),
        },
    }
}

fn world_value(year: &Year) -> Option<Usd> {
    year.world?.fact.value
}

/// The value of a partner's goods, or their dollars a kilogram.
fn amount<'a>(year: &Year<'a>, partner: Partner, unit: Unit) -> Option<(Known<'a>, Amount)> {
    let known = year.get(partner)?;
    let value = known.fact.value?;
    let amount = match unit {
        Unit::UsdPerKilogram => Amount::UnitValue(value.per_tonne(known.tonnes)? / 1e3),
        _ => Amount::Usd(value),
    };
    Some((known, amount))
}

fn panel(shown: &[&Year], (name, unit): (Name, Unit), (from, to): (f64, f64)) -> Panel {
    let mut panel =
        Panel { names: vec![(name, None)], ..Panel::new(XAxis::Time { from, to, step: By::Year }, unit, Base::Zero) };
    for (lane, partner) in PARTNERS.into_iter().enumerate() {
        let known: Vec<_> = shown.iter().filter_map(|year| Some((*year, amount(year, partner, unit)?))).collect();
        let last = known.len().saturating_sub(1);
        let height = |at: &usize| known[*at].1.1.height();
        let first = known.iter().position(|(_, (known, _))| !known.doubt);
        let peak = (0..known.len()).max_by(|a, b| height(a).total_cmp(&height(b)));
        // The title compares the first unit value that is not weak with the last.
        let worded = |index: usize| Some(index) == peak || Some(index) == first && unit == Unit::UsdPerKilogram;
        let point = |(index, (_, (known, amount))): (usize, &(&Year, (Known, Amount)))| {
            let label = Label::NamedAmount(Name::Origin(partner), *amount);
            let tag = match index {
                index if index == last => tag(label, TagAt::End, false),
                index if worded(index) => tag(Label::Amount(*amount), TagAt::Above, true),
                _ => None,
            };
            point(*known, *amount, lane as u8, tag)
        };
        panel.marks.extend(known.iter().enumerate().map(point));
        // A year without a figure ends the line.
        let runs = known.chunk_by(|a, b| a.0.year + 1 == b.0.year).filter(|run| run.len() > 1);
        panel.guides.extend(runs.map(|run| Guide {
            role: role(partner),
            stroke: Stroke::Line,
            points: run.iter().map(|(year, (_, amount))| (year.span.middle(), amount.height())).collect(),
        }));
    }
    panel.empty = panel.marks.is_empty().then_some(Empty::Range);
    panel
}

fn point(known: Known, amount: Amount, lane: u8, tag: Option<Tag>) -> Mark {
    let x = known.fact.span.middle();
    let look = Look::new(Shape::Point, role(known.fact.partner), lane, (x, x), amount.height());
    let look = Look { low: amount.height(), tag, doubt: known.doubt, ..look };
    let how = if matches!(amount, Amount::UnitValue(_)) { How::Computed } else { how(known.fact) };
    Mark { details: vec![Detail::Tonnes(known.tonnes)], ..fact_mark(known.fact, amount, how, look) }
}

/// That Laos went from carbonate to oxide, in the first and the last year shown with its unit value; else the unit values.
fn finding(facts: &[OriginFact], shown: &[&Year]) -> Finding {
    let of = |origin: Partner| {
        let value = |year: &&Year| match amount(year, origin, Unit::UsdPerKilogram)? {
            (known, Amount::UnitValue(value)) if !known.doubt => Some((year.year, value)),
            _ => None,
        };
        let values: Vec<(i32, f64)> = shown.iter().filter_map(value).collect();
        let now = *values.last()?;
        Some((now, values.first().copied().filter(|before| before.0 < now.0)))
    };
    if let Some((now, Some(before))) = of(Partner::LAOS)
        && let Some(oxide) = Oxide::of(facts, before.0, now.0)
    {
        return Finding::Oxide(oxide, Some((before.1, now.1)));
    }
    let either = PARTNERS.into_iter().rev().find_map(|origin| Some((origin, of(origin)?)));
    either.map_or(Finding::Neutral(ChartName::OriginsValue), |(origin, (now, before))| Finding::UnitValue {
        origin,
        now,
        before,
    })
}
