//! AS MEANT. What each chart shows of the published figures, as values: no sentence is made here.

pub mod caption;
mod events;
pub mod figure;
pub mod headline;
pub mod implied;
pub mod mark;
pub mod prices;
pub mod sourcing;
pub mod trade;

use crate::data::{Dataset, File, FileError, Month, Span, facts};
use crate::view::{ChartName, View};

pub use figure::{Chart, Figure, Panel, RowsChart, TimeChart};
pub use implied::Implied;
pub use mark::{How, Mark, Role, Shape};

/// The file that a chart cannot be drawn without, and why it could not be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingFile {
    /// The file whose facts the chart draws.
    pub file: File,
    /// What the reader is told in the chart's place.
    pub error: FileError,
}

/// Makes one chart of a view. A missing file fails only the charts that are drawn from it.
///
/// `implied` is what the figures of `data` imply; without it the chart shows what was published.
pub fn chart(name: ChartName, data: &Dataset, implied: Option<&Implied>, view: &View) -> Result<Figure, MissingFile> {
    // Events and the article's figures only annotate: the chart is drawn without them too.
    let events = facts(&data.events);
    let article = facts(&data.article);
    let missing = |file: File| move |error: &FileError| MissingFile { file, error: error.clone() };
    let origins = || data.origins.as_ref().map(|table| &table.facts).map_err(missing(File::Origins));
    Ok(match name {
        ChartName::Trade => {
            let published = &data.trade.as_ref().map_err(missing(File::Trade))?.facts;
            trade::figure(published, implied, events, view)
        }
        ChartName::Prices => {
            let published = &data.prices.as_ref().map_err(missing(File::Prices))?.facts;
            prices::figure(published, article, events, view)
        }
        ChartName::Origins => sourcing::origins::figure(origins()?, implied, view),
        ChartName::Baskets => sourcing::baskets::figure(origins()?, view),
        ChartName::Partners => sourcing::partners::figure(origins()?, implied, article, view),
    })
}

/// The months that a chart shows of a view, where it has figures for these periods.
fn window(name: ChartName, periods: impl Iterator<Item = Span> + Clone, view: &View) -> (Month, Month) {
    let start = name.start();
    let first = periods.clone().map(Span::first).min().unwrap_or(start);
    let last = periods.map(Span::last).max().unwrap_or(start);
    view.window(start, first, last)
}
