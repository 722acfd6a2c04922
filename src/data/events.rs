//! `events.csv`: what moved trade or price.

use super::File;
use super::issue::{CellIssue, Expected};
use super::names::names;
use super::period::When;
use super::source::{Source, read_confidence};
use super::table::{Fact, Row};

names! {
    /// What happened: a rule, or a move of supply, demand or price.
    EventKind { Policy = "policy", Supply = "supply", Demand = "demand", Price = "price" }
}

/// Something that happened, as its source words it.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// The day, or a period where the row gives none.
    pub when: When,
    /// Whether it was a rule, or a move of supply, demand or price.
    pub kind: EventKind,
    /// What happened, in one line that is never empty.
    pub title: String,
    /// Words for the charts that name this event; `None` for most, which are only marked.
    pub label: Option<EventLabel>,
    /// Known from its day, or from the end of its month or year.
    pub source: Source,
}

/// How a chart names an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventLabel {
    /// The words on a wide chart.
    pub long: String,
    /// For a narrow chart; the long words where the row has no others.
    pub short: String,
    /// The charts or pages that name it, such as `trade`; a name that is neither is kept, and means nothing.
    pub charts: Vec<String>,
}

impl Fact for Event {
    const FILE: File = File::Events;
    const COLUMNS: &'static [&'static str] = &["date", "kind", "title", "confidence", "source_url"];

    fn read(row: &Row) -> Result<Self, CellIssue> {
        let when = row.required("date", Expected::DayOrPeriod, When::parse)?;
        Ok(Self {
            when,
            kind: row.required("kind", Expected::OneOf(EventKind::NAMES), EventKind::parse)?,
            title: row.required_text("title")?,
            label: read_label(row),
            source: Source::of_row(row, "", read_confidence(row)?, when.last_day())?,
        })
    }

    fn source(&self) -> &Source {
        &self.source
    }
}

/// Files without these columns are read too.
fn read_label(row: &Row) -> Option<EventLabel> {
    let long = Some(row.text("label")).filter(|label| !label.is_empty())?;
    let short = Some(row.text("short")).filter(|short| !short.is_empty()).unwrap_or(long);
    let charts = row.text("charts").split_whitespace().map(str::to_owned).collect();
    Some(EventLabel { long: long.to_owned(), short: short.to_owned(), charts })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::Table;

    /// The label of an event whose file has further columns.
    #[track_caller]
    fn check(columns: &str, cells: &str, expected: Option<(&str, &str, &[&str])>) {
        let file = format!("date,kind,title,confidence,source_url{columns}\n2025-04-04,policy,Controls,low,{cells}\n");
        let table = Table::<Event>::read(file.as_bytes()).unwrap();
        assert_eq!(table.issues, []);
        let label = expected.map(|(long, short, charts)| EventLabel {
            long: long.to_owned(),
            short: short.to_owned(),
            charts: charts.iter().map(|chart| (*chart).to_owned()).collect(),
        });
        assert_eq!(table.facts[0].label, label, "{cells}");
    }

    #[test]
    fn few_events_have_words_for_charts() {
        let columns = ",label,short,charts";
        check(columns, ",Long,Short,trade prices", Some(("Long", "Short", &["trade", "prices"])));
        check(columns, ",Long,,", Some(("Long", "Long", &[])));
        check(columns, ",Long,Short,moon", Some(("Long", "Short", &["moon"])));
        check(columns, ",,Short,trade", None);
        check("", "", None);
    }
}
