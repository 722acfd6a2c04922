//! Pointing at a chart by mouse, touch or keys: a tooltip and a ring over the drawing, the same period on every chart of the
//! page, and words for a screen reader. Never a new drawing.

use super::App;
use super::chart::Graph;
use super::document::closest;
use super::in_view::in_view;
use super::paper::OnPaper;
use super::part::Mounted;
use super::summary::Summary;
use super::target::{Lead, Pointed, find_again, index_of, next};
use super::timing::Pace;
use super::tip::{Found, Ring, Tip, described};
use crate::charts::Figure;
use crate::data::When;
use crate::draw::{Drawing, Point, Step, crosshair, pointed_period};
use crate::view::{Extent, base_at, set_base};
use leptos::ev::{self, FocusEvent, KeyboardEvent, MouseEvent, PointerEvent};
use leptos::html::{Div, ElementExt};
use leptos::mount::mount_to;
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::{EventTarget, HtmlElement, Node};

/// Taps that are less than this apart are at the same place.
const FINGER_PX: u32 = 20;

/// Lets a reader point at the drawing of a chart, with what that shows inside `plot`, and print it.
pub fn follow(app: App, graph: Graph, plot: NodeRef<Div>) -> Mounted {
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
    // What a key led to, read out once.
    let spoken = RwSignal::new(String::new());
    let shown = Memo::new(move |_| {
        let pointed = pointed.get()?;
        let target = find_again(&pointed, &figure.get())?;
        let item = drawing.get()?.placed.items.iter().find(|item| item.target == target)?.clone();
        Some(Found { item, held: pointed.held })
    });
    // In a frame there is nothing to choose, and a small chart leads to its page.
    let can_choose = graph.make.extent == Extent::Full && !app.view.with_untracked(|view| view.frame.embed);
    let base = Memo::new(move |_| {
        // Only a tip that is held can be pressed.
        let held = shown.get().filter(|shown| can_choose && shown.held)?;
        let (figure, snapshot) = (figure.get(), app.snapshot.get());
        let mark = held.item.target.mark(&figure.as_ref().as_ref().ok()?.chart)?;
        app.choices.with(|view| base_at(graph.name, mark.what.index_of()?, mark.when, &snapshot, view))
    });
    // Says what is pointed at.
    let speak = move || {
        let (figure, shown) = (figure.get_untracked(), shown.get_untracked());
        let said = |figure: &Figure| untrack(|| Some(described(app, figure, &shown.as_ref()?.item.target)));
        let said = figure.as_ref().as_ref().ok().and_then(said);
        spoken.set(app.words.spoken(&said.unwrap_or_default()));
    };
    let focus = move || {
        if let Some(plot) = plot.get_untracked() {
            let _ = plot.focus();
        }
    };
    let choose_base = move || {
        if let Some(month) = base.get_untracked() {
            // The button may go with the mark.
            focus();
            app.choose(|view| set_base(view, graph.name, month));
            speak();
        }
    };
    // Where the pointer is on its way.
    let pace = Pace::new();
    let show = move |index: Option<usize>, held: bool| {
        pace.forget();
        let target = |drawing: Arc<Drawing>| Some(drawing.placed.items.get(index?)?.target.clone());
        pointed.set(drawing.get_untracked().and_then(target).map(|target| Pointed {
            target,
            figure: figure.get_untracked(),
            held,
        }));
        // It was of something else; of this the key that led to it says it.
        if !spoken.with_untracked(String::is_empty) {
            spoken.set(String::new());
        }
    };
    let is_held = move || pointed.with_untracked(|pointed| pointed.as_ref().is_some_and(|pointed| pointed.held));
    let nearest = move |(x, y): (i32, i32)| {
        let plot = plot.get_untracked()?;
        let rect = plot.get_bounding_client_rect();
        // The page around may have scaled the chart: what is on the screen, for one pixel of the drawing.
        let scale = rect.width() / f64::from(plot.offset_width().max(1));
        let (x, y) = (f64::from(x) - rect.left(), f64::from(y) - rect.top());
        drawing.get_untracked()?.placed.nearest(Point { x: x / scale, y: y / scale })
    };

    let on_move = move |event: PointerEvent| {
        if !is_held() {
            pace.follow((event.client_x(), event.client_y()), move |at| show(nearest(at), false));
        }
    };
    let on_leave = move |_| {
        if !is_held() {
            show(None, false);
        }
    };
    // A click or a tap holds what is shown, and another one on the same lets go; a swipe is neither. Inside the tooltip a
    // click is the reader's own, but a tap lets go there too: on a narrow screen the tooltip covers what it is about.
    let by_finger = StoredValue::new(false);
    let on_press = move |event: PointerEvent| by_finger.set_value(event.pointer_type() == "touch");
    // Where the last click on the drawing was.
    let clicked = StoredValue::new(None::<(i32, i32)>);
    let on_click = move |event: MouseEvent| {
        let at = (event.client_x(), event.client_y());
        if contains(tip, event.target()) {
            let is_near = |(x, y): (i32, i32)| at.0.abs_diff(x).max(at.1.abs_diff(y)) < FINGER_PX;
            // A second tap at the same place lets go, whatever of the tooltip has come to lie there.
            if by_finger.get_value() && clicked.get_value().is_some_and(is_near) {
                event.prevent_default();
                return show(None, false);
            }
            let within = |selector: &str| closest(event.target(), selector);
            if within("[data-base]").is_some() {
                choose_base();
            } else if by_finger.get_value() && within("a").is_none() {
                show(None, false);
            }
            return;
        }
        clicked.set_value(Some(at));
        let found = nearest(at);
        let again = is_held() && found.is_some() && found == index_of(drawing.get_untracked(), shown.get_untracked());
        show(found.filter(|_| !again), true);
    };
    // A tap elsewhere ends it, also where it moves no focus.
    let elsewhere = window_event_listener(ev::pointerdown, move |event| {
        if is_held() && !contains(plot, event.target()) {
            show(None, false);
        }
    });
    on_cleanup(move || elsewhere.remove());
    // Leaving the chart by keyboard ends it too, but not moving to a link in its tooltip.
    let on_blur = move |event: FocusEvent| {
        if !contains(plot, event.related_target()) {
            show(None, false);
        }
    };
    let on_key = move |event: KeyboardEvent| {
        by_finger.set_value(false);
        // With these a key is the browser's own: back, zoom, the end of the page.
        if event.alt_key() || event.ctrl_key() || event.meta_key() {
            return;
        }
        let lead = match event.key().as_str() {
            "ArrowLeft" => Lead::Step(Step::Left),
            "ArrowRight" => Lead::Step(Step::Right),
            "ArrowUp" => Lead::Step(Step::Up),
            "ArrowDown" => Lead::Step(Step::Down),
            "Home" => Lead::Step(Step::First),
            "End" => Lead::Step(Step::Last),
            "PageUp" => Lead::Years(-1),
            "PageDown" => Lead::Years(1),
            "b" => return choose_base(),
            // Its figures as a table, or no longer.
            "t" => return app.choose(|view| view.toggle_table(graph.name)),
            // On the plot itself; on a link in the tooltip it is the browser's own.
            "Enter" if event.target() == event.current_target() => return open_source(tip),
            "Escape" => {
                // From a link in the tooltip, which goes, back to the chart.
                if contains(tip, event.target()) {
                    focus();
                }
                return show(None, false);
            }
            _ => return,
        };
        let (Some(drawing), figure) = (drawing.get_untracked(), figure.get_untracked()) else { return };
        let Ok(figure) = figure.as_ref() else { return };
        let now = index_of(Some(drawing.clone()), shown.get_untracked());
        if contains(tip, event.target()) {
            focus();
        }
        show(next(&drawing, figure, now, lead), true);
        speak();
        event.prevent_default();
    };

    // They end with their owner.
    let listeners = plot.get_untracked().map(|plot| {
        [
            plot.clone().on(ev::pointermove, on_move),
            plot.clone().on(ev::pointerdown, on_press),
            plot.clone().on(ev::pointerleave, on_leave),
            plot.clone().on(ev::pointercancel, on_leave),
            plot.clone().on(ev::click, on_click),
            plot.clone().on(ev::keydown, on_key),
            plot.on(ev::focusout, on_blur),
        ]
    });
    StoredValue::new_local(listeners);

    share_period(app, graph, shown);
    // Only where it can be seen: of a page of long charts that is one or two.
    let seen = plot.get_untracked().map(|plot| in_view(&plot));
    let cross = Memo::new(move |_| {
        let (_, period) = app.pointed.get().filter(|_| seen.is_some_and(|seen| seen.get()))?;
        let (drawing, figure) = (drawing.get()?, figure.get());
        Some(crosshair(&drawing.placed, &figure.as_ref().as_ref().ok()?.chart, period, app.words))
    });
    view! {
        <div class="chart__over">
            <div class="chart__cross" aria-hidden="true" inner_html=move || cross.get().unwrap_or_default()></div>
            <Ring shown=shown />
            <Tip app=app shown=shown base=base figure=figure drawing=drawing tip=tip />
        </div>
        <p class="visually-hidden" role="status">{spoken}</p>
        <Summary app=app graph=graph plot=plot />
    }
}

/// Tells all charts of the page which period is pointed at here. Of two charts the one counts that was pointed at last; when
/// that one is left, the other where what is shown is held.
fn share_period(app: App, graph: Graph, shown: Memo<Option<Found>>) {
    let name = graph.name;
    let period = Memo::new(move |_| {
        let figure = graph.figure.get();
        let chart = figure.as_ref().as_ref().ok().map(|figure| &figure.chart);
        shown.with(|shown| pointed_period(chart?, &shown.as_ref()?.item.target))
    });
    let is_own = move || app.pointed.with_untracked(|pointed| pointed.is_some_and(|(chart, _)| chart == name));
    Effect::new(move |before: Option<Option<When>>| {
        let (now, nothing) = (period.get(), app.pointed.with(Option::is_none));
        match now {
            Some(period) if nothing || before != Some(now) => app.pointed.set(Some((name, period))),
            None if is_own() => app.pointed.set(None),
            _ => {}
        }
        now
    });
    on_cleanup(move || {
        if is_own() {
            app.pointed.set(None);
        }
    });
}

fn open_source(tip: NodeRef<Div>) {
    let link = tip.get_untracked().and_then(|tip| tip.query_selector("a").ok().flatten());
    if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlElement>().ok()) {
        link.click();
    }
}

/// Whether an event is about an element or something in it.
pub fn contains(element: NodeRef<Div>, target: Option<EventTarget>) -> bool {
    let target = target.and_then(|target| target.dyn_into::<Node>().ok());
    element.get_untracked().is_some_and(|element| element.contains(target.as_ref()))
}
