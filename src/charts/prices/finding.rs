//! What these charts found. No rule rests on a weak quote, on another agency than the main one, or on two markets.

use super::index::{Line, lines};
use super::quotes::{Shown, Terms, claimed, house, shown};
use super::{index, last_quotes, now::NowQuote, window};
use crate::article::forecast::{Fate, Forecast, Off};
use crate::data::prices::vat_rate;
use crate::data::{ArticleFigure, Market, Month, Percent, PriceFact, Product, Span, When};
use crate::view::{ChartName, IndexBase, VatChoice, View};
use chrono::NaiveDate;

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
    /// How many times the price of one product another's was, from the first to the last day that is shown.
    Relative {
        /// Whose price is divided.
        above: Product,
        /// By whose.
        below: Product,
        /// The first day, and how many times that was.
        from: (NaiveDate, f64),
        /// The same of the last day.
        to: (NaiveDate, f64),
    },
    /// Forecast to weaken, and went above the range: said of the whole page.
    AgainstForecast {
        /// What the forecast is of.
        product: Product,
        /// How far above the range the first quote was that did not fit.
        off: Off,
        /// The day of that quote.
        day: NaiveDate,
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
        IndexBase::Controls | IndexBase::Month(_) => IndexBase::Article,
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
            Some((product, Forecast::of(figure, product, terms)?))
        })?;
        let mut quotes = shown(facts, product, terms);
        let window = window(ChartName::Prices, quotes.iter(), view);
        quotes.retain(|quote| quote.inside(window));
        match self::quotes(&[(product, quotes)], Some(&forecast), window, terms) {
            Finding::Forecast { product, fate: Fate::Left { off: off @ Off::Above(_), day, .. } } => {
                Some(Finding::AgainstForecast { product, off, day })
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
    /// The day that is compared with, where it is the same of all products; else the months of their days.
    pub base: When,
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
    let moved = lines.iter().filter(|line| moves.iter().any(|moved| moved.product == line.product));
    let (first, last) = (moved.clone().map(|line| line.base.0).min()?, moved.map(|line| line.base.0).max()?);
    let base = if first == last { When::Day(first) } else { When::Span(Span::new(Month::of(first), Month::of(last))?) };
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
