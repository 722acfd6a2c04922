//! What the ore of a new mine is to cost, beside the newest quote of each oxide in the same unit.

use super::finding::Finding;
use super::printed::{Article, ArticleId};
use super::{Drawn, Note, Quoted, Subtitle, rows};
use crate::charts::caption::{Note as AnyNote, Publisher};
use crate::charts::figure::{Aside, Base, Empty, Name, Panel, Unit, XAxis};
use crate::charts::mark::{Amount, How, Label, Mark, Role, Shape, What};
use crate::charts::prices::{Abroad, newest_abroad, role};
use crate::data::{Fact, PriceFact, Product, Quote};
use crate::view::{ChartName, PriceUnit, View};

/// On the scale of the mine's cost.
const LIGHT: [Product; 3] = [Product::PrNdOxide, Product::PrOxide, Product::NdOxide];
/// These cost several times as much, and have a scale of their own.
const HEAVY: [Product; 2] = [Product::DyOxide, Product::TbOxide];

/// The chart of the cost and the prices.
pub(super) fn drawn(article: Article, facts: &[PriceFact], view: &View) -> Drawn {
    let newest = |products: &[Product]| -> Vec<Abroad> {
        products.iter().filter_map(|product| newest_abroad(facts, *product, view)).collect()
    };
    let (light, heavy) = (newest(&LIGHT), newest(&HEAVY));
    let heavy_panel = Panel { aside: Some(Aside::OwnScale), ..panel(None, &HEAVY, &heavy) };
    let panels = [panel(Some(article), &LIGHT, &light), heavy_panel];
    let all: Vec<&Abroad> = light.iter().chain(&heavy).collect();
    let mut notes = vec![Note::UnlikeOxides];
    if all.iter().any(|quote| quote.quote.low() < quote.quote.high()) {
        notes.push(Note::Middles);
    }
    Drawn {
        panels: panels.into_iter().collect(),
        same_scale: false,
        finding: finding(article, &all),
        subtitle: Subtitle::Quotes(quoted(&all)),
        notes: notes.into_iter().map(AnyNote::OfClaims).collect(),
        publisher: Publisher::ArticleAndPrices,
    }
}

/// A row an oxide, and before them the cost, where the panel has it.
fn panel(article: Option<Article>, products: &[Product], quotes: &[Abroad]) -> Panel {
    let cost = article.map(|article| {
        let mut mark = article.mark(ArticleId::MineCost, 0, Role::Other, |printed| printed.value.to_f64());
        // The panel says the unit of all its rows.
        if let (Some(tag), Some(_)) = (&mut mark.look.tag, mark.amount) {
            tag.label = Label::Amount(Amount::Price(Quote::Single(mark.look.high), PriceUnit::Usd));
        }
        mark
    });
    let known = cost.iter().filter(|mark| mark.amount.is_some()).map(|mark| mark.when);
    // What is missing is so as of the newest of the others.
    let Some(when) = known.chain(quotes.iter().map(|of| of.fact.when)).max_by_key(|when| when.last_day()) else {
        let nothing = Panel::new(XAxis::Rows(Vec::new()), Unit::Price(PriceUnit::Usd), Base::Zero);
        return Panel { empty: Some(Empty::Range), ..nothing };
    };
    let first = usize::from(cost.is_some());
    let quote = |(index, product): (usize, &Product)| {
        let quote = quotes.iter().find(|of| of.product == *product);
        let missing = || rows::missing(What::Quote(*product), when, role(*product), first + index);
        quote.map_or_else(missing, |quote| mark(quote, first + index))
    };
    let names = cost.iter().map(|_| Name::Article(ArticleId::MineCost));
    let names = names.chain(products.iter().map(|product| Name::ShortProduct(*product)));
    let x = XAxis::Rows(names.map(|name| (name, None)).collect());
    let marks = cost.clone().into_iter().chain(products.iter().enumerate().map(quote)).collect();
    Panel { marks, ..Panel::new(x, Unit::Price(PriceUnit::Usd), Base::Zero) }
}

/// A quote as a bar to the middle of its band.
fn mark(of: &Abroad, row: usize) -> Mark {
    let amount = Amount::Price(of.quote, PriceUnit::Usd);
    Mark {
        what: What::Quote(of.product),
        when: of.fact.when,
        amount: Some(amount),
        how: How::Published,
        rows: vec![of.fact.row()],
        details: Vec::new(),
        detail_rows: Vec::new(),
        look: rows::look(Shape::Bar, role(of.product), row, (0.0, of.middle()), Label::Amount(amount)),
    }
}

/// The cost, and between which figures the oxides are quoted.
fn finding(article: Article, quotes: &[&Abroad]) -> Finding {
    let low = quotes.iter().map(|of| of.quote.low()).min_by(f64::total_cmp);
    let high = quotes.iter().map(|of| of.quote.high()).max_by(f64::total_cmp);
    let neutral = Finding::Neutral(ChartName::OxidePrices);
    let (Some(cost), Some(low), Some(high)) = (article.amount(ArticleId::MineCost), low, high) else { return neutral };
    // A cost that reaches the prices is not set against them.
    if cost.rounded().1 < low { Finding::Oxides { cost, low, high } } else { neutral }
}

/// Whose quotes are drawn: products of one agency, market and day together.
fn quoted(quotes: &[&Abroad]) -> Vec<Quoted> {
    let mut all: Vec<Quoted> = Vec::new();
    for of in quotes {
        let (agency, market, when) = (of.agency(), of.fact.market, of.fact.when);
        match all.iter_mut().find(|other| (&*other.agency, other.market, other.when) == (agency, market, when)) {
            Some(other) => other.products.push(of.product),
            None => all.push(Quoted { products: vec![of.product], market, agency: agency.to_owned(), when }),
        }
    }
    all
}
