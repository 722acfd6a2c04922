//! What the frame of one chart says around its drawing: less than a page does, as its host leaves room.

use super::chart::aged;
use super::{Caption, Description};
use crate::charts::caption::{self, Newest};
use crate::charts::mark::{Amount, What};
use crate::charts::{Figure, Mark, leading};
use crate::view::Page;
use crate::words::Words;
use chrono::NaiveDate;
use maud::{Markup, html};

/// What a title says that tells whose trade it is; without it the sentence below stays in a low frame too.
const WHOSE: &str = "China";

/// The figures of a frame that is too low for a drawing; a narrow one shows two.
const MOST_VALUES: usize = 3;

/// Title, and what a frame has room for of the subtitle: all of it is in the fold.
pub fn frame_head(caption: &Caption, hide_title: bool) -> Markup {
    let stays = hide_title || !caption.title.contains(WHOSE);
    html! {
        @if !hide_title { h1.chart__title { (caption.title) } }
        p.chart__subtitle.chart__subtitle--stays[stays] { (caption.frame_subtitle) }
    }
}

/// Who published the figures, and what is newest in the panels that are drawn, which may be the first ones only; the whole
/// source is in the fold. A frame too low for a drawing has figures of all panels, so it says what is newest of all: the
/// style sheet shows one of the two.
pub fn frame_source(
    figure: &Figure,
    panels: usize,
    caption: &Caption,
    months: &dyn Fn(NaiveDate) -> i32,
    words: &Words,
) -> Markup {
    let drawn = Caption { newest: words.newest(&newest_drawn(figure, panels)), ..caption.clone() };
    let all = figure.chart.panels.len();
    let differs = panels < all;
    html! {
        p.chart__publisher title=(caption.publisher) {
            span.chart__newest.chart__newest--drawn[differs] {
                (source_line(&drawn, months, words))
                @if differs { " " (words.more().frames.panels_drawn(&panels.to_string(), &all.to_string())) }
            }
            @if differs { span.chart__newest.chart__newest--all { (source_line(caption, months, words)) } }
        }
    }
}

/// "UN Comtrade, 2025 (11 mo. ago)."
pub(super) fn source_line(caption: &Caption, months: &dyn Fn(NaiveDate) -> i32, words: &Words) -> String {
    let age = |what: &str, months: usize| words.more().frames.newest_age(what, &months.to_string());
    let newest = aged(caption, Some(months), &age);
    if newest.is_empty() {
        [&*caption.credit, "."].concat()
    } else {
        words.more().frames.credited(&caption.credit, &newest)
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

/// What a chart says in few words, rounded as on the chart, for a frame that is too low for a drawing.
pub fn frame_values(figure: &Figure, describe: &dyn Fn(&Mark) -> Description, words: &Words) -> Markup {
    html! {
        @for (number, mark) in leading(figure).into_iter().take(MOST_VALUES).enumerate() {
            @let said = describe(mark);
            span {
                @if number > 0 { " · " }
                (said.title) " " b { (rounded(mark.amount, words).unwrap_or(said.value)) }
            }
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
        Amount::Price(quote, unit) => Some(words.short_price(quote, unit)),
        Amount::Usd(_) | Amount::UnitValue(_) | Amount::Article(_) => None,
    }
}
