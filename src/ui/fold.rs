//! What is folded under a chart. It is made when it is opened, and an open fold follows the view.

use super::chart::{FigureMemo, said};
use crate::html::{self, Fold as Kind};
use crate::words::Words;
use leptos::ev::Event;
use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

#[component]
pub fn Fold(kind: Kind, figure: FigureMemo, words: &'static Words) -> impl IntoView {
    let open = RwSignal::new(false);
    let content = NodeRef::<Div>::new();
    let summary = move || said(figure, |figure| kind.summary(figure, words).unwrap_or_default());
    let toggled = move |event: Event| {
        let fold = event.current_target().and_then(|fold| fold.dyn_into::<Element>().ok());
        open.set(fold.is_some_and(|fold| fold.has_attribute("open")));
    };
    Effect::new(move |_| {
        let Some(content) = content.get() else { return };
        if !open.get() {
            return;
        }
        content.set_inner_html(&said(figure, |figure| kind.content(figure, words)));
        if let Ok(Some(link)) = content.query_selector(".csv") {
            let file = js_sys::encode_uri_component(&said(figure, |figure| html::csv(figure, words)));
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
