//! Myanmar and Laos in periods below a year: every published one, long or short, as a mark that spans it.

use super::{Finding, Subtitle, fact_mark, how, main_facts, role, tag};
use crate::charts::caption::{Listed, ListedTitle, Note, Publisher, Subtitle as AnySubtitle, Title, newest};
use crate::charts::figure::{Arrangement, Base, Chart, Empty, Figure, Name, Panel, Unit, XAxis};
use crate::charts::implied::Implied;
use crate::charts::mark::{Amount, Detail, How, Label, Look, Mark, Shape, TagAt, What};
use crate::charts::window_of_whole;
use crate::data::origins::partner_baskets;
use crate::data::{ArticleFigure, Basket, Confidence, Fact, Month, OriginFact, Partner, RowId, Tonnes, When};
use crate::deduce::Class;
use crate::view::{By, ChartName, View};

/// The article's figure that is a note beside the chart: no level is published that it would change.
const LAOS_NOTE: &str = "laos-jan-feb";
const PARTNERS: [Partner; 2] = [Partner::MYANMAR, Partner::LAOS];
/// A panel is for marks that can be compared: fewer are listed, unless no panel has more.
const LEAST_MARKS: usize = 2;
/// A change of up to so many per cent may be rounding.
const LEAST_CHANGE: f64 = 1.0;

/// The partners chart of a view.
///
/// Without `implied`, only published periods are drawn.
pub fn figure(facts: &[OriginFact], implied: Option<&Implied>, article: &[ArticleFigure], view: &View) -> Figure {
    // Years are in the other charts; what spans several is only listed.
    let ours = |fact: &OriginFact| PARTNERS.contains(&fact.partner) && !fact.span.is_year();
    let below_a_year = |fact: &OriginFact| ours(fact) && fact.span.months() < 12;
    let all = main_facts(facts, below_a_year);
    let spans = all.iter().map(|fact| fact.span);
    let window = window_of_whole(ChartName::Partners, spans, view);
    let inside = |fact: &OriginFact| fact.span.first() >= window.0 && fact.span.last() <= window.1;
    let baskets = view.basket.map_or_else(|| partner_baskets(facts), |basket| vec![basket]);
    let panel = |basket: &Basket| {
        let drawn = all.iter().copied().filter(|fact| fact.basket == *basket && inside(fact));
        let implied = implied.map(|implied| implied_months(implied, *basket, window)).unwrap_or_default();
        panel(*basket, drawn, implied, window)
    };
    let mut panels: Vec<Panel> = baskets.iter().map(panel).collect();
    let most = panels.iter().map(|panel| panel.marks.len()).max().unwrap_or_default();
    if most > 0 {
        panels.retain(|panel| panel.marks.len() >= most.min(LEAST_MARKS));
    } else {
        panels.truncate(1);
    }
    let marks = || panels.iter().flat_map(|panel| &panel.marks);
    let drawn: Vec<RowId> = marks().flat_map(|mark| &mark.rows).copied().collect();
    let implied = marks().any(|mark| matches!(mark.how, How::Deduced | How::Bounded));
    let of_basket = |fact: &OriginFact| view.basket.is_none() || baskets.contains(&fact.basket);
    let listed = facts.iter().filter(|fact| ours(fact) && inside(fact) && of_basket(fact));
    let listed = listed.map(Fact::row).filter(|row| !drawn.contains(row));
    let note = article.iter().find(|figure| figure.id == LAOS_NOTE).map(Fact::row);
    Figure {
        name: ChartName::Partners,
        title: Title::Sourcing(finding(all.into_iter().filter(|fact| drawn.contains(&fact.row())))),
        subtitle: AnySubtitle::Sourcing(Subtitle::Partners),
        notes: [Some(Note::Partners), implied.then_some(Note::Implied), note.map(Note::ArticleFigure)]
            .into_iter()
            .flatten()
            .collect(),
        publisher: Publisher::Partners,
        newest: newest(marks().map(|mark| mark.when)),
        listed: listed.map(Listed::Origin).chain(note.map(Listed::Article)).collect(),
        listed_title: ListedTitle::NotDrawn,
        chart: Chart { arrangement: Arrangement::Stacked, same_scale: false, panels, events: Vec::new() },
    }
}

/// The months that nobody published, as far as published figures of the same basket and partner fix them.
fn implied_months(implied: &Implied, basket: Basket, window: (Month, Month)) -> Vec<Mark> {
    let mut marks = Vec::new();
    for (lane, partner) in PARTNERS.into_iter().enumerate() {
        let Some(deduction) = implied.origin(basket, partner) else { continue };
        for month in deduction.months() {
            let inside = (window.0..=window.1).contains(&month.span.first());
            let (how, shape) = match month.class {
                Class::Deduced => (How::Deduced, Shape::Level),
                Class::Bounded => (How::Bounded, Shape::Range),
                Class::Published | Class::Unknown => continue,
            };
            let Some((low, high)) = month.range.filter(|_| inside) else { continue };
            let look = Look::new(shape, role(partner), lane as u8, month.span.positions(), high.to_f64());
            marks.push(Mark {
                what: What::Origin(partner, basket),
                when: When::Span(month.span),
                amount: Some(Amount::TonnesBetween(low, high)),
                how,
                rows: Vec::new(),
                details: Vec::new(),
                detail_rows: Vec::new(),
                look: Look { low: low.to_f64(), ..look },
            });
        }
    }
    marks
}

fn panel<'a>(
    basket: Basket,
    facts: impl Iterator<Item = &'a OriginFact>,
    implied: Vec<Mark>,
    window: (Month, Month),
) -> Panel {
    let mut marks: Vec<Mark> = facts.filter_map(published_mark).collect();
    marks.extend(implied);
    marks.sort_by(|a, b| {
        let (a, b) = (&a.look, &b.look);
        a.lane.cmp(&b.lane).then(a.x.0.total_cmp(&b.x.0)).then(b.x.1.total_cmp(&a.x.1))
    });
    let mut names = vec![(Name::Basket(basket), None)];
    for (lane, partner) in PARTNERS.into_iter().enumerate() {
        let of_partner = marks.iter_mut().filter(|mark| usize::from(mark.look.lane) == lane);
        // Each partner's marks end in their value.
        if let Some(last) = of_partner.max_by(|a, b| a.look.x.1.total_cmp(&b.look.x.1)) {
            names.push((Name::Origin(partner), Some(role(partner))));
            let label = last.amount.map(|amount| label(last.when, amount));
            last.look.tag = label.and_then(|label| tag(label, TagAt::Above, true));
        }
    }
    let axis = XAxis::of_months(window, By::Month);
    let empty = marks.is_empty().then_some(Empty::Range);
    Panel { names, marks, empty, ..Panel::new(axis, Unit::TonnesPer(By::Month), Base::Zero) }
}

/// A month with its amount; a longer period with its average month, which is what is drawn.
fn label(when: When, amount: Amount) -> Label {
    match (when, amount) {
        (When::Span(span), Amount::Tonnes(tonnes)) if span.months() > 1 => Label::PerMonth(span, tonnes),
        _ => Label::Dated(when, amount),
    }
}

/// A published period, drawn as its average month; `None` where no tonnes are published.
fn published_mark(fact: &OriginFact) -> Option<Mark> {
    let tonnes = fact.tonnes?.value;
    let months = fact.span.months();
    let per_month = Tonnes::from_grams(tonnes.grams() / i64::from(months));
    let lane = u8::from(fact.partner == Partner::LAOS);
    let look = Look::new(Shape::Level, role(fact.partner), lane, fact.span.positions(), tonnes.per_month(months));
    let doubt = fact.source.confidence == Confidence::Low;
    Some(Mark {
        details: if months > 1 { vec![Detail::PerMonth(per_month)] } else { Vec::new() },
        ..fact_mark(fact, Amount::Tonnes(tonnes), how(fact), Look { doubt, ..look })
    })
}

/// How the newest figure changed that is drawn and not weak; of those that end together the one of the longest period.
///
/// Nothing is found where its change was not printed, or may be rounding: the title then names whose figures are drawn.
fn finding<'a>(drawn: impl Iterator<Item = &'a OriginFact> + Clone) -> Finding {
    let mut partners: Vec<Partner> = drawn.clone().map(|fact| fact.partner).collect();
    partners.sort_unstable();
    partners.dedup();
    let neutral = match partners[..] {
        [partner] => Finding::PeriodsOf(partner),
        _ => Finding::Neutral(ChartName::Partners),
    };
    let newest = drawn
        .filter(|fact| fact.source.confidence == Confidence::Normal)
        .filter_map(|fact| Some((fact, fact.tonnes?.value)))
        .max_by_key(|(fact, tonnes)| (fact.span.last(), fact.span.months(), *tonnes));
    let changed = newest.and_then(|(fact, tonnes)| {
        let change = fact.change.filter(|change| change.value.to_f64().abs() > LEAST_CHANGE)?;
        Some(Finding::Newest { origin: fact.partner, basket: fact.basket, span: fact.span, tonnes, change })
    });
    changed.unwrap_or(neutral)
}
