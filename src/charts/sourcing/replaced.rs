//! Whether anyone took Myanmar's place between two years, by weight and by value.

use super::approx::{Part, about_equal};
use super::oxide::{Oxide, unit_values};
use super::years::{Comparison, Step, years};
use super::{Finding, Subtitle, in_year};
use crate::charts::figure::Measure;
use crate::charts::mark::{Amount, How};
use crate::data::{Basket, Fact, OriginFact, Partner, Percent, RowId, Tonnes, Usd};
use crate::view::{ChartName, View};

/// The page's headline; `None` where Myanmar or the world has no figure in the two years, or a weak one.
pub fn headline(facts: &[OriginFact], view: &View) -> Option<Finding> {
    let years = years(facts);
    let comparison = Comparison::chosen(&years, view).filter(|comparison| !comparison.doubt())?;
    let step = comparison.step(Partner::MYANMAR)?;
    let years = (comparison.from.year, comparison.to.year);
    if same(step) {
        return Some(Finding::MyanmarSame(years));
    }
    Some(Finding::Sent { years, myanmar: step.change(), others: comparison.without(step) })
}

/// Whether an origin's tonnes changed by no more than rounding may.
pub(super) fn same(step: &Step) -> bool {
    about_equal(step.before.tonnes.to_f64(), step.now.tonnes.to_f64())
}

/// What is said under the headline; `None` where there is no headline.
pub fn standfirst(facts: &[OriginFact], view: &View) -> Option<Subtitle> {
    let years = years(facts);
    let comparison = Comparison::chosen(&years, view).filter(|comparison| !comparison.doubt())?;
    comparison.step(Partner::MYANMAR)?;
    let made_up = made_up(facts, &comparison);
    let dollars = made_up.iter().find(|made| made.measure == Measure::Dollars && made.share.to_f64() >= 1.0);
    let (from, to) = (comparison.from.year, comparison.to.year);
    let values = unit_values(&comparison);
    Some(Subtitle::Standfirst {
        newest: years.iter().rfind(|year| year.world.is_some()).map(|year| year.year).filter(|newest| *newest == to),
        replaced: match finding(&comparison, &made_up) {
            Finding::NotReplaced { .. } => Some(false),
            Finding::ReplacedBy(_) | Finding::ReplacedTogether => Some(true),
            _ => None,
        },
        dollars: dollars.map(|made| Part::of(made.share)),
        oxide: Oxide::of(facts, from, to).zip(values),
    })
}

/// What Laos made up of Myanmar's loss by one measure.
pub(super) struct MadeUp {
    pub measure: Measure,
    pub share: Percent,
    pub how: How,
    /// How much more Laos sent, and how much less Myanmar: both above zero.
    pub gain: Amount,
    pub loss: Amount,
    pub rows: Vec<RowId>,
    /// Whether one of the rows is weak.
    pub doubt: bool,
}

/// By weight, value and estimated oxide content, as far as Myanmar lost, Laos gained, and all four figures are there.
pub(super) fn made_up(facts: &[OriginFact], comparison: &Comparison) -> Vec<MadeUp> {
    let (myanmar, laos) = (comparison.step(Partner::MYANMAR), comparison.step(Partner::LAOS));
    let both = myanmar.zip(laos);
    let estimated = |partner: Partner| {
        let of_year = |year| in_year(facts, partner, Basket::ReoEquivalent, year);
        Some(Step { origin: partner, before: of_year(comparison.from.year)?, now: of_year(comparison.to.year)? })
    };
    let weight = both.and_then(|(myanmar, laos)| by_weight(myanmar, laos, Measure::NetWeight, How::Computed));
    let dollars = both.and_then(|(myanmar, laos)| by_value(myanmar, laos));
    let oxide = estimated(Partner::MYANMAR).zip(estimated(Partner::LAOS));
    let oxide = oxide.and_then(|(myanmar, laos)| by_weight(&myanmar, &laos, Measure::OxideContent, How::Estimated));
    [weight, dollars, oxide].into_iter().flatten().collect()
}

fn by_weight(myanmar: &Step, laos: &Step, measure: Measure, how: How) -> Option<MadeUp> {
    let (gain, loss) = (laos.change(), Tonnes::ZERO - myanmar.change());
    let share = part(gain.to_f64(), loss.to_f64())?;
    let (gain, loss) = (Amount::Tonnes(gain), Amount::Tonnes(loss));
    Some(MadeUp { measure, share, how, gain, loss, rows: rows(myanmar, laos), doubt: myanmar.doubt() || laos.doubt() })
}

fn by_value(myanmar: &Step, laos: &Step) -> Option<MadeUp> {
    let change = |step: &Step| Some(step.now.fact.value?.to_f64() - step.before.fact.value?.to_f64());
    let (gain, loss) = (change(laos)?, -change(myanmar)?);
    Some(MadeUp {
        measure: Measure::Dollars,
        share: part(gain, loss)?,
        how: How::Computed,
        gain: Amount::Usd(Usd::new(gain)?),
        loss: Amount::Usd(Usd::new(loss)?),
        rows: rows(myanmar, laos),
        doubt: myanmar.doubt() || laos.doubt(),
    })
}

/// `None` where there is no gain, or no loss to make up.
fn part(gain: f64, loss: f64) -> Option<Percent> {
    Percent::share(gain, loss).filter(|_| gain > 0.0)
}

fn rows(myanmar: &Step, laos: &Step) -> Vec<RowId> {
    [myanmar.before, myanmar.now, laos.before, laos.now].map(|known| known.fact.row()).to_vec()
}

/// Whether anyone took Myanmar's place by weight.
///
/// A part below one per cent of Myanmar's loss counts as nothing, one from 99 per cent as all. An origin that is not named
/// in both years cannot have gained more than what the named ones leave of the newer year.
pub(super) fn finding(comparison: &Comparison, made_up: &[MadeUp]) -> Finding {
    let neutral = Finding::Neutral(ChartName::Gap);
    let Some(myanmar) = comparison.step(Partner::MYANMAR).filter(|_| !comparison.doubt()) else { return neutral };
    let years = (comparison.from.year, comparison.to.year);
    if same(myanmar) {
        return Finding::MyanmarSame(years);
    } else if myanmar.change() > Tonnes::ZERO {
        return Finding::MyanmarMore(years, myanmar.change());
    }
    let of_loss = |gain: Tonnes| -100.0 * gain.to_f64() / myanmar.change().to_f64();
    let gains = comparison.steps.iter().filter(|step| step.origin != Partner::MYANMAR);
    let most = gains.max_by_key(|step| step.change());
    let most = most.map(|step| (step.origin, of_loss(step.change())));
    let together = comparison.without(myanmar);
    let part = |percent: f64| Percent::new(percent).map(Part::of);
    match (most, of_loss(together)) {
        (Some((origin, gain)), _) if gain >= 99.0 => Finding::ReplacedBy(origin),
        (_, together) if together >= 99.0 => Finding::ReplacedTogether,
        (_, gain) if gain >= 1.0 => part(gain).map_or(neutral, Finding::PartlyTogether),
        (Some((origin, gain)), _) if gain >= 49.0 => part(gain).map_or(neutral, |part| Finding::MadeUpBy(origin, part)),
        // An origin without a name may hide in the rest.
        _ if of_loss(comparison.rest().1) >= 49.0 => neutral,
        _ => {
            let of = |measure: Measure| {
                let found = made_up.iter().find(|made| made.measure == measure && !made.doubt);
                found.map(|made| made.share).filter(|share| share.to_f64() >= 1.0).map(Part::of)
            };
            let together = Some(together).filter(|together| of_loss(*together) < -1.0);
            Finding::NotReplaced { tonnes: of(Measure::NetWeight), dollars: of(Measure::Dollars), together }
        }
    }
}
