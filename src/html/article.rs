//! The article's figures, and what other sources say of each.

use crate::article::{Claim, Claims, Kind, most_telling};
use crate::words::Words;
use maud::{Markup, html};

/// The article's figures: those that say most, the others in a fold. Nothing where there are none.
pub fn article(claims: &Claims, words: &Words) -> Markup {
    let (all, most) = most_telling(&claims.0);
    let (first, others) = all.split_at(most);
    let counts = claims.counts();
    let agree = counts.iter().find(|(kind, _)| *kind == Kind::Agrees).map_or(0, |(_, count)| *count);
    html! {
        @if let Some(any) = all.first() {
            h2.chart__title { (words.article_title(all.len(), agree)) }
            p.chart__subtitle { (words.article_counts(&counts)) }
            (list(first, words))
            @if !others.is_empty() {
                details.fold.article__others {
                    summary { (words.article_more(all.len())) }
                    (list(others, words))
                }
            }
            p.chart__source { (words.article_source(any.figure)) }
        }
    }
}

fn list(claims: &[&Claim], words: &Words) -> Markup {
    html! {
        ul.article__list {
            @for Claim { figure, verdict } in claims {
                li {
                    b.article__value { (words.article_amount(figure)) }
                    span.article__what { (figure.statement) }
                    span.check.(class(verdict.kind())) {
                        (mark(verdict.kind()))
                        span { (words.verdict(verdict)) }
                    }
                }
            }
        }
    }
}

fn class(kind: Kind) -> &'static str {
    match kind {
        Kind::Agrees => "check--agrees",
        Kind::Related | Kind::CameAfter => "check--related",
        Kind::Differs => "check--differs",
        Kind::NotCheckable => "check--none",
    }
}

/// A verdict as a form: a tick, a wave, an unequal sign, a ring. Its word stands beside it.
fn mark(kind: Kind) -> Markup {
    let path = match kind {
        Kind::Agrees => "M1.5 5.5l2.5 2.5l4.5-6",
        Kind::Related | Kind::CameAfter => "M1 5.5c1.5-3 3-3 4-.5s2.5 2.5 4-.5",
        Kind::Differs => "M1.5 3.5h7M1.5 6.5h7M3 9l4-8",
        Kind::NotCheckable => "M5 1.5a3.5 3.5 0 1 0 .01 0z",
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
        assert_eq!(article(&Claims(Vec::new()), &EN).into_string(), "");
    }
}
