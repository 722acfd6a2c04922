//! One series from the rows of a file.

use super::{Rank, Statement};
use crate::data::{Basket, Confidence, Flow, Kind, OriginFact, Partner, TradeFact, Use};
use std::cmp::Reverse;

impl Statement {
    /// `id` is the caller's name for the row.
    pub fn trade(id: usize, fact: &TradeFact) -> Self {
        let rank = Rank {
            weak: fact.source.confidence == Confidence::Low,
            conflict: fact.conflict,
            sources: Reverse(fact.sources),
            ..Rank::default()
        };
        Self { id, span: fact.span, tonnes: fact.tonnes, change: fact.change, rank }
    }

    /// `id` is the caller's name for the row. How many sources printed a row of origins is not known: it counts as one.
    pub fn origin(id: usize, fact: &OriginFact) -> Self {
        let rank = Rank {
            check: fact.usage == Use::Check,
            kind: match fact.kind {
                Kind::Published => 0,
                Kind::Derived => 1,
                Kind::Estimated => 2,
            },
            weak: fact.source.confidence == Confidence::Low,
            conflict: false,
            sources: Reverse(1),
        };
        Self { id, span: fact.span, tonnes: fact.tonnes, change: fact.change, rank }
    }
}

/// The rows of one flow, each with the caller's name for it; rows that were not public yet are the caller's to leave out.
pub fn trade_series<'a>(facts: impl Iterator<Item = (usize, &'a TradeFact)>, flow: Flow) -> Vec<Statement> {
    facts.filter(|(_, fact)| fact.flow == flow).map(|(id, fact)| Statement::trade(id, fact)).collect()
}

/// The rows of a flow, named by their lines; of a row that was replaced since, what was replaced is left out.
pub fn trade_statements(facts: &[TradeFact], flow: Flow) -> Vec<Statement> {
    let newer = |fact: &TradeFact, has: fn(&TradeFact) -> bool| {
        let same = |other: &TradeFact| (other.flow, other.span) == (fact.flow, fact.span);
        facts.iter().any(|other| same(other) && other.source.known_from > fact.source.known_from && has(other))
    };
    let statement = |fact: &TradeFact| {
        let statement = Statement::trade(fact.source.line as usize, fact);
        Statement {
            tonnes: statement.tonnes.filter(|_| !newer(fact, |other| other.tonnes.is_some())),
            change: statement.change.filter(|_| !newer(fact, |_| true)),
            ..statement
        }
    };
    facts.iter().filter(|fact| fact.flow == flow).map(statement).collect()
}

/// The rows of `origins.csv` that count the same thing.
#[derive(Clone, Debug, PartialEq)]
pub struct OriginSeries {
    /// The basket that the rows count.
    pub basket: Basket,
    /// The partner that they are of; the world is one.
    pub partner: Partner,
    /// The 8-digit customs line, where the rows are of one line of a basket that has several; else empty.
    pub line: String,
    /// The rows, in the order of the list that they were taken from.
    pub facts: Vec<Statement>,
}

/// The series of `origins.csv` by basket, partner and line, each row with the caller's name for it.
///
/// Rows with neither a mass nor a change are left out, and with them series that have nothing else.
pub fn origin_series<'a>(facts: impl Iterator<Item = (usize, &'a OriginFact)>) -> Vec<OriginSeries> {
    let mut rows: Vec<(usize, &OriginFact)> =
        facts.filter(|(_, fact)| fact.tonnes.is_some() || fact.change.is_some()).collect();
    rows.sort_by(|(_, a), (_, b)| (a.basket, a.partner, line(a)).cmp(&(b.basket, b.partner, line(b))));
    let mut series: Vec<OriginSeries> = Vec::new();
    for (id, fact) in rows {
        let statement = Statement::origin(id, fact);
        match series.last_mut() {
            Some(last) if (last.basket, last.partner, &*last.line) == (fact.basket, fact.partner, line(fact)) => {
                last.facts.push(statement);
            }
            _ => series.push(OriginSeries {
                basket: fact.basket,
                partner: fact.partner,
                line: line(fact).to_owned(),
                facts: vec![statement],
            }),
        }
    }
    series
}

/// One line of a basket is less than the basket: its figures contradict neither the whole nor another line.
fn line(fact: &OriginFact) -> &str {
    let of_several = matches!(fact.basket, Basket::CompoundsLine | Basket::CeriumCompounds | Basket::Metals);
    if of_several && fact.hs.len() == 8 { &fact.hs } else { "" }
}
