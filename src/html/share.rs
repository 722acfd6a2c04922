//! The panels for sharing and embedding as HTML text, and the code that an editor pastes.
//!
//! What a panel asks is made when it is opened, its fields named like keys of the link. What it answers is written into
//! its places by the page.

use super::controls::labelled;
use super::{element, escape};
use crate::data::Dataset;
use crate::view::link::print;
use crate::view::share::frozen_on;
use crate::view::{ChartName, Theme, View};
use crate::words::Words;

/// The widths of a column that an editor can try, in CSS pixels; the second is the usual one.
pub const WIDTHS: [u32; 3] = [320, 600, 900];

/// The script that fits frames to their charts, beside the page.
pub const SCRIPT: &str = "frame.js";

/// What opens the panels.
pub fn buttons(words: &Words) -> String {
    let button = |panel: &str, text: &str| {
        format!("<button type=\"button\" popovertarget=\"{panel}\">{}</button>", escape(text))
    };
    element("div", "tools", &(button("share", words.share) + &button("embed", words.embed)))
}

/// The panels, empty: they stay where they are while the page around them changes.
pub fn panels(words: &Words) -> String {
    let panel = |id: &str, title: &str| {
        // Sent as `dialog`, a form goes nowhere.
        format!(
            "<form id=\"{id}\" class=\"panel\" method=\"dialog\" popover role=\"dialog\" aria-label=\"{}\"></form>",
            escape(title)
        )
    };
    panel("share", words.share_title) + &panel("embed", words.embed_title)
}

/// A panel of a page that no link leads to: a file, or a document inside another page.
pub fn local_panel(panel: &str, words: &Words) -> String {
    head(panel, words.share, words) + &note(words.share_local)
}

/// What the share panel asks. `sends` says whether the device has a share sheet.
pub fn share_panel(view: &View, data: &Dataset, sends: bool, words: &Words) -> String {
    let send = format!("<button type=\"button\" data-send>{}</button>", escape(words.share_send));
    let qr = format!(
        "<figure class=\"qr\"><div class=\"qr__code\"></div><figcaption>{}</figcaption></figure>",
        escape(words.share_qr)
    );
    [
        &*head("share", words.share_title, words),
        &sharing(view, data, words),
        &code("panel__link", 3, words.share_link, "", if sends { &send } else { "" }, words),
        "<p class=\"panel__said\" role=\"status\"></p><p class=\"panel__note panel__about\"></p>",
        &qr,
    ]
    .concat()
}

/// What the embed panel asks; `script` is the address of [`SCRIPT`].
pub fn embed_panel(view: &View, data: &Dataset, titles: &[(ChartName, String)], script: &str, words: &Words) -> String {
    let select = |name: &str, label: &str, chosen: &str, options: &[(&str, String)]| {
        let option = |(value, text): &(&str, String)| {
            let selected = if *value == chosen { " selected" } else { "" };
            format!("<option value=\"{value}\"{selected}>{}</option>", escape(text))
        };
        let options: String = options.iter().map(option).collect();
        labelled(label, &format!("<select name=\"{name}\">{options}</select>"))
    };
    let charts: Vec<_> = titles.iter().map(|(chart, title)| (chart.name(), title.clone())).collect();
    let chart = view.charts().first().map_or("", |chart| ChartName::name(*chart));
    let themes = [(Theme::Auto, words.theme_auto), (Theme::Light, words.theme_light), (Theme::Dark, words.theme_dark)];
    let hidden = [("title", words.hide_title), ("controls", words.hide_controls), ("source", words.hide_source)];
    let hidden: String = hidden.map(|(part, text)| tick("checkbox", "_hide", part, false, text)).concat();
    let width = |width: u32| tick("radio", "width", &width.to_string(), width == WIDTHS[1], &format!("{width} px"));
    [
        head("embed", words.embed_title, words),
        element(
            "div",
            "panel__row",
            &[
                select("chart", words.embed_chart, chart, &charts),
                select("_theme", words.embed_theme, "", &themes.map(|(theme, text)| (theme.name(), text.to_owned()))),
            ]
            .concat(),
        ),
        group(words.embed_hide, &hidden),
        sharing(view, data, words),
        group(words.embed_width, &WIDTHS.map(width).concat()),
        tick("checkbox", "sandbox", "1", false, words.embed_sandbox),
        note(words.embed_sandbox_note),
        code("panel__snippet", 5, words.embed_code, "", "", words),
        "<p class=\"panel__said\" role=\"status\"></p><p class=\"panel__note panel__about\"></p>".to_owned(),
        code("", 2, words.embed_script, &format!("<script src=\"{script}\" async></script>"), "", words),
        note(words.embed_script_note),
        format!(
            "<div class=\"preview\" tabindex=\"0\"><iframe title=\"{}\"></iframe></div>",
            escape(words.embed_preview)
        ),
        note(words.embed_preview_note),
    ]
    .concat()
}

/// The code that shows one chart of a view in another page. `address` is the dashboard's, `title` the chart's.
pub fn snippet(address: &str, framed: &View, title: &str, height: u32, sandboxed: bool) -> String {
    let sandbox =
        if sandboxed { "\n  sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox\"" } else { "" };
    format!(
        "<iframe title=\"{}\" width=\"100%\" height=\"{height}\" frameborder=\"0\" loading=\"lazy\"{sandbox}\n  src=\"{}\"></iframe>",
        escape(title),
        escape(&format!("{address}?{}", print(framed)))
    )
}

fn head(panel: &str, title: &str, words: &Words) -> String {
    let close = format!(
        "<button type=\"button\" popovertarget=\"{panel}\" popovertargetaction=\"hide\">{}</button>",
        escape(words.panel_close)
    );
    element("div", "panel__head", &(element("h2", "", &escape(title)) + &close))
}

/// Whether the link moves with the figures; without a day there is nothing to freeze.
fn sharing(view: &View, data: &Dataset, words: &Words) -> String {
    let Some(day) = frozen_on(view, data) else { return String::new() };
    let text = words.share_frozen(&words.day(day));
    let frozen = view.as_of.is_some();
    let choices = tick("radio", "asof", "", !frozen, words.share_moving)
        + &tick("radio", "asof", &day.to_string(), frozen, &text);
    element("div", "panel__choices", &choices)
}

fn group(legend: &str, fields: &str) -> String {
    element("fieldset", "panel__choices", &(element("legend", "field__label", &escape(legend)) + fields))
}

fn tick(kind: &str, name: &str, value: &str, checked: bool, text: &str) -> String {
    let checked = if checked { " checked" } else { "" };
    let field = format!("<input type=\"{kind}\" name=\"{name}\" value=\"{value}\"{checked}>");
    element("label", "tick", &(field + &element("span", "", &escape(text))))
}

/// A text to take along, with the ways to do so.
fn code(class: &str, rows: u32, label: &str, text: &str, more: &str, words: &Words) -> String {
    let area = format!(
        "<textarea class=\"{class}\" rows=\"{rows}\" readonly spellcheck=\"false\">{}</textarea>",
        escape(text)
    );
    let copy = format!("<button type=\"button\" data-copy>{}</button>", escape(words.share_copy));
    element("div", "panel__code", &(labelled(label, &area) + &element("div", "panel__row", &(copy + more))))
}

fn note(text: &str) -> String {
    element("p", "panel__note", &escape(text))
}
