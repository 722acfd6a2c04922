//! AS USED. The page as Leptos' graph: signals, memos, components, events. Browser only; decides nothing about figures.
//!
//! [`App`] holds the graph that the whole page shares. From it each [`chart`] makes its figure and its drawing, as memos of
//! its own: what a choice does not concern compares equal and stops there. The files beside these are the parts of the
//! browser that the page asks for something: each is asked in one of them alone.

mod address;
mod chart;
mod clipboard;
mod controls;
mod document;
mod entries;
mod fold;
mod host;
mod load;
mod page;
mod panels;
mod plot;
mod resize;
mod share;
mod timing;

use crate::charts::Implied;
use crate::data::Dataset;
use crate::view::link::{self, LinkIssue};
use crate::view::{ChartName, View};
use crate::words::{Words, words};
use leptos::prelude::*;
use std::sync::Arc;

/// Why a part that is loaded on demand is not there.
#[cfg(feature = "split")]
use wasm_split_helpers::SplitLoaderError as NotLoaded;

/// In one module nothing can be missing.
#[cfg(not(feature = "split"))]
type NotLoaded = std::convert::Infallible;

/// Everything that the page is made from, as handles that can be copied.
#[derive(Clone, Copy)]
pub struct App {
    /// What the reader chose.
    pub view: RwSignal<View>,
    /// The parts of the address that could not be read.
    pub link_issues: RwSignal<Vec<LinkIssue>>,
    /// All figures of the files.
    pub files: RwSignal<Arc<Dataset>>,
    /// The figures that were public on the view's day.
    pub snapshot: Memo<Arc<Dataset>>,
    /// What the figures of the snapshot imply.
    pub implied: Memo<Arc<Implied>>,
    /// How far the start is; hosts and tests wait for [`Phase::Ready`].
    pub phase: RwSignal<Phase>,
    /// The texts of the language that the link chose.
    pub words: &'static Words,
}

/// How far the start is.
#[derive(Clone, PartialEq, Eq)]
pub enum Phase {
    /// These charts are drawn. The others have no width yet: for a moment, or as long as the page is in a hidden tab.
    Drawing(Vec<ChartName>),
    /// Every chart of the page is drawn; the frame that shows them is to come.
    Drawn,
    /// Hosts and tests may look.
    Ready,
}

/// Loads the figures and mounts the page. Until then the built page stands.
pub fn start() {
    wasm_bindgen_futures::spawn_local(async {
        timing::mark("fetch-start");
        let files = load::files().await;
        timing::measure("fetch", "fetch-start");
        let files = timing::measured("parse", || Dataset::read_files(&files));
        page::mount(|| App::new(files, link::parse(&address::query())));
    });
}

impl App {
    fn new(files: Dataset, (view, link_issues): (View, Vec<LinkIssue>)) -> Self {
        let words = words(view.frame.lang);
        let (files, view) = (RwSignal::new(Arc::new(files)), RwSignal::new(view));
        let day = Memo::new(move |_| view.with(|view| view.as_of));
        let as_of_day = move |_: Option<&Arc<Dataset>>| match day.get() {
            Some(day) => Arc::new(files.with(|files| files.as_of(day))),
            None => files.get(),
        };
        // Another day is another snapshot: comparing all facts would take longer than what follows from them.
        let snapshot = Memo::new_with_compare(as_of_day, |_, _| true);
        let implied = move |_: Option<&Arc<Implied>>| {
            let snapshot = snapshot.get();
            Arc::new(timing::measured("deduce", || Implied::new(&snapshot)))
        };
        Self {
            view,
            files,
            link_issues: RwSignal::new(link_issues),
            snapshot,
            implied: Memo::new(implied),
            phase: RwSignal::new(Phase::Drawing(Vec::new())),
            words,
        }
    }

    /// Changes what the reader chose.
    pub fn choose(self, change: impl FnOnce(&mut View)) {
        self.link_issues.set(Vec::new());
        self.view.update(change);
    }

    /// Shows what a link asks for.
    pub fn show(self, (view, link_issues): (View, Vec<LinkIssue>)) {
        self.link_issues.set(link_issues);
        self.view.set(view);
    }

    /// A chart of the page is drawn, or cannot be.
    pub fn chart_is_drawn(self, name: ChartName) {
        let Phase::Drawing(mut drawn) = self.phase.get_untracked() else { return };
        drawn.push(name);
        if self.view.with_untracked(View::charts).iter().any(|chart| !drawn.contains(chart)) {
            return self.phase.set(Phase::Drawing(drawn));
        }
        self.phase.set(Phase::Drawn);
        timing::on_frame(move || {
            timing::mark("charts-ready");
            self.phase.set(Phase::Ready);
            document::set_ready();
        });
    }
}
