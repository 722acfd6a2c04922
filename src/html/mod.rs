//! AS READ. The page as HTML text: its blocks, the words around a chart, tables, notices and panels.
//!
//! - `page`: the page and its blocks, the masthead, the headline, the foot.
//! - [`built`]: the overview as a document that stands without the program.
//! - `chart`: the parts of a chart, its head, its caption, its folds.
//! - `tip`: what pointing at a chart shows.
//! - `table`: the figures of a chart as a list, a table and a file.
//! - `notice`: what could not be read.
//! - `controls`: the fields.
//! - [`share`] and [`qr`]: the panels for sharing and embedding, the pasted code, a link as a picture.
//!
//! Text and not components: it is the same on the host, where tests read it, and it costs a tenth of the code. The
//! type [`Markup`] is text that is HTML already; every other text that goes into [`maud::html!`] is escaped. Addresses
//! are links only where `data` let them through.

pub mod built;
mod chart;
mod controls;
mod notice;
mod page;
pub mod qr;
pub mod share;
mod table;
mod tip;

pub use chart::{Fold, Notes, caption, folds, head, more, skeleton};
pub use controls::{chart_controls, range_controls};
pub use maud::Markup;
pub use notice::{data_notices, link_notice, problem};
pub use page::{as_of, blocks, foot, full_page, headline, masthead, page};
pub use table::csv;
pub use tip::tips;

use crate::charts::figure::{Caption, SourceLine, Tip as Description};

/// Whether the program is there that buttons and fields need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Program {
    Running,
    /// In the built page: what needs it is there and disabled, so that nothing moves when it comes.
    Absent,
}

impl Program {
    fn is_absent(self) -> bool {
        self == Self::Absent
    }
}
