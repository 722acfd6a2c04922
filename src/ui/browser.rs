//! The one place that asks the browser for anything that a host, a frame or a policy may refuse.
//! Nothing here panics: what is refused is left out.

use crate::model::view::Theme;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{Element, MediaQueryListEvent, MouseEvent, ResizeObserver};

/// The query string of the address, with its `?`; the part behind `#` where there is no query.
pub fn query() -> String {
    let location = window().location();
    match location.search() {
        Ok(query) if query.len() > 1 => query,
        _ => location.hash().unwrap_or_default().trim_start_matches('#').to_owned(),
    }
}

/// Puts a query into the address bar: as a new entry of the history where the reader went to another page,
/// else in place. A frame shares its host's history, so there it only ever replaces.
pub fn show_address(query: &str, new_entry: bool) {
    let Ok(history) = window().history() else { return };
    let address = format!("?{query}");
    if window().location().search().is_ok_and(|now| now == address) {
        return;
    }
    // Refused in `srcdoc` frames: the page then works without an address.
    let _ = if new_entry && !framed() {
        history.push_state_with_url(&JsValue::NULL, "", Some(&address))
    } else {
        history.replace_state_with_url(&JsValue::NULL, "", Some(&address))
    };
}

/// Whether the page is inside another one.
pub fn framed() -> bool {
    let window = window();
    match window.parent() {
        Ok(Some(parent)) => !js_sys::Object::is(&parent, &window),
        _ => true,
    }
}

/// Calls back when the reader goes back or forward.
pub fn on_back(callback: impl Fn() + 'static) {
    let callback = Closure::<dyn Fn()>::new(callback);
    let _ = window().add_event_listener_with_callback("popstate", callback.as_ref().unchecked_ref());
    callback.forget();
}

pub fn prefers_dark() -> bool {
    window().match_media("(prefers-color-scheme: dark)").ok().flatten().is_some_and(|query| query.matches())
}

pub fn on_dark_change(callback: impl Fn(bool) + 'static) {
    let Ok(Some(query)) = window().match_media("(prefers-color-scheme: dark)") else { return };
    let callback =
        Closure::<dyn Fn(MediaQueryListEvent)>::new(move |event: MediaQueryListEvent| callback(event.matches()));
    let _ = query.add_event_listener_with_callback("change", callback.as_ref().unchecked_ref());
    callback.forget();
}

/// Tells the style sheets which colours a link asks for.
pub fn set_theme(theme: Theme) {
    if let Some(root) = document().document_element() {
        let _ = match theme {
            Theme::Auto => root.remove_attribute("data-theme"),
            theme => root.set_attribute("data-theme", theme.name()),
        };
    }
}

/// What the page is doing, for hosts and tests: `loading`, `ready` or `failed`.
pub fn set_state(state: &str) {
    if let Some(body) = document().body() {
        let _ = body.set_attribute("data-state", state);
    }
}

/// Tells the style sheets which page is shown.
pub fn set_page(page: &str) {
    if let Some(body) = document().body() {
        let _ = body.set_attribute("data-page", page);
    }
}

/// Fills a place of the page, unless it holds just that: a link in it keeps its focus.
pub fn set_html(id: &str, html: &str) {
    if let Some(place) = document().get_element_by_id(id)
        && place.inner_html() != html
    {
        place.set_inner_html(html);
    }
}

/// Runs `work` when what is under way is done.
pub fn later(work: impl FnOnce() + 'static) {
    let work = Closure::once_into_js(work);
    let _ = window().set_timeout_with_callback(work.unchecked_ref());
}

/// Takes an element out of the page, where it is there.
pub fn remove(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        element.remove();
    }
}

/// A User Timing mark.
pub fn mark(name: &str) {
    if let Some(performance) = window().performance() {
        let _ = performance.mark(name);
    }
}

/// A User Timing measure from a mark to now.
pub fn measure(name: &str, from: &str) {
    if let Some(performance) = window().performance() {
        let _ = performance.measure_with_start_mark(name, from);
    }
}

/// Months from a day to today, by the reader's clock.
pub fn months_since(day: chrono::NaiveDate) -> i32 {
    use chrono::Datelike;
    let now = js_sys::Date::new_0();
    (now.get_full_year() as i32 - day.year()) * 12 + now.get_month() as i32 - day.month0() as i32
}

/// The answer to a request for a data file that the boot script has made already.
pub fn asked_for(file: &str) -> Option<js_sys::Promise> {
    let asked = js_sys::Reflect::get(&window(), &JsValue::from_str("figures")).ok()?;
    js_sys::Reflect::get(&asked, &JsValue::from_str(file)).ok()?.dyn_into().ok()
}

/// A text that the page carries itself, as the one-file page does.
pub fn carried(id: &str) -> Option<String> {
    document().get_element_by_id(id)?.text_content()
}

/// Calls back with the view's name when the reader follows a link to a view of this page.
///
/// A click that asks for a new tab or window stays the browser's own.
pub fn on_view_link(callback: impl Fn(String) + 'static) {
    let callback = Closure::<dyn Fn(MouseEvent)>::new(move |event: MouseEvent| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let link = target.and_then(|target| target.closest("a[data-view]").ok().flatten());
        let elsewhere = event.ctrl_key() || event.meta_key() || event.shift_key() || event.button() != 0;
        if let Some(name) = link.filter(|_| !elsewhere).and_then(|link| link.get_attribute("data-view")) {
            event.prevent_default();
            callback(name);
        }
    });
    let _ = document().add_event_listener_with_callback("click", callback.as_ref().unchecked_ref());
    callback.forget();
}

pub fn scroll_to_top() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
}

/// Keeps `width` equal to the element's width in whole CSS pixels; 0 where it has not been shown yet.
pub fn watch_width(element: NodeRef<html::Figure>, width: RwSignal<usize>) {
    watch(move || {
        let Some(element) = element.get() else { return };
        let measured = element.clone();
        let measure = move || {
            let now = measured.client_width().max(0) as usize;
            // A frame in a hidden tab has no width: what was drawn stays. A chart that has left the page has no signal.
            if now > 0 && width.try_get_untracked().is_some_and(|before| before != now) {
                width.set(now);
            }
        };
        measure();
        let callback = Closure::<dyn Fn()>::new(measure);
        if let Ok(observer) = ResizeObserver::new(callback.as_ref().unchecked_ref()) {
            observer.observe(&element);
            let held = send_wrapper::SendWrapper::new((observer, callback));
            on_cleanup(move || held.0.disconnect());
        }
    });
}

/// Runs `effect` now and whenever a signal that it reads changes, for as long as its owner is on the page.
///
/// leptos' own `Effect` spawns a task of its own type each time, which costs 3 kB of WebAssembly a piece.
pub fn watch(mut effect: impl FnMut() + 'static) {
    let effect = RenderEffect::new(move |_| effect());
    let held = send_wrapper::SendWrapper::new(effect);
    on_cleanup(move || drop(held));
}
