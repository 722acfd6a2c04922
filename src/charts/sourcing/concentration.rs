//! How concentrated sourcing is: the sum of the squares of origins' shares (Herfindahl-Hirschman index), a year each, and the
//! part of the imports that is of named origins.

use super::years::{BASKET, Year, years};
use super::{Finding, Subtitle, tag};
use crate::charts::caption::{ListedTitle, Note, Publisher, Subtitle as AnySubtitle, Title, newest};
use crate::charts::figure::{Base, Chart, Empty, Figure, Name, Panel, Unit, XAxis};
use crate::charts::mark::{Amount, Detail, How, Label, Look, Mark, Role, Shape, TagAt, What};
use crate::charts::window_of_whole;
use crate::data::{Fact, OriginFact, Partner, Percent, RowId, When};
use crate::view::{By, ChartName, View};

/// In points of 10,000: an interval that is not wider is a value, and a difference beyond it is claimed.
const MARGIN: f64 = 100.0;

/// The index of one year.
struct Index<'y, 'a> {
    year: &'y Year<'a>,
    /// The named origins, the greatest first, in per cent of the world's tonnes.
    shares: Vec<(Partner, Percent)>,
    /// Of them together, in per cent.
    named: Percent,
    /// Where everyone else is many small origins, and where they are one.
    between: (f64, f64),
}

impl<'y, 'a> Index<'y, 'a> {
    /// `None` where the world's tonnes are not known, nobody is named, or the parts are more than the whole beyond rounding: no
    /// index follows from such figures.
    fn new(year: &'y Year<'a>) -> Option<Self> {
        let share = |known: &super::Known| Some((known.fact.partner, year.share(known.tonnes)?));
        let mut shares: Vec<(Partner, Percent)> = year.named.iter().filter_map(share).collect();
        shares.sort_by(|a, b| b.1.to_f64().total_cmp(&a.1.to_f64()).then(a.0.cmp(&b.0)));
        let sum = |of: fn(f64) -> f64| -> f64 { shares.iter().map(|(_, share)| of(share.to_f64())).sum() };
        let (named, least) = (sum(|share| share), sum(|share| share * share));
        let rest = (100.0 - named).max(0.0);
        let between = (least, least + rest * rest);
        if shares.is_empty() || named > 100.5 {
            return None;
        }
        Some(Self { year, named: Percent::new(named)?, between, shares })
    }

    fn is_value(&self) -> bool {
        self.between.1 - self.between.0 <= MARGIN
    }

    /// A row is weak, or rivals differ.
    fn doubt(&self) -> bool {
        self.year.named.iter().chain(&self.year.world).any(|known| known.doubt)
    }

    /// Those of the named origins, and the world's.
    fn rows(&self) -> Vec<RowId> {
        self.year.named.iter().chain(&self.year.world).map(|known| known.fact.row()).collect()
    }

    fn mark(&self, what: What, amount: Amount, how: How, look: Look) -> Mark {
        Mark {
            what,
            when: When::Span(self.year.span),
            amount: Some(amount),
            how,
            rows: self.rows(),
            details: Vec::new(),
            detail_rows: Vec::new(),
            look: Look { doubt: self.doubt(), ..look },
        }
    }
}

/// The concentration chart of a view.
pub fn figure(facts: &[OriginFact], view: &View) -> Figure {
    let all = years(facts);
    let spans = all.iter().map(|year| year.span);
    let window = window_of_whole(ChartName::Concentration, spans, view);
    let inside = |year: &&Year| year.span.first() >= window.0 && year.span.last() <= window.1;
    let shown: Vec<Index> = all.iter().filter(inside).filter_map(Index::new).collect();
    let axis =
        shown.first().zip(shown.last()).map_or((window.0.position(), window.1.position() + 1.0), |(first, last)| {
            (first.year.span.positions().0, last.year.span.positions().1)
        });
    Figure {
        name: ChartName::Concentration,
        title: Title::Sourcing(finding(&shown)),
        subtitle: AnySubtitle::Sourcing(Subtitle::Concentration),
        notes: vec![Note::Concentration, Note::OriginsBasket],
        publisher: Publisher::Origins,
        newest: newest(shown.iter().map(|index| When::Span(index.year.span))),
        listed: Vec::new(),
        listed_title: ListedTitle::NotDrawn,
        chart: Chart { panels: vec![index_panel(&shown, axis), named_panel(&shown, axis)], ..Chart::default() },
    }
}

fn panel(name: Name, unit: Unit, (from, to): (f64, f64), marks: Vec<Mark>) -> Panel {
    let empty = marks.is_empty().then_some(Empty::Range);
    let axis = XAxis::Time { from, to, step: By::Year };
    Panel { names: vec![(name, None)], marks, empty, ..Panel::new(axis, unit, Base::Zero) }
}

/// A column a year; two joined ticks where everyone else would make more than a margin of difference.
fn index_panel(shown: &[Index], axis: (f64, f64)) -> Panel {
    let mark = |(at, index): (usize, &Index)| {
        let (least, most) = index.between;
        let (most, how, shape) =
            if index.is_value() { (least, How::Computed, Shape::Column) } else { (most, How::Bounded, Shape::Range) };
        let amount = Amount::Concentration { least, most };
        let look = Look::new(shape, Role::Other, 0, index.year.span.positions(), most);
        let tag = tag(Label::Amount(amount), TagAt::Above, at + 1 < shown.len());
        let low = if shape == Shape::Range { least } else { 0.0 };
        let details = vec![Detail::SharesOf(index.shares.clone(), index.named), Detail::RestAsOne(index.between.1)];
        Mark { details, ..index.mark(What::Concentration(BASKET), amount, how, Look { low, tag, ..look }) }
    };
    panel(Name::Concentration, Unit::Concentration, axis, shown.iter().enumerate().map(mark).collect())
}

/// What the index rests on.
fn named_panel(shown: &[Index], axis: (f64, f64)) -> Panel {
    let mark = |(at, index): (usize, &Index)| {
        let amount = Amount::Share(index.named);
        let look = Look::new(Shape::Column, Role::Other, 0, index.year.span.positions(), index.named.to_f64());
        let tag = tag(Label::Amount(amount), TagAt::Above, at + 1 < shown.len());
        let details = vec![Detail::SharesOf(index.shares.clone(), index.named)];
        Mark { details, ..index.mark(What::NamedOrigins(BASKET), amount, How::Computed, Look { tag, ..look }) }
    };
    panel(Name::NamedOrigins, Unit::Share, axis, shown.iter().enumerate().map(mark).collect())
}

/// From the first year that is shown to the last: claimed where even the nearest ends of what they may be differ.
fn finding(shown: &[Index]) -> Finding {
    let neutral = Finding::Neutral(ChartName::Concentration);
    let [first, .., last] = shown else { return neutral };
    if first.doubt() || last.doubt() {
        return neutral;
    }
    let years = (first.year.year, last.year.year);
    let (before, now) = (first.between, last.between);
    if now.1 < before.0 - MARGIN {
        let sound = shown.iter().filter(|index| !index.doubt());
        let peak = sound.max_by(|a, b| a.between.0.total_cmp(&b.between.0));
        // A year between them that was above both is a part of the story.
        let peak = peak.filter(|peak| peak.between.0 > before.1 + MARGIN);
        peak.map_or(Finding::LessConcentrated(years), |peak| Finding::RoseAndFell {
            from: years.0,
            peak: peak.year.year,
            to: years.1,
        })
    } else if now.0 > before.1 + MARGIN {
        Finding::MoreConcentrated(years)
    } else if first.is_value() && last.is_value() && (now.0 - before.0).abs() <= MARGIN {
        Finding::AsConcentrated(years)
    } else {
        neutral
    }
}
