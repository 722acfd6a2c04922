//! What if: the article's arithmetic with the reader's own figures.
//!
//! - [`units`]: masses, ratios and prices with the operations that make sense of them.
//! - [`start`]: where each input starts, and the rows that say so.
//! - [`imports`]: what came from where in a year.
//! - [`result`]: what follows from the inputs, at their start and with what the reader changed.
//!
//! `docs/whatif.md` has the formulas and what they leave out. What the reader changed is [`crate::view::Scenario`].

pub mod imports;
#[cfg(test)]
mod properties;
pub mod result;
pub mod start;
pub mod units;

pub use imports::{Imports, Origin, Part};
pub use result::{BreakEven, Compared, Demand, Element, Lacking, Mines, Results, Source, Substitute, Supply};
pub use start::{Inputs, NoStart, Quoted, Start};
pub use units::{CnyPerTonne, Ratio, TonnesAYear};
