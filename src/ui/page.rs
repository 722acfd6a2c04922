//! The page: its head, the blocks that the view asks for, and the foot.

use super::chart::Chart;
use super::controls::RangeFields;
use super::panels::{PanelButtons, Panels};
use super::{App, address, document, host};
use crate::charts::headline::headline;
use crate::html;
use crate::view::{Block, Page, View, link};
use leptos::either::EitherOf3;
use leptos::ev::MouseEvent;
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// Puts the page where the built one stood. `app` is made once leptos runs.
pub fn mount(app: impl FnOnce() -> App + 'static) {
    let Some(root) = document::take_over() else { return };
    let page = root.clone();
    mount_to(root, move || {
        let app = app();
        address::follow(app);
        host::follow(app, page.into());
        document::set_lang(app.view.with_untracked(|view| view.frame.lang));
        Effect::new(move |_| document::set_theme(app.view.with(|view| view.frame.theme)));
        view! { <Dashboard app=app /> }
    })
    .forget();
}

#[component]
fn Dashboard(app: App) -> impl IntoView {
    // A frame stays one, and a page does not become one.
    let embed = app.view.with_untracked(|view| view.frame.embed);
    let runs = Memo::new(move |_| {
        let blocks = app.view.with(View::blocks);
        Block::runs(&blocks).map(<[Block]>::to_vec).collect::<Vec<_>>()
    });
    let follow = move |event| follow_view_link(app, &event);
    view! {
        <div id="above" on:click=follow>{(!embed).then(|| view! { <Masthead app=app /> })}</div>
        <main id="content" class=if embed { "embed" } else { "" } on:click=follow>
            <div id="notices" role="status" inner_html=move || notices(app)></div>
            <For
                each=move || runs.get()
                key=Vec::clone
                children=move |run| run_view(app, &run)
            />
        </main>
        <div id="below" inner_html=move || below(app, embed)></div>
        {(!embed).then(|| view! { <Panels app=app /> })}
    }
}

/// The page's name and the way to its views. Elements, not text: the link that was followed keeps its focus.
#[component]
fn Masthead(app: App) -> impl IntoView {
    let words = app.words;
    let entry = |page: &Page| {
        let page = *page;
        let href = move || app.view.with(|view| html::href(page, view));
        let current = move || app.view.with(|view| view.page == page).then_some("page");
        view! { <a href=href data-view=page.name() aria-current=current>{words.page(page)}</a> }
    };
    view! {
        <a class="skip" href="#content">{words.skip_to_content}</a>
        <header class="masthead">
            <p class="masthead__name">{words.site_title}</p>
            <nav class="views" aria-label=words.views_label>{Page::ALL.iter().map(entry).collect_view()}</nav>
            <PanelButtons app=app />
        </header>
    }
}

/// A block of the page, or neighbouring charts, which stand side by side where they are small.
fn run_view(app: App, run: &[Block]) -> impl IntoView + use<> {
    match run {
        [Block::Headline] => {
            EitherOf3::A(view! { <div id="headline-slot" inner_html=move || headline_text(app)></div> })
        }
        [Block::Range] => EitherOf3::B(view! { <RangeFields app=app /> }),
        charts => {
            let small = Block::side_by_side(charts);
            let chart = |block: &Block| match *block {
                Block::Chart(name, extent) => Some(view! { <Chart app=app name=name extent=extent /> }),
                Block::Headline | Block::Range => None,
            };
            let charts = charts.iter().filter_map(chart).collect_view();
            EitherOf3::C(view! { <div class="charts" class=("charts--compact", small)>{charts}</div> })
        }
    }
}

fn headline_text(app: App) -> String {
    let snapshot = app.snapshot.get();
    app.view.with(|view| {
        let sentence = app.words.headline(headline(&snapshot, view).as_ref());
        html::headline(&sentence, view, app.words).into_string()
    })
}

fn notices(app: App) -> String {
    let cleaned = app.view.with(link::print);
    let link = app.link_issues.with(|issues| html::link_notice(issues, &cleaned, app.words).into_string());
    link + &app.snapshot.with(|snapshot| html::data_notices(snapshot, app.words).into_string())
}

/// The foot of the page; in a frame the way to the page, where there is one.
fn below(app: App, embed: bool) -> String {
    if !embed {
        return html::foot(document::one_file(), app.words).into_string();
    }
    match address::page_address() {
        Some(address) => app.view.with(|view| html::full_page(&address, view, app.words).into_string()),
        None => String::new(),
    }
}

/// Follows a link to another view of this page. A click that asks for a new tab or window stays the browser's own.
fn follow_view_link(app: App, event: &MouseEvent) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let link = target.and_then(|target| target.closest("a[data-view]").ok().flatten());
    let page = link.and_then(|link| Page::parse(&link.get_attribute("data-view")?));
    let elsewhere = event.ctrl_key() || event.meta_key() || event.shift_key() || event.button() != 0;
    if let (Some(page), false) = (page, elsewhere) {
        event.prevent_default();
        app.choose(|view| view.page = page);
        window().scroll_to_with_x_and_y(0.0, 0.0);
    }
}
