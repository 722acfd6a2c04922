//! Pages around a frame that are not one plain document: web components, right to left, a document inside another one;
//! and pages that answer late or never.

use super::{PRICES, SANDBOX, drawn, open};
use crate::app::app;
use crate::frames::{Frame, Host};
use crate::journey::journey;
use crate::rule::Rule;
use crate::server::Server;

/// A host of this body, which keeps the heights that it is told in `told`.
fn host_of(body: &str) -> Server {
    let html = format!(
        "<!doctype html><title>Host</title><script>told = []; addEventListener('message', ({{ data }}) => {{ \
         if (data.type === 'rare-earth-trade:height') told.push(data.height) }})</script>{body}"
    );
    Server::of("").rule(Rule::on("index.html").body(html)).rule(Rule::on("favicon.ico").status(204)).start()
}

#[test]
fn frames_inside_web_components_fit_their_charts() {
    let server = open().start();
    // One component within another, whose frame is sandboxed, and a frame beside them.
    let body = format!(
        "<script>const component = (name, html) => customElements.define(name, class extends HTMLElement {{ \
           connectedCallback() {{ this.attachShadow({{ mode: 'open' }}).innerHTML = html }} }}); \
         component('chart-outer', '<p>Outer</p><chart-inner></chart-inner>'); \
         component('chart-inner', `<iframe title=\"x\" width=\"600\" height=\"300\" sandbox=\"{SANDBOX}\" src=\"{url}\"></iframe>`);\
         </script><chart-outer></chart-outer>\
         <iframe title=\"y\" width=\"600\" height=\"300\" src=\"{url}\"></iframe>",
        url = server.url(PRICES)
    );
    let host = host_of(&body);
    let frames = "[document.querySelector('chart-outer').shadowRoot.querySelector('chart-inner').shadowRoot.querySelector('iframe'), \
                  document.querySelector('iframe')]";
    journey("host-components", async |page| {
        page.open(&host.url_on_localhost("")).await;
        page.wait_for("told.length >= 2", "both frames tell their height").await;
        // Only now, so that it has to ask.
        let script = server.url("frame.js");
        page.js::<()>(&format!(
            "const it = document.createElement('script'); it.src = {script:?}; document.body.append(it)"
        ))
        .await;
        let fit = format!("{frames}.every(frame => frame.clientHeight > 400 && told.includes(frame.clientHeight))");
        page.wait_for(&fit, "both frames fit their charts").await;
    });
}

#[test]
fn a_host_that_is_written_from_right_to_left_works() {
    let server = app().start();
    let frame = Frame::at(&server.url(PRICES));
    let host = Host::builder().frame(frame.clone()).frame(frame.height(400)).width(600).right_to_left().start();
    journey("host-right-to-left", async |page| {
        host.open(page).await;
        for number in [0, 1] {
            assert_eq!(drawn(page, number).await, 1);
            page.in_frame(number, async || {
                let wide: i64 = page.js("return document.documentElement.scrollWidth - innerWidth").await;
                assert!(wide <= 0, "frame {number} sticks out sideways by {wide} px");
                let direction: String = page.js("return getComputedStyle(document.body).direction").await;
                assert_eq!(direction, "ltr", "the chart's own page is not turned");
            })
            .await;
        }
    });
}

/// As previews of mails and content systems are: the page around the frame has no address of its own.
#[test]
fn a_host_that_is_a_document_inside_another_page_works() {
    let server = open().start();
    let inner = format!(
        "<!doctype html><title>Article</title><iframe title=\"x\" width=\"600\" height=\"300\" src=\"{}\"></iframe>\
         <script src=\"{}\"></script>",
        server.url(PRICES),
        server.url("frame.js"),
    );
    let plain = Frame::srcdoc(&inner).height(1200);
    let host = Host::builder().frame(plain.clone()).frame(plain.with("sandbox", SANDBOX)).width(700).start();
    journey("host-srcdoc", async |page| {
        host.open(page).await;
        for number in [0, 1] {
            page.in_frame(number, async || {
                assert_eq!(drawn(page, 0).await, 1);
                let frame = "document.querySelector('iframe')";
                page.wait_for(&format!("{frame}.clientHeight > 400"), "the frame fits its chart").await;
                page.in_frame(0, async || {
                    let over: i64 = page.js("return document.documentElement.scrollHeight - innerHeight").await;
                    assert!(over <= 0, "it scrolls by {over} px");
                })
                .await;
            })
            .await;
        }
    });
}

#[test]
fn a_host_that_answers_late_or_never_has_a_chart_all_the_same() {
    let server = app().start();
    let frame = |name: &str| {
        format!(
            "<iframe title=\"x\" name=\"{name}\" width=\"620\" height=\"300\" src=\"{}\"></iframe>",
            server.url(PRICES)
        )
    };
    let late = "<script>addEventListener('message', ({ data, source }) => { \
        const frame = [...document.querySelectorAll('iframe')].find(frame => frame.contentWindow === source); \
        if (data.type === 'rare-earth-trade:height' && frame.name === 'late') setTimeout(() => { frame.height = data.height }, 1500) \
        })</script>";
    let host = host_of(&[late, &frame("late"), &frame("never")].concat());
    journey("host-late", async |page| {
        page.set_window(700, 900).await;
        page.open(&host.url_on_localhost("")).await;
        for number in [0, 1] {
            // Whatever room there is, it has a chart.
            assert_eq!(drawn(page, number).await, 1);
        }
        page.wait_for("document.querySelector('[name=late]').clientHeight > 400", "the late answer is there").await;
        for number in [0, 1] {
            page.in_frame(number, async || {
                page.wait_frames().await;
                let over: i64 = page.js("return document.documentElement.scrollHeight - innerHeight").await;
                assert!(over <= 0, "frame {number} scrolls by {over} px");
            })
            .await;
        }
        let told: usize = page.js("return told.length").await;
        assert!(told <= 4, "it asks again and again: {told}");
    });
}
