//! Comparisons: a base month by pointing, and the fields for averages and scales.

use super::app::app;
use super::journey::journey;
use super::page::Page;
use thirtyfour::Key;

/// What is written in a chart, joined.
async fn texts(page: &Page, chart: &str) -> String {
    page.js(&format!(
        "return [...document.querySelectorAll('[data-chart={chart}] .chart__svg text')].map(e => e.textContent).join('|')"
    ))
    .await
}

async fn title(page: &Page, chart: &str) -> String {
    page.js(&format!("return document.querySelector('[data-chart={chart}] .chart__title').textContent")).await
}

/// Chooses in a list of a chart, behind its word where there is one.
async fn choose(page: &Page, chart: &str, list: &str, value: &str) {
    page.js::<()>(&format!("document.querySelector('[data-chart={chart}] .controls__more').open = true")).await;
    page.fill(&format!("[data-chart={chart}] select[name=\"{list}\"]"), value).await;
}

#[test]
fn a_month_that_is_pointed_at_becomes_the_base() {
    let server = app().start();
    journey("compared-base", async |page| {
        page.set_window(1280, 1000).await;
        page.open_ready(&server.url("?view=prices&asof=2026-02-28&v=2")).await;
        page.wait_for("document.querySelectorAll('.chart__over').length === 4", "charts can be pointed at").await;
        page.focus("[data-chart=index] .chart__plot").await;
        // From the oldest quote that is shown.
        page.press(Key::Home).await;
        let button = "[data-chart=index] .chart__tip [data-base]";
        page.wait_for(&format!("document.querySelector('{button}')"), "the tip offers it").await;
        let offered = page.text(button).await;
        assert!(offered.starts_with("Index: ") && offered.ends_with("= 100"), "{offered}");
        page.click(button).await;
        page.wait_address("base=2025-01").await;
        page.wait_for("document.activeElement.matches('[data-chart=index] .chart__plot')", "the focus stays").await;
    });
}

#[test]
fn a_key_makes_the_month_the_base() {
    let server = app().start();
    journey("compared-key", async |page| {
        page.set_window(1280, 1000).await;
        page.open_ready(&server.url("?view=trade&asof=2026-02-28&v=2")).await;
        page.wait_for("document.querySelectorAll('.chart__over').length === 3", "charts can be pointed at").await;
        page.focus("[data-chart=trade] .chart__plot").await;
        page.press(Key::Home).await;
        // To the first month that was published by itself.
        for _ in 0..24 {
            if page.count("[data-chart=trade] .chart__tip [data-base]").await > 0 {
                break;
            }
            page.press(Key::Right).await;
        }
        let said =
            page.js::<String>("return document.querySelector('[data-chart=trade] .tip__title').textContent").await;
        page.press("b").await;
        page.wait_address("trade-base=202").await;
        let title = title(page, "trade").await;
        assert!(title.contains("stood at"), "{said}: {title}");
        // The place is kept, and said.
        page.wait_for(
            "document.querySelector('[data-chart=trade] .tip__value')?.textContent === '100.0'",
            "the tip stays",
        )
        .await;
        let spoken = "[...document.querySelectorAll('[data-chart=trade] [role=status]')].some(e => e.textContent.includes('100.0'))";
        assert!(page.js::<bool>(&format!("return {spoken}")).await, "the new value is said");
        choose(page, "trade", "trade-base", "").await;
        page.wait_for("!location.search.includes('trade-base')", "tonnes again").await;
    });
}

#[test]
fn an_average_and_a_scale_are_chosen_in_their_fields() {
    let server = app().start();
    journey("compared-fields", async |page| {
        page.set_window(1280, 1000).await;
        page.open_ready(&server.url("?view=trade&asof=2026-02-28&v=2")).await;
        page.js::<()>("document.querySelector('[data-chart=trade] .controls__more').open = true").await;
        page.click("[data-chart=trade] label:has(input[name=trade-average][value=\"12\"])").await;
        page.wait_address("average=12").await;
        page.click("[data-chart=trade] .chart__notes summary").await;
        let note = "average of a month and those before it, 12 in all";
        page.wait_for(
            &format!("document.querySelector('[data-chart=trade]').textContent.includes('{note}')"),
            "it is said",
        )
        .await;
        page.open_ready(&server.url("?view=prices&t=earliest..latest&asof=2026-02-28&v=2")).await;
        let before = texts(page, "index").await;
        page.js::<()>("document.querySelector('[data-chart=index] .controls__more').open = true").await;
        page.click("[data-chart=index] label:has(input[name=index-scale][value=log])").await;
        page.wait_address("scale=log").await;
        assert_ne!(texts(page, "index").await, before, "the axis has other numbers");
    });
}
