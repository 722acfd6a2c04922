//! Draws every chart of a view to SVG files: `cargo run --example gallery -- 'view=prices&pr=pr-metal' 900 OUT`.
#![allow(clippy::unwrap_used, reason = "a tool at the desk: what it cannot do may stop it")]

use rare_earth_trade::charts;
use rare_earth_trade::data::{Dataset, FileError};
use rare_earth_trade::draw::{Palette, Size, draw, palette};
use rare_earth_trade::view::{self, Page, link};
use rare_earth_trade::words;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let query = arguments.next().unwrap_or_default();
    let width = arguments.next().and_then(|width| width.parse().ok()).unwrap_or(900);
    let folder = arguments.next().unwrap_or_else(|| "target/gallery".to_owned());
    let (view, issues) = link::parse(&query);
    for issue in issues {
        eprintln!("{issue:?}");
    }
    let data = Dataset::read(|file| {
        std::fs::read(format!("assets/data/{}", file.name())).map_err(|error| FileError::NotFetched(error.to_string()))
    });
    let dark = view.frame.theme == view::Theme::Dark;
    let palette: &Palette = if dark { &palette::DARK } else { &palette::LIGHT };
    let words = words::words(view.frame.lang);
    println!("{}", charts::page::headline(&data, &view, words));
    std::fs::create_dir_all(&folder).unwrap();
    for name in view.charts() {
        let figure = charts::chart(name, &data, Some(&charts::Implied::new(&data)), &view, words).unwrap();
        let size = Size { width, compact: view.page == Page::Overview };
        let drawing = draw(name.name(), &figure.chart, size, palette, words);
        std::fs::write(format!("{folder}/{}.svg", name.name()), &drawing.svg).unwrap();
        println!("{} {} bytes, {} marks", name.name(), drawing.svg.len(), drawing.hits.len());
    }
}
