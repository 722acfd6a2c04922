//! What the sourcing charts show of the figures: origins by year, and the baskets of a year.

use crate::common::{dedent, figure, made_up, same, shipped, shown, svg};
use rare_earth_trade::charts::caption::Listed;
use rare_earth_trade::charts::mark::What;
use rare_earth_trade::data::{Dataset, File, RowId};
use rare_earth_trade::view::ChartName::{self, Baskets, Origins};

/// The lines of a chart that hold one of `about`, or all of them.
#[track_caller]
fn check_of(chart: ChartName, data: &Dataset, query: &str, about: &[&str], expected: &str) {
    let shown = shown(chart, data, query).dump();
    let wanted = |line: &&str| about.is_empty() || about.iter().any(|about| line.contains(about));
    let lines: String = shown.lines().filter(wanted).map(|line| format!("{line}\n")).collect();
    same(&lines, &dedent(expected), query);
}

#[track_caller]
fn check(chart: ChartName, rows: &str, query: &str, expected: &str) {
    check_of(chart, &made_up(&[(File::Origins, rows)]), query, &[], expected);
}

const TWO_YEARS: &str = "
    2023,MMR,compounds-metals,,60,600,,,published,,main,normal,2024-01-20,UN,,
    2023,VNM,compounds-metals,,10,50,,,derived,sum,main,normal,2024-01-20,UN,,
    2023,W00,compounds-metals,,100,1000,,,published,,main,normal,2024-01-20,UN,,
    2024,LAO,compounds-metals,,30,300,,,published,,main,normal,2025-01-20,UN,,
    2024,MMR,compounds-metals,,50,500,,,published,,main,normal,2025-01-20,UN,,
    2024,W00,compounds-metals,,80,,,,published,,main,normal,2025-01-20,UN,,";

#[test]
fn others_are_the_world_less_those_named() {
    check(
        Origins,
        TWO_YEARS,
        "view=sourcing",
        "2023-01 to 2024-12
        Myanmar Segment Published 2023-01..2023-12 60 | 60 t | 60.0 %
        Origin(2) Segment Computed 2023-01..2023-12 60..70 | 10 t
        Remainder Segment Estimated 2023-01..2023-12 70..100 | 30 t
        Myanmar Segment Published 2024-01..2024-12 50 | 50 t | 62.5 %
        Laos Segment Published 2024-01..2024-12 50..80 | 30 t | 37.5 %
        Laos Gap Published 2023-01..2023-12 0 | no record | Laos: no record",
    );
}

#[test]
fn a_year_without_the_worlds_value_has_no_others_by_value() {
    check(
        Origins,
        TWO_YEARS,
        "view=sourcing&show=value",
        "2023-01 to 2024-12
        Myanmar Segment Published 2023-01..2023-12 600 | USD 600
        Origin(2) Segment Computed 2023-01..2023-12 600..650 | USD 50
        Remainder Segment Estimated 2023-01..2023-12 650..1000 | USD 350
        Myanmar Segment Published 2024-01..2024-12 500 | USD 500
        Laos Segment Published 2024-01..2024-12 500..800 | USD 300
        Laos Gap Published 2023-01..2023-12 0 | no record | Laos: no record",
    );
    for year in ["2017", "2025"] {
        let range = format!("view=sourcing&show=value&t={year}..{year}&asof=2026-09-14");
        check_of(Origins, &shipped(), &range, &["Remainder"], "");
    }
    let with_value = "view=sourcing&show=value&t=2024..2024&asof=2026-09-14";
    check_of(
        Origins,
        &shipped(),
        with_value,
        &["Remainder"],
        "Remainder Segment Estimated 2024-01..2024-12 1329498608..1409859271 | USD 80.4 million",
    );
}

/// How the tip of "others" says it was computed.
#[track_caller]
fn check_others(rows: &str, query: &str, expected: &str) {
    let shown = shown(Origins, &made_up(&[(File::Origins, rows)]), query);
    let others = shown.described().into_iter().filter(|(mark, _)| matches!(mark.what, What::Others(_)));
    let said: Vec<String> = others.map(|(_, said)| said.details.join("; ")).collect();
    assert_eq!(said.join("\n"), expected, "{query}");
}

#[test]
fn others_say_what_they_are_computed_from() {
    let rows = TWO_YEARS.replace("2023,VNM,compounds-metals,,10,50,", "2023,VNM,compounds-metals,,10,,");
    check_others(
        &rows,
        "view=sourcing",
        "computed: the world’s 100 t less Myanmar, Vietnam; 30.0 % of the world’s tonnes, computed",
    );
    check_others(&rows, "view=sourcing&show=share", "computed: the world’s 100 t less Myanmar, Vietnam");
    // Vietnam's value is not published, so it is in the rest.
    check_others(&rows, "view=sourcing&show=value", "computed: the world’s USD 1,000 less Myanmar");
}

#[test]
fn a_year_without_the_worlds_tonnes_is_left_out() {
    check(
        Origins,
        "2023,MMR,compounds-metals,,60,600,,,published,,main,normal,2024-01-20,UN,,
        2024,MMR,compounds-metals,,50,500,,,published,,main,normal,2025-01-20,UN,,
        2024,W00,compounds-metals,,80,,,,published,,main,normal,2025-01-20,UN,,",
        "view=sourcing&show=share",
        "2024-01 to 2024-12
        Myanmar Segment Published 2024-01..2024-12 62.5 | 62.5 % | 62.5 %
        Remainder Segment Estimated 2024-01..2024-12 62.5..100 | 37.5 %
        Laos Gap Published 2024-01..2024-12 0 | no record | Laos: no record",
    );
}

#[test]
fn other_baskets_and_other_sources_stay_out_of_the_backbone() {
    let rows = format!(
        "{TWO_YEARS}
        2024,MYS,compounds-metals,,7,,,,published,,check,normal,2025-01-20,Other,,
        2024,THA,oxides,,7,,,,published,,main,normal,2025-01-20,UN,,
        2024-H1,MMR,compounds-metals,,25,,,,published,,main,normal,2024-07-20,UN,,"
    );
    let plain = shown(Origins, &made_up(&[(File::Origins, TWO_YEARS)]), "view=sourcing").dump();
    check(Origins, &rows, "view=sourcing", &plain);
}

#[test]
fn unit_values_are_computed_for_each_origin_and_the_world() {
    check(
        Origins,
        TWO_YEARS,
        "view=sourcing&show=unit-value&t=2023..2023",
        "2023-01 to 2023-12
        Remainder Level Computed 2023-01..2023-12 10 | USD 10 per tonne
        Myanmar Level Computed 2023-01..2023-12 10 | USD 10 per tonne
        Origin(2) Level Computed 2023-01..2023-12 5 | USD 5 per tonne
        Laos Gap Published 2023-01..2023-12 0 | no record | Laos: no record",
    );
}

#[test]
fn shipped_shares_and_the_years_without_a_record_of_laos() {
    check_of(
        Origins,
        &shipped(),
        "view=sourcing&t=2022-01..latest&asof=2026-09-14",
        &["Myanmar", "Laos"],
        "Myanmar Segment Published 2022-01..2022-12 23705.39 | 23,705.4 t | 52.9 %
        Myanmar Segment Published 2023-01..2023-12 72073.76 | 72,073.8 t | 65.8 %
        Laos Segment Published 2023-01..2023-12 72073.76..83381.45 | 11,307.7 t | 10.3 %
        Myanmar Segment Published 2024-01..2024-12 44365.51 | 44,365.5 t | 57.3 %
        Laos Segment Published 2024-01..2024-12 44365.51..55113.04 | 10,747.5 t | 13.9 %
        Myanmar Segment Computed 2025-01..2025-12 40129.5 | 40,129.5 t | 52.3 %
        Laos Segment Computed 2025-01..2025-12 40129.5..56758.68 | 16,629.2 t | 21.7 %
        Laos Gap Published 2022-01..2022-12 0 | no record | Laos: no record",
    );
    let laos = "Laos Gap Published 2017-01..2022-12 0 | no record | Laos: no record";
    for show in ["tonnes", "share", "value", "unit-value"] {
        let query = format!("view=sourcing&t=2017..2022&show={show}&asof=2026-09-14");
        check_of(Origins, &shipped(), &query, &["Laos"], laos);
    }
}

const BASKETS_OF_2024: &str = "
    2024,MMR,oxides,28469019,40,,,,published,,main,normal,2025-01-20,UN,,
    2024,LAO,oxides,28469019,10,,,,estimated,guess,main,normal,2025-01-20,UN,,
    2024,W00,oxides,28469019,70,,,,published,,main,normal,2025-01-20,UN,,
    2024,MMR,oxides,28469019,50,,,,published,,check,normal,2025-01-20,Press,,
    2024,MMR,oxides,,,,55,,published,,main,normal,2025-01-20,Press,,
    2024,W00,ore,25309020,30,,,,published,,main,normal,2025-01-20,UN,,
    2024,MMR,monazite,261220,5,,,,derived,lines,main,normal,2025-01-20,UN,,
    2023,MMR,oxides,28469019,1,,,,published,,main,normal,2024-01-20,UN,,";

#[test]
fn a_basket_is_a_row_of_its_own() {
    check(
        Baskets,
        BASKETS_OF_2024,
        "view=sourcing",
        "# Oxides: 70 t
        Myanmar Segment Published - 40 | 40 t | Myanmar
        Laos Segment Estimated - 40..50 | 10 t | Laos
        Remainder Segment Estimated - 50..70 | 20 t | Others
        # Ore: 30 t, origin not published
        Remainder Segment Published - 30 | 30 t
        # Monazite: no world total
        Myanmar Segment Computed - 5 | 5 t | Myanmar",
    );
    check(
        Baskets,
        BASKETS_OF_2024,
        "view=sourcing&year=2023",
        "# Oxides: no world total
        Myanmar Segment Published - 1 | 1 t | Myanmar",
    );
    check(Baskets, BASKETS_OF_2024, "view=sourcing&year=1999", "No figure by basket is published for this year.");
}

/// What is listed beside a chart and not drawn.
#[track_caller]
fn check_listed(chart: ChartName, data: &Dataset, query: &str, expected: &str) {
    let listed = shown(chart, data, query).listed();
    let listed: String = listed.iter().map(|tip| format!("{}: {}\n", tip.title, tip.value)).collect();
    same(&listed, &dedent(expected), query);
}

#[test]
fn rivals_are_listed() {
    check_listed(
        Baskets,
        &made_up(&[(File::Origins, BASKETS_OF_2024)]),
        "view=sourcing",
        "Myanmar, Oxides, 2024: 50 t
        Myanmar, Oxides, 2024: 55 % of the basket",
    );
}

/// The rows of `use` check in the shipped file must be listed and not drawn, in every year.
#[test]
fn shipped_check_figures_are_never_stacked() {
    let data = shipped();
    let facts = &data.origins.as_ref().expect("origins.csv is read").facts;
    let mut checks = 0;
    for year in rare_earth_trade::data::origins::basket_years(facts) {
        let figure = figure(Baskets, &data, &format!("view=sourcing&year={year}"));
        for rival in facts.iter().filter(|fact| fact.usage == rare_earth_trade::data::Use::Check) {
            if !(rival.span.is_year() && rival.span.first().year() == year) {
                continue;
            }
            let row = RowId { file: File::Origins, line: rival.source.line };
            let drawn = figure.chart.marks().iter().any(|mark| mark.rows.contains(&row));
            let listed = figure.listed.contains(&Listed::Origin(row));
            assert_eq!((drawn, listed), (false, true), "{rival:?}");
            checks += 1;
        }
    }
    assert!(checks > 10, "the shipped file has rivals: {checks}");
}

#[test]
fn a_replaced_figure_comes_back_on_an_earlier_day() {
    let newer = format!("{TWO_YEARS}\n2024,MMR,compounds-metals,,55,,,,published,,main,normal,2025-06-20,UN,,");
    let draw = |rows: &str, query| svg(Origins, &made_up(&[(File::Origins, rows)]), query, 600);
    let before = draw(TWO_YEARS, "view=sourcing");
    assert_ne!(draw(&newer, "view=sourcing"), before);
    assert_eq!(draw(&newer, "view=sourcing&asof=2025-06-19"), before);
}
