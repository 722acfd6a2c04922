//! The browser draws what the host draws: the same link and width give, in either theme, the same SVG, byte for byte.

use super::app::app;
use super::journey::journey;
use rare_earth_trade::charts::{Implied, chart};
use rare_earth_trade::data::{Dataset, FetchError, FileError};
use rare_earth_trade::draw::{Size, draw};
use rare_earth_trade::view::{Page, link};
use rare_earth_trade::words::EN;

#[test]
fn the_browser_draws_what_the_host_draws() {
    let server = app().start();
    let data = Dataset::read(|file| {
        let path = format!("{}/assets/data/{}", env!("CARGO_MANIFEST_DIR"), file.name());
        std::fs::read(path).map_err(|_| FileError::NotFetched(FetchError::Refused))
    });
    let implied = Implied::new(&data);
    journey("same-drawing", async |page| {
        for (query, window) in [
            ("view=overview&v=1", 1440),
            ("view=trade&by=year&as=change&_theme=dark&v=1", 768),
            ("view=sourcing&show=unit-value&v=1", 1024),
            ("view=prices&t=2024-01..latest&pr=pr-metal&vat=excl&v=1", 360),
        ] {
            page.set_window(window, 900).await;
            page.open_ready(&server.url(&format!("?{query}"))).await;
            let (view, issues) = link::parse(query);
            assert_eq!(issues, []);
            for name in view.charts() {
                let place = format!("figure.chart[data-chart=\"{}\"]", name.name());
                let width: u32 =
                    page.js(&format!("return document.querySelector('{place} .chart__plot').clientWidth")).await;
                let script = format!("return document.querySelector('{place} .chart__svg').innerHTML");
                let browser: String = page.js(&script).await;
                let figure = chart(name, &data, Some(&implied), &view).expect("the shipped files are whole");
                let size = Size { width, compact: view.page == Page::Overview };
                let host = draw(name.name(), &figure.chart, size, &EN).svg;
                let at = host.bytes().zip(browser.bytes()).position(|(host, browser)| host != browser);
                assert!(host == browser, "{query}, {} at {width} px: they part at byte {at:?}", name.name());
            }
        }
    });
}
