//! What is said around a chart, as values.

use crate::data::{Flow, Market, Partner, Percent, RowId, Span, When};
use crate::deduce::{Miss, StatementPart};
use crate::view::{By, OriginMeasure, PriceUnit, TradeMeasure, VatChoice};

/// What a chart is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Title {
    /// The trade chart, by its measure and the length of its steps.
    Trade(TradeMeasure, By),
    /// The origins chart: where China's imports come from.
    Origins,
    /// `None` where no year has a figure.
    Baskets(Option<i32>),
    /// The partners chart: Myanmar and Laos through time.
    Partners,
    /// The price chart.
    Prices,
}

/// What a chart measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subtitle {
    /// Which form stands for imports and which for exports.
    Trade,
    /// The basket of the origins chart, its measure and its unit.
    Origins(OriginMeasure),
    /// Net tonnes, each row a basket of its own.
    Baskets,
    /// Net tonnes a month, each published period a line.
    Partners,
    /// What all quotes of the price chart have in common.
    Prices {
        /// Where they hold.
        market: Market,
        /// The currency and mass that they are shown in.
        unit: PriceUnit,
        /// Whether tax is taken off those that include it.
        vat: VatChoice,
    },
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
    /// Hatched marks are sums of published parts, or changes between published totals.
    TradeComputed,
    /// A bracket marks January and February, published as one figure.
    TwoMonths,
    /// Pale marks and joined ticks are worked out from published figures.
    Implied,
    /// Figures before 2014 are of other baskets and do not join to the later ones.
    Before2014,
    /// Which customs lines the origins chart counts, and that ore and monazite are not among them.
    OriginsBasket,
    /// The shares of Myanmar and Laos in the tonnes of each year.
    OriginsShares(Vec<(Span, Vec<(Partner, Percent)>)>),
    /// "Others" is computed: the world's total less the named origins.
    OriginsOthers,
    /// Where a hatched part is a sum of lines, and which year holds mine concentrate.
    OriginsDoubts,
    /// Baskets overlap, and which heading ore and monazite are.
    Baskets,
    /// What solid, hatched and open parts stand for.
    BasketsForms,
    /// Baskets are never mixed, and no total is an average.
    Partners,
    /// Figures without tonnes and rivals of those drawn are in the list below.
    PartnersRivals,
    /// A figure of the article that cannot be drawn.
    ArticleFigure(RowId),
    /// A bar is the spread of quotes that an agency heard, a circle a single figure.
    Prices,
    /// A thin line joins quotes of one agency that are close in time.
    PricesGuides,
    /// How the value added tax was taken off, and from which quotes.
    PricesWithoutVat,
    /// Whose forecast is drawn.
    Outlook(RowId),
    /// So many yearly figures are left out, because their year spans two rates of tax.
    PricesLeftOut(usize),
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
