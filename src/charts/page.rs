//! From the data and the view to the figures of a page, one memo's worth each.

use super::figure::Figure;
use super::implied::Implied;
use super::{headline, prices, sourcing, trade};
use crate::data::{Dataset, File, FileError, Month};
use crate::view::{ChartName, Page, View};
use crate::words::Words;

/// A chart of the page, or the file that it cannot be drawn without.
pub type ChartView = Result<Figure, (File, FileError)>;

/// Makes one chart of a view. A missing file fails only the charts that are drawn from it.
///
/// `implied` is what the figures of `data` imply; without it the chart stands, and shows what was published.
pub fn chart(name: ChartName, data: &Dataset, implied: Option<&Implied>, view: &View, words: &Words) -> ChartView {
    // Events and the article's figures only annotate: without them the chart still stands.
    let events = data.events.as_ref().map_or(&[][..], |table| &table.facts);
    let article = data.article.as_ref().map_or(&[][..], |table| &table.facts);
    let failed = |file: File| move |error: &FileError| (file, error.clone());
    Ok(match name {
        ChartName::Trade => {
            let facts = &data.trade.as_ref().map_err(failed(File::Trade))?.facts;
            trade::figure(facts, implied, events, view, words)
        }
        ChartName::Prices => {
            let facts = &data.prices.as_ref().map_err(failed(File::Prices))?.facts;
            prices::figure(facts, article, events, view, words)
        }
        ChartName::Origins | ChartName::Baskets | ChartName::Partners => {
            let facts = &data.origins.as_ref().map_err(failed(File::Origins))?.facts;
            match name {
                ChartName::Baskets => sourcing::baskets::figure(facts, view, words),
                ChartName::Partners => sourcing::partners::figure(facts, implied, article, view, words),
                _ => sourcing::origins::figure(facts, implied, view, words),
            }
        }
    })
}

/// What the page says first, computed from the figures; the page's name where there are none to say it with.
pub fn headline(data: &Dataset, view: &View, words: &Words) -> String {
    let last = view.range.to.unwrap_or(Month::LAST);
    let sentence = match view.page {
        Page::Overview | Page::Trade => {
            let facts = data.trade.as_ref().ok().map(|table| &table.facts);
            facts.and_then(|facts| headline::headline(facts, last)).map(|headline| headline.sentence(words))
        }
        Page::Sourcing => {
            let facts = data.origins.as_ref().ok().map(|table| &table.facts);
            facts.and_then(|facts| sourcing::origins::headline(facts, last, words))
        }
        Page::Prices => {
            let facts = data.prices.as_ref().ok().map(|table| &table.facts);
            facts.and_then(|facts| prices::headline(facts, view, words))
        }
    };
    sentence.unwrap_or_else(|| words.site_title.to_owned())
}

/// What stands under the headline: what its figures are.
pub fn standfirst(view: &View, words: &Words) -> &'static str {
    match view.page {
        Page::Overview => words.site_subtitle,
        Page::Trade => words.headline_note,
        Page::Sourcing => words.sourcing_standfirst,
        Page::Prices => words.prices_standfirst,
    }
}
