//! Copies of the page that other people serve: one file, from a disk or a server, and a folder with the documented headers.

use super::app::{OVERVIEW, app, single};
use super::frames::{Builder as HostBuilder, Frame, Host};
use super::hosts::{PRICES, SANDBOX, drawn};
use super::journey::journey;
use super::rule::Rule;
use super::server::Server;

#[test]
fn one_file_works_from_a_disk_and_inside_a_page() {
    let file = single();
    journey("single-file", async |page| {
        page.open_ready(&format!("file://{}", file.display())).await;
        assert_eq!(page.drawn().await, OVERVIEW);
        assert_eq!((page.notices("file").await.as_str(), page.count("footer a:not([data-view])").await), ("", 0));
        page.click("nav.views a[data-view=prices]").await;
        page.wait_address("view=prices").await;
        page.wait_ready().await;
        page.click("button[popovertarget=share]").await;
        page.wait_for("document.querySelector('#share')?.textContent.includes('file of its own')", "it says so").await;
        page.open_ready(&format!("file://{}?view=trade&by=year&v=2", file.display())).await;
        assert_eq!(page.drawn().await, ["trade", "ytd", "change"]);
    });
    let html = std::fs::read_to_string(&file).expect("the page in one file");
    let host = Host::builder().frame(Frame::srcdoc(&html)).frame(Frame::srcdoc(&html).with("sandbox", SANDBOX)).start();
    journey("single-srcdoc", async |page| {
        host.open(page).await;
        assert_eq!((drawn(page, 0).await, drawn(page, 1).await), (5, 5));
        Host::wait_message(page, 0, "data.type === 'rare-earth-trade:height' && data.height > 900").await;
        page.in_frame(0, async || {
            page.click("nav.views a[data-view=trade]").await;
            page.wait_for("document.querySelector('figure.chart[data-chart=trade] .chart__figures')", "Trade").await;
        })
        .await;
    });
    let server = Server::of("").rule(Rule::on("chart.html").body(html)).start();
    let frame = Frame::at(&server.url("chart.html?view=prices&chart=prices&_embed=1&v=2"));
    let host = Host::builder().frame(frame).start();
    journey("single-served", async |page| {
        host.open(page).await;
        assert_eq!(drawn(page, 0).await, 1);
    });
}

/// The headers of one server's example in docs/embedding.md: what stands between the quotes of each line that sets one.
fn documented(language: &str, line_with: &str) -> Vec<(String, String)> {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/embedding.md");
    let text = std::fs::read_to_string(path).expect("docs/embedding.md");
    let block = text.split(&format!("```{language}\n")).nth(1).and_then(|rest| rest.split("```").next());
    let header = |line: &str| {
        let (_, rest) = line.split_once(line_with)?;
        let (name, rest) = rest.split_once([' ', '"'])?;
        let value = rest.trim_start_matches("value=").trim_start_matches(" value=").strip_prefix('"').unwrap_or(rest);
        Some((name.to_owned(), value.trim_start_matches(['"', ' ']).split('"').next()?.to_owned()))
    };
    // The first five are those of the page itself; files named by a hash follow with a longer life.
    block.expect("an example").lines().filter_map(header).take(5).collect()
}

#[test]
fn the_documented_headers_are_enough() {
    let headers = documented("nginx", "add_header ");
    assert_eq!(headers.len(), 5, "{headers:?}");
    assert_eq!(documented("apache", "Header always set "), headers);
    assert_eq!(documented("xml", "<add name=\""), headers);
    let frames = [Frame::at("FRAME").with("sandbox", SANDBOX), Frame::at("FRAME")];
    // Also in a page that loads nothing from elsewhere without its leave.
    let isolated = |host: HostBuilder| host.header("Cross-Origin-Embedder-Policy", "require-corp");
    let hosts: [fn(HostBuilder) -> HostBuilder; 2] = [|host| host, isolated];
    let both = frames.iter().flat_map(|frame| hosts.map(|host| (frame.clone(), host)));
    for (number, (frame, with)) in both.enumerate() {
        let server = app().start();
        let host = with(Host::builder()).frame(frame.with("src", &server.url(PRICES))).start();
        let origin = host.url().trim_end_matches('/').to_owned();
        let all = headers.iter().fold(Rule::all(), |rule, (name, value)| {
            let value = value.replace("https://intranet.example.org", &origin);
            rule.header(name, &value.replace("https://charts.example.org", server.url("").trim_end_matches('/')))
        });
        server.set(all);
        journey(&format!("host-documented-{number}"), async |page| {
            host.open(page).await;
            assert_eq!(drawn(page, 0).await, 1);
            // The script of recipe 2, and the picture of recipe 4.
            let script = format!(
                "const add = (name, src) => new Promise((done, fail) => {{ const part = document.createElement(name); \
                part.onload = () => done(true); part.onerror = () => done(false); part.src = src; document.body.append(part) }}); \
                return Promise.all([add('script', '{0}'), add('img', '{1}')])",
                server.url("frame.js"),
                server.url("charts/prices-wide-light.png")
            );
            assert_eq!(page.js::<[bool; 2]>(&script).await, [true, true]);
        });
    }
    // Somebody else's page may not frame it.
    let server = app().start();
    let host = Host::builder().frame(Frame::at(&server.url(PRICES))).start();
    server.set(headers.iter().fold(Rule::all(), |rule, (name, value)| rule.header(name, value)));
    journey("host-documented-stranger", async |page| {
        page.console.expect("frame-ancestors");
        host.open(page).await;
        page.in_frame(0, async || assert_eq!(page.count("#app").await, 0)).await;
    });
}
