//! What could not be read of a link or of the files, and why a chart is missing.

use crate::data::check::doubtful;
use crate::data::repair::Repair;
use crate::data::{Dataset, File, FileError};
use crate::view::link::{LinkIssue, Replaced};
use crate::words::Words;
use maud::{Markup, html};

/// How many unreadable rows are named; the rest is counted.
const NAMED_ROWS: usize = 20;

/// The parts of a link that could not be read; `cleaned` is the link without them.
pub fn link_notice(issues: &[LinkIssue], cleaned: &str, words: &Words) -> Markup {
    html! {
        @if !issues.is_empty() {
            div.notice.notice--link {
                p { (words.more().issues.damaged_link) " " a href={ "?" (cleaned) } { (words.more().issues.cleaned_link) } }
                // On lines of their own also where the notice is read as text.
                "\n"
                ul { @for issue in issues { li { (words.link_issue(issue)) } "\n" } }
            }
        }
    }
}

/// What an older link showed and another chart shows now: nothing is wrong, so it is a line and no warning.
pub fn replaced_notice(replaced: &[Replaced], words: &Words) -> Markup {
    html! { @if !replaced.is_empty() { p.older-link { (words.link_replaced(replaced)) } } }
}

/// What was guessed of files that are not plain.
pub fn repaired_notice(repairs: &[(File, Repair)], words: &Words) -> Markup {
    html! { @for (file, repair) in repairs { p.notice.notice--repair { (words.repair(*file, *repair)) } } }
}

/// That a part of the program could not be loaded.
pub fn part_notice(text: &str) -> Markup {
    html! { p.notice { (text) } }
}

/// The files that could not be used, and the rows that could not be read.
pub fn data_notices(data: &Dataset, words: &Words) -> Markup {
    let file = |file: File, error: &FileError| words.more().issues.file_problem(file.name(), &words.file_error(error));
    let issues = data.row_issues();
    let doubts = doubtful(data);
    html! {
        @for (name, error) in data.file_errors() { p.notice.notice--file { (file(name, error)) } }
        @if !issues.is_empty() {
            details.notice.notice--row {
                summary { (words.row_problems(issues.len())) }
                ul {
                    @for issue in issues.iter().take(NAMED_ROWS) { li { (words.row_issue(issue)) } }
                    @if issues.len() > NAMED_ROWS { li { (words.more_rows(issues.len() - NAMED_ROWS)) } }
                }
            }
        }
        @if !doubts.is_empty() {
            details.notice.notice--doubt {
                summary { (words.more().issues.doubts) }
                ul {
                    @for doubt in doubts.iter().take(NAMED_ROWS) { li { (words.doubt(*doubt, data)) } }
                    @if doubts.len() > NAMED_ROWS { li { (words.more_rows(doubts.len() - NAMED_ROWS)) } }
                }
            }
        }
    }
}

/// Why a chart is not drawn.
pub fn problem(file: File, error: &FileError, words: &Words) -> Markup {
    let text = words.more().issues.chart_needs(file.name(), &words.file_error(error));
    html! { (text) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::link::Expected;
    use crate::words::EN;

    #[test]
    fn nothing_from_a_link_becomes_markup() {
        let issue = LinkIssue::Value { key: "by", found: "<img>".to_owned(), expected: Expected::OneOf(&["month"]) };
        let notice = link_notice(&[issue], "view=trade&x=\"", &EN).into_string();
        assert!(notice.contains("by was “&lt;img&gt;”; expected one of month"), "{notice}");
        assert!(notice.contains("href=\"?view=trade&amp;x=&quot;\""), "{notice}");
    }
}
