//! The fields that the reader chooses with. A field's name is its key in the link, its values are the link's.

use super::{
    By, ChartName, LOWER_PRODUCTS, OriginMeasure, PriceUnit, Range, Start, TradeMeasure, UPPER_PRODUCTS, VatChoice,
    View, link,
};
use crate::data::origins::{basket_years, partner_baskets};
use crate::data::{Basket, Dataset, Market, Month, Product, facts};

/// A choice of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// The key whose value is chosen.
    pub key: Key,
    /// What can be chosen, in the order of the list.
    pub options: Vec<Choice>,
}

/// The key of the link that a field sets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// `by`: the length of a step of the trade chart.
    By,
    /// `as`: what the trade chart measures.
    As,
    /// `show`: what the origins chart measures.
    Show,
    /// `year`: the year of the baskets chart.
    Year,
    /// `basket`: the basket of the partners chart.
    Basket,
    /// `pr`: the product of the upper price panel.
    Pr,
    /// `dy`: the product of the lower price panel.
    Dy,
    /// `market`: where the quotes of the price chart hold.
    Market,
    /// `unit`: the currency and mass of the price chart.
    Unit,
    /// `vat`: whether prices include China's value added tax.
    Vat,
}

impl Key {
    /// As the link writes it.
    pub fn name(self) -> &'static str {
        match self {
            Self::By => "by",
            Self::As => "as",
            Self::Show => "show",
            Self::Year => "year",
            Self::Basket => "basket",
            Self::Pr => "pr",
            Self::Dy => "dy",
            Self::Market => "market",
            Self::Unit => "unit",
            Self::Vat => "vat",
        }
    }
}

/// An option of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// A step of the trade chart.
    By(By),
    /// A measure of the trade chart.
    Trade(TradeMeasure),
    /// A measure of the origins chart.
    Origins(OriginMeasure),
    /// A year of the baskets chart.
    Year(i32),
    /// `None` is all baskets.
    Basket(Option<Basket>),
    /// A product of one of the two price panels.
    Product(Product),
    /// A market of the price chart.
    Market(Market),
    /// A unit of the price chart.
    Unit(PriceUnit),
    /// Prices with China's value added tax, or without.
    Vat(VatChoice),
}

impl Choice {
    /// As the link writes it; empty where the link leaves the key out.
    pub fn value(self) -> String {
        match self {
            Self::By(by) => by.name().to_owned(),
            Self::Trade(measure) => measure.name().to_owned(),
            Self::Origins(measure) => measure.name().to_owned(),
            Self::Year(year) => year.to_string(),
            Self::Basket(basket) => basket.map(Basket::name).unwrap_or_default().to_owned(),
            Self::Product(product) => product.link_name().to_owned(),
            Self::Market(market) => market.link_name().to_owned(),
            Self::Unit(unit) => unit.name().to_owned(),
            Self::Vat(vat) => vat.name().to_owned(),
        }
    }
}

/// The fields of a chart, with what a view chooses among their options even where there are no figures for it.
pub fn fields(chart: ChartName, data: &Dataset, view: &View) -> Vec<Field> {
    let field = |key, options| Field { key, options };
    let origins = || facts(&data.origins);
    match chart {
        ChartName::Trade => vec![
            field(Key::By, By::ALL.iter().copied().map(Choice::By).collect()),
            field(Key::As, TradeMeasure::ALL.iter().copied().map(Choice::Trade).collect()),
        ],
        ChartName::Origins => {
            vec![field(Key::Show, OriginMeasure::ALL.iter().copied().map(Choice::Origins).collect())]
        }
        ChartName::Baskets => {
            let mut years = basket_years(origins());
            years.extend(view.year);
            years.sort();
            years.dedup();
            vec![field(Key::Year, years.into_iter().rev().map(Choice::Year).collect())]
        }
        ChartName::Partners => {
            let mut baskets = partner_baskets(origins());
            baskets.extend(view.basket);
            baskets.sort();
            baskets.dedup();
            let baskets = std::iter::once(None).chain(baskets.into_iter().map(Some));
            vec![field(Key::Basket, baskets.map(Choice::Basket).collect())]
        }
        ChartName::Prices => vec![
            field(Key::Pr, UPPER_PRODUCTS.map(Choice::Product).to_vec()),
            field(Key::Dy, LOWER_PRODUCTS.map(Choice::Product).to_vec()),
            field(Key::Market, Market::ALL.iter().copied().map(Choice::Market).collect()),
            field(Key::Unit, PriceUnit::ALL.iter().copied().map(Choice::Unit).collect()),
            field(Key::Vat, VatChoice::ALL.iter().copied().map(Choice::Vat).collect()),
        ],
    }
}

/// What a field shows: the choice of the link, or what holds where the link has none.
pub fn chosen(view: &View, name: &str, data: &Dataset) -> String {
    let month = |month: Option<Month>| month.map_or(String::new(), |month| month.to_string());
    match name {
        "from" => month(match view.range.from {
            // Where charts start apart, the page's first one is named.
            Start::Own => view.charts().first().map(|chart| chart.start()),
            Start::Earliest => None,
            Start::At(month) => Some(month),
        }),
        "to" => month(view.range.to),
        "unit" => view.price_unit().name().to_owned(),
        "year" => {
            let newest = || data.origins.as_ref().ok().and_then(|table| basket_years(&table.facts).first().copied());
            view.year.or_else(newest).map_or(String::new(), |year| year.to_string())
        }
        name => link::value(view, name),
    }
}

/// Takes over what the reader chose in a field; what is not understood changes nothing.
pub fn choose(view: &mut View, name: &str, text: &str) {
    match name {
        "from" | "to" => {
            let month = Month::parse(text);
            if month.is_none() && !text.is_empty() {
                return;
            }
            let Range { from, to } = view.range;
            // An end that is moved past the other takes the other along.
            view.range = match (name, from, month) {
                ("from", _, Some(from)) => Range { from: Start::At(from), to: to.map(|to| to.max(from)) },
                ("from", _, None) => Range { from: Start::Earliest, to },
                (_, Start::At(from), Some(to)) => Range { from: Start::At(from.min(to)), to: month },
                _ => Range { from, to: month },
            };
        }
        // A preset that is chosen again lets go.
        "t" if link::value(view, "t") == text => view.range = Range::default(),
        "basket" if text.is_empty() => view.basket = None,
        "asof" if text.is_empty() => view.as_of = None,
        "market" => {
            // Each market has its usual unit: a unit chosen for another one would often show nothing.
            view.unit = None;
            let _ = link::set(view, name, text);
        }
        name => {
            let _ = link::set(view, name, text);
        }
    }
}

/// The ranges that are one click away, as the link writes them, with the year that each starts in; `None` is all.
///
/// They follow the newest figure, so that they age with the data.
pub fn presets(data: &Dataset) -> Vec<(String, Option<i32>)> {
    let newest =
        data.trade.as_ref().ok().and_then(|table| table.facts.iter().map(|fact| fact.span.last().year()).max());
    let Some(newest) = newest else { return Vec::new() };
    let since = [8, 5, 3, 1].map(|back| (format!("{}-01..latest", newest - back), Some(newest - back)));
    since.into_iter().chain([("earliest..latest".to_owned(), None)]).collect()
}
