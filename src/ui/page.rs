//! The page: its head, the headline, the charts of the view, and the foot.

use super::chart::ChartFigure;
use super::controls::RangeControls;
use super::notices::Notices;
use super::{App, browser};
use crate::data::File;
use crate::model::view::ChartName;
use crate::model::{self, Page, View, link};
use leptos::ev::MouseEvent;
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Puts the page where the static message stood. `app` is made once leptos runs.
pub fn mount(app: impl FnOnce() -> App + 'static) {
    let document = document();
    let Some(place) = document.get_element_by_id("app").and_then(|place| place.dyn_into::<HtmlElement>().ok()) else {
        return;
    };
    if let Some(boot) = document.get_element_by_id("boot") {
        boot.remove();
    }
    mount_to(place, move || view! { <Dashboard app=app() /> }).forget();
}

/// Goes to another page of the dashboard without loading it again.
pub fn go(app: App, page: Page, event: &MouseEvent) {
    // A click that asks for a new tab or window is the browser's own.
    if event.ctrl_key() || event.meta_key() || event.shift_key() || event.button() != 0 {
        return;
    }
    event.prevent_default();
    app.choose(|view| view.page = page);
    if let Some(headline) = document().get_element_by_id("headline") {
        headline.scroll_into_view();
    }
}

#[component]
fn Dashboard(app: App) -> impl IntoView {
    let charts = Memo::new(move |_| app.view.with(View::charts));
    let embed = Memo::new(move |_| app.view.with(|view| view.frame.embed));
    // Each set of charts starts its own count towards `charts-ready`.
    Effect::new(move |_| {
        if app.drawn.get() >= charts.with_untracked(Vec::len) && app.drawn.get_untracked() > 0 {
            browser::measure("draw", "draw-start");
            browser::mark("charts-ready");
            browser::set_state("ready");
        }
    });
    let figures = move || {
        app.drawn.set(0);
        charts.get().into_iter().map(|name| view! { <ChartFigure app name /> }).collect_view()
    };
    view! {
        <Show when=move || !embed.get()>
            <Masthead app />
        </Show>
        <main id="content" class:embed=move || embed.get() data-page=move || app.view.with(|view| view.page.name())>
            <Notices app />
            <Show when=move || !embed.get()>
                <Headline app />
                <RangeControls app />
            </Show>
            <div class="charts">{figures}</div>
            <Show when=move || embed.get()>
                <FullPageLink app />
            </Show>
        </main>
        <Show when=move || !embed.get()>
            <Foot app />
        </Show>
    }
}

#[component]
fn Masthead(app: App) -> impl IntoView {
    let words = app.words;
    let entry = move |page: Page| {
        let href = move || app.view.with(|view| format!("?{}", link::print(&View { page, ..view.clone() })));
        let current = move || app.view.with(|view| (view.page == page).then_some("page"));
        view! {
            <a href=href data-view=page.name() aria-current=current on:click=move |event| go(app, page, &event)>
                {words.page(page)}
            </a>
        }
    };
    view! {
        <a class="skip" href="#content">{words.skip_to_content}</a>
        <header class="masthead">
            <p class="masthead__name">{words.site_title}</p>
            <nav class="views" aria-label=words.views_label>{Page::ALL.iter().map(|page| entry(*page)).collect_view()}</nav>
        </header>
    }
}

#[component]
fn Headline(app: App) -> impl IntoView {
    let words = app.words;
    let sentence = move || {
        app.known.get().map_or_else(
            || words.loading.to_owned(),
            |known| app.view.with(|view| model::page::headline(&known.0, view, words)),
        )
    };
    let standfirst = move || app.view.with(|view| model::page::standfirst(view, words));
    let as_of = move || {
        let day = app.view.with(|view| view.as_of)?;
        Some(view! { <p class="as-of">{words.fill(words.as_known_on, &[("day", &words.day(day))])}</p> })
    };
    view! {
        <h1 id="headline">{sentence}</h1>
        <p class="standfirst">{standfirst}</p>
        {as_of}
    }
}

/// In a frame: where the whole page is.
#[component]
fn FullPageLink(app: App) -> impl IntoView {
    let words = app.words;
    let page = move || app.view.with(|view| view.chart.map_or(view.page, ChartName::page));
    let href =
        move || app.view.with(|view| format!("?{}", link::print(&View { page: page(), ..link::full_page(view) })));
    let text = move || words.fill(words.open_view, &[("view", words.site_title)]);
    view! { <a class="chart__more" href=href target="_blank" rel="noopener">{text}</a> }
}

#[component]
fn Foot(app: App) -> impl IntoView {
    let words = app.words;
    let files = File::ALL.map(|file| {
        let href = format!("assets/data/{}", file.name());
        view! { <li><a href=href>{file.name()}</a></li> }
    });
    view! {
        <footer class="foot">
            <p>{words.footer_schema}</p>
            <p>{words.footer_figures}</p>
            <ul>{files.collect_view()}</ul>
        </footer>
    }
}
