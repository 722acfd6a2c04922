//! The page: its head, the blocks that the view asks for, and the foot.

use super::chart::Chart;
use super::controls::RangeFields;
use super::panels::{PanelButtons, Panels};
use super::{App, address, document, host};
use crate::html;
use crate::view::{Block, ChartName, Extent, Page, View, link};
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
    let sections = Memo::new(move |_| app.view.with(|view| sections(&view.blocks())));
    let follow = move |event| follow_view_link(app, &event);
    view! {
        <div id="above" on:click=follow>{(!embed).then(|| view! { <Masthead app=app /> })}</div>
        <main id="content" class=if embed { "embed" } else { "" } on:click=follow>
            <div id="notices" role="status" inner_html=move || notices(app)></div>
            <For
                each=move || sections.get()
                key=Section::clone
                children=move |section| section_view(app, section)
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
        let href = move || app.view.with(|view| format!("?{}", link::print(&View { page, ..view.clone() })));
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
#[derive(Clone, PartialEq, Eq, Hash)]
enum Section {
    Headline,
    Range,
    Charts(Vec<(ChartName, Extent)>),
}

fn sections(blocks: &[Block]) -> Vec<Section> {
    let mut sections = Vec::new();
    for block in blocks {
        match (*block, sections.last_mut()) {
            (Block::Headline, _) => sections.push(Section::Headline),
            (Block::Range, _) => sections.push(Section::Range),
            (Block::Chart(name, extent), Some(Section::Charts(charts))) => charts.push((name, extent)),
            (Block::Chart(name, extent), _) => sections.push(Section::Charts(vec![(name, extent)])),
        }
    }
    sections
}

fn section_view(app: App, section: Section) -> impl IntoView {
    match section {
        Section::Headline => EitherOf3::A(view! { <div id="headline-slot" inner_html=move || headline(app)></div> }),
        Section::Range => EitherOf3::B(view! { <RangeFields app=app /> }),
        Section::Charts(charts) => {
            let small = charts.iter().any(|(_, extent)| *extent == Extent::Compact);
            let charts = charts.into_iter().map(|(name, extent)| view! { <Chart app=app name=name extent=extent /> });
            let charts = charts.collect_view();
            EitherOf3::C(view! { <div class="charts" class=("charts--compact", small)>{charts}</div> })
        }
    }
}

fn headline(app: App) -> String {
    let snapshot = app.snapshot.get();
    app.view.with(|view| html::headline(&snapshot, view, app.words))
}

fn notices(app: App) -> String {
    let cleaned = app.view.with(link::print);
    let link = app.link_issues.with(|issues| html::link_notice(issues, &cleaned, app.words));
    link + &app.snapshot.with(|snapshot| html::data_notices(snapshot, app.words))
}

/// The foot of the page; in a frame the way to the page, where there is one.
fn below(app: App, embed: bool) -> String {
    if !embed {
        return html::foot(document::one_file(), app.words);
    }
    match address::page_address() {
        Some(address) => app.view.with(|view| html::full_page(&address, view, app.words)),
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
