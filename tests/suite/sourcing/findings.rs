//! What the charts of years, baskets, values and shorter periods find: each case with its borders.

use super::{check_title, check_title_of, rows};
use crate::common::made_up;
use rare_earth_trade::data::File;
use rare_earth_trade::view::ChartName::{Baskets, Origins, OriginsValue, Partners};

#[track_caller]
fn origins(query: &str, tonnes: &[(i32, u32)], expected: &str) {
    let year = |(year, tonnes): &(i32, u32)| format!("{year} MMR cm {tonnes};");
    check_title_of(Origins, &rows(&tonnes.iter().map(year).collect::<String>()), query, expected);
}

#[test]
fn how_myanmars_years_stand_to_each_other() {
    const NEUTRAL: &str = "Where China’s imports come from";
    let all = "view=sourcing";
    let of = |tonnes: [u32; 4]| [2021, 2022, 2023, 2024].into_iter().zip(tonnes).collect::<Vec<_>>();
    let still = "Myanmar’s highest year from 2021 to 2024 was 2023; 2024 is still above 2021–2022";
    origins(all, &of([100, 100, 300, 102]), still);
    origins(all, &of([100, 100, 300, 101]), "Of the years shown Myanmar’s highest is 2023");
    origins(all, &of([150, 100, 311, 120]), "Of the years shown Myanmar’s highest is 2023");
    origins(all, &of([150, 100, 195, 120]), "Of the years shown Myanmar’s highest is 2023");
    origins(all, &of([150, 100, 150, 120]), NEUTRAL);
    origins(all, &of([120, 100, 150, 130]), still);
    origins(all, &of([100, 110, 120, 122]), "Myanmar sent more in 2024 than in any year since 2021");
    origins(all, &of([100, 110, 121, 122]), NEUTRAL);
    origins(all, &of([130, 110, 120, 100]), "Myanmar sent less in 2024 than in any year since 2021");
    origins(all, &of([130, 101, 120, 100]), NEUTRAL);
    // A year without a figure: what it was is not known.
    origins(all, &[(2021, 100), (2023, 300), (2024, 120)], NEUTRAL);
    origins(all, &[(2023, 300), (2024, 120)], NEUTRAL);
    origins(all, &[(2023, 300)], NEUTRAL);
    // Of the years that the reader sees.
    origins(
        "view=sourcing&t=2022..2024",
        &of([500, 100, 300, 120]),
        &still.replace("2021–2022", "2022").replace("2021", "2022"),
    );
    origins("view=sourcing&t=2023..2024", &of([500, 100, 300, 120]), NEUTRAL);
}

/// Myanmar's tonnes in two years: all, other compounds, oxides.
#[track_caller]
fn baskets(all: (u32, u32), compounds: (u32, u32), oxides: (u32, u32), expected: &str) {
    let text = format!(
        "2022 MMR cm {}; 2024 MMR cm {}; 2022 MMR other-compounds {}; 2024 MMR other-compounds {};
        2022 MMR oxides {}; 2024 MMR oxides {}",
        all.0, all.1, compounds.0, compounds.1, oxides.0, oxides.1
    );
    check_title(Baskets, &text, expected);
}

#[test]
fn which_basket_myanmar_lost() {
    const NEUTRAL: &str = "Imports by basket and origin";
    let mostly = "Myanmar’s loss was mostly other compounds: down 90 %";
    baskets((2000, 1000), (1000, 100), (1000, 900), &format!("{mostly}; its oxides down 10 %"));
    baskets((2000, 1000), (1000, 100), (1000, 1100), &format!("{mostly}; its oxides up 10 %"));
    baskets((2000, 1000), (1000, 100), (1000, 990), mostly);
    baskets(
        (2000, 1000),
        (1000, 900),
        (1000, 100),
        "Myanmar’s loss was mostly oxides: down 90 %; its other compounds down 10 %",
    );
    // Half and a point more.
    baskets((2000, 1000), (1000, 490), (1000, 510), NEUTRAL);
    baskets(
        (2000, 1000),
        (1000, 489),
        (1000, 511),
        "Myanmar’s loss was mostly other compounds: down 51 %; its oxides down 49 %",
    );
    // No loss, or none beyond rounding.
    baskets((2000, 1980), (1000, 100), (1000, 900), NEUTRAL);
    baskets((2000, 2100), (1000, 100), (1000, 900), NEUTRAL);
    check_title(Baskets, "2022 MMR cm 20; 2024 MMR cm 10; 2024 MMR oxides 5", NEUTRAL);
    check_title(Baskets, "2022 MMR cm 20; 2024 MMR cm 10; 2022 MMR oxides 15 - low; 2024 MMR oxides 5", NEUTRAL);
    check_title(Baskets, "", NEUTRAL);
}

/// What Laos sent in two years: all, oxides, carbonate.
fn laos(all: (u32, u32), oxides: (u32, u32), carbonate: (u32, u32)) -> String {
    format!(
        "2022 LAO cm {} {}; 2024 LAO cm {} {}; 2022 LAO oxides {}; 2024 LAO oxides {};
        2022 LAO mixed-carbonate {}; 2024 LAO mixed-carbonate {}",
        all.0,
        all.0 * 2000,
        all.1,
        all.1 * 5000,
        oxides.0,
        oxides.1,
        carbonate.0,
        carbonate.1
    )
}

#[test]
fn laos_went_from_carbonate_to_oxide() {
    let oxide = "In 2024 Laos sent oxide, not carbonate: 5.0 dollars a kilogram, 2.0 in 2022";
    let values = "Laos’s goods: 5.0 dollars a kilogram in 2024, 2.0 in 2022";
    check_title(OriginsValue, &laos((1000, 1000), (100, 900), (500, 0)), oxide);
    check_title(
        Baskets,
        &laos((1000, 1000), (100, 900), (500, 0)),
        "In 2024 Laos sent oxide, not carbonate as in 2022",
    );
    // Carbonate was as much, or is still a hundredth; oxide was half, or is no more than half.
    check_title(OriginsValue, &laos((1000, 1000), (400, 900), (410, 0)), values);
    check_title(OriginsValue, &laos((1000, 1000), (400, 900), (411, 9)), oxide);
    check_title(OriginsValue, &laos((1000, 1000), (100, 900), (500, 10)), values);
    check_title(OriginsValue, &laos((1000, 1000), (490, 900), (510, 0)), values);
    check_title(OriginsValue, &laos((1000, 1000), (100, 510), (500, 0)), values);
    check_title(Baskets, &laos((1000, 1000), (100, 510), (500, 0)), "Imports by basket and origin");
}

#[test]
fn unit_values_stand_where_nothing_explains_them() {
    check_title(OriginsValue, "2022 LAO cm 10 20000", "Laos’s goods: 2.0 dollars a kilogram in 2022");
    check_title(
        OriginsValue,
        "2022 MMR cm 10 20000; 2023 MMR cm 10 30000; 2023 LAO cm 10",
        "Myanmar’s goods: 3.0 dollars a kilogram in 2023, 2.0 in 2022",
    );
    check_title(OriginsValue, "2022 LAO cm 10 20000 low; 2022 MMR cm 0 5", "Value of what Myanmar and Laos sent");
    check_title(OriginsValue, "", "Value of what Myanmar and Laos sent");
}

#[test]
fn the_newest_figure_below_a_year() {
    let check = |rows: &str, expected: &str| {
        check_title_of(Partners, &made_up(&[(File::Origins, rows)]), "view=sourcing", expected);
    };
    let february = "2024-02,MMR,ore,,7,,,-20.5,published,,main,normal,2024-05-20,UN,,\n";
    let first_two = "2024-01/02,MMR,oxides,,9,,,,published,,main,normal,2024-05-20,UN,,\n";
    let weak = "2024-03,MMR,ore,,8,,,,published,,main,low,2024-05-20,UN,,\n";
    check(february, "Myanmar sent 7 t of ore in February 2024: −20.5 % on a year before");
    check(&[february, weak].concat(), "Myanmar sent 7 t of ore in February 2024: −20.5 % on a year before");
    // Without a printed change, or one that may be rounding, a figure is no finding.
    let neutral = "What is known of Myanmar by months and quarters";
    check(&[first_two, february].concat(), neutral);
    let of_laos = first_two.replace("MMR", "LAO");
    check(&of_laos, "What is known of Laos by months and quarters");
    check(&[first_two, &of_laos].concat(), "What is known of Myanmar and Laos by months and quarters");
    check(&february.replace("-20.5", "1"), neutral);
    check(&february.replace("-20.5", "1.1"), "Myanmar sent 7 t of ore in February 2024: +1.1 % on a year before");
    check(weak, neutral);
    check("", "What is known of Myanmar and Laos by months and quarters");
}
