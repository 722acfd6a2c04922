//! The periods that the trade chart draws for a flow: they never overlap.

use super::index::{Change, Index};
use crate::data::{Month, Span, TradeFact};
use crate::deduce::{Class, Deduction, Reading};
use crate::view::{By, TradeMeasure};

/// A period on the axis with what is known of it.
pub struct Slot<'a> {
    pub span: Span,
    /// The published figure alone, or the parts that make it up; empty where it is implied only.
    pub parts: Vec<&'a TradeFact>,
    /// The row with the printed change, where that is not one of the parts.
    pub printed: Option<&'a TradeFact>,
    pub changes: Vec<Change>,
    /// What other published figures say of a period that has none.
    pub implied: Option<Reading>,
}

/// The periods that are drawn: they never overlap, and each has something to show of the measure.
///
/// A published period goes before an implied one, with one exception: a pair of months gives way where each of the two is
/// published or deduced, and a year so far where its whole year is.
pub fn slots<'a>(
    index: &Index<'a>,
    deduction: Option<&Deduction>,
    by: By,
    measure: TradeMeasure,
    window: (Month, Month),
) -> Vec<Slot<'a>> {
    let Some(shown) = Span::new(window.0, window.1) else { return Vec::new() };
    let deduction = deduction.filter(|_| measure == TradeMeasure::Tonnes);
    let shows = |span: Span| match measure {
        TradeMeasure::Tonnes => index.parts(span).is_some(),
        TradeMeasure::Change => !index.changes(span).is_empty(),
    };
    let periods = whole_periods(shown, by);
    let readings: Vec<Reading> =
        deduction.map(|deduction| periods.iter().map(|span| deduction.reading(*span)).collect()).unwrap_or_default();
    let implied =
        |class: Class| readings.iter().filter(move |reading| reading.class == class).map(|reading| reading.span);
    let published = |months: u32| {
        index.spans().filter(move |span| span.months() == months && shown.contains(*span) && shows(*span))
    };

    let mut spans: Vec<Span> = match by {
        By::Month => published(1).collect(),
        _ => periods.iter().copied().filter(|span| shows(*span)).collect(),
    };
    match by {
        By::Month => {
            let months = spans.iter().copied().chain(implied(Class::Deduced)).collect::<Vec<_>>();
            let known = |pair: &Span| months.iter().filter(|month| pair.contains(**month)).count() == 2;
            fill(&mut spans, published(2).filter(|pair| !known(pair)));
            fill(&mut spans, implied(Class::Deduced));
        }
        By::Quarter => fill(&mut spans, implied(Class::Deduced)),
        By::Year => {
            fill(&mut spans, implied(Class::Deduced));
            fill(&mut spans, years_so_far(index, shown).into_iter());
        }
    }
    fill(&mut spans, implied(Class::Bounded));
    spans.sort_by(Span::cmp);
    spans
        .into_iter()
        .filter_map(|span| {
            let parts = index.parts(span).or_else(|| Some(vec![index.get(span)?]));
            let implied = readings.iter().find(|reading| reading.span == span).copied();
            let implied = implied.filter(|_| index.parts(span).is_none());
            let parts = if implied.is_some() { Vec::new() } else { parts? };
            let printed =
                index.printed(span).filter(|row| parts.iter().all(|part| part.source.line != row.source.line));
            Some(Slot { span, changes: index.changes(span), printed, parts, implied })
        })
        .collect()
}

/// Adds the periods that overlap none of those that are there.
fn fill(spans: &mut Vec<Span>, more: impl Iterator<Item = Span>) {
    for span in more {
        if !spans.iter().any(|taken| taken.overlaps(span)) {
            spans.push(span);
        }
    }
}

/// The months, calendar quarters or years that lie in `shown`.
fn whole_periods(shown: Span, by: By) -> Vec<Span> {
    let months = match by {
        By::Month => 1,
        By::Quarter => 3,
        By::Year => 12,
    };
    let behind = (shown.first().month() - 1) % months;
    let mut first = shown.first().plus(if behind == 0 { 0 } else { (months - behind) as i32 });
    let mut periods = Vec::new();
    // Behind the last month that there is, a period would be shorter.
    let whole = |period: &Span| period.months() == months && shown.contains(*period);
    while let Some(period) = Span::new(first, first.plus(months as i32 - 1)).filter(whole) {
        periods.push(period);
        let next = first.plus(months as i32);
        // The last month that there is has none after it.
        if next == first {
            break;
        }
        first = next;
    }
    periods
}

/// For each year the longest published period that starts in its January.
fn years_so_far(index: &Index, shown: Span) -> Vec<Span> {
    let so_far = |year: i32| {
        index
            .spans()
            .filter(|span| span.first().year() == year && span.first().month() == 1 && span.last().year() == year)
            .filter(|span| shown.contains(*span) && index.tonnes(*span).is_some())
            .max_by_key(|span| span.months())
    };
    (shown.first().year()..=shown.last().year()).filter_map(so_far).collect()
}
