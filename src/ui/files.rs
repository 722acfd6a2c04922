//! A chart taken along: as an image, as data, by file or by the clipboard.

use super::App;
use super::chart::Graph;
use super::part::Mounted;
use super::table::records;
use super::{address, clipboard, document, download, host};
use crate::charts::Figure;
use crate::draw::picture::{self, Around, Layout};
use crate::draw::{Palette, Size, layout};
use crate::html;
use crate::view::{ChartName, Extent, Range, Start, Tab, View, link};
use crate::words::Caption;
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

/// How many pixels an image can have for each of CSS.
const DENSITIES: [u32; 4] = [1, 2, 3, 4];

/// Fills an element with what a chart can be taken along as.
pub fn fill(app: App, graph: Graph, element: HtmlElement) -> Mounted {
    Box::new(mount_to(element, move || view! { <Files app=app graph=graph /> }))
}

#[component]
fn Files(app: App, graph: Graph) -> impl IntoView {
    let name = graph.name;
    let words = &app.words.more().records;
    let density = RwSignal::new(DENSITIES[1]);
    let said = RwSignal::new("");
    let name_of = move |kind: &str| format!("rare-earth-{}{kind}", name.name());
    let save = move |kind: &str, media: &str, text: Option<String>| {
        said.set("");
        if let Some(text) = text {
            download::save(&name_of(kind), media, &text);
        }
    };
    let png = move |copies: bool| {
        said.set("");
        let Some(svg) = image(app, graph) else { return };
        spawn_local(async move {
            let density = density.get_untracked();
            let answer = match download::png(&svg, density).await {
                Err(_) => words.image_refused,
                Ok(image) if !copies => {
                    download::save_blob(&name_of(&format!("-{density}x.png")), &image);
                    ""
                }
                Ok(image) if clipboard::copy_image(&image).await => words.copied,
                Ok(_) => words.copy_refused,
            };
            said.set(answer);
        });
    };
    let copy = move |_| {
        let copied = data_text(app, graph).is_some_and(|text| clipboard::copy_text(&text));
        said.set(if copied { words.copied } else { words.copy_refused });
    };
    let sizes = DENSITIES.map(
        |density| view! { <option value=density.to_string() selected={density == DENSITIES[1]}>{density}"×"</option> },
    );
    let choose = move |event| {
        let chosen = event_target_value(&event).parse();
        density.set(chosen.unwrap_or(DENSITIES[1]));
    };
    view! {
        <div class="files">
            <p class="files__row">
                <b>{words.files_image}</b>
                <button type="button" on:click=move |_| save(".svg", "image/svg+xml", image(app, graph))>{words.file_svg}</button>
                <button type="button" on:click=move |_| png(false)>{words.file_png}</button>
                <label>{words.file_png_size}" "<select on:change=choose>{sizes}</select></label>
                <button type="button" on:click=move |_| png(true)>{words.copy_image}</button>
            </p>
            <p class="files__row">
                <b>{words.files_data}</b>
                <button type="button" on:click=move |_| save(".csv", CSV, csv_shown(app, graph))>{words.file_csv_shown}</button>
                <button type="button" on:click=move |_| save("-all.csv", CSV, csv_all(app, graph))>{words.file_csv_all}</button>
                <button type="button" on:click=copy>{words.copy_data}</button>
            </p>
            <p class="files__said" role="status">{said}</p>
            {host::framed().then(|| view! { <Blocked app=app graph=graph /> })}
        </div>
    }
}

const CSV: &str = "text/csv;charset=utf-8";

/// What is left where the page around a frame forbids to save: the text to select, and the page in a tab of its own.
#[component]
fn Blocked(app: App, graph: Graph) -> impl IntoView {
    let words = &app.words.more().records;
    let text = move || {
        graph.figure.track();
        csv_shown(app, graph).unwrap_or_default()
    };
    let link = move || app.view.with(|view| link_to(view, graph.name, Tab::Table));
    let open =
        move || link().map(|link| view! { " "<a href=link target="_blank" rel="noopener">{words.open_page}</a> });
    view! {
        <p>{words.files_blocked}{open}</p>
        <textarea class="files__text" readonly rows="6" aria-label=words.files_text prop:value=text></textarea>
    }
}

/// The address of a chart as it is chosen, on the page; `None` where no link leads to that.
fn link_to(view: &View, chart: ChartName, tab: Tab) -> Option<String> {
    let page = View { page: chart.page(), chart: Some(chart), tab, ..link::full_page(view) };
    Some([&address::page_address()?, "?", &link::print(&page)].concat())
}

/// The chart as a picture that stands alone, in the colours of the page.
fn image(app: App, graph: Graph) -> Option<String> {
    /// Narrower ones have no room for a title.
    const LEAST_PX: u32 = 300;
    let (figure, caption) = (graph.figure.get_untracked(), graph.caption.get_untracked());
    let figure = figure.as_ref().as_ref().ok()?;
    let width = graph.width.get_untracked().max(LEAST_PX);
    let placed = layout(graph.name.name(), figure, Size { width, extent: Extent::Full, room: None }, app.words);
    let source = [app.words.source_label, ": ", &caption.publisher].concat();
    let newest = html::newest(&caption, None, app.words);
    let link = app.view.with_untracked(|view| link_to(view, graph.name, Tab::Chart)).unwrap_or_default();
    let below = [source.as_str(), &newest, &link];
    let around = Around { title: &caption.title, subtitle: &caption.subtitle, below: &below };
    let palette = if document::is_dark() { Palette::Dark } else { Palette::Light };
    Some(picture::svg(&Layout::around(width), &around, &placed, palette))
}

fn csv_shown(app: App, graph: Graph) -> Option<String> {
    let (figure, caption) = (graph.figure.get_untracked(), graph.caption.get_untracked());
    app.view.with_untracked(|view| csv(app, graph.name, figure.as_ref().as_ref().ok()?, &caption, view))
}

/// Every figure of the chart, whatever months are shown.
fn csv_all(app: App, graph: Graph) -> Option<String> {
    let all = Range { from: Start::Earliest, to: None };
    let view = View { range: all, ..app.view.get_untracked() };
    let (snapshot, implied) = (app.snapshot.get_untracked(), app.implied.get_untracked());
    let figure = (graph.make.figure)(graph.name, Extent::Full, &snapshot, Some(&implied), &view).ok()?;
    csv(app, graph.name, &figure, &(graph.make.caption)(app.words, &figure, &snapshot), &view)
}

fn csv(app: App, name: ChartName, figure: &Figure, caption: &Caption, view: &View) -> Option<String> {
    let link = link_to(view, name, Tab::Table).unwrap_or_default();
    let about = app.words.about(figure, caption, view, &link);
    Some(html::csv(&records(app, figure.chart.marks()), &about))
}

fn data_text(app: App, graph: Graph) -> Option<String> {
    let figure = graph.figure.get_untracked();
    Some(html::tab_separated(&records(app, figure.as_ref().as_ref().ok()?.chart.marks())))
}
