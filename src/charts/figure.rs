//! A chart's content as values: what is drawn and what is said around it, before anyone knows its size or its words.

use super::caption::{Listed, ListedTitle, Newest, Note, Publisher, Subtitle, Title};
use super::mark::{How, Mark, Role};
use crate::data::{Basket, Flow, Market, Month, Partner, Product, RowId, Tonnes};
use crate::view::{By, ChartName, PriceUnit};

/// A chart: what is drawn, and what is said around it.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    pub name: ChartName,
    pub chart: Chart,
    pub title: Title,
    pub subtitle: Subtitle,
    pub notes: Vec<Note>,
    pub publisher: Publisher,
    /// The newest figures that are shown: one, or one of each flow.
    pub newest: Vec<Newest>,
    /// Figures that are listed and not drawn.
    pub listed: Vec<Listed>,
    pub listed_title: ListedTitle,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Chart {
    Time(TimeChart),
    Rows(RowsChart),
}

/// Panels on one time axis.
#[derive(Clone, Debug, PartialEq)]
pub struct TimeChart {
    /// First and last month shown, both included.
    pub window: (Month, Month),
    pub panels: Vec<Panel>,
    pub events: Vec<EventMark>,
}

/// One plot with its own value axis; all panels of a chart share the time axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    /// Stands above the plot; `None` where the chart's title says it.
    pub title: Option<PanelTitle>,
    /// The unit of the value axis.
    pub unit: Unit,
    pub marks: Vec<Mark>,
    pub guides: Vec<Guide>,
    pub end_labels: Vec<EndLabel>,
    /// Why there is nothing to draw.
    pub empty: Option<Empty>,
}

/// Horizontal bars of parts, each row a lane of its own on one value axis.
#[derive(Clone, Debug, PartialEq)]
pub struct RowsChart {
    pub unit: Unit,
    pub rows: Vec<Row>,
    pub legend: Vec<LegendEntry>,
    pub empty: Option<Empty>,
}

/// One row of a [`RowsChart`]: a basket, and its parts from left to right.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub basket: Basket,
    /// The 8-digit customs line, where one basket has several rows; else empty.
    pub line: String,
    pub total: RowTotal,
    /// [`Look::low`] and [`Look::high`] are positions along the row.
    pub parts: Vec<Mark>,
}

/// A thin line between quotes of one agency.
#[derive(Clone, Debug, PartialEq)]
pub struct Guide {
    pub role: Role,
    pub points: Vec<(f64, f64)>,
}

/// A name beside the chart's right edge, at the height of the thing it names.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EndLabel {
    pub name: Name,
    pub role: Role,
    pub y: f64,
}

/// The name of a lane of marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Name {
    Flow(Flow),
    Origin(Partner),
    Others,
    Product(Product),
}

/// Something that happened, as a mark on the time axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EventMark {
    pub x: f64,
    pub row: RowId,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PanelTitle {
    Basket(Basket),
    Product(Product),
}

/// The unit of a value axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    TonnesPer(By),
    /// Per cent on a year before.
    Change,
    /// Per cent of a year's tonnes.
    Share,
    MillionUsd,
    UsdPerTonne,
    ThousandCnyPerTonne,
    Price(PriceUnit),
}

impl Unit {
    /// The axis prints values divided by this.
    pub fn divisor(self) -> f64 {
        match self {
            Self::MillionUsd => 1e6,
            Self::ThousandCnyPerTonne => 1e3,
            _ => 1.0,
        }
    }

    pub fn is_percent(self) -> bool {
        matches!(self, Self::Change | Self::Share)
    }
}

/// Why a panel or a chart has no marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Empty {
    Range,
    Year,
    /// No quote of the product in the market.
    Market(Product, Market),
    /// So many quotes are in other units or outside of the range.
    Unit(usize),
}

/// What stands beside the name of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowTotal {
    World(Tonnes),
    /// The world's total, of which no origin is published.
    OriginNotPublished(Tonnes),
    /// No world total is published.
    Missing,
}

/// A hue and a form, and what they stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LegendEntry {
    pub role: Role,
    pub how: How,
    pub meaning: Meaning,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    Origin(Partner),
    OtherOrigins,
    Others,
    OriginNotPublished,
}

impl Chart {
    /// The events on the time axis; none without one.
    pub fn events(&self) -> &[EventMark] {
        match self {
            Self::Time(chart) => &chart.events,
            Self::Rows(_) => &[],
        }
    }

    /// Every mark in reading order. A drawing names marks by their index in this list.
    pub fn marks(&self) -> Vec<&Mark> {
        match self {
            Self::Time(chart) => chart.panels.iter().flat_map(|panel| &panel.marks).collect(),
            Self::Rows(chart) => chart.rows.iter().flat_map(|row| &row.parts).collect(),
        }
    }
}
