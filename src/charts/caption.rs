//! What is said around a chart, as values.

use crate::data::{Flow, Market, Partner, Percent, RowId, Span, When};
use crate::deduce::{Miss, StatementPart};
use crate::view::{By, OriginMeasure, PriceUnit, TradeMeasure, VatChoice};

/// What a chart is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Title {
    Trade(TradeMeasure, By),
    Origins,
    /// `None` where no year has a figure.
    Baskets(Option<i32>),
    Partners,
    Prices,
}

/// What a chart measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subtitle {
    Trade,
    Origins(OriginMeasure),
    Baskets,
    Partners,
    Prices { market: Market, unit: PriceUnit, vat: VatChoice },
}

/// A sentence under a chart.
#[derive(Clone, Debug, PartialEq)]
pub enum Note {
    /// The periods without a figure, for each flow that has any.
    Gaps(Vec<(Flow, Vec<Span>)>),
    TradeGoods,
    TradeUnlikeGoods,
    TradeComputed,
    TwoMonths,
    Implied,
    Before2014,
    OriginsBasket,
    /// The shares of Myanmar and Laos in the tonnes of each year.
    OriginsShares(Vec<(Span, Vec<(Partner, Percent)>)>),
    OriginsOthers,
    OriginsDoubts,
    Baskets,
    BasketsForms,
    Partners,
    PartnersRivals,
    /// A figure of the article that cannot be drawn.
    ArticleFigure(RowId),
    Prices,
    PricesGuides,
    PricesWithoutVat,
    /// Whose forecast is drawn.
    Outlook(RowId),
    /// So many yearly figures are left out, because their year spans two rates of tax.
    PricesLeftOut(usize),
}

/// Who published what a chart shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Publisher {
    Trade,
    Origins,
    Baskets,
    Partners,
    Prices,
}

/// A newest figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Newest {
    /// Where a chart shows both flows.
    pub flow: Option<Flow>,
    pub when: When,
}

/// A figure that is listed and not drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Listed {
    /// A row of `origins.csv` as it stands there.
    Origin(RowId),
    Article(RowId),
    Dispute(Dispute),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListedTitle {
    Disputes,
    Rivals,
    NotDrawn,
}

/// A published figure that does not agree with better attested ones, or could not be used.
#[derive(Clone, Debug, PartialEq)]
pub struct Dispute {
    pub series: Series,
    pub figure: StatementPart,
    pub verdict: Verdict,
}

/// A series of the deduction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Series {
    Flow(Flow),
    /// By its index in [`super::Implied::origins`].
    Origin(usize),
}

#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    /// It misses the others by so little that it, or one of them, was probably revised.
    Revised {
        by: Miss,
        against: Vec<usize>,
    },
    /// It cannot be right where the others are.
    Contradicts {
        by: Miss,
        against: Vec<usize>,
    },
    LeftOut,
}

/// The newest thing that a chart shows: of all periods the one that ends last.
pub fn newest(periods: impl Iterator<Item = When>) -> Vec<Newest> {
    let newest = periods.max_by_key(|when| when.last_day());
    newest.map(|when| Newest { flow: None, when }).into_iter().collect()
}
