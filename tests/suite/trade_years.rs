//! What stands above each year of the trade chart, the year-to-date chart, the strip, and events in words.

use crate::common::{dedent, made_up, same, shipped, shown};
use crate::trade::{check_lines, tag};
use rare_earth_trade::charts::trade::record;
use rare_earth_trade::data::{File, facts};
use rare_earth_trade::view::ChartName;

/// The heads and the steps over the columns.
#[track_caller]
fn check_heads(rows: &str, query: &str, expected: &str) {
    check_lines(ChartName::Trade, &made_up(&[(File::Trade, rows)]), query, &["head", "Ink"], expected);
}

#[test]
fn a_year_is_headed_by_what_is_known_of_it() {
    let rows = "
        2024,export,1200,,4.5,1,,low,2025-01-14,
        2024-Q1,export,270,,,1,,normal,2024-04-14,
        2025-01/02,export,240,,,1,,normal,2025-03-14,
        2025-03,export,120,,,1,,normal,2025-04-14,
        2025-05,export,90,,,1,,normal,2025-06-14,";
    check_heads(
        rows,
        "view=trade",
        "head 2024 100 t +4.5 %
        head Q1 2025 120 t +33.3 %
        Ink Average Computed 2024-01..2024-12 100 doubt | 100 t
        Ink AverageBefore Computed 2025-01..2025-03 90 | 90 t
        Ink Average Computed 2025-01..2025-03 120 | 120 t",
    );
    check_heads(
        rows,
        "view=trade&by=year",
        "head 2024 1,200 t +4.5 %
        head Q1 2025 360 t +33.3 %
        Ink AverageBefore Published 2025-01..2025-03 270 | 270 t",
    );
    // A range that starts in a year has no total of its part of it.
    check_heads(
        rows,
        "view=trade&t=2024-06..2025-02",
        "head Jan–Feb 2025 120 t
        Ink Average Computed 2025-01..2025-02 120 | 120 t",
    );
}

/// The lines of a year-to-date chart: the year's hue and age, its months with figures, what joins, and its label.
#[track_caller]
fn check_years(rows: &str, query: &str, expected: &str) {
    let shown = shown(ChartName::Ytd, &made_up(&[(File::Trade, rows)]), query);
    let mut lines = String::new();
    for panel in &shown.figure.chart.panels {
        for year in panel.marks.chunk_by(|a, b| a.look.lane == b.look.lane) {
            let points = year.iter().map(|mark| {
                let open = if mark.look.doubt { " doubt" } else { "" };
                format!("{} {} {:?}{open}", mark.look.x.0 + 1.0, mark.look.high, mark.how)
            });
            let points: Vec<String> = points.collect();
            let (first, last) = (&year[0].look, &year[year.len() - 1].look);
            lines += &format!("{:?} {} | {} | {}\n", first.role, first.age, points.join(", "), tag(last));
        }
        for guide in &panel.guides {
            let months: Vec<String> = guide.points.iter().map(|(x, _)| (x + 1.0).to_string()).collect();
            lines += &format!("{:?} {:?} {}\n", guide.role, guide.stroke, months.join("-"));
        }
    }
    same(&lines, &dedent(expected), query);
}

const YEARS: &str = "
    2022,import,80,,,1,,normal,2023-01-14,
    2023-01,import,10,,,1,,normal,2023-03-14,
    2023-02,import,11,,,1,,normal,2023-03-14,
    2023-H1,import,63,,,1,,normal,2023-07-14,
    2023,import,110,,,1,,low,2024-01-14,
    2024-01/02,import,25,,,1,,normal,2024-03-14,
    2024-Q1,import,38,,,1,,normal,2024-04-14,
    2024,import,99,,,1,,normal,2025-01-14,
    2025-01/02,import,18,,,1,,normal,2025-03-14,";

#[test]
fn a_line_a_year_joins_neighbouring_months() {
    check_years(
        YEARS,
        "view=trade&t=2023-01..latest",
        "Import 1 | 1 10 Published, 2 21 Computed, 6 63 Published, 12 110 Published doubt | 2023 110
        Import 0 | 2 25 Published, 3 38 Published, 12 99 Published | 2024 99
        Ink 0 | 2 18 Published | 2025 18 (Feb)
        Import Year(1) 1-2
        Import Year(0) 2-3",
    );
    // Where no year is complete but one is alone, it is no running year.
    check_years(
        YEARS,
        "view=trade&t=2024-01..2024-03",
        "Import 0 | 2 25 Published, 3 38 Published | 2024 38 (Mar)\nImport Year(0) 2-3",
    );
}

#[test]
fn the_newest_four_years_are_drawn() {
    let rows = format!("{YEARS}\n2021,import,70,,,1,,normal,2022-01-14,");
    let shown = shown(ChartName::Ytd, &made_up(&[(File::Trade, &rows)]), "view=trade&t=earliest..latest");
    let labels: Vec<String> =
        shown.figure.chart.marks().map(|mark| tag(&mark.look)).filter(|label| !label.is_empty()).collect();
    assert_eq!(labels, ["2022 80", "2023 110", "2024 99", "2025 18 (Feb)"]);
}

#[test]
fn the_record_holds_every_month_since_2018() {
    let rows = "
        2017-12,export,90,,,1,,normal,2018-01-14,
        2018-01/02,export,1000,,,1,,normal,2018-03-14,
        2018-04,import,30,,,1,,normal,2018-05-14,";
    let data = made_up(&[(File::Trade, rows)]);
    let record = record(facts(&data.trade), None);
    let amounts = |month: &rare_earth_trade::charts::trade::RecordMonth| {
        let tonnes = [month.imports, month.exports].map(|of| of.map(|of| of.tonnes.to_f64()));
        format!("{tonnes:?}")
    };
    let months: Vec<String> = record.months.iter().map(amounts).collect();
    assert_eq!(record.from.to_string(), "2018-01");
    assert_eq!(months, ["[None, Some(500.0)]", "[None, Some(500.0)]", "[None, None]", "[Some(30.0), None]"]);
    let none = rare_earth_trade::charts::trade::record(&[], None);
    assert!(none.months.is_empty());
}

#[test]
fn events_are_worded_in_the_panel_that_they_concern() {
    let shown = shown(ChartName::Trade, &shipped(), "view=trade&asof=2026-11-26");
    let worded = shown.figure.chart.events.iter().filter_map(|event| event.worded.as_ref());
    let worded: Vec<(usize, &str)> = worded.map(|(panel, words)| (*panel, &*words.short)).collect();
    let expected = [(0, "Oct 2024: Pangwa taken"), (1, "Apr 2025: controls"), (1, "Oct 2025: more controls, paused")];
    assert_eq!(worded, expected);
}
