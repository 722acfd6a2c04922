//! The document around the program: its language, its colours, its state, and what stands in it before the program does.

use crate::view::{Lang, Page, Theme};
use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget, HtmlElement};

/// The element that the program fills, empty, and the built page that stood in it, which nothing hides any more.
///
/// What fills it must follow in the same task, so that no paint lies between.
pub fn take_over() -> Option<(HtmlElement, Element)> {
    let element: HtmlElement = document().get_element_by_id("app")?.dyn_into().ok()?;
    let built = document().create_element("div").ok()?;
    while let Some(child) = element.first_child() {
        built.append_child(&child).ok()?;
    }
    if let Some(root) = document().document_element() {
        let _ = root.remove_attribute("data-asked");
    }
    Some((element, built))
}

/// Tells screen readers and hyphenation which language the page is in.
pub fn set_lang(lang: Lang) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("lang", lang.name());
    }
}

/// Tells the style sheet which colours a link asks for.
pub fn set_theme(theme: Theme) {
    if let Some(root) = document().document_element() {
        let _ = match theme {
            Theme::Auto => root.remove_attribute("data-theme"),
            theme => root.set_attribute("data-theme", theme.name()),
        };
    }
}

/// Whether the page has its dark colours now: by the link, else as the reader's system has them.
pub fn is_dark() -> bool {
    let asked = document().document_element().and_then(|root| root.get_attribute("data-theme"));
    asked.and_then(|theme| Theme::parse(&theme)).map_or_else(
        || window().match_media("(prefers-color-scheme: dark)").ok().flatten().is_some_and(|dark| dark.matches()),
        |theme| theme == Theme::Dark,
    )
}

/// How large the reader's browser writes, in per cent of what is usual, at least 100.
pub fn text_percent() -> u32 {
    /// What browsers write at, in CSS pixels, unless a reader asks for more.
    const USUAL_PX: f64 = 16.0;
    let style = document().document_element().and_then(|root| window().get_computed_style(&root).ok().flatten());
    let size = style.and_then(|style| style.get_property_value("font-size").ok());
    // The browser's own reading of numbers, which is not transferred; not a number where it finds none.
    size.map_or(100, |size| (100.0 * js_sys::parse_float(&size) / USUAL_PX).max(100.0) as u32)
}

/// The elements within another that a selector finds, as far as they are of a kind: those of HTML text, and those of other
/// components, which no `NodeRef` of the caller holds.
pub fn all<T: JsCast>(within: &Element, selector: &str) -> Vec<T> {
    let Ok(found) = within.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|at| found.item(at)?.dyn_into().ok()).collect()
}

/// The element around the target of an event, or the target itself, that a selector finds.
pub fn closest(target: Option<EventTarget>, selector: &str) -> Option<Element> {
    target?.dyn_into::<Element>().ok()?.closest(selector).ok().flatten()
}

/// A length of the style sheet, in whole CSS pixels.
pub fn px(length: f64) -> String {
    format!("{}px", length.round() as i32)
}

/// Sets `data-state` to `ready`, for hosts and tests. Until then it is `loading`; where the program cannot run, `failed`.
pub fn set_ready() {
    if let Some(body) = document().body() {
        let _ = body.set_attribute("data-state", "ready");
    }
}

/// Lets the boot script say that a part of the program is missing, as where the whole program is.
pub fn say_part_missing() {
    let say = js_sys::Reflect::get(&window(), &"sayPartMissing".into());
    if let Ok(say) = say.and_then(|say| say.dyn_into::<js_sys::Function>()) {
        let _ = say.call0(&window());
    }
}

/// Says which page is shown: the overview is wider than the others.
pub fn set_page(page: Page) {
    if let Some(body) = document().body() {
        let _ = body.set_attribute("data-page", page.name());
    }
}

/// The content of a data file that is inside the page, as in a copy in one file.
pub fn inline_text(file: &str) -> Option<String> {
    document().get_element_by_id(file)?.text_content()
}

/// Whether the keyboard is in an element.
pub fn has_focus(element: &Element) -> bool {
    document().active_element().is_some_and(|active| active == *element)
}

/// Whether the page is a copy in one file, which has no other files beside it.
pub fn one_file() -> bool {
    document().get_element_by_id("carried").is_some()
}

/// The address of the link in an element that has the focus.
pub fn focused_link(within: &Element) -> Option<String> {
    let active = document().active_element()?;
    within.contains(Some(&active)).then(|| active.get_attribute("href")).flatten()
}

/// Gives the focus to the link in an element that leads to an address.
pub fn focus_link(within: &Element, href: &str) {
    let leads_there = |link: &HtmlElement| link.get_attribute("href").as_deref() == Some(href);
    if let Some(link) = all(within, "a[href]").into_iter().find(leads_there) {
        let _ = link.focus();
    }
}

/// Whether anything on the page has the focus.
pub fn is_focused() -> bool {
    let (active, body) = (document().active_element(), document().body().map(Element::from));
    active.is_some() && active != body
}

/// Whether the browser knows of popovers: those of before 2024 may not.
pub fn has_popovers() -> bool {
    document().body().is_some_and(|body| js_sys::Reflect::has(&body, &"popover".into()).unwrap_or(false))
}
