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
use crate::data::repair::{self, Repairs};
use crate::data::{Arrived, Dataset, When};
use crate::view::link::{self, Link, LinkIssue, Replaced};
use crate::view::{ChartName, Tab, View};
use crate::words::{Words, words};
use article::ArticlePages;
use leptos::prelude::*;
use more::More;
use part::Part;
use std::sync::Arc;
use tables::Tables;

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
    /// The list of the article's figures as it was built: it stands until the code that makes it is there.
    pub built_article: StoredValue<String>,
    /// How far the start is; hosts and tests wait for [`Phase::Ready`].
    pub phase: RwSignal<Phase>,
    /// What the overview is painted without.
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

/// Loads the figures and mounts the page. Until then the built page stands.
pub fn start() {
    wasm_bindgen_futures::spawn_local(async {
        let Link { view, issues, replaced } = link::parse(&address::query());
        // The built list of the article's figures is of today: a link to an earlier day needs the code that makes it anew.
        let asked = !view.is_overview() || view.as_of.is_some() || !issues.is_empty() || !replaced.is_empty();
        let (of_article, has_table) = (view.is_of_article(), view.table().is_some());
        if asked {
            preload(more::loaded());
        }
        if of_article {
            preload(article::loaded());
        }
        if has_table {
            preload(tables::loaded());
        }
        timing::mark("fetch-start");
        let loading = load::files();
        loading.enough().await;
        timing::measure("fetch", "fetch-start");
        let files = loading.content();
        let data = timing::measured("parse", || Dataset::read_files(&files));
        let more = if asked || needs_more(&files, &data) { more::loaded().await } else { Part::NotAsked };
        // The page is shown with what its link asks for.
        let article = if of_article { article::loaded().await } else { Part::NotAsked };
        let tables = if has_table { tables::loaded().await } else { Part::NotAsked };
        let (data, repairs) = repaired(files, data, more);
        page::mount(move |built_article| {
            let app = App::new((data, repairs), (more, article, tables), link::parse(&address::query()), built_article);
            let files = loading.clone();
            loading.follow(move || app.read_again(files.content()));
            app
        });
    });
}

/// Lets a part be on its way while the figures are.
fn preload<T>(loaded: impl Future<Output = Part<T>> + 'static) {
    wasm_bindgen_futures::spawn_local(async {
        loaded.await;
    });
}

/// Whether something is to be said of files, or one may be readable when it is written again.
fn needs_more(files: &[Arrived], data: &Dataset) -> bool {
    let resaved = files.iter().any(|(_, content)| content.as_deref().is_ok_and(repair::looks_resaved));
    resaved || !data.file_errors().is_empty() || !data.row_issues().is_empty()
}

/// What can be read of files once those that are not plain are written again, and what was guessed of them.
fn repaired(mut files: Vec<Arrived>, data: Dataset, more: Part<More>) -> (Dataset, Repairs) {
    match more {
        Part::There(more) if needs_more(&files, &data) => {
            let repairs = (more.repair)(&mut files, &data);
            (Dataset::read_files(&files), repairs)
        }
        _ => (data, Vec::new()),
    }
}

impl App {
    /// Shows what files say of which another one has arrived.
    fn read_again(self, files: Vec<Arrived>) {
        let data = Dataset::read_files(&files);
        let (data, repairs) = repaired(files, data, self.more.get_untracked());
        self.repairs.set(repairs);
        self.files.set(Arc::new(data));
    }

    fn new(
        (files, repairs): (Dataset, Repairs),
        (more, article, tables): (Part<More>, Part<ArticlePages>, Part<Tables>),
        Link { view, issues, replaced }: Link,
        built_article: String,
    ) -> Self {
        let words = words(view.frame.lang);
        let (files, view) = (RwSignal::new(Arc::new(files)), RwSignal::new(view));
        let day = Memo::new(move |_| view.with(|view| view.as_of));
        let as_of_day = move |_: Option<&Arc<Dataset>>| match day.get() {
            Some(day) => Arc::new(files.with(|files| files.as_of(day))),
            None => files.get(),
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
            built_article: StoredValue::new(built_article),
            phase: RwSignal::new(Phase::Drawing(Vec::new())),
            more: RwSignal::new(more),
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

    /// Asks for what the overview is painted without, where it is neither there nor on its way.
    pub fn ask_for_more(self) {
        part::ask(self.more, more::loaded);
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
        if self.view.with_untracked(View::charts).iter().any(|chart| !drawn.contains(chart)) {
            return self.phase.set(Phase::Drawing(drawn));
        }
        self.phase.set(Phase::Drawn);
        timing::on_frame(move || {
            timing::mark("charts-ready");
            self.phase.set(Phase::Ready);
            document::set_ready();
            // Now nobody waits for anything.
            part::ask_once(self.more, more::loaded);
        });
    }
}
