//! AS MEANT. What each chart shows of the published figures.

mod events;
pub mod figure;
pub mod headline;
pub mod implied;
pub mod page;
pub mod prices;
pub mod sourcing;
pub mod trade;

pub use figure::{Caption, Chart, Form, Mark, Panel, Role, RowsChart, Shape, SourceLine, TimeChart, Tip};
pub use implied::Implied;
pub use page::{ChartView, chart};
