//! AS PUBLISHED. Bytes to facts: when, what, how much, and who published it. Formats live here, meaning does not.
//!
//! One file of `assets/data` is one module; `docs/data.md` is the schema. Nothing here panics on any input:
//! a file that cannot be used is a [`FileError`], a row that cannot be read is a [`RowIssue`] beside the facts.
//!
//! To add a file:
//! 1. a module with the struct of what a row says and its [`Fact`]: columns, reader, source;
//! 2. its name: a value of [`File`];
//! 3. its table: a field of [`Dataset`], and a line in each of its functions that list the fields;
//! 4. fetching it early: `Trunk.toml`;
//! 5. `docs/data.md`, and the tests' `tests/suite/shipped.rs` and `tests/suite/common/mod.rs`.

pub mod against;
pub mod amount;
pub mod article;
pub mod check;
mod dataset;
pub mod decimal;
pub mod events;
pub mod issue;
pub(crate) mod names;
pub mod origins;
pub mod period;
pub mod prices;
pub mod repair;
pub mod source;
mod table;
pub mod trade;

pub use against::{Against, Counterpart, Measure};
pub use amount::{Percent, PrintedPercent, PrintedTonnes, Tonnes, Usd};
pub use article::{ArticleFigure, Bound, Status};
pub use dataset::{AnyTable, Arrived, Dataset, RowId, fact, facts};
pub use decimal::Decimal;
pub use events::{Event, EventKind, EventLabel};
pub use issue::{Expected, FetchError, FileError, Found, RowIssue};
pub use origins::{Basket, Kind, OriginFact, Partner, Use};
pub use period::{Month, Span, When};
pub use prices::{Currency, Market, Per, PriceFact, Product, Quote, Vat};
pub use source::{Confidence, Source};
pub use table::{Fact, MAX_BYTES, Table};
pub use trade::{Flow, TradeFact};

/// What is different among items, in the order of where each stands first.
pub fn each_once<T: PartialEq>(items: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut once = Vec::new();
    for item in items {
        if !once.contains(&item) {
            once.push(item);
        }
    }
    once
}

/// A data file: its name below `assets/data/`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum File {
    /// `trade.csv`: totals and changes of imports and exports.
    Trade,
    /// `origins.csv`: imports by partner and basket.
    Origins,
    /// `prices.csv`: quotes of agencies and sellers.
    Prices,
    /// `events.csv`: what moved trade or price.
    Events,
    /// `article.csv`: the figures of the article that the dashboard grew out of.
    Article,
}

impl File {
    /// Every file.
    pub const ALL: [Self; 5] = [Self::Trade, Self::Origins, Self::Prices, Self::Events, Self::Article];

    /// The columns that it must have.
    pub fn columns(self) -> &'static [&'static str] {
        match self {
            Self::Trade => TradeFact::COLUMNS,
            Self::Origins => OriginFact::COLUMNS,
            Self::Prices => PriceFact::COLUMNS,
            Self::Events => Event::COLUMNS,
            Self::Article => ArticleFigure::COLUMNS,
        }
    }

    /// The file's name, without a folder.
    pub fn name(self) -> &'static str {
        match self {
            Self::Trade => "trade.csv",
            Self::Origins => "origins.csv",
            Self::Prices => "prices.csv",
            Self::Events => "events.csv",
            Self::Article => "article.csv",
        }
    }
}
