//! What a figure is of a whole: a bar on a track as long as the whole.

use super::claim::{Article, Claim, ClaimUnit, Claimed};
use super::{Drawn, Note, finding};
use crate::charts::caption::Note as AnyNote;
use crate::charts::figure::Base;
use crate::charts::mark::Role;
use crate::view::ChartName;

/// Shares of markets, orders and demand: each of a whole of its own.
pub(super) fn shares(article: Article) -> Drawn {
    let rows = [
        (Claim::Refining, Role::Other),
        (Claim::TopTwo, Role::Other),
        (Claim::HighEndOrders, Role::Other),
        (Claim::ReplacedShare, Role::Praseodymium),
    ];
    let panel = article.panel(&rows, Base::Whole, |claimed| claimed.value.to_f64());
    let mut drawn = Drawn::of_article(ChartName::Shares, vec![panel], finding::shares(article));
    drawn.notes.push(AnyNote::OfClaims(Note::Bounds));
    drawn
}

/// What two magnets cost of those that they stand against.
pub(super) fn costs(article: Article) -> Drawn {
    let rows = [(Claim::MagNexCost, Role::Other), (Claim::HoDyCost, Role::Dysprosium)];
    let panel = article.panel(&rows, Base::Whole, cost);
    Drawn::of_article(ChartName::Costs, vec![panel], finding::costs(article))
}

/// Per cent of the cost that a figure is compared with, which it gives as a part of one or as a change.
pub(super) fn cost(claimed: Claimed) -> f64 {
    match claimed.unit {
        ClaimUnit::Ratio => 100.0 * claimed.value.to_f64(),
        _ => 100.0 + claimed.value.to_f64(),
    }
}
