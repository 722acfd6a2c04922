//! The whole record, month by month: what the strip under the month chart shows.

use super::series::FlowSeries;
use super::slots::slots;
use crate::charts::implied::Implied;
use crate::charts::mark::How;
use crate::data::{Flow, Month, Tonnes, TradeFact};
use crate::view::By;

/// Both flows, month by month.
#[derive(Clone, Debug, PartialEq)]
pub struct MonthlyRecord {
    /// The first month.
    pub from: Month,
    /// A month each, up to the newest figure of either flow; empty where there are no figures.
    pub months: Vec<RecordMonth>,
}

/// A month of both flows.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct RecordMonth {
    /// `None` where nothing is known of the month.
    pub imports: Option<RecordAmount>,
    /// `None` where nothing is known of the month.
    pub exports: Option<RecordAmount>,
}

/// The tonnes of a month.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RecordAmount {
    /// Half of their sum for each of two months that are known together; the middle of an interval.
    pub tonnes: Tonnes,
    /// Whether nobody published it.
    pub worked_out: bool,
}

/// The record since January 2018, before which only scattered months are known.
pub fn record(facts: &[TradeFact], implied: Option<&Implied>) -> MonthlyRecord {
    let from = Month::new(2018, 1).unwrap_or(Month::FIRST);
    let last = facts.iter().map(|fact| fact.span.last()).max().filter(|last| *last >= from);
    let count = last.map_or(0, |last| last.since(from) + 1);
    let mut months = vec![RecordMonth::default(); count as usize];
    for flow in Flow::BOTH {
        let series = FlowSeries::new(facts, implied, flow);
        let window = (from, last.unwrap_or(from));
        // A range that is left open is no amount.
        for total in slots(&series, By::Month, window).iter().filter(|total| total.how != How::Bounded) {
            let parts = total.span.months();
            let tonnes = Tonnes::from_grams(total.middle().grams() / i64::from(parts));
            let amount = RecordAmount { tonnes, worked_out: !total.is_stated() };
            let start = total.span.first().since(from) as usize;
            for month in months.iter_mut().skip(start).take(parts as usize) {
                match flow {
                    Flow::Import => month.imports = Some(amount),
                    Flow::Export => month.exports = Some(amount),
                }
            }
        }
    }
    MonthlyRecord { from, months }
}
