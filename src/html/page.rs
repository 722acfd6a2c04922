//! What the page says around its charts: the headline above them, the foot below.

use crate::charts::ARTICLE;
use crate::data::File;
use crate::view::{ChartName, Page, Tab, View, link};
use crate::words::{NowLine, NowWords, Words};
use maud::{Markup, html};

/// What a page says first, in words.
#[derive(Clone, Copy, Debug)]
pub struct First<'a> {
    /// A sentence that is computed from the figures.
    pub headline: &'a str,
    /// What stands under it.
    pub standfirst: &'a Markup,
}

/// The headline with what stands under it.
pub fn headline(first: First, view: &View, words: &Words) -> Markup {
    let latest = View { as_of: None, ..view.clone() };
    let leave = html! { " " a href=(href(view.page, &latest)) { (words.as_known_leave) } };
    html! {
        h1 #headline { (first.headline) }
        p.standfirst { (first.standfirst) }
        (as_of(view, leave, words))
    }
}

/// What it is now; nothing where there is nothing to say.
///
/// `when_text` is how the time of a figure is written, which may hold its age.
pub fn now(now: &NowWords, when_text: &dyn Fn(&str) -> Markup) -> Markup {
    html! {
        @if !now.lines.is_empty() {
            dl.now {
                @for NowLine { name, value, change, when, later } in &now.lines {
                    div {
                        dt { (name) }
                        dd.now__value { (value) }
                        dd.now__rest {
                            @if !change.is_empty() { span { (change) } }
                            @if !when.is_empty() { span { (when_text(when)) } }
                            @if !later.is_empty() { span { (later) } }
                        }
                    }
                }
            }
            @if !now.notes.is_empty() { p { (now.notes) } }
        }
    }
}

/// That only what was known on a day is shown, where the view is fixed to one, and what follows that.
pub fn as_of(view: &View, after: Markup, words: &Words) -> Markup {
    html! {
        @if let Some(day) = view.as_of {
            p.as-of { (words.as_known_on(&words.day(day))) (after) }
        }
    }
}

/// In a frame: where the whole page is. `address` is the dashboard's.
pub fn full_page(address: &str, view: &View, words: &Words) -> Markup {
    let page = view.chart.map_or(view.page, ChartName::page);
    let whole = words.open_full(words.site_title);
    let query = href(page, &link::full_page(view));
    html! {
        a.chart__more href={ (address) (query) } target="_blank" rel="noopener" title=(whole) { (words.all_charts) }
    }
}

/// On paper: the link to what is printed. `address` is the dashboard's.
pub fn printed_link(address: &str, query: &str, words: &Words) -> Markup {
    html! { p { (words.more().tips.printed_link) ": " (address) "?" (query) } }
}

/// The foot of the page, with the figures as files. A copy in one file has none beside it.
pub fn foot(one_file: bool, words: &Words) -> Markup {
    html! {
        footer.foot {
            p { (words.footer_schema) }
            p { (words.footer_article(&words.day(ARTICLE))) " " a href=(href(Page::Article, &View::default())) data-view=(Page::Article.name()) { (words.page_article) } }
            @if !one_file {
                p { (words.footer_figures) }
                ul { @for file in File::ALL { li { a href={ "assets/data/" (file.name()) } { (file.name()) } } } }
            }
        }
    }
}

/// The link to a page, with what was chosen. It is of the whole page, not of one chart of it.
pub fn href(page: Page, view: &View) -> String {
    format!("?{}", link::print(&View { page, chart: None, tab: Tab::default(), figure: None, ..view.clone() }))
}

/// The link to the table of a chart, with the same choices.
pub(super) fn table_href(chart: ChartName, view: &View) -> String {
    let table = View { page: chart.page(), chart: Some(chart), tab: Tab::Table, figure: None, ..view.clone() };
    format!("?{}", link::print(&table))
}
