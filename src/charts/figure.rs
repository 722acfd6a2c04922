//! A chart's content as values: what is drawn and what is said around it, before anyone knows its size or its words.

use super::caption::{Listed, ListedTitle, Newest, Note, Publisher, Subtitle, Title};
use super::mark::{How, Mark, Role};
use crate::data::{Basket, Flow, Market, Month, Partner, Product, RowId, Tonnes};
use crate::view::{By, ChartName, PriceUnit};

/// A chart: what is drawn, and what is said around it.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Which chart of the dashboard it is.
    pub name: ChartName,
    /// What is drawn.
    pub chart: Chart,
    /// What the chart is called.
    pub title: Title,
    /// What its marks measure.
    pub subtitle: Subtitle,
    /// The sentences under it, in the order of reading.
    pub notes: Vec<Note>,
    /// Who published its figures.
    pub publisher: Publisher,
    /// The newest figures that are shown: one, or one of each flow.
    pub newest: Vec<Newest>,
    /// Figures that are listed and not drawn.
    pub listed: Vec<Listed>,
    /// What the list of those figures is called.
    pub listed_title: ListedTitle,
}

/// The two ways in which a chart is laid out.
#[derive(Clone, Debug, PartialEq)]
pub enum Chart {
    /// Periods and days from left to right.
    Time(TimeChart),
    /// One bar below the other, without a time axis.
    Rows(RowsChart),
}

/// Panels on one time axis.
#[derive(Clone, Debug, PartialEq)]
pub struct TimeChart {
    /// First and last month shown, both included.
    pub window: (Month, Month),
    /// The plots, from the top.
    pub panels: Vec<Panel>,
    /// What happened in the window, in the order of time.
    pub events: Vec<EventMark>,
}

/// One plot with its own value axis; all panels of a chart share the time axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    /// Stands above the plot; `None` where the chart's title says it.
    pub title: Option<PanelTitle>,
    /// The unit of the value axis.
    pub unit: Unit,
    /// What can be pointed at, in the order of reading.
    pub marks: Vec<Mark>,
    /// Lines behind the marks.
    pub guides: Vec<Guide>,
    /// Names beside the right edge, each at the height of its lane's end.
    pub end_labels: Vec<EndLabel>,
    /// Why there is nothing to draw.
    pub empty: Option<Empty>,
}

/// Horizontal bars of parts, each row a lane of its own on one value axis.
#[derive(Clone, Debug, PartialEq)]
pub struct RowsChart {
    /// The unit of the one value axis.
    pub unit: Unit,
    /// The bars, from the top.
    pub rows: Vec<Row>,
    /// What hues and forms stand for, from left to right.
    pub legend: Vec<LegendEntry>,
    /// Why there are no rows.
    pub empty: Option<Empty>,
}

/// One row of a [`RowsChart`]: a basket, and its parts from left to right.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What the row's parts are counted in: no two rows may be added.
    pub basket: Basket,
    /// The 8-digit customs line, where one basket has several rows; else empty.
    pub line: String,
    /// What stands beside the row's name.
    pub total: RowTotal,
    /// [`Look::low`] and [`Look::high`] are positions along the row.
    pub parts: Vec<Mark>,
}

/// A thin line between quotes of one agency.
#[derive(Clone, Debug, PartialEq)]
pub struct Guide {
    /// What the quotes are of, as a hue.
    pub role: Role,
    /// Months since January of year 0, and the value on the panel's axis.
    pub points: Vec<(f64, f64)>,
}

/// A name beside the chart's right edge, at the height of the thing it names.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EndLabel {
    /// What stands at the edge.
    pub name: Name,
    /// The hue of the text.
    pub role: Role,
    /// The value on the panel's axis that the name stands beside.
    pub y: f64,
}

/// The name of a lane of marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Name {
    /// Imports or exports, on the trade chart.
    Flow(Flow),
    /// A partner, or the world as a whole.
    Origin(Partner),
    /// What the named origins leave of the world's total.
    Others,
    /// The product of a price panel, in its short form.
    Product(Product),
}

/// Something that happened, as a mark on the time axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EventMark {
    /// Months since January of year 0; of a period its middle.
    pub x: f64,
    /// Its row of `events.csv`.
    pub row: RowId,
}

/// What one of several panels shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PanelTitle {
    /// A basket of the partners chart.
    Basket(Basket),
    /// A product of the price chart.
    Product(Product),
}

/// The unit of a value axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Tonnes a month, a quarter or a year.
    TonnesPer(By),
    /// Per cent on a year before.
    Change,
    /// Per cent of a year's tonnes.
    Share,
    /// US dollars, printed in millions.
    MillionUsd,
    /// US dollars for each tonne of net weight.
    UsdPerTonne,
    /// Yuan a tonne, printed in thousands.
    ThousandCnyPerTonne,
    /// A unit of price that is printed undivided.
    Price(PriceUnit),
}

impl Unit {
    /// The axis prints values divided by this.
    pub(crate) fn divisor(self) -> f64 {
        match self {
            Self::MillionUsd => 1e6,
            Self::ThousandCnyPerTonne => 1e3,
            _ => 1.0,
        }
    }

    pub(crate) fn is_percent(self) -> bool {
        matches!(self, Self::Change | Self::Share)
    }
}

/// Why a panel or a chart has no marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Empty {
    /// No figure lies in the months that are shown.
    Range,
    /// No basket has tonnes in the year that is shown.
    Year,
    /// No quote of the product in the market.
    Market(Product, Market),
    /// So many quotes are in other units or outside of the range.
    Unit(usize),
}

/// What stands beside the name of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowTotal {
    /// The basket's world total, of which some origins are named.
    World(Tonnes),
    /// The world's total, of which no origin is published.
    OriginNotPublished(Tonnes),
    /// No world total is published.
    Missing,
}

/// A hue and a form, and what they stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LegendEntry {
    /// The hue that is explained.
    pub role: Role,
    /// The form that the hue has: solid, or open where it is estimated.
    pub how: How,
    /// What both stand for.
    pub meaning: Meaning,
}

/// What an entry of the legend explains.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// One origin that has a hue of its own.
    Origin(Partner),
    /// Named origins without a hue of their own, all of them grey.
    OtherOrigins,
    /// What the named origins leave of a total, computed.
    Others,
    /// A total of which no origin is published.
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
