//! Taking a text along: the clipboard, and the device's share sheet.

use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{HtmlDocument, HtmlTextAreaElement};

/// Copies what a field holds; where the browser refuses, it stays selected for the reader's own keys.
///
/// The old way on purpose: it works without permission, in frames, and on intranets without HTTPS.
pub fn copy(field: &HtmlTextAreaElement) -> bool {
    field.select();
    document().unchecked_into::<HtmlDocument>().exec_command("copy").unwrap_or(false)
}

/// Whether the device has a share sheet.
pub fn has_share_sheet() -> bool {
    share_sheet().is_some()
}

fn share_sheet() -> Option<js_sys::Function> {
    js_sys::Reflect::get(&window().navigator(), &JsValue::from_str("share")).ok()?.dyn_into().ok()
}

/// Hands a link to the device's share sheet. A reader who closes it has refused, which is no error.
pub fn send(title: &str, link: &str) {
    let content = js_sys::Object::new();
    let set = |name: &str, text: &str| js_sys::Reflect::set(&content, &name.into(), &text.into());
    let (_, _) = (set("title", title), set("url", link));
    let sent = share_sheet().and_then(|share| share.call1(&window().navigator(), &content).ok());
    if let Some(sent) = sent.and_then(|sent| sent.dyn_into::<js_sys::Promise>().ok()) {
        spawn_local(async move {
            let _ = JsFuture::from(sent).await;
        });
    }
}
