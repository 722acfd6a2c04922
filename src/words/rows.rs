//! The rows of the data files by their names.

use crate::data::{ArticleFigure, Dataset, Event, File, OriginFact, PriceFact, RowId, Source, TradeFact};

/// The rows of a data set, to be looked up.
#[derive(Clone, Copy)]
pub(super) struct Rows<'a>(pub &'a Dataset);

impl<'a> Rows<'a> {
    pub fn trade(self, row: RowId) -> Option<&'a TradeFact> {
        find(self.0.trade.as_ref().ok().map(|table| &table.facts)?, row, File::Trade, |fact| &fact.source)
    }

    pub fn origin(self, row: RowId) -> Option<&'a OriginFact> {
        find(self.0.origins.as_ref().ok().map(|table| &table.facts)?, row, File::Origins, |fact| &fact.source)
    }

    pub fn price(self, row: RowId) -> Option<&'a PriceFact> {
        find(self.0.prices.as_ref().ok().map(|table| &table.facts)?, row, File::Prices, |fact| &fact.source)
    }

    pub fn event(self, row: RowId) -> Option<&'a Event> {
        find(self.0.events.as_ref().ok().map(|table| &table.facts)?, row, File::Events, |fact| &fact.source)
    }

    pub fn article(self, row: RowId) -> Option<&'a ArticleFigure> {
        find(self.0.article.as_ref().ok().map(|table| &table.facts)?, row, File::Article, |fact| &fact.source)
    }

    pub fn source(self, row: RowId) -> Option<&'a Source> {
        match row.file {
            File::Trade => self.trade(row).map(|fact| &fact.source),
            File::Origins => self.origin(row).map(|fact| &fact.source),
            File::Prices => self.price(row).map(|fact| &fact.source),
            File::Events => self.event(row).map(|fact| &fact.source),
            File::Article => self.article(row).map(|fact| &fact.source),
        }
    }
}

/// The fact of a line; facts are in the order of their lines.
fn find<T>(facts: &[T], row: RowId, file: File, source: impl Fn(&T) -> &Source) -> Option<&T> {
    let index = facts.binary_search_by_key(&row.line, |fact| source(fact).line).ok()?;
    facts.get(index).filter(|_| row.file == file)
}
