//! The panels for sharing and embedding: made when they are opened, answered whenever one of their fields changes.

use super::chart::set_html;
use super::{App, browser, controls};
use crate::charts;
use crate::data::Dataset;
use crate::html::qr;
use crate::html::share::{SCRIPT, embed_panel, local_panel, share_panel, snippet};
use crate::view::link::print;
use crate::view::share::{framed, shared};
use crate::view::{ChartName, View};
use crate::words::Words;
use leptos::prelude::{GetUntracked, Track, document};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlIFrameElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};

/// Serves both panels, which stay on the page while what they hold comes and goes.
pub fn listen(app: App) {
    browser::on_document("toggle", move |target, _| {
        if !target.class_list().contains("panel") {
            return;
        }
        // A closed panel is empty: its preview would go on running.
        let open = target.matches(":popover-open").unwrap_or(false);
        target.set_inner_html(&if open { content(app, target) } else { String::new() });
        answer(app);
    });
    // The reader may go back while a panel is open.
    browser::watch(move || {
        app.view.track();
        answer(app);
    });
    browser::on_document("change", move |target, _| {
        if controls::in_panel(target) {
            answer(app);
        }
    });
    browser::on_document("click", move |target, _| {
        let Some(panel) = open_panel() else { return };
        if target.has_attribute("data-copy") {
            let field = target.closest(".panel__code").ok().flatten();
            let copied = field.and_then(|field| area(&field, "textarea")).is_some_and(|area| browser::copy(&area));
            let said = if copied { app.words.share_copied } else { app.words.share_copy_refused };
            set_html(&panel, ".panel__said", said);
        }
        if target.has_attribute("data-send")
            && let Some(link) = area(&panel, ".panel__link")
        {
            browser::send(app.words.site_title, &link.value());
        }
    });
}

/// The preview has told its height: it gets it, and so does the code.
pub fn previewed(app: App, source: &wasm_bindgen::JsValue, height: u32) {
    let Some(preview) = open_panel().and_then(|panel| preview(&panel)) else { return };
    if preview.content_window().is_some_and(|window| js_sys::Object::is(&window, source)) {
        let _ = preview.style().set_property("height", &format!("{}px", height));
        answer(app);
    }
}

/// What a panel asks.
fn content(app: App, panel: &Element) -> String {
    let known = app.known.get_untracked();
    let (view, words) = (app.view.get_untracked(), app.words);
    let (address, local) = browser::page_address();
    let content = if local {
        local_panel(&panel.id(), words)
    } else if panel.id() == "share" {
        share_panel(&view, &known.data, browser::sends(), words)
    } else {
        let folder = address.rfind('/').map_or("", |end| &address[..=end]);
        let titles: Vec<_> =
            ChartName::ALL.iter().map(|chart| (*chart, title(*chart, &known.data, &view, words))).collect();
        embed_panel(&view, &known.data, &titles, &format!("{folder}{SCRIPT}"), words)
    };
    content.into_string()
}

/// A chart's title as a view shows it; the page's where its file is missing.
fn title(chart: ChartName, data: &Dataset, view: &View, words: &Words) -> String {
    charts::chart(chart, data, None, view, words).map_or(words.site_title.to_owned(), |figure| figure.caption.title)
}

/// Writes what follows from the fields of the open panel.
fn answer(app: App) {
    let (Some(panel), known) = (open_panel(), app.known.get_untracked()) else { return };
    let (view, words) = (app.view.get_untracked(), app.words);
    let fields = fields(&panel);
    let field = |name: &str| fields.iter().find(|(field, _)| field == name).map_or("", |(_, text)| text.as_str());
    let (address, _) = browser::page_address();
    let about = if let Some(link) = area(&panel, ".panel__link") {
        let text = format!("{address}?{}", print(&shared(&view, &fields)));
        link.set_value(&text);
        set_html(&panel, ".qr__code", &qr::svg(&text).unwrap_or_default().into_string());
        words.fill(words.share_length, &[("n", &text.len().to_string())])
    } else {
        let (Some(code), Some(preview)) = (area(&panel, ".panel__snippet"), preview(&panel)) else { return };
        let (framed, width) = (framed(&view, &fields), field("width"));
        let _ = preview.style().set_property("width", &format!("{width}px"));
        let link = format!("?{}", print(&framed));
        if preview.get_attribute("data-shows").is_none_or(|now| now != link) {
            let _ = preview.set_attribute("data-shows", &link);
            // In place: a new address of a frame is an entry of the reader's history.
            let _ = preview.content_window().map(|window| window.location().replace(&link));
        }
        let height = preview.client_height().unsigned_abs();
        let title = title(framed.charts()[0], &known.data, &framed, words);
        code.set_value(&snippet(&address, &framed, &title, height, !field("sandbox").is_empty()));
        words.fill(words.embed_code_note, &[("width", width)])
    };
    set_html(&panel, ".panel__about", &about);
}

/// What is chosen in a panel, by the names of the fields; fields of one name are joined as the link joins them.
fn fields(panel: &Element) -> Vec<(String, String)> {
    let mut fields: Vec<(String, String)> = Vec::new();
    let mut add = |name: String, value: String| match fields.iter_mut().find(|(field, _)| *field == name) {
        Some((_, text)) => *text += &format!("~{value}"),
        None => fields.push((name, value)),
    };
    for select in controls::elements::<HtmlSelectElement>(panel.query_selector_all("select").ok()) {
        add(select.name(), select.value());
    }
    for input in controls::elements::<HtmlInputElement>(panel.query_selector_all("input:checked").ok()) {
        add(input.name(), input.value());
    }
    fields
}

fn open_panel() -> Option<Element> {
    document().query_selector(".panel:popover-open").ok().flatten()
}

fn area(within: &Element, selector: &str) -> Option<HtmlTextAreaElement> {
    within.query_selector(selector).ok().flatten()?.dyn_into().ok()
}

fn preview(panel: &Element) -> Option<HtmlIFrameElement> {
    panel.query_selector("iframe").ok().flatten()?.dyn_into().ok()
}
