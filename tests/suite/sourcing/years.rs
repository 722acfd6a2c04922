//! Origins and values by year.

use super::{TWO_YEARS, check, check_of};
use crate::common::{shipped, shown};
use rare_earth_trade::view::ChartName::{Origins, OriginsValue};

#[test]
fn origins_have_a_panel_each() {
    check(
        Origins,
        TWO_YEARS,
        "view=sourcing",
        "# Myanmar (net tonnes; share 60.0 % in 2023, 33.3 % in 2024)
        Myanmar Column Published 2023-01..2023-12 60 | 60 t | 60
        Myanmar Column Published 2024-01..2024-12 20 | 20 t | 20
        # Laos (net tonnes; share 5.0 % in 2023, 25.0 % in 2024)
        Laos Column Published 2023-01..2023-12 5 | 5 t
        Laos Column Published 2024-01..2024-12 15 | 15 t | 15
        # Vietnam (net tonnes; share 10.0 % in 2023, 11.7 % in 2024)
        Other Column Computed 2023-01..2023-12 10 | 10 t | 10
        Other Column Published 2024-01..2024-12 7 | 7 t | 7
        # Russia (net tonnes; share 6.7 % in 2024)
        Other Gap Published 2023-01..2023-12 0 | no record | no record
        Other Column Published 2024-01..2024-12 4 | 4 t | 4",
    );
}

/// Without the world's total there is no share, and what an origin sent stands all the same.
#[test]
fn a_year_without_the_worlds_tonnes_has_no_shares() {
    check(
        Origins,
        "2023,MMR,compounds-metals,,60,600,,,published,,main,normal,2024-01-20,UN,,
        2024,MMR,compounds-metals,,50,500,,,published,,main,normal,2025-01-20,UN,,
        2024,W00,compounds-metals,,80,,,,published,,main,normal,2025-01-20,UN,,",
        "view=sourcing",
        "# Myanmar (net tonnes; share 62.5 % in 2024)
        Myanmar Column Published 2023-01..2023-12 60 | 60 t | 60
        Myanmar Column Published 2024-01..2024-12 50 | 50 t | 50",
    );
    check(Origins, "", "view=sourcing", "#  (net tonnes)\nNo published figure found in this range.");
}

#[test]
fn shipped_shares_and_the_years_without_a_record_of_laos() {
    check_of(
        Origins,
        &shipped(),
        "view=sourcing&t=2022-01..latest&asof=2026-09-14",
        &["Myanmar", "Laos"],
        "# Myanmar (net tonnes; share 65.8 % in 2023, 52.3 % in 2025)
        Myanmar Column Published 2022-01..2022-12 23705.39 | 23,705.4 t
        Myanmar Column Published 2023-01..2023-12 72073.76 | 72,073.8 t | 72,074
        Myanmar Column Published 2024-01..2024-12 44365.51 | 44,365.5 t
        Myanmar Column Computed 2025-01..2025-12 40129.5 | 40,129.5 t | 40,130
        # Laos (net tonnes; share 10.3 % in 2023, 21.7 % in 2025)
        Laos Gap Published 2022-01..2022-12 0 | no record | no record
        Laos Column Published 2023-01..2023-12 11307.69 | 11,307.7 t
        Laos Column Published 2024-01..2024-12 10747.53 | 10,747.5 t
        Laos Column Computed 2025-01..2025-12 16629.17 | 16,629.2 t | 16,629",
    );
    let laos = "Laos Gap Published 2017-01..2022-12 0 | no record | no record";
    check_of(Origins, &shipped(), "view=sourcing&asof=2026-09-14", &["Laos Gap"], laos);
}

#[test]
fn values_join_neighbouring_years_only() {
    check(
        OriginsValue,
        "2019,MMR,compounds-metals,,10,100000,,,published,,main,normal,2020-01-20,UN,,
        2020,MMR,compounds-metals,,10,9000000,,,derived,sum,main,normal,2021-01-20,UN,,
        2022,MMR,compounds-metals,,20,3000000,,,published,,main,normal,2023-01-20,UN,,
        2023,MMR,compounds-metals,,20,,,,published,,main,normal,2024-01-20,UN,,
        2023,VNM,compounds-metals,,20,7,,,published,,main,normal,2024-01-20,UN,,
        2023,LAO,compounds-metals,,0,8000000,,,published,,main,normal,2024-01-20,UN,,",
        "view=sourcing",
        "# Million dollars (with freight and insurance (CIF))
        Myanmar Point Published 2019-07..2019-06 100000 | USD 100,000
        Myanmar Point Computed 2020-07..2020-06 9000000 | USD 9.0 million | 9
        Myanmar Point Published 2022-07..2022-06 3000000 | USD 3.0 million | 3 Myanmar
        Laos Point Published 2023-07..2023-06 8000000 | USD 8.0 million | 8 Laos
        guide Myanmar Line 2019-07..2019-06 100000, 2020-07..2020-06 9000000
        # Dollars a kilogram (computed: value over net weight)
        Myanmar Point Computed 2019-07..2019-06 10 | USD 10.0 per kilogram | 10.0
        Myanmar Point Computed 2020-07..2020-06 900 | USD 900.0 per kilogram | 900.0
        Myanmar Point Computed 2022-07..2022-06 150 | USD 150.0 per kilogram | 150.0 Myanmar
        guide Myanmar Line 2019-07..2019-06 10, 2020-07..2020-06 900",
    );
}

/// The world's value is missing for these years, and the chart says so.
#[test]
fn years_without_the_worlds_value_are_named() {
    let notes = |query: &str| shown(OriginsValue, &shipped(), query).caption().notes.join(" ");
    let said = |years: &str| format!("No world value is published for {years}, so there are no shares of value.");
    assert_eq!(notes("view=sourcing&asof=2026-09-14"), said("2017, 2025"));
    assert_eq!(notes("view=sourcing&t=2018..2024&asof=2026-09-14"), "");
}
