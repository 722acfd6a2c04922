//! The what-if: its inputs by mouse and keyboard, its scenario in links and frames, and what is said of what is not taken.

use super::app::app;
use super::journey::journey;
use super::page::Page;
use thirtyfour::Key;

const SCENARIO: &str = "?view=whatif&magnets=80000&pr-ratio=1.2&myanmar=-20&ramp=40&prnd-share=90&v=2";

fn slider(input: &str) -> String {
    format!("#slider-{input}")
}

fn field(input: &str) -> String {
    format!("input[name=\"{input}\"]")
}

/// What stands in the field of an input.
async fn written(page: &Page, input: &str) -> String {
    page.js(&format!("return document.querySelector('input[name=\"{input}\"]').value")).await
}

/// What is said beside an input of what was not taken.
async fn problem(page: &Page, input: &str) -> String {
    page.js(&format!("return document.querySelector('#problem-{input}').textContent")).await
}

async fn title(page: &Page, chart: &str) -> String {
    page.text(&format!("figure[data-chart={chart}] .chart__title")).await.replace('\u{a0}', " ")
}

/// Moves a slider as a drag does, and lets it go where `done`.
async fn drag(page: &Page, input: &str, units: i32, done: bool) {
    let script = "const slider = document.querySelector('#slider-INPUT'); slider.value = UNITS; \
                  slider.dispatchEvent(new Event('input', { bubbles: true })); \
                  if (DONE) slider.dispatchEvent(new Event('change', { bubbles: true }))";
    let script = script.replace("INPUT", input).replace("UNITS", &units.to_string()).replace("DONE", &done.to_string());
    page.js::<()>(&script).await;
    page.wait_frames().await;
}

#[test]
fn a_scenario_survives_its_link_and_a_reload() {
    let server = app().start();
    journey("whatif-link", async |page| {
        page.open_ready(&server.url("?view=article&v=2")).await;
        page.click("a[data-view=whatif]").await;
        page.wait_address("?view=whatif&v=2").await;
        page.wait_for("document.querySelectorAll('figure.chart .chart__svg > svg').length === 3", "its charts").await;
        page.open_ready(&server.url(SCENARIO)).await;
        let (titles, drawings) = (title(page, "demand").await, page.drawings().await);
        assert_eq!(titles, "Magnets would need 960 t of praseodymium, 1,440 t of dysprosium a year");
        for (input, expected) in
            [("magnets", "80000"), ("pr-ratio", "1.2"), ("myanmar", "-20"), ("laos", "0"), ("dy-share", "")]
        {
            assert_eq!(written(page, input).await, expected, "{input}");
        }
        page.js::<()>("location.reload()").await;
        page.wait_ready().await;
        assert_eq!(page.drawings().await, drawings);
        assert_eq!(page.address().await, server.url(SCENARIO));
        // It stays on the way to another page and back, and to the article.
        page.click("nav.views a[data-view=trade]").await;
        page.wait_address("view=trade&magnets=80000").await;
        page.js::<()>("history.back()").await;
        page.wait_for("document.querySelector('#slider-magnets')", "the page is back").await;
        page.wait_for("document.querySelectorAll('figure.chart .chart__svg > svg').length === 3", "its charts").await;
        assert_eq!(page.drawings().await, drawings);
        // What is shared and embedded carries it.
        page.click("button[popovertarget=share]").await;
        page.wait_for("document.querySelector('.panel__link')?.value.includes('myanmar=-20')", "the link has it").await;
        page.press(Key::Escape).await;
        page.click("button[popovertarget=embed]").await;
        let code = "document.querySelector('.panel__snippet')?.value.includes('chart=demand&amp;magnets=80000')";
        page.wait_for(code, "the code has it").await;
    });
}

#[test]
fn a_drag_draws_its_chart_and_the_address_follows_when_it_is_let_go() {
    let server = app().start();
    journey("whatif-drag", async |page| {
        page.open_ready(&server.url("?view=whatif&v=2")).await;
        let (address, history) = (page.address().await, page.js::<usize>("return history.length").await);
        page.forget_draws().await;
        drag(page, "magnets", 100_000, false).await;
        page.wait_for("document.querySelector('input[name=magnets]').value === '100000'", "the number follows").await;
        assert_eq!(page.sorted_draws().await, ["demand"], "and its chart alone");
        assert_eq!(
            title(page, "demand").await,
            "Magnets would need 1,500 t of praseodymium, 1,800 t of dysprosium a year"
        );
        assert_eq!(page.address().await, address, "not the address");
        drag(page, "magnets", 120_000, true).await;
        page.wait_address("?view=whatif&magnets=120000&v=2").await;
        assert_eq!(page.js::<usize>("return history.length").await, history, "a drag is no step of the history");
        let said = page.text("figure[data-chart=demand] .formula").await;
        assert!(said.contains("120,000 t × 1.5"), "{said}");
        // Back where it starts there is nothing to say.
        drag(page, "magnets", 50_000, true).await;
        page.wait_address("?view=whatif&v=2").await;
    });
}

#[test]
fn one_input_is_reset_or_all() {
    let server = app().start();
    journey("whatif-reset", async |page| {
        page.open_ready(&server.url(SCENARIO)).await;
        assert_eq!(
            page.js::<usize>(
                "return [...document.querySelectorAll('.input__reset')].filter(e => e.checkVisibility({ visibilityProperty: true })).length"
            )
            .await,
            5
        );
        page.click("[data-input=magnets] .input__reset").await;
        page.wait_address("?view=whatif&pr-ratio=1.2&myanmar=-20").await;
        assert_eq!(written(page, "magnets").await, "50000");
        assert!(
            page.js::<bool>("return document.activeElement.matches('input[name=magnets]')").await,
            "the field has the focus"
        );
        // One without a start becomes empty.
        page.click("[data-input=prnd-share] .input__reset").await;
        page.wait_for("!location.search.includes('prnd-share')", "it is gone").await;
        assert_eq!(written(page, "prnd-share").await, "");
        page.click("figure[data-chart=supply] .inputs__all button").await;
        page.wait_address("?view=whatif&v=2").await;
        assert_eq!(written(page, "myanmar").await, "0");
        let seen = "return [...document.querySelectorAll('.input__reset, .inputs__all')].filter(e => e.checkVisibility({ visibilityProperty: true })).length";
        assert_eq!(page.js::<usize>(seen).await, 0, "nothing is left to reset");
    });
}

#[test]
fn what_is_out_of_range_is_said_and_the_last_value_stays() {
    let server = app().start();
    journey("whatif-range", async |page| {
        page.open_ready(&server.url("?view=whatif&magnets=80000&v=2")).await;
        let before = page.drawings().await;
        page.fill(&field("magnets"), "600000").await;
        page.wait_for("document.querySelector('#problem-magnets').textContent", "it is said").await;
        assert_eq!(
            problem(page, "magnets").await,
            "Not taken: give a whole number from 0 to 500,000. 80,000 t a year stays."
        );
        assert_eq!(page.attribute(&field("magnets"), "aria-invalid").await.as_deref(), Some("true"));
        assert_eq!(page.drawings().await, before);
        assert!(page.address().await.contains("magnets=80000&"));
        // No number; then one that is taken, with the minus that typesetters write.
        page.fill(&field("myanmar"), "a lot").await;
        page.wait_for("document.querySelector('#problem-myanmar').textContent.includes('in digits')", "it is said")
            .await;
        page.fill(&field("myanmar"), " −25.5 ").await;
        page.wait_address("myanmar=-25.5").await;
        assert_eq!(
            (problem(page, "myanmar").await, written(page, "myanmar").await),
            (String::new(), "-25.5".to_owned())
        );
        // Another way to write the number that it is.
        page.js::<()>(
            "const field = document.querySelector('input[name=myanmar]'); field.value = ' -25.5 '; \
             field.dispatchEvent(new Event('change', { bubbles: true }))",
        )
        .await;
        assert_eq!(written(page, "myanmar").await, "-25.5", "the number as it is written");
        // A reset takes what was not taken away too.
        page.click("[data-input=magnets] .input__reset").await;
        page.wait_for("!location.search.includes('magnets')", "it is reset").await;
        assert_eq!(
            (problem(page, "magnets").await, written(page, "magnets").await),
            (String::new(), "50000".to_owned())
        );
        // An empty field is one that is reset.
        page.js::<()>(
            "const field = document.querySelector('input[name=myanmar]'); field.value = ''; \
             field.dispatchEvent(new Event('change', { bubbles: true }))",
        )
        .await;
        page.wait_address("?view=whatif&v=2").await;
        assert_eq!(written(page, "myanmar").await, "0");
        // In a link too: it is named, and the start holds.
        page.open_ready(&server.url("?view=whatif&magnets=600000&laos=10&v=2")).await;
        let notice = page.notices("link").await;
        assert!(notice.contains("magnets was “600000”; expected a whole number from 0 to 500,000"), "{notice}");
        assert_eq!((written(page, "magnets").await, written(page, "laos").await), ("50000".into(), "10".into()));
    });
}

#[test]
fn inputs_are_set_by_keyboard_and_say_their_value() {
    let server = app().start();
    journey("whatif-keyboard", async |page| {
        page.open_ready(&server.url("?view=whatif&v=2")).await;
        page.focus(&slider("pr-ratio")).await;
        let value = async || page.attribute(&slider("pr-ratio"), "aria-valuetext").await.unwrap_or_default();
        assert_eq!(value().await, "1.5\u{202f}%");
        page.press(Key::Right).await;
        page.wait_address("pr-ratio=1.55").await;
        assert_eq!(value().await, "1.55\u{202f}%");
        assert!(
            page.js::<bool>("return document.activeElement.matches('#slider-pr-ratio')").await,
            "it keeps the focus"
        );
        page.press(Key::Left).await;
        page.wait_address("?view=whatif&v=2").await;
        // Then the number, by Enter.
        page.press(Key::Tab).await;
        assert!(page.js::<bool>("return document.activeElement.matches('input[name=pr-ratio]')").await);
        page.js::<()>("document.activeElement.select()").await;
        page.press("2.25").await;
        page.press(Key::Enter).await;
        page.wait_address("pr-ratio=2.25").await;
        // Each says what it is, its unit and where it starts.
        for input in ["magnets", "myanmar", "dy-price", "prnd-share"] {
            let (named, described): (String, String) = page
                .js(&format!(
                    "const field = document.querySelector('input[name=\"{input}\"]'); return [field.labels[0].innerText, \
                     field.getAttribute('aria-describedby').split(' ').map(id => document.getElementById(id).innerText).join(' ')]"
                ))
                .await;
            assert!(named.len() > 5 && described.starts_with("Starts"), "{input}: {named:?} {described:?}");
        }
        assert_eq!(page.attribute(&slider("prnd-share"), "aria-valuetext").await.as_deref(), Some("not set"));
    });
}

#[test]
fn a_phone_has_all_of_it() {
    let server = app().start();
    journey("whatif-phone", async |page| {
        for width in [320, 360, 768] {
            page.set_window(width, 780).await;
            page.open_ready(&server.url(SCENARIO)).await;
            let wide: i64 = page.js("return document.documentElement.scrollWidth - innerWidth").await;
            assert!(wide <= 0, "{wide} px too wide at {width}");
            let cut: Vec<String> = page
                .js("return [...document.querySelectorAll('.input *')].filter(e => e.checkVisibility() && \
                     e.getBoundingClientRect().right > document.documentElement.clientWidth + 1).map(e => e.outerHTML)")
                .await;
            assert!(cut.is_empty(), "{cut:?}");
        }
    });
}

#[test]
fn a_frame_shows_a_scenario_and_says_it() {
    let server = app().start();
    journey("whatif-frame", async |page| {
        page.set_window(600, 400).await;
        page.open_ready(&server.url("?view=whatif&chart=supply&myanmar=-20&ramp=40&_embed=1&v=2")).await;
        assert_eq!(page.count("input, .formula").await, 0);
        assert_eq!(title(page, "supply").await, "34,711 t would be missing to reach China’s imports of 2023");
        let said = page.text(".chart__subtitle").await.replace('\u{202f}', " ");
        assert!(said.starts_with("Arithmetic, not a forecast, with imports from Myanmar −20 %"), "{said}");
        let whole = page.attribute(".chart__all a", "href").await.unwrap_or_default();
        assert!(whole.contains("view=whatif&myanmar=-20&ramp=40"), "{whole}");
        let over: i64 = page.js("return document.documentElement.scrollHeight - innerHeight").await;
        assert!(over <= 0, "it is {over} px too high");
    });
}
