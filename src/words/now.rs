//! What it is now, a line for each flow and each product.

use super::Words;
use crate::charts::ARTICLE;
use crate::charts::headline::Now;
use crate::charts::prices::{LastQuote, NowQuote};
use crate::charts::trade::SoFar;
use chrono::NaiveDate;

/// What stands under the headline.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NowWords {
    /// A line for each flow and each product.
    pub lines: Vec<NowLine>,
    /// What all quotes have of tax, unless they differ and each line says its own; and what changes are against.
    pub notes: String,
}

/// One thing as it is now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NowLine {
    /// What it is called.
    pub name: String,
    /// Its figure, with its unit.
    pub value: String,
    /// How that changed, where it has a line of its own; empty where it is not known.
    pub change: String,
    /// When that was, and who says so; of a flow how it changed, and how old that is.
    pub when: String,
    /// A newer figure of someone else; empty where there is none.
    pub later: String,
}

impl Words {
    /// What it is now. `months` is the age of a figure, by the last day that it stands for; without it no ages are said.
    pub fn now(&self, now: &Now, months: Option<&dyn Fn(NaiveDate) -> i32>) -> NowWords {
        let quotes = now.quotes.iter().flat_map(|quote| [Some(&quote.main), quote.newer.as_ref()]).flatten();
        let mut vats: Vec<String> = quotes.map(|quote| self.now_vat(quote)).collect();
        vats.dedup();
        let vat = if let [vat] = &*vats { self.more().prices.now_vat_of_all(vat) } else { String::new() };
        let changed = now.quotes.iter().any(|quote| quote.main.change.is_some());
        let since = if changed { self.more().prices.now_since(&self.day(ARTICLE)) } else { String::new() };
        let flows = now.flows.iter().map(|flow| self.flow_now(flow, months));
        let quotes = now.quotes.iter().map(|quote| self.quote_now(quote, vat.is_empty(), months));
        NowWords { lines: flows.chain(quotes).collect(), notes: [&*vat, &*since].join(" ").trim().to_owned() }
    }

    fn flow_now(&self, of: &SoFar, months: Option<&dyn Fn(NaiveDate) -> i32>) -> NowLine {
        let change = of.changes.first().map(|change| self.trade.on_a_year_before(&self.change(*change)));
        let age = age(of.span.last().last_day(), months).map(|months| self.months_ago(months));
        NowLine {
            name: [self.flow(of.flow), ", ", &self.head_period(of.span)].concat(),
            value: self.unit_tonnes(&self.short_amount(of.amount)),
            change: String::new(),
            when: change.into_iter().chain(age).collect::<Vec<_>>().join(", "),
            later: String::new(),
        }
    }

    fn quote_now(&self, last: &LastQuote, says_vat: bool, months: Option<&dyn Fn(NaiveDate) -> i32>) -> NowLine {
        let words = self.last_quote(last);
        let when = match age(last.main.when.last_day(), months) {
            Some(months) => self.newest_age(months, &words.under),
            None => words.under,
        };
        let with_vat = |text: String, quote: &NowQuote| match says_vat {
            true => [&*text, "; ", &self.now_vat(quote)].concat(),
            false => text,
        };
        NowLine {
            name: words.product,
            value: words.price,
            change: words.change,
            when: with_vat(when, &last.main),
            later: last.newer.as_ref().map(|newer| with_vat(words.newer, newer)).unwrap_or_default(),
        }
    }
}

/// How many months ago a day was, where it is one or more.
fn age(day: NaiveDate, months: Option<&dyn Fn(NaiveDate) -> i32>) -> Option<usize> {
    months.and_then(|months| usize::try_from(months(day)).ok()).filter(|months| *months > 0)
}
