//! What a page says first, computed from its figures.

use super::trade::{Change, Index};
use super::{prices, sourcing};
use crate::data::{Dataset, Flow, Month, Percent, Product, Quote, Span, TradeFact, When};
use crate::view::{Page, PriceUnit, View};

/// The finding of a page.
#[derive(Clone, Debug, PartialEq)]
pub enum Headline {
    /// How exports and imports changed.
    Trade(TradeHeadline),
    /// The shares of Myanmar and Laos in the newest year's tonnes.
    Sourcing {
        /// Myanmar's part of the world's tonnes.
        myanmar: Percent,
        /// Laos's part of the world's tonnes.
        laos: Percent,
        /// The calendar year that both are of.
        year: Span,
    },
    /// The newest quote of each product, at least one.
    Prices {
        /// Each with the day or period that it is of, the upper panel's product first.
        quotes: Vec<(Product, Quote, When)>,
        /// The unit of every quote.
        unit: PriceUnit,
    },
}

/// The newest period with a figure and a change on a year before, printed or computed, for both flows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TradeHeadline {
    /// The period that both changes are of.
    pub span: Span,
    /// The change of exports on a year before.
    pub exports: Change,
    /// The change of imports on a year before.
    pub imports: Change,
}

/// The headline of a view's page; `None` where there are no figures to say it with.
pub fn headline(data: &Dataset, view: &View) -> Option<Headline> {
    let last = view.range.to.unwrap_or(Month::LAST);
    match view.page {
        Page::Overview | Page::Trade => trade_headline(&data.trade.as_ref().ok()?.facts, last).map(Headline::Trade),
        Page::Sourcing => {
            let facts = &data.origins.as_ref().ok()?.facts;
            let (myanmar, laos, year) = sourcing::origins::newest_shares(facts, last)?;
            Some(Headline::Sourcing { myanmar, laos, year })
        }
        Page::Prices => {
            let quotes = prices::newest_quotes(&data.prices.as_ref().ok()?.facts, view);
            (!quotes.is_empty()).then(|| Headline::Prices { quotes, unit: view.price_unit() })
        }
    }
}

/// Finds the headline among the figures of periods that end by `last`.
///
/// Of the periods that end last the longest is taken: it says most.
pub fn trade_headline(facts: &[TradeFact], last: Month) -> Option<TradeHeadline> {
    let (imports, exports) = (Index::new(facts, Flow::Import), Index::new(facts, Flow::Export));
    imports
        .spans()
        .filter(|span| span.last() <= last)
        .filter_map(|span| {
            let figure = |index: &Index| index.get(span)?.tonnes.and_then(|_| index.change(span));
            Some(TradeHeadline { span, imports: figure(&imports)?, exports: figure(&exports)? })
        })
        .max_by_key(|headline| (headline.span.last(), headline.span.months()))
}
