//! Who published a figure, and since when it was public.

use super::issue::{CellIssue, Expected};
use super::names::names;
use super::period::parse_day;
use super::table::Row;
use chrono::NaiveDate;
use std::cmp::Ordering;

names! {
    /// How far a row can be relied on.
    Confidence {
        /// Without the doubts that make a row [`Self::Low`].
        Normal = "normal",
        /// Read on a weak mirror, or of an approximate date.
        Low = "low",
    }
}

/// Where a figure was read.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Source {
    /// The publisher as the row names it, else the host of the address; empty where neither is given.
    pub name: String,
    /// Always `http` or `https`. `None` means that the source is withheld as a weak mirror.
    pub url: Option<String>,
    /// How far the place where it was read can be relied on.
    pub confidence: Confidence,
    /// The first day on which the figure was public.
    pub known_from: NaiveDate,
    /// The row's line in its file, from 1 (the header): no two rows of a file have the same.
    pub line: u64,
}

impl Source {
    /// Reads the source of a row; `name` is the publisher as the row names it.
    pub(super) fn read(row: &Row, name: &str) -> Result<Self, CellIssue> {
        Self::of_row(row, name, read_confidence(row)?, read_known_from(row)?)
    }

    /// The same for files that have no column `confidence` or `known_from`.
    pub(super) fn of_row(
        row: &Row,
        name: &str,
        confidence: Confidence,
        known_from: NaiveDate,
    ) -> Result<Self, CellIssue> {
        let address = row.text("source_url");
        // Some rows say behind the address where its text was read: that is kept with the name.
        let remarked = address.strip_suffix(')').and_then(|text| text.split_once(' '));
        let remarked = remarked.and_then(|(url, remark)| Some((url, remark.strip_prefix('(')?)));
        let (url, remark) = remarked.unwrap_or((address, ""));
        let url = match url {
            "" => None,
            url if is_web_address(url) => Some(url),
            url => return Err(CellIssue::new("source_url", url, Expected::WebAddress)),
        };
        let name = if name.is_empty() { url.map(host).unwrap_or_default() } else { name };
        Ok(Self {
            name: if remark.is_empty() { name.to_owned() } else { format!("{name}, {remark}") },
            url: url.map(str::to_owned),
            confidence,
            known_from,
            line: row.line,
        })
    }
}

pub(super) fn read_confidence(row: &Row) -> Result<Confidence, CellIssue> {
    row.required("confidence", Expected::OneOf(Confidence::NAMES), Confidence::parse)
}

pub(super) fn read_known_from(row: &Row) -> Result<NaiveDate, CellIssue> {
    row.required("known_from", Expected::Day, parse_day)
}

impl Source {
    /// The host of its address, without `www.` and port; `None` where the address is withheld.
    pub fn host(&self) -> Option<&str> {
        self.url.as_deref().map(host)
    }
}

/// Whether a figure takes the place of an older one for the same thing: it became public later, or on the same day and
/// stands further down in the file.
///
/// The older one keeps its row, so that a link fixed to an earlier day still draws it.
pub fn replaces(new: &Source, old: &Source) -> bool {
    (new.known_from, new.line) >= (old.known_from, old.line)
}

/// Keeps of the facts for one thing those that became public last, in the order of the file.
///
/// `same` orders facts by what they are of. Two that became public on the same day are rivals, and both stay.
pub fn newest_only<T: Copy>(facts: &mut Vec<T>, same: impl Fn(&T, &T) -> Ordering, source: impl Fn(&T) -> &Source) {
    facts.sort_by(|a, b| same(a, b).then(source(b).known_from.cmp(&source(a).known_from)));
    // The newest is the first of its group.
    let mut newest: Option<T> = None;
    facts.retain(|fact| {
        if newest.is_none_or(|newest| same(&newest, fact) != Ordering::Equal) {
            newest = Some(*fact);
        }
        newest.is_some_and(|newest| source(&newest).known_from == source(fact).known_from)
    });
    facts.sort_by_key(|a| source(a).line);
}

/// Only plain web addresses become links: nothing that a browser would run, and nothing that breaks out of an attribute.
fn is_web_address(url: &str) -> bool {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        rest.contains('.') && !rest.bytes().any(|byte| matches!(byte, 0..=b' ' | b'"' | b'<' | b'>' | b'\\' | 0x7f))
    })
}

/// The host of a web address, without `www.` and port: "https://www.nasdaq.com/x" is "nasdaq.com".
fn host(url: &str) -> &str {
    let rest = url.split_once(':').map_or(url, |(_, rest)| rest.trim_start_matches('/'));
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or(rest);
    host.strip_prefix("www.").unwrap_or(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_addresses_are_links() {
        for good in ["https://a.b/c?d=e#f", "http://a.b", "http://a.b/%E4%B8%AD/中"] {
            assert!(is_web_address(good), "{good}");
        }
        for bad in [
            "javascript:alert(1)",
            "data:text/html,x",
            "https://",
            "ftp://a.b",
            "https://a.b/ c",
            "https://a.b/\"x",
            "//a.b",
            "HTTPS",
        ] {
            assert!(!is_web_address(bad), "{bad}");
        }
    }

    #[test]
    fn hosts_are_short() {
        assert_eq!(host("https://www.nasdaq.com/articles/x"), "nasdaq.com");
        assert_eq!(host("http://en.gzxcmg.com:80/news?x"), "en.gzxcmg.com");
    }
}
