//! A chart: its figure, its drawing, and the words around it.

use super::controls::ChartFields;
use super::fold::Fold;
use super::plot::Plot;
use super::resize::on_resize;
use super::{App, timing};
use crate::charts::{self, Figure, MissingFile};
use crate::draw::{Drawing, Size, draw};
use crate::html::{self, Markup, Notes};
use crate::view::{ChartName, Extent, Frame};
use crate::words::{Caption, Words};
use leptos::html::Figure as FigureElement;
use leptos::prelude::*;
use std::sync::Arc;

/// What a chart shows of the view, or why it is not there.
pub type FigureMemo = Memo<Arc<Result<Figure, MissingFile>>>;

/// The words around it; empty where its file is missing.
pub type CaptionMemo = Memo<Arc<Caption>>;

/// What is drawn of it; `None` before its width is known, and where its file is missing.
pub type DrawingMemo = Memo<Option<Arc<Drawing>>>;

#[component]
pub fn Chart(app: App, name: ChartName, extent: Extent) -> impl IntoView {
    let words = app.words;
    let Frame { embed, hide, .. } = app.view.with_untracked(|view| view.frame.clone());
    let compact = extent == Extent::Compact;
    let root = NodeRef::<FigureElement>::new();
    // In CSS pixels; 0 before it is measured.
    let width = RwSignal::new(0_u32);

    // Equal figures stop here: a choice redraws only the charts that it concerns.
    let figure: FigureMemo = Memo::new(move |_| {
        let (snapshot, implied) = (app.snapshot.get(), app.implied.get());
        Arc::new(app.view.with(|view| charts::chart(name, &snapshot, Some(&implied), view)))
    });
    let caption: CaptionMemo =
        Memo::new(move |_| {
            let snapshot = app.snapshot.get();
            Arc::new(figure.with(|figure| {
                figure.as_ref().as_ref().map(|figure| words.caption(figure, &snapshot)).unwrap_or_default()
            }))
        });
    let drawing: DrawingMemo = Memo::new(move |_| {
        let (figure, width) = (figure.get(), width.get());
        let figure = figure.as_ref().as_ref().ok().filter(|_| width > 0)?;
        let size = Size { width, compact };
        Some(Arc::new(timing::measured(&format!("draw:{}", name.name()), || drawn(figure, size, words))))
    });
    follow_width(root, width);
    Effect::new(move |_| {
        if drawing.with(Option::is_some) || figure.with(|figure| figure.is_err()) {
            app.chart_is_drawn(name);
        }
    });

    let notes = if embed || compact { Notes::Elsewhere } else { Notes::Shown };
    let folds = match (embed, compact) {
        (true, _) if hide.source => &[][..],
        (true, _) => &[html::Fold::Notes],
        (false, true) => &[],
        (false, false) => &html::Fold::ON_PAGE,
    };
    let there = move || figure.with(|figure| figure.is_ok());
    let head = move || if there() { html::head(&caption.get(), hide.title) } else { Markup::default() }.into_string();
    let below = move || {
        if !there() {
            return String::new();
        }
        let more = if compact { app.view.with(|view| html::more(name.page(), view, words)) } else { Markup::default() };
        html::caption(&caption.get(), notes, Some(&timing::months_since), words).into_string() + &more.into_string()
    };
    let problem = move || match figure.get().as_ref() {
        Ok(_) => String::new(),
        Err(MissingFile { file, error }) => html::problem(*file, error, words).into_string(),
    };
    let as_of = move || app.view.with(|view| html::as_of(view, Markup::default(), words)).into_string();
    view! {
        <figure class="chart" data-chart=name.name() node_ref=root>
            <div class="chart__head" inner_html=head></div>
            <div class="chart__controls">
                {(!compact && !hide.controls).then(|| view! { <ChartFields app=app chart=name /> })}
            </div>
            <p class="chart__problem" role="status" inner_html=problem></p>
            <Plot app=app figure=figure caption=caption drawing=drawing />
            <figcaption class="chart__source" class:visually-hidden=hide.source inner_html=below></figcaption>
            <div class="chart__folds">
                {folds.iter().map(|kind| view! { <Fold app=app kind=*kind figure=figure caption=caption /> }).collect_view()}
                {embed.then(|| view! { <div inner_html=as_of></div> })}
            </div>
        </figure>
    }
}

fn drawn(figure: &Figure, size: Size, words: &Words) -> Drawing {
    draw(figure.name.name(), &figure.chart, size, words)
}

/// Keeps `width` equal to an element's. A frame in a hidden tab has none: there what was drawn stays.
fn follow_width(element: NodeRef<FigureElement>, width: RwSignal<u32>) {
    Effect::new(move |_| {
        let Some(element) = element.get() else { return };
        let measured = element.clone();
        let measure = move || {
            let now = measured.client_width().unsigned_abs();
            // A chart that has left the page has no signal.
            if now > 0 && width.try_get_untracked().is_some_and(|before| before != now) {
                width.set(now);
            }
        };
        // At once, so that the chart is drawn before the page is painted.
        measure();
        on_resize(&element, measure);
    });
}
