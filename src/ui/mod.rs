//! AS USED. The page: components, network, address, pointing. Browser only; decides nothing about figures.

mod browser;
mod chart;
mod controls;
mod host;
mod load;
mod page;
mod plot;
mod share;

use crate::data::{Arrived, Dataset};
use crate::model::link::{self, LinkIssue};
use crate::model::view::Theme;
use crate::model::words::words;
use crate::model::{self, Implied, View, Words};
use chrono::NaiveDate;
use leptos::prelude::*;
use std::sync::{Arc, OnceLock};

/// Everything that the page is made from.
///
/// Signals alone: each memo is 1 kB of WebAssembly, each type of signal half of one.
#[derive(Clone, Copy)]
pub struct App {
    /// What the reader chose.
    pub view: RwSignal<View>,
    /// What of the address could not be read.
    pub link_issues: RwSignal<Vec<LinkIssue>>,
    /// What the files say; of it what was public on the day that the view is fixed to.
    pub known: RwSignal<Arc<Known>>,
    /// Whether the frame with the first charts is over, so that what takes time may follow.
    pub settled: RwSignal<bool>,
    /// Whether the reader's system asks for dark pages.
    system_dark: RwSignal<bool>,
    /// Charts that have been drawn at least once.
    pub drawn: RwSignal<usize>,
    /// Whether the first charts stand, so that words may follow, still in the same frame.
    ///
    /// Words before charts would have to be laid out to know how much room a chart has, and again when it is drawn.
    pub stands: RwSignal<bool>,
    pub words: &'static Words,
}

/// The data as known on a day, and what they imply once that was asked for.
pub struct Known {
    as_of: Option<NaiveDate>,
    pub data: Dataset,
    implied: OnceLock<Implied>,
}

impl Known {
    /// Reads the files as known on a day.
    fn read(files: &[Arrived], as_of: Option<NaiveDate>) -> Arc<Self> {
        browser::mark("parse-start");
        let mut data = Dataset::read_files(files);
        browser::measure("parse", "parse-start");
        browser::mark("draw-start");
        if let Some(day) = as_of {
            data = model::as_of(data, day);
        }
        Arc::new(Self { as_of, data, implied: OnceLock::new() })
    }

    /// What the figures imply, worked out the first time.
    pub fn implied(&self) -> &Implied {
        self.implied.get_or_init(|| {
            browser::mark("deduce-start");
            let implied = Implied::new(&self.data);
            browser::measure("deduce", "deduce-start");
            implied
        })
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
        page::mount(view.frame.embed, words, move || {
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
        let system_dark = RwSignal::new(browser::prefers_dark());
        browser::on_dark_change(move |dark| system_dark.set(dark));
        let app = Self {
            known: RwSignal::new(Known::read(&files, view.as_of)),
            view: RwSignal::new(view),
            link_issues: RwSignal::new(issues),
            settled: RwSignal::new(false),
            system_dark,
            drawn: RwSignal::new(0),
            stands: RwSignal::new(false),
            words,
        };
        browser::watch(move || {
            let as_of = app.view.with(|view| view.as_of);
            if app.known.with_untracked(|known| known.as_of != as_of) {
                app.known.set(Known::read(&files, as_of));
            }
        });
        // The address bar always holds the link to what is shown; a damaged one stays until the reader changes something.
        let mut before = None::<View>;
        browser::watch(move || {
            let view = app.view.get();
            browser::set_theme(view.frame.theme);
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
            Theme::Auto => self.system_dark.get(),
            Theme::Light => false,
            Theme::Dark => true,
        }
    }

    /// Changes what the reader chose.
    pub fn choose(self, change: impl FnOnce(&mut View)) {
        self.link_issues.set(Vec::new());
        self.view.update(change);
    }
}
