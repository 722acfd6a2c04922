//! Praseodymium and dysprosium price bands: quotes as printed, each a mark of its own, never joined across markets.

use super::caption::{ListedTitle, Note, Publisher, Subtitle, Title, newest};
use super::events::event_marks;
use super::figure::{Chart, Empty, EndLabel, Figure, Guide, Name, Panel, PanelTitle, TimeChart, Unit};
use super::mark::{Amount, Detail, How, Label, Lane, Look, Mark, Role, Shape, What};
use crate::data::period::day_position;
use crate::data::prices::vat_rate;
use crate::data::source::newest_only;
use crate::data::{ArticleFigure, Currency, Event, Fact, Market, Month, Per, PriceFact, Product, Quote, When};
use crate::view::{ChartName, PriceUnit, VatChoice, View};
use chrono::NaiveDate;

/// Quotes of one agency at most this far apart are joined by a thin line.
const GUIDE_DAYS: i64 = 45;

/// The price chart of a view.
pub fn figure(facts: &[PriceFact], article: &[ArticleFigure], events: &[Event], view: &View) -> Figure {
    let products = [view.upper, view.lower];
    let drawn = products.map(|product| shown(facts, product, view));
    let window = window(&drawn, view);
    let inside = drawn.each_ref().map(|quotes| quotes.iter().filter(|quote| quote.inside(window)).collect::<Vec<_>>());
    let roles = [Role::Praseodymium, Role::Dysprosium];
    let panels = products
        .iter()
        .zip(&inside)
        .zip(roles)
        .map(|((product, quotes), role)| {
            let outlook = article.iter().filter_map(|figure| outlook(figure, *product, role, window, view));
            let empty = quotes.is_empty().then(|| empty(facts, *product, view));
            panel(*product, quotes, role, outlook.collect(), empty, view)
        })
        .collect();
    Figure {
        name: ChartName::Prices,
        chart: Chart::Time(TimeChart { window, panels, events: event_marks(events, window) }),
        title: Title::Prices,
        subtitle: Subtitle::Prices { market: view.market, unit: view.price_unit(), vat: view.vat },
        notes: notes(facts, article, view),
        publisher: Publisher::Prices,
        newest: newest(inside.iter().flatten().map(|quote| quote.fact.when)),
        listed: Vec::new(),
        listed_title: ListedTitle::NotDrawn,
    }
}

/// The newest quote of each product that the chart shows.
pub fn newest_quotes(facts: &[PriceFact], view: &View) -> Vec<(Product, Quote, When)> {
    let products = [view.upper, view.lower];
    let drawn = products.map(|product| shown(facts, product, view));
    let window = window(&drawn, view);
    let newest = |(product, quotes): (Product, &Vec<Shown>)| {
        let newest = quotes.iter().rfind(|quote| quote.inside(window))?;
        Some((product, newest.quote, newest.fact.when))
    };
    products.into_iter().zip(&drawn).filter_map(newest).collect()
}

/// The months that the quotes of the chart are shown for.
fn window(drawn: &[Vec<Shown>], view: &View) -> (Month, Month) {
    let all = || drawn.iter().flatten();
    let start = ChartName::Prices.start();
    let first = all().map(|quote| quote.fact.when.first_month()).min().unwrap_or(start);
    let last = all().map(|quote| quote.fact.when.last_month()).max().unwrap_or(start);
    view.window(start, first.min(start), last)
}

/// A quote with its figures in the chosen unit.
#[derive(Clone, Copy)]
struct Shown<'a> {
    fact: &'a PriceFact,
    quote: Quote,
}

impl Shown<'_> {
    fn inside(&self, window: (Month, Month)) -> bool {
        self.fact.when.first_month() >= window.0 && self.fact.when.last_month() <= window.1
    }
}

/// The quotes of a product in the view's market, unit and tax, oldest first; replaced quotes are left out.
fn shown<'a>(facts: &'a [PriceFact], product: Product, view: &View) -> Vec<Shown<'a>> {
    let wanted = facts.iter().filter(|fact| fact.product == product && fact.market == view.market);
    let mut kept: Vec<Shown> = wanted
        .filter_map(|fact| {
            let quote = in_unit(fact, view.price_unit()).and_then(|quote| taxed(fact, quote, view))?;
            Some(Shown { fact, quote })
        })
        .collect();
    let when = |a: &Shown, b: &Shown| {
        let (a, b) = (a.fact.when.positions(), b.fact.when.positions());
        a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1))
    };
    newest_only(
        &mut kept,
        |a, b| when(a, b).then_with(|| a.fact.source.name.cmp(&b.fact.source.name)),
        |shown| &shown.fact.source,
    );
    kept.sort_by(when);
    kept
}

/// The quote per tonne or kilogram as wanted; `None` where it is in another currency: nothing is converted.
fn in_unit(fact: &PriceFact, unit: PriceUnit) -> Option<Quote> {
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

/// The rate of tax to take off a quote, in per cent; `None` where it is shown as it was quoted.
fn taken_off(fact: &PriceFact, view: &View) -> Option<f64> {
    (view.vat == VatChoice::Excluded && fact.includes_vat()).then(|| vat_rate(fact.when)).flatten()
}

/// The quote with or without tax, as chosen; `None` where its period spans two rates.
fn taxed(fact: &PriceFact, quote: Quote, view: &View) -> Option<Quote> {
    match taken_off(fact, view) {
        Some(rate) => Some(quote.map(|price| price / (1.0 + rate / 100.0))),
        None => Some(quote).filter(|_| !spans_two_rates(fact, view)),
    }
}

/// Whether a quote is not shown without tax because its period spans two rates.
fn spans_two_rates(fact: &PriceFact, view: &View) -> bool {
    view.vat == VatChoice::Excluded && fact.includes_vat() && vat_rate(fact.when).is_none()
}

fn panel(
    product: Product,
    quotes: &[&Shown],
    role: Role,
    outlook: Vec<Mark>,
    empty: Option<Empty>,
    view: &View,
) -> Panel {
    let end_label = quotes.last().map(|quote| EndLabel {
        name: Name::Product(product),
        role,
        y: quote.quote.printed_mid().unwrap_or((quote.quote.low() + quote.quote.high()) / 2.0),
    });
    Panel {
        title: Some(PanelTitle::Product(product)),
        unit: match view.price_unit() {
            PriceUnit::CnyTonne => Unit::ThousandCnyPerTonne,
            unit => Unit::Price(unit),
        },
        marks: outlook.into_iter().chain(quotes.iter().map(|quote| mark(quote, role, view))).collect(),
        guides: guides(quotes, role),
        end_labels: end_label.into_iter().collect(),
        empty,
    }
}

/// Why a panel has no quotes: there are none in the market, or they are in other units or outside of the range.
fn empty(facts: &[PriceFact], product: Product, view: &View) -> Empty {
    match facts.iter().filter(|fact| fact.product == product && fact.market == view.market).count() {
        0 => Empty::Market(product, view.market),
        others => Empty::Unit(others),
    }
}

fn mark(shown: &Shown, role: Role, view: &View) -> Mark {
    let (fact, quote) = (shown.fact, shown.quote);
    let shape = match (quote, fact.when) {
        (Quote::Band { .. }, _) => Shape::Band,
        (Quote::Single(_), When::Day(_)) => Shape::Dot,
        (Quote::Single(_), When::Span(_)) => Shape::Level,
    };
    let rate = taken_off(fact, view);
    let look = Look::new(shape, role, Lane::Quotes, fact.when.positions(), quote.high());
    Mark {
        what: What::Quote(fact.product),
        when: fact.when,
        amount: Some(Amount::Price(quote, view.price_unit())),
        how: if rate.is_some() { How::Computed } else { How::Published },
        rows: vec![fact.row()],
        details: rate.map(Detail::VatTakenOff).into_iter().collect(),
        detail_rows: Vec::new(),
        look: Look {
            low: quote.low(),
            mid: if matches!(quote, Quote::Band { .. }) { quote.printed_mid() } else { None },
            ..look
        },
    }
}

/// Thin lines through quotes of one agency that are close in time; a quote is met at its mid, else at its middle.
fn guides(quotes: &[&Shown], role: Role) -> Vec<Guide> {
    let middle = |quote: Quote| quote.printed_mid().unwrap_or((quote.low() + quote.high()) / 2.0);
    let mut guides: Vec<(&str, NaiveDate, Guide)> = Vec::new();
    for shown in quotes {
        let When::Day(day) = shown.fact.when else { continue };
        let point = (day_position(day), middle(shown.quote));
        let agency = shown.fact.source.name.as_str();
        let run = guides.iter_mut().rev().find(|(name, _, _)| *name == agency);
        match run {
            Some((_, last, guide)) if (day - *last).num_days() <= GUIDE_DAYS => {
                *last = day;
                guide.points.push(point);
            }
            _ => guides.push((agency, day, Guide { role, points: vec![point] })),
        }
    }
    guides.into_iter().map(|(_, _, guide)| guide).filter(|guide| guide.points.len() > 1).collect()
}

/// The article's range as a dashed forecast, where it fits the product and the unit.
fn outlook(figure: &ArticleFigure, product: Product, role: Role, window: (Month, Month), view: &View) -> Option<Mark> {
    let forecast = figure.forecast.filter(|forecast| forecast.product == product)?;
    let unit = view.price_unit();
    let factor = match unit {
        PriceUnit::CnyTonne => 1.0,
        PriceUnit::CnyKilogram => 1e-3,
        PriceUnit::Usd => return None,
    };
    if view.market != Market::ChinaDomestic || figure.unit != "CNY/t" {
        return None;
    }
    let tax = if view.vat == VatChoice::Excluded { 1.0 + vat_rate(When::Day(forecast.from))? / 100.0 } else { 1.0 };
    let (low, high) = (figure.value.to_f64() * factor / tax, figure.value_high?.to_f64() * factor / tax);
    let shown = (window.0.position(), window.1.position() + 1.0);
    let x = (day_position(forecast.from).max(shown.0), day_position(forecast.to).min(shown.1));
    if x.0 >= x.1 {
        return None;
    }
    let look = Look::new(Shape::Outlook, role, Lane::Forecast, x, high);
    Some(Mark {
        what: What::Forecast(product),
        when: When::Day(forecast.from),
        amount: Some(Amount::Price(Quote::Band { low, high, mid: None }, unit)),
        how: How::Forecast,
        rows: vec![figure.row()],
        details: Vec::new(),
        detail_rows: Vec::new(),
        look: Look { low, label: Some(Label::Forecast), ..look },
    })
}

fn notes(facts: &[PriceFact], article: &[ArticleFigure], view: &View) -> Vec<Note> {
    let mut notes = vec![Note::Prices, Note::PricesGuides];
    let shown = |figure: &&ArticleFigure| figure.forecast.is_some_and(|forecast| forecast.product == view.upper);
    notes.extend(article.iter().find(shown).map(|figure| Note::Outlook(figure.row())));
    if view.vat == VatChoice::Excluded {
        notes.push(Note::PricesWithoutVat);
    }
    let of_chart = |fact: &&PriceFact| {
        [view.upper, view.lower].contains(&fact.product)
            && fact.market == view.market
            && in_unit(fact, view.price_unit()).is_some()
    };
    match facts.iter().filter(of_chart).filter(|fact| spans_two_rates(fact, view)).count() {
        0 => {}
        left_out => notes.push(Note::PricesLeftOut(left_out)),
    }
    notes
}
