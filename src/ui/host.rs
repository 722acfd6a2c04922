//! The page around a frame. The frame tells it its height; it may tell the frame a theme or a view.
//!
//! Messages are sent to whoever is there, so they hold only a number and the frame's name. They are taken from the
//! window around the page alone, and read as a link is. `docs/embedding.md` lists them.

use super::resize::on_resize;
use super::timing::on_frame;
use super::{App, Phase, document};
use crate::view::share::{apply_message, frame_id};
use leptos::ev;
use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use web_sys::{Element, MessageEvent};

/// What every message of ours is named for.
const OURS: &str = "rare-earth-trade:";

/// Less than this is no change: a host that rounds would else be asked again and again.
const LEAST_PX: u32 = 2;

/// Whether the page is inside another one.
pub fn framed() -> bool {
    !is_parent(&window())
}

/// An element's height in CSS pixels.
pub fn height(element: &Element) -> f64 {
    element.get_bounding_client_rect().height()
}

/// Whether this is the window around the page: itself, where there is none.
fn is_parent(other: &JsValue) -> bool {
    window().parent().ok().flatten().is_some_and(|parent| js_sys::Object::is(&parent, other))
}

/// Tells the host the height of `page` from now on, and listens to the host.
pub fn follow(app: App, page: Element) {
    let sent = Rc::new(Cell::new(0_u32));
    let tell = {
        let (sent, page) = (sent.clone(), page.clone());
        move || {
            // Before the charts are drawn the height is not theirs.
            if app.phase.with_untracked(|phase| *phase != Phase::Ready) {
                return;
            }
            // A frame in a hidden tab has no height. The page's never depends on the frame's: the style sheet keeps
            // room for a scroll bar, so that the width stays when one comes or goes.
            let height = match app.needed.get_untracked() {
                0 => height(&page),
                // A chart that was drawn lower for want of room asks for what it needs: a host that follows gives it.
                needed => {
                    let plot = page.query_selector(".chart__plot").ok().flatten();
                    height(&page) - plot.map_or(0.0, |plot| height(&plot))
                        + f64::from(needed * document::text_percent() / 100)
                }
            };
            let height = height.ceil() as u32;
            if height > 0 && height.abs_diff(sent.get()) >= LEAST_PX {
                sent.set(height);
                app.view.with_untracked(|view| tell_height(&frame_id(view), height));
            }
        }
    };
    window_event_listener(ev::message, {
        let tell = tell.clone();
        move |event| {
            let Some((kind, text)) = message(&event) else { return };
            if kind == "hello" {
                sent.set(0);
                tell();
            }
            let changed = text.and_then(|text| apply_message(&app.link(), &kind, &text));
            if let Some(changed) = changed {
                app.show(changed);
            }
        }
    });
    on_resize(&page, tell.clone());
    // A frame far below the reader's window is drawn, but its size is observed only when it comes near.
    Effect::new(move |_| {
        app.phase.track();
        app.view.track();
        app.needed.track();
        on_frame(tell.clone());
    });
}

/// A message of the host's: its kind, and the text that it holds under the name of its kind.
fn message(event: &MessageEvent) -> Option<(String, Option<String>)> {
    let source = event.source().map(JsValue::from)?;
    let kind = text(event, "type")?.strip_prefix(OURS)?.to_owned();
    is_parent(&source).then(|| {
        let text = text(event, &kind);
        (kind, text)
    })
}

fn text(event: &MessageEvent, name: &str) -> Option<String> {
    js_sys::Reflect::get(&event.data(), &JsValue::from_str(name)).ok()?.as_string()
}

/// The height in a message from a frame of ours; `None` where the message is another one or from elsewhere.
pub fn height_of(frame: &JsValue, event: &MessageEvent) -> Option<u32> {
    let ours = text(event, "type")?.strip_prefix(OURS)? == "height";
    let from_frame = event.source().is_some_and(|source| js_sys::Object::is(&source, frame));
    let height = js_sys::Reflect::get(&event.data(), &JsValue::from_str("height")).ok()?.as_f64()?;
    (ours && from_frame).then_some(height as u32)
}

/// Tells a height in three forms: our own, Datawrapper's, which many content systems listen to, and AMP's.
fn tell_height(id: &str, height: u32) {
    for message in [
        format!("{{\"type\":\"{OURS}height\",\"id\":\"{id}\",\"height\":{height},\"v\":1}}"),
        format!("{{\"datawrapper-height\":{{\"{id}\":{height}}}}}"),
        format!("{{\"sentinel\":\"amp\",\"type\":\"embed-size\",\"height\":{height}}}"),
    ] {
        if let (Ok(Some(parent)), Ok(message)) = (window().parent(), js_sys::JSON::parse(&message)) {
            let _ = parent.post_message(&message, "*");
        }
    }
}
