//! AS CHOSEN. Everything that the reader chose, as one value; the link grammar; what a page offers to choose.
//!
//! - `options` has what can be chosen by name, `range` the months, `scenario` the figures of the what-if.
//! - `blocks` says what each page shows, `choice` what can be chosen on it.
//! - `link` writes a view as a query and reads it, `share` makes the view that others are to see.

mod base;
mod blocks;
pub mod choice;
pub mod link;
mod options;
mod range;
pub mod scenario;
pub mod share;

pub use base::{IndexOf, base_at, set_base};
pub use blocks::{Block, Extent, Section};
pub use options::{
    Average, BasketsChoice, By, ChartName, INDEX_PRODUCTS, IndexBase, Lang, PRODUCTS, Page, PriceUnit, Scaling, Tab,
    Theme, USUAL_PRODUCTS, VatChoice,
};
pub use range::{Grip, Range, Start, Window};
pub use scenario::{Input, Scenario};

use crate::data::{Basket, Market, Month, Product};
use chrono::NaiveDate;

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

    /// Whether it shows a text or a chart of the article, or of what follows from its figures.
    pub fn is_of_article(&self) -> bool {
        self.blocks().into_iter().any(Block::is_of_article)
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
