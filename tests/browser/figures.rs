//! The figures of a chart: its table, and what a reader takes along.

use super::app::{app, data, data_path, frame_link};
use super::journey::journey;
use super::page::Page;
use super::rule::Rule;
use std::path::Path;
use std::time::Duration;

const TRADE: &str = "figure[data-chart=trade]";

/// Lets files be saved into a folder without a question.
async fn save_into(page: &Page, folder: &Path) {
    let asked = serde_json::json!({ "behavior": "allow", "downloadPath": folder });
    page.devtools("Browser.setDownloadBehavior", asked).await;
}

/// Clicks the button of a chart's files that has this text.
async fn press(page: &Page, text: &str) {
    let button =
        format!("[...document.querySelectorAll('{TRADE} .files button')].find(b => b.textContent === '{text}')");
    page.js::<()>(&format!("{button}.click()")).await;
}

/// The bytes of a saved file, once it is whole.
async fn saved(folder: &Path, name: &str) -> Vec<u8> {
    for _ in 0..100 {
        if let Ok(bytes) = std::fs::read(folder.join(name))
            && !bytes.is_empty()
        {
            return bytes;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("{name} was not saved: {:?}", std::fs::read_dir(folder).map(|files| files.flatten().collect::<Vec<_>>()));
}

async fn open_files(page: &Page) {
    page.click(&format!("{TRADE} .chart__files summary")).await;
    page.wait_for(&format!("document.querySelector('{TRADE} .files button')"), "the files are offered").await;
}

#[test]
fn the_link_opens_a_table_and_follows_it() {
    let server = app().start();
    journey("table", async |page| {
        page.open_ready(&server.url("?view=trade&chart=trade&tab=table&v=2")).await;
        let rows = format!("document.querySelectorAll('{TRADE} tbody tr').length");
        page.wait_for(&format!("{rows} > 50"), "the table is open").await;
        // Sorted by a head, by keyboard too, and found by a text.
        page.focus(&format!("{TRADE} [data-column=value]")).await;
        page.press(thirtyfour::Key::Enter).await;
        let sorted = format!("document.querySelector('{TRADE} th[aria-sort=ascending] [data-column=value]')");
        page.wait_for(&sorted, "it is sorted").await;
        let focused: String = page.js("return document.activeElement.dataset.column").await;
        assert_eq!(focused, "value");
        page.js::<()>(&format!(
            "const field = document.querySelector('{TRADE} .table__filter input'); field.value = '5,666.3'; \
             field.dispatchEvent(new InputEvent('input', {{ bubbles: true }}))"
        ))
        .await;
        page.wait_for(&format!("{rows} < 5"), "it shows what was searched for").await;
        let text = page.text(&format!("{TRADE} tbody")).await;
        assert!(text.contains("2025-03") && text.contains("5,666.3"), "{text}");
        // Closed, and another one opened by the key.
        page.click(&format!("{TRADE} .chart__figures summary")).await;
        page.wait_for("!location.search.includes('tab=')", "a closed table is not in the link").await;
        page.focus("figure[data-chart=ytd] .chart__plot").await;
        page.press("t").await;
        page.wait_address("chart=ytd&tab=table").await;
        page.wait_for("document.querySelectorAll('figure[data-chart=ytd] tbody tr').length > 20", "its table").await;
        page.press("t").await;
        page.wait_for("!location.search.includes('tab=')", "the key closes it").await;
    });
}

#[test]
fn a_small_chart_leads_to_its_table() {
    let server = app().start();
    journey("table-overview", async |page| {
        page.open_ready(&server.url("")).await;
        page.click("figure[data-chart=gap] .chart__table").await;
        page.wait_address("view=sourcing&chart=gap&tab=table").await;
        page.wait_for("document.querySelectorAll('figure[data-chart=gap] tbody tr').length > 3", "its table").await;
    });
}

/// One table is open at a time. That another one goes, further up, does not move the line that was pressed.
#[test]
fn another_table_opens_where_its_line_is() {
    let server = app().start();
    journey("table-another", async |page| {
        page.set_window(1440, 900).await;
        page.open_ready(&server.url("?view=trade&chart=trade&tab=table&v=2")).await;
        page.wait_for("document.querySelector('[data-chart=trade] tbody tr')", "the first table is there").await;
        let line = "document.querySelector('[data-chart=ytd] .chart__figures > summary')";
        let top = format!("return Math.round({line}.getBoundingClientRect().top)");
        page.js::<()>(&format!("{line}.scrollIntoView({{ block: 'center' }})")).await;
        let before: i32 = page.js(&top).await;
        page.click("[data-chart=ytd] .chart__figures > summary").await;
        page.wait_for("document.querySelector('[data-chart=ytd] tbody tr')", "the other table is there").await;
        page.wait_for("!document.querySelector('[data-chart=trade] tbody tr')", "the first one is gone").await;
        page.wait_frames().await;
        let after: i32 = page.js(&top).await;
        assert!((after - before).abs() <= 2, "the line moved from {before} to {after}");
    });
}

/// 10,000 quotes: the first rows are there at once, more as one scrolls.
#[test]
fn a_long_table_grows_as_one_scrolls() {
    let quotes = (0..10_000).map(|number| {
        let day = chrono::NaiveDate::from_ymd_opt(2019, 1, 1).expect("a day") + chrono::Days::new(number % 2_500);
        let agency = number / 2_500;
        format!("{day},day,Pr metal,china-domestic,{number}1,{number}2,,CNY,t,incl,Agency {agency},normal,{day},https://a.cn/\n")
    });
    let header = data("prices").lines().next().expect("a header").to_owned();
    let file = [header, "\n".to_owned(), quotes.collect::<String>()].concat();
    let server = app().rule(Rule::on(&data_path("prices")).body(file.into_bytes())).start();
    journey("table-long", async |page| {
        page.open_ready(&server.url("?view=prices&chart=prices&tab=table&product=pr-metal&t=earliest..latest&v=2"))
            .await;
        let rows = "document.querySelectorAll('figure[data-chart=prices] tbody tr').length";
        page.wait_for(&format!("{rows} === 200"), "the first rows are there").await;
        page.js::<()>("const table = document.querySelector('.table'); table.scrollTop = table.scrollHeight").await;
        page.wait_for(&format!("{rows} === 400"), "more rows are there").await;
        let said = page.text(".table__filter [role=status]").await;
        assert!(said.starts_with("400 of "), "{said}");
    });
}

#[test]
fn saved_files_say_what_the_table_says() {
    let server = app().start();
    let folder = tempfile::tempdir().expect("a folder for files");
    journey("files", async |page| {
        page.open_ready(&server.url("?view=trade&chart=trade&tab=table&t=2025-01..2025-06&asof=2026-02-28&v=2")).await;
        save_into(page, folder.path()).await;
        open_files(page).await;
        for button in ["SVG", "PNG", "CSV as shown", "CSV, all of this chart"] {
            press(page, button).await;
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
        let text = async |name: &str| String::from_utf8(saved(folder.path(), name).await).expect("UTF-8");
        let svg = text("rare-earth-trade.svg").await;
        let title = page.text(&format!("{TRADE} .chart__title")).await;
        assert!(svg.contains("asof=2026-02-28") && svg.contains("China’s customs"), "{svg}");
        roxmltree::Document::parse(&svg).expect("well-formed");
        let png = saved(folder.path(), "rare-earth-trade-2x.png").await;
        assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
        // Its width is twice that of the SVG.
        let width = u32::from_be_bytes(png[16..20].try_into().expect("four bytes"));
        assert!(svg.contains(&format!("width=\"{}\"", width / 2)), "{width}");
        // The rows of the file are those of the table.
        let csv = text("rare-earth-trade.csv").await;
        let mut reader = csv::Reader::from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
        let lines: Vec<csv::StringRecord> = reader.records().map(|line| line.expect("a line")).collect();
        let figures: Vec<_> = lines.iter().filter(|line| !line[0].starts_with("# ")).collect();
        let table: Vec<Vec<String>> = page
            .js(&format!(
                "return [...document.querySelectorAll('{TRADE} tbody tr')].map(row => \
                 [...row.cells].map(cell => cell.textContent.replaceAll(',', '').replace('−', '-')))"
            ))
            .await;
        assert_eq!(figures.len(), table.len());
        for (line, row) in figures.iter().zip(&table) {
            for cell in 0..7 {
                assert_eq!(line[cell].replace(',', ""), row[cell], "{line:?}");
            }
        }
        let about = |name: &str| lines.iter().find(|line| line[0] == *name).map(|line| line[1].to_owned());
        assert_eq!(about("# title"), Some(title));
        assert_eq!(about("# as of"), Some("2026-02-28".to_owned()));
        assert!(about("# link").is_some_and(|link| link.ends_with("t=2025-01..2025-06&asof=2026-02-28&v=2")), "{csv}");
        let all = text("rare-earth-trade-all.csv").await;
        assert!(all.lines().count() > csv.lines().count() + 50, "{}", all.lines().count());
    });
}

#[test]
fn the_image_and_the_figures_are_copied() {
    let server = app().start();
    let folder = tempfile::tempdir().expect("a folder for files");
    journey("files-copied", async |page| {
        page.open_ready(&server.url("?view=trade&t=2025-01..2025-06&asof=2026-02-28&v=2")).await;
        for permission in ["clipboard-read", "clipboard-write"] {
            page.set_permission(permission, "granted").await;
        }
        open_files(page).await;
        let said = format!("document.querySelector('{TRADE} .files__said').textContent");
        let copy = async |button: &str| {
            press(page, button).await;
            page.wait_for(&format!("{said} === 'Copied.'"), &format!("{button} says so")).await;
        };
        copy("Copy image").await;
        let of_copied = "return navigator.clipboard.read()\
            .then(items => items.length === 1 && items[0].types.includes('image/png') && items[0].getType('image/png'))\
            .then(blob => createImageBitmap(blob)).then(({ width, height }) => [width, height])";
        let copied: (u32, u32) = page.js(of_copied).await;
        // The same picture as the one that is saved.
        save_into(page, folder.path()).await;
        press(page, "PNG").await;
        let png = saved(folder.path(), "rare-earth-trade-2x.png").await;
        let side = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().expect("four bytes"));
        assert_eq!(copied, (side(16), side(20)));
        copy("Copy data").await;
        let text: String = page.js("return navigator.clipboard.readText()").await;
        assert!(text.starts_with("what\tperiod\tvalue\t"), "{text}");
        assert!(text.contains("Exports\t2025-03\t5666.3\t"), "{text}");
    });
}

/// A frame may forbid to save: its text can be selected, and the chart opened in a tab of its own.
#[test]
fn a_frame_offers_its_data_as_text() {
    let server = app().rule(Rule::all().open_to_all()).start();
    journey("files-frame", async |page| {
        page.open_ready(&server.url(&frame_link("ytd"))).await;
        // Table and files are behind the one word of a frame.
        page.click(".chart__notes summary").await;
        page.click(".chart__files summary").await;
        page.wait_for("!document.querySelector('.files__text')", "a page of its own needs no text").await;
        let frame = super::frames::Frame::at(&server.url(&frame_link("ytd"))).with("sandbox", "allow-scripts");
        let host = super::frames::Host::builder().frame(frame).start();
        host.open(page).await;
        page.in_frame(0, async || {
            page.click(".chart__notes summary").await;
            page.click(".chart__files summary").await;
            page.wait_for("document.querySelector('.files__text')?.value.includes('# link')", "the text").await;
            let link = page.attribute(".files a", "href").await.unwrap_or_default();
            assert!(link.contains("chart=ytd&tab=table"), "{link}");
        })
        .await;
    });
}
