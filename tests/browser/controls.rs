//! The fields of charts: words in rows, chosen by mouse, keyboard and finger.

use super::app::app;
use super::engine::{Engine, skip};
use super::journey::journey;
use super::page::Page;
use thirtyfour::Key;

/// Presses Tab until an element that matches has the focus.
async fn tab_to(page: &Page, css: &str) {
    for _ in 0..60 {
        page.press(Key::Tab).await;
        if page.js::<bool>(&format!("return document.activeElement.matches({css:?})")).await {
            return;
        }
    }
    panic!("60 times Tab does not lead to {css}");
}

#[test]
fn words_are_chosen_by_arrow_keys() {
    let server = app().start();
    journey("controls-keyboard", async |page| {
        page.open_ready(&server.url("?view=trade&v=2")).await;
        // A group is one stop, on the word that is chosen.
        tab_to(page, "input[name=trade-by]").await;
        assert!(page.js::<bool>("return document.activeElement.matches('[value=month]:focus-visible')").await);
        let ring = "return getComputedStyle(document.activeElement.nextElementSibling).outlineStyle";
        assert_eq!(page.js::<String>(ring).await, "solid", "the word shows the focus that its unseen field has");
        page.press(Key::Right).await;
        page.wait_address("by=quarter").await;
        assert!(page.js::<bool>("return document.activeElement.matches('[name=trade-by][value=quarter]')").await);
        page.press(Key::Right).await;
        page.wait_address("by=year").await;
        page.press(Key::Left).await;
        page.wait_address("by=quarter").await;
        // Ranges: the last word opens the fields for months, which come next.
        page.press(Key::Tab).await;
        assert!(
            page.js::<bool>("return document.activeElement.matches('[name=trade-t][value=\"auto..latest\"]')").await
        );
        page.press(Key::Right).await;
        page.wait_address("t=long..latest").await;
        page.press(Key::Right).await;
        page.wait_address("t=earliest..latest").await;
        page.press(Key::Right).await;
        page.wait_for("document.querySelector('input[name=from]').checkVisibility()", "months can be chosen").await;
        assert!(page.js::<bool>("return document.activeElement.matches('[name=trade-t][value=other]')").await);
        assert!(page.address().await.contains("t=earliest..latest"), "nothing is chosen by that");
        page.press(Key::Tab).await;
        assert!(page.js::<bool>("return document.activeElement.matches('input[name=from]')").await);
        page.press(Key::Shift + Key::Tab).await;
        page.press(Key::Left).await;
        page.wait_for("!document.querySelector('input[name=from]').checkVisibility()", "and closed again").await;
        assert_eq!(page.chosen("trade-t").await, "earliest..latest");
    });
}

#[test]
fn fields_are_named_to_those_who_hear_the_page() {
    let server = app().start();
    journey("controls-names", async |page| {
        for view in ["trade", "sourcing", "prices", "whatif"] {
            page.open_ready(&server.url(&format!("?view={view}&v=2"))).await;
            let unnamed: Vec<String> = page
                .js("return [...document.querySelectorAll('figure :is(input, select)')].filter(field => \
                     !field.labels?.[0]?.innerText.trim() && field.checkVisibility()).map(field => field.outerHTML)")
                .await;
            assert!(unnamed.is_empty(), "{view}: {unnamed:?}");
            let groups: Vec<String> = page
                .js("return [...document.querySelectorAll('[role=radiogroup], .field[role=group]')] \
                     .filter(group => !group.ariaLabel || !group.querySelector('input')).map(group => group.outerHTML)")
                .await;
            assert!(groups.is_empty(), "{view}: {groups:?}");
            let unchosen: Vec<String> = page
                .js("return [...document.querySelectorAll('[role=radiogroup]')].filter(group => \
                     group.querySelectorAll(':checked').length !== 1).map(group => group.innerText)")
                .await;
            assert!(unchosen.is_empty(), "{view}: {unchosen:?}");
        }
    });
}

#[test]
fn products_are_taken_in_and_out_and_one_stays() {
    let server = app().start();
    journey("controls-products", async |page| {
        page.open_ready(&server.url("?view=prices&product=dy-oxide~tb-oxide&v=2")).await;
        page.open_more_fields().await;
        let ticked =
            "return [...document.querySelectorAll('input[name=prices-product]:checked')].map(input => input.value)";
        assert_eq!(page.js::<Vec<String>>(ticked).await, ["dy-oxide", "tb-oxide"]);
        page.click("input[name=prices-product][value=tb-oxide]").await;
        page.wait_address("product=dy-oxide&").await;
        page.click("input[name=prices-product][value=dy-oxide]").await;
        page.wait_frames().await;
        assert_eq!(page.js::<Vec<String>>(ticked).await, ["dy-oxide"], "the last one stays");
        page.focus("input[name=prices-product][value=pr-oxide]").await;
        page.press(" ").await;
        page.wait_address("product=pr-oxide~dy-oxide").await;
        assert!(page.js::<bool>("return document.activeElement.matches('[value=pr-oxide]:checked')").await);
        // Another market brings its usual unit.
        page.choose("prices-unit", "cny-kg").await;
        page.wait_address("unit=cny-kg").await;
        page.fill("select[name=market]", "fob").await;
        page.wait_address("market=fob&v=2").await;
        assert_eq!(page.chosen("prices-unit").await, "usd");
    });
}

/// What of a page can be pressed and is lower than a finger needs; the strip's handles with what surrounds them.
const SMALL: &str = "const css = '.views a, .tools button, .word input, .controls select, .controls__months input, \
    .fold > summary, .controls__more > summary, .chart__more, .chart__table, .strip__handle, .input input, .input button, .inputs__all button';
  const height = (element) => { const box = element.getBoundingClientRect().height;
    const more = getComputedStyle(element, '::before'); return more.content === 'none' ? box : Math.max(box, parseFloat(more.height)) };
  return [...document.querySelectorAll(css)].filter(element => element.checkVisibility() && height(element) < 43.5)
    .map(element => `${element.tagName} ${element.className || element.name} ${Math.round(height(element))} px`)";

#[test]
fn a_finger_finds_what_can_be_pressed() {
    let server = app().start();
    journey("controls-finger", async |page| {
        for (width, height) in [(360, 780), (1180, 820)] {
            page.set_finger(width, height).await;
            for view in ["overview", "trade", "sourcing", "prices", "whatif&magnets=80000"] {
                page.open_ready(&server.url(&format!("?view={view}&v=2"))).await;
                let mut small: Vec<String> = page.js(SMALL).await;
                small.dedup();
                assert!(small.is_empty(), "{view} at {width} px: {small:#?}");
            }
        }
    });
}

#[test]
fn no_field_is_cut_on_a_phone_or_takes_more_than_two_lines() {
    let server = app().start();
    journey("controls-phone", async |page| {
        page.set_window(360, 780).await;
        for view in ["trade", "sourcing", "prices"] {
            page.open_ready(&server.url(&format!("?view={view}&v=2"))).await;
            // First as it is, then with the fields behind the word.
            for open in [false, true] {
                page.js::<()>(&format!(
                    "document.querySelectorAll('.controls__more').forEach(more => {{ more.open = {open} }})"
                ))
                .await;
                let (cut, lines): (Vec<String>, Vec<usize>) = page
                    .js("const seen = [...document.querySelectorAll('.controls .field')].filter(field => field.checkVisibility()); \
                         const words = seen.flatMap(field => [...field.querySelectorAll('.word, select')]); \
                         const cut = words.filter(word => { const box = word.getBoundingClientRect(); \
                             return box.left < -1 || box.right > document.documentElement.clientWidth + 1 }); \
                         const lines = field => new Set([...field.querySelectorAll('.word')].map(word => word.offsetTop)).size; \
                         return [cut.map(word => word.innerText), seen.map(lines)]")
                    .await;
                assert!(cut.is_empty(), "{view}: {cut:?}");
                assert!(lines.iter().all(|lines| *lines <= 2), "{view}: {lines:?}");
            }
        }
    });
}

#[test]
fn all_fields_of_a_wide_page_are_in_two_rows() {
    let server = app().start();
    journey("controls-wide", async |page| {
        for width in [1040, 1440] {
            page.set_window(width, 900).await;
            for view in ["trade", "sourcing", "prices"] {
                page.open_ready(&server.url(&format!("?view={view}&v=2"))).await;
                let rows: Vec<usize> = page
                    .js("return [...document.querySelectorAll('.controls')].map(controls => new Set([...controls.\
                         querySelectorAll('.field')].filter(field => field.checkVisibility()).map(field => Math.round(field.getBoundingClientRect().top))).size)")
                    .await;
                if Engine::current() == Engine::WebKit && rows.contains(&3) {
                    skip("GTK's own boxes for choosing are wider than those of other systems, and take a third row");
                }
                assert!(rows.iter().all(|rows| *rows <= 2), "{view} at {width} px: {rows:?}");
            }
        }
    });
}

#[test]
fn a_month_that_turns_the_range_around_changes_nothing_and_says_so() {
    let server = app().start();
    journey("months-order", async |page| {
        page.open_ready(&server.url("?view=trade&t=2023-01..2025-03&v=2")).await;
        let (address, drawings) = (page.address().await, page.drawings().await);
        page.fill_month("trade", "to", "2022-06").await;
        page.wait_for(
            "document.querySelector('.controls__issue').textContent.includes('before the first')",
            "it is said",
        )
        .await;
        assert_eq!((page.address().await, page.drawings().await), (address, drawings));
        page.fill_month("trade", "to", "2024-06").await;
        page.wait_address("t=2023-01..2024-06").await;
        assert_eq!(page.text(".controls__issue").await, "");
    });
}

/// Key by key: a month in the making moves nothing, and what is no month is said beside its field.
#[test]
fn a_month_counts_when_it_is_whole() {
    let server = app().start();
    journey("months-typed", async |page| {
        page.open_ready(&server.url("?view=trade&t=2023-01..2025-03&v=2")).await;
        page.click("input[name=\"trade-t\"][value=other]").await;
        let field = "figure[data-chart=\"trade\"] input[name=\"from\"]";
        page.wait_for(&format!("document.querySelector('{field}').checkVisibility()"), "the fields are open").await;
        let (address, drawings) = (page.address().await, page.drawings().await);
        let has_parts: bool = page.js(&format!("return document.querySelector('{field}').type === 'month'")).await;
        let keys = async |typed: &str| {
            for key in typed.chars() {
                page.press(key.to_string()).await;
            }
        };
        let replace = async |typed: &str| {
            page.js::<()>(&format!("document.querySelector('{field}').select()")).await;
            keys(typed).await;
        };
        page.focus(field).await;
        if has_parts {
            // The field itself takes nothing but months; a part that is left out is no month.
            page.press("6").await;
            page.press(Key::Tab).await;
            page.press(Key::Backspace).await;
        } else {
            replace("2024-1x").await;
        }
        assert_eq!((page.address().await, page.drawings().await), (address.clone(), drawings.clone()));
        page.press(Key::Enter).await;
        page.wait_for("document.querySelector('.controls__issue').textContent !== ''", "it is said").await;
        assert_eq!((page.address().await, page.drawings().await), (address.clone(), drawings.clone()));

        if has_parts {
            keys("2024").await;
        } else {
            replace("2024-06").await;
        }
        assert_eq!((page.address().await, page.drawings().await), (address, drawings));
        page.press(Key::Tab).await;
        page.press(Key::Enter).await;
        page.wait_address("t=2024-06..2025-03").await;
        assert_eq!(page.text(".controls__issue").await, "");
    });
}
