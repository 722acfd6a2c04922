//! What stands before the program runs, how it takes over, and what stays where it cannot run.

use super::app::{OVERVIEW, app, built_file};
use super::journey::journey;
use super::page::Page;
use super::rule::Rule;
use std::time::Duration;

/// Records what a reader could see, at every change and every frame: the headline, or that the page is loading. Nothing
/// is painted before the style sheet is there.
const SEEN: &str = "window.seen = new Set();
const look = () => { if (document.styleSheets.length) for (const at of ['#headline', '#loading']) { const element = document.querySelector(at);
  if (element?.checkVisibility()) seen.add(element.textContent) } };
new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
(function frame() { look(); requestAnimationFrame(frame) })();";

/// Adds up what moved without the reader's doing, as browsers measure it.
const SHIFTS: &str = "window.shift = 0; new PerformanceObserver(list => list.getEntries().forEach(entry => {
  if (!entry.hadRecentInput) window.shift += entry.value })).observe({ type: 'layout-shift', buffered: true });
window.largest = []; new PerformanceObserver(list => list.getEntries().forEach(entry => {
  window.largest.push(entry.startTime) })).observe({ type: 'largest-contentful-paint', buffered: true });";

/// Where the blocks and the charts stand: tops and heights in whole CSS pixels.
const PLACES: &str = "return ['#headline', '.standfirst', '#now', ...['trade', 'ytd', 'gap', 'index', 'prices'].map(name => \
  `figure[data-chart=${name}] .chart__plot`), '#article', 'footer'].map(at => { const box = document.querySelector(at).getBoundingClientRect(); \
  return [Math.round(box.top), Math.round(box.height)] })";

/// A page whose figures come late, so that the built page can be looked at.
fn late() -> Rule {
    Rule::ending(".csv").delay(Duration::from_millis(1500))
}

/// Waits until the page says that it cannot run, and returns what it says.
async fn failed(page: &Page) -> String {
    page.wait_for("document.body?.dataset.state === 'failed'", "the page says that it failed").await;
    page.text("#status").await
}

/// The overview as it was built: headline, charts, newest dates, ways to the figures.
async fn overview_stands(page: &Page) {
    assert!(page.text("#headline").await.contains("20"), "the headline says when");
    let charts = "return [...document.querySelectorAll('figure.chart')].filter(chart => [...chart.querySelectorAll('svg')]\
                  .filter(svg => svg.checkVisibility() && svg.clientHeight > 100).length === 1).map(chart => chart.dataset.chart)";
    assert_eq!(page.js::<Vec<String>>(charts).await, OVERVIEW);
    assert_eq!(page.count(".chart__newest").await, 5);
    assert!(page.text("#now").await.contains("20") && page.text("#article").await.contains("article"));
    assert_eq!(page.count("figure.chart :is(input, select, .strip)").await, 0, "nothing that would do nothing");
    assert!(page.count("footer a[href$=\".csv\"]").await >= 3);
    let in_menu = rare_earth_trade::view::Page::ALL.iter().filter(|page| page.in_menu()).count();
    assert_eq!(page.count("nav.views a[href]").await, in_menu);
}

#[test]
fn the_overview_is_there_before_the_program() {
    let server = app().rule(late()).start();
    journey("start-built", async |page| {
        page.before_load(SHIFTS).await;
        page.open(&server.url("?utm_source=mail&_theme=light&v=2")).await;
        assert_eq!(page.state().await, "loading");
        overview_stands(page).await;
        let late = "return getComputedStyle(document.querySelector('#late')).display";
        assert_eq!(page.js::<String>(late).await, "none", "the script that would tell is there");
        page.wait_ready().await;
        page.wait_frames().await;
        let built: bool = page
            .js("return largest.length > 0 && Math.max(...largest) < performance.getEntriesByName('fetch-start')[0].startTime \
                                   + performance.getEntriesByName('fetch', 'measure')[0].duration")
            .await;
        assert!(
            built,
            "the largest paint is not that of the built page: {:?}",
            page.js::<Vec<f64>>("return largest").await
        );
    });
}

/// The built page is painted before the style of what a reader opens is there, and nothing of it moves then.
#[test]
fn the_built_page_needs_only_its_own_style() {
    let later = built_file("later-");
    for width in [1440, 768, 360] {
        let mut places = Vec::new();
        for rule in [Rule::on(&later).delay(Duration::from_secs(2)), Rule::on(&later).body("")] {
            // The built page stands as long as this looks.
            let server = app().rule(Rule::ending(".csv").delay(Duration::from_secs(10))).rule(rule).start();
            journey(&format!("start-style-{width}"), async |page| {
                page.set_window(width, 900).await;
                page.open(&server.url("")).await;
                let before = "return performance.getEntriesByName('first-contentful-paint')[0]?.startTime \
                              <= performance.getEntriesByType('resource').find(file => file.name.includes('later-')).responseEnd";
                assert!(
                    page.js::<bool>(before).await || !places.is_empty(),
                    "at {width} px nothing was painted before"
                );
                places.push(page.js::<Vec<(i32, i32)>>(PLACES).await);
            });
        }
        assert_eq!(places[0], places[1], "at {width} px");
    }
}

#[test]
fn taking_over_moves_nothing() {
    for (width, allowed) in [(1440, 0.02), (412, 0.1), (360, 0.1)] {
        let server = app().rule(late()).start();
        journey(&format!("start-shift-{width}"), async |page| {
            page.set_window(width, 900).await;
            page.before_load(SHIFTS).await;
            page.open(&server.url("")).await;
            let head = "return [...document.querySelectorAll('#above *')].map(e => `${e.tagName} ${e.className} ${\
                        e.children.length ? '' : e.textContent}`)";
            let built: (Vec<String>, Vec<(i32, i32)>) = (page.js(head).await, page.js(PLACES).await);
            page.wait_ready().await;
            page.wait_frames().await;
            let running: (Vec<String>, Vec<(i32, i32)>) = (page.js(head).await, page.js(PLACES).await);
            assert_eq!(running.0, built.0, "the masthead");
            for (now, before) in running.1.iter().zip(&built.1) {
                let moved = (now.0 - before.0).abs().max((now.1 - before.1).abs());
                assert!(moved <= 1, "at {width} px: built {:?}, running {:?}", built.1, running.1);
            }
            let shift: f64 = page.js("return shift").await;
            assert!(shift <= allowed, "at {width} px the layout shifts by {shift}");
        });
    }
}

#[test]
fn every_chart_is_drawn_once_at_the_start() {
    let server = app().start();
    journey("start-draws", async |page| {
        for width in [1440, 360] {
            page.set_window(width, 900).await;
            for (query, charts) in [
                ("", &OVERVIEW[..]),
                ("?view=trade", &["trade", "ytd", "change"]),
                (
                    "?view=sourcing",
                    &["gap", "origins-value", "shifts", "baskets", "origins", "concentration", "partners"],
                ),
                ("?view=prices", &["index", "prices", "relative", "outside"]),
                ("?view=trade&chart=baskets&_embed=1", &["baskets"]),
            ] {
                page.open_ready(&server.url(query)).await;
                page.wait_frames().await;
                let mut draws = page.draws().await;
                draws.sort();
                let mut charts = charts.to_vec();
                charts.sort_unstable();
                assert_eq!(draws, charts, "{query} at {width} px");
            }
        }
    });
}

#[test]
fn another_view_never_shows_the_overview_first() {
    let server = app().rule(late()).start();
    journey("start-other", async |page| {
        page.before_load(SEEN).await;
        for query in [
            "?view=sourcing",
            "?view=prices&by=quarter&v=1",
            "#view=sourcing",
            "?t=2019-01..2020-03&utm_source=x",
            "?view=overview&v=1",
            "?product=dy-oxide&v=2",
        ] {
            page.open(&server.url(query)).await;
            assert!(page.text("#loading").await.contains("Loading"), "{query}");
            page.wait_ready().await;
            page.wait_frames().await;
            let headline = page.text("#headline").await;
            let seen: Vec<String> = page.js("return [...seen]").await;
            let others: Vec<_> = seen.iter().filter(|text| !text.contains("Loading") && **text != headline).collect();
            assert!(others.is_empty(), "{query} shows {others:?} before {headline:?}");
            assert_eq!(page.count("html[data-asked]").await, 0);
            // The next address differs by its hash alone.
            page.open("about:blank").await;
        }
    });
}

#[test]
fn without_scripts_the_overview_stands() {
    let server = app().start();
    journey("start-no-scripts", async |page| {
        page.set_scripts(false).await;
        page.open(&server.url("")).await;
        overview_stands(page).await;
        assert!(page.text("noscript").await.len() > 20);
        assert_eq!(page.count("#status:not(:empty)").await, 0);
    });
}

#[test]
fn without_web_assembly_the_overview_stands() {
    let policy = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:";
    let server = app().rule(Rule::all().policy(policy)).start();
    journey("start-no-webassembly", async |page| {
        page.console.allow("WebAssembly");
        page.open(&server.url("")).await;
        let said = failed(page).await;
        assert!(said.contains("wasm-unsafe-eval"), "no word of what to do: {said:?}");
        overview_stands(page).await;
    });
}

#[test]
fn without_its_program_the_overview_stands_and_says_what_was_asked_for() {
    let server = app().rule(Rule::ending(".wasm").status(404)).start();
    journey("start-no-program", async |page| {
        page.console.expect(".wasm");
        page.console.allow("WebAssembly");
        page.open(&server.url("")).await;
        let plain = failed(page).await;
        assert!(plain.contains("missing on its host"), "{plain:?}");
        overview_stands(page).await;
        page.open(&server.url("?view=sourcing&basket=oxides&v=1")).await;
        let other = failed(page).await;
        let name = page.text("nav.views a[data-view=sourcing]").await;
        assert!(other.contains("missing on its host") && other.contains(&name), "{other:?}");
        assert!(!plain.contains(&name), "{plain:?}");
        overview_stands(page).await;
    });
}

#[test]
fn when_the_network_is_gone_after_the_page_the_overview_stands() {
    let there = [Rule::on("index.html"), Rule::ending(".css"), Rule::ending(".svg"), Rule::on(&built_file("boot-"))];
    let server = app().rule(Rule::all().cut(true));
    let server = there.into_iter().fold(server, |server, rule| server.rule(rule.cut(false))).start();
    journey("start-no-network", async |page| {
        page.console.expect("ERR_EMPTY_RESPONSE");
        ["WebAssembly", "dynamically imported", "Failed to fetch"].iter().for_each(|part| page.console.allow(part));
        page.open(&server.url("")).await;
        let said = failed(page).await;
        assert!(said.contains("network"), "{said:?}");
        assert_eq!(page.count("#status button").await, 1, "it can be tried again");
        overview_stands(page).await;
    });
}

#[test]
fn an_old_browser_is_told() {
    let server = app().start();
    journey("start-old", async |page| {
        page.before_load("delete window.WebAssembly").await;
        page.open(&server.url("?view=prices")).await;
        let said = failed(page).await;
        assert!(said.contains("current browser") && said.contains("Prices"), "{said:?}");
        overview_stands(page).await;
    });
}

/// Every key of the link that asks for another view makes boot.js hide the overview; the others do not.
#[test]
fn the_boot_script_knows_every_key_of_the_link() {
    let script = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/boot.js")).expect("boot.js");
    let list = script.split("var OURS = [").nth(1).and_then(|rest| rest.split(']').next()).expect("the list of keys");
    let known: Vec<&str> = list.split(',').map(|key| key.trim().trim_matches('"')).collect();
    let links = include_str!("../links.txt");
    let used =
        links.split(|end: char| end.is_whitespace() || "?&;".contains(end)).filter_map(|pair| pair.split_once('='));
    // The script reads escapes and capitals as the program does: what it knows are plain names.
    let used = used.map(|(key, _)| key.to_lowercase()).filter(|key| !key.contains('%'));
    for key in used {
        let key = key.as_str();
        let frame = key.starts_with('_') || ["view", "v"].contains(&key);
        let issues = rare_earth_trade::view::link::parse(&format!("{key}=%00")).issues;
        // What is assumed on the page of the what-if changes nothing of the overview.
        let assumed = rare_earth_trade::view::Input::NAMES.contains(&key);
        assert!(frame || assumed || issues.is_empty() || known.contains(&key), "boot.js does not know {key}");
    }
    // Of the overview's own address it knows that no part is needed.
    let plain = rare_earth_trade::view::link::print(&rare_earth_trade::view::View::default());
    assert!(script.contains(&format!("PLAIN = \"{plain}\"")), "boot.js does not know {plain}");
    for key in known {
        let view = rare_earth_trade::view::link::parse(&format!("{key}=x")).view;
        assert!(view.unknown.is_empty(), "{key} is no key of the link");
    }
}
