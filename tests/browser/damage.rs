//! What readers see when something is broken: a file, a row, the network, the host's policy.

use super::app::{FILES, OVERVIEW, app, data, data_path};
use super::journey::journey;
use super::rule::Rule;
use rare_earth_trade::data::MAX_BYTES;
use std::time::Duration;

#[test]
fn a_missing_file_is_named_and_the_rest_stands() {
    let server = app().rule(Rule::on(&data_path("prices")).status(404)).start();
    journey("missing-file", async |page| {
        page.console.expect("prices.csv");
        page.open_ready(&server.url("")).await;
        let notices = page.notices("file").await;
        assert!(notices.contains("prices.csv"), "{notices:?}");
        assert!(!notices.contains("trade.csv"), "{notices:?}");
        assert_eq!(page.drawn().await, ["trade", "ytd", "gap"]);
        for chart in ["index", "prices"] {
            let said = page.text(&format!("figure[data-chart={chart}] .chart__problem")).await;
            assert!(said.contains("prices.csv") && said.contains("404"), "{chart}: {said:?}");
        }
    });
}

#[test]
fn a_broken_row_is_named_with_its_line() {
    let text = data("trade");
    let mut lines: Vec<_> = text.lines().collect();
    lines[30] = "2099-13,export,many,,,1,,normal,2099-01-01,https://example.com/";
    let server = app().rule(Rule::on(&data_path("trade")).body(lines.join("\n") + "\n")).start();
    journey("broken-row", async |page| {
        page.open_ready(&server.url("?view=trade")).await;
        let notices = page.notices("row").await;
        assert!(notices.contains("trade.csv") && notices.contains("31"), "{notices:?}");
        assert!(page.drawn().await.contains(&"trade".to_owned()));
    });
}

#[test]
fn a_file_that_an_office_program_saved_shows_the_same_chart_and_says_what_was_guessed() {
    // As a Chinese Windows saves it, with semicolons.
    let text = data("trade").replace(',', ";").replace("newsmax.com", "稀土.com");
    let (bytes, ..) = encoding_rs::GB18030.encode(&text);
    let server = app().rule(Rule::on(&data_path("trade")).body(bytes.into_owned())).start();
    let plain = app().start();
    journey("office-file", async |page| {
        page.open_ready(&plain.url("?view=trade&v=2")).await;
        let before = page.drawings().await;
        page.open_ready(&server.url("?view=trade&v=2")).await;
        let notices = page.notices("repair").await;
        assert!(notices.contains("gb18030") && notices.contains('“') && notices.contains(';'), "{notices:?}");
        assert_eq!(page.notices("row").await, "");
        assert_eq!(page.drawings().await, before);
    });
}

#[test]
fn a_file_that_hangs_keeps_no_other_chart_away() {
    let server = app().rule(Rule::on(&data_path("origins")).delay(Duration::from_secs(8))).start();
    journey("hanging-file", async |page| {
        page.open_ready(&server.url("")).await;
        assert_eq!(page.drawn().await, ["trade", "ytd", "index", "prices"]);
        let said = page.text("figure[data-chart=gap] .chart__problem").await;
        assert!(said.contains("origins.csv") && said.contains("on its way"), "{said:?}");
        // Drawn once it is there.
        page.wait_for("document.querySelectorAll('.chart__svg > svg').length === 5", "the last chart").await;
        assert_eq!(page.drawn().await, OVERVIEW);
        assert_eq!(page.notices("file").await, "");
    });
}

#[test]
fn a_slow_network_is_never_a_blank_page() {
    let server = app().rule(Rule::ending(".csv").delay(Duration::from_secs(2))).start();
    journey("slow-network", async |page| {
        // Looks at the page as often as it may change, from its first moment.
        let watch = "window.states = []; new MutationObserver(() => { const body = document.body; \
                     if (document.readyState !== 'loading') states.push([body.dataset.state ?? '', body.innerText.trim().length]) \
                     }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });";
        page.before_load(watch).await;
        page.open(&server.url("")).await;
        assert_eq!(page.state().await, "loading");
        assert!(page.visible().await > 0, "the page is blank");
        page.wait_ready().await;
        let states: Vec<(String, usize)> = page.js("return window.states").await;
        assert!(states.iter().all(|(_, letters)| *letters > 0), "the page was blank: {states:?}");
        let firsts = states.iter().take_while(|(state, _)| state == "loading").count();
        assert!(states[firsts..].iter().all(|(state, _)| state == "ready"), "{states:?}");
        assert_eq!(page.drawn().await, OVERVIEW);
    });
}

/// The file that a chart of the overview is drawn from; without the others it stands.
fn file_of(chart: &str) -> &str {
    match chart {
        "trade" | "ytd" => "trade",
        "gap" => "origins",
        _ => "prices",
    }
}

/// Replaces all data files, then each alone, and looks whether the page says so and the others stand.
fn replaced(name: &str, bytes: &[u8]) {
    let server = app().start();
    journey(name, async |page| {
        let replace = |file: &str| server.set(Rule::on(&data_path(file)).body(bytes));
        FILES.into_iter().for_each(replace);
        page.open(&server.url("")).await;
        page.wait_settled().await;
        let notices = page.notices("file").await;
        for file in ["trade", "origins", "prices"] {
            assert!(notices.contains(&format!("{file}.csv")), "all replaced, no word of {file}: {notices:?}");
        }
        for file in FILES {
            for other in FILES {
                server.set(Rule::on(&data_path(other)).body(data(other)));
            }
            replace(file);
            let before = server.count(&data_path(file));
            page.open_ready(&server.url("")).await;
            // A file that this view does not read cannot be missed.
            if server.count(&data_path(file)) == before {
                continue;
            }
            let notices = page.notices("file").await;
            assert!(notices.contains(&format!("{file}.csv")), "{file} replaced: {notices:?}");
            assert_eq!(notices.matches(".csv").count(), notices.matches(&format!("{file}.csv")).count(), "{notices:?}");
            let drawn = page.drawn().await;
            let stands: Vec<&str> = OVERVIEW.into_iter().filter(|chart| file_of(chart) != file).collect();
            assert_eq!(drawn, stands, "{file} replaced");
        }
    });
}

#[test]
fn noise_instead_of_data_is_survived() {
    // A small generator (xorshift): the same noise in every run.
    let mut state = 88_172_645_463_325_252_u64;
    let noise = std::iter::repeat_with(|| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state.to_be_bytes()[0]
    });
    replaced("data-noise", &noise.take(50_000).collect::<Vec<_>>());
}

#[test]
fn an_empty_file_instead_of_data_is_survived() {
    replaced("data-empty", b"");
}

#[test]
fn a_web_page_instead_of_data_is_survived() {
    replaced("data-html", b"<!doctype html><html><head><title>Not found</title></head><body>Not found</body></html>");
}

#[test]
fn more_than_is_read_of_a_file_is_survived() {
    // Also without the headers in between, which are no rows.
    replaced("data-large", &data("trade").into_bytes().repeat(MAX_BYTES * 7 / 6 / data("trade").len()));
}

#[test]
fn a_module_that_stops_says_so() {
    // A module of one function that does what a panic does, called where no one catches it.
    let trap = "const bytes = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, \
                7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11]); \
                setTimeout(() => new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports.f())";
    let server = app().start();
    journey("stopped-module", async |page| {
        page.console.expect("unreachable");
        page.open_ready(&server.url("")).await;
        assert_eq!(page.count("#failure:not([hidden])").await, 0);
        page.js::<()>(trap).await;
        page.wait_for("document.body.dataset.state === 'failed'", "the page says that it stopped").await;
        let text = page.text("#failure").await;
        assert!(text.contains("Reload"), "{text}");
    });
}
