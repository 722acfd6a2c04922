//! What the chart of Myanmar and Laos through time shows of the figures.

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
    same(&listed, &dedent(expected), query);
}

const THROUGH_TIME: &str = "
    2024-01/03,MMR,oxides,,30,,,,published,,main,normal,2024-04-20,UN,,
    2024-04,MMR,oxides,,12,,,,published,,main,normal,2024-05-20,UN,,
    2024,LAO,oxides,,24,,,,published,,main,normal,2025-01-20,UN,,
    2024-04,MMR,ore,,7,,,,derived,sum,main,normal,2024-05-20,UN,,
    2024-05,MMR,ore,,9,,,,published,,check,normal,2024-06-20,Press,,
    2024-05,MMR,ore,,,,,40,published,,main,normal,2024-06-20,Press,,
    2024-05,VNM,ore,,9,,,,published,,main,normal,2024-06-20,UN,,";

#[test]
fn partners_have_a_panel_per_basket() {
    check(
        THROUGH_TIME,
        "view=sourcing",
        "2024-01 to 2024-12
        # Oxides
        Myanmar Level Published 2024-01..2024-03 10 | 30 t
        Myanmar Level Published 2024-04 12 | 12 t
        Laos Level Published 2024-01..2024-12 2 | 24 t
        # Ore
        Myanmar Level Computed 2024-04 7 | 7 t",
    );
    check(
        THROUGH_TIME,
        "view=sourcing&basket=ore",
        "2024-01 to 2024-12
        # Ore
        Myanmar Level Computed 2024-04 7 | 7 t",
    );
    check(
        THROUGH_TIME,
        "view=sourcing&basket=metals",
        "2024-01 to 2024-12
        # Metals
        No published figure found in this range.",
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
        "Myanmar, Ore, May 2024: 9 t
        Myanmar, Ore, May 2024: +40 %
        Rise of imports from Laos: +164 %",
    );
    let listed = shown(Partners, &shipped(), "view=sourcing&asof=2026-09-14").listed();
    let laos: Vec<&str> = listed.iter().filter(|tip| tip.value == "+164 %").map(|tip| tip.title.as_str()).collect();
    assert_eq!(laos, ["Rise of imports from Laos in January-February 2025"]);
}

/// Two figures that became public together are rivals: both are there, and neither takes the other's place.
#[test]
fn rivals_of_one_day_are_both_drawn() {
    let rivals = "
        2024,MMR,oxides,,50,,,,published,,main,normal,2025-01-20,UN,,
        2024,MMR,oxides,,42,,,,published,,main,normal,2025-01-20,Press,,";
    check(
        rivals,
        "view=sourcing",
        "2024-01 to 2024-12
        # Oxides
        Myanmar Level Published 2024-01..2024-12 4.17 | 50 t
        Myanmar Level Published 2024-01..2024-12 3.5 | 42 t",
    );
}
