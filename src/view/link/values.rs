//! Values of the link that are no names: how each is written and read.

use crate::data::{Month, Product, Span};
use crate::view::{Hide, PRODUCTS, Range, Start};

/// Two ends such as `2019-01..latest`.
pub(super) fn print_range(range: Range) -> String {
    let from = match range.from {
        Start::Own => "auto".to_owned(),
        Start::Long => "long".to_owned(),
        Start::Earliest => "earliest".to_owned(),
        Start::At(month) => month.to_string(),
    };
    let to = range.to.map_or("latest".to_owned(), |month| month.to_string());
    [from.as_str(), "..", &to].concat()
}

/// Reads what [`print_range`] writes, and whole years, `2019..2024`, which print as months.
pub(super) fn read_range(text: &str) -> Option<Range> {
    let (from, to) = text.split_once('.')?;
    let to = to.strip_prefix('.')?;
    let end = |text: &str| Span::parse(text).filter(|span| text.len() == 7 && span.months() == 1 || span.is_year());
    let from = match from {
        "auto" => Start::Own,
        "long" => Start::Long,
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

/// A month such as `2025-03`.
pub(in crate::view) fn read_month(text: &str) -> Option<Month> {
    Month::parse(text).filter(|_| text.len() == 7)
}

/// A year such as `2024`.
pub(super) fn read_year(text: &str) -> Option<i32> {
    let span = Span::parse(text)?;
    (span.is_year() && text.len() == 4).then(|| span.first().year())
}

/// Two years such as `2023~2024`, the earlier first.
pub(super) fn read_years(text: &str) -> Option<(i32, i32)> {
    let (from, to) = text.split_once('~')?;
    let years = (read_year(from)?, read_year(to)?);
    (years.0 < years.1).then_some(years)
}

/// Products in the order of the chart, each once, however the link orders them.
pub(super) fn read_products(text: &str) -> Option<Vec<Product>> {
    let product = |name: &str| Product::parse_link(name).filter(|product| PRODUCTS.contains(product));
    let asked: Vec<Product> = text.split('~').map(product).collect::<Option<_>>()?;
    Some(PRODUCTS.into_iter().filter(|product| asked.contains(product)).collect())
}

/// What is hidden, such as `title~source`.
pub(super) fn print_hide(hide: Hide) -> String {
    let Hide { title, controls, source } = hide;
    let names = [(title, "title"), (controls, "controls"), (source, "source")];
    let hidden: Vec<&str> = names.into_iter().filter_map(|(hidden, name)| hidden.then_some(name)).collect();
    hidden.join("~")
}

/// Reads what [`print_hide`] writes, and commas too: hand-written snippets have them.
pub(super) fn read_hide(text: &str) -> Option<Hide> {
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

/// Whether a text can be the id of a figure of the article: 1 to 40 lower-case letters, digits and `-`.
pub(super) fn is_figure(text: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    (1..=40).contains(&text.len()) && text.bytes().all(fits)
}

/// Whether a text can be the name that a host gives a frame: 1 to 64 letters, digits, `-` and `_`.
pub(super) fn is_id(text: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    (1..=64).contains(&text.len()) && text.bytes().all(fits)
}
