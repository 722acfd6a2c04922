//! What the trade chart shows of the figures.

use crate::common::{dedent, made_up, same, shipped, shown, svg};
use rare_earth_trade::charts::Shape;
use rare_earth_trade::data::{Dataset, File};
use rare_earth_trade::view::ChartName;

/// The figures of the trade chart, without its gaps.
#[track_caller]
fn check_of(data: &Dataset, query: &str, expected: &str) {
    let shown = shown(ChartName::Trade, data, query).dump();
    let figures: String =
        shown.lines().skip(1).filter(|line| !line.contains(" Gap ")).map(|l| format!("{l}\n")).collect();
    same(&figures, &dedent(expected), query);
}

#[track_caller]
fn check(rows: &str, query: &str, expected: &str) {
    check_of(&made_up(&[(File::Trade, rows)]), query, expected);
}

const FOUR_MONTHS: &str = "
    2024-01/02,export,1000,,,1,,normal,2024-03-14,
    2024-03,export,700,,,1,,normal,2024-04-14,
    2024-04,export,800,,,1,,normal,2024-05-14,";

#[test]
fn a_pair_of_months_is_one_mark_of_half_its_total() {
    check(
        FOUR_MONTHS,
        "view=trade",
        "Export Level Published 2024-01..2024-02 500 | 1,000 t | Jan–Feb | bracket
        Export Level Published 2024-03 700 | 700 t
        Export Level Published 2024-04 800 | 800 t",
    );
}

#[test]
fn a_month_takes_the_place_of_its_pair() {
    let both = format!(
        "{FOUR_MONTHS}
        2024-01,export,600,,,1,,normal,2024-03-14,
        2024-02,export,400,,,1,,normal,2024-03-14,"
    );
    check(
        &both,
        "view=trade",
        "Export Level Published 2024-01 600 | 600 t
        Export Level Published 2024-02 400 | 400 t
        Export Level Published 2024-03 700 | 700 t
        Export Level Published 2024-04 800 | 800 t",
    );
    let one = format!("{FOUR_MONTHS}\n2024-02,export,400,,,1,,normal,2024-03-14,");
    check(
        &one,
        "view=trade",
        "Export Level Published 2024-02 400 | 400 t
        Export Level Published 2024-03 700 | 700 t
        Export Level Published 2024-04 800 | 800 t",
    );
}

#[test]
fn a_month_with_only_a_change_does_not_hide_the_tonnes_of_its_pair() {
    let rows = format!("{FOUR_MONTHS}\n2024-02,export,,,5,1,,normal,2024-03-14,");
    check(
        &rows,
        "view=trade&t=2024-01..2024-02",
        "Export Level Published 2024-01..2024-02 500 | 1,000 t | Jan–Feb | bracket",
    );
    check(&rows, "view=trade&as=change&t=2024-01..2024-02", "Export Level Published 2024-02 5 | +5 %");
}

#[test]
fn a_month_without_a_change_does_not_hide_the_change_of_its_pair() {
    check(
        "2024-01/02,export,1000,,5,1,,normal,2024-03-14,
        2024-02,export,400,,,1,,normal,2024-03-14,",
        "view=trade&as=change",
        "Export Level Published 2024-01..2024-02 5 | +5 % | Jan–Feb | bracket",
    );
}

#[test]
fn wider_spans_are_not_months() {
    check(
        "2024-Q1,export,1700,,,1,,normal,2024-04-14,
        2024-01/04,export,2500,,,1,,normal,2024-05-14,
        2024-05,export,900,,,1,,normal,2024-06-14,",
        "view=trade",
        "Export Range Bounded 2024-04 700..900 | 700 to 900 t
        Export Level Published 2024-05 900 | 900 t",
    );
}

#[test]
fn quarters_and_years_are_published_or_sums() {
    check(FOUR_MONTHS, "view=trade&by=quarter", "Export Level Computed 2024-01..2024-03 1700 | 1,700 t");
    check(
        &format!("{FOUR_MONTHS}\n2024-Q1,export,1701,,,1,,normal,2024-04-14,"),
        "view=trade&by=quarter",
        "Export Level Published 2024-01..2024-03 1701 | 1,701 t",
    );
    check(
        "2024-H1,import,60,,,1,,normal,2024-07-14,
        2024-Q3,import,30,,,1,,normal,2024-10-14,
        2024-10,import,5,,,1,,normal,2024-11-14,
        2024-11/12,import,6,,,1,,normal,2025-01-14,
        2024-08,import,9,,,1,,normal,2024-09-14,",
        "view=trade&by=year",
        "Import Bar Computed 2024-01..2024-12 101 | 101 t",
    );
}

#[test]
fn a_year_without_a_total_shows_its_longest_start() {
    let rows = "
        2024,export,5000,,,1,,normal,2025-01-14,
        2025-01/04,export,1900,,,1,,normal,2025-05-14,
        2025-01/09,export,4800,,,1,,normal,2025-10-14,
        2025-10,export,400,,,1,,normal,2025-11-14,";
    check(
        rows,
        "view=trade&by=year",
        "Export Level Published 2024-01..2024-12 5000 | 5,000 t
        Export Level Published 2025-01..2025-09 4800 | 4,800 t | Jan–Sep",
    );
    check(
        rows,
        "view=trade&by=year&t=2025-01..2025-06",
        "Export Level Published 2025-01..2025-04 1900 | 1,900 t | Jan–Apr",
    );
}

#[test]
fn the_printed_change_wins_and_the_computed_one_stands_in() {
    let rows = "
        2023-03,export,1000,,,1,,normal,2023-04-14,
        2024-03,export,1100,,,1,,normal,2024-04-14,
        2025-03,export,1210,,10.0,1,,normal,2025-04-14,";
    check(
        rows,
        "view=trade&as=change",
        "Export Level Computed 2024-03 10 | +10.0 %
        Export Level Published 2025-03 10 | +10.0 %",
    );
}

#[test]
fn changes_that_rounding_cannot_explain_are_both_shown() {
    let rows = |printed: &str| {
        format!(
            "2023,export,1000,,,1,,normal,2024-01-14,
            2024,export,1203,,{printed},1,,normal,2025-01-14,"
        )
    };
    // 1000 may have been 500 to 1500: a change on it is hardly known.
    check(&rows("90"), "view=trade&by=year&as=change", "Export Level Published 2024-01..2024-12 90 | +90 %");
    check(
        &rows("200.5"),
        "view=trade&by=year&as=change",
        "Export Level Published 2024-01..2024-06 200.5 | +200.5 %
        Export Level Computed 2024-07..2024-12 20.3 | +20.3 %",
    );
    check_of(
        &shipped(),
        "view=trade&by=year&as=change&t=2019-01..2019-12&asof=2026-09-14",
        "Export Level Published 2019-01..2019-06 -12.6 | −12.6 %
        Export Level Computed 2019-07..2019-12 -12.95 | −13.0 %",
    );
}

#[test]
fn a_later_row_with_only_a_change_leaves_the_tonnes() {
    let rows = "
        2024-05,import,13747,,,1,,normal,2024-06-14,
        2024-05,import,,,2.7,1,,normal,2024-06-20,";
    check(rows, "view=trade", "Import Bar Published 2024-05 13747 | 13,747 t");
    check(rows, "view=trade&as=change", "Import Bar Published 2024-05 2.7 | +2.7 %");
}

#[test]
fn a_change_alone_does_not_hide_the_year_so_far() {
    let rows = "
        2025,import,,,-20,1,,normal,2026-01-14,
        2025-01/09,import,900,,,1,,normal,2025-10-14,";
    check(rows, "view=trade&by=year", "Import Bar Published 2025-01..2025-09 900 | 900 t | Jan–Sep");
    check(rows, "view=trade&by=year&as=change", "Import Bar Published 2025-01..2025-12 -20 | −20 %");
}

/// The publishers that the marks of a chart name.
#[track_caller]
fn check_sources(rows: &str, query: &str, expected: &str) {
    let descriptions = shown(ChartName::Trade, &made_up(&[(File::Trade, rows)]), query).descriptions();
    let named = descriptions.iter().filter(|tip| !tip.sources.is_empty()).map(|tip| {
        let names: Vec<&str> = tip.sources.iter().filter_map(|source| source.text.split(", ").next()).collect();
        format!("{}: {}\n", tip.value, names.join(" "))
    });
    same(&named.collect::<String>(), &dedent(expected), query);
}

#[test]
fn every_figure_names_its_publisher() {
    let rows = "
        2023-Q1,export,1000,,,1,,normal,2023-04-14,https://before.cn/
        2024-01/02,export,600,,,1,,normal,2024-03-14,https://pair.cn/
        2024-03,export,500,,,1,,normal,2024-04-14,https://march.cn/";
    let printed = format!("{rows}\n2024-Q1,export,,,10,1,,normal,2024-04-14,https://change.cn/");
    let quarter = "view=trade&by=quarter&as=change&t=2024-01..2024-03";
    check_sources(rows, quarter, "+10.0 %: pair.cn march.cn before.cn");
    check_sources(&printed, quarter, "+10 %: pair.cn march.cn change.cn");
    check_sources(&printed, "view=trade&by=quarter&t=2024-01..2024-03", "1,100 t: pair.cn march.cn change.cn");
}

#[test]
fn shipped_january_and_february() {
    check_of(
        &shipped(),
        "view=trade&t=2025-01..2025-03&asof=2026-09-14",
        "Import Bar Published 2025-01 12131 | 12,131 t
        Import Bar Published 2025-02 4791 | 4,791 t
        Import Bar Published 2025-03 7757 | 7,757 t
        Export Level Published 2025-01 5294 | 5,294 t
        Export Level Published 2025-02 3217 | 3,217 t
        Export Level Published 2025-03 5666.3 | 5,666.3 t",
    );
    check_of(
        &shipped(),
        "view=trade&t=2026-01..2026-03&asof=2026-09-14",
        "Export Level Deduced 2026-01 6060.75..6061.85 | 6,060.7 to 6,061.9 t
        Export Level Published 2026-02 4407 | 4,407 t",
    );
    check_of(
        &shipped(),
        "view=trade&t=2020-01..2020-02&asof=2026-09-14",
        "Export Level Published 2020-01..2020-02 2744.6 | 5,489.2 t | Jan–Feb | bracket",
    );
    check_of(
        &shipped(),
        "view=trade&t=2024-01..2024-02&asof=2026-09-14",
        "Import Bar Deduced 2024-01 14064.52..14075.3 | 14,064.5 to 14,075.4 t
        Import Bar Deduced 2024-02 8210.2..8220.98 | 8,210.1 to 8,221.0 t
        Export Level Deduced 2024-01 5852.78..5856.36 | 5,852.7 to 5,856.4 t
        Export Level Published 2024-02 2920 | 2,920 t",
    );
}

/// The gaps of the trade chart, with what their tips say.
#[track_caller]
fn check_gaps(rows: &str, query: &str, expected: &str) {
    let shown = shown(ChartName::Trade, &made_up(&[(File::Trade, rows)]), query);
    let gaps: String = shown
        .described()
        .into_iter()
        .filter(|(mark, _)| mark.look.shape == Shape::Gap)
        .map(|(_, said)| [said.title, said.value].into_iter().chain(said.details).collect::<Vec<_>>().join("; ") + "\n")
        .collect();
    same(&gaps, &dedent(expected), query);
}

#[test]
fn gaps_say_so() {
    let rows = "
        2024-01,import,100,,,1,,normal,2024-03-14,
        2024-05,import,200,,,1,,normal,2024-06-14,
        2024-H1,import,900,,,1,,normal,2024-07-14,
        2024-01,export,100,,,1,,normal,2024-03-14,
        2024-03,export,100,,,1,,normal,2024-04-14,";
    check_gaps(
        rows,
        "view=trade&t=2024-01..2024-06",
        "Imports, February–April 2024; no published figure found; published for longer periods: January–June 2024 900 t
        Imports, June 2024; no published figure found; published for longer periods: January–June 2024 900 t
        Exports, February 2024; no published figure found
        Exports, second quarter of 2024; no published figure found",
    );
    check_gaps(
        rows,
        "view=trade&t=2024-03..2024-03",
        "Imports, March 2024; no published figure found; published for longer periods: January–June 2024 900 t",
    );
}

#[test]
fn a_replaced_figure_comes_back_on_an_earlier_day() {
    let old = "
        2024-03,export,700,,,1,,normal,2024-04-14,
        2024-04,export,800,,,1,,normal,2024-05-14,";
    let new = format!("{old}\n2024-03,export,710,,,1,,normal,2024-06-01,");
    check(&new, "view=trade&t=2024-03..2024-03", "Export Level Published 2024-03 710 | 710 t");
    check(&new, "view=trade&t=2024-03..2024-03&asof=2024-05-31", "Export Level Published 2024-03 700 | 700 t");
    // The row's place in the file does not matter.
    let first = format!("2024-03,export,710,,,1,,normal,2024-06-01,\n{old}");
    check(&first, "view=trade&t=2024-03..2024-03", "Export Level Published 2024-03 710 | 710 t");

    let draw = |rows: &str, query| svg(ChartName::Trade, &made_up(&[(File::Trade, rows)]), query, 700);
    let before = draw(old, "view=trade");
    assert_eq!(draw(&new, "view=trade&asof=2024-05-31"), before);
    assert_ne!(draw(&new, "view=trade&asof=2024-06-01"), before);
}
