//! Code that the first screen of the overview is painted without: it comes after that, with other pages or when a reader opens
//! what needs it, from any host, and words say where it is missing.

use super::app::{OVERVIEW, app, built_bytes, built_file, charts, single};
use super::journey::journey;
use super::page::Page;
use super::rule::Rule;
use super::server::{Builder, Server};
use std::time::Duration;

/// Whether the page says that what was asked for is on its way.
const IS_LOADING: &str = "document.querySelector('#content > p')?.textContent.includes('Loading')";

/// The file with that code.
fn part() -> String {
    built_file("more-")
}

/// The file with the code for tables and files.
fn tables() -> String {
    built_file("tables-")
}

/// The file with the code for the pages of the article.
fn article() -> String {
    built_file("article-")
}

/// A server from which a file comes late.
fn late(file: &str, millis: u64) -> Server {
    app().rule(Rule::on(file).delay(Duration::from_millis(millis))).start()
}

/// A server that does not have a file.
fn without(file: &str) -> Server {
    app().rule(Rule::on(file).body("not found").mime("text/plain").status(404)).start()
}

/// What browsers say of a part that is not there is no fault of the page.
fn expect_missing(page: &Page, file: &str) {
    page.console.expect(file);
    ["WebAssembly", "CompileError", "load"].iter().for_each(|part| page.console.allow(part));
}

/// Lets a server have a file again.
fn put_back(server: &Server, file: &str) {
    server.set(Rule::on(file).body(built_bytes(file)).mime("application/wasm").status(200));
}

async fn press(page: &Page, panel: &str) {
    page.click(&format!("button[popovertarget=\"{panel}\"]")).await;
    page.wait_for(&format!("document.querySelector('#{panel}:popover-open')"), "the panel is open").await;
}

async fn filled(page: &Page) {
    page.wait_for("document.querySelector('#share .panel__link')?.value.includes('view=')", "the panel is filled")
        .await;
}

/// Waits until the file of a part has been asked for, once.
async fn asked_for_once(server: &Server, file: &str) {
    for _ in 0..100 {
        if server.count(file) > 0 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert_eq!(server.count(file), 1);
}

/// Opens the page and its panel from a host that is out of the ordinary.
fn works(name: &str, server: Builder, path: &str) {
    let server = server.start();
    journey(name, async |page| {
        page.open_ready(&server.root_url(path)).await;
        asked_for_once(&server, &part()).await;
        press(page, "share").await;
        filled(page).await;
        assert_eq!(page.count("#share .qr__code svg").await, 1);
        assert_eq!(server.count(&part()), 1);
    });
}

/// Whether the chart of a name is the program's own, and not as it was built.
fn is_live(name: &str) -> String {
    format!("document.querySelector('[data-chart={name}] .chart__svg > svg')")
}

#[test]
fn the_first_screen_waits_for_no_part() {
    let server = late(&part(), 1000);
    journey("part-first", async |page| {
        page.open(&server.url("")).await;
        page.wait_for(&[is_live("trade"), is_live("ytd")].join(" && "), "the first screen is there").await;
        asked_for_once(&server, &part()).await;
        // What is below stands as it was built, each chart in two drawings.
        for name in &OVERVIEW[2..] {
            assert_eq!(page.count(&format!("[data-chart={name}] .drawing > svg")).await, 2, "{name}");
        }
        assert!(page.text("#now").await.contains("20"));
        page.js::<()>("document.querySelector('[data-chart=gap] figcaption a').focus()").await;
        page.wait_ready().await;
        let focused = "return document.activeElement.closest('figcaption')?.parentElement.dataset.chart";
        assert_eq!(page.js::<Option<String>>(focused).await.as_deref(), Some("gap"), "the focus stays");
        for name in OVERVIEW {
            assert!(page.js::<bool>(&format!("return !!{}", is_live(name))).await, "{name}");
        }
        assert_eq!(page.count(".drawing").await, 0, "nothing is as it was built");
    });
}

#[test]
fn the_part_comes_after_the_first_screen() {
    let server = late(&part(), 1000);
    journey("part", async |page| {
        page.open(&server.url("")).await;
        asked_for_once(&server, &part()).await;
        page.click("nav.views a[data-view=sourcing]").await;
        page.wait_for(IS_LOADING, "it says so").await;
        page.wait_for("document.querySelector('[data-chart=partners] .chart__svg svg')", "the page is there").await;
        assert_eq!((page.count("#content > p").await, server.count(&part())), (0, 1));
    });
}

#[test]
fn the_part_comes_with_another_page() {
    let server = late(&part(), 1000);
    journey("part-page", async |page| {
        page.open_ready(&server.url("?view=prices")).await;
        assert_eq!(server.count(&part()), 1);
        assert_eq!(page.count("#content figure.chart").await, 4, "the page waits for it");
    });
}

#[test]
fn a_part_from_the_root_works() {
    works("part-root", app(), "/");
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
    works("part-sub-path", app().at("/a/b/").redirect("/a/b", "/a/b/"), "/a/b?view=trade&v=2");
}

#[test]
fn a_part_of_the_one_file_copy_works() {
    let html = std::fs::read_to_string(single()).expect("the page in one file");
    let server = Server::of("").rule(Rule::on("chart.html").body(html)).start();
    journey("part-single", async |page| {
        page.open_ready(&server.url("chart.html")).await;
        press(page, "share").await;
        filled(page).await;
        page.js::<()>("document.querySelector('#share').hidePopover()").await;
        page.click("nav.views a[data-view=article]").await;
        page.wait_for("document.querySelector('[data-chart=shares] .chart__svg svg')", "the article is there").await;
        page.click("[data-chart=shares] .chart__figures summary").await;
        page.wait_for("document.querySelector('[data-chart=shares] tbody tr')", "the table is there").await;
        assert!(server.requests().iter().all(|path| !path.contains(".wasm")), "{:?}", server.requests());
    });
}

#[test]
fn tables_and_files_come_when_the_first_is_opened() {
    let server = app().start();
    journey("part-tables", async |page| {
        page.open_ready(&server.url("?view=prices&v=2")).await;
        assert_eq!(server.count(&tables()), 0, "nobody has opened one");
        page.click("[data-chart=index] .chart__files summary").await;
        page.wait_for("document.querySelector('[data-chart=index] .chart__files button')", "files are offered").await;
        page.click("[data-chart=index] .chart__figures summary").await;
        page.wait_for("document.querySelector('[data-chart=index] tbody tr')", "the table is there").await;
        assert_eq!((server.count(&tables()), server.count(&article())), (1, 0));
    });
}

/// Who points at the line of a fold may open it: its part is asked for, and nothing opens.
#[test]
fn a_pointer_at_a_fold_lets_its_part_come() {
    let server = app().start();
    journey("part-tables-pointer", async |page| {
        page.open_ready(&server.url("?view=prices&v=2")).await;
        assert_eq!(server.count(&tables()), 0, "nobody has pointed at one");
        page.point_at("[data-chart=index] .chart__figures summary").await;
        asked_for_once(&server, &tables()).await;
        assert_eq!(page.count("details[open]").await, 0);
    });
}

#[test]
fn a_missing_part_of_tables_says_so_and_is_asked_for_again() {
    let server = without(&tables());
    journey("part-tables-missing", async |page| {
        expect_missing(page, &tables());
        page.open_ready(&server.url("?view=prices&v=2")).await;
        let fold = "[data-chart=index] .chart__figures";
        page.click(&format!("{fold} summary")).await;
        page.wait_for(&format!("document.querySelector('{fold}').textContent.includes('reload')"), "it says so").await;
        put_back(&server, &tables());
        page.click(&format!("{fold} summary")).await;
        page.click(&format!("{fold} summary")).await;
        page.wait_for(&format!("document.querySelector('{fold} tbody tr')"), "the table is there").await;
    });
}

#[test]
fn the_pages_of_the_article_come_when_they_are_opened() {
    let server = late(&article(), 1000);
    journey("part-article", async |page| {
        page.open_ready(&server.url("")).await;
        asked_for_once(&server, &part()).await;
        page.click("nav.views a[data-view=prices]").await;
        page.wait_for("document.querySelector('[data-chart=outside] .chart__svg svg')", "the page is there").await;
        assert_eq!(server.count(&article()), 0, "nobody has opened one");
        page.click("nav.views a[data-view=article]").await;
        page.wait_for(IS_LOADING, "it says so").await;
        page.wait_for("document.querySelector('[data-chart=shares] .chart__svg svg')", "the page is there").await;
        page.click("nav.views a[data-view=sourcing]").await;
        page.wait_for("document.querySelector('[data-chart=gap] .chart__svg svg')", "and others still are").await;
        assert_eq!(server.count(&article()), 1);
    });
}

#[test]
fn the_what_if_comes_with_its_part() {
    let server = late(&article(), 1000);
    journey("part-what-if", async |page| {
        page.open_ready(&server.url("?view=whatif&v=2")).await;
        assert_eq!(page.count("#content figure.chart").await, 3, "the page waits for it");
        assert_eq!((server.count(&part()), server.count(&article())), (1, 1));
    });
}

#[test]
fn a_missing_part_of_the_article_says_so_and_can_be_asked_for_again() {
    let server = without(&article());
    journey("part-article-missing", async |page| {
        expect_missing(page, &article());
        page.open(&server.url("?view=whatif&v=2")).await;
        page.wait_for("document.querySelector('#content > p')?.textContent.includes('reload')", "the page says so")
            .await;
        put_back(&server, &article());
        page.click("nav.views a[data-view=article]").await;
        page.wait_for("document.querySelector('[data-chart=shares] .chart__svg svg')", "the page is there").await;
    });
}

#[test]
fn a_missing_part_says_so_and_can_be_asked_for_again() {
    let server = without(&part());
    journey("part-missing", async |page| {
        expect_missing(page, &part());
        page.open_ready(&server.url("")).await;
        assert_eq!(page.drawn().await, OVERVIEW[..2], "the first screen is there");
        for name in &OVERVIEW[2..] {
            assert_eq!(
                page.count(&format!("[data-chart={name}] .drawing > svg")).await,
                2,
                "{name} is as it was built"
            );
        }
        assert!(page.text("#notices").await.contains("last build"), "and says so");
        assert!(page.text("#now").await.contains("20") && page.count("#article li").await >= 3);
        press(page, "share").await;
        page.wait_for("document.querySelector('#share').textContent.includes('reload')", "the panel says so").await;
        page.js::<()>("document.querySelector('#share').hidePopover()").await;
        page.wait_for("document.querySelector('#share').textContent === ''", "a closed panel is empty").await;
        page.click("nav.views a[data-view=prices]").await;
        page.wait_for("document.querySelector('#content > p')?.textContent.includes('reload')", "the page says so")
            .await;
        // It is back.
        put_back(&server, &part());
        page.click("nav.views a[data-view=trade]").await;
        page.wait_for("document.querySelector('[data-chart=change] .chart__svg svg')", "the page is there").await;
        press(page, "share").await;
        filled(page).await;
        page.js::<()>("document.querySelector('#share').hidePopover()").await;
        press(page, "embed").await;
        page.wait_for("document.querySelector('#embed .panel__snippet')?.value.includes('<iframe')", "it works").await;
        assert_eq!(page.state().await, "ready");
    });
}

#[test]
fn a_page_without_its_part_is_not_blank() {
    let server = without(&part());
    journey("part-missing-page", async |page| {
        expect_missing(page, &part());
        page.open(&server.url("?view=trade")).await;
        page.wait_for("document.body.dataset.state === 'failed'", "the page says that it failed").await;
        let said = page.text("#status").await;
        assert!(said.contains("could not be loaded") && said.contains("Trade"), "{said}");
        assert_eq!(page.count("#content figure.chart").await, 5, "the built overview stands");
        put_back(&server, &part());
        page.click("nav.views a[data-view=trade]").await;
        page.wait_for("document.querySelector('[data-chart=change] .chart__svg svg')", "the page is there").await;
    });
}

#[test]
fn a_frame_without_its_part_is_a_picture() {
    let server = without(&part());
    journey("part-missing-frame", async |page| {
        expect_missing(page, &part());
        page.open(&server.url("?view=trade&chart=ytd&_embed=1&_theme=dark&v=2")).await;
        page.wait_for("document.body.dataset.state === 'failed'", "the frame says that it failed").await;
        assert_eq!(page.attribute("#app .picture", "src").await.as_deref(), Some("charts/ytd-wide-dark.svg"));
        assert_eq!(page.count("#app nav, #app figure").await, 0, "it stays a frame");
    });
}

/// Whoever turns back while a page is on its way gets what there was.
#[test]
fn the_overview_needs_no_part_to_come_back_to() {
    let server = late(&part(), 3000);
    journey("part-back", async |page| {
        page.open(&server.url("")).await;
        page.wait_for(&is_live("trade"), "the first screen is there").await;
        page.click("nav.views a[data-view=sourcing]").await;
        page.wait_for(IS_LOADING, "it says so").await;
        page.click("nav.views a[data-view=overview]").await;
        page.wait_for(&is_live("trade"), "the first screen is back").await;
        assert_eq!(page.state().await, "loading", "and the part is on its way");
        page.wait_ready().await;
        assert_eq!(page.drawn().await, OVERVIEW);
        assert!(page.js::<String>("return location.search").await.contains("view=overview"));
    });
}

#[test]
fn a_panel_that_is_closed_while_its_part_is_on_the_way_stays_empty() {
    let server = late(&part(), 1500);
    journey("part-late", async |page| {
        page.open_ready(&server.url("")).await;
        press(page, "share").await;
        page.js::<()>("document.querySelector('#share').hidePopover()").await;
        press(page, "embed").await;
        page.wait_for("document.querySelector('#embed .panel__snippet')?.value", "the open panel is filled").await;
        assert_eq!(page.text("#share").await, "");
        // The preview is a page of its own, which asks for its own.
        let asked =
            "return performance.getEntriesByType('resource').filter(entry => entry.name.includes('/more-')).length";
        assert_eq!(page.js::<usize>(asked).await, 1, "one request for both");
    });
}

/// A frame shows the chart that its link names, whatever page the link names beside it, or none.
#[test]
fn a_frame_has_the_code_for_its_chart() {
    let server = app().start();
    journey("part-frames", async |page| {
        let mut titles = Vec::new();
        for query in [
            "?view=article&chart=shares",
            "?chart=shares",
            "?view=trade&chart=shares",
            "?view=trade&chart=trade",
            "?view=article&chart=trade",
            "?view=whatif&chart=trade",
            "?view=whatif&chart=demand",
            "?chart=demand",
        ] {
            page.open_ready(&server.url(&format!("{query}&_embed=1&v=2"))).await;
            titles.push(page.text(".chart__title").await);
        }
        let [shares, trade, demand] = [0, 3, 6].map(|index: usize| titles[index].clone());
        assert!(shares != trade && trade != demand && demand != shares, "{titles:?}");
        assert_eq!(
            titles.iter().collect::<Vec<_>>(),
            [&shares, &shares, &shares, &trade, &trade, &trade, &demand, &demand]
        );
    });
}

/// A table that the link opens is there with the page.
#[test]
fn a_table_comes_with_the_page_that_its_link_opens() {
    let server = late(&tables(), 700);
    journey("part-table-link", async |page| {
        page.open_ready(&server.url("?view=trade&chart=change&tab=table&v=2")).await;
        assert!(page.count("[data-chart=change] tbody tr").await > 5, "the page waits for it");
        assert_eq!(server.count(&tables()), 1);
    });
}

/// A link may name a chart of another page: the frame shows that chart, whichever part makes it.
#[test]
fn a_frame_shows_its_chart_whatever_page_its_link_names() {
    let server = app().start();
    journey("frame-pages", async |page| {
        for (number, chart) in charts().into_iter().enumerate() {
            let mut titles = Vec::new();
            let mut pages = ["overview", "trade", "sourcing", "prices", "article", "whatif"];
            pages.rotate_left(number % 6);
            for (at, name) in pages.into_iter().enumerate() {
                let query = format!("?view={name}&chart={chart}&_embed=1&asof=2026-02-28&v=2");
                // The first page is loaded; the others are reached from it without a load.
                if at == 0 {
                    page.open_ready(&server.url(&query)).await
                } else {
                    page.lead_to(&query).await
                }
                let drawn = format!(
                    "document.querySelector('[data-chart=\"{chart}\"] .chart__svg svg') && \
                     new URLSearchParams(location.search).get('view') === '{name}'"
                );
                page.wait_for(&drawn, &format!("{chart} is drawn by a link to {name}")).await;
                page.wait_frames().await;
                assert_eq!(page.drawn().await, [chart], "by a link to {name}");
                titles.push(page.text(".chart__title").await);
            }
            assert!(titles.iter().all(|title| *title == titles[0]), "{chart} has the titles {titles:?}");
        }
    });
}
