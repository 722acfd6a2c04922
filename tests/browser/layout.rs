//! Every view at every width, light and dark: nothing may stick out of the page sideways, nor a chart's text out of the
//! chart, and nothing complains (`journey` sees to that).

use super::app::app;
use super::journey::{journey, picture};
use serde_json::Value;

/// What sticks out to the right, if the page scrolls sideways.
const TOO_WIDE: &str = "if (document.documentElement.scrollWidth <= innerWidth) return [];
return [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > innerWidth + 0.5)
  .slice(0, 8).map(e => `${e.tagName.toLowerCase()}.${e.getAttribute('class') ?? ''}#${e.id} to ${
    Math.round(e.getBoundingClientRect().right)}`).concat(`scrollWidth ${document.documentElement.scrollWidth}`)";

/// The texts of charts that leave their drawing. Measured as the browser sets them, with the fonts that are here; a pixel
/// more is what their halo and rounding take.
const TEXT_OUTSIDE: &str = "return [...document.querySelectorAll('.chart__drawing')].flatMap(svg => {
  const all = svg.getBoundingClientRect();
  return [...svg.querySelectorAll('text')].filter(text => { const box = text.getBoundingClientRect();
    return text.textContent && (box.left < all.left - 1 || box.right > all.right + 1 || box.top < all.top - 1 || box.bottom > all.bottom + 1) })
    .map(text => { const box = text.getBoundingClientRect(); return `${svg.closest('figure')?.dataset.chart}: ${text.textContent} by ${
      Math.round(Math.max(all.left - box.left, box.right - all.right, all.top - box.top, box.bottom - all.bottom))} px` }) })";

/// How light the page's ground is, from 0 to 1.
const LIGHTNESS: &str = "const colours = [document.body, document.documentElement]
  .map(e => getComputedStyle(e).backgroundColor).filter(c => c !== 'rgba(0, 0, 0, 0)' && c !== 'transparent');
const pen = document.createElement('canvas').getContext('2d');
pen.fillStyle = colours[0] ?? 'Canvas'; pen.fillRect(0, 0, 1, 1);
const [r, g, b] = pen.getImageData(0, 0, 1, 1).data; return (r + g + b) / 765";

/// Opens every view at every width in this theme.
fn all_views(theme: &str, ground: std::ops::Range<f64>) {
    let server = app().start();
    journey(&format!("layout-{theme}"), async |page| {
        page.set_media("prefers-color-scheme", theme).await;
        for width in [320, 360, 768, 1440] {
            page.set_window(width, 1600).await;
            for view in ["overview", "trade", "sourcing", "prices", "article"] {
                page.open_ready(&server.url(&format!("?view={view}&v=2"))).await;
                let wide: Vec<Value> = page.js(TOO_WIDE).await;
                page.screenshot(&picture(&format!("layout-{theme}-{width}-{view}"))).await;
                assert!(wide.is_empty(), "{view} at {width} px, {theme}: {wide:#?}");
                let outside: Vec<Value> = page.js(TEXT_OUTSIDE).await;
                assert!(outside.is_empty(), "{view} at {width} px: {outside:#?}");
                let lightness: f64 = page.js(LIGHTNESS).await;
                assert!(ground.contains(&lightness), "{view}, {theme}: the ground's lightness is {lightness}");
            }
        }
    });
}

#[test]
fn light_pages_fit_their_width() {
    all_views("light", 0.7..1.01);
}

#[test]
fn dark_pages_fit_their_width() {
    all_views("dark", 0.0..0.3);
}
