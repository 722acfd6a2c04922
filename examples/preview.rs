//! The picture that link previews show, as a page for a browser to photograph at 1200 x 630 pixels:
//! `cargo run --example preview > preview.html`.

use rare_earth_trade::charts::{self, Implied};
use rare_earth_trade::data::{Dataset, FetchError, FileError};
use rare_earth_trade::draw::{Palette, Size, file, layout};
use rare_earth_trade::html;
use rare_earth_trade::view::{ChartName, View};
use rare_earth_trade::words::words;

/// Narrower than the picture by its margins.
const WIDTH: u32 = 1104;

fn main() {
    let view = View::default();
    let words = words(view.frame.lang);
    let data = Dataset::read(|file| {
        std::fs::read(format!("assets/data/{}", file.name())).map_err(|_| FileError::NotFetched(FetchError::Refused))
    });
    let style = std::fs::read_to_string("style/tokens.css").unwrap_or_default();
    let implied = Implied::new(&data);
    let figure = charts::chart(ChartName::Trade, &data, Some(&implied), &view, words).unwrap();
    let size = Size { width: WIDTH, compact: false };
    let svg = file(&layout("trade", &figure.chart, size, words), Palette::Light);
    let newest: Vec<&str> = figure.caption.newest.iter().map(|(what, _)| what.as_str()).collect();
    let newest = words.fill(words.newest_label, &[("what", &newest.join(", "))]);
    println!(
        "<!doctype html><html lang=\"{}\" data-theme=\"light\"><meta charset=\"utf-8\"><style>{style}\n\
         body {{ margin: 0; padding: 20px 48px 0; background: var(--paper); color: var(--text); font-family: var(--sans); }}\n\
         h1 {{ font: 700 37px/1.14 var(--serif); margin: 0 0 6px; text-wrap: balance; }}\n\
         p {{ font-size: 19px; color: var(--muted); margin: 0 0 4px; }}\n\
         svg {{ display: block; }}</style>\n<h1>{}</h1><p>{}. {}</p>{}",
        view.frame.lang.name(),
        html::escape(&charts::page::headline(&data, &view, words)),
        html::escape(&figure.caption.subtitle),
        html::escape(&newest),
        svg,
    );
}
