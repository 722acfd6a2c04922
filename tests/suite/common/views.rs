//! Views of any kind, for properties.

use chrono::NaiveDate;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;
use rare_earth_trade::data::{Basket, Market, Month};
use rare_earth_trade::view::{
    Average, BasketsChoice, By, ChartName, Frame, Hide, IndexBase, Input, Lang, PRODUCTS, Page, PriceUnit, Range,
    Scaling, Scenario, Start, Tab, Theme, VatChoice, View, link,
};

/// Keys of our own, which no host can use.
pub const KEYS: &[&str] = &[
    "view",
    "chart",
    "figure",
    "t",
    "by",
    "change",
    "years",
    "year",
    "baskets",
    "basket",
    "base",
    "trade-base",
    "average",
    "scale",
    "product",
    "market",
    "unit",
    "vat",
    "magnets",
    "pr-ratio",
    "dy-ratio",
    "myanmar",
    "laos",
    "malaysia",
    "others",
    "mines",
    "ramp",
    "magnex",
    "prnd-price",
    "prnd-share",
    "ho-dy",
    "dy-price",
    "dy-share",
    "asof",
    "_embed",
    "_theme",
    "_lang",
    "_hide",
    "_id",
    "v",
];

/// Keys of version 1 that are none today.
const OLD_KEYS: &[&str] = &["as", "show", "pr", "dy"];

fn month() -> impl Strategy<Value = Month> {
    (1900..2200_i32, 1..=12_u32).prop_filter_map("a month", |(year, month)| Month::new(year, month))
}

fn range() -> impl Strategy<Value = Range> {
    let sorted = |(from, to): (Start, Option<Month>)| match (from, to) {
        (Start::At(from), Some(to)) => Range { from: Start::At(from.min(to)), to: Some(from.max(to)) },
        (from, to) => Range { from, to },
    };
    let start = prop_oneof![Just(Start::Own), Just(Start::Long), Just(Start::Earliest), month().prop_map(Start::At)];
    (start, of(month())).prop_map(sorted)
}

fn base() -> impl Strategy<Value = IndexBase> {
    prop_oneof![Just(IndexBase::Article), Just(IndexBase::Controls), month().prop_map(IndexBase::Month)]
}

fn day() -> impl Strategy<Value = NaiveDate> {
    (1900..2200_i32, 1..=366_u32).prop_filter_map("a day", |(year, day)| NaiveDate::from_yo_opt(year, day))
}

fn unknown() -> impl Strategy<Value = String> {
    "[a-zA-Z_][a-zA-Z0-9_.-]{0,12}(=[!$%'-;=?-~]{0,24})?".prop_filter("a key of a host", |pair| {
        let name = pair.split('=').next().unwrap_or_default().to_ascii_lowercase();
        // Neither ours nor a letter away from one of ours.
        let near = link::parse(&format!("{pair}&v=2")).issues;
        !KEYS.contains(&&*name) && !OLD_KEYS.contains(&&*name) && near.is_empty()
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

/// Any of the inputs changed.
fn scenario() -> impl Strategy<Value = Scenario> {
    let value = |input: &Input| {
        let allowed = input.allowed();
        of(prop_oneof![Just(allowed.least), Just(allowed.most), allowed.least..=allowed.most]).boxed()
    };
    Input::ALL.iter().map(value).collect::<Vec<_>>().prop_map(|values| {
        let mut scenario = Scenario::default();
        for (input, value) in Input::ALL.iter().zip(values) {
            scenario.set(*input, value);
        }
        scenario
    })
}

/// Every field anything, and keys of hosts.
pub fn a_view(hosts: std::ops::Range<usize>) -> impl Strategy<Value = View> {
    let page = (
        select(Page::ALL),
        of(select(ChartName::ALL)),
        range(),
        select(By::ALL),
        select(By::ALL),
        of("[a-z0-9-]{1,20}"),
        select(Tab::ALL),
    );
    let years = (1900..2150_i32, 1..50_i32).prop_map(|(from, apart)| (from, from + apart));
    let sourcing = (of(years), of(1900..2200_i32), select(BasketsChoice::ALL), of(select(Basket::ALL)));
    let prices = (
        base(),
        prop::sample::subsequence(PRODUCTS.as_slice(), 1..=PRODUCTS.len()),
        select(Market::ALL),
        of(select(PriceUnit::ALL)),
        select(VatChoice::ALL),
        (of(month()), select(Average::ALL), select(Scaling::ALL)),
    );
    let rest = (scenario(), of(day()), frame(), prop::collection::vec(unknown(), hosts));
    (page, sourcing, prices, rest).prop_map(|(page, sourcing, prices, rest)| View {
        page: page.0,
        chart: page.1,
        tab: page.6,
        figure: page.5,
        range: page.2,
        by: page.3,
        change: page.4,
        years: sourcing.0,
        year: sourcing.1,
        baskets: sourcing.2,
        basket: sourcing.3,
        base: prices.0,
        trade_base: prices.5.0,
        average: prices.5.1,
        scale: prices.5.2,
        products: prices.1,
        market: prices.2,
        unit: prices.3,
        vat: prices.4,
        scenario: rest.0,
        as_of: rest.1,
        frame: rest.2,
        unknown: rest.3,
    })
}

/// Links as version 1 printed them, in any order of their keys.
pub fn a_link_of_version_1() -> impl Strategy<Value = String> {
    let names = |key: &'static str, names: &'static [&'static str]| {
        select(names).prop_map(move |name| format!("{key}={name}")).boxed()
    };
    let keys = [
        names("view", &["overview", "trade", "sourcing", "prices"]),
        names("chart", &["trade", "origins", "baskets", "partners", "prices"]),
        "(auto|earliest|20(0[1-9]|1[0-9])-0[1-9])[.][.](latest|202[0-9]-1[0-2])".prop_map(|t| format!("t={t}")).boxed(),
        names("by", By::NAMES),
        names("as", &["tonnes", "change"]),
        names("show", &["tonnes", "share", "value", "unit-value"]),
        (1900..2200_i32).prop_map(|year| format!("year={year}")).boxed(),
        names("basket", Basket::NAMES),
        names("pr", &["prnd-oxide", "prnd-metal", "pr-oxide", "pr-metal"]),
        names("dy", &["dy-oxide", "dy-metal", "dy-fe", "tb-oxide", "tb-metal"]),
        names("market", Market::LINK_NAMES),
        names("unit", PriceUnit::NAMES),
        names("vat", VatChoice::NAMES),
        day().prop_map(|day| format!("asof={day}")).boxed(),
        names("_embed", &["0", "1"]),
        names("_theme", Theme::NAMES),
        names("_lang", Lang::NAMES),
        names("_hide", &["title", "controls~source", "title,source"]),
        "[a-zA-Z0-9_-]{1,64}".prop_map(|id| format!("_id={id}")).boxed(),
        unknown().boxed(),
    ];
    let keys = prop::sample::subsequence(keys.to_vec(), 0..=keys.len()).prop_shuffle();
    keys.prop_flat_map(|keys| keys).prop_map(|pairs| [pairs.as_slice(), &["v=1".to_owned()]].concat().join("&"))
}
