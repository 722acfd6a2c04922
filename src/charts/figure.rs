//! A chart as values: what is to be drawn, in the units of its axes, before anyone knows its size.

use crate::data::{Confidence, Month, Source, When};
use crate::view::ChartName;
use chrono::NaiveDate;

/// What a mark stands for; the palette knows its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    Import,
    Export,
    Myanmar,
    Laos,
    /// Another origin, by its place in the fixed order (0 is the darkest grey).
    Origin(u8),
    /// What is left of a total, or a total whose parts are not published.
    Remainder,
    Praseodymium,
    Dysprosium,
}

/// How a figure came to be; each looks different without any colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// Solid.
    Published,
    /// Hatched: computed from published figures.
    Computed,
    /// Open: an estimate, or a remainder.
    Estimated,
    /// Dashed.
    Forecast,
    /// Pale: no one published it, and published figures leave only the interval from `low` to `high`.
    Deduced,
}

/// What a mark looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shape {
    /// A column from zero to `high` (or down to `low` where that is negative).
    Bar,
    /// One part of a stacked column, from `low` to `high`.
    Segment,
    /// A thick line at `high`, as wide as the period.
    Level,
    /// A quote's spread from `low` to `high`, with a tick at `mid` where it was printed.
    Band,
    /// A single quote.
    Dot,
    /// Two ticks at `low` and `high`, joined: published figures leave open what lies between.
    Range,
    /// A dashed rectangle from `low` to `high`.
    Outlook,
    /// Nothing is published here: a pale area that says so.
    Gap,
}

/// One thing on a chart that can be pointed at.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Marks of one series are neighbours for the arrow keys.
    pub series: u8,
    pub shape: Shape,
    pub role: Role,
    pub form: Form,
    /// Start and end on the time axis (months since January of year 0); equal for a day.
    pub x: (f64, f64),
    pub low: f64,
    pub high: f64,
    pub mid: Option<f64>,
    /// Text on the mark, drawn where there is room.
    pub label: String,
    /// Whether a bracket shows that the mark stands for more than one step of the axis.
    pub bracket: bool,
    pub tip: Tip,
}

/// What pointing at a mark shows, and the row of the table of figures.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tip {
    /// What and when: "Imports, March 2025".
    pub title: String,
    /// The figure with its unit.
    pub value: String,
    pub details: Vec<String>,
    pub sources: Vec<SourceLine>,
}

/// Who published a figure; without an address where the source is withheld or the figure is not from one place.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceLine {
    pub text: String,
    pub url: Option<String>,
}

/// A thin line between quotes of one agency.
#[derive(Clone, Debug, PartialEq)]
pub struct Guide {
    pub role: Role,
    pub points: Vec<(f64, f64)>,
}

/// A name beside the chart's right edge, at the height of the thing it names.
#[derive(Clone, Debug, PartialEq)]
pub struct EndLabel {
    pub text: String,
    pub role: Role,
    pub y: f64,
}

/// One plot with its own value axis; all panels of a chart share the time axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    /// Stands above the plot; may be empty where the chart's title says it.
    pub title: String,
    /// The unit of the value axis, as words.
    pub unit: String,
    /// The axis prints values divided by this (1000 where the unit says "thousand").
    pub divisor: f64,
    pub percent: bool,
    pub marks: Vec<Mark>,
    pub guides: Vec<Guide>,
    pub end_labels: Vec<EndLabel>,
    /// Said in the plot where there is nothing to draw.
    pub empty: String,
}

/// Something that happened, as a mark on the time axis.
#[derive(Clone, Debug, PartialEq)]
pub struct EventMark {
    pub x: f64,
    pub tip: Tip,
}

/// Panels on one time axis.
#[derive(Clone, Debug, PartialEq)]
pub struct TimeChart {
    /// First and last month shown, both included.
    pub window: (Month, Month),
    pub panels: Vec<Panel>,
    pub events: Vec<EventMark>,
}

/// One row of a [`RowsChart`]: a basket with its parts.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub label: String,
    /// The row's total as text, drawn at its end; empty where no total is published.
    pub total: String,
    /// `low` and `high` are positions along the row; `x` is not used.
    pub marks: Vec<Mark>,
}

/// Horizontal bars, each row a series of its own on one value axis.
#[derive(Clone, Debug, PartialEq)]
pub struct RowsChart {
    pub unit: String,
    pub rows: Vec<Row>,
    pub legend: Vec<(Role, Form, String)>,
    pub empty: String,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Chart {
    Time(TimeChart),
    Rows(RowsChart),
}

/// A chart, and what stands around it.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    pub name: ChartName,
    pub chart: Chart,
    pub caption: Caption,
}

/// The words around a chart, the same on the page and in a download.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Caption {
    pub title: String,
    pub subtitle: String,
    /// What it shows, unit, basket and source, as sentences.
    pub notes: Vec<String>,
    /// The newest figures that are shown, each with the last day that it stands for.
    pub newest: Vec<(String, NaiveDate)>,
    /// Figures that are listed and not drawn: rivals, and figures in another unit.
    pub listed: Vec<Tip>,
    /// What the list of [`Self::listed`] is.
    pub listed_title: String,
}

impl Chart {
    /// Every mark in reading order, with the row's or panel's name for the table.
    pub fn marks(&self) -> Vec<(&str, &Mark)> {
        match self {
            Self::Time(chart) => chart
                .panels
                .iter()
                .flat_map(|panel| panel.marks.iter().map(|mark| (panel.title.as_str(), mark)))
                .collect(),
            Self::Rows(chart) => {
                chart.rows.iter().flat_map(|row| row.marks.iter().map(|mark| (row.label.as_str(), mark))).collect()
            }
        }
    }
}

/// The newest thing that a chart shows: of all periods the one that ends last.
pub fn newest(periods: impl Iterator<Item = When>, words: &crate::words::Words) -> Vec<(String, NaiveDate)> {
    let newest = periods.max_by_key(|when| when.last_day());
    newest.map(|when| (words.when(when), when.last_day())).into_iter().collect()
}

/// A source as a line of a tip.
pub fn source_line(source: &Source, words: &crate::words::Words) -> SourceLine {
    let day = words.day(source.known_from);
    match &source.url {
        Some(url) => {
            let doubtful = words.fill(words.doubtful, &[("source", &source.name)]);
            let name = if source.confidence == Confidence::Low { &doubtful } else { &source.name };
            SourceLine {
                text: words.fill(words.public_since, &[("source", name), ("day", &day)]),
                url: Some(url.clone()),
            }
        }
        None => SourceLine {
            text: words.fill(words.withheld, &[("source", &source.name), ("day", &day)]).trim().to_owned(),
            url: None,
        },
    }
}
