//! What the panels for sharing and embedding hold, and what they answer.

use super::chart::{MakeCaption, MakeFigure};
use super::document::all;
use super::part::{self, Mounted, Part};
use super::{App, address, article, clipboard, host, timing};
use crate::charts::{self, Implied};
use crate::html::frame_height;
use crate::html::qr;
use crate::html::share::{SCRIPT, embed_panel, local_panel, picture, share_panel, snippet};
use crate::view::link::{full_page, print};
use crate::view::share::{framed, offered, shared};
use crate::view::{ChartName, Extent, Theme, View};
use crate::words::Words;
use leptos::ev::{self, MouseEvent};
use leptos::html::Div;
use leptos::mount::mount_to;
use leptos::prelude::*;
use std::fmt::Display;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::{
    Element, HtmlElement, HtmlIFrameElement, HtmlImageElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement,
};

/// Fills a panel that was opened.
pub fn fill(app: App, panel: HtmlElement) -> Mounted {
    let id = panel.id();
    Box::new(mount_to(panel, move || view! { <PanelContent app=app id=id /> }))
}

/// What a panel asks, as text, and what it answers whenever one of its fields changes.
#[component]
fn PanelContent(app: App, id: String) -> impl IntoView {
    let root = NodeRef::<Div>::new();
    let changed = Trigger::new();
    Effect::new(move |_| {
        changed.track();
        // The reader may go back while the panel is open.
        let view = app.view.get();
        if let Some(root) = root.get() {
            answer(app, &view, &root);
        }
    });
    // The preview has sent its height: it gets it, and so does the code.
    let listener = window_event_listener(ev::message, move |event| {
        let Some(preview) = root.get_untracked().and_then(|root| preview(&root)) else { return };
        let Some(window) = preview.content_window() else { return };
        if let Some(height) = host::height_of(&window, &event) {
            set_px(&preview, "height", height);
            changed.notify();
        }
    });
    on_cleanup(move || listener.remove());
    let click = move |event: MouseEvent| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if let (Some(target), Some(root)) = (target, root.get_untracked()) {
            take_along(app, &target, &root);
        }
    };
    view! {
        <div
            node_ref=root
            inner_html=questions(app, &id)
            on:change=move |_| changed.notify()
            on:load:capture=move |_| changed.notify()
            on:click=click
        ></div>
    }
}

/// What a panel asks.
fn questions(app: App, id: &str) -> String {
    let (snapshot, view, words) = (app.snapshot.get_untracked(), app.view.get_untracked(), app.words);
    match address::page_address() {
        None => local_panel(id, words).into_string(),
        Some(_) if id == "share" => share_panel(&view, &snapshot, clipboard::has_share_sheet(), words).into_string(),
        Some(address) => {
            let charts = offered(view.page).into_iter();
            let titles: Vec<_> = charts.map(|name| (name, words.chart_name(name).to_owned())).collect();
            embed_panel(&view, &snapshot, &titles, &format!("{}{SCRIPT}", folder(&address)), words).into_string()
        }
    }
}

/// Writes what follows from the fields of a panel.
fn answer(app: App, view: &View, root: &Element) {
    let (Some(address), words, fields) = (address::page_address(), app.words, fields(root)) else { return };
    let about = if let Some(link) = area(root, ".panel__link") {
        let text = format!("{address}?{}", print(&shared(view, &fields)));
        link.set_value(&text);
        write(root, ".qr__code", &qr::svg(&text).unwrap_or_default().into_string());
        words.share_length(text.len())
    } else if let (Some(code), Some(preview)) = (area(root, ".panel__snippet"), preview(root)) {
        let field = |name: &str| fields.iter().find(|(field, _)| field == name).map_or("", |(_, text)| text.as_str());
        let (framed, width) = (framed(view, &fields), field("width"));
        let chart = framed.charts()[0];
        // How high it is follows from code that may be on its way; then this is done again.
        if chart.is_of_article() {
            part::ask(app.article_part, article::loaded);
            if matches!(app.article_part.get(), Part::NotAsked | Part::Asked) {
                code.set_value("");
                return write(root, ".panel__about", words.loading);
            }
        }
        show(&preview, &format!("?{}", print(&framed)), width, || height(app, &framed, chart, width));
        let height = preview.client_height().unsigned_abs();
        // Its name, not what it found: that may be another thing tomorrow.
        code.set_value(&snippet(&address, &framed, words.chart_name(chart), height, !field("sandbox").is_empty()));
        show_picture(app, &address, &framed, chart, root);
        words.more().panels.embed_code_note(width)
    } else {
        return;
    };
    write(root, ".panel__about", &about);
}

/// Shows the built picture of a frame's chart, and once it is there the code with its size.
fn show_picture(app: App, address: &str, framed: &View, chart: ChartName, root: &Element) {
    /// The pictures have so many pixels for each of CSS.
    const DENSITY: u32 = 2;
    let image = root.query_selector("img.picture").ok().flatten().and_then(|image| image.dyn_into().ok());
    let (Some(code), Some(image)) = (area(root, ".panel__picture"), image) else { return };
    let image: HtmlImageElement = image;
    let theme = if framed.frame.theme == Theme::Dark { Theme::Dark } else { Theme::Light };
    let file = format!("{}charts/{}-wide-{}.png", folder(address), chart.name(), theme.name());
    if image.src() != file {
        image.set_src(&file);
    }
    let size = (image.natural_width() / DENSITY, image.natural_height() / DENSITY);
    let link = format!("{address}?{}", print(&full_page(framed)));
    let title = app.words.chart_name(chart);
    code.set_value(&if size.0 > 0 { picture(&link, &file, title, size) } else { String::new() });
}

/// The folder of an address, with its slash.
fn folder(address: &str) -> &str {
    address.rfind('/').map_or("", |end| &address[..=end])
}

/// How high a frame of this width is, by its figure: before the preview says it, and where it never comes.
fn height(app: App, framed: &View, chart: ChartName, width: &str) -> Option<u32> {
    let own_day = app.view.with_untracked(|view| view.as_of) == framed.as_of;
    let data = match framed.as_of {
        Some(day) if !own_day => Arc::new(app.files.with_untracked(|files| files.as_of(day))),
        None if !own_day => app.files.get_untracked(),
        _ => app.snapshot.get_untracked(),
    };
    let implied = if own_day { app.implied.get_untracked() } else { Arc::new(Implied::new(&data)) };
    let (make_figure, make_caption): (MakeFigure, MakeCaption) = match app.article_part.get_untracked() {
        Part::There(article) if chart.is_of_article() => (article.figure, article.caption),
        _ => (charts::page_chart, Words::page_caption),
    };
    let figure = make_figure(chart, Extent::Full, &data, Some(&implied), framed).ok()?;
    let caption = make_caption(app.words, &figure, &data);
    Some(frame_height(&figure, &caption, framed, width.parse().ok()?, &timing::months_since, app.words))
}

/// Shows a link in the preview, at a width in CSS pixels, and as high as it will be until it says so itself.
fn show(preview: &HtmlIFrameElement, link: &str, width: &str, height: impl Fn() -> Option<u32>) {
    let shows_link = preview.get_attribute("data-shows").is_some_and(|shown| shown == link);
    let element: &HtmlElement = preview;
    let is_as_wide = element.style().get_property_value("width").is_ok_and(|now| now == format!("{width}px"));
    if shows_link && is_as_wide {
        return;
    }
    set_px(preview, "width", width);
    if let Some(height) = height() {
        set_px(preview, "height", height);
    }
    if !shows_link {
        let _ = preview.set_attribute("data-shows", link);
        // In place: a new address of a frame is an entry of the reader's history.
        let _ = preview.content_window().map(|window| window.location().replace(link));
    }
}

/// Copies or sends what a button stands beside.
fn take_along(app: App, button: &Element, root: &Element) {
    if button.has_attribute("data-copy") {
        let field = button.closest(".panel__code").ok().flatten().and_then(|code| area(&code, "textarea"));
        let copied = field.is_some_and(|field| clipboard::copy(&field));
        write(
            root,
            ".panel__said",
            if copied { app.words.more().panels.share_copied } else { app.words.more().panels.share_copy_refused },
        );
    }
    if button.has_attribute("data-send")
        && let Some(link) = area(root, ".panel__link")
    {
        clipboard::send(app.words.site_title, &link.value());
    }
}

/// What is chosen in a panel, by the names of the fields; fields of one name are joined as the link joins them.
fn fields(root: &Element) -> Vec<(String, String)> {
    let mut fields: Vec<(String, String)> = Vec::new();
    let mut add = |name: String, value: String| match fields.iter_mut().find(|(field, _)| *field == name) {
        Some((_, text)) => *text += &format!("~{value}"),
        None => fields.push((name, value)),
    };
    for select in all::<HtmlSelectElement>(root, "select") {
        add(select.name(), select.value());
    }
    for input in all::<HtmlInputElement>(root, "input:checked") {
        add(input.name(), input.value());
    }
    fields
}

/// Through the style object: a strict policy drops a style attribute.
fn set_px(element: &HtmlElement, property: &str, px: impl Display) {
    let _ = element.style().set_property(property, &format!("{px}px"));
}

fn write(root: &Element, selector: &str, html: &str) {
    if let Ok(Some(element)) = root.query_selector(selector) {
        element.set_inner_html(html);
    }
}

fn area(within: &Element, selector: &str) -> Option<HtmlTextAreaElement> {
    within.query_selector(selector).ok().flatten()?.dyn_into().ok()
}

fn preview(root: &Element) -> Option<HtmlIFrameElement> {
    root.query_selector("iframe").ok().flatten()?.dyn_into().ok()
}
