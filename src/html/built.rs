//! The overview as a document that stands without the program: as the build writes it, and as it stays where scripts or
//! WebAssembly are forbidden.
//!
//! It has the elements of the running page, so that nothing moves when the program takes over. What needs the program
//! is there and disabled.

use super::age::unseen;
use super::page::{First, foot, headline, href, now};
use super::{Caption, article, chart, prose};
use crate::article::Claims;
use crate::charts::prices::since_article;
use crate::data::{Dataset, facts};
use crate::view::{Block, ChartName, Page, Section, View};
use crate::words::{NowWords, Words};
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
    pub now: &'a NowWords,
    /// The article's figures with their verdicts.
    pub claims: &'a Claims,
    /// The page of the article, which the style sheet hides until it is asked for: see [`article_page`].
    pub article_page: &'a Markup,
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
        Block::Chart(name, _) => drawn(name).map(|chart| figure(chart, view, words)).unwrap_or_default(),
        // The overview has no other text.
        _ => article(page.claims, words),
    };
    html! {
        div #above { (masthead(view, words)) }
        main #content {
            div #notices role="status" { (status(words)) }
            (blocks(&view.blocks(), &content))
        }
        (page.article_page)
        div #below { (foot(false, words)) }
    }
}

/// The page of the article as it stands where the program cannot run. The style sheet shows it where scripts are off, and the
/// boot script where its link was opened.
pub fn article_page(data: &Dataset, claims: &Claims, (headline, standfirst): (&str, &str), words: &Words) -> Markup {
    let view = &View { page: Page::Article, ..View::default() };
    let since = since_article(facts(&data.prices), view);
    html! {
        div #built-article {
            h2.prose__headline { (headline) }
            p.standfirst { (standfirst) }
            (prose::verdict_key(claims, words))
            @for section in Section::ALL { (prose::section(*section, claims, view, words)) }
            (prose::heavy_light(since.as_ref(), view, words))
            (prose::figures(claims, data, view, words))
        }
    }
}

/// The blocks of a page with what each holds; a chart is drawn into the `figure` that names it.
pub fn blocks(blocks: &[Block], content: &dyn Fn(Block) -> Markup) -> Markup {
    html! {
        @for run in Block::runs(blocks) {
            @match run {
                [block @ (Block::Headline | Block::Now)] => div id=(block.name()) { (content(*block)) },
                grid => div.charts.(Block::grid_class(grid)) {
                    @for block in grid {
                        @match block {
                            Block::Chart(name, _) => figure.chart data-chart=(name.name()) { (content(*block)) },
                            text => section id=(text.name()) { (content(*text)) },
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
        p #status .notice data-limits=(words.built_limits) data-other-view=(words.built_other_view("{view}"))
            data-article=(words.built_article) {}
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
            (chart::ways_on(built.name, view, words))
        }
        div.chart__folds {}
    }
}
