//! Whether Laos went from carbonate to oxide, which is why its goods cost more a kilogram.

use super::in_year;
use super::years::{BASKET, Comparison};
use crate::data::{Basket, OriginFact, Partner};

/// Laos sent carbonate in one year, and oxide in a later one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Oxide {
    /// Carbonate was more than oxide, and oxide less than half of what Laos sent.
    pub from: i32,
    /// Oxide was more than half of what Laos sent, and carbonate less than a hundredth.
    pub to: i32,
}

impl Oxide {
    /// `None` where it is not so by a point, or a figure is missing or weak.
    pub(super) fn of(facts: &[OriginFact], from: i32, to: i32) -> Option<Self> {
        let share = |basket: Basket, year: i32| {
            let of = |basket| in_year(facts, Partner::LAOS, basket, year).filter(|known| !known.doubt);
            let (part, whole) = (of(basket)?.tonnes.to_f64(), of(BASKET)?.tonnes.to_f64());
            (whole > 0.0).then(|| 100.0 * part / whole)
        };
        let (oxide, carbonate) = (share(Basket::Oxides, from)?, share(Basket::MixedCarbonate, from)?);
        let was_carbonate = carbonate > oxide + 1.0 && oxide < 49.0;
        let is_oxide = share(Basket::Oxides, to)? > 51.0 && share(Basket::MixedCarbonate, to)? < 1.0;
        (was_carbonate && is_oxide).then_some(Self { from, to })
    }
}

/// Dollars a kilogram of what Laos sent, before and now.
pub(super) fn unit_values(comparison: &Comparison) -> Option<(f64, f64)> {
    let step = comparison.step(Partner::LAOS)?;
    let of = |known: super::Known| Some(known.fact.value?.per_tonne(known.tonnes)? / 1e3);
    Some((of(step.before)?, of(step.now)?))
}
