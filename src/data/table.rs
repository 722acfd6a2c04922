//! CSV bytes to facts, whatever the bytes are.

use super::File;
use super::dataset::RowId;
use super::issue::{CellIssue, Expected, FileError, Found, RowIssue};
use super::source::Source;
use csv::{ErrorKind, ReaderBuilder, StringRecord};
use std::cell::{Cell, RefCell};

/// The most that is read of one file: some sixty times the largest that is shipped, or 100,000 quotes with their sources.
pub const MAX_BYTES: usize = 16_000_000;

/// What one row of a file says, and where it was published.
pub trait Fact: Clone {
    /// The file that holds such rows.
    const FILE: File;

    /// The columns that the file must have, in any order; it may have further ones.
    const COLUMNS: &'static [&'static str];

    /// Reads a row; the first cell that cannot be read makes the row an issue.
    fn read(row: &Row) -> Result<Self, CellIssue>;

    /// Who published it, and since when it is public.
    fn source(&self) -> &Source;

    /// The name of its row, by which marks and lists refer to it.
    fn row(&self) -> RowId {
        RowId { file: Self::FILE, line: self.source().line }
    }
}

/// The facts of one file, and the rows that could not be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Table<T> {
    /// In the order of the file, and of their lines.
    pub facts: Vec<T>,
    /// The rows and cells that were left out, and an end of the file that is missing.
    pub issues: Vec<RowIssue>,
}

impl<T: Fact> Table<T> {
    /// Reads a file whose first line names at least [`Fact::COLUMNS`].
    ///
    /// A row that cannot be read becomes an issue, and the rest is read. A row that stands in the file twice is a fact once.
    pub fn read(bytes: &[u8]) -> Result<Self, FileError> {
        let mut facts: Vec<T> = Vec::new();
        let Rows { mut issues, mut lines } = read_rows(T::FILE, bytes, T::COLUMNS, &mut |row| {
            facts.push(T::read(row)?);
            Ok(())
        })?;
        lines.sort_unstable();
        let mut again: Vec<(u64, &[u8])> =
            lines.windows(2).filter(|rows| rows[0].0 == rows[1].0).map(|rows| (rows[1].1, rows[1].0)).collect();
        again.sort_unstable();
        let is_again = |line: u64| again.binary_search_by_key(&line, |(line, _)| *line).is_ok();
        facts.retain(|fact| !is_again(fact.source().line));
        issues.retain(|issue| !is_again(issue.line));
        issues.extend(again.iter().map(|(line, row)| {
            let found = CellIssue::new("row", &String::from_utf8_lossy(row), Expected::Once).found;
            RowIssue { file: T::FILE, line: *line, column: None, found: Found::Text(found), expected: Expected::Once }
        }));
        Ok(Self { facts, issues })
    }
}

/// One row of a file.
pub struct Row<'a> {
    /// The row's line in its file, from 1 (the header).
    pub(super) line: u64,
    /// The columns' names, in the order of the cells.
    names: &'a [&'a str],
    cells: Vec<&'a str>,
    /// Where the next column is looked for first: files and their readers mostly agree on the order.
    next: Cell<usize>,
    /// What is wrong with cells that the row does without.
    left_out: RefCell<Vec<CellIssue>>,
}

impl<'a> Row<'a> {
    /// A cell by its column's name; empty where the file has no such column.
    pub fn text(&self, column: &str) -> &'a str {
        let (before, after) = self.names.split_at(self.next.get().min(self.names.len()));
        let behind = after.iter().position(|name| *name == column).map(|index| before.len() + index);
        let Some(index) = behind.or_else(|| before.iter().position(|name| *name == column)) else { return "" };
        self.next.set(index + 1);
        self.cells.get(index).copied().unwrap_or_default()
    }

    /// Reads a cell that must hold something.
    pub fn required<T>(
        &self,
        column: &'static str,
        expected: Expected,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Result<T, CellIssue> {
        let text = self.text(column);
        read(text).ok_or_else(|| CellIssue::new(column, text, expected))
    }

    /// Reads a cell that the row can do without: `None` where it is empty, and where it is not understood, which becomes an
    /// issue beside the row.
    pub fn optional<T>(
        &self,
        column: &'static str,
        expected: Expected,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        self.filled(column, expected, read).unwrap_or_else(|issue| {
            self.left_out.borrow_mut().push(issue);
            None
        })
    }

    /// Reads a cell that may be empty, which is `None`; anything else must be understood.
    pub fn filled<T>(
        &self,
        column: &'static str,
        expected: Expected,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Result<Option<T>, CellIssue> {
        let text = self.text(column);
        if text.is_empty() {
            return Ok(None);
        }
        read(text).map(Some).ok_or_else(|| CellIssue::new(column, text, expected))
    }

    /// Reads a cell that must hold some text.
    pub fn required_text(&self, column: &'static str) -> Result<String, CellIssue> {
        self.required(column, Expected::Text, |text| (!text.is_empty()).then(|| text.to_owned()))
    }
}

/// What a file holds besides its facts.
struct Rows<'a> {
    issues: Vec<RowIssue>,
    /// The bytes of each row, and its line.
    lines: Vec<(&'a [u8], u64)>,
}

type TakeRow<'a> = dyn FnMut(&Row) -> Result<(), CellIssue> + 'a;

/// The part of [`Table::read`] that is the same for every file.
fn read_rows<'a>(
    file: File,
    bytes: &'a [u8],
    columns: &'static [&'static str],
    take: &mut TakeRow,
) -> Result<Rows<'a>, FileError> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if bytes.len() > MAX_BYTES {
        return Err(FileError::TooLarge { found: bytes.len(), limit: MAX_BYTES });
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(FileError::Empty);
    }
    let mut reader = ReaderBuilder::new().from_reader(bytes);
    let header = reader.headers().map_err(|_| FileError::NotText)?.clone();
    if header.iter().any(|name| name.contains('\0')) {
        return Err(FileError::NotText);
    }
    if header.get(0).is_some_and(|name| name.trim_start().starts_with('<')) {
        return Err(FileError::WebPage);
    }
    if let Some(column) = columns.iter().find(|column| !header.iter().any(|name| name == **column)) {
        return Err(FileError::MissingColumn { column, expected: columns });
    }

    // Of two columns of a name the first counts, wherever they stand.
    let first = |(index, name)| if header.iter().take(index).any(|other| other == name) { "" } else { name };
    let names: Vec<&str> = header.iter().enumerate().map(first).collect();
    let mut issues = Vec::new();
    let mut rows = Vec::new();
    let mut last_line = 1;
    let mut lines = Lines::new(bytes);
    let mut line = lines.of_next_row(reader.position().byte());
    // One record for all rows: a new one for each took a third of the time.
    let mut record = StringRecord::new();
    loop {
        let start = lines.end.min(bytes.len());
        let read = reader.read_record(&mut record);
        let next = lines.of_next_row(reader.position().byte());
        match read {
            Ok(false) => break,
            Ok(true) => {
                last_line = line;
                // Of a last line without its end the number of lines cannot be counted.
                let several_lines = next > line + 1 || reader.position().byte() == bytes.len() as u64;
                let end = (reader.position().byte() as usize).clamp(start, bytes.len());
                rows.push((bytes[start..end].trim_ascii_end(), line));
                let (cells, left_out) = (record.iter().collect(), RefCell::default());
                let row = Row { line, names: &names, cells, next: Cell::new(0), left_out };
                let read = unbroken(&record, &names, columns, several_lines).and_then(|()| take(&row));
                let left_out = row.left_out.into_inner();
                // That no figure is left is said by the cells that could not be read.
                let error = read.err().filter(|cell| left_out.is_empty() || cell.expected != Expected::SomeFigure);
                let cells = left_out.into_iter().chain(error);
                issues.extend(cells.map(|CellIssue { column, found, expected }| RowIssue {
                    file,
                    line,
                    column: Some(column),
                    found: Found::Text(found),
                    expected,
                }));
            }
            Err(error) => issues.push(unreadable(file, line, &error, header.len())),
        }
        line = next;
    }
    if !bytes.ends_with(b"\n") && !bytes.ends_with(b"\r") {
        let end = String::from_utf8_lossy(&bytes[bytes.len().saturating_sub(20)..]).into_owned();
        issues.push(RowIssue {
            file,
            line: last_line,
            column: None,
            found: Found::Text(end),
            expected: Expected::LineEnd,
        });
    }
    Ok(Rows { issues, lines: rows })
}

/// Whether a row holds no text at all.
pub(super) fn blank(record: &StringRecord) -> bool {
    record.iter().all(|cell| cell.trim().is_empty())
}

/// Refuses a row with a cell of several lines: a quotation mark that is not closed takes the rows below it into its cell.
///
/// `several_lines` is false where the record is one line for certain: to look for a line's end in every row would be to
/// read every file twice.
fn unbroken(
    record: &StringRecord,
    names: &[&str],
    columns: &[&'static str],
    several_lines: bool,
) -> Result<(), CellIssue> {
    if several_lines && let Some((cell, name)) = record.iter().zip(names).find(|(cell, _)| cell.contains('\n')) {
        let column = columns.iter().find(|column| *column == name).unwrap_or(&"row");
        return Err(CellIssue::new(column, cell, Expected::OneLine));
    }
    Ok(())
}

/// Counts the lines of a file while its rows are read. A line ends with a line feed, a carriage return, or both.
pub(super) struct Lines<'a> {
    bytes: &'a [u8],
    /// The bytes that were counted.
    end: usize,
    /// The line of `end`, from 1.
    line: u64,
}

impl<'a> Lines<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, end: 0, line: 1 }
    }

    /// The line that the next row starts on, where the reader has got to a byte. It may still be before empty lines, or
    /// between the two bytes of a line's end.
    pub(super) fn of_next_row(&mut self, reader: u64) -> u64 {
        let start = (reader as usize).max(self.end);
        let skipped = self.bytes.iter().skip(start).take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        for index in self.end..(start + skipped).min(self.bytes.len()) {
            let second = index > 0 && self.bytes[index - 1] == b'\r';
            self.line += u64::from(self.bytes[index] == b'\r' || self.bytes[index] == b'\n' && !second);
        }
        self.end = start + skipped;
        self.line
    }
}

fn unreadable(file: File, line: u64, error: &csv::Error, columns: usize) -> RowIssue {
    let (found, expected) = match error.kind() {
        ErrorKind::UnequalLengths { len, .. } => (Found::Columns(*len as usize), Expected::Columns(columns)),
        ErrorKind::Utf8 { .. } => (Found::NotUtf8, Expected::Utf8),
        _ => (Found::NotCsv, Expected::Columns(columns)),
    };
    RowIssue { file, line, column: None, found, expected }
}
