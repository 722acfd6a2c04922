//! What a chart shows, for readers who do not see it: each series by its ends, its extremes and what is missing or weak.

use super::figure::{Figure, Panel, XAxis};
use super::mark::{Amount, How, Mark, Shape, What};
use crate::data::{Dataset, Percent, RowId, Span, When, fact};

/// A part of a summary. Its marks are those of the figure.
#[derive(Clone, Debug, PartialEq)]
pub enum Summary<'a> {
    /// One thing through time.
    Series(Series<'a>),
    /// Several things beside each other, or several years' totals: each with its value, in the order of reading.
    Each(Vec<&'a Mark>),
    /// The same where they are many.
    Extremes {
        /// How many they are.
        count: usize,
        /// The one with the highest value.
        highest: &'a Mark,
        /// The one with the lowest.
        lowest: &'a Mark,
    },
    /// A panel without a figure.
    Nothing(&'a Panel),
}

/// One thing through time: at least two figures of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Series<'a> {
    /// Of quotes: whose they are, the agency with the most.
    pub agency: Option<&'a str>,
    /// How many figures there are.
    pub count: usize,
    /// The earliest figure.
    pub first: &'a Mark,
    /// The latest figure.
    pub last: &'a Mark,
    /// The first of the highest ones.
    pub highest: &'a Mark,
    /// The first of the lowest ones.
    pub lowest: &'a Mark,
    /// From the first to the last; `None` where these stand for unlike periods, or are changes or ranges themselves.
    pub change: Option<Percent>,
    /// The periods without a figure.
    pub gaps: Vec<Span>,
    /// How many figures are weak, or have sources that differ.
    pub weak: usize,
    /// How many figures nobody published: they were worked out.
    pub worked_out: usize,
    /// Quotes of other agencies, which are no part of it.
    pub others: usize,
}

/// At so many a list ends.
const MOST_LISTED: usize = 4;

/// Summaries of every panel, in the order of reading; `data` is what the figure was made of.
pub fn summaries<'a>(figure: &'a Figure, data: &'a Dataset) -> Vec<Summary<'a>> {
    figure.chart.panels.iter().flat_map(|panel| of_panel(panel, data)).collect()
}

fn of_panel<'a>(panel: &'a Panel, data: &'a Dataset) -> Vec<Summary<'a>> {
    let drawn = panel
        .marks
        .iter()
        .filter(|mark| !matches!(mark.look.shape, Shape::Average | Shape::AverageBefore | Shape::Box | Shape::Outlook));
    let drawn: Vec<&Mark> = drawn.collect();
    let mut kinds: Vec<What> = Vec::new();
    for mark in &drawn {
        if !kinds.contains(&mark.what) {
            kinds.push(mark.what);
        }
    }
    let of_kind = |what: &What| drawn.iter().copied().filter(|mark| mark.what == *what).collect::<Vec<_>>();
    let (mut summaries, mut single) = (Vec::new(), Vec::new());
    for kind in &kinds {
        let marks = of_kind(kind);
        match kind {
            What::YearToDate(_) => summaries.extend(each(last_of_lanes(&marks))),
            _ if !through_time(panel) => single.extend(marks.into_iter().filter(|mark| mark.amount.is_some())),
            _ => match series(&marks, data) {
                Some(series) => summaries.push(Summary::Series(series)),
                None => single.extend(marks.into_iter().filter(|mark| mark.amount.is_some())),
            },
        }
    }
    summaries.extend(each(single));
    if summaries.is_empty() {
        summaries.push(Summary::Nothing(panel));
    }
    summaries
}

/// Whether marks of one kind follow each other in time.
fn through_time(panel: &Panel) -> bool {
    matches!(panel.x, XAxis::Time { .. } | XAxis::Slots { .. })
}

/// The last figure of each lane: of each year.
fn last_of_lanes<'a>(marks: &[&'a Mark]) -> Vec<&'a Mark> {
    marks.chunk_by(|a, b| a.look.lane == b.look.lane).filter_map(|lane| lane.last().copied()).collect()
}

fn each(marks: Vec<&Mark>) -> Option<Summary<'_>> {
    if marks.len() <= MOST_LISTED {
        return (!marks.is_empty()).then_some(Summary::Each(marks));
    }
    let highest = extreme(&marks, upper)?;
    let lowest = extreme(&marks, |mark| -lower(mark))?;
    Some(Summary::Extremes { count: marks.len(), highest, lowest })
}

/// `None` where there are not two figures of different times.
fn series<'a>(marks: &[&'a Mark], data: &'a Dataset) -> Option<Series<'a>> {
    let agency_of = |mark: &Mark| match mark.what {
        What::Quote(_) | What::Index(_) | What::Relative(..) => agency(mark.rows.first().copied(), data),
        _ => None,
    };
    let figures: Vec<&Mark> = marks.iter().copied().filter(|mark| mark.amount.is_some()).collect();
    // Agencies are never joined: the one with the most figures that nothing speaks against, as all of other agencies than the
    // chart's main one have; of equals the first.
    let sound = figures.iter().any(|mark| !mark.look.doubt);
    let mut counts: Vec<(Option<&str>, usize)> = Vec::new();
    for mark in figures.iter().filter(|mark| !sound || !mark.look.doubt) {
        let agency = agency_of(mark);
        match counts.iter_mut().find(|(other, _)| *other == agency) {
            Some((_, count)) => *count += 1,
            None => counts.push((agency, 1)),
        }
    }
    let most = counts.into_iter().reduce(|most, other| if other.1 > most.1 { other } else { most })?;
    let agency = most.0;
    let own: Vec<&Mark> = figures.iter().copied().filter(|mark| agency_of(mark) == agency).collect();
    let first = own.iter().copied().min_by_key(|mark| mark.when.last_day())?;
    let last = own.iter().copied().max_by_key(|mark| mark.when.last_day())?;
    if first.when.last_day() == last.when.last_day() {
        return None;
    }
    let is_worked_out = |mark: &&&Mark| matches!(mark.how, How::Deduced | How::Bounded);
    let mut gaps: Vec<Span> =
        marks.iter().filter(|mark| mark.amount.is_none()).filter_map(|mark| mark.when.span()).collect();
    gaps.sort();
    Some(Series {
        agency,
        count: own.len(),
        first,
        last,
        highest: extreme(&own, upper)?,
        lowest: extreme(&own, |mark| -lower(mark))?,
        change: change(first, last),
        gaps,
        weak: own.iter().filter(|mark| mark.look.doubt).count(),
        worked_out: own.iter().filter(is_worked_out).count(),
        others: figures.len() - own.len(),
    })
}

/// The first of the marks with the most of something.
fn extreme<'a>(marks: &[&'a Mark], of: impl Fn(&Mark) -> f64) -> Option<&'a Mark> {
    marks.iter().copied().reduce(|most, mark| if of(mark) > of(most) { mark } else { most })
}

fn upper(mark: &Mark) -> f64 {
    mark.amount.map_or(0.0, Amount::height)
}

fn lower(mark: &Mark) -> f64 {
    match mark.amount {
        Some(Amount::TonnesBetween(low, _)) => low.to_f64(),
        Some(Amount::ChangeBetween(low, _)) => low.to_f64(),
        Some(Amount::Price(quote, _)) => quote.low(),
        _ => upper(mark),
    }
}

fn change(first: &Mark, last: &Mark) -> Option<Percent> {
    let alike = match (first.when, last.when) {
        (When::Day(_), When::Day(_)) => true,
        (When::Span(a), When::Span(b)) => a.months() == b.months(),
        _ => false,
    };
    let value = |mark: &Mark| match mark.amount? {
        Amount::Price(quote, _) => Some((quote.low() + quote.high()) / 2.0),
        amount @ (Amount::Tonnes(_) | Amount::Usd(_) | Amount::UnitValue(_) | Amount::Index(_)) => {
            Some(amount.height())
        }
        _ => None,
    };
    Percent::change(value(last)?, value(first)?).filter(|_| alike)
}

fn agency(row: Option<RowId>, data: &Dataset) -> Option<&str> {
    fact(&data.prices, row?).map(|fact| fact.source.name.as_str())
}
