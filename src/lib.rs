//! China's rare earth trade as a dashboard that runs entirely in the browser.
//!
//! Values flow one way, and a module imports only from modules above it in this list:
//!
//! - [`data`]: AS PUBLISHED. Bytes to facts: period, what, value or band, unit, kind, source.
//! - [`deduce`]: AS IMPLIED. Published totals and changes to intervals, with their proofs.
//! - [`view`]: AS CHOSEN. Everything that the reader chose, the link grammar, what a page offers to choose.
//! - [`article`]: AS CLAIMED. The figures of the article, what other sources say of each, and its text.
//! - [`charts`]: AS MEANT. Facts and a view to a chart's content: marks with exact values.
//! - [`words`]: AS SAID. Numbers, dates, one mark in words, captions, messages.
//! - [`draw`]: AS DRAWN. A chart's content and a width to SVG text and what can be pointed at; plotters.
//! - [`html`]: AS READ. Pages, tables and panels as HTML text.
//! - `ui`: AS USED. The page on leptos; browser only.

pub mod article;
pub mod charts;
pub mod data;
pub mod deduce;
pub mod draw;
pub mod html;
#[cfg(target_arch = "wasm32")]
pub mod ui;
pub mod view;
pub mod words;
