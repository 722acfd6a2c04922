//! What readers are told of a chart who do not see it: computed from its marks, in one text.

use crate::common::{Shown, dedent, made_up, same, shipped, shown};
use crate::trade::plain;
use rare_earth_trade::charts::summaries;
use rare_earth_trade::data::{Dataset, File};
use rare_earth_trade::view::ChartName;
use rare_earth_trade::words::{Description, EN, SourceLine};

#[track_caller]
fn check_of(data: &Dataset, name: ChartName, query: &str, expected: &str) {
    let shown: Shown = shown(name, data, query);
    let said = plain(&shown.summary()).replace(". ", ".\n");
    let (said, keys) = said.rsplit_once("\nLeft and right").expect("the keys come last");
    assert!(keys.contains("Escape leaves"));
    same(said, dedent(expected).trim_end(), query);
}

#[track_caller]
fn check(name: ChartName, file: File, rows: &str, query: &str, expected: &str) {
    check_of(&made_up(&[(file, rows)]), name, query, expected);
}

#[test]
fn a_series_by_its_ends_its_extremes_and_what_is_missing_or_weak() {
    check(
        ChartName::Trade,
        File::Trade,
        "
        2024-01,export,1000,,,1,,normal,2024-03-14,
        2024-02,export,1500,,,1,,low,2024-03-14,
        2024-04,export,800,,,1,,normal,2024-05-14,
        2024-05,export,900,,,1,,normal,2024-06-14,",
        "view=trade",
        "Imports: No published figure found in this range.
        Exports: 4 figures.
        First: 1,000 t (January 2024).
        Last: 900 t (May 2024).
        Change from first to last: −10.0 %.
        Highest: 1,500 t (February 2024).
        Lowest: 800 t (April 2024).
        No figure found: March 2024.
        Weak, or with sources that differ: 1.",
    );
}

#[test]
fn one_figure_and_none() {
    check(
        ChartName::Trade,
        File::Trade,
        "2024-01,export,1000,,,1,,normal,2024-03-14,",
        "view=trade",
        "Imports: No published figure found in this range.
        Exports, January 2024: 1,000 t.",
    );
    check(
        ChartName::Trade,
        File::Trade,
        "2024-01,export,1000,,,1,,normal,2024-03-14,",
        "view=trade&t=2019-01..2019-12",
        "Imports: No published figure found in this range.
        Exports: No published figure found in this range.",
    );
}

#[test]
fn agencies_are_never_joined() {
    check(
        ChartName::Prices,
        File::Prices,
        "
        2025-03-03,day,PrNd oxide,china-domestic,440000,450000,,CNY,t,unknown,SMM (Shanghai Metals Market),normal,2025-03-03,
        2025-03-10,day,PrNd oxide,china-domestic,,,500000,CNY,t,unknown,SunSirs,normal,2025-03-10,
        2025-04-07,day,PrNd oxide,china-domestic,420000,445000,,CNY,t,unknown,SMM (Shanghai Metals Market),low,2025-04-07,",
        "view=prices&product=prnd-oxide",
        "PrNd oxide: 2 quotes of SMM.
        First: 440,000–450,000 CNY per tonne (3 March 2025).
        Last: 420,000–445,000 CNY per tonne (7 April 2025).
        Change from first to last: −2.8 %.
        Highest: 440,000–450,000 CNY per tonne (3 March 2025).
        Lowest: 420,000–445,000 CNY per tonne (7 April 2025).
        Weak, or with sources that differ: 1.
        Quotes of other agencies, not counted here: 1.",
    );
}

#[test]
fn the_agency_of_a_chart_is_that_of_its_summary() {
    let quote = |day: u32, agency: &str| {
        format!(
            "2025-03-{day:02},day,Dy metal,china-domestic,,,{day}000,CNY,t,unknown,{agency},normal,2025-03-{day:02},\n"
        )
    };
    // SMM is the main one where it has half as many.
    let rows = [quote(3, "SMM"), quote(4, "SunSirs"), quote(5, "SMM"), quote(6, "SunSirs"), quote(7, "SunSirs")];
    let data = made_up(&[(File::Prices, &rows.concat())]);
    let said = shown(ChartName::Prices, &data, "view=prices&product=dy-metal").summary();
    assert!(said.starts_with("Dysprosium metal: 2 quotes of SMM."), "{said}");
    assert!(!said.contains("Weak") && said.contains("Quotes of other agencies, not counted here: 3."), "{said}");
}

#[test]
fn a_series_is_named_without_a_period() {
    let check = |name: ChartName, query: &str, expected: &str| {
        let said = shown(name, &shipped(), &format!("{query}&asof=2026-02-28")).summary();
        assert!(said.contains(expected), "{}: {said}", name.name());
    };
    check(ChartName::Concentration, "view=sourcing", "Concentration, Compounds and metals: ");
    check(ChartName::Relative, "view=prices", "Dy oxide / PrNd oxide: ");
    check(ChartName::Trade, "view=trade&trade-base=2024-03&v=2", "Imports, 100 in March 2024: 17 figures");
}

#[test]
fn years_since_january_and_steps_are_said_one_by_one() {
    let data = shipped();
    check_of(
        &data,
        ChartName::Ytd,
        "view=trade&asof=2026-02-28",
        "Imports since January, 2023: 175,853 t.
        Imports since January, 2024: 132,931 t.
        Imports since January, January–September 2025: 78,898.4 t.
        Exports since January, 2023: 52,306.5 t.
        Exports since January, 2024: 55,431 t.
        Exports since January, 2025: 62,585.2 t.",
    );
    check_of(
        &data,
        ChartName::Shifts,
        "view=sourcing&asof=2026-02-28",
        "5 figures.
        Highest: Vietnam, Compounds and metals, 2023 to 2024: +20 t.
        Lowest: Myanmar, Compounds and metals, 2023 to 2024: −27,708 t.
        5 figures.
        Highest: Laos, Compounds and metals, 2024 to 2025: +5,882 t.
        Lowest: Myanmar, Compounds and metals, 2024 to 2025: −4,236 t.
        5 figures.
        Highest: Laos, Compounds and metals, 2023 to 2025: +5,321 t.
        Lowest: Myanmar, Compounds and metals, 2023 to 2025: −31,944 t.",
    );
}

/// Whatever is summed up is on the chart, and every panel has its say.
#[test]
fn every_chart_has_a_summary() {
    let data = shipped();
    for name in ChartName::ALL {
        let shown = shown(*name, &data, &format!("view={}&v=2", name.page().name()));
        assert!(summaries(&shown.figure, &data).len() >= shown.figure.chart.panels.len(), "{name:?}");
        let said = shown.summary();
        assert!((60..4_000).contains(&said.len()), "{name:?}: {} letters: {said}", said.len());
        assert!(!said.contains("..") && !said.contains(": ."), "{name:?}: {said}");
    }
}

#[test]
fn what_is_pointed_at_is_one_text() {
    let said = Description {
        title: "Exports, March 2025".to_owned(),
        value: "5,666.3 t".to_owned(),
        details: vec!["+20.3 % on a year before".to_owned()],
        sources: vec![SourceLine { text: "Customs".to_owned(), url: Some("https://a.b/".to_owned()) }],
    };
    assert_eq!(EN.spoken(&[]), "");
    assert_eq!(EN.spoken(&[said]), "Exports, March 2025: 5,666.3 t. +20.3 % on a year before. Customs");
}
