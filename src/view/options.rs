//! What can be chosen by name: pages, charts, units and the other options, as the link names them.

use super::link;
use crate::data::names::names;
use crate::data::{Month, Product};

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

impl By {
    /// How many months a step has.
    pub fn months(self) -> u32 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::Year => 12,
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
