//! What a figure is of a whole: a bar on a track as long as the whole.

use super::printed::{Article, ArticleAmount, ArticleId, ArticleUnit};
use super::{Drawn, Note, finding};
use crate::charts::caption::Note as AnyNote;
use crate::charts::figure::Base;
use crate::charts::mark::Role;
use crate::view::ChartName;

/// Shares of markets, orders and demand: each of a whole of its own.
pub(super) fn shares(article: Article) -> Drawn {
    let rows = [
        (ArticleId::Refining, Role::Other),
        (ArticleId::TopTwo, Role::Other),
        (ArticleId::HighEndOrders, Role::Other),
        (ArticleId::ReplacedShare, Role::Praseodymium),
    ];
    let panel = article.panel(&rows, Base::Whole, |printed| printed.value.to_f64());
    let mut drawn = Drawn::of_article(ChartName::Shares, vec![panel], finding::shares(article));
    drawn.notes.push(AnyNote::OfClaims(Note::Bounds));
    drawn
}

/// What two magnets cost of those that they stand against.
pub(super) fn costs(article: Article) -> Drawn {
    let rows = [(ArticleId::MagNexCost, Role::Other), (ArticleId::HoDyCost, Role::Dysprosium)];
    let panel = article.panel(&rows, Base::Whole, cost);
    Drawn::of_article(ChartName::Costs, vec![panel], finding::costs(article))
}

/// Per cent of the cost that a figure is compared with, which it gives as a part of one or as a change.
pub(super) fn cost(printed: ArticleAmount) -> f64 {
    match printed.unit {
        ArticleUnit::Ratio => 100.0 * printed.value.to_f64(),
        _ => 100.0 + printed.value.to_f64(),
    }
}
