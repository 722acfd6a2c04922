//! AS SAID. Every word on the page: one table of texts per language, and what is made from values with them.
//!
//! - `format` writes numbers and dates, `periods` dates where there is little room, `amounts` what was measured, `names`
//!   the names of things. `labels` words the marks of a drawing, `panels` what stands around them.
//! - `subject` names a mark, `describe` says all that is known of it, `details` what that is besides its amount, `record`
//!   the same in cells, `sort_key` what rows of them are sorted by, `about` what a file says of itself; `proof` how a figure was worked out, `origins` what rows of
//!   partners say, `dispute` how a figure does not agree with others.
//! - `caption` is what is said around a chart; `trade`, `sourcing`, `prices` and `claims` word what it found. `headline` is
//!   what a page says first, `now` what it is now, `article` what other sources say of the article's
//!   figures, `article_page` the page of the article.
//! - `controls` words what can be chosen, `messages` what of a link could not be read, `issues` what of a file.
//! - `whatif` is what the inputs of the what-if are, what follows from them and by which formula.
//! - `summary` is a chart for those who do not see it.
//! - `more` has the texts that the first screen of the overview does without.

mod about;
mod amounts;
mod article;
mod article_page;
mod caption;
mod cells;
mod claims;
mod compared;
mod controls;
mod describe;
mod details;
mod dispute;
mod en;
mod format;
mod headline;
mod issues;
mod labels;
mod messages;
mod more;
mod names;
mod now;
mod origins;
mod panels;
mod periods;
mod price_notes;
mod prices;
mod proof;
mod record;
mod rows;
mod sort_key;
mod sourcing;
mod subject;
mod summary;
mod table;
mod trade;
mod whatif;

pub use caption::Caption;
pub use describe::{Description, SourceLine};
pub use en::EN;
pub use labels::Wording;
pub use now::{NowLine, NowWords};
pub use prices::LastQuoteWords;
pub use record::{Column, Number, Record};
pub use sort_key::SortKey;
pub use table::{Counted, Words};
pub use whatif::{Formula, StartWords};

use crate::view::Lang;

/// The words of a language.
pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::English => &EN,
    }
}
