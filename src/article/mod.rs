//! AS CLAIMED. The figures of the article of 21 April 2025, what other sources say of each, and its text.
//!
//! - [`verdict`]: whether other sources agree, computed from the column `against` and the facts of a day.
//! - `evidence`: what rows that are not the article's own say, or leave open.
//! - `quotes`: the quotes of a product, and whose a claim may rest on; [`forecast`]: what became of a price range.
//! - `shown`: the view of the chart that shows a figure best.
//! - [`text`]: the article in our own words, with holes for its figures.
//! - [`whatif`]: its arithmetic with a reader's own figures.
//!
//! It stands before `charts`: charts of the article draw what is computed here, and what became of its price range is a
//! finding of the prices chart too.

mod evidence;
pub mod forecast;
pub(crate) mod quotes;
mod shown;
pub mod text;
pub mod verdict;
pub mod whatif;

pub use evidence::{Evidence, Says};
pub use shown::shown_by;
pub use verdict::{Claim, Claims, Difference, Kind, Verdict, Way};

use crate::data::ArticleFigure;

/// The figures that say most of the article, in the order of reading.
const MOST_TELLING: [&str; 6] = [
    "import-quarter-yoy",
    "export-quarter-yoy",
    "myanmar-quarter",
    "laos-jan-feb",
    "pr-price-band",
    "non-chinese-refining",
];

/// Claims in the order of reading: those that say most, then the others as the file has them.
///
/// Returns how many say most; a file without them has as many of its first.
pub fn most_telling(claims: &[Claim]) -> (Vec<&Claim>, usize) {
    let rank = |figure: &ArticleFigure| MOST_TELLING.iter().position(|id| *id == figure.id);
    let mut all: Vec<&Claim> = claims.iter().collect();
    all.sort_by_key(|claim| rank(&claim.figure).unwrap_or(MOST_TELLING.len()));
    let count = all.len().min(MOST_TELLING.len());
    (all, count)
}
