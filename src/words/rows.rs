//! The rows of the data files by their names.

use super::Words;
use crate::data::{ArticleFigure, Dataset, Event, OriginFact, PriceFact, RowId, Source, TradeFact, fact};

/// The rows of a data set, to be looked up.
#[derive(Clone, Copy)]
pub(super) struct Rows<'a>(pub &'a Dataset);

impl<'a> Rows<'a> {
    pub fn trade(self, row: RowId) -> Option<&'a TradeFact> {
        fact(&self.0.trade, row)
    }

    pub fn origin(self, row: RowId) -> Option<&'a OriginFact> {
        fact(&self.0.origins, row)
    }

    pub fn price(self, row: RowId) -> Option<&'a PriceFact> {
        fact(&self.0.prices, row)
    }

    /// The main figure of a row in words: tonnes, or a quote.
    pub fn figure(self, row: RowId, words: &Words) -> String {
        let tonnes = self.trade(row).map(|fact| fact.tonnes).or_else(|| self.origin(row).map(|fact| fact.tonnes));
        let quote = || {
            let fact = self.price(row)?;
            Some(words.price_in(fact.quote, &[fact.currency.name(), "/", fact.per.name()].concat()))
        };
        tonnes.flatten().map(|tonnes| words.tonnes(tonnes.value)).or_else(quote).unwrap_or_default()
    }

    pub fn event(self, row: RowId) -> Option<&'a Event> {
        fact(&self.0.events, row)
    }

    pub fn article(self, row: RowId) -> Option<&'a ArticleFigure> {
        fact(&self.0.article, row)
    }

    pub fn source(self, row: RowId) -> Option<&'a Source> {
        self.0.source(row)
    }
}
