//! What the host of a chart sends, or fails to send: headers, policies, media types, paths, files.

use super::{PRICES, SANDBOX, drawn, open};
use crate::app::{app, built_file};
use crate::frames::{Frame, Host};
use crate::journey::journey;
use crate::rule::Rule;
use crate::server::Server;

/// The policy that docs/embedding.md asks for.
const STRICT: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
                      img-src 'self' data: blob:; connect-src 'self'";

/// Opens a host with one frame and waits for its chart.
fn works(name: &str, server: &Server, frame: Frame) {
    let host = Host::builder().frame(frame).start();
    journey(name, async |page| {
        host.open(page).await;
        assert_eq!(drawn(page, 0).await, 1);
        Host::wait_message(page, 0, "data.type === 'rare-earth-trade:height' && data.height > 400").await;
    });
    assert!(server.count("index.html") + server.count("") > 0, "the frame came from the server");
}

/// Opens a host with one frame and waits for its words, of which one must be `said`.
fn explained(name: &str, frame: Frame, said: &str, console: &[&str]) {
    let host = Host::builder().frame(frame).start();
    journey(name, async |page| {
        console.iter().for_each(|part| page.console.allow(part));
        host.open(page).await;
        page.in_frame(0, async || {
            page.wait_for("document.body?.dataset.state === 'failed'", "the frame says that it failed").await;
            let message = page.text("#status").await;
            assert!(message.contains(said), "{message:?}");
            // The chart that the link asks for, as it was built.
            assert!(message.contains("figures of the last build"), "{message:?}");
            let picture = "document.querySelector('#app a[target=_blank] > img[alt]')";
            page.wait_for(&format!("{picture}.naturalWidth > 0"), "the chart's picture is there").await;
            let name: String = page.js(&format!("return {picture}.src.split('/').pop()")).await;
            assert!(name.starts_with("prices-wide-"), "{name}");
            assert_eq!(page.count("#headline, .masthead").await, 0, "nothing of the overview stays in a frame");
        })
        .await;
    });
}

#[test]
fn a_sandbox_that_allows_scripts_works() {
    let server = open().start();
    works("host-sandbox", &server, Frame::at(&server.url(PRICES)).with("sandbox", SANDBOX));
    works("host-sandbox-scripts", &server, Frame::at(&server.url(PRICES)).with("sandbox", "allow-scripts"));
}

#[test]
fn a_sandbox_with_the_same_origin_and_downloads_works() {
    let server = app().start();
    let allowed = "allow-scripts allow-same-origin allow-downloads";
    works("host-same-origin", &server, Frame::at(&server.url(PRICES)).with("sandbox", allowed));
}

#[test]
fn a_strict_policy_works() {
    let server = open().start();
    // The host by its name too: WebKit takes 'self' of a sandboxed page for nothing.
    let own = format!("'self' {}", server.url("").trim_end_matches('/'));
    server.set(Rule::all().policy(&STRICT.replace("'self'", &own)));
    works("host-strict", &server, Frame::at(&server.url(PRICES)).with("sandbox", "allow-scripts"));
}

#[test]
fn a_policy_without_web_assembly_is_explained() {
    let policy = STRICT.replace(" 'wasm-unsafe-eval'", "");
    let server = app().rule(Rule::all().policy(&policy)).start();
    explained("host-no-wasm", Frame::at(&server.url(PRICES)), "'wasm-unsafe-eval'", &["WebAssembly"]);
}

#[test]
fn a_sub_path_works_with_and_without_its_slash() {
    let server = app().at("/a/b/").redirect("/a/b", "/a/b/").start();
    works("host-sub-path", &server, Frame::at(&server.root_url(&format!("/a/b/{PRICES}"))));
    works("host-sub-path-redirect", &server, Frame::at(&server.root_url(&format!("/a/b{PRICES}"))));
}

#[test]
fn a_wrong_media_type_works() {
    let server = app().rule(Rule::ending(".wasm").mime("application/octet-stream")).start();
    works("host-octet-stream", &server, Frame::at(&server.url(PRICES)));
}

#[test]
fn a_sandbox_without_cors_headers_is_explained() {
    let server = app().start();
    let frame = Frame::at(&server.url(PRICES)).with("sandbox", "allow-scripts");
    explained("host-no-cors", frame, "Access-Control-Allow-Origin: *", &["CORS", "Failed to load"]);
}

#[test]
fn files_that_went_with_an_update_are_explained() {
    for ending in [".wasm", ".js"] {
        let gone = app().rule(Rule::ending(ending).status(404)).start();
        gone.set(Rule::on(&built_file("boot-")).status(200));
        let frame = Frame::at(&gone.url(PRICES));
        let name = format!("host-gone-{}", &ending[1..]);
        let host = Host::builder().frame(frame).start();
        journey(&name, async |page| {
            ["404", "Failed to load", "dynamically imported", "WebAssembly"]
                .iter()
                .for_each(|part| page.console.allow(part));
            host.open(page).await;
            page.in_frame(0, async || {
                page.wait_for("document.body?.dataset.state === 'failed'", "the frame says that it failed").await;
                let message = page.text("#status").await;
                assert!(message.contains("missing on its host") && message.contains("Reload"), "{message:?}");
                assert_eq!(page.count("#status button").await, 1);
            })
            .await;
        });
    }
}

#[test]
fn a_missing_boot_script_is_hinted_at_by_the_style_sheet() {
    let server = app().rule(Rule::ending(".js").status(404)).start();
    let host = Host::builder().frame(Frame::at(&server.url(PRICES))).start();
    journey("host-no-boot", async |page| {
        ["404", "Failed to load"].iter().for_each(|part| page.console.allow(part));
        host.open(page).await;
        page.in_frame(0, async || {
            page.wait_for("getComputedStyle(document.querySelector('#late')).visibility === 'visible'", "a hint").await;
            assert!(page.text("#late").await.contains("Reload"));
        })
        .await;
    });
}

#[test]
fn a_frame_says_that_it_is_loading_and_what_day_it_shows() {
    let server = app().rule(Rule::ending(".csv").delay(std::time::Duration::from_secs(3))).start();
    let query = "?view=trade&chart=trade&asof=2025-04-21&_embed=1&_hide=title~source&v=2";
    let host = Host::builder().frame(Frame::at(&server.url(query))).start();
    journey("host-loading", async |page| {
        page.open(&host.url()).await;
        page.in_frame(0, async || {
            page.wait_for("performance.getEntriesByName('fetch-start').length > 0", "the module runs").await;
            assert!(page.text("body").await.contains("Loading"), "{:?}", page.text("body").await);
            page.wait_ready().await;
            // What is hidden does not take this along.
            assert!(page.text(".as-of").await.starts_with("As known on 21 April 2025"));
            assert!(page.js::<bool>("return document.querySelector('.as-of').clientHeight > 10").await);
            assert_eq!(page.count("summary").await, 0, "nothing hidden can be reached");
        })
        .await;
    });
}
