//! The page: its head, the headline, the charts of the view, and the foot.

use super::chart::{Place, chart_figure};
use super::{App, browser, controls, share};
use crate::charts;
use crate::html::{self, Program};
use crate::view::{ChartName, Page, View, link};
use crate::words::Words;
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Puts the page where the static message stood. `app` is made once leptos runs.
pub fn mount(view: &View, words: &Words, app: impl FnOnce() -> App + 'static) {
    browser::set_html("app", &html::page(view, words).into_string());
    let charts =
        document().query_selector(".charts").ok().flatten().and_then(|place| place.dyn_into::<HtmlElement>().ok());
    if let Some(charts) = charts {
        charts.set_inner_html("");
        mount_to(charts, move || dashboard(app())).forget();
    }
}

fn dashboard(app: App) -> impl IntoView {
    // A frame stays one, and a page does not become one: only the charts of a page change.
    let embed = app.view.with_untracked(|view| view.frame.embed);
    let hide = app.view.with_untracked(|view| view.frame.hide);
    // The charts of the view as one number: only when it changes are they made anew.
    let shown = RwSignal::new(0_usize);
    browser::watch(move || {
        let now = app.view.with(|view| view.page as usize * 8 + view.chart.map_or(0, |chart| chart as usize + 1));
        if shown.get_untracked() != now {
            shown.set(now);
        }
    });
    browser::watch(move || {
        let wanted = app.view.with_untracked(|view| view.charts().len());
        if app.drawn.get() >= wanted {
            browser::measure("draw", "draw-start");
            browser::on_frame(move || {
                browser::mark("charts-ready");
                app.stand();
                // What the figures imply follows: the first charts never wait for it.
                browser::later(move || {
                    app.settle();
                    browser::later(|| browser::set_state("ready"));
                });
            });
        }
    });
    browser::on_view_link(move |name| {
        if let Some(page) = Page::parse(&name) {
            app.choose(|view| view.page = page);
            browser::scroll_to_top();
        }
    });
    let place =
        move |page: Page, name: ChartName| Place { name, compact: page == Page::Overview && !embed, embed, hide };
    let figures = move || {
        shown.track();
        let (page, names) = app.view.with_untracked(|view| (view.page, view.charts()));
        app.drawn.set(0);
        if let Ok(Some(charts)) = document().query_selector(".charts") {
            let compact = page == Page::Overview && !embed;
            charts.set_class_name(if compact { "charts charts--compact" } else { "charts" });
        }
        names.into_iter().map(|name| chart_figure(app, place(page, name))).collect_view()
    };
    controls::listen(app);
    share::listen(app);
    if !embed {
        browser::watch(move || browser::set_page(app.view.with(|view| view.page.name())));
    }
    browser::watch(move || {
        if !app.stands() {
            return;
        }
        let words = app.words;
        let known = app.known.get();
        let view = app.view.get();
        let links = app.link_issues.with(|issues| html::link_notice(issues, &link::print(&view), words));
        let notices = links.into_string() + &html::data_notices(&known.data, words).into_string();
        browser::set_html("notices", &notices);
        if embed {
            browser::remove("boot");
            let (address, local) = browser::page_address();
            // Inside a host's own document there is nowhere to lead to.
            let more = if local { String::new() } else { html::full_page(&address, &view, words).into_string() };
            return browser::set_html("below", &more);
        }
        browser::set_html("above", &html::masthead(&view, Program::Running, words).into_string());
        let sentence = charts::page::headline(&known.data, &view, words);
        browser::set_html("headline-slot", &html::headline(&sentence, &view, words).into_string());
        browser::set_html("below", &html::foot(browser::one_file(), words).into_string());
        // Only now, so that the page is never blank.
        browser::remove("boot");
        if let Some(range) = document().get_element_by_id("range") {
            // After the frame with the charts: making a month field takes a browser as long as drawing one.
            browser::on_frame(move || {
                browser::later(move || {
                    controls::write(&range, "", &known.data, &view, || {
                        html::range_controls(&known.data, &view, Program::Running, words).into_string()
                    });
                });
            });
        }
    });
    figures
}
