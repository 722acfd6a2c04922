//! What the page `whatif` says: its inputs, what follows from them, and why something does not.

use super::prices::capital;
use super::rows::Rows;
use super::table::texts;
use super::{SourceLine, Words};
use crate::article::whatif::{Element, Inputs, Lacking, NoStart, Origin, Ratio, Start, Substitute};
use crate::charts::whatif::{Bar, Finding, Note, Subtitle, Terms, Version};
use crate::data::{Dataset, Product, Quote, When};
use crate::view::scenario::{Allowed, Input, InputUnit, NotTaken};
use crate::view::{ChartName, Page, PriceUnit, Scenario};

texts! {
    /// What only the page `whatif`, its charts and its fields say.
    WhatIfWords
    texts {
        headline, standfirst, magnets, pr_ratio, dy_ratio, others, mines, ramp, magnex, prnd_price, prnd_share, ho_dy,
        dy_price, dy_share, tonnes_a_year, cny_per_tonne, before, after, yours, not_set, no_source, no_imports,
        demand_formula, supply_formula, break_even_formula, demand_measure, supply_measure_open, break_even_measure,
        demand_source, supply_source, break_even_source, supply_equal, cheaper_any, the_magnex, the_ho_dy,
        note_arithmetic, note_ratios, note_goods, note_no_mines, note_same_work, reset, reset_all, clear, formulas,
        onward_whatif, onward_article,
    }
    templates {
        imports_from(origin), start_at(value, what), start_quote(value, day), start_before(start, value),
        start_no_change(tonnes, year), start_not_yet(from, year), no_row(file), problem(allowed, kept),
        problem_unset(allowed), number_whole(least, most), no_number(allowed), number_tenths(least, most), number_hundredths(least, most), measured(measure), measured_with(measure, changed), supply_measure(year),
        missing(list), demand_both(praseodymium, dysprosium), demand_one(tonnes, element), supply_short(tonnes, year),
        supply_over(tonnes, year), break_even_both(prnd, dy), break_even_one(substitute, price, product),
        break_even_any(substitute, product), needed(element), sent(origin), short(year), cheaper_above(substitute),
        version(what, version), product_of(a, b), change_of(tonnes, change), difference(a, b),
        break_even_of(price, cost, share), equals(terms, result), cheaper_up_to(product, share, substitute, cost),
        note_not_yet(year), reset_one(input),
    }
}

impl Words {
    /// What leads to a page that no menu names, or back from it.
    pub fn onward(&self, page: Page) -> &'static str {
        match page {
            Page::WhatIf => self.more().whatif.onward_whatif,
            _ => self.more().whatif.onward_article,
        }
    }
}

/// A formula of the page: in words, and with numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Formula {
    /// What is computed from what.
    pub in_words: &'static str,
    /// What it is of and the numbers, a line each.
    pub lines: Vec<(String, String)>,
}

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
    fn input_lower(&self, input: Input) -> String {
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
        capital(&self.input_lower(input))
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
    pub(super) fn input_allowed(&self, input: Input) -> String {
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
        let (words, rows) = (&self.more().whatif, Rows(data));
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
                words.start_quote(&self.input_value(input, Some(*units)), &[&*day, ", ", vat].concat())
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

    fn lacking(&self, lacking: Lacking) -> String {
        match lacking {
            Lacking::Input(input) => self.input_lower(input),
            Lacking::Imports => self.more().whatif.no_imports.to_owned(),
        }
    }

    /// What a chart found; `None` where it found nothing, and its name is said.
    pub(super) fn whatif_title(&self, finding: &Finding) -> String {
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

    /// What a chart measures, with the reader's figures first: a frame has the first sentence alone.
    pub(super) fn whatif_subtitle(&self, subtitle: &Subtitle) -> String {
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

    pub(super) fn whatif_note(&self, note: Note) -> String {
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
    fn cheaper_up_to(&self, substitute: Substitute, share: Ratio) -> String {
        let cost = self.unit_percent(&self.short_number(100.0 - share.percent().to_f64(), 1));
        let (name, product) = (self.substitute(substitute), self.product(saved(substitute)));
        self.more().whatif.cheaper_up_to(product, &self.ratio(share), name, &cost)
    }

    /// Who published what a chart starts from.
    pub(super) fn whatif_source(&self, name: ChartName) -> &'static str {
        let words = &self.more().whatif;
        match name {
            ChartName::Supply => words.supply_source,
            ChartName::BreakEven => words.break_even_source,
            _ => words.demand_source,
        }
    }

    pub(super) fn whatif_mark(&self, bar: Bar, when: When) -> String {
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

    /// An amount with the terms that it is computed from.
    pub(super) fn whatif_terms(&self, terms: Terms) -> String {
        let words = &self.more().whatif;
        let mass = |mass: crate::article::whatif::TonnesAYear| self.whole_tonnes(mass.tonnes());
        let (terms, result) = match terms {
            Terms::Demand(demand) => {
                (words.product_of(&mass(demand.magnets), &self.ratio(demand.ratio)), mass(demand.needed()))
            }
            Terms::Origin(now, change) => (self.changed(now, change), mass(now * change)),
            Terms::Mines(mines) => {
                (words.product_of(&mass(mines.capacity), &self.ratio(mines.ramp)), mass(mines.added()))
            }
            Terms::Short(reach, there) => {
                (words.difference(&mass(reach), &mass(there)), self.whole_tonnes(reach - there))
            }
            Terms::BreakEven(of) => {
                let price = self.yuan(of.price.to_f64());
                let terms = words.break_even_of(&price, &self.ratio(of.cost), &self.ratio(of.share));
                (terms, of.at().map_or(words.cheaper_any.to_owned(), |at| self.yuan(at.to_f64())))
            }
        };
        words.equals(&terms, &result)
    }

    /// "40,130 t × (1 − 20 %)".
    fn changed(&self, now: crate::article::whatif::TonnesAYear, change: Ratio) -> String {
        let percent = change.change().to_f64();
        let sign = if percent < 0.0 { "− " } else { "+ " };
        let change = self.unit_percent(&self.short_number(percent.abs(), 1));
        self.more().whatif.change_of(&self.whole_tonnes(now.tonnes()), &[sign, &change].concat())
    }

    /// The formulas of a chart with the numbers as they are, first as the inputs start, then with the reader's.
    pub fn whatif_formulas(&self, name: ChartName, inputs: &Inputs, scenario: &Scenario) -> Vec<Formula> {
        let (words, results) = (&self.more().whatif, inputs.results(scenario));
        let changed = results != inputs.results(&Scenario::default());
        let mut lines: Vec<(String, String)> = Vec::new();
        match name {
            ChartName::Supply => {
                let versions = [(words.after, &results.supply.start), (words.yours, &results.supply.scenario)];
                for (version, supply) in versions.into_iter().take(1 + usize::from(changed)) {
                    match supply {
                        Ok(supply) => {
                            let sources = supply.sources.iter().map(|source| match source.sent() == source.now {
                                true => self.whole_tonnes(source.now.tonnes()),
                                false => self.changed(source.now, source.change),
                            });
                            let mines = supply.mines.map(|mines| {
                                words.product_of(&self.whole_tonnes(mines.capacity.tonnes()), &self.ratio(mines.ramp))
                            });
                            let sum = sources.chain(mines).collect::<Vec<_>>().join(" + ");
                            let sum = words.equals(&sum, &self.whole_tonnes(supply.together().tonnes()));
                            let (version, short) = (capital(version), Terms::Short(supply.reach, supply.together()));
                            lines.push((version, [&*sum, "; ", &self.whatif_terms(short)].concat()));
                        }
                        Err(lacking) => lines.push((capital(version), words.missing(&self.lacking(*lacking)))),
                    }
                }
                vec![Formula { in_words: words.supply_formula, lines }]
            }
            ChartName::BreakEven => {
                for (index, substitute) in Substitute::ALL.into_iter().enumerate() {
                    let name = self.substitute(substitute).to_owned();
                    lines.push(match &results.break_even[index].scenario {
                        Ok(of) => (name, self.whatif_terms(Terms::BreakEven(*of))),
                        Err(lacking) => (name, words.missing(&self.lacking(*lacking))),
                    });
                    if let Some(share) = results.cheaper_up_to[index] {
                        lines.push((String::new(), self.cheaper_up_to(substitute, share)));
                    }
                }
                vec![Formula { in_words: words.break_even_formula, lines }]
            }
            _ => {
                for (index, element) in Element::ALL.into_iter().enumerate() {
                    let of = &results.demand[index];
                    let versions = [(words.after, &of.start), (words.yours, &of.scenario)];
                    let same = of.start == of.scenario;
                    for (version, demand) in versions.into_iter().take(1 + usize::from(!same)) {
                        let name = words.version(self.whatif_element(element), version);
                        lines.push(match demand {
                            Ok(demand) => (name, self.whatif_terms(Terms::Demand(*demand))),
                            Err(lacking) => (name, words.missing(&self.lacking(*lacking))),
                        });
                    }
                }
                vec![Formula { in_words: words.demand_formula, lines }]
            }
        }
    }

    fn ratio(&self, ratio: Ratio) -> String {
        self.unit_percent(&self.short_number(ratio.percent().to_f64(), 2))
    }

    /// "117,800 CNY/t".
    fn yuan(&self, price: f64) -> String {
        self.short_price(Quote::Single(price.round()), PriceUnit::CnyTonne)
    }

    fn whatif_origin(&self, origin: Origin) -> String {
        match origin {
            Origin::Named(partner) => self.partner(partner),
            Origin::Others => self.labels.others.to_owned(),
        }
    }

    fn whatif_element(&self, element: Element) -> &'static str {
        match element {
            Element::Praseodymium => self.labels.praseodymium,
            Element::Dysprosium => self.labels.dysprosium,
        }
    }

    fn whatif_element_lower(&self, element: Element) -> String {
        self.whatif_element(element).to_lowercase()
    }

    fn substitute(&self, substitute: Substitute) -> &'static str {
        match substitute {
            Substitute::MagNex => self.more().whatif.the_magnex,
            Substitute::HoDy => self.more().whatif.the_ho_dy,
        }
    }
}

/// What a substitute saves, as it is quoted.
fn saved(substitute: Substitute) -> Product {
    match substitute {
        Substitute::MagNex => Product::PrNdOxide,
        Substitute::HoDy => Product::DyOxide,
    }
}

/// A value of an input as a number, and how many decimals it has at most.
fn in_full(input: Input, units: i32) -> (f64, usize) {
    let places = input.allowed().places;
    (f64::from(units) / f64::from(10_i32.pow(u32::from(places))), usize::from(places))
}
