//! The newest quote of a product outside China.

use super::quotes::{Shown, Terms, house, shown};
use crate::data::{Market, Month, PriceFact, Product, Quote};
use crate::view::View;

/// The markets outside China that agencies quote by the day. Of two quotes of one day that of the first is taken.
pub(super) const MARKETS: [Market; 2] = [Market::FobChina, Market::Europe];

/// What one agency quoted on a day, in US dollars per kilogram.
pub(in crate::charts) struct Abroad<'a> {
    pub product: Product,
    pub fact: &'a PriceFact,
    pub quote: Quote,
}

impl Abroad<'_> {
    /// Without "(...)" behind its name.
    pub fn agency(&self) -> &str {
        house(&self.fact.source.name)
    }

    /// The printed mid, else the middle of the band.
    pub fn middle(&self) -> f64 {
        self.quote.printed_mid().unwrap_or((self.quote.low() + self.quote.high()) / 2.0)
    }
}

/// The newest quote of a day that is not weak, up to the view's last month.
pub(in crate::charts) fn newest_abroad<'a>(
    facts: &'a [PriceFact],
    product: Product,
    view: &View,
) -> Option<Abroad<'a>> {
    let until = view.range.to.unwrap_or(Month::LAST);
    let quotes = MARKETS.into_iter().rev().flat_map(|market| shown(facts, product, Terms::abroad(market)));
    let strong = quotes.filter(|of| !of.weak() && of.months().last() <= until);
    // Of several that are newest the last, which is of the first market.
    let newest = strong.filter(|of| of.day().is_some()).max_by_key(Shown::day)?;
    Some(Abroad { product, fact: newest.fact, quote: newest.quote })
}
