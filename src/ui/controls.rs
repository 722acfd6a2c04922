//! The reader's choices: fields that show what the view says, and keep their focus when it changes.

use super::App;
use crate::view::choice::{self, Choice, Field, Key, presets};
use crate::view::{ChartName, link};
use leptos::prelude::*;

/// The fields of one chart.
#[component]
pub fn ChartFields(app: App, chart: ChartName) -> impl IntoView {
    let fields = Memo::new(move |_| {
        let snapshot = app.snapshot.get();
        app.view.with(|view| choice::fields(chart, &snapshot, view))
    });
    // A chart's fields are always the same; their options follow the figures.
    let select = |(index, Field { key, .. }): (usize, Field)| {
        let options = move || fields.with(|fields| fields.get(index).map_or(Vec::new(), |field| field.options.clone()));
        view! { <Select app=app key=key options=options /> }
    };
    let selects = fields.get_untracked().into_iter().enumerate().map(select).collect_view();
    view! { <div class="controls">{selects}</div> }
}

#[component]
fn Select(app: App, key: Key, options: impl Fn() -> Vec<Choice> + Send + 'static) -> impl IntoView {
    let (name, words) = (key.name(), app.words);
    let chosen = chosen(app, name);
    let options = move || {
        let option = |choice: Choice| {
            let (value, text) = (choice.value(), words.choice(choice));
            let selected = chosen.with(|chosen| *chosen == value);
            view! { <option value=value prop:selected=selected>{text}</option> }
        };
        options().into_iter().map(option).collect_view()
    };
    view! {
        <label class="field">
            <span class="field__label">{words.key(key)}</span>
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
        let pressed = range.with(|range| *range == value).to_string();
        let press = move |_| choose(app, "t", &value);
        view! { <button type="button" aria-pressed=pressed on:click=press>{words.preset(year)}</button> }
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
