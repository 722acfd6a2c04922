//! How a mark looks: form, hue, place, and its words.

use super::axis::Name;
use super::mark::Amount;
use crate::data::{Flow, Partner, Percent, Product, Quote, Span, Tonnes, When};
use crate::view::PriceUnit;
use chrono::NaiveDate;

/// Where and how a mark is drawn, in the units of its axes.
#[derive(Clone, Debug, PartialEq)]
pub struct Look {
    /// The form on the plot.
    pub shape: Shape,
    /// The hue.
    pub role: Role,
    /// Marks of one lane are neighbours for the arrow keys left and right; up and down lead to the next lane.
    pub lane: u8,
    /// Start and end across, in the units of [`super::figure::XAxis`]; equal for a day.
    pub x: (f64, f64),
    /// The lower end on the value axis.
    pub low: f64,
    /// The upper end on the value axis.
    pub high: f64,
    /// Between `low` and `high`, where it was printed.
    pub mid: Option<f64>,
    /// Words on or beside the mark.
    pub tag: Option<Tag>,
    /// Whether a bracket shows that the mark stands for more than one step of the axis.
    pub bracket: bool,
    /// A year's age where lines of years are compared: 0 is the newest; older ones are paler.
    pub age: u8,
    /// Whether its sources are weak or differ: a small open dot above a column; a point is open.
    pub doubt: bool,
}

impl Look {
    /// A mark from zero to `high`, without words, mid and bracket.
    pub fn new(shape: Shape, role: Role, lane: u8, x: (f64, f64), high: f64) -> Self {
        Self { shape, role, lane, x, low: 0.0, high, mid: None, tag: None, bracket: false, age: 0, doubt: false }
    }
}

/// What a mark stands for as a hue; the style sheet knows its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Imports, on the trade chart.
    Import,
    /// Exports, on the trade chart.
    Export,
    /// Goods from Myanmar.
    Myanmar,
    /// Goods from Laos.
    Laos,
    /// Every other origin, what is left of a total, and a source that is only shown.
    Other,
    /// Praseodymium, and praseodymium-neodymium.
    Praseodymium,
    /// Dysprosium, and its alloy with iron: its points are discs.
    Dysprosium,
    /// Terbium: its points are diamonds, those of light rare earths squares.
    Terbium,
    /// Averages, totals and the running year.
    Ink,
}

/// What a mark looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shape {
    /// A column from zero to `high` (or down to `low` where that is negative), softened where columns are many.
    Column,
    /// One part of a stacked column, or a step between two columns, from `low` to `high`.
    Segment,
    /// A bar from zero to the right, or to the left where it is negative; of a row.
    Bar,
    /// The average month: an ink line at `high`, exactly as long as the period that it averages.
    Average,
    /// The same of a year before: short and thin.
    AverageBefore,
    /// A line at `high`, as wide as the period that it stands for.
    Level,
    /// A quote's spread from `low` to `high`, with a tick at `mid`.
    Band,
    /// A single figure: a disc, a square or a diamond by its role.
    Point,
    /// A hatched box from `low` to `high`: the quotes of a month.
    Box,
    /// Two ticks at `low` and `high`, joined.
    Range,
    /// A dashed rectangle from `low` to `high`, solid up to the x of `mid` and faint after.
    Outlook,
    /// Three dots a step: nothing is published here.
    Gap,
}

/// Words of a mark, and where they stand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tag {
    /// What is said.
    pub label: Label,
    /// Where it is said, if there is room.
    pub at: TagAt,
    /// Dropped where there is no room; others move until they find some.
    pub optional: bool,
}

/// Where the words of a mark stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TagAt {
    /// Over the mark, or under it where it hangs down.
    Above,
    /// To its right, else to its left.
    Beside,
    /// In the margin right of the plot, at its height; pushed apart from others. Parts of a column in a narrow plot, which
    /// has no such margin, have them inside.
    End,
    /// In the mark, where they fit.
    Inside,
}

/// Text on or beside a mark.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Label {
    /// "7,742".
    Amount(Amount),
    /// "about 51 %": no more digits than an estimate has.
    Estimate(Percent),
    /// "Jun 2025: 7,742", "Aug 6,862".
    Dated(When, Amount),
    /// "3,444 a month; 31,000 in Jan-Sep 2024": a period of several months at the height of its average month.
    PerMonth(Span, Tonnes),
    /// "+5,321", and with a second line "-44 %".
    Difference(Tonnes, Option<Percent>),
    /// "2025 78,898 (Sep)", "2023 175,853".
    YearToDate {
        /// Of the line that it ends.
        year: i32,
        /// Since January; of a total that was worked out the middle.
        tonnes: Tonnes,
        /// The last month, 1 to 12; of December nothing is said.
        month: u32,
    },
    /// "790 Myanmar".
    NamedAmount(Name, Amount),
    /// "Laos 21.7 % (2023: 10.3)": an origin's share of a year, and of an earlier one. "22 %" where a part of a column has no
    /// more room.
    Share {
        /// Whose share it is.
        origin: Name,
        /// Of the year's total.
        share: Percent,
        /// The earlier year with its share; `None` where that is not said, or the origin is not published for it.
        before: Option<(i32, Percent)>,
    },
    /// The months of a mark that is not a whole step of the axis.
    Months(Span),
    /// "PrNd oxide 176", "5 Feb 2026", and what a weak quote after it says: "200 on 12 Feb, second-hand".
    Index {
        /// Whose line ends here.
        product: Product,
        /// By the last quote that is not weak.
        value: f64,
        /// The day of that quote.
        day: NaiveDate,
        /// A later quote that is second-hand, and its day.
        weak: Option<(f64, NaiveDate)>,
    },
    /// No single month of a flow was found, and the longer period that is known.
    Gap {
        /// Of which months are missing.
        flow: Flow,
        /// Those months.
        months: Span,
        /// Since January, to a month in or after the gap.
        longer: Option<(Span, Tonnes)>,
    },
    /// The tables hold no flow from a partner, which is not zero.
    NoRecord(Partner),
    /// "everyone else together: -870 t".
    Together(Tonnes),
    /// "21 April 2025: the article".
    Article(NaiveDate),
    /// "the article's quarter".
    ArticleQuarter,
    /// "the article's forecast: 580-600".
    Forecast(Quote, PriceUnit),
    /// A price cannot be computed without its part of a magnet's cost.
    NeedsShare,
    /// No figure was found.
    NoFigure,
    /// "20 Aug 2025: 800".
    DatedQuote(NaiveDate, Quote, PriceUnit),
}
