//! The box of a month: from the lowest to the highest quote of one agency, where it quoted often enough.

use super::quotes::{Shown, Terms, role};
use crate::charts::mark::{Amount, How, Look, Mark, Shape, What};
use crate::data::period::day_position;
use crate::data::{Fact, Month, Quote, Span, When};
use chrono::NaiveDate;

/// A month has a box from so many quotes on.
const LEAST_QUOTES: usize = 4;

/// The first and the last quote of a box are at least so many days apart.
const LEAST_DAYS: i64 = 21;

/// Boxes lie in this lane, behind the quotes.
pub(super) const LANE: u8 = 1;

/// The boxes of an agency's quotes, which are sorted by time. Weak quotes and those of a month or year do not count.
pub(super) fn boxes(quotes: &[Shown], agency: &str, terms: Terms) -> Vec<Mark> {
    let counted = quotes.iter().filter(|quote| quote.agency() == agency && !quote.weak());
    let days: Vec<(NaiveDate, &Shown)> = counted.filter_map(|quote| Some((quote.day()?, quote))).collect();
    days.chunk_by(|a, b| Month::of(a.0) == Month::of(b.0)).filter_map(|month| of_month(month, terms)).collect()
}

fn of_month(quotes: &[(NaiveDate, &Shown)], terms: Terms) -> Option<Mark> {
    let ((first, quote), (last, _)) = (quotes.first()?, quotes.last()?);
    if quotes.len() < LEAST_QUOTES || (*last - *first).num_days() < LEAST_DAYS {
        return None;
    }
    let low = quotes.iter().map(|(_, quote)| quote.quote.low()).min_by(f64::total_cmp)?;
    let high = quotes.iter().map(|(_, quote)| quote.quote.high()).max_by(f64::total_cmp)?;
    let product = quote.fact.product;
    let look = Look::new(Shape::Box, role(product), LANE, (day_position(*first), day_position(*last)), high);
    Some(Mark {
        what: What::MonthOfQuotes(product),
        when: When::Span(Span::month(Month::of(*first))),
        amount: Some(Amount::Price(Quote::Band { low, high, mid: None }, terms.unit)),
        how: How::Computed,
        rows: quotes.iter().map(|(_, quote)| quote.fact.row()).collect(),
        details: Vec::new(),
        detail_rows: Vec::new(),
        look: Look { low, ..look },
    })
}
