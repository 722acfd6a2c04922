//! For readers who do not see, or see otherwise: what a checker finds, what a screen reader is told, and the reader's own
//! colours and sizes.

use super::app::app;
use super::journey::{journey, picture};
use super::page::Page;
use serde_json::{Value, json};
use std::path::Path;
use thirtyfour::Key;

/// Every page, and what stands alone in a frame.
const QUERIES: [&str; 8] = [
    "?view=overview&v=2",
    "?view=trade&v=2",
    "?view=sourcing&v=2",
    "?view=prices&v=2",
    "?view=article&v=2",
    "?view=whatif&v=2",
    "?view=trade&chart=trade&_embed=1&v=2",
    "?view=article&figure=pr-price-band&_embed=1&v=2",
];

/// What axe-core finds on the page as it stands, a line each.
async fn found(page: &Page) -> Vec<String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("node_modules/axe-core/axe.min.js");
    let axe = std::fs::read_to_string(&file)
        .unwrap_or_else(|error| panic!("{}: {error}: run scripts/setup.sh", file.display()));
    page.js::<()>(&axe).await;
    page.js(
        "return axe.run(document, { iframes: false }).then(({ violations }) => violations.flatMap(({ id, nodes }) => \
             nodes.map(node => `${id}: ${node.target} ${node.failureSummary}`)))",
    )
    .await
}

/// Opens all that is folded.
async fn unfold(page: &Page) {
    page.js::<()>("document.querySelectorAll('details').forEach(fold => { fold.open = true })").await;
    page.wait_frames().await;
}

fn axe_finds_nothing(theme: &str) {
    let server = app().start();
    journey(&format!("axe-{theme}"), async |page| {
        page.set_media("prefers-color-scheme", theme).await;
        for query in QUERIES {
            page.open_ready(&server.url(query)).await;
            unfold(page).await;
            let found = found(page).await;
            assert!(found.is_empty(), "{query}, {theme}: {found:#?}");
        }
        for panel in ["share", "embed"] {
            page.open_ready(&server.url("?view=trade&v=2")).await;
            page.click(&format!("button[popovertarget={panel}]")).await;
            page.wait_for(&format!("document.querySelector('#{panel} textarea')"), "the panel is filled").await;
            let found = found(page).await;
            assert!(found.is_empty(), "{panel}, {theme}: {found:#?}");
        }
        // With a tip that is held, and a link that was damaged.
        page.open_ready(&server.url("?view=trade&t=2019-13..latest&v=2")).await;
        page.wait_for("document.querySelector('.chart__cross')", "charts can be pointed at").await;
        page.focus(".chart__plot").await;
        page.press(Key::End).await;
        page.wait_for("document.querySelector('.chart__tip:not([hidden])')", "a tip is shown").await;
        let found = found(page).await;
        assert!(found.is_empty(), "{theme}: {found:#?}");
    });
}

#[test]
fn axe_finds_nothing_on_light_pages() {
    axe_finds_nothing("light");
}

#[test]
fn axe_finds_nothing_on_dark_pages() {
    axe_finds_nothing("dark");
}

#[test]
fn a_chart_is_one_stop_and_tells_what_it_shows() {
    let server = app().start();
    journey("access-chart", async |page| {
        page.open_ready(&server.url("?view=trade&v=2")).await;
        page.wait_for("document.querySelectorAll('.chart__cross').length === 3", "charts can be pointed at").await;
        let stops: Vec<usize> = page
            .js("return [...document.querySelectorAll('.chart__plot')].map(plot => [plot, ...plot.querySelectorAll('*')]\
                 .filter(e => e.tabIndex >= 0).length)")
            .await;
        assert_eq!(stops, [1, 1, 1]);
        let described: Vec<String> = page
            .js("return [...document.querySelectorAll('.chart__plot')].map(plot => \
                 document.getElementById(plot.getAttribute('aria-describedby')).textContent)")
            .await;
        for text in &described {
            assert!(text.contains(" t") || text.contains('%'), "no figure in {text}");
            assert!(text.contains("Escape leaves"), "no keys in {text}");
        }
        assert!(described[0].contains("Highest:") && described[0].contains("Lowest:"), "{}", described[0]);
        // What is pointed at is read from a region that stood there, once, and only where keys lead.
        page.js::<()>(
            "window.said = []; window.region = document.querySelector('.chart__plot [role=status]'); \
             new MutationObserver(() => said.push(region.textContent)).observe(region, { childList: true, characterData: true, subtree: true })",
        )
        .await;
        page.point_at(".chart__plot").await;
        page.wait_for("document.querySelector('.chart__tip:not([hidden])')", "the tip is shown").await;
        assert_eq!(page.js::<Vec<String>>("return said").await, [""; 0]);
        page.focus(".chart__plot").await;
        for key in [Key::End, Key::Left, Key::PageUp, Key::Down] {
            page.press(key).await;
            page.wait_frames().await;
        }
        let said: Vec<String> = page.js("return said").await;
        assert_eq!(said.len(), 4, "{said:?}");
        let title: String = page.js("return document.querySelector('.chart__tip .tip__title').textContent").await;
        assert!(said[3].starts_with(&title), "{title}: {said:?}");
        assert!(page.js::<bool>("return region === document.querySelector('.chart__plot [role=status]')").await);
        // What a pointer leads to is not read, nor what was before.
        page.click(".chart__plot").await;
        page.wait_for("region.textContent === ''", "what was read is past").await;
        page.press(Key::End).await;
        page.wait_for("region.textContent !== ''", "a key leads on").await;
        // Keys of the browser's own stay its own.
        page.js::<()>("window.kept = []; addEventListener('keydown', event => kept.push(event.defaultPrevented))")
            .await;
        for modifier in [Key::Alt, Key::Control, Key::Meta] {
            page.press(modifier + Key::End).await;
        }
        let kept: Vec<bool> = page.js("return kept").await;
        assert!(!kept.is_empty() && kept.iter().all(|prevented| !prevented), "{kept:?}");
        page.press(Key::Escape).await;
        page.wait_for("region.textContent === ''", "Escape leaves").await;
        assert!(page.js::<bool>("return document.activeElement.matches('.chart__plot')").await);
    });
}

/// What leaves the page sideways, and texts that lie on each other.
const LOST: &str = "const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  const boxes = [...document.querySelectorAll('h1, h2, p, a, button, summary, label.word, li, dt, dd')].filter(e => e.checkVisibility({ visibilityProperty: true }) &&
    !e.closest('.visually-hidden, .chart__tip, .skip') && !e.matches('.visually-hidden, .skip')).flatMap(e => [...e.getClientRects()].map(box => [box, e])).filter(([box]) => box.width > 0 && box.height > 0);
  const over = [];
  for (const [a, x] of boxes) for (const [b, y] of boxes) if (x !== y && !x.contains(y) && !y.contains(x) && a.left < b.right - 2 && b.left < a.right - 2 &&
    a.top < b.bottom - 3 && b.top < a.bottom - 3 && a.top <= b.top) over.push(`${x.className || x.tagName} ${x.textContent.slice(0, 30)} / ${y.className || y.tagName} ${y.textContent.slice(0, 30)}`);
  const cut = boxes.filter(([, e]) => /hidden|clip/.test(getComputedStyle(e).overflowX) && e.scrollWidth > e.clientWidth + 1).map(([, e]) => `cut: ${e.className || e.tagName}`);
  return (wide > 1 ? [`${wide} px too wide`] : []).concat(over.slice(0, 8), cut.slice(0, 8))";

/// The reader's own sizes, as a style sheet that stands behind the page's.
const SIZES: [(&str, u32, &str); 4] = [
    ("text of 200 %", 1280, "html { font-size: 200% !important }"),
    ("400 %", 320, ""),
    (
        "spaced text",
        1280,
        "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }",
    ),
    ("turned", 1280, ""),
];

#[test]
fn at_the_readers_sizes_nothing_is_lost() {
    let server = app().start();
    journey("access-sizes", async |page| {
        for (name, width, css) in SIZES {
            page.set_window(width, 900).await;
            for query in &QUERIES[..6] {
                page.open_ready(&server.url(query)).await;
                page.js::<()>(&format!(
                    "const sheet = new CSSStyleSheet(); sheet.replaceSync({}); document.adoptedStyleSheets = [sheet]; \
                     if ({}) document.documentElement.dir = 'rtl'",
                    json!(css),
                    name == "turned"
                ))
                .await;
                page.wait_frames().await;
                page.wait_frames().await;
                let lost: Vec<Value> = page.js(LOST).await;
                page.screenshot(&picture(&format!("sizes-{}-{}", name.replace(' ', "-"), &query[6..query.len() - 4])))
                    .await;
                assert!(lost.is_empty(), "{name}, {query}: {lost:#?}");
            }
        }
    });
}

/// Forms that are told apart where the reader's colours leave no hues.
#[test]
fn with_the_readers_colours_every_form_is_told_apart() {
    let server = app().start();
    journey("access-forced", async |page| {
        for theme in ["light", "dark"] {
            let features = json!({ "features": [
                { "name": "forced-colors", "value": "active" }, { "name": "prefers-color-scheme", "value": theme } ] });
            page.devtools("Emulation.setEmulatedMedia", features).await;
            for query in ["?view=trade&v=2", "?view=sourcing&v=2", "?view=prices&v=2"] {
                page.open_ready(&server.url(query)).await;
                page.screenshot(&picture(&format!("forced-{theme}-{}", &query[6..query.len() - 4]))).await;
                let looks: Vec<(String, String)> = page
                    .js("const seen = new Map(); for (const e of document.querySelectorAll('.chart__svg :is(.soft, .solid, .pale, .open, .dotted)')) { \
                         const style = getComputedStyle(e.firstElementChild ?? e); \
                         if (e.matches('.paper, .ink, .muted, .faint, .grid')) continue; \
                         seen.set(e.getAttribute('class'), [style.fill, style.stroke, style.strokeDasharray].join(' ')) } \
                         return [...seen]")
                    .await;
                let look = |class: &str| looks.iter().find(|(name, _)| name == class).map(|(_, look)| look.as_str());
                assert!(!looks.is_empty());
                if query.contains("trade") {
                    assert_ne!(look("import soft"), look("export soft"));
                    assert!(look("export soft").is_some_and(|look| look.contains("#hatch")), "{looks:?}");
                }
                if query.contains("sourcing") {
                    let origins = ["myanmar solid", "laos solid", "other solid"].map(look);
                    assert!(origins.iter().all(Option::is_some), "{looks:?}");
                    assert!(
                        origins[0] != origins[1] && origins[1] != origins[2] && origins[0] != origins[2],
                        "{looks:?}"
                    );
                }
            }
        }
    });
}
