//! The inputs of the what-if, and its formulas: of each input a slider and a field for a number.
//!
//! While a slider is dragged its chart follows, at most once a frame, and nothing else does. The address follows when the
//! hand is lifted. What is typed counts when the field is left or Enter pressed; what is not taken is said beside it.

use super::part::Mounted;
use super::{App, timing};
use crate::article::whatif::Inputs;
use crate::html;
use crate::view::scenario::{Allowed, Input, NotTaken};
use crate::view::{ChartName, Scenario, View};
use leptos::html::Input as InputElement;
use leptos::mount::mount_to;
use leptos::prelude::*;
use std::sync::Arc;
use web_sys::HtmlElement;

/// Where every input starts, by the figures of the snapshot.
type Starts = Memo<Arc<Inputs>>;

fn starts(app: App) -> Starts {
    Memo::new(move |_| Arc::new(Inputs::of(&app.snapshot.get())))
}

/// Fills an element with the inputs of a chart.
pub fn fill_inputs(app: App, chart: ChartName, element: HtmlElement) -> Mounted {
    Box::new(mount_to(element, move || view! { <InputFields app=app chart=chart /> }))
}

/// Fills an element with the formula of a chart.
pub fn fill_formula(app: App, chart: ChartName, element: HtmlElement) -> Mounted {
    Box::new(mount_to(element, move || view! { <ChartFormula app=app chart=chart /> }))
}

/// The inputs of one chart.
#[component]
fn InputFields(app: App, chart: ChartName) -> impl IntoView {
    let (starts, words) = (starts(app), &app.words.more().whatif);
    let inputs = Input::ALL.iter().copied().filter(|input| input.chart() == chart);
    let fields = inputs.map(|input| view! { <InputField app=app starts=starts input=input /> }).collect_view();
    let reset = move |_| {
        app.drop_draft();
        app.choose(|view| view.scenario = Scenario::default());
    };
    let unchanged = move || app.view.with(|view| view.scenario.changed().next().is_none());
    view! {
        <div class="inputs">{fields}</div>
        <p class="inputs__all" hidden=unchanged>
            <button type="button" on:click=reset>{words.reset_all}</button>
        </p>
    }
}

/// One input: its name, a slider, a number with its unit, and where it starts.
#[component]
fn InputField(app: App, starts: Starts, input: Input) -> impl IntoView {
    let (words, chart, Allowed { least, most, step, .. }) = (app.words, input.chart(), input.allowed());
    let value = Memo::new(move |_| {
        let scenario = app.shown(chart, |view| view.scenario);
        starts.with(|starts| starts.value(input, &scenario))
    });
    let changed = move || app.view.with(|view| view.scenario.get(input).is_some());
    let problem = RwSignal::new(None::<NotTaken>);
    let field = NodeRef::<InputElement>::new();
    let written = move || value.get().map_or(String::new(), |units| input.write(units));
    // Whatever sets the value, what was not taken of the field before is past.
    Effect::new(move |_| {
        value.track();
        problem.set(None);
    });

    let with = move |units: i32| {
        let scenario = app.view.with_untracked(|view| view.scenario);
        starts.with_untracked(|starts| starts.with(&scenario, input, units))
    };
    let choose = move |scenario: Scenario| {
        app.drop_draft();
        app.choose(|view| view.scenario = scenario);
    };
    // Another page has no field that could let go of it.
    on_cleanup(move || app.drop_draft());
    // What the next frame shows; `None` while no frame is asked for.
    let next = StoredValue::new(None::<i32>);
    let dragged = move |units: i32| {
        let waits = next.with_value(Option::is_some);
        next.set_value(Some(units));
        if !waits {
            timing::on_frame(move || {
                // A field that has left the page has no values.
                if let Some(Some(units)) = next.try_update_value(Option::take) {
                    app.draft.set(Some((chart, View { scenario: with(units), ..app.view.get_untracked() })));
                }
            });
        }
    };
    let let_go = move |text: String| {
        next.set_value(None);
        if let Ok(units) = text.parse() {
            choose(with(units));
        }
    };
    // What the field holds was typed in other words, or was not taken.
    let rewrite = move || {
        if let Some(field) = field.get_untracked() {
            field.set_value(&written());
        }
    };
    let reset = move || {
        let mut scenario = app.view.with_untracked(|view| view.scenario);
        scenario.set(input, None);
        choose(scenario);
        problem.set(None);
        rewrite();
        if let Some(field) = field.get_untracked() {
            let _ = field.focus();
        }
    };
    let typed = move |text: String| match input.read_typed(&text) {
        Ok(Some(units)) => {
            problem.set(None);
            // Where the value stays nothing else writes it into the field.
            if value.get_untracked() == Some(units) {
                rewrite();
            }
            choose(with(units));
        }
        Ok(None) => reset(),
        Err(why) => problem.set(Some(why)),
    };

    let name = words.input(input);
    let (slider_id, start_id, problem_id) =
        (["slider-", input.name()].concat(), ["start-", input.name()].concat(), ["problem-", input.name()].concat());
    let described = [&*start_id, " ", &problem_id].concat();
    let start = move || {
        let (starts, snapshot) = (starts.get(), app.snapshot.get());
        html::start(&words.input_start(input, starts.start(input), &snapshot)).into_string()
    };
    let said = move || problem.get().map(|why| words.input_problem(input, why, value.get()));
    let reset_words = move || {
        let has_start = starts.with(|starts| starts.start(input).units().is_some());
        if has_start { words.more().whatif.reset } else { words.more().whatif.clear }
    };
    view! {
        <div class="input" data-input=input.name()>
            <div class="input__head">
                <label class="input__name" for=slider_id.clone()>{name.clone()}</label>
                <button
                    type="button"
                    class="input__reset"
                    hidden=move || !changed() && problem.with(Option::is_none)
                    aria-label=words.more().whatif.reset_one(&name)
                    on:click=move |_| reset()
                >
                    {reset_words}
                </button>
            </div>
            <input
                id=slider_id
                type="range"
                min=least
                max=most
                step=step
                prop:value=move || value.get().unwrap_or(least).to_string()
                aria-valuetext=move || words.input_value(input, value.get())
                on:input:target=move |event| {
                    if let Ok(units) = event.target().value().parse() {
                        dragged(units);
                    }
                }
                on:change:target=move |event| let_go(event.target().value())
                on:pointercancel=move |_| {
                    next.set_value(None);
                    app.drop_draft();
                }
            />
            <label class="input__number">
                <span class="visually-hidden">{name.clone()}</span>
                <input
                    type="text"
                    inputmode="decimal"
                    autocomplete="off"
                    name=input.name()
                    prop:value=written
                    aria-invalid=move || problem.with(Option::is_some).then_some("true")
                    aria-describedby=described
                    node_ref=field
                    on:change:target=move |event| typed(event.target().value())
                />
                <span>{words.input_unit(input)}</span>
            </label>
            <p class="input__problem" id=problem_id role="status">{said}</p>
            <p class="input__start" id=start_id inner_html=start></p>
        </div>
    }
}

/// The formula of one chart, with the numbers as they are; while a slider is dragged too.
#[component]
fn ChartFormula(app: App, chart: ChartName) -> impl IntoView {
    let (starts, words) = (starts(app), app.words);
    let text = move || {
        let scenario = app.shown(chart, |view| view.scenario);
        let formula = starts.with(|starts| words.whatif_formula(chart, starts, &scenario));
        html::formula(&formula, words).into_string()
    };
    view! { <div class="formula" inner_html=text></div> }
}
