//! The lists and the table under a chart, and the table as a file. With the feature `split` this file is in the part that is
//! loaded when a reader opens something: nothing may call into it but [`show_entries`].

use super::NotLoaded;
use crate::charts::{Figure, Implied, MissingFile};
use crate::data::Dataset;
use crate::html::Fold;
use crate::words::{Caption, Words};
use std::sync::Arc;
use web_sys::HtmlDivElement;

#[cfg(feature = "split")]
use wasm_split_helpers::wasm_split;

/// Fills an open fold with what it lists of a figure; empties it where the figure's file is missing.
#[cfg_attr(feature = "split", wasm_split(opened, fallible))]
pub fn show_entries(
    content: HtmlDivElement,
    fold: Fold,
    figure: Arc<Result<Figure, MissingFile>>,
    caption: Arc<Caption>,
    snapshot: Arc<Dataset>,
    implied: Arc<Implied>,
    words: &'static Words,
) -> Result<(), NotLoaded> {
    let Ok(figure) = figure.as_ref() else {
        content.set_inner_html("");
        return Ok(());
    };
    let entries = match fold {
        Fold::Notes => Vec::new(),
        Fold::Listed => words.describe_listed(figure, &snapshot, Some(&implied)),
        Fold::Events => words.describe_events(figure.chart.events(), &snapshot),
        Fold::Figures => words.describe_marks(figure, &snapshot, Some(&implied)),
    };
    content.set_inner_html(&fold.content(figure.name, &caption, &entries, words).into_string());
    Ok(())
}
