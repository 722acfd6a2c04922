//! The month in which an index is 100: which months it can be, and the one that a reader points at.

use super::{ChartName, INDEX_PRODUCTS, IndexBase, View};
use crate::data::{Confidence, Dataset, Flow, Market, Month, PriceFact, Product, Span, Tonnes, TradeFact, When, facts};

/// What a figure of an index is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IndexOf {
    /// Imports or exports.
    Flow(Flow),
    /// The price of a product inside China.
    Product(Product),
}

/// The month that a reader who points at a figure of a chart can make 100. `None` where the chart has no index, where the line
/// of that figure would go since nothing of its month can be 100, and where the month is 100 already.
pub fn base_at(chart: ChartName, of: IndexOf, when: When, data: &Dataset, view: &View) -> Option<Month> {
    let month = when.last_month();
    let (base, known) = match (chart, of) {
        (ChartName::Trade, IndexOf::Flow(flow)) => {
            let known = || trade_bases(data).any(|(fact, base)| fact.flow == flow && base == month);
            (view.trade_base, when == When::Span(Span::month(month)) && known())
        }
        (ChartName::Index, IndexOf::Product(product)) => {
            let known = || index_bases(data).any(|(fact, base)| fact.product == product && base == month);
            (view.base.month(), known())
        }
        _ => return None,
    };
    (known && base != Some(month)).then_some(month)
}

/// Makes a month 100 in the index of a chart.
pub fn set_base(view: &mut View, chart: ChartName, month: Month) {
    match chart {
        ChartName::Trade => view.trade_base = Some(month),
        _ => view.base = IndexBase::Month(month),
    }
}

/// The months that prices can be 100 in: a product of the index was quoted on a day of it inside China, by a source that is
/// not weak.
pub(super) fn index_months(data: &Dataset) -> Vec<Month> {
    index_bases(data).map(|(_, month)| month).collect()
}

/// The months that imports and exports can be 100 in: the tonnes of one of them are published by themselves, above zero, by a
/// source that is not weak.
pub(super) fn trade_months(data: &Dataset) -> Vec<Month> {
    trade_bases(data).map(|(_, month)| month).collect()
}

fn index_bases(data: &Dataset) -> impl Iterator<Item = (&PriceFact, Month)> {
    facts(&data.prices).iter().filter_map(|fact| {
        let strong = fact.source.confidence != Confidence::Low;
        let inside = fact.market == Market::ChinaDomestic && INDEX_PRODUCTS.contains(&fact.product);
        let is_day = matches!(fact.when, When::Day(_));
        (strong && inside && is_day).then(|| (fact, fact.when.last_month()))
    })
}

fn trade_bases(data: &Dataset) -> impl Iterator<Item = (&TradeFact, Month)> {
    facts(&data.trade).iter().filter_map(|fact| {
        let strong = fact.source.confidence != Confidence::Low;
        let some = fact.tonnes.is_some_and(|tonnes| tonnes.value > Tonnes::from_grams(0));
        (strong && some && fact.span.months() == 1).then(|| (fact, fact.span.first()))
    })
}
