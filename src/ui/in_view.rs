//! Whether an element is in the reader's window.

use js_sys::Array;
use leptos::prelude::*;
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry};

/// Whether some of an element is in the window, followed for as long as the owner is on the page. False until the browser
/// has looked, in the next frame; true where it cannot look.
pub fn in_view(element: &Element) -> RwSignal<bool> {
    let seen = RwSignal::new(false);
    let callback = Closure::<dyn Fn(Array)>::new(move |entries: Array| {
        // Of several changes since the last frame the newest.
        let newest: IntersectionObserverEntry = entries.at(-1).unchecked_into();
        seen.set(newest.is_intersecting());
    });
    match IntersectionObserver::new(callback.as_ref().unchecked_ref()) {
        Ok(observer) => {
            observer.observe(element);
            let observing = SendWrapper::new((observer, callback));
            on_cleanup(move || observing.0.disconnect());
        }
        Err(_) => seen.set(true),
    }
    seen
}
