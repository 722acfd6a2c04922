//! Whether anyone replaced Myanmar, and when its loss came: each case with its borders.

use super::{check_title, check_title_of, rows};
use crate::common::view;
use rare_earth_trade::charts::sourcing;
use rare_earth_trade::data::facts;
use rare_earth_trade::view::ChartName::{Gap, Shifts};

pub(super) const NEUTRAL_GAP: &str = "Imports by origin: what changed between two years";

/// Myanmar lost 1,000 of 2,000 t and USD 1,000; Laos had 100 t and USD 100, everyone else but 100 t is Vietnam. The world
/// had 6,000 t: of 5,000 t all but Myanmar's loss is left.
#[track_caller]
fn gap(laos: u32, laos_value: u32, world: u32, expected: &str) {
    let text = format!(
        "2023 MMR cm 2000 2000; 2023 LAO cm 100 100; 2023 VNM cm 3800; 2023 W00 cm 6000; 2024 MMR cm 1000 1000;
        2024 LAO cm {laos} {laos_value}; 2024 VNM cm {}; 2024 W00 cm {world}",
        world - 1100 - laos
    );
    check_title(Gap, &text, expected);
}

#[test]
fn nobody_replaced_myanmar() {
    let none = "By weight no origin replaced Myanmar; ";
    gap(267, 600, 5000, &format!("{none}Laos made up a sixth of the tonnes, half of the dollars"));
    gap(220, 500, 5000, &format!("{none}Laos made up 12 % of the tonnes, 40 % of the dollars"));
    gap(350, 100, 5000, &format!("{none}Laos made up a quarter of the tonnes"));
    gap(100, 350, 5000, &format!("{none}in dollars Laos made up a quarter"));
    gap(90, 50, 4500, "No origin replaced Myanmar: everyone else together sent 500 t less");
}

/// A fraction is said to within a point, a part from one per cent, half of the loss from 49.
#[test]
fn the_borders_of_a_part() {
    let none = "By weight no origin replaced Myanmar; Laos made up ";
    gap(590, 100, 5000, "Laos made up half of Myanmar’s lost tonnes; the others sent less");
    gap(589, 100, 5000, &format!("{none}49 % of the tonnes"));
    gap(340, 100, 5000, &format!("{none}a quarter of the tonnes"));
    gap(339, 100, 5000, &format!("{none}24 % of the tonnes"));
    gap(110, 100, 5000, &format!("{none}1 % of the tonnes"));
    gap(109, 100, 5000, "No origin replaced Myanmar: everyone else together sent about as much as before");
}

#[test]
fn others_made_up_for_myanmar() {
    gap(1090, 100, 5000, "By weight Laos made up all of Myanmar’s loss");
    gap(1089, 100, 5000, "Laos made up 99 % of Myanmar’s lost tonnes; the others sent less");
    gap(200, 100, 5990, "By weight other origins together made up all of Myanmar’s loss");
    gap(200, 100, 5500, "By weight other origins together made up half of Myanmar’s loss");
    gap(200, 100, 5010, "By weight other origins together made up 1 % of Myanmar’s loss");
    gap(200, 100, 5009, "By weight no origin replaced Myanmar; Laos made up a tenth of the tonnes");
}

/// Where the rest is large, one origin without a name may have made up for Myanmar, so nothing is said.
#[test]
fn an_origin_without_a_name_may_hide_in_the_rest() {
    let text = |rest: u32| {
        format!(
            "2023 MMR cm 2000; 2023 W00 cm 3000; 2023 VNM cm 400; 2024 MMR cm 1000; 2024 VNM cm {}; 2024 W00 cm 2000",
            1000 - rest
        )
    };
    check_title(Gap, &text(500), NEUTRAL_GAP);
    check_title(Gap, &text(480), "No origin replaced Myanmar: everyone else together sent about as much as before");
}

#[test]
fn myanmar_did_not_lose() {
    let text = |now: u32| format!("2023 MMR cm 2000; 2023 W00 cm 3000; 2024 MMR cm {now}; 2024 W00 cm 3000");
    check_title(Gap, &text(2021), "Myanmar sent 21 t more in 2024 than in 2023");
    check_title(Gap, &text(2020), "Myanmar sent about as much in 2024 as in 2023");
    check_title(Gap, &text(2000), "Myanmar sent about as much in 2024 as in 2023");
    check_title(Gap, &text(1980), "Myanmar sent about as much in 2024 as in 2023");
    check_title(Shifts, &text(2021), "Myanmar sent 21 t more in 2024 than in 2023");
    check_title(Shifts, &text(1980), "Myanmar sent about as much in 2024 as in 2023");
}

/// A weak row, a missing total, one year only, and no Myanmar.
#[test]
fn no_finding_without_figures() {
    let weak = "2023 MMR cm 2000; 2023 W00 cm 3000 - low; 2024 MMR cm 1000; 2024 W00 cm 2000";
    let rivals = "2023 MMR cm 2000; 2023 W00 cm 3000; 2023 W00 cm 3100; 2024 MMR cm 1000; 2024 W00 cm 2000";
    let one_year = "2023 MMR cm 2000; 2023 W00 cm 3000";
    let no_total = "2023 MMR cm 2000; 2023 W00 cm 3000; 2024 MMR cm 1000";
    let others = "2023 LAO cm 2000; 2023 W00 cm 3000; 2024 LAO cm 1000; 2024 W00 cm 2000";
    for text in [weak, rivals, one_year, no_total, others, ""] {
        check_title(Gap, text, NEUTRAL_GAP);
        check_title(Shifts, text, "Changes by origin");
        let view = view("view=sourcing");
        let data = rows(text);
        assert_eq!(sourcing::headline(facts(&data.origins), &view), None, "{text}");
        assert_eq!(sourcing::standfirst(facts(&data.origins), &view), None, "{text}");
    }
}

/// Myanmar's tonnes of three years, and what Laos sent in them.
#[track_caller]
fn shifts(myanmar: [u32; 3], laos: [u32; 3], expected: &str) {
    let year =
        |at: usize| format!("{y} MMR cm {}; {y} LAO cm {}; {y} W00 cm 5000;", myanmar[at], laos[at], y = 2023 + at);
    check_title(Shifts, &[year(0), year(1), year(2)].concat(), expected);
}

#[test]
fn when_myanmars_loss_came() {
    let outweighed = "Myanmar’s break came in 2024; in 2025 Laos’s rise outweighed a further fall";
    shifts([2000, 1100, 1000], [100, 50, 200], outweighed);
    // As much as the fall, and a point more than it.
    shifts([2000, 1100, 1000], [100, 50, 150], "Most of Myanmar’s loss came in 2024");
    shifts([2000, 1100, 1000], [100, 50, 160], "Most of Myanmar’s loss came in 2024");
    shifts([2000, 1100, 1000], [100, 50, 161], outweighed);
    // No further fall.
    shifts([2000, 1000, 1000], [100, 50, 500], "Most of Myanmar’s loss came in 2024");
    shifts([2000, 900, 1000], [100, 50, 500], "Most of Myanmar’s loss came in 2024");
    shifts([2000, 1900, 1000], [100, 50, 200], "Most of Myanmar’s loss came in 2025");
    shifts([2000, 1323, 1000], [100, 50, 60], "Most of Myanmar’s loss came in 2024");
    shifts([2000, 1324, 1000], [100, 50, 60], "Myanmar’s loss from 2023 to 2025 was spread over both steps");
    shifts([2000, 2500, 2100], [100, 50, 60], "Myanmar sent 100 t more in 2025 than in 2023");
    check_title(
        Shifts,
        "2023 MMR cm 2000; 2023 W00 cm 3000; 2024 MMR cm 1000; 2024 W00 cm 2000",
        "From 2023 to 2024 Myanmar sent 1,000 t less",
    );
    let longer =
        "2019 MMR cm 2000; 2019 W00 cm 3000; 2020 MMR cm 1990; 2020 W00 cm 1; 2025 MMR cm 1000; 2025 W00 cm 2000";
    check_title_of(
        Shifts,
        &rows(longer),
        "view=sourcing&years=2019~2025",
        "Most of Myanmar’s loss came from 2020 to 2025",
    );
}
