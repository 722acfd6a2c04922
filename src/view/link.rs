//! The link grammar: a [`View`] to a query string and back. `docs/link.md` describes it for readers.
//!
//! Each key is read alone: one that cannot be understood falls back to its default and is named to the reader.
//! Values hold only `A-Z a-z 0-9 . _ ~ -`, keys stand in a fixed order, defaults are left out, and `v=1` comes last,
//! so that chat and mail programs cut nothing that matters.

use super::{
    By, ChartName, Frame, Hide, LOWER_PRODUCTS, Lang, OriginMeasure, Page, PriceUnit, Range, Start, Theme,
    TradeMeasure, UPPER_PRODUCTS, VatChoice, View,
};
use crate::data::{Basket, Market, Product, Span, period::parse_day};
use percent_encoding::percent_decode_str;

/// The grammar's version, written into every link.
const VERSION: &str = "1";

/// A query longer than this is not a link of ours: known keys are still read, others are dropped.
const LONGEST: usize = 4_000;

/// More issues are not named.
const MOST_ISSUES: usize = 20;

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

/// What the value of a key can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// One of these names.
    OneOf(&'static [&'static str]),
    /// Two ends such as `2019-01..latest`.
    Range,
    /// A year such as `2024`.
    Year,
    /// The name of a basket in `origins.csv`.
    Basket,
    /// A day such as `2025-04-21`.
    Day,
    /// One text.
    Exactly(&'static str),
    /// `title`, `controls` and `source`, as many as wanted, joined by `~`.
    Hide,
    /// 1 to 64 letters, digits, `-` and `_`.
    Id,
}

/// One key of the grammar.
struct Key {
    name: &'static str,
    expected: Expected,
    /// The value as the link writes it; empty where nothing is chosen.
    value: fn(&View) -> String,
    /// Takes over a value; `None` where the text is not understood, and the view is then unchanged.
    read: fn(&mut View, &str) -> Option<()>,
}

const KEYS: &[Key] = &[
    Key {
        name: "view",
        expected: Expected::OneOf(Page::NAMES),
        value: |view| view.page.name().to_owned(),
        read: |view, text| Page::parse(text).map(|page| view.page = page),
    },
    Key {
        name: "chart",
        expected: Expected::OneOf(ChartName::NAMES),
        value: |view| view.chart.map_or(String::new(), |chart| chart.name().to_owned()),
        read: |view, text| ChartName::parse(text).map(|chart| view.chart = Some(chart)),
    },
    Key {
        name: "t",
        expected: Expected::Range,
        value: |view| print_range(view.range),
        read: |view, text| read_range(text).map(|range| view.range = range),
    },
    Key {
        name: "by",
        expected: Expected::OneOf(By::NAMES),
        value: |view| view.by.name().to_owned(),
        read: |view, text| By::parse(text).map(|by| view.by = by),
    },
    Key {
        name: "as",
        expected: Expected::OneOf(TradeMeasure::NAMES),
        value: |view| view.trade.name().to_owned(),
        read: |view, text| TradeMeasure::parse(text).map(|measure| view.trade = measure),
    },
    Key {
        name: "show",
        expected: Expected::OneOf(OriginMeasure::NAMES),
        value: |view| view.origins.name().to_owned(),
        read: |view, text| OriginMeasure::parse(text).map(|measure| view.origins = measure),
    },
    Key {
        name: "year",
        expected: Expected::Year,
        value: |view| view.year.map_or(String::new(), |year| year.to_string()),
        read: |view, text| {
            let span = Span::parse(text)?;
            (span.is_year() && text.len() == 4).then(|| view.year = Some(span.first().year()))
        },
    },
    Key {
        name: "basket",
        expected: Expected::Basket,
        value: |view| view.basket.map_or(String::new(), |basket| basket.name().to_owned()),
        read: |view, text| Basket::parse(text).map(|basket| view.basket = Some(basket)),
    },
    Key {
        name: "pr",
        expected: Expected::OneOf(&["prnd-oxide", "prnd-metal", "pr-oxide", "pr-metal"]),
        value: |view| view.upper.link_name().to_owned(),
        read: |view, text| product(&UPPER_PRODUCTS, text).map(|product| view.upper = product),
    },
    Key {
        name: "dy",
        expected: Expected::OneOf(&["dy-oxide", "dy-metal", "dy-fe", "tb-oxide", "tb-metal"]),
        value: |view| view.lower.link_name().to_owned(),
        read: |view, text| product(&LOWER_PRODUCTS, text).map(|product| view.lower = product),
    },
    Key {
        name: "market",
        expected: Expected::OneOf(Market::LINK_NAMES),
        value: |view| view.market.link_name().to_owned(),
        read: |view, text| {
            let market = Market::ALL.iter().copied().find(|market| market.link_name() == text);
            market.map(|market| view.market = market)
        },
    },
    Key {
        name: "unit",
        expected: Expected::OneOf(PriceUnit::NAMES),
        value: |view| view.unit.map_or(String::new(), |unit| unit.name().to_owned()),
        read: |view, text| PriceUnit::parse(text).map(|unit| view.unit = Some(unit)),
    },
    Key {
        name: "vat",
        expected: Expected::OneOf(VatChoice::NAMES),
        value: |view| view.vat.name().to_owned(),
        read: |view, text| VatChoice::parse(text).map(|vat| view.vat = vat),
    },
    Key {
        name: "asof",
        expected: Expected::Day,
        value: |view| view.as_of.map_or(String::new(), |day| day.to_string()),
        read: |view, text| parse_day(text).map(|day| view.as_of = Some(day)),
    },
    Key {
        name: "_embed",
        expected: Expected::Exactly("1"),
        value: |view| if view.frame.embed { "1" } else { "" }.to_owned(),
        read: |view, text| {
            view.frame.embed = match text {
                "1" => true,
                "0" => false,
                _ => return None,
            };
            Some(())
        },
    },
    Key {
        name: "_theme",
        expected: Expected::OneOf(Theme::NAMES),
        value: |view| view.frame.theme.name().to_owned(),
        read: |view, text| Theme::parse(text).map(|theme| view.frame.theme = theme),
    },
    Key {
        name: "_lang",
        expected: Expected::OneOf(Lang::NAMES),
        value: |view| view.frame.lang.name().to_owned(),
        read: |view, text| Lang::parse(text).map(|lang| view.frame.lang = lang),
    },
    Key {
        name: "_hide",
        expected: Expected::Hide,
        value: |view| print_hide(view.frame.hide),
        read: |view, text| read_hide(text).map(|hide| view.frame.hide = hide),
    },
    Key {
        name: "_id",
        expected: Expected::Id,
        value: |view| view.frame.id.clone().unwrap_or_default(),
        read: |view, text| {
            let fits = (1..=64).contains(&text.len())
                && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_');
            fits.then(|| view.frame.id = Some(text.to_owned()))
        },
    },
];

/// Reads a query string, with or without its `?`; never fails as a whole.
///
/// Returns what was understood, and what was not. Keys of others are kept in [`View::unknown`].
pub fn parse(query: &str) -> (View, Vec<LinkIssue>) {
    let mut view = View::default();
    let mut issues = Vec::new();
    let mut seen: Vec<&str> = Vec::new();
    let query = query.strip_prefix('?').unwrap_or(query);
    let too_long = query.len() > LONGEST;
    if too_long {
        issues.push(LinkIssue::TooLong { length: query.len(), limit: LONGEST });
    }
    // Mail programs write `&` as `&amp;`, some twice, and some hosts encode `~` and `_`.
    let pairs = query.split('&').map(|mut pair| {
        while let Some(rest) = pair.strip_prefix("amp;") {
            pair = rest;
        }
        pair
    });
    for pair in pairs.filter(|pair| !pair.is_empty()) {
        let (name, raw) = pair.split_once('=').unwrap_or((pair, ""));
        let (name, text) = (decode(name), decode(raw));
        if name == "v" {
            // Punctuation of the sentence around the link may follow.
            let ours =
                text.strip_prefix(VERSION).is_some_and(|rest| !rest.starts_with(|next: char| next.is_ascii_digit()));
            if !ours && issues.len() < MOST_ISSUES {
                issues.push(LinkIssue::OtherVersion { found: shorten(&text) });
            }
            continue;
        }
        let Some(key) = KEYS.iter().find(|key| key.name == name) else {
            if !too_long {
                view.unknown.push(pair.to_owned());
            }
            continue;
        };
        let again = seen.contains(&key.name);
        seen.push(key.name);
        let understood = !again && (key.read)(&mut view, &text).is_some();
        if issues.len() >= MOST_ISSUES {
            continue;
        }
        let (key, expected) = (key.name, key.expected);
        if again {
            issues.push(LinkIssue::Again { key, found: shorten(&text) });
        } else if !understood {
            issues.push(LinkIssue::Value { key, found: shorten(&text), expected });
        }
    }
    view.unknown.retain(|pair| is_plain(pair));
    (view, issues)
}

/// Prints the query string of a view, without `?`.
///
/// What equals the default is left out, but for the page: a reader sees where the link leads.
pub fn print(view: &View) -> String {
    let default = View::default();
    let mut parts = Vec::new();
    for key in KEYS {
        let value = (key.value)(view);
        if !value.is_empty() && (value != (key.value)(&default) || key.name == "view") {
            parts.push(format!("{}={value}", key.name));
        }
    }
    parts.extend(view.unknown.iter().cloned());
    parts.push(format!("v={VERSION}"));
    parts.join("&")
}

/// The value of one key as the link writes it; empty where nothing is chosen or there is no such key.
pub fn value(view: &View, name: &str) -> String {
    KEYS.iter().find(|key| key.name == name).map_or(String::new(), |key| (key.value)(view))
}

/// Sets one key from its text in a link; `None` where there is no such key or the text is not understood.
pub fn set(view: &mut View, name: &str, text: &str) -> Option<()> {
    let key = KEYS.iter().find(|key| key.name == name)?;
    (key.read)(view, text)
}

/// The same view as a reader's own page shows it: without what concerns the frame, and without keys of the host.
pub fn full_page(view: &View) -> View {
    View {
        chart: None,
        frame: Frame { theme: view.frame.theme, lang: view.frame.lang, ..Frame::default() },
        unknown: Vec::new(),
        ..view.clone()
    }
}

fn product(products: &[Product], text: &str) -> Option<Product> {
    products.iter().copied().find(|product| product.link_name() == text)
}

fn print_range(range: Range) -> String {
    let from = match range.from {
        Start::Own => "auto".to_owned(),
        Start::Earliest => "earliest".to_owned(),
        Start::At(month) => month.to_string(),
    };
    let to = range.to.map_or("latest".to_owned(), |month| month.to_string());
    [from.as_str(), "..", &to].concat()
}

/// Also reads whole years, `2019..2024`, which print as months.
fn read_range(text: &str) -> Option<Range> {
    let (from, to) = text.split_once('.')?;
    let to = to.strip_prefix('.')?;
    let end = |text: &str| Span::parse(text).filter(|span| text.len() == 7 && span.months() == 1 || span.is_year());
    let from = match from {
        "auto" => Start::Own,
        "earliest" => Start::Earliest,
        month => Start::At(end(month)?.first()),
    };
    let to = match to {
        "latest" => None,
        month => Some(end(month)?.last()),
    };
    match (from, to) {
        (Start::At(from), Some(to)) if from > to => None,
        _ => Some(Range { from, to }),
    }
}

fn print_hide(hide: Hide) -> String {
    let Hide { title, controls, source } = hide;
    let names = [(title, "title"), (controls, "controls"), (source, "source")];
    let hidden: Vec<&str> = names.into_iter().filter_map(|(hidden, name)| hidden.then_some(name)).collect();
    hidden.join("~")
}

/// Commas are read too: hand-written snippets have them.
fn read_hide(text: &str) -> Option<Hide> {
    let mut hide = Hide::default();
    for name in text.split(['~', ',']) {
        match name {
            "title" => hide.title = true,
            "controls" => hide.controls = true,
            "source" => hide.source = true,
            _ => return None,
        }
    }
    Some(hide)
}

/// At most 40 characters.
fn shorten(text: &str) -> String {
    let short: String = text.chars().take(40).collect();
    if short.len() < text.len() { format!("{short}…") } else { short }
}

/// A pair of the host's that can stand in a link again as it is.
fn is_plain(pair: &str) -> bool {
    pair.len() <= 500 && pair.bytes().all(|byte| byte.is_ascii_graphic() && !b"\"<>#&".contains(&byte))
}

/// Decodes `%7E`; what is not a valid escape stays as it is, and bytes that are not UTF-8 become `\u{fffd}`.
fn decode(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn escapes_are_decoded_and_anything_else_stays() {
        let check = |text: &str, expected: &str| assert_eq!(decode(text), expected, "{text}");
        check("2019-01..latest", "2019-01..latest");
        check("a%7Eb%7ec", "a~b~c");
        check("%", "%");
        check("%7", "%7");
        check("%zz%2", "%zz%2");
        check("%%37E", "%7E");
        check("%E4%B8%AD中", "中中");
        check("%E4%B8", "\u{fffd}");
    }
}
