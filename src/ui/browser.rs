//! The one place that asks the browser for anything that a host, a frame or a policy may refuse.
//! Nothing here panics: what is refused is left out.

use crate::view::{Lang, Theme};
use leptos::html;
use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, HtmlDocument, HtmlElement, HtmlTextAreaElement, MouseEvent, ResizeObserver};

/// How long a frame that is drawn may take: sixteen times its usual time.
const LATE_MS: i32 = 250;

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
    !is_parent(&window())
}

/// Whether this is the window around the page: itself, where there is none.
pub fn is_parent(window: &JsValue) -> bool {
    leptos::prelude::window().parent().ok().flatten().is_some_and(|parent| js_sys::Object::is(&parent, window))
}

/// Sends a message, written as JSON, to the window around the page.
pub fn tell_parent(message: &str) {
    if let (Ok(Some(parent)), Ok(message)) = (window().parent(), js_sys::JSON::parse(message)) {
        let _ = parent.post_message(&message, "*");
    }
}

/// The page's address without query, and whether it leads nobody to the page: that of a file, or of a document in a page.
///
/// A copy in one file knows where the dashboard is, if it was built for an address.
pub fn page_address() -> (String, bool) {
    let own = window().location().href().unwrap_or_default();
    let own = own.split(['?', '#']).next().unwrap_or_default();
    if own.starts_with("http") {
        return (own.to_owned(), false);
    }
    let dashboard = document().query_selector("meta[name=dashboard]").ok().flatten();
    match dashboard.and_then(|meta| meta.get_attribute("content")) {
        Some(address) => (address, false),
        None => (own.to_owned(), true),
    }
}

/// Copies what a field holds; where the browser refuses, it stays selected for the reader's own keys.
///
/// The old way on purpose: it works without permission, in frames, and on intranets without HTTPS.
pub fn copy(field: &HtmlTextAreaElement) -> bool {
    field.select();
    document().unchecked_into::<HtmlDocument>().exec_command("copy").unwrap_or(false)
}

/// The device's share sheet, where there is one.
fn share_sheet() -> Option<js_sys::Function> {
    js_sys::Reflect::get(&window().navigator(), &JsValue::from_str("share")).ok()?.dyn_into().ok()
}

pub fn sends() -> bool {
    share_sheet().is_some()
}

/// Hands a link to the device's share sheet. A reader who closes it has refused, which is no error.
pub fn send(title: &str, link: &str) {
    let content = js_sys::Object::new();
    let set = |name: &str, text: &str| js_sys::Reflect::set(&content, &name.into(), &text.into());
    let (_, _) = (set("title", title), set("url", link));
    let sent = share_sheet().and_then(|share| share.call1(&window().navigator(), &content).ok());
    if let Some(sent) = sent.and_then(|sent| sent.dyn_into::<js_sys::Promise>().ok()) {
        wasm_bindgen_futures::spawn_local(async move {
            let _ = wasm_bindgen_futures::JsFuture::from(sent).await;
        });
    }
}

/// Calls back with what an event of the whole page is about, an element. Events that do not bubble are caught too.
pub fn on_document(name: &str, callback: impl Fn(&Element, &Event) + 'static) {
    let heard = heard(Box::new(callback));
    let _ = document().add_event_listener_with_callback_and_bool(name, heard.as_ref().unchecked_ref(), true);
    heard.forget();
}

/// What is told of an event: the element that it is about, and the event.
type Told = dyn Fn(&Element, &Event);

/// The part of listening that is the same for every callback.
fn heard(callback: Box<Told>) -> Closure<dyn Fn(Event)> {
    Closure::new(move |event: Event| {
        if let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) {
            callback(&target, &event);
        }
    })
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

pub fn on_dark_change(callback: impl Fn() + 'static) {
    let Ok(Some(query)) = window().match_media("(prefers-color-scheme: dark)") else { return };
    let callback = Closure::<dyn Fn()>::new(callback);
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

/// Tells screen readers and hyphenation which language the page is in.
pub fn set_lang(lang: Lang) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("lang", lang.name());
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

/// Runs `work` in the next frame. One that is not drawn, far below the reader's window, does not wait for it.
pub fn on_frame(work: impl FnOnce() + 'static) {
    let work = Rc::new(Cell::new(Some(work)));
    let once = move || {
        if let Some(work) = work.take() {
            work();
        }
    };
    let framed = Closure::once_into_js(once.clone());
    let _ = window().request_animation_frame(framed.unchecked_ref());
    let late = Closure::once_into_js(once);
    let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(late.unchecked_ref(), LATE_MS);
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

/// Whether the page is a copy in one file.
pub fn one_file() -> bool {
    document().get_element_by_id("carried").is_some()
}

/// A text that the page carries itself, as the one-file page does.
pub fn carried(id: &str) -> Option<String> {
    document().get_element_by_id(id)?.text_content()
}

/// Calls back with the view's name when the reader follows a link to a view of this page.
///
/// A click that asks for a new tab or window stays the browser's own.
pub fn on_view_link(callback: impl Fn(String) + 'static) {
    on_document("click", move |target, event| {
        let link = target.closest("a[data-view]").ok().flatten();
        let Some(event) = event.dyn_ref::<MouseEvent>() else { return };
        let elsewhere = event.ctrl_key() || event.meta_key() || event.shift_key() || event.button() != 0;
        if let Some(name) = link.filter(|_| !elsewhere).and_then(|link| link.get_attribute("data-view")) {
            event.prevent_default();
            callback(name);
        }
    });
}

pub fn scroll_to_top() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
}

/// Keeps `width` equal to an element's width in whole CSS pixels (0 where it has not been shown yet), and calls back with
/// the events of the element and of what is in it.
pub fn watch_element(
    element: NodeRef<html::Figure>,
    events: &'static [&'static str],
    width: RwSignal<usize>,
    callback: impl Fn(&HtmlElement, &Element, &Event) + Clone + 'static,
) {
    watch(move || {
        let Some(element) = element.get() else { return };
        let element: HtmlElement = element.unchecked_into();
        let (root, callback) = (element.clone(), callback.clone());
        let heard = heard(Box::new(move |target, event| callback(&root, target, event)));
        for event in events {
            let heard = heard.as_ref().unchecked_ref();
            let _ = element.add_event_listener_with_callback_and_bool(event, heard, true);
        }
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
        let Ok(observer) = ResizeObserver::new(callback.as_ref().unchecked_ref()) else { return };
        observer.observe(&element);
        let held = send_wrapper::SendWrapper::new((observer, callback, element, heard));
        on_cleanup(move || {
            let (observer, _, element, heard) = &*held;
            observer.disconnect();
            for event in events {
                let heard = heard.as_ref().unchecked_ref();
                let _ = element.remove_event_listener_with_callback_and_bool(event, heard, true);
            }
        });
    });
}

/// Runs `effect` now and whenever a signal that it reads changes, for as long as its owner is on the page.
///
/// leptos' own `Effect` spawns a task of its own type each time, which costs 3 kB of WebAssembly a piece.
pub fn watch(effect: impl FnMut() + 'static) {
    watch_boxed(Box::new(effect));
}

/// The part of [`watch`] that is the same for every effect.
fn watch_boxed(mut effect: Box<dyn FnMut()>) {
    let effect = RenderEffect::new(move |_| effect());
    let held = send_wrapper::SendWrapper::new(effect);
    on_cleanup(move || drop(held));
}
