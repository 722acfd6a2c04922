//! Myanmar and Laos through time: every published period, long or short, as a mark that spans it.

use super::{form, main_facts, rank, role, tip, title};
use crate::charts::figure::{
    Caption, Chart, EndLabel, Figure, Form, Mark, Panel, Shape, TimeChart, Tip, newest, source_line,
};
use crate::charts::implied::{self, Implied, Rows};
use crate::data::order::sort_by;
use crate::data::origins::partner_baskets;
use crate::data::{ArticleFigure, Basket, Month, OriginFact, Partner, Use, When};
use crate::deduce::Class;
use crate::view::{ChartName, View};
use crate::words::Words;

/// The article's figure that is a note beside the chart: no level is published that it would change.
const LAOS_NOTE: &str = "laos-jan-feb";
const PARTNERS: [Partner; 2] = [Partner::MYANMAR, Partner::LAOS];

/// The partners chart of a view.
///
/// Without `implied`, only published periods are drawn.
pub fn figure(
    facts: &[OriginFact],
    implied: Option<&Implied>,
    article: &[ArticleFigure],
    view: &View,
    words: &Words,
) -> Figure {
    let ours = |fact: &OriginFact| PARTNERS.contains(&fact.partner);
    let all = main_facts(facts, ours);
    let start = ChartName::Partners.start();
    let first = all.iter().map(|fact| fact.span.first()).min().unwrap_or(start);
    let last = all.iter().map(|fact| fact.span.last()).max().unwrap_or(start);
    let window = view.window(start, first, last);
    let inside = |fact: &OriginFact| fact.span.first() >= window.0 && fact.span.last() <= window.1;
    let baskets = view.basket.map_or_else(|| partner_baskets(facts), |basket| vec![basket]);
    let mut panels: Vec<Panel> = baskets
        .iter()
        .map(|basket| {
            let drawn = all.iter().copied().filter(|fact| fact.basket == *basket && inside(fact));
            let implied = implied.map(|implied| implied_months(facts, implied, *basket, window, words));
            panel(*basket, drawn.collect(), implied.unwrap_or_default(), words)
        })
        .collect();
    if panels.iter().any(|panel| !panel.marks.is_empty()) {
        panels.retain(|panel| !panel.marks.is_empty());
    } else {
        panels.truncate(1);
    }
    let listed = facts.iter().filter(|fact| {
        ours(fact) && inside(fact) && baskets.contains(&fact.basket)
            || ours(fact) && inside(fact) && view.basket.is_none()
    });
    let mut listed: Vec<Tip> =
        listed.filter(|fact| fact.tonnes.is_none() || fact.usage == Use::Check).map(|fact| tip(fact, words)).collect();
    listed.extend(article.iter().filter(|figure| figure.id == LAOS_NOTE).map(|figure| article_tip(figure, words)));
    let shown = |fact: &&&OriginFact| fact.tonnes.is_some() && inside(fact) && baskets.contains(&fact.basket);
    let periods = all.iter().filter(shown).map(|fact| When::Span(fact.span));
    let note = article.iter().find(|figure| figure.id == LAOS_NOTE).map(|figure| article_note(figure, words));
    Figure {
        name: ChartName::Partners,
        chart: Chart::Time(TimeChart { window, panels, events: Vec::new() }),
        caption: Caption {
            title: words.title_partners.to_owned(),
            subtitle: words.partners_subtitle.to_owned(),
            notes: [words.partners_note, words.implied_note, words.partners_rivals_note]
                .map(str::to_owned)
                .into_iter()
                .chain(note)
                .chain([words.partners_source.to_owned()])
                .collect(),
            newest: newest(periods, words),
            listed,
            listed_title: words.partners_listed.to_owned(),
        },
    }
}

/// The months that nobody published, as far as published figures of the same basket and partner fix them.
fn implied_months(
    facts: &[OriginFact],
    implied: &Implied,
    basket: Basket,
    window: (Month, Month),
    words: &Words,
) -> Vec<Mark> {
    let mut marks = Vec::new();
    for partner in PARTNERS {
        let Some(deduction) = implied.origin(basket, partner) else { continue };
        let months = deduction.months().into_iter().filter(|month| {
            let inside = (window.0..=window.1).contains(&month.span.first());
            inside && matches!(month.class, Class::Deduced | Class::Bounded)
        });
        marks.extend(months.filter_map(|month| {
            let (low, high) = month.range?;
            let title = title(partner, basket, month.span, words);
            Some(Mark {
                series: rank(partner).0 as u8,
                shape: if month.class == Class::Deduced { Shape::Level } else { Shape::Range },
                role: role(partner),
                form: Form::Deduced,
                x: month.span.positions(),
                low: low.to_f64(),
                high: high.to_f64(),
                mid: None,
                label: String::new(),
                bracket: false,
                tip: implied::tip(deduction, &month, Rows::Origins(facts), title, words),
            })
        }));
    }
    marks
}

fn panel(basket: Basket, facts: Vec<&OriginFact>, implied: Vec<Mark>, words: &Words) -> Panel {
    let mut marks: Vec<Mark> = facts
        .into_iter()
        .filter_map(|fact| {
            let tonnes = fact.tonnes?.value;
            let mut tip = tip(fact, words);
            if fact.span.months() > 1 {
                let per_month = words.number(tonnes.per_month(fact.span.months()), 0);
                tip.details.insert(
                    0,
                    words.fill(words.spread_over, &[("tonnes", &words.fill(words.unit_tonnes, &[("n", &per_month)]))]),
                );
            }
            Some(Mark {
                series: rank(fact.partner).0 as u8,
                shape: Shape::Level,
                role: role(fact.partner),
                form: form(fact.kind),
                x: fact.span.positions(),
                low: 0.0,
                high: tonnes.per_month(fact.span.months()),
                mid: None,
                label: String::new(),
                bracket: false,
                tip,
            })
        })
        .collect();
    marks.extend(implied);
    sort_by(&mut marks, |a, b| a.series.cmp(&b.series).then(a.x.0.total_cmp(&b.x.0)).then(b.x.1.total_cmp(&a.x.1)));
    let end_labels = PARTNERS
        .into_iter()
        .filter_map(|partner| {
            let of_partner = marks.iter().filter(|mark| mark.role == role(partner));
            let last = of_partner.max_by(|a, b| a.x.1.total_cmp(&b.x.1))?;
            Some(EndLabel { text: words.partner(partner), role: last.role, y: last.high })
        })
        .collect();
    Panel {
        title: words.basket(basket).to_owned(),
        unit: words.axis_tonnes_month.to_owned(),
        divisor: 1.0,
        percent: false,
        empty: if marks.is_empty() { words.nothing_in_range.to_owned() } else { String::new() },
        marks,
        guides: Vec::new(),
        end_labels,
    }
}

/// A figure of the article as printed, with its unit.
fn article_value(figure: &ArticleFigure, words: &Words) -> String {
    let number = words.number(figure.value.to_f64(), figure.value.places());
    let value = if figure.value.to_f64() > 0.0 { format!("+{number}") } else { number };
    words.fill(words.article_value, &[("n", &value), ("unit", &figure.unit)])
}

/// The same as a sentence under the chart.
fn article_note(figure: &ArticleFigure, words: &Words) -> String {
    let values = [
        ("statement", &*figure.statement),
        ("value", &article_value(figure, words)),
        ("source", &figure.source.name),
        ("checked", &figure.checked),
    ];
    words.fill(words.partners_article_note, &values)
}

/// A figure of the article as an entry of a list, with what others say of it.
fn article_tip(figure: &ArticleFigure, words: &Words) -> Tip {
    Tip {
        title: figure.statement.clone(),
        value: article_value(figure, words),
        details: vec![words.fill(words.article_checked, &[("checked", &figure.checked)])],
        sources: vec![source_line(&figure.source, words)],
    }
}
