//! Where China's imports come from: the backbone by year, one year by basket, and Myanmar and Laos through time.

pub mod baskets;
pub mod origins;
pub mod partners;

use super::figure::{Form, Role, Tip, source_line};
use crate::data::source::newest_only;
use crate::data::{Basket, Kind, OriginFact, Partner, Span, Use};
use crate::words::Words;

/// The origins that stand first in every stack, bottom first, and their places among the greys.
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

/// An origin's place in every stack; those without a fixed place follow by their code.
fn rank(partner: Partner) -> (usize, Partner) {
    let place = ORDER.iter().position(|(code, _)| partner.code().as_bytes() == *code);
    (place.unwrap_or(ORDER.len()), partner)
}

fn role(partner: Partner) -> Role {
    ORDER.iter().find(|(code, _)| partner.code().as_bytes() == *code).map_or(Role::Origin(3), |(_, role)| *role)
}

fn form(kind: Kind) -> Form {
    match kind {
        Kind::Published => Form::Published,
        Kind::Derived => Form::Computed,
        Kind::Estimated => Form::Estimated,
    }
}

/// The newest of each figure that may be drawn, in the file's order: rivals and replaced figures are left out.
///
/// Two figures that became public together are rivals, not one the other's successor: both stay.
fn main_facts(facts: &[OriginFact], wanted: impl Fn(&OriginFact) -> bool) -> Vec<&OriginFact> {
    let mut kept: Vec<&OriginFact> = facts.iter().filter(|fact| fact.usage == Use::Main && wanted(fact)).collect();
    newest_only(
        &mut kept,
        |a, b| (a.span, a.partner, a.basket, &a.hs).cmp(&(b.span, b.partner, b.basket, &b.hs)),
        |fact| &fact.source,
    );
    kept
}

/// The rows that were not replaced since, rivals among them, each with its place in the file's list.
pub(super) fn standing(facts: &[OriginFact]) -> impl Iterator<Item = (usize, &OriginFact)> {
    let kept: Vec<u64> = main_facts(facts, |_| true).iter().map(|fact| fact.source.line).collect();
    let stands = move |fact: &OriginFact| fact.usage == Use::Check || kept.binary_search(&fact.source.line).is_ok();
    facts.iter().enumerate().filter(move |(_, fact)| stands(fact))
}

/// "Myanmar, Oxides, 2024".
fn title(partner: Partner, basket: Basket, span: Span, words: &Words) -> String {
    let values =
        [("origin", &*words.partner(partner)), ("basket", words.basket(basket)), ("period", &words.span(span))];
    words.fill(words.origin_in, &values)
}

/// What pointing at a figure of one partner shows, all that the row says.
fn tip(fact: &OriginFact, words: &Words) -> Tip {
    let mut details = vec![match fact.kind {
        Kind::Published => words.kind_published.to_owned(),
        Kind::Derived => words.fill(words.kind_derived, &[("formula", &fact.formula)]),
        Kind::Estimated => words.fill(words.kind_estimated, &[("formula", &fact.formula)]),
    }];
    let unit_value = fact.value.zip(fact.tonnes).and_then(|(value, tonnes)| value.per_tonne(tonnes.value));
    if fact.tonnes.is_some() {
        details.extend(fact.value.map(|value| words.fill(words.value_cif, &[("value", &words.dollars(value))])));
    }
    details.extend(unit_value.map(|value| words.fill(words.per_tonne, &[("value", &words.number(value, 0))])));
    if fact.tonnes.is_some() || fact.value.is_some() {
        details.extend(
            fact.share.map(|share| {
                words.fill(words.share_published, &[("share", &words.percent(share.value, share.places))])
            }),
        );
    }
    details.extend(
        fact.change.map(|change| words.fill(words.change_printed, &[("change", &words.printed_change(change))])),
    );
    if !fact.hs.is_empty() {
        details.push(words.fill(words.hs_code, &[("hs", &fact.hs.replace('+', " + "))]));
    }
    if !fact.note.is_empty() {
        details.push(fact.note.clone());
    }
    let value = match (fact.tonnes, fact.value, fact.share) {
        (Some(tonnes), _, _) => words.tonnes(tonnes.value),
        (None, Some(value), _) => words.dollars(value),
        (None, None, Some(share)) => {
            words.fill(words.share_of_basket, &[("share", &words.percent(share.value, share.places))])
        }
        (None, None, None) => fact.change.map(|change| words.printed_change(change)).unwrap_or_default(),
    };
    Tip {
        title: title(fact.partner, fact.basket, fact.span, words),
        value,
        details,
        sources: vec![source_line(&fact.source, words)],
    }
}

/// The calendar year as a span; `None` only outside the years that a month can have.
fn year_span(year: i32) -> Option<Span> {
    Span::year(year)
}
