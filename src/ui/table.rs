//! The figures of a chart as a table: sorted by a click on a head, filtered by text, more rows as one scrolls.

use super::App;
use super::chart::Graph;
use super::part::Mounted;
use crate::charts::mark::Mark;
use crate::html::{self, Order, RowTexts};
use crate::words::{Column, Record};
use leptos::ev::{self, Event};
use leptos::html::{Div, Tbody};
use leptos::mount::mount_to;
use leptos::prelude::*;
use web_sys::HtmlElement;

/// Rows that are added at once.
const ROWS: usize = 200;

/// Fills an element with the table of a chart.
pub fn fill(app: App, graph: Graph, element: HtmlElement) -> Mounted {
    Box::new(mount_to(element, move || view! { <Table app=app graph=graph /> }))
}

#[component]
fn Table(app: App, graph: Graph) -> impl IntoView {
    let words = app.words;
    let order = RwSignal::new(None::<Order>);
    let filter = RwSignal::new(String::new());
    let (scroller, body) = (NodeRef::<Div>::new(), NodeRef::<Tbody>::new());
    let shown = RwSignal::new(0_usize);
    // What the filter searches: made when the first letter is typed, and again of other figures. Both memos always count
    // as changed: another figure may have as many rows.
    let texts = Memo::new_with_compare(move |_| row_texts(app, graph), |_, _| true);
    let rows = move |_: Option<&Rows>| filter.with(|filter| Rows::new(app, graph, order.get(), filter, texts));
    let rows = Memo::new_with_compare(rows, |_, _| true);
    let add = move |more: usize| {
        let Some(body) = body.get_untracked() else { return };
        let from = shown.get_untracked();
        let text = rows.with_untracked(|rows| rows.html(app, graph, from, more));
        let _ = body.insert_adjacent_html("beforeend", &text);
        shown.set((from + more).min(rows.with_untracked(Rows::count)));
    };
    Effect::new(move |_| {
        rows.track();
        let (Some(body), Some(scroller)) = (body.get(), scroller.get()) else { return };
        body.set_inner_html("");
        scroller.set_scroll_top(0);
        shown.set(0);
        add(ROWS);
    });
    let scrolled = move |_: Event| {
        let Some(scroller) = scroller.get_untracked() else { return };
        let below = scroller.scroll_height() - scroller.scroll_top() - scroller.client_height();
        if below < 2 * scroller.client_height() && shown.get_untracked() < rows.with_untracked(Rows::count) {
            add(ROWS);
        }
    };
    // On paper nobody scrolls.
    let listener = window_event_listener(ev::beforeprint, move |_| add(rows.with_untracked(Rows::count)));
    on_cleanup(move || listener.remove());
    let count = move || {
        let (shown, all) = (shown.get(), rows.with(Rows::count));
        let [shown, all] = [shown, all].map(|count| words.number(count as f64, 0));
        if shown == all { words.more().records.rows_all(&all) } else { words.more().records.rows_shown(&shown, &all) }
    };
    // Elements, not text: the head that was clicked keeps the focus.
    let head = |(column, head): (&Column, &'static str)| {
        let column = *column;
        let sorted = move || order.get().filter(|order| order.column == column);
        let direction = move || sorted().map(|order| if order.ascending { "ascending" } else { "descending" });
        let sort = move |_| order.update(|order| *order = Some(Order::after_click(*order, column)));
        view! {
            <th scope="col" class:table__number=column.is_number() aria-sort=direction>
                <button type="button" data-column=column.name() on:click=sort>{head}</button>
            </th>
        }
    };
    let heads = Column::ALL.iter().zip(words.more().records.heads).map(head).collect_view();
    view! {
        <p class="table__filter">
            <label>
                {words.more().records.filter}" "
                <input type="search" on:input=move |event| filter.set(event_target_value(&event)) />
            </label>
            " "
            <span role="status">{count}</span>
            " "
            {words.more().records.sort_hint}
        </p>
        <div
            class="table"
            tabindex="0"
            role="group"
            aria-label=words.table_summary
            node_ref=scroller
            on:scroll=scrolled
        >
            <table>
                <thead><tr>{heads}</tr></thead>
                <tbody node_ref=body></tbody>
            </table>
        </div>
    }
}

/// The rows of a table, in their order. Each is worded when it is shown.
enum Rows {
    /// As the chart has its marks, so many.
    AsDrawn(usize),
    /// Those that a reader searches for, in the order that was asked for, by the indexes of their marks.
    Chosen(Vec<usize>),
}

impl Rows {
    fn new(app: App, graph: Graph, order: Option<Order>, filter: &str, texts: Memo<RowTexts>) -> Self {
        let figure = graph.figure.get();
        // Notes may change where the figure does not.
        let (data, implied) = (app.snapshot.get(), app.implied.get());
        let Ok(figure) = figure.as_ref() else { return Self::AsDrawn(0) };
        if order.is_none() && filter.trim().is_empty() {
            return Self::AsDrawn(figure.chart.marks().count());
        }
        let marks: Vec<&Mark> = figure.chart.marks().collect();
        let holding = |filter: &str| texts.with(|texts| texts.holding(filter));
        Self::Chosen(html::chosen(&marks, (&data, Some(&implied)), (filter, holding), order, app.words))
    }

    fn count(&self) -> usize {
        match self {
            Self::AsDrawn(count) => *count,
            Self::Chosen(indexes) => indexes.len(),
        }
    }

    fn html(&self, app: App, graph: Graph, from: usize, count: usize) -> String {
        let figure = graph.figure.get_untracked();
        let Ok(figure) = figure.as_ref() else { return String::new() };
        let marks = figure.chart.marks();
        let records = match self {
            Self::AsDrawn(_) => records(app, marks.skip(from).take(count)),
            Self::Chosen(indexes) => {
                let all: Vec<&Mark> = marks.collect();
                records(app, indexes.iter().skip(from).take(count).filter_map(|index| all.get(*index).copied()))
            }
        };
        html::table_rows(&records, app.words).into_string()
    }
}

/// The texts of all rows of a chart's table.
fn row_texts(app: App, graph: Graph) -> RowTexts {
    let figure = graph.figure.get();
    let marks: Vec<&Mark> =
        figure.as_ref().as_ref().map_or_else(|_| Vec::new(), |figure| figure.chart.marks().collect());
    // Notes may change where the figure does not: an article's figure is compared with all others.
    let (data, implied) = (app.snapshot.get(), app.implied.get());
    RowTexts::new(&marks, (&data, Some(&implied)), app.words)
}

/// Marks in cells.
pub fn records<'a>(app: App, marks: impl Iterator<Item = &'a Mark>) -> Vec<Record> {
    let (snapshot, implied) = (app.snapshot.get_untracked(), app.implied.get_untracked());
    marks.map(|mark| app.words.record(mark, &snapshot, Some(&implied))).collect()
}
