//! The blocks of a page, in the order of reading.

use super::part::Mounted;
use super::{App, timing};
use crate::html;
use crate::view::{Block, ChartName, Extent, View};
use crate::words::Words;
use chrono::NaiveDate;
use leptos::either::Either;
use leptos::mount::mount_to;
use leptos::prelude::*;
use web_sys::HtmlElement;

/// What the overview has in another form than the other pages, which need more code.
pub struct Parts<G, T> {
    /// What the page says first, as HTML.
    pub headline: fn(App) -> String,
    /// A chart with what is said around it.
    pub chart: G,
    /// Any other block, as HTML.
    pub text: T,
}

/// Shows the blocks of the view's page at the end of an element.
pub fn show<C, G, T>(app: App, content: &HtmlElement, parts: &Parts<G, T>) -> Mounted
where
    C: IntoView + 'static,
    G: Fn(App, ChartName, Extent) -> C + Copy + Send + 'static,
    T: Fn(App, Block) -> String + Copy + Send + 'static,
{
    let blocks = app.view.with_untracked(View::blocks);
    let shown: Vec<Mounted> = Block::runs(&blocks).map(|run| show_run(app, content, run, parts)).collect();
    app.blocks_are_shown();
    Box::new(shown)
}

/// A block, or neighbouring charts and lists, which share a grid.
fn show_run<C, G, T>(app: App, content: &HtmlElement, run: &[Block], parts: &Parts<G, T>) -> Mounted
where
    C: IntoView + 'static,
    G: Fn(App, ChartName, Extent) -> C + Copy + Send + 'static,
    T: Fn(App, Block) -> String + Copy + Send + 'static,
{
    let (content, &Parts { headline, chart, text }) = (content.clone(), parts);
    match run {
        [Block::Headline] => Box::new(mount_to(content, move || {
            view! { <div id="headline-slot" inner_html=move || headline(app)></div> }
        })),
        [Block::Now] => {
            Box::new(mount_to(content, move || view! { <div id="now" inner_html=move || text(app, Block::Now)></div> }))
        }
        grid => {
            let (grid, class) = (grid.to_vec(), ["charts ", Block::grid_class(grid)].concat());
            let part = move |block: &Block| match *block {
                Block::Chart(name, extent) => Either::Left(chart(app, name, extent)),
                block => {
                    Either::Right(view! { <section id=block.name() inner_html=move || text(app, block)></section> })
                }
            };
            Box::new(mount_to(content, move || {
                let parts = grid.iter().map(part).collect_view();
                view! { <div class=class>{parts}</div> }
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
