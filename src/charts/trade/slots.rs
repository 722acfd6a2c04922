//! The periods that the trade chart draws for a flow: they never overlap.

use super::series::{FlowSeries, Total};
use crate::charts::figure::XAxis;
use crate::charts::mark::How;
use crate::data::{Month, Span};
use crate::view::By;

/// The periods that are drawn, by time: they never overlap, and each has tonnes, published or worked out.
///
/// A published period goes before one that was worked out, with one exception: a pair of months gives way where each of the
/// two is published or worked out, and a year so far where its whole year is.
pub fn slots<'a>(series: &FlowSeries<'a>, by: By, window: (Month, Month)) -> Vec<Total<'a>> {
    let Some(shown) = Span::new(window.0, window.1) else { return Vec::new() };
    let periods: Vec<Total> = whole_periods(shown, by).into_iter().filter_map(|span| series.any(span)).collect();
    let of = |how: fn(&Total) -> bool| periods.iter().filter(move |total| how(total)).cloned();
    let deduced = || of(|total| total.how == How::Deduced);
    let known: Vec<Span> = of(|total| total.how != How::Bounded).map(|total| total.span).collect();
    let mut slots: Vec<Total> = of(|total| total.is_stated()).collect();
    if by == By::Month {
        let pairs: Vec<Span> = pairs(shown).collect();
        let both = |pair: &Span| known.iter().filter(|month| pair.contains(**month)).count() == 2;
        let published = |pair: &Span| series.index.tonnes(*pair).is_some() && !both(pair);
        fill(&mut slots, pairs.iter().filter(|pair| published(pair)).filter_map(|pair| series.total(*pair)));
        fill(&mut slots, deduced());
        let neither = |pair: &Span| !known.iter().any(|month| pair.contains(*month));
        let worked_out = pairs.iter().filter(|pair| neither(pair)).filter_map(|pair| series.total(*pair));
        fill(&mut slots, worked_out);
    } else {
        fill(&mut slots, deduced());
    }
    if by == By::Year {
        fill(&mut slots, years_so_far(series, shown).into_iter());
    }
    fill(&mut slots, of(|total| total.how == How::Bounded));
    slots.sort_by_key(|slot| slot.span);
    slots
}

/// The axis of a window in whole steps: a year so far has the room of a year.
pub fn time_axis(window: (Month, Month), by: By) -> XAxis {
    XAxis::of_months(in_steps(window, by), by)
}

/// The months of a window in whole steps.
pub fn in_steps((from, to): (Month, Month), by: By) -> (Month, Month) {
    let months = by.months() as i32;
    let behind = |month: Month| (month.month() as i32 - 1) % months;
    (from.plus(-behind(from)), to.plus(months - 1 - behind(to)))
}

/// Adds the periods that overlap none of those that are there.
fn fill<'a>(slots: &mut Vec<Total<'a>>, more: impl Iterator<Item = Total<'a>>) {
    for total in more {
        if !slots.iter().any(|taken| taken.span.overlaps(total.span)) {
            slots.push(total);
        }
    }
}

/// Two months in a row in one year; January and February, which customs publish as one, go before others.
pub fn pairs(shown: Span) -> impl Iterator<Item = Span> {
    let starts = |january: bool| {
        let months = (0..shown.months() as i32 - 1).map(move |months| shown.first().plus(months));
        months.filter(move |month| (month.month() == 1) == january && month.month() < 12)
    };
    starts(true).chain(starts(false)).filter_map(|first| Span::new(first, first.plus(1)))
}

/// The months, calendar quarters or years that lie in `shown`.
pub fn whole_periods(shown: Span, by: By) -> Vec<Span> {
    let months = by.months();
    let behind = (shown.first().month() - 1) % months;
    let mut first = shown.first().plus(if behind == 0 { 0 } else { (months - behind) as i32 });
    let mut periods = Vec::new();
    // At the end of the calendar a period is cut short.
    let whole = |period: &Span| period.months() == months && shown.contains(*period);
    while let Some(period) = Span::new(first, first.plus(months as i32 - 1)).filter(whole) {
        periods.push(period);
        let next = first.plus(months as i32);
        // There the month after the last is the last again.
        if next == first {
            break;
        }
        first = next;
    }
    periods
}

/// The calendar years that `shown` has a month of, each as far as it is shown.
pub fn years(shown: Span) -> impl Iterator<Item = Span> {
    let part = move |year: i32| {
        let whole = Span::year(year)?;
        Span::new(whole.first().max(shown.first()), whole.last().min(shown.last()))
    };
    (shown.first().year()..=shown.last().year()).filter_map(part)
}

/// For each year the longest period from its January that is published or a sum.
fn years_so_far<'a>(series: &FlowSeries<'a>, shown: Span) -> Vec<Total<'a>> {
    let from_january = years(shown).filter(|year| year.first().month() == 1);
    let so_far = |year| series.starts(year).filter_map(|span| series.total(span)).find(Total::is_stated);
    from_january.filter_map(so_far).collect()
}
