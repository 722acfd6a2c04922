//! AS SAID. Every word on the page: one table of texts per language, and what is made from values with them.
//!
//! `format` writes numbers and dates, `names` the names of things, `describe` one mark, `proof` how a figure was worked out,
//! `dispute` a figure that does not agree with others, `caption` what is said around a chart, `headline` what a page says first, `messages` what of a link could not be read, `issues` what of a file.

mod caption;
mod describe;
mod dispute;
mod en;
mod format;
mod headline;
mod issues;
mod messages;
mod names;
mod proof;
mod rows;
mod table;

pub use caption::Caption;
pub use describe::{Description, SourceLine};
pub use en::EN;
use table::Counted;
pub use table::Words;

use crate::view::Lang;

/// The words of a language.
pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::English => &EN,
    }
}
