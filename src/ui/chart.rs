//! A chart on the page: its words, its drawing, and pointing at it, which never redraws it.

use super::controls::chart_controls;
use super::{App, browser};
use crate::chart::html::{self as words_html, Fold};
use crate::chart::{Drawing, Hit, Size, Step, draw, palette};
use crate::model::figure::Figure;
use crate::model::view::ChartName;
use crate::model::{self, ChartView, Page, View, link};
use leptos::html;
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, KeyboardEvent, PointerEvent, ResizeObserver};

/// A chart's figure for the view; `None` while the files are on their way. Never compared: each view makes a new one.
type Shown = Memo<Option<Arc<ChartView>>>;

fn always_new<T>(_: Option<&T>, _: Option<&T>) -> bool {
    true
}

/// A chart with its caption.
pub fn chart_figure(app: App, name: ChartName) -> AnyView {
    let words = app.words;
    let figure: Shown = Memo::new_with_compare(
        move |_| {
            let known = app.known.get()?;
            Some(Arc::new(model::chart(name, &known.0, &app.view.get(), words)))
        },
        always_new,
    );
    let compact = move || app.view.with(|view| view.page == Page::Overview && !view.frame.embed);
    let hide = move || app.view.with(|view| view.frame.hide);
    let of_figure = move |text: &dyn Fn(&Figure) -> String| {
        figure.with(|figure| match figure.as_deref() {
            Some(Ok(figure)) => text(figure),
            _ => String::new(),
        })
    };
    let head =
        move || if hide().title { String::new() } else { of_figure(&|figure| words_html::head(&figure.caption)) };
    let caption = move || {
        of_figure(&|figure| {
            let months = figure.caption.newest.as_ref().map_or(0, |(_, day)| browser::months_since(*day));
            words_html::caption(&figure.caption, compact(), months, words)
        })
    };
    let problem = move || {
        figure.with(|figure| match figure.as_deref() {
            Some(Err((file, error))) => words_html::problem(*file, error, words),
            _ => String::new(),
        })
    };
    let controls = move || (!compact() && !hide().controls).then(|| chart_controls(app, name));
    let folds = move || {
        let folded = !compact() && !app.view.with(|view| view.frame.embed);
        folded.then(|| Fold::ALL.map(|kind| fold(figure, kind, app)).into_iter().collect_view())
    };
    view! {
        <figure class="chart" data-chart=name.name()>
            <div class="chart__head" inner_html=head></div>
            {controls}
            <p class="chart__problem" role="status" inner_html=problem></p>
            {plot(app, name, figure, compact)}
            <figcaption class="chart__source" class:visually-hidden=move || hide().source inner_html=caption></figcaption>
            {move || compact().then(|| more(app, name.page()))}
            {folds}
        </figure>
    }
    .into_any()
}

/// The way from a small chart to its view.
fn more(app: App, page: Page) -> AnyView {
    let href = move || app.view.with(|view| format!("?{}", link::print(&View { page, ..view.clone() })));
    let text = app.words.fill(app.words.open_view, &[("view", app.words.page(page))]);
    view! { <a class="chart__more" href=href on:click=move |event| super::page::go(app, page, &event)>{text}</a> }
        .into_any()
}

/// Something folded under a chart; its content is made while it is open.
fn fold(figure: Shown, kind: Fold, app: App) -> AnyView {
    let open = RwSignal::new(false);
    let text = move |of: fn(Fold, &Figure, &model::Words) -> Option<String>| {
        figure.with(|figure| match figure.as_deref() {
            Some(Ok(figure)) => of(kind, figure, app.words),
            _ => None,
        })
    };
    let title = move || text(Fold::title).unwrap_or_default();
    let content = move || {
        let content = |fold: Fold, figure: &Figure, words: &model::Words| Some(fold.content(figure, words));
        if open.get() { text(content).unwrap_or_default() } else { String::new() }
    };
    let class = match kind {
        Fold::Listed => "fold chart__listed",
        Fold::Events => "fold chart__events",
        Fold::Figures => "fold chart__figures",
    };
    let toggled = move |event: web_sys::Event| {
        let fold = event.current_target().and_then(|fold| fold.dyn_into::<Element>().ok());
        open.set(fold.is_some_and(|fold| fold.has_attribute("open")));
    };
    view! {
        <details class=class hidden=move || title().is_empty() on:toggle=toggled>
            <summary>{title}</summary>
            <div inner_html=content></div>
        </details>
    }
    .into_any()
}

/// The drawing and what is pointed at.
fn plot(
    app: App,
    name: ChartName,
    figure: Shown,
    compact: impl Fn() -> bool + Copy + Send + Sync + 'static,
) -> AnyView {
    let words = app.words;
    let frame = NodeRef::<html::Div>::new();
    let width = RwSignal::new(0_u32);
    let pointed = RwSignal::new(None::<usize>);
    let pinned = RwSignal::new(false);
    let drawing = Memo::new_with_compare(
        move |_| {
            let (figure, width) = (figure.get()?, width.get());
            let palette = if app.dark() { &palette::DARK } else { &palette::LIGHT };
            let figure = figure.as_ref().as_ref().ok().filter(|_| width > 0)?;
            let size = Size { width, compact: compact() };
            Some(Arc::new(draw(name.name(), &figure.chart, size, palette, words)))
        },
        always_new,
    );
    watch_width(frame, width);

    // The first drawing of each chart counts towards `charts-ready`; a chart that cannot be drawn counts too.
    let counted = StoredValue::new(false);
    let svg = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        let Some(place) = svg.get() else { return };
        let failed = figure.with(|figure| matches!(figure.as_deref(), Some(Err(_))));
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
    let label = move || {
        figure.with(|figure| match figure.as_deref() {
            Some(Ok(Figure { caption, .. })) => {
                format!("{}. {}. {}", caption.title, caption.subtitle, words.keyboard_hint)
            }
            _ => words.loading.to_owned(),
        })
    };
    let tip = NodeRef::<html::Div>::new();
    let ring = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        let (Some(tip), Some(ring)) = (tip.get(), ring.get()) else { return };
        let hit = pointed.get().and_then(|number| drawing.with(|drawing| drawing.as_ref()?.hits.get(number).cloned()));
        let text = hit.as_ref().map_or(String::new(), |hit| {
            figure.with_untracked(|figure| match figure.as_deref() {
                Some(Ok(figure)) => words_html::tips(figure, &hit.target),
                _ => String::new(),
            })
        });
        show_hit(&tip, &ring, hit.as_ref().filter(|_| !text.is_empty()), &text, f64::from(width.get_untracked()));
    });
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
            <div class="chart__ring" node_ref=ring hidden></div>
            <div class="chart__tip" class:chart__tip--held=move || pinned.get() role="status" node_ref=tip hidden></div>
        </div>
    }
    .into_any()
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

/// Puts the tooltip beside what is pointed at, on the side that has more room, and a frame around it.
fn show_hit(tip: &HtmlElement, ring: &HtmlElement, hit: Option<&Hit>, text: &str, width: f64) {
    tip.set_inner_html(text);
    tip.set_hidden(hit.is_none());
    ring.set_hidden(hit.is_none());
    let Some(hit) = hit else { return };
    let (left, top, right, bottom) = hit.rect;
    let place = |element: &HtmlElement, property: &str, value: &str| {
        let _ = element.style().set_property(property, value);
    };
    place(ring, "left", &px(left - 3.0));
    place(ring, "top", &px(top - 3.0));
    place(ring, "width", &px(right - left + 6.0));
    place(ring, "height", &px(bottom - top + 6.0));
    let (x, y) = hit.anchor;
    let on_left = x > width / 2.0;
    let beside = if on_left { width - left.max(x - 40.0) + 8.0 } else { right.min(x + 40.0) + 8.0 };
    let beside = px(beside.min(width * 0.6));
    place(tip, "left", if on_left { "auto" } else { &beside });
    place(tip, "right", if on_left { &beside } else { "auto" });
    place(tip, "top", &px((y - 20.0).max(0.0)));
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
