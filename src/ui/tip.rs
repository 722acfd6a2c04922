//! What is shown of a mark that is pointed at: a ring around it, and a tooltip beside it.

use super::App;
use super::chart::{DrawingMemo, FigureMemo};
use crate::charts::Figure;
use crate::draw::{Drawing, Item, Point, Rect, Target};
use crate::html;
use crate::words::Description;
use leptos::html::Div;
use leptos::prelude::*;
use web_sys::HtmlElement;

/// What is pointed at, in the drawing as it is now.
#[derive(Clone, PartialEq)]
pub struct Found {
    pub item: Item,
    /// Whether it stays when the pointer leaves.
    pub held: bool,
}

/// The frame around what is pointed at.
#[component]
pub fn Ring(shown: Memo<Option<Found>>) -> impl IntoView {
    /// How far outside of the mark it is.
    const GAP: f64 = 3.0;
    let length = move |of: fn(Rect) -> f64| {
        move || shown.with(|shown| shown.as_ref().map_or(String::new(), |shown| px(of(shown.item.rect))))
    };
    view! {
        <div
            class="chart__ring"
            hidden=move || shown.with(Option::is_none)
            style:left=length(|rect| rect.left - GAP)
            style:top=length(|rect| rect.top - GAP)
            style:width=length(|rect| rect.width() + 2.0 * GAP)
            style:height=length(|rect| rect.height() + 2.0 * GAP)
        ></div>
    }
}

/// Fills the tooltip, and puts it beside what is pointed at. By hand: its size is known only once it is filled.
pub fn place_tip(app: App, tip: NodeRef<Div>, shown: Memo<Option<Found>>, figure: FigureMemo, drawing: DrawingMemo) {
    let mut before = None::<String>;
    Effect::new(move |_| {
        let Some(tip) = tip.get() else { return };
        let shown = shown.get();
        let descriptions =
            |shown: &Found| Some(described(app, figure.get().as_ref().as_ref().ok()?, &shown.item.target));
        let text = shown.as_ref().and_then(descriptions).unwrap_or_default();
        let text = html::tips(&text, app.words).into_string();
        tip.set_hidden(text.is_empty());
        // A link in it keeps its focus.
        if before.as_ref() != Some(&text) {
            tip.set_inner_html(&text);
            before = Some(text);
        }
        if let (Some(shown), Some(drawing)) = (shown, drawing.get()) {
            place_beside(&tip, &shown.item, &drawing);
        }
    });
}

/// What is said of a mark, or of each event that shares a point in time.
pub fn described(app: App, figure: &Figure, target: &Target) -> Vec<Description> {
    let (snapshot, implied) = (app.snapshot.get(), app.implied.get());
    match target {
        Target::Mark(index) => {
            let mark = figure.chart.marks().nth(*index).map(|mark| app.words.describe(mark, &snapshot, Some(&implied)));
            mark.into_iter().collect()
        }
        Target::Events(range) => {
            let events = figure.chart.events.get(range.clone()).unwrap_or_default();
            app.words.describe_events(events, &snapshot)
        }
    }
}

/// Puts the tooltip on the side of an item that has more room.
fn place_beside(tip: &HtmlElement, item: &Item, drawing: &Drawing) {
    let (width, height) = (f64::from(drawing.placed.width), f64::from(drawing.placed.height));
    let Rect { left, right, .. } = item.rect;
    let Point { x, y } = item.anchor;
    let on_left = x > width / 2.0;
    let beside = if on_left { width - left.max(x - 40.0) + 8.0 } else { right.min(x + 40.0) + 8.0 };
    // On a narrow screen a wide tooltip covers the mark before it leaves the chart.
    let beside = px(beside.min(width - f64::from(tip.offset_width())).max(0.0));
    // Nor does it leave it below, where a frame ends.
    let top = px((y - 20.0).min(height - f64::from(tip.offset_height())).max(0.0));
    let (left, right) = if on_left { ("auto", beside.as_str()) } else { (beside.as_str(), "auto") };
    // Through the style object: a strict policy drops a style attribute.
    for (property, value) in [("left", left), ("right", right), ("top", &top)] {
        let _ = tip.style().set_property(property, value);
    }
}

fn px(length: f64) -> String {
    format!("{}px", length.round() as i32)
}
