//! The words around a chart as HTML text: tips, captions, tables and notices.
//!
//! Text and not components: it is the same on the host, where tests read it, and it costs a tenth of the code.
//! Everything that comes from a file or a link is escaped; addresses are links only where `data` let them through.

mod controls;
pub mod qr;
pub mod share;

pub use controls::{chart_controls, range_controls};

use crate::charts;
use crate::charts::figure::{Caption, Chart, Figure, Mark, SourceLine, Tip};
use crate::data::{Dataset, File, FileError};
use crate::draw::Target;
use crate::view::link::{self, LinkIssue};
use crate::view::{ChartName, Page, View};
use crate::words::Words;
use chrono::NaiveDate;

/// How many unreadable rows are named; the rest is counted.
const NAMED_ROWS: usize = 20;

/// What pointing at a place shows: one tip for a mark, several for events that share a place.
pub fn tips(figure: &Figure, target: &Target, words: &Words) -> String {
    let tips = match (target, &figure.chart) {
        (Target::Mark(number), chart) => chart.marks().get(*number).map(|(_, mark)| tip(&mark.tip)).unwrap_or_default(),
        (Target::Events(range), Chart::Time(chart)) => {
            chart.events.get(range.clone()).unwrap_or_default().iter().map(|event| tip(&event.tip)).collect()
        }
        (Target::Events(_), Chart::Rows(_)) => String::new(),
    };
    // Only one that is kept can be scrolled, and its links followed.
    let hint = element("p", "tip__hint", &escape(words.tip_hint));
    if tips.is_empty() { tips } else { tips + &hint }
}

fn tip(tip: &Tip) -> String {
    let details: String = tip.details.iter().map(|detail| element("li", "", &escape(detail))).collect();
    let title = element("p", "tip__title", &escape(&tip.title));
    let value = element("p", "tip__value", &escape(&tip.value));
    element("div", "tip", &[title, value, element("ul", "tip__details", &details), sources(&tip.sources)].concat())
}

/// Publishers, as links where their address is known.
fn sources(lines: &[SourceLine]) -> String {
    let line = |line: &SourceLine| match &line.url {
        Some(url) => element("li", "", &outward(url, &line.text)),
        None => element("li", "", &escape(&line.text)),
    };
    element("ul", "tip__sources", &lines.iter().map(line).collect::<String>())
}

/// The places of the page, empty but for the panels; in a frame there are none of these.
pub fn page(embed: bool, words: &Words) -> String {
    let class = if embed { "embed" } else { "" };
    let panels = if embed { String::new() } else { share::panels(words) };
    [
        "<div id=\"above\"></div><main id=\"content\" class=\"",
        class,
        "\"><div id=\"notices\" role=\"status\"></div><div id=\"headline-place\"></div>",
        "<div id=\"range\" class=\"range-controls\"></div><div id=\"charts\" class=\"charts\"></div></main>",
        "<div id=\"below\"></div>",
        &panels,
    ]
    .concat()
}

/// The places of a chart, empty: its words, its fields and its drawing are filled in.
pub fn skeleton(hide_source: bool, words: &Words) -> String {
    let source = if hide_source { "chart__source visually-hidden" } else { "chart__source" };
    [
        "<div class=\"chart__head\"></div><div class=\"chart__controls\"></div>",
        "<p class=\"chart__problem\" role=\"status\"></p>",
        "<div class=\"chart__plot\" tabindex=\"0\" role=\"group\" aria-roledescription=\"",
        words.chart_role,
        "\" aria-label=\"",
        words.loading,
        "\"><div class=\"chart__svg\" aria-hidden=\"true\"></div><div class=\"chart__ring\" hidden></div>",
        "<div class=\"chart__tip\" role=\"status\" hidden></div></div><figcaption class=\"",
        source,
        "\"></figcaption><div class=\"chart__folds\"></div>",
    ]
    .concat()
}

/// Title and subtitle.
pub fn head(caption: &Caption, hide_title: bool) -> String {
    let title = if hide_title { String::new() } else { element("h2", "chart__title", &escape(&caption.title)) };
    title + &element("p", "chart__subtitle", &escape(&caption.subtitle))
}

/// What stands under a chart: what it shows, its source, and how new it is.
///
/// `months` is the age of a figure, by the last day that it stands for.
pub fn caption(caption: &Caption, notes_are: Notes, months: &dyn Fn(NaiveDate) -> i32, words: &Words) -> String {
    let aged = |(what, day): &(String, NaiveDate)| {
        let months = months(*day);
        if months < 1 {
            return what.clone();
        }
        words.fill(words.newest_age, &[("what", what), ("n", &months.to_string())])
    };
    let newest = caption.newest.iter().map(aged).collect::<Vec<_>>().join(", ");
    let newest = words.fill(words.newest_label, &[("what", &newest)]);
    let newest =
        if caption.newest.is_empty() { String::new() } else { element("span", "chart__newest", &escape(&newest)) };
    let (source, notes) = match caption.notes.split_last() {
        Some((source, notes)) => (source.as_str(), notes),
        None => ("", &[][..]),
    };
    let notes: String = notes.iter().map(|note| element("p", "", &escape(note))).collect();
    let (before, after) = match notes_are {
        Notes::Shown => (notes, String::new()),
        Notes::Folded => {
            let summary = element("summary", "", &escape(words.notes_title));
            (String::new(), element("details", "fold", &(summary + &notes)))
        }
        Notes::Elsewhere => Default::default(),
    };
    let publisher = format!("<b>{}:</b> {} ", escape(words.source_label), escape(source));
    before + &element("p", "chart__publisher", &(publisher + &newest)) + &after
}

/// Where the notes under a chart are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notes {
    Shown,
    /// In frames, which are small.
    Folded,
    /// On the overview: each chart leads to its view.
    Elsewhere,
}

/// Why a chart is not there.
pub fn problem(file: File, error: &FileError, words: &Words) -> String {
    escape(&words.fill(words.chart_needs, &[("file", file.name()), ("problem", &words.file_error(error))]))
}

/// What is folded under a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fold {
    /// Figures that are published and not drawn.
    Listed,
    Events,
    /// Every mark, as a table.
    Figures,
}

impl Fold {
    pub const ALL: [Self; 3] = [Self::Listed, Self::Events, Self::Figures];

    fn class(self) -> &'static str {
        match self {
            Self::Listed => "chart__listed",
            Self::Events => "chart__events",
            Self::Figures => "chart__figures",
        }
    }

    /// The fold that an element of [`folds`] is, by its classes.
    pub fn of_class(class: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|fold| class.split(' ').any(|class| class == fold.class()))
    }

    /// What the fold holds, made when it is opened.
    pub fn content(self, figure: &Figure, words: &Words) -> String {
        match self {
            Self::Listed => list(&figure.caption.listed.iter().collect::<Vec<_>>()),
            Self::Events => list(&events(figure)),
            Self::Figures => table(figure, words),
        }
    }
}

/// The folds under a chart, closed: each says how many entries it has, and one without any is left out.
pub fn folds(figure: &Figure, words: &Words) -> String {
    let fold = |fold: Fold| {
        let (count, title) = match fold {
            Fold::Listed => (figure.caption.listed.len(), figure.caption.listed_title.as_str()),
            Fold::Events => (events(figure).len(), words.events_title),
            Fold::Figures => (figure.chart.marks().len(), words.table_summary),
        };
        let title = words.fill(words.listed_count, &[("title", title), ("n", &count.to_string())]);
        let class = fold.class();
        let content = format!(
            "<details class=\"fold {class}\"><summary>{}</summary><div class=\"fold__content\"></div></details>",
            escape(&title)
        );
        if count > 0 { content } else { String::new() }
    };
    Fold::ALL.into_iter().map(fold).collect()
}

fn events(figure: &Figure) -> Vec<&Tip> {
    match &figure.chart {
        Chart::Time(chart) => chart.events.iter().map(|event| &event.tip).collect(),
        Chart::Rows(_) => Vec::new(),
    }
}

fn list(tips: &[&Tip]) -> String {
    element("ul", "fold__list", &tips.iter().map(|entry| element("li", "", &tip(entry))).collect::<String>())
}

/// The figures of a chart as a file: what, value, details and publishers of every mark, a line each.
pub fn csv(figure: &Figure, words: &Words) -> String {
    let line = |cells: [&str; 4]| {
        let cells = cells.map(|cell| ["\"", &cell.replace('"', "\"\""), "\""].concat());
        cells.join(",") + "\r\n"
    };
    let row = |(_, mark): (&str, &Mark)| {
        let source = |source: &SourceLine| [&*source.text, " ", source.url.as_deref().unwrap_or_default()].concat();
        let sources: Vec<String> = mark.tip.sources.iter().map(source).collect();
        line([&mark.tip.title, &mark.tip.value, &mark.tip.details.join("; "), &sources.join("; ")])
    };
    let head = line([words.table_what, words.table_value, words.table_details, words.table_source]);
    head + &figure.chart.marks().into_iter().map(row).collect::<String>()
}

fn table(figure: &Figure, words: &Words) -> String {
    let heads = [words.table_what, words.table_value, words.table_details, words.table_source];
    let heads: String = heads.iter().map(|head| format!("<th scope=\"col\">{}</th>", escape(head))).collect();
    let row = |tip: &Tip| {
        format!(
            "<tr><th scope=\"row\">{}</th>{}<td>{}</td><td>{}</td></tr>",
            escape(&tip.title),
            element("td", "table__value", &escape(&tip.value)),
            escape(&tip.details.join("; ")),
            sources(&tip.sources)
        )
    };
    let rows: String = figure.chart.marks().iter().map(|(_, mark)| row(&mark.tip)).collect();
    format!(
        "<p><a class=\"csv\" download=\"{}.csv\">{}</a></p><div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"{}\"><table><thead><tr>{heads}</tr></thead>\
         <tbody>{rows}</tbody></table></div>",
        figure.name.name(),
        escape(words.table_csv),
        escape(words.table_summary)
    )
}

/// The page's name and the way to its views.
pub fn masthead(view: &View, words: &Words) -> String {
    let entry = |page: &Page| {
        let current = if view.page == *page { " aria-current=\"page\"" } else { "" };
        format!(
            "<a href=\"{}\" data-view=\"{}\"{current}>{}</a>",
            href(*page, view),
            page.name(),
            escape(words.page(*page))
        )
    };
    format!(
        "<a class=\"skip\" href=\"#content\">{}</a><header class=\"masthead\"><p class=\"masthead__name\">{}</p>\
         <nav class=\"views\" aria-label=\"{}\">{}</nav>{}</header>",
        escape(words.skip_to_content),
        escape(words.site_title),
        escape(words.views_label),
        Page::ALL.iter().map(entry).collect::<String>(),
        share::buttons(words)
    )
}

/// The headline with what stands under it.
pub fn headline(data: &Dataset, view: &View, words: &Words) -> String {
    let sentence = charts::page::headline(data, view, words);
    let latest = href(view.page, &View { as_of: None, ..view.clone() });
    let leave = [" <a href=\"", &latest, "\">", &escape(words.as_known_leave), "</a>"].concat();
    format!("<h1 id=\"headline\">{}</h1>", escape(&sentence))
        + &element("p", "standfirst", &escape(charts::page::standfirst(view, words)))
        + &as_of(view, &leave, words)
}

/// That only what was known on a day is shown, where the view is fixed to one. `more` is HTML that follows.
pub fn as_of(view: &View, more: &str, words: &Words) -> String {
    let Some(day) = view.as_of else { return String::new() };
    let text = words.fill(words.as_known_on, &[("day", &words.day(day))]);
    element("p", "as-of", &(escape(&text) + more))
}

/// The way from a small chart to its view.
pub fn more(to: Page, view: &View, words: &Words) -> String {
    let text = words.fill(words.open_view, &[("view", words.page(to))]);
    format!("<a class=\"chart__more\" href=\"{}\" data-view=\"{}\">{}</a>", href(to, view), to.name(), escape(&text))
}

/// In a frame: where the whole page is. `address` is the dashboard's.
pub fn full_page(address: &str, view: &View, words: &Words) -> String {
    let page = view.chart.map_or(view.page, ChartName::page);
    let text = words.fill(words.open_full, &[("view", words.site_title)]);
    let href = escape(address) + &href(page, &link::full_page(view));
    format!("<a class=\"chart__more\" href=\"{href}\" target=\"_blank\" rel=\"noopener\">{}</a>", escape(&text))
}

/// The foot of the page, with the figures as files. A copy in one file has none beside it.
pub fn foot(one_file: bool, words: &Words) -> String {
    let file = |file: &File| format!("<li><a href=\"assets/data/{0}\">{0}</a></li>", file.name());
    let files: String = File::ALL.iter().map(file).collect();
    let files = element("p", "", &escape(words.footer_figures)) + &element("ul", "", &files);
    let content = element("p", "", &escape(words.footer_schema)) + if one_file { "" } else { &files };
    element("footer", "foot", &content)
}

/// The link to a view, as an attribute.
fn href(page: Page, view: &View) -> String {
    escape(&format!("?{}", link::print(&View { page, ..view.clone() })))
}

/// What of the link could not be read; `cleaned` is the link without it.
pub fn link_notice(issues: &[LinkIssue], cleaned: &str, words: &Words) -> String {
    if issues.is_empty() {
        return String::new();
    }
    let entry = |issue: &LinkIssue| {
        let values = [("key", issue.key.as_str()), ("found", issue.found.as_str()), ("expected", issue.expected)];
        element("li", "", &escape(&words.fill(words.damaged_link_entry, &values))) + "\n"
    };
    let clean = format!("<a href=\"?{}\">{}</a>", escape(cleaned), escape(words.cleaned_link));
    let text = element("p", "", &format!("{} {clean}", escape(words.damaged_link)));
    let entries: String = issues.iter().map(entry).collect();
    element("div", "notice notice--link", &(text + "\n" + &element("ul", "", &entries)))
}

/// The files that could not be used, and the rows that could not be read.
pub fn data_notices(data: &Dataset, words: &Words) -> String {
    let file = |(file, error): (File, &FileError)| {
        let text = words.fill(words.file_problem, &[("file", file.name()), ("problem", &words.file_error(error))]);
        element("p", "notice notice--file", &escape(&text))
    };
    let files: String = data.file_errors().into_iter().map(file).collect();
    let issues = data.row_issues();
    if issues.is_empty() {
        return files;
    }
    let mut rows: String =
        issues.iter().take(NAMED_ROWS).map(|issue| element("li", "", &escape(&words.row_issue(issue)))).collect();
    if issues.len() > NAMED_ROWS {
        let more = (issues.len() - NAMED_ROWS).to_string();
        rows += &element("li", "", &escape(&words.fill(words.more_rows, &[("n", &more)])));
    }
    let summary = words.fill(words.row_problems, &[("n", &issues.len().to_string())]);
    let content = element("summary", "", &escape(&summary)) + &element("ul", "", &rows);
    files + &element("details", "notice notice--row", &content)
}

/// `content` is HTML.
fn element(tag: &str, class: &str, content: &str) -> String {
    if class.is_empty() {
        ["<", tag, ">", content, "</", tag, ">"].concat()
    } else {
        ["<", tag, " class=\"", class, "\">", content, "</", tag, ">"].concat()
    }
}

fn outward(url: &str, text: &str) -> String {
    ["<a href=\"", &escape(url), "\" target=\"_blank\" rel=\"noopener noreferrer\">", &escape(text), "</a>"].concat()
}

/// Text as HTML, for content and for attributes in double quotes.
pub fn escape(text: &str) -> String {
    crate::draw::text::escape(text).replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::EN;

    #[test]
    fn nothing_from_a_file_or_link_becomes_markup() {
        let tip_text = tip(&Tip {
            title: "<b>".to_owned(),
            value: "\"1\" & 2".to_owned(),
            details: vec!["<script>".to_owned()],
            sources: vec![SourceLine { text: "a<b".to_owned(), url: Some("https://a.b/?c&d".to_owned()) }],
        });
        assert_eq!(
            tip_text,
            "<div class=\"tip\"><p class=\"tip__title\">&lt;b&gt;</p><p class=\"tip__value\">&quot;1&quot; &amp; 2</p>\
             <ul class=\"tip__details\"><li>&lt;script&gt;</li></ul><ul class=\"tip__sources\"><li>\
             <a href=\"https://a.b/?c&amp;d\" target=\"_blank\" rel=\"noopener noreferrer\">a&lt;b</a></li></ul></div>"
        );
        let issue = LinkIssue { key: "by".to_owned(), found: "<img>".to_owned(), expected: "one of month" };
        let notice = link_notice(&[issue], "view=trade&x=\"", &EN);
        assert!(notice.contains("by was “&lt;img&gt;”; expected one of month"), "{notice}");
        assert!(notice.contains("href=\"?view=trade&amp;x=&quot;\""), "{notice}");
    }
}
