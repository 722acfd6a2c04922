//! The figures of a chart in cells: its table and its files.

use crate::common::{shipped, shown, view};
use csv::ReaderBuilder;
use proptest::prelude::*;
use rare_earth_trade::html::{self, Order};
use rare_earth_trade::view::{ChartName, View};
use rare_earth_trade::words::{Column, EN, Record};

/// The day whose figures are expected here.
const DAY: &str = "2026-02-28";

/// The first cells of the records of a shipped chart that hold a text, in an order: what, period, value, low, high, unit,
/// change.
#[track_caller]
fn check(name: ChartName, query: &str, filter: &str, order: Option<(Column, bool)>, expected: &str) {
    let order = order.map(|(column, ascending)| Order { column, ascending });
    let rows = shown(name, &shipped(), &format!("{query}&asof={DAY}")).sorted(order, filter);
    let file = html::tab_separated(&rows);
    let lines = file.lines().skip(1).take(4);
    let shown: Vec<String> = lines.map(|line| line.split('\t').take(7).collect::<Vec<_>>().join(" | ")).collect();
    assert_eq!(shown.join("\n"), expected, "{query}, {filter:?}");
}

#[test]
fn a_figure_is_found_and_sorted() {
    check(ChartName::Trade, "view=trade", "5666.3", None, "Exports | 2025-03 | 5666.3 |  |  | t | 20.31");
    // With grouping too, which the sums of a worked-out month have: their notes are searched as well.
    let both = "Exports | 2024-01 |  | 5852.7 | 5856.4 | t | \nExports | 2025-03 | 5666.3 |  |  | t | 20.31";
    check(ChartName::Trade, "view=trade", "5,666.3", None, both);
    check(ChartName::Trade, "view=trade", "nothing like it", None, "");
}

#[test]
fn intervals_have_two_ends_and_no_value() {
    let records = shown(ChartName::Trade, &shipped(), &format!("view=trade&asof={DAY}")).records();
    for record in records {
        let ends = (record.low.is_some(), record.high.is_some());
        assert!(matches!(ends, (true, true) | (false, false)), "{record:?}");
        let (Some(low), Some(high)) = (record.low, record.high) else { continue };
        assert!(low.value <= high.value && record.value.is_none(), "{record:?}");
    }
}

#[test]
fn empty_cells_come_last_either_way() {
    let shown = shown(ChartName::Prices, &shipped(), &format!("view=prices&asof={DAY}"));
    for ascending in [true, false] {
        for column in Column::ALL.iter().filter(|column| column.is_number()) {
            let sorted = shown.sorted(Some(Order { column: *column, ascending }), "");
            let cell = |record: &Record| {
                let value = record.number(*column).or(record.high.filter(|_| *column == Column::Value));
                value.map(|number| number.value)
            };
            let cells: Vec<Option<f64>> = sorted.iter().map(cell).collect();
            let filled: Vec<f64> = cells.iter().map_while(|cell| *cell).collect();
            assert_eq!(filled.len(), cells.iter().flatten().count(), "{column:?}: an empty cell before a number");
            let in_order = filled.is_sorted_by(|a, b| if ascending { a <= b } else { a >= b });
            assert!(in_order, "{column:?} {ascending}: {filled:?}");
        }
    }
}

/// A column is sorted by what stands in it.
#[test]
fn rows_are_sorted_by_what_their_column_shows() {
    for name in [ChartName::Trade, ChartName::Gap, ChartName::Prices, ChartName::Shares] {
        let shown = shown(name, &shipped(), &format!("view={}&asof={DAY}", name.page().name()));
        for column in Column::ALL.iter().filter(|column| !column.is_number()) {
            let rows = shown.sorted(Some(Order { column: *column, ascending: true }), "");
            let cell = |record: &Record| match column {
                Column::Period => record.when.last_day().to_string(),
                column => record.text(*column),
            };
            let cells: Vec<String> = rows.iter().map(cell).collect();
            let in_order = cells.is_sorted_by_key(|cell| (cell.is_empty(), cell.as_str()));
            assert!(in_order, "{name:?} {column:?}: {cells:?}");
        }
    }
}

#[test]
fn a_click_on_the_same_head_turns_the_order_round() {
    let first = Order::after_click(None, Column::Value);
    let second = Order::after_click(Some(first), Column::Value);
    let other = Order::after_click(Some(second), Column::Period);
    assert_eq!(
        (first.ascending, second.ascending, other),
        (true, false, Order { column: Column::Period, ascending: true })
    );
}

/// Every shipped chart as a file, read back.
#[test]
fn files_are_read_back_as_they_were_written() {
    for name in ChartName::ALL {
        let query = format!("view={}&asof={DAY}", name.page().name());
        let shown = shown(*name, &shipped(), &query);
        let (records, caption) = (shown.records(), shown.caption());
        let about = EN.about(&shown.figure, &caption, &View::default(), "https://a.b/?view=trade&v=2");
        let file = html::csv(&records, &about);
        assert!(
            file.starts_with("\u{feff}what,period,value,low,high,unit,change_percent,how,source,source_url,"),
            "{file}"
        );
        let mut reader = ReaderBuilder::new().from_reader(file.trim_start_matches('\u{feff}').as_bytes());
        // One length: a strict reader reads all of it.
        let lines: Vec<csv::StringRecord> = reader.records().map(|line| line.expect("a line")).collect();
        let figures: Vec<_> = lines.iter().filter(|line| !line[0].starts_with("# ")).collect();
        assert_eq!(figures.len(), records.len(), "{}", name.name());
        for (line, record) in figures.iter().zip(&records) {
            for (cell, column) in [(2, Column::Value), (3, Column::Low), (4, Column::High), (6, Column::Change)] {
                let expected = record.number(column).map_or(String::new(), |number| number.plain());
                assert_eq!(line[cell], expected, "{record:?}");
                assert!(line[cell].is_empty() || line[cell].parse::<f64>().is_ok(), "{record:?}");
            }
            assert_eq!((&line[0], &line[1]), (record.what.as_str(), record.period().as_str()));
        }
        let said: Vec<&str> = lines.iter().filter(|line| line[0].starts_with("# ")).map(|line| &line[0]).collect();
        for needed in ["# title", "# subtitle", "# source", "# as of", "# link"] {
            assert!(said.contains(&needed), "{}: no {needed} in {said:?}", name.name());
        }
    }
}

#[test]
fn a_file_of_prices_says_what_was_assumed() {
    let query = format!("view=prices&vat=excl&unit=cny-kg&asof={DAY}");
    let taken_off = Some("the rate of the day taken off where a quote includes it");
    let check = |name: ChartName, unit: Option<&str>, vat: Option<&str>| {
        let shown = shown(name, &shipped(), &query);
        let about = EN.about(&shown.figure, &shown.caption(), &view(&query), "https://a.b/");
        let said = |name: &str| about.iter().find(|(said, _)| *said == name).map(|(_, text)| text.as_str());
        let unit = unit.map(|unit| format!("prices in {unit}; tonnes and kilograms are converted, currencies never"));
        assert_eq!((said("unit"), said("value added tax")), (unit.as_deref(), vat), "{}", name.name());
        assert_eq!(said("as of"), Some(DAY));
    };
    check(ChartName::Prices, Some("CNY per kilogram"), taken_off);
    check(ChartName::Index, Some("CNY per tonne"), taken_off);
    check(ChartName::Relative, None, taken_off);
    check(ChartName::Outside, Some("USD per kilogram"), None);
}

proptest! {
    #[test]
    fn any_text_survives_the_file(what in "\\PC{0,20}|[\",;\r\n\t]{0,8}", note in "\\PC{0,20}|[\",;\r\n]{0,8}") {
        let mut record = shown(ChartName::Change, &shipped(), &format!("view=trade&asof={DAY}")).records().remove(0);
        record.what = what.clone();
        record.notes = vec![note.clone()];
        let file = html::csv(&[record], &[]);
        let mut reader = ReaderBuilder::new().from_reader(file.trim_start_matches('\u{feff}').as_bytes());
        let line = reader.records().next().expect("a line").expect("well-formed");
        prop_assert_eq!((&line[0], &line[12]), (what.as_str(), note.as_str()));
    }
}
