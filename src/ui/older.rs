//! What browsers of 2023 cannot do by themselves: opening and closing a panel. `style/panel.css` hides and shows it there.

use super::document::{closest, has_popovers};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement};

/// Lets the buttons of panels open and close them, and Escape close an open one, where the browser does not.
pub fn open_panels() {
    if has_popovers() {
        return;
    }
    window_event_listener(ev::click, move |event| {
        let button = closest(event.target(), "[popovertarget]");
        let panel = button.and_then(|button| document().get_element_by_id(&button.get_attribute("popovertarget")?));
        if let Some(panel) = panel {
            set_open(&panel, !panel.has_attribute("data-open"));
        }
    });
    window_event_listener(ev::keydown, move |event| {
        let open = document().query_selector(".panel[data-open]").ok().flatten();
        if let ("Escape", Some(panel)) = (event.key().as_str(), open) {
            set_open(&panel, false);
        }
    });
}

/// Opens or closes a panel; the focus goes into it, and back to the button that opened it.
fn set_open(panel: &Element, open: bool) {
    let _ = if open { panel.set_attribute("data-open", "") } else { panel.remove_attribute("data-open") };
    if let Ok(event) = Event::new("toggle") {
        let _ = panel.dispatch_event(&event);
    }
    let button = document().query_selector(&format!(".tools [popovertarget={}]", panel.id())).ok().flatten();
    let takes = if open { Some(panel.clone()) } else { button };
    if let Some(takes) = takes.and_then(|takes| takes.dyn_into::<HtmlElement>().ok()) {
        // A panel takes no focus by itself.
        if open {
            takes.set_tab_index(-1);
        }
        let _ = takes.focus();
    }
}
