//! The figures of a chart as a table, as a list, and as a file.

use super::tip::{sources, tip};
use super::{Description, SourceLine};
use crate::view::ChartName;
use crate::words::Words;
use csv::{QuoteStyle, Terminator, WriterBuilder};
use maud::{Markup, html};

fn heads(words: &Words) -> [&'static str; 4] {
    [words.table_what, words.table_value, words.table_details, words.table_source]
}

/// Every mark of a chart, a row each, under a link to the same as a file; whoever shows it gives the link its address.
pub(super) fn table(chart: ChartName, marks: &[Description], words: &Words) -> Markup {
    html! {
        p { a.csv download={ (chart.name()) ".csv" } { (words.table_csv) } }
        div.table tabindex="0" role="region" aria-label=(words.table_summary) {
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
    let mut file =
        WriterBuilder::new().quote_style(QuoteStyle::Always).terminator(Terminator::CRLF).from_writer(Vec::new());
    // Writing into memory cannot fail, nor can lines of one length; all that is written is text.
    let _ = file.write_record(heads(words));
    for mark in marks {
        let source = |source: &SourceLine| [&*source.text, " ", source.url.as_deref().unwrap_or_default()].concat();
        let sources: Vec<String> = mark.sources.iter().map(source).collect();
        let _ = file.write_record([&mark.title, &mark.value, &mark.details.join("; "), &sources.join("; ")]);
    }
    String::from_utf8(file.into_inner().unwrap_or_default()).unwrap_or_default()
}
