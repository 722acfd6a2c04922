//! The pages with charts in full, and the one chart of a frame: with fields, folds and all notes.

use super::article::ArticlePages;
use super::blocks::Parts;
use super::chart::{CompactChart, Graph, Make, Plot};
use super::controls::ChartFields;
use super::document::all;
use super::fold::{FilesFold, Fold, TableFold};
use super::part::Mounted;
use super::strip::Strip;
use super::{App, address, blocks, host, timing};
use crate::charts::caption::Publisher;
use crate::charts::headline::headline;
use crate::charts::{self, Figure, Mark};
use crate::html::{self, Fold as Kind, Markup};
use crate::view::{ChartName, Extent, Page};
use crate::words::{Caption, Words};
use leptos::either::Either;
use leptos::html::Div;
use leptos::prelude::*;
use web_sys::{Element, HtmlElement};

/// What the charts of pages and frames are made by.
const FULL: Make = Make {
    extent: Extent::Full,
    figure: charts::page_chart,
    caption: Words::page_caption,
    head: html::head,
    room_left: None,
};

/// What small charts are made by: those of the overview below its first screen, and those that lead to another page.
pub const SMALL: Make = Make { extent: Extent::Compact, ..FULL };

/// Shows the view's page at the end of an element.
pub fn show(app: App, content: &HtmlElement, article: Option<ArticlePages>) -> Mounted {
    let chart = move |app, name, extent| match extent {
        Extent::Full => Either::Left(view! { <FullChart app=app name=name article=article /> }),
        // A chart of another page, to which it leads.
        Extent::Compact => Either::Right(view! { <CompactChart app=app name=name make=SMALL /> }),
    };
    let text = move |app, block| article.map_or(String::new(), |article| (article.text)(app, block));
    let shown = blocks::show(app, content, &Parts { headline: headline_text, chart, text });
    let (page, embed, chart) = app
        .view
        .with_untracked(|view| (view.page, view.frame.embed, view.chart.filter(|chart| chart.page() == view.page)));
    let chips = article.filter(|_| page == Page::Article && !embed);
    let chips = chips.map(|article| (article.chips)(app, content));
    if let (Some(chart), false) = (chart, embed) {
        let content = content.clone();
        timing::on_frame(move || {
            let chart = content.query_selector(&format!("[data-chart={}]", chart.name())).ok().flatten();
            chart.inspect(Element::scroll_into_view);
        });
    }
    Box::new((shown, chips))
}

fn headline_text(app: App) -> String {
    let (snapshot, words) = (app.snapshot.get(), app.words);
    app.choices.with(|view| {
        let found = headline(&snapshot, view);
        let months = found.as_ref().and_then(charts::headline::Headline::last_day).and_then(blocks::months_since);
        let said = (words.headline(view.page, found.as_ref()), words.standfirst(view.page, found.as_ref(), months));
        blocks::headline_html(view, said, words)
    })
}

#[component]
fn FullChart(app: App, name: ChartName, article: Option<ArticlePages>) -> impl IntoView {
    let words = app.words;
    let (embed, hide) = app.view.with_untracked(|view| (view.frame.embed, view.frame.hide));
    let article = article.filter(|_| name.is_of_article());
    let make = match article {
        Some(ArticlePages { figure, caption, .. }) => Make { figure, caption, ..FULL },
        None => FULL,
    };
    let make = if embed { Make { room_left: Some(room_left), head: html::frame_head, ..make } } else { make };
    let graph = Graph::new(app, name, make, NodeRef::new());
    if embed {
        Effect::new(move |_| app.needed.set(graph.needed.get()));
        on_cleanup(move || app.needed.set(0));
    }

    // In a frame there is little room, and whoever wants to choose goes to the page.
    let fields = !embed && !hide.controls;
    let strip = fields && name == ChartName::Trade;
    let what_if = article.filter(|_| !embed && name.page() == Page::WhatIf);
    let folds = match embed {
        true if hide.source => &[][..],
        true => &[Kind::Notes],
        false => &Kind::ON_PAGE,
    };
    let source = move || {
        // On its own page the article needs no line under each chart to name it; the notes do.
        let of_article = |figure: &Figure| !embed && figure.publisher == Publisher::Article;
        if graph.figure.with(|figure| figure.as_ref().as_ref().map_or(true, of_article)) {
            return String::new();
        }
        let caption = graph.caption.get();
        let source = if embed {
            frame_source(graph, &caption, words)
        } else {
            html::caption(&caption, Some(&timing::months_since), words)
        };
        source.into_string()
    };
    let values = move || {
        let (snapshot, implied) = (app.snapshot.get(), app.implied.get());
        let describe = |mark: &Mark| words.describe(mark, &snapshot, Some(&implied));
        let said = |figure: &Figure| html::frame_values(figure, &describe, words).into_string();
        graph.figure.with(|figure| figure.as_ref().as_ref().map(said).unwrap_or_default())
    };
    let all_charts = move || {
        let link = |address: String| app.view.with(|view| html::full_page(&address, view, words).into_string());
        address::page_address().map(link).unwrap_or_default()
    };
    let as_of = move || app.view.with(|view| html::as_of(view, Markup::default(), words)).into_string();
    view! {
        <figure class="chart" data-chart=name.name() node_ref=graph.root>
            <div class="chart__head" inner_html=move || graph.head(hide.title)></div>
            <div class="chart__controls">
                {fields.then(|| view! { <ChartFields app=app chart=name /> })}
                {what_if.filter(|_| fields).map(|article| view! { <Filled fill=move |inputs| (article.inputs)(app, name, inputs) /> })}
            </div>
            <p class="chart__problem" role="status" inner_html=move || graph.problem(app)></p>
            <Plot app=app graph=graph />
            {strip.then(|| view! { <Strip app=app graph=graph /> })}
            {what_if.map(|article| view! { <Filled fill=move |formula| (article.formula)(app, name, formula) /> })}
            {embed.then(|| view! { <p class="chart__values" inner_html=values></p> })}
            <figcaption class="chart__source" class:visually-hidden=hide.source inner_html=source></figcaption>
            <div class="chart__folds">
                {folds.iter().map(|kind| view! { <Fold app=app kind=*kind graph=graph /> }).collect_view()}
                {(!embed || !hide.source).then(|| view! { <TableFold app=app graph=graph /><FilesFold app=app graph=graph /> })}
                {embed.then(|| view! { <span class="chart__all" inner_html=all_charts></span><div inner_html=as_of></div> })}
            </div>
        </figure>
    }
}

/// An element with what another part puts into it.
#[component]
fn Filled(fill: impl Fn(HtmlElement) -> Mounted + 'static) -> impl IntoView {
    let element = NodeRef::<Div>::new();
    let shown = StoredValue::new_local(None::<Mounted>);
    Effect::new(move |_| shown.set_value(element.get().map(|element| fill(element.into()))));
    view! { <div node_ref=element></div> }
}

/// The source line of those panels that are drawn: a low frame has one.
fn frame_source(graph: Graph, caption: &Caption, words: &Words) -> Markup {
    let panels = graph.drawing.with(|drawing| drawing.as_ref().map_or(usize::MAX, |drawn| drawn.placed.plots.len()));
    let source = |figure: &Figure| html::frame_source(figure, panels, caption, &timing::months_since, words);
    graph.figure.with(|figure| figure.as_ref().as_ref().map(source).unwrap_or_default())
}

/// How many pixels the host's frame leaves for the drawing of a chart, whatever is drawn and unfolded in it now; `None`
/// where the frame has no height.
///
/// A host that gives the frame the height that it asks for leaves as much as is needed, so that nothing shrinks.
fn room_left(chart: &HtmlElement) -> Option<u32> {
    if !host::framed() {
        return None;
    }
    let height = host::height;
    let frame = window().inner_height().ok()?.as_f64().filter(|height| *height > 0.0)?;
    let page = chart.closest("#app").ok().flatten().map(|page| height(&page))?;
    let plot = chart.query_selector(".chart__plot").ok().flatten().map_or(0.0, |plot| height(&plot));
    let folds: f64 = all::<Element>(chart, ".fold__content").iter().map(height).sum();
    let around = page - plot - folds;
    Some((frame - around).max(0.0) as u32)
}
