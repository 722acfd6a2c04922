//! What a choice draws again, and what it leaves alone.

use super::app::app;
use super::journey::journey;
use super::page::Page;
use thirtyfour::Key;

/// Chooses in a field, waits for the address, and returns the charts that were drawn for it.
async fn draws_for(page: &Page, field: &str, value: &str, address: &str) -> Vec<String> {
    page.forget_draws().await;
    page.fill(field, value).await;
    page.wait_address(address).await;
    page.wait_frames().await;
    page.draws().await
}

#[test]
fn a_choice_draws_only_the_charts_that_it_concerns() {
    let server = app().start();
    journey("graph-choice", async |page| {
        page.open_ready(&server.url("?view=sourcing")).await;
        assert_eq!(draws_for(page, "select[name=year]", "2023", "year=2023").await, ["baskets"]);
        assert_eq!(draws_for(page, "select[name=show]", "share", "show=share").await, ["origins"]);
        assert_eq!(draws_for(page, "select[name=basket]", "oxides", "basket=oxides").await, ["partners"]);
        // The same again is no change.
        assert_eq!(draws_for(page, "select[name=year]", "2023", "year=2023").await, [""; 0]);
        let mut of_range = draws_for(page, "input[name=from]", "2020-01", "t=2020-01").await;
        of_range.sort();
        assert_eq!(of_range, ["origins", "partners"], "the baskets are of one year");
    });
}

#[test]
fn light_and_dark_draw_nothing_again() {
    let server = app().start();
    journey("graph-theme", async |page| {
        page.set_media("prefers-color-scheme", "light").await;
        page.open_ready(&server.url("")).await;
        page.forget_draws().await;
        let ground = "getComputedStyle(document.documentElement).backgroundColor";
        let light: String = page.js(&format!("return {ground}")).await;
        page.set_media("prefers-color-scheme", "dark").await;
        page.wait_for(&format!("{ground} !== '{light}'"), "the page is dark").await;
        page.wait_frames().await;
        assert_eq!(page.draws().await, [""; 0]);
    });
}

#[test]
fn going_to_a_page_draws_its_charts_once() {
    let server = app().start();
    journey("graph-pages", async |page| {
        page.open_ready(&server.url("")).await;
        for (view, charts) in [
            ("trade", &["trade"][..]),
            ("sourcing", &["baskets", "origins", "partners"]),
            ("overview", &["origins", "prices", "trade"]),
        ] {
            page.forget_draws().await;
            page.click(&format!("nav.views a[data-view={view}]")).await;
            page.wait_address(&format!("view={view}")).await;
            page.wait_frames().await;
            let mut draws = page.draws().await;
            draws.sort();
            assert_eq!(draws, charts, "{view}");
            let focused = format!("document.activeElement.matches('nav.views a[data-view={view}]')");
            page.wait_for(&focused, "the link that was followed keeps the focus").await;
        }
    });
}

#[test]
fn fields_keep_their_focus_and_folds_stay_open() {
    let server = app().start();
    journey("graph-focus", async |page| {
        page.open_ready(&server.url("?view=sourcing")).await;
        page.click(".chart[data-chart=baskets] .chart__figures summary").await;
        let table = "document.querySelector('.chart[data-chart=baskets] .chart__figures[open] table')";
        page.wait_for(table, "the table is made when it is opened").await;
        assert_eq!(page.count("table").await, 1, "and no other");
        page.fill("select[name=year]", "2023").await;
        page.wait_address("year=2023").await;
        page.wait_for(&format!("{table}?.textContent.includes('2023')"), "the open table follows the year").await;
        assert!(page.js::<bool>("return document.activeElement.matches('select[name=year]')").await);
        // Back and forth: the field shows what the address says.
        page.js::<()>(
            "history.pushState(null, '', '?view=sourcing&year=2022'); \
                       window.dispatchEvent(new PopStateEvent('popstate'))",
        )
        .await;
        page.wait_for("document.querySelector('select[name=year]').value === '2022'", "the field follows").await;
        assert!(page.js::<bool>("return document.activeElement.matches('select[name=year]')").await);
    });
}

#[test]
fn pointing_draws_nothing_and_outlives_a_drawing() {
    let server = app().start();
    journey("graph-pointing", async |page| {
        page.set_window(1280, 900).await;
        page.open_ready(&server.url("?view=trade")).await;
        page.forget_draws().await;
        page.js::<()>("document.querySelector('.chart__plot').focus()").await;
        page.press(Key::Left).await;
        let tip = "document.querySelector('.chart__tip:not([hidden]) .tip__title')?.textContent";
        page.wait_for(tip, "the tooltip is shown").await;
        let title: String = page.js(&format!("return {tip}")).await;
        assert_eq!(page.draws().await, [""; 0]);
        let left = "document.querySelector('.chart__ring').getBoundingClientRect().left";
        let before: f64 = page.js(&format!("return {left}")).await;
        page.set_window(900, 900).await;
        page.wait_for(&format!("{left} < {before}"), "the ring follows its mark").await;
        assert_eq!(page.draws().await, ["trade"]);
        assert_eq!(page.js::<String>(&format!("return {tip}")).await, title);
        // Another range still has it.
        page.js::<()>(
            "const field = document.querySelector('input[name=from]'); field.value = '2020-01'; \
                       field.dispatchEvent(new Event('change', { bubbles: true }))",
        )
        .await;
        page.wait_address("t=2020-01").await;
        page.wait_frames().await;
        assert_eq!(page.js::<String>(&format!("return {tip}")).await, title);
    });
}
