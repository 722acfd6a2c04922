//! The overview's headline: what happened in the newest period that both flows can be compared for.

use super::trade::{Change, Index};
use crate::data::{Flow, Month, Span, TradeFact};
use crate::words::Words;

/// The newest period with a figure and a change on a year before, printed or computed, for both flows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Headline {
    pub span: Span,
    pub exports: Change,
    pub imports: Change,
}

/// Finds the headline among the figures of periods that end by `last`.
///
/// Of the periods that end last the longest is taken: it says most.
pub fn headline(facts: &[TradeFact], last: Month) -> Option<Headline> {
    let (imports, exports) = (Index::new(facts, Flow::Import), Index::new(facts, Flow::Export));
    imports
        .spans()
        .filter(|span| span.last() <= last)
        .filter_map(|span| {
            let figure = |index: &Index| index.get(span)?.tonnes.and_then(|_| index.change(span));
            Some(Headline { span, imports: figure(&imports)?, exports: figure(&exports)? })
        })
        .max_by_key(|headline| (headline.span.last(), headline.span.months()))
}

impl Headline {
    /// The headline as a sentence, with each change as precise as it was printed.
    pub fn sentence(self, words: &Words) -> String {
        let part = |change: Change| {
            let value = change.value();
            let verb = match value {
                value if value > 0.0 => words.rose,
                value if value < 0.0 => words.fell,
                _ => return words.unchanged.to_owned(),
            };
            words.fill(verb, &[("pct", &words.number(value.abs(), change.places()))])
        };
        let template = if (self.exports.value() > 0.0) == (self.imports.value() > 0.0) {
            words.headline_alike
        } else {
            words.headline_apart
        };
        words.fill(
            template,
            &[
                ("exports", &part(self.exports)),
                ("imports", &part(self.imports)),
                ("period", &words.in_span(self.span)),
            ],
        )
    }
}
