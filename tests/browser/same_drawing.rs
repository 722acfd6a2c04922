//! The browser draws what the host draws: the same link and width give, in either theme, the same SVG, byte for byte.

use super::app::app;
use super::journey::journey;
use rare_earth_trade::charts::{Implied, chart};
use rare_earth_trade::data::{Dataset, FetchError, FileError};
use rare_earth_trade::draw::{Size, draw};
use rare_earth_trade::view::{Block, link};
use rare_earth_trade::words::EN;

#[test]
fn the_browser_draws_what_the_host_draws() {
    let server = app().start();
    let data = Dataset::read(|file| {
        let path = format!("{}/assets/data/{}", env!("CARGO_MANIFEST_DIR"), file.name());
        std::fs::read(path).map_err(|_| FileError::NotFetched(FetchError::Refused))
    });
    journey("same-drawing", async |page| {
        for (query, window) in [
            ("view=overview&v=2", 1440),
            ("view=overview&v=2", 360),
            ("view=trade&v=2", 1440),
            ("view=trade&t=long..latest&by=quarter&change=month&_theme=dark&v=2", 768),
            ("view=trade&by=year&change=year&asof=2025-04-21&v=2", 320),
            ("view=sourcing&years=2022~2024&baskets=all&v=2", 1024),
            ("view=sourcing&basket=oxides&v=2", 360),
            ("view=prices&t=2024-01..latest&product=pr-metal~dy-fe&vat=excl&v=2", 360),
            ("view=prices&base=controls&market=fob&_theme=dark&v=2", 1440),
            ("view=prices&pr=pr-metal&v=1", 768),
        ] {
            page.set_window(window, 900).await;
            page.open_ready(&server.url(&format!("?{query}"))).await;
            let link::Link { view, issues, .. } = link::parse(query);
            assert_eq!(issues, []);
            let public = view.as_of.map_or_else(|| data.clone(), |day| data.as_of(day));
            let implied = Implied::new(&public);
            for block in view.blocks() {
                let Block::Chart(name, extent) = block else { continue };
                let place = format!("figure.chart[data-chart=\"{}\"]", name.name());
                let width: u32 =
                    page.js(&format!("return document.querySelector('{place} .chart__plot').clientWidth")).await;
                let script = format!("return document.querySelector('{place} .chart__svg').innerHTML");
                let browser: String = page.js(&script).await;
                let figure = chart(name, extent, &public, Some(&implied), &view).expect("the shipped files are whole");
                let host = draw(name.name(), &figure, Size { width, extent, room: None }, &EN).svg;
                let at = host.bytes().zip(browser.bytes()).position(|(host, browser)| host != browser);
                assert!(host == browser, "{query}, {} at {width} px: they part at byte {at:?}", name.name());
            }
        }
    });
}
