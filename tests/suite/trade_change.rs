//! What the change chart shows of the figures, and who is named for them.

use crate::common::{dedent, made_up, same, shipped, shown};
use crate::trade::{check_lines, plain, tag};
use rare_earth_trade::charts::Shape;
use rare_earth_trade::data::{Dataset, File};
use rare_earth_trade::view::ChartName;

/// The columns of the change chart: the flow, how it is known, what its tip says, and the value over it.
#[track_caller]
fn check_change_of(data: &Dataset, query: &str, expected: &str) {
    let shown = shown(ChartName::Change, data, query);
    let columns: String = shown
        .described()
        .into_iter()
        .filter(|(mark, _)| mark.look.shape == Shape::Column)
        .map(|(mark, said)| {
            let doubt = if mark.look.doubt { " doubt" } else { "" };
            format!("{} | {:?}{doubt} | {} | {}\n", said.title, mark.how, said.value, tag(&mark.look))
        })
        .collect();
    same(&plain(&columns), &dedent(expected), query);
}

#[track_caller]
pub fn check_change(rows: &str, query: &str, expected: &str) {
    check_change_of(&made_up(&[(File::Trade, rows)]), query, expected);
}

#[test]
fn a_month_without_a_change_does_not_hide_the_change_of_its_pair() {
    check_change(
        "2024-01/02,export,1000,,5,1,,normal,2024-03-14,
        2024-02,export,400,,,1,,normal,2024-03-14,",
        "view=trade&change=month",
        "Exports, January–February 2024 | Published | +5 % | +5.0",
    );
}

#[test]
fn the_printed_change_wins_and_the_computed_one_stands_in() {
    let rows = "
        2023-03,export,1000,,,1,,normal,2023-04-14,
        2024-03,export,1100,,,1,,normal,2024-04-14,
        2025-03,export,1210,,10.0,1,,normal,2025-04-14,";
    check_change(
        rows,
        "view=trade&change=month",
        "Exports, March 2024 | Computed | +10.0 % | +10
        Exports, March 2025 | Published | +10.0 % | +10",
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
    check_change(&rows("90"), "view=trade&change=year", "Exports, 2024 | Published | +90 % | +90");
    check_change(
        &rows("200.5"),
        "view=trade&change=year",
        "Exports, 2024 | Published doubt | +200.5 % | +201
        Exports, 2024 | Computed doubt | +20.3 % | +20",
    );
    let query = "view=trade&by=year&change=year&t=2019-01..2019-12&asof=2026-09-14";
    check_change_of(
        &shipped(),
        query,
        "Exports, 2019 | Published doubt | −12.6 % | −13
        Exports, 2019 | Computed doubt | −13.0 % | −13",
    );
    check_lines(ChartName::Trade, &shipped(), query, &["head"], "head 2019 46,330 t −12.6 % or −13.0 %");
}

/// The publishers that the marks of a chart name.
#[track_caller]
fn check_sources(chart: ChartName, rows: &str, query: &str, expected: &str) {
    let descriptions = shown(chart, &made_up(&[(File::Trade, rows)]), query).descriptions();
    let named = descriptions.iter().filter(|tip| !tip.sources.is_empty()).map(|tip| {
        let names: Vec<&str> = tip.sources.iter().filter_map(|source| source.text.split(", ").next()).collect();
        format!("{}: {}\n", tip.value, names.join(" "))
    });
    same(&plain(&named.collect::<String>()), &dedent(expected), query);
}

#[test]
fn every_figure_names_its_publisher() {
    let rows = "
        2023-Q1,export,1000,,,1,,normal,2023-04-14,https://before.cn/
        2024-01/02,export,600,,,1,,normal,2024-03-14,https://pair.cn/
        2024-03,export,500,,,1,,normal,2024-04-14,https://march.cn/";
    let printed = format!("{rows}\n2024-Q1,export,,,10,1,,normal,2024-04-14,https://change.cn/");
    let quarter = "view=trade&by=quarter&t=2024-01..2024-03";
    check_sources(ChartName::Change, rows, quarter, "+10.0 %: pair.cn march.cn before.cn");
    check_sources(ChartName::Change, &printed, quarter, "+10 %: pair.cn march.cn change.cn");
    check_sources(ChartName::Trade, &printed, quarter, "1,100 t: pair.cn march.cn change.cn");
    check_sources(ChartName::Ytd, rows, quarter, "600 t: pair.cn\n1,100 t: pair.cn march.cn");
}

#[test]
fn a_change_may_rest_on_a_month_that_was_worked_out() {
    let rows = "
        2023-Q1,import,300,,,1,,normal,2023-04-14,
        2024-01/05,import,571.5,,,1,,normal,2024-06-14,
        2024-04,import,101.5,,,1,,normal,2024-05-14,
        2024-05,import,110.5,,,1,,normal,2024-06-14,";
    // 300 may have been 250 to 350.
    check_change(
        rows,
        "view=trade&t=2024-01..2024-03",
        "Imports, first quarter of 2024 | Deduced | between +19.8 % and +19.9 % | +20",
    );
}

#[test]
fn a_quarter_without_a_change_is_a_gap_in_its_flows_place() {
    let rows = "
        2024-Q1,import,300,,5,1,,normal,2024-04-14,
        2024-Q2,export,300,,5,1,,normal,2024-07-14,";
    let dump = shown(ChartName::Change, &made_up(&[(File::Trade, rows)]), "view=trade").dump();
    let shapes: String =
        dump.lines().skip(1).map(|line| line.split(' ').take(2).collect::<Vec<_>>().join(" ") + "\n").collect();
    same(&shapes, "Import Gap\nImport Column\nExport Gap\nExport Column\n", "one quarter each");
}

/// Every slot without a column has its gap, the first too, of which only a part is shown, up to the last with a column.
#[test]
fn every_empty_slot_is_a_gap() {
    let gaps = |query: &str| {
        let rows = "
            2024-Q1,import,10,,5,1,,normal,2024-04-14,
            2024-Q2,export,10,,5,1,,normal,2024-07-14,
            2024-07,import,10,,,1,,normal,2024-08-14,";
        let shown = shown(ChartName::Change, &made_up(&[(File::Trade, rows)]), query);
        let gaps = shown.described().into_iter().filter(|(mark, _)| mark.look.shape == Shape::Gap);
        gaps.map(|(_, said)| said.title).collect::<Vec<_>>()
    };
    assert_eq!(
        gaps("view=trade&t=2024-02..2024-07"),
        ["Imports, second quarter of 2024", "Exports, first quarter of 2024"]
    );
}
