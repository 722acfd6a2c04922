//! What the ore of a new mine is to cost, beside the newest quote of each oxide in the same unit.

use super::finding::Finding;
use super::printed::{Article, ArticleId};
use super::{Drawn, Note, Quoted, Subtitle};
use crate::charts::caption::{Note as AnyNote, Publisher};
use crate::charts::figure::{Base, Empty, Name, Panel, Unit, XAxis};
use crate::charts::mark::{Amount, How, Label, Mark, Role, Shape, What};
use crate::charts::prices::{Abroad, newest_abroad, role};
use crate::charts::row_marks;
use crate::data::{Fact, PriceFact, Product, Quote, When};
use crate::view::{ChartName, PriceUnit, View};

/// Light ones before heavy ones, on one scale.
const PRODUCTS: [Product; 5] =
    [Product::PrNdOxide, Product::PrOxide, Product::NdOxide, Product::DyOxide, Product::TbOxide];

/// The chart of the cost and the prices.
pub(super) fn drawn(article: Article, facts: &[PriceFact], view: &View) -> Drawn {
    let quotes: Vec<Abroad> = PRODUCTS.iter().filter_map(|product| newest_abroad(facts, *product, view)).collect();
    let mut notes = vec![Note::UnlikeOxides];
    if quotes.iter().any(|quote| quote.quote.low() < quote.quote.high()) {
        notes.push(Note::Middles);
    }
    Drawn {
        panels: vec![panel(article, &quotes)],
        same_scale: false,
        finding: finding(article, &quotes),
        subtitle: Subtitle::Quotes(quoted(&quotes)),
        notes: notes.into_iter().map(AnyNote::OfClaims).collect(),
        publisher: Publisher::ArticleAndPrices,
    }
}

/// The cost, and a row an oxide.
fn panel(article: Article, quotes: &[Abroad]) -> Panel {
    let mut cost = article.mark(ArticleId::MineCost, 0, Role::Other, |printed| printed.value.to_f64());
    // The panel says the unit of all its rows.
    if let (Some(tag), Some(_)) = (&mut cost.look.tag, cost.amount) {
        tag.label = Label::Amount(Amount::Price(Quote::Single(cost.look.high), PriceUnit::Usd));
    }
    let known = cost.amount.map(|_| cost.when);
    // What is missing is so as of the newest of the others.
    let Some(when) = known.into_iter().chain(quotes.iter().map(|of| of.fact.when)).max_by_key(|when| when.last_day())
    else {
        let nothing = Panel::new(XAxis::Rows(Vec::new()), Unit::Price(PriceUnit::Usd), Base::Zero);
        return Panel { empty: Some(Empty::Range), ..nothing };
    };
    let recent = recent(quotes);
    let quote = |(index, product): (usize, &Product)| {
        let quote = quotes.iter().find(|of| of.product == *product);
        let missing = || row_marks::missing(What::Quote(*product), when, role(*product), index + 1, Label::NoFigure);
        let is_recent = recent.iter().any(|of| of.product == *product);
        quote.map_or_else(missing, |quote| mark(quote, is_recent, index + 1))
    };
    let names = [Name::Article(ArticleId::MineCost)]
        .into_iter()
        .chain(PRODUCTS.iter().map(|product| Name::ShortProduct(*product)));
    let x = XAxis::Rows(names.map(|name| (name, None)).collect());
    let marks = [cost].into_iter().chain(PRODUCTS.iter().enumerate().map(quote)).collect();
    Panel { marks, ..Panel::new(x, Unit::Price(PriceUnit::Usd), Base::Zero) }
}

/// A quote as a bar to the middle of its band; one that is not recent has its day beside it.
fn mark(of: &Abroad, is_recent: bool, row: usize) -> Mark {
    let amount = Amount::Price(of.quote, PriceUnit::Usd);
    let label = match of.fact.when {
        When::Day(day) if !is_recent => Label::DatedQuote(day, of.quote, PriceUnit::Usd),
        _ => Label::Amount(amount),
    };
    Mark {
        what: What::Quote(of.product),
        when: of.fact.when,
        amount: Some(amount),
        how: How::Published,
        rows: vec![of.fact.row()],
        details: Vec::new(),
        detail_rows: Vec::new(),
        look: row_marks::look(Shape::Bar, role(of.product), row, (0.0, of.middle()), label),
    }
}

/// The quotes that are not much older than the newest of them.
fn recent<'a>(quotes: &'a [Abroad<'a>]) -> Vec<&'a Abroad<'a>> {
    /// Half a year.
    const OLD_DAYS: i64 = 183;
    let day = |of: &Abroad| of.fact.when.last_day();
    let newest = quotes.iter().map(day).max();
    quotes.iter().filter(|of| newest.is_some_and(|newest| (newest - day(of)).num_days() <= OLD_DAYS)).collect()
}

/// The cost, and between which figures the oxides are quoted since a day: without quotes that are not recent.
fn finding(article: Article, quotes: &[Abroad]) -> Finding {
    let recent = recent(quotes);
    let since = recent.iter().min_by_key(|of| of.fact.when.last_day()).map(|of| of.fact.when);
    let low = recent.iter().map(|of| of.quote.low()).min_by(f64::total_cmp);
    let high = recent.iter().map(|of| of.quote.high()).max_by(f64::total_cmp);
    let neutral = Finding::Neutral(ChartName::OxidePrices);
    let (Some(cost), Some(since), Some(low), Some(high)) = (article.amount(ArticleId::MineCost), since, low, high)
    else {
        return neutral;
    };
    // A cost that reaches a price is not set against them, however old that is.
    let is_below = quotes.iter().all(|of| cost.rounded().1 < of.quote.low());
    if is_below { Finding::Oxides { cost, since, low, high } } else { neutral }
}

/// Whose quotes are drawn: products of one agency, market and day together.
fn quoted(quotes: &[Abroad]) -> Vec<Quoted> {
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
