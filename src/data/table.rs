//! CSV bytes to rows, whatever the bytes are.

use super::File;
use super::issue::{CellIssue, Expected, FileError, RowIssue};
use csv::{ErrorKind, ReaderBuilder, StringRecord};
use serde::Deserialize;
use std::cell::Cell;

/// The most that is read of one file: forty times the largest that is shipped.
pub const MAX_BYTES: usize = 6_000_000;

/// After so many unreadable rows the rest is not looked at: the file is not what it should be.
const MAX_ISSUES: usize = 200;

/// The facts of one file, and the rows that could not be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Table<T> {
    pub facts: Vec<T>,
    pub issues: Vec<RowIssue>,
}

/// The cells of one row, in the file's order.
#[derive(Deserialize)]
#[serde(transparent)]
struct Cells<'a>(#[serde(borrow)] Vec<&'a str>);

/// One row of a file.
pub(super) struct Row<'a> {
    /// The columns' names, in the order of the cells.
    names: &'a [&'a str],
    cells: Cells<'a>,
    /// Where the next column is looked for first: files and their readers mostly agree on the order.
    next: Cell<usize>,
}

impl<'a> Row<'a> {
    /// A cell by its column's name; empty where the file has no such column.
    pub fn text(&self, column: &str) -> &'a str {
        let (before, after) = self.names.split_at(self.next.get().min(self.names.len()));
        let behind = after.iter().position(|name| *name == column).map(|place| before.len() + place);
        let Some(place) = behind.or_else(|| before.iter().position(|name| *name == column)) else { return "" };
        self.next.set(place + 1);
        self.cells.0.get(place).copied().unwrap_or_default()
    }
}

/// Reads a table whose first line names at least `columns` (in any order, further ones are ignored).
///
/// `read_row` gets a row and its line's number; what it refuses becomes an issue, and the rest is read.
pub(super) fn read<T>(
    file: File,
    bytes: &[u8],
    columns: &[&'static str],
    read_row: fn(&Row, u64) -> Result<T, CellIssue>,
) -> Result<Table<T>, FileError> {
    let mut facts = Vec::new();
    let issues = read_rows(file, bytes, columns, &mut |row, line| {
        facts.push(read_row(row, line)?);
        Ok(())
    })?;
    Ok(Table { facts, issues })
}

type TakeRow<'a> = dyn FnMut(&Row, u64) -> Result<(), CellIssue> + 'a;

/// The part of [`read`] that is the same for every file.
fn read_rows(
    file: File,
    bytes: &[u8],
    columns: &[&'static str],
    take: &mut TakeRow,
) -> Result<Vec<RowIssue>, FileError> {
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
        return Err(FileError::MissingColumn { column, expected: columns.join(", ") });
    }

    let names: Vec<&str> = header.iter().collect();
    let mut issues = Vec::new();
    let mut last_line = 1;
    let mut line = line_of(reader.position(), bytes);
    // One record for all rows: a new one for each took a third of the time.
    let mut record = StringRecord::new();
    while issues.len() < MAX_ISSUES {
        let read = reader.read_record(&mut record);
        let next = line_of(reader.position(), bytes);
        match read {
            Ok(false) => break,
            Ok(true) => {
                last_line = line;
                // The last line may lack its end, so that it cannot be told by counting.
                let several_lines = next > line + 1 || reader.position().byte() == bytes.len() as u64;
                if let Err(cell) = row(&record, &names, columns, several_lines).and_then(|row| take(&row, line)) {
                    let CellIssue { column, found, expected } = cell;
                    issues.push(RowIssue { file, line, column: Some(column), found, expected });
                }
            }
            Err(error) => issues.push(unreadable(file, line, &error, header.len())),
        }
        line = next;
    }
    if !bytes.ends_with(b"\n") && !bytes.ends_with(b"\r") {
        let end = String::from_utf8_lossy(&bytes[bytes.len().saturating_sub(20)..]).into_owned();
        issues.push(RowIssue { file, line: last_line, column: None, found: end, expected: Expected::LineEnd });
    }
    Ok(issues)
}

/// `several_lines`: the reader may have gone over more than one line to make the record. Looking for the end of a line in
/// every row would read every file twice.
fn row<'a>(
    record: &'a StringRecord,
    names: &'a [&'a str],
    columns: &[&'static str],
    several_lines: bool,
) -> Result<Row<'a>, CellIssue> {
    // A quotation mark that is not closed takes the rows below it into its cell.
    if several_lines && let Some((cell, name)) = record.iter().zip(names).find(|(cell, _)| cell.contains('\n')) {
        let column = columns.iter().find(|column| *column == name).unwrap_or(&"row");
        return Err(CellIssue::new(column, cell, Expected::OneLine));
    }
    // Every cell is text, so this cannot fail; if it ever does, the row is reported like any other.
    let cells = record.deserialize(None).map_err(|_| CellIssue::new("row", "", Expected::Text))?;
    Ok(Row { names, cells, next: Cell::new(0) })
}

/// The line of a row whose reading starts at a place: empty lines before it, and the second half of a line's end in two
/// bytes, are read with it.
fn line_of(start: &csv::Position, bytes: &[u8]) -> u64 {
    let before = bytes.iter().skip(start.byte() as usize).take_while(|byte| matches!(byte, b'\r' | b'\n'));
    start.line() + before.filter(|byte| **byte == b'\n').count() as u64
}

fn unreadable(file: File, line: u64, error: &csv::Error, columns: usize) -> RowIssue {
    let (found, expected) = match error.kind() {
        ErrorKind::UnequalLengths { len, .. } => (format!("{len} columns"), Expected::Columns(columns)),
        ErrorKind::Utf8 { .. } => ("bytes that are not UTF-8".to_owned(), Expected::Utf8),
        _ => ("a row that is not CSV".to_owned(), Expected::Columns(columns)),
    };
    RowIssue { file, line, column: None, found, expected }
}
