//! All files together, as loops over tables.

use super::File;
use super::article::ArticleFigure;
use super::events::Event;
use super::issue::{FileError, RowIssue};
use super::origins::OriginFact;
use super::prices::PriceFact;
use super::source::Source;
use super::table::{Fact, Table};
use super::trade::TradeFact;
use chrono::NaiveDate;

/// A file with its content, or why it could not be had.
pub type Arrived = (File, Result<Vec<u8>, FileError>);

/// A row: its file, and its line there. It names the same row in a data set and in what of it was public on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RowId {
    /// The file that holds it.
    pub file: File,
    /// From 1 (the header).
    pub line: u64,
}

/// Everything that was published, file by file: the facts with the rows that could not be read, or why there are none.
#[derive(Clone, Debug, PartialEq)]
pub struct Dataset {
    /// Totals and changes of imports and exports.
    pub trade: Result<Table<TradeFact>, FileError>,
    /// Imports by partner and basket.
    pub origins: Result<Table<OriginFact>, FileError>,
    /// Quotes of agencies and sellers.
    pub prices: Result<Table<PriceFact>, FileError>,
    /// What moved trade or price.
    pub events: Result<Table<Event>, FileError>,
    /// The figures of the article.
    pub article: Result<Table<ArticleFigure>, FileError>,
}

impl Dataset {
    /// Reads every file; `bytes` answers with a file's content or why it could not be had.
    pub fn read(bytes: impl Fn(File) -> Result<Vec<u8>, FileError>) -> Self {
        Self::read_files(&File::ALL.map(|file| (file, bytes(file))))
    }

    /// Reads files that have arrived, or say why not; one that is not among them counts as empty.
    pub fn read_files(files: &[Arrived]) -> Self {
        Self {
            trade: read(files),
            origins: read(files),
            prices: read(files),
            events: read(files),
            article: read(files),
        }
    }

    /// Reads what the first screen of the overview is made from, trade and events. The other files count as on their way.
    pub fn read_first(files: &[Arrived]) -> Self {
        Self {
            trade: read(files),
            origins: Err(FileError::OnItsWay),
            prices: Err(FileError::OnItsWay),
            events: read(files),
            article: Err(FileError::OnItsWay),
        }
    }

    /// What was public on a day: facts with a later `known_from` are left out, also where they replaced others.
    pub fn as_of(&self, day: NaiveDate) -> Self {
        Self {
            trade: public(&self.trade, day),
            origins: public(&self.origins, day),
            prices: public(&self.prices, day),
            events: public(&self.events, day),
            article: public(&self.article, day),
        }
    }

    /// Every table, in the order of [`File::ALL`].
    pub fn tables(&self) -> [&dyn AnyTable; 5] {
        let Self { trade, origins, prices, events, article } = self;
        [trade, origins, prices, events, article]
    }

    /// Why whole files could not be used, in the order of [`File::ALL`].
    pub fn file_errors(&self) -> Vec<(File, &FileError)> {
        self.tables().into_iter().filter_map(|table| Some((table.file(), table.error()?))).collect()
    }

    /// The rows that could not be read, in the order of [`File::ALL`].
    pub fn row_issues(&self) -> Vec<&RowIssue> {
        self.tables().into_iter().flat_map(|table| table.issues()).collect()
    }

    /// Who published a row; `None` where there is no such row.
    pub fn source(&self, row: RowId) -> Option<&Source> {
        self.tables().into_iter().find(|table| table.file() == row.file)?.source(row.line)
    }
}

/// A table of a data set, whatever its facts are.
pub trait AnyTable {
    /// The file that it was read from.
    fn file(&self) -> File;

    /// Why the file could not be used; it then has neither facts nor issues.
    fn error(&self) -> Option<&FileError>;

    /// The rows that could not be read.
    fn issues(&self) -> &[RowIssue];

    /// The lines of the facts, ascending.
    fn lines(&self) -> Vec<u64>;

    /// Who published the fact of a line.
    fn source(&self, line: u64) -> Option<&Source>;

    /// The last day on which a fact became public.
    fn newest(&self) -> Option<NaiveDate>;
}

impl<T: Fact> AnyTable for Result<Table<T>, FileError> {
    fn file(&self) -> File {
        T::FILE
    }

    fn error(&self) -> Option<&FileError> {
        self.as_ref().err()
    }

    fn issues(&self) -> &[RowIssue] {
        self.as_ref().map_or(&[], |table| &table.issues)
    }

    fn lines(&self) -> Vec<u64> {
        facts(self).iter().map(|fact| fact.source().line).collect()
    }

    fn source(&self, line: u64) -> Option<&Source> {
        fact(self, RowId { file: T::FILE, line }).map(Fact::source)
    }

    fn newest(&self) -> Option<NaiveDate> {
        facts(self).iter().map(|fact| fact.source().known_from).max()
    }
}

/// The facts of a table; none where its file could not be used.
pub fn facts<T>(table: &Result<Table<T>, FileError>) -> &[T] {
    table.as_ref().map_or(&[], |table| &table.facts)
}

/// The fact of a row; `None` where the row is of another file, or was not public on the day of the data set.
pub fn fact<T: Fact>(table: &Result<Table<T>, FileError>, row: RowId) -> Option<&T> {
    let facts = facts(table);
    // Facts are in the order of their lines.
    let index = facts.binary_search_by_key(&row.line, |fact| fact.source().line).ok()?;
    facts.get(index).filter(|_| row.file == T::FILE)
}

/// The table of the facts' file among those that have arrived.
fn read<T: Fact>(files: &[Arrived]) -> Result<Table<T>, FileError> {
    let (_, bytes) = files.iter().find(|(file, _)| *file == T::FILE).ok_or(FileError::Empty)?;
    Table::read(bytes.as_deref().map_err(FileError::clone)?)
}

/// The facts that were public on a day, and everything that is wrong with the file.
fn public<T: Fact>(table: &Result<Table<T>, FileError>, day: NaiveDate) -> Result<Table<T>, FileError> {
    let table = table.as_ref().map_err(FileError::clone)?;
    let facts = table.facts.iter().filter(|fact| fact.source().known_from <= day).cloned().collect();
    Ok(Table { facts, issues: table.issues.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::period::parse_day;

    const TRADE: &[u8] = b"period,flow,tonnes,value_usd,yoy_pct,sources,conflict,confidence,known_from,source_url
2025-03,export,5666.3,,,1,,normal,2025-04-14,https://first.cn/
2025-03,export,wrong,,,1,,normal,2025-04-14,
2025-03,export,5667,,,1,,normal,2025-05-14,https://second.cn/
2025-04,export,4785,,,1,,normal,2025-05-14,https://third.cn/
";
    const EVENTS: &[u8] = b"date,kind,title,confidence,source_url
2025-04,policy,Controls,normal,https://fourth.cn/
";

    /// The publisher of each row on a day, a file's in brackets where it cannot be used.
    #[track_caller]
    fn check(day: &str, expected: &str) {
        let data = Dataset::read(|file| match file {
            File::Trade => Ok(TRADE.to_vec()),
            File::Events => Ok(EVENTS.to_vec()),
            _ => Err(FileError::Empty),
        });
        let data = data.as_of(parse_day(day).unwrap());
        assert_eq!((data.file_errors().len(), data.row_issues().len()), (3, 1));
        let publishers = |table: &dyn AnyTable| {
            let rows = table.lines().into_iter().map(|line| RowId { file: table.file(), line });
            rows.map(|row| data.source(row).map_or("none", |source| &source.name)).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(data.tables().map(publishers).join("|"), expected, "{day}");
        // Line 3 could not be read.
        assert_eq!([3, 9].map(|line| data.source(RowId { file: File::Trade, line })), [None; 2]);
    }

    #[test]
    fn a_day_has_what_was_public_on_it() {
        check("2025-04-13", "||||");
        check("2025-04-14", "first.cn||||");
        check("2025-04-30", "first.cn|||fourth.cn|");
        check("2025-05-14", "first.cn second.cn third.cn|||fourth.cn|");
    }
}
