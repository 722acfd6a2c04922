//! Form fields. The page shows in them what is chosen, so that a field keeps its focus.

use super::Program;
use crate::data::Dataset;
use crate::view::choice::{Field, chosen, fields, presets};
use crate::view::{ChartName, View};
use crate::words::Words;
use maud::{Markup, html};

/// The fields of one chart.
pub fn chart_controls(chart: ChartName, data: &Dataset, view: &View, words: &Words) -> Markup {
    html! {
        div.controls {
            @for field in fields(chart, data, view, words) { (labelled(field.label, select(&field))) }
        }
    }
}

fn select(field: &Field) -> Markup {
    html! {
        select name=(field.name) {
            @for (value, text) in &field.options {
                option value=(value) { (if text.is_empty() { value } else { *text }) }
            }
        }
    }
}

/// The months that every chart shows: presets, and the first and last month.
pub fn range_controls(data: &Dataset, view: &View, program: Program, words: &Words) -> Markup {
    let disabled = program.is_absent();
    let preset = |year: Option<i32>| match year {
        Some(year) => words.fill(words.preset_since, &[("year", &year.to_string())]),
        None => words.preset_all.to_owned(),
    };
    let month = |name: &str, label: &str| {
        let value = chosen(view, name, data);
        let field = html! { input type="month" name=(name) value=(value) placeholder="2019-03" disabled[disabled]; };
        labelled(label, field)
    };
    html! {
        form.controls.range aria-label=(words.range_label) {
            div.range__presets {
                @for (range, year) in presets(data) {
                    button type="button" data-range=(range) aria-pressed="false" disabled[disabled] { (preset(year)) }
                }
            }
            (month("from", words.range_from))
            (month("to", words.range_to))
        }
    }
}

/// A field with its name above it.
pub(super) fn labelled(label: &str, field: Markup) -> Markup {
    html! { label.field { span.field__label { (label) } (field) } }
}
