//! The page `whatif`: where its inputs start, its formulas, and the way to it.

use super::page::href;
use crate::view::{Page, View};
use crate::words::{Formula, StartWords, Words};
use maud::{Markup, html};

/// Where an input starts, with a link to whoever says so.
pub fn start(start: &StartWords) -> Markup {
    html! {
        (start.text) ". "
        @if let Some(source) = &start.source {
            @match &source.url {
                Some(url) => a href=(url) target="_blank" rel="noopener noreferrer" { (source.text) },
                None => (source.text),
            }
        }
    }
}

/// The formula of a chart, in words and with numbers.
pub fn formula(Formula { in_words, lines }: &Formula, words: &Words) -> Markup {
    html! {
        h3.formula__title { (words.more().whatif.formula) }
        p { (in_words) }
        ul {
            @for (of, numbers) in lines {
                li { @if !of.is_empty() { b { (of) } ": " } (numbers) }
            }
        }
    }
}

/// The way to a page that no menu names, or back from it.
pub fn onward(page: Page, view: &View, words: &Words) -> Markup {
    html! { a.chart__more href=(href(page, view)) data-view=(page.name()) { (words.onward(page)) } }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::SourceLine;

    #[test]
    fn a_start_leads_to_its_source() {
        let of = |url: Option<&str>| {
            let source = SourceLine { text: "A & B".to_owned(), url: url.map(str::to_owned) };
            start(&StartWords { text: "Starts at 1".to_owned(), source: Some(source) }).into_string()
        };
        assert_eq!(of(None), "Starts at 1. A &amp; B");
        let linked =
            "Starts at 1. <a href=\"https://a.cn/\" target=\"_blank\" rel=\"noopener noreferrer\">A &amp; B</a>";
        assert_eq!(of(Some("https://a.cn/")), linked);
    }
}
