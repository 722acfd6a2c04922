//! What only a printed page has: each chart drawn for the sheet, and the link to what is printed.

use super::chart::Graph;
use super::{App, address, host};
use crate::charts::Figure;
use crate::draw::draw_on_paper;
use crate::html;
use crate::view::link;
use leptos::mount::mount_to;
use leptos::prelude::*;
use web_sys::HtmlElement;

/// A chart's drawing for the sheet, which the style sheet shows in place of the screen's: made when the reader prints, gone
/// after. Inside another page the frame is printed as wide as it is, and there is none.
#[component]
pub fn OnPaper(app: App, graph: Graph) -> impl IntoView {
    let printing = RwSignal::new(false);
    let listen = move || {
        let before = window_event_listener_untyped("beforeprint", move |_| printing.set(true));
        let after = window_event_listener_untyped("afterprint", move |_| printing.set(false));
        on_cleanup(move || {
            before.remove();
            after.remove();
        });
    };
    if !host::framed() {
        listen();
    }
    let drawing = move || {
        let figure = graph.figure.get();
        let drawn = |figure: &Figure| {
            let id = format!("{}-paper", figure.name.name());
            draw_on_paper(&id, figure, graph.make.extent, app.words).svg
        };
        figure.as_ref().as_ref().ok().filter(|_| printing.get()).map(drawn)
    };
    move || drawing().map(|svg| view! { <div class="chart__paper" aria-hidden="true" inner_html=svg></div> })
}

/// Puts the link to what is shown at the end of the page, where paper alone has it.
pub fn follow(app: App, page: HtmlElement) {
    let link = move || {
        let query = app.view.with(link::print);
        let address = address::page_address();
        address.map(|address| html::printed_link(&address, &query, app.words).into_string()).unwrap_or_default()
    };
    mount_to(page, move || view! { <div class="on-paper" inner_html=link></div> }).forget();
}
