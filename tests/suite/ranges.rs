//! Ranges within a year and between years: what is published for longer periods that reach into them is shown whole, and
//! "no figure" is said only where there is none.

use crate::common::{same, shipped, shown};
use rare_earth_trade::charts::Shape;
use rare_earth_trade::data::{Span, When};
use rare_earth_trade::view::ChartName;
use rare_earth_trade::words::EN;
use std::collections::BTreeSet;

/// The periods that charts draw for a range, a line each, or why one draws none.
#[track_caller]
fn check(charts: &[ChartName], range: &str, expected: &str) {
    for chart in charts {
        let query = format!("view={}&t={range}&asof=2026-09-14", chart.page().name());
        let shown = shown(*chart, &shipped(), &query);
        let drawn = shown.figure.chart.marks().filter(|mark| mark.look.shape != Shape::Gap);
        let spans: BTreeSet<Span> = drawn
            .filter_map(|mark| match mark.when {
                When::Span(span) => Some(span),
                When::Day(_) => None,
            })
            .collect();
        let empty = shown.figure.chart.panels.iter().filter_map(|panel| panel.empty).map(|why| EN.empty(why));
        let mut said: Vec<String> = spans.into_iter().map(|span| EN.span(span)).chain(empty).collect();
        said.dedup();
        same(&said.join(", "), expected, &format!("{} {query}", chart.name()));
    }
}

const NONE: &str = "No published figure found in this range.";

#[test]
fn a_range_in_which_no_whole_year_lies_shows_the_years_that_reach_into_it() {
    use ChartName::{Concentration, Newcomers, Origins, OriginsValue};
    let check = |range: &str, expected: &str| {
        check(&[Origins, OriginsValue, Newcomers, Concentration], range, expected);
    };
    check("2025-03..latest", "2025");
    check("2025-03..2025-06", "2025");
    check("2025-02..2025-02", "2025");
    check("2024-06..2025-03", "2024, 2025");
    // A whole year lies in it: as ever.
    check("2024-01..2025-03", "2024");
    check("2023-12..2025-01", "2024");
    check("2026-02..latest", NONE);
    check("2010-01..2010-06", NONE);
}

#[test]
fn a_range_in_which_no_whole_period_lies_shows_those_that_reach_into_it() {
    let partners = |range: &str, expected: &str| check(&[ChartName::Partners], range, expected);
    partners("2025-03..latest", "January–May 2025, February 2025");
    partners("2025-02..2025-02", "February 2025");
    partners("2026-02..latest", NONE);
    let change = |range: &str, expected: &str| check(&[ChartName::Change], range, expected);
    change("2025-02..2025-02", "first quarter of 2025");
    change("2025-03..2025-04", "first quarter of 2025, second quarter of 2025");
    // Of imports the year is known so far.
    change("2025-03..2025-04&change=year", "January–September 2025, 2025");
    change("2025-03..2025-06", "second quarter of 2025");
    let trade = |range: &str, expected: &str| check(&[ChartName::Trade], range, expected);
    trade("2025-02..2025-02&by=quarter", "first quarter of 2025");
    // And the same months of the year before it.
    trade("2025-03..2025-06&by=year", "January–September 2024, January–September 2025, 2025");
}
