//! The figures of a chart as a table, as a list, and as a file.

use super::tip::{sources, tip};
use super::{Description, SourceLine};
use crate::view::ChartName;
use crate::words::Words;
use csv::{QuoteStyle, Terminator, WriterBuilder};
use maud::{Markup, html};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

fn heads(words: &Words) -> [&'static str; 4] {
    [
        words.more().tips.table_what,
        words.more().tips.table_value,
        words.more().tips.table_details,
        words.more().tips.table_source,
    ]
}

/// As `encodeURIComponent` of browsers.
const IN_ADDRESS: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'!')
    .remove(b'~')
    .remove(b'*')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')');

/// Every mark of a chart, a row each, under a link to the same as a file, which the link holds.
pub(super) fn table(chart: ChartName, marks: &[Description], words: &Words) -> Markup {
    let file = csv(marks, words);
    let file = utf8_percent_encode(&file, IN_ADDRESS);
    html! {
        p { a.csv download={ (chart.name()) ".csv" } href={ "data:text/csv;charset=utf-8," (file) } { (words.more().tips.table_csv) } }
        div.table tabindex="0" role="group" aria-label=(words.table_summary) {
            table {
                thead { tr { @for head in heads(words) { th scope="col" { (head) } } } }
                tbody {
                    @for mark in marks {
                        tr {
                            th scope="row" { (mark.title) }
                            td.table__value { (mark.value) }
                            td { (mark.details.join("; ")) }
                            td { (sources(&mark.sources)) }
                        }
                    }
                }
            }
        }
    }
}

pub(super) fn list(entries: &[Description]) -> Markup {
    html! { ul.fold__list { @for entry in entries { li { (tip(entry)) } } } }
}

/// The marks of a chart as a file: what, value, details and publishers of each, a line each, by RFC 4180.
pub fn csv(marks: &[Description], words: &Words) -> String {
    let mut file = WriterBuilder::new()
        .has_headers(false)
        .quote_style(QuoteStyle::Always)
        .terminator(Terminator::CRLF)
        .from_writer(Vec::new());
    // Writing into memory cannot fail, nor can lines of one length; all that is written is text.
    let _ = file.write_record(heads(words));
    for mark in marks {
        let _ = file.serialize(Line::new(mark));
    }
    String::from_utf8(file.into_inner().unwrap_or_default()).unwrap_or_default()
}

/// One line of the file.
#[derive(Serialize)]
struct Line<'a> {
    what: &'a str,
    value: &'a str,
    details: String,
    sources: String,
}

impl<'a> Line<'a> {
    fn new(mark: &'a Description) -> Self {
        let source = |source: &SourceLine| [&*source.text, " ", source.url.as_deref().unwrap_or_default()].concat();
        let sources: Vec<String> = mark.sources.iter().map(source).collect();
        Self { what: &mark.title, value: &mark.value, details: mark.details.join("; "), sources: sources.join("; ") }
    }
}
