//! `article.csv`: every figure of the article of 21 April 2025 that this dashboard grew out of.

use super::File;
use super::against::Against;
use super::decimal::Decimal;
use super::issue::{CellIssue, Expected};
use super::names::names;
use super::period::parse_day;
use super::prices::Product;
use super::source::{Confidence, Source, read_known_from};
use super::table::{Fact, Row};
use chrono::NaiveDate;

names! {
    /// What kind of statement a figure is.
    Status {
        /// The article says that it is so.
        Reported = "reported",
        /// The article estimates it.
        Estimate = "estimate",
        /// The article expects it.
        Forecast = "forecast",
    }
}

/// On which side of a printed figure the truth is said to lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Bound {
    /// The figure is meant as it is.
    At,
    /// Under it.
    Below,
    /// Over it, or at least it.
    Above,
}

/// One statement of the article with its figure.
#[derive(Clone, Debug, PartialEq)]
pub struct ArticleFigure {
    /// A stable name, such as `pr-price-band`.
    pub id: String,
    /// What the figure is of, such as `export`; free text.
    pub subject: String,
    /// What the figure says, in words; free text.
    pub statement: String,
    /// In [`Self::unit`], as printed; the lower end, where the article gives a range.
    pub value: Decimal,
    /// The upper end, where the article gives a range.
    pub value_high: Option<Decimal>,
    /// As written: `t`, `%`, `CNY/t`.
    pub unit: String,
    /// What kind of statement it is.
    pub status: Status,
    /// A period, `before`, `after` or nothing; free text.
    pub period: String,
    /// What it can be compared with; `None` where no row says the same or something related.
    pub against: Option<Against>,
    /// The days that a forecast is drawn for, and the product that it fits.
    pub forecast: Option<Forecast>,
    /// The article itself; its confidence is always normal.
    pub source: Source,
}

/// Where the article's price range is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Forecast {
    /// The first day, from whose noon it is drawn.
    pub from: NaiveDate,
    /// The last day, to whose noon it is drawn.
    pub to: NaiveDate,
    /// The product whose prices it is drawn among.
    pub product: Product,
}

impl ArticleFigure {
    /// On which side of the figure the truth lies, as the end of its statement says: "(below)", "(above)", "(at least)".
    pub fn bound(&self) -> Bound {
        let ends = |words: &str| self.statement.ends_with(words);
        if ends("(below)") {
            Bound::Below
        } else if ends("(above)") || ends("(at least)") {
            Bound::Above
        } else {
            Bound::At
        }
    }
}

impl Fact for ArticleFigure {
    const FILE: File = File::Article;
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "subject",
        "statement",
        "value",
        "value_high",
        "unit",
        "period",
        "from",
        "to",
        "product",
        "known_from",
        "source",
        "source_url",
    ];

    fn read(row: &Row) -> Result<Self, CellIssue> {
        let value = row.required("value", Expected::Number, Decimal::parse)?;
        let value_high = row.filled("value_high", Expected::Number, Decimal::parse)?;
        if value_high.is_some_and(|high| high.to_f64() < value.to_f64()) {
            return Err(CellIssue::new("value", row.text("value"), Expected::LowBelowHigh));
        }
        Ok(Self {
            id: row.required_text("id")?,
            subject: row.text("subject").to_owned(),
            statement: row.text("statement").to_owned(),
            value,
            value_high,
            unit: row.text("unit").to_owned(),
            // A file without this column is read too.
            status: row.filled("status", Expected::OneOf(Status::NAMES), Status::parse)?.unwrap_or(Status::Reported),
            period: row.text("period").to_owned(),
            // A file without this column is read too.
            against: row.optional("against", Expected::Against, Against::parse),
            forecast: match row.text("from") {
                "" => None,
                _ => Some(Forecast {
                    from: row.required("from", Expected::Day, parse_day)?,
                    to: row.required("to", Expected::Day, parse_day)?,
                    product: row.required("product", Expected::Text, Product::parse)?,
                }),
            },
            source: Source::of_row(row, row.text("source"), Confidence::Normal, read_known_from(row)?)?,
        })
    }

    fn source(&self) -> &Source {
        &self.source
    }
}
