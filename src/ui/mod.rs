//! AS USED. The page: components, network, address, pointing. Browser only; decides nothing about figures.

mod browser;
mod chart;
mod controls;
mod host;
mod load;
mod page;
mod plot;
mod share;

use crate::charts::Implied;
use crate::data::{Arrived, Dataset};
use crate::view::Theme;
use crate::view::View;
use crate::view::link::{self, LinkIssue};
use crate::words::Words;
use crate::words::words;
use chrono::NaiveDate;
use leptos::prelude::*;
use std::sync::{Arc, OnceLock};

/// Everything that the page is made from.
///
/// Signals alone: each memo is 1 kB of WebAssembly, each type of signal half of one. So there are none of `bool`.
#[derive(Clone, Copy)]
pub struct App {
    /// What the reader chose.
    pub view: RwSignal<View>,
    /// What of the address could not be read.
    pub link_issues: RwSignal<Vec<LinkIssue>>,
    /// What the files say; of it what was public on the day that the view is fixed to.
    pub known: RwSignal<Arc<Known>>,
    /// 1 once the first charts stand, before that 0.
    standing: RwSignal<usize>,
    /// How often what the figures imply was worked out for charts that stood: they are drawn again, the page is not.
    pub deduced: RwSignal<usize>,
    /// How often the reader's system has changed between light and dark.
    system: RwSignal<usize>,
    /// Charts that have been drawn at least once.
    pub drawn: RwSignal<usize>,
    pub words: &'static Words,
}

/// The data as known on a day, and what they imply once that was worked out.
pub struct Known {
    as_of: Option<NaiveDate>,
    pub data: Arc<Dataset>,
    implied: OnceLock<Implied>,
}

impl Known {
    /// Of all figures those that were public on a day.
    fn new(all: &Arc<Dataset>, as_of: Option<NaiveDate>) -> Arc<Self> {
        browser::mark("draw-start");
        let data = as_of.map_or_else(|| all.clone(), |day| Arc::new(all.as_of(day)));
        Arc::new(Self { as_of, data, implied: OnceLock::new() })
    }

    /// What the figures imply, once it was worked out.
    pub fn implied(&self) -> Option<&Implied> {
        self.implied.get()
    }

    /// Works out what the figures imply.
    fn work_out(&self) {
        browser::mark("deduce-start");
        self.implied.get_or_init(|| Implied::new(&self.data));
        browser::measure("deduce", "deduce-start");
    }
}

/// Loads the figures and mounts the page. Until they are there the static message stands.
///
/// A page without figures would be made, laid out and thrown away: 20 ms of every start.
pub fn start() {
    load::start(|files| {
        let (view, issues) = link::parse(&browser::query());
        let words = words(view.frame.lang);
        browser::set_lang(view.frame.lang);
        page::mount(&view.clone(), words, move || {
            let app = App::new(view, issues, files, words);
            host::start(app);
            browser::on_back(move || {
                let (view, issues) = link::parse(&browser::query());
                app.link_issues.set(issues);
                app.view.set(view);
            });
            app
        });
    });
}

impl App {
    fn new(view: View, issues: Vec<LinkIssue>, files: Vec<Arrived>, words: &'static Words) -> Self {
        browser::mark("parse-start");
        let all = Arc::new(Dataset::read_files(&files));
        browser::measure("parse", "parse-start");
        let system = RwSignal::new(0);
        browser::on_dark_change(move || system.update(|changes| *changes += 1));
        let app = Self {
            known: RwSignal::new(Known::new(&all, view.as_of)),
            view: RwSignal::new(view),
            link_issues: RwSignal::new(issues),
            standing: RwSignal::new(0),
            deduced: RwSignal::new(0),
            system,
            drawn: RwSignal::new(0),
            words,
        };
        browser::watch(move || {
            let as_of = app.view.with(|view| view.as_of);
            if app.known.with_untracked(|known| known.as_of != as_of) {
                let known = Known::new(&all, as_of);
                if app.known.with_untracked(|known| known.implied().is_some()) {
                    known.work_out();
                }
                app.known.set(known);
            }
        });
        // The address bar always holds the link to what is shown; a damaged one stays until the reader changes something.
        let mut before = None::<View>;
        browser::watch(move || {
            let view = app.view.get();
            browser::set_theme(view.frame.theme);
            if !app.stands() {
                return;
            }
            let damaged = before.is_none() && app.link_issues.with_untracked(|issues| !issues.is_empty());
            if !damaged {
                let page_changed = before.as_ref().is_some_and(|before| before.page != view.page);
                browser::show_address(&link::print(&view), page_changed);
            }
            before = Some(view);
        });
        app
    }

    /// Whether the page is dark now: as the link says, else as the reader's system does.
    pub fn dark(self) -> bool {
        match self.view.with(|view| view.frame.theme) {
            Theme::Auto => {
                self.system.track();
                browser::prefers_dark()
            }
            Theme::Light => false,
            Theme::Dark => true,
        }
    }

    /// Whether the first charts stand, and words may follow, still in the same frame.
    ///
    /// Words before charts would have to be laid out to know how much room a chart has, and again when it is drawn.
    pub fn stands(self) -> bool {
        self.standing.get() > 0
    }

    /// Lets words follow the first charts.
    pub fn stand(self) {
        if self.standing.get_untracked() == 0 {
            self.standing.set(1);
        }
    }

    /// Lets what the figures imply follow the first charts.
    pub fn settle(self) {
        let known = self.known.get_untracked();
        if known.implied().is_none() {
            known.work_out();
            self.deduced.update(|deduced| *deduced += 1);
        }
    }

    /// Changes what the reader chose.
    pub fn choose(self, change: impl FnOnce(&mut View)) {
        self.link_issues.set(Vec::new());
        self.view.update(change);
    }
}
