//! What the trade chart shows of the figures, by month, quarter and year.

use crate::common::{dedent, figure, made_up, same, shipped, shown};
use crate::trade_change::check_change;
use rare_earth_trade::charts::Shape;
use rare_earth_trade::charts::mark::Look;
use rare_earth_trade::data::{Dataset, File};
use rare_earth_trade::view::ChartName;
use rare_earth_trade::words::EN;

/// A number and its unit stay on one line, by a blank that does not break.
pub fn plain(text: &str) -> String {
    text.replace('\u{202f}', " ")
}

/// The lines of a chart that start with one of `starts`, without gaps.
#[track_caller]
pub fn check_lines(chart: ChartName, data: &Dataset, query: &str, starts: &[&str], expected: &str) {
    let shown = shown(chart, data, query).dump();
    let wanted = |line: &&str| starts.iter().any(|start| line.starts_with(start)) && !line.contains(" Gap ");
    let figures: String = shown.lines().filter(wanted).map(|line| format!("{line}\n")).collect();
    same(&plain(&figures), &dedent(expected), query);
}

/// The columns of the trade chart.
#[track_caller]
fn check_of(data: &Dataset, query: &str, expected: &str) {
    check_lines(ChartName::Trade, data, query, &["Import ", "Export "], expected);
}

#[track_caller]
fn check(rows: &str, query: &str, expected: &str) {
    check_of(&made_up(&[(File::Trade, rows)]), query, expected);
}

pub fn tag(look: &Look) -> String {
    look.tag.map(|tag| crate::common::wording(&EN.wording(tag.label)[0])).unwrap_or_default()
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
        "Export Column Published 2024-01..2024-02 500 | 1,000 t | Jan–Feb | bracket
        Export Column Published 2024-03 700 | 700 t
        Export Column Published 2024-04 800 | 800 t | Apr 2024: 800",
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
        "Export Column Published 2024-01 600 | 600 t
        Export Column Published 2024-02 400 | 400 t
        Export Column Published 2024-03 700 | 700 t
        Export Column Published 2024-04 800 | 800 t | Apr 2024: 800",
    );
    let one = format!("{FOUR_MONTHS}\n2024-02,export,400,,,1,,normal,2024-03-14,");
    check(
        &one,
        "view=trade",
        "Export Column Published 2024-02 400 | 400 t
        Export Column Published 2024-03 700 | 700 t
        Export Column Published 2024-04 800 | 800 t | Apr 2024: 800",
    );
}

#[test]
fn a_month_with_only_a_change_does_not_hide_the_tonnes_of_its_pair() {
    let rows = format!("{FOUR_MONTHS}\n2024-02,export,,,5,1,,normal,2024-03-14,");
    check(
        &rows,
        "view=trade&t=2024-01..2024-02",
        "Export Column Published 2024-01..2024-02 500 | 1,000 t | Jan–Feb 2024: 1,000 | bracket",
    );
    let february = "Exports, February 2024 | Published | +5 % | +5.0";
    check_change(&rows, "view=trade&change=month&t=2024-01..2024-02", february);
}

#[test]
fn wider_spans_are_not_months() {
    check(
        "2024-Q1,export,1700,,,1,,normal,2024-04-14,
        2024-01/04,export,2500,,,1,,normal,2024-05-14,
        2024-05,export,900,,,1,,normal,2024-06-14,",
        "view=trade",
        "Export Range Bounded 2024-04 700..900 | 700 to 900 t
        Export Column Published 2024-05 900 | 900 t | May 2024: 900",
    );
}

#[test]
fn quarters_and_years_are_published_or_sums() {
    check(
        FOUR_MONTHS,
        "view=trade&by=quarter",
        "Export Column Computed 2024-01..2024-03 1700 | 1,700 t | Q1 2024: 1,700",
    );
    check(
        &format!("{FOUR_MONTHS}\n2024-Q1,export,1701,,,1,,normal,2024-04-14,"),
        "view=trade&by=quarter",
        "Export Column Published 2024-01..2024-03 1701 | 1,701 t | Q1 2024: 1,701",
    );
    check(
        "2024-H1,import,60,,,1,,normal,2024-07-14,
        2024-Q3,import,30,,,1,,normal,2024-10-14,
        2024-10,import,5,,,1,,normal,2024-11-14,
        2024-11/12,import,6,,,1,,normal,2025-01-14,
        2024-08,import,9,,,1,,normal,2024-09-14,",
        "view=trade&by=year",
        "Import Column Computed 2024-01..2024-12 101 | 101 t",
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
        "Export Column Published 2024-01..2024-12 5000 | 5,000 t
        Export Column Computed 2025-01..2025-10 5200 | 5,200 t | Jan–Oct",
    );
    check(
        rows,
        "view=trade&by=year&t=2025-01..2025-06",
        "Export Column Published 2025-01..2025-04 1900 | 1,900 t | Jan–Apr",
    );
}

#[test]
fn a_later_row_with_only_a_change_leaves_the_tonnes() {
    let rows = "
        2024-05,import,13747,,,1,,normal,2024-06-14,
        2024-05,import,,,2.7,1,,normal,2024-06-20,";
    check(rows, "view=trade", "Import Column Published 2024-05 13747 | 13,747 t | May 2024: 13,747");
    check_change(rows, "view=trade&change=month", "Imports, May 2024 | Published | +2.7 % | +2.7");
}

#[test]
fn a_change_alone_does_not_hide_the_year_so_far() {
    let rows = "
        2025,import,,,-20,1,,normal,2026-01-14,
        2025-01/09,import,900,,,1,,normal,2025-10-14,";
    check(rows, "view=trade&by=year", "Import Column Published 2025-01..2025-09 900 | 900 t | Jan–Sep");
    check_change(rows, "view=trade&change=year", "Imports, 2025 | Published | −20 % | −20");
}

#[test]
fn shipped_january_and_february() {
    check_of(
        &shipped(),
        "view=trade&t=2025-01..2025-03&asof=2026-09-14",
        "Import Column Published 2025-01 12131 | 12,131 t | Jan 2025: 12,131
        Import Column Published 2025-02 4791 | 4,791 t
        Import Column Published 2025-03 7757 | 7,757 t | Mar 2025: 7,757
        Export Column Published 2025-01 5294 | 5,294 t
        Export Column Published 2025-02 3217 doubt | 3,217 t
        Export Column Published 2025-03 5666.3 | 5,666.3 t | Mar 2025: 5,666",
    );
    check_of(
        &shipped(),
        "view=trade&t=2026-01..2026-03&asof=2026-09-14",
        "Export Column Deduced 2026-01 6060.75..6061.85 | 6,060.7 to 6,061.9 t | Jan 2026: about 6,100
        Export Column Published 2026-02 4407 | 4,407 t | Feb 2026: 4,407",
    );
    check_of(
        &shipped(),
        "view=trade&t=2020-01..2020-02&asof=2026-09-14",
        "Export Column Published 2020-01..2020-02 2744.6 | 5,489.2 t | Jan–Feb 2020: 5,489 | bracket",
    );
    check_of(
        &shipped(),
        "view=trade&t=2024-01..2024-02&asof=2026-09-14",
        "Import Column Deduced 2024-01 14064.52..14075.3 | 14,064.5 to 14,075.4 t | Jan 2024: about 14,100
        Import Column Deduced 2024-02 8210.2..8220.98 | 8,210.1 to 8,221.0 t | Feb 2024: about 8,200
        Export Column Deduced 2024-01 5852.78..5856.36 | 5,852.7 to 5,856.4 t | Jan 2024: about 5,900
        Export Column Published 2024-02 2920 | 2,920 t | Feb 2024: 2,920",
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
        "Imports, February–April 2024; no figure found; published for longer periods: January–June 2024 900 t
        Imports, June 2024; no figure found; published for longer periods: January–June 2024 900 t
        Exports, February 2024; no figure found
        Exports, second quarter of 2024; no figure found",
    );
    check_gaps(
        rows,
        "view=trade&t=2024-03..2024-03",
        "Imports, March 2024; no figure found; published for longer periods: January–June 2024 900 t",
    );
}

#[test]
fn a_replaced_figure_comes_back_on_an_earlier_day() {
    let old = "
        2024-03,export,700,,,1,,normal,2024-04-14,
        2024-04,export,800,,,1,,normal,2024-05-14,";
    let new = format!("{old}\n2024-03,export,710,,,1,,normal,2024-06-01,");
    check(&new, "view=trade&t=2024-03..2024-03", "Export Column Published 2024-03 710 | 710 t | Mar 2024: 710");
    check(
        &new,
        "view=trade&t=2024-03..2024-03&asof=2024-05-31",
        "Export Column Published 2024-03 700 | 700 t | Mar 2024: 700",
    );
    // The row's place in the file does not matter.
    let first = format!("2024-03,export,710,,,1,,normal,2024-06-01,\n{old}");
    check(&first, "view=trade&t=2024-03..2024-03", "Export Column Published 2024-03 710 | 710 t | Mar 2024: 710");

    let drawn = |rows: &str, query| figure(ChartName::Trade, &made_up(&[(File::Trade, rows)]), query).chart;
    let before = drawn(old, "view=trade");
    assert_eq!(drawn(&new, "view=trade&asof=2024-05-31"), before);
    assert_ne!(drawn(&new, "view=trade&asof=2024-06-01"), before);
}

#[test]
fn two_months_may_be_worked_out_together() {
    // Nobody published January, February, or both: together they are what the quarter leaves.
    let rows = "
        2023-03,export,4446,,,1,,normal,2023-04-14,
        2023-Q1,export,11837,,,1,,normal,2023-04-14,";
    check(
        rows,
        "view=trade",
        "Export Column Deduced 2023-01..2023-02 3695..3696 | 7,390 to 7,392 t | Jan–Feb | bracket
        Export Column Published 2023-03 4446 | 4,446 t | Mar 2023: 4,446",
    );
    // A month that is known leaves the other one alone.
    let rows = format!("{rows}\n2023-01,export,4000,,,1,,normal,2023-03-14,");
    check(
        &rows,
        "view=trade",
        "Export Column Published 2023-01 4000 | 4,000 t
        Export Range Bounded 2023-02 2890..3892 | 2,890 to 3,892 t
        Export Column Published 2023-03 4446 | 4,446 t | Mar 2023: 4,446",
    );
    // No pair is made over the turn of a year.
    let turn = "
        2023-12/2024-01,import,100,,,1,,normal,2024-02-14,
        2024-02,import,50,,,1,,normal,2024-03-14,";
    check(turn, "view=trade", "Import Column Published 2024-02 50 | 50 t | Feb 2024: 50");
}
