//! What can be wrong with a file or a row, and what was expected instead. `words` says it.

use super::File;

/// Why a file could not be used at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileError {
    /// The browser did not get it.
    NotFetched(FetchError),
    /// It holds no bytes but white space, or was never among the files to read.
    Empty,
    /// In bytes.
    TooLarge {
        /// The file's size.
        found: usize,
        /// The most that is read, see [`super::MAX_BYTES`].
        limit: usize,
    },
    /// It is not UTF-8, or holds a null.
    NotText,
    /// It is HTML: servers answer so where a file is missing.
    WebPage,
    /// Its header lacks a column that must be there.
    MissingColumn {
        /// The first column that is missing, in the order of `expected`.
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
    /// The answer began well, and its end never came.
    BrokeOff,
}

/// A row that was left out, or a file's end that is missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowIssue {
    /// The file that the row is in.
    pub file: File,
    /// From 1, the header.
    pub line: u64,
    /// `None` where the row as a whole is meant.
    pub column: Option<&'static str>,
    /// What stands there instead of what should.
    pub found: Found,
    /// What should stand there.
    pub expected: Expected,
}

/// What a cell or a row holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// The cell's text, or the end of the file, cut where it is long.
    Text(String),
    /// The row has so many cells.
    Columns(usize),
    /// The row holds bytes that are not UTF-8.
    NotUtf8,
    /// The row cannot be split into cells.
    NotCsv,
}

/// What a cell or a row should have held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// A period such as `2025-03`, `2025-Q1`, `2025-H1`, `2025` or `2025-01/04`.
    Period,
    /// A day such as `2025-04-21`.
    Day,
    /// A day or a period, whichever the row's `span` says where it has that column.
    DayOrPeriod,
    /// A mass that is not negative, in tonnes, with at most six decimals.
    Tonnes,
    /// US dollars, not negative.
    Dollars,
    /// A number of per cent, such as `-42.2`.
    Percent,
    /// A number above zero.
    Price,
    /// A decimal number of any sign.
    Number,
    /// A whole number that is not negative.
    Count,
    /// An address that starts with `http://` or `https://`, or nothing.
    WebAddress,
    /// A low that is not above its high.
    LowBelowHigh,
    /// Both ends of a band, or neither.
    LowAndHigh,
    /// A band, a mid, or both.
    BandOrMid,
    /// At least one of the figures that such a row can hold.
    SomeFigure,
    /// Anything but nothing; in `article.csv` also the name of a product.
    Text,
    /// An ISO 3166 alpha-3 code in capitals, or `W00` for the world.
    PartnerCode,
    /// `same:` or `related:`, and which row; see `docs/data.md`.
    Against,
    /// One of these names.
    OneOf(&'static [&'static str]),
    /// A name of [`super::Basket`]; the message gives only a few.
    Basket,
    /// `yes`, or an empty cell for no.
    YesOrNothing,
    /// As many cells as the header has: this number.
    Columns(usize),
    /// The line end of the last row, without which the file may be cut short.
    LineEnd,
    /// A cell without a line end, which a quotation mark that is not closed would take in.
    OneLine,
    /// Bytes that are UTF-8.
    Utf8,
}

/// What is wrong with one cell; its file and line are known a level above.
#[derive(Debug, PartialEq, Eq)]
pub struct CellIssue {
    pub(super) column: &'static str,
    pub(super) found: String,
    pub(super) expected: Expected,
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
