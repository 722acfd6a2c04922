//! The article's figures, and what other sources say of each.

use super::verdict::{class, mark};
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
            p.chart__source { (words.article_source(&any.figure)) }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::EN;

    #[test]
    fn without_figures_nothing_is_said() {
        assert_eq!(article(&Claims(Vec::new()), &EN).into_string(), "");
    }
}
