//! The page of the article: its text with figures as chips, the list of all figures, one figure in a frame.

use super::Description;
use super::tip::{sources, tip};
use super::verdict::{class, mark};
use crate::article::text::{Prose, Run, prose};
use crate::article::{Claim, Claims, Kind, shown_by};
use crate::charts::prices::SinceArticle;
use crate::data::{Dataset, Status};
use crate::view::{ChartName, Page, Section, View, link};
use crate::words::Words;
use maud::{Markup, html};

/// A section of the text with its chips; nothing where no figure is known.
pub fn section(section: Section, claims: &Claims, view: &View, words: &Words) -> Markup {
    let prose = prose(view.frame.lang, section).filter(|_| !claims.0.is_empty());
    html! {
        @if let Some(Prose { heading, paragraphs, .. }) = prose {
            h2.prose__title { (heading) }
            @for paragraph in &paragraphs {
                p.prose { @for run in paragraph { (self::run(*run, claims, view, words)) } }
            }
        }
    }
}

fn run(run: Run, claims: &Claims, view: &View, words: &Words) -> Markup {
    html! {
        @match run {
            Run::Text(text) => (text),
            Run::Strong(text) => b { (text) },
            // A figure that the file has no more leaves its sentence incomplete, and says so.
            Run::Figure { id, size_only } => @match claims.get(id) {
                Some(claim) => (chip(claim, size_only, view, words)),
                None => i { (words.more().tips.no_figure) },
            },
        }
    }
}

/// A figure in its frame, with its verdict as a mark. It leads to the chart that shows best what the figure is held
/// against, else to its place in the list.
fn chip(claim: &Claim, size_only: bool, view: &View, words: &Words) -> Markup {
    let shown = shown_by(&claim.figure, view);
    let kind = claim.verdict.kind();
    html! {
        a.chip.(frame(claim.figure.status)).(class(kind)) data-figure=(claim.figure.id) href=(target(claim, view))
            data-view=[shown.map(|shown| shown.page.name())] aria-label=(words.chip_spoken(claim, size_only)) {
            (words.chip(&claim.figure, size_only)) (mark(kind))
        }
    }
}

fn target(claim: &Claim, view: &View) -> String {
    match shown_by(&claim.figure, view) {
        Some(shown) => format!("?{}", link::print(&shown)),
        None => format!("#figure-{}", claim.figure.id),
    }
}

/// The class of the frame of a kind of statement.
fn frame(status: Status) -> &'static str {
    match status {
        Status::Reported => "chip--reported",
        Status::Estimate => "chip--estimate",
        Status::Forecast => "chip--forecast",
    }
}

/// How many figures have each verdict, and what frames and marks mean. Nothing where no figure is known.
pub fn verdict_key(claims: &Claims, words: &Words) -> Markup {
    let statuses = [Status::Reported, Status::Estimate, Status::Forecast];
    html! {
        @if !claims.0.is_empty() {
            ul.key aria-label=(words.more().article_page.key) {
                @for (kind, count) in claims.counts() {
                    li.check.(class(kind)) { (mark(kind)) span { (words.verdict_kind(kind)) ": " (count) } }
                }
                @for status in statuses { li { span.chip.(frame(status)) { (words.status(status)) } } }
            }
        }
    }
}

/// Every figure with its verdict and the rows that it rests on, and how verdicts are computed.
pub fn figures(claims: &Claims, data: &Dataset, view: &View, words: &Words) -> Markup {
    let texts = &words.more().article_page;
    let rules = [texts.rule_same, texts.rule_related, texts.rule_own, texts.rule_day];
    html! {
        @if let Some(any) = claims.0.first() {
            h2.prose__title { (texts.figures_title(&claims.0.len().to_string())) }
            details.fold { summary { (texts.rules) } @for rule in rules { p { (rule) } } }
            ul.article__list.article__list--all { @for claim in &claims.0 { (figure(claim, data, view, words)) } }
            p.chart__source {
                @match &any.figure.source.url {
                    Some(url) => a href=(url) target="_blank" rel="noopener noreferrer" {
                        (words.article_source(&any.figure))
                    },
                    None => (words.article_source(&any.figure)),
                }
            }
        }
    }
}

fn figure(claim: &Claim, data: &Dataset, view: &View, words: &Words) -> Markup {
    let said = words.describe_claim(claim, data);
    let (status, rest) = status_and_rest(&said);
    let kind = claim.verdict.kind();
    html! {
        li id={ "figure-" (claim.figure.id) } {
            b.article__value { (said.value) }
            span.article__what { (said.title) " (" (status) ")" }
            (verdict_of(kind, rest))
            @if !said.sources.is_empty() { (sources(&said.sources)) }
            (shown_in(claim, view, words))
        }
    }
}

/// The kind of statement, which is the first detail of a claim, and the others, the verdict first.
fn status_and_rest(said: &Description) -> (&str, &[String]) {
    said.details.split_first().map(|(first, rest)| (first.as_str(), rest)).unwrap_or_default()
}

/// A verdict's mark, and its lines.
fn verdict_of(kind: Kind, lines: &[String]) -> Markup {
    html! {
        span.check.(class(kind)) {
            (mark(kind))
            span { @for (at, line) in lines.iter().enumerate() { @if at > 0 { br; } (line) } }
        }
    }
}

/// The way to the chart that shows best what a figure is held against.
fn shown_in(claim: &Claim, view: &View, words: &Words) -> Markup {
    let shown = shown_by(&claim.figure, view);
    let chart = shown.as_ref().and_then(|shown| shown.chart).map(|chart| words.chart_name(chart));
    html! {
        @if let (Some(shown), Some(chart)) = (&shown, chart) {
            a.article__shown href=(target(claim, view)) data-view=(shown.page.name()) {
                (words.more().article_page.shown_in(chart))
            }
        }
    }
}

/// What pointing at a chip shows; empty where there is no such figure.
pub fn figure_tip(id: &str, claims: &Claims, data: &Dataset, words: &Words) -> Markup {
    html! { @if let Some(claim) = claims.get(id) { (tip(&words.describe_claim(claim, data))) } }
}

/// One figure in a frame: its chip, what it says, its verdict and its rows. `whole` leads to the page of the article.
pub fn one_figure(id: &str, claims: &Claims, data: &Dataset, view: &View, whole: Markup, words: &Words) -> Markup {
    let texts = &words.more().article_page;
    html! {
        @match claims.get(id) {
            Some(claim) => {
                @let said = words.describe_claim(claim, data);
                @let own = &claim.figure.source;
                p.figure__value {
                    span.chip.(frame(claim.figure.status)).(class(claim.verdict.kind())) {
                        (said.value) (mark(claim.verdict.kind()))
                    }
                }
                @let (status, rest) = status_and_rest(&said);
                h1.figure__what { (said.title) " (" (status) ")" }
                (verdict_of(claim.verdict.kind(), rest))
                (sources(&said.sources))
                p.chart__source {
                    @match &own.url {
                        Some(url) => a href=(url) target="_blank" rel="noopener noreferrer" {
                            (texts.part_of(&own.name, &words.day(own.known_from)))
                        },
                        None => (texts.part_of(&own.name, &words.day(own.known_from))),
                    }
                    " " (whole)
                }
                (super::as_of(view, Markup::default(), words))
            },
            None => p.notice role="status" { (texts.no_figure(id)) " " (whole) },
        }
    }
}

/// Whether heavy rare earths held better than light ones; nothing where there are no quotes to say it by.
pub fn heavy_light(since: Option<&SinceArticle>, view: &View, words: &Words) -> Markup {
    let texts = &words.more().article_page;
    let link = |chart: ChartName, text: &str| {
        let shown = View { chart: Some(chart), page: Page::Prices, figure: None, ..view.clone() };
        html! { a href={ "?" (link::print(&shown)) } data-view=(shown.page.name()) { (text) } }
    };
    html! {
        @if let Some(since) = since {
            h2.prose__title { (texts.heavy_title) }
            @let (found, courses) = words.heavy_light(since);
            p.prose { (found) }
            ul.prose { @for course in courses { li { (course) } } }
            p.prose {
                (texts.abroad) " "
                (link(ChartName::Index, texts.heavy_link)) ". " (link(ChartName::Outside, texts.abroad_link)) "."
            }
        }
    }
}
