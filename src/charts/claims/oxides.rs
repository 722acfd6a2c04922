//! What the ore of a new mine is to cost, beside the newest quote of each oxide in the same unit.

use super::finding::Finding;
use super::printed::{Article, ArticleId};
use super::{Drawn, Note, Quoted, Subtitle};
use crate::charts::caption::{Note as AnyNote, Publisher};
use crate::charts::figure::{Base, Empty, Name, Panel, Unit, XAxis};
use crate::charts::mark::{Amount, How, Label, Look, Mark, Role, Shape, Tag, TagAt, What};
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
    let panels = [panel(Some(article), &light), panel(None, &heavy)];
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
fn panel(article: Option<Article>, quotes: &[Abroad]) -> Panel {
    let cost = article.map(|article| {
        let mut mark = article.mark(ArticleId::MineCost, 0, Role::Other, |printed| printed.value.to_f64());
        // The panel says the unit of all its rows.
        if let (Some(tag), Some(_)) = (&mut mark.look.tag, mark.amount) {
            tag.label = Label::Amount(Amount::Price(Quote::Single(mark.look.high), PriceUnit::Usd));
        }
        mark
    });
    let first = usize::from(cost.is_some());
    let known = cost.as_ref().is_some_and(|mark| mark.amount.is_some());
    if quotes.is_empty() && !known {
        let nothing = Panel::new(XAxis::Rows(Vec::new()), Unit::Price(PriceUnit::Usd), Base::Zero);
        return Panel { empty: Some(Empty::Article), ..nothing };
    }
    let names = cost.iter().map(|_| (Name::Article(ArticleId::MineCost), None));
    let rows = names.chain(quotes.iter().map(|of| (Name::ShortProduct(of.product), None))).collect();
    let marks = quotes.iter().enumerate().map(|(index, of)| mark(of, first + index));
    let marks = cost.clone().into_iter().chain(marks).collect();
    Panel { marks, ..Panel::new(XAxis::Rows(rows), Unit::Price(PriceUnit::Usd), Base::Zero) }
}

/// A quote as a bar to the middle of its band.
fn mark(of: &Abroad, row: usize) -> Mark {
    let amount = Amount::Price(of.quote, PriceUnit::Usd);
    let look = Look::new(Shape::Bar, role(of.product), row as u8, (row as f64, row as f64 + 1.0), of.middle());
    Mark {
        what: What::Quote(of.product),
        when: of.fact.when,
        amount: Some(amount),
        how: How::Published,
        rows: vec![of.fact.row()],
        details: Vec::new(),
        detail_rows: Vec::new(),
        look: Look { tag: Some(Tag { label: Label::Amount(amount), at: TagAt::Beside, optional: false }), ..look },
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
