//! Pointing at a chart by mouse, touch or arrow keys: a tooltip and a ring over the drawing, never a new drawing.

use super::App;
use super::chart::{DrawingMemo, FigureMemo, Graph};
use super::more::Shown;
use super::paper::OnPaper;
use crate::charts::{Figure, Mark, MissingFile};
use crate::draw::{Drawing, Item, Point, Rect, Step, Target};
use crate::html;
use crate::words::Description;
use leptos::ev::{self, FocusEvent, KeyboardEvent, MouseEvent, PointerEvent};
use leptos::html::{Div, ElementExt};
use leptos::mount::mount_to;
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, Node};

/// What the reader points at.
#[derive(Clone)]
struct Pointed {
    target: Target,
    /// The figure that `target` counts in. A later one may have the same mark elsewhere.
    figure: Arc<Result<Figure, MissingFile>>,
    /// Whether it stays when the pointer leaves, so that its link can be reached.
    held: bool,
}

/// The same in the drawing as it is now.
#[derive(Clone, PartialEq)]
struct Found {
    item: Item,
    held: bool,
}

/// Lets a reader point at the drawing of a chart, with what that shows inside `plot`, and print it.
pub fn follow(app: App, graph: Graph, plot: NodeRef<Div>) -> Shown {
    let element = plot.get_untracked();
    let inside = move || view! { <Pointing app=app graph=graph plot=plot /><OnPaper app=app graph=graph /> };
    let mounted = element.map(|element| mount_to(element.into(), inside));
    Box::new(mounted)
}

#[component]
fn Pointing(app: App, graph: Graph, plot: NodeRef<Div>) -> impl IntoView {
    let Graph { figure, drawing, .. } = graph;
    let tip = NodeRef::<Div>::new();
    let pointed = RwSignal::new(None::<Pointed>);
    let shown = Memo::new(move |_| {
        let pointed = pointed.get()?;
        let target = find_again(&pointed, &figure.get())?;
        let item = drawing.get()?.placed.items.iter().find(|item| item.target == target)?.clone();
        Some(Found { item, held: pointed.held })
    });
    let show = move |index: Option<usize>, held: bool| {
        let target = |drawing: Arc<Drawing>| Some(drawing.placed.items.get(index?)?.target.clone());
        pointed.set(drawing.get_untracked().and_then(target).map(|target| Pointed {
            target,
            figure: figure.get_untracked(),
            held,
        }));
    };
    let is_held = move || pointed.with_untracked(|pointed| pointed.as_ref().is_some_and(|pointed| pointed.held));
    let nearest = move |event: &MouseEvent| {
        let corner = plot.get_untracked()?.get_bounding_client_rect();
        let (x, y) = (f64::from(event.client_x()) - corner.left(), f64::from(event.client_y()) - corner.top());
        drawing.get_untracked()?.placed.nearest(Point { x, y })
    };

    let on_move = move |event: PointerEvent| {
        if !is_held() {
            show(nearest(&event), false);
        }
    };
    let on_leave = move |_| {
        if !is_held() {
            show(None, false);
        }
    };
    // A click or a tap holds what is shown, and another one on the same lets go; a swipe is neither. Inside the tooltip it
    // is the reader's own.
    let on_click = move |event: MouseEvent| {
        if contains(tip, event.target()) {
            return;
        }
        let found = nearest(&event);
        let again = is_held() && found.is_some() && found == index_of(drawing.get_untracked(), shown.get_untracked());
        show(found.filter(|_| !again), true);
    };
    // A tap elsewhere ends it too; not the way to a link in the tooltip.
    let on_blur = move |event: FocusEvent| {
        if !contains(plot, event.related_target()) {
            show(None, false);
        }
    };
    let on_key = move |event: KeyboardEvent| {
        // With these a key is the browser's own: back, zoom, the end of the page.
        if event.alt_key() || event.ctrl_key() || event.meta_key() {
            return;
        }
        let step = match event.key().as_str() {
            "ArrowLeft" => Step::Left,
            "ArrowRight" => Step::Right,
            "ArrowUp" => Step::Up,
            "ArrowDown" => Step::Down,
            "Home" => Step::First,
            "End" => Step::Last,
            // On the plot itself; on a link in the tooltip it is the browser's own.
            // Its figures as a table, or no longer.
            "t" => {
                let figure = figure.get_untracked();
                return figure.as_ref().as_ref().map_or((), |figure| app.choose(|view| view.toggle_table(figure.name)));
            }
            "Enter" if event.target() == event.current_target() => return open_source(tip),
            "Escape" => {
                // From a link in the tooltip, which goes, back to the chart.
                if contains(tip, event.target())
                    && let Some(plot) = plot.get_untracked()
                {
                    let _ = plot.focus();
                }
                return show(None, false);
            }
            _ => return,
        };
        let Some(drawing) = drawing.get_untracked() else { return };
        let now = index_of(Some(drawing.clone()), shown.get_untracked());
        show(next(&drawing, now, step), true);
        event.prevent_default();
    };

    // They end with their owner.
    let listeners = plot.get_untracked().map(|plot| {
        [
            plot.on(ev::pointermove, on_move),
            plot.on(ev::pointerleave, on_leave),
            plot.on(ev::pointercancel, on_leave),
            plot.on(ev::click, on_click),
            plot.on(ev::keydown, on_key),
            plot.on(ev::focusout, on_blur),
        ]
    });
    StoredValue::new_local(listeners);

    place_tip(app, tip, shown, figure, drawing);
    view! {
        <Ring shown=shown />
        <div
            class="chart__tip"
            class=("chart__tip--held", move || shown.get().is_some_and(|shown| shown.held))
            role="status"
            node_ref=tip
        ></div>
    }
}

/// The frame around what is pointed at.
#[component]
fn Ring(shown: Memo<Option<Found>>) -> impl IntoView {
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
fn place_tip(app: App, tip: NodeRef<Div>, shown: Memo<Option<Found>>, figure: FigureMemo, drawing: DrawingMemo) {
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
fn described(app: App, figure: &Figure, target: &Target) -> Vec<Description> {
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

/// Where an arrow key leads. The first stop is the newest figure, which most readers want first, or on the way right the
/// oldest.
fn next(drawing: &Drawing, now: Option<usize>, step: Step) -> Option<usize> {
    let placed = &drawing.placed;
    match (now, step) {
        (Some(now), step) => Some(placed.step(now, step)),
        (None, Step::Right | Step::First) => placed.first(),
        (None, _) => placed.first().map(|first| placed.step(first, Step::Last)),
    }
}

/// What is pointed at, as `now` counts it; `None` where that has it no more.
fn find_again(pointed: &Pointed, now: &Arc<Result<Figure, MissingFile>>) -> Option<Target> {
    if Arc::ptr_eq(&pointed.figure, now) {
        return Some(pointed.target.clone());
    }
    let (Target::Mark(number), Ok(before), Ok(now)) = (&pointed.target, pointed.figure.as_ref(), now.as_ref()) else {
        return None;
    };
    let same = |a: &Mark, b: &Mark| (a.what, a.when, a.how) == (b.what, b.when, b.how);
    let before = before.chart.marks().nth(*number)?;
    now.chart.marks().position(|mark| same(before, mark)).map(Target::Mark)
}

/// Where what is shown is among the items of a drawing.
fn index_of(drawing: Option<Arc<Drawing>>, shown: Option<Found>) -> Option<usize> {
    let item = shown?.item;
    drawing?.placed.items.iter().position(|other| *other == item)
}

fn open_source(tip: NodeRef<Div>) {
    let link = tip.get_untracked().and_then(|tip| tip.query_selector("a").ok().flatten());
    if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlElement>().ok()) {
        link.click();
    }
}

fn contains(element: NodeRef<Div>, target: Option<web_sys::EventTarget>) -> bool {
    let target = target.and_then(|target| target.dyn_into::<Node>().ok());
    element.get_untracked().is_some_and(|element| element.contains(target.as_ref()))
}
