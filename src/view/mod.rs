//! AS CHOSEN. Everything that the reader chose, as one value; the link grammar; what a page offers to choose.

pub mod choice;
pub mod link;
pub mod share;

use crate::data::names::names;
use crate::data::{Basket, Market, Month, Product};
use chrono::NaiveDate;

/// Declares choices by their names in the link; the first value is the default.
macro_rules! choices {
    ($($(#[$doc:meta])* $type:ident {
        $($(#[$value_doc:meta])* $value:ident = $name:literal),+ $(,)?
    })+) => {
        names! {$( $(#[$doc])* $type { $($(#[$value_doc])* $value = $name),+ } )+}

        $(
            impl Default for $type {
                fn default() -> Self {
                    Self::ALL[0]
                }
            }
        )+
    };
}

choices! {
    /// A page of the dashboard.
    Page {
        /// Three small charts, each leading to its page.
        Overview = "overview",
        /// The trade chart in full.
        Trade = "trade",
        /// The charts of origins, baskets and partners in full.
        Sourcing = "sourcing",
        /// The price chart in full.
        Prices = "prices",
    }

    /// A chart's stable short name, for frames and exports.
    ChartName {
        /// Imports and exports through time.
        Trade = "trade",
        /// The backbone by year and origin.
        Origins = "origins",
        /// One year by basket and origin.
        Baskets = "baskets",
        /// Myanmar and Laos through time.
        Partners = "partners",
        /// Praseodymium above, dysprosium below.
        Prices = "prices",
    }

    /// The length of a step of the trade chart.
    By { Month = "month", Quarter = "quarter", Year = "year" }

    /// What the trade chart measures.
    TradeMeasure {
        Tonnes = "tonnes",
        /// The change on a year before, in per cent.
        Change = "change",
    }

    /// What the origins chart measures.
    OriginMeasure {
        /// Net weight.
        Tonnes = "tonnes",
        /// Per cent of the year's tonnes.
        Share = "share",
        /// US dollars (CIF).
        Value = "value",
        /// US dollars per tonne.
        UnitValue = "unit-value",
    }

    /// The unit of the price charts.
    PriceUnit {
        /// Yuan per tonne.
        CnyTonne = "cny-t",
        /// Yuan per kilogram.
        CnyKilogram = "cny-kg",
        /// US dollars per kilogram.
        Usd = "usd",
    }

    /// Whether the price charts include China's value added tax.
    VatChoice {
        /// As quoted.
        Included = "incl",
        /// With the rate of the day taken off, where a quote includes it.
        Excluded = "excl",
    }

    /// The colours of the page.
    Theme {
        /// As the reader's system has it.
        Auto = "auto",
        /// Dark on light.
        Light = "light",
        /// Light on dark.
        Dark = "dark",
    }

    /// A language of the page, by its code in HTML.
    Lang { English = "en" }
}

/// How much of a chart a page shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Extent {
    /// One of several small charts, without fields and folds, that lead to their pages.
    Compact,
    /// With the chart's fields above it and its folds below.
    Full,
}

/// A part of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Block {
    /// What the page says first, computed from the figures.
    Headline,
    /// The fields for the months that every chart shows.
    Range,
    /// A chart, and how much of it.
    Chart(ChartName, Extent),
}

impl Block {
    /// A page's blocks in runs: neighbouring charts, which share a grid, are one, every other block is its own.
    pub fn runs(blocks: &[Self]) -> impl Iterator<Item = &[Self]> {
        let is_chart = |block: &Self| matches!(block, Self::Chart(..));
        blocks.chunk_by(move |a, b| is_chart(a) && is_chart(b))
    }

    /// Whether the charts of a run stand side by side where there is room: small ones do.
    pub fn side_by_side(run: &[Self]) -> bool {
        run.iter().any(|block| matches!(block, Self::Chart(_, Extent::Compact)))
    }
}

impl Page {
    /// The page as a list of its parts, in the order of reading. Each chart is on a page once at most.
    pub fn blocks(self) -> &'static [Block] {
        use Block::{Chart, Headline, Range};
        use Extent::{Compact, Full};
        match self {
            Self::Overview => &[
                Headline,
                Range,
                Chart(ChartName::Trade, Compact),
                Chart(ChartName::Origins, Compact),
                Chart(ChartName::Prices, Compact),
            ],
            Self::Trade => &[Headline, Range, Chart(ChartName::Trade, Full)],
            Self::Sourcing => &[
                Headline,
                Range,
                Chart(ChartName::Origins, Full),
                Chart(ChartName::Baskets, Full),
                Chart(ChartName::Partners, Full),
            ],
            Self::Prices => &[Headline, Range, Chart(ChartName::Prices, Full)],
        }
    }

    /// The page's charts, the first being the one that a frame shows where the link names none.
    pub fn charts(self) -> Vec<ChartName> {
        charts(self.blocks())
    }
}

fn charts(blocks: &[Block]) -> Vec<ChartName> {
    let chart = |block: &Block| match block {
        Block::Chart(name, _) => Some(*name),
        Block::Headline | Block::Range => None,
    };
    blocks.iter().filter_map(chart).collect()
}

impl ChartName {
    /// The first month that this chart shows where the reader chose no range: before it figures are few.
    pub fn start(self) -> Month {
        let year = match self {
            Self::Trade => 2018,
            Self::Origins | Self::Baskets | Self::Partners => 2017,
            Self::Prices => 2019,
        };
        Month::new(year, 1).unwrap_or(Month::FIRST)
    }

    /// The page that shows this chart in full.
    pub fn page(self) -> Page {
        match self {
            Self::Trade => Page::Trade,
            Self::Origins | Self::Baskets | Self::Partners => Page::Sourcing,
            Self::Prices => Page::Prices,
        }
    }
}

/// The products of the upper price panel, the default first.
pub const UPPER_PRODUCTS: [Product; 4] = [Product::PrNdOxide, Product::PrNdMetal, Product::PrOxide, Product::PrMetal];

/// The products of the lower price panel, the default first.
pub const LOWER_PRODUCTS: [Product; 5] =
    [Product::DyOxide, Product::DyMetal, Product::DyFe, Product::TbOxide, Product::TbMetal];

/// Where a range of months starts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Start {
    /// Where each chart starts by itself, see [`ChartName::start`].
    #[default]
    Own,
    /// With the first figure.
    Earliest,
    /// With this month.
    At(Month),
}

/// The months that the reader wants to see, both ends included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Range {
    /// The first month.
    pub from: Start,
    /// `None` is the newest figure.
    pub to: Option<Month>,
}

/// Parts of a framed chart that the host wants hidden.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Hide {
    /// The chart's title; its subtitle stays.
    pub title: bool,
    /// The chart's fields.
    pub controls: bool,
    /// The source line, which screen readers still read.
    pub source: bool,
}

/// What only concerns the page around the charts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Frame {
    /// One chart without the page around it.
    pub embed: bool,
    /// The page's colours, kept on the way from a frame to the full page.
    pub theme: Theme,
    /// The page's language, kept on the way from a frame to the full page.
    pub lang: Lang,
    /// What of a chart is left out, in a frame or not.
    pub hide: Hide,
    /// Echoed in messages to the host: letters, digits, `-` and `_`, at most 64.
    pub id: Option<String>,
}

/// Everything that the reader chose.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct View {
    /// The page that is open.
    pub page: Page,
    /// For frames; `None` is the page's first chart.
    pub chart: Option<ChartName>,
    /// The months that every chart but the baskets chart shows.
    pub range: Range,
    /// The step of the trade chart.
    pub by: By,
    /// What the trade chart measures.
    pub trade: TradeMeasure,
    /// What the origins chart measures.
    pub origins: OriginMeasure,
    /// The year of the baskets chart; `None` is the newest.
    pub year: Option<i32>,
    /// The basket of the partners chart; `None` is all of them, one panel each.
    pub basket: Option<Basket>,
    /// The product of the upper price panel, one of [`UPPER_PRODUCTS`].
    pub upper: Product,
    /// The product of the lower price panel, one of [`LOWER_PRODUCTS`].
    pub lower: Product,
    /// The market of both price panels.
    pub market: Market,
    /// `None` is the market's usual unit.
    pub unit: Option<PriceUnit>,
    /// Whether prices include China's value added tax.
    pub vat: VatChoice,
    /// Only what was public on this day is shown.
    pub as_of: Option<NaiveDate>,
    /// How the page around the charts looks.
    pub frame: Frame,
    /// Keys of the link that are not ours, as they were written.
    pub unknown: Vec<String>,
}

impl Default for View {
    fn default() -> Self {
        Self {
            page: Page::default(),
            chart: None,
            range: Range::default(),
            by: By::default(),
            trade: TradeMeasure::default(),
            origins: OriginMeasure::default(),
            year: None,
            basket: None,
            upper: UPPER_PRODUCTS[0],
            lower: LOWER_PRODUCTS[0],
            market: Market::ChinaDomestic,
            unit: None,
            vat: VatChoice::default(),
            as_of: None,
            frame: Frame::default(),
            unknown: Vec::new(),
        }
    }
}

impl View {
    /// What to show: one chart in a frame, else the page.
    pub fn blocks(&self) -> Vec<Block> {
        match self.chart.or_else(|| self.page.charts().first().copied()) {
            Some(chart) if self.frame.embed => vec![Block::Chart(chart, Extent::Full)],
            _ => self.page.blocks().to_vec(),
        }
    }

    /// The charts to show: one in a frame, else the page's.
    pub fn charts(&self) -> Vec<ChartName> {
        charts(&self.blocks())
    }

    /// The unit of the prices: as chosen, else the market's usual one.
    pub fn price_unit(&self) -> PriceUnit {
        self.unit.unwrap_or(match self.market {
            Market::ChinaDomestic | Market::ChinaListing => PriceUnit::CnyTonne,
            _ => PriceUnit::Usd,
        })
    }

    /// The months to show of figures that run from `first` to `last`, where the chart's own range starts at `start`.
    pub fn window(&self, start: Month, first: Month, last: Month) -> (Month, Month) {
        let wanted = match self.range.from {
            Start::At(month) => month,
            // A chart that starts after the end that was asked for shows what it has before.
            Start::Own if self.range.to.is_none_or(|to| to >= start) => start,
            Start::Own | Start::Earliest => first,
        };
        let to = self.range.to.unwrap_or(last).min(last.max(first));
        let from = wanted.max(first);
        // A range outside the figures still shows the months that were asked for, empty.
        if from <= to { (from, to) } else { (wanted, self.range.to.unwrap_or(to).max(wanted)) }
    }
}
