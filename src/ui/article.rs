//! The part for the pages of the article: its charts and texts, what pointing at a figure in them shows, and the what-if. It
//! is loaded when one of these pages is opened.

use super::chart::{MakeCaption, MakeFigure};
use super::document::{all, closest, px};
use super::part::{Mounted, NotLoaded, Part};
use super::pointing::contains;
use super::{App, address, whatif};
use crate::charts;
use crate::charts::prices::since_article;
use crate::data::facts;
use crate::html::{self, Markup};
use crate::view::{Block, ChartName};
use crate::words::Words;
use leptos::ev::{self, FocusEvent, KeyboardEvent, MouseEvent, PointerEvent};
use leptos::html::{Div, ElementExt};
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget, HtmlElement};

#[cfg(feature = "split")]
use wasm_split_helpers::wasm_split;

/// What the part can do.
#[derive(Clone, Copy)]
pub struct ArticlePages {
    /// Makes a chart of these pages.
    pub figure: MakeFigure,
    /// The words around it.
    pub caption: MakeCaption,
    /// A block of these pages as HTML.
    pub text: fn(App, Block) -> String,
    /// Lets a reader point at the figures in the texts of the article.
    pub chips: fn(App, &HtmlElement) -> Mounted,
    /// Fills an element with the inputs of a chart of the what-if.
    pub inputs: fn(App, ChartName, HtmlElement) -> Mounted,
    /// Fills an element with the formula of a chart of the what-if.
    pub formula: fn(App, ChartName, HtmlElement) -> Mounted,
}

/// Loads the part. Nothing else of it is named outside: see [`Part`].
#[cfg_attr(feature = "split", wasm_split(article, fallible))]
fn load() -> Result<ArticlePages, NotLoaded> {
    Ok(ArticlePages {
        figure: charts::article_chart,
        caption: Words::article_caption,
        text,
        chips: follow,
        inputs: whatif::fill_inputs,
        formula: whatif::fill_formula,
    })
}

/// Loads the part, or waits for it where it is on its way.
pub async fn loaded() -> Part<ArticlePages> {
    let loaded = load();
    #[cfg(feature = "split")]
    let loaded = loaded.await;
    Part::of(loaded)
}

/// A block of the page as HTML.
fn text(app: App, block: Block) -> String {
    let (snapshot, implied, words) = (app.snapshot.get(), app.implied.get(), app.words);
    let claims = implied.claims(&snapshot);
    let text = app.choices.with(|view| match block {
        Block::Prose(section) => html::section(section, claims, view, words),
        Block::VerdictKey => html::verdict_key(claims, words),
        Block::HeavyLight => html::heavy_light(since_article(facts(&snapshot.prices), view).as_ref(), view, words),
        Block::Figures => html::figures(claims, &snapshot, view, words),
        Block::OneFigure => {
            let whole = address::page_address().map(|address| html::full_page(&address, view, words));
            let id = view.figure.as_deref().unwrap_or_default();
            html::one_figure(id, claims, &snapshot, view, whole.unwrap_or_default(), words)
        }
        Block::Onward(page) => html::onward(page, view, words),
        Block::Article | Block::Headline | Block::Now | Block::Chart(..) => Markup::default(),
    });
    text.into_string()
}

/// Shows what is known of the figure that a reader points at, reaches by keyboard or taps. A tap only shows it; the next
/// one follows the figure's link.
fn follow(app: App, content: &HtmlElement) -> Mounted {
    let content = content.clone();
    Box::new(mount_to(content.clone(), move || view! { <Tip app=app content=content /> }))
}

#[component]
fn Tip(app: App, content: HtmlElement) -> impl IntoView {
    let tip = NodeRef::<Div>::new();
    let pointed = RwSignal::new_local(None::<Element>);
    let same = move |chip: &Element| pointed.with_untracked(|pointed| pointed.as_ref() == Some(chip));
    let in_tip = move |target: Option<EventTarget>| contains(tip, target);
    let on_over = move |event: PointerEvent| {
        if event.pointer_type() != "touch" && !in_tip(event.target()) {
            pointed.set(chip(event.target()));
        }
    };
    // A chip that a finger has come down on, and that did not show what is known of it: whether it is a tap, only the click
    // tells.
    let pressed = StoredValue::new_local(None::<Element>);
    let on_press = move |event: PointerEvent| {
        let chip = chip(event.target()).filter(|chip| event.pointer_type() == "touch" && !same(chip));
        pressed.set_value(chip);
    };
    let on_cancel = move |_| pressed.set_value(None);
    let on_click = move |event: MouseEvent| {
        if let Some(pressed) = pressed.try_update_value(Option::take).flatten()
            && chip(event.target()).as_ref() == Some(&pressed)
        {
            event.prevent_default();
            event.stop_propagation();
            pointed.set(Some(pressed));
        }
    };
    // A press elsewhere ends it.
    let elsewhere = window_event_listener(ev::pointerdown, move |event| {
        if !in_tip(event.target()) && chip(event.target()).is_none() {
            pointed.set(None);
        }
    });
    on_cleanup(move || elsewhere.remove());
    let on_focus = move |event: FocusEvent| {
        // A finger brings the focus too.
        if !in_tip(event.target()) && pressed.with_value(Option::is_none) {
            pointed.set(chip(event.target()));
        }
    };
    let on_blur = move |event: FocusEvent| {
        let to = event.related_target();
        if to.is_some() && !in_tip(to.clone()) && chip(to).is_none() {
            pointed.set(None);
        }
    };
    let on_key = move |event: KeyboardEvent| {
        if event.key() != "Escape" {
            return;
        }
        // From a link in the tip, which goes, back to the chip.
        let chip = pointed.get_untracked().and_then(|chip| chip.dyn_into::<HtmlElement>().ok());
        if let Some(chip) = chip.filter(|_| in_tip(event.target())) {
            let _ = chip.focus();
        }
        pointed.set(None);
    };
    let texts = all::<HtmlElement>(&content, "section");
    // They end with their owner.
    StoredValue::new_local((
        content.clone().on(ev::pointerover, on_over),
        content.clone().on(ev::pointerdown, on_press),
        content.clone().on(ev::pointercancel, on_cancel),
        // Before the page follows the link: it listens further up.
        texts.into_iter().map(|text| text.on(ev::click, on_click)).collect::<Vec<_>>(),
        content.clone().on(ev::focusin, on_focus),
        content.clone().on(ev::focusout, on_blur),
        content.clone().on(ev::keydown, on_key),
    ));
    Effect::new(move |_| {
        let Some(tip) = tip.get() else { return };
        let (chip, snapshot, implied) = (pointed.get(), app.snapshot.get(), app.implied.get());
        let id = chip.as_ref().and_then(|chip| chip.get_attribute("data-figure"));
        let said = |id: String| html::figure_tip(&id, implied.claims(&snapshot), &snapshot, app.words).into_string();
        let said = id.map(said).unwrap_or_default();
        tip.set_hidden(said.is_empty());
        tip.set_inner_html(&said);
        if let Some(chip) = chip {
            place_under(&tip, &chip, &content);
        }
    });
    // A chip says its verdict itself: what the tip adds is not read out.
    view! { <div class="chart__tip chart__tip--held" node_ref=tip></div> }
}

/// Puts the tip under a chip, as far right as there is room.
fn place_under(tip: &HtmlElement, chip: &Element, content: &HtmlElement) {
    let (chip, around) = (chip.get_bounding_client_rect(), content.get_bounding_client_rect());
    let room = around.width() - f64::from(tip.offset_width());
    let left = (chip.left() - around.left()).min(room).max(0.0);
    // Through the style object: a strict policy drops a style attribute.
    for (property, length) in [("left", left), ("top", chip.bottom() - around.top())] {
        let _ = tip.style().set_property(property, &px(length));
    }
}

/// The chip in the text that an event is about.
fn chip(target: Option<EventTarget>) -> Option<Element> {
    closest(target, "a.chip")
}
