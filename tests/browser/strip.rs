//! The strip under the month chart: a window over the whole record, dragged by pointer and moved by keyboard.

use super::app::{app, frame_link};
use super::journey::journey;
use super::page::Page;
use super::server::Server;
use thirtyfour::{Key, TypingData};

const FROM: &str = ".strip__handle:not(.strip__handle--to)";
const TO: &str = ".strip__handle--to";

/// Opens the trade page in a window that has room for the strip.
async fn open(page: &Page, server: &Server, query: &str) {
    page.set_window(1440, 1200).await;
    page.open_ready(&server.url(query)).await;
    page.wait_for("document.querySelector('.strip')?.checkVisibility()", "the strip is there").await;
}

/// What a handle says it stands on.
async fn month(page: &Page, handle: &str) -> String {
    page.attribute(handle, "aria-valuetext").await.unwrap_or_default()
}

/// How many pixels so many months are.
async fn months_px(page: &Page, months: f64) -> i64 {
    let px: f64 = page
        .js("return document.querySelector('.strip__record').clientWidth / \
             (Number(document.querySelector('.strip__handle').getAttribute('aria-valuemax')) + 1)")
        .await;
    (px * months).round() as i64
}

/// How far a handle is from the left edge of the window, but for a few pixels.
async fn left(page: &Page, handle: &str) -> i64 {
    page.js(&format!("return Math.floor(document.querySelector({handle:?}).getBoundingClientRect().left) - 5")).await
}

#[test]
fn the_strip_stands_under_the_month_chart_where_there_is_room() {
    let server = app().start();
    journey("strip-where", async |page| {
        open(page, &server, "?view=trade&v=2").await;
        assert_eq!(page.count(".strip").await, 1);
        assert_eq!(page.count("figure[data-chart=trade] .strip").await, 1);
        let drawn: (usize, bool) = page
            .js("const svg = document.querySelector('.strip__picture svg'); return [svg?.querySelectorAll('rect').length ?? 0, \
                 svg?.checkVisibility() ?? false]")
            .await;
        assert!(drawn.0 > 100 && drawn.1, "the record is drawn in it: {drawn:?}");
        let ends: (f64, f64, f64, f64) = page
            .js("const box = (css) => document.querySelector(css).getBoundingClientRect(); \
                 return [box('.strip__window').left, box('.strip__window').right, box('.strip__record').left, \
                 box('.strip__record').right]")
            .await;
        assert!(ends.0 > ends.2 + 300.0 && (ends.1 - ends.3).abs() < 2.0, "the window ends with the record: {ends:?}");
        for (handle, name) in [(FROM, "First month"), (TO, "Last month")] {
            assert_eq!(page.attribute(handle, "role").await.as_deref(), Some("slider"));
            assert_eq!(page.attribute(handle, "aria-label").await.as_deref(), Some(name));
            let now: i32 = page.attribute(handle, "aria-valuenow").await.and_then(|now| now.parse().ok()).unwrap_or(-1);
            let most: i32 =
                page.attribute(handle, "aria-valuemax").await.and_then(|now| now.parse().ok()).unwrap_or(-1);
            assert!((0..=most).contains(&now), "{name}: {now} of {most}");
        }
        assert_eq!(month(page, FROM).await, "January 2023");
        // On narrow pages, on other pages and in frames there is none.
        page.set_window(599, 1200).await;
        page.wait_for("!document.querySelector('.strip').checkVisibility()", "a narrow page has none").await;
        page.set_window(1440, 1200).await;
        for query in ["", "?view=sourcing&v=2", "?view=prices&v=2", &frame_link("trade")] {
            page.open_ready(&server.url(query)).await;
            assert_eq!(page.count(".strip").await, 0, "{query}");
        }
    });
}

#[test]
fn the_window_is_dragged_and_the_address_follows_when_it_is_let_go() {
    let server = app().start();
    journey("strip-drag", async |page| {
        open(page, &server, "?view=trade&v=2").await;
        let (address, history) = (page.address().await, page.js::<usize>("return history.length").await);
        let before = page.drawings().await;
        page.forget_draws().await;
        page.drag(FROM, -months_px(page, 14.0).await, false).await;
        page.wait_frames().await;
        assert_eq!(month(page, FROM).await, "November 2021");
        assert_ne!(page.drawings().await, before, "the chart follows while it is dragged");
        assert!(page.draws().await.iter().all(|chart| chart == "trade"), "nothing else does: {:?}", page.draws().await);
        assert_eq!(page.address().await, address, "nor the address");
        page.drop_held().await;
        page.wait_address("?view=trade&t=2021-11..latest&v=2").await;
        assert_eq!(page.js::<usize>("return history.length").await, history, "a drag is no step of the history");
        assert_eq!(page.chosen("trade-t").await, "other");

        // The window as a whole, then its end; the pointer may leave the handle.
        let end = month(page, TO).await;
        page.drag(".strip__window", -months_px(page, 5.0).await, true).await;
        page.wait_address("t=2021-06..").await;
        assert_ne!(month(page, TO).await, end);
        page.drag(TO, -left(page, TO).await, true).await;
        page.wait_address("t=2021-06..2021-08").await;
        assert_eq!((month(page, FROM).await, month(page, TO).await), ("June 2021".into(), "August 2021".into()));

        // What has a name is called by it, and moves with later figures again.
        page.drag(FROM, -left(page, FROM).await, true).await;
        page.wait_address("t=long..2021-08").await;
        page.drag(TO, 1430 - left(page, TO).await, true).await;
        page.wait_address("?view=trade&t=long..latest&v=2").await;
        assert_eq!(page.chosen("trade-t").await, "long..latest");
        // A press without a move chooses nothing.
        page.drag(FROM, 0, true).await;
        page.wait_frames().await;
        assert_eq!(page.address().await, server.url("?view=trade&t=long..latest&v=2"));
    });
}

#[test]
fn a_drag_draws_at_most_once_a_frame() {
    // Eight moves a frame, as quick mice send them, until the chart has followed some times: a slow machine takes longer.
    // The moments of frames and drawings by User Timing.
    let moves = "const handle = document.querySelector('.strip__handle'), x = handle.getBoundingClientRect().left + 3;
        const send = (kind, at) => handle.dispatchEvent(new PointerEvent(kind, { bubbles: true, pointerId: 1, button: 0,
          buttons: 1, isPrimary: true, clientX: x + at, clientY: handle.getBoundingClientRect().top + 5 }));
        const times = (kind, name) => performance.getEntriesByType(kind).filter(e => e.name === name).map(e => e.startTime);
        performance.clearMeasures();
        return new Promise(done => {
          let at = 0, frames = 0;
          send('pointerdown', 0);
          const frame = () => {
            performance.mark('frame');
            for (let move = 0; move < 8; move++) { at -= 1; send('pointermove', at) }
            frames += 1;
            if (frames < 600 && (frames < 12 || times('measure', 'draw:trade').length < 6)) return requestAnimationFrame(frame);
            const address = location.href;
            send('pointerup', at);
            done([times('mark', 'frame'), times('measure', 'draw:trade'), at, address]);
          };
          requestAnimationFrame(frame);
        })";
    let server = app().start();
    journey("strip-frames", async |page| {
        open(page, &server, "?view=trade&v=2").await;
        let address = page.address().await;
        let (frames, draws, at, during): (Vec<f64>, Vec<f64>, i64, String) = page.js(moves).await;
        assert!(-at > 90, "{at} moves in {} frames", frames.len());
        assert!(draws.len() > 3, "the chart follows: {draws:?}");
        for frame in frames.windows(2) {
            let drawn = draws.iter().filter(|draw| (frame[0]..frame[1]).contains(draw)).count();
            // The chart is drawn in a frame's callback, before or after the one that takes the time.
            assert!(drawn <= 2, "{drawn} drawings between two frames");
        }
        assert!(draws.len() <= frames.len() + 1, "{} drawings in {} frames", draws.len(), frames.len());
        assert_eq!(during, address, "the address stayed until the end");
        page.wait_for("location.search.includes('t=')", "the address follows").await;
    });
}

#[test]
fn the_window_is_moved_by_keyboard() {
    let server = app().start();
    journey("strip-keyboard", async |page| {
        open(page, &server, "?view=trade&v=2").await;
        let last = month(page, TO).await;
        for _ in 0..60 {
            page.press(Key::Tab).await;
            if page.js::<bool>(&format!("return document.activeElement.matches({FROM:?})")).await {
                break;
            }
        }
        assert!(page.js::<bool>(&format!("return document.activeElement.matches({FROM:?})")).await, "Tab leads to it");
        assert!(page.js::<bool>("return document.activeElement.matches(':focus-visible')").await);

        // A key that is held moves the window; the address follows when it is lifted.
        let address = page.address().await;
        page.hold_key(Key::Left).await;
        page.wait_for(&format!("document.querySelector({FROM:?}).ariaValueText === 'December 2022'"), "a month").await;
        assert_eq!(page.address().await, address);
        page.lift_key(Key::Left).await;
        page.wait_address("t=2022-12..latest").await;
        for (key, range, expected) in [
            (TypingData::from(Key::Right), "?view=trade&v=2", "January 2023"),
            (Key::Shift + Key::Left, "t=2022-01..latest", "January 2022"),
            (Key::Shift + Key::Right, "?view=trade&v=2", "January 2023"),
            (Key::PageDown.into(), "t=2022-01..latest", "January 2022"),
            (Key::PageUp.into(), "?view=trade&v=2", "January 2023"),
            (Key::Home.into(), "t=long..latest", "January 2018"),
        ] {
            page.press(key).await;
            page.wait_address(range).await;
            assert_eq!(month(page, FROM).await, expected);
            assert!(page.js::<bool>(&format!("return document.activeElement.matches({FROM:?})")).await, "it stays");
        }
        // To the end: three months stay, which are a chart.
        page.press(Key::End).await;
        page.wait_for("!location.search.includes('t=long')", "the start moves to the end").await;
        page.press(Key::Tab).await;
        assert!(
            page.js::<bool>(&format!("return document.activeElement.matches({TO:?})")).await,
            "then to the other end"
        );
        page.press(Key::Home).await;
        page.press(Key::End).await;
        assert_eq!(month(page, TO).await, last);
        // Escape gives up what is not let go.
        page.focus(FROM).await;
        let (address, before) = (page.address().await, month(page, FROM).await);
        page.hold_key(Key::Left).await;
        page.wait_for(&format!("document.querySelector({FROM:?}).ariaValueText !== {before:?}"), "it moves").await;
        page.press(Key::Escape).await;
        page.lift_key(Key::Left).await;
        page.wait_frames().await;
        assert_eq!((page.address().await, month(page, FROM).await), (address, before));
    });
}
