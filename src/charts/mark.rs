//! One mark: what it stands for, how much, how that is known, and what it looks like.

pub use super::look::{Label, Look, Role, Shape, Tag, TagAt};

use super::axis::Measure;
use super::claims::{ArticleAmount, ArticleId};
use super::trade::Change;
use super::whatif;
use crate::data::{Basket, Flow, Month, Partner, Percent, Product, Quote, RowId, Span, Tonnes, Usd, When};
use crate::view::{IndexOf, PriceUnit};
use chrono::NaiveDate;

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
    /// The same since January.
    YearToDate(Flow),
    /// The average month of a period.
    Average(Flow),
    /// The average of a month and those before it.
    MovingAverage(Flow),
    /// 100 in this month.
    IndexOfFlow(Flow, Month),
    /// What came from one partner, the world among them, in one basket.
    Origin(Partner, Basket),
    /// A basket's world total less the origins that are named.
    Others(Basket),
    /// The change from a year to the mark's; `None` is the rest of the world.
    Shift {
        /// Who sent more or less.
        origin: Option<Partner>,
        /// Of which the tonnes are compared.
        basket: Basket,
        /// The year that is compared with.
        from: i32,
    },
    /// What one origin made up of the loss of another since a year.
    MadeUp {
        /// What both are measured by.
        measure: Measure,
        /// The year that is compared with.
        from: i32,
    },
    /// What one agency quoted on a day, or for a month or year.
    Quote(Product),
    /// The lowest to the highest quote of a month.
    MonthOfQuotes(Product),
    /// 100 at a base day.
    Index(Product),
    /// The price of the first over that of the second.
    Relative(Product, Product),
    /// The index of concentration of a basket's origins.
    Concentration(Basket),
    /// The part of a basket that is of named origins.
    NamedOrigins(Basket),
    /// The article's price range.
    Forecast(Product),
    /// Another figure of the article.
    Article(ArticleId),
    /// What follows from the figures of the what-if.
    WhatIf(whatif::Bar),
}

impl What {
    /// What an index of it would be of; `None` where it has none.
    pub fn index_of(self) -> Option<IndexOf> {
        match self {
            Self::Flow(flow) | Self::IndexOfFlow(flow, _) => Some(IndexOf::Flow(flow)),
            Self::Index(product) => Some(IndexOf::Product(product)),
            _ => None,
        }
    }

    /// Whether both are of one thing, if by another base.
    pub fn is_like(self, other: Self) -> bool {
        self == other || self.index_of().is_some() && self.index_of() == other.index_of()
    }
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
    /// US dollars per kilogram.
    UnitValue(f64),
    /// A part of a total, computed.
    Share(Percent),
    /// The change on a year before, in per cent.
    Change(Change),
    /// The least and the most that a change can be, in per cent, where a month that it rests on was worked out.
    ChangeBetween(Percent, Percent),
    /// More or less than before, in tonnes.
    Difference(Tonnes),
    /// In the currency and for the mass of the unit.
    Price(Quote, PriceUnit),
    /// 100 at a base day.
    Index(f64),
    /// One price over another.
    Times(f64),
    /// The sum of squared shares in per cent, at most 10,000: the least and the most that unnamed origins leave open.
    Concentration {
        /// Where these are many and small.
        least: f64,
        /// Where these are one; the same as `least` where that makes no difference.
        most: f64,
    },
    /// As the article printed it.
    Article(ArticleAmount),
}

impl Amount {
    /// Its position on an axis of its unit; of an interval the upper end.
    pub fn height(self) -> f64 {
        match self {
            Self::Tonnes(tonnes) | Self::TonnesBetween(_, tonnes) | Self::Difference(tonnes) => tonnes.to_f64(),
            Self::Usd(value) => value.to_f64(),
            Self::UnitValue(value) | Self::Index(value) | Self::Times(value) => value,
            Self::Concentration { most, .. } => most,
            Self::Share(share) | Self::ChangeBetween(_, share) => share.to_f64(),
            Self::Change(change) => change.value(),
            Self::Price(quote, _) => quote.high(),
            Self::Article(printed) => printed.high.unwrap_or(printed.value).to_f64(),
        }
    }
}

/// How a figure came to be; each looks different without any colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum How {
    /// Solid.
    Published,
    /// A plain sum or difference of published figures: solid, and said in the subtitle or the tip.
    Computed,
    /// A published share times another source's total: hatched.
    Inferred,
    /// An estimate, or a remainder: dotted outline.
    Estimated,
    /// Dashed over a pale hatch.
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
        /// Of the mark's period.
        now: Tonnes,
        /// Of the same months a year before; `None` where only the change was printed.
        before: Option<Tonnes>,
    },
    /// The tonnes of the mark's period, where the amount is something else.
    Tonnes(Tonnes),
    /// The total of a period, least and most: what an average or a change was made from.
    TotalOf(Span, Tonnes, Tonnes),
    /// Part of the world's tonnes, computed.
    ShareOfWorld(Percent),
    /// The same in the year that is compared with.
    ShareBefore {
        /// That year.
        year: i32,
        /// Of its world total.
        share: Percent,
    },
    /// Computed: the world's tonnes less those of the named origins.
    WorldLess {
        /// The total.
        world: Tonnes,
        /// Those that are taken off, in the order of the drawing.
        named: Vec<Partner>,
    },
    /// The world's tonnes are published and no origin's: "origin not published".
    OriginNotPublished,
    /// The tonnes of the year that a change starts from, and of the mark's.
    FromTo {
        /// The earlier year.
        from: i32,
        /// In that year.
        before: Tonnes,
        /// In the mark's.
        now: Tonnes,
    },
    /// How much more Laos sent, and how much less Myanmar.
    MadeUp {
        /// Of Laos, above zero.
        gain: Amount,
        /// Of Myanmar, above zero.
        loss: Amount,
    },
    /// Another source's figure for the same thing, which differs.
    OtherFigure(Tonnes),
    /// The table has no row of the partner in these years, which is not zero.
    NoRecord,
    /// Published for longer periods that overlap this one.
    LongerPeriods(Vec<(Span, Tonnes)>),
    /// The rate of China's value added tax that was taken off, in per cent.
    VatTakenOff(f64),
    /// The same quote in another unit, or the quote that an index value was computed from.
    Quote(Quote, PriceUnit),
    /// The price without tax, and the rate that was taken off, in per cent.
    WithoutVat {
        /// With the tax taken off.
        quote: Quote,
        /// The currency and mass of the quote.
        unit: PriceUnit,
        /// Of the day of the quote, in per cent.
        rate: f64,
    },
    /// What the article printed of the same.
    Printed(ArticleAmount),
    /// Which share of demand a mass is, by the article.
    OfDemand(ArticleAmount),
    /// The day that is 100, and its quote.
    IndexBase {
        /// The last day up to the chosen one on which the agency quoted the product.
        day: NaiveDate,
        /// Its quote of that day, whose mid is 100.
        quote: Quote,
        /// The currency and mass of the quote.
        unit: PriceUnit,
    },
    /// The named origins with their shares, and these together.
    SharesOf(Vec<(Partner, Percent)>, Percent),
    /// What the index of concentration would be if everyone else were one origin.
    RestAsOne(f64),
    /// The terms that an amount of the what-if is computed from.
    WhatIf(whatif::Terms),
}
