//! What of a link could not be used, and what was expected in its place.

use crate::view::Input;

/// A part of a link that could not be used. What was found is cut where it is long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkIssue {
    /// A value that its key cannot hold; the key's default is shown.
    Value {
        /// The key, as the link writes it.
        key: &'static str,
        /// Its value after escapes are decoded.
        found: String,
        /// What the key can hold.
        expected: Expected,
    },
    /// A key that had a value before.
    Again {
        /// The key, as the link writes it.
        key: &'static str,
        /// The value that was not read, after escapes are decoded.
        found: String,
    },
    /// A key that is none of ours, and differs from one of them by a letter.
    Near(Near),
    /// The link was made by another version of the grammar.
    OtherVersion {
        /// The value of `v`.
        found: String,
    },
    /// Keys of others were dropped.
    TooLong {
        /// The query's bytes, without `?`.
        length: usize,
        /// The most bytes of which all keys are read.
        limit: usize,
    },
}

/// A key that differs from one of ours by a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Near {
    /// As the link has it, in small letters.
    pub found: String,
    /// The key that may be meant.
    pub key: &'static str,
    /// Its value after escapes are decoded.
    pub text: String,
}

/// What the value of a key can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// One of these names.
    OneOf(&'static [&'static str]),
    /// Two ends such as `2019-01..latest`.
    Range,
    /// A year such as `2024`.
    Year,
    /// Two years, the earlier first.
    Years,
    /// `article`, `controls` or a month.
    Base,
    /// A month such as `2025-03`.
    Month,
    /// Products of the prices chart.
    Products,
    /// A basket of customs lines.
    Basket,
    /// A day such as `2025-04-21`.
    Day,
    /// A number that the input takes.
    Input(Input),
    /// One text.
    Exactly(&'static str),
    /// `title`, `controls` and `source`, as many as wanted, joined by `~`.
    Hide,
    /// 1 to 64 letters, digits, `-` and `_`.
    Id,
    /// The id of a figure of the article: 1 to 40 lower-case letters, digits and `-`.
    Figure,
}
