//! A page as a list of its parts.

use super::{ChartName, Page};

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
    /// What it is now: the newest quotes, and the running year of both flows.
    Now,
    /// A chart with what is said around it.
    Chart(ChartName, Extent),
    /// The article's figures with what other sources say of them.
    Article,
    /// The way to a page that no menu names, or back from it.
    Onward(Page),
}

impl Block {
    /// A page's blocks in runs: neighbouring charts and lists, which share a grid, are one, every other block is its own.
    pub fn runs(blocks: &[Self]) -> impl Iterator<Item = &[Self]> {
        let in_grid = |block: &Self| matches!(block, Self::Chart(..) | Self::Article);
        blocks.chunk_by(move |a, b| in_grid(a) && in_grid(b))
    }

    /// Whether the charts of a run stand side by side where there is room: small ones do.
    pub fn side_by_side(run: &[Self]) -> bool {
        run.iter().any(|block| matches!(block, Self::Chart(_, Extent::Compact)))
    }
}

impl Page {
    /// The page as a list of its parts, in the order of reading. Each chart is on a page once at most.
    pub fn blocks(self) -> &'static [Block] {
        use Block::{Article, Chart, Headline, Now, Onward};
        use Extent::{Compact, Full};
        match self {
            Self::Overview => &[
                Headline,
                Now,
                Chart(ChartName::Trade, Compact),
                Chart(ChartName::Ytd, Compact),
                Chart(ChartName::Gap, Compact),
                Chart(ChartName::Index, Compact),
                Chart(ChartName::Prices, Compact),
                Article,
            ],
            Self::Trade => {
                &[Headline, Chart(ChartName::Trade, Full), Chart(ChartName::Ytd, Full), Chart(ChartName::Change, Full)]
            }
            Self::Sourcing => &[
                Headline,
                Chart(ChartName::Gap, Full),
                Chart(ChartName::OriginsValue, Full),
                Chart(ChartName::Shifts, Full),
                Chart(ChartName::Baskets, Full),
                Chart(ChartName::Origins, Full),
                Chart(ChartName::Partners, Full),
            ],
            Self::Prices => &[
                Headline,
                Chart(ChartName::Index, Full),
                Chart(ChartName::Prices, Full),
                Chart(ChartName::Outside, Full),
            ],
            Self::Article => &[Headline, Article, Onward(Page::WhatIf)],
            Self::WhatIf => &[
                Headline,
                Chart(ChartName::Demand, Full),
                Chart(ChartName::Supply, Full),
                Chart(ChartName::BreakEven, Full),
                Onward(Page::Article),
            ],
        }
    }

    /// Whether the page is named at the top of every page; others are led to where their matter is.
    pub fn in_menu(self) -> bool {
        self != Self::WhatIf
    }

    /// The page's charts, the first being the one that a frame shows where the link names none.
    pub fn charts(self) -> Vec<ChartName> {
        charts(self.blocks())
    }
}

/// The charts among the parts of a page.
pub(super) fn charts(blocks: &[Block]) -> Vec<ChartName> {
    let chart = |block: &Block| match block {
        Block::Chart(name, _) => Some(*name),
        Block::Headline | Block::Now | Block::Article | Block::Onward(_) => None,
    };
    blocks.iter().filter_map(chart).collect()
}

impl ChartName {
    /// The page that shows this chart in full.
    pub fn page(self) -> Page {
        match self {
            Self::Trade | Self::Ytd | Self::Change => Page::Trade,
            Self::Gap | Self::Origins | Self::Shifts | Self::Baskets | Self::OriginsValue | Self::Partners => {
                Page::Sourcing
            }
            Self::Index | Self::Prices | Self::Outside => Page::Prices,
            Self::Demand | Self::Supply | Self::BreakEven => Page::WhatIf,
        }
    }
}
