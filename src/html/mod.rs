//! AS READ. The page as HTML text: the words around its charts, tables, notices, panels, and the page as it is built.
//!
//! - [`built`]: the overview as a document that stands without the program.
//! - `page`: the headline, the foot.
//! - `chart`: the head, the caption and the folds of a chart.
//! - `tip`: what pointing at a chart shows.
//! - `table`: the figures of a chart as a list, a table and a file.
//! - `notice`: what could not be read.
//! - [`share`] and [`qr`]: what the panels for sharing and embedding hold, the pasted code, a link as a picture.
//!
//! Text and not components: it is the same on the host, where tests read it, and it costs a tenth of the code. The
//! type [`Markup`] is text that is HTML already; every other text that goes into [`maud::html!`] is escaped. Addresses
//! are links only where `data` let them through.

pub mod built;
mod chart;
mod notice;
mod page;
pub mod qr;
pub mod share;
mod table;
mod tip;

pub use chart::{Fold, Notes, caption, head, more, newest};
pub use maud::Markup;
pub use notice::{data_notices, link_notice, problem};
pub use page::{as_of, foot, full_page, headline, href};
pub use table::csv;
pub use tip::tips;

use crate::words::{Caption, Description, SourceLine};
use maud::html;

/// A form field with its name above it.
fn labelled(label: &str, field: Markup) -> Markup {
    html! { label.field { span.field__label { (label) } (field) } }
}
