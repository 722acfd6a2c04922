//! The moving average of the month chart, and imports and exports as an index.

use crate::common::{dedent, made_up, same, shown};
use rare_earth_trade::data::{Dataset, File};
use rare_earth_trade::view::ChartName::Trade;

/// Exports as `period tonnes confidence`; imports where the period starts with `i`.
fn rows(text: &str) -> Dataset {
    let row = |line: &str| {
        let mut cells = line.split_whitespace();
        let (period, tonnes) = (cells.next().unwrap_or_default(), cells.next().unwrap_or_default());
        let flow = if period.starts_with('i') { "import" } else { "export" };
        let confidence = cells.next().unwrap_or("normal");
        format!("{},{flow},{tonnes},,,1,,{confidence},2026-01-14,\n", period.trim_start_matches('i'))
    };
    made_up(&[(
        File::Trade,
        &text.split(';').map(str::trim).filter(|line| !line.is_empty()).map(row).collect::<String>(),
    )])
}

/// The lines of a chart about one thing.
#[track_caller]
fn check(about: &str, text: &str, query: &str, expected: &str) {
    let dump = shown(Trade, &rows(text), query).dump();
    let lines: String = dump.lines().filter(|line| line.contains(about)).map(|line| format!("{line}\n")).collect();
    same(&lines, &dedent(expected), text);
}

#[test]
fn a_moving_average_rests_on_exactly_its_months() {
    let of = |text: &str, expected: &str| check("Point", text, "view=trade&average=3", expected);
    of("2024-03 30; 2024-04 60; 2024-05 90", "Ink Point Computed 2024-05-16 60 | 60 t");
    // Two months in one figure are whole within it, and half of them are not known.
    of("2024-01/02 60; 2024-03 90; 2024-04 30", "Ink Point Computed 2024-03-16 50 | 50 t");
    // A gap, too few months, a weak month.
    of("2024-03 30; 2024-04 60; 2024-06 90; 2024-07 90", "");
    of("2024-03 30; 2024-04 60", "");
    of("2024-03 30; 2024-04 60 low; 2024-05 90", "Ink Point Computed 2024-05-16 60 doubt | 60 t");
    of("", "");
    // It needs months, and none was asked for.
    check("Point", "2024-03 30; 2024-04 60; 2024-05 90", "view=trade&average=3&by=quarter", "");
    check("Point", "2024-03 30; 2024-04 60; 2024-05 90", "view=trade", "");
}

#[test]
fn its_line_stops_at_a_gap() {
    let year = "2024-03 30; 2024-04 30; 2024-05 30; 2024-06 60; 2024-08 30; 2024-09 30; 2024-10 30; 2024-11 60";
    check(
        "guide",
        year,
        "view=trade&average=3",
        "guide Ink Line 2024-05-16 30, 2024-06-16 40
        guide Ink Line 2024-10-16 30, 2024-11-16 40",
    );
}

#[test]
fn an_index_is_of_published_months_alone() {
    let text = "2024-01/02 60; 2024-03 50; 2024-04 75; 2024-06 100 low; i2024-03 10; i2024-04 5";
    check(
        "",
        text,
        "view=trade&trade-base=2024-03",
        "# Imports, Exports
        Import Point Computed 2024-03-16 100 | 100.0
        Import Point Computed 2024-04-16 50 | 50.0 | 50 Imports
        Export Point Computed 2024-03-16 100 | 100.0
        Export Point Computed 2024-04-16 150 | 150.0
        Export Point Computed 2024-06-16 200 doubt | 200.0 | 200 Exports
        guide Import Line 2024-03-16 100, 2024-04-16 50
        guide Export Line 2024-03-16 100, 2024-04-16 150",
    );
}

/// The title of the index is where both stand in the newest month that both have.
#[track_caller]
fn check_title(text: &str, expected: &str) {
    let caption = shown(Trade, &rows(text), "view=trade&trade-base=2024-03").caption();
    same(&caption.title, expected, text);
    assert!(caption.title.chars().count() <= 75, "{}", caption.title);
}

#[test]
fn the_title_of_an_index_is_where_it_stands() {
    let both = |exports: &str, imports: &str, month: &str| {
        format!("China’s rare earth exports stood at {exports}, imports at {imports} in {month}")
    };
    let neutral = "China’s rare earth imports and exports as an index, 100 in March 2024";
    check_title("2024-03 50; 2024-04 75; i2024-03 10; i2024-04 5", &both("150", "50", "April 2024"));
    // Of the base month itself nothing is said, nor of one before it where it is the newest.
    check_title("2024-02 50; 2024-03 50; i2024-02 5; i2024-03 10; 2024-05 5 low", neutral);
    check_title("2024-01 25; 2024-03 50; i2024-01 5; i2024-03 10; i2024-04 5 low", neutral);
    // A month of one alone, and a weak one, say nothing of both.
    check_title("2024-03 50; 2024-04 75; 2024-05 80; i2024-03 10; i2024-04 10", &both("150", "100", "April 2024"));
    check_title(
        "2024-03 50; 2024-04 75; 2024-05 80; i2024-03 10; i2024-04 10; i2024-05 9 low",
        &both("150", "100", "April 2024"),
    );
    // Where one has no line, the other is all there is.
    check_title("2024-03 50; 2024-04 75", "China’s rare earth exports stood at 150 in April 2024");
    check_title("i2024-03 50; i2024-04 75", "China’s rare earth imports stood at 150 in April 2024");
    check_title("2024-03 50; i2024-03 5", neutral);
    check_title("2024-04 50; i2024-04 5", neutral);
}

/// What is said of flows without a line.
#[track_caller]
fn check_note(text: &str, query: &str, expected: &str) {
    let caption = shown(Trade, &rows(text), query).caption();
    let note = caption.notes.iter().find(|note| note.starts_with("No line of"));
    same(note.map_or("", String::as_str), expected, query);
}

#[test]
fn a_base_without_a_figure_is_said() {
    let text = "2024-01/02 60; 2024-03 50; 2024-04 75 low; i2024-03 10; i2024-04 5; i2024-05 0";
    check_note(text, "view=trade&trade-base=2024-03", "");
    let said = |flows: &str, month: &str| {
        format!(
            "No line of {flows}: no figure of {month} by itself was found that is not weak, and none is worked out for it."
        )
    };
    check_note(text, "view=trade&trade-base=2024-04", &said("exports", "April 2024"));
    check_note(text, "view=trade&trade-base=2024-01", &said("imports, exports", "January 2024"));
    check_note(text, "view=trade&trade-base=2024-05", &said("imports, exports", "May 2024"));
    check_note(text, "view=trade&trade-base=1999-05", &said("imports, exports", "May 1999"));
    check("found", text, "view=trade&trade-base=2024-01", "No published figure found in this range.");
}
