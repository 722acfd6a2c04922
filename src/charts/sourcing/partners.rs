//! Myanmar and Laos through time: every published period, long or short, as a mark that spans it.

use super::{fact_mark, how, lane, main_facts, role};
use crate::charts::caption::{Listed, ListedTitle, Note, Publisher, Subtitle, Title, newest};
use crate::charts::figure::{Chart, Empty, EndLabel, Figure, Name, Panel, PanelTitle, TimeChart, Unit};
use crate::charts::implied::Implied;
use crate::charts::mark::{Amount, Detail, How, Look, Mark, Shape, What};
use crate::charts::window;
use crate::data::origins::partner_baskets;
use crate::data::{ArticleFigure, Basket, Fact, Month, OriginFact, Partner, Tonnes, Use, When};
use crate::deduce::Class;
use crate::view::{By, ChartName, View};

/// The article's figure that is a note beside the chart: no level is published that it would change.
const LAOS_NOTE: &str = "laos-jan-feb";
const PARTNERS: [Partner; 2] = [Partner::MYANMAR, Partner::LAOS];

/// The partners chart of a view.
///
/// Without `implied`, only published periods are drawn.
pub fn figure(facts: &[OriginFact], implied: Option<&Implied>, article: &[ArticleFigure], view: &View) -> Figure {
    let ours = |fact: &OriginFact| PARTNERS.contains(&fact.partner);
    let all = main_facts(facts, ours);
    let window = window(ChartName::Partners, all.iter().map(|fact| fact.span), view);
    let inside = |fact: &OriginFact| fact.span.first() >= window.0 && fact.span.last() <= window.1;
    let baskets = view.basket.map_or_else(|| partner_baskets(facts), |basket| vec![basket]);
    let panel = |basket: &Basket| {
        let drawn = all.iter().copied().filter(|fact| fact.basket == *basket && inside(fact));
        let implied = implied.map(|implied| implied_months(implied, *basket, window)).unwrap_or_default();
        panel(*basket, drawn, implied)
    };
    let mut panels: Vec<Panel> = baskets.iter().map(panel).collect();
    if panels.iter().any(|panel| !panel.marks.is_empty()) {
        panels.retain(|panel| !panel.marks.is_empty());
    } else {
        panels.truncate(1);
    }
    let of_basket = |fact: &OriginFact| view.basket.is_none() || baskets.contains(&fact.basket);
    let not_drawn = |fact: &OriginFact| fact.tonnes.is_none() || fact.usage == Use::Check;
    let listed = facts.iter().filter(|fact| ours(fact) && inside(fact) && of_basket(fact) && not_drawn(fact));
    let note = article.iter().find(|figure| figure.id == LAOS_NOTE);
    let note = note.map(Fact::row);
    let shown = |fact: &&&OriginFact| fact.tonnes.is_some() && inside(fact) && baskets.contains(&fact.basket);
    Figure {
        name: ChartName::Partners,
        chart: Chart::Time(TimeChart { window, panels, events: Vec::new() }),
        title: Title::Partners,
        subtitle: Subtitle::Partners,
        notes: [Note::Partners, Note::Implied, Note::PartnersRivals]
            .into_iter()
            .chain(note.map(Note::ArticleFigure))
            .collect(),
        publisher: Publisher::Partners,
        newest: newest(all.iter().filter(shown).map(|fact| When::Span(fact.span))),
        listed: listed.map(|fact| Listed::Origin(fact.row())).chain(note.map(Listed::Article)).collect(),
        listed_title: ListedTitle::NotDrawn,
    }
}

/// The months that nobody published, as far as published figures of the same basket and partner fix them.
fn implied_months(implied: &Implied, basket: Basket, window: (Month, Month)) -> Vec<Mark> {
    let mut marks = Vec::new();
    for partner in PARTNERS {
        let Some(deduction) = implied.origin(basket, partner) else { continue };
        for month in deduction.months() {
            let inside = (window.0..=window.1).contains(&month.span.first());
            let (how, shape) = match month.class {
                Class::Deduced => (How::Deduced, Shape::Level),
                Class::Bounded => (How::Bounded, Shape::Range),
                Class::Published | Class::Unknown => continue,
            };
            let Some((low, high)) = month.range.filter(|_| inside) else { continue };
            let look = Look::new(shape, role(partner), lane(partner), month.span.positions(), high.to_f64());
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

fn panel<'a>(basket: Basket, facts: impl Iterator<Item = &'a OriginFact>, implied: Vec<Mark>) -> Panel {
    let mut marks: Vec<Mark> = facts.filter_map(published_mark).collect();
    marks.extend(implied);
    marks.sort_by(|a, b| {
        let (a, b) = (&a.look, &b.look);
        a.lane.cmp(&b.lane).then(a.x.0.total_cmp(&b.x.0)).then(b.x.1.total_cmp(&a.x.1))
    });
    let end_label = |partner: Partner| {
        let of_partner = marks.iter().filter(|mark| mark.look.role == role(partner));
        let last = of_partner.max_by(|a, b| a.look.x.1.total_cmp(&b.look.x.1))?;
        Some(EndLabel { name: Name::Origin(partner), role: last.look.role, y: last.look.high })
    };
    Panel {
        title: Some(PanelTitle::Basket(basket)),
        unit: Unit::TonnesPer(By::Month),
        empty: marks.is_empty().then_some(Empty::Range),
        end_labels: PARTNERS.into_iter().filter_map(end_label).collect(),
        marks,
        guides: Vec::new(),
    }
}

/// A published period, drawn as its average month; `None` where no tonnes are published.
fn published_mark(fact: &OriginFact) -> Option<Mark> {
    let tonnes = fact.tonnes?.value;
    let months = fact.span.months();
    let per_month = Tonnes::from_grams(tonnes.grams() / i64::from(months));
    let x = fact.span.positions();
    let look = Look::new(Shape::Level, role(fact.partner), lane(fact.partner), x, tonnes.per_month(months));
    Some(Mark {
        details: if months > 1 { vec![Detail::PerMonth(per_month)] } else { Vec::new() },
        ..fact_mark(fact, Amount::Tonnes(tonnes), how(fact.kind), look)
    })
}
