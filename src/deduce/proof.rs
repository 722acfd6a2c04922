//! Why a bound holds: published figures added and subtracted, in a sum that anyone can repeat.

use super::Deduction;
use super::print::{End, Factor};
use super::system::{Cause, Edge};
use crate::data::{Span, Tonnes};

/// Whether a term is added or subtracted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sign {
    /// The term is added.
    Plus,
    /// The term is subtracted.
    Minus,
}

/// A sum that makes a bound. An empty one is the bound that needs no figure: nothing is less than no trade.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proof {
    /// The sum: what is added, then what is subtracted, both in the order of time.
    pub terms: Vec<Term>,
    /// What was worked out by changes on the way; a step rests only on steps before it.
    pub steps: Vec<Step>,
}

/// One end of one span, added or subtracted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// What is done with the mass.
    pub sign: Sign,
    /// The months that the mass is of.
    pub span: Span,
    /// Which end of the span's interval the mass is.
    pub end: End,
    /// The mass at this end, never negative: what is added or subtracted.
    pub tonnes: Tonnes,
    /// The figure or the step that the mass is taken from.
    pub origin: Origin,
}

/// Where a term's mass comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The end of a published total, widened where it is a revision: the id of its fact.
    Published(usize),
    /// The index of a step in [`Proof::steps`].
    Step(usize),
}

/// One end of one span, worked out by a published change from the same end of the span a year earlier or later.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The id of the fact whose change it is.
    pub change: usize,
    /// The months that are worked out.
    pub span: Span,
    /// Which end of the span's interval is worked out.
    pub end: End,
    /// The mass at this end, never negative.
    pub tonnes: Tonnes,
    /// The span that the change leads from.
    pub base: Span,
    /// The mass at the same end of `base`, from which the change leads to `tonnes`.
    pub base_tonnes: Tonnes,
    /// The sum that makes `base_tonnes`.
    pub terms: Vec<Term>,
}

impl Proof {
    /// The ids of all facts that it rests on, ascending.
    pub fn facts(&self) -> Vec<usize> {
        let terms = self.steps.iter().flat_map(|step| &step.terms).chain(&self.terms);
        let mut facts: Vec<usize> = terms
            .filter_map(|term| match term.origin {
                Origin::Published(fact) => Some(fact),
                Origin::Step(_) => None,
            })
            .chain(self.steps.iter().map(|step| step.change))
            .collect();
        facts.sort();
        facts.dedup();
        facts
    }
}

impl Deduction {
    /// Works a proof out again from the figures it names; `None` where it names one that does not take part.
    ///
    /// Takes nothing from the proof but which figures, in which sum: no mass that it carries.
    pub fn recompute(&self, proof: &Proof) -> Option<Tonnes> {
        let mut done = Vec::with_capacity(proof.steps.len());
        for step in &proof.steps {
            let base = self.sum(&step.terms, &done)?;
            let forward = step.base.first() < step.span.first();
            done.push(match step.end {
                End::High => self.factor(step.change)?.carry(forward, step.end, base)?,
                End::Low => -self.factor(step.change)?.carry(forward, step.end, -base)?,
            });
        }
        self.sum(&proof.terms, &done).map(Tonnes::from_grams)
    }

    fn sum(&self, terms: &[Term], steps: &[i64]) -> Option<i64> {
        terms.iter().try_fold(0_i64, |sum, term| {
            let grams = match term.origin {
                Origin::Step(step) => *steps.get(step)?,
                Origin::Published(fact) => {
                    let total = self.system.totals[self.index(fact)?]?;
                    if term.end == End::Low { total.low } else { total.high? }
                }
            };
            match term.sign {
                Sign::Plus => sum.checked_add(grams),
                Sign::Minus => sum.checked_sub(grams),
            }
        })
    }

    fn index(&self, id: usize) -> Option<usize> {
        self.facts.iter().position(|fact| fact.id == id)
    }

    fn factor(&self, id: usize) -> Option<Factor> {
        self.system.links.iter().find(|link| self.facts[link.fact].id == id).map(|link| link.factor)
    }

    /// The span that a change was printed for, and the same months a year earlier.
    fn spans_of_change(&self, fact: usize) -> (Span, Span) {
        let later = self.facts[fact].span;
        // A change without a year before is left out before it takes part.
        (later, later.year_before().unwrap_or(later))
    }

    /// The proof of the way between two boundaries, as the end of the span between them that it bounds.
    pub(super) fn prove(&self, from: usize, to: usize, end: End) -> Proof {
        let path = self.system.path(from, to);
        // Edges are numbered as they came, and rest on earlier ones: their order is one in which steps can be worked out.
        let steps: Vec<(u32, usize, bool)> = (self.system.closure(&path).into_iter())
            .filter_map(|edge| match self.system.edges[edge as usize].cause {
                Cause::Change { fact, forward, .. } => Some((edge, fact, forward)),
                Cause::Total(_) => None,
            })
            .collect();
        let numbers: Vec<u32> = steps.iter().map(|(edge, ..)| *edge).collect();
        let proven = steps.iter().map(|(number, fact, forward)| {
            let edge = &self.system.edges[*number as usize];
            let (later, earlier) = self.spans_of_change(*fact);
            let (span, base) = if *forward { (later, earlier) } else { (earlier, later) };
            let terms = self.terms(self.system.base(edge), edge.end(), &numbers);
            Step {
                change: self.facts[*fact].id,
                span,
                end: edge.end(),
                tonnes: Tonnes::from_grams(edge.bound.abs()),
                base,
                base_tonnes: terms.iter().fold(Tonnes::ZERO, |sum, term| match term.sign {
                    Sign::Plus => sum + term.tonnes,
                    Sign::Minus => sum - term.tonnes,
                }),
                terms,
            }
        });
        Proof { terms: self.terms(&path, end, &numbers), steps: proven.collect() }
    }

    /// A path as a sum: of a high end as it is, of a low end (which the matrix holds as its negative) the other way round.
    fn terms(&self, path: &[u32], end: End, steps: &[u32]) -> Vec<Term> {
        let term = |number: &u32| {
            let edge: &Edge = &self.system.edges[*number as usize];
            let (span, origin) = match edge.cause {
                Cause::Total(fact) => (self.facts[fact].span, Origin::Published(self.facts[fact].id)),
                Cause::Change { fact, forward, .. } => {
                    let (later, earlier) = self.spans_of_change(fact);
                    // Every step of the closure is in the list.
                    let index = steps.partition_point(|step| step < number);
                    (if forward { later } else { earlier }, Origin::Step(index))
                }
            };
            let sign = if edge.end() == end { Sign::Plus } else { Sign::Minus };
            Term { sign, span, end: edge.end(), tonnes: Tonnes::from_grams(edge.bound.abs()), origin }
        };
        let mut terms: Vec<Term> = path.iter().map(term).collect();
        // As a reader would write it: what is added first, both parts in the order of time.
        terms.sort_by_key(|a| (a.sign, a.span));
        terms
    }
}
