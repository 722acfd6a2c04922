//! The reader's choices: fields that show what the view says, and keep their focus when it changes.

use super::App;
use crate::view::choice::{self, Field, presets};
use crate::view::{ChartName, link};
use leptos::prelude::*;

/// The fields of one chart.
#[component]
pub fn ChartFields(app: App, chart: ChartName) -> impl IntoView {
    let fields = move || {
        let snapshot = app.snapshot.get();
        app.view.with(|view| choice::fields(chart, &snapshot, view, app.words))
    };
    // A chart's fields are always the same; their options follow the figures.
    let fields = untrack(fields).into_iter().enumerate().map(|(at, Field { name, label, .. })| {
        let options = move || fields().into_iter().nth(at).map_or(Vec::new(), |field| field.options);
        view! { <Select app=app name=name label=label options=options /> }
    });
    view! { <div class="controls">{fields.collect_view()}</div> }
}

#[component]
fn Select(
    app: App,
    name: &'static str,
    label: &'static str,
    options: impl Fn() -> Vec<(String, &'static str)> + Send + 'static,
) -> impl IntoView {
    let chosen = chosen(app, name);
    let options = move || {
        let option = |(value, text): (String, &'static str)| {
            let text = if text.is_empty() { value.clone() } else { text.to_owned() };
            let selected = chosen.with(|chosen| *chosen == value);
            view! { <option value=value prop:selected=selected>{text}</option> }
        };
        options().into_iter().map(option).collect_view()
    };
    view! {
        <label class="field">
            <span class="field__label">{label}</span>
            <select name=name on:change:target=move |event| choose(app, name, &event.target().value())>{options}</select>
        </label>
    }
}

/// The months that every chart shows: presets, and the first and last month.
#[component]
pub fn RangeFields(app: App) -> impl IntoView {
    let words = app.words;
    let range = Memo::new(move |_| app.view.with(|view| link::value(view, "t")));
    let preset = move |(value, year): (String, Option<i32>)| {
        let text = match year {
            Some(year) => words.fill(words.preset_since, &[("year", &year.to_string())]),
            None => words.preset_all.to_owned(),
        };
        let pressed = range.with(|range| *range == value).to_string();
        let press = move |_| choose(app, "t", &value);
        view! { <button type="button" aria-pressed=pressed on:click=press>{text}</button> }
    };
    let presets = move || presets(&app.snapshot.get()).into_iter().map(preset).collect_view();
    view! {
        <div id="range" class="range-controls">
            <form class="controls range" aria-label=words.range_label>
                <div class="range__presets">{presets}</div>
                <MonthField app=app name="from" label=words.range_from />
                <MonthField app=app name="to" label=words.range_to />
            </form>
        </div>
    }
}

#[component]
fn MonthField(app: App, name: &'static str, label: &'static str) -> impl IntoView {
    let chosen = chosen(app, name);
    view! {
        <label class="field">
            <span class="field__label">{label}</span>
            <input
                type="month"
                name=name
                placeholder="2019-03"
                prop:value=chosen
                on:change:target=move |event| choose(app, name, &event.target().value())
            />
        </label>
    }
}

/// What a field shows.
fn chosen(app: App, name: &'static str) -> Memo<String> {
    Memo::new(move |_| {
        let snapshot = app.snapshot.get();
        app.view.with(|view| choice::chosen(view, name, &snapshot))
    })
}

fn choose(app: App, name: &str, text: &str) {
    app.choose(|view| choice::choose(view, name, text));
}
