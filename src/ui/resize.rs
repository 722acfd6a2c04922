//! An element's size.

use leptos::prelude::on_cleanup;
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, ResizeObserver};

/// Calls back whenever the element's size changes, before that is painted, for as long as the owner is on the page.
pub fn on_resize(element: &Element, callback: impl Fn() + 'static) {
    let callback = Closure::<dyn Fn()>::new(callback);
    let Ok(observer) = ResizeObserver::new(callback.as_ref().unchecked_ref()) else { return };
    observer.observe(element);
    let observing = SendWrapper::new((observer, callback));
    on_cleanup(move || observing.0.disconnect());
}
