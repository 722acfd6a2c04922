//! What is quoted outside China: offers for export and quotes in Europe, a panel a market and product, never joined.

use super::abroad::MARKETS;
use super::finding::Finding;
use super::panels;
use super::quotes::{Shown, Terms, shown};
use super::{Drawn, Note, Subtitle, last_of, window};
use crate::charts::figure::{Arrangement, Aside, Base, Chart, Empty, Name, Panel, Stroke, Unit, XAxis};
use crate::charts::mark::{Label, Role, Tag, TagAt};
use crate::data::{Market, Month, PriceFact, Product, Span};
use crate::view::{By, ChartName, PriceUnit, View};

/// What is shown of each market, in this order.
const PRODUCTS: [Product; 4] = [Product::PrNdOxide, Product::PrOxide, Product::DyOxide, Product::TbOxide];

/// A panel needs so many quotes; fewer have no place of their own.
const LEAST_QUOTES: usize = 2;

/// Quotes are few where fewer than one in so many months has one.
const FEW_MONTHS: usize = 4;

/// More quotes than so many have no words.
const MOST_NAMED: usize = 6;

/// The quotes of a product in a market.
struct Series<'a> {
    market: Market,
    product: Product,
    quotes: Vec<Shown<'a>>,
}

/// The chart of prices outside China.
pub(super) fn drawn(facts: &[PriceFact], view: &View) -> Drawn {
    let series = MARKETS.into_iter().flat_map(|market| PRODUCTS.map(|product| (market, product)));
    let mut series: Vec<Series> = series
        .map(|(market, product)| Series { market, product, quotes: shown(facts, product, Terms::abroad(market)) })
        .collect();
    let window = window(ChartName::Outside, series.iter().flat_map(|series| &series.quotes), view);
    series.iter_mut().for_each(|series| series.quotes.retain(|quote| quote.inside(window)));
    series.retain(|series| series.quotes.len() >= LEAST_QUOTES);
    let panels = series.iter().map(|series| {
        let mut panel = panels::panel(series.product, &series.quotes, Terms::abroad(series.market), window);
        panel.names.push((Name::Market(series.market), None));
        panel.none_after = panels::none_after(facts, series.product, series.market, &panel);
        if series.market == Market::Europe {
            name_few(&mut panel);
        }
        if series.quotes.iter().any(Shown::komis) {
            panel.aside = Some(Aside::Komis);
        }
        panel.guides.iter_mut().filter(|guide| guide.role == Role::Other).for_each(|guide| guide.stroke = Stroke::Line);
        panel
    });
    let mut panels: Vec<Panel> = panels.collect();
    if panels.is_empty() {
        let nothing = Panel::new(XAxis::of_months(window, By::Month), Unit::Price(PriceUnit::Usd), Base::Fitted);
        panels.push(Panel { empty: Some(Empty::Range), ..nothing });
    }
    let all = || series.iter().flat_map(|series| &series.quotes);
    let mut notes = vec![Note::Marks];
    if all().any(|quote| quote.fact.market == Market::Europe) {
        notes.push(Note::Europe);
    }
    if all().any(Shown::komis) {
        notes.push(Note::Komis);
    }
    Drawn {
        finding: finding(&series, window),
        subtitle: Subtitle::Outside,
        notes,
        window,
        last: last_of(all()),
        chart: Chart { arrangement: Arrangement::Columns(2), panels, ..Chart::default() },
    }
}

/// Gives each quote words where there are few; the newest of the main agency has its own at the corner, which is enough where
/// no other follows it.
fn name_few(panel: &mut Panel) {
    if panel.marks.len() > MOST_NAMED {
        return;
    }
    let newest = panel.corner.as_ref().map(|corner| corner.newest.when);
    let newest = newest.filter(|newest| panel.newest().is_some_and(|mark| mark.when == *newest));
    for mark in panel.marks.iter_mut().filter(|mark| Some(mark.when) != newest) {
        let label = mark.amount.map(|amount| Label::Dated(mark.when, amount));
        mark.look.tag = label.map(|label| Tag { label, at: TagAt::Above, optional: true });
    }
}

/// Whether no product has a quote that is not weak in as many as one of [`FEW_MONTHS`] months shown, and one has some.
fn finding(series: &[Series], window: (Month, Month)) -> Finding {
    let shown = Span::new(window.0, window.1).map_or(0, Span::months) as usize;
    let months = |series: &Series| {
        let strong = series.quotes.iter().filter(|quote| !quote.weak());
        let mut months: Vec<Month> = strong.flat_map(|quote| [quote.months().first(), quote.months().last()]).collect();
        months.sort_unstable();
        months.dedup();
        months.len()
    };
    let months: Vec<usize> = series.iter().map(months).collect();
    let few = months.iter().all(|months| FEW_MONTHS * months < shown) && months.iter().any(|months| *months > 0);
    if few { Finding::FarApart } else { Finding::Neutral(ChartName::Outside) }
}
