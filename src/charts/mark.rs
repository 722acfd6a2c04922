//! One mark: what it stands for, how much, how that is known, and what it looks like.

use super::trade::Change;
use crate::data::{Basket, Flow, Partner, Percent, Product, Quote, RowId, Span, Tonnes, Usd, When};
use crate::view::PriceUnit;

/// One thing on a chart that can be pointed at: what it is, when, how much, and how that is known.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// The flow, origin or product that it shows.
    pub what: What,
    /// The published period or day. The deduced one, where nobody published it.
    pub when: When,
    /// Exactly as published, computed or deduced; `None` where nothing is published.
    pub amount: Option<Amount>,
    /// Where the amount comes from.
    pub how: How,
    /// The rows that the amount rests on, in the order in which they are read. Those of a deduced amount are in its proof.
    pub rows: Vec<RowId>,
    /// What else is known of it.
    pub details: Vec<Detail>,
    /// The rows that [`Self::details`] rest on, where they are not among [`Self::rows`].
    pub detail_rows: Vec<RowId>,
    /// Where and how it is drawn.
    pub look: Look,
}

/// What a mark stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum What {
    /// China's imports or exports of all rare earths.
    Flow(Flow),
    /// What came from one partner, the world among them, in one basket.
    Origin(Partner, Basket),
    /// A basket's world total less the origins that are named.
    Others(Basket),
    /// A price of a product.
    Quote(Product),
    /// The article's price range.
    Forecast(Product),
}

/// How much, with its unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Amount {
    /// A mass: published, summed, or what is left of a total.
    Tonnes(Tonnes),
    /// The least and the most that published figures leave open.
    TonnesBetween(Tonnes, Tonnes),
    /// The value of the goods (CIF).
    Usd(Usd),
    /// US dollars per tonne.
    UnitValue(f64),
    /// A part of a total, computed.
    Share(Percent),
    /// The change on a year before, in per cent.
    Change(Change),
    /// In the currency and for the mass of the unit.
    Price(Quote, PriceUnit),
}

impl Amount {
    /// Its position on an axis of its unit; of an interval the upper end.
    pub fn height(self) -> f64 {
        match self {
            Self::Tonnes(tonnes) | Self::TonnesBetween(_, tonnes) => tonnes.to_f64(),
            Self::Usd(value) => value.to_f64(),
            Self::UnitValue(value) => value,
            Self::Share(share) => share.to_f64(),
            Self::Change(change) => change.value(),
            Self::Price(quote, _) => quote.high(),
        }
    }
}

/// How a figure came to be; each looks different without any colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum How {
    /// Solid.
    Published,
    /// Hatched: computed from published figures.
    Computed,
    /// Open: an estimate, or a remainder.
    Estimated,
    /// Dashed.
    Forecast,
    /// Pale: nobody published it, and published figures leave only a small interval.
    Deduced,
    /// Two joined ticks: nobody published it, and published figures leave a wider interval.
    Bounded,
}

/// What is known of a mark besides its amount and what its rows say.
#[derive(Clone, Debug, PartialEq)]
pub enum Detail {
    /// Drawn as so much a month, because the mark stands for several months.
    PerMonth(Tonnes),
    /// The amount is the sum of its rows.
    Sum,
    /// The change on a year before.
    Change(Change),
    /// The printed and the computed change differ by more than rounding.
    ChangesDisagree,
    /// The tonnes that a change was computed from, now and a year before.
    TonnesAfter {
        /// The tonnes of the mark's period.
        now: Tonnes,
        /// The tonnes of the same months a year before; `None` where they are not published.
        before: Option<Tonnes>,
    },
    /// The mass, where the amount is in another measure.
    Tonnes(Tonnes),
    /// Part of the world's tonnes, computed.
    ShareOfWorld(Percent),
    /// Computed: the world's amount less that of the named origins.
    WorldLess {
        /// The world's amount, in the measure of the chart.
        world: WorldAmount,
        /// The origins that were taken off.
        named: Vec<Partner>,
    },
    /// The amount is the world's, and none of its origins is published.
    OriginNotPublished,
    /// The tables hold no flow of the partner in these years, which is not zero.
    NoRecord,
    /// Published for longer periods that overlap this one.
    LongerPeriods(Vec<(Span, Tonnes)>),
    /// The rate of China's value added tax that was taken off, in per cent.
    VatTakenOff(f64),
}

/// A world total, by weight or by value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum WorldAmount {
    /// Net weight.
    Tonnes(Tonnes),
    /// CIF.
    Usd(Usd),
}

/// Where and how a mark is drawn, in the units of its axes.
#[derive(Clone, Debug, PartialEq)]
pub struct Look {
    /// The form on the plot.
    pub shape: Shape,
    /// The hue.
    pub role: Role,
    /// The marks that the arrow keys reach next.
    pub lane: Lane,
    /// Start and end on the time axis (months since January of year 0); equal for a day, and in a [`RowsChart`].
    pub x: (f64, f64),
    /// The lower end on the value axis.
    pub low: f64,
    /// The upper end on the value axis.
    pub high: f64,
    /// Between `low` and `high`, where it was printed.
    pub mid: Option<f64>,
    /// Text on the mark, drawn where there is room.
    pub label: Option<Label>,
    /// Whether a bracket shows that the mark stands for more than one step of the axis.
    pub bracket: bool,
}

impl Look {
    /// A mark from zero to `high`, without label, mid and bracket.
    pub fn new(shape: Shape, role: Role, lane: Lane, x: (f64, f64), high: f64) -> Self {
        Self { shape, role, lane, x, low: 0.0, high, mid: None, label: None, bracket: false }
    }
}

/// What a mark stands for as a hue; the style sheet knows its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Imports, on the trade chart.
    Import,
    /// Exports, on the trade chart.
    Export,
    /// Goods from Myanmar.
    Myanmar,
    /// Goods from Laos.
    Laos,
    /// Another origin, by its number in the fixed order (0 is the darkest grey).
    Origin(u8),
    /// What is left of a total, or a total whose parts are not published.
    Remainder,
    /// The product of the upper price panel.
    Praseodymium,
    /// The product of the lower price panel.
    Dysprosium,
}

/// What a mark looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shape {
    /// A column from zero to `high` (or down to `low` where that is negative).
    Bar,
    /// One part of a stacked column, from `low` to `high`.
    Segment,
    /// A thick line at `high`, as wide as the period.
    Level,
    /// A quote's spread from `low` to `high`, with a tick at `mid`.
    Band,
    /// A single quote.
    Dot,
    /// Two ticks at `low` and `high`, joined.
    Range,
    /// A dashed rectangle from `low` to `high`.
    Outlook,
    /// A pale area: nothing is published here.
    Gap,
}

/// Marks of one lane are neighbours for the arrow keys left and right; up and down lead to the next lane.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lane {
    /// Imports, on the trade chart.
    Imports,
    /// Exports, on the trade chart.
    Exports,
    /// An origin, by its number in the stack.
    Origin(u8),
    /// What the named origins leave of the world's total.
    Others,
    /// The world as a whole.
    World,
    /// The quotes of a price panel.
    Quotes,
    /// The article's price range.
    Forecast,
    /// A row of a [`RowsChart`], from the top.
    Row(u8),
}

/// Text on a mark.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Label {
    /// A part of a total.
    Share(Percent),
    /// The months of a mark that is not a whole step of the axis.
    Months(Span),
    /// The name of a partner, on its part of a row.
    Origin(Partner),
    /// "Others", on what the named origins leave of a row.
    Others,
    /// No figure of a flow was found.
    Gap(Flow),
    /// The tables hold no flow from a partner, which is not zero.
    NoRecord(Partner),
    /// The name of the article's price range.
    Forecast,
}
