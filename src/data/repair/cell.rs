//! What a cell holds, by its column, and its one way of writing it.

use super::date;
use crate::data::origins::Partner;
use crate::data::{
    Basket, Confidence, Currency, EventKind, File, Flow, Kind as OriginKind, Market, Per, Product, Use, Vat,
};

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Free text.
    Text,
    Number,
    /// A day or a period.
    Date,
    /// One of these names.
    Name(&'static [&'static str]),
    /// A code in capitals.
    Code,
    /// A web address, or nothing.
    Address,
}

/// What people and programs write where there is no figure.
const MISSING: [&str; 12] = ["-", "–", "—", "−", "..", "...", "n/a", "na", "nan", "null", "none", "#n/a"];

impl Kind {
    /// What the column of a plain name holds.
    pub fn of(file: File, column: &str) -> Self {
        match (column, file) {
            ("tonnes" | "value_usd" | "yoy_pct" | "share_pct" | "sources" | "low" | "high" | "mid", _) => Self::Number,
            ("value" | "value_high", File::Article) => Self::Number,
            ("known_from" | "date" | "from" | "to", _) | ("period", File::Trade | File::Origins) => Self::Date,
            ("flow", _) => Self::Name(Flow::NAMES),
            ("product", _) => Self::Name(Product::NAMES),
            ("market", _) => Self::Name(Market::NAMES),
            ("currency", _) => Self::Name(Currency::NAMES),
            ("per", _) => Self::Name(Per::NAMES),
            ("vat", _) => Self::Name(Vat::NAMES),
            ("confidence", _) => Self::Name(Confidence::NAMES),
            ("basket", _) => Self::Name(Basket::NAMES),
            ("kind", File::Origins) => Self::Name(OriginKind::NAMES),
            ("kind", File::Events) => Self::Name(EventKind::NAMES),
            ("use", _) => Self::Name(Use::NAMES),
            ("span", _) => Self::Name(&["day", "month", "year"]),
            ("conflict", _) => Self::Name(&["yes"]),
            ("partner", _) => Self::Code,
            ("source_url", _) => Self::Address,
            _ => Self::Text,
        }
    }

    /// A cell as the file's format has it; as it is where it can be read in several ways, or in none.
    pub fn plain(self, text: &str) -> String {
        match self {
            Self::Text => text.to_owned(),
            _ if is_missing(text) => String::new(),
            Self::Date => date::plain(text),
            Self::Name(names) => {
                let name = names.iter().find(|name| name.eq_ignore_ascii_case(text));
                name.map_or_else(|| text.to_owned(), |name| (*name).to_owned())
            }
            Self::Code => {
                let code = text.to_ascii_uppercase();
                if Partner::parse(&code).is_some() { code } else { text.to_owned() }
            }
            Self::Number | Self::Address => text.to_owned(),
        }
    }
}

/// Whether a cell says that there is no figure.
pub fn is_missing(text: &str) -> bool {
    MISSING.iter().any(|mark| mark.eq_ignore_ascii_case(text))
}

/// A column's name without blanks, in small letters, its words joined by "_".
pub fn column(name: &str) -> String {
    trimmed(name).to_ascii_lowercase().replace([' ', '-'], "_")
}

/// A text without what cannot be seen at its ends.
pub fn trimmed(text: &str) -> String {
    let unseen =
        |letter: char| letter.is_whitespace() || matches!(letter, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{2060}');
    text.trim_matches(unseen).to_owned()
}

/// A cell without blanks at its ends, and in one line. A cell that holds what looks like rows keeps its lines: there a
/// quotation mark is not closed.
pub fn one_line(text: &str, separator: char) -> String {
    /// A sentence has fewer.
    const SEPARATORS: usize = 6;
    let is_row = |line: &str| line.matches(separator).count() >= SEPARATORS;
    if text.lines().skip(1).any(is_row) {
        return text.to_owned();
    }
    text.lines().map(trimmed).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}
