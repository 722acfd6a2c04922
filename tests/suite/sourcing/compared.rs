//! Two years beside each other: the bridge, its bars, and the shifts.

use super::{TWO_YEARS, check, check_listed, check_of};
use crate::common::{dedent, figure, made_up, same, shipped, shown};
use rare_earth_trade::data::File;
use rare_earth_trade::view::ChartName::{Gap, Shifts};

/// Russia is named in one year only, so it is in the rest of the world.
#[test]
fn the_bridge_leads_from_one_total_to_the_other() {
    check(
        Gap,
        TWO_YEARS,
        "view=sourcing",
        "#  (net tonnes)
        Myanmar Segment Published @0 60 | 60 t | Myanmar  60.0 %
        Laos Segment Published @0 60..65 | 5 t | Laos  5.0 %
        Other Segment Computed @0 65..100 | 35 t | Others  35.0 %
        Ink Level Published @0 100 | 100 t | 100
        Myanmar Segment Computed @1 60..100 | −40 t | −40 −67 %
        Other Segment Computed @2 57..60 | −3 t | −3
        Laos Segment Computed @3 57..67 | +10 t | +10
        Other Segment Computed @4 60..67 | −7 t | −7
        Myanmar Segment Published @5 20 | 20 t | Myanmar  33.3 % (2023: 60.0)
        Laos Segment Published @5 20..35 | 15 t | Laos  25.0 % (2023: 5.0)
        Other Segment Computed @5 35..60 | 25 t | Others  41.7 % (2023: 35.0)
        Ink Level Published @5 60 | 60 t | 60
        bracket 2..5 everyone else together: 0 t
        # What Laos made up of Myanmar’s loss (%)
        Laos Bar Computed @0 25 | 25.0 % | 25.0 %
        Laos Bar Computed @1 75 | 75.0 % | 75.0 %
        Laos Bar Estimated @2 50 | 50.0 % | about 50 %",
    );
}

/// A measure with a missing figure, without a loss or without a gain has no bar.
#[test]
fn a_bar_needs_a_loss_a_gain_and_four_figures() {
    let bars = |rows: &str, expected: &str| {
        let data = made_up(&[(File::Origins, rows)]);
        check_of(Gap, &data, "view=sourcing", &["Bar"], expected);
    };
    let without = |line: &str| TWO_YEARS.replace(line, "");
    bars(
        &without("2024,LAO,reo-equivalent,,12,,,,estimated,guess,main,normal,2025-01-20,UN,,"),
        "Laos Bar Computed @0 25 | 25.0 % | 25.0 %
        Laos Bar Computed @1 75 | 75.0 % | 75.0 %",
    );
    bars(
        &TWO_YEARS.replace("2024,LAO,compounds-metals,,15,350", "2024,LAO,compounds-metals,,5,"),
        "Laos Bar Estimated @0 50 | 50.0 % | about 50 %",
    );
    bars(
        &TWO_YEARS.replace("2024,MMR,compounds-metals,,20,200", "2024,MMR,compounds-metals,,60,200"),
        "Laos Bar Computed @0 75 | 75.0 % | 75.0 %
        Laos Bar Estimated @1 50 | 50.0 % | about 50 %",
    );
}

#[test]
fn the_years_can_be_chosen() {
    let rows = format!(
        "{TWO_YEARS}
        2022,MMR,compounds-metals,,30,300,,,published,,main,normal,2023-01-20,UN,,
        2022,W00,compounds-metals,,40,,,,published,,main,normal,2023-01-20,UN,,"
    );
    check_of(
        Gap,
        &made_up(&[(File::Origins, &rows)]),
        "view=sourcing&years=2022~2024",
        &["Level", "@1", "bracket"],
        "Ink Level Published @0 40 | 40 t | 40
        Myanmar Segment Computed @1 30..40 | −10 t | −10 −33 %
        Ink Level Published @3 60 | 60 t | 60",
    );
    let none = "#  (net tonnes)\nNo published figure found in this range.";
    check(Gap, &rows, "view=sourcing&years=2021~2024", none);
    check(Gap, &rows, "view=sourcing&asof=2023-06-01", none);
    check(Gap, "", "view=sourcing", none);
}

#[test]
fn shifts_have_the_same_rows_in_every_panel() {
    let rows = format!(
        "{TWO_YEARS}
        2025,MMR,compounds-metals,,18,,,,published,,main,normal,2026-01-20,UN,,
        2025,LAO,compounds-metals,,25,,,,published,,main,normal,2026-01-20,UN,,
        2025,W00,compounds-metals,,61,,,,published,,main,normal,2026-01-20,UN,,"
    );
    check(
        Shifts,
        &rows,
        "view=sourcing",
        "# 2023 to 2024 (net tonnes; total −40)
        Myanmar Bar Computed @0 -40..0 | −40 t | −40
        Laos Bar Computed @1 10 | +10 t | +10
        Other Bar Computed @2 -10..0 | −10 t | −10
        # 2024 to 2025 (net tonnes; total +1)
        Myanmar Bar Computed @0 -2..0 | −2 t | −2
        Laos Bar Computed @1 10 | +10 t | +10
        Other Bar Computed @2 -7..0 | −7 t | −7
        # 2023 to 2025 (net tonnes; total −39)
        Myanmar Bar Computed @0 -42..0 | −42 t | −42
        Laos Bar Computed @1 20 | +20 t | +20
        Other Bar Computed @2 -17..0 | −17 t | −17",
    );
    check_of(
        Shifts,
        &made_up(&[(File::Origins, TWO_YEARS)]),
        "view=sourcing",
        &["#", "@2"],
        "# 2023 to 2024 (net tonnes; total −40)
        Laos Bar Computed @2 10 | +10 t | +10",
    );
}

/// How the tip of the rest of the world says it was computed, and a change between what.
#[test]
fn changes_say_what_they_are_computed_from() {
    let shown = shown(Gap, &made_up(&[(File::Origins, TWO_YEARS)]), "view=sourcing");
    let tips: String = shown
        .descriptions()
        .iter()
        .filter(|tip| tip.title.contains("2023 to"))
        .map(|tip| format!("{}: {}\n", tip.title, tip.details.join("; ")))
        .collect();
    same(
        &tips.replace('\u{202f}', " "),
        &dedent(
            "Myanmar, Compounds and metals, 2023 to 2024: 60 t in 2023, 20 t in 2024; 33.3 % of the world’s tonnes, computed; 60.0 % in 2023; 2023: USD 600 (CIF), USD 0.01 per kilogram; 2024: USD 200 (CIF), USD 0.01 per kilogram; without ore and monazite
            Vietnam, Compounds and metals, 2023 to 2024: 10 t in 2023, 7 t in 2024; 11.7 % of the world’s tonnes, computed; 10.0 % in 2023; 2023: USD 50 (CIF), USD 0.005 per kilogram; without ore and monazite
            Laos, Compounds and metals, 2023 to 2024: 5 t in 2023, 15 t in 2024; 25.0 % of the world’s tonnes, computed; 5.0 % in 2023; 2023: USD 50 (CIF), USD 0.01 per kilogram; 2024: USD 350 (CIF), USD 0.023 per kilogram; without ore and monazite
            Rest of the world, Compounds and metals, 2023 to 2024: 25 t in 2023, 18 t in 2024; computed: the world’s 60 t less Myanmar, Vietnam, Laos; without ore and monazite
            Net weight, 2023 to 2024: what Laos made up of Myanmar’s loss: Laos 10 t more, Myanmar 40 t less
            Dollars, 2023 to 2024: what Laos made up of Myanmar’s loss: Laos USD 300 more, Myanmar USD 400 less
            Estimated oxide content, 2023 to 2024: what Laos made up of Myanmar’s loss: Laos 10 t more, Myanmar 20 t less",
        ),
        "tips",
    );
}

/// Every share and every change can be added up again from the marks of the shipped figures.
#[test]
fn the_shipped_bridge_adds_up() {
    for years in ["", "&years=2017~2018", "&years=2019~2025", "&years=2024~2025"] {
        let figure = figure(Gap, &shipped(), &format!("view=sourcing&asof=2026-09-14{years}"));
        let marks: Vec<_> = figure.chart.panels[0].marks.iter().collect();
        let height = |mark: &&&rare_earth_trade::charts::Mark| mark.amount.map_or(0.0, |amount| amount.height());
        let is_total = |mark: &&&rare_earth_trade::charts::Mark| format!("{:?}", mark.look.shape) == "Level";
        let totals: Vec<f64> = marks.iter().filter(is_total).map(|mark| height(&mark)).collect();
        let is_step = |mark: &&&rare_earth_trade::charts::Mark| format!("{:?}", mark.what).starts_with("Shift");
        let steps: f64 = marks.iter().filter(is_step).map(|mark| height(&mark)).sum();
        assert!((totals[0] + steps - totals[1]).abs() < 1e-6, "{years}: {totals:?} {steps}");
    }
}

#[test]
fn what_the_notes_rest_on_is_listed() {
    check_listed(
        Gap,
        &shipped(),
        "view=sourcing&asof=2026-09-14",
        "World, Monazite, 2023: 47,716 t
        World, Monazite, 2025: 70,824 t
        World, Ore, 2023: 66,364 t
        World, Ore, 2025: 24,333 t",
    );
}
