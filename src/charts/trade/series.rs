//! What is known of one flow: the published figures, and what they imply of periods that nobody published.

use super::index::{Index, weak};
use crate::charts::implied::Implied;
use crate::charts::mark::{Amount, How, Role};
use crate::data::{Fact, File, Flow, RowId, Span, Tonnes, TradeFact};
use crate::deduce::{Class, Deduction};

/// One flow, published and worked out.
pub struct FlowSeries<'a> {
    pub index: Index<'a>,
    pub deduction: Option<&'a Deduction>,
}

/// What is known of the tonnes of a period.
#[derive(Clone)]
pub struct Total<'a> {
    pub span: Span,
    pub how: How,
    /// The published figure alone, or the parts that are summed; empty where it was worked out.
    pub parts: Vec<&'a TradeFact>,
    pub low: Tonnes,
    /// Equal to `low` where it is published or a sum.
    pub high: Tonnes,
}

impl<'a> FlowSeries<'a> {
    /// Without `implied`, periods that nobody published are not known.
    pub fn new(facts: &'a [TradeFact], implied: Option<&'a Implied>, flow: Flow) -> Self {
        Self { index: Index::new(facts, flow), deduction: implied.map(|implied| implied.flow(flow)) }
    }

    pub fn flow(&self) -> Flow {
        self.index.flow
    }

    pub fn role(&self) -> Role {
        match self.flow() {
            Flow::Import => Role::Import,
            Flow::Export => Role::Export,
        }
    }

    /// The published figure, the sum of published parts, or what was worked out closely.
    pub fn total(&self, span: Span) -> Option<Total<'a>> {
        self.any(span).filter(|total| total.how != How::Bounded)
    }

    /// The same, or the range that published figures leave open.
    pub fn any(&self, span: Span) -> Option<Total<'a>> {
        if let Some(parts) = self.index.parts(span) {
            let sum = parts.iter().filter_map(|part| Some(part.tonnes?.value)).sum();
            let how = if parts.len() > 1 { How::Computed } else { How::Published };
            return Some(Total { span, how, parts, low: sum, high: sum });
        }
        let reading = self.deduction?.reading(span);
        let how = match reading.class {
            Class::Deduced => How::Deduced,
            Class::Bounded => How::Bounded,
            Class::Published | Class::Unknown => return None,
        };
        let (low, high) = reading.range?;
        Some(Total { span, how, parts: Vec::new(), low, high })
    }

    /// Of the periods that start with the first month of `whole`, the longest whose total is known.
    pub fn longest(&self, whole: Span) -> Option<Total<'a>> {
        self.starts(whole).find_map(|span| self.total(span))
    }

    /// The rows that a total rests on: its own, or those that prove what was worked out.
    pub fn rows(&self, total: &Total) -> Vec<RowId> {
        let bounds = self.deduction.filter(|_| !total.is_stated()).and_then(|deduction| deduction.bounds(total.span));
        let Some(bounds) = bounds else { return total.rows() };
        bounds.facts().into_iter().map(|line| RowId { file: File::Trade, line: line as u64 }).collect()
    }

    /// Whether none of these rows is weak.
    pub fn sound(&self, rows: &[RowId]) -> bool {
        let is_weak = |row: &RowId| self.index.weak_lines().any(|line| line == row.line);
        !rows.iter().any(is_weak)
    }

    /// The periods that start with the first month of `whole`, the longest first.
    pub fn starts(&self, whole: Span) -> impl Iterator<Item = Span> + use<> {
        let first = whole.first();
        (0..whole.months() as i32).rev().filter_map(move |months| Span::new(first, first.plus(months)))
    }
}

impl Total<'_> {
    /// The amount, or its middle where it is an interval.
    pub fn middle(&self) -> Tonnes {
        Tonnes::from_grams(
            self.low.grams() / 2 + self.high.grams() / 2 + (self.low.grams() % 2 + self.high.grams() % 2) / 2,
        )
    }

    /// The amount of each of `months` equal parts.
    pub fn part(&self, months: u32) -> Amount {
        let part = |tonnes: Tonnes| Tonnes::from_grams(tonnes.grams() / i64::from(months.max(1)));
        match self.how {
            How::Deduced | How::Bounded => Amount::TonnesBetween(part(self.low), part(self.high)),
            _ => Amount::Tonnes(part(self.low)),
        }
    }

    pub fn amount(&self) -> Amount {
        self.part(1)
    }

    /// Whether a row that it rests on is weak, or sources differ on it.
    pub fn doubt(&self) -> bool {
        self.parts.iter().any(|part| weak(part) || part.conflict)
    }

    pub fn rows(&self) -> Vec<RowId> {
        self.parts.iter().map(|part| part.row()).collect()
    }

    pub fn is_stated(&self) -> bool {
        matches!(self.how, How::Published | How::Computed)
    }
}
