//! The reader's choices: words in rows that show what the view says, and keep their focus when it changes.
//!
//! They are the browser's own fields: what chooses among words, by keyboard too, is an unseen radio button or check box in
//! front of each.

use super::{App, document};
use crate::data::Product;
use crate::data::repair::plain_date;
use crate::view::ChartName;
use crate::view::choice::{self, Choice, End, EndIssue, Field, Form, Key};
use leptos::either::EitherOf3;
use leptos::prelude::*;
use web_sys::HtmlInputElement;

/// The value of the word that opens the fields for months.
const OTHER: &str = "other";

/// The fields of one chart.
#[component]
pub fn ChartFields(app: App, chart: ChartName) -> impl IntoView {
    let fields = Memo::new(move |_| {
        let snapshot = app.snapshot.get();
        app.choices.with(|view| choice::fields(chart, &snapshot, view))
    });
    // Whether the reader asked for another range than those that have a word.
    let months = RwSignal::new(false);
    // A chart's fields are always the same; their options follow the figures.
    let field = |(index, Field { key, .. }): (usize, Field)| {
        let of_field = move |read: fn(&Field) -> Vec<Choice>| fields.with(|fields| fields.get(index).map(read));
        let options = Memo::new(move |_| of_field(|field| field.options.clone()).unwrap_or_default());
        let chosen = Memo::new(move |_| {
            fields.with(|fields| fields.get(index).map(|field| field.chosen.clone()).unwrap_or_default())
        });
        let group = format!("{}-{}", chart.name(), key.name());
        match key.form() {
            Form::Words => {
                EitherOf3::A(view! { <Row app=app key=key group=group options=options chosen=chosen months=months /> })
            }
            Form::Ticks => EitherOf3::B(view! { <Ticks app=app key=key group=group options=options chosen=chosen /> }),
            Form::List => EitherOf3::C(view! { <List app=app key=key options=options chosen=chosen /> }),
        }
    };
    let fields_of = fields.get_untracked();
    let ranged = fields_of.iter().any(|field| field.key == Key::Range);
    let (rest, first): (Vec<_>, Vec<_>) = fields_of.into_iter().enumerate().partition(|(_, field)| is_rest(field.key));
    // The word says what is chosen behind it.
    let more = move || fields.with(|fields| app.words.more_fields(fields.iter().filter(|field| is_rest(field.key))));
    let rest = (!rest.is_empty()).then(|| {
        view! {
            <details class="controls__more">
                <summary>{more}</summary>
                <div class="controls__rest">{rest.into_iter().map(field).collect_view()}</div>
            </details>
        }
    });
    view! {
        <div class="controls">
            {first.into_iter().map(field).collect_view()}
            // Next to the word that opens them, for the keyboard too.
            {ranged.then(|| view! { <Months app=app chart=chart open=months /> })}
            {rest}
        </div>
    }
}

/// Whether a field stands behind a word where there is little room. Where there is more, the style sheet shows it always.
fn is_rest(key: Key) -> bool {
    matches!(key, Key::Market | Key::Unit | Key::Vat | Key::Scale | Key::Average | Key::TradeBase | Key::BaseMonth)
}

/// Words of which one is chosen.
#[component]
fn Row(
    app: App,
    key: Key,
    group: String,
    options: Memo<Vec<Choice>>,
    chosen: Memo<String>,
    months: RwSignal<bool>,
) -> impl IntoView {
    let words = app.words;
    // A range without a word of its own is another one, also while its fields are closed.
    let shown = Memo::new(move |_| {
        let chosen = chosen.get();
        let named = options.with(|options| options.iter().any(|option| option.value() == chosen));
        if key == Key::Range && (months.get() || !named) { OTHER.to_owned() } else { chosen }
    });
    let choose_word = move |value: &str| {
        months.set(false);
        choose(app, key.name(), value);
    };
    let name = group.clone();
    let word = move |option: Choice| {
        let value = option.value();
        let (of_input, of_choice) = (value.clone(), value.clone());
        let text = words.choice(option);
        view! {
            <label class="word">
                <input
                    type="radio"
                    name=name.clone()
                    value=of_input
                    prop:checked=move || shown.with(|shown| *shown == value)
                    on:change=move |_| choose_word(&of_choice)
                />
                <span data-text=text.clone()>{text.clone()}</span>
            </label>
        }
    };
    let list = move || options.get().into_iter().map(word.clone()).collect_view();
    let other = (key == Key::Range).then(|| {
        let text = words.more().controls.range_other;
        view! {
            <label class="word">
                <input
                    type="radio"
                    name=group
                    value=OTHER
                    prop:checked=move || shown.with(|shown| shown == OTHER)
                    on:click=move |_| months.update(|open| *open = !*open)
                />
                <span data-text=text>{text}</span>
            </label>
        }
    });
    view! {
        <div class="field" role="radiogroup" aria-label=words.key(key)>
            <span class="field__label" aria-hidden="true">{words.key(key)}</span>
            {list}
            {other}
        </div>
    }
}

/// Words of which some are chosen.
#[component]
fn Ticks(app: App, key: Key, group: String, options: Memo<Vec<Choice>>, chosen: Memo<String>) -> impl IntoView {
    let words = app.words;
    let tick = move |option: Choice| {
        let value = option.value();
        let is_chosen = {
            let value = value.clone();
            move || chosen.with(|chosen| chosen.split('~').any(|one| one == value))
        };
        let still_chosen = is_chosen.clone();
        let changed = move |input: HtmlInputElement| {
            if let Choice::Product(product) = option {
                toggle(app, product);
            }
            // The last one stays, which the browser does not know.
            input.set_checked(still_chosen());
        };
        let text = words.choice(option);
        view! {
            <label class="word">
                <input
                    type="checkbox"
                    name=group.clone()
                    value=value
                    prop:checked=is_chosen
                    on:change:target=move |event| changed(event.target())
                />
                <span data-text=text.clone()>{text.clone()}</span>
            </label>
        }
    };
    let list = move || options.get().into_iter().map(tick.clone()).collect_view();
    view! {
        <div class="field" role="group" aria-label=words.key(key)>
            <span class="field__label" aria-hidden="true">{words.key(key)}</span>
            {list}
        </div>
    }
}

/// A list to open.
#[component]
fn List(app: App, key: Key, options: Memo<Vec<Choice>>, chosen: Memo<String>) -> impl IntoView {
    let words = app.words;
    let list = move || {
        let option = |choice: Choice| {
            let value = choice.value();
            let selected = chosen.with(|chosen| *chosen == value);
            view! { <option value=value prop:selected=selected>{words.choice(choice)}</option> }
        };
        options.get().into_iter().map(option).collect_view()
    };
    view! {
        <label class="field">
            <span class="field__label">{words.key(key)}</span>
            <select name=key.name() on:change:target=move |event| choose(app, key.name(), &event.target().value())>
                {list}
            </select>
        </label>
    }
}

/// The first and the last month, for a range that has no word.
#[component]
fn Months(app: App, chart: ChartName, open: RwSignal<bool>) -> impl IntoView {
    let words = &app.words.more().controls;
    let ends = Memo::new(move |_| app.choices.with(|view| choice::ends(chart, view)));
    let issue = RwSignal::new(None::<(End, EndIssue)>);
    // Another range puts right what stands in the fields.
    Effect::new(move |_| {
        ends.track();
        issue.set(None);
    });
    // A month counts when it is whole and its field is left, or by Enter: while it is typed it is many months.
    let take = move |end: End, input: &HtmlInputElement| {
        if input.validity().bad_input() {
            return issue.set(Some((end, EndIssue::NoMonth)));
        }
        // Where the browser has no field for months, it is typed in any form.
        let text = plain_date(&input.value());
        let shown = ends.with_untracked(|ends| shown_end(ends, end).clone());
        if text == shown {
            // What is said of the other field stays.
            return issue.update(|issue| *issue = issue.filter(|(of, _)| *of != end));
        }
        let mut view = app.view.get_untracked();
        let taken = choice::choose_end(&mut view, end, &text);
        issue.set(taken.err().map(|issue| (end, issue)));
        if taken.is_ok() {
            app.choose(|now| now.range = view.range);
        }
    };
    let said = move || match issue.get() {
        Some((_, EndIssue::NoMonth)) => words.range_no_month,
        Some((_, EndIssue::Order)) => words.range_order,
        None => "",
    };
    let field = |end: End, name: &'static str, label: &'static str| {
        view! {
            <label class="field">
                <span class="field__label">{label}</span>
                <input
                    type="month"
                    name=name
                    // Of a field for any text, which Firefox and Safari have in its place.
                    placeholder=words.range_form
                    class:empty=move || ends.with(|ends| shown_end(ends, end).is_empty())
                    prop:value=move || ends.with(|ends| shown_end(ends, end).clone())
                    on:focusout:target=move |event| take(end, &event.target())
                    on:keydown:target=move |event| {
                        if event.key() == "Enter" {
                            take(end, &event.target());
                        }
                    }
                    // Of a field that nobody types in.
                    on:change:target=move |event| {
                        if !document::has_focus(&event.target()) {
                            take(end, &event.target());
                        }
                    }
                />
            </label>
        }
    };
    view! {
        <div class="controls__months" hidden=move || !open.get()>
            {field(End::From, "from", words.range_from)}
            {field(End::To, "to", words.range_to)}
            <p class="controls__issue" role="status">{said}</p>
        </div>
    }
}

fn shown_end((from, to): &(String, String), end: End) -> &String {
    match end {
        End::From => from,
        End::To => to,
    }
}

fn choose(app: App, name: &str, text: &str) {
    app.choose(|view| choice::choose(view, name, text));
}

fn toggle(app: App, product: Product) {
    app.choose(|view| choice::toggle(view, product));
}
