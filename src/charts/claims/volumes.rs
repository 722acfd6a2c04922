//! Masses that the article names, of unlike goods and on one scale: what a reactor takes is next to nothing beside them.

use super::printed::{Article, ArticleId};
use super::{Drawn, Note, finding};
use crate::charts::caption::Note as AnyNote;
use crate::charts::figure::Base;
use crate::charts::mark::{Detail, Role};
use crate::data::Fact;
use crate::view::ChartName;

/// The chart of volumes.
pub(super) fn drawn(article: Article) -> Drawn {
    let rows = [
        (ArticleId::MineCapacity, Role::Other),
        (ArticleId::Replaced, Role::Praseodymium),
        (ArticleId::MagnetLine, Role::Other),
        (ArticleId::ReactorRods, Role::Dysprosium),
    ];
    let mut panel = article.panel(&rows, Base::Zero, |printed| printed.value.to_f64());
    let share = article.get(ArticleId::ReplacedShare);
    for mark in &mut panel.marks {
        if let (true, Some((figure, share))) = (mark.look.role == Role::Praseodymium, share) {
            mark.details.push(Detail::OfDemand(share));
            mark.detail_rows.push(figure.row());
        }
    }
    let mut drawn = Drawn::of_article(ChartName::Volumes, vec![panel], finding::volumes(article));
    drawn.notes.push(AnyNote::OfClaims(Note::UnlikeVolumes));
    drawn
}
