//! A published figure that does not agree with better attested ones, in words.

use super::rows::Rows;
use super::{Description, SourceLine, Words};
use crate::charts::Implied;
use crate::charts::caption::{Dispute, Series, Verdict};
use crate::data::{File, RowId};
use crate::deduce::{Deduction, Miss, Part, Statement, StatementPart};

impl Words {
    /// `None` where the deduction does not hold the figure.
    pub(super) fn describe_dispute(&self, dispute: &Dispute, implied: &Implied, rows: Rows) -> Option<Description> {
        let deduction = implied.series(dispute.series)?;
        let (verdict, by, against) = match &dispute.verdict {
            Verdict::Revised { by, against } => (self.more().tips.dispute_revised, Some(*by), &against[..]),
            Verdict::Contradicts { by, against } => (self.more().tips.dispute_contradiction, Some(*by), &against[..]),
            Verdict::LeftOut => (self.more().tips.dispute_left_out, None, &[][..]),
        };
        let StatementPart { fact, part } = dispute.figure;
        let statement = deduction.fact(fact)?;
        let others = self.statements(against, dispute.figure, deduction);
        let mut details = vec![verdict.to_owned()];
        if !others.is_empty() {
            details.push(self.more().tips.dispute_against(&others.join("; ")));
        }
        let (file, what) = match dispute.series {
            Series::Flow(flow) => (File::Trade, self.flow(flow).to_owned()),
            Series::Origin(index) => {
                let (series, _) = implied.origins.get(index)?;
                (File::Origins, [&*self.partner(series.partner), ", ", self.basket(series.basket)].concat())
            }
        };
        let value = match by {
            Some(Miss::Mass(mass)) => self.more().tips.dispute_by(&self.tonnes(mass)),
            Some(Miss::Points(points)) => {
                self.more().tips.dispute_by_points(&self.short_number(points as f64 / 1000.0, 3))
            }
            None => String::new(),
        };
        let figure = self.statement(statement, part);
        Some(Description {
            title: [&what, ", ", &self.span(statement.span), ": ", &figure].concat(),
            value,
            details,
            sources: self.statement_sources(file, std::iter::once(fact).chain(against.iter().copied()), rows),
        })
    }

    /// The figures that a disputed one does not fit; a change is compared with the total of its own row too.
    fn statements(&self, against: &[usize], disputed: StatementPart, deduction: &Deduction) -> Vec<String> {
        let others = against.iter().filter(|other| **other != disputed.fact || disputed.part == Part::Change);
        let worded = |other: &usize| {
            let statement = deduction.fact(*other)?;
            // A row may take part by its change alone.
            let part = if statement.tonnes.is_some() { Part::Total } else { Part::Change };
            Some([&*self.span(statement.span), " ", &self.statement(statement, part)].concat())
        };
        others.filter_map(worded).collect()
    }

    /// A figure of a row as its source printed it.
    fn statement(&self, statement: &Statement, part: Part) -> String {
        let text = match part {
            Part::Total => statement.tonnes.map(|mass| self.tonnes(mass.value)),
            Part::Change => {
                statement.change.map(|change| self.more().tips.change_printed(&self.printed_change(change)))
            }
        };
        text.unwrap_or_default()
    }

    /// The publishers of rows that are named by their lines, each once, in the order of the lines.
    pub(super) fn statement_sources(
        &self,
        file: File,
        lines: impl Iterator<Item = usize>,
        rows: Rows,
    ) -> Vec<SourceLine> {
        let mut lines: Vec<usize> = lines.collect();
        lines.sort();
        lines.dedup();
        let mut sources = Vec::new();
        for line in lines {
            let source = rows.source(RowId { file, line: line as u64 }).map(|source| self.source_line(source));
            sources.extend(source.filter(|line| !sources.contains(line)));
        }
        sources
    }
}
