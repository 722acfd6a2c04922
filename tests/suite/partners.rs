//! What the chart of Myanmar and Laos below a year shows of the figures.

use crate::common::{dedent, made_up, same, shipped, shown};
use rare_earth_trade::data::{Dataset, File};
use rare_earth_trade::view::ChartName::Partners;

#[track_caller]
fn check(rows: &str, query: &str, expected: &str) {
    let shown = shown(Partners, &made_up(&[(File::Origins, rows)]), query).dump();
    same(&shown, &dedent(expected), query);
}

/// What is listed beside the chart and not drawn.
#[track_caller]
fn check_listed(data: &Dataset, query: &str, expected: &str) {
    let listed = shown(Partners, data, query).listed();
    let listed: String = listed.iter().map(|tip| format!("{}: {}\n", tip.title, tip.value)).collect();
    same(&listed.replace('\u{202f}', " "), &dedent(expected), query);
}

const THROUGH_TIME: &str = "
    2024-01/03,MMR,oxides,,30,,,,published,,main,normal,2024-04-20,UN,,
    2024-04,MMR,oxides,,12,,,,published,,main,normal,2024-05-20,UN,,
    2024-05,LAO,oxides,,2,,,,published,,main,low,2024-06-20,UN,,
    2024,LAO,oxides,,24,,,,published,,main,normal,2025-01-20,UN,,
    2024-04,MMR,ore,,7,,,,derived,sum,main,normal,2024-05-20,UN,,
    2024-05,MMR,ore,,9,,,,published,,check,normal,2024-06-20,Press,,
    2024-05,MMR,ore,,,,,40,published,,main,normal,2024-06-20,Press,,
    2024-05,VNM,ore,,9,,,,published,,main,normal,2024-06-20,UN,,";

/// A year is in the other charts; ore has one mark, so it is listed until it is asked for.
#[test]
fn partners_have_a_panel_per_basket() {
    check(
        THROUGH_TIME,
        "view=sourcing",
        "# Oxides, Myanmar, Laos (tonnes a month)
        Myanmar Level Published 2024-01..2024-03 10 | 30 t
        Myanmar Level Published 2024-04 12 | 12 t | Apr 2024: 12
        Laos Level Published 2024-05 2 doubt | 2 t | May 2024: 2",
    );
    check(
        THROUGH_TIME,
        "view=sourcing&basket=ore",
        "# Ore, Myanmar (tonnes a month)
        Myanmar Level Computed 2024-04 7 | 7 t | Apr 2024: 7",
    );
    check(
        THROUGH_TIME,
        "view=sourcing&basket=metals",
        "# Metals (tonnes a month)
        No published figure found in this range.",
    );
}

/// A period of several months says what is drawn, its average month, and then its total.
#[test]
fn a_longer_period_says_its_average_month() {
    check(
        "2024-01/09,MMR,oxides,,31000,,,,published,,main,normal,2024-10-20,UN,,",
        "view=sourcing",
        "# Oxides, Myanmar (tonnes a month)
        Myanmar Level Published 2024-01..2024-09 3444.44 | 31,000 t | 3,444 a month; 31,000 in Jan–Sep 2024",
    );
}

/// Where no panel has two marks, those with one stand.
#[test]
fn single_figures_are_drawn_where_there_are_no_others() {
    check(
        "2024-04,MMR,ore,,7,,,,published,,main,normal,2024-05-20,UN,,",
        "view=sourcing",
        "# Ore, Myanmar (tonnes a month)
        Myanmar Level Published 2024-04 7 | 7 t | Apr 2024: 7",
    );
}

#[test]
fn what_partners_do_not_draw_is_listed() {
    let data = made_up(&[
        (File::Origins, THROUGH_TIME),
        (
            File::Article,
            "laos-jan-feb,LAO,Rise of imports from Laos,164,,%,2025-01/02,not found,,,,2025-04-21,Network,https://a.cn/",
        ),
    ]);
    check_listed(
        &data,
        "view=sourcing",
        "Myanmar, Ore, April 2024: 7 t
        Myanmar, Ore, May 2024: 9 t
        Myanmar, Ore, May 2024: +40 %
        Rise of imports from Laos: +164 %",
    );
    let listed = shown(Partners, &shipped(), "view=sourcing&asof=2026-09-14").listed();
    let laos: Vec<&str> =
        listed.iter().filter(|tip| tip.value == "+164\u{202f}%").map(|tip| tip.title.as_str()).collect();
    assert_eq!(laos, ["Rise of imports from Laos in January-February 2025"]);
}

/// Two figures that became public together are rivals: both are there, and neither takes the other's place.
#[test]
fn rivals_of_one_day_are_both_drawn() {
    let rivals = "
        2024-04,MMR,oxides,,50,,,,published,,main,normal,2024-05-20,UN,,
        2024-04,MMR,oxides,,42,,,,published,,main,normal,2024-05-20,Press,,";
    check(
        rivals,
        "view=sourcing",
        "# Oxides, Myanmar (tonnes a month)
        Myanmar Level Published 2024-04 50 | 50 t
        Myanmar Level Published 2024-04 42 | 42 t | Apr 2024: 42",
    );
}

/// What a published total and its parts leave for a month.
#[test]
fn months_that_others_imply_are_drawn() {
    check(
        "2024-01/03,MMR,oxides,,3000.1,,,,published,,main,normal,2024-04-20,UN,,
        2024-01,MMR,oxides,,1000.1,,,,published,,main,normal,2024-02-20,UN,,
        2024-02,MMR,oxides,,1500.1,,,,published,,main,normal,2024-03-20,UN,,",
        "view=sourcing",
        "# Oxides, Myanmar (tonnes a month)
        Myanmar Level Published 2024-01..2024-03 1000.03 | 3,000.1 t
        Myanmar Level Published 2024-01 1000.1 | 1,000.1 t
        Myanmar Level Published 2024-02 1500.1 | 1,500.1 t
        Myanmar Level Deduced 2024-03 499.75..500.05 | 499.7 to 500.1 t | Mar 2024: about 500",
    );
}

/// What is only known to a range has no value to say at its end.
#[test]
fn a_wide_range_is_said_as_one() {
    check(
        "2024-01/02,MMR,oxides,,3000.1,,,,published,,main,normal,2024-04-20,UN,,
        2024-01/03,MMR,oxides,,5000,,,,published,,main,normal,2024-04-20,UN,,
        2024-01/04,MMR,oxides,,9000,,,,published,,main,normal,2024-04-20,UN,,",
        "view=sourcing",
        "# Oxides, Myanmar (tonnes a month)
        Myanmar Level Published 2024-01..2024-04 2250 | 9,000 t
        Myanmar Level Published 2024-01..2024-03 1666.67 | 5,000 t
        Myanmar Level Published 2024-01..2024-02 1500.05 | 3,000.1 t
        Myanmar Range Bounded 2024-03 1499.85..2499.95 | 1,499.8 to 2,500.0 t
        Myanmar Range Bounded 2024-04 3000..5000 | 3,000 to 5,000 t | Apr 2024: 3,000–5,000",
    );
}
