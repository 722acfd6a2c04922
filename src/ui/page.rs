//! The page: its head, the blocks that the view asks for, and the foot.

use super::blocks::Parts;
use super::chart::{CompactChart, Make};
use super::load::Loading;
use super::panels::{PanelButtons, Panels};
use super::part::{Mounted, Part};
use super::start::Start;
use super::{App, address, article, blocks, document, part};
use crate::charts::{self, headline};
use crate::html;
use crate::view::{Block, ChartName, Extent, Page, View};
use leptos::either::Either;
use leptos::ev::MouseEvent;
use leptos::html::{Figure as FigureElement, Main};
use leptos::mount::mount_to;
use leptos::prelude::*;
use web_sys::HtmlElement;

/// What the charts of the overview's first screen are made by.
const FIRST: Make = Make {
    extent: Extent::Compact,
    figure: charts::first_chart,
    caption: |words, figure, _| words.first_caption(figure),
    head: html::head,
    room_left: None,
};

/// Puts the page where the built one stood.
pub fn mount(start: Start, loading: Loading) {
    let Some((root, built)) = document::take_over() else { return };
    let page = root.clone();
    mount_to(root, move || {
        let app = App::new(start, loading.clone(), built);
        loading.follow(move || app.read_again());
        address::follow(app);
        attend(app, page);
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
    let content = NodeRef::<Main>::new();
    follow_page(app, content);
    let follow = move |event| follow_view_link(app, &event);
    // While it is asked for again, what was said of it stays.
    let missing = Memo::new(move |before: Option<&bool>| {
        app.more.with(|more| match more {
            Part::Missing => true,
            Part::Asked => before.is_some_and(|missing| *missing),
            Part::NotAsked | Part::There(_) => false,
        })
    });
    view! {
        <div id="above" on:click=follow>{(!embed).then(|| view! { <Masthead app=app /> })}</div>
        <main id="content" class=if embed { "embed" } else { "" } node_ref=content on:click=follow>
            <div id="notices" role="status" inner_html=move || notices(app, missing.get())></div>
        </main>
        <div id="below" inner_html=move || below(app, embed) on:click=follow></div>
        {(!embed).then(|| view! { <Panels app=app /> })}
    }
}

/// Shows the blocks that the view asks for, or says why they are not there. What was shown before them goes.
fn follow_page(app: App, content: NodeRef<Main>) {
    Effect::new(move |before: Option<()>| {
        let (overview, of_article) = app.view.with(|view| (view.is_overview(), view.is_of_article()));
        // Whoever goes somewhere asks again where a part could not be loaded.
        let again = before.is_some();
        if !overview || app.asked.with(Option::is_some) {
            if again { app.ask_for_more() } else { app.ask_for_more_once() }
        }
        if of_article {
            let ask = if again { part::ask } else { part::ask_once };
            ask(app.article_part, article::loaded);
        }
    });
    // A choice within a page changes no block.
    let blocks = Memo::new(move |_| app.view.with(|view| (view.is_overview(), view.blocks())));
    Effect::new(move |_| document::set_page(app.view.with(|view| view.page)));
    let shown = StoredValue::new_local(None::<Mounted>);
    Effect::new(move |_| {
        let Some(content) = content.get() else { return };
        let overview = blocks.with(|(overview, _)| *overview) && app.asked.with(Option::is_none);
        shown.set_value(None);
        let now = if overview { show_overview(app, &content) } else { show_page(app, &content) };
        shown.set_value(Some(now));
    });
}

fn show_overview(app: App, content: &HtmlElement) -> Mounted {
    let chart = move |app, name: ChartName, _: Extent| match name.is_on_first_screen() {
        true => Either::Left(view! { <CompactChart app=app name=name make=FIRST /> }),
        false => Either::Right(view! { <LaterChart app=app name=name /> }),
    };
    let text = move |app: App, block: Block| match app.more.get() {
        Part::There(more) => (more.overview_text)(app, block),
        _ => app.built_html(&["#", block.name()].concat()),
    };
    blocks::show(app, content, &Parts { headline: headline_text, chart, text })
}

/// Shows another page by the parts that it needs, or says that they are not there.
fn show_page(app: App, content: &HtmlElement) -> Mounted {
    let of_article = app.view.with_untracked(View::is_of_article);
    let asked = app.asked.with(Option::is_some);
    match (app.more.get(), of_article.then(|| app.article_part.get())) {
        (Part::There(more), None) if !asked => (more.page)(app, content, None),
        (Part::There(more), Some(Part::There(article))) if !asked => (more.page)(app, content, Some(article)),
        (Part::Missing, _) | (_, Some(Part::Missing)) => {
            // There is nothing to wait for.
            document::set_ready();
            say(content, app.words.part_not_loaded)
        }
        _ => say(content, app.words.loading),
    }
}

/// Words in place of blocks.
fn say(content: &HtmlElement, text: &'static str) -> Mounted {
    Box::new(mount_to(content.clone(), move || view! { <p class="notice" role="status">{text}</p> }))
}

/// A small chart below the first screen: as it was built until the code for it is there.
#[component]
fn LaterChart(app: App, name: ChartName) -> impl IntoView {
    let root = NodeRef::<FigureElement>::new();
    let shown = StoredValue::new_local(None::<Mounted>);
    Effect::new(move |_| {
        if root.get().is_none() {
            return;
        }
        match app.more.get() {
            Part::There(more) if shown.with_value(Option::is_none) => {
                shown.set_value(Some((more.small_chart)(app, name, root)));
            }
            // It stays as it was built.
            Part::Missing => app.chart_is_drawn(name),
            _ => {}
        }
    });
    let built = app.built_html(&["[data-chart=", name.name(), "]"].concat());
    view! { <figure class="chart" data-chart=name.name() node_ref=root inner_html=built></figure> }
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
            <nav class="views" aria-label=words.views_label>{Page::ALL.iter().filter(|page| page.in_menu()).map(entry).collect_view()}</nav>
            <PanelButtons app=app />
        </header>
    }
}

/// What the overview says first.
fn headline_text(app: App) -> String {
    let (snapshot, words) = (app.snapshot.get(), app.words);
    app.choices.with(|view| {
        let found = headline::of_overview(&snapshot, view);
        let months = found.as_ref().and_then(|found| blocks::months_since(found.last_day()));
        let said = (words.overview_headline(found.as_ref()), words.overview_standfirst(found.as_ref(), months));
        blocks::headline_html(view, said, words)
    })
}

/// What went wrong. `missing` says whether the part that says it could not be loaded when it was last asked for.
fn notices(app: App, missing: bool) -> String {
    match app.more.get() {
        Part::There(more) => (more.notices)(app),
        _ if missing && app.view.with(View::is_overview) && app.asked.with(Option::is_none) => {
            html::part_notice(app.words.rest_not_loaded).into_string()
        }
        _ => String::new(),
    }
}

/// Starts what goes on as long as the page is there, once the code for it is.
fn attend(app: App, page: HtmlElement) {
    Effect::new(move |done: Option<bool>| {
        if done == Some(true) {
            return true;
        }
        let Part::There(more) = app.more.get() else { return false };
        (more.attend)(app, page.clone());
        true
    });
}

/// The foot of the page; a frame has none.
fn below(app: App, embed: bool) -> String {
    if embed { String::new() } else { html::foot(document::one_file(), app.words).into_string() }
}

/// Follows a link to another view of this page. A click that asks for a new tab or window stays the browser's own.
fn follow_view_link(app: App, event: &MouseEvent) {
    let link = document::closest(event.target(), "a[data-view]");
    let query = link.and_then(|link| link.get_attribute("href"));
    let elsewhere = event.ctrl_key() || event.meta_key() || event.shift_key() || event.button() != 0;
    if let (Some(query), false) = (query, elsewhere) {
        event.prevent_default();
        address::go_to(app, query);
        window().scroll_to_with_x_and_y(0.0, 0.0);
    }
}
