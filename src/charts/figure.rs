//! A chart's content as values: what is drawn and what is said around it, before anyone knows its size or its words.

pub use super::axis::{Base, Measure, Name, Slot, SlotGroup, Unit, XAxis};

use super::caption::{Listed, ListedTitle, Newest, Note, Publisher, Subtitle, Title};
use super::mark::{How, Label, Mark, Role, What};
use super::trade::Change;
use crate::data::{Market, Percent, Product, Quote, RowId, Span, Tonnes, When};
use crate::view::{By, ChartName, PriceUnit};
use chrono::NaiveDate;

/// A chart: what is drawn, and what is said around it.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Which chart of the dashboard it is.
    pub name: ChartName,
    /// What the chart found, computed from what it shows.
    pub title: Title,
    /// What its marks measure.
    pub subtitle: Subtitle,
    /// What is drawn.
    pub chart: Chart,
    /// What has to be known to read it right, in the order in which it is said.
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

/// Panels, and how they stand together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Chart {
    /// Where there is room; a narrow page stacks all panels.
    pub arrangement: Arrangement,
    /// Whether all panels have the value axis of the one that needs most.
    pub same_scale: bool,
    /// From the top, or from the left. One at least, which says why where there is nothing to draw.
    pub panels: Vec<Panel>,
    /// Everything that happened in the months shown, by time. Charts without a time axis have none.
    pub events: Vec<EventMark>,
}

impl Chart {
    /// Every mark in reading order. A drawing names marks by their index in this list.
    pub fn marks(&self) -> impl Iterator<Item = &Mark> {
        self.panels.iter().flat_map(|panel| &panel.marks)
    }
}

/// How panels stand together where there is room.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Arrangement {
    /// One above the other. Panels that share a time axis have its names under the last only.
    #[default]
    Stacked,
    /// Side by side in so many columns; one above the other where a column would be too narrow.
    Columns(u8),
}

/// One plot with its axes.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    /// Stand above the plot, each in its hue; none where the chart's title says it.
    pub names: Vec<(Name, Option<Role>)>,
    /// The unit of the value axis, said once beside the names.
    pub unit: Unit,
    /// What else is said beside the names.
    pub aside: Option<Aside>,
    /// The newest value, large, at the top right.
    pub corner: Option<Corner>,
    /// Its newest quote, where none of the same product and market was found after it, in whatever unit.
    pub none_after: Option<When>,
    /// What runs across.
    pub x: XAxis,
    /// Where the value axis starts.
    pub base: Base,
    /// What is said above each year.
    pub heads: Vec<Head>,
    /// In reading order.
    pub marks: Vec<Mark>,
    /// Lines between marks.
    pub guides: Vec<Guide>,
    /// Days that are worded in the plot.
    pub days: Vec<DayLine>,
    /// Over neighbouring slots, above their columns.
    pub brackets: Vec<Bracket>,
    /// Thin level lines from one column to the next.
    pub connectors: Vec<Connector>,
    /// Why there is nothing to draw.
    pub empty: Option<Empty>,
}

impl Panel {
    /// A panel without marks or names.
    pub fn new(x: XAxis, unit: Unit, base: Base) -> Self {
        Self {
            names: Vec::new(),
            unit,
            aside: None,
            corner: None,
            none_after: None,
            x,
            base,
            heads: Vec::new(),
            marks: Vec::new(),
            guides: Vec::new(),
            days: Vec::new(),
            brackets: Vec::new(),
            connectors: Vec::new(),
            empty: None,
        }
    }

    /// The marks of its figures, without gaps, forecasts, and what several other marks come to.
    pub fn figures(&self) -> impl Iterator<Item = &Mark> {
        let known = self.marks.iter().filter(|mark| mark.amount.is_some() && mark.how != How::Forecast);
        let of_several =
            |what: What| matches!(what, What::Average(_) | What::MovingAverage(_) | What::MonthOfQuotes(_));
        known.filter(move |mark| !of_several(mark.what))
    }

    /// The mark of its newest figure.
    pub fn newest(&self) -> Option<&Mark> {
        self.figures().max_by_key(|mark| mark.when.last_day())
    }
}

/// What stands above a year, or above the part of it that is known: the average month, and the change on a year before.
#[derive(Clone, Debug, PartialEq)]
pub struct Head {
    /// Where the period begins: at the start of the year, or of the plot.
    pub x: f64,
    /// The year, or the part of it that is known.
    pub span: Span,
    /// The average month; the total where the chart goes by quarter or year.
    pub average: Tonnes,
    /// The printed change, the computed one, or both where they disagree.
    pub changes: Vec<Change>,
}

/// The newest quote of a panel's main agency, and the newest of another one where that is newer.
#[derive(Clone, Debug, PartialEq)]
pub struct Corner {
    /// Large: the main agency's, not a weak one where it has others.
    pub newest: CornerQuote,
    /// Small, under it: "elsewhere: ..".
    pub elsewhere: Option<CornerQuote>,
}

/// A quote, with who quoted it and when.
#[derive(Clone, Debug, PartialEq)]
pub struct CornerQuote {
    /// In the unit and with or without tax, as chosen.
    pub quote: Quote,
    /// The currency and mass of the quote.
    pub unit: PriceUnit,
    /// Without "(...)" behind its name.
    pub agency: String,
    /// The day of the quote, or the month that it stands for.
    pub when: When,
    /// Second-hand, or of an approximate date.
    pub doubt: bool,
    /// The same without tax, where the quote includes it.
    pub without_vat: Option<Quote>,
}

/// A line between marks of one kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Guide {
    /// What the quotes are of, as a hue.
    pub role: Role,
    /// How heavy the line is.
    pub stroke: Stroke,
    /// Two at least, in the units of both axes.
    pub points: Vec<(f64, f64)>,
}

impl Guide {
    /// Lines through marks of months, from the first: each joins neighbouring months only, since what lies between others is
    /// not known.
    pub fn through(marks: &[Mark], role: Role, stroke: Stroke) -> impl Iterator<Item = Self> {
        /// Neighbours are a month apart, others two at least.
        const NEIGHBOURS: f64 = 1.5;
        let runs = marks.chunk_by(|a, b| b.look.x.0 - a.look.x.0 < NEIGHBOURS).filter(|run| run.len() > 1);
        let points = |run: &[Mark]| run.iter().map(|mark| (mark.look.x.0, mark.look.high)).collect();
        runs.map(move |run| Self { role, stroke, points: points(run) })
    }
}

/// How a guide is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stroke {
    /// 1 px: joins quotes, and says nothing of what is between them.
    Thin,
    /// The same in short dashes, for quotes of pure praseodymium beside those of its mixture with neodymium.
    ThinDashed,
    /// 1.7 px.
    Line,
    /// A year's line, by its age: the newest is thick, older ones are thinner and paler.
    Year(u8),
}

/// A day with words beside a dotted line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DayLine {
    /// On the time axis, in months.
    pub x: f64,
    /// What the day is.
    pub label: Label,
}

/// A bracket over slots, with words.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bracket {
    /// The start of its first slot, and the end of its last.
    pub x: (f64, f64),
    /// What the slots come to together.
    pub label: Label,
}

/// A thin level line at a value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Connector {
    /// From the middle of a slot to that of the next.
    pub x: (f64, f64),
    /// On the value axis: where one step ends and the next begins.
    pub y: f64,
}

/// Something that happened, as a mark on the time axis.
#[derive(Clone, Debug, PartialEq)]
pub struct EventMark {
    /// On the time axis, in months; of an event of a month its middle.
    pub x: f64,
    /// Its row in `events.csv`, which has its full text, date and source.
    pub row: RowId,
    /// The index of the panel that it concerns, and its words; `None` for most, which have a tick.
    pub worded: Option<(usize, EventWords)>,
}

/// An event in words: long, and for a narrow chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventWords {
    /// As `events.csv` has it in `label`.
    pub long: String,
    /// As it has it in `short`.
    pub short: String,
}

/// What is said beside a panel's name.
#[derive(Clone, Debug, PartialEq)]
pub enum Aside {
    /// An origin's part of the world's tonnes in two years.
    Shares(Vec<(i32, Percent)>),
    /// A basket's HS code, empty where no row has one, and the world's tonnes of each year; `None` where nobody published
    /// them.
    AllOrigins {
        /// Without points.
        hs: String,
        /// Ascending.
        years: Vec<(i32, Option<Tonnes>)>,
    },
    /// How much more or less all origins sent together than in the year before.
    TotalChange(Tonnes),
    /// Who quotes, and the day that is 100, where all products have the same.
    BaseDay {
        /// Without "(...)" behind its name.
        agency: String,
        /// Of the agency's last quotes up to the chosen day.
        day: NaiveDate,
    },
    /// Who quotes.
    Agency(String),
    /// Grey marks are reference prices for export of the Korean agency KOMIS, a weak source.
    Komis,
    /// What stands above each year.
    Heads {
        /// How long a column stands for.
        by: By,
        /// Whether some head has a printed change and a computed one that is another.
        both: bool,
    },
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
    /// None of the article's figures that it shows is there.
    Article,
    /// So many quotes are in other units or outside of the range.
    Unit(usize),
    /// Nothing is known to start from, and the reader gave nothing.
    NoStart,
    /// The agency of the index has no quote for the day or the month that was to be 100.
    NoBase(When),
}
