//! The part that the first screen of the overview is painted without: what stands below it, other pages and their links,
//! pointing and its tips, what the panels hold, what went wrong, and talking to a host. It is loaded once the first screen is
//! there, or before the page is shown where it needs more.

use super::article::ArticlePages;
use super::chart::{CompactContent, Graph};
use super::part::{Mounted, NotLoaded, Part};
use super::{App, decode, document, full, host, older, paper, pointing, share, timing, visits};
use crate::charts::{MissingFile, headline};
use crate::data::repair::{Repairs, are_plain, repair_files};
use crate::data::{Arrived, Dataset};
use crate::html;
use crate::view::link::{self, Link};
use crate::view::{Block, ChartName};
use crate::words::Words;
use chrono::NaiveDate;
use leptos::html::{Div, Figure as FigureElement};
use leptos::mount::mount_to;
use leptos::prelude::*;
use std::time::Duration;
use web_sys::HtmlElement;

#[cfg(feature = "split")]
use wasm_split_helpers::wasm_split;

/// What the part can do.
#[derive(Clone, Copy)]
pub struct More {
    /// What a query asks for.
    pub link: fn(&str) -> Link,
    /// Reads all files, those that are not plain once they are written again, and says what it guessed of these.
    pub read: fn(&[Arrived]) -> (Dataset, Repairs),
    /// Shows a page with charts in full, or the one chart of a frame; a page of the article by what that part can do.
    pub page: fn(App, &HtmlElement, Option<ArticlePages>) -> Mounted,
    /// Lets a reader point at a chart in its plot.
    pub point: fn(App, Graph, NodeRef<Div>) -> Mounted,
    /// Fills a panel.
    pub panel: fn(App, HtmlElement) -> Mounted,
    /// What was public on a day.
    pub as_of: fn(&Dataset, NaiveDate) -> Dataset,
    /// Fills the element of a chart of the overview that is not on its first screen.
    pub small_chart: fn(App, ChartName, NodeRef<FigureElement>) -> Mounted,
    /// What it is now, and the list of the article's figures, as HTML.
    pub overview_text: fn(App, Block) -> String,
    /// What could not be read of the link and of the files, as HTML.
    pub notices: fn(App) -> String,
    /// Why a chart is missing, as HTML.
    pub problem: fn(&MissingFile, &Words) -> String,
    /// What goes on from now on: talking to the page around this one, whose element it gets, else going from page to page and
    /// printing.
    pub attend: fn(App, HtmlElement),
}

/// Loads the part. Nothing else of it is named outside: see [`Part`].
#[cfg_attr(feature = "split", wasm_split(more, fallible))]
fn load() -> Result<More, NotLoaded> {
    let problem =
        |MissingFile { file, error }: &MissingFile, words: &Words| html::problem(*file, error, words).into_string();
    Ok(More {
        link: link::parse,
        read,
        as_of: Dataset::as_of,
        small_chart,
        overview_text,
        page: full::show,
        point: pointing::follow,
        panel: share::fill,
        notices,
        problem,
        attend,
    })
}

/// Loads the part, or waits for it where it is on its way.
pub async fn loaded() -> Part<More> {
    let loaded = load();
    #[cfg(feature = "split")]
    let loaded = loaded.await;
    Part::of(loaded)
}

fn read(files: &[Arrived]) -> (Dataset, Repairs) {
    let data = Dataset::read_files(files);
    if are_plain(files, &data) {
        return (data, Vec::new());
    }
    let mut files = files.to_vec();
    let repairs = repair_files(&mut files, &data, decode::decode);
    (Dataset::read_files(&files), repairs)
}

fn small_chart(app: App, name: ChartName, root: NodeRef<FigureElement>) -> Mounted {
    let Some(element) = root.get_untracked() else { return Box::new(()) };
    // Whoever has reached a link of the built chart stays at it.
    let focused = document::focused_link(&element);
    element.set_inner_html("");
    let content = move || view! { <CompactContent app=app name=name make=full::SMALL root=root /> };
    let mounted = mount_to(element.clone(), content);
    if let Some(href) = focused {
        document::focus_link(&element, &href);
    }
    Box::new(mounted)
}

fn overview_text(app: App, block: Block) -> String {
    let (snapshot, implied, words) = (app.snapshot.get(), app.implied.get(), app.words);
    let text = match block {
        Block::Now => {
            let now = app.choices.with(|view| headline::now(&snapshot, Some(&implied), view));
            html::now(&words.now(&now, Some(&timing::months_since)), &html::text)
        }
        // The overview has no other text.
        _ => html::article(implied.claims(&snapshot), words),
    };
    text.into_string()
}

fn attend(app: App, page: HtmlElement) {
    older::open_panels();
    if host::framed() {
        host::follow(app, page.into());
    } else {
        paper::follow(app, page);
        visits::follow(app);
    }
    // What tips and tables say of the article's figures, before a reader asks: with 100,000 quotes it takes 60 ms.
    let claims = move || {
        app.implied.get_untracked().claims(&app.snapshot.get_untracked());
    };
    set_timeout(claims, Duration::from_millis(500));
}

fn notices(app: App) -> String {
    // Of a link that was read whole nothing is said, and a choice then writes nothing here again.
    let link = app.link_issues.with(|issues| match issues.as_slice() {
        [] => String::new(),
        issues => html::link_notice(issues, &app.view.with(link::print), app.words).into_string(),
    });
    let replaced = app.replaced.with(|replaced| html::replaced_notice(replaced, app.words).into_string());
    let repaired = app.repairs.with(|repairs| html::repaired_notice(repairs, app.words).into_string());
    link + &replaced + &repaired + &app.snapshot.with(|snapshot| html::data_notices(snapshot, app.words).into_string())
}
