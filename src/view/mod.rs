//! AS CHOSEN. Everything that the reader chose, as one value; the link grammar; what a page offers to choose.

mod base;
mod blocks;
pub mod choice;
pub mod link;
mod range;
pub mod scenario;
pub mod share;

pub use base::{base_at, set_base};
pub use blocks::{Block, Extent, Section};
pub use range::{Grip, Range, Start, Window};
pub use scenario::{Input, Scenario};

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
        /// Small charts, each leading to its page, and the article's figures.
        Overview = "overview",
        /// Imports and exports in full.
        Trade = "trade",
        /// Where imports come from, in full.
        Sourcing = "sourcing",
        /// Prices inside China and outside, in full.
        Prices = "prices",
        /// The article's argument in our own words, each figure with what other sources say of it.
        Article = "article",
        /// The article's arithmetic with the reader's own figures.
        WhatIf = "whatif",
    }

    /// A chart's stable short name, for frames and exports.
    ChartName {
        /// Imports and exports through time.
        Trade = "trade",
        /// Imports and exports since January, a line a year.
        Ytd = "ytd",
        /// The change on a year before.
        Change = "change",
        /// Whether anyone has filled the gap that Myanmar left between two years.
        Gap = "gap",
        /// The biggest origins since 2017.
        Origins = "origins",
        /// When each origin changed.
        Shifts = "shifts",
        /// Origins by basket.
        Baskets = "baskets",
        /// Value and unit value of what Myanmar and Laos sent.
        OriginsValue = "origins-value",
        /// Myanmar and Laos in periods below a year.
        Partners = "partners",
        /// Prices inside China, 100 at a base day.
        Index = "index",
        /// Prices inside China, or in another market.
        Prices = "prices",
        /// Prices outside China.
        Outside = "outside",
        /// Dysprosium against praseodymium: one price over another.
        Relative = "relative",
        /// How concentrated sourcing is.
        Concentration = "concentration",
        /// Exports and imports in the article's quarter and a year before.
        Quarters = "quarters",
        /// What is added to magnets, before and after.
        Additions = "additions",
        /// The capacity that small magnet makers use, before and after.
        Capacity = "capacity",
        /// Shares that the article names.
        Shares = "shares",
        /// What two magnets cost of those that they stand against.
        Costs = "costs",
        /// Masses that the article names.
        Volumes = "volumes",
        /// What a new mine's ore is to cost, beside the prices of oxides.
        OxidePrices = "oxide-prices",
        /// Laos's years, and those of the United States' ore.
        Newcomers = "newcomers",
        /// What-if: how much praseodymium and dysprosium magnets need.
        Demand = "demand",
        /// What-if: imports by origin and new mines, against a year that is to be reached.
        Supply = "supply",
        /// What-if: the prices above which a magnet is dearer than its substitute.
        BreakEven = "break-even",
    }

    /// The length of a step of time.
    By { Month = "month", Quarter = "quarter", Year = "year" }

    /// Which baskets the baskets chart shows.
    BasketsChoice {
        /// The five that have something to show.
        Main = "five",
        Every = "all",
    }

    /// Over how many months the trade chart has a moving average.
    Average {
        /// It has none.
        None = "none",
        /// Three.
        Three = "3",
        /// Six.
        Six = "6",
        /// Twelve.
        Twelve = "12",
    }

    /// How values are spread over the axis of lines and points.
    Scaling {
        /// Equal steps are equal differences.
        Linear = "linear",
        /// Equal steps are equal ratios.
        Log = "log",
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

    /// What is open of a chart.
    Tab {
        /// Its drawing alone.
        Chart = "chart",
        /// Its figures as a table too.
        Table = "table",
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

/// When prices are 100 in the index chart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum IndexBase {
    /// At each agency's last quote up to the article of 21 April 2025.
    #[default]
    Article,
    /// At its last quote up to 26 March 2025, before the controls.
    Controls,
    /// At its last quote of this month.
    Month(Month),
}

impl IndexBase {
    /// Those that have a name.
    pub const NAMED: [Self; 2] = [Self::Article, Self::Controls];

    /// The month that was chosen; `None` where it is a day that has a name.
    pub fn month(self) -> Option<Month> {
        match self {
            Self::Month(month) => Some(month),
            Self::Article | Self::Controls => None,
        }
    }

    /// As the link writes it: `article`, `controls`, or a month such as `2025-03`.
    pub fn name(self) -> String {
        match self {
            Self::Article => "article".to_owned(),
            Self::Controls => "controls".to_owned(),
            Self::Month(month) => month.to_string(),
        }
    }

    /// The one of that name.
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "article" => Some(Self::Article),
            "controls" => Some(Self::Controls),
            month => link::read_month(month).map(Self::Month),
        }
    }
}

impl Average {
    /// How many months; `None` without an average.
    pub fn months(self) -> Option<u32> {
        match self {
            Self::None => None,
            Self::Three => Some(3),
            Self::Six => Some(6),
            Self::Twelve => Some(12),
        }
    }
}

/// The products of the index, in its order.
pub const INDEX_PRODUCTS: [Product; 3] = [Product::PrNdOxide, Product::DyOxide, Product::TbOxide];

/// The products that the prices chart can show, in its order.
pub const PRODUCTS: [Product; 9] = [
    Product::PrMetal,
    Product::PrNdOxide,
    Product::PrNdMetal,
    Product::PrOxide,
    Product::DyOxide,
    Product::DyMetal,
    Product::DyFe,
    Product::TbOxide,
    Product::TbMetal,
];

/// Those that it shows where the reader chose none.
pub const USUAL_PRODUCTS: [Product; 4] = [Product::PrMetal, Product::PrNdOxide, Product::DyOxide, Product::TbOxide];

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
    /// In a frame the one chart to show, where `None` is the page's first; on a page the chart that it is scrolled to.
    pub chart: Option<ChartName>,
    /// What is open of that chart, or of the page's first.
    pub tab: Tab,
    /// For frames of the article's page: the one figure to show, by its id; lower-case letters, digits and `-`, at most 40.
    pub figure: Option<String>,
    /// The months that every chart but the baskets chart shows.
    pub range: Range,
    /// The step of the trade chart.
    pub by: By,
    /// The step of the change chart.
    pub change: By,
    /// The years that the gap chart compares, the earlier first; `None` is 2023 and the newest.
    pub years: Option<(i32, i32)>,
    /// The last year of the baskets chart; `None` is the newest.
    pub year: Option<i32>,
    /// How many baskets the baskets chart shows.
    pub baskets: BasketsChoice,
    /// The basket of the partners chart; `None` is all of them, one panel each.
    pub basket: Option<Basket>,
    /// When prices are 100 in the index chart, and what its finding starts from.
    pub base: IndexBase,
    /// The month in which imports and exports are 100 in the trade chart; `None` shows tonnes.
    pub trade_base: Option<Month>,
    /// The moving average of the trade chart, where it goes by month.
    pub average: Average,
    /// The value axis of prices, indexes and unit values on their pages and in frames.
    pub scale: Scaling,
    /// The products of the prices chart, in the order of [`PRODUCTS`], at least one.
    pub products: Vec<Product>,
    /// Where the quotes of the prices chart hold; the index stays inside China.
    pub market: Market,
    /// `None` is the market's usual unit.
    pub unit: Option<PriceUnit>,
    /// Whether prices include China's value added tax.
    pub vat: VatChoice,
    /// What the reader assumes on the page `whatif`.
    pub scenario: Scenario,
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
            tab: Tab::default(),
            figure: None,
            range: Range::default(),
            by: By::Month,
            change: By::Quarter,
            years: None,
            year: None,
            baskets: BasketsChoice::default(),
            basket: None,
            base: IndexBase::default(),
            trade_base: None,
            average: Average::default(),
            scale: Scaling::default(),
            products: USUAL_PRODUCTS.to_vec(),
            market: Market::ChinaDomestic,
            unit: None,
            vat: VatChoice::default(),
            scenario: Scenario::default(),
            as_of: None,
            frame: Frame::default(),
            unknown: Vec::new(),
        }
    }
}

impl View {
    /// Whether it shows the overview, with whatever choices.
    pub fn is_overview(&self) -> bool {
        self.page == Page::Overview && !self.frame.embed
    }

    /// What to show: one chart or one figure in a frame, else the page.
    pub fn blocks(&self) -> Vec<Block> {
        if self.frame.embed && self.page == Page::Article && self.figure.is_some() {
            return vec![Block::OneFigure];
        }
        match self.chart.or_else(|| self.page.charts().first().copied()) {
            Some(chart) if self.frame.embed => vec![Block::Chart(chart, Extent::Full)],
            _ => self.page.blocks().to_vec(),
        }
    }

    /// The charts to show: one in a frame, else the page's.
    pub fn charts(&self) -> Vec<ChartName> {
        blocks::charts(&self.blocks())
    }

    /// The chart whose table is open: the chosen one where the page shows it in full, else the page's first.
    pub fn table(&self) -> Option<ChartName> {
        let in_full = |block: &Block| match block {
            Block::Chart(name, Extent::Full) => Some(*name),
            _ => None,
        };
        let charts: Vec<ChartName> = self.blocks().iter().filter_map(in_full).collect();
        let chosen = self.chart.filter(|chart| charts.contains(chart));
        if self.tab == Tab::Table { chosen.or(charts.first().copied()) } else { None }
    }

    /// Opens the table of a chart, on the page of the chart where this one shows it only small, or closes it.
    pub fn toggle_table(&mut self, chart: ChartName) {
        let open = self.table() == Some(chart);
        if !self.blocks().contains(&Block::Chart(chart, Extent::Full)) {
            self.page = chart.page();
        }
        self.chart = Some(chart);
        self.tab = if open { Tab::Chart } else { Tab::Table };
    }

    /// The unit of the prices: as chosen, else the market's usual one.
    pub fn price_unit(&self) -> PriceUnit {
        self.unit.unwrap_or(match self.market {
            Market::ChinaDomestic | Market::ChinaListing => PriceUnit::CnyTonne,
            _ => PriceUnit::Usd,
        })
    }
}
