//! Praseodymium and dysprosium price bands: quotes as printed, each a mark of its own, never joined across markets.

use super::events::event_marks;
use super::figure::{
    Caption, Chart, EndLabel, Figure, Form, Guide, Mark, Panel, Role, Shape, TimeChart, Tip, newest, source_line,
};
use crate::data::order::sort_by;
use crate::data::period::day_position;
use crate::data::source::newest_only;
use crate::data::{ArticleFigure, Currency, Event, Market, Month, Per, PriceFact, Product, Quote, Vat, When};
use crate::view::{ChartName, PriceUnit, VatChoice, View};
use crate::words::Words;
use chrono::NaiveDate;

/// Quotes of one agency at most this far apart are joined by a thin line.
const GUIDE_DAYS: i64 = 45;

/// China's value added tax on rare earths: the rate in per cent until a day, that day included.
///
/// Sources: Cai Shui [2018] 32 and Announcement 2019 No. 39 of the Ministry of Finance.
const VAT_RATES: [(Option<NaiveDate>, f64); 3] =
    [(NaiveDate::from_ymd_opt(2018, 4, 30), 17.0), (NaiveDate::from_ymd_opt(2019, 3, 31), 16.0), (None, 13.0)];

/// The price chart of a view.
pub fn figure(facts: &[PriceFact], article: &[ArticleFigure], events: &[Event], view: &View, words: &Words) -> Figure {
    let products = [view.upper, view.lower];
    let drawn: Vec<Vec<Shown>> = products.iter().map(|product| shown(facts, *product, view)).collect();
    let all = || drawn.iter().flatten();
    let window = window(&drawn, view);
    let panels = products
        .iter()
        .zip(&drawn)
        .zip([Role::Praseodymium, Role::Dysprosium])
        .map(|((product, quotes), role)| {
            let inside: Vec<&Shown> = quotes.iter().filter(|quote| quote.inside(window)).collect();
            panel(facts, *product, &inside, role, article, window, view, words)
        })
        .collect();
    let newest = newest(all().filter(|quote| quote.inside(window)).map(|quote| quote.fact.when), words);
    let spanning = facts.iter().filter(|fact| products.contains(&fact.product) && fact.market == view.market);
    let left_out =
        spanning.filter(|fact| in_unit(fact, view.price_unit()).is_some() && without_vat_missing(fact, view)).count();
    Figure {
        name: ChartName::Prices,
        chart: Chart::Time(TimeChart { window, panels, events: event_marks(events, window, words) }),
        caption: Caption {
            title: words.title_prices.to_owned(),
            subtitle: words.fill(
                words.prices_subtitle,
                &[
                    ("market", words.market(view.market)),
                    ("unit", words.price_unit(view.price_unit())),
                    ("vat", vat_words(view, words)),
                ],
            ),
            notes: notes(view, article, left_out, words),
            newest,
            ..Caption::default()
        },
    }
}

/// What the newest quotes of the chart say, one product after the other.
pub fn headline(facts: &[PriceFact], view: &View, words: &Words) -> Option<String> {
    let products = [view.upper, view.lower];
    let drawn = products.map(|product| shown(facts, product, view));
    let window = window(&drawn, view);
    let newest = |(product, quotes): (Product, &Vec<Shown>)| {
        let quote = quotes.iter().rfind(|quote| quote.inside(window))?;
        let when = match quote.fact.when {
            When::Span(span) => words.in_span(span),
            when => words.fill(words.on_day, &[("day", &words.when(when))]),
        };
        let values = [
            ("product", words.product_short(product)),
            ("price", &*price_text(quote.quote, view, words)),
            ("when", &when),
        ];
        Some(words.fill(words.headline_quote, &values))
    };
    let parts: Vec<String> = products.into_iter().zip(&drawn).filter_map(newest).collect();
    (!parts.is_empty()).then(|| parts.join(words.headline_join))
}

/// The months that the quotes of the chart are shown for.
fn window(drawn: &[Vec<Shown>], view: &View) -> (Month, Month) {
    let all = || drawn.iter().flatten();
    let start = ChartName::Prices.start();
    let first = all().map(|quote| quote.fact.when.first_month()).min().unwrap_or(start);
    let last = all().map(|quote| quote.fact.when.last_month()).max().unwrap_or(start);
    view.window(start, first.min(start), last)
}

/// A quote's figures with their unit.
fn price_text(quote: Quote, view: &View, words: &Words) -> String {
    let unit = words.price_unit(view.price_unit());
    let number = |price: f64| words.short_number(price, if price < 10_000.0 { 2 } else { 0 });
    match quote {
        Quote::Band { low, high, .. } if low < high => format!("{}–{} {unit}", number(low), number(high)),
        quote => format!("{} {unit}", number(quote.high())),
    }
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
    sort_by(&mut kept, when);
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

/// Whether tax can be taken off: only quotes of China's own market, which include it, rarely say so.
fn includes_vat(fact: &PriceFact) -> bool {
    fact.currency == Currency::Cny
        && matches!(fact.market, Market::ChinaDomestic | Market::ChinaListing)
        && fact.vat != Vat::Excluded
}

fn taxed(fact: &PriceFact, quote: Quote, view: &View) -> Option<Quote> {
    if view.vat == VatChoice::Included || !includes_vat(fact) {
        return Some(quote);
    }
    let rate = vat_rate(fact.when)?;
    Some(quote.map(|price| price / (1.0 + rate / 100.0)))
}

/// Whether a quote is not shown without tax because its period spans two rates.
fn without_vat_missing(fact: &PriceFact, view: &View) -> bool {
    view.vat == VatChoice::Excluded && includes_vat(fact) && vat_rate(fact.when).is_none()
}

/// The rate of a day or period in per cent; `None` for a period that spans two.
fn vat_rate(when: When) -> Option<f64> {
    let at = |day: NaiveDate| VAT_RATES.iter().find(|(until, _)| until.is_none_or(|until| day <= until));
    let first = match when {
        When::Day(day) => day,
        When::Span(span) => NaiveDate::from_ymd_opt(span.first().year(), span.first().month(), 1)?,
    };
    let (first, last) = (at(first)?.1, at(when.last_day())?.1);
    (first == last).then_some(first)
}

#[allow(clippy::too_many_arguments)]
fn panel(
    facts: &[PriceFact],
    product: Product,
    quotes: &[&Shown],
    role: Role,
    article: &[ArticleFigure],
    window: (Month, Month),
    view: &View,
    words: &Words,
) -> Panel {
    let mut marks: Vec<Mark> = quotes.iter().map(|quote| mark(quote, role, view, words)).collect();
    let end_labels = quotes.last().map(|quote| EndLabel {
        text: words.product_short(product).to_owned(),
        role,
        y: quote.quote.printed_mid().unwrap_or((quote.quote.low() + quote.quote.high()) / 2.0),
    });
    let empty = if marks.is_empty() { nothing(facts, product, view, words) } else { String::new() };
    marks.splice(0..0, article.iter().filter_map(|figure| outlook(figure, product, role, window, view, words)));
    let thousands = view.price_unit() == PriceUnit::CnyTonne;
    Panel {
        title: words.product(product).to_owned(),
        unit: if thousands { words.axis_thousand_cny } else { words.price_unit(view.price_unit()) }.to_owned(),
        divisor: if thousands { 1000.0 } else { 1.0 },
        percent: false,
        marks,
        guides: guides(quotes, role),
        end_labels: end_labels.into_iter().collect(),
        empty,
    }
}

/// Says that there is nothing, and in which unit there would be something.
fn nothing(facts: &[PriceFact], product: Product, view: &View, words: &Words) -> String {
    let others = facts.iter().filter(|fact| fact.product == product && fact.market == view.market).count();
    if others == 0 {
        words.fill(words.no_quote_market, &[("product", words.product(product)), ("market", words.market(view.market))])
    } else {
        words.fill(words.no_quote_unit, &[("n", &others.to_string())])
    }
}

fn mark(shown: &Shown, role: Role, view: &View, words: &Words) -> Mark {
    let (fact, quote) = (shown.fact, shown.quote);
    let x = fact.when.positions();
    let shape = match (quote, fact.when) {
        (Quote::Band { .. }, _) => Shape::Band,
        (Quote::Single(_), When::Day(_)) => Shape::Dot,
        (Quote::Single(_), When::Span(_)) => Shape::Level,
    };
    Mark {
        series: 0,
        shape,
        role,
        form: if view.vat == VatChoice::Excluded && includes_vat(fact) { Form::Computed } else { Form::Published },
        x,
        low: quote.low(),
        high: quote.high(),
        mid: if matches!(quote, Quote::Band { .. }) { quote.printed_mid() } else { None },
        label: String::new(),
        bracket: false,
        tip: tip(shown, view, words),
    }
}

fn tip(shown: &Shown, view: &View, words: &Words) -> Tip {
    let fact = shown.fact;
    let number = |price: f64| words.short_number(price, if price < 10_000.0 { 2 } else { 0 });
    let value = price_text(shown.quote, view, words);
    let mut details = Vec::new();
    if let Quote::Band { mid: Some(mid), .. } = shown.quote {
        details.push(words.fill(words.mid_printed, &[("mid", &number(mid))]));
    }
    details.push(words.market(fact.market).to_owned());
    details.push(match (includes_vat(fact), fact.vat, view.vat) {
        (true, _, VatChoice::Excluded) => {
            let rate = vat_rate(fact.when).map(|rate| words.number(rate, 0)).unwrap_or_default();
            words.fill(words.vat_taken_off, &[("rate", &rate)])
        }
        (_, Vat::Included, _) => words.vat_included.to_owned(),
        (_, Vat::Excluded, _) => words.vat_excluded.to_owned(),
        (true, Vat::Unknown, _) => words.vat_assumed.to_owned(),
        (false, Vat::Unknown, _) => words.vat_unknown.to_owned(),
    });
    Tip {
        title: words
            .fill(words.product_on, &[("product", words.product(fact.product)), ("day", &words.when(fact.when))]),
        value,
        details,
        sources: vec![source_line(&fact.source, words)],
    }
}

/// Thin lines through quotes of one agency that are close in time; a quote's place is its mid, else its middle.
fn guides(quotes: &[&Shown], role: Role) -> Vec<Guide> {
    let place = |quote: Quote| quote.printed_mid().unwrap_or((quote.low() + quote.high()) / 2.0);
    let mut guides: Vec<(&str, NaiveDate, Guide)> = Vec::new();
    for shown in quotes {
        let When::Day(day) = shown.fact.when else { continue };
        let point = (day_position(day), place(shown.quote));
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
fn outlook(
    figure: &ArticleFigure,
    product: Product,
    role: Role,
    window: (Month, Month),
    view: &View,
    words: &Words,
) -> Option<Mark> {
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
    let days = [("from", words.day(forecast.from)), ("to", words.day(forecast.to))];
    Some(Mark {
        series: 1,
        shape: Shape::Outlook,
        role,
        form: Form::Forecast,
        x,
        low,
        high,
        mid: None,
        label: words.article_forecast.to_owned(),
        bracket: false,
        tip: Tip {
            title: words.fill(words.outlook_title, &[("from", &days[0].1), ("to", &days[1].1)]),
            value: format!("{}–{} {}", words.short_number(low, 0), words.short_number(high, 0), words.price_unit(unit)),
            details: vec![figure.statement.clone(), words.fill(words.article_checked, &[("checked", &figure.checked)])],
            sources: vec![source_line(&figure.source, words)],
        },
    })
}

fn vat_words(view: &View, words: &Words) -> &'static str {
    let taxable =
        matches!(view.market, Market::ChinaDomestic | Market::ChinaListing) && view.price_unit() != PriceUnit::Usd;
    match (taxable, view.vat) {
        (false, _) => words.subtitle_as_quoted,
        (true, VatChoice::Included) => words.subtitle_vat_assumed,
        (true, VatChoice::Excluded) => words.subtitle_vat_off,
    }
}

fn notes(view: &View, article: &[ArticleFigure], left_out: usize, words: &Words) -> Vec<String> {
    let mut notes = vec![words.prices_note.to_owned(), words.prices_guides_note.to_owned()];
    let shown = |figure: &&ArticleFigure| figure.forecast.is_some_and(|forecast| forecast.product == view.upper);
    if let Some(figure) = article.iter().find(shown) {
        notes.push(words.fill(words.outlook_note, &[("source", &source_line(&figure.source, words).text)]));
    }
    if view.vat == VatChoice::Excluded {
        notes.push(words.prices_vat_note.to_owned());
    }
    if left_out > 0 {
        notes.push(words.fill(words.prices_left_out, &[("n", &left_out.to_string())]));
    }
    notes.push(words.prices_source.to_owned());
    notes
}
