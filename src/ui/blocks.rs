//! The blocks of a page, in the order of reading.

use super::more::Shown;
use super::{App, timing};
use crate::article::Claims;
use crate::charts::headline;
use crate::html;
use crate::view::{Block, ChartName, Page, View};
use crate::words::Words;
use chrono::NaiveDate;
use leptos::either::Either;
use leptos::mount::mount_to;
use leptos::prelude::*;
use web_sys::HtmlElement;

/// Shows the blocks of the view's page at the end of an element.
///
/// `headline` and `chart` are what the overview has in another form than the other pages, which need more code; `onward`
/// are the words of a link, which the overview has none of.
pub fn show<C: IntoView + 'static>(
    app: App,
    content: &HtmlElement,
    headline: fn(App) -> String,
    onward: fn(App, Page) -> String,
    chart: fn(App, ChartName) -> C,
) -> Shown {
    let blocks = app.view.with_untracked(View::blocks);
    let shown: Vec<Shown> =
        Block::runs(&blocks).map(|run| show_run(app, content, run, headline, onward, chart)).collect();
    app.blocks_are_shown();
    Box::new(shown)
}

/// A block, or neighbouring charts and lists, which stand side by side where they are small.
fn show_run<C: IntoView + 'static>(
    app: App,
    content: &HtmlElement,
    run: &[Block],
    headline: fn(App) -> String,
    onward: fn(App, Page) -> String,
    chart: fn(App, ChartName) -> C,
) -> Shown {
    let content = content.clone();
    match run {
        [Block::Headline] => Box::new(mount_to(content, move || {
            view! { <div id="headline-slot" inner_html=move || headline(app)></div> }
        })),
        [Block::Now] => {
            Box::new(mount_to(content, move || view! { <div id="now" inner_html=move || now_text(app)></div> }))
        }
        [Block::Onward(page)] => {
            let page = *page;
            Box::new(mount_to(content, move || view! { <p class="onward" inner_html=move || onward(app, page)></p> }))
        }
        grid => {
            let (grid, small) = (grid.to_vec(), Block::side_by_side(grid));
            let part = move |block: &Block| match *block {
                Block::Chart(name, _) => Either::Left(chart(app, name)),
                _ => Either::Right(view! { <section id="article" inner_html=move || article_text(app)></section> }),
            };
            Box::new(mount_to(content, move || {
                let parts = grid.iter().map(part).collect_view();
                view! { <div class="charts" class=("charts--compact", small)>{parts}</div> }
            }))
        }
    }
}

/// A headline and what stands under it, as HTML.
pub fn headline_html(view: &View, (headline, standfirst): (String, String), words: &Words) -> String {
    let first = html::First { headline: &headline, standfirst: &html::text(&standfirst) };
    html::headline(first, view, words).into_string()
}

/// How many months ago a day was; `None` where it is to come.
pub fn months_since(day: NaiveDate) -> Option<usize> {
    usize::try_from(timing::months_since(day)).ok()
}

fn now_text(app: App) -> String {
    let (snapshot, implied) = (app.snapshot.get(), app.implied.get());
    let now = app.view.with(|view| headline::now(&snapshot, Some(&implied), view));
    html::now(&app.words.now(&now, Some(&timing::months_since)), &html::text).into_string()
}

fn article_text(app: App) -> String {
    app.snapshot.with(|snapshot| html::article(&Claims::new(snapshot), app.words).into_string())
}
