//! What the frame of one chart says around its drawing: less than a page does, as its host leaves room.

use super::chart::newest;
use super::{Caption, Description};
use crate::charts::caption::{self, Newest};
use crate::charts::mark::{Amount, What};
use crate::charts::{Figure, Mark};
use crate::view::Page;
use crate::words::Words;
use chrono::NaiveDate;
use maud::{Markup, html};

/// What a title says that tells whose trade it is; without it the sentence below stays in a low frame too.
const WHOSE: &str = "China";

/// The first sentence of a subtitle: all of it is in the fold.
pub(super) fn first_sentence(caption: &Caption) -> &str {
    caption.subtitle.split_inclusive(". ").next().unwrap_or_default().trim_end()
}

/// Title, and the first sentence under it.
pub fn frame_head(caption: &Caption, hide_title: bool) -> Markup {
    let first = first_sentence(caption);
    let stays = hide_title || !caption.title.contains(WHOSE);
    html! {
        @if !hide_title { h1.chart__title { (caption.title) } }
        p.chart__subtitle.chart__subtitle--stays[stays] { (first) }
    }
}

/// What is newest in the panels that are drawn; the source is in the fold. A frame too low for a drawing has the figures
/// of all panels, so it says what is newest of `all`: the style sheet shows one of the two.
pub fn frame_source(drawn: &Caption, all: &Caption, months: &dyn Fn(NaiveDate) -> i32, words: &Words) -> Markup {
    let said = |caption: &Caption| html! { @if !caption.newest.is_empty() { (newest(caption, Some(months), words)) } };
    let differs = drawn.newest != all.newest;
    html! {
        p.chart__publisher title=(all.publisher) {
            span.chart__newest.chart__newest--drawn[differs] { (said(drawn)) }
            @if differs { span.chart__newest.chart__newest--all { (said(all)) } }
        }
    }
}

/// The newest figures of the first panels of a chart, as many as are drawn.
pub fn newest_drawn(figure: &Figure, panels: usize) -> Vec<Newest> {
    let drawn = || figure.chart.panels.iter().take(panels);
    // The marks of a reader's own figures are of no day.
    if panels >= figure.chart.panels.len() || figure.name.page() == Page::WhatIf {
        return figure.newest.clone();
    }
    if figure.newest.iter().any(|newest| newest.flow.is_some()) {
        let is_drawn = |newest: &&Newest| {
            let of_flow = |mark: &Mark| match mark.what {
                What::Flow(flow) | What::YearToDate(flow) => newest.flow == Some(flow),
                _ => newest.flow.is_none(),
            };
            drawn().any(|panel| panel.marks.iter().any(of_flow))
        };
        return figure.newest.iter().filter(is_drawn).copied().collect();
    }
    caption::newest(drawn().filter_map(|panel| panel.newest()).map(|mark| mark.when))
}

/// The newest figure of each panel in words, rounded as on the chart, for a frame that is too low for a drawing.
pub fn newest_values(newest: &[(Description, Option<Amount>)], words: &Words) -> Markup {
    html! {
        @for (number, (said, amount)) in newest.iter().enumerate() {
            @if number > 0 { " · " }
            span { (said.title) " " b { (rounded(*amount, words).unwrap_or_else(|| said.value.clone())) } }
        }
    }
}

/// `None` where the whole value is as short as on the chart.
fn rounded(amount: Option<Amount>, words: &Words) -> Option<String> {
    let short = words.short_amount(amount?);
    match amount? {
        Amount::Tonnes(_) | Amount::TonnesBetween(..) | Amount::Difference(_) => Some(words.unit_tonnes(&short)),
        Amount::Change(_) | Amount::ChangeBetween(..) => Some(words.unit_percent(&short)),
        Amount::Index(_) | Amount::Share(_) | Amount::Times(_) | Amount::Concentration { .. } => Some(short),
        Amount::Usd(_) | Amount::UnitValue(_) | Amount::Price(..) | Amount::Article(_) => None,
    }
}
