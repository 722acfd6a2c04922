//! The words around a chart as HTML text: tips, captions, tables and notices.
//!
//! Text and not components: it is the same on the host, where tests read it, and it costs a tenth of the code.
//! Everything that comes from a file or a link is escaped; addresses are links only where `data` let them through.

mod controls;
pub mod qr;
pub mod share;

pub use controls::{chart_controls, range_controls};

use crate::data::{Dataset, File, FileError};
use crate::view::link::{self, LinkIssue};
use crate::view::{ChartName, Page, View};
use crate::words::{Caption, Description, SourceLine, Words};
use chrono::NaiveDate;

/// How many unreadable rows are named; the rest is counted.
const NAMED_ROWS: usize = 20;

/// What pointing at a mark or at events shows: a tip for each; empty where there is none.
pub fn tips(descriptions: &[Description], words: &Words) -> String {
    let tips: String = descriptions.iter().map(tip).collect();
    // Only one that is kept can be scrolled, and its links followed.
    let hint = element("p", "tip__hint", &escape(words.tip_hint));
    if tips.is_empty() { tips } else { tips + &hint }
}

fn tip(tip: &Description) -> String {
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
        words.newest_age(months as usize, what)
    };
    let newest = caption.newest.iter().map(aged).collect::<Vec<_>>().join(", ");
    let newest = words.newest_label(&newest);
    let newest =
        if caption.newest.is_empty() { String::new() } else { element("span", "chart__newest", &escape(&newest)) };
    let notes: String = caption.notes.iter().map(|note| element("p", "", &escape(note))).collect();
    let (before, after) = match notes_are {
        Notes::Shown => (notes, String::new()),
        Notes::Folded => {
            let summary = element("summary", "", &escape(words.notes_title));
            (String::new(), element("details", "fold", &(summary + &notes)))
        }
        Notes::Elsewhere => Default::default(),
    };
    let publisher = format!("<b>{}:</b> {} ", escape(words.source_label), escape(&caption.publisher));
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
    escape(&words.chart_needs(file.name(), &error.to_string()))
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
    pub fn content(self, chart: ChartName, descriptions: &[Description], words: &Words) -> String {
        match self {
            Self::Listed | Self::Events => list(descriptions),
            Self::Figures => table(chart, descriptions, words),
        }
    }
}

/// The folds under a chart, closed: each says how many entries it has, and one without any is left out.
pub fn folds(caption: &Caption, events: usize, figures: usize, words: &Words) -> String {
    let fold = |fold: Fold| {
        let (count, title) = match fold {
            Fold::Listed => (caption.listed.len(), caption.listed_title.as_str()),
            Fold::Events => (events, words.events_title),
            Fold::Figures => (figures, words.table_summary),
        };
        let title = words.listed_count(title, &count.to_string());
        let class = fold.class();
        let content = format!(
            "<details class=\"fold {class}\"><summary>{}</summary><div class=\"fold__content\"></div></details>",
            escape(&title)
        );
        if count > 0 { content } else { String::new() }
    };
    Fold::ALL.into_iter().map(fold).collect()
}

fn list(tips: &[Description]) -> String {
    element("ul", "fold__list", &tips.iter().map(|entry| element("li", "", &tip(entry))).collect::<String>())
}

/// The figures of a chart as a file: what, value, details and publishers of every mark, a line each.
pub fn csv(descriptions: &[Description], words: &Words) -> String {
    let line = |cells: [&str; 4]| {
        let cells = cells.map(|cell| ["\"", &cell.replace('"', "\"\""), "\""].concat());
        cells.join(",") + "\r\n"
    };
    let row = |of: &Description| {
        let source = |source: &SourceLine| [&*source.text, " ", source.url.as_deref().unwrap_or_default()].concat();
        let sources: Vec<String> = of.sources.iter().map(source).collect();
        line([&of.title, &of.value, &of.details.join("; "), &sources.join("; ")])
    };
    let head = line([words.table_what, words.table_value, words.table_details, words.table_source]);
    head + &descriptions.iter().map(row).collect::<String>()
}

fn table(chart: ChartName, descriptions: &[Description], words: &Words) -> String {
    let heads = [words.table_what, words.table_value, words.table_details, words.table_source];
    let heads: String = heads.iter().map(|head| format!("<th scope=\"col\">{}</th>", escape(head))).collect();
    let row = |tip: &Description| {
        format!(
            "<tr><th scope=\"row\">{}</th>{}<td>{}</td><td>{}</td></tr>",
            escape(&tip.title),
            element("td", "table__value", &escape(&tip.value)),
            escape(&tip.details.join("; ")),
            sources(&tip.sources)
        )
    };
    let rows: String = descriptions.iter().map(row).collect();
    format!(
        "<p><a class=\"csv\" download=\"{}.csv\">{}</a></p><div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"{}\"><table><thead><tr>{heads}</tr></thead>\
         <tbody>{rows}</tbody></table></div>",
        chart.name(),
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
pub fn headline(sentence: &str, view: &View, words: &Words) -> String {
    let latest = href(view.page, &View { as_of: None, ..view.clone() });
    let leave = [" <a href=\"", &latest, "\">", &escape(words.as_known_leave), "</a>"].concat();
    format!("<h1 id=\"headline\">{}</h1>", escape(sentence))
        + &element("p", "standfirst", &escape(words.standfirst(view.page)))
        + &as_of(view, &leave, words)
}

/// That only what was known on a day is shown, where the view is fixed to one. `more` is HTML that follows.
pub fn as_of(view: &View, more: &str, words: &Words) -> String {
    let Some(day) = view.as_of else { return String::new() };
    let text = words.as_known_on(&words.day(day));
    element("p", "as-of", &(escape(&text) + more))
}

/// The way from a small chart to its view.
pub fn more(to: Page, view: &View, words: &Words) -> String {
    let text = words.open_view(words.page(to));
    format!("<a class=\"chart__more\" href=\"{}\" data-view=\"{}\">{}</a>", href(to, view), to.name(), escape(&text))
}

/// In a frame: where the whole page is. `address` is the dashboard's.
pub fn full_page(address: &str, view: &View, words: &Words) -> String {
    let page = view.chart.map_or(view.page, ChartName::page);
    let text = words.open_full(words.site_title);
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
    let entry = |issue: &LinkIssue| element("li", "", &escape(&words.link_issue(issue))) + "\n";
    let clean = format!("<a href=\"?{}\">{}</a>", escape(cleaned), escape(words.cleaned_link));
    let text = element("p", "", &format!("{} {clean}", escape(words.damaged_link)));
    let entries: String = issues.iter().map(entry).collect();
    element("div", "notice notice--link", &(text + "\n" + &element("ul", "", &entries)))
}

/// The files that could not be used, and the rows that could not be read.
pub fn data_notices(data: &Dataset, words: &Words) -> String {
    let file = |(file, error): (File, &FileError)| {
        let text = words.file_problem(file.name(), &error.to_string());
        element("p", "notice notice--file", &escape(&text))
    };
    let files: String = data.file_errors().into_iter().map(file).collect();
    let issues = data.row_issues();
    if issues.is_empty() {
        return files;
    }
    let mut rows: String =
        issues.iter().take(NAMED_ROWS).map(|issue| element("li", "", &escape(&issue.to_string()))).collect();
    if issues.len() > NAMED_ROWS {
        rows += &element("li", "", &escape(&words.more_rows(issues.len() - NAMED_ROWS)));
    }
    let summary = words.row_problems(issues.len());
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
    use crate::view::link::Expected;
    use crate::words::EN;

    #[test]
    fn nothing_from_a_file_or_link_becomes_markup() {
        let tip_text = tip(&Description {
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
        let issue = LinkIssue::Value { key: "by", found: "<img>".to_owned(), expected: Expected::OneOf(&["month"]) };
        let notice = link_notice(&[issue], "view=trade&x=\"", &EN);
        assert!(notice.contains("by was “&lt;img&gt;”; expected one of month"), "{notice}");
        assert!(notice.contains("href=\"?view=trade&amp;x=&quot;\""), "{notice}");
    }
}
