//! Where each input starts: at a figure of the article, a quote or the newest imports; or nowhere, and why.

use super::imports::{Imports, Origin};
use super::units::{CnyPerTonne, Ratio, TonnesAYear};
use crate::article::quotes::{Terms, newest_sound, shown};
use crate::data::{
    ArticleFigure, Dataset, Decimal, Fact, File, OriginFact, PriceFact, Product, RowId, Span, Tonnes, facts,
};
use crate::view::scenario::{Allowed, Input, Scenario};
use crate::view::{ChartName, VatChoice};

/// Where an input starts. Values are in units of the input's last place.
#[derive(Clone, Debug, PartialEq)]
pub enum Start {
    /// At a figure of the article.
    Article {
        /// The figure, as a value of the input.
        units: i32,
        /// The article's row.
        row: RowId,
        /// What the article says it was before, and its row.
        before: Option<(i32, RowId)>,
    },
    /// At the middle of a quote.
    Quote {
        /// The middle, as a value of the input.
        units: i32,
        /// The quote's row.
        row: RowId,
    },
    /// At no change of what was imported.
    NoChange {
        /// The year of the imports.
        year: i32,
        /// What was imported then.
        tonnes: TonnesAYear,
        /// The rows that say so.
        rows: Vec<RowId>,
    },
    /// At nothing, because the article's plan is for a later year than the imports are of.
    NotYet {
        /// The year that the plan is for.
        from: Span,
        /// The year of the imports.
        year: i32,
        /// The article's row.
        row: RowId,
    },
    /// Nowhere.
    None(NoStart),
}

/// Why an input has no start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoStart {
    /// No file has such a figure: whatever the reader gives is his own assumption.
    NoSource,
    /// The file that has it cannot be read, or had no such row on the day of the data set.
    NoRow(File),
}

impl Start {
    /// The value; `None` where there is none.
    pub fn units(&self) -> Option<i32> {
        match self {
            Self::Article { units, .. } | Self::Quote { units, .. } => Some(*units),
            Self::NoChange { .. } | Self::NotYet { .. } => Some(0),
            Self::None(_) => None,
        }
    }

    /// The rows that it rests on.
    pub fn rows(&self) -> Vec<RowId> {
        match self {
            Self::Article { row, .. } | Self::Quote { row, .. } | Self::NotYet { row, .. } => vec![*row],
            Self::NoChange { rows, .. } => rows.clone(),
            Self::None(_) => Vec::new(),
        }
    }
}

/// The middle of a quote in yuan a tonne, and its row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quoted {
    /// Finite and above zero.
    pub mid: f64,
    /// The row of the quote.
    pub row: RowId,
}

/// Every input with its start, and the imports that changes are of.
#[derive(Clone, Debug, PartialEq)]
pub struct Inputs {
    starts: Vec<Start>,
    /// The newest imports: what changes start from.
    pub now: Option<Imports>,
    /// The imports that are to be reached.
    pub reach: Option<Imports>,
}

impl Quoted {
    /// Of the newest quote inside China that is the main agency's and not weak, as quoted.
    fn newest(facts: &[PriceFact], product: Product) -> Option<Self> {
        let quotes = shown(facts, product, Terms::inside(VatChoice::Included));
        newest_sound(&quotes).map(|quote| Self { mid: quote.mid(), row: quote.fact.row() })
    }
}

impl Inputs {
    /// Finds every start among the figures of a data set.
    pub fn of(data: &Dataset) -> Self {
        let quote = |product: Product| Quoted::newest(facts(&data.prices), product);
        let (prnd, dy) = (quote(Product::PrNdOxide), quote(Product::DyOxide));
        Self::new(facts(&data.article), facts(&data.origins), prnd, dy)
    }

    /// Finds every start. `prnd` and `dy` are the newest sound quotes of PrNd oxide and of dysprosium oxide.
    pub fn new(article: &[ArticleFigure], origins: &[OriginFact], prnd: Option<Quoted>, dy: Option<Quoted>) -> Self {
        let year = ChartName::Supply.start().year();
        let reach = Imports::of(origins, year);
        let now = Imports::newest_after(origins, year);
        let start = |input: &Input| start(*input, article, now.as_ref(), prnd, dy);
        Self { starts: Input::ALL.iter().map(start).collect(), now, reach }
    }

    /// Where an input starts.
    pub fn start(&self, input: Input) -> &Start {
        // One for each value of `Input`, in its order.
        self.starts.get(input as usize).unwrap_or(&Start::None(NoStart::NoSource))
    }

    /// What an input is: what the reader gave it, else its start.
    pub fn value(&self, input: Input, scenario: &Scenario) -> Option<i32> {
        scenario.get(input).or_else(|| self.start(input).units())
    }

    /// The scenario with an input set; as good as untouched where that is its start.
    pub fn with(&self, scenario: &Scenario, input: Input, units: i32) -> Scenario {
        let mut changed = *scenario;
        changed.set(input, Some(units).filter(|units| self.start(input).units() != Some(*units)));
        changed
    }

    pub(super) fn mass(&self, input: Input, scenario: &Scenario) -> Option<TonnesAYear> {
        let tonnes = self.value(input, scenario)?;
        Some(TonnesAYear::new(Tonnes::from_grams(i64::from(tonnes) * 1_000_000)))
    }

    pub(super) fn ratio(&self, input: Input, scenario: &Scenario) -> Option<Ratio> {
        self.value(input, scenario).map(|units| Ratio::of(input, units))
    }

    pub(super) fn price(&self, input: Input, scenario: &Scenario) -> Option<CnyPerTonne> {
        self.value(input, scenario).map(CnyPerTonne::new)
    }
}

fn start(
    input: Input,
    article: &[ArticleFigure],
    now: Option<&Imports>,
    prnd: Option<Quoted>,
    dy: Option<Quoted>,
) -> Start {
    let found = match input {
        Input::Magnets => said(article, input, "sea-magnet-line", None),
        Input::PrRatio => said(article, input, "pr-ratio-after", Some("pr-ratio-before")),
        Input::DyRatio => said(article, input, "dy-ratio-after", Some("dy-ratio-before")),
        Input::Mines => said(article, input, CAPACITY, None),
        Input::MagNex => said(article, input, "magnex-cost", None),
        Input::HoDy => said(article, input, "ho-dy-cost", None),
        Input::Ramp => not_yet(article, now),
        Input::PrNdPrice => quote(input, prnd),
        Input::DyPrice => quote(input, dy),
        Input::PrNdShare | Input::DyShare => return Start::None(NoStart::NoSource),
        Input::Myanmar | Input::Laos | Input::Malaysia | Input::Others => no_change(input, now),
    };
    let file = match input {
        Input::PrNdPrice | Input::DyPrice => File::Prices,
        Input::Myanmar | Input::Laos | Input::Malaysia | Input::Others => File::Origins,
        // Where the plan is there and no year to compare it with, the imports are missing.
        Input::Ramp if now.is_none() => File::Origins,
        _ => File::Article,
    };
    found.unwrap_or(Start::None(NoStart::NoRow(file)))
}

/// The article's new mine.
const CAPACITY: &str = "kangankunde-capacity";

/// A figure of the article as a value of an input; `None` where there is none, or one that the input does not take.
fn said(article: &[ArticleFigure], input: Input, id: &str, before: Option<&str>) -> Option<Start> {
    let value = |id: &str| {
        let figure = figure(article, id)?;
        Some((as_value(input, figure.value, &figure.unit)?, figure.row()))
    };
    let (units, row) = value(id)?;
    Some(Start::Article { units, row, before: before.and_then(value) })
}

fn figure<'a>(article: &'a [ArticleFigure], id: &str) -> Option<&'a ArticleFigure> {
    article.iter().rfind(|figure| figure.id == id)
}

/// A printed figure in units of an input's last place; `None` where its unit is another, or the input does not take it.
fn as_value(input: Input, figure: Decimal, unit: &str) -> Option<i32> {
    let value = match (input, unit) {
        (Input::Magnets | Input::Mines, "t/yr") | (Input::PrRatio | Input::DyRatio, "%") => figure.to_f64(),
        // "0.2 of the cost" and "18 % less".
        (Input::MagNex | Input::HoDy, "ratio") => 100.0 * figure.to_f64(),
        (Input::MagNex | Input::HoDy, "%") => 100.0 + figure.to_f64(),
        _ => return None,
    };
    rounded(input, value)
}

/// A number as a value of an input, to its last place; `None` where the input does not take it.
fn rounded(input: Input, value: f64) -> Option<i32> {
    let Allowed { least, most, places, .. } = input.allowed();
    let units = (value * f64::from(10_i32.pow(u32::from(places)))).round();
    (f64::from(least) <= units && units <= f64::from(most)).then_some(units as i32)
}

fn quote(input: Input, quoted: Option<Quoted>) -> Option<Start> {
    let Quoted { mid, row } = quoted?;
    Some(Start::Quote { units: rounded(input, mid)?, row })
}

fn no_change(input: Input, now: Option<&Imports>) -> Option<Start> {
    let now = now?;
    let part = Origin::ALL.into_iter().find(|origin| origin.input() == input).and_then(|origin| now.part(origin))?;
    Some(Start::NoChange { year: now.year(), tonnes: part.tonnes, rows: part.rows.clone() })
}

fn not_yet(article: &[ArticleFigure], now: Option<&Imports>) -> Option<Start> {
    let (plan, now) = (figure(article, CAPACITY)?, now?);
    let from = Span::parse(&plan.period).filter(|from| from.first() > now.span.last())?;
    Some(Start::NotYet { from, year: now.year(), row: plan.row() })
}
