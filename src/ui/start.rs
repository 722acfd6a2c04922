//! The start: what is loaded before the page is shown.

use super::article::{self, ArticlePages};
use super::more::{self, More};
use super::part::Part;
use super::tables::{self, Tables};
use super::{address, document, load, page, timing};
use crate::data::Dataset;
use crate::data::repair::{Repairs, are_plain};
use crate::view::link::Link;
use std::future::Future;
use wasm_bindgen_futures::spawn_local;

/// What the page is mounted with.
pub struct Start {
    /// The query of the address.
    pub query: String,
    /// What it asks for.
    pub link: Link,
    /// The figures, as far as they are read.
    pub data: Dataset,
    /// What was guessed of files that are not plain.
    pub repairs: Repairs,
    /// The parts that are there.
    pub more: Part<More>,
    pub article: Part<ArticlePages>,
    pub tables: Part<Tables>,
}

/// Loads the figures and mounts the page. Until then the built page stands, and for good where the link asks for something
/// that no code is there for.
///
/// The first screen of the overview needs nothing but the program and two of the files. What else a link asks for, and what
/// is said of files that are not plain, needs more code: then that is loaded before the page is shown.
pub fn start() {
    spawn_local(async {
        let query = address::query();
        let plain = address::is_plain(&query);
        if !plain {
            preload(more::loaded());
        }
        timing::mark("fetch-start");
        let loading = load::files();
        loading.enough().await;
        timing::measure("fetch", "fetch-start");
        let files = loading.content();
        let read_first = || timing::measured("parse:first", || Dataset::read_first(&files));
        let first = plain.then(read_first).filter(|data| are_plain(&files, data));
        let more = if first.is_some() { Part::NotAsked } else { more::loaded().await };
        let (link, (data, repairs)) = match more {
            Part::There(more) => ((more.link)(&query), timing::measured("parse", || (more.read)(&files))),
            _ if plain => (Link::default(), (first.unwrap_or_else(read_first), Repairs::new())),
            _ => return document::say_part_missing(),
        };
        // The page is shown with what its link asks for.
        let article = if link.view.is_of_article() { article::loaded().await } else { Part::NotAsked };
        let tables = if link.view.table().is_some() { tables::loaded().await } else { Part::NotAsked };
        page::mount(Start { query, link, data, repairs, more, article, tables }, loading);
    });
}

/// Lets a part be on its way while the figures are.
fn preload<T>(loaded: impl Future<Output = Part<T>> + 'static) {
    spawn_local(async {
        loaded.await;
    });
}
