//! China's rare earth trade as a dashboard that runs entirely in the browser.
//!
//! Values flow one way, and a module imports only from modules above it in this list:
//!
//! - [`data`]: AS PUBLISHED. Bytes to facts: period, what, value or band, unit, kind, source.
//! - [`model`]: AS MEANT. What the reader chose, the link grammar, and what each chart shows.
//! - [`chart`]: AS DRAWN. A chart's figures to SVG text, scales and the marks that can be pointed at.
//! - `ui`: AS USED. The page; browser only.

pub mod data;
pub mod model;
