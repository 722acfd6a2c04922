//! What a choice draws again, and what it leaves alone.

use super::app::app;
use super::journey::journey;
use super::page::Page;
use thirtyfour::Key;

/// Chooses something, waits for the address, and returns the charts that were drawn for it, by name.
async fn draws_for(page: &Page, choose: impl AsyncFnOnce(), address: &str) -> Vec<String> {
    page.forget_draws().await;
    choose().await;
    page.wait_address(address).await;
    page.sorted_draws().await
}

#[test]
fn a_choice_draws_only_the_charts_that_it_concerns() {
    let server = app().start();
    journey("graph-choice", async |page| {
        page.open_ready(&server.url("?view=sourcing&v=2")).await;
        let list = async |name: &str, value: &str, address: &str| {
            draws_for(page, async || page.fill(&format!("select[name={name}]"), value).await, address).await
        };
        let word = async |field: &str, value: &str, address: &str| {
            draws_for(page, async || page.choose(field, value).await, address).await
        };
        assert_eq!(list("year", "2024", "year=2024").await, ["baskets"]);
        assert_eq!(word("baskets-baskets", "all", "baskets=all").await, ["baskets"]);
        assert_eq!(list("years", "2022~2025", "years=2022~2025").await, ["gap", "origins", "shifts"]);
        // The same again is no change.
        assert_eq!(list("year", "2024", "year=2024").await, [""; 0]);
        let from = async || page.fill_month("origins", "from", "2020-01").await;
        let of_range = draws_for(page, from, "t=2020-01").await;
        assert_eq!(
            of_range,
            ["concentration", "origins", "origins-value"],
            "partners has nothing before, the others compare years of their own"
        );
        assert_eq!(list("basket", "oxides", "basket=oxides").await, ["partners"]);

        page.open_ready(&server.url("?view=trade&v=2")).await;
        assert_eq!(word("trade-by", "quarter", "by=quarter").await, ["trade"]);
        assert_eq!(word("change-change", "year", "change=year").await, ["change"]);

        page.open_ready(&server.url("?view=prices&v=2")).await;
        page.open_more_fields().await;
        assert_eq!(word("index-base", "controls", "base=controls").await, ["index"]);
        // The base of the index is a quote too.
        assert_eq!(word("prices-vat", "excl", "vat=excl").await, ["index", "prices"]);
        let less = async || page.click("input[name=prices-product][value=tb-oxide]").await;
        assert_eq!(draws_for(page, less, "product=pr-metal~prnd-oxide~dy-oxide").await, ["prices"]);
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
            ("trade", &["change", "trade", "ytd"][..]),
            ("sourcing", &["baskets", "concentration", "gap", "origins", "origins-value", "partners", "shifts"]),
            ("prices", &["index", "outside", "prices", "relative"]),
            ("overview", &["gap", "index", "prices", "trade", "ytd"]),
        ] {
            page.forget_draws().await;
            page.click(&format!("nav.views a[data-view={view}]")).await;
            page.wait_address(&format!("view={view}")).await;
            assert_eq!(page.sorted_draws().await, charts, "{view}");
            page.wait_for("document.activeElement.id === 'headline'", "the new heading has the focus").await;
        }
    });
}

#[test]
fn fields_keep_their_focus_and_folds_stay_open() {
    let server = app().start();
    journey("graph-focus", async |page| {
        page.open_ready(&server.url("?view=sourcing&v=2")).await;
        page.click(".chart[data-chart=baskets] .chart__figures summary").await;
        let table = "document.querySelector('.chart[data-chart=baskets] .chart__figures[open] table')";
        page.wait_for(table, "the table is made when it is opened").await;
        assert_eq!(page.count("table").await, 1, "and no other");
        page.fill("select[name=year]", "2023").await;
        page.wait_address("year=2023").await;
        page.wait_for(&format!("{table}?.textContent.includes('2023')"), "the open table follows the year").await;
        assert!(page.js::<bool>("return document.activeElement.matches('select[name=year]')").await);
        // Back and forth: the field shows what the address says.
        page.lead_to("?view=sourcing&year=2022&v=2").await;
        page.wait_for("document.querySelector('select[name=year]').value === '2022'", "the field follows").await;
        assert!(page.js::<bool>("return document.activeElement.matches('select[name=year]')").await);
    });
}

#[test]
fn pointing_draws_nothing_and_outlives_a_drawing() {
    let server = app().start();
    journey("graph-pointing", async |page| {
        page.set_window(1280, 900).await;
        page.open_ready(&server.url("?view=trade&v=2")).await;
        page.forget_draws().await;
        page.focus(".chart__plot").await;
        page.press(Key::Left).await;
        let tip = "document.querySelector('.chart__tip:not([hidden]) .tip__title')?.textContent";
        page.wait_for(tip, "the tooltip is shown").await;
        let title: String = page.js(&format!("return {tip}")).await;
        assert_eq!(page.draws().await, [""; 0]);
        let left = "document.querySelector('.chart__ring').getBoundingClientRect().left";
        let before: f64 = page.js(&format!("return {left}")).await;
        page.set_window(900, 900).await;
        page.wait_for(&format!("{left} < {before}"), "the ring follows its mark").await;
        assert_eq!(page.sorted_draws().await, ["change", "trade", "ytd"]);
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
