//! Version 1 of the link, which is read and never printed: its keys, its defaults, and what shows the same today.
//!
//! It had five charts. Each started by itself some years before today's, the trade chart also showed changes on a year
//! before, the origins chart parts, values and unit values, and the prices chart two products.

use super::query::Pair;
use super::{Expected, Link, LinkIssue, read_pairs, set};
use crate::data::{Market, Product};
use crate::view::{BasketsChoice, By, ChartName, Lang, Page, PriceUnit, Start, Theme, VatChoice, View};

/// The pages of version 1.
pub(super) const PAGES: &[&str] = &["overview", "trade", "sourcing", "prices"];

/// The charts of version 1.
pub(super) const CHARTS: &[&str] = &["trade", "origins", "baskets", "partners", "prices"];

/// What the origins chart could show.
const SHOW: &[&str] = &["tonnes", "share", "value", "unit-value"];

/// Every key. Those that only version 1 has come last; the others hold what they hold today.
const KEYS: &[(&str, Expected)] = &[
    ("view", Expected::OneOf(PAGES)),
    ("chart", Expected::OneOf(CHARTS)),
    ("t", Expected::Range),
    ("by", Expected::OneOf(By::NAMES)),
    ("year", Expected::Year),
    ("basket", Expected::Basket),
    ("market", Expected::OneOf(Market::LINK_NAMES)),
    ("unit", Expected::OneOf(PriceUnit::NAMES)),
    ("vat", Expected::OneOf(VatChoice::NAMES)),
    ("asof", Expected::Day),
    ("_embed", Expected::Exactly("1")),
    ("_theme", Expected::OneOf(Theme::NAMES)),
    ("_lang", Expected::OneOf(Lang::NAMES)),
    ("_hide", Expected::Hide),
    ("_id", Expected::Id),
    ("as", Expected::OneOf(&["tonnes", "change"])),
    ("show", Expected::OneOf(SHOW)),
    ("pr", Expected::OneOf(&["prnd-oxide", "prnd-metal", "pr-oxide", "pr-metal"])),
    ("dy", Expected::OneOf(&["dy-oxide", "dy-metal", "dy-fe", "tb-oxide", "tb-metal"])),
];

/// The key of that name, with what it can hold.
pub(super) fn key(name: &str) -> Option<(&'static str, Expected)> {
    KEYS.iter().copied().find(|(key, _)| *key == name)
}

/// A chart of an older link that another one stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Replaced {
    /// What the link showed when it was made.
    pub was: Old,
    /// The chart nearest to it.
    pub now: ChartName,
}

/// Charts of version 1 that are no more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Old {
    /// Imports and exports as changes on a year before.
    TradeChange,
    /// Origins by year, on the overview.
    Origins,
    /// Origins as parts of each year's tonnes.
    OriginsShare,
    /// Origins by value.
    OriginsValue,
    /// Origins by dollars a tonne.
    OriginsUnitValue,
}

/// What only version 1 could choose.
struct Choices {
    /// Changes on a year before, on the trade chart.
    change: bool,
    /// What the origins chart showed, one of [`SHOW`].
    show: &'static str,
    /// The products of the upper and the lower panel of the prices chart; `None` where the link leaves them out.
    products: (Option<Product>, Option<Product>),
}

/// Reads a link of version 1. Issues are added to those that are known; `framed` where a frame shows it.
pub(super) fn read(pairs: &[Pair], issues: Vec<LinkIssue>, framed: bool) -> Link {
    let mut view = View::default();
    let mut choices = Choices { change: false, show: SHOW[0], products: (None, None) };
    let issues = read_pairs(pairs, issues, key, |name, text| {
        // What a key could hold is what it can be today, but for names that came later.
        if let Some((_, Expected::OneOf(names))) = key(name)
            && !names.contains(&text)
        {
            return None;
        }
        match name {
            "as" => choices.change = text == "change",
            "show" => choices.show = SHOW.iter().find(|name| **name == text)?,
            "pr" => choices.products.0 = Some(Product::parse_link(text)?),
            "dy" => choices.products.1 = Some(Product::parse_link(text)?),
            name => set(&mut view, name, text)?,
        }
        Some(())
    });
    let framed = framed || view.frame.embed;
    let replaced = translate(&mut view, choices, framed);
    Link { view, issues, replaced }
}

/// Makes a view show what its link showed in version 1; returns what it does so by another chart.
fn translate(view: &mut View, choices: Choices, framed: bool) -> Vec<Replaced> {
    if view.range.from == Start::Own {
        view.range.from = Start::Long;
    }
    // No other page was there, and none is read.
    let on_page: &[ChartName] = match view.page {
        Page::Overview => &[ChartName::Trade, ChartName::Origins, ChartName::Prices],
        Page::Sourcing => &[ChartName::Origins, ChartName::Baskets, ChartName::Partners],
        Page::Prices => &[ChartName::Prices],
        _ => &[ChartName::Trade],
    };
    let first = on_page.first().copied().unwrap_or(ChartName::Trade);
    let in_frame = [view.chart.unwrap_or(first)];
    let shown = if framed { in_frame.as_slice() } else { on_page };

    // Its defaults, where the link showed them.
    if shown.contains(&ChartName::Baskets) || view.year.is_some() {
        view.baskets = BasketsChoice::Every;
    }
    let (upper, lower) = choices.products;
    if shown.contains(&ChartName::Prices) || upper.or(lower).is_some() {
        view.products = vec![upper.unwrap_or(Product::PrNdOxide), lower.unwrap_or(Product::DyOxide)];
    }
    if choices.change {
        view.change = view.by;
    }

    // Its charts, by today's.
    let overview = view.page == Page::Overview && !framed;
    let replaced = shown.iter().filter_map(|old| {
        let (was, now) = today(*old, &choices, overview);
        was.map(|was| Replaced { was, now })
    });
    let replaced = replaced.collect();
    let named = if framed { Some(in_frame[0]) } else { view.chart };
    view.chart = named.map(|old| today(old, &choices, false).1);
    replaced
}

/// The chart that stands for one of version 1 today, and what that was where it is another one.
fn today(old: ChartName, choices: &Choices, overview: bool) -> (Option<Old>, ChartName) {
    match (old, choices.show) {
        (ChartName::Trade, _) if choices.change => (Some(Old::TradeChange), ChartName::Change),
        (ChartName::Origins, "value") => (Some(Old::OriginsValue), ChartName::OriginsValue),
        (ChartName::Origins, "unit-value") => (Some(Old::OriginsUnitValue), ChartName::OriginsValue),
        (ChartName::Origins, "share") if overview => (Some(Old::OriginsShare), ChartName::Gap),
        (ChartName::Origins, "share") => (Some(Old::OriginsShare), ChartName::Origins),
        (ChartName::Origins, _) if overview => (Some(Old::Origins), ChartName::Gap),
        (old, _) => (None, old),
    }
}
