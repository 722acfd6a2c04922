//! The whole record under the month chart, with a window to drag: by pointer, by touch, and by keyboard at its two ends.
//!
//! While it is dragged the chart above follows, at most once a frame, and nothing else does. The address follows when the
//! hand is lifted.

use super::chart::Graph;
use super::document::px;
use super::{App, timing};
use crate::charts::trade;
use crate::data::{Month, facts};
use crate::draw::strip;
use crate::view::{ChartName, Grip, Range, View, Window};
use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// The chart that it belongs to.
const CHART: ChartName = ChartName::Trade;

/// What is being dragged.
#[derive(Clone, Copy)]
struct Drag {
    grip: Grip,
    /// Where it was taken, in CSS pixels of the page.
    from: f64,
    /// The window as it was then.
    before: Window,
}

#[component]
pub fn Strip(app: App, graph: Graph) -> impl IntoView {
    let words = app.words;
    let root = NodeRef::<Div>::new();
    let drag = StoredValue::new(None::<Drag>);
    // What the next frame shows; `None` while no frame is asked for.
    let next = StoredValue::new(None::<Range>);
    let record = Memo::new(move |_| {
        let (snapshot, implied) = (app.snapshot.get(), app.implied.get());
        trade::record(facts(&snapshot.trade), Some(&implied))
    });
    // It stands below the plots, from their left edge to their right one, in CSS pixels. Both stay while it is dragged: the
    // chart that follows may have other values beside its axis.
    let edges = Memo::new(move |before: Option<&(i32, i32)>| {
        let dragged = app.draft.with(Option::is_some);
        before.copied().filter(|_| dragged).unwrap_or_else(|| {
            let plot = graph.drawing.with(|drawing| Some(drawing.as_ref()?.placed.plots.first()?.rect));
            plot.map_or((0, graph.width.get() as i32), |plot| (plot.left.round() as i32, plot.right.round() as i32))
        })
    });
    let width = move || (edges.get().1 - edges.get().0).max(1);
    let picture = move || record.with(|record| strip("strip", record, width() as u32));
    let window = Memo::new(move |_| {
        let months = record.with(|record| (record.from, record.from.plus(record.months.len() as i32 - 1)));
        let shown = app.shown(CHART, |view: &View| view.window(view.start(CHART), months.0, months.1));
        Window::new(months, shown)
    });

    // Another page has no strip that could let go of it.
    on_cleanup(move || app.drop_draft());

    let show = move |range: Range| {
        let waits = next.with_value(Option::is_some);
        next.set_value(Some(range));
        if !waits {
            timing::on_frame(move || {
                // A strip that has left the page has no values.
                if let Some(Some(range)) = next.try_update_value(Option::take) {
                    draw(app, range);
                }
            });
        }
    };
    let let_go = move || {
        drag.set_value(None);
        let drawn = || app.draft.with_untracked(|draft| draft.as_ref().map(|(_, view)| view.range));
        let last = next.try_update_value(Option::take).flatten().or_else(drawn);
        if let Some(range) = last {
            app.choose(|view| view.range = range);
            app.drop_draft();
        }
    };
    let give_up = move || {
        drag.set_value(None);
        next.set_value(None);
        app.drop_draft();
    };

    let take = move |grip: Grip| {
        move |event: PointerEvent| {
            let (Some(before), 0) = (window.get_untracked(), event.button()) else { return };
            event.stop_propagation();
            let taken = event.current_target().and_then(|target| target.dyn_into::<Element>().ok());
            // Where it is refused, the drag ends at the element's edge.
            let _ = taken.map(|taken| taken.set_pointer_capture(event.pointer_id()));
            drag.set_value(Some(Drag { grip, from: f64::from(event.client_x()), before }));
        }
    };
    let moved = move |event: PointerEvent| {
        let (Some(Drag { grip, from, before }), Some(root)) = (drag.get_value(), root.get_untracked()) else { return };
        let month = root.get_bounding_client_rect().width() / f64::from(before.months());
        let months = ((f64::from(event.client_x()) - from) / month).round() as i32;
        show(before.moved(grip, months).range(CHART));
    };
    let lifted = move |_: PointerEvent| {
        if drag.with_value(Option::is_some) {
            let_go();
        }
    };
    // A pointer that takes hold takes the focus too: that is no end of a drag.
    let keys_rest = move || {
        if drag.with_value(Option::is_none) {
            let_go();
        }
    };
    let pressed = move |grip: Grip| {
        move |event: KeyboardEvent| {
            let Some(now) = window.get_untracked() else { return };
            let step = if event.shift_key() { 12 } else { 1 };
            let months = match event.key().as_str() {
                "ArrowLeft" | "ArrowDown" => -step,
                "ArrowRight" | "ArrowUp" => step,
                "PageDown" => -12,
                "PageUp" => 12,
                "Home" => -now.months(),
                "End" => now.months(),
                "Escape" => return give_up(),
                _ => return,
            };
            event.prevent_default();
            // At once: the next press starts from there.
            draw(app, now.moved(grip, months).range(CHART));
        }
    };
    let handle = move |grip: Grip, label: &'static str, end: fn(&Window) -> Month| {
        let month = move || window.get().map(|window| end(&window));
        let place = move |month: Month| window.get().map_or(0, |window| month.since(window.record.0));
        view! {
            <div
                class="strip__handle"
                class=("strip__handle--to", grip == Grip::To)
                role="slider"
                tabindex="0"
                aria-label=label
                aria-valuemin="0"
                aria-valuemax=move || window.get().map_or(0, |window| window.months() - 1)
                aria-valuenow=move || month().map_or(0, place)
                aria-valuetext=move || month().map(|month| words.month(month))
                on:pointerdown=take(grip)
                on:pointermove=moved
                on:pointerup=lifted
                on:pointercancel=move |_| give_up()
                on:keydown=pressed(grip)
                on:keyup=move |_| keys_rest()
                on:blur=move |_| keys_rest()
            ></div>
        }
    };
    let ends = move || window.get().map_or((0.0, 1.0), |window| window.ends());
    let controls = &words.more().controls;
    view! {
        <div
            class="strip"
            role="group"
            aria-label=controls.strip_window
            hidden=move || window.with(Option::is_none)
            style:margin-left=move || px(f64::from(edges.get().0))
            style:width=move || px(f64::from(width()))
        >
            <p class="strip__note" aria-hidden="true">{controls.strip_note}</p>
            <div class="strip__record" node_ref=root>
                <div class="strip__picture" aria-hidden="true" inner_html=picture></div>
                <div
                    class="strip__window"
                    style:left=move || percent(ends().0)
                    style:right=move || percent(1.0 - ends().1)
                    on:pointerdown=take(Grip::Both)
                    on:pointermove=moved
                    on:pointerup=lifted
                    on:pointercancel=move |_| give_up()
                >
                    {handle(Grip::From, controls.strip_from, |window| window.chosen.0)}
                    {handle(Grip::To, controls.strip_to, |window| window.chosen.1)}
                </div>
            </div>
        </div>
    }
}

/// Shows months in the chart before they are chosen.
fn draw(app: App, range: Range) {
    app.draft.set(Some((CHART, View { range, ..app.view.get_untracked() })));
}

/// A part from 0 to 1 as a length of the style sheet. By whole numbers: fractions cost 25 kB of WebAssembly.
fn percent(part: f64) -> String {
    format!("calc({} * 0.01%)", (part * 10_000.0).round() as i32)
}
