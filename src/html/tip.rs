//! What pointing at a chart shows.

use super::{Description, SourceLine};
use crate::data::Month;
use crate::words::Words;
use maud::{Markup, html};

/// One tip for a mark, several for events that share a point in time; empty where there are none. `base` is the month that can
/// be made 100.
pub fn tips(descriptions: &[Description], base: Option<Month>, words: &Words) -> Markup {
    html! {
        @for description in descriptions { (tip(description)) }
        @if let Some(month) = base {
            button.tip__base type="button" data-base { (words.more().tips.make_base(&words.month(month))) }
        }
        // Only a tip that is held can be scrolled, and its links followed.
        @if !descriptions.is_empty() { p.tip__hint { (words.more().tips.tip_hint) } }
    }
}

/// Everything that is known of a mark or an event.
pub(super) fn tip(description: &Description) -> Markup {
    html! {
        div.tip {
            p.tip__title { (description.title) }
            p.tip__value { (description.value) }
            ul.tip__details { @for detail in &description.details { li { (detail) } } }
            (sources(&description.sources))
        }
    }
}

/// Publishers as a list.
pub(super) fn sources(lines: &[SourceLine]) -> Markup {
    html! { ul.tip__sources { @for line in lines { li { (source(line)) } } } }
}

/// A publisher, as a link where the address is known.
pub(super) fn source(line: &SourceLine) -> Markup {
    html! {
        @match &line.url {
            Some(url) => a href=(url) target="_blank" rel="noopener noreferrer" { (line.text) },
            None => (line.text),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_from_a_file_becomes_markup() {
        let description = Description {
            title: "<b>".to_owned(),
            value: "\"1\" & 2".to_owned(),
            details: vec!["<script>".to_owned()],
            sources: vec![SourceLine { text: "a<b".to_owned(), url: Some("https://a.b/?c&d".to_owned()) }],
        };
        assert_eq!(
            tip(&description).into_string(),
            "<div class=\"tip\"><p class=\"tip__title\">&lt;b&gt;</p><p class=\"tip__value\">&quot;1&quot; &amp; 2</p>\
             <ul class=\"tip__details\"><li>&lt;script&gt;</li></ul><ul class=\"tip__sources\"><li>\
             <a href=\"https://a.b/?c&amp;d\" target=\"_blank\" rel=\"noopener noreferrer\">a&lt;b</a></li></ul></div>"
        );
    }
}
