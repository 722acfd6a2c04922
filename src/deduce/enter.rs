//! Entering figures one at a time: what fits tightens the system, a near miss is widened, the rest is set aside.

use super::print::{End, Factor, Interval};
use super::system::{Cause, Edge, Link, System};
use super::{Contradiction, Deduction, Miss, Part, Revision, StatementPart};
use crate::data::{Span, Tonnes};

/// The most that a later revision moves a total, in grams.
const REVISION: i64 = 3_000_000;

/// What a change may miss beyond [`REVISION`]: this part of the span's mass, 0.2 %.
const REVISION_PART: i64 = 500;

/// The most that two changes of the same span may differ as revisions, in thousandths of a percentage point.
const REVISION_POINTS: i64 = 200;

/// How often a change is widened before it counts as a contradiction: what it misses may lie several changes away.
const ATTEMPTS: usize = 4;

/// Entries of the matrix that one series may look at, some seconds' worth, and bounds that it may hold. Changes that narrow
/// each other in a circle end where nothing tightens, after a few thousand bounds; a file made to be slow ends here.
const MOST_WORK: u64 = 1_000_000_000;
const MOST_EDGES: usize = 200_000;

/// Why a change cannot be entered.
struct Conflict {
    /// In grams.
    by: i64,
    /// The indexes of the facts that it conflicts with.
    against: Vec<usize>,
}

impl Deduction {
    /// Enters all totals, then all changes: a change is computed from two totals, and attests neither.
    pub(super) fn enter_all(&mut self) {
        let mut order: Vec<usize> = (0..self.facts.len()).collect();
        order.sort_by(|a, b| self.facts[*a].rank.cmp(&self.facts[*b].rank));
        let totals = order.iter().filter(|fact| self.facts[**fact].tonnes.is_some());
        let changes = order.iter().filter(|fact| self.facts[**fact].change.is_some());
        let mut spans: Vec<Span> = totals.clone().map(|fact| self.facts[*fact].span).collect();
        for fact in changes.clone() {
            let span = self.facts[*fact].span;
            spans.extend(span.year_before().into_iter().chain([span]));
        }
        let (totals, changes): (Vec<usize>, Vec<usize>) = (totals.copied().collect(), changes.copied().collect());
        self.system = System::new(&spans, self.facts.len());
        for fact in totals {
            if self.enter_total(fact).is_none() {
                self.left_out.push(StatementPart { fact: self.facts[fact].id, part: Part::Total });
            }
            self.system.matrix.keep();
        }
        for fact in changes {
            if self.enter_change(fact).is_none() {
                self.left_out.push(StatementPart { fact: self.facts[fact].id, part: Part::Change });
            }
        }
        self.system.matrix.finish();
    }

    /// `None` where the total cannot be used. With totals alone, the matrix answers exactly whether one more fits.
    fn enter_total(&mut self, fact: usize) -> Option<()> {
        let mut total = Interval::printed(self.facts[fact].tonnes?);
        let (from, to) = self.system.ends(self.facts[fact].span).filter(|_| self.system.has_room())?;
        let above = self.system.matrix.excess(to, from, -total.low);
        let below = total.high.map_or(0, |high| self.system.matrix.excess(from, to, high));
        let by = above.max(below);
        if by > 0 {
            let against = if above > 0 { self.system.path(from, to) } else { self.system.path(to, from) };
            let against = self.system.facts(&against, None);
            self.report(fact, Part::Total, Miss::Mass(Tonnes::from_grams(by)), against, by <= REVISION);
            if by > REVISION {
                self.system.aside[fact] = by;
                return Some(());
            }
            // Widened until the whole print fits, not only its edge: that would pin all it misses to one gram.
            total = total.widened(by + total.width());
        }
        self.system.totals[fact] = Some(total);
        if let Some(high) = total.high {
            self.system.add(Edge { from, to, bound: high, cause: Cause::Total(fact) });
        }
        self.system.add(Edge { from: to, to: from, bound: -total.low, cause: Cause::Total(fact) });
        Some(())
    }

    /// `None` where the change cannot be used.
    fn enter_change(&mut self, fact: usize) -> Option<()> {
        let span = self.facts[fact].span;
        let factor = Factor::printed(self.facts[fact].change?)?;
        let later = self.system.ends(span).filter(|_| self.system.has_room())?;
        let earlier = self.system.ends(span.year_before()?)?;
        let mut link = Link { fact, later, earlier, factor };

        let (least, most) = self.system.matrix.range(later.0, later.1);
        let allowed = REVISION.saturating_add(most.unwrap_or(least) / REVISION_PART);
        // A change goes with the total that it was printed beside: if that is of something else, so is the change.
        let own = self.system.aside[fact];
        if own > allowed {
            return None;
        }

        // Two different changes of one span are compared here. As bounds they would not exclude each other: both hold
        // where nothing was traded.
        let same = self.system.links.iter().filter(|other| other.later == later);
        if let Some(other) = same.max_by_key(|other| other.factor.gap(factor)).copied() {
            let gap = other.factor.gap(factor);
            if gap > 0 {
                let revised = gap <= REVISION_POINTS;
                self.report(fact, Part::Change, Miss::Points(gap), vec![other.fact], revised);
                if !revised {
                    return Some(());
                }
                link.factor = factor.covering(other.factor);
            }
        }

        let (least, most) = self.system.matrix.range(earlier.0, earlier.1);
        let width = link.factor.width(most.unwrap_or(least));
        let (mut slack, mut missed) = (own, None);
        for attempt in 0..ATTEMPTS {
            let Err(conflict) = self.system.enter_link(Link { factor: link.factor.with_slack(slack), ..link }) else {
                break;
            };
            let by = slack.saturating_add(conflict.by);
            missed = Some((by, conflict.against));
            if by > allowed || attempt + 1 == ATTEMPTS {
                slack = i64::MAX;
                break;
            }
            // As with totals: until the whole print fits.
            slack = by + width;
        }
        if let Some((by, mut against)) = missed {
            against.extend(self.pair(link));
            self.system.matrix.work += (self.facts.len() + self.system.edges.len()) as u64;
            let by = Miss::Mass(Tonnes::from_grams(by));
            self.report(fact, Part::Change, by, against, slack < i64::MAX);
        }
        Some(())
    }

    /// The indexes of the totals of exactly the two spans of a change, where it fits no such two: the plainest way to see
    /// that it is wrong, though other figures may bound the spans more tightly.
    fn pair(&self, link: Link) -> Vec<usize> {
        let totals = |span| {
            let same = (0..self.facts.len()).filter(move |fact| self.facts[*fact].span == span);
            same.filter_map(|fact| Some((fact, self.system.totals[fact]?)))
        };
        let later = self.facts[link.fact].span;
        let Some(earlier) = later.year_before() else { return Vec::new() };
        let mut pairs = Vec::new();
        for (earlier_fact, earlier) in totals(earlier) {
            for (later_fact, later) in totals(later) {
                let above = link.factor.later_low(earlier.low) > later.high.unwrap_or(i64::MAX);
                let below =
                    earlier.high.and_then(|high| link.factor.later_high(high)).is_some_and(|high| high < later.low);
                if above || below {
                    pairs.extend([earlier_fact, later_fact]);
                }
            }
        }
        pairs
    }

    fn report(&mut self, fact: usize, part: Part, by: Miss, against: Vec<usize>, revised: bool) {
        let figure = StatementPart { fact: self.facts[fact].id, part };
        let mut against: Vec<usize> = against.into_iter().map(|fact| self.facts[fact].id).collect();
        against.sort();
        against.dedup();
        if revised {
            self.revisions.push(Revision { figure, by, against });
        } else {
            self.contradictions.push(Contradiction { figure, by, against });
        }
    }
}

impl System {
    fn has_room(&self) -> bool {
        self.matrix.work < MOST_WORK && self.edges.len() < MOST_EDGES
    }

    /// Enters a change and all that follows from it; leaves everything as it was where that contradicts itself.
    fn enter_link(&mut self, link: Link) -> Result<(), Conflict> {
        let (n_edges, n_paths, number) = (self.edges.len(), self.paths.len(), self.links.len());
        self.links.push(link);
        let result = self.follow(number);
        if result.is_ok() {
            self.matrix.keep();
        } else {
            self.matrix.take_back();
            self.links.pop();
            self.edges.truncate(n_edges);
            self.paths.truncate(n_paths);
        }
        result
    }

    /// Applies a change, then in rounds every change that has something new to say, until nothing tightens.
    fn follow(&mut self, first: usize) -> Result<(), Conflict> {
        let mut round = vec![first];
        while !round.is_empty() && self.has_room() {
            for number in round.drain(..) {
                let link = self.links[number];
                for (forward, end) in [(true, End::High), (true, End::Low), (false, End::High), (false, End::Low)] {
                    self.apply(link, forward, end, self.links[first].fact)?;
                }
            }
            let links = &self.links;
            self.matrix.news(|matrix| {
                let has_news = |link: &Link| link.entries().into_iter().any(|(from, to)| matrix.is_new(from, to));
                round.extend((0..links.len()).filter(|number| has_news(&links[*number])));
            });
        }
        Ok(())
    }

    /// Bounds one end of one span of a link by the same end of the other; `entering` is the fact on trial.
    fn apply(&mut self, link: Link, forward: bool, end: End, entering: usize) -> Result<(), Conflict> {
        let (of, by) = if forward { (link.later, link.earlier) } else { (link.earlier, link.later) };
        let ((from, to), (base_from, base_to)) = match end {
            End::High => (of, by),
            End::Low => ((of.1, of.0), (by.1, by.0)),
        };
        let Some(base) = self.matrix.bound(base_from, base_to) else { return Ok(()) };
        let Some(bound) = link.factor.carry(forward, end, base) else { return Ok(()) };
        if self.matrix.bound(from, to).is_some_and(|known| known <= bound) {
            return Ok(());
        }
        let path = self.path(base_from, base_to);
        let excess = self.matrix.excess(from, to, bound);
        if excess > 0 {
            let back = self.path(to, from);
            let against = self.facts(&[path, back].concat(), Some(entering));
            return Err(Conflict { by: excess, against });
        }
        let start = self.paths.len();
        self.paths.extend(path);
        let path = (start, self.paths.len());
        self.add(Edge { from, to, bound, cause: Cause::Change { fact: link.fact, forward, path } });
        Ok(())
    }
}
