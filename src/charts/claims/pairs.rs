//! Before and after: two rows from zero.

use super::finding;
use super::printed::{Article, ArticleId};
use super::{Drawn, Metal};
use crate::charts::figure::{Base, Name, Panel};
use crate::charts::mark::Role;
use crate::view::ChartName;

/// What is added to magnets, a panel a metal, on one scale.
pub(super) fn additions(article: Article) -> Drawn {
    let panel = |metal: Metal| {
        let (role, [before, after]) = metal.rows();
        let rows = [(before, role), (after, role)];
        let panel = article.panel(&rows, Base::Zero, |printed| printed.value.to_f64());
        Panel { names: vec![(Name::Metal(metal), Some(role))], ..panel }
    };
    let panels = Metal::ALL.map(panel);
    // Where one has no rows, the other needs the names of its own.
    let same_scale = panels.iter().all(|panel| panel.empty.is_none());
    Drawn { same_scale, ..Drawn::of_article(ChartName::Additions, panels.to_vec(), finding::additions(article)) }
}

/// How much of their capacity small magnet makers use.
pub(super) fn capacity(article: Article) -> Drawn {
    let rows = [(ArticleId::UseBefore, Role::Other), (ArticleId::UseAfter, Role::Other)];
    let panel = article.panel(&rows, Base::Whole, |printed| printed.value.to_f64());
    Drawn::of_article(ChartName::Capacity, vec![panel], finding::capacity(article))
}
