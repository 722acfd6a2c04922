//! A file as office programs, scripts and content systems save it, written again as the plain CSV that [`Table`] reads.
//!
//! Only what can be read in one way is changed. Each row keeps its line, so that what is still wrong is named where it
//! stands in the file. Shipped files need none of this: it is in the part of the program that is loaded on demand.
//!
//! [`Table`]: super::Table

mod cell;
mod date;
mod encoding;
mod number;
mod serial;

use super::File;
use super::dataset::{AnyTable, Arrived, Dataset};
use super::issue::FileError;
use super::table::{Lines, blank};
use cell::Kind;
use csv::{ReaderBuilder, StringRecord, WriterBuilder};
use serial::Serial;

pub use date::plain as plain_date;
pub use encoding::{Decode, Encoding};

/// What was guessed about a file that is not plain, or changed in all of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repair {
    /// The bytes are not UTF-8, and were read as this.
    Encoding(Encoding),
    /// Cells are separated by this, not by commas.
    Separator(char),
    /// Decimals stand behind a comma.
    DecimalComma,
    /// Days of a column are written as the number of days since the end of 1899, as spreadsheets count them.
    SerialDays,
    /// Every number of a column has a decimal, most of them ".0", as programs write them that save a table again.
    Resaved,
}

/// What was guessed of files.
pub type Repairs = Vec<(File, Repair)>;

/// A file that was written again, and what was guessed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repaired {
    /// Plain CSV, each row on its line of the file.
    pub bytes: Vec<u8>,
    /// Without what loses nothing: blanks, capitals, empty rows, an order of columns, a form of a date.
    pub repairs: Vec<Repair>,
}

/// Reads files again that could not be read as they are, or look saved again, and says what was guessed.
///
/// `read` is what was read of `files` as they are.
pub fn repair_files(files: &mut [Arrived], read: &Dataset, decode: Decode) -> Repairs {
    let mut repairs = Vec::new();
    for ((file, content), table) in files.iter_mut().zip(read.tables()) {
        let Ok(bytes) = content else { continue };
        if is_plain(table, bytes) {
            continue;
        }
        if let Some(repaired) = repair(*file, bytes, decode) {
            repairs.extend(repaired.repairs.into_iter().map(|repair| (*file, repair)));
            *bytes = repaired.bytes;
        }
    }
    repairs
}

/// Whether all files are there, and plain as far as they were read.
pub fn are_plain(files: &[Arrived], read: &Dataset) -> bool {
    let content = files.iter().map(|(_, content)| content.as_deref());
    content.zip(read.tables()).all(|(content, table)| content.is_ok_and(|bytes| is_plain(table, bytes)))
}

/// Whether a file can be read as it is, every row of it, and no program has saved it again. One that was not read yet may be.
fn is_plain(table: &dyn AnyTable, bytes: &[u8]) -> bool {
    let is_readable = table.error().is_none_or(|error| *error == FileError::OnItsWay);
    is_readable && table.issues().is_empty() && !looks_resaved(bytes)
}

/// Whether a file has so many numbers that end in ".0" that programs write them, not people.
pub fn looks_resaved(bytes: &[u8]) -> bool {
    /// Shipped files have none.
    const MANY: usize = 8;
    let ends = bytes.windows(3).filter(|end| end.starts_with(b".0") && matches!(end[2], b',' | b'\n' | b'\r'));
    ends.take(MANY).count() == MANY
}

/// Writes a file again; `None` where no line of it names the columns that it must have.
pub fn repair(file: File, bytes: &[u8], decode: Decode) -> Option<Repaired> {
    let (text, encoding) = encoding::text(bytes, decode)?;
    let (separator, mut header) = [',', ';', '\t', '|'].into_iter().find_map(|separator| {
        let header = header(file, &text, separator)?;
        Some((separator, header))
    })?;
    header.iter_mut().for_each(|name| *name = cell::column(name));
    let kinds: Vec<Kind> = header.iter().map(|name| Kind::of(file, name)).collect();
    let rows = rows(&text, separator, &header);
    if rows.is_empty() {
        return None;
    }

    let cells = |index: usize| rows.iter().skip(1).filter_map(move |(_, cells)| cells.get(index)).map(String::as_str);
    let numbers = |index: &usize| kinds[*index] == Kind::Number;
    let columns = || (0..kinds.len()).filter(numbers);
    let decimal_comma = number::decimal_comma(separator, columns().flat_map(cells));
    let resaved = columns().any(|index| number::resaved(cells(index)));
    let all_decimal = |index: usize| number::all_decimal(cells(index));
    let resaved: Vec<bool> = (0..kinds.len()).map(|index| resaved && numbers(&index) && all_decimal(index)).collect();

    let dates = |index: &usize| kinds[*index] == Kind::Date;
    let serial =
        |index: usize| Serial::of(cells(index).filter(|text| !cell::is_missing(text)), header[index] == "period");
    let serial: Vec<Option<Serial>> =
        (0..kinds.len()).map(|index| Some(index).filter(dates).and_then(serial)).collect();

    let mut out = Lined::default();
    for (line, cells) in &rows {
        let cell = |(index, text): (usize, &String)| match kinds.get(index) {
            _ if *cells == header => text.clone(),
            Some(Kind::Number) => number::plain(text, decimal_comma, resaved[index]),
            Some(kind) => serial[index].and_then(|of| of.plain(text)).unwrap_or_else(|| kind.plain(text)),
            None => text.clone(),
        };
        out.write(*line, &cells.iter().enumerate().map(cell).collect::<Vec<_>>())?;
    }
    // A file that is cut short stays one, and is named as such.
    if !text.ends_with(['\n', '\r']) {
        out.bytes.pop();
    }
    let guessed = [
        encoding.map(Repair::Encoding),
        (separator != ',').then_some(Repair::Separator(separator)),
        decimal_comma.then_some(Repair::DecimalComma),
        serial.iter().any(Option::is_some).then_some(Repair::SerialDays),
        resaved.contains(&true).then_some(Repair::Resaved),
    ];
    Some(Repaired { bytes: out.bytes, repairs: guessed.into_iter().flatten().collect() })
}

/// The first row that names every column of a file, where cells are separated like this.
fn header(file: File, text: &str, separator: char) -> Option<Vec<String>> {
    /// Above it there may be a title, a remark, or Excel's "sep=;".
    const LINES: usize = 20;
    let mut reader =
        ReaderBuilder::new().delimiter(separator as u8).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let named = |row: &StringRecord| {
        let names: Vec<String> = row.iter().map(|name| cell::column(&cell::one_line(name, separator))).collect();
        file.columns().iter().all(|column| names.iter().any(|name| name == column))
    };
    let found = reader.records().take(LINES).filter_map(Result::ok).find(named)?;
    Some(found.iter().map(|name| cell::one_line(name, separator)).collect())
}

/// The header and the rows below it with their lines; rows without any text are left out.
fn rows(text: &str, separator: char, header: &[String]) -> Vec<(u64, Vec<String>)> {
    let mut reader =
        ReaderBuilder::new().delimiter(separator as u8).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut lines = Lines::new(text.as_bytes());
    let mut line = lines.of_next_row(0);
    let mut rows: Vec<(u64, Vec<String>)> = Vec::new();
    let mut record = StringRecord::new();
    // Text that was decoded is UTF-8, and rows may be of any length: no row is an error.
    while reader.read_record(&mut record).unwrap_or(false) {
        let next = lines.of_next_row(reader.position().byte());
        let mut cells: Vec<String> = record.iter().map(|text| cell::one_line(text, separator)).collect();
        while cells.len() > header.len() && cells.last().is_some_and(String::is_empty) {
            cells.pop();
        }
        let names: Vec<String> = cells.iter().map(|name| cell::column(name)).collect();
        match names == header {
            // Once, also where several files were put together.
            true if rows.is_empty() => rows.push((line, names)),
            true => {}
            false if rows.is_empty() || blank(&record) => {}
            false => rows.push((line, cells)),
        }
        line = next;
    }
    rows
}

/// CSV text whose rows are on lines that were asked for.
#[derive(Default)]
struct Lined {
    bytes: Vec<u8>,
    /// How many lines it has.
    lines: u64,
}

impl Lined {
    /// Adds a row on a line, after empty lines where it is further down; `None` where it cannot be written.
    fn write(&mut self, line: u64, cells: &[String]) -> Option<()> {
        let empty = line.saturating_sub(self.lines + 1);
        self.bytes.extend(std::iter::repeat_n(b'\n', empty as usize));
        let mut writer = WriterBuilder::new().flexible(true).from_writer(Vec::new());
        writer.write_record(cells).ok()?;
        let row = writer.into_inner().ok()?;
        self.lines += empty + row.iter().filter(|byte| **byte == b'\n').count() as u64;
        self.bytes.extend(row);
        Some(())
    }
}
