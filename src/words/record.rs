//! One mark in cells: what a tip says in sentences, as a row of a table and of a file.

use super::Words;
use super::describe::SourceLine;
use super::format::plain_number;
use super::proof::{gram_places, outward};
use super::rows::Rows;
use super::table::texts;
use crate::charts::Implied;
use crate::charts::claims::{ArticleAmount, ArticleUnit};
use crate::charts::mark::{Amount, Detail, Mark, What};
use crate::charts::trade::Change;
use crate::data::names::names;
use crate::data::{Confidence, Dataset, Decimal, Percent, Quote, RowId, Source, Tonnes, When};
use crate::view::PriceUnit;
use chrono::NaiveDate;
use std::cmp::Ordering;

texts! {
    /// What only tables and files of figures say.
    RecordWords
    fields {
        /// The heads of the columns, in the order of [`Column::ALL`].
        heads: [&'static str; 12],
        /// How a figure came to be, in the order of [`crate::charts::mark::How`].
        how: [&'static str; 7],
        /// A row that can be relied on, and one that cannot.
        confidence: [&'static str; 2],
    }
    texts {
        unit_tonnes, unit_dollars, unit_percent, unit_index, unit_times, unit_concentration, unit_tonnes_a_year,
        filter, sort_hint, files, files_image, files_data, files_copy, file_svg, file_png, file_png_size, file_csv_shown,
        file_csv_all, copy_image, copy_data, copied, copy_refused, image_refused, files_blocked, files_text, open_page,
        info_title, info_subtitle, info_source, info_newest, info_as_of, info_no_as_of, info_link, info_note,
        info_vat, info_vat_included, info_vat_excluded, info_unit,
    }
    templates { rows_shown(shown, all), rows_all(all), converted_unit(unit) }
}

names! {
    /// A column of a table of figures, by its name in a file.
    Column {
        /// What the figure is of.
        What = "what",
        /// The period or day of the figure, by ISO 8601: `2025-03`, `2025-01/2025-03`, `2025`, `2025-03-20`.
        Period = "period",
        /// The figure; empty where only an interval or a band is known.
        Value = "value",
        /// The lower end of an interval or a band.
        Low = "low",
        /// The upper end of an interval or a band.
        High = "high",
        /// The unit of value, low and high.
        Unit = "unit",
        /// The change on a year before, in per cent.
        Change = "change_percent",
        /// How the figure came to be.
        How = "how",
        /// Who published what it rests on.
        Source = "source",
        /// Whether all of its rows can be relied on.
        Confidence = "confidence",
        /// The first day on which all of its rows were public.
        KnownFrom = "known_from",
        /// What else is known of it.
        Notes = "notes",
    }
}

impl Column {
    /// Whether its cells are numbers.
    pub fn is_number(self) -> bool {
        matches!(self, Self::Value | Self::Low | Self::High | Self::Change)
    }
}

/// A number with the decimals that are shown of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Number {
    /// Never NaN.
    pub value: f64,
    /// As many as were printed, or as a computed figure has.
    pub places: usize,
}

impl Number {
    /// As files have it: a point, an ASCII minus, and no grouping.
    pub fn plain(self) -> String {
        plain_number(self.value, self.places)
    }

    /// A computed figure: `places` decimals.
    fn computed(value: f64, places: usize) -> Self {
        Self { value, places }
    }

    /// A figure with all of its decimals, up to `most`.
    fn exact(value: f64, most: usize) -> Self {
        let is_whole = |places: &usize| (value * 10_f64.powi(*places as i32)).fract().abs() < 1e-9;
        Self { value, places: (0..most).find(is_whole).unwrap_or(most) }
    }

    fn tonnes(mass: Tonnes) -> Self {
        Self { value: mass.to_f64(), places: gram_places(mass) }
    }
}

/// One mark in cells.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// What the figure is of: "Imports".
    pub what: String,
    /// Its period or day.
    pub when: When,
    /// The figure; `None` where only an interval or a band is known, or nothing.
    pub value: Option<Number>,
    /// The lower end of an interval or a band.
    pub low: Option<Number>,
    /// The upper end of it.
    pub high: Option<Number>,
    /// Of the three: "t".
    pub unit: &'static str,
    /// The change on a year before, in per cent.
    pub change: Option<Number>,
    /// How the figure came to be: "published".
    pub how: &'static str,
    /// Who published its rows, each publisher and address once, with the address unless it is withheld.
    pub sources: Vec<SourceLine>,
    /// Whether all rows can be relied on: the weakest one's.
    pub confidence: &'static str,
    /// The first day on which all of its rows were public; `None` where it rests on none.
    pub known_from: Option<NaiveDate>,
    /// What else a tip says of it.
    pub notes: Vec<String>,
}

impl Words {
    /// A mark of a chart that was made of `data` and `implied`, in cells.
    pub fn record(&self, mark: &Mark, data: &Dataset, implied: Option<&Implied>) -> Record {
        let (rows, words) = (Rows(data), &self.more().records);
        let ids = self.record_rows(mark, implied);
        let sources: Vec<&Source> = ids.iter().filter_map(|row| rows.source(*row)).collect();
        let weak = sources.iter().any(|source| source.confidence == Confidence::Low);
        let mut cells = self.amount_cells(mark.amount);
        if let What::Average(_) | What::MovingAverage(_) = mark.what {
            // A quotient has no last digit.
            cells.value = cells.value.map(|average| Number::exact(average.value, 1));
        }
        let change = mark.details.iter().find_map(|detail| match detail {
            Detail::Change(change) => Some(*change),
            _ => None,
        });
        let mut notes = self.describe(mark, data, implied).details;
        if mark.amount.is_none() {
            notes.insert(0, self.no_amount(mark));
        }
        Record {
            what: self.subject(mark, rows),
            when: mark.when,
            value: cells.value,
            low: cells.low,
            high: cells.high,
            unit: cells.unit,
            change: change.map(change_number),
            how: if mark.amount.is_some() { words.how[mark.how as usize] } else { "" },
            confidence: if sources.is_empty() { "" } else { words.confidence[usize::from(weak)] },
            known_from: sources.iter().map(|source| source.known_from).max(),
            sources: publishers(&sources),
            notes,
        }
    }

    /// The rows that a mark rests on: those of its proof where nobody published it.
    fn record_rows(&self, mark: &Mark, implied: Option<&Implied>) -> Vec<RowId> {
        let proved = || implied.and_then(|implied| self.proof_rows(mark, implied)).unwrap_or_default();
        if mark.rows.is_empty() { proved() } else { mark.rows.clone() }
    }

    fn amount_cells(&self, amount: Option<Amount>) -> Cells {
        let words = &self.more().records;
        let one = |value: Number, unit| Cells { value: Some(value), low: None, high: None, unit };
        let two = |low: Number, high: Number, unit| Cells { value: None, low: Some(low), high: Some(high), unit };
        let percent = |value: Percent| Number::computed(value.to_f64(), 1);
        match amount {
            None => Cells::default(),
            Some(Amount::Tonnes(tonnes) | Amount::Difference(tonnes)) => one(Number::tonnes(tonnes), words.unit_tonnes),
            Some(Amount::TonnesBetween(low, high)) => {
                let (low, high) = outward(low, high);
                two(Number::tonnes(low), Number::tonnes(high), words.unit_tonnes)
            }
            Some(Amount::Usd(value)) => one(Number::exact(value.to_f64(), 2), words.unit_dollars),
            Some(Amount::UnitValue(value)) => one(Number::computed(value, 1), self.price_unit_short(PriceUnit::Usd)),
            Some(Amount::Share(share)) => one(percent(share), words.unit_percent),
            Some(Amount::Change(change)) => one(change_number(change), words.unit_percent),
            Some(Amount::ChangeBetween(low, high)) if low == high => one(percent(low), words.unit_percent),
            Some(Amount::ChangeBetween(low, high)) => two(percent(low), percent(high), words.unit_percent),
            Some(Amount::Times(value)) => one(Number::computed(value, 2), words.unit_times),
            Some(Amount::Concentration { least, most }) if least == most => {
                one(Number::computed(least, 0), words.unit_concentration)
            }
            Some(Amount::Concentration { least, most }) => {
                two(Number::computed(least, 0), Number::computed(most, 0), words.unit_concentration)
            }
            Some(Amount::Index(value)) => one(Number::computed(value, 1), words.unit_index),
            Some(Amount::Price(quote, unit)) => {
                let number = |price: f64| Number::exact(price, if price < 10_000.0 { 2 } else { 0 });
                let ends = match quote {
                    Quote::Band { low, high, .. } => Some((number(low), number(high))),
                    Quote::Single(_) => None,
                };
                Cells {
                    value: quote.printed_mid().map(number),
                    low: ends.map(|(low, _)| low),
                    high: ends.map(|(_, high)| high),
                    unit: self.price_unit_short(unit),
                }
            }
            Some(Amount::Article(printed)) => self.printed_cells(printed),
        }
    }

    fn printed_cells(&self, printed: ArticleAmount) -> Cells {
        let words = &self.more().records;
        let number = |value: Decimal| Number { value: value.to_f64(), places: value.places() };
        let unit = match printed.unit {
            ArticleUnit::Percent => words.unit_percent,
            ArticleUnit::Tonnes | ArticleUnit::TonnesAUnit => words.unit_tonnes,
            ArticleUnit::TonnesAYear => words.unit_tonnes_a_year,
            ArticleUnit::Ratio => words.unit_times,
            ArticleUnit::UsdPerKilogram => self.price_unit_short(PriceUnit::Usd),
        };
        match printed.high {
            Some(high) => Cells { value: None, low: Some(number(printed.value)), high: Some(number(high)), unit },
            None => Cells { value: Some(number(printed.value)), unit, ..Cells::default() },
        }
    }
}

/// The cells of an amount.
#[derive(Default)]
struct Cells {
    value: Option<Number>,
    low: Option<Number>,
    high: Option<Number>,
    unit: &'static str,
}

fn change_number(change: Change) -> Number {
    match change {
        Change::Printed(change) => Number { value: change.value.to_f64(), places: change.places },
        Change::Computed(change) => Number::computed(change.to_f64(), 1),
    }
}

/// Publishers with their addresses, each once.
fn publishers(sources: &[&Source]) -> Vec<SourceLine> {
    let mut lines: Vec<SourceLine> = Vec::new();
    for source in sources {
        let line = SourceLine { text: source.name.clone(), url: source.url.clone() };
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines
}

impl Record {
    /// The period as ISO 8601 writes it.
    pub fn period(&self) -> String {
        match self.when {
            When::Day(day) => day.to_string(),
            When::Span(span) if span.is_year() => span.first().year().to_string(),
            When::Span(span) if span.months() == 1 => span.first().to_string(),
            When::Span(span) => [span.first().to_string(), span.last().to_string()].join("/"),
        }
    }

    /// The number of a column; `None` where it is empty, or not of numbers.
    pub fn number(&self, column: Column) -> Option<Number> {
        match column {
            Column::Value => self.value,
            Column::Low => self.low,
            Column::High => self.high,
            Column::Change => self.change,
            _ => None,
        }
    }

    /// The text of a column that is not of numbers.
    pub fn text(&self, column: Column) -> String {
        let names = || self.sources.iter().map(|source| source.text.as_str()).collect::<Vec<_>>();
        match column {
            Column::What => self.what.clone(),
            Column::Period => self.period(),
            Column::Unit => self.unit.to_owned(),
            Column::How => self.how.to_owned(),
            Column::Source => names().join("; "),
            Column::Confidence => self.confidence.to_owned(),
            Column::KnownFrom => self.known_from.map_or(String::new(), |day| day.to_string()),
            Column::Notes => self.notes.join("; "),
            Column::Value | Column::Low | Column::High | Column::Change => String::new(),
        }
    }

    /// What comes first in a column, ascending or not. Empty cells come last either way; of intervals and bands the upper end
    /// counts as the value.
    pub fn compare(&self, other: &Self, column: Column, ascending: bool) -> Ordering {
        let turned = |order: Ordering| if ascending { order } else { order.reverse() };
        let number = |record: &Self| record.number(column).or(record.high.filter(|_| column == Column::Value));
        match column {
            Column::Period => turned(self.when.last_day().cmp(&other.when.last_day())),
            _ if column.is_number() => match (number(self), number(other)) {
                (Some(a), Some(b)) => turned(a.value.total_cmp(&b.value)),
                (a, b) => b.is_some().cmp(&a.is_some()),
            },
            _ => {
                let (a, b) = (self.text(column), other.text(column));
                a.is_empty().cmp(&b.is_empty()).then(turned(a.cmp(&b)))
            }
        }
    }

    /// Whether a text stands in any cell, in capitals or not. Numbers are found with and without grouping.
    pub fn contains(&self, text: &str, words: &Words) -> bool {
        let text = text.trim().to_lowercase();
        let holds = |cell: String| cell.to_lowercase().contains(&text);
        text.is_empty()
            || Column::ALL.iter().any(|column| match self.number(*column) {
                Some(number) => holds(number.plain()) || holds(words.number(number.value, number.places)),
                None => holds(self.text(*column)),
            })
    }
}
