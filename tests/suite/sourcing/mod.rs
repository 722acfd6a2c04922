//! What the sourcing charts show of the figures, and what they find in them.

mod baskets;
mod compared;
mod concentration;
mod findings;
mod replaced;
mod said;
mod years;

use crate::common::{Shown, dedent, made_up, same, shown, svg};
use rare_earth_trade::data::{Dataset, File};
use rare_earth_trade::view::ChartName::{self, Gap, Origins, OriginsValue, Shifts};

/// A chart's lines with plain blanks before per cent; a mark in a slot or row has its number instead of months.
fn lines(shown: &Shown) -> String {
    let mut text = shown.dump();
    for mark in shown.figure.chart.marks().filter(|mark| mark.look.x.1 < 1200.0) {
        text = text.replacen(" 1900-01 ", &format!(" @{} ", mark.look.x.0), 1);
    }
    text.replace('\u{202f}', " ")
}

/// The lines of a chart that hold one of `about`, or all of them.
#[track_caller]
fn check_of(chart: ChartName, data: &Dataset, query: &str, about: &[&str], expected: &str) {
    let shown = lines(&shown(chart, data, query));
    let wanted = |line: &&str| about.is_empty() || about.iter().any(|about| line.contains(about));
    let lines: String = shown.lines().filter(wanted).map(|line| format!("{line}\n")).collect();
    same(&lines, &dedent(expected), query);
}

#[track_caller]
fn check(chart: ChartName, rows: &str, query: &str, expected: &str) {
    check_of(chart, &made_up(&[(File::Origins, rows)]), query, &[], expected);
}

/// What is listed beside a chart and not drawn.
#[track_caller]
fn check_listed(chart: ChartName, data: &Dataset, query: &str, expected: &str) {
    let listed = shown(chart, data, query).listed();
    let listed: String = listed.iter().map(|tip| format!("{}: {}\n", tip.title, tip.value)).collect();
    same(&listed.replace('\u{202f}', " "), &dedent(expected), query);
}

/// Rows as `period partner basket tonnes value confidence`: `cm` is compounds and metals, `-` is nothing, weak is `low`.
fn rows(text: &str) -> Dataset {
    let row = |line: &str| {
        let mut cells = line.split_whitespace().map(|cell| if cell == "-" { "" } else { cell });
        let mut next = |usual: &'static str| cells.next().unwrap_or(usual).to_owned();
        let (period, partner, basket) = (next(""), next(""), next("").replace("cm", "compounds-metals"));
        let (tonnes, value, confidence) = (next(""), next(""), next("normal"));
        let known = 1 + period[..4].parse::<i32>().unwrap();
        format!("{period},{partner},{basket},,{tonnes},{value},,,published,,main,{confidence},{known}-01-20,UN,,\n")
    };
    let text: String = text.split(';').map(str::trim).filter(|line| !line.is_empty()).map(row).collect();
    made_up(&[(File::Origins, &text)])
}

#[track_caller]
fn check_title_of(chart: ChartName, data: &Dataset, query: &str, expected: &str) {
    let title = shown(chart, data, query).caption().title.replace('\u{202f}', " ");
    same(&title, expected, query);
}

/// The title that a chart has of made-up rows.
#[track_caller]
fn check_title(chart: ChartName, text: &str, expected: &str) {
    check_title_of(chart, &rows(text), "view=sourcing", expected);
}

const TWO_YEARS: &str = "
    2023,MMR,compounds-metals,,60,600,,,published,,main,normal,2024-01-20,UN,,
    2023,LAO,compounds-metals,,5,50,,,published,,main,normal,2024-01-20,UN,,
    2023,VNM,compounds-metals,,10,50,,,derived,sum,main,normal,2024-01-20,UN,,
    2023,W00,compounds-metals,,100,1000,,,published,,main,normal,2024-01-20,UN,,
    2024,LAO,compounds-metals,,15,350,,,published,,main,normal,2025-01-20,UN,,
    2024,MMR,compounds-metals,,20,200,,,published,,main,normal,2025-01-20,UN,,
    2024,RUS,compounds-metals,,4,,,,published,,main,normal,2025-01-20,UN,,
    2024,VNM,compounds-metals,,7,,,,published,,main,normal,2025-01-20,UN,,
    2024,W00,compounds-metals,,60,,,,published,,main,normal,2025-01-20,UN,,
    2023,MMR,reo-equivalent,,50,,,,estimated,guess,main,normal,2024-01-20,UN,,
    2023,LAO,reo-equivalent,,2,,,,estimated,guess,main,normal,2024-01-20,UN,,
    2024,MMR,reo-equivalent,,30,,,,estimated,guess,main,normal,2025-01-20,UN,,
    2024,LAO,reo-equivalent,,12,,,,estimated,guess,main,normal,2025-01-20,UN,,";

#[test]
fn other_baskets_and_other_sources_stay_out_of_the_comparison() {
    let rows = format!(
        "{TWO_YEARS}
        2024,MYS,compounds-metals,,7,,,,published,,check,normal,2025-01-20,Other,,
        2024,THA,oxides,,7,,,,published,,main,normal,2025-01-20,UN,,
        2024-H1,MMR,compounds-metals,,25,,,,published,,main,normal,2024-07-20,UN,,"
    );
    for chart in [Gap, Shifts, Origins, OriginsValue] {
        let plain = lines(&shown(chart, &made_up(&[(File::Origins, TWO_YEARS)]), "view=sourcing"));
        check(chart, &rows, "view=sourcing", &plain);
    }
}

#[test]
fn a_replaced_figure_comes_back_on_an_earlier_day() {
    let newer = format!("{TWO_YEARS}\n2024,MMR,compounds-metals,,25,,,,published,,main,normal,2025-06-20,UN,,");
    for chart in [Gap, Shifts, Origins, OriginsValue] {
        let draw = |rows: &str, query| lines(&shown(chart, &made_up(&[(File::Origins, rows)]), query));
        let before = draw(TWO_YEARS, "view=sourcing");
        assert_ne!(draw(&newer, "view=sourcing"), before);
        assert_eq!(draw(&newer, "view=sourcing&asof=2025-06-19"), before);
        let svg = |rows: &str, query| svg(chart, &made_up(&[(File::Origins, rows)]), query, 600);
        assert_eq!(svg(&newer, "view=sourcing&asof=2025-06-19"), svg(TWO_YEARS, "view=sourcing"));
    }
}
