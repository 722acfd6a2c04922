//! The page inside the pages of others: every host that must work, or at least be told why it does not.
//!
//! The host's page always comes from another origin than the frame.

use super::app::{app, built_file, charts, frame_link};
use super::frames::{Frame, Host};
use super::journey::journey;
use super::page::Page;
use super::rule::Rule;
use super::server::{Builder, Server};

pub const PRICES: &str = "?view=prices&chart=prices&_embed=1&_id=a&v=2";

/// The policy that docs/embedding.md asks for.
const STRICT: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
                      img-src 'self' data: blob:; connect-src 'self'";

/// What the sandbox line of our snippet allows.
pub const SANDBOX: &str = "allow-scripts allow-popups allow-popups-to-escape-sandbox";

/// A server of the page that lets every origin read its files, as a sandboxed frame needs.
fn open() -> Builder {
    app().rule(Rule::all().open_to_all())
}

/// Waits until that frame has drawn its chart, and how many it has drawn.
pub async fn drawn(page: &Page, frame: u16) -> usize {
    page.in_frame(frame, async || {
        page.wait_ready().await;
        page.drawn().await.len()
    })
    .await
}

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
fn a_plain_frame_tells_its_height_in_three_forms() {
    let server = app().start();
    let host = Host::builder().frame(Frame::at(&server.url(PRICES))).width(600).start();
    journey("host-plain", async |page| {
        host.open(page).await;
        assert_eq!(drawn(page, 0).await, 1);
        for form in [
            "data.type === 'rare-earth-trade:height' && data.id === 'a' && data.v === 1 && data.height > 400",
            "data['datawrapper-height']?.a > 400",
            "data.sentinel === 'amp' && data.type === 'embed-size' && data.height > 400",
        ] {
            Host::wait_message(page, 0, form).await;
        }
        page.in_frame(0, async || {
            for part in [".chart__title", ".chart__subtitle", ".chart__publisher", ".chart__all a[target=_blank]"] {
                assert_eq!(page.count(part).await, 1, "{part}");
            }
            assert_eq!(page.count("header, #headline, footer, .panel, .controls, .strip, #now, #article").await, 0);
            let full = page.attribute(".chart__all a", "href").await.unwrap_or_default();
            assert_eq!(full, server.url("?view=prices&v=2"));
        })
        .await;
        let heights: Vec<f64> = page
            .js("return messages.filter(({ data }) => data.type?.endsWith(':height')).map(({ data }) => data.height)")
            .await;
        assert!(heights.iter().all(|height| height.fract() == 0.0 && *height > 0.0), "{heights:?}");
        assert!(heights.iter().all(|height| *height == heights[0]), "the host's page jumps: {heights:?}");
    });
}

#[test]
fn the_script_fits_the_frame_and_the_height_comes_to_rest() {
    let server = app().start();
    let frame = |query: &str| {
        format!("<div><iframe title=\"x\" width=\"100%\" height=\"300\" src=\"{}\"></iframe></div>", server.url(query))
    };
    let html = format!(
        "<!doctype html><title>Host</title><script>heights = []; addEventListener('message', ({{ data }}) => {{ \
         if (data.type === 'rare-earth-trade:height') heights.push(data.height) }})</script>{}{}",
        frame("?view=trade&chart=trade&_embed=1&_id=b&v=2"),
        frame("?view=prices&chart=prices&_embed=1&_id=b&v=2"),
    );
    let host = Server::of("").rule(Rule::on("index.html").body(html)).rule(Rule::on("favicon.ico").status(204)).start();
    journey("host-script", async |page| {
        page.set_window(700, 900).await;
        page.open(&host.url_on_localhost("")).await;
        assert_eq!((drawn(page, 0).await, drawn(page, 1).await), (1, 1));
        // Only now, as an `async` script may: the frames tell their height again.
        page.js::<()>(&format!(
            "const script = document.createElement('script'); script.src = {:?}; document.body.append(script)",
            server.url("frame.js")
        ))
        .await;
        let fits = |number: u16| {
            format!(
                "(() => {{ const frame = document.querySelectorAll('iframe')[{number}]; \
                 return frame.clientHeight > 400 && heights.includes(frame.clientHeight) }})()"
            )
        };
        page.wait_for(&fits(0), "the first frame fits its chart").await;
        page.wait_for(&fits(1), "the second frame fits its chart").await;
        for number in [0, 1] {
            let inside = "return document.documentElement.scrollHeight - innerHeight";
            let over: i64 = page.in_frame(number, async || page.js(inside).await).await;
            assert!((-1..=0).contains(&over), "frame {number} scrolls by {over} px");
        }
        // A frame whose width changed with its height, by a scroll bar, would tell for ever. The widths are those at
        // which one did.
        let rest = "let frames = 0; const told = heights.length; return new Promise(done => { const next = () => \
                    ++frames > 40 ? done(heights.slice(told)) : requestAnimationFrame(next); next() })";
        for width in [616, 716, 784, 916, 700] {
            page.set_window(width, 900).await;
            page.wait_for(&fits(0), "the first frame fits its chart").await;
            page.wait_for(&fits(1), "the second frame fits its chart").await;
            page.js::<Vec<u32>>(rest).await;
            let told: Vec<u32> = page.js(rest).await;
            assert!(told.is_empty(), "at {width} px the frames go on to tell {told:?}");
        }
        let told: Vec<u32> = page.js("return heights").await;
        assert!(told.iter().all(|height| *height > 300), "no height before the chart is there: {told:?}");
        page.set_window(340, 900).await;
        page.wait_for(&format!("{} && heights.length > {}", fits(1), told.len()), "it fits a narrow column too").await;
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
    let server = open().rule(Rule::all().policy(STRICT)).start();
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
fn a_frame_of_every_chart_on_one_page_works() {
    let server = app().start();
    let charts = charts();
    let mut host = Host::builder();
    for (number, chart) in charts.iter().enumerate() {
        let query = format!("{}&_id=n{number}", frame_link(chart));
        host = host.frame(Frame::at(&server.url(&query)));
    }
    let host = host.start();
    journey("host-every", async |page| {
        host.open(page).await;
        let history: usize = page.js("return history.length").await;
        for (number, chart) in (0..).zip(&charts) {
            assert_eq!(drawn(page, number).await, 1, "frame {number}");
            page.in_frame(number, async || assert_eq!(page.drawn().await, [*chart])).await;
            let id = format!("data.id === 'n{number}' && data.height > 120");
            Host::wait_message(page, number.into(), &id).await;
        }
        assert_eq!(page.js::<usize>("return history.length").await, history, "the host's Back button is its own");
    });
}

#[test]
fn a_frame_in_a_hidden_tab_is_drawn_when_it_is_shown() {
    let server = app().start();
    let host =
        Host::builder().frame(Frame::at(&server.url(PRICES)).hidden()).frame(Frame::at(&server.url(PRICES))).start();
    journey("host-hidden", async |page| {
        host.open(page).await;
        assert_eq!(drawn(page, 1).await, 1);
        page.in_frame(0, async || assert_eq!(page.drawn().await.len(), 0)).await;
        Host::show(page).await;
        assert_eq!(drawn(page, 0).await, 1);
        Host::wait_message(page, 0, "data.type === 'rare-earth-trade:height' && data.height > 400").await;
        let nothing: bool = page.js("return messages.every(({ data }) => data.height !== 0)").await;
        assert!(nothing, "a height of nothing was told");
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

#[test]
fn the_folded_notes_of_a_frame_stay_open() {
    let server = app().start();
    let host = Host::builder().frame(Frame::at(&server.url("?view=trade&chart=trade&_embed=1&v=2"))).start();
    let open = "document.querySelector('.chart__notes[open] p')";
    journey("host-notes", async |page| {
        host.open(page).await;
        page.in_frame(0, async || {
            page.wait_ready().await;
            page.click(".chart__notes summary").await;
            page.wait_for(open, "the notes are there").await;
        })
        .await;
        // A frame has no fields: its host changes what it shows.
        page.js::<()>(
            "frames[0].postMessage({ type: 'rare-earth-trade:view', view: 'view=trade&by=quarter&v=2' }, '*')",
        )
        .await;
        page.in_frame(0, async || {
            page.wait_address("by=quarter").await;
            page.wait_frames().await;
            page.wait_for(open, "they stay open when the view changes").await;
        })
        .await;
    });
}

#[test]
fn a_dark_host_gets_a_dark_frame() {
    let server = app().start();
    let host = Host::builder()
        .frame(Frame::at(&server.url(PRICES)))
        .frame(Frame::at(&server.url(&PRICES.replace("&v=2", "&_theme=light&v=2"))))
        .dark()
        .start();
    journey("host-dark", async |page| {
        host.open(page).await;
        let ground = "return getComputedStyle(document.documentElement).backgroundColor";
        let mut grounds: Vec<String> = Vec::new();
        for frame in [0, 1] {
            drawn(page, frame).await;
            grounds.push(page.in_frame(frame, async || page.js(ground).await).await);
        }
        assert_eq!(grounds, ["rgb(20, 23, 28)", "rgb(253, 252, 249)"]);
    });
}

#[test]
fn a_column_of_320_px_works() {
    let server = app().start();
    let mut host = Host::builder().width(320);
    for chart in charts() {
        host = host.frame(Frame::at(&server.url(&frame_link(chart))).height(900));
    }
    let host = host.start();
    journey("host-320", async |page| {
        page.set_window(360, 800).await;
        host.open(page).await;
        for number in (0..).take(charts().len()) {
            drawn(page, number).await;
            let wide: i64 = page
                .in_frame(number, async || page.js("return document.documentElement.scrollWidth - innerWidth").await)
                .await;
            assert!(wide <= 0, "frame {number} sticks out sideways by {wide} px");
        }
    });
}

#[test]
fn a_host_tells_theme_and_view_and_nobody_else_does() {
    let server = open().start();
    let frame = Frame::at(&server.url("?view=prices&chart=prices&_embed=1&_theme=light&_id=a&v=2"));
    let host = Host::builder().frame(frame.clone().with("sandbox", "allow-scripts")).frame(frame).start();
    let tell = |what: &str, text: &str| format!("({{ type: 'rare-earth-trade:{what}', {what}: {text:?} }}, '*')");
    journey("host-tells", async |page| {
        host.open(page).await;
        drawn(page, 0).await;
        drawn(page, 1).await;
        // A neighbour is not the host.
        page.in_frame(1, async || {
            page.js::<()>(&format!("parent.frames[0].postMessage{}", tell("theme", "dark"))).await;
        })
        .await;
        page.js::<()>(&format!("frames[0].postMessage{}", tell("view", "view=trade&by=year&_embed=0&v=1"))).await;
        page.in_frame(0, async || {
            page.wait_for("document.querySelector('figure.chart[data-chart=trade] svg')", "the view follows").await;
            // It was written for version 1, when the chart started in 2018 by itself.
            page.wait_address("t=long..latest&by=year").await;
            assert_eq!(page.attribute("html", "data-theme").await.as_deref(), Some("light"));
            assert_eq!(page.count("header, footer").await, 0, "a frame stays a frame");
        })
        .await;
        // A view that is no text is none.
        page.js::<()>("frames[0].postMessage({ type: 'rare-earth-trade:view', view: null }, '*')").await;
        page.js::<()>(&format!("frames[0].postMessage{}", tell("theme", "dark"))).await;
        page.in_frame(0, async || page.wait_for("document.documentElement.dataset.theme === 'dark'", "dark").await)
            .await;
        page.in_frame(0, async || assert_eq!(page.drawn().await, ["trade"])).await;
        page.js::<()>(&format!("frames[0].postMessage{}", tell("view", "view=trde"))).await;
        page.in_frame(0, async || {
            page.wait_for("document.querySelector('#notices').textContent.includes('trde')", "it is named").await;
        })
        .await;
    });
}
