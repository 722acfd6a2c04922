//! What is folded under a chart. It is made when it is opened, and an open fold follows the view.
//!
//! Tables and files are in a part of their own, which the first of these folds loads, or a pointer at its line.

use super::App;
use super::chart::Graph;
use super::part::{self, Mounted, Part};
use super::tables::{self, Tables};
use super::timing;
use crate::charts::Figure;
use crate::html::Fold as Kind;
use leptos::ev::Event;
use leptos::html::{Details, Div, Summary};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

#[component]
pub fn Fold(app: App, kind: Kind, graph: Graph) -> impl IntoView {
    let (words, Graph { figure, caption, .. }) = (app.words, graph);
    let open = RwSignal::new(false);
    let content = NodeRef::<Div>::new();
    let summary = move || {
        let summary = |figure: &Figure| kind.summary(figure, &caption.get(), words);
        figure.with(|figure| figure.as_ref().as_ref().ok().and_then(summary)).unwrap_or_default()
    };
    let toggled = move |event: Event| {
        let fold = event.current_target().and_then(|fold| fold.dyn_into::<Element>().ok());
        open.set(fold.is_some_and(|fold| fold.has_attribute("open")));
    };
    Effect::new(move |_| {
        let Some(content) = content.get() else { return };
        if !open.get() {
            return;
        }
        let (snapshot, implied) = (app.snapshot.get(), app.implied.get());
        let entries = |figure: &Figure| match kind {
            Kind::Notes => Vec::new(),
            Kind::Listed => words.describe_listed(figure, &snapshot, Some(&implied)),
            Kind::Events => words.describe_events(&figure.chart.events, &snapshot),
        };
        let text =
            |figure: &Figure| caption.with(|caption| kind.content(caption, &entries(figure), words).into_string());
        content.set_inner_html(&figure.with(|figure| figure.as_ref().as_ref().map(text).unwrap_or_default()));
    });
    view! {
        <details class=format!("fold {}", kind.class()) hidden=move || summary().is_empty() on:toggle=toggled>
            <summary>{summary}</summary>
            <div class="fold__content" node_ref=content></div>
        </details>
    }
}

/// The table of a chart, which the link opens.
#[component]
pub fn TableFold(app: App, graph: Graph) -> impl IntoView {
    let (words, name) = (app.words, graph.name);
    let fold = NodeRef::<Details>::new();
    let open = Memo::new(move |_| app.view.with(|view| view.table() == Some(name)));
    let count =
        move || graph.figure.with(|figure| figure.as_ref().as_ref().map_or(0, |figure| figure.chart.marks().count()));
    let summary = move || words.listed_count(words.table_summary, &words.number(count() as f64, 0));
    let line = NodeRef::<Summary>::new();
    // The link opens the fold, and whoever opens the fold changes the link.
    let toggled = move |_: Event| {
        let is_open = fold.get_untracked().is_some_and(|fold| fold.open());
        if is_open == open.get_untracked() {
            return;
        }
        let line = line.get_untracked();
        let before = line.as_ref().map(|line| line.get_bounding_client_rect().top());
        app.choose(|view| view.toggle_table(name));
        // The table of another chart goes, which may stand above: what was pressed stays where it is.
        timing::on_frame(move || {
            if let (Some(line), Some(before)) = (line, before) {
                window().scroll_by_with_x_and_y(0.0, line.get_bounding_client_rect().top() - before);
            }
        });
    };
    let fill = move |tables: Tables, content| (tables.table)(app, graph, content);
    view! {
        <details
            class="fold chart__figures"
            hidden=move || count() == 0
            open=open
            node_ref=fold
            on:toggle=toggled
        >
            <summary node_ref=line on:pointerenter=move |_| ask_early(app)>{summary}</summary>
            <FilledFold app=app open=open fill=fill />
        </details>
    }
}

/// What a chart can be taken along as.
#[component]
pub fn FilesFold(app: App, graph: Graph) -> impl IntoView {
    let fold = NodeRef::<Details>::new();
    let open = RwSignal::new(false);
    let toggled = move |_: Event| open.set(fold.get_untracked().is_some_and(|fold| fold.open()));
    let hidden = move || graph.figure.with(|figure| figure.is_err());
    let fill = move |tables: Tables, content| (tables.files)(app, graph, content);
    view! {
        <details class="fold chart__files" hidden=hidden node_ref=fold on:toggle=toggled>
            <summary on:pointerenter=move |_| ask_early(app)>{app.words.more().records.files}</summary>
            <FilledFold app=app open=open fill=fill />
        </details>
    }
}

/// Asks for the part for tables and files: a pointer has come to a fold's line and may open it.
fn ask_early(app: App) {
    part::ask_once(app.tables, tables::loaded);
}

/// What a fold holds while it is open, by the part for tables and files.
#[component]
fn FilledFold(
    app: App,
    #[prop(into)] open: Signal<bool>,
    fill: impl Fn(Tables, HtmlElement) -> Mounted + 'static,
) -> impl IntoView {
    let content = NodeRef::<Div>::new();
    let shown = StoredValue::new_local(None::<Mounted>);
    Effect::new(move |_| {
        if open.get() {
            part::ask(app.tables, tables::loaded);
        }
    });
    Effect::new(move |_| {
        let Some(content) = content.get() else { return };
        shown.set_value(None);
        content.set_inner_html("");
        if open.get() {
            match app.tables.get() {
                Part::There(tables) => shown.set_value(Some(fill(tables, content.into()))),
                Part::Missing => content.set_text_content(Some(app.words.part_not_loaded)),
                Part::NotAsked | Part::Asked => content.set_text_content(Some(app.words.loading)),
            }
        }
    });
    view! { <div class="fold__content" node_ref=content></div> }
}
