//! The axes of a panel: what runs across, units of values, and the names that stand at slots, rows and panels.

use super::claims::{ArticleId, Metal};
use super::mark::Role;
use super::whatif::RowName;
use crate::data::{Basket, Flow, Market, Month, Partner, Product, Span};
use crate::view::{By, PriceUnit};

/// What runs across a plot.
#[derive(Clone, Debug, PartialEq)]
pub enum XAxis {
    /// Months since January of year 0, as [`crate::data::Month::position`] counts them.
    Time {
        /// The start of the first month.
        from: f64,
        /// The end of the last month.
        to: f64,
        /// What a column stands for, and what is named under it as far as there is room.
        step: By,
    },
    /// The months of any year: 0 is January, 11 is December; a mark stands at a whole number.
    MonthsOfYear,
    /// Slot `n` runs from `n` to `n + 1`.
    Slots {
        /// From the left.
        slots: Vec<Slot>,
        /// Names on a second line; none where each slot's own name says it all.
        groups: Vec<SlotGroup>,
    },
    /// Values run across, and each row is a lane: row `n` is the mark's `x` from `n` to `n + 1`, from the top.
    Rows(Vec<(Name, Option<Role>)>),
}

impl XAxis {
    /// From the start of a first month to the end of a last one.
    pub fn of_months((first, last): (Month, Month), step: By) -> Self {
        Self::Time { from: first.position(), to: last.position() + 1.0, step }
    }
}

/// What stands under a slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// A year; in a narrow plot its last two digits.
    Year(i32),
    /// All origins of a year.
    Total(i32),
    /// An origin's step, or the rest's; with a role in its hue.
    Named(Name, Option<Role>),
}

/// Neighbouring slots with a name under them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SlotGroup {
    /// Index of the first slot.
    pub first: usize,
    /// How many slots the name stands under, at its middle.
    pub count: usize,
    /// Whose slots they are.
    pub name: Name,
    /// The hue of the name; without one it is muted.
    pub role: Option<Role>,
}

/// Where a value axis starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Base {
    /// At zero, or below it where values are negative.
    Zero,
    /// Near the lowest value: a zigzag at its foot, and words, say so.
    Fitted,
    /// Near the lowest value, with a strong line at 100.
    Hundred,
    /// Near the lowest value, and equal steps are equal ratios; an index has a strong line at 100.
    Log,
    /// At zero, on a pale track that ends at 100 %: the whole that values are parts of.
    Whole,
}

/// The unit of a value axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Tonnes a month, a quarter or a year.
    TonnesPer(By),
    /// Tonnes since January.
    TonnesSinceJanuary,
    /// Net tonnes of whole years.
    Tonnes,
    /// Per cent on a year before.
    Change,
    /// Per cent of a total.
    Share,
    /// US dollars, printed in millions.
    MillionUsd,
    /// A value over its net weight, with freight and insurance.
    UsdPerKilogram,
    /// CNY a tonne, printed in thousands: the quotes inside China.
    ThousandCnyPerTonne,
    /// A unit of price that is printed undivided.
    Price(PriceUnit),
    /// 100 at a base day.
    Index,
    /// One price over another.
    Times,
    /// Points of 10,000: the sum of squared shares in per cent.
    Concentration,
    /// Each value is written with a unit of its own.
    AsLabelled,
}

impl Unit {
    /// The axis prints values divided by this.
    pub(crate) fn divisor(self) -> f64 {
        match self {
            Self::MillionUsd => 1e6,
            Self::ThousandCnyPerTonne => 1e3,
            _ => 1.0,
        }
    }

    pub(crate) fn is_percent(self) -> bool {
        matches!(self, Self::Change | Self::Share)
    }
}

/// The name of a panel, a slot, a row or a lane of marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Name {
    /// Imports or exports, on the trade chart.
    Flow(Flow),
    /// A partner, or the world as a whole.
    Origin(Partner),
    /// All origins but those that are named.
    Others,
    /// The rest of the world: what the named origins leave of a change.
    RestOfWorld,
    /// One or several customs lines that are counted together.
    Basket(Basket),
    /// An oxide, metal or alloy that is quoted.
    Product(Product),
    /// The same where there is little room.
    ShortProduct(Product),
    /// Where quotes hold, with their usual terms.
    Market(Market),
    /// What Laos made up of Myanmar's loss, by this measure.
    Measure(Measure),
    /// What Laos made up of Myanmar's loss, above the bars of each measure.
    MadeUp,
    /// From one year to a later one.
    Years(i32, i32),
    /// What was paid for the goods, in million dollars.
    Value,
    /// What was paid for a kilogram, in dollars.
    UnitValue,
    /// Months that are counted together.
    Period(Span),
    /// The price of one product over that of another.
    Ratio(Product, Product),
    /// The index of concentration.
    Concentration,
    /// What named origins sent of all imports.
    NamedOrigins,
    /// A figure of the article.
    Article(ArticleId),
    /// What is added to magnets.
    Metal(Metal),
    /// A row or a panel of the what-if.
    WhatIf(RowName),
}

/// A measure of what was imported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Measure {
    /// Tonnes of goods, whatever part of them is rare earths.
    NetWeight,
    /// With freight and insurance (CIF).
    Dollars,
    /// Tonnes of rare earth oxides in the goods: an estimate.
    OxideContent,
}
