//! The page as the build draws it, before its program runs.

use super::app::{OVERVIEW, app};
use super::journey::journey;

/// The name of each chart with the width of its slot and of its built drawing, in CSS pixels. The running page has other
/// drawings, so the built ones are read from the file.
const WIDTHS: &str = "const request = new XMLHttpRequest();
request.open('GET', './', false);
request.send();
const built = new DOMParser().parseFromString(request.responseText, 'text/html');
return [...document.querySelectorAll('figure.chart')].map((chart) => [
  chart.dataset.chart,
  chart.querySelector('.chart__plot').clientWidth,
  Number(built.querySelector(`[data-chart=${chart.dataset.chart}] .drawing--FORM svg`)?.getAttribute('width')),
])";

/// The bar takes room in the tests' browser; on phones it does not.
const SCROLL_BAR: u32 = 15;

#[test]
fn built_charts_are_as_wide_as_their_slots() {
    let server = app().start();
    journey("built-widths", async |page| {
        for (form, window) in [("wide", 1440), ("narrow", 360 + SCROLL_BAR)] {
            page.set_window(window, 900).await;
            page.open_ready(&server.url("")).await;
            let widths: Vec<(String, u32, u32)> = page.js(&WIDTHS.replace("FORM", form)).await;
            let charts: Vec<&str> = widths.iter().map(|(chart, ..)| chart.as_str()).collect();
            assert_eq!(charts, OVERVIEW);
            for (chart, slot, drawing) in widths {
                assert!(slot.abs_diff(drawing) <= 1, "{chart} at {window} px: slot {slot} px, drawing {drawing} px");
            }
        }
    });
}
