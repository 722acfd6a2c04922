//! The small charts of the article: what they found at the borders of each rule, what they draw, and what they say of the
//! shipped figures.

mod drawn;

use crate::common::{csv, dedent, shipped, shown};
use drawn::check_drawn;
use rare_earth_trade::data::{Dataset, File, FileError};
use rare_earth_trade::view::ChartName::{
    self, Additions, Capacity, Costs, Newcomers, OxidePrices, Quarters, Shares, Volumes,
};
use rare_earth_trade::view::Page;

/// Figures of the article as `id,value,value_high,unit,status,period,statement`, and rows of the other files.
fn figures(article: &str, others: &[(File, &str)]) -> Dataset {
    let columns = "id,value,value_high,unit,status,period,statement";
    let rest = "subject,checked,from,to,product,known_from,source,source_url";
    let rows = dedent(article).replace('\n', ",a,,,,,2025-04-21,A,https://a.cn/\n");
    let data = Dataset::read(|file| {
        let rows_of = others.iter().find(|(name, _)| *name == file).map_or("", |(_, rows)| rows);
        let text = if file == File::Article { format!("{columns},{rest}\n{rows}") } else { csv(file, rows_of) };
        Ok::<_, FileError>(text.into_bytes())
    });
    assert_eq!(data.row_issues().len(), 0, "{:?}", data.row_issues());
    data
}

/// The title of a chart, with a number and its unit as usual blanks.
fn title(chart: ChartName, data: &Dataset, query: &str) -> String {
    shown(chart, data, query).caption().title.replace('\u{202f}', " ")
}

#[track_caller]
fn check(chart: ChartName, article: &str, expected: &str) {
    check_of(chart, article, &[], "", expected);
}

#[track_caller]
fn check_of(chart: ChartName, article: &str, others: &[(File, &str)], choice: &str, expected: &str) {
    let query = format!("view=article{choice}");
    assert_eq!(title(chart, &figures(article, others), &query), expected, "{article}{others:?}");
}

#[test]
fn what_the_shipped_figures_say() {
    let today = "view=article&asof=2026-11-26";
    let check = |chart, expected: &str| assert_eq!(title(chart, &shipped(), today), expected);
    check(Quarters, "Exports rose 5.1 %, imports fell 30.9 % in the first quarter of 2025");
    check(Additions, "Praseodymium in magnets nearly halved, dysprosium fell 28 %, the article says");
    check(Capacity, "Small magnet makers use 65 % of capacity, down from 85 %, the article says");
    check(
        Shares,
        "Over 85 % of refining capacity is in China, two groups may hold over 40 % of the market, the article says",
    );
    check(Costs, "MagNex costs a fifth of NdFeB, the Ho\u{2011}Dy magnet 18 % less, the article says");
    check(
        Volumes,
        "35,000 t of light rare earths replaced, the article says; its 12 % would mean a demand of 276,000 to 309,000 t",
    );
    check(OxidePrices, "Kangankunde plans 2.92 USD/kg; oxides quoted since 30 January 2026 stood at 112 to 1,168");
    check(Newcomers, "Laos sent 55 % more in 2025 than in 2024, the United States 57 % less ore");
}

/// The article is of 21 April 2025: the day before none of its figures was public.
#[test]
fn before_the_article_its_charts_are_empty() {
    for chart in ChartName::ALL.iter().filter(|chart| chart.page() == Page::Article) {
        let shown = shown(*chart, &shipped(), "view=article&asof=2025-04-20");
        let others = matches!(chart, OxidePrices | Newcomers);
        assert_eq!(shown.figure.chart.marks().any(|mark| mark.amount.is_some()), others, "{}", chart.name());
        assert!(!shown.caption().title.contains("article m"), "{}", shown.caption().title);
    }
}

#[test]
fn a_fall_is_more_than_rounding() {
    let pair = |before: &str, after: &str| {
        format!("pr-ratio-before,{before},,%,reported,before,a\npr-ratio-after,{after},,%,reported,after,a")
    };
    let neutral = "Praseodymium and dysprosium in magnets, before and after";
    let check = |before: &str, after: &str, expected: &str| check(Additions, &pair(before, after), expected);
    check("2.8", "1.5", "Praseodymium in magnets nearly halved, the article says");
    // By its rounding it may be half, or more than half.
    check("2.8", "1.4", "Praseodymium in magnets fell 50 %, the article says");
    check("2.8", "1.7", "Praseodymium in magnets fell 39 %, the article says");
    check("2.8", "2.7", neutral);
    check("2.8", "2.6", "Praseodymium in magnets fell 7 %, the article says");
    check("2.8", "2.8", neutral);
    check("1.5", "2.8", neutral);
    check("0", "0", neutral);
    check("0", "-1", neutral);
}

#[test]
fn capacity_fell_by_more_than_a_point_beyond_rounding() {
    let pair = |before: &str, after: &str| {
        format!("utilisation-before,{before},,%,reported,before,a\nutilisation-after,{after},,%,reported,after,a")
    };
    let neutral = "Capacity that small magnet makers use, before and after";
    let check = |before: &str, after: &str, expected: &str| check(Capacity, &pair(before, after), expected);
    check("85", "65", "Small magnet makers use 65 % of capacity, down from 85 %, the article says");
    check("85", "83", neutral);
    check("85", "82", "Small magnet makers use 82 % of capacity, down from 85 %, the article says");
    check("65", "85", neutral);
}

#[test]
fn what_is_not_outside_is_inside_where_the_figure_is_a_bound() {
    let neutral = "Shares that the article names";
    let outside = |value: &str, statement: &str| format!("non-chinese-refining,{value},,%,estimate,2025,{statement}");
    let check = |article: &str, expected: &str| check(Shares, article, expected);
    check(&outside("15", "Capacity (below)"), "Over 85 % of refining capacity is in China, the article says");
    check(&outside("15", "Capacity"), neutral);
    check(&outside("15", "Capacity (above)"), neutral);
    check(&outside("50", "Capacity (below)"), neutral);
    let two = "top-two-share,40,,%,forecast,2025,a (above)";
    check(two, neutral);
    check(
        &[&*outside("15", "Capacity (below)"), two].join("\n"),
        "Over 85 % of refining capacity is in China, two groups may hold over 40 % of the market, the article says",
    );
    // Neither a figure that is no bound, nor one that is reported.
    for other in ["top-two-share,40,,%,forecast,2025,a", "top-two-share,40,,%,reported,2025,a (above)"] {
        let article = [&*outside("15", "Capacity (below)"), other].join("\n");
        check(&article, "Over 85 % of refining capacity is in China, the article says");
    }
}

#[test]
fn a_cost_is_below_what_it_stands_against() {
    let neutral = "Costs of two magnets beside those that they stand against";
    let check = |article: &str, expected: &str| check(Costs, article, expected);
    check("magnex-cost,0.2,,ratio,reported,,a", "MagNex costs a fifth of NdFeB, the article says");
    check("magnex-cost,0.4,,ratio,reported,,a", "MagNex costs 40 % of NdFeB, the article says");
    check("magnex-cost,0.99,,ratio,reported,,a", neutral);
    check("magnex-cost,1.2,,ratio,reported,,a", neutral);
    // Another unit is another figure.
    check("magnex-cost,20,,%,reported,,a", neutral);
    // A range and a bound are no number.
    check("magnex-cost,0.2,0.3,ratio,reported,,a", neutral);
    check("magnex-cost,0.2,,ratio,reported,,a (above)", neutral);
    check("ho-dy-cost,-18,,%,reported,,a", "The Ho\u{2011}Dy magnet costs 18 % less, the article says");
    check("ho-dy-cost,-1,,%,reported,,a", neutral);
    check("ho-dy-cost,18,,%,reported,,a", neutral);
}

#[test]
fn a_mass_and_its_share_imply_a_demand() {
    let neutral = "Volumes that the article names";
    let check = |article: &str, expected: &str| check(Volumes, article, expected);
    let mass = "pr-replaced,35000,,t,estimate,2025,a\n";
    check(
        &format!("{mass}pr-replaced-share,12,,%,estimate,2025,a"),
        "35,000 t of light rare earths replaced, the article says; its 12 % would mean a demand of 276,000 to 309,000 t",
    );
    // Both ends of a range count; of what is only under or over a figure nothing is said.
    check(
        "pr-replaced,30000,40000,t,estimate,2025,a\npr-replaced-share,12,,%,estimate,2025,a",
        "30,000–40,000 t of light rare earths replaced, the article says; its 12 % would mean a demand of 200,000 to 391,000 t",
    );
    check("pr-replaced,35000,,t,estimate,2025,a (above)\npr-replaced-share,12,,%,estimate,2025,a", neutral);
    check("pr-replaced,35000,,t,estimate,2025,a\npr-replaced-share,12,,%,estimate,2025,a (below)", neutral);
    check(mass, neutral);
    check(&format!("{mass}pr-replaced-share,0,,%,estimate,2025,a"), neutral);
    check("pr-replaced,0,,t,estimate,2025,a\npr-replaced-share,12,,%,estimate,2025,a", neutral);
}

const QUARTER: &str = "import-quarter,24679,,t,reported,2025-Q1,Imports";

#[test]
fn the_article_names_the_quarter() {
    let trade = (
        File::Trade,
        "2024-01/02,export,8774,,,1,,normal,2024-03-14,
         2024-03,export,4709.5,,,1,,normal,2024-04-14,
         2025-Q1,export,14177.6,,,1,,normal,2025-04-14,
         2025-Q1,import,24679,,-30.9,1,,normal,2025-04-14,",
    );
    check_of(Quarters, QUARTER, &[trade], "", "Exports rose 5.1 %, imports fell 30.9 % in the first quarter of 2025");
    check_of(Quarters, "", &[trade], "", "Exports and imports in the article’s quarter and a year before");
    // A sum of published parts is solid; a quarter that follows from a printed change is worked out.
    check_drawn(
        Quarters,
        QUARTER,
        &[trade],
        "# Exports (tonnes a quarter)
Export Bar Computed 13483.5 | 13,483.5 t | 13,484
Export Bar Published 14177.6 | 14,177.6 t | 14,178
# Imports (tonnes a quarter)
Import Bar Deduced 35714.93 | 35,688.3 to 35,741.5 t | about 35,700
Import Bar Published 24679 | 24,679 t | 24,679
",
    );
}

#[test]
fn a_weak_row_or_a_small_change_is_not_said_to_rise() {
    let neutral = "Exports and imports in the article’s quarter and a year before";
    let check = |rows: &str, expected: &str| check_of(Quarters, QUARTER, &[(File::Trade, rows)], "", expected);
    check("2025-Q1,import,24679,,-30.9,1,,low,2025-04-14,", neutral);
    check("2025-Q1,import,24679,,-1,1,,normal,2025-04-14,", "Imports changed little in the first quarter of 2025");
    check("2025-Q1,import,24679,,1.1,1,,normal,2025-04-14,", "Imports rose 1.1 % in the first quarter of 2025");
    check("", neutral);
}

#[test]
fn both_origins_changed_in_the_same_year() {
    let neutral = "Imports from Laos, and ore from the United States";
    let row = |year: i32, partner: &str, basket: &str, tonnes: &str, confidence: &str| {
        format!("{year},{partner},{basket},,{tonnes},,,,published,,main,{confidence},{}-01-20,UN,,\n", year + 1)
    };
    let check = |rows: String, expected: &str| check_of(Newcomers, "", &[(File::Origins, &rows)], "", expected);
    let laos = |before: &str, now: &str| {
        row(2024, "LAO", "compounds-metals", before, "normal") + &row(2025, "LAO", "compounds-metals", now, "normal")
    };
    let usa = |year: i32, before: &str, now: &str, confidence: &str| {
        row(year - 1, "USA", "ore", before, "normal") + &row(year, "USA", "ore", now, confidence)
    };
    check(
        laos("100", "155") + &usa(2025, "100", "43", "normal"),
        "Laos sent 55 % more in 2025 than in 2024, the United States 57 % less ore",
    );
    check(laos("100", "101") + &usa(2025, "100", "43", "normal"), neutral);
    check(laos("100", "155") + &usa(2025, "100", "99", "normal"), neutral);
    check(laos("100", "155") + &usa(2024, "100", "43", "normal"), neutral);
    check(laos("100", "155") + &usa(2025, "100", "43", "low"), neutral);
    check(laos("0", "155") + &usa(2025, "100", "43", "normal"), neutral);
    check(laos("100", "155"), neutral);
}
