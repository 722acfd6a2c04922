//! What can be wrong with a file or a row, and what was expected instead. `words` says it.

use super::File;

/// Why a file could not be used at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileError {
    NotFetched(FetchError),
    Empty,
    /// In bytes.
    TooLarge {
        found: usize,
        limit: usize,
    },
    /// It is not UTF-8, or holds a null.
    NotText,
    /// It is HTML: servers answer so where a file is missing.
    WebPage,
    MissingColumn {
        column: &'static str,
        /// Every column that the file must have.
        expected: &'static [&'static str],
    },
}

/// Why a file was not fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FetchError {
    /// By the network, or by a policy of the host.
    Refused,
    /// The host answered with another HTTP status than success.
    Status(u16),
    BrokeOff,
}

/// A row that was left out, or a file's end that is missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowIssue {
    pub file: File,
    /// From 1, the header.
    pub line: u64,
    /// `None` where the row as a whole is meant.
    pub column: Option<&'static str>,
    pub found: Found,
    pub expected: Expected,
}

/// What a cell or a row holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// The cell's text, or the end of the file, cut where it is long.
    Text(String),
    /// The row has so many cells.
    Columns(usize),
    NotUtf8,
    NotCsv,
}

/// What a cell or a row should have held.
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

/// What is wrong with one cell; its file and line are known a level above.
#[derive(Debug, PartialEq, Eq)]
pub struct CellIssue {
    pub column: &'static str,
    pub found: String,
    pub expected: Expected,
}

impl CellIssue {
    /// `found` is the cell's text; it is cut where it is long.
    pub fn new(column: &'static str, found: &str, expected: Expected) -> Self {
        Self { column, found: shorten(found), expected }
    }
}

/// At most 40 characters, so that noise does not fill the page.
fn shorten(text: &str) -> String {
    match text.char_indices().nth(40) {
        None => text.to_owned(),
        Some((end, _)) => format!("{}…", &text[..end]),
    }
}
