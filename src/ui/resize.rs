//! An element's size.

use super::timing::on_frame;
use leptos::prelude::on_cleanup;
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, ResizeObserver};

/// Calls back in the frame after the element's size changed, for as long as the owner is on the page. Not at once: what
/// that changes would be observed again in the same frame, which browsers report as an error.
pub fn on_resize(element: &Element, callback: impl Fn() + Clone + 'static) {
    let callback = Closure::<dyn Fn()>::new(move || on_frame(callback.clone()));
    let Ok(observer) = ResizeObserver::new(callback.as_ref().unchecked_ref()) else { return };
    observer.observe(element);
    let observing = SendWrapper::new((observer, callback));
    on_cleanup(move || observing.0.disconnect());
}
