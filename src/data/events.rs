//! `events.csv`: what moved trade or price.

use super::File;
use super::issue::{Expected, FileError, required};
use super::period::When;
use super::source::Source;
use super::table::{self, Table};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum EventKind {
    Policy,
    Supply,
    Demand,
    Price,
}

/// Something that happened, as its source words it.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    pub when: When,
    pub kind: EventKind,
    pub title: String,
    /// Known from its day, or from the end of its month or year.
    pub source: Source,
}

const COLUMNS: [&str; 5] = ["date", "kind", "title", "confidence", "source_url"];

/// Reads `events.csv`.
pub fn read(bytes: &[u8]) -> Result<Table<Event>, FileError> {
    table::read(File::Events, bytes, &COLUMNS, |row, line| {
        let when: When = required("date", row.text("date"), Expected::DayOrPeriod, |text| text.parse().ok())?;
        Ok(Event {
            when,
            kind: required(
                "kind",
                row.text("kind"),
                Expected::OneOf("policy, supply, demand, price"),
                |text| match text {
                    "policy" => Some(EventKind::Policy),
                    "supply" => Some(EventKind::Supply),
                    "demand" => Some(EventKind::Demand),
                    "price" => Some(EventKind::Price),
                    _ => None,
                },
            )?,
            title: required("title", row.text("title"), Expected::Text, |text| {
                (!text.is_empty()).then(|| text.to_owned())
            })?,
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
