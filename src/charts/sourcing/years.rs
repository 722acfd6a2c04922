//! The years of the basket in which origins are compared, and two of them beside each other.

use super::approx::{Times, clearly_more};
use super::{Known, known, main_facts};
use crate::data::{Basket, OriginFact, Partner, Percent, Span, Tonnes};
use crate::view::{ChartName, View};

/// HS 2846 and 2805.30: the only basket with figures by origin for every year since 2017.
pub(super) const BASKET: Basket = Basket::CompoundsMetals;

/// One year of the basket.
pub(super) struct Year<'a> {
    pub year: i32,
    pub span: Span,
    /// All origins together, where that is published.
    pub world: Option<Known<'a>>,
    /// The origins that are named, in the order of the file.
    pub named: Vec<Known<'a>>,
}

/// Every year of the basket that has a figure, ascending.
pub(super) fn years(facts: &[OriginFact]) -> Vec<Year<'_>> {
    let facts = main_facts(facts, |fact| fact.basket == BASKET && fact.span.is_year());
    let mut spans: Vec<Span> = facts.iter().map(|fact| fact.span).collect();
    spans.sort();
    spans.dedup();
    let year = |span: Span| {
        let all = known(facts.iter().copied().filter(|fact| fact.span == span));
        let (world, named): (Vec<_>, Vec<_>) = all.into_iter().partition(|of| of.fact.partner == Partner::WORLD);
        Year { year: span.first().year(), span, world: world.into_iter().next(), named }
    };
    spans.into_iter().map(year).collect()
}

impl<'a> Year<'a> {
    /// What an origin sent, the world among them.
    pub fn get(&self, partner: Partner) -> Option<Known<'a>> {
        self.named.iter().chain(&self.world).find(|known| known.fact.partner == partner).copied()
    }

    /// Part of the world's tonnes.
    pub fn share(&self, tonnes: Tonnes) -> Option<Percent> {
        Percent::share(tonnes.to_f64(), self.world?.tonnes.to_f64())
    }
}

/// Two years with the world's tonnes, the earlier first, and the origins that are named in both.
pub(super) struct Comparison<'y, 'a> {
    pub from: &'y Year<'a>,
    pub to: &'y Year<'a>,
    /// The world's tonnes in the two years.
    pub world: Step<'a>,
    /// Those named in both years, by their change, losses first.
    pub steps: Vec<Step<'a>>,
}

/// What one origin sent in two years.
#[derive(Clone, Copy)]
pub(super) struct Step<'a> {
    pub origin: Partner,
    pub before: Known<'a>,
    pub now: Known<'a>,
}

impl<'a> Step<'a> {
    fn new(from: &Year<'a>, to: &Year<'a>, origin: Partner) -> Option<Self> {
        Some(Self { origin, before: from.get(origin)?, now: to.get(origin)? })
    }

    /// How much more it sent; less where that is negative.
    pub fn change(&self) -> Tonnes {
        self.now.tonnes - self.before.tonnes
    }

    pub fn doubt(&self) -> bool {
        self.before.doubt || self.now.doubt
    }
}

impl<'y, 'a> Comparison<'y, 'a> {
    /// `None` where a year has no world total.
    pub fn new(from: &'y Year<'a>, to: &'y Year<'a>) -> Option<Self> {
        let world = Step::new(from, to, Partner::WORLD)?;
        let mut steps: Vec<Step> =
            to.named.iter().filter_map(|known| Step::new(from, to, known.fact.partner)).collect();
        steps.sort_by_key(|step| (step.change(), step.origin));
        Some(Self { from, to, world, steps })
    }

    /// The two years that the view chooses: else the first year of the chart and the newest with a world total.
    pub fn chosen(years: &'y [Year<'a>], view: &View) -> Option<Self> {
        let with_world = || years.iter().filter(|year| year.world.is_some());
        let find = |wanted: i32| with_world().find(|year| year.year == wanted);
        let (from, to) = match view.years {
            Some((from, to)) => (find(from)?, find(to)?),
            None => {
                let to = with_world().next_back()?;
                let before = || with_world().rfind(|year| year.year < to.year);
                let usual = find(ChartName::Gap.start().year()).filter(|from| from.year < to.year);
                (usual.or_else(before)?, to)
            }
        };
        Self::new(from, to)
    }

    /// The same two years, of origins that are named in a third one too; the others go into the rest.
    pub fn keep(mut self, others: &Year) -> Self {
        self.steps.retain(|step| others.get(step.origin).is_some());
        self
    }

    pub fn step(&self, origin: Partner) -> Option<&Step<'a>> {
        self.steps.iter().find(|step| step.origin == origin)
    }

    /// What the named origins leave of the world's tonnes, before and now.
    pub fn rest(&self) -> (Tonnes, Tonnes) {
        let before = self.steps.iter().map(|step| step.before.tonnes).sum();
        let now = self.steps.iter().map(|step| step.now.tonnes).sum();
        (self.world.before.tonnes - before, self.world.now.tonnes - now)
    }

    /// How much more everyone but this origin sent.
    pub fn without(&self, step: &Step) -> Tonnes {
        self.world.change() - step.change()
    }

    /// Whether a weak row is among those compared.
    pub fn doubt(&self) -> bool {
        self.world.doubt() || self.steps.iter().any(Step::doubt)
    }
}

/// A year that stands out: Myanmar's greatest, and how much that was of the year before.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spike {
    /// The greatest year.
    pub peak: i32,
    /// Of the year before.
    pub times: Times,
    /// What is lower than the newest year.
    pub still: Option<Still>,
}

/// The newest year, and a run of earlier years that are all lower.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Still {
    /// After the greatest.
    pub newest: i32,
    /// Of the lower ones.
    pub first: i32,
    /// Of the lower ones: the year before the greatest.
    pub last: i32,
}

/// What Myanmar sent in each year from `first` to `last`; `None` where a year has none or a weak one.
pub(super) fn myanmar(years: &[Year], first: i32, last: i32) -> Option<Vec<(i32, f64)>> {
    let inside = years.iter().filter(|year| (first..=last).contains(&year.year));
    let sent = |year: &Year| {
        let known = year.get(Partner::MYANMAR).filter(|known| !known.doubt)?;
        Some((year.year, known.tonnes.to_f64()))
    };
    let sent: Vec<(i32, f64)> = inside.map(sent).collect::<Option<_>>()?;
    let whole = sent.windows(2).all(|pair| matches!(pair, [a, b] if a.0 + 1 == b.0));
    (whole && !sent.is_empty()).then_some(sent)
}

impl Spike {
    /// Of years in a row; `None` where the greatest is the first or the newest, or no multiple of the year before.
    pub(super) fn of(sent: &[(i32, f64)]) -> Option<Self> {
        let (newest, rest) = sent.split_last()?;
        let at = (0..rest.len()).max_by(|a, b| rest[*a].1.total_cmp(&rest[*b].1))?;
        let (before, peak) = (rest.get(at.checked_sub(1)?)?, rest[at]);
        let stands_out = sent.iter().all(|other| other.0 == peak.0 || clearly_more(peak.1, other.1));
        let times = Times::of(peak.1, before.1).filter(|_| stands_out)?;
        let earlier = &rest[..at];
        let above = earlier.iter().all(|(_, tonnes)| clearly_more(newest.1, *tonnes));
        let still = Still { newest: newest.0, first: earlier.first()?.0, last: before.0 };
        Some(Self { peak: peak.0, times, still: above.then_some(still) })
    }

    /// What kind of year the first of a comparison was: said where it is the one that stands out.
    pub(super) fn before(years: &[Year], comparison: &Comparison) -> Option<Self> {
        let sent = myanmar(years, ChartName::Origins.start().year(), comparison.to.year)?;
        Self::of(&sent).filter(|spike| spike.peak == comparison.from.year)
    }
}
