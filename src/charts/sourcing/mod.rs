//! Where China's imports come from: the backbone by year, one year by basket, and Myanmar and Laos through time.

pub mod baskets;
pub mod origins;
pub mod partners;

use super::mark::{Amount, How, Lane, Look, Mark, Role, What};
use crate::data::source::newest_only;
use crate::data::{Fact, Kind, OriginFact, Partner, Tonnes, Use, When};

/// The origins that come first in every stack, bottom first, and their numbers among the greys.
const ORDER: [(&[u8; 3], Role); 8] = [
    (b"MMR", Role::Myanmar),
    (b"LAO", Role::Laos),
    (b"MYS", Role::Origin(0)),
    (b"USA", Role::Origin(1)),
    (b"VNM", Role::Origin(2)),
    (b"THA", Role::Origin(2)),
    (b"MDG", Role::Origin(0)),
    (b"NGA", Role::Origin(1)),
];

/// An origin's number in every stack; those without a fixed one follow by their code.
fn rank(partner: Partner) -> (usize, Partner) {
    let number = ORDER.iter().position(|(code, _)| partner.code().as_bytes() == *code);
    (number.unwrap_or(ORDER.len()), partner)
}

fn role(partner: Partner) -> Role {
    ORDER.iter().find(|(code, _)| partner.code().as_bytes() == *code).map_or(Role::Origin(3), |(_, role)| *role)
}

fn lane(partner: Partner) -> Lane {
    if partner == Partner::WORLD { Lane::World } else { Lane::Origin(rank(partner).0 as u8) }
}

fn how(kind: Kind) -> How {
    match kind {
        Kind::Published => How::Published,
        Kind::Derived => How::Computed,
        Kind::Estimated => How::Estimated,
    }
}

/// The mark of one row.
fn fact_mark(fact: &OriginFact, amount: Amount, how: How, look: Look) -> Mark {
    Mark {
        what: What::Origin(fact.partner, fact.basket),
        when: When::Span(fact.span),
        amount: Some(amount),
        how,
        rows: vec![fact.row()],
        details: Vec::new(),
        detail_rows: Vec::new(),
        look,
    }
}

/// The origins that are named with their tonnes, bottom of the stack first; the world is none.
fn named<'a>(facts: impl Iterator<Item = &'a OriginFact>) -> Vec<(&'a OriginFact, Tonnes)> {
    let origins = facts.filter(|fact| fact.partner != Partner::WORLD);
    let mut named: Vec<_> = origins.filter_map(|fact| Some((fact, fact.tonnes?.value))).collect();
    named.sort_by_key(|(fact, _)| rank(fact.partner));
    named
}

/// Whether an origin has a hue of its own, and is labelled with its share.
fn has_hue(partner: Partner) -> bool {
    matches!(role(partner), Role::Myanmar | Role::Laos)
}

/// The newest of each figure that may be drawn, in the file's order: rivals and replaced figures are left out.
///
/// Two figures for one thing that became public on the same day replace each other nowhere: both are kept.
fn main_facts(facts: &[OriginFact], wanted: impl Fn(&OriginFact) -> bool) -> Vec<&OriginFact> {
    let mut kept: Vec<&OriginFact> = facts.iter().filter(|fact| fact.usage == Use::Main && wanted(fact)).collect();
    newest_only(
        &mut kept,
        |a, b| (a.span, a.partner, a.basket, &a.hs).cmp(&(b.span, b.partner, b.basket, &b.hs)),
        |fact| &fact.source,
    );
    kept
}

/// The rows that were not replaced since, rivals among them, each with its line.
pub(super) fn not_replaced(facts: &[OriginFact]) -> impl Iterator<Item = (usize, &OriginFact)> {
    let kept: Vec<u64> = main_facts(facts, |_| true).iter().map(|fact| fact.source.line).collect();
    let is_kept = move |fact: &OriginFact| fact.usage == Use::Check || kept.binary_search(&fact.source.line).is_ok();
    facts.iter().filter(move |fact| is_kept(fact)).map(|fact| (fact.source.line as usize, fact))
}
