//! The month in which an index is 100: which months it can be, and the one that a reader points at.

use super::{ChartName, INDEX_PRODUCTS, IndexBase, View};
use crate::data::{Confidence, Dataset, Market, Month, When, facts};

/// The month that a reader who points at a period of a chart can make 100. `None` where the chart has no index, where no
/// figure of the month could be 100, and where it is 100 already.
pub fn base_at(chart: ChartName, when: When, data: &Dataset, view: &View) -> Option<Month> {
    let (months, base) = match chart {
        ChartName::Trade => (trade_months(data), view.trade_base),
        ChartName::Index => (index_months(data), view.base.month()),
        _ => return None,
    };
    let is_month = when.span().is_none_or(|span| span.months() == 1);
    let month = Some(when.last_month()).filter(|month| is_month && months.contains(month));
    month.filter(|_| month != base)
}

/// Makes a month 100 in the index of a chart.
pub fn set_base(view: &mut View, chart: ChartName, month: Month) {
    match chart {
        ChartName::Trade => view.trade_base = Some(month),
        _ => view.base = IndexBase::Month(month),
    }
}

/// The months in which a product of the index was quoted on a day inside China, by a source that is not weak.
pub(super) fn index_months(data: &Dataset) -> Vec<Month> {
    let quoted = facts(&data.prices).iter().filter(|fact| {
        let strong = fact.source.confidence != Confidence::Low;
        strong && fact.market == Market::ChinaDomestic && INDEX_PRODUCTS.contains(&fact.product)
    });
    let month = |when: When| match when {
        When::Day(day) => Some(Month::of(day)),
        When::Span(_) => None,
    };
    quoted.filter_map(|fact| month(fact.when)).collect()
}

/// The months of which the tonnes of a flow are published by themselves, by a source that is not weak.
pub(super) fn trade_months(data: &Dataset) -> Vec<Month> {
    let strong = facts(&data.trade).iter().filter(|fact| fact.source.confidence != Confidence::Low);
    let known = strong.filter(|fact| fact.span.months() == 1 && fact.tonnes.is_some());
    known.map(|fact| fact.span.first()).collect()
}
