//! The page of the article: what its chips show and lead to, by mouse, key and finger; in a frame; and without the program.

use super::app::app;
use super::journey::journey;
use super::page::Page;
use super::rule::Rule;
use serde_json::{Value, json};
use thirtyfour::Key;

const ARTICLE: &str = "?view=article&v=2";

/// The chips of the text that lead to a chart: id and address, as the page has them.
const LEADING: &str =
    "return [...document.querySelectorAll('a.chip[data-view]')].map(a => [a.dataset.figure, a.getAttribute('href')])";

/// Waits until the tip says this.
async fn tip_says(page: &Page, text: &str) {
    let shown = format!("document.querySelector('.chart__tip:not([hidden])')?.textContent.includes({text:?})");
    page.wait_for(&shown, &format!("the tip says {text}")).await;
}

#[test]
fn every_chip_opens_the_view_that_it_promises() {
    let server = app().start();
    journey("article-links", async |page| {
        page.open_ready(&server.url(ARTICLE)).await;
        assert_eq!(page.count("a.chip").await, 36);
        let leading: Vec<(String, String)> = page.js(LEADING).await;
        assert_eq!(leading.len(), 13);
        for (id, address) in leading {
            page.click(&format!("a.chip[data-figure={id}]")).await;
            page.wait_address(&address[1..]).await;
            let chart = address.split("chart=").nth(1).and_then(|rest| rest.split('&').next()).expect("a chart");
            let svg = format!("[data-chart={chart}] .chart__svg svg");
            page.wait_for(&format!("document.querySelector('{svg}')"), &format!("{id} shows {chart}")).await;
            page.wait_frames().await;
            let seen = format!(
                "return (box => box.top < innerHeight && box.bottom > 0)(document.querySelector('{svg}').getBoundingClientRect())"
            );
            assert!(page.js::<bool>(&seen).await, "{id}: {chart} is on the screen");
            assert_eq!(page.count("nav.views a[aria-current]").await, 1);
            page.js::<()>("history.back()").await;
            page.wait_for("document.querySelectorAll('a.chip').length >= 36", "back at the article").await;
        }
    });
}

#[test]
fn pointing_and_keys_show_the_verdict_with_its_rows() {
    let server = app().start();
    journey("article-tip", async |page| {
        page.open_ready(&server.url(ARTICLE)).await;
        page.point_at("a.chip[data-figure=export-month]").await;
        tip_says(page, "agrees: 5,666.3 t elsewhere").await;
        assert!(page.attribute(".chart__tip a", "href").await.is_some_and(|url| url.starts_with("https://")));
        // By keyboard, all chips are reached in the order of reading.
        page.focus("a.chip[data-figure=export-month]").await;
        page.press(Key::Tab).await;
        assert_eq!(page.js::<String>("return document.activeElement.dataset.figure").await, "export-month-yoy");
        tip_says(page, "+20.31").await;
        page.press(Key::Escape).await;
        page.wait_for("document.querySelector('.chart__tip').hidden", "Escape closes it").await;
        let reached: Vec<i32> = page.js("return [...document.querySelectorAll('a.chip')].map(a => a.tabIndex)").await;
        assert!(reached.iter().all(|index| *index == 0), "{reached:?}");
        let spoken = page.attribute("a.chip[data-figure=export-month]", "aria-label").await;
        assert_eq!(spoken.as_deref(), Some("5,666 t, reported, agrees: 5,666.3 t elsewhere"));
    });
}

/// Every verdict that a chip speaks stands in the list below too.
#[test]
fn text_and_list_say_the_same() {
    let server = app().start();
    journey("article-list", async |page| {
        page.open_ready(&server.url(ARTICLE)).await;
        let apart: Vec<String> = page
            .js("return [...document.querySelectorAll('a.chip')].filter(a => { \
                 const own = document.querySelector(`#figure-${a.dataset.figure}`); \
                 const verdict = own.querySelector('.check span').innerText.split('\\n')[0]; \
                 return !a.getAttribute('aria-label').endsWith(verdict) }).map(a => a.dataset.figure)")
            .await;
        assert!(apart.is_empty(), "{apart:?}");
        // What leads to no chart leads to its place in the list.
        page.click("a.chip[data-figure=top-two-share]").await;
        page.wait_for("document.querySelector('#figure-top-two-share:target')", "the list has it").await;
        assert!(page.address().await.contains("view=article"));
    });
}

#[test]
fn a_tap_shows_the_verdict_and_the_next_one_follows_the_link() {
    let server = app().start();
    journey("article-tap", async |page| {
        page.set_finger(360, 800).await;
        page.open_ready(&server.url(ARTICLE)).await;
        let wide: i64 = page.js("return document.documentElement.scrollWidth - innerWidth").await;
        assert!(wide <= 0, "{wide} px too wide");
        let tap = "const chip = document.querySelector('a.chip[data-figure=export-month]'); \
                   for (const kind of ['pointerdown', 'pointerup']) chip.dispatchEvent(new PointerEvent(kind, { bubbles: true, pointerType: 'touch' })); \
                   chip.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))";
        page.js::<Value>(tap).await;
        tip_says(page, "agrees: 5,666.3 t elsewhere").await;
        assert!(page.address().await.contains("view=article"));
        page.js::<Value>(tap).await;
        page.wait_address("view=trade").await;
    });
}

#[test]
fn a_frame_shows_one_figure() {
    let server = app().start();
    journey("article-figure", async |page| {
        page.open_ready(&server.url("?view=article&figure=pr-price-band&_embed=1&v=2")).await;
        assert_eq!(page.count("header, #headline, footer, figure.chart").await, 0);
        let text = page.text("#figure").await;
        assert!(text.contains("580,000–600,000") && text.contains("SunSirs"), "{text}");
        page.open_ready(&server.url("?view=article&figure=gold&_embed=1&v=2")).await;
        let text = page.text("#figure .notice").await;
        assert!(text.contains("no figure named “gold”"), "{text}");
    });
}

/// The text with its figures and verdicts is there where the program is not.
async fn stands_without_the_program(page: &Page) {
    assert!(page.js::<bool>("return document.querySelector('#built-article').checkVisibility()").await);
    let text = page.text("#built-article").await;
    for part in [
        "Three contradictions",
        "580,000–600,000",
        "published figures leave 7,756.5 to 7,757.7 t",
        "no other source found",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert_eq!(page.count("#built-article a.chip").await, 36);
}

#[test]
fn without_web_assembly_the_text_is_there() {
    let server = app().rule(Rule::all().policy("default-src 'self'; script-src 'self'")).start();
    journey("article-no-wasm", async |page| {
        page.console.allow("WebAssembly");
        page.open(&server.url(ARTICLE)).await;
        page.wait_settled().await;
        stands_without_the_program(page).await;
        let overview: bool = page.js("return document.querySelector('#headline').checkVisibility()").await;
        assert!(!overview, "the overview is not shown");
        let said = page.text("#status").await;
        assert!(said.contains("wasm-unsafe-eval") && said.contains("figures of the last build"), "{said}");
    });
}

#[test]
fn without_the_module_the_text_is_there() {
    let server = app().rule(Rule::ending(".wasm").status(404)).start();
    journey("article-no-module", async |page| {
        page.console.expect(".wasm");
        page.console.allow("WebAssembly");
        page.open(&server.url(ARTICLE)).await;
        page.wait_settled().await;
        stands_without_the_program(page).await;
    });
}

#[test]
fn without_scripts_the_text_is_there() {
    let server = app().start();
    journey("article-no-scripts", async |page| {
        page.set_scripts(false).await;
        page.open(&server.url(ARTICLE)).await;
        stands_without_the_program(page).await;
    });
}

/// Paper has the text and the list, and no more pages than a brief.
#[test]
fn on_paper_it_is_a_brief() {
    let server = app().start();
    journey("article-paper", async |page| {
        page.open_ready(&server.url(ARTICLE)).await;
        let paper = json!({ "paperWidth": 8.27, "paperHeight": 11.69, "transferMode": "ReturnAsBase64" });
        let printed = page.devtools("Page.printToPDF", paper).await;
        let count = "return Number(atob(arguments[0]).match(/\\/Count (\\d+)/)[1])";
        let pages = page.driver().execute(count, vec![printed["data"].clone()]).await.expect("a count of pages");
        let pages = pages.json().as_f64().expect("a number");
        assert!((1.0..=2.0).contains(&pages), "{pages} pages");
    });
}

#[test]
fn elsewhere_the_built_text_is_not_seen() {
    let server = app().start();
    journey("article-hidden", async |page| {
        page.open_ready(&server.url("")).await;
        assert_eq!(page.count("#built-article").await, 0);
        // The list on the overview stays what it was when the program took over.
        assert!(page.text("#article").await.contains("8 agree"));
        // Of an earlier day it is never the built one.
        page.open_ready(&server.url("?view=overview&asof=2025-04-21&v=2")).await;
        assert!(page.text("#article").await.contains("4 agree"));
    });
}
