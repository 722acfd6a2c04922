//! What the rows of a table are sorted by: the cell of a column, without the rest of its row.

use super::Words;
use super::record::{Column, Number, known_from, names, publishers};
use super::rows::Rows;
use crate::charts::Implied;
use crate::charts::mark::Mark;
use crate::data::Dataset;
use chrono::NaiveDate;
use std::cmp::Ordering;

/// What rows are compared by.
#[derive(Clone, Debug, PartialEq)]
pub enum SortKey {
    /// An empty cell.
    Empty,
    /// A number; of intervals and bands the upper end counts as the value.
    Number(f64),
    /// The last day of a period, or a day.
    Day(NaiveDate),
    /// Any other cell.
    Text(String),
}

impl SortKey {
    fn text(text: String) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }

    /// What comes first, ascending or not. Empty cells come last either way.
    pub fn compare(&self, other: &Self, ascending: bool) -> Ordering {
        let turned = |order: Ordering| if ascending { order } else { order.reverse() };
        match (self, other) {
            (Self::Number(a), Self::Number(b)) => turned(a.total_cmp(b)),
            (Self::Day(a), Self::Day(b)) => turned(a.cmp(b)),
            (Self::Text(a), Self::Text(b)) => turned(a.cmp(b)),
            // Within a column all others are of one kind.
            (a, b) => (*a == Self::Empty).cmp(&(*b == Self::Empty)),
        }
    }
}

impl Words {
    /// What a mark is sorted by in a column: what [`Words::record`] has there, without making the rest of it.
    pub fn sort_key(&self, mark: &Mark, data: &Dataset, implied: Option<&Implied>, column: Column) -> SortKey {
        let rows = Rows { data, implied };
        let number = |number: Option<Number>| number.map_or(SortKey::Empty, |number| SortKey::Number(number.value));
        let sources = || self.record_sources(mark, rows);
        match column {
            Column::What => SortKey::text(self.subject(mark, rows)),
            Column::Period => SortKey::Day(mark.when.last_day()),
            Column::Value => {
                let cells = self.cells(mark);
                number(cells.value.or(cells.high))
            }
            Column::Low => number(self.cells(mark).low),
            Column::High => number(self.cells(mark).high),
            Column::Unit => SortKey::text(self.cells(mark).unit.to_owned()),
            Column::Change => number(self.cells(mark).change),
            Column::How => SortKey::text(self.record_how(mark).to_owned()),
            Column::Source => SortKey::text(names(&publishers(&sources()))),
            Column::Confidence => SortKey::text(self.record_confidence(&sources()).to_owned()),
            Column::KnownFrom => known_from(&sources()).map_or(SortKey::Empty, SortKey::Day),
            Column::Notes => SortKey::text(self.record_notes(mark, rows).join("; ")),
        }
    }
}
