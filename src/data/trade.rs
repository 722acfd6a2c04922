//! `trade.csv`: tonnes of rare earths (the 稀土 headline of China's customs, gross weight) in a period.

use super::File;
use super::amount::{PrintedPercent, PrintedTonnes, Usd};
use super::issue::{CellIssue, Expected, FileError, optional, required};
use super::names::names;
use super::period::Span;
use super::source::Source;
use super::table::{self, Table};

names! {
    /// Which way the goods went, seen from China.
    Flow { Import = "import", Export = "export" }
}

impl Flow {
    pub const BOTH: [Self; 2] = [Self::Import, Self::Export];
}

/// One published figure: a total, a change on a year before, or both.
#[derive(Clone, Debug, PartialEq)]
pub struct TradeFact {
    pub span: Span,
    pub flow: Flow,
    /// Gross weight; `None` where only the change was published.
    pub tonnes: Option<PrintedTonnes>,
    pub value: Option<Usd>,
    /// The change on a year before, only as printed.
    pub change: Option<PrintedPercent>,
    /// How many publications printed it.
    pub sources: u32,
    /// Whether publications differ on it.
    pub conflict: bool,
    pub source: Source,
}

const COLUMNS: [&str; 10] = [
    "period",
    "flow",
    "tonnes",
    "value_usd",
    "yoy_pct",
    "sources",
    "conflict",
    "confidence",
    "known_from",
    "source_url",
];

/// Reads `trade.csv`.
pub fn read(bytes: &[u8]) -> Result<Table<TradeFact>, FileError> {
    table::read(File::Trade, bytes, &COLUMNS, |row, line| {
        let fact = TradeFact {
            span: required("period", row.text("period"), Expected::Period, Span::parse)?,
            flow: required("flow", row.text("flow"), Expected::OneOf(Flow::NAMES), Flow::parse)?,
            tonnes: optional("tonnes", row.text("tonnes"), Expected::Tonnes, PrintedTonnes::parse)?,
            value: optional("value_usd", row.text("value_usd"), Expected::Dollars, Usd::parse)?,
            change: optional("yoy_pct", row.text("yoy_pct"), Expected::Percent, PrintedPercent::parse)?,
            sources: required("sources", row.text("sources"), Expected::Count, |text| text.parse().ok())?,
            conflict: required("conflict", row.text("conflict"), Expected::YesOrNothing, |text| match text {
                "yes" => Some(true),
                "" => Some(false),
                _ => None,
            })?,
            source: Source::read("", row.text("source_url"), row.text("confidence"), row.text("known_from"), line)?,
        };
        if fact.tonnes.is_none() && fact.change.is_none() {
            return Err(CellIssue::new("tonnes", "", Expected::SomeFigure));
        }
        Ok(fact)
    })
}
