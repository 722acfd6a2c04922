//! Hands: windows that are narrowed, fingers that swipe, tap and pinch, and pages that are scaled by others.

use super::app::app;
use super::journey::journey;
use super::page::Page;
use serde_json::json;
use thirtyfour::Key;

const TIP: &str = "document.querySelector('.chart__tip:not([hidden])')";

/// Where something is on the screen, by its middle.
async fn middle(page: &Page, css: &str) -> (f64, f64) {
    page.js(&format!(
        "const box = document.querySelector({}).getBoundingClientRect(); \
         return [box.left + box.width / 2, box.top + box.height / 2]",
        json!(css)
    ))
    .await
}

pub async fn tap(page: &Page, (x, y): (f64, f64)) {
    touch(page, "touchStart", Some((x, y))).await;
    touch(page, "touchEnd", None).await;
}

/// What a finger does, and where it is then.
async fn touch(page: &Page, kind: &str, at: Option<(f64, f64)>) {
    let points: Vec<_> = at.into_iter().map(|(x, y)| json!({ "x": x, "y": y })).collect();
    page.devtools("Input.dispatchTouchEvent", json!({ "type": kind, "touchPoints": points })).await;
}

/// A finger that goes up by so many pixels.
async fn swipe(page: &Page, (x, y): (f64, f64), up: f64) {
    const STEPS: u32 = 8;
    touch(page, "touchStart", Some((x, y))).await;
    for step in 1..=STEPS {
        touch(page, "touchMove", Some((x, y - up * f64::from(step) / f64::from(STEPS)))).await;
        page.wait_frames().await;
    }
    touch(page, "touchEnd", None).await;
}

#[test]
fn narrowing_a_window_makes_no_error() {
    let server = app().start();
    journey("hands-narrow", async |page| {
        page.before_load(
            "window.broken = []; addEventListener('error', event => broken.push(String(event.message || event.target)), true)",
        )
        .await;
        for query in ["", "?view=trade&v=2", "?view=prices&v=2", "?view=trade&chart=trade&_embed=1&v=2"] {
            page.set_window(1300, 900).await;
            page.open_ready(&server.url(query)).await;
            let before: f64 = page.js("return document.querySelector('.chart__svg svg').clientWidth").await;
            for width in (700..1300).rev().step_by(60) {
                page.set_window(width, 900).await;
                page.wait_frames().await;
            }
            let follows = format!("document.querySelector('.chart__svg svg').clientWidth !== {before}");
            page.wait_for(&follows, "charts follow").await;
            let broken: Vec<String> = page.js("return broken").await;
            assert!(broken.is_empty(), "{query}: {broken:?}");
        }
    });
}

#[test]
fn a_swipe_scrolls_a_tap_shows_and_a_pinch_zooms() {
    let server = app().start();
    journey("hands-touch", async |page| {
        page.set_finger(400, 800).await;
        page.open_ready(&server.url("?view=trade&v=2")).await;
        page.wait_for("document.querySelector('.chart__cross')", "the chart can be pointed at").await;
        let plot = "[data-chart=trade] .chart__plot";
        page.js::<()>(&format!("document.querySelector({plot:?}).scrollIntoView({{ block: 'center' }})")).await;
        let (before, at): (f64, _) = (page.js("return scrollY").await, middle(page, plot).await);
        swipe(page, at, 250.0).await;
        page.wait_for(&format!("scrollY > {before} + 100"), "the page scrolls").await;
        page.wait_frames().await;
        assert!(!page.js::<bool>(&format!("return !!{TIP}")).await, "a swipe leaves no tip");
        // A key after it is no tap: Enter opens the source.
        page.js::<()>(
            "window.opened = []; addEventListener('click', event => { opened.push(event.defaultPrevented); \
             event.preventDefault() }, { once: true })",
        )
        .await;
        page.focus(plot).await;
        page.press(Key::Right).await;
        page.wait_for(TIP, "a key shows a tip").await;
        page.press(Key::Enter).await;
        page.wait_for("opened.length === 1 && !opened[0]", "its link is followed").await;
        page.press(Key::Escape).await;
        page.wait_for(&format!("!{TIP}"), "it goes").await;

        page.js::<()>(&format!("document.querySelector({plot:?}).scrollIntoView({{ block: 'center' }})")).await;
        page.wait_frames().await;
        let at = middle(page, plot).await;
        tap(page, at).await;
        page.wait_for(TIP, "a tap shows the tip").await;
        tap(page, at).await;
        page.wait_for(&format!("!{TIP}"), "a second tap closes it").await;
        tap(page, at).await;
        page.wait_for(TIP, "a tap shows it again").await;
        let subtitle = middle(page, "[data-chart=trade] .chart__subtitle").await;
        tap(page, subtitle).await;
        page.wait_for(&format!("!{TIP}"), "a tap elsewhere closes it").await;

        let (x, y) = at;
        page.devtools("Input.synthesizePinchGesture", json!({ "x": x, "y": y, "scaleFactor": 2.0 })).await;
        page.wait_for("visualViewport.scale > 1.5", "two fingers zoom on the chart").await;
        let fields: Vec<String> = page
            .js("return [...document.querySelectorAll('input, select, textarea')].map(field => getComputedStyle(field).fontSize)")
            .await;
        assert!(fields.iter().all(|size| size == "16px"), "{fields:?}");
    });
}

#[test]
fn a_chip_is_tapped_not_swiped() {
    let server = app().start();
    journey("hands-chip", async |page| {
        let chip = "a.chip[data-figure=export-month]";
        page.set_finger(400, 800).await;
        page.open_ready(&server.url("?view=article&v=2")).await;
        let into_view = format!("document.querySelector({chip:?}).scrollIntoView({{ block: 'center' }})");
        page.js::<()>(&into_view).await;
        let (before, at): (f64, _) = (page.js("return scrollY").await, middle(page, chip).await);
        swipe(page, at, 250.0).await;
        page.wait_for(&format!("scrollY > {before} + 100"), "the page scrolls").await;
        page.wait_frames().await;
        assert!(!page.js::<bool>(&format!("return !!{TIP}")).await, "a swipe leaves no tip");
        page.js::<()>(&into_view).await;
        page.wait_frames().await;
        let at = middle(page, chip).await;
        tap(page, at).await;
        page.wait_for(TIP, "a tap shows the tip").await;
        let heading = middle(page, ".prose__title").await;
        tap(page, heading).await;
        page.wait_for(&format!("!{TIP}"), "a tap elsewhere closes it").await;
        // From a link in the tip, Escape leads back.
        page.focus(chip).await;
        page.wait_for(TIP, "the focus shows it").await;
        page.focus(".chart__tip a").await;
        page.press(Key::Escape).await;
        page.wait_for(&format!("!{TIP}"), "Escape closes it").await;
        assert!(page.js::<bool>(&format!("return document.activeElement.matches({chip:?})")).await);
    });
}

/// The title of what is pointed at in the middle of a column, as the tip says it.
async fn pointed(page: &Page) -> (String, f64) {
    let (x, y): (f64, f64) = page
        .js("const plot = document.querySelector('[data-chart=trade] .chart__svg svg').getBoundingClientRect(); \
             return [plot.left + plot.width * 0.4, plot.top + plot.height * 0.3]")
        .await;
    page.devtools("Input.dispatchMouseEvent", json!({ "type": "mouseMoved", "x": 2.0, "y": 2.0 })).await;
    page.wait_for(&format!("!{TIP}"), "nothing is pointed at").await;
    page.devtools("Input.dispatchMouseEvent", json!({ "type": "mouseMoved", "x": x, "y": y })).await;
    page.wait_for(TIP, "the tip is shown").await;
    page.wait_frames().await;
    let title: String = page.js(&format!("return {TIP}.querySelector('.tip__title').textContent")).await;
    let ring: (f64, f64) = page
        .js("const ring = document.querySelector('[data-chart=trade] .chart__ring').getBoundingClientRect(); return [ring.left, ring.right]")
        .await;
    let away = (ring.0 - x).max(x - ring.1).max(0.0);
    (title, away)
}

#[test]
fn pointing_is_right_on_a_page_that_is_scaled() {
    let server = app().start();
    journey("hands-scaled", async |page| {
        page.set_window(1280, 1000).await;
        page.open_ready(&server.url("?view=trade&asof=2026-02-28&v=2")).await;
        page.wait_for("document.querySelector('.chart__cross')", "the chart can be pointed at").await;
        let (plain, away) = pointed(page).await;
        assert!(away < 15.0, "the ring is around what is pointed at: {away} px away");
        for (property, value) in [("zoom", "1.5"), ("zoom", "0.75"), ("transform", "scale(0.6)")] {
            let set = |value: &str| {
                format!("document.body.style.{property} = '{value}'; document.body.style.transformOrigin = '0 0'")
            };
            page.js::<()>(&set(value)).await;
            page.wait_frames().await;
            let (title, away) = pointed(page).await;
            assert!(away < 15.0, "{property} {value}: the ring of {title} is {away} px away");
            // A scale makes no other layout, so the same is there.
            if property == "transform" {
                assert_eq!(title, plain);
            }
            page.js::<()>(&set("")).await;
            page.wait_frames().await;
        }
    });
}

/// Whoever lets the browser write larger reads larger drawings too.
#[test]
fn drawings_are_as_large_as_the_browser_writes() {
    let server = app().start();
    journey("hands-text-size", async |page| {
        page.set_window(1280, 1000).await;
        page.open_ready(&server.url("?view=trade&asof=2026-02-28&v=2")).await;
        page.wait_for("document.querySelector('.chart__cross')", "the chart can be pointed at").await;
        let letters = "[...document.querySelectorAll('[data-chart=trade] .chart__svg text')].find(text => text.textContent === '2024').getBoundingClientRect().height";
        let usual: f64 = page.js(&format!("return {letters}")).await;
        page.js::<()>("document.documentElement.style.fontSize = '24px'").await;
        page.wait_for(&format!("{letters} > {usual} * 1.4"), "the drawing is larger").await;
        page.wait_frames().await;
        let (title, away) = pointed(page).await;
        assert!(away < 15.0, "the ring of {title} is {away} px away");
        let wide: f64 = page
            .js("return document.querySelector('[data-chart=trade] .chart__svg svg').getBoundingClientRect().width - \
                 document.querySelector('[data-chart=trade]').getBoundingClientRect().width")
            .await;
        assert!(wide.abs() < 2.0, "the drawing is {wide} px wider than its chart");
    });
}

/// How far the tips of every chart of a page leave their drawings at the sides and, unless they are higher than these, below.
const OVER: &str = "return (async () => { const over = []; for (const plot of document.querySelectorAll('.chart__plot')) { plot.focus(); \
    for (const key of ['Home', 'End', 'ArrowUp']) { plot.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })); \
    await new Promise(requestAnimationFrame); const tip = plot.querySelector('.chart__tip'); if (tip.hidden) continue; \
    const [a, b] = [tip.getBoundingClientRect(), plot.getBoundingClientRect()]; \
    const below = a.height > b.height ? a.top - b.top : a.bottom - b.bottom; \
    if (Math.max(b.left - a.left, a.right - b.right, below) > 1.5) over.push([plot.closest('figure').dataset.chart, key, b.left - a.left, a.right - b.right, below].join(' ')); } } return over; })()";

#[test]
fn tips_stay_in_their_drawings() {
    let server = app().start();
    journey("hands-tips", async |page| {
        for (width, height) in [(1280, 900), (360, 800)] {
            page.set_window(width, height).await;
            for view in ["overview", "trade", "sourcing", "prices", "article", "whatif"] {
                page.open_ready(&server.url(&format!("?view={view}&asof=2026-02-28&v=2"))).await;
                page.wait_for("document.querySelectorAll('.chart__over').length === document.querySelectorAll('.chart__plot').length", "charts can be pointed at").await;
                let over: Vec<String> = page.js(OVER).await;
                assert_eq!(over, [""; 0], "{view} at {width} px");
            }
        }
    });
}
