//! What the published figures imply: bounds on every span of months, each with its proof.
//!
//! Month boundaries are variables, and the tonnes of a span are the difference of two of them. A published total is an
//! interval as wide as its last significant digit, a published change bounds a span by the same span a year earlier and
//! the other way round, and no month is negative. [`Deduction::new`] enters the figures one at a time, totals before
//! changes and the best attested first, and keeps the tightest bounds of all differences. `docs/deduction.md` has the
//! method with a worked example, and its limits.
//!
//! Contracts:
//! - One call is one series: one flow, or one basket and partner. See [`trade_series`] and [`origin_series`].
//! - What was public on some day is the caller's choice: leave out the facts with a later `known_from`.
//! - Masses are whole grams, every rounding is outward: where the figures are right, the truth is inside every bound.
//! - Facts are named by the caller's `id`, which should differ from fact to fact. Nothing depends on a clock, a hash or
//!   a floating sum, and nothing panics: figures too wild to use are [`Deduction::left_out`].
//!
//! ```
//! use rare_earth_trade::data::{Flow, Span, Table, TradeFact};
//! use rare_earth_trade::deduce::{Class, Deduction, trade_series};
//!
//! let file = b"period,flow,tonnes,value_usd,yoy_pct,sources,conflict,confidence,known_from,source_url
//! 2024-Q1,import,35696,,,1,,normal,2024-04-14,
//! 2024-05,import,13747,,,1,,normal,2024-06-14,
//! 2024-01/05,import,62589.2,,,1,,normal,2024-06-14,
//! ";
//! let facts = Table::<TradeFact>::read(file).unwrap().facts;
//! let deduction = Deduction::new(&trade_series(facts.iter().enumerate(), Flow::Import));
//! let april = Span::parse("2024-04").unwrap();
//! assert_eq!(deduction.class(april), Class::Deduced);
//! let bounds = deduction.bounds(april).unwrap();
//! assert_eq!((bounds.low.to_f64(), bounds.high.to_f64()), (13_145.15, 13_147.25));
//! assert_eq!(bounds.proof_low.facts(), [0, 1, 2]);
//! assert_eq!(deduction.recompute(&bounds.proof_low), Some(bounds.low));
//! ```

mod enter;
mod matrix;
mod print;
mod proof;
#[cfg(test)]
mod properties;
mod reading;
mod series;
#[cfg(test)]
mod shipped;
mod system;
#[cfg(test)]
mod tests;

pub use print::End;
pub use proof::{Origin, Proof, Sign, Step, Term};
pub use reading::{Class, Reading, class_of_range};
pub use series::{OriginSeries, origin_series, trade_series, trade_statements};

use crate::data::{PrintedPercent, PrintedTonnes, Span, Tonnes};
use system::System;

/// One published row as the deduction takes it, whatever file it came from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Statement {
    /// The caller's name for it, such as its index in a list. Everything that is said about a fact says it by this.
    pub id: usize,
    /// The months that the figures are for.
    pub span: Span,
    /// The printed total; `None` where only the change was printed.
    pub tonnes: Option<PrintedTonnes>,
    /// The change on a year before, as printed.
    pub change: Option<PrintedPercent>,
    /// How well it is attested: the best enter first, and the others are held against them.
    pub rank: Rank,
}

/// How well a row is attested. Less is better, field by field in this order; of equals the first in the list enters first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rank {
    /// Another source's figure for the same thing.
    pub check: bool,
    /// 0 published, 1 derived from published figures, 2 the source's estimate.
    pub kind: u8,
    /// Of low confidence.
    pub weak: bool,
    /// Publications differ on it.
    pub conflict: bool,
    /// How many printed it: more is better.
    pub sources: std::cmp::Reverse<u32>,
}

/// Which figure of a row is meant: one may be a revision, or wrong, without the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// The tonnes of the span.
    Total,
    /// The change on a year before.
    Change,
}

/// A figure of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct StatementPart {
    /// The row's [`Statement::id`].
    pub fact: usize,
    /// Which of the row's two figures.
    pub part: Part,
}

/// How far a figure lies outside what better attested ones allow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Miss {
    /// A mass, for a total, and for a change that misses totals.
    Mass(Tonnes),
    /// Thousandths of a percentage point, for two changes of the same span.
    Points(i64),
}

/// A figure that was revised after it was printed: it misses the others by so little that it was widened to fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revision {
    /// The figure that was widened.
    pub figure: StatementPart,
    /// How far it misses the others.
    pub by: Miss,
    /// The ids of the facts that it misses, ascending; a change may miss its own row's total.
    pub against: Vec<usize>,
}

/// A figure that cannot be right where the others are: it is set aside and bounds nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contradiction {
    /// The figure that was set aside.
    pub figure: StatementPart,
    /// How far it misses the others.
    pub by: Miss,
    /// The ids of the facts that it contradicts, ascending; a change may contradict its own row's total.
    pub against: Vec<usize>,
}

/// What a span can have been, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// The least that the span can have been, itself included.
    pub low: Tonnes,
    /// The most that the span can have been, itself included.
    pub high: Tonnes,
    /// The sum that makes [`Self::low`]; empty where zero needs no figure.
    pub proof_low: Proof,
    /// The sum that makes [`Self::high`].
    pub proof_high: Proof,
}

impl Bounds {
    /// The ids of all facts that both proofs rest on, ascending.
    pub fn facts(&self) -> Vec<usize> {
        let mut facts = self.proof_high.facts();
        facts.extend(self.proof_low.facts());
        facts.sort();
        facts.dedup();
        facts
    }
}

/// Everything that the figures of one series imply.
#[derive(Clone)]
pub struct Deduction {
    /// Figures that are later revisions, in the order in which they entered.
    pub revisions: Vec<Revision>,
    /// Figures that were set aside, in the order in which they came up.
    pub contradictions: Vec<Contradiction>,
    /// Figures that could not be used: the change of a row whose total was set aside as something else, a fall by more than
    /// 100 %, a change on a year before 1900, or beyond what one series may hold.
    pub left_out: Vec<StatementPart>,
    facts: Vec<Statement>,
    system: System,
}

impl Deduction {
    /// Works out one series; the order of the list matters only between equally attested figures that disagree.
    pub fn new(facts: &[Statement]) -> Self {
        let mut deduction = Self {
            revisions: Vec::new(),
            contradictions: Vec::new(),
            left_out: Vec::new(),
            facts: facts.to_vec(),
            system: System::default(),
        };
        deduction.enter_all();
        deduction
    }

    /// The row of that name.
    pub fn fact(&self, id: usize) -> Option<&Statement> {
        self.facts.iter().find(|fact| fact.id == id)
    }

    /// The least and the most that a span can have been; `None` where nothing bounds it from above.
    pub fn range(&self, span: Span) -> Option<(Tonnes, Tonnes)> {
        let (low, high) = self.system.inner_and_outer(span)?;
        let high = self.system.matrix.bound(high.0, high.1)?;
        let low = low.map_or(0, |(from, to)| self.system.matrix.range(from, to).0);
        Some((Tonnes::from_grams(low), Tonnes::from_grams(high)))
    }

    /// The same as [`Self::range`], with the proofs.
    pub fn bounds(&self, span: Span) -> Option<Bounds> {
        let (low, high) = self.range(span)?;
        let (inner, outer) = self.system.inner_and_outer(span)?;
        Some(Bounds {
            low,
            high,
            proof_low: inner.map_or_else(Proof::default, |(from, to)| self.prove(to, from, End::Low)),
            proof_high: self.prove(outer.0, outer.1, End::High),
        })
    }
}

/// The facts decide everything else.
impl PartialEq for Deduction {
    fn eq(&self, other: &Self) -> bool {
        self.facts == other.facts
    }
}
