//! Where the biggest origins stood before: a panel each, a column a year, all on one scale.

use super::approx::clearly_more;
use super::years::{BASKET, Comparison, Spike, Year, myanmar, years};
use super::{Finding, Known, Subtitle, fact_mark, how, role, share_details, tag};
use crate::charts::caption::{Listed, ListedTitle, Note, Publisher, Series, Subtitle as AnySubtitle, Title, newest};
use crate::charts::figure::{Arrangement, Aside, Base, Chart, Empty, Figure, Name, Panel, Unit, XAxis};
use crate::charts::implied::{Implied, disputes};
use crate::charts::mark::{Amount, Detail, How, Label, Look, Mark, Shape, TagAt, What};
use crate::charts::window_of_whole;
use crate::data::{OriginFact, Partner, Span, When};
use crate::view::{By, ChartName, View};

/// How many origins have a panel.
const PANELS: usize = 4;

/// The origins chart of a view.
pub fn figure(facts: &[OriginFact], implied: Option<&Implied>, view: &View) -> Figure {
    let all = years(facts);
    let spans = all.iter().map(|year| year.span);
    let window = window_of_whole(ChartName::Origins, spans, view);
    let shown: Vec<&Year> =
        all.iter().filter(|year| year.span.first() >= window.0 && year.span.last() <= window.1).collect();
    let compared = Comparison::chosen(&all, view).map(|comparison| (comparison.from.year, comparison.to.year));
    let mut panels: Vec<Panel> = biggest(&shown).into_iter().map(|origin| panel(&shown, origin, compared)).collect();
    if panels.is_empty() {
        let (from, to) = (window.0.position(), window.1.position() + 1.0);
        panels.push(Panel { empty: Some(Empty::Range), ..time(from, to) });
    }
    let ends = shown.first().zip(shown.last());
    Figure {
        name: ChartName::Origins,
        title: Title::Sourcing(
            ends.map_or(Finding::Neutral(ChartName::Origins), |(first, last)| finding(&all, first.year, last.year)),
        ),
        subtitle: AnySubtitle::Sourcing(Subtitle::Origins),
        chart: Chart { arrangement: Arrangement::Columns(4), same_scale: true, panels, events: Vec::new() },
        notes: vec![Note::OriginsBasket],
        publisher: Publisher::Origins,
        newest: newest(shown.iter().map(|year| When::Span(year.span))),
        listed: implied.map(origin_disputes).unwrap_or_default(),
        listed_title: ListedTitle::Disputes,
    }
}

/// Figures of every basket and origin that do not agree with better attested ones.
fn origin_disputes(implied: &Implied) -> Vec<Listed> {
    let series = implied.origins.iter().enumerate();
    series.flat_map(|(index, (_, deduction))| disputes(deduction, Series::Origin(index))).collect()
}

/// The biggest origins of the newest year that names any, the biggest first.
fn biggest(shown: &[&Year]) -> Vec<Partner> {
    let Some(newest) = shown.iter().rfind(|year| !year.named.is_empty()) else { return Vec::new() };
    let mut named: Vec<&Known> = newest.named.iter().collect();
    named.sort_by_key(|known| std::cmp::Reverse(known.tonnes));
    named.into_iter().map(|known| known.fact.partner).take(PANELS).collect()
}

fn time(from: f64, to: f64) -> Panel {
    Panel::new(XAxis::Time { from, to, step: By::Year }, Unit::Tonnes, Base::Zero)
}

fn panel(shown: &[&Year], origin: Partner, compared: Option<(i32, i32)>) -> Panel {
    let known: Vec<(&Year, Known)> = shown.iter().filter_map(|year| Some((*year, year.get(origin)?))).collect();
    let peak = known.iter().map(|(_, known)| known.tonnes).max();
    let newest = known.last().map(|(year, _)| year.year);
    let column = |(year, known): &(&Year, Known)| {
        let amount = Amount::Tonnes(known.tonnes);
        let worded = Some(known.tonnes) == peak || Some(year.year) == newest;
        let tag = tag(Label::Amount(amount), TagAt::Above, Some(year.year) != newest).filter(|_| worded);
        let look = Look::new(Shape::Column, role(origin), 0, year.span.positions(), known.tonnes.to_f64());
        let details = share_details(year.share(known.tonnes), None);
        Mark { details, ..fact_mark(known.fact, amount, how(known.fact), Look { tag, doubt: known.doubt, ..look }) }
    };
    let mut marks: Vec<Mark> = known.iter().map(column).collect();
    marks.extend(no_record(shown, origin));
    marks.sort_by(|a, b| a.look.x.0.total_cmp(&b.look.x.0));
    // The years that the gap chart compares, else the ends.
    let has = |wanted: i32| known.iter().any(|(year, _)| year.year == wanted);
    let ends = known.first().zip(known.last()).map(|(first, last)| (first.0.year, last.0.year));
    let pair = compared.filter(|(from, to)| has(*from) && has(*to)).or(ends);
    let share = |(year, known): &(&Year, Known)| Some((year.year, year.share(known.tonnes)?));
    let wanted = |share: &(i32, _)| pair.is_some_and(|(from, to)| share.0 == from || share.0 == to);
    let shares: Vec<_> = known.iter().filter_map(share).filter(wanted).collect();
    let (from, to) = shown
        .first()
        .zip(shown.last())
        .map_or((0.0, 0.0), |(first, last)| (first.span.positions().0, last.span.positions().1));
    Panel {
        names: vec![(Name::Origin(origin), Some(role(origin)))],
        aside: (!shares.is_empty()).then_some(Aside::Shares(shares)),
        marks,
        ..time(from, to)
    }
}

/// The years in a row for which the table has no row of an origin: no record, which is not zero.
fn no_record(shown: &[&Year], origin: Partner) -> Vec<Mark> {
    let runs = shown.chunk_by(|a, b| a.get(origin).is_none() == b.get(origin).is_none() && a.year + 1 == b.year);
    let mark = |run: &[&Year]| {
        let (first, last) = (run.first()?, run.last()?);
        let span = Span::new(first.span.first(), last.span.last()).filter(|_| first.get(origin).is_none())?;
        let look = Look::new(Shape::Gap, role(origin), 0, span.positions(), 0.0);
        Some(Mark {
            what: What::Origin(origin, BASKET),
            when: When::Span(span),
            amount: None,
            how: How::Published,
            rows: Vec::new(),
            details: vec![Detail::NoRecord],
            detail_rows: Vec::new(),
            look: Look { tag: tag(Label::NoRecord(origin), TagAt::Above, true), ..look },
        })
    };
    runs.filter_map(mark).collect()
}

/// How Myanmar's years stand to each other, where every one of them is known.
fn finding(years: &[Year], first: i32, last: i32) -> Finding {
    let neutral = Finding::Neutral(ChartName::Origins);
    let Some(sent) = myanmar(years, first, last) else { return neutral };
    let Some(((year, newest), earlier)) = sent.split_last().filter(|(_, earlier)| earlier.len() > 1) else {
        return neutral;
    };
    if let Some(spike) = Spike::of(&sent) {
        Finding::Spike(spike)
    } else if earlier.iter().all(|(_, tonnes)| clearly_more(*newest, *tonnes)) {
        Finding::Highest { year: *year, first }
    } else if earlier.iter().all(|(_, tonnes)| clearly_more(*tonnes, *newest)) {
        Finding::Lowest { year: *year, first }
    } else {
        neutral
    }
}
