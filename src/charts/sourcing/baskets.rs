//! Three years by basket and origin, so that oxides, carbonate, ore and monazite can be told apart.

use super::approx::about_equal;
use super::oxide::Oxide;
use super::years::{BASKET, years};
use super::{Finding, Known, Subtitle, fact_mark, how, in_year, known, main_facts, role, share_details, tag};
use crate::charts::caption::{Listed, ListedTitle, Note, Publisher, Subtitle as AnySubtitle, Title, newest};
use crate::charts::figure::{
    Arrangement, Aside, Base, Chart, Empty, Figure, Name, Panel, Slot, SlotGroup, Unit, XAxis,
};
use crate::charts::mark::{Amount, Detail, How, Label, Look, Mark, Shape, TagAt, What};
use crate::data::origins::basket_years;
use crate::data::{Basket, Fact, OriginFact, Partner, Percent, RowId, Span, Tonnes, Use, When};
use crate::view::{BasketsChoice, ChartName, View};

/// The baskets that have something to show.
const MAIN: [Basket; 5] =
    [Basket::OtherCompounds, Basket::Oxides, Basket::MixedCarbonate, Basket::Ore, Basket::Monazite];
/// At most so many origins have columns, and only with a column of at least so many per cent of the chart's highest.
const ORIGINS: usize = 3;
const LEAST: i64 = 2;

/// The baskets chart of a view.
pub fn figure(facts: &[OriginFact], view: &View) -> Figure {
    let every = view.baskets == BasketsChoice::Every;
    let last = view.year.or_else(|| basket_years(facts).first().copied());
    let spans: Vec<Span> = last.into_iter().flat_map(|last| last - 2..=last).filter_map(Span::year).collect();
    let wanted = |fact: &OriginFact| spans.contains(&fact.span) && (every || MAIN.contains(&fact.basket));
    let main = main_facts(facts, |fact| wanted(fact) && fact.tonnes.is_some());
    let mut keys: Vec<(Basket, &str)> = main.iter().map(|fact| key(fact)).collect();
    keys.sort();
    keys.dedup();
    let mut baskets: Vec<BasketYears> = keys.into_iter().map(|of| BasketYears::new(&main, of, &spans)).collect();
    baskets.sort_by_key(BasketYears::order);
    let most = baskets.iter().flat_map(|basket| &basket.origins).map(Origin::most).max().unwrap_or_default();
    // Where all baskets are shown, the greatest would flatten the others: each has its own scale.
    let least = if every { Tonnes::ZERO } else { Tonnes::from_grams(most.grams() / 100 * LEAST) };
    let mut panels: Vec<Panel> = baskets.iter().map(|basket| basket.panel(facts, &spans, least)).collect();
    if panels.is_empty() {
        let slots = XAxis::Slots { slots: Vec::new(), groups: Vec::new() };
        panels.push(Panel { empty: Some(Empty::Year), ..Panel::new(slots, Unit::Tonnes, Base::Zero) });
    }
    let drawn: Vec<RowId> = panels.iter().flat_map(|panel| &panel.marks).flat_map(|mark| &mark.rows).copied().collect();
    let listed = facts.iter().filter(|fact| wanted(fact)).map(Fact::row).filter(|row| !drawn.contains(row));
    let ends = spans.first().zip(spans.last()).map(|(first, last)| (first.first().year(), last.first().year()));
    let loss = ends.and_then(|ends| loss(facts, ends));
    let finding = match (&loss, ends) {
        (Some(loss), _) => loss.finding.clone(),
        (None, Some((from, to))) => {
            Oxide::of(facts, from, to).map_or(Finding::Neutral(ChartName::Baskets), |oxide| Finding::Oxide(oxide, None))
        }
        _ => Finding::Neutral(ChartName::Baskets),
    };
    Figure {
        name: ChartName::Baskets,
        title: Title::Sourcing(finding),
        subtitle: AnySubtitle::Sourcing(Subtitle::Baskets {
            years: ends,
            loss: loss.map(|loss| (loss.basket, loss.share)),
            same_scale: !every,
            inferred: inferred(&panels),
        }),
        notes: vec![Note::Baskets],
        publisher: Publisher::Baskets,
        newest: newest(main.iter().map(|fact| When::Span(fact.span))),
        listed: listed.map(Listed::Origin).collect(),
        listed_title: ListedTitle::Rivals,
        chart: Chart { arrangement: Arrangement::Columns(2), same_scale: !every, panels, events: Vec::new() },
    }
}

/// The years that an inferred column is of.
fn inferred(panels: &[Panel]) -> Vec<i32> {
    let marks = panels.iter().flat_map(|panel| &panel.marks).filter(|mark| mark.how == How::Inferred);
    let mut years: Vec<i32> = marks.filter_map(|mark| Some(mark.when.span()?.first().year())).collect();
    years.sort_unstable();
    years.dedup();
    years
}

/// A basket has a panel; where one name covers several customs lines, each line has.
fn key(fact: &OriginFact) -> (Basket, &str) {
    let by_line = matches!(fact.basket, Basket::CompoundsLine | Basket::CeriumCompounds);
    (fact.basket, if by_line { &fact.hs } else { "" })
}

/// What one origin sent of a basket in each of the years.
struct Origin<'a> {
    partner: Partner,
    years: Vec<Option<Known<'a>>>,
}

impl Origin<'_> {
    fn most(&self) -> Tonnes {
        self.years.iter().flatten().map(|known| known.tonnes).max().unwrap_or_default()
    }

    /// How much less the last year is than the first.
    fn loss(&self) -> Option<Tonnes> {
        let (first, last) = (self.years.first()?.as_ref()?, self.years.last()?.as_ref()?);
        Some(first.tonnes - last.tonnes)
    }
}

/// A basket with what each origin sent, the biggest first.
struct BasketYears<'a> {
    basket: Basket,
    world: Vec<Option<Known<'a>>>,
    origins: Vec<Origin<'a>>,
    /// The code of the newest row that has one, of the world's where it has.
    hs: &'a str,
}

impl<'a> BasketYears<'a> {
    fn new(main: &[&'a OriginFact], of: (Basket, &str), spans: &[Span]) -> Self {
        let facts = || main.iter().copied().filter(|fact| key(fact) == of);
        let years: Vec<Vec<Known>> =
            spans.iter().map(|span| known(facts().filter(|fact| fact.span == *span))).collect();
        let of_partner = |partner: Partner| {
            let find = |year: &Vec<Known<'a>>| year.iter().find(|known| known.fact.partner == partner).copied();
            years.iter().map(find).collect::<Vec<_>>()
        };
        let mut partners: Vec<Partner> =
            facts().map(|fact| fact.partner).filter(|partner| *partner != Partner::WORLD).collect();
        partners.sort();
        partners.dedup();
        let mut origins: Vec<Origin> =
            partners.into_iter().map(|partner| Origin { partner, years: of_partner(partner) }).collect();
        origins.sort_by_key(|origin| (std::cmp::Reverse(origin.most()), origin.partner));
        // The world's row names the whole basket, an origin's perhaps one line of it.
        let coded = facts().filter(|fact| !fact.hs.is_empty());
        let newest = coded.max_by_key(|fact| (fact.partner == Partner::WORLD, fact.span));
        let hs = newest.map_or("", |fact| fact.hs.as_str());
        Self { basket: of.0, world: of_partner(Partner::WORLD), origins, hs }
    }

    /// The main ones come first, and of them those that Myanmar lost in, by its loss.
    fn order(&self) -> (bool, std::cmp::Reverse<Tonnes>, usize, Basket) {
        let myanmar = self.origins.iter().find(|origin| origin.partner == Partner::MYANMAR);
        let place = MAIN.iter().position(|main| *main == self.basket);
        let loss = myanmar.and_then(Origin::loss).filter(|_| place.is_some()).unwrap_or_default().max(Tonnes::ZERO);
        (place.is_none(), std::cmp::Reverse(loss), place.unwrap_or_default(), self.basket)
    }

    fn panel(&self, facts: &[OriginFact], spans: &[Span], least: Tonnes) -> Panel {
        let mut drawn: Vec<&Origin> = self.origins.iter().take(ORIGINS).collect();
        drawn.retain(|origin| {
            origin.most() >= least || Some(origin.partner) == self.origins.first().map(|first| first.partner)
        });
        // Where no origin is named in any year, the world's total stands alone.
        let world = Origin { partner: Partner::WORLD, years: self.world.clone() };
        if drawn.is_empty() {
            drawn.push(&world);
        }
        let (mut slots, mut groups, mut marks) = (Vec::new(), Vec::new(), Vec::new());
        for (lane, origin) in drawn.iter().enumerate() {
            let (name, role) = (Name::Origin(origin.partner), Some(role(origin.partner)));
            groups.push(SlotGroup { first: slots.len(), count: spans.len(), name, role });
            for ((span, known), world) in spans.iter().zip(&origin.years).zip(&self.world) {
                let x = (slots.len() as f64, slots.len() as f64 + 1.0);
                slots.push(Slot::Year(span.first().year()));
                let newest = Some(span) == spans.last();
                marks.push(match known {
                    Some(known) => column(facts, *known, *world, lane as u8, x, newest),
                    None => self.gap(origin.partner, *span, world.is_some(), lane as u8, x),
                });
            }
        }
        let year = |(span, world): (&Span, &Option<Known>)| (span.first().year(), world.map(|world| world.tonnes));
        let years = spans.iter().zip(&self.world).map(year).collect();
        Panel {
            names: vec![(Name::Basket(self.basket), None)],
            aside: Some(Aside::AllOrigins { hs: self.hs.to_owned(), years }),
            marks,
            ..Panel::new(XAxis::Slots { slots, groups }, Unit::Tonnes, Base::Zero)
        }
    }

    /// A year for which there is no figure of an origin.
    fn gap(&self, partner: Partner, span: Span, has_world: bool, lane: u8, x: (f64, f64)) -> Mark {
        let of_year = |known: &Option<Known>| known.is_some_and(|known| known.fact.span == span);
        let any = self.origins.iter().any(|origin| origin.years.iter().any(of_year));
        let not_published = has_world && !any && partner != Partner::WORLD;
        Mark {
            what: What::Origin(partner, self.basket),
            when: When::Span(span),
            amount: None,
            how: How::Published,
            rows: Vec::new(),
            details: not_published.then_some(Detail::OriginNotPublished).into_iter().collect(),
            detail_rows: Vec::new(),
            look: Look::new(Shape::Gap, role(partner), lane, x, 0.0),
        }
    }
}

/// A row's tonnes. Another source's figure for the same is said beside it, where it differs by over one per cent.
fn column(facts: &[OriginFact], known: Known, world: Option<Known>, lane: u8, x: (f64, f64), newest: bool) -> Mark {
    let Known { fact, tonnes, doubt } = known;
    let same = |other: &&OriginFact| {
        let of = (other.span, other.partner, other.basket, other.usage);
        let same_line = other.hs == fact.hs || other.hs.is_empty() || fact.hs.is_empty();
        same_line && of == (fact.span, fact.partner, fact.basket, Use::Check)
    };
    let differs = |other: &Tonnes| (other.to_f64() - tonnes.to_f64()).abs() > 0.01 * tonnes.to_f64();
    let rivals: Vec<(&OriginFact, Tonnes)> = facts
        .iter()
        .filter(same)
        .filter_map(|other| Some((other, other.tonnes?.value)))
        .filter(|(_, other)| differs(other))
        .collect();
    let share = world.and_then(|world| Percent::share(tonnes.to_f64(), world.tonnes.to_f64()));
    let mut details = share_details(share.filter(|_| fact.partner != Partner::WORLD), None);
    details.extend(rivals.iter().map(|(_, tonnes)| Detail::OtherFigure(*tonnes)));
    let amount = Amount::Tonnes(tonnes);
    let look = Look::new(Shape::Column, role(fact.partner), lane, x, tonnes.to_f64());
    let tag = tag(Label::Amount(amount), TagAt::Above, !newest);
    let look = Look { tag, doubt: doubt || !rivals.is_empty(), ..look };
    let detail_rows = rivals.iter().map(|(other, _)| other.row()).collect();
    Mark { details, detail_rows, ..fact_mark(fact, amount, how(fact), look) }
}

/// The basket that holds most of what Myanmar sent less.
struct Loss {
    basket: Basket,
    /// Of its loss in compounds and metals, which hold the basket.
    share: Percent,
    finding: Finding,
}

/// `None` where Myanmar did not lose over a hundredth, or no basket has a point more than half of its loss.
fn loss(facts: &[OriginFact], (from, to): (i32, i32)) -> Option<Loss> {
    let all = years(facts);
    let sent = |year: i32| {
        let year = all.iter().find(|of| of.year == year)?;
        year.get(Partner::MYANMAR).filter(|known| !known.doubt && known.fact.basket == BASKET)
    };
    let (before, now) = (sent(from)?.tonnes.to_f64(), sent(to)?.tonnes.to_f64());
    let total = before - now;
    let change = |basket: Basket| {
        let of = |year| in_year(facts, Partner::MYANMAR, basket, year).filter(|known| !known.doubt);
        let (before, now) = (of(from)?.tonnes.to_f64(), of(to)?.tonnes.to_f64());
        Some((basket, before - now, Percent::change(now, before)?, about_equal(before, now)))
    };
    let parts = [Basket::OtherCompounds, Basket::Oxides, Basket::MixedCarbonate];
    let mut parts: Vec<(Basket, f64, Percent, bool)> = parts.into_iter().filter_map(change).collect();
    parts.sort_by(|a, b| b.1.total_cmp(&a.1));
    let (basket, lost, fell, _) = *parts.first()?;
    let share = Percent::share(lost, total)
        .filter(|share| total > 0.0 && !about_equal(before, now) && share.to_f64() > 51.0)?;
    let other = parts.get(1).filter(|other| !other.3).map(|other| (other.0, other.2));
    Some(Loss { basket, share, finding: Finding::MostlyBasket { basket: (basket, fell), other } })
}
