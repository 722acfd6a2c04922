//! What is folded under a chart. It is made when it is opened, and an open fold follows the view.

use super::App;
use super::chart::{CaptionMemo, FigureMemo};
use super::entries::show_entries;
use crate::charts::Figure;
use crate::html::Fold as Kind;
use leptos::ev::Event;
use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
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
        let (figure, caption) = (figure.get(), caption.get());
        let (snapshot, implied) = (app.snapshot.get(), app.implied.get());
        spawn_local(async move {
            let shown = show_entries(content.clone(), kind, figure, caption, snapshot, implied, words);
            #[cfg(feature = "split")]
            let shown = shown.await;
            if shown.is_err() {
                content.set_text_content(Some(words.part_not_loaded));
            }
        });
    });
    view! {
        <details class=format!("fold {}", kind.class()) hidden=move || summary().is_empty() on:toggle=toggled>
            <summary>{summary}</summary>
            <div class="fold__content" node_ref=content></div>
        </details>
    }
}
