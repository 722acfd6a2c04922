//! Figures that were read, and that somebody should look at: they are drawn as printed, and named.

use super::dataset::{Dataset, RowId, facts};
use super::origins::{OriginFact, Partner, Use};
use super::source::newest_only;
use super::table::Fact;
use super::{Flow, Tonnes, When};

/// What is doubtful about a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// It is ten times as much as the figures before and after it, or more.
    TenTimes,
    /// It is a tenth of the figures before and after it, or less.
    ATenth,
    /// A weight of nothing beside a value.
    NoWeight,
    /// The named origins of its period and basket come to more than this total of all origins.
    LessThanParts(Tonnes),
}

/// A row, and what is doubtful about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Doubtful {
    /// The row as its file has it.
    pub row: RowId,
    /// One of them: a row may be listed more than once.
    pub doubt: Doubt,
}

/// Everything that is doubtful in a data set, by file and line.
pub fn doubtful(data: &Dataset) -> Vec<Doubtful> {
    let mut all = Vec::new();
    for flow in Flow::BOTH {
        let of_flow = facts(&data.trade).iter().filter(|fact| fact.flow == flow);
        // Months and longer periods side by side: each by its average month.
        let months = of_flow.filter_map(|fact| {
            Some((When::Span(fact.span), fact.tonnes?.value.per_month(fact.span.months()), fact.row()))
        });
        outliers(months, true, &mut all);
    }
    origins(facts(&data.origins), &mut all);
    let mut series: Vec<_> = facts(&data.prices)
        .iter()
        .map(|fact| ((fact.product, fact.market, &*fact.source.name, fact.currency, fact.per), fact))
        .collect();
    series.sort_by_key(|(key, _)| *key);
    for one in series.chunk_by(|(a, _), (b, _)| a == b) {
        outliers(one.iter().map(|(_, fact)| (fact.when, fact.quote.high(), fact.row())), true, &mut all);
    }
    all.sort_by_key(|doubtful| doubtful.row);
    all
}

fn origins(facts: &[OriginFact], all: &mut Vec<Doubtful>) {
    let nothing = |fact: &&OriginFact| fact.tonnes.is_some_and(|tonnes| tonnes.value == Tonnes::ZERO);
    let valued = |fact: &&OriginFact| fact.value.is_some_and(|value| value.to_f64() > 0.0);
    let no_weight = facts.iter().filter(nothing).filter(valued);
    all.extend(no_weight.map(|fact| Doubtful { row: fact.row(), doubt: Doubt::NoWeight }));

    let mut main: Vec<&OriginFact> =
        facts.iter().filter(|fact| fact.usage == Use::Main && fact.tonnes.is_some()).collect();
    let by_origin = |a: &&OriginFact, b: &&OriginFact| {
        (a.basket, &a.hs, a.partner, a.span).cmp(&(b.basket, &b.hs, b.partner, b.span))
    };
    newest_only(&mut main, by_origin, |fact| &fact.source);
    main.sort_by(by_origin);
    for one in main.chunk_by(|a, b| (a.basket, &a.hs, a.partner) == (b.basket, &b.hs, b.partner)) {
        let years = one.iter().filter(|fact| fact.span.is_year());
        outliers(
            years.filter_map(|fact| Some((When::Span(fact.span), fact.tonnes?.value.to_f64(), fact.row()))),
            false,
            all,
        );
    }
    main.sort_by(|a, b| (a.basket, &a.hs, a.span).cmp(&(b.basket, &b.hs, b.span)));
    for one in main.chunk_by(|a, b| (a.basket, &a.hs, a.span) == (b.basket, &b.hs, b.span)) {
        let low = |fact: &&&OriginFact| fact.tonnes.map_or(Tonnes::ZERO, |tonnes| tonnes.low());
        let (world, parts): (Vec<_>, Vec<_>) = one.iter().partition(|fact| fact.partner == Partner::WORLD);
        let parts: Tonnes = parts.iter().map(low).sum();
        let exceeded = world.iter().filter(|fact| fact.tonnes.is_some_and(|tonnes| tonnes.high() < parts));
        all.extend(exceeded.map(|fact| Doubtful { row: fact.row(), doubt: Doubt::LessThanParts(parts) }));
    }
}

/// Figures of a series that are ten times as much, or a tenth, of both figures beside them. With `ends` the first and the last
/// are compared with the two figures next to them: an origin may begin or end with little.
fn outliers(series: impl Iterator<Item = (When, f64, RowId)>, ends: bool, all: &mut Vec<Doubtful>) {
    let mut series: Vec<(When, f64, RowId)> = series.filter(|(_, value, _)| *value > 0.0).collect();
    series.sort_by(|(a, _, a_row), (b, _, b_row)| (a.last_day(), a_row).cmp(&(b.last_day(), b_row)));
    for (index, (_, value, row)) in series.iter().enumerate() {
        let last = series.len() - 1;
        let (a, b) = match index {
            _ if last < 2 => return,
            0 if !ends => continue,
            _ if index == last && !ends => continue,
            0 => (1, 2),
            _ if index == last => (last - 1, last - 2),
            _ => (index - 1, index + 1),
        };
        let (a, b) = (series[a].1, series[b].1);
        let doubt = match *value {
            value if value >= 10.0 * a.max(b) => Doubt::TenTimes,
            value if value <= a.min(b) / 10.0 => Doubt::ATenth,
            _ => continue,
        };
        all.push(Doubtful { row: *row, doubt });
    }
}
