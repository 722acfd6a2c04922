//! What China imported in a year, by the origins whose change a reader can set.

use super::units::TonnesAYear;
use crate::data::{Basket, Confidence, Fact, Kind, OriginFact, Partner, RowId, Span, Use};
use crate::view::Input;
use std::cmp::Reverse;

/// Whose goods they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Origin {
    /// One that has an input of its own.
    Named(Partner),
    /// Everyone else: the world's total less the named ones.
    Others,
}

impl Origin {
    /// All of them, in the order of the inputs.
    pub const ALL: [Self; 4] =
        [Self::Named(Partner::MYANMAR), Self::Named(Partner::LAOS), Self::Named(Partner::MALAYSIA), Self::Others];

    /// The input that changes it.
    pub fn input(self) -> Input {
        match self {
            Self::Named(Partner::MYANMAR) => Input::Myanmar,
            Self::Named(Partner::LAOS) => Input::Laos,
            Self::Named(Partner::MALAYSIA) => Input::Malaysia,
            Self::Named(_) | Self::Others => Input::Others,
        }
    }
}

/// What one origin sent in a year.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Who sent it.
    pub origin: Origin,
    /// Net weight of compounds and metals.
    pub tonnes: TonnesAYear,
    /// The rows that say so; of everyone else the world's first.
    pub rows: Vec<RowId>,
    /// Whether it is a sum or difference of published figures, and not published itself.
    pub computed: bool,
    /// Whether one of its rows is weak.
    pub doubt: bool,
}

/// What all origins sent in a year.
#[derive(Clone, Debug, PartialEq)]
pub struct Imports {
    /// The year.
    pub span: Span,
    /// Those that are named in the year, and everyone else, in the order of [`Origin::ALL`].
    pub parts: Vec<Part>,
    /// The world's total.
    pub total: TonnesAYear,
    /// Its row.
    pub row: RowId,
    /// Whether the total is a sum of published figures, and not published itself.
    pub computed: bool,
    /// Whether a row of the year is weak: no finding rests on it.
    pub doubt: bool,
}

impl Imports {
    /// Imports of compounds and metals in a year; `None` where the world's total is not known.
    pub fn of(facts: &[OriginFact], year: i32) -> Option<Self> {
        let span = Span::year(year)?;
        let world = sent(facts, span, Partner::WORLD, Origin::Others)?;
        let named = |origin: &Origin| match *origin {
            Origin::Named(partner) => sent(facts, span, partner, *origin),
            Origin::Others => None,
        };
        let mut parts: Vec<Part> = Origin::ALL.iter().filter_map(named).collect();
        let together: TonnesAYear = parts.iter().map(|part| part.tonnes).sum();
        let doubt = world.doubt || parts.iter().any(|part| part.doubt);
        let rows: Vec<RowId> = world.rows.iter().chain(parts.iter().flat_map(|part| &part.rows)).copied().collect();
        let Part { tonnes: total, computed, .. } = world;
        parts.push(Part { tonnes: TonnesAYear::new(total - together), rows, computed: true, doubt, ..world });
        let row = parts.last()?.rows.first().copied()?;
        Some(Self { span, parts, total, row, computed, doubt })
    }

    /// The year that it is of.
    pub fn year(&self) -> i32 {
        self.span.first().year()
    }

    /// The newest year with the world's total, after another year.
    pub fn newest_after(facts: &[OriginFact], year: i32) -> Option<Self> {
        let years = facts.iter().filter(|fact| is_main(fact) && fact.span.is_year() && fact.partner == Partner::WORLD);
        Self::of(facts, years.map(|fact| fact.span.first().year()).filter(|other| *other > year).max()?)
    }

    /// What one origin sent; `None` where it is not named in the year.
    pub fn part(&self, origin: Origin) -> Option<&Part> {
        self.parts.iter().find(|part| part.origin == origin)
    }
}

fn is_main(fact: &OriginFact) -> bool {
    fact.usage == Use::Main && fact.basket == Basket::CompoundsMetals && fact.tonnes.is_some()
}

/// By the row that became public last; of rivals by the first.
fn sent(facts: &[OriginFact], span: Span, partner: Partner, origin: Origin) -> Option<Part> {
    let of = facts.iter().filter(|fact| is_main(fact) && fact.span == span && fact.partner == partner);
    let fact = of.max_by_key(|fact| (fact.source.known_from, Reverse(fact.source.line)))?;
    Some(Part {
        origin,
        tonnes: TonnesAYear::new(fact.tonnes?.value),
        rows: vec![fact.row()],
        computed: fact.kind != Kind::Published,
        doubt: fact.source.confidence == Confidence::Low,
    })
}
