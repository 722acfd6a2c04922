//! The page on paper, and with the few colours of a reader's choice.

use super::app::app;
use super::journey::journey;
use serde_json::{Value, json};

/// The width of a sheet of A4 between the browser's usual margins, in CSS pixels.
const SHEET: u32 = 718;

/// The room that the screen keeps for a scroll bar, and some more.
const SCROLL_BAR: u32 = 20;

/// Bands without ink between one block and the next, higher than `most`; blocks in the order of the page.
const BANDS: &str = "const most = arguments[0];
  const ink = [...document.querySelectorAll('h1, h2, p, svg, dl, li, summary, td, th')].filter(e => e.checkVisibility({ visibilityProperty: true }))
    .map(e => [e.getBoundingClientRect(), e]).filter(([box]) => box.height > 0 && box.width > 0).sort((a, b) => a[0].top - b[0].top);
  let end = 0; const bands = [];
  for (const [box, e] of ink) { if (box.top - end > most) bands.push(`${Math.round(box.top - end)} px above ${e.tagName} ${
    e.textContent.slice(0, 40)}`); end = Math.max(end, box.bottom) }
  return bands";

#[test]
fn paper_has_charts_and_words_and_nothing_to_press() {
    let server = app().start();
    journey("paper", async |page| {
        // Paper is pale whatever the screen is.
        page.set_media("prefers-color-scheme", "dark").await;
        page.set_window(SHEET, 1000).await;
        for view in ["overview", "trade", "sourcing", "prices", "article", "whatif"] {
            page.open_ready(&server.url(&format!("?view={view}&v=2"))).await;
            let print = json!({ "media": "print", "features": [{ "name": "prefers-color-scheme", "value": "dark" }] });
            page.devtools("Emulation.setEmulatedMedia", print).await;
            page.wait_for("matchMedia('print').matches", "the page is on paper").await;
            page.wait_frames().await;
            let press: Vec<String> = page
                .js("return [...document.querySelectorAll('button, input, select, .strip, .views, .skip, .fold:not([open]), \
                     .chart__more, .chart__tip, .chart__ring')].filter(e => e.checkVisibility() && \
                     e.getBoundingClientRect().right > 0).map(e => `${e.tagName} ${e.className}`)")
                .await;
            assert!(press.is_empty(), "{view}: {press:?}");
            let bands = page.driver().execute(BANDS, vec![json!(70)]).await.expect("the bands");
            assert_eq!(bands.json(), &json!([]), "{view} has empty bands");
            let ground: String = page.js("return getComputedStyle(document.documentElement).backgroundColor").await;
            assert_eq!(ground, "rgb(253, 252, 249)");
            let wide: i64 = page.js("return document.documentElement.scrollWidth - innerWidth").await;
            assert!(wide <= 0, "{view} is {wide} px wider than the sheet");
            let split: Vec<String> = page
                .js("return [...document.querySelectorAll('figure.chart, #article')].filter(e => \
                     getComputedStyle(e).breakInside !== 'avoid').map(e => e.dataset.chart ?? e.id)")
                .await;
            assert!(split.is_empty(), "{view}: {split:?} may split over pages");
            let edge: Vec<String> = page
                .js("return [...document.querySelectorAll('.chart__drawing .import.soft')].slice(0, 1) \
                     .map(e => getComputedStyle(e).strokeWidth)")
                .await;
            assert!(edge.iter().all(|width| width != "0px"), "columns have an edge: {edge:?}");
            page.set_paper(false).await;
        }
        // The addresses of links to other sites stand behind them.
        page.open_ready(&server.url("?view=trade&v=2")).await;
        page.click("figure[data-chart=trade] .chart__events summary").await;
        page.wait_for("document.querySelector('.chart__events[open] a[href^=http]')", "the events are listed").await;
        page.set_paper(true).await;
        page.wait_for("matchMedia('print').matches", "the page is on paper").await;
        let address: String = page
            .js("return getComputedStyle(document.querySelector('.chart__events[open] a[href^=http]'), '::after').content")
            .await;
        assert!(address.contains("http"), "{address}");
        // As the browser prints it.
        let pdf: Value = page.devtools("Page.printToPDF", json!({ "preferCSSPageSize": false })).await;
        assert!(pdf["data"].as_str().is_some_and(|data| data.len() > 20_000));
    });
}

/// Notes what is drawn while the reader prints: each chart's title and the texts of its drawing for the sheet.
const NOTE_CHARTS: &str = "window.printed = []; window.addEventListener('beforeprint', () => { window.printed =
    [...document.querySelectorAll('figure.chart')].filter(e => getComputedStyle(e).display !== 'none').map(e =>
      [e.querySelector('.chart__title').textContent, [...e.querySelectorAll('.chart__paper text')].map(t => t.textContent)]) })";

/// The text of each page of a PDF, without spaces: where a line breaks is the browser's.
fn pages(pdf: &Value) -> Vec<String> {
    let encoded: String = pdf["data"].as_str().unwrap_or_default().to_owned();
    let document = lopdf::Document::load_mem(&decoded(&encoded)).expect("a PDF");
    let text = |page: u32| document.extract_text(&[page]).expect("text that can be searched");
    document.get_pages().keys().map(|page| dense(&text(*page))).collect()
}

/// Bytes that are written as Base64.
fn decoded(text: &str) -> Vec<u8> {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let sixes = text.bytes().filter_map(|letter| LETTERS.iter().position(|known| *known == letter));
    let (mut bytes, mut bits, mut count) = (Vec::new(), 0_usize, 0);
    for six in sixes {
        bits = bits << 6 | six;
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count) as u8);
            bits &= (1 << count) - 1;
        }
    }
    bytes
}

fn dense(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace()).collect()
}

#[test]
fn every_page_prints_its_charts_whole_with_its_figures_and_its_link() {
    let server = app().start();
    journey("printed", async |page| {
        page.set_media("prefers-color-scheme", "dark").await;
        for (view, sheets, figure) in [
            ("overview", 4, "70,200"),
            ("trade", 2, "2023 175,853"),
            ("sourcing", 5, "−31,944"),
            ("prices", 4, "20 Aug 2025: 800"),
            ("article", 2, "24,679"),
            ("whatif", 2, "= 750 t"),
        ] {
            let query = format!("?view={view}&t=auto..2026-08&v=2");
            page.open_ready(&server.url(&query)).await;
            page.wait_for("document.querySelector('.on-paper')?.textContent", "the link stands for paper").await;
            page.js::<()>(NOTE_CHARTS).await;
            let pdf = page.devtools("Page.printToPDF", json!({ "paperWidth": 8.27, "paperHeight": 11.69 })).await;
            let pages = pages(&pdf);
            assert_eq!(pages.len(), sheets, "{view}");
            let all = pages.concat();
            assert!(all.contains(&dense(figure)), "{view} has {figure}: {all}");
            assert!(all.contains(&dense(&server.url(&query))), "{view} has its link: {all}");
            let charts: Vec<(String, Vec<String>)> = page.js("return window.printed").await;
            assert!(!charts.is_empty(), "{view} has charts");
            // The page of the article is text; its charts stay on the screen.
            for (title, texts) in charts.into_iter().filter(|_| view != "article") {
                let sheet = pages.iter().find(|text| text.contains(&dense(&title)));
                let sheet = sheet.unwrap_or_else(|| panic!("{view}: {title} is on no sheet: {pages:?}"));
                assert!(texts.len() > 3, "{view}: {title} is drawn for paper: {texts:?}");
                for text in texts {
                    assert!(sheet.contains(&dense(&text)), "{view}: {text} stands on another sheet than {title}");
                }
            }
            // Back on the screen nothing of it is left.
            assert_eq!(page.count(".chart__paper").await, 0, "{view}");
        }
    });
}

#[test]
fn a_chart_is_drawn_for_the_sheet_and_an_opened_table_is_printed_whole() {
    let server = app().start();
    journey("printed-table", async |page| {
        page.set_window(1440, 900).await;
        page.open_ready(&server.url("?view=trade&v=2")).await;
        page.click("figure[data-chart=ytd] .chart__figures summary").await;
        page.wait_for("document.querySelector('.chart__figures tbody tr')", "the table is there").await;
        let rows: Vec<String> = page
            .js("return [...document.querySelectorAll('.chart__figures tbody tr')].map(row => row.cells[0].innerText)")
            .await;
        assert!(rows.len() > 40, "{rows:?}");
        let sheets = pages(&page.devtools("Page.printToPDF", json!({})).await);
        let heads = sheets.iter().filter(|sheet| sheet.contains("Confidence")).count();
        // Those before the table, and the one after it, have no rows.
        assert!(heads > 3 && heads + 3 >= sheets.len(), "{heads} of {} sheets have the heads", sheets.len());
        let all = sheets.concat();
        let missing: Vec<&String> = rows.iter().filter(|row| !all.contains(&dense(row))).collect();
        assert!(missing.is_empty(), "{missing:?}");
        // As wide as the sheet, so that no letter is made smaller.
        page.set_window(SHEET + SCROLL_BAR, 1000).await;
        page.js::<()>("window.dispatchEvent(new Event('beforeprint'))").await;
        page.set_paper(true).await;
        page.wait_for("matchMedia('print').matches", "the page is on paper").await;
        let widths: Vec<(f64, f64)> = page
            .js("return [...document.querySelectorAll('.chart__paper > svg')].map(e => \
                 [e.getBoundingClientRect().width, +e.getAttribute('width')])")
            .await;
        let shown: Vec<(i64, i64)> =
            widths.iter().map(|(shown, drawn)| (shown.round() as i64, *drawn as i64)).collect();
        assert_eq!(shown, [(i64::from(SHEET), i64::from(SHEET)); 3]);
        let beyond: f64 = page
            .js("const cells = [...document.querySelectorAll('.table :is(th, td)')]; \
                 return Math.max(...cells.map(e => e.getBoundingClientRect().right)) - innerWidth")
            .await;
        assert!(beyond <= 0.5, "cells of the table end {beyond} px beyond the sheet");
        let screen: usize = page
            .js("return [...document.querySelectorAll('.chart__svg')].filter(e => e.checkVisibility()).length")
            .await;
        assert_eq!(screen, 0, "the screen's drawings are not printed");
    });
}

#[test]
fn what_is_open_to_choose_from_is_not_printed() {
    let server = app().start();
    journey("printed-panel", async |page| {
        page.open_ready(&server.url("?view=trade&v=2")).await;
        page.click("figure[data-chart=ytd] .chart__files summary").await;
        page.wait_for("document.querySelector('.chart__files button')", "the files are offered").await;
        let offered: String = page.js("return document.querySelector('.chart__files button').textContent").await;
        page.click("button[popovertarget=share]").await;
        page.wait_for("document.querySelector('.qr__code svg')", "the panel is open").await;
        let words: String = page.js("return document.querySelector('#share h2').textContent").await;
        let all = pages(&page.devtools("Page.printToPDF", json!({})).await).concat();
        for words in [words, offered] {
            assert!(!all.contains(&dense(&words)), "{words} is printed: {all}");
        }
        assert!(all.contains(&dense("2023 175,853")), "{all}");
    });
}

/// How the parts of a chart are filled: imports and exports, as fill and stroke of the first of each kind.
const FILLS: &str =
    "const fill = (css) => { const e = document.querySelector(`figure[data-chart=trade] .chart__drawing ${css}`);
    if (!e) return null; const style = getComputedStyle(e); return `${style.fill} ${style.stroke}` };
  return [fill('.import.soft'), fill('.export.soft'), fill('text.ink, .ink text'), fill('.import text, text.import')]";

#[test]
fn a_reader_with_few_colours_tells_imports_from_exports() {
    let server = app().start();
    journey("forced-colours", async |page| {
        for scheme in ["light", "dark"] {
            page.set_window(1440, 1000).await;
            page.open_ready(&server.url("?view=trade&v=2")).await;
            let features = json!([{ "name": "forced-colors", "value": "active" }, { "name": "prefers-color-scheme", "value": scheme }]);
            page.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).await;
            page.wait_for("matchMedia('(forced-colors: active)').matches", "colours are forced").await;
            let system = "const probe = document.createElement('p'); probe.style.color = 'CanvasText'; document.body.append(probe); \
                          const colour = getComputedStyle(probe).color; probe.remove(); return colour";
            let canvas_text: String = page.js(system).await;
            let fills: Vec<Option<String>> = page.js(FILLS).await;
            let [Some(imports), Some(exports), ink, named] = &fills[..] else { panic!("{scheme}: {fills:?}") };
            assert_ne!(imports, exports, "{scheme}");
            for text in [ink, named].into_iter().flatten() {
                assert!(text.starts_with(&canvas_text), "{scheme}: text is {text}, not {canvas_text}");
            }
            // What is chosen has a rule of its own.
            let rule = |css: &str| {
                format!("return getComputedStyle(document.querySelector('.word {css} + span')).borderBottomWidth")
            };
            assert_eq!(page.js::<String>(&rule("input:checked")).await, "2px");
            assert_eq!(page.js::<String>(&rule("input:not(:checked)")).await, "1px");
            // A code is scanned as dark on light, whatever is forced.
            page.click("button[popovertarget=share]").await;
            page.wait_for("document.querySelector('.qr__code svg path')", "the code is there").await;
            let code: (String, String) = page
                .js(
                    "const code = document.querySelector('.qr__code'); return [getComputedStyle(code).backgroundColor, \
                     getComputedStyle(code.querySelector('path')).fill]",
                )
                .await;
            assert_eq!(code, ("rgb(255, 255, 255)".into(), "rgb(28, 34, 48)".into()), "{scheme}");
        }
    });
}
