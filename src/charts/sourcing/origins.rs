//! The backbone: one basket by year, stacked by origin.

use super::{form, main_facts, rank, role, tip};
use crate::charts::figure::{
    Caption, Chart, EndLabel, Figure, Form, Mark, Panel, Role, Shape, TimeChart, Tip, newest, source_line,
};
use crate::charts::implied::{self, Implied, Rows};
use crate::data::order::sort_by;
use crate::data::{Basket, Month, OriginFact, Partner, Percent, Span, Tonnes, Usd, When};
use crate::deduce::{Deduction, OriginSeries};
use crate::view::{ChartName, OriginMeasure, View};
use crate::words::Words;

const BASKET: Basket = Basket::CompoundsMetals;
/// The origins chart of a view.
pub fn figure(all: &[OriginFact], implied: Option<&Implied>, view: &View, words: &Words) -> Figure {
    let facts = main_facts(all, |fact| fact.basket == BASKET && fact.span.is_year());
    let start = ChartName::Origins.start();
    let first = facts.iter().map(|fact| fact.span.first()).min().unwrap_or(start);
    let last = facts.iter().map(|fact| fact.span.last()).max().unwrap_or(start);
    let window = view.window(start, first, last);
    let mut years: Vec<Year> = Vec::new();
    for fact in facts.iter().filter(|fact| fact.span.first() >= window.0 && fact.span.last() <= window.1) {
        if !years.iter().any(|year| year.span == fact.span) {
            years.extend(Year::new(&facts, fact.span));
        }
    }
    sort_by(&mut years, |a, b| a.span.cmp(&b.span));
    // A range that ends within a year still shows whole years only.
    let window = match (years.first(), years.last()) {
        (Some(first), Some(last)) => (first.span.first(), last.span.last()),
        _ => window,
    };

    let mut marks: Vec<Mark> = years.iter().flat_map(|year| year.marks(view.origins, words)).collect();
    let end_labels = end_labels(&years, &marks, words);
    let empty = if marks.is_empty() { words.nothing_in_range } else { "" };
    marks.extend(no_record(&years, words));
    let panel = Panel {
        title: String::new(),
        unit: match view.origins {
            OriginMeasure::Tonnes => words.axis_tonnes_year,
            OriginMeasure::Share => words.axis_share,
            OriginMeasure::Value => words.axis_value,
            OriginMeasure::UnitValue => words.axis_unit_value,
        }
        .to_owned(),
        divisor: if view.origins == OriginMeasure::Value { 1e6 } else { 1.0 },
        percent: view.origins == OriginMeasure::Share,
        marks,
        guides: Vec::new(),
        end_labels,
        empty: empty.to_owned(),
    };
    let periods = years.iter().map(|year| When::Span(year.span));
    Figure {
        name: ChartName::Origins,
        chart: Chart::Time(TimeChart { window, panels: vec![panel], events: Vec::new() }),
        caption: Caption {
            title: words.title_origins.to_owned(),
            subtitle: match view.origins {
                OriginMeasure::Tonnes => words.origins_tonnes,
                OriginMeasure::Share => words.origins_share,
                OriginMeasure::Value => words.origins_value,
                OriginMeasure::UnitValue => words.origins_unit_value,
            }
            .to_owned(),
            notes: vec![
                words.origins_note.to_owned(),
                words.fill(words.origins_shares_note, &[("list", &shares(&years, words))]),
                words.origins_others_note.to_owned(),
                words.origins_doubts_note.to_owned(),
                words.comtrade_source.to_owned(),
            ],
            newest: newest(periods, words),
            listed: implied.map(|implied| disputes(all, implied, words)).unwrap_or_default(),
            listed_title: words.disputes_title.to_owned(),
        },
    }
}

/// Figures of every basket and origin that do not agree with better attested ones.
fn disputes(facts: &[OriginFact], implied: &Implied, words: &Words) -> Vec<Tip> {
    let of_series = |(series, deduction): &(OriginSeries, Deduction)| {
        let name = [words.partner(series.partner).as_str(), ", ", words.basket(series.basket)].concat();
        implied::disputes(deduction, Rows::Origins(facts), &name, words)
    };
    implied.origins.iter().flat_map(of_series).collect()
}

/// What the newest year says: how much of the basket came from Myanmar and Laos, computed.
pub fn headline(facts: &[OriginFact], last: Month, words: &Words) -> Option<String> {
    let facts = main_facts(facts, |fact| fact.basket == BASKET && fact.span.is_year() && fact.span.last() <= last);
    let newest = facts.iter().map(|fact| fact.span).max()?;
    let year = Year::new(&facts, newest)?;
    let share = |partner: Partner| {
        let (_, tonnes) = year.named.iter().find(|(fact, _)| fact.partner == partner)?;
        let share = Percent::share(tonnes.to_f64(), year.world_tonnes.to_f64())?;
        Some(words.number(share.to_f64(), 1))
    };
    let values = [("myanmar", share(Partner::MYANMAR)?), ("laos", share(Partner::LAOS)?), ("year", words.span(newest))];
    let values = values.each_ref().map(|(name, text)| (*name, text.as_str()));
    Some(words.fill(words.headline_sourcing, &values))
}

/// One year of the basket: the world's total and the origins that are named.
struct Year<'a> {
    span: Span,
    world: &'a OriginFact,
    world_tonnes: Tonnes,
    /// Bottom of the stack first.
    named: Vec<(&'a OriginFact, Tonnes)>,
}

impl<'a> Year<'a> {
    /// `None` where the world's total is not published: a stack of named origins alone would look like it.
    fn new(facts: &[&'a OriginFact], span: Span) -> Option<Self> {
        let of_year = || facts.iter().copied().filter(|fact| fact.span == span);
        let world = of_year().find(|fact| fact.partner == Partner::WORLD && fact.tonnes.is_some())?;
        let mut named: Vec<(&OriginFact, Tonnes)> = of_year()
            .filter(|fact| fact.partner != Partner::WORLD)
            .filter_map(|fact| Some((fact, fact.tonnes?.value)))
            .collect();
        sort_by(&mut named, |a, b| rank(a.0.partner).cmp(&rank(b.0.partner)));
        Some(Self { span, world, world_tonnes: world.tonnes?.value, named })
    }

    fn marks(&self, measure: OriginMeasure, words: &Words) -> Vec<Mark> {
        match measure {
            OriginMeasure::UnitValue => self.unit_values(words),
            _ => self.stack(measure, words),
        }
    }

    fn stack(&self, measure: OriginMeasure, words: &Words) -> Vec<Mark> {
        let others_tonnes = self.world_tonnes - self.named.iter().map(|(_, tonnes)| *tonnes).sum();
        let named_value: f64 = self.named.iter().filter_map(|(fact, _)| fact.value.map(Usd::to_f64)).sum();
        let others_value = self.world.value.and_then(|world| Usd::new(world.to_f64() - named_value));
        let height = |tonnes: Tonnes, value: Option<Usd>| match measure {
            OriginMeasure::Share => Percent::share(tonnes.to_f64(), self.world_tonnes.to_f64()).map(Percent::to_f64),
            OriginMeasure::Value => value.map(Usd::to_f64),
            _ => Some(tonnes.to_f64()),
        };
        let mut marks = Vec::new();
        let mut base = 0.0;
        let mut push = |series: u8, role: Role, form: Form, height: f64, label: String, tip: Tip| {
            marks.push(Mark {
                series,
                shape: Shape::Segment,
                role,
                form,
                x: self.span.positions(),
                low: base,
                high: base + height,
                mid: None,
                label,
                bracket: false,
                tip,
            });
            base += height;
        };
        for (fact, tonnes) in &self.named {
            let Some(height) = height(*tonnes, fact.value) else { continue };
            let share = Percent::share(tonnes.to_f64(), self.world_tonnes.to_f64());
            let mut tip = tip(fact, words);
            if let Some(share) = share {
                let text = words.fill(words.share_computed, &[("share", &words.percent(share, 1))]);
                tip.details.insert(0, text);
            }
            if measure == OriginMeasure::Value {
                tip.value = fact.value.map(|value| words.dollars(value)).unwrap_or_default();
                tip.details.insert(0, words.tonnes(*tonnes));
            } else if measure == OriginMeasure::Share {
                tip.details.insert(0, words.tonnes(*tonnes));
                tip.value = share.map(|share| words.percent(share, 1)).unwrap_or_default();
            }
            // The share of the tonnes is what the chart is read for; beside a value it would be misread.
            let labelled = matches!(role(fact.partner), Role::Myanmar | Role::Laos) && measure != OriginMeasure::Value;
            let label = share.filter(|_| labelled).map(|share| words.percent(share, 1)).unwrap_or_default();
            push(rank(fact.partner).0 as u8, role(fact.partner), form(fact.kind), height, label, tip);
        }
        if others_tonnes > Tonnes::ZERO
            && let Some(height) = height(others_tonnes, others_value)
        {
            push(
                9,
                Role::Remainder,
                Form::Estimated,
                height,
                String::new(),
                self.others_tip(measure, others_tonnes, others_value, words),
            );
        }
        marks
    }

    fn others_tip(&self, measure: OriginMeasure, tonnes: Tonnes, value: Option<Usd>, words: &Words) -> Tip {
        let by_value = measure == OriginMeasure::Value;
        let taken_off = self.named.iter().filter(|(fact, _)| !by_value || fact.value.is_some());
        let names: Vec<String> = taken_off.map(|(fact, _)| words.partner(fact.partner)).collect();
        let world = match self.world.value {
            Some(value) if by_value => words.dollars(value),
            _ => words.tonnes(self.world_tonnes),
        };
        let mut details = vec![words.fill(words.others_computed, &[("world", &world), ("named", &names.join(", "))])];
        let share = Percent::share(tonnes.to_f64(), self.world_tonnes.to_f64());
        let share = share.map(|share| words.percent(share, 1)).unwrap_or_default();
        let shown = match measure {
            OriginMeasure::Share => share,
            OriginMeasure::Value => value.map(|value| words.dollars(value)).unwrap_or_default(),
            _ => {
                details.push(words.fill(words.share_computed, &[("share", &share)]));
                words.tonnes(tonnes)
            }
        };
        Tip {
            title: words.fill(words.others_in, &[("period", &words.span(self.span))]),
            value: shown,
            details,
            sources: vec![source_line(&self.world.source, words)],
        }
    }

    fn unit_values(&self, words: &Words) -> Vec<Mark> {
        let of = |fact: &OriginFact, tonnes: Tonnes| fact.value.and_then(|value| value.per_tonne(tonnes));
        // The world first: the named origins stand on it.
        let world = std::iter::once((self.world, self.world_tonnes));
        world
            .chain(self.named.iter().copied())
            .filter_map(|(fact, tonnes)| {
                let value = of(fact, tonnes)?;
                let is_world = fact.partner == Partner::WORLD;
                let mut tip = tip(fact, words);
                tip.value = words.fill(words.per_tonne, &[("value", &words.number(value, 0))]);
                tip.details.insert(0, words.tonnes(tonnes));
                Some(Mark {
                    series: if is_world { 10 } else { rank(fact.partner).0 as u8 },
                    shape: Shape::Level,
                    role: if is_world { Role::Remainder } else { role(fact.partner) },
                    form: Form::Computed,
                    x: self.span.positions(),
                    low: 0.0,
                    high: value,
                    mid: None,
                    label: String::new(),
                    bracket: false,
                    tip,
                })
            })
            .collect()
    }
}

/// What Myanmar and Laos supplied year by year: on a narrow screen the columns have no room to say it.
fn shares(years: &[Year], words: &Words) -> String {
    let year = |year: &Year| {
        let hues = year.named.iter().filter(|(fact, _)| matches!(role(fact.partner), Role::Myanmar | Role::Laos));
        let parts: Vec<String> = hues
            .filter_map(|(fact, tonnes)| {
                let share = Percent::share(tonnes.to_f64(), year.world_tonnes.to_f64())?;
                let values = [("origin", &*words.partner(fact.partner)), ("share", &words.percent(share, 1))];
                Some(words.fill(words.share_of, &values))
            })
            .collect();
        [&*words.span(year.span), " ", &parts.join(", ")].concat()
    };
    years.iter().map(year).collect::<Vec<_>>().join("; ")
}

/// The names beside the newest column, each at the middle of what it names.
fn end_labels(years: &[Year], marks: &[Mark], words: &Words) -> Vec<EndLabel> {
    let Some(last) = marks.iter().map(|mark| mark.x.1).reduce(f64::max) else { return Vec::new() };
    let newest = || marks.iter().filter(move |mark| mark.x.1 == last);
    let Some(year) = years.iter().rev().find(|year| year.span.positions().1 == last) else { return Vec::new() };
    // The world's unit value may end before the others: its newest one is named all the same.
    let world = marks.iter().rfind(|mark| mark.series == 10 && mark.x.1 < last);
    newest()
        .chain(world)
        .map(|mark| {
            let named = year
                .named
                .iter()
                .find(|(fact, _)| rank(fact.partner).0 as u8 == mark.series && role(fact.partner) == mark.role);
            let text = match (named, mark.series) {
                (Some((fact, _)), _) => words.partner(fact.partner),
                (None, 10) => words.world.to_owned(),
                (None, _) => words.others.to_owned(),
            };
            let y = if mark.shape == Shape::Segment { (mark.low + mark.high) / 2.0 } else { mark.high };
            EndLabel { text, role: mark.role, y }
        })
        .collect()
}

/// The years before the first with a row for Laos: no record, which is not zero.
fn no_record(years: &[Year], words: &Words) -> Option<Mark> {
    let has_laos = |year: &&Year| year.named.iter().any(|(fact, _)| fact.partner == Partner::LAOS);
    let without: Vec<&Year> = years.iter().take_while(|year| !has_laos(year)).collect();
    let span = Span::new(without.first()?.span.first(), without.last()?.span.last())?;
    Some(Mark {
        series: rank(Partner::LAOS).0 as u8,
        shape: Shape::Gap,
        role: Role::Laos,
        form: Form::Published,
        x: span.positions(),
        low: 0.0,
        high: 0.0,
        mid: None,
        label: words.laos_no_record.to_owned(),
        bracket: false,
        tip: Tip {
            title: words.fill(
                words.origin_in,
                &[
                    ("origin", &words.partner(Partner::LAOS)),
                    ("basket", words.basket(BASKET)),
                    ("period", &words.span(span)),
                ],
            ),
            value: words.no_record.to_owned(),
            details: vec![words.no_record_note.to_owned()],
            sources: Vec::new(),
        },
    })
}
