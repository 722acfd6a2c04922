//! What the published figures imply: a deduction for each series, and the figures that do not agree.

use super::caption::{Dispute, Listed, Series, Verdict};
use super::sourcing;
use crate::article::Claims;
use crate::data::{Basket, Dataset, Flow, Partner, facts};
use crate::deduce::{Deduction, OriginSeries, StatementPart, origin_series, trade_statements};
use std::sync::OnceLock;

/// Everything that the figures of a data set imply. Statements are named by the line of their row.
#[derive(Clone, PartialEq)]
pub struct Implied {
    imports: Deduction,
    exports: Deduction,
    /// Each series of `origins.csv`, its facts moved into its deduction; see [`Series::Origin`].
    pub origins: Vec<(OriginSeries, Deduction)>,
    claims: OnceLock<Claims>,
}

impl Implied {
    /// Works everything out: about 3 ms for the shipped figures, see `docs/deduction.md`.
    pub fn new(data: &Dataset) -> Self {
        let trade = facts(&data.trade);
        let origins = facts(&data.origins);
        let deduced = |mut series: OriginSeries| {
            let deduction = Deduction::new(&std::mem::take(&mut series.facts));
            (series, deduction)
        };
        Self {
            imports: Deduction::new(&trade_statements(trade, Flow::Import)),
            exports: Deduction::new(&trade_statements(trade, Flow::Export)),
            origins: origin_series(sourcing::not_replaced(origins)).into_iter().map(deduced).collect(),
            claims: OnceLock::new(),
        }
    }

    /// The article's figures with what other sources say of them, worked out when first asked for. `data` are the figures
    /// that all this was made of.
    pub fn claims(&self, data: &Dataset) -> &Claims {
        self.claims.get_or_init(|| Claims::new(data))
    }

    /// The deduction of all imports, or of all exports.
    pub fn flow(&self, flow: Flow) -> &Deduction {
        match flow {
            Flow::Import => &self.imports,
            Flow::Export => &self.exports,
        }
    }

    /// The deduction of a series; `None` where there is none of that index.
    pub fn series(&self, series: Series) -> Option<&Deduction> {
        match series {
            Series::Flow(flow) => Some(self.flow(flow)),
            Series::Origin(index) => self.origins.get(index).map(|(_, deduction)| deduction),
        }
    }

    /// The whole of a basket from one partner.
    pub fn origin(&self, basket: Basket, partner: Partner) -> Option<&Deduction> {
        let series =
            |series: &OriginSeries| (series.basket, series.partner) == (basket, partner) && series.line.is_empty();
        self.origins.iter().find(|(of, _)| series(of)).map(|(_, deduction)| deduction)
    }
}

/// The figures of a series that do not agree with better attested ones, and those that could not be used.
pub fn disputes(deduction: &Deduction, series: Series) -> Vec<Listed> {
    let listed = |figure: StatementPart, verdict| Listed::Dispute(Dispute { series, figure, verdict });
    let revised = deduction
        .revisions
        .iter()
        .map(|of| listed(of.figure, Verdict::Revised { by: of.by, against: of.against.clone() }));
    let contradicting = deduction
        .contradictions
        .iter()
        .map(|of| listed(of.figure, Verdict::Contradicts { by: of.by, against: of.against.clone() }));
    let left_out = deduction.left_out.iter().map(|figure| listed(*figure, Verdict::LeftOut));
    revised.chain(contradicting).chain(left_out).collect()
}
