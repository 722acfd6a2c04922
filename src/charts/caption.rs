//! What is said around a chart, as values.

use super::{claims, prices, sourcing, trade, whatif};
use crate::data::{Basket, Flow, Month, RowId, Span, Tonnes, When};
use crate::deduce::{Miss, StatementPart};
use crate::view::ChartName;

/// What a chart says above itself: what it found, or what it shows where it found nothing.
#[derive(Clone, Debug, PartialEq)]
pub enum Title {
    /// Of `trade`, `ytd` and `change`: how imports and exports moved.
    Trade(trade::Finding),
    /// Of `gap`, `shifts`, `baskets` and the other charts of origins: who sent more or less.
    Sourcing(sourcing::Finding),
    /// Of `index`, `prices` and `outside`: how quotes moved, and what became of the forecast.
    Prices(prices::Finding),
    /// Of the article's own charts: what its figures come to.
    Claims(claims::Finding),
    /// Of `demand`, `supply` and `break-even`: what follows from the reader's figures.
    WhatIf(whatif::Finding),
}

/// What a chart measures.
#[derive(Clone, Debug, PartialEq)]
pub enum Subtitle {
    /// Tonnes of the customs line, or their changes.
    Trade(trade::Subtitle),
    /// Net tonnes, dollars or shares, and of which years.
    Sourcing(sourcing::Subtitle),
    /// Quotes, their market, unit and tax.
    Prices(prices::Subtitle),
    /// The article's figures, and what stands beside them.
    Claims(claims::Subtitle),
    /// What is computed, from which of the reader's figures, and what is missing for it.
    WhatIf(whatif::Subtitle),
}

/// A sentence under a chart.
#[derive(Clone, Debug, PartialEq)]
pub enum Note {
    /// The periods without a figure, for each flow that has any.
    Gaps(Vec<(Flow, Vec<Span>)>),
    /// The tonnes are gross weight of the customs headline, which holds few magnets.
    TradeGoods,
    /// Imports and exports are unlike goods.
    TradeUnlikeGoods,
    /// Some figures are sums of published parts, or changes between published totals.
    TradeComputed,
    /// The flows that have no line, because no figure of the month that is to be 100 is published by itself.
    NoBase(Vec<Flow>, Month),
    /// What a moving average over so many months rests on.
    MovingAverage(u32),
    /// A bracket marks January and February, published as one figure.
    TwoMonths,
    /// Pale marks, open points and joined ticks are worked out from published figures.
    Implied,
    /// Figures before 2014 are of other baskets and do not join to the later ones.
    Before2014,
    /// Which customs lines the origins chart counts, and that ore and monazite are not among them.
    OriginsBasket,
    /// The rest of the world is computed: the world's total less the origins that are named in both years.
    RestOfWorld,
    /// What a basket that is not in the compared one did: its world totals in two years.
    OutsideBasket {
        /// The basket that is left out.
        basket: Basket,
        /// The earlier year and its total.
        before: (i32, Tonnes),
        /// The later year and its total.
        now: (i32, Tonnes),
    },
    /// The years without a world value, so without shares of value.
    NoWorldValue(Vec<i32>),
    /// How the index of concentration is computed, and what unnamed origins leave open.
    Concentration,
    /// Baskets overlap, and which heading ore and monazite are.
    Baskets,
    /// Baskets are never mixed, and no total is an average.
    Partners,
    /// A figure of the article that cannot be drawn.
    ArticleFigure(RowId),
    /// What only the prices charts say.
    OfPrices(prices::Note),
    /// What only the article's own charts say.
    OfClaims(claims::Note),
    /// What only the what-if says.
    OfWhatIf(whatif::Note),
}

/// Who published what a chart shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Publisher {
    /// China's customs, as the press quotes it.
    Trade,
    /// UN Comtrade, as China reports to it.
    Origins,
    /// UN Comtrade and trade press, each part naming its own.
    Baskets,
    /// UN Comtrade and trade press, each line naming its own.
    Partners,
    /// Agencies and sellers, each quote naming its own.
    Prices,
    /// The article itself.
    Article,
    /// The article, and agencies as in [`Self::Prices`].
    ArticleAndPrices,
    /// The article, and whoever published what a chart of the what-if starts from.
    WhatIf(ChartName),
}

/// A newest figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Newest {
    /// Where a chart shows both flows.
    pub flow: Option<Flow>,
    /// The period or day that the figure stands for.
    pub when: When,
}

/// A figure that is listed and not drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Listed {
    /// A row of `origins.csv` as it stands there.
    Origin(RowId),
    /// A figure of the article, by its row of `article.csv`.
    Article(RowId),
    /// A published figure that others do not bear out.
    Dispute(Dispute),
}

/// What the list under a chart holds, which is its title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListedTitle {
    /// Figures that do not agree with better attested ones.
    Disputes,
    /// Other figures for the baskets that are drawn.
    Rivals,
    /// Figures that are published, and have no place on the chart.
    NotDrawn,
}

/// A published figure that does not agree with better attested ones, or could not be used.
#[derive(Clone, Debug, PartialEq)]
pub struct Dispute {
    /// The series that it was compared in.
    pub series: Series,
    /// The row, named by its line, and which of its figures.
    pub figure: StatementPart,
    /// What is wrong with it.
    pub verdict: Verdict,
}

/// A series of the deduction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Series {
    /// Imports or exports as a whole.
    Flow(Flow),
    /// By its index in [`super::Implied::origins`].
    Origin(usize),
}

/// How a figure fails to agree with the others.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    /// It misses the others by so little that it, or one of them, was probably revised.
    Revised {
        /// How far it lies outside what they allow.
        by: Miss,
        /// The lines of the rows that it misses, ascending.
        against: Vec<usize>,
    },
    /// It cannot be right where the others are.
    Contradicts {
        /// How far it lies outside what they allow.
        by: Miss,
        /// The lines of the rows that it contradicts, ascending.
        against: Vec<usize>,
    },
    /// The deduction had no use for it, see [`crate::deduce::Deduction::left_out`].
    LeftOut,
}

/// The newest thing that a chart shows: of all periods the one that ends last.
pub fn newest(periods: impl Iterator<Item = When>) -> Vec<Newest> {
    let newest = periods.max_by_key(|when| when.last_day());
    newest.map(|when| Newest { flow: None, when }).into_iter().collect()
}
