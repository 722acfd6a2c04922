//! A chart's figures as a table, its events and its unstacked rivals as lists: made when the reader opens them.

use super::tip::{sources, tip_view};
use crate::model::Words;
use crate::model::figure::{Chart, Figure, Tip};
use leptos::prelude::*;

/// What stands folded under a chart.
pub fn folded(figure: &Figure, words: &'static Words) -> AnyView {
    let rows: Vec<Tip> = figure.chart.marks().into_iter().map(|(_, mark)| mark.tip.clone()).collect();
    let events: Vec<Tip> = match &figure.chart {
        Chart::Time(chart) => chart.events.iter().map(|event| event.tip.clone()).collect(),
        Chart::Rows(_) => Vec::new(),
    };
    let listed = figure.caption.listed.clone();
    let count =
        |template: &str, title: &str, n: usize| words.fill(template, &[("title", title), ("n", &n.to_string())]);
    let events_title = count(words.events_summary, "", events.len());
    let listed_title = count(words.listed_count, figure.caption.listed_title.as_str(), listed.len());
    let table_title = count(words.listed_count, words.table_summary, rows.len());
    view! {
        {(!listed.is_empty()).then(|| lazy("chart__listed", listed_title, move || list(listed.clone())))}
        {(!events.is_empty()).then(|| lazy("chart__events", events_title, move || list(events.clone())))}
        {lazy("chart__figures", table_title, move || table(rows.clone(), words))}
    }
    .into_any()
}

/// A fold whose content is made when it is opened first.
fn lazy(class: &'static str, title: String, content: impl Fn() -> AnyView + Send + Sync + 'static) -> AnyView {
    let opened = RwSignal::new(false);
    view! {
        <details class=format!("fold {class}") on:toggle=move |_| opened.set(true)>
            <summary>{title}</summary>
            {move || opened.get().then(&content)}
        </details>
    }
    .into_any()
}

fn list(tips: Vec<Tip>) -> AnyView {
    let entries = tips.into_iter().map(|tip| view! { <li>{tip_view(tip)}</li> }).collect_view();
    view! { <ul class="fold__list">{entries}</ul> }.into_any()
}

fn table(rows: Vec<Tip>, words: &'static Words) -> AnyView {
    let rows = rows
        .into_iter()
        .map(|tip| {
            view! {
                <tr>
                    <th scope="row">{tip.title}</th>
                    <td class="table__value">{tip.value}</td>
                    <td>{tip.details.join("; ")}</td>
                    <td>{sources(tip.sources)}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <div class="table" tabindex="0" role="region" aria-label=words.table_summary>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{words.table_what}</th>
                        <th scope="col">{words.table_value}</th>
                        <th scope="col">{words.table_details}</th>
                        <th scope="col">{words.table_source}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}
