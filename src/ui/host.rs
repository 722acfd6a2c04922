//! Messages between a frame and the page around it: the frame tells its height, the host may tell theme and view.
//!
//! Sent to whoever is there, so they hold only a number and the frame's name. Taken from the parent window alone, and
//! read as a link is. `docs/embedding.md` lists them.

use super::{App, browser, share};
use crate::view::share::{frame_id, told};
use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{MessageEvent, ResizeObserver};

/// What every message of ours is named for.
const OURS: &str = "rare-earth-trade:";

/// Less than this is no change: a host that rounds would else be asked again and again.
const LEAST_PX: u32 = 2;

/// Tells the host the page's height from now on, and listens to it.
pub fn start(app: App) {
    let framed = browser::framed();
    let sent = Rc::new(Cell::new(0_u32));
    let tell = {
        let sent = sent.clone();
        move || {
            let Some(page) = document().get_element_by_id("app") else { return };
            // Before the charts and their words are there the height is not theirs.
            if !untrack(|| app.stands()) {
                return;
            }
            // A frame in a hidden tab has no height. The page's never depends on the frame's: the style sheet keeps room
            // for a scroll bar, so that the width stays when one comes or goes.
            let height = page.get_bounding_client_rect().height().ceil() as u32;
            if height > 0 && height.abs_diff(sent.get()) >= LEAST_PX {
                sent.set(height);
                app.view.with_untracked(|view| tell_height(&frame_id(view), height));
            }
        }
    };
    let heard = Closure::<dyn Fn(MessageEvent)>::new({
        let tell = tell.clone();
        move |event: MessageEvent| {
            let data = event.data();
            let part = |name: &str| js_sys::Reflect::get(&data, &JsValue::from_str(name)).ok();
            let text = |name: &str| part(name).and_then(|value| value.as_string());
            let Some(kind) = text("type") else { return };
            let Some(kind) = kind.strip_prefix(OURS) else { return };
            let source = event.source().map(JsValue::from).unwrap_or_default();
            if kind == "height" {
                let height = part("height").and_then(|height| height.as_f64()).unwrap_or_default();
                return share::previewed(app, &source, height as u32);
            }
            if !framed || !browser::is_parent(&source) {
                return;
            }
            if kind == "hello" {
                sent.set(0);
                tell();
            }
            let told = text(kind).and_then(|text| app.view.with_untracked(|view| told(view, kind, &text)));
            if let Some((view, issues)) = told {
                app.link_issues.set(issues);
                app.view.set(view);
            }
        }
    });
    let _ = window().add_event_listener_with_callback("message", heard.as_ref().unchecked_ref());
    heard.forget();
    if !framed {
        return;
    }
    // A frame far below the reader's window is drawn, but observed only when it comes near.
    browser::watch({
        let tell = tell.clone();
        move || {
            if app.drawn.get() > 0 && app.stands() {
                browser::later(tell.clone());
            }
        }
    });
    let changed = Closure::<dyn Fn()>::new(tell);
    if let Ok(observer) = ResizeObserver::new(changed.as_ref().unchecked_ref())
        && let Some(page) = document().get_element_by_id("app")
    {
        observer.observe(&page);
    }
    changed.forget();
}

/// The same height in three forms: our own, Datawrapper's, which many content systems listen to, and AMP's.
fn tell_height(id: &str, height: u32) {
    browser::tell_parent(&format!("{{\"type\":\"{OURS}height\",\"id\":\"{id}\",\"height\":{height},\"v\":1}}"));
    browser::tell_parent(&format!("{{\"datawrapper-height\":{{\"{id}\":{height}}}}}"));
    browser::tell_parent(&format!("{{\"sentinel\":\"amp\",\"type\":\"embed-size\",\"height\":{height}}}"));
}
