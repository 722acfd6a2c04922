//! Drawings compared byte by byte with `tests/golden`, each named for what it shows: for the page without colours, those with
//! a theme as files.
//!
//! `make golden` (`UPDATE_GOLDEN=1 cargo test --test suite golden`) rewrites them: look at each before you commit it.

mod cases;

use crate::common::{made_up, root, shipped, shipped_bytes, svg};
use cases::CASES;
use rare_earth_trade::data::{Dataset, File};
use rare_earth_trade::view::{ChartName, Page};
use std::fs;

/// Draws a chart of the rows in `files` (the shipped figures where there are none) and compares it.
///
/// A link to the shipped figures names a day, so that figures that become public later change no drawing.
#[track_caller]
fn check(golden: &str, chart: ChartName, files: &[(File, &str)], query: &str, width: u32) {
    assert!(!files.is_empty() || query.contains("&asof="), "{query} moves with the figures");
    let data = if files.is_empty() { shipped() } else { made_up(files) };
    check_of(&data, golden, chart, query, width);
}

/// The same of any figures.
#[track_caller]
fn check_of(data: &Dataset, golden: &str, chart: ChartName, query: &str, width: u32) {
    let drawn = lines(&svg(chart, data, query, width));
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

/// The link to the page of a chart, as of a day.
fn query(chart: ChartName, rest: &str) -> String {
    format!("view={}{rest}&asof=2026-02-28", chart.page().name())
}

#[test]
fn every_chart_of_the_shipped_figures() {
    for chart in ChartName::ALL {
        let name = chart.name();
        check(&format!("{name}-shipped"), *chart, &[], &query(*chart, ""), 872);
        check(&format!("{name}-320"), *chart, &[], &query(*chart, ""), 288);
    }
}

#[test]
fn every_chart_of_figures_that_are_hard_to_draw() {
    for case in &CASES {
        for chart in ChartName::ALL.iter().filter(|chart| chart.page() != Page::Article) {
            let file = format!("{}-{}", chart.name(), case.name);
            check(&file, *chart, case.files, &query(*chart, case.query), 600);
        }
    }
}

/// Both products by SMM on some days: a gap, weak ones only, an outlier, equal ones, one day.
#[test]
fn relative_prices_of_figures_that_are_hard_to_draw() {
    let row = |day: &str, product: &str, price: u32, confidence: &str| {
        format!("{day},day,{product},china-domestic,,,{price},CNY,t,unknown,SMM,{confidence},{day},\n")
    };
    let check = |name: &str, points: &[(&str, u32)], confidence: &str| {
        let both = |(day, dy): &(&str, u32)| {
            [row(day, "Dy oxide", *dy, confidence), row(day, "PrNd oxide", 400_000, confidence)].concat()
        };
        let rows = points.iter().map(both).collect::<String>();
        let query = query(ChartName::Relative, "");
        check(&format!("relative-pairs-{name}"), ChartName::Relative, &[(File::Prices, &rows)], &query, 600);
    };
    let far = [("2025-01-10", 1_600_000), ("2025-02-10", 1_500_000), ("2025-10-10", 900_000), ("2025-11-10", 800_000)];
    check("gap", &far, "normal");
    check("weak", &far, "low");
    check("outlier", &[("2025-01-10", 1_600_000), ("2025-02-10", 150_000_000), ("2025-03-10", 1_400_000)], "normal");
    check("equal", &[("2025-01-10", 1_600_000), ("2025-02-10", 1_600_000)], "normal");
    check("one", &[("2025-01-10", 1_600_000)], "normal");
}

/// Forms of charts that a reader chooses: of the shipped figures, and of some that are hard to draw.
#[test]
fn forms_that_a_reader_chooses() {
    for (name, chart, rest) in [
        ("trade-average", ChartName::Trade, "&average=3"),
        ("trade-index", ChartName::Trade, "&trade-base=2024-05"),
        ("trade-index-log", ChartName::Trade, "&trade-base=2024-05&scale=log"),
        ("index-base", ChartName::Index, "&base=2025-01"),
        ("index-log", ChartName::Index, "&scale=log"),
        ("prices-log", ChartName::Prices, "&scale=log"),
    ] {
        check(&format!("form-{name}-shipped"), chart, &[], &query(chart, rest), 872);
        check(&format!("form-{name}-320"), chart, &[], &query(chart, rest), 288);
        for case in CASES.iter().filter(|case| ["gap", "weak", "outlier", "zero"].contains(&case.name)) {
            let file = format!("form-{name}-{}", case.name);
            check(&file, chart, case.files, &query(chart, &[rest, case.query].concat()), 600);
        }
    }
}

/// As wide as the margin of its page; without figures, and without some.
#[test]
fn the_charts_of_the_article() {
    const MARGIN: u32 = 384;
    let (none, missing) = (made_up(&[]), cases::without_some(shipped_bytes));
    for chart in ChartName::ALL.iter().filter(|chart| chart.page() == Page::Article) {
        let (name, query) = (chart.name(), query(*chart, ""));
        check(&format!("{name}-margin"), *chart, &[], &query, MARGIN);
        check_of(&none, &format!("{name}-none"), *chart, &query, MARGIN);
        check_of(&missing, &format!("{name}-missing"), *chart, &query, MARGIN);
    }
}

#[test]
fn what_a_reader_chooses() {
    use ChartName::{Baskets, Change, Index, Prices, Trade};
    let shipped = |golden: &str, chart: ChartName, rest: &str, width: u32| {
        check(golden, chart, &[], &query(chart, rest), width);
    };
    shipped("trade-since-2018", Trade, "&t=2018-01..latest", 872);
    shipped("trade-since-2018-narrow", Trade, "&t=2018-01..latest", 328);
    shipped("trade-quarter", Trade, "&by=quarter", 872);
    shipped("trade-year", Trade, "&by=year&t=2018-01..latest", 872);
    shipped("change-month", Change, "&change=month", 872);
    shipped("baskets-all", Baskets, "&baskets=all", 872);
    shipped("index-controls", Index, "&base=controls", 872);
    shipped("prices-without-vat", Prices, "&vat=excl", 872);
    shipped("prices-pr-oxide", Prices, "&product=pr-oxide&t=2013-01..latest", 872);
    shipped("prices-europe", Prices, "&market=europe", 872);
}

#[test]
fn what_a_reader_assumes() {
    let scenario = |golden: &str, chart: ChartName, rest: &str, width: u32| {
        check(golden, chart, &[], &query(chart, rest), width);
    };
    scenario("demand-more", ChartName::Demand, "&magnets=80000&pr-ratio=1.2&dy-ratio=2.2", 872);
    scenario("supply-less", ChartName::Supply, "&myanmar=-50&ramp=40", 872);
    scenario("supply-above", ChartName::Supply, "&myanmar=100", 572);
    scenario("break-even-both", ChartName::BreakEven, "&prnd-share=90&dy-share=25", 872);
    scenario("break-even-any-price", ChartName::BreakEven, "&prnd-share=50&ho-dy=110&dy-share=25", 328);
}

#[test]
fn the_overview() {
    for chart in [ChartName::Trade, ChartName::Ytd, ChartName::Gap, ChartName::Index, ChartName::Prices] {
        let width = if chart == ChartName::Trade { 716 } else { 552 };
        check(&format!("{}-overview", chart.name()), chart, &[], "view=overview&asof=2026-02-28", width);
    }
}

#[test]
fn files_have_colours() {
    check("trade-dark", ChartName::Trade, &[], "view=trade&_theme=dark&asof=2026-02-28", 600);
    check("gap-light", ChartName::Gap, &[], "view=sourcing&_theme=light&asof=2026-02-28", 600);
}
