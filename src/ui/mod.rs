//! AS USED. The page as Leptos' graph: signals, memos, components, events. Browser only; decides nothing about figures.
//!
//! [`App`] holds the graph that the whole page shares. From it each [`chart`] makes its figure and its drawing, as memos of
//! its own: what a choice does not concern compares equal and stops there. The files beside these are the parts of the
//! browser that the page asks for something: each is asked in one of them alone. What only [`more`], [`article`] or [`tables`]
//! name is loaded on demand.

mod address;
mod article;
mod blocks;
mod chart;
mod clipboard;
mod controls;
mod decode;
mod document;
mod download;
mod files;
mod fold;
mod full;
mod host;
mod in_view;
mod load;
mod more;
mod older;
mod page;
mod panels;
mod paper;
mod part;
mod pointing;
mod resize;
mod share;
mod start;
mod strip;
mod summary;
mod table;
mod tables;
mod target;
mod timing;
mod tip;
mod visits;
mod whatif;

use crate::charts::Implied;
use crate::data::repair::Repairs;
use crate::data::{Dataset, When};
use crate::view::link::{Link, LinkIssue, Replaced};
use crate::view::{ChartName, Tab, View};
use crate::words::{Words, words};
use article::ArticlePages;
use leptos::prelude::*;
use load::Loading;
use more::More;
use part::Part;
use start::Start;
use std::sync::Arc;
use tables::Tables;
use web_sys::Element;

pub use start::start;

/// Everything that the page is made from, as handles that can be copied.
#[derive(Clone, Copy)]
pub struct App {
    /// What the reader chose.
    pub view: RwSignal<View>,
    /// The same but for what is open of which chart: no chart looks different for that.
    pub choices: Memo<View>,
    /// The parts of the address that could not be read.
    pub link_issues: RwSignal<Vec<LinkIssue>>,
    /// What the address showed when it was made and another chart shows now.
    pub replaced: RwSignal<Vec<Replaced>>,
    /// What one chart shows while the reader drags: neither the view nor the address has it yet.
    pub draft: RwSignal<Option<(ChartName, View)>>,
    /// The chart that the reader points at, and the period: the others show it too.
    pub pointed: RwSignal<Option<(ChartName, When)>>,
    /// In a frame: how high its drawing would be with all room, in pixels; 0 where it is not in a frame.
    pub needed: RwSignal<u32>,
    /// All figures of the files.
    pub files: RwSignal<Arc<Dataset>>,
    /// What was guessed of files that are not plain.
    pub repairs: RwSignal<Repairs>,
    /// The figures that were public on the view's day.
    pub snapshot: Memo<Arc<Dataset>>,
    /// What the figures of the snapshot imply.
    pub implied: Memo<Arc<Implied>>,
    /// The query of a link that is to be shown once the code that reads it is there. Until then nothing else is.
    pub asked: RwSignal<Option<String>>,
    /// Whether the view was read from the address, and not chosen on the page.
    pub by_address: StoredValue<bool>,
    /// The files, of which some may be on their way.
    pub loading: StoredValue<Loading, LocalStorage>,
    /// The page as it was built, until the code is there that makes all of it: what is not on its first screen stands as it
    /// is here.
    pub built: StoredValue<Option<Element>, LocalStorage>,
    /// How far the start is; hosts and tests wait for [`Phase::Ready`].
    pub phase: RwSignal<Phase>,
    /// What the first screen of the overview is painted without.
    pub more: RwSignal<Part<More>>,
    /// The code of the article's pages.
    pub article_part: RwSignal<Part<ArticlePages>>,
    /// The code that shows a chart's figures as a table and saves them as files.
    pub tables: RwSignal<Part<Tables>>,
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

impl App {
    fn new(start: Start, loading: Loading, built: Element) -> Self {
        let Start { query, link, data, repairs, more, article, tables } = start;
        // It may have changed while the page was loaded.
        let asked = Some(address::query()).filter(|now| *now != query);
        let Link { view, issues, replaced } = link;
        let words = words(view.frame.lang);
        let (files, view) = (RwSignal::new(Arc::new(data)), RwSignal::new(view));
        let built = StoredValue::new_local(Some(built).filter(|_| !matches!(more, Part::There(_))));
        let more = RwSignal::new(more);
        let day = Memo::new(move |_| view.with(|view| view.as_of));
        // A link to another day is read by the part that knows how.
        let as_of_day = move |_: Option<&Arc<Dataset>>| match (day.get(), more.get_untracked()) {
            (Some(day), Part::There(more)) => Arc::new(files.with(|files| (more.as_of)(files, day))),
            _ => files.get(),
        };
        // Another day is another snapshot: comparing all facts would take longer than what follows from them.
        let snapshot = Memo::new_with_compare(as_of_day, |_, _| true);
        // So is what its figures imply.
        let implied = move |_: Option<&Arc<Implied>>| {
            let snapshot = snapshot.get();
            Arc::new(timing::measured("deduce", || Implied::new(&snapshot)))
        };
        let choices = Memo::new(move |_| View { chart: None, tab: Tab::default(), ..view.get() });
        Self {
            view,
            choices,
            files,
            link_issues: RwSignal::new(issues),
            replaced: RwSignal::new(replaced),
            draft: RwSignal::new(None),
            pointed: RwSignal::new(None),
            needed: RwSignal::new(0),
            repairs: RwSignal::new(repairs),
            snapshot,
            implied: Memo::new_with_compare(implied, |_, _| true),
            asked: RwSignal::new(asked),
            by_address: StoredValue::new(true),
            loading: StoredValue::new_local(loading),
            built,
            phase: RwSignal::new(Phase::Drawing(Vec::new())),
            more,
            article_part: RwSignal::new(article),
            tables: RwSignal::new(tables),
            words,
        }
    }

    /// Changes what the reader chose. What was said of the link that it came by is over.
    pub fn choose(self, change: impl FnOnce(&mut View)) {
        if self.link_issues.with_untracked(|issues| !issues.is_empty()) {
            self.link_issues.set(Vec::new());
        }
        if self.replaced.with_untracked(|replaced| !replaced.is_empty()) {
            self.replaced.set(Vec::new());
        }
        self.view.update(change);
    }

    /// Shows what a link asks for.
    pub fn show(self, Link { view, issues, replaced }: Link) {
        self.link_issues.set(issues);
        self.replaced.set(replaced);
        self.view.set(view);
    }

    /// What is shown, with what is said of the link that it came by.
    pub fn link(self) -> Link {
        Link {
            view: self.view.get_untracked(),
            issues: self.link_issues.get_untracked(),
            replaced: self.replaced.get_untracked(),
        }
    }

    /// What was being dragged is given up.
    pub fn drop_draft(self) {
        if self.draft.with_untracked(Option::is_some) {
            self.draft.set(None);
        }
    }

    /// Asks for what the first screen is painted without, where it is neither there nor on its way.
    pub fn ask_for_more(self) {
        part::ask(self.more, move || self.load_more());
    }

    /// The same where nobody has yet.
    pub fn ask_for_more_once(self) {
        part::ask_once(self.more, move || self.load_more());
    }

    /// Loads the part, and has it read the files that the first screen does without.
    async fn load_more(self) -> Part<More> {
        let part = more::loaded().await;
        if let Part::There(more) = part {
            self.read_files(more);
            self.built.set_value(None);
        }
        part
    }

    /// Shows what files say of which another one has arrived.
    pub fn read_again(self) {
        match self.more.get_untracked() {
            Part::There(more) => self.read_files(more),
            _ => self.files.set(Arc::new(Dataset::read_first(&self.loading.with_value(Loading::content)))),
        }
    }

    fn read_files(self, more: More) {
        let files = self.loading.with_value(Loading::content);
        let (data, repairs) = timing::measured("parse", || (more.read)(&files));
        self.repairs.set(repairs);
        self.files.set(Arc::new(data));
    }

    /// A piece of the built page, as HTML, by its selector; empty where it is kept no more. That page was
    /// not made by components: no `NodeRef` holds its elements.
    pub fn built_html(self, selector: &str) -> String {
        let found = self.built.with_value(|built| built.as_ref()?.query_selector(selector).ok().flatten());
        found.map(|found| found.inner_html()).unwrap_or_default()
    }

    /// Reads what a chart shows: the view, or what is being dragged of it.
    pub fn shown<T>(self, chart: ChartName, read: impl FnOnce(&View) -> T) -> T {
        // A chart that nobody drags does not look at drafts: each of another chart would make it anew.
        let draft = chart.is_dragged().then(|| self.draft.get()).flatten();
        match draft.filter(|(of, _)| *of == chart) {
            Some((_, draft)) => read(&draft),
            None => self.choices.with(read),
        }
    }

    /// A chart of the page is drawn, or cannot be.
    pub fn chart_is_drawn(self, name: ChartName) {
        self.are_drawn(Some(name));
    }

    /// The blocks of the page are there. Of a page with charts only their drawings say more.
    pub fn blocks_are_shown(self) {
        self.are_drawn(None);
    }

    fn are_drawn(self, name: Option<ChartName>) {
        let Phase::Drawing(mut drawn) = self.phase.get_untracked() else { return };
        drawn.extend(name);
        let mut left = self.view.with_untracked(View::charts);
        left.retain(|chart| !drawn.contains(chart));
        if !left.is_empty() {
            if !left.iter().any(|chart| chart.is_on_first_screen()) {
                timing::on_frame(move || self.ask_for_more_once());
            }
            return self.phase.set(Phase::Drawing(drawn));
        }
        self.phase.set(Phase::Drawn);
        timing::on_frame(move || {
            timing::mark("charts-ready");
            self.phase.set(Phase::Ready);
            document::set_ready();
            // Now nobody waits for anything.
            self.ask_for_more_once();
        });
    }
}
