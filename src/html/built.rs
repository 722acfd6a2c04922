//! The overview as a document that stands without the program: as the build writes it, and as it stays where scripts or
//! WebAssembly are forbidden.
//!
//! It has the elements of the running page, so that nothing moves when the program takes over. What needs the program
//! is there and disabled.

use super::age::unseen;
use super::page::{First, foot, headline, href, now};
use super::{Caption, article, chart};
use crate::article::Claims;
use crate::view::{Block, ChartName, Page, View};
use crate::words::{NowLine, Words};
use maud::{Markup, PreEscaped, html};

/// A chart of the built page, drawn twice: the style sheet shows one of the two.
///
/// Both are SVG texts of [`crate::draw`]'s, whose ids differ.
#[derive(Clone, Copy, Debug)]
pub struct BuiltChart<'a> {
    /// Which chart of the page it is.
    pub name: ChartName,
    /// The words around it.
    pub caption: &'a Caption,
    /// For pages of 60 rem and more, which have small charts side by side.
    pub wide: &'a str,
    /// For narrower pages.
    pub narrow: &'a str,
}

/// What a built page shows.
#[derive(Clone, Copy, Debug)]
pub struct BuiltPage<'a> {
    /// The headline.
    pub headline: &'a str,
    /// What stands under it, made with the age of [`super::age::ROOM_MONTHS`].
    pub standfirst: &'a str,
    /// What it is now, made with the same age.
    pub now: &'a [NowLine],
    /// The article's figures with their verdicts.
    pub claims: &'a Claims<'a>,
    /// Those of the page's charts that are drawn.
    pub charts: &'a [BuiltChart<'a>],
}

/// The content of `<div id="app">`: the page of `view`.
pub fn overview(view: &View, page: BuiltPage, words: &Words) -> Markup {
    let drawn = |name: ChartName| page.charts.iter().find(|chart| chart.name == name);
    let content = |block: Block| match block {
        Block::Headline => {
            let standfirst = &unseen(page.standfirst, words);
            headline(First { headline: page.headline, standfirst }, view, words)
        }
        Block::Now => now(page.now, &|text| unseen(text, words)),
        Block::Article => article(page.claims, words),
        // Only other pages lead on by a link of its own.
        Block::Onward(_) => Markup::default(),
        Block::Chart(name, _) => drawn(name).map(|chart| figure(chart, view, words)).unwrap_or_default(),
    };
    html! {
        div #above { (masthead(view, words)) }
        main #content {
            div #notices role="status" { (status(words)) }
            (blocks(&view.blocks(), &content))
        }
        div #below { (foot(false, words)) }
    }
}

/// The blocks of a page with what each holds; a chart is drawn into the `figure` that names it.
pub fn blocks(blocks: &[Block], content: &dyn Fn(Block) -> Markup) -> Markup {
    html! {
        @for run in Block::runs(blocks) {
            @match run {
                [Block::Headline] => div #headline-slot { (content(Block::Headline)) },
                [Block::Now] => div #now { (content(Block::Now)) },
                [Block::Onward(page)] => p.onward { (content(Block::Onward(*page))) },
                grid => div.charts.charts--compact[Block::side_by_side(grid)] {
                    @for block in grid {
                        @match block {
                            Block::Chart(name, _) => figure.chart data-chart=(name.name()) { (content(*block)) },
                            other => section #article { (content(*other)) },
                        }
                    }
                },
            }
        }
    }
}

/// The page's name and the way to its views.
fn masthead(view: &View, words: &Words) -> Markup {
    let current = |page: Page| (view.page == page).then_some("page");
    html! {
        a.skip href="#content" { (words.skip_to_content) }
        header.masthead {
            p.masthead__name { (words.site_title) }
            nav.views aria-label=(words.views_label) {
                @for page in Page::ALL.iter().copied().filter(|page| page.in_menu()) {
                    a href=(href(page, view)) data-view=(page.name()) aria-current=[current(page)] { (words.page(page)) }
                }
            }
            div.tools { @for text in [words.share, words.embed] { button type="button" disabled { (text) } } }
        }
    }
}

/// A sentence for readers without scripts, and an empty paragraph for the boot script, which says in it why the program
/// is missing and ends with the sentences that the paragraph carries. What is around it is read out when it changes.
fn status(words: &Words) -> Markup {
    html! {
        p #status .notice data-limits=(words.built_limits) data-other-view=(words.built_other_view("{view}")) {}
        noscript { p.notice { (words.built_limits) } }
    }
}

fn figure(built: &BuiltChart, view: &View, words: &Words) -> Markup {
    let Caption { title, subtitle, .. } = built.caption;
    html! {
        div.chart__head { (chart::head(built.caption, false)) }
        div.chart__controls {}
        p.chart__problem role="status" {}
        div.chart__plot role="group" aria-roledescription=(words.chart_role) aria-label={ (title) ". " (subtitle) } {
            div.chart__svg aria-hidden="true" {
                div.drawing.drawing--wide { (PreEscaped(built.wide)) }
                div.drawing.drawing--narrow { (PreEscaped(built.narrow)) }
            }
        }
        figcaption.chart__source {
            // The clock of the build would be wrong soon: how old a figure is the program says.
            (chart::caption(built.caption, None, words))
            (chart::more(built.name.page(), view, words))
        }
        div.chart__folds {}
    }
}
