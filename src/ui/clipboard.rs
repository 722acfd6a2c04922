//! Taking a text along: the clipboard, and the device's share sheet.

use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, Clipboard, ClipboardItem, HtmlDocument, HtmlElement, HtmlTextAreaElement};

/// Copies what a field holds; where the browser refuses, it stays selected for the reader's own keys.
///
/// The old way on purpose: it works without permission, in frames, and on intranets without HTTPS.
pub fn copy(field: &HtmlTextAreaElement) -> bool {
    field.select();
    document().unchecked_into::<HtmlDocument>().exec_command("copy").unwrap_or(false)
}

/// Copies a text that stands nowhere on the page.
pub fn copy_text(text: &str) -> bool {
    let Ok(field) = document().create_element("textarea") else { return false };
    let field: HtmlTextAreaElement = field.unchecked_into();
    field.set_class_name("visually-hidden");
    field.set_value(text);
    let focused = document().active_element();
    let _ = document().body().map(|body| body.append_child(&field));
    let copied = copy(&field);
    field.remove();
    // The field has taken the focus from the button.
    if let Some(Ok(focused)) = focused.map(JsCast::dyn_into::<HtmlElement>) {
        let _ = focused.focus();
    }
    copied
}

/// Copies a PNG. Browsers allow it only on HTTPS and localhost, and in frames whose host permits it.
pub async fn copy_image(image: &Blob) -> bool {
    let content = js_sys::Object::new();
    let _ = js_sys::Reflect::set(&content, &"image/png".into(), image);
    let Ok(item) = ClipboardItem::new_with_record_from_str_to_blob_promise(&content) else { return false };
    // Without HTTPS there is no clipboard.
    let clipboard = js_sys::Reflect::get(&window().navigator(), &"clipboard".into()).unwrap_or_default();
    let Ok(clipboard) = clipboard.dyn_into::<Clipboard>() else { return false };
    JsFuture::from(clipboard.write(&js_sys::Array::of1(&item))).await.is_ok()
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
