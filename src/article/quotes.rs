//! The quotes of one product in one market, in one unit, with or without tax; and which agency's are drawn full.

use crate::data::prices::vat_rate;
use crate::data::source::newest_only;
use crate::data::{Confidence, Currency, Market, Month, Per, PriceFact, Product, Quote, Span, When};
use crate::view::{PriceUnit, VatChoice, View};
use chrono::NaiveDate;

/// The agency whose quotes are drawn full wherever it has enough of them.
const SMM: &str = "SMM";

/// The Korean agency whose reference prices are only shown, never claimed.
const KOMIS: &str = "KOMIS";

/// A source that does not say whose quotes it holds is named like this.
const NOT_NAMED: &str = "not named";

/// Where quotes hold, and what they are shown in.
#[derive(Clone, Copy)]
pub(crate) struct Terms {
    pub market: Market,
    pub unit: PriceUnit,
    pub vat: VatChoice,
}

impl Terms {
    /// As the reader chose.
    pub fn of(view: &View) -> Self {
        Self { market: view.market, unit: view.price_unit(), vat: view.vat }
    }

    /// Inside China, in yuan per tonne.
    pub fn inside(vat: VatChoice) -> Self {
        Self { market: Market::ChinaDomestic, unit: PriceUnit::CnyTonne, vat }
    }

    /// Outside China, in US dollars per kilogram: there is no tax to take off.
    pub fn abroad(market: Market) -> Self {
        Self { market, unit: PriceUnit::Usd, vat: VatChoice::Included }
    }

    /// The rate of tax that is taken off a quote, in per cent; `None` where it is shown as it was quoted.
    pub fn taken_off(self, fact: &PriceFact) -> Option<f64> {
        (self.vat == VatChoice::Excluded && fact.includes_vat()).then(|| vat_rate(fact.when)).flatten()
    }

    /// Whether a quote is not shown without tax because its period spans two rates.
    pub fn spans_two_rates(self, fact: &PriceFact) -> bool {
        self.vat == VatChoice::Excluded && fact.includes_vat() && vat_rate(fact.when).is_none()
    }

    /// With or without tax, as chosen; `None` where the period spans two rates.
    fn taxed(self, fact: &PriceFact, quote: Quote) -> Option<Quote> {
        match self.taken_off(fact) {
            Some(rate) => Some(without_vat(quote, rate)),
            None => Some(quote).filter(|_| !self.spans_two_rates(fact)),
        }
    }
}

/// A quote less tax at a rate in per cent.
pub(crate) fn without_vat(quote: Quote, rate: f64) -> Quote {
    quote.map(|price| price / (1.0 + rate / 100.0))
}

/// A quote with its figures in the chosen unit.
#[derive(Clone, Copy)]
pub(crate) struct Shown<'a> {
    pub fact: &'a PriceFact,
    pub quote: Quote,
}

impl<'a> Shown<'a> {
    pub fn inside(&self, window: (Month, Month)) -> bool {
        self.fact.when.first_month() >= window.0 && self.fact.when.last_month() <= window.1
    }

    /// `None` where it stands for a month or a year.
    pub fn day(&self) -> Option<NaiveDate> {
        match self.fact.when {
            When::Day(day) => Some(day),
            When::Span(_) => None,
        }
    }

    /// The printed mid, else the middle of the band.
    pub fn mid(&self) -> f64 {
        self.quote.printed_mid().unwrap_or((self.quote.low() + self.quote.high()) / 2.0)
    }

    /// Read on a weak mirror, or of an approximate date: shown, and no finding rests on it.
    pub fn weak(&self) -> bool {
        self.fact.source.confidence == Confidence::Low || self.komis()
    }

    pub fn agency(&self) -> &'a str {
        &self.fact.source.name
    }

    pub fn komis(&self) -> bool {
        house(self.agency()) == KOMIS
    }

    pub fn not_named(&self) -> bool {
        self.agency().starts_with(NOT_NAMED)
    }

    /// The months that it stands in.
    pub fn months(&self) -> Span {
        match self.fact.when {
            When::Day(day) => Span::month(Month::of(day)),
            When::Span(span) => span,
        }
    }
}

/// An agency's name without what a row says of the place: "SunSirs" for "SunSirs (100ppi)".
pub(crate) fn house(agency: &str) -> &str {
    agency.split(" (").next().unwrap_or(agency)
}

/// The quotes of a product, oldest first; replaced quotes are left out.
pub(crate) fn shown(facts: &[PriceFact], product: Product, terms: Terms) -> Vec<Shown<'_>> {
    let in_terms = |fact| {
        let quote = in_unit(fact, terms.unit).and_then(|quote| terms.taxed(fact, quote))?;
        Some(Shown { fact, quote })
    };
    let wanted = facts.iter().filter(|fact| fact.product == product && fact.market == terms.market);
    // Sorted as references, which are small, and put into terms again afterwards: there may be a hundred thousand.
    let mut kept: Vec<&PriceFact> = wanted.filter(|fact| in_terms(*fact).is_some()).collect();
    let same_quote =
        |a: &&PriceFact, b: &&PriceFact| a.when.compare(b.when).then_with(|| a.source.name.cmp(&b.source.name));
    newest_only(&mut kept, same_quote, |fact| &fact.source);
    kept.sort_by(|a, b| a.when.compare(b.when));
    kept.into_iter().filter_map(in_terms).collect()
}

/// The quote per tonne or kilogram as wanted; `None` where it is in another currency: nothing is converted.
pub(crate) fn in_unit(fact: &PriceFact, unit: PriceUnit) -> Option<Quote> {
    let (currency, per) = match unit {
        PriceUnit::CnyTonne => (Currency::Cny, Per::Tonne),
        PriceUnit::CnyKilogram => (Currency::Cny, Per::Kilogram),
        PriceUnit::Usd => (Currency::Usd, Per::Kilogram),
    };
    let factor = match (fact.per, per) {
        (Per::Tonne, Per::Kilogram) => 1e-3,
        (Per::Kilogram, Per::Tonne) => 1e3,
        _ => 1.0,
    };
    (fact.currency == currency).then(|| fact.quote.map(|price| price * factor))
}

/// The agency with most quotes that are not weak; SMM where it has at least half as many. Among weak ones the same.
pub(crate) fn main_agency<'a>(quotes: &[Shown<'a>]) -> Option<&'a str> {
    let strong = quotes.iter().any(|quote| !quote.weak());
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for quote in quotes.iter().filter(|quote| !strong || !quote.weak()) {
        match counts.iter_mut().find(|(agency, _)| *agency == quote.agency()) {
            Some((_, count)) => *count += 1,
            None => counts.push((quote.agency(), 1)),
        }
    }
    // Of equals the one that quoted first.
    let most = counts.iter().rev().max_by_key(|(_, count)| *count).copied()?;
    let smm = counts.iter().filter(|(agency, _)| house(agency) == SMM).max_by_key(|(_, count)| *count);
    Some(smm.filter(|(_, count)| 2 * count >= most.1).map_or(most.0, |(agency, _)| agency))
}

/// The newest quote of the main agency, not a weak one.
pub(crate) fn newest_sound<'q, 'a>(quotes: &'q [Shown<'a>]) -> Option<&'q Shown<'a>> {
    let agency = main_agency(quotes)?;
    quotes.iter().rfind(|quote| quote.agency() == agency && !quote.weak())
}

/// The mids of the main agency's quotes of a day that are not weak: what may be claimed of a product.
pub(crate) fn claimed(quotes: &[Shown]) -> Vec<(NaiveDate, f64)> {
    claimed_of(quotes, main_agency(quotes))
}

/// The same, where the main agency of the quotes is known already.
pub(super) fn claimed_of(quotes: &[Shown], agency: Option<&str>) -> Vec<(NaiveDate, f64)> {
    let claimed = quotes.iter().filter(|quote| Some(quote.agency()) == agency && !quote.weak());
    claimed.filter_map(|quote| Some((quote.day()?, quote.mid()))).collect()
}
