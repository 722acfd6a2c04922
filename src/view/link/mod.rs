//! The link grammar: a [`View`] to a query string and back. `docs/link.md` describes it for readers.
//!
//! Each key is read alone: one that cannot be understood falls back to its default and is named to the reader.
//! Values hold only `A-Z a-z 0-9 . _ ~ -`, keys stand in a fixed order, defaults are left out, and `v=2` comes last,
//! so that chat and mail programs cut nothing that matters.
//!
//! What a link leaves out are the defaults of its version. [`keys`] is version 2, which is printed; [`version1`] reads
//! the links that were shared before. [`values`] has the values that are no names, [`query`] the parts of a query
//! string.

mod issue;
mod keys;
mod query;
mod values;
mod version1;

pub use issue::{Expected, LinkIssue, Near};
pub(super) use values::read_month;
pub use version1::{Old, Replaced};

use super::{ChartName, Frame, Page, Tab, View};
use keys::{key, keys};
use query::{Pair, is_plain, one_edit_apart, shorten};

/// The version that is printed.
const VERSION: &str = "2";

/// A query longer than this is not a link of ours: known keys are still read, others are dropped.
const LONGEST: usize = 4_000;

/// More issues are not named.
const MOST_ISSUES: usize = 20;

/// What a query says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Link {
    /// What was understood; keys of others are kept in [`View::unknown`].
    pub view: View,
    /// What was not.
    pub issues: Vec<LinkIssue>,
    /// What the link showed when it was made and another chart shows now.
    pub replaced: Vec<Replaced>,
}

/// Reads a query string, with or without its `?`; never fails as a whole.
pub fn parse(query: &str) -> Link {
    read(query, false)
}

/// The same for a query that a frame is to show, whether it says so or not: an older one then shows the chart that was
/// the first of its page.
pub(super) fn parse_framed(query: &str) -> Link {
    read(query, true)
}

fn read(query: &str, framed: bool) -> Link {
    let query = query.strip_prefix('?').unwrap_or(query);
    let pairs = query::pairs(query, |name| key(name).is_some() || version1::key(name).is_some());
    let (version, other) = version(&pairs);
    let mut issues = Vec::new();
    if query.len() > LONGEST {
        issues.push(LinkIssue::TooLong { length: query.len(), limit: LONGEST });
    }
    issues.extend(other);
    let mut link = match version {
        Version::One => version1::read(&pairs, issues, framed),
        Version::Two => {
            let mut view = View::default();
            let expected = |name: &str| key(name).map(|key| (key.name(), key.expected()));
            let issues = read_pairs(&pairs, issues, expected, |name, text| set(&mut view, name, text));
            Link { view, issues, replaced: Vec::new() }
        }
    };
    let framed = framed || link.view.frame.embed;
    // A frame's host adds keys of its own; but a day that was meant is never left out in silence.
    let near = |pair: &Pair| {
        let near = if is_known(&pair.name, version) { None } else { near_key(pair) };
        near.filter(|near| !framed || near.key == "asof")
    };
    let named = pairs.iter().filter_map(near).take(MOST_ISSUES.saturating_sub(link.issues.len()));
    let named: Vec<LinkIssue> = named.map(LinkIssue::Near).collect();
    link.issues.extend(named);
    if query.len() <= LONGEST {
        // A key of a host that is ours in another version cannot stand in a link of that.
        let others = pairs.iter().filter(|pair| pair.name != "v" && !is_known(&pair.name, version));
        let kept = others.filter(|pair| key(&pair.name).is_none() && near(pair).is_none() && is_plain(pair.raw));
        link.view.unknown = kept.filter(|pair| !pair.raw.is_empty()).map(|pair| pair.raw.to_owned()).collect();
    }
    link
}

/// What is said of a key that is none of ours, where it differs from one by a letter. In short keys every letter counts.
fn near_key(pair: &Pair) -> Option<Near> {
    const SHORTEST: usize = 4;
    let key = keys().find(|key| key.name().len() >= SHORTEST && one_edit_apart(key.name(), &pair.name))?;
    Some(Near { found: shorten(&pair.name), key: key.name(), text: shorten(&pair.text) })
}

/// Whether a key is one of a version's.
fn is_known(name: &str, version: Version) -> bool {
    match version {
        Version::One => version1::key(name).is_some(),
        Version::Two => key(name).is_some(),
    }
}

/// A version of the grammar.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Version {
    One,
    Two,
}

/// The version that a link was made by, and what is wrong with what it says of it.
fn version(pairs: &[Pair]) -> (Version, Option<LinkIssue>) {
    let Some(said) = pairs.iter().find(|pair| pair.name == "v") else { return (unstated_version(pairs), None) };
    // Punctuation of the sentence around the link may follow.
    let is = |version: &str| {
        said.text.strip_prefix(version).is_some_and(|rest| !rest.starts_with(|next: char| next.is_ascii_digit()))
    };
    if is("1") {
        return (Version::One, None);
    }
    if is(VERSION) {
        return (Version::Two, None);
    }
    // A link that was cut off says nothing; of a version that is not there yet the newest is the nearest.
    let version = if said.text.is_empty() { unstated_version(pairs) } else { Version::Two };
    (version, Some(LinkIssue::OtherVersion { found: shorten(&said.text) }))
}

/// The version of a link that does not say it: the first, which could leave that out, unless it has what only the second
/// knows. An address without a choice of figures is the page as it is now.
fn unstated_version(pairs: &[Pair]) -> Version {
    let newer = |pair: &Pair| match version1::key(&pair.name) {
        None => key(&pair.name).is_some(),
        Some(_) if pair.name == "chart" => {
            ChartName::parse(&pair.text).is_some() && !version1::CHARTS.contains(&pair.text.as_str())
        }
        Some(_) if pair.name == "view" => {
            Page::parse(&pair.text).is_some() && !version1::PAGES.contains(&pair.text.as_str())
        }
        Some(_) => pair.name == "t" && pair.text.starts_with("long"),
    };
    let looks = ["_theme", "_lang", "_hide", "_id"];
    let chooses = |pair: &Pair| version1::key(&pair.name).is_some() && !looks.contains(&pair.name.as_str());
    if pairs.iter().any(chooses) && !pairs.iter().any(newer) { Version::One } else { Version::Two }
}

/// Gives the value of each key to `set` once, and adds what is wrong to `issues`. `expected` knows the keys of a version.
fn read_pairs(
    pairs: &[Pair],
    mut issues: Vec<LinkIssue>,
    expected: impl Fn(&str) -> Option<(&'static str, Expected)>,
    mut set: impl FnMut(&'static str, &str) -> Option<()>,
) -> Vec<LinkIssue> {
    let mut seen: Vec<&str> = Vec::new();
    for Pair { name, text, .. } in pairs {
        let Some((key, expected)) = expected(name) else { continue };
        // The host of a frame gives it its name; everything else of ours is in small letters.
        let small = if key == "_id" { text.clone() } else { text.to_ascii_lowercase() };
        let again = seen.contains(&key);
        seen.push(key);
        let understood = !again && set(key, &small).is_some();
        if issues.len() >= MOST_ISSUES {
            continue;
        }
        if again {
            issues.push(LinkIssue::Again { key, found: shorten(text) });
        } else if !understood {
            issues.push(LinkIssue::Value { key, found: shorten(text), expected });
        }
    }
    issues
}

/// Prints the query string of a view, without `?`.
///
/// What equals the default is left out, but for the page: a reader sees where the link leads.
pub fn print(view: &View) -> String {
    let default = View::default();
    let mut parts = Vec::new();
    for key in keys() {
        let value = key.value(view);
        if !value.is_empty() && (value != key.value(&default) || key.name() == "view") {
            parts.push(format!("{}={value}", key.name()));
        }
    }
    parts.extend(view.unknown.iter().cloned());
    parts.push(format!("v={VERSION}"));
    parts.join("&")
}

/// The value of one key as the link writes it; empty where nothing is chosen or there is no such key.
pub fn value(view: &View, name: &str) -> String {
    key(name).map_or(String::new(), |key| key.value(view))
}

/// Sets one key from its text in a link; `None` where there is no such key or the text is not understood.
pub fn set(view: &mut View, name: &str, text: &str) -> Option<()> {
    key(name)?.read(view, text)
}

/// The same view as a reader's own page shows it: without what concerns the frame, and without keys of the host.
pub fn full_page(view: &View) -> View {
    View {
        chart: None,
        tab: Tab::default(),
        figure: None,
        frame: Frame { theme: view.frame.theme, lang: view.frame.lang, ..Frame::default() },
        unknown: Vec::new(),
        ..view.clone()
    }
}
