//! What drawing costs: the figure of a chart, its layout and its SVG, for the shipped figures and for 100,000 made-up quotes.
//!
//! `cargo bench --bench draw`.
#![allow(clippy::unwrap_used, reason = "a bench may stop where its figures are not there")]

use divan::{Bencher, black_box};
use rare_earth_trade::charts::{Figure, Implied, chart};
use rare_earth_trade::data::{Dataset, FetchError, File, FileError};
use rare_earth_trade::draw::{Palette, Size, draw, file, layout};
use rare_earth_trade::view::{ChartName, Extent, View};
use rare_earth_trade::words::EN;
use std::fmt::Write;
use std::fs;
use std::sync::LazyLock;

fn main() {
    divan::main();
}

/// Figures and what they imply.
struct Figures {
    data: Dataset,
    implied: Implied,
}

static SHIPPED: LazyLock<Figures> = LazyLock::new(|| figures(None));
static MANY: LazyLock<Figures> = LazyLock::new(|| figures(Some(quotes(100_000))));

const SIZE: Size = Size { width: 872, extent: Extent::Full, room: None };

/// The shipped figures, with other prices where they are given.
fn figures(prices: Option<String>) -> Figures {
    let data = Dataset::read(|file| match (file, &prices) {
        (File::Prices, Some(prices)) => Ok(prices.clone().into_bytes()),
        _ => fs::read(format!("assets/data/{}", file.name())).map_err(|_| FileError::NotFetched(FetchError::Refused)),
    });
    Figures { implied: Implied::new(&data), data }
}

/// So many quotes of three products on the days of 2025, many a day.
fn quotes(count: usize) -> String {
    let mut rows =
        "date,span,product,market,low,high,mid,currency,per,vat,agency,confidence,known_from,source_url\n".to_owned();
    let products = ["PrNd oxide", "Dy oxide", "Tb oxide"];
    for number in 0..count {
        let (month, day) = (number / 28 % 12 + 1, number % 28 + 1);
        let low = 400_000 + number * 7919 % 60_000;
        let (product, agency) = (products[number % 3], number / 336 / 3);
        let day = format!("2025-{month:02}-{day:02}");
        let agency = if agency == 0 { "SMM".to_owned() } else { format!("agency {agency}") };
        let high = low + 6_000;
        writeln!(rows, "{day},day,{product},china-domestic,{low},{high},,CNY,t,unknown,{agency},normal,{day},")
            .unwrap();
    }
    rows
}

fn figure(figures: &Figures, name: ChartName) -> Figure {
    let view = View { page: name.page(), ..View::default() };
    chart(name, Extent::Full, &figures.data, Some(&figures.implied), &view).unwrap()
}

#[divan::bench(args = ChartName::ALL)]
fn shipped_figure(bencher: Bencher, name: &ChartName) {
    LazyLock::force(&SHIPPED);
    bencher.bench(|| figure(black_box(&SHIPPED), *name));
}

#[divan::bench(args = ChartName::ALL)]
fn shipped_layout(bencher: Bencher, name: &ChartName) {
    let figure = figure(&SHIPPED, *name);
    bencher.bench(|| layout("a", black_box(&figure), SIZE, &EN));
}

#[divan::bench(args = ChartName::ALL)]
fn shipped_drawing(bencher: Bencher, name: &ChartName) {
    let figure = figure(&SHIPPED, *name);
    bencher.bench(|| draw("a", black_box(&figure), SIZE, &EN));
}

#[divan::bench(args = ChartName::ALL)]
fn shipped_file(bencher: Bencher, name: &ChartName) {
    let placed = layout("a", &figure(&SHIPPED, *name), SIZE, &EN);
    bencher.bench(|| file(black_box(&placed), Palette::Light));
}

#[divan::bench(args = [ChartName::Index, ChartName::Prices], sample_count = 10)]
fn many_quotes_figure(bencher: Bencher, name: ChartName) {
    LazyLock::force(&MANY);
    bencher.bench(|| figure(black_box(&MANY), name));
}

#[divan::bench(args = [ChartName::Index, ChartName::Prices], sample_count = 10)]
fn many_quotes_layout(bencher: Bencher, name: ChartName) {
    let figure = figure(&MANY, name);
    bencher.bench(|| layout("a", black_box(&figure), SIZE, &EN));
}

#[divan::bench(args = [ChartName::Index, ChartName::Prices], sample_count = 10)]
fn many_quotes_drawing(bencher: Bencher, name: ChartName) {
    let figure = figure(&MANY, name);
    bencher.bench(|| draw("a", black_box(&figure), SIZE, &EN));
}
