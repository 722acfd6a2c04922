//! The page: its blocks, and what stands around them.

use super::{Program, share};
use crate::charts;
use crate::data::File;
use crate::view::{Block, ChartName, Extent, Page, View, link};
use crate::words::Words;
use maud::{Markup, html};

/// The whole page of a view, its parts empty but for the panels: they are filled in.
pub fn page(view: &View, words: &Words) -> Markup {
    let blocks = blocks(&view.blocks(), &|_| Markup::default());
    filled(view, Parts { blocks, ..Parts::default() }, words)
}

/// What the parts of a page hold.
#[derive(Default)]
pub(super) struct Parts {
    pub above: Markup,
    pub notices: Markup,
    pub blocks: Markup,
    pub below: Markup,
}

pub(super) fn filled(view: &View, parts: Parts, words: &Words) -> Markup {
    let embed = view.frame.embed;
    html! {
        div #above { (parts.above) }
        main #content .embed[embed] {
            div #notices role="status" { (parts.notices) }
            (parts.blocks)
        }
        div #below { (parts.below) }
        @if !embed { (share::panels(words)) }
    }
}

/// The blocks of a page with what each holds. A chart is drawn into the `figure` that names it.
pub fn blocks(blocks: &[Block], content: &dyn Fn(Block) -> Markup) -> Markup {
    let compact = |run: &[Block]| matches!(run, [Block::Chart(_, Extent::Compact), ..]);
    html! {
        @for run in Block::runs(blocks) {
            @match run {
                [Block::Headline] => div #headline-slot { (content(Block::Headline)) },
                [Block::Range] => div #range .range-controls { (content(Block::Range)) },
                charts => div.charts.charts--compact[compact(charts)] {
                    @for block in charts {
                        @if let Block::Chart(name, _) = block {
                            figure.chart data-chart=(name.name()) { (content(*block)) }
                        }
                    }
                },
            }
        }
    }
}

/// The page's name and the way to its views.
pub fn masthead(view: &View, program: Program, words: &Words) -> Markup {
    let current = |page: Page| (view.page == page).then_some("page");
    html! {
        a.skip href="#content" { (words.skip_to_content) }
        header.masthead {
            p.masthead__name { (words.site_title) }
            nav.views aria-label=(words.views_label) {
                @for &page in Page::ALL {
                    a href=(href(page, view)) data-view=(page.name()) aria-current=[current(page)] { (words.page(page)) }
                }
            }
            (share::buttons(program, words))
        }
    }
}

/// The headline with what stands under it. `sentence` is computed from the figures.
pub fn headline(sentence: &str, view: &View, words: &Words) -> Markup {
    let latest = View { as_of: None, ..view.clone() };
    let leave = html! { " " a href=(href(view.page, &latest)) { (words.as_known_leave) } };
    html! {
        h1 #headline { (sentence) }
        p.standfirst { (charts::page::standfirst(view, words)) }
        (as_of(view, leave, words))
    }
}

/// That only what was known on a day is shown, where the view is fixed to one, and what follows that.
pub fn as_of(view: &View, more: Markup, words: &Words) -> Markup {
    html! {
        @if let Some(day) = view.as_of {
            p.as-of { (words.fill(words.as_known_on, &[("day", &words.day(day))])) (more) }
        }
    }
}

/// In a frame: where the whole page is. `address` is the dashboard's.
pub fn full_page(address: &str, view: &View, words: &Words) -> Markup {
    let page = view.chart.map_or(view.page, ChartName::page);
    let text = words.fill(words.open_full, &[("view", words.site_title)]);
    let query = href(page, &link::full_page(view));
    html! { a.chart__more href={ (address) (query) } target="_blank" rel="noopener" { (text) } }
}

/// The foot of the page, with the figures as files. A copy in one file has none beside it.
pub fn foot(one_file: bool, words: &Words) -> Markup {
    html! {
        footer.foot {
            p { (words.footer_schema) }
            @if !one_file {
                p { (words.footer_figures) }
                ul { @for file in File::ALL { li { a href={ "assets/data/" (file.name()) } { (file.name()) } } } }
            }
        }
    }
}

/// The link to a page, with what was chosen.
pub(super) fn href(page: Page, view: &View) -> String {
    format!("?{}", link::print(&View { page, ..view.clone() }))
}
