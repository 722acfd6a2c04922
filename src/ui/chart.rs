//! A chart on the page: its words and its drawing. `plot.rs` is pointing at it, which never redraws it.

use super::plot::Plot;
use super::{App, browser, controls};
use crate::charts::figure::Figure;
use crate::charts::{self, ChartView};
use crate::draw::{Size, Step, draw};
use crate::html::{self as words_html, Fold, Notes};
use crate::view::View;
use crate::view::{ChartName, Hide};
use crate::words::Words;
use leptos::html;
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, FocusEvent, HtmlElement, KeyboardEvent, PointerEvent};

/// What of a chart stays the same while it is on the page.
#[derive(Clone, Copy)]
pub struct Place {
    pub name: ChartName,
    /// One of several small charts, which lead to their views.
    pub compact: bool,
    pub embed: bool,
    pub hide: Hide,
}

/// What a chart listens to.
const EVENTS: [&str; 6] = ["pointermove", "pointerleave", "pointerdown", "keydown", "focusout", "toggle"];

/// A chart with its words.
pub fn chart_figure(app: App, place: Place) -> impl IntoView {
    let words = app.words;
    let root = NodeRef::<html::Figure>::new();
    let width = RwSignal::new(0_usize);
    let shown = RwSignal::new(None::<Arc<ChartView>>);
    let state = StoredValue::new_local(Plot::default());

    // Attributes and places by hand: each attribute of a view is a type of its own, and code.
    browser::watch(move || {
        let Some(root) = root.get() else { return };
        root.set_class_name("chart");
        let _ = root.set_attribute("data-chart", place.name.name());
        root.set_inner_html(&words_html::skeleton(place.hide.source, words));
    });
    browser::watch(move || {
        let known = app.known.get();
        app.deduced.track();
        let figure = app.view.with(|view| charts::chart(place.name, &known.data, known.implied(), view, words));
        shown.set(Some(Arc::new(figure)));
    });
    let mut counted = false;
    browser::watch(move || {
        let (Some(root), Some(figure), width) = (root.get(), shown.get(), width.get()) else { return };
        let drawing = figure.as_ref().as_ref().ok().filter(|_| width > 0).map(|figure| {
            draw(place.name.name(), &figure.chart, Size { width: width as u32, compact: place.compact }, words)
        });
        set_html(&root, ".chart__svg", drawing.as_ref().map_or("", |drawing| drawing.svg.as_str()));
        // The first drawing of each chart counts towards `charts-ready`; a chart that cannot be drawn counts too.
        let done = drawing.is_some() || figure.is_err();
        state.update_value(|plot| plot.show(figure, drawing, words, &root));
        if done && !counted {
            counted = true;
            app.drawn.update(|drawn| *drawn += 1);
        }
    });
    browser::watch_element(root, &EVENTS, width, move |root, target, event| {
        state.update_value(|plot| {
            if event.type_() == "toggle" {
                let shown = shown.get_untracked();
                // One that was opened again by its new words is full.
                let full = target.query_selector(".fold__content > *").is_ok_and(|content| content.is_some());
                if let (Some(Ok(figure)), true) = (shown.as_deref(), target.has_attribute("open") && !full) {
                    fill(target, figure, words);
                }
            } else {
                point(plot, root, target, event);
            }
        });
    });
    browser::watch(move || {
        let (Some(root), Some(figure), true) = (root.get(), shown.get(), app.stands()) else { return };
        // A change of the view is a change of the figure.
        let (view, known) = (app.view.get_untracked(), app.known.get_untracked());
        write_words(app, place, &root, &figure, &view);
        if !place.compact && !place.hide.controls {
            controls::write(&root, ".chart__controls", &known.data, &view, || {
                words_html::chart_controls(place.name, &known.data, &view, words)
            });
        }
    });
    view! { <figure node_ref=root></figure> }
}

/// Takes an event of the figure or of something in it to its plot; outside of the plot nothing is pointed at.
fn point(plot: &mut Plot, root: &HtmlElement, target: &Element, event: &Event) {
    if let Some(event) = event.dyn_ref::<FocusEvent>() {
        let to = event.related_target().and_then(|to| to.dyn_into::<Element>().ok());
        // A tap elsewhere ends it too. From the plot to a link in its tip nothing is left.
        if to.is_none_or(|to| to.closest(".chart__plot").is_ok_and(|plot| plot.is_none())) {
            plot.release(root);
        }
        return;
    }
    let Ok(Some(place)) = target.closest(".chart__plot") else {
        // Only of the figure itself: the pointer leaves what is in it all the time.
        if event.type_() != "pointerleave" || target == root.as_ref() as &Element {
            plot.leave(root);
        }
        return;
    };
    if let Some(pointer) = event.dyn_ref::<PointerEvent>() {
        match event.type_().as_str() {
            "pointerdown" => plot.hold(pointer, root),
            "pointermove" => plot.point(pointer, root),
            _ => {}
        }
    }
    let Some(pressed) = event.dyn_ref::<KeyboardEvent>() else { return };
    let step = match pressed.key().as_str() {
        "ArrowLeft" => Step::Left,
        "ArrowRight" => Step::Right,
        "ArrowUp" => Step::Up,
        "ArrowDown" => Step::Down,
        "Home" => Step::First,
        "End" => Step::Last,
        // On the plot itself; a link in the tooltip is the browser's own.
        "Enter" if *target == place => return plot.open_source(root),
        "Escape" => return plot.release(root),
        _ => return,
    };
    plot.step(step, root);
    event.prevent_default();
}

/// Fills a fold that was opened.
fn fill(fold: &Element, figure: &Figure, words: &Words) {
    let Some(kind) = Fold::of_class(&fold.class_name()) else { return };
    set_html(fold, ".fold__content", &kind.content(figure, words));
    if let Ok(Some(link)) = fold.query_selector(".csv") {
        let file = js_sys::encode_uri_component(&words_html::csv(figure, words));
        let _ = link.set_attribute("href", &["data:text/csv;charset=utf-8,", &String::from(file)].concat());
    }
}

/// Writes what stands around the drawing.
fn write_words(app: App, place: Place, root: &HtmlElement, figure: &ChartView, view: &View) {
    let words = app.words;
    let figure = match figure {
        Ok(figure) => figure,
        Err((file, error)) => return set_html(root, ".chart__problem", &words_html::problem(*file, error, words)),
    };
    // What the reader has opened stays open.
    let open: Vec<Element> = controls::elements(root.query_selector_all("details[open]").ok());
    let caption = &figure.caption;
    let notes = match place {
        // A fold in a hidden caption could be reached and not seen.
        Place { embed: true, hide: Hide { source: false, .. }, .. } => Notes::Folded,
        Place { embed: true, .. } | Place { compact: true, .. } => Notes::Elsewhere,
        _ => Notes::Shown,
    };
    let mut below = words_html::caption(caption, notes, &browser::months_since, words);
    if place.compact {
        below += &words_html::more(place.name.page(), view, words);
    }
    set_html(root, ".chart__head", &words_html::head(caption, place.hide.title));
    set_html(root, "figcaption", &below);
    if place.embed {
        set_html(root, ".chart__folds", &words_html::as_of(view, "", words));
    } else if !place.compact {
        set_html(root, ".chart__folds", &words_html::folds(figure, words));
    }
    for before in open {
        let fold = ["details[class=\"", &before.class_name(), "\"]"].concat();
        if let Ok(Some(fold)) = root.query_selector(&fold) {
            let _ = fold.set_attribute("open", "");
            fill(&fold, figure, words);
        }
    }
    if let Ok(Some(plot)) = root.query_selector(".chart__plot") {
        let label = format!("{}. {}. {}", caption.title, caption.subtitle, words.keyboard_hint);
        let _ = plot.set_attribute("aria-label", &label);
    }
}

/// Fills the first element below `root` that a selector names.
pub fn set_html(root: &Element, selector: &str, html: &str) {
    if let Ok(Some(element)) = root.query_selector(selector) {
        element.set_inner_html(html);
    }
}
