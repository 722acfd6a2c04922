//! Browsers of 2023, which know neither popovers nor `light-dark()`.

use super::app::{app, built_bytes, built_file};
use super::journey::journey;
use super::rule::Rule;
use serde_json::Value;
use thirtyfour::Key;

/// The same bytes with one name replaced by another that is as long.
fn renamed(bytes: &[u8], from: &str, to: &str) -> Vec<u8> {
    assert_eq!(from.len(), to.len());
    let mut bytes = bytes.to_vec();
    let places: Vec<usize> =
        bytes.windows(from.len()).enumerate().filter(|(_, part)| *part == from.as_bytes()).map(|(at, _)| at).collect();
    for at in places {
        bytes[at..at + from.len()].copy_from_slice(to.as_bytes());
    }
    bytes
}

/// In a browser that does not know of them, `popover` is a name like any other.
#[test]
fn panels_open_where_there_are_no_popovers() {
    let mut server = app();
    let program = built_file("rare-earth-trade-");
    let program = program.rsplit_once('.').map_or("", |(stem, _)| stem);
    for name in [format!("{program}.wasm"), built_file("more-"), built_file("later-")] {
        let unknown = renamed(&built_bytes(&name), "popover", "pop0ver");
        server = server.rule(Rule::on(&name).body(unknown));
    }
    let server = server.start();
    journey("older-panels", async |page| {
        page.open_ready(&server.url("?view=trade&v=2")).await;
        page.wait_for("document.title.includes(' · ')", "all of the program is there").await;
        assert!(!page.js::<bool>("return CSS.supports('selector(:pop0ver-open)')").await);
        let shown = "document.querySelector('#share').checkVisibility()";
        assert!(!page.js::<bool>(&format!("return {shown}")).await, "a panel is closed at first");
        page.click("button[pop0vertarget=share]").await;
        page.wait_for(&format!("{shown} && document.querySelector('#share textarea').value"), "it opens and is filled")
            .await;
        assert!(page.js::<bool>("return document.activeElement.id === 'share'").await);
        page.click("#share button[pop0vertarget=share]").await;
        page.wait_for(&format!("!{shown}"), "its button closes it").await;
        assert!(page.js::<bool>("return document.activeElement.matches('.tools button')").await);
        page.press(Key::Enter).await;
        page.wait_for(shown, "by keyboard too").await;
        page.press(Key::Escape).await;
        page.wait_for(&format!("!{shown}"), "Escape closes it").await;
    });
}

#[test]
fn colours_need_nothing_that_came_later() {
    for sheet in ["site-", "later-"] {
        let style = String::from_utf8_lossy(&built_bytes(&built_file(sheet))).into_owned();
        assert!(!style.contains("light-dark("), "the style sheet {sheet} needs light-dark()");
    }
    let server = app().start();
    journey("older-colours", async |page| {
        for (theme, query, ground) in [
            ("light", "", "rgb(253, 252, 249)"),
            ("dark", "", "rgb(20, 23, 28)"),
            ("dark", "?_theme=light&v=2", "rgb(253, 252, 249)"),
            ("light", "?_theme=dark&v=2", "rgb(20, 23, 28)"),
        ] {
            page.set_media("prefers-color-scheme", theme).await;
            page.open_ready(&server.url(query)).await;
            let found: Value = page.js("return getComputedStyle(document.documentElement).backgroundColor").await;
            assert_eq!(found, ground, "{theme} {query}");
        }
    });
}
