//! The overview as a document that stands without the program: as the build writes it, and as it stays where scripts or
//! WebAssembly are forbidden.
//!
//! It has the elements of the running page, so that nothing moves when the program takes over. What needs the program
//! is there and disabled.

use super::page::{foot, headline, href};
use super::{Caption, Notes, chart, labelled};
use crate::data::Dataset;
use crate::view::choice::{chosen, presets};
use crate::view::{Block, ChartName, Page, View};
use crate::words::Words;
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

/// The content of `<div id="app">`: the page of `view`, with the charts that are given. `sentence` is the headline.
pub fn overview(data: &Dataset, view: &View, sentence: &str, charts: &[BuiltChart], words: &Words) -> Markup {
    let drawn = |name: ChartName| charts.iter().find(|chart| chart.name == name);
    let content = |block: Block| match block {
        Block::Headline => headline(sentence, view, words),
        Block::Range => range(data, view, words),
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
                [Block::Range] => div #range .range-controls { (content(Block::Range)) },
                charts => div.charts.charts--compact[Block::side_by_side(charts)] {
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
fn masthead(view: &View, words: &Words) -> Markup {
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

/// The months that every chart shows: presets, and the first and last month.
fn range(data: &Dataset, view: &View, words: &Words) -> Markup {
    let month = |name: &str, label: &str| {
        let value = chosen(view, name, data);
        labelled(label, html! { input type="month" name=(name) value=(value) placeholder="2019-03" disabled; })
    };
    html! {
        form.controls.range aria-label=(words.range_label) {
            div.range__presets {
                @for (_, year) in presets(data) {
                    button type="button" aria-pressed="false" disabled { (words.preset(year)) }
                }
            }
            (month("from", words.range_from))
            (month("to", words.range_to))
        }
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
            (chart::caption(built.caption, Notes::Elsewhere, None, words))
            (chart::more(built.name.page(), view, words))
        }
        div.chart__folds {}
    }
}
