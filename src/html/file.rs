//! The figures of a chart as a file, and as text for a spreadsheet.

use crate::words::{Column, Record};
use csv::{Terminator, Writer, WriterBuilder};

/// The figures as CSV: UTF-8 with a byte order mark, by RFC 4180, a line each, under the names of [`Column`] and `source_url`.
///
/// Numbers have a point and no grouping. What is to be known of all of them stands below: its name behind `# ` in the first
/// column, its text in the second, so that columns of numbers hold nothing else.
pub fn csv(records: &[Record], about: &[(&str, String)]) -> String {
    let mut file = WriterBuilder::new().terminator(Terminator::CRLF).from_writer("\u{feff}".as_bytes().to_vec());
    write_records(&mut file, records);
    for (name, text) in about {
        let mut line = vec![String::new(); cells(None).len()];
        line[0] = ["# ", name].concat();
        line[1].clone_from(text);
        write(&mut file, &line);
    }
    text(file)
}

/// The figures as text with tabs between the cells, which spreadsheets take from the clipboard.
pub fn tab_separated(records: &[Record]) -> String {
    let mut file = WriterBuilder::new().delimiter(b'\t').from_writer(Vec::new());
    write_records(&mut file, records);
    text(file)
}

fn write_records(file: &mut Writer<Vec<u8>>, records: &[Record]) {
    write(file, &cells(None));
    for record in records {
        write(file, &cells(Some(record)));
    }
}

/// The cells of a line, or the names of the columns.
fn cells(record: Option<&Record>) -> Vec<String> {
    let mut cells = Vec::new();
    for column in Column::ALL {
        cells.push(match record {
            None => column.name().to_owned(),
            Some(record) => record.number(*column).map_or_else(|| record.text(*column), |number| number.plain()),
        });
        if *column == Column::Source {
            let addresses = |record: &Record| {
                let lines = record.sources.iter().map(|line| line.url.clone().unwrap_or_default());
                lines.collect::<Vec<_>>().join("; ")
            };
            cells.push(record.map_or_else(|| "source_url".to_owned(), addresses));
        }
    }
    cells
}

/// Writing into memory cannot fail, nor can lines of one length.
fn write(file: &mut Writer<Vec<u8>>, cells: &[String]) {
    let _ = file.write_record(cells);
}

/// All that is written is text.
fn text(file: Writer<Vec<u8>>) -> String {
    String::from_utf8(file.into_inner().unwrap_or_default()).unwrap_or_default()
}
