//! A chart on the page: its words, its drawing, and pointing at it, which never redraws it.

use super::controls::chart_controls;
use super::table::folded;
use super::tip::{tip_view, tips};
use super::{App, browser};
use crate::chart::{Drawing, Hit, Size, Step, draw, palette};
use crate::model::figure::Caption;
use crate::model::view::ChartName;
use crate::model::{self, Page, link};
use leptos::html;
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, KeyboardEvent, PointerEvent, ResizeObserver};

/// A chart with its caption.
#[component]
pub fn ChartFigure(app: App, name: ChartName) -> impl IntoView {
    let words = app.words;
    let figure = Memo::new(move |_| app.known.get().map(|known| model::chart(name, &known.0, &app.view.get(), words)));
    let compact = Memo::new(move |_| app.view.with(|view| view.page == Page::Overview && !view.frame.embed));
    let hide = Memo::new(move |_| app.view.with(|view| view.frame.hide));
    let caption = Memo::new(move |_| match figure.get() {
        Some(Ok(figure)) => figure.caption,
        _ => Caption::default(),
    });
    let problem = move || match figure.get() {
        Some(Err((file, error))) => {
            let values = [("file", file.name()), ("problem", &error.to_string())];
            let text = words.fill(words.chart_needs, &values);
            Some(view! { <p class="chart__problem">{text}</p> })
        }
        _ => None,
    };
    let controls = move || (!compact.get() && !hide.get().controls).then(|| chart_controls(app, name));
    let title = move || {
        (!hide.get().title).then(|| {
            view! {
                <h2 class="chart__title">{move || caption.get().title}</h2>
                <p class="chart__subtitle">{move || caption.get().subtitle}</p>
            }
        })
    };
    let leads_to = move || {
        compact.get().then(|| {
            let page = name.page();
            let href = move || app.view.with(|view| format!("?{}", link::print(&model::View { page, ..view.clone() })));
            let text = words.fill(words.open_view, &[("view", words.page(page))]);
            let go = move |event: leptos::ev::MouseEvent| super::page::go(app, page, &event);
            view! { <a class="chart__more" href=href on:click=go>{text}</a> }
        })
    };
    let below = move || match figure.get() {
        Some(Ok(figure)) if !compact.get() && !app.view.with(|view| view.frame.embed) => Some(folded(&figure, words)),
        _ => None,
    };
    view! {
        <figure class="chart" data-chart=name.name()>
            {title}
            {controls}
            {problem}
            <Plot app name figure compact />
            <figcaption class="chart__source" class:visually-hidden=move || hide.get().source>
                {move || source(app, &caption.get(), compact.get())}
                {leads_to}
            </figcaption>
            {below}
        </figure>
    }
}

/// What stands under a chart: what it shows, and how new it is.
fn source(app: App, caption: &Caption, compact: bool) -> AnyView {
    let words = app.words;
    let newest = caption.newest.as_ref().map(|(what, day)| {
        let months = browser::months_since(*day);
        let template = if months > 0 { words.newest_age } else { words.newest_label };
        words.fill(template, &[("what", what), ("n", &months.to_string())])
    });
    // On the overview the notes are one click away; source and date always stand there.
    let (source, notes) = match caption.notes.split_last() {
        Some((source, notes)) => (Some(source.clone()), if compact { Vec::new() } else { notes.to_vec() }),
        None => (None, Vec::new()),
    };
    let source =
        source.map(|source| view! { <span class="chart__publisher"><b>{words.source_label}": "</b>{source}</span>" " });
    let notes = notes.into_iter().map(|note| view! { <p>{note}</p> }).collect_view();
    view! { <div>{notes}<p>{source}<span class="chart__newest">{newest}</span></p></div> }.into_any()
}

/// The drawing and what is pointed at.
#[component]
fn Plot(app: App, name: ChartName, figure: Memo<Option<model::ChartView>>, compact: Memo<bool>) -> impl IntoView {
    let words = app.words;
    let frame = NodeRef::<html::Div>::new();
    let width = RwSignal::new(0_u32);
    let pointed = RwSignal::new(None::<usize>);
    let pinned = RwSignal::new(false);
    let drawing = Memo::new(move |_| {
        let (Some(Ok(figure)), width) = (figure.get(), width.get()) else { return None };
        let palette = if app.dark.get() { &palette::DARK } else { &palette::LIGHT };
        (width > 0).then(|| draw(name.name(), &figure.chart, Size { width, compact: compact.get() }, palette, words))
    });
    watch_width(frame, width);

    // The first drawing of each chart counts towards `charts-ready`; a chart that cannot be drawn counts too.
    let counted = StoredValue::new(false);
    let svg = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        let Some(place) = svg.get() else { return };
        let failed = figure.with(|figure| matches!(figure, Some(Err(_))));
        let drawn = drawing.with(|drawing| {
            let text = drawing.as_ref().map_or("", |drawing| drawing.svg.as_str());
            place.set_inner_html(text);
            drawing.is_some()
        });
        pointed.set(None);
        pinned.set(false);
        if (drawn || failed) && !counted.get_value() {
            counted.set_value(true);
            app.drawn.update(|drawn| *drawn += 1);
        }
    });

    let point = move |event: PointerEvent| {
        if pinned.get_untracked() {
            return;
        }
        let found =
            place_of(&event).and_then(|(x, y)| drawing.with_untracked(|drawing| drawing.as_ref()?.nearest(x, y)));
        pointed.set(found);
    };
    let leave = move |_| {
        if !pinned.get_untracked() {
            pointed.set(None);
        }
    };
    // A click holds what is shown, so that its link can be reached; a second one lets go.
    let hold = move |event: PointerEvent| {
        let inside_tip = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok())
            .is_some_and(|element| element.closest(".chart__tip").ok().flatten().is_some());
        if inside_tip {
            return;
        }
        pinned.set(false);
        point(event);
        pinned.set(pointed.get_untracked().is_some());
    };
    let key = move |event: KeyboardEvent| {
        let step = match event.key().as_str() {
            "ArrowLeft" => Step::Left,
            "ArrowRight" => Step::Right,
            "ArrowUp" => Step::Up,
            "ArrowDown" => Step::Down,
            "Home" => Step::First,
            "End" => Step::Last,
            "Enter" => return open_source(frame),
            "Escape" => {
                pinned.set(false);
                pointed.set(None);
                return;
            }
            _ => return,
        };
        event.prevent_default();
        pinned.set(true);
        drawing.with_untracked(|drawing| {
            let Some(drawing) = drawing.as_ref().filter(|drawing| !drawing.hits.is_empty()) else { return };
            let next = match pointed.get_untracked() {
                Some(now) => drawing.step(now, step),
                // The newest figure is what most readers want first.
                None => newest_hit(drawing, step),
            };
            pointed.set(Some(next));
        });
    };
    let hit =
        move || pointed.get().and_then(|number| drawing.with(|drawing| drawing.as_ref()?.hits.get(number).cloned()));
    let label = move || match figure.get() {
        Some(Ok(figure)) => format!("{}. {}. {}", figure.caption.title, figure.caption.subtitle, words.keyboard_hint),
        _ => words.loading.to_owned(),
    };
    view! {
        <div
            class="chart__plot"
            node_ref=frame
            tabindex="0"
            role="group"
            aria-roledescription=words.chart_role
            aria-label=label
            on:pointermove=point
            on:pointerleave=leave
            on:pointerdown=hold
            on:keydown=key
        >
            <div class="chart__svg" node_ref=svg aria-hidden="true"></div>
            {move || hit().map(|hit| ring(&hit))}
            {move || tip_box(figure, hit(), width.get(), pinned.get())}
        </div>
    }
}

/// The first stop of the arrow keys: the newest mark of the first series, or the oldest where the reader goes right.
fn newest_hit(drawing: &Drawing, step: Step) -> usize {
    let first = drawing.hits.iter().position(|hit| hit.series.is_some() && !hit.background).unwrap_or(0);
    match step {
        Step::Right | Step::First => first,
        _ => drawing.step(first, Step::Last),
    }
}

fn open_source(frame: NodeRef<html::Div>) {
    let link = frame.get_untracked().and_then(|frame| frame.query_selector(".chart__tip a").ok().flatten());
    if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlElement>().ok()) {
        link.click();
    }
}

/// A frame around what is pointed at.
fn ring(hit: &Hit) -> AnyView {
    let (left, top, right, bottom) = hit.rect;
    view! {
        <div
            class="chart__ring"
            style:left=px(left - 3.0)
            style:top=px(top - 3.0)
            style:width=px(right - left + 6.0)
            style:height=px(bottom - top + 6.0)
        ></div>
    }
    .into_any()
}

/// The tooltip: beside the mark, on the side that has more room.
fn tip_box(figure: Memo<Option<model::ChartView>>, hit: Option<Hit>, width: u32, pinned: bool) -> AnyView {
    let shown = hit.and_then(|hit| {
        let tips = figure.with(|figure| match figure {
            Some(Ok(figure)) => tips(figure, &hit.target),
            _ => Vec::new(),
        });
        (!tips.is_empty()).then_some((hit, tips))
    });
    let Some((hit, tips)) = shown else {
        return view! { <div class="chart__tip" role="status" hidden></div> }.into_any();
    };
    let width = f64::from(width);
    let on_left = hit.anchor.0 > width / 2.0;
    let left = if on_left { String::new() } else { px((hit.rect.2.min(hit.anchor.0 + 40.0) + 8.0).min(width * 0.6)) };
    let right =
        if on_left { px((width - hit.rect.0.max(hit.anchor.0 - 40.0) + 8.0).min(width * 0.6)) } else { String::new() };
    view! {
        <div
            class="chart__tip"
            class:chart__tip--held=pinned
            role="status"
            style:left=left
            style:right=right
            style:top=px((hit.anchor.1 - 20.0).max(0.0))
        >
            {tips.into_iter().map(tip_view).collect_view()}
        </div>
    }
    .into_any()
}

/// A length for a style, in whole pixels.
fn px(value: f64) -> String {
    format!("{}px", value.round() as i32)
}

/// A pointer's place on the drawing in CSS pixels.
fn place_of(event: &PointerEvent) -> Option<(f64, f64)> {
    let plot = event.current_target()?.dyn_into::<Element>().ok()?;
    let corner = plot.get_bounding_client_rect();
    Some((f64::from(event.client_x()) - corner.left(), f64::from(event.client_y()) - corner.top()))
}

/// Keeps `width` equal to the element's width in whole CSS pixels; 0 where it is not shown yet.
fn watch_width(element: NodeRef<html::Div>, width: RwSignal<u32>) {
    type Watch = Option<(ResizeObserver, Closure<dyn Fn()>)>;
    let watch: Rc<RefCell<Watch>> = Rc::default();
    let held = watch.clone();
    Effect::new(move |_| {
        let Some(element) = element.get() else { return };
        let measured = element.clone();
        let measure = move || {
            let now = measured.client_width().max(0) as u32;
            // A frame in a hidden tab has no width: what was drawn stays.
            if now > 0 && width.try_get_untracked().is_some_and(|before| before != now) {
                width.set(now);
            }
        };
        measure();
        let callback = Closure::<dyn Fn()>::new(measure);
        if let Ok(observer) = ResizeObserver::new(callback.as_ref().unchecked_ref()) {
            observer.observe(&element);
            *watch.borrow_mut() = Some((observer, callback));
        }
    });
    let held = send_wrapper::SendWrapper::new(held);
    on_cleanup(move || {
        if let Some((observer, _)) = held.take().take() {
            observer.disconnect();
        }
    });
}
