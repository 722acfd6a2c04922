//! AS MEANT. What each chart shows of the published figures.

mod events;
pub mod figure;
pub mod headline;
pub mod implied;
pub mod page;
pub mod prices;
pub mod sourcing;
pub mod trade;

use crate::data::order::sort_by;
use crate::data::{Dataset, Source};
use chrono::NaiveDate;
use std::cmp::Ordering;

pub use figure::{Caption, Chart, Form, Mark, Panel, Role, RowsChart, Shape, SourceLine, TimeChart, Tip};
pub use implied::Implied;
pub use page::{ChartView, chart};

/// What was public on a day: every fact with a later `known_from` is left out, also where it replaced another.
pub fn as_of(mut data: Dataset, day: NaiveDate) -> Dataset {
    let known = |source: &Source| source.known_from <= day;
    if let Ok(table) = &mut data.trade {
        table.facts.retain(|fact| known(&fact.source));
    }
    if let Ok(table) = &mut data.origins {
        table.facts.retain(|fact| known(&fact.source));
    }
    if let Ok(table) = &mut data.prices {
        table.facts.retain(|fact| known(&fact.source));
    }
    if let Ok(table) = &mut data.events {
        table.facts.retain(|fact| known(&fact.source));
    }
    if let Ok(table) = &mut data.article {
        table.facts.retain(|fact| known(&fact.source));
    }
    data
}

/// Keeps of the facts for one thing (`same` orders things) those that became public last, in the file's order.
fn newest_only<T: Copy>(facts: &mut Vec<T>, same: impl Fn(&T, &T) -> Ordering, source: impl Fn(&T) -> &Source) {
    sort_by(facts, |a, b| same(a, b).then(source(b).known_from.cmp(&source(a).known_from)));
    // The newest stands first in its group; the first fact that is older than it ends the group's run.
    let mut newest: Option<T> = None;
    facts.retain(|fact| {
        if newest.is_none_or(|newest| same(&newest, fact) != Ordering::Equal) {
            newest = Some(*fact);
        }
        newest.is_some_and(|newest| source(&newest).known_from == source(fact).known_from)
    });
    sort_by(facts, |a, b| source(a).line.cmp(&source(b).line));
}

/// Of several figures for one thing the one that became public last, and of those the last in the file.
///
/// A replaced figure keeps its row, so that a link fixed to an earlier day still draws it.
fn replaces(new: &Source, old: &Source) -> bool {
    (new.known_from, new.line) >= (old.known_from, old.line)
}
