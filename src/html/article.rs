//! The article's figures, and what other sources say of each.

use crate::charts::article::{Check, counts, most_telling};
use crate::data::ArticleFigure;
use crate::words::Words;
use maud::{Markup, html};

/// The article's figures: those that say most, the others in a fold. Nothing where there are none.
pub fn article(figures: &[ArticleFigure], words: &Words) -> Markup {
    let (all, most) = most_telling(figures);
    let (first, others) = all.split_at(most);
    let counts = counts(figures);
    let agree = counts.iter().find(|(check, _)| *check == Check::Agrees).map_or(0, |(_, count)| *count);
    html! {
        @if let Some(any) = figures.first() {
            h2.chart__title { (words.article_title(figures.len(), agree)) }
            p.chart__subtitle { (words.article_counts(&counts)) }
            (list(first, words))
            @if !others.is_empty() {
                details.fold.article__others {
                    summary { (words.article_more(figures.len())) }
                    (list(others, words))
                }
            }
            p.chart__source { (words.article_source(any)) }
        }
    }
}

fn list(figures: &[&ArticleFigure], words: &Words) -> Markup {
    html! {
        ul.article__list {
            @for figure in figures {
                li {
                    b.article__value { (words.article_amount(figure)) }
                    span.article__what { (figure.statement) }
                    span.check.(class(Check::of(figure))) {
                        (mark(Check::of(figure)))
                        span { (words.article_check(figure)) }
                    }
                }
            }
        }
    }
}

fn class(check: Check) -> &'static str {
    match check {
        Check::Agrees => "check--agrees",
        Check::Related | Check::CameAfter => "check--related",
        Check::Differs => "check--differs",
        Check::NotCheckable => "check--none",
    }
}

/// A check as a form: a tick, a wave, an unequal sign, a ring. Its word stands beside it.
fn mark(check: Check) -> Markup {
    let path = match check {
        Check::Agrees => "M1.5 5.5l2.5 2.5l4.5-6",
        Check::Related | Check::CameAfter => "M1 5.5c1.5-3 3-3 4-.5s2.5 2.5 4-.5",
        Check::Differs => "M1.5 3.5h7M1.5 6.5h7M3 9l4-8",
        Check::NotCheckable => "M5 1.5a3.5 3.5 0 1 0 .01 0z",
    };
    html! {
        svg.check__mark viewBox="0 0 10 10" width="10" height="10" aria-hidden="true" {
            path d=(path) fill="none" stroke="currentColor" stroke-width="1.4" {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::EN;

    #[test]
    fn without_figures_nothing_is_said() {
        assert_eq!(article(&[], &EN).into_string(), "");
    }
}
