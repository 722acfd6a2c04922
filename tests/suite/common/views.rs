//! Views of any kind, for properties.

use chrono::NaiveDate;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;
use rare_earth_trade::data::{Basket, Market, Month};
use rare_earth_trade::view::{
    By, ChartName, Frame, Hide, LOWER_PRODUCTS, Lang, OriginMeasure, Page, PriceUnit, Range, Start, Theme,
    TradeMeasure, UPPER_PRODUCTS, VatChoice, View,
};

/// Keys of our own, which no host can use.
pub const KEYS: &[&str] = &[
    "view", "chart", "t", "by", "as", "show", "year", "basket", "pr", "dy", "market", "unit", "vat", "asof", "_embed",
    "_theme", "_lang", "_hide", "_id", "v",
];

fn month() -> impl Strategy<Value = Month> {
    (1900..2200_i32, 1..=12_u32).prop_filter_map("a month", |(year, month)| Month::new(year, month))
}

fn range() -> impl Strategy<Value = Range> {
    let sorted = |(from, to): (Start, Option<Month>)| match (from, to) {
        (Start::At(from), Some(to)) => Range { from: Start::At(from.min(to)), to: Some(from.max(to)) },
        (from, to) => Range { from, to },
    };
    let start = prop_oneof![Just(Start::Own), Just(Start::Earliest), month().prop_map(Start::At)];
    (start, of(month())).prop_map(sorted)
}

fn day() -> impl Strategy<Value = NaiveDate> {
    (1900..2200_i32, 1..=366_u32).prop_filter_map("a day", |(year, day)| NaiveDate::from_yo_opt(year, day))
}

fn unknown() -> impl Strategy<Value = String> {
    "[a-zA-Z_][a-zA-Z0-9_.-]{0,12}(=[!$%'-;=?-~]{0,24})?".prop_filter("a key of a host", |pair| {
        let key = pair.split('=').next().unwrap_or_default();
        !KEYS.contains(&key) && !pair.starts_with("amp;")
    })
}

fn frame() -> impl Strategy<Value = Frame> {
    let hide = (any::<bool>(), any::<bool>(), any::<bool>()).prop_map(|(title, controls, source)| Hide {
        title,
        controls,
        source,
    });
    (any::<bool>(), select(Theme::ALL), select(Lang::ALL), hide, of("[a-zA-Z0-9_-]{1,64}"))
        .prop_map(|(embed, theme, lang, hide, id)| Frame { embed, theme, lang, hide, id })
}

/// Every field anything, and keys of hosts.
pub fn a_view(hosts: std::ops::Range<usize>) -> impl Strategy<Value = View> {
    let page = (select(Page::ALL), of(select(ChartName::ALL)), range(), select(By::ALL), select(TradeMeasure::ALL));
    let sourcing = (select(OriginMeasure::ALL), of(1900..2200_i32), of(select(Basket::ALL)));
    let prices = (
        select(UPPER_PRODUCTS.as_slice()),
        select(LOWER_PRODUCTS.as_slice()),
        select(Market::ALL),
        of(select(PriceUnit::ALL)),
        select(VatChoice::ALL),
    );
    let rest = (of(day()), frame(), prop::collection::vec(unknown(), hosts));
    (page, sourcing, prices, rest).prop_map(|(page, sourcing, prices, rest)| View {
        page: page.0,
        chart: page.1,
        range: page.2,
        by: page.3,
        trade: page.4,
        origins: sourcing.0,
        year: sourcing.1,
        basket: sourcing.2,
        upper: prices.0,
        lower: prices.1,
        market: prices.2,
        unit: prices.3,
        vat: prices.4,
        as_of: rest.0,
        frame: rest.1,
        unknown: rest.2,
    })
}
