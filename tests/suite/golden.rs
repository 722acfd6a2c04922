//! Drawings compared byte by byte with `tests/golden`, each named for what it shows: for the page without colours, those with
//! a theme as files.
//!
//! `make golden` (`UPDATE_GOLDEN=1 cargo test --test golden`) rewrites them: look at each before you commit it.

use crate::common::{made_up, root, shipped, svg};
use rare_earth_trade::data::File;
use rare_earth_trade::view::ChartName::{self, Baskets, Origins, Partners, Prices, Trade};
use std::fs;

/// Draws a chart of the rows in `files` (the shipped figures where there are none) and compares it.
///
/// A link to the shipped figures names a day, so that figures that become public later change no drawing.
#[track_caller]
fn check(golden: &str, chart: ChartName, files: &[(File, &str)], query: &str, width: u32) {
    assert!(!files.is_empty() || query.contains("&asof="), "{query} moves with the figures");
    let data = if files.is_empty() { shipped() } else { made_up(files) };
    let drawn = lines(&svg(chart, &data, query, width));
    let expected = root().join("tests/golden").join(golden).with_extension("svg");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&expected, drawn).unwrap_or_else(|error| panic!("{}: {error}", expected.display()));
        return;
    }
    let found = fs::read_to_string(&expected).unwrap_or_default();
    if found == drawn {
        return;
    }
    let folder = root().join("target/golden");
    let new = folder.join(golden).with_extension("svg");
    fs::create_dir_all(&folder).and_then(|()| fs::write(&new, &drawn)).unwrap_or_else(|error| panic!("{error}"));
    let what = if found.is_empty() { "There is no golden drawing" } else { "The drawing differs from the golden one" };
    let first = found.lines().zip(drawn.lines()).position(|(old, new)| old != new);
    let line = first.unwrap_or_else(|| found.lines().count().min(drawn.lines().count())) + 1;
    panic!(
        "{what}, from line {line} on:\n  expected {}\n  drawn    {}\n\
         Open both in a browser. If the new one is right, run `make golden` and commit it.",
        expected.display(),
        new.display()
    );
}

/// An element a line, so that a difference can be read.
fn lines(svg: &str) -> String {
    svg.replace("><", ">\n<").replace(">\n</", "></") + "\n"
}

const TWO_MONTHS: &str = "
    2024-01/02,import,22285,,,1,,normal,2024-03-14,
    2024-03,import,13411,,,1,,normal,2024-04-14,
    2024-04,import,13146,,,1,,normal,2024-05-14,
    2024-01/02,export,8774,,,1,,normal,2024-03-14,
    2024-03,export,4710,,,1,,normal,2024-04-14,
    2024-04,export,4566,,,1,,normal,2024-05-14,";

#[test]
fn trade_by_month_on_the_overview() {
    check("trade-month-overview", Trade, &[], "view=overview&asof=2026-09-14", 720);
}

#[test]
fn trade_by_year_as_change() {
    check("trade-year-change", Trade, &[], "view=trade&by=year&as=change&asof=2026-09-14", 900);
}

#[test]
fn trade_by_quarter() {
    check("trade-quarter", Trade, &[], "view=trade&by=quarter&t=2023-01..latest&asof=2026-09-14", 900);
}

#[test]
fn a_pair_of_months() {
    check("two-months", Trade, &[(File::Trade, TWO_MONTHS)], "view=trade", 480);
}

#[test]
fn a_gap() {
    let rows = "
        2023-01,export,4000,,,1,,normal,2023-03-14,
        2023-02,export,4500,,,1,,normal,2023-03-14,
        2024-02,export,5000,,,1,,normal,2024-03-14,
        2024-03,export,4700,,,1,,normal,2024-04-14,
        2023-06,import,9000,,,1,,normal,2023-07-14,";
    check("gap", Trade, &[(File::Trade, rows)], "view=trade", 600);
}

#[test]
fn one_point() {
    check("one-point", Trade, &[(File::Trade, "2025-03,export,5666.3,,,1,,normal,2025-04-14,")], "view=trade", 480);
}

#[test]
fn nothing_in_range() {
    check("empty", Trade, &[], "view=trade&t=2016-01..2016-12&asof=2026-09-14", 600);
}

#[test]
fn a_narrow_screen() {
    check("trade-narrow", Trade, &[], "view=trade&asof=2026-09-14", 360);
    check("prices-narrow", Prices, &[], "view=prices&asof=2026-02-28", 360);
    check("baskets-narrow", Baskets, &[], "view=sourcing&year=2025&asof=2026-09-14", 360);
}

#[test]
fn rival_sources() {
    check("baskets-rivals", Baskets, &[], "view=sourcing&year=2023&asof=2026-09-14", 760);
}

#[test]
fn origins() {
    check("origins-tonnes", Origins, &[], "view=sourcing&asof=2026-09-14", 760);
    check("origins-value", Origins, &[], "view=sourcing&show=value&asof=2026-09-14", 760);
    check("origins-unit-value", Origins, &[], "view=sourcing&show=unit-value&asof=2026-09-14", 760);
    check("origins-dark", Origins, &[], "view=sourcing&show=share&_theme=dark&asof=2026-09-14", 760);
}

#[test]
fn partners() {
    check("partners", Partners, &[], "view=sourcing&asof=2026-09-14", 760);
}

#[test]
fn a_band_without_a_mid() {
    let rows = "
        2025-01-10,day,PrNd oxide,china-domestic,400000,406000,,CNY,t,unknown,SMM,normal,2025-01-10,
        2025-02-10,day,PrNd oxide,china-domestic,425000,431000,,CNY,t,unknown,SMM,normal,2025-02-10,
        2025-05-10,day,PrNd oxide,china-domestic,410000,418000,415000,CNY,t,unknown,SMM,normal,2025-05-10,
        2024,year,Dy oxide,china-domestic,1800000,1900000,,CNY,t,unknown,SMM,normal,2025-01-31,";
    check("band-without-mid", Prices, &[(File::Prices, rows)], "view=prices&t=2024-01..latest", 600);
}

#[test]
fn a_mid_without_a_band() {
    let rows = "
        2025-01-10,day,PrNd oxide,china-domestic,,,403000,CNY,t,unknown,SMM,normal,2025-01-10,
        2025-02-10,day,PrNd oxide,china-domestic,,,428000,CNY,t,unknown,SMM,normal,2025-02-10,
        2025-03,month,PrNd oxide,china-domestic,,,440000,CNY,t,unknown,SunSirs,normal,2025-03-31,
        2024,year,Dy oxide,china-domestic,,,1850000,CNY,t,unknown,SMM,normal,2025-01-31,";
    check("mid-without-band", Prices, &[(File::Prices, rows)], "view=prices&t=2024-01..latest", 600);
}

#[test]
fn the_articles_range() {
    check("prices-article", Prices, &[], "view=prices&pr=pr-metal&asof=2026-02-28", 900);
    check("prices-without-vat", Prices, &[], "view=prices&pr=pr-metal&vat=excl&t=2024-01..latest&asof=2026-02-28", 900);
}

#[test]
fn dark() {
    check("trade-dark", Trade, &[], "view=trade&by=year&_theme=dark&asof=2026-09-14", 760);
    check("prices-dark", Prices, &[], "view=prices&_theme=dark&asof=2026-02-28", 760);
}

#[test]
fn a_light_file() {
    check("baskets-light", Baskets, &[], "view=sourcing&year=2025&_theme=light&asof=2026-02-28", 760);
}
