//! The rows of the data files by their names.

use super::Words;
use crate::charts::Implied;
use crate::data::{ArticleFigure, Dataset, Event, OriginFact, PriceFact, RowId, Source, TradeFact, fact};

/// The rows of a data set, to be looked up, with what they imply where that is known.
#[derive(Clone, Copy)]
pub(super) struct Rows<'a> {
    pub data: &'a Dataset,
    pub implied: Option<&'a Implied>,
}

impl<'a> Rows<'a> {
    /// Without what they imply.
    pub fn of(data: &'a Dataset) -> Self {
        Self { data, implied: None }
    }

    pub fn trade(self, row: RowId) -> Option<&'a TradeFact> {
        fact(&self.data.trade, row)
    }

    pub fn origin(self, row: RowId) -> Option<&'a OriginFact> {
        fact(&self.data.origins, row)
    }

    pub fn price(self, row: RowId) -> Option<&'a PriceFact> {
        fact(&self.data.prices, row)
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
        fact(&self.data.events, row)
    }

    pub fn article(self, row: RowId) -> Option<&'a ArticleFigure> {
        fact(&self.data.article, row)
    }

    pub fn source(self, row: RowId) -> Option<&'a Source> {
        self.data.source(row)
    }
}
