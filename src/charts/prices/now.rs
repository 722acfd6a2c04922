//! What it is now: the newest quotes inside China.

use super::GUIDE_DAYS;
use super::quotes::{Shown, Terms, house, newest_sound, shown};
use crate::charts::ARTICLE;
use crate::data::{Month, Percent, PriceFact, Product, Quote, Vat, When};
use crate::view::{INDEX_PRODUCTS, PriceUnit, View};
use chrono::NaiveDate;

/// The newest quotes of a product.
#[derive(Clone, Debug, PartialEq)]
pub struct LastQuote {
    /// What is quoted.
    pub product: Product,
    /// The main agency's, not a weak one.
    pub main: NowQuote,
    /// Another agency's, or a weak one, where it is newer.
    pub newer: Option<NowQuote>,
}

/// A quote with all that has to be said of it.
#[derive(Clone, Debug, PartialEq)]
pub struct NowQuote {
    /// As quoted, or without tax.
    pub quote: Quote,
    /// The currency and mass of the quote.
    pub unit: PriceUnit,
    /// The day of the quote, or the month or year that it stands for.
    pub when: When,
    /// Without "(...)" behind its name.
    pub agency: String,
    /// What the source says of tax.
    pub vat: Vat,
    /// Whether tax is in it, as its source says or as is assumed.
    pub includes_vat: bool,
    /// The rate of tax that was taken off, in per cent.
    pub taken_off: Option<f64>,
    /// The change by mids since this day: the last quote of the same agency up to the article that is not weak.
    pub change: Option<(NaiveDate, Percent)>,
    /// Second-hand, or of an approximate date.
    pub weak: bool,
}

/// The newest quotes of PrNd oxide, dysprosium oxide and terbium oxide up to the view's last month.
pub fn last_quotes(facts: &[PriceFact], view: &View) -> Vec<LastQuote> {
    let terms = Terms::inside(view.vat);
    let until = view.range.to.unwrap_or(Month::LAST);
    let of_product = |product| {
        let mut quotes = shown(facts, product, terms);
        quotes.retain(|quote| quote.months().last() <= until);
        let main = newest_sound(&quotes)?;
        let newest = quotes.iter().max_by_key(|quote| quote.fact.when.last_day())?;
        let newer = newest.fact.when.last_day() > main.fact.when.last_day();
        let now = |quote: &Shown| now(quote, &quotes, terms);
        Some(LastQuote { product, main: now(main), newer: newer.then(|| now(newest)) })
    };
    INDEX_PRODUCTS.into_iter().filter_map(of_product).collect()
}

fn now(quote: &Shown, quotes: &[Shown], terms: Terms) -> NowQuote {
    let near = |day: &NaiveDate| *day <= ARTICLE && (ARTICLE - *day).num_days() <= GUIDE_DAYS;
    let base = quotes
        .iter()
        .rfind(|base| base.agency() == quote.agency() && !base.weak() && base.day().is_some_and(|day| near(&day)));
    let change = base.and_then(|base| {
        let day = base.day().filter(|day| quote.fact.when.last_day() > *day)?;
        Some((day, Percent::change(quote.mid(), base.mid())?))
    });
    NowQuote {
        quote: quote.quote,
        unit: terms.unit,
        when: quote.fact.when,
        agency: house(quote.agency()).to_owned(),
        vat: quote.fact.vat,
        includes_vat: quote.fact.includes_vat(),
        taken_off: terms.taken_off(quote.fact),
        change,
        weak: quote.weak(),
    }
}
