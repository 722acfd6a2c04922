//! One year by basket and origin, so that oxides, carbonate, ore and monazite can be told apart.

use super::{form, main_facts, rank, role, tip, year_span};
use crate::charts::figure::{
    Caption, Chart, Figure, Form, Mark, Role, Row, RowsChart, Shape, Tip, newest, source_line,
};
use crate::data::order::{sort_by, sort_unique};
use crate::data::origins::basket_years;
use crate::data::{Basket, OriginFact, Partner, Percent, Tonnes, Use, When};
use crate::view::{ChartName, View};
use crate::words::Words;

/// The baskets chart of a view.
pub fn figure(facts: &[OriginFact], view: &View, words: &Words) -> Figure {
    let year = view.year.or_else(|| basket_years(facts).first().copied());
    let span = year.and_then(year_span);
    let of_year = main_facts(facts, |fact| Some(fact.span) == span && fact.tonnes.is_some());
    let mut keys: Vec<(Basket, &str)> = of_year.iter().map(|fact| row_key(fact)).collect();
    sort_unique(&mut keys);
    let rows: Vec<Row> = keys
        .into_iter()
        .enumerate()
        .map(|(series, key)| {
            row(
                &of_year.iter().copied().filter(|fact| row_key(fact) == key).collect::<Vec<_>>(),
                key,
                series as u8,
                words,
            )
        })
        .collect();
    let rivals =
        facts.iter().filter(|fact| Some(fact.span) == span && (fact.usage == Use::Check || fact.tonnes.is_none()));
    let year = year.map(|year| year.to_string()).unwrap_or_default();
    Figure {
        name: ChartName::Baskets,
        caption: Caption {
            title: words.fill(words.title_baskets, &[("year", &year)]),
            subtitle: words.baskets_subtitle.to_owned(),
            notes: vec![
                words.baskets_note.to_owned(),
                words.baskets_forms_note.to_owned(),
                words.baskets_source.to_owned(),
            ],
            newest: newest(of_year.iter().map(|fact| When::Span(fact.span)), words),
            listed: rivals.map(|fact| tip(fact, words)).collect(),
            listed_title: words.rivals_title.to_owned(),
        },
        chart: Chart::Rows(RowsChart {
            unit: words.axis_tonnes_year.to_owned(),
            legend: legend(&rows, &of_year, words),
            empty: if rows.is_empty() { words.nothing_in_year.to_owned() } else { String::new() },
            rows,
        }),
    }
}

/// A basket is a row; where one name covers several customs lines, each line is a row.
fn row_key(fact: &OriginFact) -> (Basket, &str) {
    let by_line = matches!(fact.basket, Basket::CompoundsLine | Basket::CeriumCompounds);
    (fact.basket, if by_line { &fact.hs } else { "" })
}

fn row(facts: &[&OriginFact], key: (Basket, &str), series: u8, words: &Words) -> Row {
    let world = facts.iter().find(|fact| fact.partner == Partner::WORLD);
    let world_tonnes = world.and_then(|fact| Some(fact.tonnes?.value));
    let mut named: Vec<(&OriginFact, Tonnes)> = facts
        .iter()
        .filter(|fact| fact.partner != Partner::WORLD)
        .filter_map(|fact| Some((*fact, fact.tonnes?.value)))
        .collect();
    sort_by(&mut named, |a, b| rank(a.0.partner).cmp(&rank(b.0.partner)));
    let mut marks = Vec::new();
    let mut base = Tonnes::ZERO;
    for (fact, tonnes) in &named {
        let mut tip = tip(fact, words);
        if let Some(share) = world_tonnes.and_then(|world| Percent::share(tonnes.to_f64(), world.to_f64())) {
            tip.details.insert(0, words.fill(words.share_computed, &[("share", &words.percent(share, 1))]));
        }
        let label = words.partner(fact.partner);
        marks.push(segment(series, role(fact.partner), form(fact.kind), (base, base + *tonnes), label, tip));
        base = base + *tonnes;
    }
    if let (Some(world), Some(total)) = (world, world_tonnes)
        && total > base
    {
        let rest = total - base;
        let unnamed = named.is_empty();
        let names: Vec<String> = named.iter().map(|(fact, _)| words.partner(fact.partner)).collect();
        let mut rest_tip =
            Tip { value: words.tonnes(rest), sources: vec![source_line(&world.source, words)], ..tip(world, words) };
        if unnamed {
            rest_tip.details.insert(0, words.origin_not_published.to_owned());
        } else {
            rest_tip.title = format!("{}, {}", words.others, rest_tip.title);
            rest_tip.details = vec![
                words.fill(words.others_computed, &[("world", &words.tonnes(total)), ("named", &names.join(", "))]),
            ];
        }
        let label = if unnamed { "" } else { words.others };
        let form =
            if unnamed && world.kind != crate::data::Kind::Estimated { Form::Published } else { Form::Estimated };
        marks.push(segment(series, Role::Remainder, form, (base, total), label.to_owned(), rest_tip));
    }
    let name = words.basket(key.0);
    Row {
        label: if key.1.is_empty() { name.to_owned() } else { format!("{name} {}", key.1) },
        total: match world_tonnes {
            // Its bar may be too short for these words.
            Some(total) if named.is_empty() => [&words.tonnes(total), ", ", words.origin_not_published].concat(),
            Some(total) => words.tonnes(total),
            None => words.no_world_total.to_owned(),
        },
        marks,
    }
}

fn segment(series: u8, role: Role, form: Form, (low, high): (Tonnes, Tonnes), label: String, tip: Tip) -> Mark {
    Mark {
        series,
        shape: Shape::Segment,
        role,
        form,
        x: (0.0, 0.0),
        low: low.to_f64(),
        high: high.to_f64(),
        mid: None,
        label,
        bracket: false,
        tip,
    }
}

/// The two hues are always explained; the greys are named on the bars and when pointed at.
fn legend(rows: &[Row], facts: &[&OriginFact], words: &Words) -> Vec<(Role, Form, String)> {
    let drawn = |role: Role| rows.iter().any(|row| row.marks.iter().any(|mark| mark.role == role));
    let named =
        [Partner::MYANMAR, Partner::LAOS].map(|partner| (role(partner), Form::Published, words.partner(partner)));
    let mut legend: Vec<(Role, Form, String)> = named.into_iter().filter(|(role, _, _)| drawn(*role)).collect();
    if facts.iter().any(|fact| matches!(role(fact.partner), Role::Origin(_)) && fact.partner != Partner::WORLD) {
        legend.push((Role::Origin(0), Form::Published, words.other_origins.to_owned()));
    }
    let rests = || rows.iter().flat_map(|row| &row.marks).filter(|mark| mark.role == Role::Remainder);
    if rests().any(|mark| mark.form == Form::Estimated) {
        legend.push((Role::Remainder, Form::Estimated, words.others_computed_legend.to_owned()));
    }
    if rests().any(|mark| mark.form == Form::Published) {
        legend.push((Role::Remainder, Form::Published, words.origin_not_published.to_owned()));
    }
    legend
}
