//! The view of the chart that shows best what a figure of the article is compared with.

use crate::data::{ArticleFigure, Basket, Counterpart, Measure, Month, Span};
use crate::view::{By, ChartName, Range, Start, View};

/// The view that shows a figure's counterpart best; `None` where it has none. Of `view` stays what concerns the page
/// itself: its day, its look, its language.
pub fn shown_by(figure: &ArticleFigure, view: &View) -> Option<View> {
    let base = View { as_of: view.as_of, frame: view.frame.clone(), unknown: view.unknown.clone(), ..View::default() };
    let on = |chart: ChartName| View { page: chart.page(), chart: Some(chart), ..base.clone() };
    Some(match figure.against?.counterpart {
        Counterpart::Trade { span, measure: Measure::Tonnes, .. } => {
            View { range: a_year_to(span), by: step(span), ..on(ChartName::Trade) }
        }
        Counterpart::Trade { span, measure: Measure::Change, .. } => {
            View { range: a_year_to(span), change: step(span), ..on(ChartName::Change) }
        }
        // The bridge compares years of the whole basket, the charts of baskets any other.
        Counterpart::Origin { basket: Basket::CompoundsMetals, span, .. } if span.is_year() => {
            let year = span.first().year();
            View { years: Some((year - 1, year)), ..on(ChartName::Gap) }
        }
        Counterpart::Origin { span, .. } if span.is_year() => {
            View { year: Some(span.first().year()), ..on(ChartName::Baskets) }
        }
        Counterpart::Origin { basket, .. } => View { basket: Some(basket), ..on(ChartName::Partners) },
        Counterpart::Quotes { product, market, .. } => {
            View { products: vec![product], market, ..on(ChartName::Prices) }
        }
        Counterpart::Event(day) => {
            View { range: a_year_to(Span::month(Month::of(day).plus(6))), ..on(ChartName::Trade) }
        }
    })
}

/// From the same months a year before to the end of a period.
fn a_year_to(span: Span) -> Range {
    Range { from: Start::At(span.first().plus(-12)), to: Some(span.last()) }
}

fn step(span: Span) -> By {
    match span.months() {
        1 | 2 => By::Month,
        _ if span.is_year() => By::Year,
        _ => By::Quarter,
    }
}
