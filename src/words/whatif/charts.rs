//! What the charts of the what-if found, and what they measure.

use super::saved;
use crate::article::whatif::{Element, Ratio, Substitute};
use crate::charts::whatif::{Bar, Finding, Note, Subtitle, Version};
use crate::data::When;
use crate::view::{ChartName, Input};
use crate::words::Words;

impl Words {
    /// What a chart found; its name where it found nothing.
    pub(in crate::words) fn whatif_title(&self, finding: &Finding) -> String {
        let words = &self.more().whatif;
        let neutral = |name| self.chart_name(name).to_owned();
        match finding {
            Finding::Neutral(name) => neutral(*name),
            Finding::Demand([Some(praseodymium), Some(dysprosium)]) => {
                words.demand_both(&self.whole_tonnes(praseodymium.tonnes()), &self.whole_tonnes(dysprosium.tonnes()))
            }
            Finding::Demand(of) => {
                let one = Element::ALL.into_iter().zip(of).find_map(|(element, needed)| Some((element, (*needed)?)));
                one.map_or_else(
                    || neutral(ChartName::Demand),
                    |(element, needed)| {
                        words.demand_one(&self.whole_tonnes(needed.tonnes()), &self.whatif_element_lower(element))
                    },
                )
            }
            Finding::Supply { short, year } => {
                let (tonnes, year) = (self.number(short.to_f64().abs(), 0), year.to_string());
                match short.to_f64() {
                    // Less than what is said.
                    -0.5..0.5 => words.supply_equal.to_owned(),
                    0.0.. => words.supply_short(&self.unit_tonnes(&tonnes), &year),
                    _ => words.supply_over(&self.unit_tonnes(&tonnes), &year),
                }
            }
            Finding::BreakEven([Some(Some(prnd)), Some(Some(dy))]) => {
                words.break_even_both(&self.yuan(prnd.to_f64()), &self.yuan(dy.to_f64()))
            }
            Finding::BreakEven(of) => {
                let one = Substitute::ALL.into_iter().zip(of).find_map(|(substitute, at)| Some((substitute, (*at)?)));
                one.map_or_else(
                    || neutral(ChartName::BreakEven),
                    |(substitute, at)| {
                        let (name, product) = (self.substitute(substitute), self.product_short(saved(substitute)));
                        match at {
                            Some(price) => words.break_even_one(name, &self.yuan(price.to_f64()), product),
                            None => words.break_even_any(name, product),
                        }
                    },
                )
            }
        }
    }

    /// What a chart measures, with the reader's figures first: a frame has the first part of the first sentence alone.
    pub(in crate::words) fn whatif_subtitle(&self, subtitle: &Subtitle) -> String {
        let words = &self.more().whatif;
        let measure = match (subtitle.name, subtitle.year) {
            (ChartName::Supply, Some(year)) => words.supply_measure(&year.to_string()),
            (ChartName::Supply, None) => words.supply_measure_open.to_owned(),
            (ChartName::BreakEven, _) => words.break_even_measure.to_owned(),
            _ => words.demand_measure.to_owned(),
        };
        let value = |(input, units): &(Input, i32)| {
            [&*self.input_lower(*input), " ", &self.input_value(*input, Some(*units))].concat()
        };
        let changed: Vec<String> = subtitle.changed.iter().map(value).collect();
        let first = match &*changed {
            [] => words.measured(&measure),
            changed => words.measured_with(&measure, &changed.join(", ")),
        };
        let lacking: Vec<String> = subtitle.lacking.iter().map(|lacking| self.lacking(*lacking)).collect();
        match &*lacking {
            [] => first,
            lacking => [&*first, ". ", &words.missing(&lacking.join(", "))].concat(),
        }
    }

    pub(in crate::words) fn whatif_note(&self, note: Note) -> String {
        let words = &self.more().whatif;
        match note {
            Note::Arithmetic => words.note_arithmetic.to_owned(),
            Note::Ratios => words.note_ratios.to_owned(),
            Note::Goods => words.note_goods.to_owned(),
            Note::NotYet { year } => words.note_not_yet(&year.to_string()),
            Note::NoMines => words.note_no_mines.to_owned(),
            Note::SameWork => words.note_same_work.to_owned(),
            Note::CheaperUpTo(substitute, share) => self.cheaper_up_to(substitute, share),
        }
    }

    /// Up to which part of the magnet's cost no price of the material makes the magnet as cheap as its substitute.
    pub(super) fn cheaper_up_to(&self, substitute: Substitute, share: Ratio) -> String {
        let cost = self.unit_percent(&self.short_number(100.0 - share.percent().to_f64(), 1));
        let (name, product) = (self.substitute(substitute), self.product(saved(substitute)));
        self.more().whatif.cheaper_up_to(product, &self.ratio(share), name, &cost)
    }

    /// Who published what a chart starts from.
    pub(in crate::words) fn whatif_source(&self, name: ChartName) -> &'static str {
        let words = &self.more().whatif;
        match name {
            ChartName::Supply => words.supply_source,
            ChartName::BreakEven => words.break_even_source,
            _ => words.demand_source,
        }
    }

    pub(in crate::words) fn whatif_mark(&self, bar: Bar, when: When) -> String {
        let words = &self.more().whatif;
        let (what, version) = match bar {
            Bar::Demand(element, version) => (words.needed(self.whatif_element(element)), version),
            Bar::Origin(origin, version) => (words.sent(&self.whatif_origin(origin)), version),
            Bar::Mines(version) => (self.labels.new_mines.to_owned(), version),
            Bar::Together(version) => (self.labels.all_together.to_owned(), version),
            Bar::Short(year, version) => (words.short(&year.to_string()), version),
            Bar::Price(substitute, version) => (self.product(saved(substitute)).to_owned(), version),
            Bar::BreakEven(substitute) => return words.cheaper_above(self.substitute(substitute)),
        };
        let version = match (bar, version) {
            (Bar::Demand(..), Version::Before) => words.before.to_owned(),
            (Bar::Demand(..), Version::Start) => words.after.to_owned(),
            (_, Version::Yours) => words.yours.to_owned(),
            _ => self.when(when),
        };
        words.version(&what, &version)
    }
}
