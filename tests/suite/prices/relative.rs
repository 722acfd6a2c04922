//! One price over another: which quotes are divided, and what the chart finds.

use super::index::quote;
use crate::common::{dedent, made_up, same, shown};
use rare_earth_trade::data::{Dataset, File};
use rare_earth_trade::view::ChartName::Relative;

/// A quote of dysprosium oxide as a row.
fn dy(day: &str, price: f64, agency: &str, confidence: &str) -> String {
    quote(day, price, agency, confidence).replace("PrNd oxide", "Dy oxide")
}

fn data(rows: &[String]) -> Dataset {
    made_up(&[(File::Prices, &rows.concat())])
}

#[track_caller]
fn check(rows: &[String], expected: &str) {
    same(&shown(Relative, &data(rows), "view=prices").dump(), &dedent(expected), &rows.concat());
}

#[track_caller]
fn check_title(rows: &[String], query: &str, expected: &str) {
    let title = shown(Relative, &data(rows), query).caption().title;
    same(&title.replace('\u{202f}', " "), expected, &rows.concat());
}

/// Both products by SMM on these days.
fn both(points: &[(&str, f64, f64)]) -> Vec<String> {
    points
        .iter()
        .flat_map(|(day, above, below)| [dy(day, *above, "SMM", "normal"), quote(day, *below, "SMM", "normal")])
        .collect()
}

const NEUTRAL: &str = "Dysprosium against praseodymium: one price over the other";

#[test]
fn only_quotes_of_one_agency_market_and_day_are_divided() {
    let mut rows = both(&[("2025-03-25", 400.0, 100.0), ("2025-04-02", 300.0, 200.0)]);
    rows.extend([
        // Another day, another agency, another market, another tax.
        dy("2025-03-26", 400.0, "SMM", "normal"),
        quote("2025-03-27", 100.0, "SMM", "normal"),
        dy("2025-03-28", 400.0, "SMM", "normal"),
        quote("2025-03-28", 100.0, "Argus", "normal"),
        dy("2025-03-29", 400.0, "SMM", "normal").replace("china-domestic", "china-listing"),
        quote("2025-03-29", 100.0, "SMM", "normal"),
        dy("2025-03-30", 400.0, "SMM", "normal").replace("unknown", "excl"),
        quote("2025-03-30", 100.0, "SMM", "normal"),
        // Another agency of the same day, and one that is weak.
        dy("2025-04-02", 500.0, "SunSirs", "normal"),
        quote("2025-04-02", 100.0, "SunSirs", "normal"),
        dy("2025-04-03", 100.0, "SMM", "normal"),
        quote("2025-04-03", 100.0, "SMM", "low"),
    ]);
    check(
        &rows,
        "# Dy oxide / PrNd oxide, Inside China (times)
        Dysprosium Point Computed 2025-03-25 4 | 4.00 times | 25 Mar 2025: 4.0
        Dysprosium Point Computed 2025-04-02 1.5 | 1.50 times | 2 Apr 2025: 1.5
        Dysprosium Point Computed 2025-04-02 5 doubt | 5.00 times
        Dysprosium Point Computed 2025-04-03 1 doubt | 1.00 times
        guide Dysprosium Line 2025-03-25 4, 2025-04-02 1.5, 2025-04-03 1
        day 2025-04-21 21 April 2025: the article",
    );
    let (_, first) = shown(Relative, &data(&rows), "view=prices").described().remove(0);
    assert_eq!(first.title, "Dy oxide / PrNd oxide, 25 March 2025");
    assert_eq!(first.value, "4.00 times");
    assert_eq!(first.details, ["400 CNY per tonne", "100 CNY per tonne"]);
}

#[test]
fn one_point_shows_no_course_and_nothing_is_carried_over() {
    let nothing = "#  (times)\nNo published figure found in this range.";
    check(&both(&[("2025-03-25", 400.0, 100.0)]), nothing);
    // Too far apart to be joined; of two agencies.
    check(&both(&[("2025-03-25", 400.0, 100.0), ("2025-05-10", 400.0, 100.0)]), nothing);
    let two_agencies = [
        both(&[("2025-03-25", 400.0, 100.0)]),
        vec![dy("2025-03-26", 400.0, "SunSirs", "normal"), quote("2025-03-26", 100.0, "SunSirs", "normal")],
    ];
    check(&two_agencies.concat(), nothing);
    check(&[], nothing);
    check(&[dy("2025-03-25", 400.0, "SMM", "normal"), quote("2025-03-26", 100.0, "SMM", "normal")], nothing);
}

/// An agency whose quotes of the lower product are weak is neither claimed nor drawn full, however many there are.
#[test]
fn panel_and_title_follow_the_same_agency() {
    let of = |agency: &str, weak: &str, days: &[&str]| -> Vec<String> {
        let both = |day: &&str| [dy(day, 300.0, agency, "normal"), quote(day, 100.0, agency, weak)];
        days.iter().flat_map(both).collect()
    };
    let mut rows = of("SunSirs", "low", &["2025-03-03", "2025-03-04", "2025-03-05"]);
    rows.extend(of("Argus", "normal", &["2025-03-10", "2025-03-11"]));
    check(
        &rows,
        "# Dy oxide / PrNd oxide, Inside China (times)
        Dysprosium Point Computed 2025-03-03 3 doubt | 3.00 times
        Dysprosium Point Computed 2025-03-04 3 doubt | 3.00 times
        Dysprosium Point Computed 2025-03-05 3 doubt | 3.00 times
        Dysprosium Point Computed 2025-03-10 3 | 3.00 times | 10 Mar 2025: 3.0
        Dysprosium Point Computed 2025-03-11 3 | 3.00 times | 11 Mar 2025: 3.0
        guide Dysprosium Line 2025-03-03 3, 2025-03-04 3, 2025-03-05 3
        guide Dysprosium Line 2025-03-10 3, 2025-03-11 3",
    );
}

#[test]
fn what_it_found_holds_beyond_rounding_and_rests_on_no_weak_quote() {
    let to = |above: f64| both(&[("2025-03-25", 400.0, 100.0), ("2025-05-05", above, 100.0)]);
    let all = "view=prices";
    check_title(
        &to(200.0),
        all,
        "Dysprosium oxide fell from 4.0 times the price of PrNd oxide in March 2025 to 2.0 in May 2025",
    );
    check_title(
        &to(500.0),
        all,
        "Dysprosium oxide rose from 4.0 times the price of PrNd oxide in March 2025 to 5.0 in May 2025",
    );
    check_title(
        &to(50.0),
        all,
        "Dysprosium oxide fell from 4.0 times the price of PrNd oxide in March 2025 to 0.5 in May 2025",
    );
    // In one month days are said.
    check_title(
        &both(&[("2025-03-05", 400.0, 100.0), ("2025-03-25", 200.0, 100.0)]),
        all,
        "Dysprosium oxide fell from 4.0 times the price of PrNd oxide on 5 March 2025 to 2.0 on 25 March 2025",
    );
    // Two of one day are rivals.
    let rivals = [both(&[("2025-03-05", 400.0, 100.0)]), vec![dy("2025-03-05", 200.0, "SMM", "normal")]];
    check_title(&rivals.concat(), all, NEUTRAL);
    // The same, one per cent, and more than that which one decimal does not show.
    check_title(&to(400.0), all, NEUTRAL);
    check_title(&to(404.0), all, NEUTRAL);
    check_title(&to(404.1), all, NEUTRAL);
    check_title(&to(404.9), all, NEUTRAL);
    check_title(
        &to(405.1),
        all,
        "Dysprosium oxide rose from 4.0 times the price of PrNd oxide in March 2025 to 4.1 in May 2025",
    );
    // One quote, none, and a weak one at an end.
    check_title(&both(&[("2025-03-25", 400.0, 100.0)]), all, NEUTRAL);
    check_title(&[], all, NEUTRAL);
    let weak = [to(200.0), vec![dy("2025-07-01", 100.0, "SMM", "low"), quote("2025-07-01", 100.0, "SMM", "normal")]];
    check_title(
        &weak.concat(),
        all,
        "Dysprosium oxide fell from 4.0 times the price of PrNd oxide in March 2025 to 2.0 in May 2025",
    );
    let weak = [to(200.0), vec![dy("2025-07-01", 100.0, "SMM", "normal"), quote("2025-07-01", 100.0, "SMM", "low")]];
    check_title(
        &weak.concat(),
        all,
        "Dysprosium oxide fell from 4.0 times the price of PrNd oxide in March 2025 to 2.0 in May 2025",
    );
    // Of the months that are shown, and on an earlier day.
    let three = both(&[("2025-02-20", 100.0, 100.0), ("2025-03-25", 400.0, 100.0), ("2025-05-05", 200.0, 100.0)]);
    check_title(
        &three,
        "view=prices&t=2025-03..latest",
        "Dysprosium oxide fell from 4.0 times the price of PrNd oxide in March 2025 to 2.0 in May 2025",
    );
    check_title(
        &three,
        "view=prices&asof=2025-04-21",
        "Dysprosium oxide rose from 1.0 times the price of PrNd oxide in February 2025 to 4.0 in March 2025",
    );
}
