//! A page as a list of its parts.

use super::{ChartName, Page};
use crate::data::names::names;

names! {
    /// A section of the article's text.
    Section {
        /// Exports up, imports down.
        Polarization = "polarization",
        /// What stands behind that: of resources, of demand, of policy.
        Contradictions = "contradictions",
        /// What replaces rare earths, and what holds their demand up.
        Substitution = "substitution",
        /// Supply chains outside China, and China's answer.
        Competition = "competition",
        /// What the article expects.
        Outlook = "outlook",
    }
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
    /// What it is now: the newest quotes, and the running year of both flows.
    Now,
    /// A chart with what is said around it.
    Chart(ChartName, Extent),
    /// The figures that say most of the article, with what other sources say of them, and the others in a fold.
    Article,
    /// How many figures of the article have each verdict, and what their frames mean.
    VerdictKey,
    /// A section of the article's text. Charts behind it stand in its margin, the last of several below it.
    Prose(Section),
    /// Whether heavy rare earths held their price better than light ones. Charts behind it stand as behind [`Self::Prose`].
    HeavyLight,
    /// Every figure of the article with its verdict and its rows.
    Figures,
    /// The one figure that a frame shows.
    OneFigure,
    /// The way to a page that no menu names, or back from it.
    Onward(Page),
}

impl Block {
    /// A page's blocks in runs: neighbouring charts and lists, which share a grid, are one, and so is a text with a margin and
    /// the charts behind it; every other block is its own.
    pub fn runs(blocks: &[Self]) -> impl Iterator<Item = &[Self]> {
        let in_grid = |block: &Self| matches!(block, Self::Chart(..) | Self::Article);
        blocks.chunk_by(move |a, b| in_grid(b) && (in_grid(a) || a.has_margin()))
    }

    /// The class of a run's grid, beside `charts`.
    pub fn grid_class(run: &[Self]) -> &'static str {
        let small = |block: &Self| matches!(block, Self::Chart(_, Extent::Compact));
        match run.first() {
            // Of several charts the last stands below: of the text alone where one of another page is high beside it.
            Some(text) if text.has_margin() && run.len() > 2 => {
                if run.iter().any(small) {
                    "charts--prose charts--below"
                } else {
                    "charts--prose charts--across"
                }
            }
            Some(text) if text.has_margin() => "charts--prose",
            // Small charts stand side by side where there is room.
            _ if run.iter().any(small) => "charts--compact",
            _ => "charts--column",
        }
    }

    /// Whether it is a text whose margin has charts.
    fn has_margin(self) -> bool {
        matches!(self, Self::Prose(_) | Self::HeavyLight)
    }

    /// Whether it is a text or a chart of the article, or of what follows from its figures. The list of its figures is not:
    /// the overview has it.
    pub fn is_of_article(self) -> bool {
        match self {
            Self::Headline | Self::Now | Self::Article => false,
            Self::Chart(name, extent) => extent == Extent::Full && name.is_of_article(),
            Self::VerdictKey
            | Self::Prose(_)
            | Self::HeavyLight
            | Self::Figures
            | Self::OneFigure
            | Self::Onward(_) => true,
        }
    }

    /// The name of a block that is text: the id of its element.
    pub fn name(self) -> &'static str {
        match self {
            Self::Headline => "headline-slot",
            Self::Now => "now",
            Self::Chart(name, _) => name.name(),
            Self::Article => "article",
            Self::VerdictKey => "verdict-key",
            Self::Prose(section) => section.name(),
            Self::HeavyLight => "heavy-light",
            Self::Figures => "figures",
            Self::OneFigure => "figure",
            Self::Onward(_) => "onward",
        }
    }
}

impl Page {
    /// The page as a list of its parts, in the order of reading. Each chart is on a page once at most.
    pub fn blocks(self) -> &'static [Block] {
        use Block::{Article, Chart, Figures, Headline, HeavyLight, Now, Onward, Prose, VerdictKey};
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
                Chart(ChartName::Concentration, Full),
                Chart(ChartName::Partners, Full),
            ],
            Self::Prices => &[
                Headline,
                Chart(ChartName::Index, Full),
                Chart(ChartName::Prices, Full),
                Chart(ChartName::Relative, Full),
                Chart(ChartName::Outside, Full),
            ],
            Self::Article => &[
                Headline,
                VerdictKey,
                Prose(Section::Polarization),
                Chart(ChartName::Quarters, Full),
                Prose(Section::Contradictions),
                Chart(ChartName::Newcomers, Full),
                Prose(Section::Substitution),
                Chart(ChartName::Additions, Full),
                Chart(ChartName::Costs, Full),
                Chart(ChartName::Volumes, Full),
                Prose(Section::Competition),
                Chart(ChartName::OxidePrices, Full),
                Chart(ChartName::Shares, Full),
                Prose(Section::Outlook),
                // The forecast, against what came.
                Chart(ChartName::Prices, Compact),
                Chart(ChartName::Capacity, Full),
                HeavyLight,
                Chart(ChartName::Index, Compact),
                Onward(Page::WhatIf),
                Figures,
            ],
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
        _ => None,
    };
    blocks.iter().filter_map(chart).collect()
}

impl ChartName {
    /// Whether the overview shows it on its first screen, for which it needs the program alone.
    pub fn is_on_first_screen(self) -> bool {
        matches!(self, Self::Trade | Self::Ytd)
    }

    /// Whether it is a chart of the article, or of what follows from its figures.
    pub fn is_of_article(self) -> bool {
        matches!(self.page(), Page::Article | Page::WhatIf)
    }

    /// Whether readers drag what it shows: the window of its strip, or the fields of the what-if.
    pub fn is_dragged(self) -> bool {
        self == Self::Trade || self.page() == Page::WhatIf
    }

    /// The page that shows this chart in full.
    pub fn page(self) -> Page {
        match self {
            Self::Trade | Self::Ytd | Self::Change => Page::Trade,
            Self::Gap
            | Self::Origins
            | Self::Shifts
            | Self::Baskets
            | Self::OriginsValue
            | Self::Partners
            | Self::Concentration => Page::Sourcing,
            Self::Index | Self::Prices | Self::Outside | Self::Relative => Page::Prices,
            Self::Quarters
            | Self::Additions
            | Self::Capacity
            | Self::Shares
            | Self::Costs
            | Self::Volumes
            | Self::OxidePrices
            | Self::Newcomers => Page::Article,
            Self::Demand | Self::Supply | Self::BreakEven => Page::WhatIf,
        }
    }
}
