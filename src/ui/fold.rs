//! What is folded under a chart. It is made when it is opened, and an open fold follows the view.

use super::App;
use super::chart::Graph;
use crate::charts::Figure;
use crate::html::Fold as Kind;
use leptos::ev::Event;
use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

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
