//! The reader's choices: fields are made once and then told what is chosen, so that they keep their focus. They are made
//! anew only for a choice that has no option yet.

use super::{App, browser};
use crate::data::Dataset;
use crate::view::{View, choice};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlSelectElement, NodeList};

/// Makes the fields of a place if it has none yet or none for what is chosen, and shows in each what the view says.
///
/// `selector` names the place below `root`; empty is `root` itself.
pub fn write(root: &Element, selector: &str, data: &Dataset, view: &View, fields: impl FnOnce() -> String) {
    let place = if selector.is_empty() { Some(root.clone()) } else { root.query_selector(selector).ok().flatten() };
    let Some(place) = place else { return };
    let all = |selector: &str| place.query_selector_all(selector).ok();
    // A link may choose what the files have no figures for: such a choice has no option yet.
    let choose = || {
        elements::<HtmlSelectElement>(all("select")).iter().all(|select| {
            let chosen = choice::chosen(view, &select.name(), data);
            select.set_value(&chosen);
            select.value() == chosen
        })
    };
    if place.first_element_child().is_none() || !choose() {
        place.set_inner_html(&fields());
        choose();
    }
    for input in elements::<HtmlInputElement>(all("input")) {
        let chosen = choice::chosen(view, &input.name(), data);
        if input.value() != chosen {
            input.set_value(&chosen);
        }
    }
    let range = choice::chosen(view, "t", data);
    for preset in elements::<Element>(all("[data-range]")) {
        let pressed = preset.get_attribute("data-range").is_some_and(|preset| preset == range);
        let _ = preset.set_attribute("aria-pressed", &pressed.to_string());
    }
}

/// Takes over every choice, wherever its field stands on the page.
pub fn listen(app: App) {
    browser::on_document("change", move |target, _| {
        if in_panel(target) {
            return;
        }
        let choice = match target.dyn_ref::<HtmlSelectElement>() {
            Some(select) => Some((select.name(), select.value())),
            None => target.dyn_ref::<HtmlInputElement>().map(|input| (input.name(), input.value())),
        };
        if let Some((name, text)) = choice {
            app.choose(|view| choice::choose(view, &name, &text));
        }
    });
    browser::on_document("click", move |target, _| {
        if let Some(range) = target.get_attribute("data-range") {
            app.choose(|view| choice::choose(view, "t", &range));
        }
    });
}

/// Whether a field asks about a link to share, not about what is shown.
pub fn in_panel(field: &Element) -> bool {
    field.closest(".panel").is_ok_and(|panel| panel.is_some())
}

pub fn elements<T: JsCast>(nodes: Option<NodeList>) -> Vec<T> {
    let Some(nodes) = nodes else { return Vec::new() };
    (0..nodes.length()).filter_map(|at| nodes.item(at)?.dyn_into().ok()).collect()
}
