//! Two origins of which the article says that they did not take Myanmar's place: Laos, and the United States' ore.

use super::printed::{Article, ArticleId};
use super::{Drawn, Finding, Note, Subtitle, said};
use crate::charts::caption::{Note as AnyNote, Publisher};
use crate::charts::figure::{Base, Empty, Name, Panel, Unit, XAxis};
use crate::charts::mark::{Amount, Detail, How, Label, Look, Mark, Shape, Tag, TagAt, What};
use crate::charts::sourcing::{Known, fact_mark, how, in_year, role};
use crate::charts::{Role, window_of_whole};
use crate::data::{Basket, Month, OriginFact, Partner, Percent, Span, When};
use crate::view::{By, ChartName, View};

/// Each in the basket that most of its goods are in.
const ORIGINS: [(Partner, Basket); 2] = [(Partner::LAOS, Basket::CompoundsMetals), (Partner::USA, Basket::Ore)];

/// A change of up to one per cent may be rounding.
const LEAST_CHANGE: f64 = 1.0;

/// The chart of the two origins.
pub(super) fn drawn(facts: &[OriginFact], article: Article, view: &View) -> Drawn {
    let of_both = |fact: &&OriginFact| ORIGINS.contains(&(fact.partner, fact.basket)) && fact.span.is_year();
    let spans = facts.iter().filter(of_both).map(|fact| fact.span);
    let window = window_of_whole(ChartName::Newcomers, spans, view);
    let series = ORIGINS.map(|of| Series::new(facts, of, window));
    let mut notes = vec![AnyNote::OfClaims(Note::UnlikeBaskets)];
    notes.extend(said(article, &[ArticleId::LaosChange, ArticleId::MineExports]));
    Drawn {
        finding: finding(&series),
        panels: series.iter().map(|series| panel(series, window)).collect(),
        same_scale: false,
        subtitle: Subtitle::Of(ChartName::Newcomers),
        notes,
        publisher: Publisher::Baskets,
    }
}

/// What an origin sent in each year shown; `None` where no figure was found.
struct Series<'a> {
    of: (Partner, Basket),
    years: Vec<(Span, Option<Known<'a>>)>,
}

impl<'a> Series<'a> {
    fn new(facts: &'a [OriginFact], of: (Partner, Basket), window: (Month, Month)) -> Self {
        let years = (window.0.year()..=window.1.year()).filter_map(Span::year);
        let years = years.filter(|span| window.0 <= span.first() && span.last() <= window.1);
        let years = years.map(|span| (span, in_year(facts, of.0, of.1, span.first().year())));
        Self { of, years: years.collect() }
    }

    /// The newest year with a figure that is not weak, and its change on the year before, beyond rounding.
    fn change(&self) -> Option<(i32, Percent)> {
        let at = self.years.iter().rposition(|(_, known)| known.is_some())?;
        let (before, now) = (self.years.get(at.checked_sub(1)?)?, &self.years[at]);
        let tonnes = |known: Option<Known>| known.filter(|known| !known.doubt).map(|known| known.tonnes.to_f64());
        let change = Percent::change(tonnes(now.1)?, tonnes(before.1)?)?;
        (change.to_f64().abs() > LEAST_CHANGE + 1e-9).then_some((now.0.first().year(), change))
    }
}

/// How both changed in the newest year, where it is the same.
fn finding(series: &[Series; 2]) -> Finding {
    match (series[0].change(), series[1].change()) {
        (Some((year, laos)), Some((other, usa))) if year == other => Finding::Newcomers { year, laos, usa },
        _ => Finding::Neutral(ChartName::Newcomers),
    }
}

fn panel(series: &Series, window: (Month, Month)) -> Panel {
    let partner = series.of.0;
    let x = XAxis::of_months(window, By::Year);
    let panel = Panel::new(x, Unit::Tonnes, Base::Zero);
    let names = vec![(Name::Origin(partner), Some(role(partner)))];
    let known = || series.years.iter().filter_map(|(_, known)| *known);
    let peak = known().map(|known| known.tonnes).max();
    let newest = known().next_back().map(|known| known.tonnes);
    let column = |(span, known): &(Span, Option<Known>)| {
        let known = (*known)?;
        let amount = Amount::Tonnes(known.tonnes);
        let worded = [peak, newest].contains(&Some(known.tonnes));
        // Beside the last column there is room.
        let at = if Some(known.tonnes) == newest { TagAt::End } else { TagAt::Above };
        let tag = Some(Tag { label: Label::Amount(amount), at, optional: at == TagAt::Above }).filter(|_| worded);
        let look = Look::new(Shape::Column, role(partner), 0, span.positions(), known.tonnes.to_f64());
        Some(fact_mark(known.fact, amount, how(known.fact), Look { tag, doubt: known.doubt, ..look }))
    };
    let mut marks: Vec<Mark> = series.years.iter().filter_map(column).collect();
    if marks.is_empty() {
        return Panel { names, empty: Some(Empty::Range), ..panel };
    }
    marks.extend(gaps(series));
    marks.sort_by(|a, b| a.look.x.0.total_cmp(&b.look.x.0));
    Panel { names, marks, ..panel }
}

/// The years in a row without a figure.
fn gaps(series: &Series) -> Vec<Mark> {
    let (partner, basket) = series.of;
    let runs = series.years.chunk_by(|a, b| a.1.is_none() == b.1.is_none());
    let mark = |run: &[(Span, Option<Known>)]| {
        let (first, last) = (run.first()?, run.last()?);
        let span = Span::new(first.0.first(), last.0.last()).filter(|_| first.1.is_none())?;
        // The tables that the compared basket is read from have no row, which is not zero.
        let no_record = basket == Basket::CompoundsMetals;
        let label = if no_record { Label::NoRecord(partner) } else { Label::NoFigure };
        let tag = Some(Tag { label, at: TagAt::Above, optional: true });
        Some(Mark {
            what: What::Origin(partner, basket),
            when: When::Span(span),
            amount: None,
            how: How::Published,
            rows: Vec::new(),
            details: no_record.then_some(Detail::NoRecord).into_iter().collect(),
            detail_rows: Vec::new(),
            look: Look {
                tag,
                ..Look::new(Shape::Gap, if no_record { Role::Laos } else { Role::Other }, 0, span.positions(), 0.0)
            },
        })
    };
    runs.filter_map(mark).collect()
}
