//! Inside China, 100 at a base day: one agency's quotes, each product by its own last quote up to that day.

use super::finding::{self, Finding};
use super::panels::details;
use super::quotes::{Shown, Terms, guides, house, main_agency, role, shown};
use super::{BEFORE_CONTROLS, Drawn, GUIDE_DAYS, Note, Subtitle, article_line, last_of, window};
use crate::charts::ARTICLE;
use crate::charts::figure::{Aside, Base, Chart, Empty, Guide, Name, Panel, Stroke, Unit, XAxis};
use crate::charts::mark::{Amount, Detail, How, Label, Look, Mark, Shape, Tag, TagAt, What};
use crate::data::period::day_position;
use crate::data::{Fact, Market, Month, PriceFact, Product, Span, When};
use crate::view::{By, ChartName, INDEX_PRODUCTS, IndexBase, View};
use chrono::NaiveDate;

/// A weak quote is borne out by another agency's quote of its day or at most so many days after it ...
const BORNE_OUT_DAYS: i64 = 14;

/// ... and at most so far from it, as a part of it.
const BORNE_OUT_WITHIN: f64 = 0.05;

/// A product's quotes by the index's agency, with the one that is 100.
pub(super) struct Line<'a> {
    pub product: Product,
    pub base: (NaiveDate, Shown<'a>),
    /// By day; those of a month or year have no place on the line.
    pub quotes: Vec<(NaiveDate, Shown<'a>)>,
    /// The quotes of every agency.
    all: Vec<Shown<'a>>,
}

impl Line<'_> {
    /// What a quote is where the base is 100.
    pub fn value(&self, quote: &Shown) -> f64 {
        100.0 * quote.mid() / self.base.1.mid()
    }

    /// The last quote in the window that is not weak.
    pub fn last(&self, window: (Month, Month)) -> Option<&(NaiveDate, Shown<'_>)> {
        self.quotes.iter().rfind(|(_, quote)| quote.inside(window) && !quote.weak())
    }

    /// The newest weak quote after a day that another agency bears out.
    fn borne_out(&self, after: NaiveDate, window: (Month, Month)) -> Option<(f64, NaiveDate)> {
        let weak = |(day, quote): &&(NaiveDate, Shown)| *day > after && quote.weak() && quote.inside(window);
        let borne_out = |(day, quote): &&(NaiveDate, Shown)| {
            self.all.iter().any(|other| {
                let near = other.day().is_some_and(|other| (0..=BORNE_OUT_DAYS).contains(&(other - *day).num_days()));
                let alike = (other.mid() - quote.mid()).abs() <= BORNE_OUT_WITHIN * quote.mid();
                near && alike && !other.weak() && house(other.agency()) != house(quote.agency())
            })
        };
        let (day, quote) = self.quotes.iter().filter(weak).rfind(borne_out)?;
        Some((self.value(quote), *day))
    }
}

/// The last day on which a base can be quoted.
pub(super) fn until(base: IndexBase) -> NaiveDate {
    match base {
        IndexBase::Article => ARTICLE,
        IndexBase::Controls => BEFORE_CONTROLS,
        IndexBase::Month(month) => When::Span(Span::month(month)).last_day(),
    }
}

/// The lines of the agency that quotes the products most. A product without a quote near the base day, or in the base month,
/// has none.
pub(super) fn lines<'a>(facts: &'a [PriceFact], of: IndexBase, view: &View) -> (Option<&'a str>, Vec<Line<'a>>) {
    let terms = Terms::inside(view.vat);
    let of_product = INDEX_PRODUCTS.map(|product| (product, shown(facts, product, terms)));
    let all: Vec<Shown> = of_product.iter().flat_map(|(_, quotes)| quotes.iter().copied()).collect();
    let Some(agency) = main_agency(&all) else { return (None, Vec::new()) };
    let until = until(of);
    let line = |(product, all): (Product, Vec<Shown<'a>>)| {
        let quotes: Vec<(NaiveDate, Shown)> = all
            .iter()
            .filter(|quote| quote.agency() == agency)
            .filter_map(|quote| Some((quote.day()?, *quote)))
            .collect();
        let base = quotes.iter().rfind(|(day, quote)| *day <= until && !quote.weak()).copied()?;
        let near = match of {
            IndexBase::Month(month) => Month::of(base.0) == month,
            IndexBase::Article | IndexBase::Controls => (until - base.0).num_days() <= GUIDE_DAYS,
        };
        near.then_some(Line { product, base, quotes, all })
    };
    (Some(agency), of_product.into_iter().filter_map(line).collect())
}

/// The index chart.
pub(super) fn drawn(facts: &[PriceFact], view: &View) -> Drawn {
    let (agency, lines) = lines(facts, view.base, view);
    let quotes = || lines.iter().flat_map(|line| line.quotes.iter().map(|(_, quote)| quote));
    let window = window(ChartName::Index, quotes(), view);
    let agency = agency.map(|agency| house(agency).to_owned());
    let mut panel = Panel {
        names: vec![(Name::Market(Market::ChinaDomestic), None)],
        aside: agency.clone().map(|agency| aside(agency, &lines)),
        marks: lines.iter().zip(0..).flat_map(|(line, lane)| marks(line, lane, window, view)).collect(),
        guides: lines.iter().flat_map(|line| lines_of(line, window)).collect(),
        days: article_line(window).into_iter().collect(),
        ..Panel::new(XAxis::of_months(window, By::Month), Unit::Index, Base::Hundred)
    };
    // Quotes there are, but none that could be 100.
    let without_base = agency.is_some() && lines.is_empty();
    panel.empty = match view.base {
        IndexBase::Month(month) if without_base => Some(Empty::NoBase(When::Span(Span::month(month)))),
        _ if without_base => Some(Empty::NoBase(When::Day(until(view.base)))),
        _ => panel.marks.is_empty().then_some(Empty::Range),
    };
    let missing = INDEX_PRODUCTS.into_iter().filter(|product| !lines.iter().any(|line| line.product == *product));
    let missing: Vec<Product> = missing.collect();
    let without = match view.base {
        IndexBase::Month(month) if !missing.is_empty() => Some(Note::NoBase(missing, month)),
        _ => None,
    };
    let finding = finding::moves(facts, view, window);
    Drawn {
        finding: finding.map_or(Finding::Neutral(ChartName::Index), |(day, moves)| Finding::Index { day, moves }),
        subtitle: Subtitle::Index { agency, base: view.base, until: until(view.base) },
        notes: [Note::Index, Note::Guides].into_iter().chain(without).collect(),
        window,
        last: last_of(quotes().filter(|quote| quote.inside(window))),
        chart: Chart { panels: vec![panel], ..Chart::default() },
    }
}

/// The agency, and the base day where all products have the same.
fn aside(agency: String, lines: &[Line]) -> Aside {
    match lines.split_first() {
        Some((first, rest)) if rest.iter().all(|line| line.base.0 == first.base.0) => {
            Aside::BaseDay { agency, day: first.base.0 }
        }
        _ => Aside::Agency(agency),
    }
}

fn marks(line: &Line, lane: u8, window: (Month, Month), view: &View) -> Vec<Mark> {
    let terms = Terms::inside(view.vat);
    let last = line.last(window).map(|(day, _)| *day);
    let inside = line.quotes.iter().filter(|(_, quote)| quote.inside(window));
    let mark = |(day, quote): &(NaiveDate, Shown)| {
        let value = line.value(quote);
        let at = day_position(*day);
        let (base_day, base) = &line.base;
        let base = Detail::IndexBase { day: *base_day, quote: base.quote, unit: terms.unit };
        let label = || Label::Index { product: line.product, value, day: *day, weak: line.borne_out(*day, window) };
        let tag =
            (last == Some(*day) && !quote.weak()).then(|| Tag { label: label(), at: TagAt::End, optional: false });
        Mark {
            what: What::Index(line.product),
            when: quote.fact.when,
            amount: Some(Amount::Index(value)),
            how: How::Computed,
            rows: vec![quote.fact.row()],
            details: [vec![base, Detail::Quote(quote.quote, terms.unit)], details(quote, terms)].concat(),
            detail_rows: if base_row(line, quote) { Vec::new() } else { vec![line.base.1.fact.row()] },
            look: Look {
                low: value,
                tag,
                doubt: quote.weak(),
                ..Look::new(Shape::Point, role(line.product), lane, (at, at), value)
            },
        }
    };
    inside.map(mark).collect()
}

/// Whether a quote is the base itself, whose row need not be named twice.
fn base_row(line: &Line, quote: &Shown) -> bool {
    quote.fact.row() == line.base.1.fact.row()
}

fn lines_of(line: &Line, window: (Month, Month)) -> Vec<Guide> {
    let inside: Vec<Shown> = line.quotes.iter().map(|(_, quote)| *quote).filter(|quote| quote.inside(window)).collect();
    let mut guides = guides(&inside, |_| role(line.product), |quote| line.value(quote));
    guides.iter_mut().for_each(|guide| guide.stroke = Stroke::Line);
    guides
}
