//! When each origin changed: two steps between two years, and both together.

use super::gap::{rest_mark, step_mark};
use super::replaced::same;
use super::years::{Comparison, Step, Year, years};
use super::{Finding, Subtitle, role, tag};
use crate::charts::caption::{ListedTitle, Note, Publisher, Subtitle as AnySubtitle, Title, newest};
use crate::charts::figure::{Arrangement, Aside, Base, Chart, Empty, Figure, Name, Panel, Unit, XAxis};
use crate::charts::mark::{Label, Look, Mark, Role, Shape, TagAt};
use crate::data::{OriginFact, Partner, Tonnes, When};
use crate::view::{ChartName, View};

/// The shifts chart of a view.
pub fn figure(facts: &[OriginFact], view: &View) -> Figure {
    let years = years(facts);
    let whole = Comparison::chosen(&years, view);
    let pairs = whole.map(|whole| pairs(&years, whole)).unwrap_or_default();
    let whole = pairs.last();
    let order: Vec<Partner> =
        whole.map(|whole| whole.steps.iter().map(|step| step.origin).collect()).unwrap_or_default();
    let mut panels: Vec<Panel> = pairs.iter().map(|pair| panel(pair, &order)).collect();
    if panels.is_empty() {
        panels.push(Panel { empty: Some(Empty::Range), ..rows(&order) });
    }
    Figure {
        name: ChartName::Shifts,
        title: Title::Sourcing(finding(&pairs)),
        subtitle: AnySubtitle::Sourcing(Subtitle::Shifts),
        chart: Chart { arrangement: Arrangement::Columns(3), same_scale: true, panels, events: Vec::new() },
        notes: vec![Note::RestOfWorld],
        publisher: Publisher::Origins,
        newest: newest(whole.into_iter().map(|whole| When::Span(whole.to.span))),
        listed: Vec::new(),
        listed_title: ListedTitle::NotDrawn,
    }
}

/// From the first year to the next with a world total, from there to the last, and the whole: that alone for two
/// neighbours. All with the same origins.
fn pairs<'y, 'a>(years: &'y [Year<'a>], whole: Comparison<'y, 'a>) -> Vec<Comparison<'y, 'a>> {
    let between = |year: &&Year| whole.from.year < year.year && year.year < whole.to.year && year.world.is_some();
    let Some(middle) = years.iter().find(between) else { return vec![whole] };
    let (first, second) = (Comparison::new(whole.from, middle), Comparison::new(middle, whole.to));
    let (to, from) = (whole.to, whole.from);
    let parts = [first.map(|first| first.keep(to)), second.map(|second| second.keep(from)), Some(whole.keep(middle))];
    parts.into_iter().flatten().collect()
}

/// Myanmar first, as far as its loss is the greatest; the rest of the world last.
fn rows(order: &[Partner]) -> Panel {
    let named = order.iter().map(|origin| (Name::Origin(*origin), Some(role(*origin))));
    let rows = named.chain([(Name::RestOfWorld, None)]).collect();
    Panel::new(XAxis::Rows(rows), Unit::Tonnes, Base::Zero)
}

fn panel(pair: &Comparison, order: &[Partner]) -> Panel {
    let look = |row: usize, role: Role, change: Tonnes| {
        let x = (row as f64, row as f64 + 1.0);
        let bar = Look::new(Shape::Bar, role, row as u8, x, change.max(Tonnes::ZERO).to_f64());
        let tag = tag(Label::Difference(change, None), TagAt::Beside, false);
        Look { low: change.min(Tonnes::ZERO).to_f64(), tag, ..bar }
    };
    let step = |(row, origin): (usize, &Partner)| {
        let step: &Step = pair.step(*origin)?;
        let look = Look { doubt: step.doubt(), ..look(row, role(*origin), step.change()) };
        Some(step_mark(pair, step, look))
    };
    let mut marks: Vec<Mark> = order.iter().enumerate().filter_map(step).collect();
    let (before, now) = pair.rest();
    marks.push(rest_mark(pair, look(order.len(), Role::Other, now - before)));
    let (from, to) = (pair.from.year, pair.to.year);
    Panel {
        names: vec![(Name::Years(from, to), None)],
        aside: Some(Aside::TotalChange(pair.world.change())),
        marks,
        ..rows(order)
    }
}

/// When Myanmar's loss came: in one of two steps, where that has two thirds of it and a point more.
fn finding(pairs: &[Comparison]) -> Finding {
    let neutral = Finding::Neutral(ChartName::Shifts);
    let Some(whole) = pairs.last().filter(|_| !pairs.iter().any(Comparison::doubt)) else { return neutral };
    let change = |pair: &Comparison, origin| pair.step(origin).map(|step| step.change().to_f64());
    let Some(myanmar) = whole.step(Partner::MYANMAR) else { return neutral };
    let (years, less) = ((whole.from.year, whole.to.year), Tonnes::ZERO - myanmar.change());
    if same(myanmar) {
        return Finding::MyanmarSame(years);
    } else if myanmar.change() > Tonnes::ZERO {
        return Finding::MyanmarMore(years, myanmar.change());
    }
    let [first, second, _] = pairs else { return Finding::OneStep(years, less) };
    let part = |pair| change(pair, Partner::MYANMAR).map_or(0.0, |change| -100.0 * change / less.to_f64());
    let step = |pair: &Comparison| (pair.from.year, pair.to.year);
    let most = 200.0 / 3.0 + 1.0;
    if part(first) >= most {
        // A fall of over a hundredth of the whole loss went on, and Laos's rise was more.
        let laos = change(second, Partner::LAOS).unwrap_or_default() * 100.0 / less.to_f64();
        let outweighed = part(second) > 1.0 && laos > part(second) + 1.0;
        Finding::Break { step: step(first), outweighed: outweighed.then(|| step(second)) }
    } else if part(second) >= most {
        Finding::Break { step: step(second), outweighed: None }
    } else {
        Finding::BothSteps(years)
    }
}
