//! The fields that the reader chooses with. A field's name is its key in the link, its values are the link's.

use super::link;
use super::{
    By, ChartName, LOWER_PRODUCTS, OriginMeasure, PriceUnit, Range, Start, TradeMeasure, UPPER_PRODUCTS, VatChoice,
    View,
};
use crate::charts::sourcing::{basket_years, partner_baskets};
use crate::data::order::sort_unique;
use crate::data::{Dataset, Market, Month};
use crate::words::Words;

/// A choice of one.
pub struct Field {
    /// The key in the link.
    pub name: &'static str,
    pub label: &'static str,
    /// Value in the link and words.
    pub options: Vec<(String, &'static str)>,
}

/// The fields of a chart, with what a view chooses among their options even where there are no figures for it.
pub fn fields(chart: ChartName, data: &Dataset, view: &View, words: &Words) -> Vec<Field> {
    let field = |name, label, options| Field { name, label, options };
    let named =
        |options: &[(&str, &'static str)]| options.iter().map(|(name, text)| ((*name).to_owned(), *text)).collect();
    let origins = || data.origins.as_ref().map_or(&[][..], |table| &table.facts);
    match chart {
        ChartName::Trade => vec![
            field(
                "by",
                words.control_by,
                named(&[By::Month, By::Quarter, By::Year].map(|by| (by.name(), words.by(by)))),
            ),
            field(
                "as",
                words.control_as,
                named(
                    &[TradeMeasure::Tonnes, TradeMeasure::Change]
                        .map(|measure| (measure.name(), words.trade_measure(measure))),
                ),
            ),
        ],
        ChartName::Origins => {
            let measures =
                [OriginMeasure::Tonnes, OriginMeasure::Share, OriginMeasure::Value, OriginMeasure::UnitValue];
            let measures = measures.map(|measure| (measure.name(), words.origin_measure(measure)));
            vec![field("show", words.control_show, named(&measures))]
        }
        ChartName::Baskets => {
            let mut years = basket_years(origins());
            years.extend(view.year);
            sort_unique(&mut years);
            let years = years.into_iter().rev().map(|year| (year.to_string(), ""));
            vec![field("year", words.control_year, years.collect())]
        }
        ChartName::Partners => {
            let mut baskets = partner_baskets(origins());
            baskets.extend(view.basket);
            sort_unique(&mut baskets);
            let baskets = baskets.into_iter().map(|basket| (basket.code(), words.basket(basket)));
            let all = std::iter::once(("", words.all_baskets));
            vec![field("basket", words.control_basket, named(&all.chain(baskets).collect::<Vec<_>>()))]
        }
        ChartName::Prices => {
            let product = |product: crate::data::Product| (product.link_name(), words.product(product));
            let markets: Vec<_> =
                Market::ALL.iter().map(|market| (market.link_name(), words.market(*market))).collect();
            let units = [PriceUnit::CnyTonne, PriceUnit::CnyKilogram, PriceUnit::Usd];
            let vat = [VatChoice::Included, VatChoice::Excluded];
            vec![
                field("pr", words.control_pr, named(&UPPER_PRODUCTS.map(product))),
                field("dy", words.control_dy, named(&LOWER_PRODUCTS.map(product))),
                field("market", words.control_market, named(&markets)),
                field("unit", words.control_unit, named(&units.map(|unit| (unit.name(), words.price_unit(unit))))),
                field("vat", words.control_vat, named(&vat.map(|vat| (vat.name(), words.vat(vat))))),
            ]
        }
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
            let month: Option<Month> = text.parse().ok();
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
