//! What rows say that are not the article's own: a printed figure, or what published figures leave open.

use crate::data::source::replaces;
use crate::data::{
    Basket, Confidence, Counterpart, Dataset, Fact, File, Flow, Measure, OriginFact, Partner, Percent, PrintedPercent,
    PrintedTonnes, RowId, Source, Span, Tonnes, TradeFact, Use, When, facts,
};
use crate::deduce::{Class, Deduction, class_of_range, trade_statements};

/// What other sources say of something, and the rows that it rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// The figure.
    pub says: Says,
    /// The period or day that it is of.
    pub when: When,
    /// The rows, in the order of their files; at least one.
    pub rows: Vec<RowId>,
}

/// A figure of other sources.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Says {
    /// Tonnes as printed.
    Tonnes(PrintedTonnes),
    /// The least and the most that published totals leave for the tonnes, both included.
    TonnesWithin(Tonnes, Tonnes),
    /// A change on a year before, as printed.
    Change(PrintedPercent),
    /// The least and the greatest change on a year before that published tonnes leave.
    ChangeWithin(Percent, Percent),
    /// That it happened; no figure.
    Event,
}

impl Says {
    /// The least and the most that it can mean, in tonnes or per cent; `None` of an event.
    pub fn range(self) -> Option<(f64, f64)> {
        Some(match self {
            Self::Tonnes(printed) => (printed.low().to_f64(), printed.high().to_f64()),
            Self::TonnesWithin(low, high) => (low.to_f64(), high.to_f64()),
            Self::Change(printed) => {
                let value = printed.value.to_f64();
                (value - printed.half_unit, value + printed.half_unit)
            }
            Self::ChangeWithin(low, high) => (low.to_f64(), high.to_f64()),
            Self::Event => return None,
        })
    }

    /// Whether the figure is known closely enough to bear another one out. A wide range only excludes.
    pub fn is_close(self) -> bool {
        match self {
            Self::TonnesWithin(low, high) => class_of_range(low, high) <= Class::Deduced,
            Self::ChangeWithin(low, high) => high.to_f64() - low.to_f64() <= CLOSE_POINTS,
            Self::Tonnes(_) | Self::Change(_) | Self::Event => true,
        }
    }
}

/// A change is known closely that is known to a percentage point.
const CLOSE_POINTS: f64 = 1.0;

/// The facts of a day but for the article's own, its publisher's, and weak ones; with what they imply of trade.
pub(super) struct Others<'a> {
    data: &'a Dataset,
    imports: Deduction,
    exports: Deduction,
}

impl<'a> Others<'a> {
    pub fn new(data: &'a Dataset) -> Self {
        let deduced = |flow| {
            let checks: Vec<TradeFact> = facts(&data.trade).iter().filter(|fact| checks(*fact)).cloned().collect();
            Deduction::new(&trade_statements(&checks, flow))
        };
        Self { data, imports: deduced(Flow::Import), exports: deduced(Flow::Export) }
    }

    /// What is said by a counterpart; `None` where nobody else says anything. Quotes are many, see `verdict`.
    pub fn evidence(&self, counterpart: Counterpart) -> Option<Evidence> {
        match counterpart {
            Counterpart::Trade { flow, span, measure } => {
                self.printed_trade(flow, span, measure).or_else(|| self.left(flow, span, measure))
            }
            Counterpart::Origin { partner, basket, span, measure } => self.origin(partner, basket, span, measure),
            Counterpart::Event(day) => {
                let events = facts(&self.data.events).iter().filter(|event| event.when == When::Day(day));
                let rows: Vec<RowId> = events.filter(|event| checks(*event)).map(Fact::row).collect();
                (!rows.is_empty()).then_some(Evidence { says: Says::Event, when: When::Day(day), rows })
            }
            Counterpart::Quotes { .. } => None,
        }
    }

    /// As another source printed it.
    fn printed_trade(&self, flow: Flow, span: Span, measure: Measure) -> Option<Evidence> {
        let rows = facts(&self.data.trade).iter().filter(|fact| (fact.flow, fact.span) == (flow, span));
        let printed = rows.filter(|fact| checks(*fact)).filter_map(|fact| {
            let says = match measure {
                Measure::Tonnes => Says::Tonnes(fact.tonnes?),
                Measure::Change => Says::Change(fact.change?),
            };
            Some((fact, says))
        });
        newest(printed, span)
    }

    /// What the totals and changes of others leave.
    fn left(&self, flow: Flow, span: Span, measure: Measure) -> Option<Evidence> {
        let deduction = match flow {
            Flow::Import => &self.imports,
            Flow::Export => &self.exports,
        };
        let now = deduction.bounds(span)?;
        let before = || deduction.bounds(span.year_before()?);
        let (says, bounds) = match measure {
            Measure::Tonnes => (Says::TonnesWithin(now.low, now.high), vec![now]),
            Measure::Change => {
                let before = before()?;
                let change = |now: Tonnes, before: Tonnes| Percent::change(now.to_f64(), before.to_f64());
                (Says::ChangeWithin(change(now.low, before.high)?, change(now.high, before.low)?), vec![now, before])
            }
        };
        let lines = bounds.iter().flat_map(|bounds| bounds.facts());
        let mut rows: Vec<RowId> = lines.map(|line| RowId { file: File::Trade, line: line as u64 }).collect();
        rows.sort();
        rows.dedup();
        (!rows.is_empty()).then_some(Evidence { says, when: When::Span(span), rows })
    }

    /// As another source printed it; a change also by the tonnes of the period and of the year before.
    fn origin(&self, partner: Partner, basket: Basket, span: Span, measure: Measure) -> Option<Evidence> {
        let figure = |span: Span, says: &dyn Fn(&OriginFact) -> Option<Says>| {
            let main = |fact: &&OriginFact| fact.usage == Use::Main && checks(*fact);
            let of = |fact: &&OriginFact| (fact.partner, fact.basket, fact.span) == (partner, basket, span);
            let rows = facts(&self.data.origins).iter().filter(of).filter(main);
            newest(rows.filter_map(|fact| Some((fact, says(fact)?))), span)
        };
        let tonnes = |span: Span| figure(span, &|fact| fact.tonnes.map(Says::Tonnes));
        match measure {
            Measure::Tonnes => tonnes(span),
            Measure::Change => figure(span, &|fact| fact.change.map(Says::Change)).or_else(|| {
                let (now, before) = (tonnes(span)?, tonnes(span.year_before()?)?);
                let (low, high) = now.says.range()?;
                let (least, most) = before.says.range()?;
                let says = Says::ChangeWithin(Percent::change(low, most)?, Percent::change(high, least)?);
                Some(Evidence { says, when: now.when, rows: [before.rows, now.rows].concat() })
            }),
        }
    }
}

/// Of several rows for the same the one that replaces the others.
fn newest<'a, F: Fact + 'a>(rows: impl Iterator<Item = (&'a F, Says)>, span: Span) -> Option<Evidence> {
    let (fact, says) = rows.reduce(|a, b| if replaces(b.0.source(), a.0.source()) { b } else { a })?;
    Some(Evidence { says, when: When::Span(span), rows: vec![fact.row()] })
}

/// Whether a row can check a figure of the article: it is neither the article's own, nor its publisher's, nor weak.
fn checks(fact: &impl Fact) -> bool {
    let source = fact.source();
    source.confidence != Confidence::Low && !is_publishers(source)
}

/// The sites of the article's publisher: where the article was read, and the network's own pages.
const PUBLISHERS_SITES: [&str; 2] = ["gzxcmg.com", "ccmn.cn"];

/// What the names of its quotes begin with; some were read elsewhere.
const PUBLISHERS_NAME: &str = "Changjiang Nonferrous";

/// Whether the article's publisher published a row.
pub(super) fn is_publishers(source: &Source) -> bool {
    let host = source.host().unwrap_or_default();
    let on = |site: &str| host.strip_suffix(site).is_some_and(|before| before.is_empty() || before.ends_with('.'));
    PUBLISHERS_SITES.iter().any(|site| on(site)) || source.name.starts_with(PUBLISHERS_NAME)
}
