//! Form fields as HTML. Which of their values is chosen is the page's to set, so that a field keeps its focus.

use super::{element, escape};
use crate::data::Dataset;
use crate::view::choice::{Choice, Field, fields, presets};
use crate::view::{ChartName, View};
use crate::words::Words;

/// The fields of one chart.
pub fn chart_controls(chart: ChartName, data: &Dataset, view: &View, words: &Words) -> String {
    element("div", "controls", &fields(chart, data, view).iter().map(|field| select(field, words)).collect::<String>())
}

fn select(field: &Field, words: &Words) -> String {
    let option = |choice: &Choice| {
        format!("<option value=\"{}\">{}</option>", escape(&choice.value()), escape(&words.choice(*choice)))
    };
    let options: String = field.options.iter().map(option).collect();
    labelled(words.key(field.key), &format!("<select name=\"{}\">{options}</select>", field.key.name()))
}

/// The months that every chart shows: presets, and the first and last month.
pub fn range_controls(data: &Dataset, words: &Words) -> String {
    let preset = |(range, year): (String, Option<i32>)| {
        let text = match year {
            Some(year) => words.preset_since(&year.to_string()),
            None => words.preset_all.to_owned(),
        };
        format!("<button type=\"button\" data-range=\"{range}\" aria-pressed=\"false\">{}</button>", escape(&text))
    };
    let presets: String = presets(data).into_iter().map(preset).collect();
    let month = |name: &str, label: &str| {
        labelled(label, &format!("<input type=\"month\" name=\"{name}\" placeholder=\"2019-03\">"))
    };
    format!(
        "<form class=\"controls range\" aria-label=\"{}\">{}{}{}</form>",
        escape(words.range_label),
        element("div", "range__presets", &presets),
        month("from", words.range_from),
        month("to", words.range_to)
    )
}

pub(super) fn labelled(label: &str, field: &str) -> String {
    let label = element("span", "field__label", &escape(label));
    element("label", "field", &(label + field))
}
