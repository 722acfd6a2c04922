//! The panels for sharing and embedding. They stay on the page; what they hold is made when they are opened.

use super::App;
use super::part::{Mounted, Part};
use crate::html;
use leptos::html::Div;
use leptos::prelude::*;

/// What opens the panels.
#[component]
pub fn PanelButtons(app: App) -> impl IntoView {
    let button = |panel: &'static str, text: &'static str| {
        view! { <button type="button" popovertarget=panel>{text}</button> }
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
    let panel = NodeRef::<Div>::new();
    let open = RwSignal::new(false);
    let content = StoredValue::new_local(None::<Mounted>);
    Effect::new(move |_| {
        let Some(panel) = panel.get() else { return };
        content.set_value(None);
        panel.set_inner_html("");
        if open.get() {
            match app.more.get() {
                Part::There(more) => content.set_value(Some((more.panel)(app, panel.into()))),
                Part::Missing => panel.set_inner_html(&html::share::note(app.words.part_not_loaded).into_string()),
                Part::NotAsked | Part::Asked => {}
            }
        }
    });
    let toggled = move |_| {
        let now_open = panel.get_untracked().is_some_and(|panel| {
            // Where the browser does not know of popovers, see `older`.
            panel.matches(":popover-open").unwrap_or_else(|_| panel.has_attribute("data-open"))
        });
        if now_open {
            app.ask_for_more();
        }
        open.set(now_open);
    };
    view! {
        <div
            id=id
            class="panel"
            popover=""
            role="dialog"
            aria-label=title
            node_ref=panel
            on:toggle=toggled
        ></div>
    }
}
