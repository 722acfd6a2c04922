//! From the data and the view to the figures of a page, one memo's worth each.

use super::figure::Figure;
use super::view::{ChartName, View};
use super::words::Words;
use super::{prices, sourcing, trade};
use crate::data::{Dataset, File, FileError};

/// A chart of the page, or the file that it cannot be drawn without.
pub type ChartView = Result<Figure, (File, FileError)>;

/// Makes one chart of a view. A missing file fails only the charts that are drawn from it.
pub fn chart(name: ChartName, data: &Dataset, view: &View, words: &Words) -> ChartView {
    // Events and the article's figures only annotate: without them the chart still stands.
    let events = data.events.as_ref().map_or(&[][..], |table| &table.facts);
    let article = data.article.as_ref().map_or(&[][..], |table| &table.facts);
    let failed = |file: File| move |error: &FileError| (file, error.clone());
    Ok(match name {
        ChartName::Trade => {
            let facts = &data.trade.as_ref().map_err(failed(File::Trade))?.facts;
            trade::figure(facts, events, view, words)
        }
        ChartName::Prices => {
            let facts = &data.prices.as_ref().map_err(failed(File::Prices))?.facts;
            prices::figure(facts, article, events, view, words)
        }
        ChartName::Origins | ChartName::Baskets | ChartName::Partners => {
            let facts = &data.origins.as_ref().map_err(failed(File::Origins))?.facts;
            match name {
                ChartName::Baskets => sourcing::baskets::figure(facts, view, words),
                ChartName::Partners => sourcing::partners::figure(facts, article, view, words),
                _ => sourcing::origins::figure(facts, view, words),
            }
        }
    })
}

/// The overview's headline, or why there is none.
pub fn headline(data: &Dataset, view: &View, words: &Words) -> String {
    let Ok(trade) = &data.trade else { return words.site_title.to_owned() };
    let last = view.range.and_then(|range| range.to).unwrap_or(crate::data::Month::LAST);
    super::headline::headline(&trade.facts, last)
        .map_or_else(|| words.site_title.to_owned(), |headline| headline.sentence(words))
}
