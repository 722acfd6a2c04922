//! One year by basket and origin, so that oxides, carbonate, ore and monazite can be told apart.

use super::{fact_mark, has_hue, how, main_facts, named, role};
use crate::charts::caption::{Listed, ListedTitle, Note, Publisher, Subtitle, Title, newest};
use crate::charts::figure::{Chart, Empty, Figure, LegendEntry, Meaning, Row, RowTotal, RowsChart, Unit};
use crate::charts::mark::{Amount, Detail, How, Label, Lane, Look, Mark, Role, Shape, What, WorldAmount};
use crate::data::origins::basket_years;
use crate::data::{Basket, Fact, Kind, OriginFact, Partner, Percent, Span, Tonnes, Use, When};
use crate::view::{By, ChartName, View};

/// The baskets chart of a view.
pub fn figure(facts: &[OriginFact], view: &View) -> Figure {
    let year = view.year.or_else(|| basket_years(facts).first().copied());
    let span = year.and_then(Span::year);
    let of_year = main_facts(facts, |fact| Some(fact.span) == span && fact.tonnes.is_some());
    let mut keys: Vec<(Basket, &str)> = of_year.iter().map(|fact| row_key(fact)).collect();
    keys.sort();
    keys.dedup();
    let row = |(number, key): (usize, (Basket, &str))| {
        let of_row: Vec<&OriginFact> = of_year.iter().copied().filter(|fact| row_key(fact) == key).collect();
        basket_row(&of_row, key, Lane::Row(number as u8))
    };
    let rows: Vec<Row> = keys.into_iter().enumerate().map(row).collect();
    let rivals =
        facts.iter().filter(|fact| Some(fact.span) == span && (fact.usage == Use::Check || fact.tonnes.is_none()));
    Figure {
        name: ChartName::Baskets,
        title: Title::Baskets(year),
        subtitle: Subtitle::Baskets,
        notes: vec![Note::Baskets, Note::BasketsForms],
        publisher: Publisher::Baskets,
        newest: newest(of_year.iter().map(|fact| When::Span(fact.span))),
        listed: rivals.map(|fact| Listed::Origin(fact.row())).collect(),
        listed_title: ListedTitle::Rivals,
        chart: Chart::Rows(RowsChart {
            unit: Unit::TonnesPer(By::Year),
            legend: legend(&rows, &of_year),
            empty: rows.is_empty().then_some(Empty::Year),
            rows,
        }),
    }
}

/// A basket is a row; where one name covers several customs lines, each line is a row.
fn row_key(fact: &OriginFact) -> (Basket, &str) {
    let by_line = matches!(fact.basket, Basket::CompoundsLine | Basket::CeriumCompounds);
    (fact.basket, if by_line { &fact.hs } else { "" })
}

fn basket_row(facts: &[&OriginFact], (basket, line): (Basket, &str), lane: Lane) -> Row {
    let world = facts.iter().find(|fact| fact.partner == Partner::WORLD);
    let world_tonnes = world.and_then(|fact| Some(fact.tonnes?.value));
    let named = named(facts.iter().copied());
    let mut parts = Vec::new();
    let mut base = Tonnes::ZERO;
    for (fact, tonnes) in &named {
        let label = Some(Label::Origin(fact.partner));
        let look = segment(role(fact.partner), lane, (base, base + *tonnes), label);
        let share = world_tonnes.and_then(|world| Percent::share(tonnes.to_f64(), world.to_f64()));
        let details = share.map(Detail::ShareOfWorld).into_iter().collect();
        parts.push(Mark { details, ..fact_mark(fact, Amount::Tonnes(*tonnes), how(fact.kind), look) });
        base = base + *tonnes;
    }
    if let (Some(world), Some(total)) = (world, world_tonnes)
        && total > base
    {
        parts.push(rest(world, (base, total), &named, lane));
    }
    Row {
        basket,
        line: line.to_owned(),
        total: match world_tonnes {
            Some(total) if named.is_empty() => RowTotal::OriginNotPublished(total),
            Some(total) => RowTotal::World(total),
            None => RowTotal::Missing,
        },
        parts,
    }
}

/// What the named origins leave of the world's total; all of it, where none is named.
fn rest(world: &OriginFact, (base, total): (Tonnes, Tonnes), named: &[(&OriginFact, Tonnes)], lane: Lane) -> Mark {
    let amount = Amount::Tonnes(total - base);
    if named.is_empty() {
        let how = if world.kind == Kind::Estimated { How::Estimated } else { How::Published };
        let look = segment(Role::Remainder, lane, (base, total), None);
        return Mark { details: vec![Detail::OriginNotPublished], ..fact_mark(world, amount, how, look) };
    }
    let named = named.iter().map(|(fact, _)| fact.partner).collect();
    Mark {
        what: What::Others(world.basket),
        when: When::Span(world.span),
        amount: Some(amount),
        how: How::Estimated,
        rows: vec![world.row()],
        details: vec![Detail::WorldLess { world: WorldAmount::Tonnes(total), named }],
        detail_rows: Vec::new(),
        look: segment(Role::Remainder, lane, (base, total), Some(Label::Others)),
    }
}

fn segment(role: Role, lane: Lane, (low, high): (Tonnes, Tonnes), label: Option<Label>) -> Look {
    Look { low: low.to_f64(), label, ..Look::new(Shape::Segment, role, lane, (0.0, 0.0), high.to_f64()) }
}

/// The two hues are always explained; the greys are named on the bars and when pointed at.
fn legend(rows: &[Row], facts: &[&OriginFact]) -> Vec<LegendEntry> {
    let parts = || rows.iter().flat_map(|row| &row.parts);
    let published = |role, meaning| LegendEntry { role, how: How::Published, meaning };
    let mut legend: Vec<LegendEntry> = [Partner::MYANMAR, Partner::LAOS]
        .into_iter()
        .filter(|partner| parts().any(|part| part.look.role == role(*partner)))
        .map(|partner| published(role(partner), Meaning::Origin(partner)))
        .collect();
    if facts.iter().any(|fact| !has_hue(fact.partner) && fact.partner != Partner::WORLD) {
        legend.push(published(Role::Origin(0), Meaning::OtherOrigins));
    }
    let rests = |how: How| parts().any(|part| part.look.role == Role::Remainder && part.how == how);
    if rests(How::Estimated) {
        legend.push(LegendEntry { role: Role::Remainder, how: How::Estimated, meaning: Meaning::Others });
    }
    if rests(How::Published) {
        legend.push(published(Role::Remainder, Meaning::OriginNotPublished));
    }
    legend
}
