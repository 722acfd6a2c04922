//! Draws every chart of a view to SVG files, light or as `_theme` says:
//! `cargo run --example gallery -- 'view=prices&pr=pr-metal&_theme=dark' 900 OUT`.
#![allow(clippy::unwrap_used, reason = "a tool at the desk: what it cannot do may stop it")]

use rare_earth_trade::charts;
use rare_earth_trade::data::{Dataset, FetchError, FileError};
use rare_earth_trade::draw::{Palette, Size, file, layout};
use rare_earth_trade::view::{self, Block, link};
use rare_earth_trade::words;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let query = arguments.next().unwrap_or_default();
    let width = arguments.next().and_then(|width| width.parse().ok()).unwrap_or(900);
    let folder = arguments.next().unwrap_or_else(|| "target/gallery".to_owned());
    let link::Link { view, issues, .. } = link::parse(&query);
    for issue in issues {
        eprintln!("{issue:?}");
    }
    let data = Dataset::read(|file| {
        std::fs::read(format!("assets/data/{}", file.name())).map_err(|_| FileError::NotFetched(FetchError::Refused))
    });
    let dark = view.frame.theme == view::Theme::Dark;
    let palette = if dark { Palette::Dark } else { Palette::Light };
    let words = words::words(view.frame.lang);
    println!("{}", words.headline(view.page, charts::headline::headline(&data, &view).as_ref()));
    std::fs::create_dir_all(&folder).unwrap();
    let charts = view.blocks().into_iter().filter_map(|block| match block {
        Block::Chart(name, extent) => Some((name, extent)),
        _ => None,
    });
    for (name, extent) in charts {
        let figure = charts::chart(name, extent, &data, Some(&charts::Implied::new(&data)), &view).unwrap();
        let size = Size { width, extent, room: None };
        let placed = layout(name.name(), &figure, size, words);
        let svg = file(&placed, palette);
        std::fs::write(format!("{folder}/{}.svg", name.name()), &svg).unwrap();
        println!("{} {} bytes, {} items", name.name(), svg.len(), placed.items.len());
    }
}
