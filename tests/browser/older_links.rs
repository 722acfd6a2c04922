//! Links of version 1 of the grammar: they show the same months and figures, and say what has changed.

use super::app::app;
use super::frames::{Frame, Host};
use super::journey::journey;
use rare_earth_trade::view::ChartName;
use rare_earth_trade::words::EN;
use thirtyfour::Key;

#[test]
fn an_older_link_shows_the_same_range_and_says_what_stands_for_its_chart() {
    let server = app().start();
    journey("older-link", async |page| {
        page.set_window(1440, 1000).await;
        page.open_ready(&server.url("?view=trade&by=quarter&as=change&t=2019-01..2025-03&v=1")).await;
        let said = page.text(".older-link").await;
        let change = EN.chart_name(ChartName::Change);
        assert!(said.contains("as a change on a year before") && said.contains(change), "{said}");
        assert!(page.js::<bool>("return document.querySelector('.older-link').checkVisibility()").await);
        assert_eq!(page.notices("link").await, "", "nothing is wrong with it");
        assert_eq!(page.count(".notice").await, 0);
        // The same months, by every part that shows them, and the address as it is today.
        page.wait_address("?view=trade&t=2019-01..2025-03&by=quarter&v=2").await;
        let ends: Vec<String> = page
            .js("return [...document.querySelectorAll('.strip__handle')].map(handle => handle.ariaValueText)")
            .await;
        assert_eq!(ends, ["January 2019", "March 2025"]);
        assert_eq!(page.chosen("trade-by").await, "quarter");
        assert_eq!(page.chosen("trade-t").await, "other");
        // Going to a part of the page changes nothing.
        page.focus(".skip").await;
        page.press(Key::Enter).await;
        page.wait_for("location.hash === '#content'", "the content is skipped to").await;
        page.wait_frames().await;
        assert_eq!(page.text(".older-link").await, said);
        // The line goes with the first choice.
        page.choose("trade-by", "year").await;
        page.wait_for("!document.querySelector('.older-link')", "the line goes").await;
        page.wait_address("?view=trade&t=2019-01..2025-03&by=year&v=2").await;
    });
}

#[test]
fn an_older_link_without_a_range_starts_where_it_did() {
    let server = app().start();
    journey("older-range", async |page| {
        page.set_window(1440, 1000).await;
        for query in ["?view=trade&v=1", "?view=trade"] {
            page.open_ready(&server.url(query)).await;
            page.wait_address("?view=trade&t=long..latest&v=2").await;
            assert_eq!(page.chosen("trade-t").await, "long..latest");
            assert_eq!(page.attribute(".strip__handle", "aria-valuetext").await.as_deref(), Some("January 2018"));
            assert_eq!(page.count(".older-link").await, 0, "nothing was replaced");
        }
        page.open_ready(&server.url("?view=prices&pr=pr-metal&dy=dy-fe&v=1")).await;
        page.wait_address("product=pr-metal~dy-fe").await;
        let ticked =
            "return [...document.querySelectorAll('input[name=prices-product]:checked')].map(input => input.value)";
        assert_eq!(page.js::<Vec<String>>(ticked).await, ["pr-metal", "dy-fe"]);
        page.open_ready(&server.url("?view=sourcing&show=value&v=1")).await;
        let said = page.text(".older-link").await;
        assert!(said.contains(EN.chart_name(ChartName::OriginsValue)), "{said}");
        // The plain address is the page as it is now.
        page.open_ready(&server.url("")).await;
        assert_eq!(page.count(".older-link").await, 0);
        page.wait_address("?view=overview&v=2").await;
    });
}

#[test]
fn a_frame_of_an_older_link_shows_the_nearest_chart() {
    let server = app().start();
    let older = [
        ("?view=trade&_embed=1&v=1", "trade"),
        ("?view=trade&as=change&by=year&_embed=1&v=1", "change"),
        ("?view=sourcing&_embed=1", "origins"),
        ("?view=sourcing&chart=origins&show=unit-value&_embed=1&v=1", "origins-value"),
        ("?view=prices&_embed=1&v=1", "prices"),
    ];
    let frames = older.iter().map(|(query, _)| Frame::at(&server.url(query)));
    let host = frames.fold(Host::builder(), |host, frame| host.frame(frame)).start();
    journey("older-frames", async |page| {
        host.open(page).await;
        for (number, (query, chart)) in (0..).zip(older) {
            page.in_frame(number, async || {
                page.wait_ready().await;
                assert_eq!(page.drawn().await, [chart], "{query}");
                assert_eq!(page.notices("link").await, "");
            })
            .await;
        }
    });
}
