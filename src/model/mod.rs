//! AS MEANT. What the reader chose, the link grammar, and what each chart shows of the published figures.

pub mod choice;
pub mod deduce;
pub mod figure;
pub mod format;
pub mod headline;
pub mod link;
pub mod page;
pub mod prices;
pub mod sourcing;
pub mod trade;
pub mod view;
pub mod words;

use crate::data::{Dataset, Source};
use chrono::NaiveDate;

pub use figure::{Caption, Chart, Form, Mark, Panel, Role, RowsChart, Shape, SourceLine, TimeChart, Tip};
pub use page::{ChartView, chart};
pub use view::{ChartName, Page, View};
pub use words::{Lang, Words};

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

/// Of several figures for one thing the one that became public last, and of those the last in the file.
///
/// A replaced figure keeps its row, so that a link fixed to an earlier day still draws it.
fn replaces(new: &Source, old: &Source) -> bool {
    (new.known_from, new.line) >= (old.known_from, old.line)
}
