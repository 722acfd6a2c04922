//! The address bar: what the reader came with, and always the link to what is shown.

use super::part::Part;
use super::{App, host};
use crate::view::link::{self, Link};
use crate::view::{Page, View};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

/// The query string of the address, with its `?`; where there is none, the part behind `#`, unless it only names a part of
/// the page.
pub fn query() -> String {
    let location = window().location();
    match location.search() {
        Ok(query) if query.len() > 1 => query,
        _ => {
            let hash = location.hash().unwrap_or_default();
            if hash.contains('=') { hash.trim_start_matches('#').to_owned() } else { String::new() }
        }
    }
}

/// Keeps the address equal to the view's link, and the view to the address where the reader goes back or forward.
///
/// A damaged address stays until the reader changes something.
pub fn follow(app: App) {
    window_event_listener(ev::popstate, move |_| {
        let query = query();
        // Whoever goes back waits for nothing any more.
        stop_waiting(app);
        // A reader may have gone to a part of this page. Then the address is that of the view, or says nothing of it where it
        // cannot be written.
        let is_shown = app.view.with_untracked(|view| query.trim_start_matches('?') == link::print(view));
        if !query.is_empty() && !is_shown {
            go_to(app, query);
        }
    });
    Effect::new(move |_| {
        if let Part::There(more) = app.more.get()
            && let Some(query) = app.asked.get_untracked()
        {
            show_link(app, &query, (more.link)(&query));
        }
    });
    let mut before = None::<Page>;
    Effect::new(move |_| {
        let view = app.view.get();
        let chosen = !app.by_address.get_value();
        app.by_address.set_value(false);
        let damaged = app.link_issues.with_untracked(|issues| !issues.is_empty());
        if !damaged && app.asked.with_untracked(Option::is_none) {
            write(&link::print(&view), chosen && before != Some(view.page));
        }
        before = Some(view.page);
    });
}

/// Shows what a link asks for, once the code that reads links is there.
pub fn go_to(app: App, query: String) {
    match app.more.get_untracked() {
        Part::There(more) => show_link(app, &query, (more.link)(&query)),
        _ if is_plain(&query) => show_link(app, &query, Link::default()),
        _ => app.asked.set(Some(query)),
    }
}

/// Whether a query asks for the overview and nothing else, which needs no code to read it: the address of the page as people
/// write it, and as the page does.
pub fn is_plain(query: &str) -> bool {
    query.is_empty() || query.trim_start_matches('?') == link::print(&View::default())
}

/// What was asked for is not waited for any more.
fn stop_waiting(app: App) {
    if app.asked.with_untracked(Option::is_some) {
        app.asked.set(None);
    }
}

fn show_link(app: App, asked: &str, link: Link) {
    stop_waiting(app);
    if asked == query() {
        app.by_address.set_value(true);
        app.show(link);
    } else {
        app.choose(|view| *view = link.view);
    }
}

/// Puts a query into the address bar: as a new entry of the history where the reader went to another page, else in
/// its place. A frame shares its host's history, so there it only ever replaces.
fn write(query: &str, new_entry: bool) {
    let Ok(history) = window().history() else { return };
    let address = format!("?{query}");
    if window().location().search().is_ok_and(|now| now == address) {
        return;
    }
    // Refused in `srcdoc` frames: the page then works without an address.
    let _ = if new_entry && !host::framed() {
        history.push_state_with_url(&JsValue::NULL, "", Some(&address))
    } else {
        // With what the entry remembers of the visit.
        history.replace_state_with_url(&history.state().unwrap_or(JsValue::NULL), "", Some(&address))
    };
}

/// The dashboard's address, without query; `None` where no link leads to the page: in a file, or a document inside another page.
///
/// A copy in one file knows the dashboard's, if it was built for one.
pub fn page_address() -> Option<String> {
    let own = window().location().href().unwrap_or_default();
    let own = own.split(['?', '#']).next().unwrap_or_default();
    if own.starts_with("http") {
        return Some(own.to_owned());
    }
    document().query_selector("meta[name=dashboard]").ok().flatten()?.get_attribute("content")
}

/// How far the page was scrolled when the reader left this entry of the history, in CSS pixels.
pub fn remembered() -> Option<f64> {
    window().history().ok()?.state().ok()?.as_f64()
}

/// Keeps in this entry of the history how far the page is scrolled. Refused where there is no history, or too often.
pub fn remember(y: f64) {
    if let Ok(history) = window().history() {
        let _ = history.replace_state(&JsValue::from_f64(y), "");
    }
}

/// Who scrolls a page to where it was: the browser (`auto`) or the page (`manual`).
pub fn restore_scrolling(by: &str) {
    if let Ok(history) = window().history() {
        let _ = js_sys::Reflect::set(&history, &"scrollRestoration".into(), &by.into());
    }
}
