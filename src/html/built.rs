//! The overview as a document that stands without the program: as the build writes it, and as it stays where scripts or
//! WebAssembly are forbidden.
//!
//! It has the elements of the running page, so that nothing moves when the program takes over. What needs the program
//! is there and disabled.

use super::{Caption, Notes, Program, chart, controls, page};
use crate::data::Dataset;
use crate::view::{Block, ChartName, View};
use crate::words::Words;
use maud::{Markup, PreEscaped, html};

/// A chart of the built page, drawn twice: the style sheet shows one of the two.
///
/// Both are SVG texts of [`crate::draw`]'s, whose ids differ.
#[derive(Clone, Copy, Debug)]
pub struct BuiltChart<'a> {
    pub name: ChartName,
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
        Block::Headline => page::headline(sentence, view, words),
        Block::Range => controls::range_controls(data, view, Program::Absent, words),
        Block::Chart(name, _) => drawn(name).map(|chart| figure(chart, view, words)).unwrap_or_default(),
    };
    let parts = page::Parts {
        above: page::masthead(view, Program::Absent, words),
        notices: status(words),
        blocks: page::blocks(&view.blocks(), &content),
        below: page::foot(false, words),
    };
    page::filled(view, parts, words)
}

/// A sentence for readers without scripts, and an empty paragraph for the boot script, which says in it why the program
/// is missing and ends with the sentences that the paragraph carries. What is around it is read out when it changes.
fn status(words: &Words) -> Markup {
    html! {
        p #status .notice data-limits=(words.built_limits) data-other-view=(words.built_other_view) {}
        noscript { p.notice { (words.built_limits) } }
    }
}

fn figure(chart: &BuiltChart, view: &View, words: &Words) -> Markup {
    let Caption { title, subtitle, .. } = chart.caption;
    // The clock of the build would be wrong soon: how old a figure is the program says.
    let caption = chart::caption(chart.caption, Notes::Elsewhere, None, words);
    let parts = chart::Parts {
        head: chart::head(chart.caption, false),
        plot: html! {
            div.chart__plot role="group" aria-roledescription=(words.chart_role) aria-label={ (title) ". " (subtitle) } {
                div.chart__svg aria-hidden="true" {
                    div.drawing.drawing--wide { (PreEscaped(chart.wide)) }
                    div.drawing.drawing--narrow { (PreEscaped(chart.narrow)) }
                }
            }
        },
        caption: html! { (caption) (chart::more(chart.name.page(), view, words)) },
    };
    chart::filled(parts, false)
}
