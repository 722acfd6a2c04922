//! The formulas of the what-if, in words and with numbers.

use crate::article::whatif::{
    BreakEven, Compared, Demand, Element, Inputs, Lacking, Ratio, Results, Substitute, Supply, TonnesAYear,
};
use crate::charts::whatif::Terms;
use crate::view::{ChartName, Scenario};
use crate::words::Words;
use crate::words::prices::capital;

/// A formula of the page: in words, and with numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Formula {
    /// What is computed from what.
    pub in_words: &'static str,
    /// What it is of and the numbers, a line each.
    pub lines: Vec<(String, String)>,
}

impl Words {
    /// The formula of a chart with the numbers as they are: as the inputs start, and with the reader's where they differ.
    pub fn whatif_formula(&self, name: ChartName, inputs: &Inputs, scenario: &Scenario) -> Formula {
        let (words, results) = (&self.more().whatif, inputs.results(scenario));
        let (in_words, lines) = match name {
            ChartName::Supply => (words.supply_formula, self.supply_lines(&results.supply)),
            ChartName::BreakEven => (words.break_even_formula, self.break_even_lines(&results)),
            _ => (words.demand_formula, self.demand_lines(&results)),
        };
        Formula { in_words, lines }
    }

    fn demand_lines(&self, results: &Results) -> Vec<(String, String)> {
        let numbers = |demand: &Demand| self.whatif_terms(Terms::Demand(*demand));
        let lines = |(element, of): (Element, &Compared<Demand>)| {
            let named = |(version, numbers): (&str, String)| {
                (self.more().whatif.version(self.whatif_element(element), version), numbers)
            };
            self.versions(of, numbers).into_iter().map(named).collect::<Vec<_>>()
        };
        Element::ALL.into_iter().zip(&results.demand).flat_map(lines).collect()
    }

    fn supply_lines(&self, results: &Compared<Supply>) -> Vec<(String, String)> {
        let words = &self.more().whatif;
        let numbers = |supply: &Supply| {
            let source = |now: TonnesAYear, change: Ratio| match now * change == now {
                true => self.whole_tonnes(now.tonnes()),
                false => self.changed(now, change),
            };
            let sources = supply.sources.iter().map(|of| source(of.now, of.change));
            let mines = supply
                .mines
                .map(|mines| words.product_of(&self.whole_tonnes(mines.capacity.tonnes()), &self.ratio(mines.ramp)));
            let sum = sources.chain(mines).collect::<Vec<_>>().join(" + ");
            let sum = words.equals(&sum, &self.whole_tonnes(supply.together().tonnes()));
            [&*sum, "; ", &self.whatif_terms(Terms::Short(supply.reach, supply.together()))].concat()
        };
        let named = |(version, numbers): (&str, String)| (capital(version), numbers);
        self.versions(results, numbers).into_iter().map(named).collect()
    }

    /// Without the reader's share there is none, so what is said is what follows from it, or that it is missing.
    fn break_even_lines(&self, results: &Results) -> Vec<(String, String)> {
        let lines = |((substitute, of), share): ((Substitute, &Compared<BreakEven>), &Option<Ratio>)| {
            let numbers = self.numbers(&of.scenario, &|of| self.whatif_terms(Terms::BreakEven(*of)));
            let bound = share.map(|share| (String::new(), self.cheaper_up_to(substitute, share)));
            [Some((self.substitute(substitute).to_owned(), numbers)), bound]
        };
        let all = Substitute::ALL.into_iter().zip(&results.break_even).zip(&results.cheaper_up_to);
        all.flat_map(lines).flatten().collect()
    }

    /// A result as it starts, and with the reader's figures where that is another.
    fn versions<T: PartialEq>(&self, of: &Compared<T>, numbers: impl Fn(&T) -> String) -> Vec<(&'static str, String)> {
        let words = &self.more().whatif;
        let start = (words.after, self.numbers(&of.start, &numbers));
        let yours = || (words.yours, self.numbers(&of.scenario, &numbers));
        std::iter::once(start).chain((of.start != of.scenario).then(yours)).collect()
    }

    /// The numbers of a result, or what is missing for it.
    fn numbers<T>(&self, of: &Result<T, Lacking>, numbers: &dyn Fn(&T) -> String) -> String {
        match of {
            Ok(of) => numbers(of),
            Err(lacking) => self.more().whatif.missing(&self.lacking(*lacking)),
        }
    }

    /// An amount with the terms that it is computed from.
    pub(in crate::words) fn whatif_terms(&self, terms: Terms) -> String {
        let words = &self.more().whatif;
        let mass = |mass: TonnesAYear| self.whole_tonnes(mass.tonnes());
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
    fn changed(&self, now: TonnesAYear, change: Ratio) -> String {
        let percent = change.change().to_f64();
        let sign = if percent < 0.0 { "− " } else { "+ " };
        let change = self.unit_percent(&self.short_number(percent.abs(), 1));
        self.more().whatif.change_of(&self.whole_tonnes(now.tonnes()), &[sign, &change].concat())
    }
}
