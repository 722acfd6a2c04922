//! What the reader chose in a field is taken over into the view.

use super::super::{ChartName, IndexBase, PRODUCTS, Range, Start, View, link};
use crate::data::{Month, Product};

/// The first and the last month as their fields show them; empty where a range is open to all figures.
pub fn ends(chart: ChartName, view: &View) -> (String, String) {
    let month = |month: Option<Month>| month.map_or(String::new(), |month| month.to_string());
    let from = match view.range.from {
        Start::Own | Start::Long => Some(view.start(chart)).filter(|start| view.starts_by_itself(*start)),
        Start::Earliest => None,
        Start::At(month) => Some(month),
    };
    (month(from), month(view.range.to))
}

/// Takes over what the reader chose in a field; what is not understood changes nothing.
pub fn choose(view: &mut View, name: &str, text: &str) {
    match name {
        // Where it matters why not, [`choose_end`] says it.
        "from" => drop(choose_end(view, End::From, text)),
        "to" => drop(choose_end(view, End::To, text)),
        "basket" if text.is_empty() => view.basket = None,
        "trade-base" if text.is_empty() => view.trade_base = None,
        "base" if text.is_empty() => view.base = IndexBase::default(),
        "asof" if text.is_empty() => view.as_of = None,
        "market" => {
            // Each market has its usual unit: a unit chosen for another one would often show nothing.
            if link::set(view, name, text).is_some() {
                view.unit = None;
            }
        }
        name => {
            let _ = link::set(view, name, text);
        }
    }
}

/// An end of the range of months.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The first month.
    From,
    /// The last month.
    To,
}

/// Why a text is no end of a range of months.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EndIssue {
    /// It is no month such as `2019-03`.
    NoMonth,
    /// The last month would come before the first.
    Order,
}

/// Takes over the first or the last month of the range; empty is open to all figures. What is no month, or would turn the
/// range around, changes nothing.
pub fn choose_end(view: &mut View, end: End, text: &str) -> Result<(), EndIssue> {
    let month = Month::parse(text.trim());
    if month.is_none() && !text.trim().is_empty() {
        return Err(EndIssue::NoMonth);
    }
    let Range { from, to } = view.range;
    let range = match end {
        End::From => Range { from: month.map_or(Start::Earliest, Start::At), to },
        End::To => Range { from, to: month },
    };
    if let Range { from: Start::At(from), to: Some(to) } = range
        && from > to
    {
        return Err(EndIssue::Order);
    }
    view.range = range;
    Ok(())
}

/// Takes a product of the prices chart in or out. One at least stays.
pub fn toggle(view: &mut View, product: Product) {
    let kept = |other: &Product| (*other == product) != view.products.contains(other);
    let products: Vec<Product> = PRODUCTS.into_iter().filter(kept).collect();
    if !products.is_empty() {
        view.products = products;
    }
}
