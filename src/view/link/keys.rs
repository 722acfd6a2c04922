//! The keys of version 2 of the link.

use super::{Expected, read_month};
use crate::data::{Basket, Market, Product, Span, period::parse_day};
use crate::view::{
    Average, BasketsChoice, By, ChartName, Hide, IndexBase, Input, Lang, PRODUCTS, Page, PriceUnit, Range, Scaling,
    Start, Tab, Theme, VatChoice, View,
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
    CHARTS.iter().map(Key::Choice).chain(inputs).chain(REST.iter().map(Key::Choice))
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

/// What is chosen of charts.
static CHARTS: [ChoiceKey; 19] = [
    ChoiceKey {
        name: "view",
        expected: Expected::OneOf(Page::NAMES),
        value: |view| view.page.name().to_owned(),
        read: |view, text| Page::parse(text).map(|page| view.page = page),
    },
    ChoiceKey {
        name: "chart",
        expected: Expected::OneOf(ChartName::NAMES),
        value: |view| view.chart.map_or(String::new(), |chart| chart.name().to_owned()),
        read: |view, text| ChartName::parse(text).map(|chart| view.chart = Some(chart)),
    },
    ChoiceKey {
        name: "tab",
        expected: Expected::OneOf(Tab::NAMES),
        value: |view| view.tab.name().to_owned(),
        read: |view, text| Tab::parse(text).map(|tab| view.tab = tab),
    },
    ChoiceKey {
        name: "figure",
        expected: Expected::Figure,
        value: |view| view.figure.clone().unwrap_or_default(),
        read: |view, text| {
            let fits = (1..=40).contains(&text.len())
                && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
            fits.then(|| view.figure = Some(text.to_owned()))
        },
    },
    ChoiceKey {
        name: "t",
        expected: Expected::Range,
        value: |view| print_range(view.range),
        read: |view, text| read_range(text).map(|range| view.range = range),
    },
    ChoiceKey {
        name: "by",
        expected: Expected::OneOf(By::NAMES),
        value: |view| view.by.name().to_owned(),
        read: |view, text| By::parse(text).map(|by| view.by = by),
    },
    ChoiceKey {
        name: "change",
        expected: Expected::OneOf(By::NAMES),
        value: |view| view.change.name().to_owned(),
        read: |view, text| By::parse(text).map(|by| view.change = by),
    },
    ChoiceKey {
        name: "years",
        expected: Expected::Years,
        value: |view| view.years.map_or(String::new(), |(from, to)| format!("{from}~{to}")),
        read: |view, text| {
            let (from, to) = text.split_once('~')?;
            let years = (read_year(from)?, read_year(to)?);
            (years.0 < years.1).then(|| view.years = Some(years))
        },
    },
    ChoiceKey {
        name: "year",
        expected: Expected::Year,
        value: |view| view.year.map_or(String::new(), |year| year.to_string()),
        read: |view, text| read_year(text).map(|year| view.year = Some(year)),
    },
    ChoiceKey {
        name: "baskets",
        expected: Expected::OneOf(BasketsChoice::NAMES),
        value: |view| view.baskets.name().to_owned(),
        read: |view, text| BasketsChoice::parse(text).map(|baskets| view.baskets = baskets),
    },
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
    ChoiceKey {
        name: "average",
        expected: Expected::OneOf(Average::NAMES),
        value: |view| view.average.name().to_owned(),
        read: |view, text| Average::parse(text).map(|average| view.average = average),
    },
    ChoiceKey {
        name: "scale",
        expected: Expected::OneOf(Scaling::NAMES),
        value: |view| view.scale.name().to_owned(),
        read: |view, text| Scaling::parse(text).map(|scale| view.scale = scale),
    },
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
        read: |view, text| {
            let market = Market::ALL.iter().copied().find(|market| market.link_name() == text);
            market.map(|market| view.market = market)
        },
    },
    ChoiceKey {
        name: "unit",
        expected: Expected::OneOf(PriceUnit::NAMES),
        value: |view| view.unit.map_or(String::new(), |unit| unit.name().to_owned()),
        read: |view, text| PriceUnit::parse(text).map(|unit| view.unit = Some(unit)),
    },
    ChoiceKey {
        name: "vat",
        expected: Expected::OneOf(VatChoice::NAMES),
        value: |view| view.vat.name().to_owned(),
        read: |view, text| VatChoice::parse(text).map(|vat| view.vat = vat),
    },
];

/// The day, and what concerns the frame.
static REST: [ChoiceKey; 6] = [
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
    ChoiceKey {
        name: "_theme",
        expected: Expected::OneOf(Theme::NAMES),
        value: |view| view.frame.theme.name().to_owned(),
        read: |view, text| Theme::parse(text).map(|theme| view.frame.theme = theme),
    },
    ChoiceKey {
        name: "_lang",
        expected: Expected::OneOf(Lang::NAMES),
        value: |view| view.frame.lang.name().to_owned(),
        read: |view, text| Lang::parse(text).map(|lang| view.frame.lang = lang),
    },
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
        read: |view, text| {
            let fits = (1..=64).contains(&text.len())
                && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_');
            fits.then(|| view.frame.id = Some(text.to_owned()))
        },
    },
];

pub(super) fn read_year(text: &str) -> Option<i32> {
    let span = Span::parse(text)?;
    (span.is_year() && text.len() == 4).then(|| span.first().year())
}

/// Products in the order of the chart, each once, however the link orders them.
fn read_products(text: &str) -> Option<Vec<Product>> {
    let product = |name: &str| PRODUCTS.into_iter().find(|product| product.link_name() == name);
    let asked: Vec<Product> = text.split('~').map(product).collect::<Option<_>>()?;
    Some(PRODUCTS.into_iter().filter(|product| asked.contains(product)).collect())
}

fn print_range(range: Range) -> String {
    let from = match range.from {
        Start::Own => "auto".to_owned(),
        Start::Long => "long".to_owned(),
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
