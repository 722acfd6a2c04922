//! What is folded under a chart. It is made when it is opened, and an open fold follows the view.

use super::App;
use super::chart::{CaptionMemo, FigureMemo};
use crate::charts::Figure;
use crate::html::{self, Fold as Kind};
use crate::words::Description;
use leptos::ev::Event;
use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

#[component]
pub fn Fold(app: App, kind: Kind, figure: FigureMemo, caption: CaptionMemo) -> impl IntoView {
    let words = app.words;
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
        let figure = figure.get();
        let Ok(figure) = figure.as_ref() else { return content.set_inner_html("") };
        let entries = entries(app, kind, figure);
        content.set_inner_html(&kind.content(figure.name, &caption.get(), &entries, words).into_string());
        if let Ok(Some(link)) = content.query_selector(".csv") {
            let file = js_sys::encode_uri_component(&html::csv(&entries, words));
            let _ = link.set_attribute("href", &format!("data:text/csv;charset=utf-8,{}", String::from(file)));
        }
    });
    view! {
        <details class=format!("fold {}", kind.class()) hidden=move || summary().is_empty() on:toggle=toggled>
            <summary>{summary}</summary>
            <div class="fold__content" node_ref=content></div>
        </details>
    }
}

/// What a fold lists of a figure.
fn entries(app: App, kind: Kind, figure: &Figure) -> Vec<Description> {
    let (words, snapshot, implied) = (app.words, app.snapshot.get(), app.implied.get());
    match kind {
        Kind::Notes => Vec::new(),
        Kind::Listed => words.describe_listed(figure, &snapshot, Some(&implied)),
        Kind::Events => words.describe_events(figure, &snapshot),
        Kind::Figures => words.describe_marks(figure, &snapshot, Some(&implied)),
    }
}
