//! AS READ. The page as HTML text: the words around its charts, tables, notices, panels, and the page as it is built.
//!
//! - [`built`]: the overview as a document that stands without the program.
//! - [`age`]: how old a figure is, on the page as it is built.
//! - `page`: the headline, what it is now, the foot.
//! - `article`: the article's figures with what other sources say of them, on the overview; `prose`: the page of the article;
//!   `verdict`: the form of a verdict.
//! - `chart`: the head, the caption and the folds of a chart.
//! - `frame`: what a frame says in place of the head and the caption; `frame_height`: how high it is with that.
//! - `tip`: what pointing at a chart shows.
//! - `table`: the figures of a chart as a table or a list, `file` the same as a file.
//! - `whatif`: where its inputs start, its formulas, and the way to it.
//! - `notice`: what could not be read.
//! - [`share`] and [`qr`]: what the panels for sharing and embedding hold, the pasted code, a link as a picture.
//!
//! Text and not components: it is the same on the host, where tests read it, and it costs a tenth of the code. The
//! type [`Markup`] is text that is HTML already; every other text that goes into [`maud::html!`] is escaped. Addresses
//! are links only where `data` let them through.

pub mod age;
mod article;
pub mod built;
mod chart;
mod file;
mod frame;
mod frame_height;
mod notice;
mod page;
mod prose;
pub mod qr;
pub mod share;
mod table;
mod tip;
mod verdict;
mod whatif;

pub use article::article;
pub use chart::{Fold, caption, head, newest, ways_on};
pub use file::{csv, tab_separated};
pub use frame::{frame_head, frame_source, frame_values, newest_drawn};
pub use frame_height::frame_height;
pub use maud::Markup;
pub use notice::{data_notices, link_notice, part_notice, problem, repaired_notice, replaced_notice};
pub use page::{First, as_of, foot, full_page, headline, href, now, printed_link};
pub use prose::{figure_tip, figures, heavy_light, one_figure, section, verdict_key};
pub use table::{Order, RowTexts, chosen, table_rows};
pub use tip::tips;
pub use whatif::{formula, onward, start};

use crate::words::{Caption, Description, SourceLine};
use maud::html;

/// A text as markup.
pub fn text(text: &str) -> Markup {
    html! { (text) }
}

/// A form field with its name above it.
fn labelled(label: &str, field: Markup) -> Markup {
    html! { label.field { span.field__label { (label) } (field) } }
}
