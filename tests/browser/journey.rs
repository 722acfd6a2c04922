//! The one way to run a browser test: a fresh browser, the test, the console, a picture.

use super::browser::Frames;
use super::engine::{Engine, Skipped, skipped};
use super::page::Page;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};

/// Runs a test in a fresh browser. At its end, failed or not, a picture of the page is saved to `target/browser/NAME.png`;
/// an error in the console that the test did not foresee fails it.
pub fn journey(name: &str, test: impl AsyncFnOnce(&Page)) {
    run(name, Frames::WithHost, test);
}

/// The same with the frames of other origins in processes of their own, whose errors go unseen.
pub fn journey_with_frames_apart(name: &str, test: impl AsyncFnOnce(&Page)) {
    run(name, Frames::Apart, test);
}

fn run(name: &str, frames: Frames, test: impl AsyncFnOnce(&Page)) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let page = runtime.block_on(Page::new(frames));
    let result = catch_unwind(AssertUnwindSafe(|| runtime.block_on(test(&page))));
    let ended = catch_unwind(AssertUnwindSafe(|| runtime.block_on(end(name, &page, result.is_ok()))));
    runtime.block_on(page.browser.stop());
    if let Err(Some(Skipped(reason))) = result.as_ref().map_err(|panic| panic.downcast_ref::<Skipped>()) {
        skipped(name, reason);
        return;
    }
    result.and(ended).unwrap_or_else(|panic| resume_unwind(panic));
}

/// Saves the picture and judges the console.
async fn end(name: &str, page: &Page, passed: bool) {
    let _ = page.driver().enter_default_frame().await;
    page.screenshot(&picture(name)).await;
    let errors = page.console_errors().await;
    match page.console.verdict(&errors) {
        _ if !Engine::current().tells_console() => {}
        Ok(()) => {}
        Err(verdict) if passed => panic!("{verdict}"),
        Err(verdict) => eprintln!("{name}: besides, {verdict}"),
    }
}

/// Where a picture of that name goes: the folder `browser` beside cargo's other build results.
pub fn picture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("browser").join(format!("{name}.png"))
}
