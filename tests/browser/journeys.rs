//! What readers do with a page and a host that work.

use super::app::{OVERVIEW, app};
use super::journey::journey;
use super::page::Page;
use super::rule::Rule;
use thirtyfour::Key;

/// The plot of the trade chart, which takes the keyboard.
const PLOT: &str = "figure.chart[data-chart=\"trade\"] .chart__plot";

/// Is the tooltip of the trade chart shown?
const TIP_SHOWN: &str =
    "document.querySelector('figure.chart[data-chart=\"trade\"] .chart__tip:not([hidden])')?.innerText.trim()";

#[test]
fn the_overview_opens() {
    let server = app().start();
    journey("overview", async |page| {
        page.open_ready(&server.url("")).await;
        let headline = page.text("h1#headline").await;
        assert!(headline.contains("China") && headline.contains("20"), "{headline}");
        assert!(page.text(".standfirst").await.len() > 20);
        assert_eq!(page.count("figure.chart").await, 5);
        assert_eq!(page.drawn().await, OVERVIEW);
        // What it is now, and what others say of the article.
        assert!(page.count("#now dd.now__value").await >= 3);
        assert!(page.count("#article > .article__list > li").await >= 3);
        assert_eq!(page.count("#article .check").await, page.count("#article li").await);
        assert_eq!(page.count("#status, noscript").await, 0, "the built page is gone");
        assert_eq!(
            page.attribute("nav.views a[aria-current=\"page\"]", "data-view").await.as_deref(),
            Some("overview")
        );
        // Tables are one click away, in each chart's own view.
        for part in [".chart__title", ".chart__source", ".chart__more"] {
            assert_eq!(page.count(&format!("figure.chart {part}")).await, 5, "{part}");
        }
        assert_eq!(
            page.count("figure.chart :is(input, select, details, .strip)").await,
            0,
            "fields are on other pages"
        );
        assert_eq!((page.notices("link").await.as_str(), page.notices("file").await.as_str()), ("", ""));
        // What the first screen needs is read first, and all of it once the part for that is there.
        for (measure, times) in
            [("fetch", 1), ("parse:first", 1), ("parse", 1), ("deduce", 2), ("draw:trade", 1), ("draw:gap", 1)]
        {
            let count = format!("return performance.getEntriesByName('{measure}', 'measure').length");
            assert_eq!(page.js::<usize>(&count).await, times, "{measure}");
        }
    });
}

#[test]
fn views_are_switched_without_loading_again() {
    let server = app().start();
    journey("views", async |page| {
        page.open_ready(&server.url("")).await;
        let history: usize = page.js("window.sameDocument = true; return history.length").await;
        for view in ["trade", "sourcing", "prices", "overview"] {
            let link = format!("nav.views a[data-view=\"{view}\"]");
            page.click(&link).await;
            page.wait_for(
                &format!("document.querySelector('{link}').getAttribute('aria-current') === 'page'"),
                &format!("{view} is current"),
            )
            .await;
            // What is the default need not stand in the address.
            let followed = format!("(new URLSearchParams(location.search).get('view') ?? 'overview') === '{view}'");
            page.wait_for(&followed, &format!("the address follows to {view}")).await;
            page.wait_ready().await;
            page.wait_for("document.querySelector('.chart__svg > svg')", &format!("{view} is drawn")).await;
        }
        assert!(page.js::<bool>("return window.sameDocument === true").await, "the page was loaded again");
        // Each view is a step of the history outside of a frame, so that Back goes where a reader expects.
        assert_eq!(page.js::<usize>("return history.length").await, history + 4);
        page.js::<()>("history.back()").await;
        page.wait_address("view=prices").await;
        page.wait_for(
            "document.querySelector('nav.views a[data-view=\"prices\"]').getAttribute('aria-current') === 'page'",
            "Back shows the view before",
        )
        .await;
        page.wait_ready().await;
    });
}

#[test]
fn the_range_is_changed() {
    let server = app().start();
    journey("range", async |page| {
        page.open_ready(&server.url("?view=trade&v=2")).await;
        assert_eq!(page.chosen("trade-t").await, "auto..latest");
        let before = page.drawings().await;
        // What is next is one click away; any other months are behind a word.
        page.choose("trade-t", "long..latest").await;
        page.wait_address("view=trade&t=long..latest&v=2").await;
        let long = page.drawings().await;
        assert_ne!(long, before);
        assert_eq!(page.count("input[type=month]").await, 2);
        page.fill_month("trade", "from", "2023-01").await;
        page.fill_month("trade", "to", "2025-03").await;
        page.wait_address("t=2023-01..2025-03").await;
        page.wait_ready().await;
        assert_eq!(page.chosen("trade-t").await, "other");
        assert!(![before, long].contains(&page.drawings().await));
        page.choose("trade-t", "auto..latest").await;
        page.wait_address("?view=trade&v=2").await;
        let closed = "!document.querySelector('input[name=from]').checkVisibility()";
        page.wait_for(closed, "a word closes the fields for months").await;
        page.open_ready(&server.url("?t=2019-01..2025-03&asof=2026-11-26&v=2")).await;
        let said = [page.text("h1#headline").await, page.text(".standfirst").await].concat();
        assert!(said.contains("rose 5") && said.contains("fell 31"), "{said}");
    });
}

#[test]
fn the_address_gives_the_same_view_in_a_new_window() {
    let server = app().start();
    journey("address", async |page| {
        page.set_window(1280, 900).await;
        page.open_ready(&server.url("?view=trade&t=2019-01..2025-03&by=quarter&v=2")).await;
        page.fill_month("trade", "from", "2020-01").await;
        page.wait_address("t=2020-01..2025-03").await;
        page.wait_ready().await;
        let (address, drawings) = (page.address().await, page.drawings().await);
        assert!(!drawings.is_empty());
        page.new_window().await;
        page.set_window(1280, 900).await;
        page.open_ready(&address).await;
        assert_eq!(page.address().await, address);
        assert_eq!(page.drawings().await, drawings);
    });
}

#[test]
fn a_damaged_link_says_what_is_wrong_and_keeps_the_rest() {
    let server = app().start();
    journey("damaged-link", async |page| {
        let damaged = server.url("?view=trde&t=2019-13..latest&by=quarter&v=2");
        page.open_ready(&damaged).await;
        assert_eq!(page.address().await, damaged, "the address stays until the reader changes something");
        let notices = page.notices("link").await;
        for wrong in ["view", "trde", "2019-13"] {
            assert!(notices.contains(wrong), "no {wrong:?} in {notices:?}");
        }
        let words: Vec<_> = notices.split(|letter: char| !letter.is_alphanumeric()).collect();
        assert!(words.contains(&"t"), "no word t in {notices:?}");
        page.wait_address("by=quarter").await;
        assert!(!page.drawn().await.is_empty());
        // Also where the reader comes back to it: it is no new step of the history.
        page.click("nav.views a[data-view=\"prices\"]").await;
        page.wait_address("view=prices").await;
        let history = page.js::<usize>("return history.length").await;
        page.js::<()>("history.back()").await;
        page.wait_for("location.search.includes('2019-13')", "Back leads to the damaged link").await;
        page.wait_ready().await;
        assert!(page.notices("link").await.contains("2019-13"));
        assert_eq!((page.address().await, page.js::<usize>("return history.length").await), (damaged, history));
        page.js::<()>("history.forward()").await;
        page.wait_address("view=prices").await;
    });
}

#[test]
fn a_link_of_100_kb_is_survived() {
    let server = app().start();
    journey("long-link", async |page| {
        let long = "x".repeat(100_000);
        for query in [format!("?view=trade&other={long}"), format!("?view=trade&t={long}"), format!("?{long}")] {
            page.open_ready(&server.url(&query)).await;
            assert!(!page.drawn().await.is_empty());
            let said = page.notices("link").await;
            assert!(said.chars().count() < 2_000, "a notice of {} letters", said.chars().count());
        }
    });
}

/// Presses Tab until the plot has the focus.
async fn tab_to_plot(page: &Page) {
    let focused = format!("return document.activeElement?.matches({PLOT:?})");
    for _ in 0..100 {
        page.press(Key::Tab).await;
        if page.js::<bool>(&focused).await {
            return;
        }
    }
    panic!("100 times Tab does not lead to {PLOT}");
}

#[test]
fn a_chart_is_read_by_keyboard() {
    let server = app().start();
    journey("keyboard", async |page| {
        page.open_ready(&server.url("?view=trade")).await;
        tab_to_plot(page).await;
        page.press(Key::Right).await;
        page.wait_for(TIP_SHOWN, "the right arrow shows the tooltip").await;
        let sourced = format!(
            "document.querySelector({:?}) || /source withheld/i.test({TIP_SHOWN})",
            "figure.chart[data-chart=\"trade\"] .chart__tip a[href^=\"http\"]"
        );
        page.wait_for(&sourced, "the tooltip leads to its source").await;
        let first: String = page.js(&format!("return {TIP_SHOWN}")).await;
        page.press(Key::End).await;
        page.wait_for(&format!("{TIP_SHOWN} && {TIP_SHOWN} !== {first:?}"), "End leads to another mark").await;
        page.press(Key::Home).await;
        page.press(Key::Escape).await;
        page.wait_for(&format!("!({TIP_SHOWN})"), "Escape hides the tooltip").await;
        page.press(Key::Right).await;
        let inside = "return document.activeElement?.closest('figure.chart[data-chart=\"trade\"]') !== null";
        for _ in 0..40 {
            page.press(Key::Tab).await;
            if !page.js::<bool>(inside).await {
                return;
            }
        }
        panic!("40 times Tab does not lead out of the chart");
    });
}

#[test]
fn the_documented_strict_policy_is_enough() {
    let policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
                  img-src 'self' data: blob:; connect-src 'self'";
    let server = app().rule(Rule::all().policy(policy)).start();
    journey("strict-policy", async |page| {
        page.open_ready(&server.url("")).await;
        assert_eq!(page.drawn().await, OVERVIEW);
        // Its own fields and the strip, which set styles, need no more either.
        page.click("nav.views a[data-view=trade]").await;
        page.wait_for("document.querySelector('.strip__window')?.clientWidth > 0", "the strip has a window").await;
        let (window, strip): (f64, f64) = page
            .js("return ['window', 'record'].map(part => document.querySelector(`.strip__${part}`).clientWidth)")
            .await;
        assert!(window < strip / 2.0, "the window of {window} px lost its style");
    });
}

#[test]
fn a_sub_path_is_enough() {
    let server = app().at("/a/b/").redirect("/a/b", "/a/b/").start();
    journey("sub-path", async |page| {
        page.open_ready(&server.root_url("/a/b?view=trade")).await;
        assert_eq!(page.drawn().await, ["trade", "ytd", "change"]);
        page.wait_address("/a/b/?view=trade").await;
    });
}

#[test]
fn what_figures_imply_is_there_with_the_first_charts() {
    let server = app().start();
    journey("deduced", async |page| {
        page.set_window(360, 800).await;
        page.open_ready(&server.url("?view=trade&t=2024-04..2024-04&v=2")).await;
        tab_to_plot(page).await;
        let shown = format!("({TIP_SHOWN})?.includes('13,145.1 to 13,147.3 t')");
        for _ in 0..5 {
            page.press(Key::Right).await;
            if page.js::<bool>(&format!("return !!{shown}")).await {
                break;
            }
        }
        page.wait_for(&shown, "the tooltip of April 2024 shows its interval").await;
        let inside: bool = page
            .js("const tip = document.querySelector('.chart__tip:not([hidden])').getBoundingClientRect(); \
                 return tip.left >= 0 && tip.right <= innerWidth")
            .await;
        assert!(inside, "the tooltip with its sums leaves a narrow screen");
        // What a fold holds is made after it has opened.
        page.click("figure[data-chart=trade] .chart__listed summary").await;
        let listed = "document.querySelector('.chart__listed .fold__content').textContent.includes('159.5 t')";
        page.wait_for(listed, "the figures that disagree are listed").await;
        page.click("figure[data-chart=trade] .chart__figures summary").await;
        let rows = "document.querySelector('figure[data-chart=trade] .chart__figures[open] tbody')?.textContent";
        page.wait_for(&format!("{rows}?.includes('13,145.15')"), "the table has the sums").await;
        page.fill_month("trade", "to", "2024-06").await;
        page.wait_address("t=2024-04..2024-06").await;
        let more = &format!("{rows}?.includes('2024-06')");
        page.wait_for(more, "an open fold stays open and follows the range").await;
    });
}

#[test]
fn a_link_may_choose_what_the_files_have_no_figures_for() {
    let server = app().start();
    journey("no-option", async |page| {
        for (choice, shown) in [("year=2010", "2010"), ("basket=ore", "Ore"), ("year=2023", "2023")] {
            page.open_ready(&server.url(&format!("?view=sourcing&{choice}&v=2"))).await;
            let (name, _) = choice.split_once('=').expect("a key");
            let chosen =
                format!("document.querySelector('select[name={name}]')?.selectedOptions[0]?.text === '{shown}'");
            page.wait_for(&chosen, "the field shows what the link chooses").await;
        }
        page.fill("select[name=\"year\"]", "2024").await;
        page.wait_address("year=2024").await;
        // Also where the fields are there already: by an address that the page is led to without loading again.
        page.lead_to("?view=sourcing&year=2011&v=2").await;
        let chosen = "document.querySelector('select[name=year]')?.selectedOptions[0]?.text === '2011'";
        page.wait_for(chosen, "the field follows the address").await;
    });
}
