//! The published figures of one flow by period, and the changes on a year before.

use crate::data::source::replaces;
use crate::data::{Confidence, Flow, Percent, PrintedPercent, PrintedTonnes, Span, Tonnes, TradeFact};

/// The figures of one flow, one per period and ordered by it: a replaced figure is left out.
///
/// A row with only a change leaves the tonnes of an older row where they are, and adds its change.
pub struct Index<'a> {
    pub flow: Flow,
    figures: Vec<&'a TradeFact>,
    changes: Vec<&'a TradeFact>,
    /// The lines of all weak rows, replaced ones among them.
    weak: Vec<u64>,
}

impl<'a> Index<'a> {
    pub fn new(facts: &'a [TradeFact], flow: Flow) -> Self {
        let mut of_flow: Vec<&TradeFact> = facts.iter().filter(|fact| fact.flow == flow).collect();
        of_flow.sort_by_key(|a| a.span);
        let weak = of_flow.iter().filter(|fact| weak(fact)).map(|fact| fact.source.line).collect();
        let mut index = Self { flow, figures: Vec::new(), changes: Vec::new(), weak };
        for fact in &of_flow {
            match index.figures.last_mut().filter(|newest| newest.span == fact.span) {
                Some(newest) => {
                    let of_tonnes = (fact.tonnes.is_some(), replaces(&fact.source, &newest.source));
                    if of_tonnes >= (newest.tonnes.is_some(), true) {
                        *newest = fact;
                    }
                }
                None => index.figures.push(fact),
            }
        }
        for fact in of_flow.into_iter().filter(|fact| fact.change.is_some()) {
            // A row that replaces a figure replaces its change too.
            if !index.get(fact.span).is_some_and(|figure| replaces(&fact.source, &figure.source)) {
                continue;
            }
            match index.changes.last_mut().filter(|newest| newest.span == fact.span) {
                Some(newest) if !replaces(&fact.source, &newest.source) => {}
                Some(newest) => *newest = fact,
                None => index.changes.push(fact),
            }
        }
        index
    }

    pub fn get(&self, span: Span) -> Option<&'a TradeFact> {
        find(&self.figures, span)
    }

    pub fn weak_lines(&self) -> impl Iterator<Item = u64> {
        self.weak.iter().copied()
    }

    /// One row per period, in the order of the periods.
    pub fn figures(&self) -> impl Iterator<Item = &'a TradeFact> {
        self.figures.iter().copied()
    }

    pub fn spans(&self) -> impl Iterator<Item = Span> + use<'_, 'a> {
        self.figures.iter().map(|fact| fact.span)
    }

    /// The row with the printed change on a year before.
    pub fn printed(&self, span: Span) -> Option<&'a TradeFact> {
        find(&self.changes, span)
    }

    pub fn tonnes(&self, span: Span) -> Option<Tonnes> {
        Some(self.get(span)?.tonnes?.value)
    }

    /// The fewest published parts that together are exactly `span`, in order; one part where it is published itself.
    pub fn parts(&self, span: Span) -> Option<Vec<&'a TradeFact>> {
        let months = span.months() as usize;
        let mut best: Vec<Option<Vec<&TradeFact>>> = vec![None; months + 1];
        best[0] = Some(Vec::new());
        for end in 1..=months {
            for start in 0..end {
                let part = Span::new(span.first().plus(start as i32), span.first().plus(end as i32 - 1));
                let fact = part.and_then(|part| self.get(part)).filter(|fact| fact.tonnes.is_some());
                if let (Some(before), Some(fact)) = (&best[start], fact) {
                    let mut parts = before.clone();
                    parts.push(fact);
                    if best[end].as_ref().is_none_or(|best| parts.len() < best.len()) {
                        best[end] = Some(parts);
                    }
                }
            }
        }
        best.swap_remove(months)
    }

    /// The published figure, or the sum of published parts.
    pub fn amount(&self, span: Span) -> Option<Tonnes> {
        Some(self.parts(span)?.iter().filter_map(|part| Some(part.tonnes?.value)).sum())
    }

    /// The change on a year before: the printed one, else computed from published figures of the same span.
    pub fn change(&self, span: Span) -> Option<Change> {
        self.changes(span).into_iter().next()
    }

    /// The printed change, and the computed one where there is no printed one or the two disagree.
    pub fn changes(&self, span: Span) -> Vec<Change> {
        let printed = self.printed(span).and_then(|fact| fact.change);
        let computed = self.computed(span, |_| true);
        match (printed, computed) {
            (Some(printed), Some(computed)) if self.disagree(span, printed) => {
                vec![Change::Printed(printed), Change::Computed(computed)]
            }
            (Some(printed), _) => vec![Change::Printed(printed)],
            (None, Some(computed)) => vec![Change::Computed(computed)],
            (None, None) => Vec::new(),
        }
    }

    /// The change of a period where no weak row is needed for it, and neither of two that disagree says the opposite.
    pub fn sound(&self, span: Span) -> Option<Change> {
        let strong = |fact: &TradeFact| !weak(fact);
        let printed = self.printed(span).filter(|row| strong(row)).and_then(|row| row.change);
        let sound = printed.map(Change::Printed).or_else(|| self.computed(span, strong).map(Change::Computed))?;
        self.changes(span).iter().all(|other| other.value() * sound.value() >= 0.0).then_some(sound)
    }

    /// The change that published figures of the same months in both years give, where all of them are `good`.
    fn computed(&self, span: Span, good: impl Fn(&TradeFact) -> bool) -> Option<Percent> {
        let amount = |span: Span| {
            let parts = self.parts(span).filter(|parts| parts.iter().all(|part| good(part)))?;
            Some(parts.iter().filter_map(|part| Some(part.tonnes?.value)).sum::<Tonnes>())
        };
        Percent::change(amount(span)?.to_f64(), amount(span.year_before()?)?.to_f64())
    }

    /// Whether no rounding of the printed figures explains the difference between printed and computed change.
    fn disagree(&self, span: Span, printed: PrintedPercent) -> bool {
        let bounds = |span: Span| {
            let parts = self.parts(span)?;
            let sum = |bound: fn(PrintedTonnes) -> Tonnes| -> f64 {
                parts.iter().filter_map(|part| part.tonnes.map(bound)).sum::<Tonnes>().to_f64()
            };
            Some((sum(PrintedTonnes::low), sum(PrintedTonnes::high)))
        };
        let (Some(now), Some(before)) = (bounds(span), span.year_before().and_then(bounds)) else { return false };
        let (Some(low), Some(high)) = (Percent::change(now.0, before.1), Percent::change(now.1, before.0)) else {
            return false;
        };
        let (value, slack) = (printed.value.to_f64(), printed.half_unit + 1e-9);
        high.to_f64() < value - slack || low.to_f64() > value + slack
    }
}

/// Whether a row was read on a weak mirror, or its date is approximate.
pub fn weak(fact: &TradeFact) -> bool {
    fact.source.confidence == Confidence::Low
}

/// The row of a period among rows in the order of their periods.
fn find<'a>(rows: &[&'a TradeFact], span: Span) -> Option<&'a TradeFact> {
    let at = rows.binary_search_by(|fact| fact.span.cmp(&span)).ok()?;
    rows.get(at).copied()
}

/// A change on a year before.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Change {
    /// As a source printed it, with its decimals.
    Printed(PrintedPercent),
    /// From published tonnes of the same months in both years.
    Computed(Percent),
}

impl Change {
    /// In per cent.
    pub fn value(self) -> f64 {
        match self {
            Self::Printed(change) => change.value.to_f64(),
            Self::Computed(change) => change.to_f64(),
        }
    }

    /// The decimals to show: as printed, one where computed.
    pub fn places(self) -> usize {
        match self {
            Self::Printed(change) => change.places,
            Self::Computed(_) => 1,
        }
    }
}
