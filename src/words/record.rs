//! One mark in cells: what a tip says in sentences, as a row of a table and of a file.

use super::Words;
use super::describe::SourceLine;
use super::format::plain_number;
use super::proof::gram_places;
use super::rows::Rows;
use super::table::texts;
use crate::charts::Implied;
use crate::charts::mark::Mark;
use crate::data::names::names;
use crate::data::{Confidence, Dataset, RowId, Source, Tonnes, When, each_once};
use chrono::NaiveDate;

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
        filter, sort_hint, files, files_image, files_data, file_svg, file_png, file_png_size, file_csv_shown,
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
    pub(super) fn computed(value: f64, places: usize) -> Self {
        Self { value, places }
    }

    /// A figure with all of its decimals, up to `most`.
    pub(super) fn exact(value: f64, most: usize) -> Self {
        let is_whole = |places: &usize| (value * 10_f64.powi(*places as i32)).fract().abs() < 1e-9;
        Self { value, places: (0..most).find(is_whole).unwrap_or(most) }
    }

    pub(super) fn tonnes(mass: Tonnes) -> Self {
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
        let rows = Rows { data, implied };
        let sources = self.record_sources(mark, rows);
        let cells = self.cells(mark);
        Record {
            what: self.subject(mark, rows),
            when: mark.when,
            value: cells.value,
            low: cells.low,
            high: cells.high,
            unit: cells.unit,
            change: cells.change,
            how: self.record_how(mark),
            confidence: self.record_confidence(&sources),
            known_from: known_from(&sources),
            sources: publishers(&sources),
            notes: self.record_notes(mark, rows),
        }
    }

    pub(super) fn record_notes(&self, mark: &Mark, rows: Rows) -> Vec<String> {
        let nothing = mark.amount.is_none().then(|| self.no_amount(mark));
        nothing.into_iter().chain(self.details(mark, rows)).collect()
    }

    pub(super) fn record_how(&self, mark: &Mark) -> &'static str {
        if mark.amount.is_some() { self.more().records.how[mark.how as usize] } else { "" }
    }

    pub(super) fn record_confidence(&self, sources: &[&Source]) -> &'static str {
        let weak = sources.iter().any(|source| source.confidence == Confidence::Low);
        if sources.is_empty() { "" } else { self.more().records.confidence[usize::from(weak)] }
    }

    pub(super) fn record_sources<'a>(&self, mark: &Mark, rows: Rows<'a>) -> Vec<&'a Source> {
        self.record_rows(mark, rows).iter().filter_map(|row| rows.source(*row)).collect()
    }

    /// The rows that a mark rests on: those of its proof where nobody published it.
    fn record_rows(&self, mark: &Mark, rows: Rows) -> Vec<RowId> {
        let proved = || rows.implied.and_then(|implied| self.proof_rows(mark, implied)).unwrap_or_default();
        if mark.rows.is_empty() { proved() } else { mark.rows.clone() }
    }
}

/// Publishers with their addresses, each once.
pub(super) fn publishers(sources: &[&Source]) -> Vec<SourceLine> {
    each_once(sources.iter().map(|source| SourceLine { text: source.name.clone(), url: source.url.clone() }))
}

/// The first day on which all rows were public.
pub(super) fn known_from(sources: &[&Source]) -> Option<NaiveDate> {
    sources.iter().map(|source| source.known_from).max()
}

pub(super) fn names(publishers: &[SourceLine]) -> String {
    publishers.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join("; ")
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
        match column {
            Column::What => self.what.clone(),
            Column::Period => self.period(),
            Column::Unit => self.unit.to_owned(),
            Column::How => self.how.to_owned(),
            Column::Source => names(&self.sources),
            Column::Confidence => self.confidence.to_owned(),
            Column::KnownFrom => self.known_from.map_or(String::new(), |day| day.to_string()),
            Column::Notes => self.notes.join("; "),
            Column::Value | Column::Low | Column::High | Column::Change => String::new(),
        }
    }

    /// All of its cells in small letters, for whoever searches them. Numbers stand there with and without grouping.
    pub fn search_text(&self, words: &Words) -> String {
        let mut all = String::new();
        for column in Column::ALL {
            match self.number(*column) {
                Some(number) => {
                    all.push_str(&number.plain());
                    all.push('\n');
                    all.push_str(&words.number(number.value, number.places));
                }
                None => all.push_str(&self.text(*column)),
            }
            // No text that is searched for spans two cells.
            all.push('\n');
        }
        all.to_ascii_lowercase()
    }
}
