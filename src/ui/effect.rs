//! Effects: what is done to the browser whenever signals change.

use leptos::prelude::*;
use send_wrapper::SendWrapper;

/// Runs `run` now and whenever a signal that it reads changes, for as long as its owner is on the page.
///
/// leptos' own `Effect` spawns a task of its own type at each use, which costs 3 kB of WebAssembly a piece.
pub fn effect(run: impl FnMut() + 'static) {
    shared(Box::new(run));
}

/// The part of [`effect`] that is the same for every effect.
fn shared(mut run: Box<dyn FnMut()>) {
    let effect = SendWrapper::new(RenderEffect::new(move |_| run()));
    on_cleanup(move || drop(effect));
}
