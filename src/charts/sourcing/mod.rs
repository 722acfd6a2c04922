//! Where China's imports come from: what changed between two years, when, in which basket, and at what value.
//!
//! A chart is a file; `years` has the years of the basket in which origins are compared, `replaced` whether anyone took
//! Myanmar's place, `approx` how a part or a multiple may be said.

mod approx;
pub(super) mod baskets;
pub(super) mod concentration;
pub(super) mod gap;
pub(super) mod origins;
mod oxide;
pub(super) mod partners;
mod replaced;
pub(super) mod shifts;
pub(super) mod value;
mod years;

pub use approx::{Part, Times};
pub use oxide::Oxide;
pub use replaced::{headline, standfirst};
pub use years::{Spike, Still};

use super::caption::Note;
use super::mark::{Amount, Detail, How, Look, Mark, Role, Tag, TagAt, What};
use crate::charts::mark::Label;
use crate::data::source::newest_only;
use crate::data::{
    Basket, Confidence, Fact, Kind, OriginFact, Partner, Percent, PrintedPercent, Span, Tonnes, Use, When,
};
use crate::view::ChartName;

/// What a chart of this family found, or that it found nothing.
#[derive(Clone, Debug, PartialEq)]
pub enum Finding {
    /// Nothing holds: the title says what the chart shows.
    Neutral(ChartName),
    /// Nothing holds, and all periods below a year that are drawn are of one partner.
    PeriodsOf(Partner),
    /// No origin made up half of Myanmar's loss, and everyone else together nothing.
    NotReplaced {
        /// What Laos made up by weight, where it did.
        tonnes: Option<Part>,
        /// What it made up by value, where it did.
        dollars: Option<Part>,
        /// How everyone else together changed, where they sent less by over a hundredth of Myanmar's loss.
        together: Option<Tonnes>,
    },
    /// One origin made up this part of Myanmar's loss, at least half, while the others sent less.
    MadeUpBy(Partner, Part),
    /// One origin sent as much more as Myanmar sent less.
    ReplacedBy(Partner),
    /// Everyone else together made up this part of Myanmar's loss.
    PartlyTogether(Part),
    /// Everyone else together sent as much more as Myanmar sent less.
    ReplacedTogether,
    /// Myanmar sent so much more in the second year than in the first.
    MyanmarMore((i32, i32), Tonnes),
    /// Myanmar's tonnes changed by one per cent at most from the first year to the second.
    MyanmarSame((i32, i32)),
    /// The page's headline.
    Sent {
        /// The two years that are compared.
        years: (i32, i32),
        /// How much more Myanmar sent; less where that is negative.
        myanmar: Tonnes,
        /// The same of everyone else together.
        others: Tonnes,
    },
    /// Most of Myanmar's loss came in one of two steps.
    Break {
        /// From which year to which.
        step: (i32, i32),
        /// The later step, where Laos's rise in it was greater than Myanmar's further fall.
        outweighed: Option<(i32, i32)>,
    },
    /// Myanmar sent less from the first year to the second, and neither of two steps has most of the loss.
    BothSteps((i32, i32)),
    /// There is one step only, in which Myanmar sent so much less.
    OneStep((i32, i32), Tonnes),
    /// Myanmar's greatest year was a multiple of the year before.
    Spike(Spike),
    /// Myanmar's newest year is its highest since the first.
    Highest {
        /// The newest year that is shown.
        year: i32,
        /// The first year that is shown.
        first: i32,
    },
    /// Myanmar's newest year is its lowest since the first.
    Lowest {
        /// The newest year that is shown.
        year: i32,
        /// The first year that is shown.
        first: i32,
    },
    /// Most of Myanmar's loss was in one basket.
    MostlyBasket {
        /// The basket and its change.
        basket: (Basket, Percent),
        /// How another of Myanmar's baskets changed.
        other: Option<(Basket, Percent)>,
    },
    /// Laos sent carbonate in one year and oxide in a later one; with its dollars a kilogram then and later.
    Oxide(Oxide, Option<(f64, f64)>),
    /// Dollars a kilogram of Laos, else of Myanmar.
    UnitValue {
        /// Whose goods they are.
        origin: Partner,
        /// The newest year that is shown, and its value.
        now: (i32, f64),
        /// The first year that is shown, where it is another.
        before: Option<(i32, f64)>,
    },
    /// The index of concentration is lower in the second year, beyond what unnamed origins can make.
    LessConcentrated((i32, i32)),
    /// The same, and more in a year between them than in the first.
    RoseAndFell {
        /// The first year.
        from: i32,
        /// The year between, the highest that rests on no weak row.
        peak: i32,
        /// The last year, below both.
        to: i32,
    },
    /// It is higher.
    MoreConcentrated((i32, i32)),
    /// It differs by a hundred points of ten thousand at most.
    AsConcentrated((i32, i32)),
    /// How the newest figure for less than a year changed.
    Newest {
        /// Who sent it.
        origin: Partner,
        /// What was counted.
        basket: Basket,
        /// The months that were counted.
        span: Span,
        /// As published.
        tonnes: Tonnes,
        /// On a year before, as printed.
        change: PrintedPercent,
    },
}

/// What a chart of this family measures.
#[derive(Clone, Debug, PartialEq)]
pub enum Subtitle {
    /// The gap chart.
    Gap {
        /// The two years that are compared; `None` where the world's total is not known in both.
        years: Option<(i32, i32)>,
        /// What kind of year the first was.
        spike: Option<Spike>,
    },
    /// The shifts chart.
    Shifts,
    /// The origins chart.
    Origins,
    /// The baskets chart.
    Baskets {
        /// The first and the last year.
        years: Option<(i32, i32)>,
        /// Which part of Myanmar's loss one basket was.
        loss: Option<(Basket, Percent)>,
        /// Whether all panels have one scale.
        same_scale: bool,
        /// The years of which an origin's column is inferred, ascending.
        inferred: Vec<i32>,
    },
    /// The chart of values.
    Value,
    /// The partners chart.
    Partners,
    /// The concentration chart.
    Concentration,
    /// Below the page's headline.
    Standfirst {
        /// The newest year with figures by origin, where that is the one compared.
        newest: Option<i32>,
        /// Whether anyone took Myanmar's place by weight, where that can be said.
        replaced: Option<bool>,
        /// What Laos made up by value.
        dollars: Option<Part>,
        /// Why, with its dollars a kilogram before and now.
        oxide: Option<(Oxide, (f64, f64))>,
    },
}

pub(super) fn role(partner: Partner) -> Role {
    match partner {
        Partner::MYANMAR => Role::Myanmar,
        Partner::LAOS => Role::Laos,
        _ => Role::Other,
    }
}

/// A published share times the basket's total is inferred; other derived figures are sums of published lines.
pub(super) fn how(fact: &OriginFact) -> How {
    match fact.kind {
        Kind::Published => How::Published,
        Kind::Derived if fact.share.is_some() => How::Inferred,
        Kind::Derived => How::Computed,
        Kind::Estimated => How::Estimated,
    }
}

/// The mark of one row.
pub(super) fn fact_mark(fact: &OriginFact, amount: Amount, how: How, look: Look) -> Mark {
    Mark {
        what: What::Origin(fact.partner, fact.basket),
        when: When::Span(fact.span),
        amount: Some(amount),
        how,
        rows: vec![fact.row()],
        details: Vec::new(),
        detail_rows: Vec::new(),
        look,
    }
}

fn tag(label: Label, at: TagAt, optional: bool) -> Option<Tag> {
    Some(Tag { label, at, optional })
}

/// What one partner sent, by the newest row that says so.
#[derive(Clone, Copy)]
pub(super) struct Known<'a> {
    pub fact: &'a OriginFact,
    pub tonnes: Tonnes,
    /// The row is weak, or another that became public on the same day differs: no finding rests on it.
    pub doubt: bool,
}

/// What each partner sent, the world among them, in the order of the file; of rivals the first.
///
/// `facts` are of one period and one basket.
fn known<'a>(facts: impl Iterator<Item = &'a OriginFact>) -> Vec<Known<'a>> {
    let mut known: Vec<Known> = Vec::new();
    for fact in facts {
        let Some(tonnes) = fact.tonnes.map(|tonnes| tonnes.value) else { continue };
        match known.iter_mut().find(|known| known.fact.partner == fact.partner) {
            Some(rival) => rival.doubt |= rival.tonnes != tonnes,
            None => known.push(Known { fact, tonnes, doubt: fact.source.confidence == Confidence::Low }),
        }
    }
    known
}

/// The newest of each figure that may be drawn, in the file's order: rivals and replaced figures are left out.
///
/// Two figures for one thing that became public on the same day replace each other nowhere: both are kept.
fn main_facts(facts: &[OriginFact], wanted: impl Fn(&OriginFact) -> bool) -> Vec<&OriginFact> {
    let mut kept: Vec<&OriginFact> = facts.iter().filter(|fact| fact.usage == Use::Main && wanted(fact)).collect();
    newest_only(
        &mut kept,
        |a, b| (a.span, a.partner, a.basket, &a.hs).cmp(&(b.span, b.partner, b.basket, &b.hs)),
        |fact| &fact.source,
    );
    kept
}

/// The rows that were not replaced since, rivals among them, each with its line.
pub(super) fn not_replaced(facts: &[OriginFact]) -> impl Iterator<Item = (usize, &OriginFact)> {
    let kept: Vec<u64> = main_facts(facts, |_| true).iter().map(|fact| fact.source.line).collect();
    let is_kept = move |fact: &OriginFact| fact.usage == Use::Check || kept.binary_search(&fact.source.line).is_ok();
    facts.iter().filter(move |fact| is_kept(fact)).map(|fact| (fact.source.line as usize, fact))
}

/// What one partner sent of one basket in a year.
pub(super) fn in_year(facts: &[OriginFact], partner: Partner, basket: Basket, year: i32) -> Option<Known<'_>> {
    let span = Span::year(year)?;
    let of = main_facts(facts, |fact| (fact.span, fact.partner, fact.basket) == (span, partner, basket));
    known(of.into_iter()).into_iter().next()
}

/// The world's tonnes of baskets that the compared one leaves out, and the rows that say so.
fn outside(facts: &[OriginFact], from: i32, to: i32) -> (Vec<Note>, Vec<super::caption::Listed>) {
    let (mut notes, mut listed) = (Vec::new(), Vec::new());
    for basket in [Basket::Monazite, Basket::Ore] {
        let of_year = |year| in_year(facts, Partner::WORLD, basket, year);
        if let (Some(before), Some(now)) = (of_year(from), of_year(to)) {
            notes.push(Note::OutsideBasket { basket, before: (from, before.tonnes), now: (to, now.tonnes) });
            listed.extend([before, now].map(|known| super::caption::Listed::Origin(known.fact.row())));
        }
    }
    (notes, listed)
}

/// Part of the world's tonnes now and before, as far as the world's are published.
fn share_details(now: Option<Percent>, before: Option<(i32, Percent)>) -> Vec<Detail> {
    let now = now.map(Detail::ShareOfWorld);
    now.into_iter().chain(before.map(|(year, share)| Detail::ShareBefore { year, share })).collect()
}
