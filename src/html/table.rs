//! The figures of a chart as a table, and other figures as a list.

use super::Description;
use super::tip::{source, tip};
use crate::charts::{Implied, Mark};
use crate::data::Dataset;
use crate::words::{Column, Number, Record, SortKey, Words};
use maud::{Markup, html};

/// What a table is sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Order {
    /// The column whose cells are compared.
    pub column: Column,
    /// From the least to the greatest, or from A to Z.
    pub ascending: bool,
}

impl Order {
    /// The order after a click on the head of a column: the other way round where it was sorted by that already.
    pub fn after_click(before: Option<Self>, column: Column) -> Self {
        let same = before.filter(|order| order.column == column);
        Self { column, ascending: same.is_none_or(|order| !order.ascending) }
    }
}

/// Rows of the table.
pub fn table_rows(records: &[Record], words: &Words) -> Markup {
    let number = |number: Option<Number>| number.map(|number| words.number(number.value, number.places));
    html! {
        @for record in records {
            tr {
                th scope="row" { (record.what) }
                @for column in &Column::ALL[1..] {
                    @if column.is_number() {
                        td.table__number { (number(record.number(*column)).unwrap_or_default()) }
                    } @else if *column == Column::Source {
                        // In one line of text, as in a file: a list in each of many rows takes time.
                        td.table__text { @for (at, line) in record.sources.iter().enumerate() { @if at > 0 { "; " } (source(line)) } }
                    } @else if *column == Column::Notes {
                        td.table__text.table__notes { (record.text(*column)) }
                    } @else {
                        td { (record.text(*column)) }
                    }
                }
            }
        }
    }
}

/// The texts of a table's rows, in small letters: made once, and searched at each letter of a filter.
pub struct RowTexts(Vec<String>);

impl RowTexts {
    /// Of marks that were made of `data` and `implied`.
    pub fn new(marks: &[&Mark], (data, implied): (&Dataset, Option<&Implied>), words: &Words) -> Self {
        Self(marks.iter().map(|mark| words.record(mark, data, implied).search_text(words)).collect())
    }

    /// The indexes of the rows that hold a text, in capitals of ASCII or not.
    pub fn holding(&self, filter: &str) -> Vec<usize> {
        let filter = filter.trim().to_ascii_lowercase();
        (0..self.0.len()).filter(|index| self.0[*index].contains(&filter)).collect()
    }
}

/// The indexes of the marks whose rows hold a text, in an order; those of the chart's order without one. `data` and `implied`
/// are what the marks were made of. `texts` are asked for only where there is a text to search for.
pub fn chosen(
    marks: &[&Mark],
    (data, implied): (&Dataset, Option<&Implied>),
    (filter, texts): (&str, impl FnOnce(&str) -> Vec<usize>),
    order: Option<Order>,
    words: &Words,
) -> Vec<usize> {
    let indexes = if filter.trim().is_empty() { (0..marks.len()).collect() } else { texts(filter) };
    let Some(Order { column, ascending }) = order else { return indexes };
    let key = |index: usize| (words.sort_key(marks[index], data, implied, column), index);
    let mut keyed: Vec<(SortKey, usize)> = indexes.into_iter().map(key).collect();
    // Stable: equal ones keep the order of the chart.
    keyed.sort_by(|(a, _), (b, _)| a.compare(b, ascending));
    keyed.into_iter().map(|(_, index)| index).collect()
}

pub(super) fn list(entries: &[Description]) -> Markup {
    html! { ul.fold__list { @for entry in entries { li { (tip(entry)) } } } }
}
