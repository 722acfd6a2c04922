//! What can be wrong with a file or a row, in words that tell the editor what was expected.

use super::File;
use std::fmt;

/// Why a file could not be used at all. Its text follows the file's name on the page.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    #[error("could not be fetched ({0}). Check that it is in assets/data/ beside the page")]
    NotFetched(String),
    #[error("is empty. It must start with a line of column names, see docs/data.md")]
    Empty,
    #[error("is {found} bytes long, and at most {limit} are read: this is probably not the right file")]
    TooLarge { found: usize, limit: usize },
    #[error("is not text in UTF-8. Save it as CSV in UTF-8")]
    NotText,
    #[error("is a web page, not a table: the server answers with a page where the file is missing")]
    WebPage,
    #[error("has no column “{column}” in its first line. Expected: {expected}")]
    MissingColumn { column: &'static str, expected: String },
}

/// What a cell should have held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    Period,
    Day,
    DayOrPeriod,
    Tonnes,
    Dollars,
    Percent,
    Price,
    Number,
    Count,
    WebAddress,
    LowBelowHigh,
    LowAndHigh,
    BandOrMid,
    SomeFigure,
    Text,
    PartnerCode,
    OneOf(&'static [&'static str]),
    Basket,
    YesOrNothing,
    Columns(usize),
    LineEnd,
    OneLine,
    Utf8,
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Period => "a period such as 2025-03, 2025-Q1, 2025-H1, 2025 or 2025-01/04",
            Self::Day => "a day such as 2025-04-21",
            Self::DayOrPeriod => "a day such as 2025-04-21, a month or a year, as the row's span says",
            Self::Tonnes => "tonnes, not negative, such as 5666.3",
            Self::Dollars => "US dollars, not negative, such as 1441901598",
            Self::Percent => "a percentage such as -42.2",
            Self::Price => "a price above zero such as 585000",
            Self::Number => "a number such as 35000",
            Self::Count => "a whole number such as 2",
            Self::WebAddress => "a web address that starts with https:// or http://, or nothing",
            Self::LowBelowHigh => "a low that is not above the high",
            Self::LowAndHigh => "both low and high, or neither",
            Self::BandOrMid => "low and high, or mid, or all three",
            Self::SomeFigure => "at least one figure in the row",
            Self::Text => "some text",
            Self::PartnerCode => "three capital letters (ISO 3166) such as MMR, or W00 for the world",
            Self::OneOf(names) => return write!(f, "one of: {}", names.join(", ")),
            Self::Basket => "one of: compounds-metals, oxides, mixed-carbonate and the others of docs/data.md",
            Self::YesOrNothing => "one of: yes, or nothing",
            Self::Columns(count) => return write!(f, "{count} columns"),
            Self::LineEnd => "a line end: the file may be cut short",
            Self::OneLine => "text in one line: a quotation mark may be missing",
            Self::Utf8 => "text in UTF-8",
        })
    }
}

/// A row that was skipped, or kept with a doubt, and why.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}, line {line}{}: found “{found}”, expected {expected}", file.name(), column.map(|column| format!(", column {column}")).unwrap_or_default())]
pub struct RowIssue {
    pub file: File,
    /// From 1, the header.
    pub line: u64,
    pub column: Option<&'static str>,
    /// The cell's text, cut where it is long.
    pub found: String,
    pub expected: Expected,
}

/// What is wrong with one cell; its file and line are known a level above.
#[derive(Debug, PartialEq, Eq)]
pub struct CellIssue {
    pub column: &'static str,
    pub found: String,
    pub expected: Expected,
}

impl CellIssue {
    pub fn new(column: &'static str, found: &str, expected: Expected) -> Self {
        Self { column, found: shorten(found), expected }
    }
}

/// At most 40 characters, so that noise does not fill the page.
pub(super) fn shorten(text: &str) -> String {
    match text.char_indices().nth(40) {
        None => text.to_owned(),
        Some((end, _)) => format!("{}…", &text[..end]),
    }
}
