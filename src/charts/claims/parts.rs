//! What a figure is of a whole: a bar on a track as long as the whole.

use super::printed::{Article, ArticleAmount, ArticleId, ArticleUnit};
use super::{Drawn, Note, finding};
use crate::charts::caption::Note as AnyNote;
use crate::charts::figure::Base;
use crate::charts::mark::{Amount, Detail, How, Label, Role, Tag};
use crate::data::Decimal;
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

/// What two magnets cost of those that they stand against: one is printed as a part of one, the other as a change, and both
/// are shown in per cent of the whole.
pub(super) fn costs(article: Article) -> Drawn {
    let rows = [(ArticleId::MagNexCost, Role::Other), (ArticleId::HoDyCost, Role::Dysprosium)];
    let mut panel = article.panel(&rows, Base::Whole, cost);
    for mark in &mut panel.marks {
        if let Some(Amount::Article(printed)) = mark.amount {
            let amount = Amount::Article(of_whole(printed));
            mark.details.push(Detail::Printed(printed));
            mark.amount = Some(amount);
            if mark.how == How::Published {
                mark.how = How::Computed;
            }
            mark.look.tag = mark.look.tag.map(|tag| Tag { label: Label::Amount(amount), ..tag });
        }
    }
    let drawn = Drawn::of_article(ChartName::Costs, vec![panel], finding::costs(article));
    Drawn { notes: vec![AnyNote::OfClaims(Note::OfWhole)], ..drawn }
}

/// Per cent of the cost that a figure is compared with, which it gives as a part of one or as a change.
pub(super) fn cost(printed: ArticleAmount) -> f64 {
    of_whole(printed).value.to_f64()
}

fn of_whole(printed: ArticleAmount) -> ArticleAmount {
    let in_percent = |value: Decimal| match printed.unit {
        ArticleUnit::Ratio => value.hundredfold(),
        _ => value.added_to_hundred(),
    };
    let (value, high) = (in_percent(printed.value), printed.high.map(in_percent));
    ArticleAmount { value, high, unit: ArticleUnit::Percent, ..printed }
}
