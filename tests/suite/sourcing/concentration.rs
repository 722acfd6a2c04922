//! How concentrated sourcing is: the index, what it rests on, and what the chart finds.

use super::{check_of, check_title, rows};
use crate::common::shown;
use rare_earth_trade::view::ChartName::Concentration;

const NEUTRAL: &str = "How concentrated China’s sourcing is";

#[test]
fn the_index_is_a_value_where_everyone_else_makes_no_difference() {
    // Everyone else: 10, 11, all named, nobody named, no world, more than the world, nothing.
    // From figures that contradict each other no index follows.
    let data = rows(
        "2018 W00 cm 100; 2018 MMR cm 60; 2018 LAO cm 30;
         2019 W00 cm 100; 2019 MMR cm 60; 2019 LAO cm 29;
         2020 W00 cm 100; 2020 MMR cm 100;
         2021 W00 cm 100;
         2022 MMR cm 60;
         2023 W00 cm 100; 2023 MMR cm 80; 2023 LAO cm 30;
         2024 W00 cm 0; 2024 MMR cm 0",
    );
    check_of(
        Concentration,
        &data,
        "view=sourcing",
        &[],
        "# Concentration (0 to 10,000)
        Other Column Computed 2018-01..2018-12 4500 | 4,500 | 4,500
        Other Range Bounded 2019-01..2019-12 4441..4562 | 4,441–4,562 | 4,441–4,562
        Other Column Computed 2020-01..2020-12 10000 | 10,000 | 10,000
        # Named origins (%)
        Other Column Computed 2018-01..2018-12 90 | 90.0 % | 90.0 %
        Other Column Computed 2019-01..2019-12 89 | 89.0 % | 89.0 %
        Other Column Computed 2020-01..2020-12 100 | 100.0 % | 100.0 %",
    );
    let (_, first) = shown(Concentration, &data, "view=sourcing").described().remove(0);
    assert_eq!(first.title, "Concentration, Compounds and metals, 2018");
    assert_eq!(first.value, "4,500");
    let details: Vec<String> = first.details.iter().map(|text| text.replace('\u{202f}', " ")).collect();
    assert_eq!(
        details,
        [
            "Myanmar 60.0 %, Laos 30.0 %: together 90.0 % of the world’s tonnes",
            "4,600 if everyone else were one origin"
        ]
    );
}

#[test]
fn what_it_found_holds_whoever_everyone_else_is() {
    // Myanmar sends all but what Laos sends, in per cent.
    let of = |before: u32, now: u32| {
        let year =
            |year: i32, laos: u32| format!("{year} W00 cm 100; {year} MMR cm {}; {year} LAO cm {laos};", 100 - laos);
        [year(2022, before), year(2024, now)].concat()
    };
    check_title(Concentration, &of(10, 20), "China’s sourcing was less concentrated in 2024 than in 2022");
    check_title(Concentration, &of(20, 10), "China’s sourcing was more concentrated in 2024 than in 2022");
    check_title(Concentration, &of(20, 20), "China’s sourcing was about as concentrated in 2024 as in 2022");
    // 5,008 and 5,050; 5,008 and 5,098 + 10; 5,000 and 5,128.
    check_title(Concentration, &of(48, 45), "China’s sourcing was about as concentrated in 2024 as in 2022");
    check_title(Concentration, &of(50, 43), "China’s sourcing was about as concentrated in 2024 as in 2022");
    check_title(Concentration, &of(50, 42), "China’s sourcing was more concentrated in 2024 than in 2022");
    // Everyone else may be one origin: 2,500 to 5,000 is not clearly less than 5,050.
    check_title(
        Concentration,
        "2022 W00 cm 100; 2022 MMR cm 55; 2022 LAO cm 45; 2024 W00 cm 100; 2024 MMR cm 50",
        NEUTRAL,
    );
    check_title(
        Concentration,
        "2022 W00 cm 100; 2022 MMR cm 80; 2022 LAO cm 20; 2024 W00 cm 100; 2024 MMR cm 50",
        "China’s sourcing was less concentrated in 2024 than in 2022",
    );
    // A year between them that was above both, by more than the margin: 5,200 in 2022, 5,202 and 5,352 in 2023, 5,000 in 2024.
    let peak = |myanmar: i32, weak: &str| {
        format!(
            "2022 W00 cm 100; 2022 MMR cm 60; 2022 LAO cm 40; 2023 W00 cm 100; 2023 MMR cm {myanmar}{weak}; \
             2023 LAO cm {}; 2024 W00 cm 100; 2024 MMR cm 50; 2024 LAO cm 50",
            100 - myanmar,
        )
    };
    let less = "China’s sourcing was less concentrated in 2024 than in 2022";
    check_title(Concentration, &peak(61, ""), less);
    check_title(
        Concentration,
        &peak(63, ""),
        "China’s sourcing was more concentrated in 2023 than in 2022, and less in 2024 than in either",
    );
    check_title(Concentration, &peak(63, " - low"), less);
    // One year, none, and a weak row at an end.
    check_title(Concentration, "2022 W00 cm 100; 2022 MMR cm 60", NEUTRAL);
    check_title(Concentration, "", NEUTRAL);
    check_title(Concentration, &of(10, 20).replacen("MMR cm 80", "MMR cm 80 - low", 1), NEUTRAL);
    check_title(Concentration, &of(10, 20).replacen("W00 cm 100", "W00 cm 100 - low", 1), NEUTRAL);
}
