//! `trade.csv`: tonnes of rare earths (the 稀土 headline of China's customs, gross weight) in a period.

use super::File;
use super::amount::{PrintedPercent, PrintedTonnes, Usd};
use super::issue::{CellIssue, Expected};
use super::names::names;
use super::period::Span;
use super::source::{Source, known_after};
use super::table::{Fact, Row};

names! {
    /// Which way the goods went, seen from China.
    Flow {
        /// Into China.
        Import = "import",
        /// Out of China.
        Export = "export",
    }
}

impl Flow {
    /// Imports, then exports.
    pub const BOTH: [Self; 2] = [Self::Import, Self::Export];
}

/// One published figure: a total, a change on a year before, or both.
#[derive(Clone, Debug, PartialEq)]
pub struct TradeFact {
    /// The months that were counted.
    pub span: Span,
    /// Imports or exports.
    pub flow: Flow,
    /// Gross weight; `None` where only the change was published.
    pub tonnes: Option<PrintedTonnes>,
    /// In US dollars, where it was published.
    pub value: Option<Usd>,
    /// The change on a year before, only as printed.
    pub change: Option<PrintedPercent>,
    /// How many publications printed it.
    pub sources: u32,
    /// Whether publications differ on it.
    pub conflict: bool,
    /// Who published it, and since when it was public.
    pub source: Source,
}

impl Fact for TradeFact {
    const FILE: File = File::Trade;
    const COLUMNS: &'static [&'static str] = &[
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

    fn read(row: &Row) -> Result<Self, CellIssue> {
        let fact = Self {
            span: row.required("period", Expected::Period, Span::parse)?,
            flow: row.required("flow", Expected::OneOf(Flow::NAMES), Flow::parse)?,
            tonnes: row.optional("tonnes", Expected::Tonnes, PrintedTonnes::parse),
            value: row.optional("value_usd", Expected::Dollars, Usd::parse),
            change: row.optional("yoy_pct", Expected::Percent, PrintedPercent::parse),
            sources: row.required("sources", Expected::Count, |text| text.parse().ok())?,
            conflict: row.required("conflict", Expected::YesOrNothing, |text| match text {
                "yes" => Some(true),
                "" => Some(false),
                _ => None,
            })?,
            source: Source::read(row, "")?,
        };
        known_after(row, fact.span.last().last_day())?;
        if fact.tonnes.is_none() && fact.change.is_none() {
            return Err(CellIssue::new("tonnes", "", Expected::SomeFigure));
        }
        Ok(fact)
    }

    fn source(&self) -> &Source {
        &self.source
    }
}
