//! The marks of rows: a bar with its words behind it, or words where there is no figure.

use crate::charts::mark::{How, Label, Look, Mark, Role, Shape, Tag, TagAt, What};
use crate::data::When;

/// The look of a mark of row number `row`, with its words.
pub fn look(shape: Shape, role: Role, row: usize, (low, high): (f64, f64), label: Label) -> Look {
    let tag = Some(Tag { label, at: TagAt::Beside, optional: false });
    let x = (row as f64, row as f64 + 1.0);
    Look { low, tag, ..Look::new(shape, role, row as u8, x, high) }
}

/// The mark of a row without a figure, with words that say why.
pub fn missing(what: What, when: When, role: Role, row: usize, label: Label) -> Mark {
    Mark {
        what,
        when,
        amount: None,
        how: How::Published,
        rows: Vec::new(),
        details: Vec::new(),
        detail_rows: Vec::new(),
        look: look(Shape::Gap, role, row, (0.0, 0.0), label),
    }
}
