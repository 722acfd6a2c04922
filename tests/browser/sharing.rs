//! The panels that a reader shares and an editor embeds with.

use super::app::{app, charts};
use super::journey::journey;
use super::page::Page;
use super::rule::Rule;
use super::server::Server;
use rare_earth_trade::view::ChartName;
use rare_earth_trade::words::EN;
use thirtyfour::Key;

async fn open_panel(page: &Page, panel: &str) {
    page.click(&format!("button[popovertarget=\"{panel}\"]")).await;
    page.wait_for(&format!("document.querySelector('#{panel}:popover-open h2')"), "the panel opens").await;
}

async fn value(page: &Page, area: &str) -> String {
    page.js(&format!("return document.querySelector('{area}').value")).await
}

#[test]
fn a_link_is_frozen_copied_and_shows_the_same() {
    let server = app().start();
    journey("share", async |page| {
        page.set_window(1280, 900).await;
        page.open_ready(&server.url("?view=trade&by=quarter&utm_source=mail&v=2")).await;
        let drawings = page.drawings().await;
        open_panel(page, "share").await;
        assert_eq!(value(page, ".panel__link").await, server.url("?view=trade&by=quarter&v=2"));
        assert_eq!(page.count("#share .qr__code svg").await, 1);
        assert_eq!(page.count("#share [data-send]").await, 0, "there is no share sheet here");
        page.click("#share input[name=asof]:not([value=\"\"])").await;
        page.wait_for("document.querySelector('.panel__link').value.includes('asof=')", "the link is frozen").await;
        let frozen = value(page, ".panel__link").await;
        page.set_permission("clipboard-read", "granted").await;
        page.click("#share [data-copy]").await;
        page.wait_for("document.querySelector('.panel__said').textContent === 'Copied.'", "it says so").await;
        assert_eq!(page.js::<String>("return navigator.clipboard.readText()").await, frozen);
        page.press(Key::Escape).await;
        page.wait_for("!document.querySelector('.panel:popover-open')", "Escape closes the panel").await;
        assert!(page.address().await.contains("by=quarter&utm_source=mail"), "the page itself stays as it is");
        page.new_window().await;
        page.set_window(1280, 900).await;
        page.open_ready(&frozen).await;
        assert_eq!(page.drawings().await, drawings);
        assert!(page.text(".as-of").await.starts_with("As known on "));
        page.click(".as-of a").await;
        page.wait_for("!location.search.includes('asof')", "one click leads to the latest figures").await;
    });
}

#[test]
fn a_panel_cannot_be_opened_before_there_is_a_program_to_fill_it() {
    let server = app().rule(Rule::ending(".csv").delay(std::time::Duration::from_secs(2))).start();
    journey("share-early", async |page| {
        page.open(&server.url("")).await;
        assert_eq!(page.count("button[popovertarget]:not([disabled]), .tools button:not([disabled])").await, 0);
        page.wait_ready().await;
        open_panel(page, "share").await;
    });
}

#[test]
fn a_refused_copy_leaves_the_text_selected() {
    let server = app().start();
    journey("share-refused", async |page| {
        page.before_load("document.execCommand = () => false").await;
        page.open_ready(&server.url("?view=prices&v=2")).await;
        open_panel(page, "share").await;
        page.click("#share [data-copy]").await;
        page.wait_for("document.querySelector('.panel__said').textContent.includes('Ctrl+C')", "it says how").await;
        let selected: String = page
            .js("const area = document.activeElement; return area.value.slice(area.selectionStart, area.selectionEnd)")
            .await;
        assert_eq!(selected, server.url("?view=prices&v=2"));
    });
}

#[test]
fn the_share_sheet_gets_the_link_and_may_be_closed() {
    let server = app().start();
    journey("share-sheet", async |page| {
        let sheet = "window.sent = []; navigator.share = data => { sent.push(data); return Promise.reject(new Error('closed')) }";
        page.before_load(sheet).await;
        page.open_ready(&server.url("?view=sourcing&v=2")).await;
        open_panel(page, "share").await;
        page.click("#share [data-send]").await;
        page.wait_for("sent.length === 1", "the sheet opens").await;
        assert_eq!(page.js::<String>("return sent[0].url").await, server.url("?view=sourcing&v=2"));
    });
}

#[test]
fn the_code_for_an_editor_works_as_it_is() {
    let server = app().rule(Rule::all().open_to_all()).start();
    journey("embed", async |page| {
        page.open_ready(&server.url("?view=overview&t=2020-01..latest&v=2")).await;
        open_panel(page, "embed").await;
        let history: usize = page.js("return history.length").await;
        page.fill("#embed select[name=chart]", "prices").await;
        page.click("#embed input[value=source]").await;
        page.click("#embed input[name=sandbox]").await;
        page.in_frame(0, async || page.wait_ready().await).await;
        let wanted = "document.querySelector('.panel__snippet').value";
        let fits = format!(
            "{wanted}.includes(`height=\"${{document.querySelector('.preview iframe').clientHeight}}\"`) && \
             document.querySelector('.preview iframe').clientHeight !== 480"
        );
        page.wait_for(&fits, "the code has the height of the preview").await;
        let code = value(page, ".panel__snippet").await;
        for part in [
            "chart=prices",
            "t=2020-01..latest",
            "_hide=source",
            "sandbox=\"allow-scripts",
            "loading=\"lazy\"",
            "&amp;v=2\"",
            &format!("title=\"{}\"", EN.chart_name(ChartName::Prices)),
        ] {
            assert!(code.contains(part), "no {part} in {code}");
        }
        // The widths are tried in the preview.
        page.click("#embed input[name=width][value=\"320\"]").await;
        page.wait_for("document.querySelector('.preview iframe').clientWidth === 320", "it gets narrow").await;
        page.wait_for(&format!("{wanted} !== {code:?}"), "a narrow chart needs another height").await;
        assert_eq!(page.js::<usize>("return history.length").await, history, "a preview is no step of the history");
        let [script, picture] = ["<script", "<a "].map(|start| {
            format!("return [...document.querySelectorAll('#embed textarea')].map((area) => area.value).find((code) => code.startsWith('{start}'))")
        });
        let (script, picture): (String, String) = (page.js(&script).await, page.js(&picture).await);
        let image = server.url("charts/prices-wide-light.png");
        let alt = EN.chart_name(ChartName::Prices);
        assert!(picture.contains(&format!("<img\n  src=\"{image}\" alt=\"{alt}\"")), "{picture}");
        assert_eq!(script, format!("<script src=\"{}\" async></script>", server.url("frame.js")));
        let html = format!("<!doctype html><title>Host</title><main style=\"width:600px\">{code}</main>{script}");
        let host =
            Server::of("").rule(Rule::on("index.html").body(html)).rule(Rule::on("favicon.ico").status(204)).start();
        page.open(&host.url_on_localhost("")).await;
        page.in_frame(0, async || {
            page.wait_ready().await;
            assert_eq!(page.drawn().await, ["prices"]);
            let over: i64 = page.js("return document.documentElement.scrollHeight - innerHeight").await;
            assert!(over <= 0, "the frame scrolls by {over} px at its start height");
        })
        .await;
    });
}

#[test]
fn embed_offers_first_what_fits_a_frame_best() {
    let server = app().start();
    journey("embed-first", async |page| {
        for (view, first) in [("overview", "trade"), ("trade", "ytd"), ("sourcing", "gap"), ("prices", "index")] {
            page.open_ready(&server.url(&format!("?view={view}&v=2"))).await;
            open_panel(page, "embed").await;
            let offered: Vec<String> = page
                .js("return [...document.querySelector('#embed select[name=chart]').options].map(o => o.value)")
                .await;
            assert_eq!(offered[0], first, "{view}");
            assert_eq!(offered.len(), charts().len(), "every chart is offered from every page");
            let chosen = format!("document.querySelector('.panel__snippet').value.includes('chart={first}&')");
            page.wait_for(&chosen, "the first is chosen").await;
            page.in_frame(0, async || {
                page.wait_ready().await;
                assert_eq!(page.drawn().await, [first]);
            })
            .await;
        }
    });
}

#[test]
fn a_picture_is_offered_to_pages_that_allow_no_frames() {
    let server = app().rule(Rule::all().open_to_all()).start();
    journey("embed-picture", async |page| {
        page.open_ready(&server.url("?view=sourcing&year=2023&v=2")).await;
        open_panel(page, "embed").await;
        page.fill("#embed select[name=chart]", "baskets").await;
        page.fill("#embed select[name=_theme]", "dark").await;
        let code = "document.querySelector('.panel__picture').value";
        page.wait_for(&format!("{code}.includes('charts/baskets-wide-dark.png')"), "the code is there").await;
        let code: String = page.js(&format!("return {code}")).await;
        let host =
            Server::of("").rule(Rule::on("index.html").body(format!("<!doctype html><title>Host</title>{code}")));
        let host = host.rule(Rule::on("favicon.ico").status(204)).start();
        page.open(&host.url_on_localhost("")).await;
        page.wait_for("document.querySelector('img').naturalWidth > 0", "the picture is there").await;
        let right: bool = page
            .js("const image = document.querySelector('img'); return image.naturalWidth === 2 * image.width && \
                 image.naturalHeight === 2 * image.height && !image.alt.includes('2023')")
            .await;
        assert!(right, "{code}");
        page.click("a").await;
        page.wait_address("view=sourcing&year=2023").await;
        page.wait_ready().await;
    });
}

#[test]
fn the_panels_are_reached_by_keyboard() {
    let server = app().start();
    journey("panels-keyboard", async |page| {
        page.set_window(360, 780).await;
        page.open_ready(&server.url("?view=trade&v=2")).await;
        for _ in 0..12 {
            page.press(Key::Tab).await;
            if page.js::<bool>("return document.activeElement.matches('[popovertarget=share]')").await {
                break;
            }
        }
        page.press(Key::Enter).await;
        page.wait_for("document.querySelector('#share:popover-open h2')", "Enter opens the panel").await;
        page.press(Key::Tab).await;
        let inside = "document.activeElement.closest('#share') !== null";
        page.wait_for(inside, "Tab leads into the panel").await;
        let wide: bool =
            page.js("return document.querySelector('#share').getBoundingClientRect().right <= innerWidth").await;
        assert!(wide, "the panel fits the screen");
        page.press(Key::Escape).await;
        page.wait_for("document.activeElement.matches('[popovertarget=share]')", "the focus goes back").await;
    });
}

#[test]
fn a_damaged_link_is_cleaned_by_one_click() {
    let server = app().start();
    journey("cleaned-link", async |page| {
        page.open_ready(&server.url("?view=trade&by=weekly&t=2020-01..latest&v=2")).await;
        assert!(page.notices("link").await.contains("weekly"));
        page.click(".notice--link a").await;
        page.wait_for("!location.search.includes('weekly')", "the link is clean").await;
        page.wait_ready().await;
        assert_eq!(page.address().await, server.url("?view=trade&t=2020-01..latest&v=2"));
        assert_eq!(page.notices("link").await, "");
    });
}
