//! How a figure that nobody published was worked out: the sums that prove its two ends.

use super::Words;
use super::describe::SourceLine;
use super::rows::Rows;
use crate::charts::Implied;
use crate::charts::mark::{How, Mark, What};
use crate::data::{File, RowId, Tonnes};
use crate::deduce::{Bounds, Deduction, End, Origin, Proof, Sign, Step, Term};

/// More terms or steps of one proof are counted instead of written.
const WRITTEN: usize = 12;

/// The proof of a mark in words.
#[derive(Default)]
pub(super) struct ProofText {
    pub details: Vec<String>,
    pub sources: Vec<SourceLine>,
}

impl Words {
    /// The rows that prove the ends of a deduced or bounded mark; `None` where its series says nothing of its period.
    pub(super) fn proof_rows(&self, mark: &Mark, implied: &Implied) -> Option<Vec<RowId>> {
        let MarkBounds { file, bounds, .. } = MarkBounds::of(mark, implied)?;
        Some(bounds.facts().into_iter().map(|line| RowId { file, line: line as u64 }).collect())
    }

    /// The sums that prove the ends of a deduced or bounded mark; `None` where its series says nothing of its period.
    pub(super) fn proof(&self, mark: &Mark, implied: &Implied, rows: Rows) -> Option<ProofText> {
        let MarkBounds { file, deduction, bounds } = MarkBounds::of(mark, implied)?;
        let class =
            if mark.how == How::Deduced { self.more().tips.implied_deduced } else { self.more().tips.implied_bounded };
        let mut details = vec![class.to_owned()];
        details.extend(self.proof_lines(&bounds.proof_high, bounds.high, End::High, deduction));
        if bounds.low > Tonnes::ZERO {
            details.extend(self.proof_lines(&bounds.proof_low, bounds.low, End::Low, deduction));
        }
        Some(ProofText { details, sources: self.statement_sources(file, bounds.facts().into_iter(), rows) })
    }

    /// "13,145.1 to 13,147.3 t", rounded outward, so that what is said is true.
    pub fn tonnes_between(&self, low: Tonnes, high: Tonnes) -> String {
        let (low, high) = outward(low, high);
        let places = usize::from(low.grams() % 1_000_000 != 0 || high.grams() % 1_000_000 != 0);
        let [low, high] = [low, high].map(|end| self.number(end.to_f64(), places));
        self.more().tips.range_tonnes(&low, &high)
    }

    /// The sum of one end, and after it what was worked out by changes on the way.
    fn proof_lines(&self, proof: &Proof, total: Tonnes, end: End, deduction: &Deduction) -> Vec<String> {
        let mut lines = Vec::new();
        // "October 2022 = October 2022*" says nothing that the step's own line does not.
        if proof.terms.len() != 1 || proof.steps.is_empty() {
            lines.push(self.more().tips.proof_sum(self.end(end), &self.exact(total), &self.sum(&proof.terms)));
        }
        lines.extend(proof.steps.iter().take(WRITTEN).map(|step| self.step(step, deduction)));
        if proof.steps.len() > WRITTEN {
            lines.push(self.proof_more(proof.steps.len() - WRITTEN));
        }
        lines
    }

    /// "* October 2022 at most …: from October 2023 … by the change on a year before …".
    fn step(&self, step: &Step, deduction: &Deduction) -> String {
        let change = deduction.fact(step.change);
        let printed = change.and_then(|statement| statement.change).map(|change| self.printed_change(change));
        let later = change.map_or(step.span, |statement| statement.span);
        let mut base = [&*self.span(step.base), " ", &self.exact(step.base_tonnes)].concat();
        if step.terms.len() > 1 {
            base = [&base, " (", &self.sum(&step.terms), ")"].concat();
        }
        self.more().tips.proof_step(
            &self.span(step.span),
            self.end(step.end),
            &self.exact(step.tonnes),
            &base,
            &self.span(later),
            &printed.unwrap_or_default(),
        )
    }

    fn end(&self, end: End) -> &'static str {
        match end {
            End::High => self.more().tips.at_most,
            End::Low => self.more().tips.at_least,
        }
    }

    /// "first quarter of 2024 35,695.5 − May 2024 13,746.5".
    fn sum(&self, terms: &[Term]) -> String {
        let mut text = String::new();
        for (index, term) in terms.iter().take(WRITTEN).enumerate() {
            text += match (index, term.sign) {
                (0, Sign::Plus) => "",
                (_, Sign::Plus) => " + ",
                (_, Sign::Minus) => " − ",
            };
            text += &self.span(term.span);
            // What a step worked out has a line of its own.
            text += if matches!(term.origin, Origin::Step(_)) { "* " } else { " " };
            text += &self.exact(term.tonnes);
        }
        if terms.len() > WRITTEN {
            text += &self.proof_more(terms.len() - WRITTEN);
        }
        text
    }

    /// To the gram, so that a reader can add it up.
    fn exact(&self, mass: Tonnes) -> String {
        self.number(mass.to_f64(), gram_places(mass))
    }
}

/// The bounds of a mark that nobody published, and what they were worked out of.
struct MarkBounds<'a> {
    /// The file of the rows that it was worked out of.
    file: File,
    /// All that is worked out of the series that the mark belongs to.
    deduction: &'a Deduction,
    bounds: Bounds,
}

impl<'a> MarkBounds<'a> {
    /// `None` where the mark belongs to no such series, or that says nothing of the mark's period.
    fn of(mark: &Mark, implied: &'a Implied) -> Option<Self> {
        let (file, deduction) = match mark.what {
            What::Flow(flow) | What::YearToDate(flow) | What::Average(flow) => (File::Trade, implied.flow(flow)),
            What::Origin(partner, basket) => (File::Origins, implied.origin(basket, partner)?),
            _ => return None,
        };
        Some(Self { file, deduction, bounds: deduction.bounds(mark.when.span()?)? })
    }
}

/// An interval in tenths of a tonne that holds the given one.
pub(super) fn outward(low: Tonnes, high: Tonnes) -> (Tonnes, Tonnes) {
    const TENTH: i64 = 100_000;
    let down = |mass: i64| mass.div_euclid(TENTH) * TENTH;
    (Tonnes::from_grams(down(low.grams())), Tonnes::from_grams(-down(-high.grams())))
}

/// How many decimals a mass in tonnes has, to the gram.
pub(super) fn gram_places(mass: Tonnes) -> usize {
    let places = (0..6).find(|places| mass.grams() % 10_i64.pow(6 - places) == 0);
    places.unwrap_or(6) as usize
}
