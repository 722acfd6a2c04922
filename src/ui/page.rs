//! The page: its head, the headline, the charts of the view, and the foot.

use super::chart::chart_figure;
use super::controls::range_controls;
use super::{App, browser};
use crate::chart::html;
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
    mount_to(place, move || dashboard(app())).forget();
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

fn dashboard(app: App) -> AnyView {
    let charts = Memo::new(move |_| app.view.with(View::charts));
    let embed = app.view.with_untracked(|view| view.frame.embed);
    Effect::new(move |_| {
        // Each set of charts starts its own count.
        if app.drawn.get() >= charts.with_untracked(Vec::len) {
            browser::measure("draw", "draw-start");
            browser::mark("charts-ready");
            browser::set_state("ready");
        }
    });
    let figures = move || {
        app.drawn.set(0);
        charts.get().into_iter().map(|name| chart_figure(app, name)).collect_view()
    };
    view! {
        {(!embed).then(|| masthead(app))}
        <main id="content" class:embed=embed data-page=move || app.view.with(|view| view.page.name())>
            {notices(app)}
            {(!embed).then(|| headline(app))}
            {(!embed).then(|| range_controls(app))}
            <div class="charts">{figures}</div>
            {embed.then(|| full_page_link(app))}
        </main>
        {(!embed).then(|| foot(app))}
    }
    .into_any()
}

/// What could not be read: of the link, of the files, of single rows. Nothing is left out silently.
fn notices(app: App) -> AnyView {
    let text = move || {
        let cleaned = app.view.with(link::print);
        let link = app.link_issues.with(|issues| html::link_notice(issues, &cleaned, app.words));
        link + &app.data.with(|data| data.as_ref().map_or(String::new(), |data| html::data_notices(data, app.words)))
    };
    view! { <div id="notices" role="status" inner_html=text></div> }.into_any()
}

fn masthead(app: App) -> AnyView {
    let words = app.words;
    let entry = move |page: &'static Page| {
        let page = *page;
        let href = move || app.view.with(|view| format!("?{}", link::print(&View { page, ..view.clone() })));
        let current = move || app.view.with(|view| (view.page == page).then_some("page"));
        let text = words.page(page);
        view! {
            <a href=href data-view=page.name() aria-current=current on:click=move |event| go(app, page, &event)>{text}</a>
        }
        .into_any()
    };
    view! {
        <a class="skip" href="#content">{words.skip_to_content}</a>
        <header class="masthead">
            <p class="masthead__name">{words.site_title}</p>
            <nav class="views" aria-label=words.views_label>{Page::ALL.iter().map(entry).collect_view()}</nav>
        </header>
    }
    .into_any()
}

fn headline(app: App) -> AnyView {
    let words = app.words;
    let sentence = move || {
        app.known.get().map_or_else(
            || words.loading.to_owned(),
            |known| app.view.with(|view| model::page::headline(&known.0, view, words)),
        )
    };
    let standfirst = move || app.view.with(|view| model::page::standfirst(view, words));
    let day = move || app.view.with(|view| view.as_of);
    let as_of = move || day().map(|day| words.fill(words.as_known_on, &[("day", &words.day(day))])).unwrap_or_default();
    view! {
        <h1 id="headline">{sentence}</h1>
        <p class="standfirst">{standfirst}</p>
        <p class="as-of" hidden=move || day().is_none()>{as_of}</p>
    }
    .into_any()
}

/// In a frame: where the whole page is.
fn full_page_link(app: App) -> AnyView {
    let page = |view: &View| view.chart.map_or(view.page, ChartName::page);
    let href =
        move || app.view.with(|view| format!("?{}", link::print(&View { page: page(view), ..link::full_page(view) })));
    let text = app.words.fill(app.words.open_view, &[("view", app.words.site_title)]);
    view! { <a class="chart__more" href=href target="_blank" rel="noopener">{text}</a> }.into_any()
}

fn foot(app: App) -> AnyView {
    let files: String =
        File::ALL.iter().map(|file| format!("<li><a href=\"assets/data/{0}\">{0}</a></li>", file.name())).collect();
    view! {
        <footer class="foot">
            <p>{app.words.footer_schema}</p>
            <p>{app.words.footer_figures}</p>
            <ul inner_html=files></ul>
        </footer>
    }
    .into_any()
}
