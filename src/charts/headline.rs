//! What a page says first, computed from its figures; and what the running year says.

use super::implied::Implied;
use super::trade::{Change, FlowSeries, Index, SoFar, so_far};
use super::{prices, sourcing};
use crate::data::{Dataset, Flow, Month, Span, Tonnes, TradeFact, facts};
use crate::view::{Page, View};
use chrono::NaiveDate;

/// The finding of a page.
#[derive(Clone, Debug, PartialEq)]
pub enum Headline {
    /// How exports and imports changed.
    Trade(TradeHeadline),
    /// Where imports came from, and what is said under it.
    Sourcing(sourcing::Finding, Option<sourcing::Subtitle>),
    /// How prices moved, and what is said under it.
    Prices(prices::Finding, Option<prices::Standfirst>),
    /// Whose article it is, of which day, and how many figures it states.
    Article {
        /// The publisher.
        publisher: String,
        /// The day on which it was published.
        day: NaiveDate,
        /// At least one.
        figures: usize,
    },
}

/// What it is now: the running year of both flows, and the last quotes.
#[derive(Clone, Debug, PartialEq)]
pub struct Now {
    /// A flow each, imports first, as far as they are known.
    pub flows: Vec<SoFar>,
    /// A product each.
    pub quotes: Vec<prices::LastQuote>,
}

/// The newest period with a figure and a change on a year before, printed or computed, for both flows.
#[derive(Clone, Debug, PartialEq)]
pub struct TradeHeadline {
    /// The period that both changes are of.
    pub span: Span,
    /// Out of China.
    pub exports: FlowChange,
    /// Into China.
    pub imports: FlowChange,
    /// Whether no newer one is known: a reader's range may end before it.
    pub newest: bool,
    /// What came since for one flow alone, in view.
    pub since: Vec<SoFar>,
}

/// The tonnes of a period, and their change on a year before.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FlowChange {
    /// As published.
    pub tonnes: Tonnes,
    /// The printed one, else the computed one.
    pub change: Change,
}

impl Headline {
    /// The last day of the period that it is about, by which a page says how old it is.
    pub fn last_day(&self) -> Option<NaiveDate> {
        match self {
            Self::Trade(headline) => Some(headline.last_day()),
            Self::Sourcing(..) | Self::Prices(..) | Self::Article { .. } => None,
        }
    }
}

impl TradeHeadline {
    /// The last day of the period that it is about.
    pub fn last_day(&self) -> NaiveDate {
        self.span.last().last_day()
    }
}

/// The headline of a view's page; `None` where there are no figures to say it with.
pub fn headline(data: &Dataset, view: &View) -> Option<Headline> {
    match view.page {
        Page::Overview | Page::Trade => of_overview(data, view).map(Headline::Trade),
        Page::Sourcing => {
            let facts = facts(&data.origins);
            Some(Headline::Sourcing(sourcing::headline(facts, view)?, sourcing::standfirst(facts, view)))
        }
        Page::Prices => {
            let quotes = facts(&data.prices);
            let finding = prices::headline(quotes, facts(&data.article), view)?;
            Some(Headline::Prices(finding, prices::standfirst(quotes, view)))
        }
        Page::Article => {
            let figures = facts(&data.article);
            let source = &figures.first()?.source;
            Some(Headline::Article { publisher: source.name.clone(), day: source.known_from, figures: figures.len() })
        }
        Page::WhatIf => None,
    }
}

/// The headline of the overview, and of the trade page: all that the overview needs.
pub fn of_overview(data: &Dataset, view: &View) -> Option<TradeHeadline> {
    trade_headline(facts(&data.trade), last(view))
}

/// What it is now, or at the end of the reader's range.
pub fn now(data: &Dataset, implied: Option<&Implied>, view: &View) -> Now {
    Now {
        flows: running(facts(&data.trade), implied, last(view)),
        quotes: prices::last_quotes(facts(&data.prices), view),
    }
}

fn last(view: &View) -> Month {
    view.range.to.unwrap_or(Month::LAST)
}

/// Finds the headline among the figures of periods that end by `last`, without weak ones.
///
/// Of the periods that end last the longest is taken: it says most.
pub fn trade_headline(facts: &[TradeFact], last: Month) -> Option<TradeHeadline> {
    let (imports, exports) = (Index::new(facts, Flow::Import), Index::new(facts, Flow::Export));
    let figure = |index: &Index, span| Some(FlowChange { tonnes: index.tonnes(span)?, change: index.sound(span)? });
    let both = |span: Span| Some((span, figure(&exports, span)?, figure(&imports, span)?));
    let known: Vec<_> = imports.spans().filter_map(both).collect();
    let shown = known.iter().copied().filter(|(span, ..)| span.last() <= last);
    let (span, exports, imports) = shown.max_by_key(|(span, ..)| (span.last(), span.months()))?;
    let newest = known.iter().all(|(other, ..)| other.last() <= span.last());
    let since = running(facts, None, last).into_iter().filter(|of| of.span.last() > span.last()).collect();
    Some(TradeHeadline { span, exports, imports, newest, since })
}

/// The newest year with a figure from its January on, up to `last`: what is known of each flow since then.
fn running(facts: &[TradeFact], implied: Option<&Implied>, last: Month) -> Vec<SoFar> {
    let shown = facts.iter().map(|fact| fact.span).filter(|span| span.last() <= last);
    let starts = shown.filter(|span| span.first().month() == 1 && span.first().year() == span.last().year());
    let Some(year) = starts.map(|span| span.last().year()).max() else { return Vec::new() };
    let of = |flow| so_far(&FlowSeries::new(facts, implied, flow), year, last);
    Flow::BOTH.into_iter().filter_map(of).collect()
}
