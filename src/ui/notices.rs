//! What could not be read: of the link, of the files, of single rows. Nothing is left out silently.

use super::App;
use crate::model::link;
use leptos::prelude::*;

/// How many unreadable rows are named; the rest is counted.
const NAMED_ROWS: usize = 20;

#[component]
pub fn Notices(app: App) -> impl IntoView {
    let words = app.words;
    let link_notice = move || {
        let issues = app.link_issues.get();
        (!issues.is_empty()).then(|| {
            let cleaned = format!("?{}", link::print(&app.view.get()));
            let entries = issues.into_iter().map(|issue| {
                let values =
                    [("key", issue.key.as_str()), ("found", issue.found.as_str()), ("expected", issue.expected)];
                view! { <li>{words.fill(words.damaged_link_entry, &values)}</li> }
            });
            view! {
                <div class="notice notice--link">
                    <p>{words.damaged_link}" "<a href=cleaned>{words.cleaned_link}</a></p>
                    <ul>{entries.collect_view()}</ul>
                </div>
            }
        })
    };
    let file_notices = move || {
        let data = app.data.get()?;
        let notices = data.file_errors().into_iter().map(|(file, error)| {
            let text = words.fill(words.file_problem, &[("file", file.name()), ("problem", &error.to_string())]);
            view! { <p class="notice notice--file">{text}</p> }
        });
        Some(notices.collect_view())
    };
    let row_notice = move || {
        let data = app.data.get()?;
        let issues = data.row_issues();
        (!issues.is_empty()).then(|| {
            let named = issues.iter().take(NAMED_ROWS).map(|issue| view! { <li>{issue.to_string()}</li> });
            let more = issues.len().saturating_sub(NAMED_ROWS);
            let more =
                (more > 0).then(|| view! { <li>{words.fill(words.more_rows, &[("n", &more.to_string())])}</li> });
            view! {
                <details class="notice notice--row">
                    <summary>{words.fill(words.row_problems, &[("n", &issues.len().to_string())])}</summary>
                    <ul>{named.collect_view()}{more}</ul>
                </details>
            }
        })
    };
    view! {
        <div id="notices" role="status">
            {link_notice}
            {file_notices}
            {row_notice}
        </div>
    }
}
