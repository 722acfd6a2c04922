//! What a page says first.

use super::Words;
use crate::charts::headline::{Headline, TradeHeadline};
use crate::charts::trade::{Change, Direction, SoFar};
use crate::data::Span;
use crate::view::Page;

impl Words {
    /// The headline as a sentence; what the page is about where there are no figures to say one with.
    pub fn headline(&self, page: Page, headline: Option<&Headline>) -> String {
        match (headline, page) {
            (Some(Headline::Trade(headline)), _) => self.overview_headline(Some(headline)),
            (Some(Headline::Sourcing(finding, _)), _) => unbroken(&self.sourcing_title(finding)),
            (Some(Headline::Prices(finding, _)), _) => self.prices_title(finding),
            (None, Page::Overview | Page::Trade) => self.overview_headline(None),
            (None, Page::Sourcing) => self.title_origins.to_owned(),
            (None, Page::Prices) => self.title_prices.to_owned(),
            (Some(Headline::Article { day, .. }), _) => self.more().article_page.headline(&self.day(*day)),
            (None, Page::Article) => self.more().article_page.no_headline.to_owned(),
            (None, Page::WhatIf) => self.more().whatif.headline.to_owned(),
        }
    }

    /// The headline of the overview. In whole per cents; the standfirst has them as they were printed.
    pub fn overview_headline(&self, headline: Option<&TradeHeadline>) -> String {
        let Some(headline) = headline else { return self.site_title.to_owned() };
        let (exports, imports) = (self.moved_by(headline.exports.change), self.moved_by(headline.imports.change));
        self.trade.headline(&exports, &imports, &self.in_span(headline.span))
    }

    /// "rose 5 %", "fell 31 %", "changed little".
    fn moved_by(&self, change: Change) -> String {
        self.moved(change, false)
    }

    /// The same; a small one `fine`, with one decimal as far as it is known: "fell 2.6 %".
    fn moved(&self, change: Change, fine: bool) -> String {
        let value = change.value().abs();
        let percent = self.number(value, if fine && value < 9.95 { change.places().min(1) } else { 0 });
        match Direction::of(change.value()) {
            Direction::Up => self.trade.rose_by(&percent),
            Direction::Down => self.trade.fell_by(&percent),
            Direction::Flat => self.trade.changed_little.to_owned(),
        }
    }

    /// What is said under the headline: why it is about its period, and what came since.
    ///
    /// `months` is how long ago the period ended; without it no age is said.
    pub fn standfirst(&self, page: Page, headline: Option<&Headline>, months: Option<usize>) -> String {
        match (headline, page) {
            (Some(Headline::Trade(headline)), _) => self.overview_standfirst(Some(headline), months),
            (Some(Headline::Sourcing(_, Some(standfirst))), _) => self.sourcing_standfirst_of(standfirst),
            (Some(Headline::Prices(_, Some(standfirst))), _) => self.prices_standfirst_of(standfirst),
            (_, Page::Overview | Page::Trade) => self.overview_standfirst(None, months),
            (_, Page::Sourcing) => self.sourcing_standfirst.to_owned(),
            (_, Page::Prices) => self.prices_standfirst.to_owned(),
            (Some(Headline::Article { publisher, figures, .. }), _) => {
                self.more().article_page.standfirst(publisher, &self.number(*figures as f64, 0))
            }
            (_, Page::Article) => self.more().article_page.no_figures.to_owned(),
            (_, Page::WhatIf) => self.more().whatif.standfirst.to_owned(),
        }
    }

    /// The same under the overview's headline.
    pub fn overview_standfirst(&self, headline: Option<&TradeHeadline>, months: Option<usize>) -> String {
        let Some(TradeHeadline { span, since, newest, .. }) = headline else {
            return self.site_subtitle.to_owned();
        };
        let age = months.filter(|months| *months > 0).map(|months| [", ", &self.months_ago(months)].concat());
        let age = age.unwrap_or_default();
        let period = match span.months() {
            1 => self.trade.month,
            _ if span.is_year() => self.trade.year,
            _ => self.trade.months,
        };
        let why = if *newest { self.trade.last_of_both(period, &age) } else { self.trade.last_in_view(period, &age) };
        let since = Some(self.so_far(since)).filter(|list| !list.is_empty());
        let since = since.map(|list| [" ", &self.trade.came_since(&list)].concat());
        [&*why, &since.unwrap_or_default()].concat()
    }

    /// "imports fell 2.6 % (Jan–Aug 2026), exports rose 23 % (Jan–Feb 2026)": those that have a change.
    fn so_far(&self, flows: &[SoFar]) -> String {
        let moved = |of: &SoFar| {
            let change = of.changes.first()?;
            Some((of.span, [self.flow_lower(of.flow), " ", &self.moved(*change, true)].concat()))
        };
        let moved: Vec<(Span, String)> = flows.iter().filter_map(moved).collect();
        // A period that both share is said once.
        let of_one_period = |flows: &[(Span, String)]| {
            let moves: Vec<&str> = flows.iter().map(|(_, moved)| &**moved).collect();
            flows.first().map(|(span, _)| self.trade.moved_until(&moves.join(", "), &self.head_period(*span)))
        };
        moved.chunk_by(|a, b| a.0 == b.0).filter_map(of_one_period).collect::<Vec<_>>().join(", ")
    }
}

/// With no break between a number and its tonnes.
pub(super) fn unbroken(headline: &str) -> String {
    headline.replace(" t ", "\u{a0}t ")
}
