//! The harness must see what it claims to see: tests of it against a made-up page.

use super::frames::{Frame, Host, with_base};
use super::journey::{journey, journey_with_frames_apart};
use super::page::Page;
use super::rule::Rule;
use super::server::{Builder, Server};
use std::cell::RefCell;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;
use tempfile::TempDir;
use thirtyfour::Key;

const PAGE: &str = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">
<meta name=\"color-scheme\" content=\"light dark\"><title>Toy</title>
<link rel=\"icon\" href=\"icon.svg\"><script defer src=\"toy.js\"></script></head>
<body data-state=\"loading\"><p id=\"message\">Loading</p><input name=\"from\"><button>Press</button>
<noscript>Needs scripts</noscript></body></html>";

const SCRIPT: &str = "const body = document.body, message = document.querySelector('#message');
document.querySelector('button').onmouseenter = () => { body.dataset.pointed = 'yes' };
document.querySelector('button').onclick = () => { navigator.clipboard.writeText('x').then(
  () => { body.dataset.copied = 'yes' }, error => { body.dataset.copied = error.name }) };
(async () => {
  const csv = await (await fetch('toy.csv')).text();
  body.dataset.wasm = await WebAssembly.instantiateStreaming(fetch('toy.wasm')).then(() => 'ok', e => e.name);
  message.innerText = csv;
  performance.mark('charts-ready');
  body.dataset.state = 'ready';
  parent.postMessage({ type: 'toy', width: innerWidth }, '*');
  addEventListener('resize', () => parent.postMessage({ type: 'toy', width: innerWidth }, '*'));
})();";

/// The made-up page in a temporary folder, and a server of it that lets every origin in.
fn toy() -> (TempDir, Builder) {
    let folder = tempfile::tempdir().expect("a folder");
    let files: [(&str, &[u8]); 5] = [
        ("index.html", PAGE.as_bytes()),
        ("toy.js", SCRIPT.as_bytes()),
        ("toy.csv", b"drawn"),
        ("toy.wasm", b"\0asm\x01\0\0\0"),
        ("icon.svg", b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
    ];
    for (name, bytes) in files {
        std::fs::write(folder.path().join(name), bytes).expect("a file");
    }
    let server = Server::of(folder.path()).rule(Rule::all().open_to_all());
    (folder, server)
}

/// The answer to a request that no browser would send.
fn raw(server: &Server, request: &str) -> String {
    let url = server.root_url("");
    let mut stream = TcpStream::connect(url.trim_start_matches("http://")).expect("a connection");
    stream.write_all(request.as_bytes()).expect("a request");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("an answer");
    answer
}

#[test]
fn the_server_serves_a_folder_under_a_path() {
    let (folder, server) = toy();
    let server = server
        .at("/a/b/")
        .redirect("/a/b", "/a/b/")
        .rule(Rule::on("gone.csv").status(500))
        .rule(Rule::on("new.csv").body("made up").delay(Duration::from_millis(60)))
        .start();
    let get = |path: &str| raw(&server, &format!("GET {path} HTTP/1.1\r\nHost: x\r\n\r\n"));
    assert!(get("/a/b/?view=trade").contains("Toy"));
    assert!(get("/a/b?x=1").contains("Location: /a/b/?x=1\r\n"));
    assert!(get("/a/b/toy%2Ecsv").ends_with("\r\n\r\ndrawn"));
    assert!(get("/a/b/toy.wasm").contains("Content-Type: application/wasm\r\n"));
    assert!(get("/a/b/gone.csv").starts_with("HTTP/1.1 500 "));
    let started = std::time::Instant::now();
    assert!(get("/a/b/new.csv").contains("text/csv") && started.elapsed() >= Duration::from_millis(60));
    server.set(Rule::on("new.csv").mime("text/plain"));
    assert!(get("/a/b/new.csv").contains("text/plain"));
    let head = raw(&server, "HEAD /a/b/toy.csv HTTP/1.1\r\n\r\n");
    assert!(head.contains("Content-Length: 5\r\n") && head.contains("Connection: close") && head.ends_with("\r\n\r\n"));
    assert!(get(&format!("/a/b/toy.csv?{}", "x".repeat(100_000))).ends_with("drawn"));
    let outside = folder.path().with_extension("outside");
    std::fs::write(&outside, "secret").expect("a file");
    let name = outside.file_name().expect("a name").to_string_lossy().into_owned();
    for path in ["/toy.csv", "/a/b/..", &format!("/a/b/../{name}"), &format!("/a/b/%2e%2e/{name}"), "/a/b//etc/passwd"]
    {
        assert!(get(path).starts_with("HTTP/1.1 404 "), "{path}");
    }
    std::fs::remove_file(outside).expect("the file");
    assert_eq!(server.count("toy.csv"), 2);
}

#[test]
fn a_page_is_waited_for_read_and_used() {
    let (_folder, server) = toy();
    let server = server.rule(Rule::on("toy.csv").delay(Duration::from_millis(300))).start();
    journey("selftest-page", async |page| {
        page.open(&server.url("?view=trade")).await;
        assert_eq!(page.state().await, "loading");
        page.wait_ready().await;
        assert_eq!(page.text("#message").await, "drawn");
        assert_eq!(page.attribute("body", "data-wasm").await.as_deref(), Some("ok"));
        page.point_at("button").await;
        page.wait_for("document.body.dataset.pointed", "the mouse arrives").await;
        page.set_permission("clipboard-write", "denied").await;
        page.click("button").await;
        page.wait_for("document.body.dataset.copied === 'NotAllowedError'", "copying is denied").await;
        page.set_permission("clipboard-write", "granted").await;
        page.press(Key::Enter).await;
        page.wait_for("document.body.dataset.copied === 'yes'", "copying is granted").await;
        page.press(Key::Shift + Key::Tab).await;
        page.press("2019").await;
        page.wait_for("document.querySelector('input').value === '2019'", "the keys arrive").await;
        page.fill("input[name=from]", "2020-01").await;
        page.set_window(360, 640).await;
        page.set_media("prefers-color-scheme", "dark").await;
        page.wait_for("matchMedia('(prefers-color-scheme: dark)').matches", "the page is dark").await;
        page.new_window().await;
        page.open_ready(&server.url("?view=trade")).await;
    });
    assert_eq!(server.count("toy.csv"), 2);
    assert!(server.requests().contains(&"/?view=trade".to_owned()));
}

#[test]
fn an_unexpected_error_fails_and_nothing_is_left_running() {
    let (_folder, server) = toy();
    let server = server.start();
    let profile = RefCell::new(String::new());
    let failing = |work: &dyn Fn(&Page)| {
        journey("selftest-error", async |page| {
            page.new_window().await;
            page.open_ready(&server.url("")).await;
            profile.replace(page.profile());
            work(page);
            page.js::<()>("setTimeout(() => { throw new Error('thrown late') })").await;
            page.js::<()>("fetch('missing.csv').then(() => { window.fetched = true })").await;
            page.wait_for("window.fetched", "it is fetched").await;
        });
    };
    let caught = |work: &dyn Fn(&Page)| {
        let panic = catch_unwind(AssertUnwindSafe(|| failing(work))).expect_err("the journey fails");
        panic.downcast_ref::<String>().cloned().or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()))
    };
    let message = caught(&|_| {}).expect("a message");
    assert!(message.contains("thrown late") && message.contains("missing.csv"), "{message}");
    let message = caught(&|page| page.console.expect("thrown late")).expect("a message");
    assert!(!message.contains("thrown late") && message.contains("missing.csv"), "{message}");
    let message = caught(&|page| ["thrown", "missing", "else"].iter().for_each(|part| page.console.expect(part)));
    assert!(message.expect("a message").contains("no error about \"else\""));
    assert_eq!(caught(&|_| panic!("by the test")).expect("a message"), "by the test");
    failing(&|page| ["thrown late", "missing.csv"].iter().for_each(|part| page.console.expect(part)));
    let left = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    let left = left.filter_map(|entry| std::fs::read_to_string(entry.path().join("cmdline")).ok());
    assert_eq!(left.filter(|line| line.contains(&*profile.borrow())).count(), 0, "a browser still runs");
    assert!(!std::path::Path::new(&*profile.borrow()).exists(), "the profile is still there");
}

#[test]
fn policies_media_types_and_missing_scripts_are_felt() {
    let (_folder, server) = toy();
    let server = server.at("/a/b/").redirect("/a/b", "/a/b/").start();
    journey("selftest-policy", async |page| {
        server.set(Rule::on("toy.wasm").mime("application/octet-stream"));
        page.open_ready(&server.root_url("/a/b?v=1")).await;
        page.wait_address("/a/b/?v=1").await;
        assert_eq!(page.attribute("body", "data-wasm").await.as_deref(), Some("TypeError"));
        server.set(Rule::on("toy.wasm").mime("application/wasm"));
        server.set(Rule::on("index.html").policy("default-src 'self'; script-src 'self'"));
        page.console.expect("Content Security Policy");
        page.open_ready(&server.url("")).await;
        assert_eq!(page.attribute("body", "data-wasm").await.as_deref(), Some("CompileError"));
        page.js::<()>(
            "const inline = document.createElement('script'); inline.text = '1'; document.body.append(inline)",
        )
        .await;
        page.set_scripts(false).await;
        page.open(&server.url("")).await;
        assert_eq!(page.state().await, "loading");
        assert_eq!(page.text("noscript").await, "Needs scripts");
    });
}

/// A sandboxed frame, one in a hidden tab, one whole in the host's page, and one that the host's policy forbids.
#[test]
fn frames_of_another_origin_are_reached_and_heard() {
    let (_folder, server) = toy();
    let server = server.start();
    let frame = Frame::at(&server.url("?n=1"));
    let host = Host::builder()
        .frame(frame.clone().with("sandbox", "allow-scripts"))
        .frame(frame.clone().with("allow", "clipboard-write").hidden())
        .frame(Frame::srcdoc(&with_base(PAGE, &server.url(""))))
        .frame(Frame::at("http://127.0.0.1:9/"))
        .policy(&format!("default-src 'self' {}; style-src 'self' 'unsafe-inline'", server.root_url("/")))
        .dark()
        .width(320)
        .start();
    let visit = async |page: &Page| {
        host.open(page).await;
        page.in_frame(0, async || {
            page.wait_ready().await;
            assert_eq!(page.js::<String>("return window.origin").await, "null");
            assert!(page.js::<bool>("return matchMedia('(prefers-color-scheme: dark)').matches").await);
            page.click("button").await;
            page.wait_for("document.body.dataset.copied === 'NotAllowedError'", "copying is denied").await;
            page.js::<()>("setTimeout(() => { throw new Error('thrown in a frame') })").await;
        })
        .await;
        Host::wait_message(page, 0, "data.width === 320").await;
        Host::wait_message(page, 1, "data.width === 0").await;
        Host::show(page).await;
        Host::wait_message(page, 1, "data.width === 320").await;
        page.in_frame(1, async || {
            page.click("button").await;
            page.wait_for("document.body.dataset.copied === 'yes'", "copying is allowed").await;
        })
        .await;
        page.in_frame(2, async || assert_eq!(page.address().await, "about:srcdoc")).await;
        Host::wait_message(page, 2, "data.type === 'toy'").await;
        let messages = Host::messages(page).await;
        let first = messages.iter().find(|message| message.frame == Some(0)).expect("a message");
        assert_eq!((first.origin.as_str(), &first.data["type"]), ("null", &"toy".into()));
        assert!(messages.iter().all(|message| message.frame.is_some()));
    };
    journey("selftest-frames", async |page| {
        page.console.expect("thrown in a frame");
        page.console.expect("Permissions policy violation");
        page.console.expect("Content Security Policy");
        visit(page).await;
    });
    journey_with_frames_apart("selftest-frames-apart", async |page| {
        page.console.expect("Content Security Policy");
        visit(page).await;
    });
}
