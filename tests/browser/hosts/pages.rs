//! What the page around a frame is and does: its script, its column, its tabs, its colours, its messages.

use super::{PRICES, drawn, open};
use crate::app::{app, charts, frame_link};
use crate::engine::{Engine, skipped};
use crate::frames::{Frame, Host};
use crate::journey::journey;
use crate::rule::Rule;
use crate::server::Server;

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
    if Engine::current() == Engine::WebKit {
        return skipped("host-dark", "WebKit's frames follow the reader's system, not the page around them");
    }
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
