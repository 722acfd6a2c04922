//! The figures of a chart as a table, and other figures as a list.

use super::Description;
use super::tip::{sources, tip};
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
                        td { (sources(&record.sources)) }
                    } @else {
                        td { (record.text(*column)) }
                    }
                }
            }
        }
    }
}

/// The indexes of the marks whose records hold a text, in an order; without one in their own.
///
/// `data` and `implied` are what the marks were made of.
pub fn sorted(
    marks: &[&Mark],
    (data, implied): (&Dataset, Option<&Implied>),
    order: Option<Order>,
    filter: &str,
    words: &Words,
) -> Vec<usize> {
    let everything = filter.trim().is_empty();
    let holds = |mark: &Mark| everything || words.record(mark, data, implied).contains(filter, words);
    let held = (0..marks.len()).filter(|index| holds(marks[*index]));
    let Some(Order { column, ascending }) = order else { return held.collect() };
    let mut keyed: Vec<(SortKey, usize)> =
        held.map(|index| (words.sort_key(marks[index], data, implied, column), index)).collect();
    // Stable: equal ones keep the order of the chart.
    keyed.sort_by(|(a, _), (b, _)| a.compare(b, ascending));
    keyed.into_iter().map(|(_, index)| index).collect()
}

pub(super) fn list(entries: &[Description]) -> Markup {
    html! { ul.fold__list { @for entry in entries { li { (tip(entry)) } } } }
}
