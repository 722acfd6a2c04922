//! A view as others are to see it: as a link that moves with the figures or is frozen, and as one chart in a frame.

use super::choice::choose;
use super::link::{Link, LinkIssue, parse, parse_framed};
use super::{ChartName, Frame, Hide, Page, Tab, View};
use crate::data::{Dataset, File};
use chrono::NaiveDate;

/// The day that a frozen link names: the view's own, else the last on which a figure of `data` became public.
///
/// Not today: a figure that is added tomorrow may have been public since yesterday.
pub fn frozen_on(view: &View, data: &Dataset) -> Option<NaiveDate> {
    let newest = || {
        // An event of a whole year counts as public at its end, which may lie ahead.
        let tables = data.tables().into_iter().filter(|table| table.file() != File::Events);
        tables.filter_map(|table| table.newest()).max()
    };
    view.as_of.or_else(newest)
}

/// The view that a shared link holds: the fields of a panel, named like keys of the link, are taken over.
///
/// An empty `asof` is a link that moves with the figures. Keys of hosts stay behind.
pub fn shared(view: &View, fields: &[(String, String)]) -> View {
    let mut view = View { unknown: Vec::new(), ..view.clone() };
    for (name, text) in fields {
        choose(&mut view, name, text);
    }
    view
}

/// One chart of a view for a frame. It is always named: a page's first chart may change, an embed must not.
pub fn framed(view: &View, fields: &[(String, String)]) -> View {
    let frame = Frame { hide: Hide::default(), embed: true, id: None, ..view.frame.clone() };
    let mut view = shared(&View { frame, ..view.clone() }, fields);
    // A page without charts offers those of others.
    let chart = view.charts().first().or(ChartName::ALL.first()).copied().unwrap_or(ChartName::Trade);
    view.page = chart.page();
    view.chart = Some(chart);
    // What is open on the page stays there: it would not fit in the height that the code gives the frame.
    (view.figure, view.tab) = (None, Tab::default());
    view.frame.id = Some(frame_id(&view));
    view
}

/// The name that a frame's messages to its host carry: as its link says, else the chart's, the figure's or the page's.
pub fn frame_id(view: &View) -> String {
    let chart = view.charts().first().map(|chart| ChartName::name(*chart));
    let shown = chart.or(view.figure.as_deref()).unwrap_or(view.page.name());
    view.frame.id.clone().unwrap_or_else(|| format!("rare-earth-{shown}"))
}

/// The charts that can be embedded from a page, that page's first.
///
/// Of trade the lines since January come first: they say most in the little room of a frame.
pub fn offered(page: Page) -> Vec<ChartName> {
    let mut charts = page.charts();
    charts.extend(ChartName::ALL.iter().filter(|chart| !page.charts().contains(chart)));
    if page == Page::Trade {
        charts.sort_by_key(|chart| *chart != ChartName::Ytd);
    }
    charts
}

/// What a frame shows after a message of its host: `theme` with a theme, or `view` with a link's query. `shown` is what it
/// shows before, with what is said of the link that it came by.
///
/// The frame stays what its own link made it. Parts of the message that could not be read fall back as in a link.
pub fn apply_message(shown: &Link, kind: &str, text: &str) -> Option<Link> {
    let mut shown = shown.clone();
    match kind {
        "theme" => {
            let Link { view: asked, issues, .. } = parse(&format!("_theme={text}"));
            if issues.is_empty() {
                shown.view.frame.theme = asked.frame.theme;
            }
            let new: Vec<LinkIssue> = issues.into_iter().filter(|issue| !shown.issues.contains(issue)).collect();
            shown.issues.extend(new);
            Some(shown)
        }
        "view" => {
            let asked = parse_framed(text);
            let own = shown.view;
            Some(Link { view: View { frame: own.frame, unknown: own.unknown, ..asked.view }, ..asked })
        }
        _ => None,
    }
}
