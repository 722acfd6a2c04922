//! The panels for sharing and embedding. They stay on the page; what they hold is made when they are opened, by code that
//! is loaded then (feature `split`).

use super::{App, share};
use crate::html;
use crate::words::Words;
use leptos::html::Form;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlFormElement;

/// What opens the panels.
#[component]
pub fn PanelButtons(app: App) -> impl IntoView {
    let button = |panel: &'static str, text: &'static str| {
        view! {
            <button type="button" popovertarget=panel on:pointerover=|_| preload() on:focusin=|_| preload()>
                {text}
            </button>
        }
    };
    view! { <div class="tools">{button("share", app.words.share)}{button("embed", app.words.embed)}</div> }
}

#[component]
pub fn Panels(app: App) -> impl IntoView {
    view! {
        <Panel app=app id="share" title=app.words.share_title />
        <Panel app=app id="embed" title=app.words.embed_title />
    }
}

/// A panel, empty while it is closed: its preview would go on running.
#[component]
fn Panel(app: App, id: &'static str, title: &'static str) -> impl IntoView {
    let panel = NodeRef::<Form>::new();
    let content = StoredValue::new_local(None::<share::Content>);
    let toggled = move |_| {
        let Some(panel) = panel.get_untracked() else { return };
        content.set_value(None);
        panel.set_inner_html("");
        if !awaits_content(&panel) {
            return;
        }
        spawn_local(async move {
            let filled = share::fill(app, panel.clone());
            #[cfg(feature = "split")]
            let filled = filled.await;
            match filled {
                Ok(Some(filled)) => content.set_value(Some(filled)),
                Err(_) if awaits_content(&panel) => panel.set_inner_html(&not_loaded(app.words)),
                _ => {}
            }
        });
    };
    // Sent as `dialog`, a form goes nowhere.
    view! {
        <form
            id=id
            class="panel"
            method="dialog"
            popover=""
            role="dialog"
            aria-label=title
            node_ref=panel
            on:toggle=toggled
        ></form>
    }
}

/// Whether a panel is open and empty.
pub fn awaits_content(panel: &HtmlFormElement) -> bool {
    panel.matches(":popover-open").unwrap_or(false) && !panel.has_child_nodes()
}

fn not_loaded(words: &Words) -> String {
    html::share::note(words.part_not_loaded).into_string()
}

/// Loads the panels' code before they are opened. A failure is shown once they are.
fn preload() {
    #[cfg(feature = "split")]
    spawn_local(async {
        let _ = share::preload().await;
    });
}
