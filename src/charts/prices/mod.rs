//! Prices: quotes as printed, each a mark of its own, never joined across markets or agencies.
//!
//! `quotes` picks and converts them, `index`, `panels` (with `boxes`), `outside` and `relative` are the charts, `finding` has the rules of
//! their titles, `heavy` whether heavy rare earths held better than light ones, `now` the newest quotes, `abroad` those outside
//! China.

mod abroad;
mod boxes;
mod finding;
mod heavy;
mod index;
mod now;
mod outside;
mod panels;
mod quotes;
mod relative;

use super::caption::{ListedTitle, Note as AnyNote, Publisher, Subtitle as AnySubtitle, Title, newest};
use super::events::event_marks;
use super::figure::{Chart, DayLine, Figure};
use super::mark::Label;
use super::{ARTICLE, day};
use crate::data::period::day_position;
use crate::data::{ArticleFigure, Event, Market, Month, PriceFact, Product, Quote, RowId, When};
use crate::view::{ChartName, Extent, IndexBase, PriceUnit, VatChoice, View};
use chrono::NaiveDate;
use quotes::Shown;

pub use crate::article::forecast::{FITS_WITHIN, Fate, Off};
pub(super) use abroad::{Abroad, newest_abroad};
pub use finding::{Finding, Move, Standfirst, headline, standfirst};
pub use heavy::{Course, Held, SinceArticle, since_article};
pub use now::{LastQuote, NowQuote, last_quotes};
pub(super) use quotes::role;

/// Quotes of one agency at most this far apart are joined by a thin line, and an index starts at a quote at most this old.
const GUIDE_DAYS: i64 = 45;

/// A day before the export controls of 4 April 2025, on which the index products were quoted.
const BEFORE_CONTROLS: NaiveDate = day(2025, 3, 26);

/// The end of "short term" as this dashboard reads it: the article's range is drawn solid up to here.
pub const SHORT_TERM: NaiveDate = day(2025, 6, 30);

/// What a chart of this family measures.
#[derive(Clone, Debug, PartialEq)]
pub enum Subtitle {
    /// Whose quotes are 100 at the last day up to `until`; no agency where nothing is drawn.
    Index {
        /// Without "(...)" behind its name.
        agency: Option<String>,
        /// Which day was chosen.
        base: IndexBase,
        /// The last day on which the base can have been quoted.
        until: NaiveDate,
    },
    /// Quotes of a market, with or without tax where there is any, and the article's range where it is drawn.
    Quotes {
        /// Where the quotes hold.
        market: Market,
        /// `None` where no quote includes tax.
        vat: Option<VatChoice>,
        /// The range as a band.
        forecast: Option<(Quote, PriceUnit)>,
    },
    /// Quotes in dollars, markets apart.
    Outside,
    /// One price over another, of one agency, market and day.
    Relative,
}

/// A sentence under a chart of this family.
#[derive(Clone, Debug, PartialEq)]
pub enum Note {
    /// A bar is the spread of quotes that an agency heard, a point a single figure.
    Marks,
    /// A thin line joins quotes of one agency that are close in time.
    Guides,
    /// From which quotes a monthly box is made.
    Boxes,
    /// Whose marks are full, for each product.
    Agencies(Vec<(String, Vec<Product>)>),
    /// How the value added tax was taken off, and from which quotes.
    WithoutVat,
    /// So many yearly figures are left out, because their year spans two rates of tax.
    LeftOut(usize),
    /// Whose forecast is drawn, up to which day solid and up to which faint.
    Outlook {
        /// The article's row.
        row: RowId,
        /// The last day that is drawn.
        end: NaiveDate,
    },
    /// When a quote counts as fitting the forecast.
    Fitting,
    /// The quotes beside the forecast are of its own publisher.
    OwnQuotes,
    /// The source of these quotes does not name the agency.
    NotNamed(Product),
    /// The index is of one agency, its products are never mixed.
    Index,
    /// What KOMIS publishes, and that no finding rests on it.
    Komis,
    /// Quotes in Europe are few and never joined.
    Europe,
    /// Which two quotes are divided, and that no others are.
    Relative,
    /// The products that have no line, because the index's agency has no quote of them in the month that is to be 100.
    NoBase(Vec<Product>, Month),
}

/// The index chart of a view.
pub(super) fn index(facts: &[PriceFact], events: &[Event], view: &View) -> Figure {
    index::drawn(facts, view).figure(ChartName::Index, events)
}

/// The chart of the prices themselves.
pub(super) fn quotes(
    extent: Extent,
    facts: &[PriceFact],
    article: &[ArticleFigure],
    events: &[Event],
    view: &View,
) -> Figure {
    panels::drawn(extent, facts, article, view).figure(ChartName::Prices, events)
}

/// The chart of prices outside China.
pub(super) fn outside(facts: &[PriceFact], events: &[Event], view: &View) -> Figure {
    outside::drawn(facts, view).figure(ChartName::Outside, events)
}

/// The chart of relative prices.
pub(super) fn relative(facts: &[PriceFact], events: &[Event], view: &View) -> Figure {
    relative::drawn(facts, view).figure(ChartName::Relative, events)
}

/// What each chart of this family makes itself.
struct Drawn {
    chart: Chart,
    finding: Finding,
    subtitle: Subtitle,
    notes: Vec<Note>,
    window: (Month, Month),
    /// The newest quote that is drawn. A monthly box ends with its month, later than its last quote.
    last: Option<When>,
}

impl Drawn {
    fn figure(self, name: ChartName, events: &[Event]) -> Figure {
        let heavy = self.chart.panels.iter().position(panels::is_heavy);
        let mut events = event_marks(events, name, self.window, |_| heavy.unwrap_or_default());
        // The controls that these charts word are of heavy rare earths: without a panel of those they are ticks.
        if heavy.is_none() {
            events.iter_mut().for_each(|event| event.worded = None);
        }
        Figure {
            name,
            title: Title::Prices(self.finding),
            subtitle: AnySubtitle::Prices(self.subtitle),
            newest: newest(self.last.into_iter()),
            chart: Chart { events, ..self.chart },
            notes: self.notes.into_iter().map(AnyNote::OfPrices).collect(),
            publisher: Publisher::Prices,
            listed: Vec::new(),
            listed_title: ListedTitle::NotDrawn,
        }
    }
}

/// Of quotes the one that ends last.
fn last_of<'a>(quotes: impl Iterator<Item = &'a Shown<'a>>) -> Option<When> {
    quotes.map(|quote| quote.fact.when).max_by_key(|when| when.last_day())
}

/// The months that a chart shows for its quotes: from the chart's own start, even where the first quote is later.
fn window<'a>(name: ChartName, quotes: impl Iterator<Item = &'a Shown<'a>> + Clone, view: &View) -> (Month, Month) {
    let start = view.start(name);
    let first = quotes.clone().map(|quote| quote.months().first()).min().unwrap_or(start);
    let last = quotes.map(|quote| quote.months().last()).max().unwrap_or(start);
    view.window(start, first.min(start), last)
}

/// The article's day, where it is shown.
fn article_line(window: (Month, Month)) -> Option<DayLine> {
    let month = Month::of(ARTICLE);
    let shown = window.0 <= month && month <= window.1;
    shown.then(|| DayLine { x: day_position(ARTICLE), label: Label::Article(ARTICLE) })
}
