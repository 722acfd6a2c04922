//! The words around the drawing of a chart, and what is folded under it.

use super::age::{ROOM_MONTHS, unseen};
use super::page::{href, table_href};
use super::table::list;
use super::{Caption, Description};
use crate::charts::Figure;
use crate::view::{ChartName, View};
use crate::words::Words;
use chrono::NaiveDate;
use maud::{Markup, html};

/// Title and subtitle.
pub fn head(caption: &Caption, hide_title: bool) -> Markup {
    html! {
        @if !hide_title { h2.chart__title { (caption.title) } }
        p.chart__subtitle { (caption.subtitle) }
    }
}

/// The text under a chart: its source, and how new it is.
///
/// `months` is the age of a figure, by the last day that it stands for; without it no ages are said.
pub fn caption(caption: &Caption, months: Option<&dyn Fn(NaiveDate) -> i32>, words: &Words) -> Markup {
    // The built page keeps room for the ages.
    let room = |_: NaiveDate| ROOM_MONTHS as i32;
    let newest = newest(caption, Some(months.unwrap_or(&room)), words);
    html! {
        p.chart__publisher {
            b { (words.source_label) ":" } " " (caption.publisher) " "
            @if !caption.newest.is_empty() {
                span.chart__newest {
                    @if months.is_none() { (unseen(&newest, words)) } @else { (newest) }
                }
            }
        }
    }
}

fn notes(caption: &Caption) -> Markup {
    html! { @for note in &caption.notes { p { (note) } } }
}

/// "Newest: Mar 2025 (5 months ago)." Without `months` no age is said.
pub fn newest(caption: &Caption, months: Option<&dyn Fn(NaiveDate) -> i32>, words: &Words) -> String {
    words.newest_label(&aged(caption, months, &|what, months| words.newest_age(months, what)))
}

/// The newest figures, each in the words of `age` for what is so many months old.
pub(super) fn aged(
    caption: &Caption,
    months: Option<&dyn Fn(NaiveDate) -> i32>,
    age: &dyn Fn(&str, usize) -> String,
) -> String {
    let aged = |(what, day): &(String, NaiveDate)| match months.map_or(0, |months| months(*day)) {
        months if months < 1 => what.clone(),
        months => age(what, months.unsigned_abs() as usize),
    };
    let newest: Vec<String> = caption.newest.iter().map(aged).collect();
    newest.join(", ")
}

/// The ways from a small chart to its page, and to its table there.
pub fn ways_on(chart: ChartName, view: &View, words: &Words) -> Markup {
    let page = chart.page();
    let text = words.open_view(words.page(page));
    html! {
        a.chart__more href=(href(page, view)) data-view=(page.name()) { (text) }
        " "
        a.chart__table href=(table_href(chart, view)) data-view=(page.name()) { (words.table_summary) }
    }
}

/// What is folded under a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fold {
    /// What it shows, where there is no room for it.
    Notes,
    /// Figures that are published and not drawn.
    Listed,
    /// What happened on the time axis.
    Events,
}

impl Fold {
    /// Under a chart of a page.
    pub const ON_PAGE: [Self; 3] = [Self::Notes, Self::Listed, Self::Events];

    /// The class of its element.
    pub fn class(self) -> &'static str {
        match self {
            Self::Notes => "chart__notes",
            Self::Listed => "chart__listed",
            Self::Events => "chart__events",
        }
    }

    /// The line to open it by, with the number of its entries; `None` where there is nothing in it.
    pub fn summary(self, figure: &Figure, caption: &Caption, words: &Words) -> Option<String> {
        let (count, title) = match self {
            Self::Notes => return Some(words.notes_title.to_owned()),
            Self::Listed => (figure.listed.len(), caption.listed_title.as_str()),
            Self::Events => (figure.chart.events.len(), words.events_title),
        };
        (count > 0).then(|| words.listed_count(title, &count.to_string()))
    }

    /// The content of the fold, made when it is opened: `entries` are what is listed, or the events.
    pub fn content(self, caption: &Caption, entries: &[Description], words: &Words) -> Markup {
        match self {
            Self::Notes => {
                html! { p { (caption.subtitle) } (notes(caption)) p { (words.source_label) ": " (caption.publisher) } }
            }
            Self::Listed | Self::Events => list(entries),
        }
    }
}
