//! Three years by basket and origin.

use super::{check, check_listed, check_of};
use crate::common::{figure, made_up, shipped, shown};
use rare_earth_trade::charts::caption::Listed;
use rare_earth_trade::data::{File, RowId};
use rare_earth_trade::view::ChartName::Baskets;

const BASKETS_OF_2024: &str = "
    2024,MMR,oxides,28469019,40,,,,published,,main,normal,2025-01-20,UN,,
    2024,LAO,oxides,28469019,10,,25,,derived,40 t x 25%,main,normal,2025-01-20,UN,,
    2024,THA,oxides,28469019,0.5,,,,published,,main,normal,2025-01-20,UN,,
    2024,W00,oxides,28469019,70,,,,published,,main,normal,2025-01-20,UN,,
    2024,MMR,oxides,28469019,50,,,,published,,check,normal,2025-01-20,Press,,
    2024,MMR,oxides,,,,55,,published,,main,normal,2025-01-20,Press,,
    2024,W00,ore,25309020,30,,,,published,,main,normal,2025-01-20,UN,,
    2024,MMR,monazite,261220,5,,,,derived,lines,main,low,2025-01-20,UN,,
    2024,MMR,metals,280530,2,,,,published,,main,normal,2025-01-20,UN,,
    2023,MMR,oxides,28469019,41,,,,published,,main,normal,2024-01-20,UN,,
    2023,W00,monazite,261220,6,,,,published,,main,normal,2024-01-20,UN,,";

/// Thailand's half a tonne is under two per cent of the highest column, so it is listed.
#[test]
fn a_basket_is_a_panel_of_its_own() {
    check(
        Baskets,
        BASKETS_OF_2024,
        "view=sourcing",
        "# Oxides (net tonnes; HS 2846.90.19; all origins: not published in 2022, not published in 2023, 70 in 2024)
        Myanmar Gap Published @0 0 | no figure found
        Myanmar Column Published @1 41 | 41 t | 41
        Myanmar Column Published @2 40 doubt | 40 t | 40
        Laos Gap Published @3 0 | no figure found
        Laos Gap Published @4 0 | no figure found
        Laos Column Inferred @5 10 | 10 t | 10
        # Ore (net tonnes; HS 2530.90.20; all origins: not published in 2022, not published in 2023, 30 in 2024)
        Other Gap Published @0 0 | no figure found
        Other Gap Published @1 0 | no figure found
        Other Column Published @2 30 | 30 t | 30
        # Monazite (net tonnes; HS 2612.20; all origins: not published in 2022, 6 in 2023, not published in 2024)
        Myanmar Gap Published @0 0 | no figure found
        Myanmar Gap Published @1 0 | no figure found
        Myanmar Column Computed @2 5 doubt | 5 t | 5",
    );
    check_of(
        Baskets,
        &made_up(&[(File::Origins, BASKETS_OF_2024)]),
        "view=sourcing&baskets=all&year=2024",
        &["#", "@6"],
        "# Oxides (net tonnes; HS 2846.90.19; all origins: not published in 2022, not published in 2023, 70 in 2024)
        Other Gap Published @6 0 | no figure found
        # Ore (net tonnes; HS 2530.90.20; all origins: not published in 2022, not published in 2023, 30 in 2024)
        # Monazite (net tonnes; HS 2612.20; all origins: not published in 2022, 6 in 2023, not published in 2024)
        # Metals (net tonnes; HS 2805.30; all origins: not published in 2022, not published in 2023, not published in 2024)",
    );
    let none = "#  (net tonnes)\nNo figure by basket is published for this year.";
    check(Baskets, BASKETS_OF_2024, "view=sourcing&year=1999", none);
}

/// What a gap and a column with a rival say when pointed at.
#[test]
fn a_gap_says_whether_the_origin_was_published() {
    let shown = shown(Baskets, &made_up(&[(File::Origins, BASKETS_OF_2024)]), "view=sourcing");
    let said = |wanted: &str| {
        let tips = shown.descriptions();
        let tip = tips.iter().find(|tip| tip.title == wanted).map(|tip| tip.details.join("; "));
        tip.unwrap_or_else(|| panic!("{wanted}"))
    };
    assert_eq!(said("Myanmar, Monazite, 2023"), "origin not published");
    assert_eq!(said("Laos, Oxides, 2023"), "");
    assert_eq!(
        said("Myanmar, Oxides, 2024"),
        "57.1\u{202f}% of the world’s tonnes, computed; another source has 50 t; published; HS 28469019"
    );
}

#[test]
fn what_is_not_drawn_is_listed() {
    check_listed(
        Baskets,
        &made_up(&[(File::Origins, BASKETS_OF_2024)]),
        "view=sourcing",
        "Thailand, Oxides, 2024: 0.5 t
        World, Oxides, 2024: 70 t
        Myanmar, Oxides, 2024: 50 t
        Myanmar, Oxides, 2024: 55 % of the basket
        World, Monazite, 2023: 6 t",
    );
}

/// The rows of `use` check in the shipped file must be listed and not drawn, in every year.
#[test]
fn shipped_check_figures_are_never_drawn() {
    let data = shipped();
    let facts = &data.origins.as_ref().expect("origins.csv is read").facts;
    let mut checks = 0;
    for year in rare_earth_trade::data::origins::basket_years(facts) {
        let figure = figure(Baskets, &data, &format!("view=sourcing&baskets=all&year={year}"));
        for rival in facts.iter().filter(|fact| fact.usage == rare_earth_trade::data::Use::Check) {
            if !(rival.span.is_year() && rival.span.first().year() == year) {
                continue;
            }
            let row = RowId { file: File::Origins, line: rival.source.line };
            let drawn = figure.chart.marks().any(|mark| mark.rows.contains(&row));
            let listed = figure.listed.contains(&Listed::Origin(row));
            assert_eq!((drawn, listed), (false, true), "{rival:?}");
            checks += 1;
        }
    }
    assert!(checks > 10, "the shipped file has rivals: {checks}");
}
