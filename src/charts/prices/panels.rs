//! The prices themselves: a panel a product, in the market, unit and tax that the reader chose.

use super::boxes::boxes;
use super::finding;
use super::quotes::{Shown, Terms, guides, house, in_unit, main_agency, role, shown, without_vat};
use super::{Drawn, GUIDE_DAYS, Note, SHORT_TERM, Subtitle, article_line, last_of, window};
use crate::article::forecast::Forecast;
use crate::charts::ARTICLE;
use crate::charts::figure::{Arrangement, Base, Chart, Corner, CornerQuote, Empty, Name, Panel, Unit, XAxis};
use crate::charts::mark::{Amount, Detail, How, Label, Look, Mark, Role, Shape, Tag, TagAt, What};
use crate::data::period::day_position;
use crate::data::prices::vat_rate;
use crate::data::{ArticleFigure, Fact, Market, Month, PriceFact, Product, Quote, When};
use crate::view::{By, ChartName, Extent, PriceUnit, VatChoice, View};
use chrono::NaiveDate;

/// The article's range lies in this lane, behind boxes and quotes.
const FORECAST_LANE: u8 = 2;

/// The prices chart; in small only praseodymium metal, of which the article has a forecast.
pub(super) fn drawn(extent: Extent, facts: &[PriceFact], article: &[ArticleFigure], view: &View) -> Drawn {
    let terms = Terms::of(view);
    let products = match extent {
        Extent::Compact => vec![Product::PrMetal],
        Extent::Full => view.products.clone(),
    };
    let mut of_product: Vec<(Product, Vec<Shown>)> =
        products.into_iter().map(|product| (product, shown(facts, product, terms))).collect();
    let window = window(ChartName::Prices, of_product.iter().flat_map(|(_, quotes)| quotes), view);
    of_product.iter_mut().for_each(|(_, quotes)| quotes.retain(|quote| quote.inside(window)));
    let forecast = of_product.iter().find_map(|(product, _)| {
        article.iter().find_map(|figure| Some((figure, Forecast::of(figure, *product, terms)?)))
    });
    let outlook = forecast.as_ref().and_then(|(figure, forecast)| outlook(figure, forecast, window, terms));
    let panels = of_product.iter().map(|(product, quotes)| {
        let mut panel = panel(*product, quotes, terms, window);
        panel.none_after = none_after(facts, *product, terms.market, &panel);
        panel.empty = quotes.is_empty().then(|| empty(facts, *product, terms));
        let drawn = outlook.iter().filter(|mark| mark.what == What::Forecast(*product));
        panel.marks.splice(0..0, drawn.cloned());
        panel
    });
    let panels: Vec<Panel> = panels.collect();
    let forecast = forecast.filter(|_| outlook.is_some());
    Drawn {
        finding: finding::quotes(&of_product, forecast.as_ref().map(|(_, forecast)| forecast), window, terms),
        subtitle: Subtitle::Quotes {
            market: terms.market,
            vat: of_product
                .iter()
                .flat_map(|(_, quotes)| quotes)
                .any(|quote| quote.fact.includes_vat())
                .then_some(terms.vat),
            forecast: forecast.as_ref().map(|(_, forecast)| (forecast.band(), terms.unit)),
        },
        notes: notes(facts, &of_product, &panels, forecast.as_ref(), terms),
        window,
        last: last_of(of_product.iter().flat_map(|(_, quotes)| quotes)),
        chart: Chart { arrangement: Arrangement::Columns(2), panels, ..Chart::default() },
    }
}

/// Whether a panel is of heavy rare earths.
pub(super) fn is_heavy(panel: &Panel) -> bool {
    panel.names.iter().any(|(_, role)| matches!(role, Some(Role::Dysprosium | Role::Terbium)))
}

/// A product's quotes with the boxes of its main agency behind them.
pub(super) fn panel(product: Product, quotes: &[Shown], terms: Terms, window: (Month, Month)) -> Panel {
    let unit = match terms.unit {
        PriceUnit::CnyTonne => Unit::ThousandCnyPerTonne,
        unit => Unit::Price(unit),
    };
    let agency = main_agency(quotes);
    let mut marks = agency.map(|agency| boxes(quotes, agency, terms)).unwrap_or_default();
    let inside_china = terms.market == Market::ChinaDomestic;
    let named = if inside_china { named(quotes, agency) } else { [None; 2] };
    marks.extend(quotes.iter().enumerate().map(|(at, quote)| {
        let mut mark = mark(quote, agency, terms);
        if let (true, Some(day)) = (named.contains(&Some(at)), quote.day()) {
            let label = Label::DatedQuote(day, quote.quote, terms.unit);
            mark.look.tag = Some(Tag { label, at: TagAt::Above, optional: true });
        }
        mark
    }));
    Panel {
        names: vec![(Name::Product(product), Some(role(product)))],
        corner: agency.and_then(|agency| corner(quotes, agency, terms)),
        marks,
        guides: guides(quotes, quote_role, |quote| quote.mid()),
        days: article_line(window).filter(|_| inside_china).into_iter().collect(),
        ..Panel::new(XAxis::of_months(window, By::Month), unit, Base::Fitted)
    }
}

/// The newest quote of a panel, unless there is a later one that it does not show.
pub(super) fn none_after(facts: &[PriceFact], product: Product, market: Market, panel: &Panel) -> Option<When> {
    let last = panel.newest()?.when;
    let mut of_it = facts.iter().filter(|fact| (fact.product, fact.market) == (product, market));
    of_it.all(|fact| fact.when.last_day() <= last.last_day()).then_some(last)
}

/// A quote is lower or higher than another by more than this part of it; less is as high.
const APART: f64 = 0.01;

/// The lowest and the highest quote after the article, by the main agency, which have words, unless the last quote up to that
/// day, where it is recent, was as low or as high. The newest one stands at the corner: where it is one of them, a line that
/// leads to it says enough, and without a line that one of the others is named.
fn named(quotes: &[Shown], agency: Option<&str>) -> [Option<usize>; 2] {
    let of_agency = |(at, quote): (usize, &Shown)| {
        let day = quote.day().filter(|_| Some(quote.agency()) == agency && !quote.weak())?;
        Some((at, day, quote.mid()))
    };
    let all: Vec<(usize, NaiveDate, f64)> = quotes.iter().enumerate().filter_map(of_agency).collect();
    let (until, after) = all.split_at(all.partition_point(|(_, day, _)| *day <= ARTICLE));
    let Some((&(newest, newest_day, _), before)) = after.split_last() else { return [None; 2] };
    let joined = before.last().is_some_and(|(_, day, _)| (newest_day - *day).num_days() <= GUIDE_DAYS);
    let others = if joined { &[][..] } else { before };
    let near = until.last().filter(|(_, day, _)| (ARTICLE - *day).num_days() <= GUIDE_DAYS);
    let at_article = near.map(|(_, _, mid)| *mid);
    // The lowest is the highest of the opposites.
    [-1.0, 1.0].map(|sign| {
        let found = highest(after, sign).filter(|at| *at != newest).or_else(|| highest(others, sign))?;
        let mid = quotes.get(found)?.mid();
        at_article.is_none_or(|base| sign * (mid - base) > APART * base).then_some(found)
    })
}

/// Where the highest of quotes is, each times `sign`; of equals the first.
fn highest(quotes: &[(usize, NaiveDate, f64)], sign: f64) -> Option<usize> {
    quotes.iter().rev().max_by(|a, b| (sign * a.2).total_cmp(&(sign * b.2))).map(|(at, ..)| *at)
}

/// The main agency's newest quote, not a weak one where it has others, and the newest of another agency where that is newer.
fn corner(quotes: &[Shown], agency: &str, terms: Terms) -> Option<Corner> {
    let quote = |shown: &Shown| CornerQuote {
        quote: shown.quote,
        unit: terms.unit,
        agency: house(shown.agency()).to_owned(),
        when: shown.fact.when,
        doubt: shown.weak(),
        without_vat: included_vat(shown, terms).map(|rate| without_vat(shown.quote, rate)),
    };
    let of_agency = || quotes.iter().filter(|quote| quote.agency() == agency);
    let newest = of_agency().rfind(|quote| !quote.weak()).or_else(|| of_agency().next_back())?;
    let others = quotes.iter().filter(|quote| quote.agency() != agency);
    let elsewhere = others.max_by_key(|quote| quote.fact.when.last_day());
    let elsewhere = elsewhere.filter(|quote| quote.fact.when.last_day() > newest.fact.when.last_day());
    Some(Corner { newest: quote(newest), elsewhere: elsewhere.map(quote) })
}

/// KOMIS stands in grey wherever it stands.
pub(super) fn quote_role(shown: &Shown) -> Role {
    if shown.komis() { Role::Other } else { role(shown.fact.product) }
}

/// A quote; open where it is not the main agency's, or weak.
pub(super) fn mark(shown: &Shown, agency: Option<&str>, terms: Terms) -> Mark {
    let (fact, quote) = (shown.fact, shown.quote);
    let shape = match (quote, fact.when) {
        (Quote::Band { .. }, _) => Shape::Band,
        (Quote::Single(_), When::Day(_)) => Shape::Point,
        (Quote::Single(_), When::Span(_)) => Shape::Level,
    };
    let look = Look::new(shape, quote_role(shown), 0, fact.when.positions(), quote.high());
    Mark {
        what: What::Quote(fact.product),
        when: fact.when,
        amount: Some(Amount::Price(quote, terms.unit)),
        how: if terms.taken_off(fact).is_some() { How::Computed } else { How::Published },
        rows: vec![fact.row()],
        details: details(shown, terms),
        detail_rows: Vec::new(),
        look: Look {
            low: quote.low(),
            mid: if matches!(quote, Quote::Band { .. }) { quote.printed_mid() } else { None },
            doubt: Some(shown.agency()) != agency || shown.weak(),
            ..look
        },
    }
}

/// The same for a kilogram, and what it is without tax.
pub(super) fn details(shown: &Shown, terms: Terms) -> Vec<Detail> {
    let mut details = Vec::new();
    if terms.unit == PriceUnit::CnyTonne {
        details.push(Detail::Quote(shown.quote.map(|price| price * 1e-3), PriceUnit::CnyKilogram));
    }
    if let Some(rate) = terms.taken_off(shown.fact) {
        details.push(Detail::VatTakenOff(rate));
    }
    let included = included_vat(shown, terms);
    details.extend(included.map(|rate| Detail::WithoutVat {
        quote: without_vat(shown.quote, rate),
        unit: terms.unit,
        rate,
    }));
    details
}

/// The rate of the tax that a quote is shown with, in per cent; `None` where it is shown without one.
fn included_vat(shown: &Shown, terms: Terms) -> Option<f64> {
    (terms.vat == VatChoice::Included && shown.fact.includes_vat()).then(|| vat_rate(shown.fact.when)).flatten()
}

/// Why a panel has no quotes: there are none in the market, or they are in other units or outside of the range.
pub(super) fn empty(facts: &[PriceFact], product: Product, terms: Terms) -> Empty {
    match facts.iter().filter(|fact| fact.product == product && fact.market == terms.market).count() {
        0 => Empty::Market(product, terms.market),
        others => Empty::Unit(others),
    }
}

/// The range as far as it lies in the months shown: solid for the short term, faint after.
fn outlook(figure: &ArticleFigure, forecast: &Forecast, window: (Month, Month), terms: Terms) -> Option<Mark> {
    let shown = (window.0.position(), window.1.position() + 1.0);
    let x = (day_position(forecast.days.from).max(shown.0), day_position(forecast.days.to).min(shown.1));
    if x.0 >= x.1 {
        return None;
    }
    let label = Label::Forecast(forecast.band(), terms.unit);
    let look = Look::new(Shape::Outlook, role(forecast.days.product), FORECAST_LANE, x, forecast.high);
    Some(Mark {
        what: What::Forecast(forecast.days.product),
        when: When::Day(forecast.days.from),
        amount: Some(Amount::Price(forecast.band(), terms.unit)),
        how: How::Forecast,
        rows: vec![figure.row()],
        details: Vec::new(),
        detail_rows: Vec::new(),
        look: Look {
            low: forecast.low,
            mid: Some(day_position(SHORT_TERM).clamp(x.0, x.1)),
            tag: Some(Tag { label, at: TagAt::Above, optional: false }),
            ..look
        },
    })
}

fn notes(
    facts: &[PriceFact],
    of_product: &[(Product, Vec<Shown>)],
    panels: &[Panel],
    forecast: Option<&(&ArticleFigure, Forecast)>,
    terms: Terms,
) -> Vec<Note> {
    let mut notes = vec![Note::Marks, Note::Guides];
    let mut agencies: Vec<(String, Vec<Product>)> = Vec::new();
    for (product, quotes) in of_product {
        let Some(agency) = main_agency(quotes).map(house) else { continue };
        match agencies.iter_mut().find(|(name, _)| name == agency) {
            Some((_, products)) => products.push(*product),
            None => agencies.push((agency.to_owned(), vec![*product])),
        }
    }
    if !agencies.is_empty() {
        notes.push(Note::Agencies(agencies));
    }
    if panels.iter().flat_map(|panel| &panel.marks).any(|mark| mark.look.shape == Shape::Box) {
        notes.push(Note::Boxes);
    }
    if let Some((figure, forecast)) = forecast {
        notes.extend([Note::Outlook { row: figure.row(), end: forecast.days.to }, Note::Fitting]);
        let quotes = of_product.iter().find(|(product, _)| *product == forecast.days.product);
        let agency = quotes.and_then(|(_, quotes)| main_agency(quotes)).map(house);
        // "Changjiang Nonferrous" is the publisher of "Changjiang Nonferrous Metals Network".
        if agency.is_some_and(|agency| figure.source.name.starts_with(agency)) {
            notes.push(Note::OwnQuotes);
        }
    }
    let not_named = of_product.iter().filter(|(_, quotes)| quotes.iter().any(Shown::not_named));
    notes.extend(not_named.map(|(product, _)| Note::NotNamed(*product)));
    if of_product.iter().flat_map(|(_, quotes)| quotes).any(Shown::komis) {
        notes.push(Note::Komis);
    }
    if of_product.iter().flat_map(|(_, quotes)| quotes).any(|quote| quote.fact.includes_vat()) {
        notes.push(Note::WithoutVat);
    }
    let of_chart = |fact: &&PriceFact| {
        of_product.iter().any(|(product, _)| *product == fact.product)
            && fact.market == terms.market
            && in_unit(fact, terms.unit).is_some()
    };
    match facts.iter().filter(of_chart).filter(|fact| terms.spans_two_rates(fact)).count() {
        0 => {}
        left_out => notes.push(Note::LeftOut(left_out)),
    }
    notes
}
