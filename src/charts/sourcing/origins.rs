//! The backbone: one basket by year, stacked by origin.

use super::{fact_mark, has_hue, how, lane, main_facts, named, role};
use crate::charts::caption::{Listed, ListedTitle, Note, Publisher, Series, Subtitle, Title, newest};
use crate::charts::figure::{Chart, Empty, EndLabel, Figure, Name, Panel, TimeChart, Unit};
use crate::charts::implied::{Implied, disputes};
use crate::charts::mark::{Amount, Detail, How, Label, Lane, Look, Mark, Role, Shape, What, WorldAmount};
use crate::charts::window;
use crate::data::{Basket, Fact, Month, OriginFact, Partner, Percent, Span, Tonnes, Usd, When};
use crate::view::{By, ChartName, OriginMeasure, View};

const BASKET: Basket = Basket::CompoundsMetals;

/// The origins chart of a view.
pub fn figure(all: &[OriginFact], implied: Option<&Implied>, view: &View) -> Figure {
    let facts = main_facts(all, |fact| fact.basket == BASKET && fact.span.is_year());
    let window = window(ChartName::Origins, facts.iter().map(|fact| fact.span), view);
    let mut years: Vec<Year> = Vec::new();
    for fact in facts.iter().filter(|fact| fact.span.first() >= window.0 && fact.span.last() <= window.1) {
        if !years.iter().any(|year| year.span == fact.span) {
            years.extend(Year::new(&facts, fact.span));
        }
    }
    years.sort_by_key(|a| a.span);
    // A range that ends within a year still shows whole years only.
    let window = match (years.first(), years.last()) {
        (Some(first), Some(last)) => (first.span.first(), last.span.last()),
        _ => window,
    };

    let mut marks: Vec<Mark> = years.iter().flat_map(|year| year.marks(view.origins)).collect();
    let end_labels = end_labels(&marks);
    let empty = marks.is_empty().then_some(Empty::Range);
    marks.extend(no_record(&years));
    let panel = Panel {
        title: None,
        unit: match view.origins {
            OriginMeasure::Tonnes => Unit::TonnesPer(By::Year),
            OriginMeasure::Share => Unit::Share,
            OriginMeasure::Value => Unit::MillionUsd,
            OriginMeasure::UnitValue => Unit::UsdPerTonne,
        },
        marks,
        guides: Vec::new(),
        end_labels,
        empty,
    };
    Figure {
        name: ChartName::Origins,
        chart: Chart::Time(TimeChart { window, panels: vec![panel], events: Vec::new() }),
        title: Title::Origins,
        subtitle: Subtitle::Origins(view.origins),
        notes: vec![
            Note::OriginsBasket,
            Note::OriginsShares(years.iter().map(|year| (year.span, year.hued_shares())).collect()),
            Note::OriginsOthers,
            Note::OriginsDoubts,
        ],
        publisher: Publisher::Origins,
        newest: newest(years.iter().map(|year| When::Span(year.span))),
        listed: implied.map(origin_disputes).unwrap_or_default(),
        listed_title: ListedTitle::Disputes,
    }
}

/// Figures of every basket and origin that do not agree with better attested ones.
fn origin_disputes(implied: &Implied) -> Vec<Listed> {
    let series = implied.origins.iter().enumerate();
    series.flat_map(|(index, (_, deduction))| disputes(deduction, Series::Origin(index))).collect()
}

/// The shares of Myanmar and Laos in the newest year that ends by `last`.
pub fn newest_shares(facts: &[OriginFact], last: Month) -> Option<(Percent, Percent, Span)> {
    let facts = main_facts(facts, |fact| fact.basket == BASKET && fact.span.is_year() && fact.span.last() <= last);
    let newest = facts.iter().map(|fact| fact.span).max()?;
    let year = Year::new(&facts, newest)?;
    let share = |partner: Partner| {
        year.named.iter().find(|(fact, _)| fact.partner == partner).and_then(|(_, t)| year.share(*t))
    };
    Some((share(Partner::MYANMAR)?, share(Partner::LAOS)?, newest))
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
        Some(Self { span, world, world_tonnes: world.tonnes?.value, named: named(of_year()) })
    }

    /// Part of the year's tonnes; `None` where the year has none.
    fn share(&self, tonnes: Tonnes) -> Option<Percent> {
        Percent::share(tonnes.to_f64(), self.world_tonnes.to_f64())
    }

    /// The shares of Myanmar and Laos, as far as they are named.
    fn hued_shares(&self) -> Vec<(Partner, Percent)> {
        let hued = self.named.iter().filter(|(fact, _)| has_hue(fact.partner));
        hued.filter_map(|(fact, tonnes)| Some((fact.partner, self.share(*tonnes)?))).collect()
    }

    fn marks(&self, measure: OriginMeasure) -> Vec<Mark> {
        match measure {
            OriginMeasure::UnitValue => self.unit_values(),
            OriginMeasure::Tonnes | OriginMeasure::Share | OriginMeasure::Value => self.stack(measure),
        }
    }

    /// The amount of a part in the measure of the chart.
    fn amount(&self, measure: OriginMeasure, tonnes: Tonnes, value: Option<Usd>) -> Option<Amount> {
        match measure {
            OriginMeasure::Share => self.share(tonnes).map(Amount::Share),
            OriginMeasure::Value => value.map(Amount::Usd),
            OriginMeasure::Tonnes | OriginMeasure::UnitValue => Some(Amount::Tonnes(tonnes)),
        }
    }

    fn stack(&self, measure: OriginMeasure) -> Vec<Mark> {
        let mut base = 0.0;
        let mut segment = |role: Role, lane: Lane, height: f64| {
            let look =
                Look { low: base, ..Look::new(Shape::Segment, role, lane, self.span.positions(), base + height) };
            base += height;
            look
        };
        let mut marks = Vec::new();
        for (fact, tonnes) in &self.named {
            let Some(amount) = self.amount(measure, *tonnes, fact.value) else { continue };
            let share = self.share(*tonnes);
            let mut details = Vec::new();
            if measure != OriginMeasure::Tonnes {
                details.push(Detail::Tonnes(*tonnes));
            }
            details.extend(share.map(Detail::ShareOfWorld));
            // The share of the tonnes is what the chart is read for; beside a value it would be misread.
            let labelled = has_hue(fact.partner) && measure != OriginMeasure::Value;
            let label = share.filter(|_| labelled).map(Label::Share);
            let look = Look { label, ..segment(role(fact.partner), lane(fact.partner), amount.height()) };
            marks.push(Mark { details, ..fact_mark(fact, amount, how(fact.kind), look) });
        }
        if let Some((amount, details)) = self.others(measure) {
            marks.push(Mark {
                what: What::Others(BASKET),
                when: When::Span(self.span),
                amount: Some(amount),
                how: How::Estimated,
                rows: vec![self.world.row()],
                details,
                detail_rows: Vec::new(),
                look: segment(Role::Remainder, Lane::Others, amount.height()),
            });
        }
        marks
    }

    /// What the named origins leave of the world's total in a measure, and how it was computed; `None` where nothing is
    /// left, or where the world has no value.
    fn others(&self, measure: OriginMeasure) -> Option<(Amount, Vec<Detail>)> {
        let by_value = measure == OriginMeasure::Value;
        let tonnes = self.world_tonnes - self.named.iter().map(|(_, tonnes)| *tonnes).sum();
        if tonnes <= Tonnes::ZERO {
            return None;
        }
        let named_value: f64 = self.named.iter().filter_map(|(fact, _)| fact.value.map(Usd::to_f64)).sum();
        let value = self.world.value.and_then(|world| Usd::new(world.to_f64() - named_value));
        let amount = self.amount(measure, tonnes, value)?;
        let world = match self.world.value {
            Some(value) if by_value => WorldAmount::Usd(value),
            _ => WorldAmount::Tonnes(self.world_tonnes),
        };
        let taken_off = self.named.iter().filter(|(fact, _)| !by_value || fact.value.is_some());
        let named = taken_off.map(|(fact, _)| fact.partner).collect();
        let mut details = vec![Detail::WorldLess { world, named }];
        if measure == OriginMeasure::Tonnes {
            details.extend(self.share(tonnes).map(Detail::ShareOfWorld));
        }
        Some((amount, details))
    }

    fn unit_values(&self) -> Vec<Mark> {
        // The world first: the named origins are drawn over it.
        let world = std::iter::once((self.world, self.world_tonnes));
        world
            .chain(self.named.iter().copied())
            .filter_map(|(fact, tonnes)| {
                let value = fact.value.and_then(|value| value.per_tonne(tonnes))?;
                let role = if fact.partner == Partner::WORLD { Role::Remainder } else { role(fact.partner) };
                let look = Look::new(Shape::Level, role, lane(fact.partner), self.span.positions(), value);
                let mark = fact_mark(fact, Amount::UnitValue(value), How::Computed, look);
                Some(Mark { details: vec![Detail::Tonnes(tonnes)], ..mark })
            })
            .collect()
    }
}

/// The names beside the newest column, each at the middle of what it names.
fn end_labels(marks: &[Mark]) -> Vec<EndLabel> {
    let Some(last) = marks.iter().map(|mark| mark.look.x.1).reduce(f64::max) else { return Vec::new() };
    let newest = marks.iter().filter(|mark| mark.look.x.1 == last);
    // The world's unit value may end before the others: its newest one is named all the same.
    let world = marks.iter().rfind(|mark| mark.look.lane == Lane::World && mark.look.x.1 < last);
    newest
        .chain(world)
        .map(|Mark { what, look, .. }| EndLabel {
            name: match what {
                What::Origin(partner, _) => Name::Origin(*partner),
                _ => Name::Others,
            },
            role: look.role,
            y: if look.shape == Shape::Segment { (look.low + look.high) / 2.0 } else { look.high },
        })
        .collect()
}

/// The years before the first with a row for Laos: no record, which is not zero.
fn no_record(years: &[Year]) -> Option<Mark> {
    let has_laos = |year: &&Year| year.named.iter().any(|(fact, _)| fact.partner == Partner::LAOS);
    let without: Vec<&Year> = years.iter().take_while(|year| !has_laos(year)).collect();
    let span = Span::new(without.first()?.span.first(), without.last()?.span.last())?;
    let look = Look::new(Shape::Gap, Role::Laos, lane(Partner::LAOS), span.positions(), 0.0);
    Some(Mark {
        what: What::Origin(Partner::LAOS, BASKET),
        when: When::Span(span),
        amount: None,
        how: How::Published,
        rows: Vec::new(),
        details: vec![Detail::NoRecord],
        detail_rows: Vec::new(),
        look: Look { label: Some(Label::NoRecord(Partner::LAOS)), ..look },
    })
}
