//! The periods that the trade chart draws for a flow: they never overlap.

use super::index::{Change, Index};
use crate::data::order::sort_by;
use crate::data::{Flow, Month, Span, TradeFact};
use crate::model::view::{By, TradeMeasure};

/// A period on the axis with what is published for it.
pub struct Slot<'a> {
    pub flow: Flow,
    pub span: Span,
    /// The published figure alone, or the parts that make it up.
    pub parts: Vec<&'a TradeFact>,
    /// The row with the printed change, where that is not one of the parts.
    pub printed: Option<&'a TradeFact>,
    pub changes: Vec<Change>,
}

/// The periods that are drawn: they never overlap. One with nothing to show of the measure takes no other's place.
pub fn slots<'a>(index: &Index<'a>, by: By, measure: TradeMeasure, window: (Month, Month)) -> Vec<Slot<'a>> {
    let Some(shown) = Span::new(window.0, window.1) else { return Vec::new() };
    let shows = |span: Span| match measure {
        TradeMeasure::Tonnes => index.parts(span).is_some(),
        TradeMeasure::Change => !index.changes(span).is_empty(),
    };
    let spans = match by {
        By::Month => month_tiles(index, shown, &shows),
        By::Quarter => whole_periods(shown, 3),
        By::Year => with_year_so_far(index, whole_periods(shown, 12), shown, &shows),
    };
    spans
        .into_iter()
        .filter_map(|span| {
            let parts = index.parts(span).or_else(|| Some(vec![index.get(span)?]))?;
            let flow = parts.first()?.flow;
            let printed =
                index.printed(span).filter(|row| parts.iter().all(|part| part.source.line != row.source.line));
            Some(Slot { flow, span, changes: index.changes(span), printed, parts })
        })
        .collect()
}

/// Published months, then published spans of two months that none of those months lies in.
fn month_tiles(index: &Index, shown: Span, shows: &dyn Fn(Span) -> bool) -> Vec<Span> {
    let published = |months: u32| {
        index.spans().filter(move |span| span.months() == months && shown.contains(*span) && shows(*span))
    };
    let mut tiles: Vec<Span> = published(1).collect();
    for pair in published(2) {
        if !tiles.iter().any(|tile| tile.overlaps(pair)) {
            tiles.push(pair);
        }
    }
    sort_by(&mut tiles, Span::cmp);
    tiles
}

/// The calendar quarters or years that lie in `shown`.
fn whole_periods(shown: Span, months: u32) -> Vec<Span> {
    let behind = (shown.first().month() - 1) % months;
    let mut first = shown.first().plus(if behind == 0 { 0 } else { (months - behind) as i32 });
    let mut periods = Vec::new();
    // Behind the last month that there is, a period would be shorter.
    let whole = |period: &Span| period.months() == months && shown.contains(*period);
    while let Some(period) = Span::new(first, first.plus(months as i32 - 1)).filter(whole) {
        periods.push(period);
        first = first.plus(months as i32);
    }
    periods
}

/// Adds, for each year without a total, the longest published period that starts in its January.
fn with_year_so_far(index: &Index, years: Vec<Span>, shown: Span, shows: &dyn Fn(Span) -> bool) -> Vec<Span> {
    let mut spans: Vec<Span> = years.into_iter().filter(|year| index.parts(*year).is_some() || shows(*year)).collect();
    for year in shown.first().year()..=shown.last().year() {
        let so_far = index
            .spans()
            .filter(|span| span.first().year() == year && span.first().month() == 1 && span.last().year() == year)
            .filter(|span| shown.contains(*span) && index.tonnes(*span).is_some())
            .max_by_key(|span| span.months());
        if let Some(so_far) = so_far.filter(|so_far| !spans.iter().any(|span| span.overlaps(*so_far))) {
            spans.push(so_far);
        }
    }
    sort_by(&mut spans, Span::cmp);
    spans
}
