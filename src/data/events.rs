//! `events.csv`: what moved trade or price.

use super::File;
use super::issue::{Expected, FileError, required};
use super::names::names;
use super::period::When;
use super::source::Source;
use super::table::{self, Row, Table};

names! {
    /// What an event moved, or was moved by.
    EventKind { Policy = "policy", Supply = "supply", Demand = "demand", Price = "price" }
}

/// Something that happened, as its source words it.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    pub when: When,
    pub kind: EventKind,
    pub title: String,
    /// Words for the charts that name this event; `None` for most, which are only marked.
    pub label: Option<EventLabel>,
    /// Known from its day, or from the end of its month or year.
    pub source: Source,
}

/// How a chart names an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventLabel {
    pub long: String,
    /// For a narrow chart; the long words where the row has no others.
    pub short: String,
    /// The charts or pages that name it, such as `trade`; a name that is neither is kept, and means nothing.
    pub charts: Vec<String>,
}

const COLUMNS: [&str; 5] = ["date", "kind", "title", "confidence", "source_url"];

/// Reads `events.csv`.
pub fn read(bytes: &[u8]) -> Result<Table<Event>, FileError> {
    table::read(File::Events, bytes, &COLUMNS, |row, line| {
        let when = required("date", row.text("date"), Expected::DayOrPeriod, When::parse)?;
        Ok(Event {
            when,
            kind: required("kind", row.text("kind"), Expected::OneOf(EventKind::NAMES), EventKind::parse)?,
            title: required("title", row.text("title"), Expected::Text, |text| {
                (!text.is_empty()).then(|| text.to_owned())
            })?,
            label: read_label(row),
            source: Source::read(
                "",
                row.text("source_url"),
                row.text("confidence"),
                &when.last_day().to_string(),
                line,
            )?,
        })
    })
}

/// Files without these columns are read too.
fn read_label(row: &Row) -> Option<EventLabel> {
    let long = Some(row.text("label")).filter(|label| !label.is_empty())?;
    let short = Some(row.text("short")).filter(|short| !short.is_empty()).unwrap_or(long);
    let charts = row.text("charts").split_whitespace().map(str::to_owned).collect();
    Some(EventLabel { long: long.to_owned(), short: short.to_owned(), charts })
}
