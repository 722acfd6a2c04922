//! The words around the drawing of a chart, and what is folded under it.

use super::page::href;
use super::table::{list, table};
use super::{Caption, Description};
use crate::charts::Figure;
use crate::view::{ChartName, Page, View};
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

/// Where the notes under a chart are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notes {
    /// Under the drawing, before the source.
    Shown,
    /// On the overview, where each chart leads to its page, and in frames, which fold them.
    Elsewhere,
}

/// The text under a chart: what it shows, its source, and how new it is.
///
/// `months` is the age of a figure, by the last day that it stands for; without it no ages are said.
pub fn caption(
    caption: &Caption,
    notes_are: Notes,
    months: Option<&dyn Fn(NaiveDate) -> i32>,
    words: &Words,
) -> Markup {
    let newest = newest(caption, months, words);
    html! {
        @if notes_are == Notes::Shown { (notes(caption)) }
        p.chart__publisher {
            b { (words.source_label) ":" } " " (caption.publisher) " "
            @if !caption.newest.is_empty() {
                span.chart__newest {
                    (newest)
                    @if months.is_none() { span.chart__age-room aria-hidden="true" { (age_room(caption, words)) } }
                }
            }
        }
    }
}

fn notes(caption: &Caption) -> Markup {
    html! { @for note in &caption.notes { p { (note) } } }
}

/// "Newest figure: March 2025 (5 months ago)." Without `months` no age is said.
pub fn newest(caption: &Caption, months: Option<&dyn Fn(NaiveDate) -> i32>, words: &Words) -> String {
    let aged = |(what, day): &(String, NaiveDate)| match months.map_or(0, |months| months(*day)) {
        months if months < 1 => what.clone(),
        months => words.newest_age(months.unsigned_abs() as usize, what),
    };
    let newest: Vec<String> = caption.newest.iter().map(aged).collect();
    words.newest_label(&newest.join(", "))
}

/// Unseen text as long as the ages of the newest figures, so that nothing moves when the program says them.
fn age_room(caption: &Caption, words: &Words) -> String {
    /// Of two digits: most are younger than eight years.
    const MONTHS: usize = 10;
    caption.newest.iter().map(|_| words.newest_age(MONTHS, "")).collect()
}

/// The way from a small chart to its page.
pub fn more(to: Page, view: &View, words: &Words) -> Markup {
    let text = words.open_view(words.page(to));
    html! { a.chart__more href=(href(to, view)) data-view=(to.name()) { (text) } }
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
    /// Every mark, as a table.
    Figures,
}

impl Fold {
    /// Under a chart of a page.
    pub const ON_PAGE: [Self; 3] = [Self::Listed, Self::Events, Self::Figures];

    /// The class of its element.
    pub fn class(self) -> &'static str {
        match self {
            Self::Notes => "chart__notes",
            Self::Listed => "chart__listed",
            Self::Events => "chart__events",
            Self::Figures => "chart__figures",
        }
    }

    /// The line to open it by, with the number of its entries; `None` where there is nothing in it.
    pub fn summary(self, figure: &Figure, caption: &Caption, words: &Words) -> Option<String> {
        let (count, title) = match self {
            Self::Notes => return (!caption.notes.is_empty()).then(|| words.notes_title.to_owned()),
            Self::Listed => (figure.listed.len(), caption.listed_title.as_str()),
            Self::Events => (figure.chart.events().len(), words.events_title),
            Self::Figures => (figure.chart.marks().len(), words.table_summary),
        };
        (count > 0).then(|| words.listed_count(title, &count.to_string()))
    }

    /// The content of the fold, made when it is opened: `entries` are what is listed, the events or the marks of a chart.
    pub fn content(self, chart: ChartName, caption: &Caption, entries: &[Description], words: &Words) -> Markup {
        match self {
            Self::Notes => notes(caption),
            Self::Listed | Self::Events => list(entries),
            Self::Figures => table(chart, entries, words),
        }
    }
}
