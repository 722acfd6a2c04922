//! What a frame shows at the sizes that hosts give it, and how high it says that it would be.

use super::app::{app, charts, frame_link};
use super::engine::Engine;
use super::frames::{Frame, Host};
use super::hosts::drawn;
use super::journey::journey;
use super::page::Page;
use super::rule::Rule;
use super::server::Server;

/// Which parts of a chart are to be seen inside the frame's window, and by how much its document is larger.
const SEEN: &str = "const seen = (css) => [...document.querySelectorAll(css)].some(part => { const box = part.getBoundingClientRect();
    return part.checkVisibility({ visibilityProperty: true }) && part.innerText !== '' && box.height > 4 && box.top >= -1
      && box.bottom <= innerHeight + 1 && box.right <= innerWidth + 1 });
  const parts = ['.chart__title', '.chart__subtitle', '.chart__plot', '.chart__values', '.chart__newest', '.chart__publisher',
    '.chart__notes summary', '.chart__all a'];
  return [parts.filter(seen), document.documentElement.scrollHeight - innerHeight, document.documentElement.scrollWidth - innerWidth]";

const EVERYTHING: [&str; 7] = [
    ".chart__title",
    ".chart__subtitle",
    ".chart__plot",
    ".chart__newest",
    ".chart__publisher",
    ".chart__notes summary",
    ".chart__all a",
];

/// Opens frames of these charts, all of one size, and looks at each.
fn look(name: &str, (width, height): (u32, u32), charts: &[&str], check: impl AsyncFn(&Page, &str, Vec<String>)) {
    let server = app().start();
    let frame = |chart: &&str| Frame::at(&server.url(&frame_link(chart))).height(height);
    let host = charts.iter().map(frame).fold(Host::builder().width(width), |host, frame| host.frame(frame)).start();
    journey(name, async |page| {
        host.open(page).await;
        for (number, chart) in (0..).zip(charts) {
            // A frame out of sight gets no frames of the browser's.
            page.js::<()>(&format!("document.querySelectorAll('iframe')[{number}].scrollIntoView()")).await;
            assert_eq!(drawn(page, number).await, 1, "{chart}");
            page.in_frame(number, async || {
                page.wait_frames().await;
                let (seen, over, wide): (Vec<String>, i64, i64) = page.js(SEEN).await;
                assert!(over <= 0 && wide <= 0, "{chart} is {over} px too high and {wide} px too wide for its frame");
                check(page, chart, seen).await;
            })
            .await;
        }
    });
}

#[test]
fn a_frame_of_600_by_400_holds_every_chart() {
    look("frame-600-400", (600, 400), &charts(), async |page, chart, seen| {
        assert_eq!(seen, EVERYTHING, "{chart}");
        assert_eq!(page.count(".controls, .strip, input, select").await, 0);
        let lines: f64 = page
            .js("const line = document.querySelector('.chart__publisher'); \
                 return line.getBoundingClientRect().height / parseFloat(getComputedStyle(line).lineHeight)")
            .await;
        assert!(lines < 2.5, "the source of {chart} has {lines} lines");
        let small: Vec<String> = page
            .js("return [...document.querySelectorAll('svg text')].filter(text => parseFloat(getComputedStyle(text).fontSize) < 10) \
                 .map(text => text.textContent)")
            .await;
        assert!(small.is_empty(), "{chart} has text under 10 px: {small:?}");
    });
}

#[test]
fn a_low_frame_has_one_panel() {
    look("frame-600-280", (600, 280), &["trade", "ytd"], async |page, chart, seen| {
        assert_eq!(seen, EVERYTHING, "{chart}");
        let text = page.text(".chart__svg").await;
        let panels: String = page.js("return document.querySelector('.chart__svg').textContent").await;
        assert!(panels.contains("Imports") != panels.contains("Exports"), "{chart} has one panel: {text}");
    });
    look("frame-400-280", (400, 280), &charts(), async |_, chart, seen| {
        for part in [".chart__title", ".chart__plot", ".chart__publisher", ".chart__all a"] {
            assert!(seen.iter().any(|seen| seen == part), "{chart} has no {part}: {seen:?}");
        }
    });
}

#[test]
fn a_frame_too_low_for_a_drawing_says_the_leading_values() {
    look("frame-600-170", (600, 170), &charts(), async |page, chart, seen| {
        // A title that does not say whose trade it is has the sentence below it.
        let named = page.text(".chart__title").await.contains("China");
        let hidden: &[&str] = if named { &[".chart__subtitle", ".chart__plot"] } else { &[".chart__plot"] };
        let expected: Vec<&str> = EVERYTHING.into_iter().filter(|part| !hidden.contains(part)).collect();
        let others: Vec<&String> = seen.iter().filter(|part| *part != ".chart__values").collect();
        assert_eq!(others, expected, "{chart}");
        assert_eq!(seen.len(), expected.len() + 1, "{chart} says its leading values");
        let said = page.text(".chart__values").await;
        assert!(said.contains(|letter: char| letter.is_ascii_digit()), "{chart} says {said:?}");
        assert!(!page.js::<bool>("return document.querySelector('.chart__plot').checkVisibility()").await);
    });
}

/// A host that gives each frame the height that it asks for, as often as it asks.
#[test]
fn a_host_that_follows_comes_to_rest_from_any_height() {
    let server = app().start();
    let heights = [100, 290, 400, 1500];
    for chart in ["trade", "gap", "prices"] {
        let frame = |height: &u32| {
            format!(
                "<iframe title=\"x\" width=\"620\" height=\"{height}\" src=\"{}\"></iframe>",
                server.url(&frame_link(chart))
            )
        };
        let frames: String = heights.iter().map(frame).collect();
        let script = "<script>told = {}; addEventListener('message', ({ data, source }) => { \
            if (data.type !== 'rare-earth-trade:height') return; \
            const frames = [...document.querySelectorAll('iframe')], at = frames.findIndex(f => f.contentWindow === source); \
            (told[at] ??= []).push(data.height); frames[at].height = data.height })</script>";
        let html = format!("<!doctype html><title>Host</title>{script}{frames}");
        let host =
            Server::of("").rule(Rule::on("index.html").body(html)).rule(Rule::on("favicon.ico").status(204)).start();
        journey(&format!("frame-follow-{chart}"), async |page| {
            page.set_window(700, 900).await;
            page.open(&host.url_on_localhost("")).await;
            for number in (0..).take(heights.len()) {
                drawn(page, number).await;
                page.wait_for(&format!("told[{number}]?.length > 0"), "a height is told").await;
            }
            // Nothing more is told in half a second of frames.
            let rest = "return new Promise(done => { let before = '', quiet = 0, frames = 0; const next = () => { \
                const now = JSON.stringify(told); quiet = now === before ? quiet + 1 : 0; before = now; \
                if (quiet > 30 || ++frames > 400) done(told); else requestAnimationFrame(next) }; next() })";
            let told: std::collections::BTreeMap<String, Vec<u32>> = page.js(rest).await;
            let last: Vec<u32> = told.values().filter_map(|told| told.last().copied()).collect();
            assert!(told.values().all(|told| told.len() <= 3), "{chart} asks again and again: {told:?}");
            assert!(
                last.iter().all(|height| height.abs_diff(last[0]) <= 2),
                "{chart} ends at different heights: {told:?}"
            );
            assert!(last[0] > 200, "{chart}: {told:?}");
            for number in (0..).take(heights.len()) {
                let over: i64 = page
                    .in_frame(number, async || {
                        page.js("return document.documentElement.scrollHeight - innerHeight").await
                    })
                    .await;
                assert!(over <= 0, "{chart} from {} px scrolls by {over} px", heights[usize::from(number)]);
            }
        });
    }
}

/// What the code says before the preview is there is what the frame then asks for; a title may be taken for a line more, of
/// 22 px, and each of the two heights is rounded.
///
/// The code keeps room for a scroll bar, since it does not know who will read the frame. Where bars lie over the page,
/// the frame of this test is narrower by that room. GTK's WebKit rounds the width of each letter to whole pixels, so a
/// subtitle may take a line more there, of 19 px; Safari does not.
#[test]
fn the_code_has_the_height_of_a_chart_whose_preview_never_comes() {
    const CHARTS: [&str; 6] = ["trade", "gap", "shifts", "prices", "shares", "demand"];
    const WIDTHS: [u32; 3] = [320, 600, 900];
    let server = app().start();
    let bar = scroll_bar(&server);
    let less = if Engine::current() == Engine::WebKit { 20 } else { 0 };
    let mut needed = Vec::new();
    for width in WIDTHS {
        let frame = |chart: &&str| Frame::at(&server.url(&frame_link(chart))).height(1600);
        let column = Host::builder().width(width + bar - ROOM_FOR_BAR_PX);
        let host = CHARTS.iter().map(frame).fold(column, |host, frame| host.frame(frame)).start();
        let told = std::cell::RefCell::new(Vec::new());
        journey(&format!("embed-needed-{width}"), async |page| {
            host.open(page).await;
            for number in 0..CHARTS.len() {
                page.js::<()>(&format!("document.querySelectorAll('iframe')[{number}].scrollIntoView()")).await;
                Host::wait_message(page, number, "data.type === 'rare-earth-trade:height'").await;
                let last = format!(
                    "return messages.findLast(({{ frame, data }}) => frame === {number} && data.type?.endsWith(':height')).data.height"
                );
                let height: u32 = page.js(&last).await;
                told.borrow_mut().push(height);
            }
        });
        needed.push(told.into_inner());
    }
    let slow = app().start();
    journey("embed-slow", async |page| {
        page.open_ready(&slow.url("?view=overview&v=2")).await;
        slow.set(Rule::on("index.html").delay(std::time::Duration::from_secs(90)));
        page.click("button[popovertarget=embed]").await;
        for (width, needed) in WIDTHS.iter().zip(&needed) {
            for (chart, needed) in CHARTS.iter().zip(needed) {
                page.fill("#embed select[name=chart]", chart).await;
                page.click(&format!("#embed input[name=width][value=\"{width}\"]")).await;
                let code = "document.querySelector('.panel__snippet').value";
                page.wait_for(&format!("{code}.includes('chart={chart}&')"), "the code is of the chart").await;
                let said: u32 = page.js(&format!("return +{code}.match(/height=\"(\\d+)\"/)[1]")).await;
                assert!((*needed - less..=*needed + 24).contains(&said), "{chart} at {width} px: {said} for {needed}");
            }
        }
    });
}

/// How much of a frame's width the code keeps for a scroll bar.
const ROOM_FOR_BAR_PX: u32 = 10;

/// The width that this engine takes from a frame for a scroll bar, in CSS pixels.
fn scroll_bar(server: &Server) -> u32 {
    let frame = Frame::at(&server.url(&frame_link("trade"))).height(800);
    let host = Host::builder().width(600).frame(frame).start();
    let taken = std::cell::Cell::new(0);
    journey("embed-scroll-bar", async |page| {
        host.open(page).await;
        drawn(page, 0).await;
        let width = page.in_frame(0, async || {
            page.js("return Math.round(innerWidth - document.body.getBoundingClientRect().width)").await
        });
        taken.set(width.await);
    });
    taken.get()
}
