//! The panels for sharing and embedding, and the code that an editor pastes.
//!
//! What a panel asks is made when it is opened, its fields named like keys of the link. What it answers is written into
//! its parts by the page.

use super::labelled;
use crate::data::Dataset;
use crate::view::link::print;
use crate::view::share::frozen_on;
use crate::view::{ChartName, Theme, View};
use crate::words::Words;
use maud::{Markup, html};

/// The widths of a column that an editor can try, in CSS pixels; the second is the usual one.
pub const WIDTHS: [u32; 3] = [320, 600, 900];

/// The script that fits frames to their charts, beside the page.
pub const SCRIPT: &str = "frame.js";

/// A panel of a page that no link leads to: a file, or a document inside another page.
pub fn local_panel(panel: &str, words: &Words) -> Markup {
    let title = if panel == "embed" { words.embed_title } else { words.share_title };
    html! { (head(panel, title, words)) (note(words.more().panels.share_local)) }
}

/// What the share panel asks. `sends` says whether the device has a share sheet.
pub fn share_panel(view: &View, data: &Dataset, sends: bool, words: &Words) -> Markup {
    let send = html! { @if sends { button type="button" data-send { (words.more().panels.share_send) } } };
    html! {
        (head("share", words.share_title, words))
        (sharing(view, data, words))
        (code("panel__link", 3, words.more().panels.share_link, "", send, words))
        (answers())
        figure.qr { div.qr__code {} figcaption { (words.more().panels.share_qr) } }
    }
}

/// What the embed panel asks. `titles` are those of the charts that can be embedded, the first being chosen; `script` is the address of
/// [`SCRIPT`].
pub fn embed_panel(view: &View, data: &Dataset, titles: &[(ChartName, String)], script: &str, words: &Words) -> Markup {
    let shown = titles.first().map_or("", |(chart, _)| chart.name());
    let charts: Vec<(&str, &str)> = titles.iter().map(|(chart, title)| (chart.name(), title.as_str())).collect();
    let themes = [
        (Theme::Auto, words.more().panels.theme_auto),
        (Theme::Light, words.more().panels.theme_light),
        (Theme::Dark, words.more().panels.theme_dark),
    ];
    let themes = themes.map(|(theme, text)| (theme.name(), text));
    let hidden = [("title", words.more().panels.hide_title), ("source", words.more().panels.hide_source)];
    let hidden = html! { @for (part, text) in hidden { (tick("checkbox", "_hide", part, false, text)) } };
    let width = |width: u32| tick("radio", "width", &width.to_string(), width == WIDTHS[1], &format!("{width} px"));
    let widths = html! { @for px in WIDTHS { (width(px)) } };
    let script = html! { script src=(script) async {} }.into_string();
    html! {
        (head("embed", words.embed_title, words))
        div.panel__row {
            (select("chart", words.more().panels.embed_chart, shown, &charts))
            (select("_theme", words.more().panels.embed_theme, "", &themes))
        }
        (group(words.more().panels.embed_hide, hidden))
        (sharing(view, data, words))
        (group(words.more().panels.embed_width, widths))
        (tick("checkbox", "sandbox", "1", false, words.more().panels.embed_sandbox))
        (note(words.more().panels.embed_sandbox_note))
        (code("panel__snippet", 5, words.more().panels.embed_code, "", Markup::default(), words))
        (answers())
        (code("", 2, words.more().panels.embed_script, &script, Markup::default(), words))
        (note(words.more().panels.embed_script_note))
        div.preview tabindex="0" { iframe title=(words.more().panels.embed_preview) {} }
        (note(words.more().panels.embed_preview_note))
        (code("panel__picture", 3, words.more().panels.embed_picture, "", Markup::default(), words))
        (note(words.more().panels.embed_picture_note))
        img.picture alt="";
    }
}

/// The code that shows one chart of a view in another page. `address` is the dashboard's, `title` the chart's.
pub fn snippet(address: &str, framed: &View, title: &str, height: u32, sandboxed: bool) -> String {
    let sandbox = sandboxed.then_some("allow-scripts allow-popups allow-popups-to-escape-sandbox");
    let query = print(framed);
    let code = html! {
        iframe title=(title) width="100%" height=(height) frameborder="0" loading="lazy" sandbox=[sandbox]
            src={ (address) "?" (query) } {}
    };
    // On lines that an editor can read; quotes in a title are escaped, so that it holds neither.
    code.into_string().replace(" sandbox=\"", "\n  sandbox=\"").replace(" src=\"", "\n  src=\"")
}

/// The code of a picture that leads to the page, for hosts that allow no frames. `link` and `image` are whole addresses,
/// `size` is in CSS pixels.
pub fn picture(link: &str, image: &str, title: &str, (width, height): (u32, u32)) -> String {
    let picture = html! { a href=(link) { img src=(image) alt=(title) width=(width) height=(height); } };
    picture.into_string().replace("<img src=\"", "<img\n  src=\"")
}

fn head(panel: &str, title: &str, words: &Words) -> Markup {
    html! {
        div.panel__head {
            h2 { (title) }
            button type="button" popovertarget=(panel) popovertargetaction="hide" { (words.more().panels.panel_close) }
        }
    }
}

/// Whether the link moves with the figures; without a day there is nothing to freeze.
fn sharing(view: &View, data: &Dataset, words: &Words) -> Markup {
    let frozen = view.as_of.is_some();
    html! {
        @if let Some(day) = frozen_on(view, data) {
            div.panel__choices {
                (tick("radio", "asof", "", !frozen, words.more().panels.share_moving))
                (tick("radio", "asof", &day.to_string(), frozen, &words.more().panels.share_frozen(&words.day(day))))
            }
        }
    }
}

/// Where a panel says what it did and what its link or code is.
fn answers() -> Markup {
    html! { p.panel__said role="status" {} p.panel__note.panel__about {} }
}

fn group(legend: &str, fields: Markup) -> Markup {
    html! { fieldset.panel__choices { legend.field__label { (legend) } (fields) } }
}

fn select(name: &str, label: &str, chosen: &str, options: &[(&str, &str)]) -> Markup {
    let select = html! {
        select name=(name) {
            @for (value, text) in options { option value=(value) selected[*value == chosen] { (text) } }
        }
    };
    labelled(label, select)
}

fn tick(kind: &str, name: &str, value: &str, checked: bool, text: &str) -> Markup {
    html! {
        label.tick { input type=(kind) name=(name) value=(value) checked[checked]; span { (text) } }
    }
}

/// A text to take along, with the ways to do so.
fn code(class: &str, rows: u32, label: &str, text: &str, after: Markup, words: &Words) -> Markup {
    let area = html! { textarea class=(class) rows=(rows) readonly spellcheck="false" { (text) } };
    html! {
        div.panel__code {
            (labelled(label, area))
            div.panel__row { button type="button" data-copy { (words.more().panels.share_copy) } (after) }
        }
    }
}

pub(crate) fn note(text: &str) -> Markup {
    html! { p.panel__note { (text) } }
}
