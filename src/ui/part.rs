//! Parts of the program that are loaded on demand, each in a file of its own with the feature `split`.

use leptos::prelude::*;
use std::any::Any;
use std::future::Future;
use wasm_bindgen_futures::spawn_local;

/// Why a part is not there.
#[cfg(feature = "split")]
pub use wasm_split_helpers::SplitLoaderError as NotLoaded;

/// In one module nothing can be missing.
#[cfg(not(feature = "split"))]
pub type NotLoaded = std::convert::Infallible;

/// What was put into an element. It goes when this is dropped.
pub type Mounted = Box<dyn Any>;

/// Where a part is. `T` is what it can do, as a table of functions.
///
/// A function is compiled into the file of the code that names it. So outside a part only its loader is named; everything else
/// is called through `T`.
#[derive(Clone, Copy)]
pub enum Part<T> {
    /// Nobody has asked for it.
    NotAsked,
    /// It is on its way.
    Asked,
    /// It could not be loaded.
    Missing,
    /// It is there.
    There(T),
}

impl<T> Part<T> {
    /// What came of loading it.
    pub fn of(loaded: Result<T, NotLoaded>) -> Self {
        loaded.map_or(Self::Missing, Self::There)
    }
}

/// Asks for a part if nobody has yet.
pub fn ask_once<T, F>(part: RwSignal<Part<T>>, loaded: impl FnOnce() -> F + 'static)
where
    T: Send + Sync + 'static,
    F: Future<Output = Part<T>> + 'static,
{
    if part.with_untracked(|part| matches!(part, Part::NotAsked)) {
        ask(part, loaded);
    }
}

/// Asks for a part, where it is neither there nor on its way; again where it could not be loaded.
pub fn ask<T, F>(part: RwSignal<Part<T>>, loaded: impl FnOnce() -> F + 'static)
where
    T: Send + Sync + 'static,
    F: Future<Output = Part<T>> + 'static,
{
    if part.with_untracked(|part| matches!(part, Part::NotAsked | Part::Missing)) {
        part.set(Part::Asked);
        spawn_local(async move { part.set(loaded().await) });
    }
}
