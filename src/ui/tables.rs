//! The part for whoever takes a chart's figures: tables and files. It is loaded when the first of these folds is opened, or a
//! pointer is at its line.

use super::chart::Graph;
use super::part::{Mounted, NotLoaded, Part};
use super::{App, files, table};
use web_sys::HtmlElement;

#[cfg(feature = "split")]
use wasm_split_helpers::wasm_split;

/// What the part can do.
#[derive(Clone, Copy)]
pub struct Tables {
    /// Fills an element with the table of a chart.
    pub table: fn(App, Graph, HtmlElement) -> Mounted,
    /// Fills an element with what a chart can be taken along as.
    pub files: fn(App, Graph, HtmlElement) -> Mounted,
}

/// Loads the part. Nothing else of it is named outside: see [`Part`].
#[cfg_attr(feature = "split", wasm_split(tables, fallible))]
fn load() -> Result<Tables, NotLoaded> {
    Ok(Tables { table: table::fill, files: files::fill })
}

/// Loads the part, or waits for it where it is on its way.
pub async fn loaded() -> Part<Tables> {
    let loaded = load();
    #[cfg(feature = "split")]
    let loaded = loaded.await;
    Part::of(loaded)
}
