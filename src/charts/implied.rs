//! What the published figures imply, as the charts show it: deductions by series, their proofs and disputes as words.

use super::figure::{Tip, source_line};
use super::sourcing;
use crate::data::order::sort_unique;
use crate::data::{Basket, Dataset, Flow, OriginFact, Partner, Source, Tonnes, TradeFact};
use crate::deduce::{
    Class, Deduction, End, Miss, Origin, OriginSeries, Part, Proof, Reading, Sign, Term, origin_series,
};
use crate::deduce::{Statement, StatementPart};
use crate::words::Words;

/// More terms or steps of one proof are counted instead of written.
const WRITTEN: usize = 12;

/// Everything that the figures of a data set imply. Facts are named by their place in the file's list.
#[derive(Clone, PartialEq)]
pub struct Implied {
    imports: Deduction,
    exports: Deduction,
    pub origins: Vec<(OriginSeries, Deduction)>,
}

impl Implied {
    /// Works everything out: about 3 ms for the shipped figures, see `docs/deduction.md`.
    pub fn new(data: &Dataset) -> Self {
        let trade = data.trade.as_ref().map_or(&[][..], |table| &table.facts);
        let origins = data.origins.as_ref().map_or(&[][..], |table| &table.facts);
        let deduced = |mut series: OriginSeries| {
            let deduction = Deduction::new(&std::mem::take(&mut series.facts));
            (series, deduction)
        };
        Self {
            imports: Deduction::new(&trade_facts(trade, Flow::Import)),
            exports: Deduction::new(&trade_facts(trade, Flow::Export)),
            origins: origin_series(sourcing::standing(origins)).into_iter().map(deduced).collect(),
        }
    }

    pub fn flow(&self, flow: Flow) -> &Deduction {
        match flow {
            Flow::Import => &self.imports,
            Flow::Export => &self.exports,
        }
    }

    /// The whole of a basket from one partner.
    pub fn origin(&self, basket: Basket, partner: Partner) -> Option<&Deduction> {
        let series =
            |series: &OriginSeries| (series.basket, series.partner) == (basket, partner) && series.line.is_empty();
        self.origins.iter().find(|(of, _)| series(of)).map(|(_, deduction)| deduction)
    }
}

/// The rows of a flow; of a row that was replaced since, what was replaced is left out.
fn trade_facts(facts: &[TradeFact], flow: Flow) -> Vec<Statement> {
    let newer = |fact: &TradeFact, has: fn(&TradeFact) -> bool| {
        let same = |other: &TradeFact| (other.flow, other.span) == (fact.flow, fact.span);
        facts.iter().any(|other| same(other) && other.source.known_from > fact.source.known_from && has(other))
    };
    let known = |(id, fact): (usize, &TradeFact)| {
        let known = Statement::trade(id, fact);
        Statement {
            tonnes: known.tonnes.filter(|_| !newer(fact, |other| other.tonnes.is_some())),
            change: known.change.filter(|_| !newer(fact, |_| true)),
            ..known
        }
    };
    facts.iter().enumerate().filter(|(_, fact)| fact.flow == flow).map(known).collect()
}

/// Where the rows of a series were published, by their places in the file's list.
#[derive(Clone, Copy)]
pub enum Rows<'a> {
    Trade(&'a [TradeFact]),
    Origins(&'a [OriginFact]),
}

impl<'a> Rows<'a> {
    fn source(self, id: usize) -> Option<&'a Source> {
        match self {
            Self::Trade(facts) => facts.get(id).map(|fact| &fact.source),
            Self::Origins(facts) => facts.get(id).map(|fact| &fact.source),
        }
    }
}

/// What pointing at an implied figure shows: its interval, and for each end the sum that proves it.
///
/// `title` says what and when.
pub fn tip(deduction: &Deduction, reading: &Reading, rows: Rows, title: String, words: &Words) -> Tip {
    let Some(bounds) = deduction.bounds(reading.span) else { return Tip { title, ..Tip::default() } };
    let class = if reading.class == Class::Deduced { words.implied_deduced } else { words.implied_bounded };
    let mut details = vec![class.to_owned()];
    details.extend(proof_lines(&bounds.proof_high, bounds.high, End::High, deduction, words));
    if bounds.low > Tonnes::ZERO {
        details.extend(proof_lines(&bounds.proof_low, bounds.low, End::Low, deduction, words));
    }
    let mut facts = bounds.proof_high.facts();
    facts.extend(bounds.proof_low.facts());
    Tip { title, value: range(bounds.low, bounds.high, words), details, sources: sources(facts, rows, words) }
}

/// "13,145.1 to 13,147.3 t", rounded outward, so that what is said stays true.
pub fn range(low: Tonnes, high: Tonnes, words: &Words) -> String {
    // A tenth of a tonne.
    const UNIT: i64 = 100_000;
    let low = Tonnes::from_grams(low.grams().div_euclid(UNIT) * UNIT);
    let high = Tonnes::from_grams(-((-high.grams()).div_euclid(UNIT) * UNIT));
    let places = usize::from(low.grams() % 1_000_000 != 0 || high.grams() % 1_000_000 != 0);
    let [low, high] = [low, high].map(|end| words.number(end.to_f64(), places));
    words.fill(words.range_tonnes, &[("low", &low), ("high", &high)])
}

fn sources(mut facts: Vec<usize>, rows: Rows, words: &Words) -> Vec<super::SourceLine> {
    sort_unique(&mut facts);
    let mut lines = Vec::new();
    for line in facts.into_iter().filter_map(|fact| Some(source_line(rows.source(fact)?, words))) {
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines
}

/// The sum of one end, and after it what was worked out by changes on the way.
fn proof_lines(proof: &Proof, total: Tonnes, end: End, deduction: &Deduction, words: &Words) -> Vec<String> {
    let at = |end: End| if end == End::High { words.at_most } else { words.at_least };
    let sum = sum(&proof.terms, words);
    let mut lines =
        vec![words.fill(words.proof_sum, &[("end", at(end)), ("sum", &sum), ("tonnes", &exact(total, words))])];
    if proof.terms.len() == 1 && !proof.steps.is_empty() {
        // "October 2022 = October 2022*" says nothing that the step's own line does not.
        lines.clear();
    }
    for step in proof.steps.iter().take(WRITTEN) {
        let change = deduction.fact(step.change);
        let printed = change.and_then(|fact| fact.change).map(|change| words.printed_change(change));
        let later = change.map_or(step.span, |fact| fact.span);
        let mut base = exact(step.base_tonnes, words);
        if step.terms.len() > 1 {
            base = [&base, " (", &self::sum(&step.terms, words), ")"].concat();
        }
        let values = [
            ("period", words.span(step.span)),
            ("end", at(step.end).to_owned()),
            ("tonnes", exact(step.tonnes, words)),
            ("base", words.span(step.base)),
            ("sum", base),
            ("change", printed.unwrap_or_default()),
            ("later", words.span(later)),
        ];
        lines.push(words.fill(words.proof_step, &values.each_ref().map(|(name, text)| (*name, text.as_str()))));
    }
    if proof.steps.len() > WRITTEN {
        lines.push(words.fill(words.proof_more, &[("n", &(proof.steps.len() - WRITTEN).to_string())]));
    }
    lines
}

/// "first quarter of 2024 35,695.5 − May 2024 13,746.5".
fn sum(terms: &[Term], words: &Words) -> String {
    let mut text = String::new();
    for (at, term) in terms.iter().take(WRITTEN).enumerate() {
        text += match (at, term.sign) {
            (0, Sign::Plus) => "",
            (_, Sign::Plus) => " + ",
            (_, Sign::Minus) => " − ",
        };
        text += &words.span(term.span);
        // What a step worked out stands in a line of its own.
        text += if matches!(term.origin, Origin::Step(_)) { "* " } else { " " };
        text += &exact(term.tonnes, words);
    }
    if terms.len() > WRITTEN {
        text += &words.fill(words.proof_more, &[("n", &(terms.len() - WRITTEN).to_string())]);
    }
    text
}

/// To the gram, so that a reader can add it up.
fn exact(mass: Tonnes, words: &Words) -> String {
    let grams = mass.grams();
    let places = (0..6).find(|places| grams % 10_i64.pow(6 - places) == 0).unwrap_or(6);
    words.number(mass.to_f64(), places as usize)
}

/// The figures of a series that do not agree with better attested ones, and those that could not be used.
///
/// `what` names the series.
pub fn disputes(deduction: &Deduction, rows: Rows, what: &str, words: &Words) -> Vec<Tip> {
    let revised = deduction.revisions.iter().map(|of| (of.figure, Some(of.by), &of.against[..], words.dispute_revised));
    let against = deduction
        .contradictions
        .iter()
        .map(|of| (of.figure, Some(of.by), &of.against[..], words.dispute_contradiction));
    let left_out = deduction.left_out.iter().map(|figure| (*figure, None, &[][..], words.dispute_left_out));
    let entry = |(figure, by, against, verdict): (StatementPart, Option<Miss>, &[usize], &str)| {
        let span = deduction.fact(figure.fact)?.span;
        let others: Vec<String> = against
            .iter()
            // A change is compared with the total of its own row too.
            .filter(|other| **other != figure.fact || figure.part == Part::Change)
            .filter_map(|other| {
                let fact = deduction.fact(*other)?;
                // A row may take part by its change alone.
                let part = if fact.tonnes.is_some() { Part::Total } else { Part::Change };
                Some([words.span(fact.span), " ".to_owned(), printed(fact, part, words)].concat())
            })
            .collect();
        let mut details = vec![verdict.to_owned()];
        if !others.is_empty() {
            details.push(words.fill(words.dispute_against, &[("figures", &others.join("; "))]));
        }
        let mut facts = vec![figure.fact];
        facts.extend(against);
        let figure_text = printed(deduction.fact(figure.fact)?, figure.part, words);
        let by = match by {
            Some(Miss::Mass(mass)) => words.fill(words.dispute_by, &[("by", &words.tonnes(mass))]),
            Some(Miss::Points(points)) => {
                let points = words.short_number(points as f64 / 1000.0, 3);
                words.fill(words.dispute_by_points, &[("n", &points)])
            }
            None => String::new(),
        };
        Some(Tip {
            title: [what, ", ", &words.span(span), ": ", &figure_text].concat(),
            value: by,
            details,
            sources: sources(facts, rows, words),
        })
    };
    revised.chain(against).chain(left_out).filter_map(entry).collect()
}

/// A figure of a row as its source printed it.
fn printed(fact: &Statement, part: Part, words: &Words) -> String {
    let change = |change| words.fill(words.change_printed, &[("change", &words.printed_change(change))]);
    let text = match part {
        Part::Total => fact.tonnes.map(|mass| words.tonnes(mass.value)),
        Part::Change => fact.change.map(change),
    };
    text.unwrap_or_default()
}
