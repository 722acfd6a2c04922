//! How far a flow came: the highest or lowest of many years. Only the trade page says so, and the overview does without.

use super::finding::{Direction, Finding, MARGIN};
use super::series::{FlowSeries, Total};
use super::slots::years;
use crate::data::{Flow, Month, Span};

/// The last of some whole years in a row, in which a flow was highest or lowest of all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extreme {
    /// Highest or lowest.
    pub way: Direction,
    /// The first year and the last, whose totals are all known.
    pub years: (i32, i32),
}

/// The same finding, with the years of which the flow that it names last had its highest or lowest, where it had.
pub fn with_extreme(finding: Finding, flows: &[FlowSeries; 2], window: (Month, Month)) -> Finding {
    let (Finding::Since(_, moves) | Finding::In(_, moves)) = &finding else { return finding };
    let named_last = if moves.exports.is_some() { Flow::Export } else { Flow::Import };
    // Of both alike nothing is said.
    let way = moves.of(named_last).filter(|_| moves.imports != moves.exports);
    let series = flows.iter().find(|series| series.flow() == named_last);
    // It is in the last of the periods that are named, or after the year since which a flow moved.
    let is_named = |extreme: &Extreme| match &finding {
        Finding::In(spans, _) => spans.last().is_some_and(|span| span.first().year() == extreme.years.1),
        Finding::Since(year, _) => extreme.years.1 > *year,
        _ => false,
    };
    let found = way.zip(series).and_then(|(way, series)| extreme(series, way, window)).filter(is_named);
    match found {
        Some(extreme) => Finding::Furthest(Box::new(finding), extreme),
        None => finding,
    }
}

/// Whether a flow was highest, or lowest, in the last of all whole years in a row in view whose totals need no weak row, five
/// at least; by a margin.
fn extreme(series: &FlowSeries, way: Direction, window: (Month, Month)) -> Option<Extreme> {
    const LEAST_YEARS: usize = 5;
    let sound = |span: Span| series.total(span).filter(|total| series.sound(&series.rows(total)));
    let shown: Vec<Span> = Span::new(window.0, window.1).into_iter().flat_map(years).collect();
    // The running year is not over.
    let whole = shown.into_iter().rev().skip_while(|year| !year.is_year());
    let known: Vec<Total> = whole.map_while(|year| sound(year).filter(|_| year.is_year())).collect();
    let (newest, others) = known.split_first()?;
    let beyond = 1.0 + MARGIN / 100.0;
    let is_extreme = others.iter().all(|other| match way {
        Direction::Up => newest.low.to_f64() > other.high.to_f64() * beyond,
        Direction::Down => newest.high.to_f64() * beyond < other.low.to_f64(),
        Direction::Flat => false,
    });
    let first = known.last()?.span.first().year();
    let enough = known.len() >= LEAST_YEARS && is_extreme;
    enough.then_some(Extreme { way, years: (first, newest.span.first().year()) })
}
