//! Going from page to page, and back: the window's title, the focus, and how far the reader had scrolled. A frame does none of
//! it: title, focus and history are its host's.

use super::part::Part;
use super::timing::on_frame;
use super::{App, Phase, address, document};
use crate::charts::headline::{headline, of_overview};
use crate::view::{ChartName, Page, View};
use chrono::NaiveDate;
use leptos::ev;
use leptos::prelude::{document as dom, *};
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// How long the page must rest before it is remembered how far it is scrolled: browsers refuse to be told all the time.
const REST: Duration = Duration::from_millis(100);

/// So many frames are waited for a page that was left far down to be as high again.
const FRAMES: u32 = 30;

/// What a link leads to: a page, as of a day, a chart of it.
type Place = (Page, Option<NaiveDate>, Option<ChartName>);

/// Follows the reader from page to page from now on.
pub fn follow(app: App) {
    follow_title(app);
    // From the moment another page is asked for until it is shown: meanwhile the scroll position belongs to neither.
    let on_the_way = StoredValue::new(false);
    let here = Memo::new(move |_| app.view.with(|view| (view.page, view.as_of, view.chart)));
    let has_part = Memo::new(move |_| {
        let of_article = app.view.with(View::is_of_article);
        !of_article || app.article_part.with(|part| matches!(part, Part::There(_)))
    });
    Effect::new(move |before: Option<Place>| {
        let (now, has_part) = (here.get(), has_part.get());
        let Some(before) = before.filter(|before| *before != now) else {
            // Also where the reader turned back on the way.
            on_the_way.set_value(false);
            return now;
        };
        on_the_way.set_value(true);
        // Where the code for a page is on its way, the reader arrives when it is there.
        if !has_part {
            return before;
        }
        let (page, _, chart) = now;
        let chart = chart.filter(|chart: &ChartName| chart.page() == page);
        on_frame(move || {
            on_the_way.set_value(false);
            // Within a page the focus stays where it is, unless what had it is gone.
            if before.0 != page || !document::is_focused() {
                arrive(chart);
            }
        });
        now
    });
    remember_scrolling(app, on_the_way);
}

/// Names the window for the page and what it found.
fn follow_title(app: App) {
    Effect::new(move |_| {
        let (snapshot, words) = (app.snapshot.get(), app.words);
        let title = app.choices.with(|view| {
            let said = if view.is_overview() {
                words.overview_headline(of_overview(&snapshot, view).as_ref())
            } else {
                words.headline(view.page, headline(&snapshot, view).as_ref())
            };
            words.page_title(view.page, &said)
        });
        dom().set_title(&title);
    });
}

/// Gives the heading of what was gone to the focus, so that it is read out. An entry of the history that the reader comes
/// back to remembers how far it was scrolled.
fn arrive(chart: Option<ChartName>) {
    let back_to = address::remembered();
    let selector = match chart.filter(|_| back_to.is_none()) {
        Some(chart) => format!("[data-chart={}] .chart__title", chart.name()),
        None => "#headline".to_owned(),
    };
    let heading = dom().query_selector(&selector).ok().flatten();
    if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) {
        heading.set_tab_index(-1);
        let _ = heading.focus();
    }
    if let Some(y) = back_to {
        scroll_to(y, FRAMES);
    }
}

/// Scrolls to a height once the page is high enough.
fn scroll_to(y: f64, frames: u32) {
    window().scroll_to_with_x_and_y(0.0, y);
    if frames > 0 && scrolled() + 1.0 < y {
        on_frame(move || scroll_to(y, frames - 1));
    }
}

/// Keeps how far the page is scrolled in its entry of the history, and goes there once a page that was loaded again is drawn.
fn remember_scrolling(app: App, on_the_way: StoredValue<bool>) {
    let was = address::remembered();
    Effect::new(move |done: Option<bool>| {
        let ready = app.phase.with(|phase| *phase == Phase::Ready);
        // Whoever scrolled in the meantime stays.
        if let (true, false, Some(y)) = (ready, done == Some(true), was)
            && scrolled() == 0.0
        {
            scroll_to(y, FRAMES);
        }
        ready
    });
    address::restore_scrolling("manual");
    let waiting = StoredValue::new(false);
    window_event_listener(ev::scroll, move |_| {
        if !waiting.get_value() {
            waiting.set_value(true);
            let remember = move || {
                waiting.set_value(false);
                if !on_the_way.get_value() {
                    address::remember(scrolled());
                }
            };
            set_timeout(remember, REST);
        }
    });
    window_event_listener(ev::pagehide, |_| {
        address::remember(scrolled());
        // While a page is loaded again, the browser is the first to know.
        address::restore_scrolling("auto");
    });
    window_event_listener(ev::pageshow, |_| address::restore_scrolling("manual"));
}

/// How far the page is scrolled, in CSS pixels.
fn scrolled() -> f64 {
    window().scroll_y().unwrap_or_default()
}
