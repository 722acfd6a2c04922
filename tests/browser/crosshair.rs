//! The period that is pointed at on one chart shows on all charts of its page, and nothing is drawn again.

use super::app::app;
use super::hands::tap;
use super::journey::journey;
use super::page::Page;
use serde_json::json;
use thirtyfour::Key;

/// What the line through the period says on a chart: its labels, joined; `null` where there is no line.
fn labels(chart: &str) -> String {
    format!(
        "(svg => svg && [...svg.querySelectorAll('text')].map(text => text.textContent).join(' | '))\
         (document.querySelector('[data-chart={chart}] .chart__cross svg'))"
    )
}

/// How many charts have a line.
const LINES: &str = "document.querySelectorAll('.chart__cross svg').length";

/// A place on a chart, by its share of the plot from left and top, on the screen.
async fn place(page: &Page, chart: &str, share: (f64, f64)) -> (f64, f64) {
    page.js(&format!(
        "const box = document.querySelector('[data-chart={chart}] .chart__plot').getBoundingClientRect(); \
         return [box.left + box.width * {}, box.top + box.height * {}]",
        share.0, share.1
    ))
    .await
}

async fn move_mouse(page: &Page, (x, y): (f64, f64)) {
    page.devtools("Input.dispatchMouseEvent", json!({ "type": "mouseMoved", "x": x, "y": y })).await;
}

async fn click_mouse(page: &Page, (x, y): (f64, f64)) {
    for kind in ["mousePressed", "mouseReleased"] {
        let event = json!({ "type": kind, "x": x, "y": y, "button": "left", "clickCount": 1 });
        page.devtools("Input.dispatchMouseEvent", event).await;
    }
}

#[test]
fn by_mouse_it_follows_and_goes() {
    let server = app().start();
    journey("crosshair-mouse", async |page| {
        page.set_window(1280, 2200).await;
        page.open_ready(&server.url("?view=trade&asof=2026-02-28&v=2")).await;
        page.wait_for("document.querySelectorAll('.chart__cross').length === 3", "charts can be pointed at").await;
        page.forget_draws().await;
        let at = place(page, "trade", (0.3, 0.25)).await;
        move_mouse(page, at).await;
        page.wait_for(&format!("{LINES} === 3"), "all three charts have a line").await;
        let title: String =
            page.js("return document.querySelector('[data-chart=trade] .tip__title').textContent").await;
        let year = title.rsplit(' ').next().unwrap_or_default();
        let change: String = page.js(&format!("return {}", labels("change"))).await;
        assert!(title.contains("Imports") && change.starts_with("Q") && change.contains(year), "{title}: {change}");
        let exports: String = page.js(&format!("return {}", labels("trade"))).await;
        assert_eq!(exports.matches('|').count(), 1, "the imports and the exports of the month: {exports}");
        // The next month.
        move_mouse(page, (at.0 + 40.0, at.1)).await;
        page.wait_for(&format!("{} !== {exports:?}", labels("trade")), "it follows").await;
        move_mouse(page, (4.0, 4.0)).await;
        page.wait_for(&format!("{LINES} === 0"), "it goes").await;

        // What is held on one chart comes back when another one is left.
        click_mouse(page, at).await;
        page.wait_for(&format!("{} === {exports:?}", labels("trade")), "a click holds it").await;
        let other = place(page, "ytd", (0.15, 0.5)).await;
        move_mouse(page, other).await;
        page.wait_for(&format!("{} !== {exports:?}", labels("trade")), "the newer one counts").await;
        move_mouse(page, (4.0, 4.0)).await;
        page.wait_for(&format!("{LINES} === 3 && {} === {exports:?}", labels("trade")), "the held one is back").await;
        page.press(Key::Escape).await;
        page.wait_for(&format!("{LINES} === 0"), "Escape ends it").await;
        assert_eq!(page.draws().await, [""; 0]);
    });
}

#[test]
fn by_keys_and_by_touch() {
    let server = app().start();
    journey("crosshair-keys", async |page| {
        page.open_ready(&server.url("?view=sourcing&asof=2026-02-28&v=2")).await;
        page.wait_for("document.querySelectorAll('.chart__cross').length === 7", "charts can be pointed at").await;
        page.forget_draws().await;
        page.focus("[data-chart=origins] .chart__plot").await;
        page.press(Key::Home).await;
        page.wait_for(&labels("concentration"), "the next chart has that year").await;
        let seen =
            "document.querySelector('[data-chart=origins-value] .chart__plot').getBoundingClientRect().bottom > 0";
        assert!(!page.js::<bool>(&format!("return {seen}")).await, "the other chart is out of the window");
        assert!(page.js::<bool>(&format!("return !({})", labels("origins-value"))).await, "so nothing is drawn there");
        page.js::<()>("document.querySelector('[data-chart=origins-value]').scrollIntoView()").await;
        page.wait_for(&labels("origins-value"), "the other chart has that year once it is seen").await;
        let first: String = page.js(&format!("return {}", labels("origins-value"))).await;
        page.press(Key::PageDown).await;
        page.wait_for(&format!("{} !== {first:?}", labels("origins-value")), "a year later").await;
        page.press(Key::Escape).await;
        page.wait_for(&format!("{LINES} === 0"), "Escape ends it").await;
        assert_eq!(page.draws().await, [""; 0]);

        page.set_finger(800, 1400).await;
        page.open_ready(&server.url("?view=trade&asof=2026-02-28&v=2")).await;
        page.wait_for("document.querySelectorAll('.chart__cross').length === 3", "charts can be pointed at").await;
        let at = place(page, "trade", (0.3, 0.25)).await;
        tap(page, at).await;
        page.js::<()>("document.querySelector('[data-chart=change]').scrollIntoView()").await;
        page.wait_for(&labels("change"), "a tap shows it, also on a chart that is looked at later").await;
        // Going to another page leaves none behind.
        page.click("nav.views a[data-view=prices]").await;
        page.wait_address("view=prices").await;
        page.wait_for("document.querySelectorAll('.chart__cross').length === 4", "the other page is there").await;
        assert_eq!(page.js::<usize>(&format!("return {LINES}")).await, 0);
    });
}
