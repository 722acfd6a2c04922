//! Dysprosium against praseodymium: how many times the price of one is that of the other, by one agency's quotes of the same
//! market and day.

use super::finding::Finding;
use super::quotes::{Shown, Terms, guides, main_agency, shown};
use super::{Drawn, Note, Subtitle, article_line, last_of, panels, window};
use crate::charts::figure::{Aside, Base, Chart, Empty, Guide, Name, Panel, Stroke, Unit, XAxis};
use crate::charts::mark::{Amount, Detail, How, Label, Look, Mark, Role, Shape, Tag, TagAt, What};
use crate::data::period::day_position;
use crate::data::{Fact, Market, Month, Percent, PriceFact, Product, Quote};
use crate::view::{By, ChartName, PriceUnit, VatChoice, View};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// What is divided by what, in which market: a panel each. A title is made of the first alone.
const PAIRS: [(Market, Product, Product); 4] = [
    (Market::ChinaDomestic, Product::DyOxide, Product::PrNdOxide),
    (Market::ChinaDomestic, Product::DyFe, Product::PrNdMetal),
    (Market::ChinaDomestic, Product::DyOxide, Product::PrOxide),
    (Market::FobChina, Product::DyOxide, Product::PrOxide),
];

/// A change is claimed beyond this, in per cent, as of the other prices.
const LEAST_CHANGE: f64 = 1.0;

/// Two quotes of one agency, market and day.
struct Ratio<'a> {
    above: Shown<'a>,
    below: Shown<'a>,
    day: NaiveDate,
}

impl<'a> Ratio<'a> {
    /// By mids.
    fn value(&self) -> f64 {
        self.above.mid() / self.below.mid()
    }

    /// One of the two is weak: it is shown, and no finding rests on it.
    fn weak(&self) -> bool {
        self.above.weak() || self.below.weak()
    }

    /// Whether a finding may rest on it.
    fn is_claimed(&self, agency: Option<&str>) -> bool {
        Some(self.above.agency()) == agency && !self.weak()
    }

    /// The upper quote with the ratio in place of its price.
    fn shown(&self) -> Shown<'a> {
        Shown { quote: Quote::Single(self.value()), ..self.above }
    }
}

/// The days on which an agency quoted both products in a market, by time. Where tax is in one quote alone they do not compare.
fn ratios(facts: &[PriceFact], (market, above, below): (Market, Product, Product)) -> Vec<Ratio<'_>> {
    let terms = match market {
        Market::ChinaDomestic => Terms::inside(VatChoice::Included),
        market => Terms::abroad(market),
    };
    let below: BTreeMap<(NaiveDate, &str), Shown> = shown(facts, below, terms)
        .into_iter()
        .filter_map(|quote| Some(((quote.day()?, quote.agency()), quote)))
        .collect();
    let pairs = shown(facts, above, terms).into_iter().filter_map(|above| {
        let day = above.day()?;
        let below = *below.get(&(day, above.agency()))?;
        let alike = above.fact.includes_vat() == below.fact.includes_vat() && below.mid() > 0.0;
        alike.then_some(Ratio { above, below, day })
    });
    pairs.collect()
}

/// The chart of relative prices.
pub(super) fn drawn(facts: &[PriceFact], view: &View) -> Drawn {
    let mut all = PAIRS.map(|pair| (pair, ratios(facts, pair)));
    let window =
        window(ChartName::Relative, all.iter().flat_map(|(_, ratios)| ratios.iter().map(|of| &of.above)), view);
    for (_, ratios) in &mut all {
        ratios.retain(|ratio| ratio.above.inside(window));
    }
    all.iter_mut().filter(|(_, ratios)| !has_course(ratios)).for_each(|(_, ratios)| ratios.clear());
    let mut panels: Vec<Panel> = all
        .iter()
        .filter(|(_, ratios)| !ratios.is_empty())
        .map(|(pair, ratios)| panel(*pair, ratios, window))
        .collect();
    if panels.is_empty() {
        let nothing = Panel::new(XAxis::of_months(window, By::Month), Unit::Times, Base::Fitted);
        panels.push(Panel { empty: Some(Empty::Range), ..nothing });
    }
    let drawn = || all.iter().flat_map(|(_, ratios)| ratios);
    let mut notes = vec![Note::Relative, Note::Guides];
    if drawn().any(|ratio| ratio.above.komis()) {
        notes.push(Note::Komis);
    }
    let [(_, first), ..] = &all;
    Drawn {
        finding: finding(PAIRS[0], first),
        subtitle: Subtitle::Relative,
        notes,
        window,
        last: last_of(drawn().map(|ratio| &ratio.above)),
        chart: Chart { panels, ..Chart::default() },
    }
}

/// Whether an agency has two points that a line joins: fewer show no course, and have no panel.
fn has_course(ratios: &[Ratio]) -> bool {
    !lines(ratios).is_empty()
}

fn lines(ratios: &[Ratio]) -> Vec<Guide> {
    let as_quotes: Vec<Shown> = ratios.iter().map(Ratio::shown).collect();
    let mut lines = guides(&as_quotes, panels::quote_role, |quote| quote.mid());
    lines.iter_mut().for_each(|guide| guide.stroke = Stroke::Line);
    lines
}

fn panel((market, above, below): (Market, Product, Product), ratios: &[Ratio], window: (Month, Month)) -> Panel {
    let agency = claimed_agency(ratios);
    let is_full = |ratio: &Ratio| ratio.is_claimed(agency);
    // The title compares the first with the newest; the grey line ends in its value too.
    let (first, newest) = (ratios.iter().position(is_full), ratios.iter().rposition(is_full));
    let komis = ratios.iter().rposition(|ratio| ratio.above.komis());
    let mark = |(at, ratio): (usize, &Ratio)| {
        let amount = Amount::Times(ratio.value());
        let at_day = day_position(ratio.day);
        let label = Label::Dated(ratio.above.fact.when, amount);
        let tag = match Some(at) {
            at if at == newest || at == komis => Some(Tag { label, at: TagAt::End, optional: false }),
            at if at == first => Some(Tag { label, at: TagAt::Above, optional: true }),
            _ => None,
        };
        let prices = [&ratio.above, &ratio.below].map(|quote| Detail::Quote(quote.quote, unit(market)));
        Mark {
            what: What::Relative(above, below),
            when: ratio.above.fact.when,
            amount: Some(amount),
            how: How::Computed,
            rows: vec![ratio.above.fact.row(), ratio.below.fact.row()],
            details: prices.to_vec(),
            detail_rows: Vec::new(),
            look: Look {
                low: ratio.value(),
                tag,
                doubt: !is_full(ratio),
                ..Look::new(Shape::Point, panels::quote_role(&ratio.above), 0, (at_day, at_day), ratio.value())
            },
        }
    };
    Panel {
        names: vec![(Name::Ratio(above, below), Some(Role::Dysprosium)), (Name::Market(market), None)],
        aside: ratios.iter().any(|ratio| ratio.above.komis()).then_some(Aside::Komis),
        marks: ratios.iter().enumerate().map(mark).collect(),
        guides: lines(ratios),
        days: article_line(window).filter(|_| market == Market::ChinaDomestic).into_iter().collect(),
        ..Panel::new(XAxis::of_months(window, By::Month), Unit::Times, Base::Fitted)
    }
}

fn unit(market: Market) -> PriceUnit {
    match market {
        Market::ChinaDomestic => PriceUnit::CnyTonne,
        _ => PriceUnit::Usd,
    }
}

/// The agency with most ratios that rest on no weak quote, as [`main_agency`] says.
fn claimed_agency<'a>(ratios: &[Ratio<'a>]) -> Option<&'a str> {
    let as_quotes: Vec<Shown> = ratios.iter().filter(|ratio| !ratio.weak()).map(Ratio::shown).collect();
    main_agency(&as_quotes)
}

/// From the first to the last ratio of the main agency that rests on no weak quote.
fn finding((_, above, below): (Market, Product, Product), ratios: &[Ratio]) -> Finding {
    let neutral = Finding::Neutral(ChartName::Relative);
    let agency = claimed_agency(ratios);
    let mut claimed = ratios.iter().filter(|ratio| ratio.is_claimed(agency));
    let (Some(first), Some(last)) = (claimed.next(), claimed.next_back()) else { return neutral };
    // Two quotes of one day are rivals, and no course.
    if first.day == last.day {
        return neutral;
    }
    let (from, to) = ((first.day, first.value()), (last.day, last.value()));
    let change = Percent::change(to.1, from.1).map_or(0.0, |change| change.to_f64().abs());
    // The title says one decimal of each.
    let differ = (10.0 * from.1).round() != (10.0 * to.1).round();
    if change > LEAST_CHANGE + 1e-9 && differ { Finding::Relative { above, below, from, to } } else { neutral }
}
