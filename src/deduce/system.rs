//! The month boundaries that figures name, what bounds them, and where each bound comes from.

use super::matrix::Matrix;
use super::print::{End, Factor, Interval};
use crate::data::{Month, Span};

/// The most month boundaries of one series: 85 years of months, and 13 MB.
const MOST_BOUNDARIES: usize = 1_024;

/// Where a span starts and ends, as indexes of [`System::boundaries`].
pub(super) type Ends = (usize, usize);

/// A bound from one boundary to another, which one figure gave.
#[derive(Clone, Copy)]
pub(super) struct Edge {
    pub from: usize,
    pub to: usize,
    /// The most that `P(to) - P(from)` can be, in grams: minus a low end where the edge goes back in time.
    pub bound: i64,
    pub cause: Cause,
}

impl Edge {
    /// Which end of a span it bounds.
    pub fn end(&self) -> End {
        if self.from < self.to { End::High } else { End::Low }
    }
}

#[derive(Clone, Copy)]
pub(super) enum Cause {
    /// A published total: the index of its fact.
    Total(usize),
    /// A published change, and what was known of the other span when it was applied.
    Change {
        /// The index of its fact.
        fact: usize,
        /// From the year before to the year after, or back.
        forward: bool,
        /// The edges that bound the other span, as a part of [`System::paths`].
        path: (usize, usize),
    },
}

/// A change that takes part: boundaries of its span, and of the span a year before.
#[derive(Clone, Copy)]
pub(super) struct Link {
    pub fact: usize,
    pub later: Ends,
    pub earlier: Ends,
    pub factor: Factor,
}

impl Link {
    /// The entries of the matrix that bound its spans: upwards and downwards of the later, then of the earlier.
    pub fn entries(&self) -> [Ends; 4] {
        let back = |(from, to): Ends| (to, from);
        [self.later, back(self.later), self.earlier, back(self.earlier)]
    }
}

/// The closed system of all figures that were entered so far.
#[derive(Clone, Default)]
pub(super) struct System {
    /// Months since [`Month::FIRST`] at whose start a figure begins or ends, ascending. Others need no variable:
    /// nothing bounds them but their neighbours.
    boundaries: Vec<i32>,
    pub matrix: Matrix,
    pub edges: Vec<Edge>,
    pub paths: Vec<u32>,
    /// By the index of the fact: its total as it was entered, after widening.
    pub totals: Vec<Option<Interval>>,
    /// By the index of the fact: how many grams its total misses the others by, where it was set aside.
    pub aside: Vec<i64>,
    pub links: Vec<Link>,
}

impl System {
    /// Makes room for the spans, the first ones first; a span with no room has no [`Self::ends`].
    pub fn new(spans: &[Span], n_facts: usize) -> Self {
        let mut boundaries: Vec<i32> = Vec::new();
        for span in spans {
            let (start, end) = positions(*span);
            let new = |boundary: &i32| boundaries.binary_search(boundary).is_err();
            if boundaries.len() + [start, end].iter().filter(|boundary| new(boundary)).count() <= MOST_BOUNDARIES {
                for boundary in [start, end] {
                    if let Err(index) = boundaries.binary_search(&boundary) {
                        boundaries.insert(index, boundary);
                    }
                }
            }
        }
        Self {
            matrix: Matrix::new(boundaries.len()),
            boundaries,
            totals: vec![None; n_facts],
            aside: vec![0; n_facts],
            ..Self::default()
        }
    }

    /// The boundaries of a span that figures name.
    pub fn ends(&self, span: Span) -> Option<Ends> {
        let (start, end) = positions(span);
        Some((self.boundaries.binary_search(&start).ok()?, self.boundaries.binary_search(&end).ok()?))
    }

    /// The named boundaries just inside a span, where there are two, and those just outside it.
    ///
    /// No month is negative, so that a span has at least what is inside it, and at most what it is inside of.
    pub fn inner_and_outer(&self, span: Span) -> Option<(Option<Ends>, Ends)> {
        let (start, end) = positions(span);
        let after_start = self.boundaries.partition_point(|boundary| *boundary < start);
        let after_end = self.boundaries.partition_point(|boundary| *boundary <= end);
        let until_start = self.boundaries.partition_point(|boundary| *boundary <= start).checked_sub(1)?;
        let until_end = self.boundaries.partition_point(|boundary| *boundary < end);
        let inner = after_end.checked_sub(1).filter(|last| after_start < *last).map(|last| (after_start, last));
        (until_end < self.boundaries.len()).then_some((inner, (until_start, until_end)))
    }

    pub fn path(&self, from: usize, to: usize) -> Vec<u32> {
        self.matrix.path(from, to, |edge| (self.edges[edge as usize].from, self.edges[edge as usize].to))
    }

    /// Enters one bound; it must not contradict.
    pub fn add(&mut self, edge: Edge) {
        let number = self.edges.len() as u32;
        self.matrix.tighten(edge.from, edge.to, edge.bound, number);
        self.edges.push(edge);
    }

    /// The part of [`Self::paths`] that an edge of a change rests on.
    pub fn base(&self, edge: &Edge) -> &[u32] {
        match edge.cause {
            Cause::Total(_) => &[],
            Cause::Change { path: (start, end), .. } => &self.paths[start..end],
        }
    }

    /// These edges and all that they rest on, oldest first.
    pub fn closure(&self, edges: &[u32]) -> Vec<u32> {
        let newest = edges.iter().max().map_or(0, |edge| edge + 1);
        let mut seen = vec![false; newest as usize];
        edges.iter().for_each(|edge| seen[*edge as usize] = true);
        for edge in (0..seen.len()).rev() {
            if seen[edge] {
                // An edge rests only on older ones.
                self.base(&self.edges[edge]).iter().for_each(|base| seen[*base as usize] = true);
            }
        }
        (0..newest).filter(|edge| seen[*edge as usize]).collect()
    }

    /// The indexes of the facts behind some edges, without the change of one fact; maybe more than once.
    pub fn facts(&self, edges: &[u32], without_change: Option<usize>) -> Vec<usize> {
        let cause = |edge: u32| match self.edges[edge as usize].cause {
            Cause::Total(fact) => Some(fact),
            Cause::Change { fact, .. } => Some(fact).filter(|fact| Some(*fact) != without_change),
        };
        self.closure(edges).into_iter().filter_map(cause).collect()
    }
}

/// Start and end of a span, in months since [`Month::FIRST`].
fn positions(span: Span) -> (i32, i32) {
    (span.first().since(Month::FIRST), span.last().since(Month::FIRST) + 1)
}
