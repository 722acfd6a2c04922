//! The keys of version 2 of the link.

use super::Expected;
use super::values::{
    is_figure, is_id, print_hide, print_range, read_hide, read_month, read_products, read_range, read_year, read_years,
};
use crate::data::{Basket, Market, period::parse_day};
use crate::view::{
    Average, BasketsChoice, By, ChartName, IndexBase, Input, Lang, Page, PriceUnit, Scaling, Tab, Theme, VatChoice,
    View,
};

/// A key of the grammar.
#[derive(Clone, Copy)]
pub(super) enum Key {
    /// A choice, which has a reader and a writer of its own.
    Choice(&'static ChoiceKey),
    /// A number of the what-if: all are read and written alike.
    Input(Input),
}

impl Key {
    pub fn name(self) -> &'static str {
        match self {
            Self::Choice(choice) => choice.name,
            Self::Input(input) => input.name(),
        }
    }

    pub fn expected(self) -> Expected {
        match self {
            Self::Choice(choice) => choice.expected,
            Self::Input(input) => Expected::Input(input),
        }
    }

    /// The value as the link writes it; empty where nothing is chosen.
    pub fn value(self, view: &View) -> String {
        match self {
            Self::Choice(choice) => (choice.value)(view),
            Self::Input(input) => view.scenario.get(input).map_or(String::new(), |units| input.write(units)),
        }
    }

    /// Takes over a value; `None` where the text is not understood, and the view is then unchanged.
    pub fn read(self, view: &mut View, text: &str) -> Option<()> {
        match self {
            Self::Choice(choice) => (choice.read)(view, text),
            Self::Input(input) => input.read(text).ok().map(|units| view.scenario.set(input, Some(units))),
        }
    }
}

/// Every key, in the order of a printed link.
pub(super) fn keys() -> impl Iterator<Item = Key> {
    let inputs = Input::ALL.iter().copied().map(Key::Input);
    CHART_KEYS.iter().map(Key::Choice).chain(inputs).chain(LAST_KEYS.iter().map(Key::Choice))
}

/// The key of that name.
pub(super) fn key(name: &str) -> Option<Key> {
    keys().find(|key| key.name() == name)
}

/// A key with a reader and a writer of its own.
pub(super) struct ChoiceKey {
    pub name: &'static str,
    pub expected: Expected,
    /// The value as the link writes it; empty where nothing is chosen.
    pub value: fn(&View) -> String,
    /// Takes over a value; `None` where the text is not understood, and the view is then unchanged.
    pub read: fn(&mut View, &str) -> Option<()>,
}

/// A key that holds one of the names of a type: `named!("by", By, by)` holds a name of [`By`], for [`View::by`].
///
/// `Option<By>` in place of `By` is for a field where nothing need be chosen.
macro_rules! named {
    ($name:literal, Option<$type:ident>, $($field:ident).+) => {
        ChoiceKey {
            name: $name,
            expected: Expected::OneOf($type::NAMES),
            value: |view| view.$($field).+.map_or(String::new(), |value| value.name().to_owned()),
            read: |view, text| $type::parse(text).map(|value| view.$($field).+ = Some(value)),
        }
    };
    ($name:literal, $type:ident, $($field:ident).+) => {
        ChoiceKey {
            name: $name,
            expected: Expected::OneOf($type::NAMES),
            value: |view| view.$($field).+.name().to_owned(),
            read: |view, text| $type::parse(text).map(|value| view.$($field).+ = value),
        }
    };
}

/// What is chosen of charts.
static CHART_KEYS: [ChoiceKey; 19] = [
    named!("view", Page, page),
    named!("chart", Option<ChartName>, chart),
    named!("tab", Tab, tab),
    ChoiceKey {
        name: "figure",
        expected: Expected::Figure,
        value: |view| view.figure.clone().unwrap_or_default(),
        read: |view, text| is_figure(text).then(|| view.figure = Some(text.to_owned())),
    },
    ChoiceKey {
        name: "t",
        expected: Expected::Range,
        value: |view| print_range(view.range),
        read: |view, text| read_range(text).map(|range| view.range = range),
    },
    named!("by", By, by),
    named!("change", By, change),
    ChoiceKey {
        name: "years",
        expected: Expected::Years,
        value: |view| view.years.map_or(String::new(), |(from, to)| format!("{from}~{to}")),
        read: |view, text| read_years(text).map(|years| view.years = Some(years)),
    },
    ChoiceKey {
        name: "year",
        expected: Expected::Year,
        value: |view| view.year.map_or(String::new(), |year| year.to_string()),
        read: |view, text| read_year(text).map(|year| view.year = Some(year)),
    },
    named!("baskets", BasketsChoice, baskets),
    ChoiceKey {
        name: "basket",
        expected: Expected::Basket,
        value: |view| view.basket.map_or(String::new(), |basket| basket.name().to_owned()),
        read: |view, text| Basket::parse(text).map(|basket| view.basket = Some(basket)),
    },
    ChoiceKey {
        name: "base",
        expected: Expected::Base,
        value: |view| view.base.name(),
        read: |view, text| IndexBase::parse(text).map(|base| view.base = base),
    },
    ChoiceKey {
        name: "trade-base",
        expected: Expected::Month,
        value: |view| view.trade_base.map_or(String::new(), |month| month.to_string()),
        read: |view, text| read_month(text).map(|month| view.trade_base = Some(month)),
    },
    named!("average", Average, average),
    named!("scale", Scaling, scale),
    ChoiceKey {
        name: "product",
        expected: Expected::Products,
        value: |view| view.products.iter().map(|product| product.link_name()).collect::<Vec<_>>().join("~"),
        read: |view, text| read_products(text).map(|products| view.products = products),
    },
    ChoiceKey {
        name: "market",
        expected: Expected::OneOf(Market::LINK_NAMES),
        value: |view| view.market.link_name().to_owned(),
        read: |view, text| Market::parse_link(text).map(|market| view.market = market),
    },
    named!("unit", Option<PriceUnit>, unit),
    named!("vat", VatChoice, vat),
];

/// The day, and what concerns the frame.
static LAST_KEYS: [ChoiceKey; 6] = [
    ChoiceKey {
        name: "asof",
        expected: Expected::Day,
        value: |view| view.as_of.map_or(String::new(), |day| day.to_string()),
        read: |view, text| parse_day(text).map(|day| view.as_of = Some(day)),
    },
    ChoiceKey {
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
    named!("_theme", Theme, frame.theme),
    named!("_lang", Lang, frame.lang),
    ChoiceKey {
        name: "_hide",
        expected: Expected::Hide,
        value: |view| print_hide(view.frame.hide),
        read: |view, text| read_hide(text).map(|hide| view.frame.hide = hide),
    },
    ChoiceKey {
        name: "_id",
        expected: Expected::Id,
        value: |view| view.frame.id.clone().unwrap_or_default(),
        read: |view, text| is_id(text).then(|| view.frame.id = Some(text.to_owned())),
    },
];
