//! Cells that hold something else than their column says.

use super::{ARTICLE, EVENT, ORIGIN, PRICE, TRADE, check};
use crate::common::csv;
use rare_earth_trade::data::File;

/// A file of one good row and one whose cell is `bad`, and what is said of it.
#[track_caller]
fn check_cell(file: File, good: &str, from: &str, bad: &str, expected: &str) {
    assert!(good.contains(from), "{good} has {from}");
    let rows = format!("{good}\n{}", good.replacen(from, bad, 1));
    check(file, csv(file, &rows), &format!("1 facts\n{}, line 3, {expected}", file.name()));
}

/// The same where the row does without the cell, and is kept.
#[track_caller]
fn check_optional(file: File, good: &str, from: &str, bad: &str, expected: &str) {
    assert!(good.contains(from), "{good} has {from}");
    let rows = format!("{good}\n{}", good.replacen(from, bad, 1));
    check(file, csv(file, &rows), &format!("2 facts\n{}, line 3, {expected}", file.name()));
}

#[test]
fn cells_that_cannot_be_read() {
    let tonnes = "expected tonnes, not negative, such as 5666.3";
    for bad in ["NaN", "inf", "-7757", "7.757,0", "7757 t", "1e3", "٧", "9999999999999999"] {
        let found = format!("column tonnes: found “{bad}”, {tonnes}");
        check_optional(File::Trade, TRADE, "7757", &format!("\"{bad}\""), &found);
    }
    let period = "a period such as 2025-03, 2025-Q1, 2025-H1, 2025 or 2025-01/04";
    for bad in ["2025-13", "2025-00", "", "March 2025", "2025-03-01", "2025-05/03"] {
        check_cell(File::Trade, TRADE, "2025-03", bad, &format!("column period: found “{bad}”, expected {period}"));
    }
    check_cell(File::Trade, TRADE, "import", "Import", "column flow: found “Import”, expected one of: import, export");
    check_optional(
        File::Trade,
        TRADE,
        "-42.2",
        "-42.2%",
        "column yoy_pct: found “-42.2%”, expected a percentage such as -42.2",
    );
    check_cell(
        File::Trade,
        TRADE,
        "7757,,-42.2",
        ",,",
        "column tonnes: found “”, expected at least one figure in the row",
    );
    check_cell(
        File::Trade,
        TRADE,
        "2025-04-14",
        "2025-02-30",
        "column known_from: found “2025-02-30”, expected a day such as 2025-04-21",
    );
    check_cell(
        File::Trade,
        TRADE,
        "https://a.cn/",
        "javascript:alert(1)",
        "column source_url: found “javascript:alert(1)”, expected a web address that starts with https:// or http://, or nothing",
    );
    // A blank only stands before a remark in brackets.
    for bad in ["https://a.cn/list of_(b)", "https://a.cn/ (b", "https://a.cn/ b"] {
        let expected = "a web address that starts with https:// or http://, or nothing";
        let found = format!("column source_url: found “{bad}”, expected {expected}");
        check_cell(File::Trade, TRADE, "https://a.cn/", bad, &found);
    }
    check_cell(File::Trade, TRADE, "normal", "high", "column confidence: found “high”, expected one of: normal, low");
    check_optional(
        File::Trade,
        TRADE,
        "7757",
        "7\0",
        "column tonnes: found “7\0”, expected tonnes, not negative, such as 5666.3",
    );
    check_cell(
        File::Origins,
        ORIGIN,
        "LAO",
        "Laos",
        "column partner: found “Laos”, expected three capital letters (ISO 3166) such as MMR, or W00 for the world",
    );
    check_optional(
        File::Origins,
        ORIGIN,
        ",6,",
        ",-6,",
        "column value_usd: found “-6”, expected US dollars, not negative, such as 1441901598",
    );
    check_cell(File::Origins, ORIGIN, "main", "both", "column use: found “both”, expected one of: main, check");
    check_cell(
        File::Prices,
        PRICE,
        ",5,6,",
        ",7,6,",
        "column low: found “7 to 6”, expected a low that is not above the high",
    );
    check_cell(File::Prices, PRICE, ",5,6,", ",5,,", "column low: found “5”, expected both low and high, or neither");
    check_cell(
        File::Prices,
        PRICE,
        ",5,6,",
        ",0,6,",
        "column low: found “0”, expected a price above zero such as 585000",
    );
    check_cell(
        File::Prices,
        PRICE,
        ",5,6,",
        ",,,",
        "column mid: found “”, expected low and high, or mid, or all three",
    );
    check_cell(
        File::Prices,
        PRICE,
        "day",
        "year",
        "column span: found “year”, expected a day such as 2025-04-21, a month or a year, as the row's span says",
    );
    check_cell(
        File::Events,
        EVENT,
        "policy",
        "war",
        "column kind: found “war”, expected one of: policy, supply, demand, price",
    );
    check_cell(
        File::Article,
        ARTICLE,
        ",5,6,",
        ",5,4,",
        "column value: found “5”, expected a low that is not above the high",
    );
    check_cell(File::Article, ARTICLE, "2025-12-31", "", "column to: found “”, expected a day such as 2025-04-21");
}

#[test]
fn a_long_cell_is_cut() {
    let long = "x".repeat(5000);
    let short = "x".repeat(40);
    check_cell(
        File::Trade,
        TRADE,
        "import",
        &long,
        &format!("column flow: found “{short}…”, expected one of: import, export"),
    );
}
