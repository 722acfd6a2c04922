//! AS PUBLISHED. Bytes to facts: when, what, how much, and who published it. Formats live here, meaning does not.
//!
//! One file of `assets/data` is one module; `docs/data.md` is the schema. Nothing here panics on any input:
//! a file that cannot be used is a [`FileError`], a row that cannot be read is a [`RowIssue`] beside the facts.

pub mod amount;
pub mod article;
pub mod events;
pub mod issue;
pub(crate) mod names;
pub mod order;
pub mod origins;
pub mod period;
pub mod prices;
pub mod source;
mod table;
pub mod trade;

pub use amount::{Decimal, Percent, PrintedPercent, PrintedTonnes, Tonnes, Usd};
pub use article::ArticleFigure;
pub use events::{Event, EventKind, EventLabel};
pub use issue::{Expected, FileError, RowIssue};
pub use origins::{Basket, Kind, OriginFact, Partner, Use};
pub use period::{Month, Span, When};
pub use prices::{Currency, Market, Per, PriceFact, Product, Quote, Vat};
pub use source::{Confidence, Source};
pub use table::{MAX_BYTES, Table};
pub use trade::{Flow, TradeFact};

use chrono::NaiveDate;

/// A data file: its name below `assets/data/`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum File {
    Trade,
    Origins,
    Prices,
    Events,
    Article,
}

impl File {
    pub const ALL: [Self; 5] = [Self::Trade, Self::Origins, Self::Prices, Self::Events, Self::Article];

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

/// A row of a data file, by its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RowId {
    pub file: File,
    /// From 1, the header.
    pub line: u64,
}

type Read<T> = Result<Table<T>, FileError>;

/// A file with its content, or why it could not be had.
pub type Arrived = (File, Result<Vec<u8>, FileError>);

/// Everything that was published, file by file: the facts with the rows that could not be read, or why there are none.
#[derive(Clone, Debug)]
pub struct Dataset {
    pub trade: Result<Table<TradeFact>, FileError>,
    pub origins: Result<Table<OriginFact>, FileError>,
    pub prices: Result<Table<PriceFact>, FileError>,
    pub events: Result<Table<Event>, FileError>,
    pub article: Result<Table<ArticleFigure>, FileError>,
}

impl Dataset {
    /// Reads every file; `bytes` answers with a file's content or why it could not be had.
    pub fn read(bytes: impl Fn(File) -> Result<Vec<u8>, FileError>) -> Self {
        Self::read_files(&File::ALL.map(|file| (file, bytes(file))))
    }

    /// Reads files that have arrived, or say why not; one that is not among them counts as empty.
    pub fn read_files(files: &[Arrived]) -> Self {
        let bytes = |file: File| {
            let found = files.iter().find(|(name, _)| *name == file);
            found.map_or(Err(FileError::Empty), |(_, bytes)| bytes.as_deref().map_err(FileError::clone))
        };
        Self {
            trade: bytes(File::Trade).and_then(trade::read),
            origins: bytes(File::Origins).and_then(origins::read),
            prices: bytes(File::Prices).and_then(prices::read),
            events: bytes(File::Events).and_then(events::read),
            article: bytes(File::Article).and_then(article::read),
        }
    }

    /// What was public on a day: every fact with a later `known_from` is left out, also where it replaced another.
    pub fn as_of(&self, day: NaiveDate) -> Self {
        fn known<T: Clone>(table: &Read<T>, day: NaiveDate, source: fn(&T) -> &Source) -> Read<T> {
            let known =
                |table: &Table<T>| table.facts.iter().filter(|fact| source(fact).known_from <= day).cloned().collect();
            let table = table.as_ref().map_err(FileError::clone)?;
            Ok(Table { facts: known(table), issues: table.issues.clone() })
        }
        Self {
            trade: known(&self.trade, day, |fact| &fact.source),
            origins: known(&self.origins, day, |fact| &fact.source),
            prices: known(&self.prices, day, |fact| &fact.source),
            events: known(&self.events, day, |fact| &fact.source),
            article: known(&self.article, day, |fact| &fact.source),
        }
    }

    /// Why a whole file could not be used, in the order of [`File::ALL`].
    pub fn file_errors(&self) -> Vec<(File, &FileError)> {
        [
            (File::Trade, self.trade.as_ref().err()),
            (File::Origins, self.origins.as_ref().err()),
            (File::Prices, self.prices.as_ref().err()),
            (File::Events, self.events.as_ref().err()),
            (File::Article, self.article.as_ref().err()),
        ]
        .into_iter()
        .filter_map(|(file, error)| Some((file, error?)))
        .collect()
    }

    /// The rows that were skipped, in the order of [`File::ALL`].
    pub fn row_issues(&self) -> Vec<&RowIssue> {
        fn issues<T>(table: &Result<Table<T>, FileError>) -> &[RowIssue] {
            table.as_ref().map_or(&[], |table| &table.issues)
        }
        [issues(&self.trade), issues(&self.origins), issues(&self.prices), issues(&self.events), issues(&self.article)]
            .into_iter()
            .flatten()
            .collect()
    }
}
