//! What these charts found. No rule rests on a weak quote, on another agency than the main one, or on two markets.

use super::index::{Line, lines};
use super::panels::forecast;
use super::quotes::{Shown, Terms, house, main_agency, shown};
use super::{index, last_quotes, now::NowQuote, window};
use crate::data::article::Forecast as Days;
use crate::data::prices::vat_rate;
use crate::data::{ArticleFigure, Market, Month, Percent, PriceFact, Product, Quote, When};
use crate::view::{ChartName, IndexBase, VatChoice, View};
use chrono::NaiveDate;

/// A quote fits a forecast that lies in its range, or outside it by at most this part of the nearer end.
pub const FITS_WITHIN: f64 = 0.02;

/// A change is claimed beyond this, in per cent: less may be rounding.
const LEAST_CHANGE: f64 = 1.0;

/// What a chart of this family found, or that it found nothing.
#[derive(Clone, Debug, PartialEq)]
pub enum Finding {
    /// Nothing holds: the title says what the chart shows.
    Neutral(ChartName),
    /// Nothing holds of the quotes of a market.
    Quotes(Market),
    /// How products moved inside China from the index's base to the same last day, the light ones first.
    Index {
        /// The last day, of all moves.
        day: NaiveDate,
        /// At least one.
        moves: Vec<Move>,
    },
    /// What became of the article's range.
    Forecast {
        /// What the forecast is of.
        product: Product,
        /// By the quotes of the product's main agency.
        fate: Fate,
    },
    /// How the first product that is shown moved in a market, between the first and the last quote of its main agency.
    Moved {
        /// As quoted or without tax, as chosen.
        moved: Move,
        /// Where the quotes hold.
        market: Market,
        /// The day of the first quote.
        from: NaiveDate,
        /// The day of the last quote.
        to: NaiveDate,
    },
    /// Outside China no product is quoted in as many as a quarter of the months shown.
    FarApart,
    /// Forecast to weaken, and went above the range: said of the whole page.
    AgainstForecast {
        /// What the forecast is of.
        product: Product,
        /// How far above the range the first quote was that did not fit.
        off: Off,
    },
}

/// How much a product's price changed, by mids.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Move {
    /// Of what.
    pub product: Product,
    /// In per cent of the earlier price.
    pub change: Percent,
}

/// What became of a forecast range, by mids of quotes from its first day to its last.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fate {
    /// There are no quotes after its first day.
    NoQuotes,
    /// No quote fitted; the first one was off.
    NeverFitted {
        /// The day of the first quote.
        day: NaiveDate,
        /// How far off it was.
        off: Off,
    },
    /// Every quote fitted, the last so many days after the first day.
    StillFits {
        /// The day of the last quote.
        day: NaiveDate,
        /// From the forecast's first day to it.
        days: i64,
    },
    /// Fitted for so many days, and then no more: the first quote that did not fit was off.
    Left {
        /// From the forecast's first day to the last quote that fitted.
        days: i64,
        /// The day of the first quote that did not.
        day: NaiveDate,
        /// How far off it was.
        off: Off,
    },
    /// Some quotes fitted, not in a row from the first.
    InAndOut {
        /// How many quotes fitted.
        fitted: usize,
        /// How many there are.
        of: usize,
    },
}

/// How far a price stood outside a range.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Off {
    /// Above its top, in per cent of that.
    Above(Percent),
    /// Below its foot, in per cent of that.
    Below(Percent),
}

/// A forecast range in the unit of its chart.
pub(super) struct Forecast {
    pub days: Days,
    pub low: f64,
    pub high: f64,
}

impl Forecast {
    pub fn band(&self) -> Quote {
        Quote::Band { low: self.low, high: self.high, mid: None }
    }

    /// `None` where a price fits.
    fn off(&self, price: f64) -> Option<Off> {
        if price > self.high * (1.0 + FITS_WITHIN) {
            Percent::change(price, self.high).map(Off::Above)
        } else if price < self.low * (1.0 - FITS_WITHIN) {
            Percent::new(100.0 * (1.0 - price / self.low)).map(Off::Below)
        } else {
            None
        }
    }

    /// What became of it by quotes in the order of their days.
    fn fate(&self, quotes: &[(NaiveDate, f64)]) -> Fate {
        let (from, to) = (self.days.from, self.days.to);
        let judged: Vec<(NaiveDate, Option<Off>)> = quotes
            .iter()
            .filter(|(day, _)| (from..=to).contains(day))
            .map(|(day, price)| (*day, self.off(*price)))
            .collect();
        let Some((last, _)) = judged.last().filter(|(day, _)| *day > from) else { return Fate::NoQuotes };
        let fitted = judged.iter().filter(|(_, off)| off.is_none()).count();
        let first_off = judged.iter().enumerate().find_map(|(at, (day, off))| Some((at, *day, (*off)?)));
        match first_off {
            None => Fate::StillFits { day: *last, days: (*last - from).num_days() },
            Some((0, day, off)) if fitted == 0 => Fate::NeverFitted { day, off },
            Some((at, day, off)) if at == fitted => {
                let until = judged.get(at.wrapping_sub(1)).map_or(from, |(day, _)| *day);
                Fate::Left { days: (until - from).num_days(), day, off }
            }
            Some(_) => Fate::InAndOut { fitted, of: judged.len() },
        }
    }
}

/// The finding of the prices chart: of the forecast where its first day is shown, else of the first product.
pub(super) fn quotes(
    of_product: &[(Product, Vec<Shown>)],
    forecast: Option<&Forecast>,
    window: (Month, Month),
    terms: Terms,
) -> Finding {
    let forecast = forecast.filter(|forecast| (window.0..=window.1).contains(&Month::of(forecast.days.from)));
    let of_forecast = forecast.and_then(|forecast| {
        let (product, quotes) = of_product.iter().find(|(product, _)| *product == forecast.days.product)?;
        Some(Finding::Forecast { product: *product, fate: forecast.fate(&claimed(quotes)) })
    });
    let moved = || {
        let (product, quotes) = of_product.first()?;
        let claimed = claimed(quotes);
        let ((from, first), (to, last)) = (claimed.first()?, claimed.last()?);
        let moved = Move { product: *product, change: Percent::change(*last, *first)? };
        // A change of the tax is no change of the price.
        let taxed = terms.vat == VatChoice::Included && quotes.iter().any(|quote| quote.fact.includes_vat());
        let same_tax = vat_rate(When::Day(*from)) == vat_rate(When::Day(*to));
        let holds = beyond_rounding(moved.change) && (same_tax || !taxed);
        holds.then_some(Finding::Moved { moved, market: terms.market, from: *from, to: *to })
    };
    of_forecast.or_else(moved).unwrap_or(Finding::Quotes(terms.market))
}

/// The mids of the main agency's quotes of a day that are not weak.
fn claimed(quotes: &[Shown]) -> Vec<(NaiveDate, f64)> {
    let agency = main_agency(quotes);
    let claimed = quotes.iter().filter(|quote| Some(quote.agency()) == agency && !quote.weak());
    claimed.filter_map(|quote| Some((quote.day()?, quote.mid()))).collect()
}

fn beyond_rounding(change: Percent) -> bool {
    // 101 against 100 is computed as a little more than one per cent.
    change.to_f64().abs() > LEAST_CHANGE + 1e-9
}

/// How the products of the index moved from their base to the last day that one of them can be claimed for.
///
/// A move is claimed only where it keeps its direction and half its size under the other base.
pub(super) fn moves(facts: &[PriceFact], view: &View, window: (Month, Month)) -> Option<(NaiveDate, Vec<Move>)> {
    let other = match view.base {
        IndexBase::Article => IndexBase::Controls,
        IndexBase::Controls => IndexBase::Article,
    };
    let ((_, lines), (_, others)) = (lines(facts, view.base, view), lines(facts, other, view));
    let claimed: Vec<(NaiveDate, Move)> = lines
        .iter()
        .filter_map(|line| {
            let (day, last) = line.last(window).filter(|(day, _)| *day > line.base.0)?;
            let other = others.iter().find(|other| other.product == line.product)?;
            let change = |line: &Line| Percent::new(line.value(last) - 100.0);
            let (change, under_other) = (change(line)?, change(other)?);
            let same_direction = (change.to_f64() > 0.0) == (under_other.to_f64() > 0.0);
            let half = under_other.to_f64().abs() >= change.to_f64().abs() / 2.0;
            let holds = beyond_rounding(change) && beyond_rounding(under_other) && same_direction && half;
            holds.then_some((*day, Move { product: line.product, change }))
        })
        .collect();
    let day = claimed.iter().map(|(day, _)| *day).max()?;
    Some((day, claimed.into_iter().filter(|(last, _)| *last == day).map(|(_, moved)| moved).collect()))
}

/// What the page of prices says first: that the forecast was missed upwards, else how the index moved.
pub fn headline(facts: &[PriceFact], article: &[ArticleFigure], view: &View) -> Option<Finding> {
    let terms = Terms::inside(view.vat);
    let missed = || {
        let (product, forecast) = article.iter().find_map(|figure| {
            let product = figure.forecast?.product;
            Some((product, forecast(figure, product, terms)?))
        })?;
        let mut quotes = shown(facts, product, terms);
        let window = window(ChartName::Prices, quotes.iter(), view);
        quotes.retain(|quote| quote.inside(window));
        match self::quotes(&[(product, quotes)], Some(&forecast), window, terms) {
            Finding::Forecast { product, fate: Fate::Left { off: off @ Off::Above(_), .. } } => {
                Some(Finding::AgainstForecast { product, off })
            }
            _ => None,
        }
    };
    let moved = || {
        let (day, moves) = moves(facts, view, index_window(facts, view))?;
        Some(Finding::Index { day, moves })
    };
    missed().or_else(moved)
}

/// What stands under the headline of the page of prices: the moves of the index, and what was quoted since.
#[derive(Clone, Debug, PartialEq)]
pub struct Standfirst {
    /// Whose quotes are compared.
    pub agency: String,
    /// The day that is compared with, of the first product.
    pub base: NaiveDate,
    /// The last day.
    pub day: NaiveDate,
    /// At least one.
    pub moves: Vec<Move>,
    /// Newer quotes of these products by other agencies; none of them is weak.
    pub since: Vec<(Product, NowQuote)>,
}

/// `None` where the index claims nothing.
pub fn standfirst(facts: &[PriceFact], view: &View) -> Option<Standfirst> {
    let (day, moves) = moves(facts, view, index_window(facts, view))?;
    let (agency, lines) = lines(facts, view.base, view);
    let base = lines.iter().find(|line| moves.iter().any(|moved| moved.product == line.product))?.base.0;
    let newer = last_quotes(facts, view).into_iter().filter_map(|last| Some((last.product, last.newer?)));
    let since = newer.filter(|(product, quote)| {
        !quote.weak && quote.when.last_day() > day && moves.iter().any(|moved| moved.product == *product)
    });
    Some(Standfirst { agency: house(agency?).to_owned(), base, day, since: since.collect(), moves })
}

fn index_window(facts: &[PriceFact], view: &View) -> (Month, Month) {
    let (_, lines) = index::lines(facts, view.base, view);
    window(ChartName::Index, lines.iter().flat_map(|line| line.quotes.iter().map(|(_, quote)| quote)), view)
}
