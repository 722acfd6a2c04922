//! Code that is loaded when a panel is opened: never before, from any host, and with words where it is missing.

use super::app::{app, built_bytes, built_file, single};
use super::journey::journey;
use super::page::Page;
use super::rule::Rule;
use super::server::{Builder, Server};

/// The file with the code of what a reader opens.
fn part() -> String {
    built_file("opened-")
}

async fn press(page: &Page, panel: &str) {
    page.click(&format!("button[popovertarget=\"{panel}\"]")).await;
    page.wait_for(&format!("document.querySelector('#{panel}:popover-open')"), "the panel is open").await;
}

async fn filled(page: &Page) {
    page.wait_for("document.querySelector('#share .panel__link')?.value.includes('view=')", "the panel is filled")
        .await;
}

/// Opens the page and its panel from a host that is out of the ordinary.
fn works(name: &str, server: Builder, path: &str) {
    let server = server.start();
    journey(name, async |page| {
        page.open_ready(&server.root_url(path)).await;
        assert_eq!(server.count(&part()), 0, "nobody has asked for the panels yet");
        press(page, "share").await;
        filled(page).await;
        assert_eq!(page.count("#share .qr__code svg").await, 1);
        assert_eq!(server.count(&part()), 1);
    });
}

#[test]
fn a_part_is_loaded_when_it_is_opened() {
    works("part", app(), "/");
}

#[test]
fn a_part_with_a_wrong_media_type_works() {
    works("part-octet-stream", app().rule(Rule::ending(".wasm").mime("application/octet-stream")), "/");
}

#[test]
fn a_part_under_a_strict_policy_works() {
    let policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
                  img-src 'self' data: blob:; connect-src 'self'";
    works("part-strict", app().rule(Rule::all().policy(policy)), "/");
}

#[test]
fn a_part_on_a_sub_path_works() {
    works("part-sub-path", app().at("/a/b/").redirect("/a/b", "/a/b/"), "/a/b?view=trade");
}

#[test]
fn a_part_of_the_one_file_copy_works() {
    let html = std::fs::read_to_string(single()).expect("the page in one file");
    let server = Server::of("").rule(Rule::on("chart.html").body(html)).start();
    journey("part-single", async |page| {
        page.open_ready(&server.url("chart.html")).await;
        press(page, "share").await;
        filled(page).await;
        assert!(server.requests().iter().all(|path| !path.contains(".wasm")), "{:?}", server.requests());
    });
}

#[test]
fn a_missing_part_says_so_and_can_be_asked_for_again() {
    let server = app().rule(Rule::on(&part()).body("not found").mime("text/plain").status(404)).start();
    journey("part-missing", async |page| {
        page.console.expect(&part());
        ["WebAssembly", "CompileError", "load"].iter().for_each(|part| page.console.allow(part));
        page.open_ready(&server.url("")).await;
        press(page, "share").await;
        page.wait_for("document.querySelector('#share').textContent.includes('reload')", "the panel says so").await;
        page.js::<()>("document.querySelector('#share').hidePopover()").await;
        page.wait_for("document.querySelector('#share').textContent === ''", "a closed panel is empty").await;
        // It is back.
        server.set(Rule::on(&part()).body(built_bytes(&part())).mime("application/wasm").status(200));
        press(page, "share").await;
        filled(page).await;
        page.js::<()>("document.querySelector('#share').hidePopover()").await;
        press(page, "embed").await;
        page.wait_for("document.querySelector('#embed .panel__snippet')?.value.includes('<iframe')", "it works").await;
        assert_eq!(page.state().await, "ready");
    });
}

#[test]
fn a_panel_that_is_closed_while_its_part_is_on_the_way_stays_empty() {
    let server = app().rule(Rule::on(&part()).delay(std::time::Duration::from_millis(1500))).start();
    journey("part-late", async |page| {
        page.open_ready(&server.url("")).await;
        press(page, "share").await;
        page.js::<()>("document.querySelector('#share').hidePopover()").await;
        press(page, "embed").await;
        page.wait_for("document.querySelector('#embed .panel__snippet')?.value", "the open panel is filled").await;
        assert_eq!(page.text("#share").await, "");
        assert_eq!(server.count(&part()), 1, "one request for both");
    });
}
