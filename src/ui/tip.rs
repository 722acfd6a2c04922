//! What is shown of a mark that is pointed at: a ring around it, and a tooltip beside it.

use super::App;
use super::chart::{DrawingMemo, FigureMemo};
use super::document::px;
use crate::charts::Figure;
use crate::data::Month;
use crate::draw::{Item, Point, Rect, Target};
use crate::html;
use crate::words::Description;
use leptos::html::Div;
use leptos::prelude::*;

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

/// The tooltip, and where it stands. It leaves the drawing neither at a side, nor below unless it is higher than that.
#[component]
pub fn Tip(
    app: App,
    shown: Memo<Option<Found>>,
    base: Memo<Option<Month>>,
    figure: FigureMemo,
    drawing: DrawingMemo,
    tip: NodeRef<Div>,
) -> impl IntoView {
    // A link in it keeps its focus where the text stays the same.
    let text = Memo::new(move |_| {
        let figure = figure.get();
        let figure = figure.as_ref().as_ref().ok();
        let said = shown.with(|shown| Some(described(app, figure?, &shown.as_ref()?.item.target)));
        html::tips(&said.unwrap_or_default(), base.get(), app.words).into_string()
    });
    let room = Memo::new(move |_| {
        let width = f64::from(drawing.get()?.placed.width);
        shown.with(|shown| Some(room_of(&shown.as_ref()?.item, width)))
    });
    let columns = move || room.with(|room| room.as_ref().map_or(String::new(), |(columns, _)| columns.clone()));
    let rows = move || room.with(|room| room.as_ref().map_or(String::new(), |(_, rows)| rows.clone()));
    let held = move || shown.with(|shown| shown.as_ref().is_some_and(|shown| shown.held));
    view! {
        <div class="chart__room" style:grid-template-columns=columns style:grid-template-rows=rows>
            <div
                class="chart__tip"
                class=("chart__tip--held", held)
                hidden=move || text.with(String::is_empty)
                inner_html=move || text.get()
                node_ref=tip
            ></div>
        </div>
    }
}

/// Columns and rows of a grid over a drawing of this width. The tooltip stands in the second of both, on the side of an item
/// that has more room. Where it would leave the drawing, the row above it or the column beside it shrinks, so that nobody
/// has to ask the browser for its size.
fn room_of(item: &Item, width: f64) -> (String, String) {
    let (Rect { left, right, .. }, Point { x, y }) = (item.rect, item.anchor);
    let beside = |room: f64| format!("minmax(0, {})", px(room.max(0.0)));
    // On a narrow screen a wide tooltip covers the mark before it leaves the chart.
    let columns = if x > width / 2.0 {
        ["1fr max-content ", &beside(width - left.max(x - 40.0) + 8.0)].concat()
    } else {
        [&*beside(right.min(x + 40.0) + 8.0), " max-content 1fr"].concat()
    };
    (columns, [&*beside(y - 20.0), " max-content"].concat())
}

/// What is said of a mark, or of each event that shares a point in time.
pub fn described(app: App, figure: &Figure, target: &Target) -> Vec<Description> {
    let (snapshot, implied) = (app.snapshot.get(), app.implied.get());
    match target {
        Target::Mark(_) => {
            let mark = target.mark(&figure.chart);
            mark.map(|mark| app.words.describe(mark, &snapshot, Some(&implied))).into_iter().collect()
        }
        Target::Events(range) => {
            let events = figure.chart.events.get(range.clone()).unwrap_or_default();
            app.words.describe_events(events, &snapshot)
        }
    }
}
