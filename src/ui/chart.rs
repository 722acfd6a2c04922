//! A chart as Leptos' graph: its figure, its words and its drawing; and small charts.

use super::part::{Mounted, Part};
use super::resize::on_resize;
use super::{App, document, timing};
use crate::charts::{Figure, Implied, MissingFile};
use crate::data::Dataset;
use crate::draw::{Drawing, Size, draw, layout};
use crate::html::{self, Markup};
use crate::view::{ChartName, Extent, Hide, View};
use crate::words::{Caption, Words};
use leptos::ev;
use leptos::html::{Div, Figure as FigureElement};
use leptos::prelude::*;
use std::sync::Arc;
use web_sys::HtmlElement;

/// What a chart shows of the view, or why it is not there.
pub type FigureMemo = Memo<Arc<Result<Figure, MissingFile>>>;

/// The words around it; empty where its file is missing.
pub type CaptionMemo = Memo<Arc<Caption>>;

/// What is drawn of it; `None` before its width is known, and where its file is missing.
pub type DrawingMemo = Memo<Option<Arc<Drawing>>>;

/// Makes what a chart shows of a view.
pub type MakeFigure = fn(ChartName, Extent, &Dataset, Option<&Implied>, &View) -> Result<Figure, MissingFile>;

/// Says what stands around it.
pub type MakeCaption = fn(&Words, &Figure, &Dataset) -> Caption;

/// What a chart is made by: one of the first screen, of a page, of the article.
#[derive(Clone, Copy)]
pub struct Make {
    pub extent: Extent,
    pub figure: MakeFigure,
    pub caption: MakeCaption,
    /// Title and subtitle, the title unless the frame hides it.
    pub head: fn(&Caption, bool) -> Markup,
    /// In a frame: how many pixels its host leaves for the drawing in the element of a chart, where it has a height.
    pub room_left: Option<fn(&HtmlElement) -> Option<u32>>,
}

/// What follows from the view for one chart.
#[derive(Clone, Copy)]
pub struct Graph {
    pub name: ChartName,
    /// The element of the chart, which is measured.
    pub root: NodeRef<FigureElement>,
    /// What it is made by.
    pub make: Make,
    /// How wide its drawing is, in pixels of its own; 0 before it is measured. They are CSS pixels, unless the reader's browser
    /// writes larger: then the drawing is as much narrower, and shown as much larger.
    pub width: RwSignal<u32>,
    pub figure: FigureMemo,
    pub caption: CaptionMemo,
    pub drawing: DrawingMemo,
    /// How high the drawing would be with all room, where there may be less; else 0.
    pub needed: Memo<u32>,
}

impl Graph {
    pub fn new(app: App, name: ChartName, make: Make, root: NodeRef<FigureElement>) -> Self {
        let (words, extent) = (app.words, make.extent);
        let width = RwSignal::new(0_u32);
        // How high the drawing may be: in a frame as much as the host's frame leaves for it, elsewhere anything.
        let room = RwSignal::new(None::<u32>);

        // Equal figures stop here: a choice redraws only the charts that it concerns.
        let figure: FigureMemo = Memo::new(move |_| {
            let (snapshot, implied) = (app.snapshot.get(), app.implied.get());
            Arc::new(app.shown(name, |view| (make.figure)(name, extent, &snapshot, Some(&implied), view)))
        });
        let caption: CaptionMemo = Memo::new(move |_| {
            let snapshot = app.snapshot.get();
            let caption = |figure: &Figure| (make.caption)(words, figure, &snapshot);
            Arc::new(figure.with(|figure| figure.as_ref().as_ref().map(caption).unwrap_or_default()))
        });
        let needed = Memo::new(move |_| {
            let width = width.get();
            if room.with(Option::is_none) || width == 0 {
                return 0;
            }
            let size = Size { width, extent, room: None };
            let height = |figure: &Figure| layout(name.name(), figure, size, words).height;
            figure.with(|figure| figure.as_ref().as_ref().map_or(0, height))
        });
        let drawing: DrawingMemo = Memo::new(move |_| {
            let (figure, width) = (figure.get(), width.get());
            let figure = figure.as_ref().as_ref().ok().filter(|_| width > 0)?;
            let size = Size { width, extent, room: room.get() };
            Some(Arc::new(timing::measured(&format!("draw:{}", name.name()), || {
                draw(name.name(), figure, size, words)
            })))
        });
        follow_size(root, width, room, make.room_left);
        Effect::new(move |_| {
            if drawing.with(Option::is_some) || figure.with(|figure| figure.is_err()) {
                app.chart_is_drawn(name);
            }
        });
        Self { name, root, make, width, figure, caption, drawing, needed }
    }

    /// Title and subtitle; nothing where the chart is not there.
    pub fn head(self, hide_title: bool) -> String {
        let there = self.figure.with(|figure| figure.is_ok());
        if there { (self.make.head)(&self.caption.get(), hide_title).into_string() } else { String::new() }
    }

    /// Why the chart is not there.
    pub fn problem(self, app: App) -> String {
        match (self.figure.get().as_ref(), app.more.get()) {
            (Ok(_), _) => String::new(),
            (Err(missing), Part::There(more)) => (more.problem)(missing, app.words),
            (Err(_), _) => app.words.part_not_loaded.to_owned(),
        }
    }
}

/// A small chart, which leads to its page.
#[component]
pub fn CompactChart(app: App, name: ChartName, make: Make) -> impl IntoView {
    let root = NodeRef::<FigureElement>::new();
    view! {
        <figure class="chart" data-chart=name.name() node_ref=root>
            <CompactContent app=app name=name make=make root=root />
        </figure>
    }
}

/// What the element of a small chart holds.
#[component]
pub fn CompactContent(app: App, name: ChartName, make: Make, root: NodeRef<FigureElement>) -> impl IntoView {
    let graph = Graph::new(app, name, make, root);
    let Hide { title, source, .. } = app.view.with_untracked(|view| view.frame.hide);
    let below = move || {
        if graph.figure.with(|figure| figure.is_err()) {
            return String::new();
        }
        let caption = html::caption(&graph.caption.get(), Some(&timing::months_since), app.words);
        let ways_on = app.view.with(|view| html::ways_on(name, view, app.words));
        caption.into_string() + &ways_on.into_string()
    };
    view! {
        <div class="chart__head" inner_html=move || graph.head(title)></div>
        <div class="chart__controls"></div>
        <p class="chart__problem" role="status" inner_html=move || graph.problem(app)></p>
        <Plot app=app graph=graph />
        <figcaption class="chart__source" class:visually-hidden=source inner_html=below></figcaption>
        <div class="chart__folds"></div>
    }
}

/// The drawing of a chart, which takes the keyboard. It can be pointed at once the code for that is there.
#[component]
pub fn Plot(app: App, graph: Graph) -> impl IntoView {
    let words = app.words;
    let plot = NodeRef::<Div>::new();
    let pointing = StoredValue::new_local(None::<Mounted>);
    Effect::new(move |_| {
        if let (Some(_), Part::There(more)) = (plot.get(), app.more.get()) {
            pointing.set_value(Some((more.point)(app, graph, plot)));
        }
    });
    let label = move || graph.caption.with(|caption| [&*caption.title, ". ", &*caption.subtitle].concat());
    let svg =
        move || graph.drawing.with(|drawing| drawing.as_ref().map_or(String::new(), |drawing| drawing.svg.clone()));
    view! {
        <div
            class="chart__plot"
            tabindex="0"
            role="group"
            aria-roledescription=words.chart_role
            aria-label=label
            node_ref=plot
            on:pointerenter=move |_| app.ask_for_more()
        >
            <div class="chart__svg" aria-hidden="true" inner_html=svg></div>
        </div>
    }
}

/// Keeps `width` equal to an element's, and in a frame `room` to what `room_left` finds. A frame in a hidden tab has no
/// size: there what was drawn stays.
fn follow_size(
    element: NodeRef<FigureElement>,
    width: RwSignal<u32>,
    room: RwSignal<Option<u32>>,
    room_left: Option<fn(&HtmlElement) -> Option<u32>>,
) {
    Effect::new(move |_| {
        let Some(element) = element.get() else { return };
        let measured = element.clone();
        let measure = move || {
            let percent = document::text_percent();
            let _ = measured.style().set_property("--text-percent", &percent.to_string());
            let now = measured.client_width().unsigned_abs() * 100 / percent;
            // A chart that has left the page has no signal.
            let Some(before) = width.try_get_untracked().filter(|_| now > 0) else { return };
            // Before the width, so that the chart is drawn once.
            if let Some(room_left) = room_left {
                let left = room_left(&measured).map(|px| px * 100 / percent);
                let differs = |before: Option<u32>| before.zip(left).is_none_or(|(a, b)| a.abs_diff(b) >= LEAST_PX);
                if left.is_some() && differs(room.get_untracked()) {
                    room.set(left);
                }
            }
            if before != now {
                width.set(now);
            }
        };
        // At once, so that the chart is drawn before the page is painted.
        measure();
        on_resize(&element, measure.clone());
        if room_left.is_some() {
            // The element's own size does not tell of a frame that became lower.
            let listener = window_event_listener(ev::resize, move |_| measure());
            on_cleanup(move || listener.remove());
        }
    });
}

/// Less than this is no change: sizes are rounded.
const LEAST_PX: u32 = 2;
