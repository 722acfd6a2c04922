//! The inputs of the what-if in words: names, values, what each takes, and where it starts.

use crate::article::whatif::{Lacking, NoStart, Origin, Start};
use crate::data::Dataset;
use crate::view::scenario::{Allowed, Input, InputUnit, NotTaken};
use crate::words::prices::capital;
use crate::words::rows::Rows;
use crate::words::{SourceLine, Words};

/// What is said of where an input starts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StartWords {
    /// In a sentence without its full stop.
    pub text: String,
    /// Who published it; `None` where there is no start.
    pub source: Option<SourceLine>,
}

impl Words {
    /// An input in running text: "magnets made".
    pub(super) fn input_lower(&self, input: Input) -> String {
        let words = &self.more().whatif;
        let text = match input {
            Input::Magnets => words.magnets,
            Input::PrRatio => words.pr_ratio,
            Input::DyRatio => words.dy_ratio,
            Input::Myanmar | Input::Laos | Input::Malaysia => {
                let origin = Origin::ALL.into_iter().find(|origin| origin.input() == input);
                return words.imports_from(&origin.map_or(String::new(), |origin| self.whatif_origin(origin)));
            }
            Input::Others => words.others,
            Input::Mines => words.mines,
            Input::Ramp => words.ramp,
            Input::MagNex => words.magnex,
            Input::PrNdPrice => words.prnd_price,
            Input::PrNdShare => words.prnd_share,
            Input::HoDy => words.ho_dy,
            Input::DyPrice => words.dy_price,
            Input::DyShare => words.dy_share,
        };
        text.to_owned()
    }

    /// The label of an input.
    pub fn input(&self, input: Input) -> String {
        let name = self.input_lower(input);
        match input.unit() {
            InputUnit::Change => self.more().whatif.changed_input(&name),
            InputUnit::TonnesAYear | InputUnit::Percent | InputUnit::CnyPerTonne => capital(&name),
        }
    }

    /// The unit that stands behind the field of an input.
    pub fn input_unit(&self, input: Input) -> &'static str {
        match input.unit() {
            InputUnit::TonnesAYear => self.more().whatif.tonnes_a_year,
            InputUnit::Percent | InputUnit::Change => "%",
            InputUnit::CnyPerTonne => self.more().whatif.cny_per_tonne,
        }
    }

    /// A value with its unit; what is said where there is none.
    pub fn input_value(&self, input: Input, units: Option<i32>) -> String {
        let Some(units) = units else { return self.more().whatif.not_set.to_owned() };
        let (value, places) = in_full(input, units);
        match input.unit() {
            InputUnit::Percent => self.unit_percent(&self.short_number(value, places)),
            InputUnit::Change if units > 0 => self.unit_percent(&["+", &self.short_number(value, places)].concat()),
            InputUnit::Change => self.unit_percent(&self.short_number(value, places)),
            _ => [&*self.number(value, places), " ", self.input_unit(input)].concat(),
        }
    }

    /// The numbers that an input takes.
    pub(in crate::words) fn input_allowed(&self, input: Input) -> String {
        let Allowed { least, most, places, .. } = input.allowed();
        let number = |units: i32| self.number(in_full(input, units).0, 0);
        let words = &self.more().whatif;
        match places {
            0 => words.number_whole(&number(least), &number(most)),
            1 => words.number_tenths(&number(least), &number(most)),
            _ => words.number_hundredths(&number(least), &number(most)),
        }
    }

    /// Why a text was not taken, and what stays.
    pub fn input_problem(&self, input: Input, why: NotTaken, kept: Option<i32>) -> String {
        let words = &self.more().whatif;
        let allowed = match why {
            NotTaken::NoNumber => words.no_number(&self.input_allowed(input)),
            NotTaken::OutOfRange => self.input_allowed(input),
        };
        match kept {
            Some(_) => words.problem(&allowed, &self.input_value(input, kept)),
            None => words.problem_unset(&allowed),
        }
    }

    /// Where an input starts, and who says so.
    pub fn input_start(&self, input: Input, start: &Start, data: &Dataset) -> StartWords {
        let (words, rows) = (&self.more().whatif, Rows::of(data));
        let said = |row| rows.article(row).map(|figure| figure.statement.clone()).unwrap_or_default();
        let text = match start {
            Start::Article { units, row, before } => {
                let text = words.start_at(&self.input_value(input, Some(*units)), &said(*row));
                let before = before.map(|(units, _)| self.input_value(input, Some(units)));
                before.map(|before| words.start_before(&text, &before)).unwrap_or(text)
            }
            Start::Quote { units, row } => {
                let quote = rows.price(*row);
                let day = quote.map(|quote| self.when(quote.when)).unwrap_or_default();
                let vat = quote.map(|quote| self.vat_said(quote.vat, quote.includes_vat())).unwrap_or_default();
                let agency = quote.map(|quote| &*quote.source.name).unwrap_or_default();
                words.start_quote(&self.input_value(input, Some(*units)), agency, &[&*day, ", ", vat].concat())
            }
            Start::NoChange { year, tonnes, .. } => {
                words.start_no_change(&self.whole_tonnes(tonnes.tonnes()), &year.to_string())
            }
            Start::NotYet { from, year, .. } => words.start_not_yet(&self.span(*from), &year.to_string()),
            Start::None(why) => return StartWords { text: self.no_start(*why), source: None },
        };
        let source = start.rows().first().and_then(|row| rows.source(*row)).map(|source| self.source_line(source));
        StartWords { text, source }
    }

    fn no_start(&self, why: NoStart) -> String {
        match why {
            NoStart::NoSource => self.more().whatif.no_source.to_owned(),
            NoStart::NoRow(file) => self.more().whatif.no_row(file.name()),
        }
    }

    pub(super) fn lacking(&self, lacking: Lacking) -> String {
        match lacking {
            Lacking::Input(input) => self.input_lower(input),
            Lacking::Imports => self.more().whatif.no_imports.to_owned(),
        }
    }
}

/// A value of an input as a number, and how many decimals it has at most.
fn in_full(input: Input, units: i32) -> (f64, usize) {
    let places = input.allowed().places;
    (f64::from(units) / f64::from(10_i32.pow(u32::from(places))), usize::from(places))
}
