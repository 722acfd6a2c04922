//! The index inside China, and prices outside.

use crate::common::{dedent, made_up, same, shipped, shown};
use rare_earth_trade::charts::mark::Role;
use rare_earth_trade::data::File;
use rare_earth_trade::view::ChartName;

/// A quote of PrNd oxide as a row.
pub fn quote(day: &str, price: f64, agency: &str, confidence: &str) -> String {
    format!("{day},day,PrNd oxide,china-domestic,,,{price},CNY,t,unknown,{agency},{confidence},{day},\n")
}

#[track_caller]
fn check(rows: &[String], query: &str, expected: &str) {
    let shown = shown(ChartName::Index, &made_up(&[(File::Prices, &rows.concat())]), query).dump();
    same(&shown, &dedent(expected), query);
}

#[test]
fn a_hundred_is_the_last_quote_up_to_the_base_day() {
    let rows = [
        quote("2025-03-25", 80.0, "SMM", "normal"),
        quote("2025-03-26", 90.0, "SMM", "low"),
        quote("2025-04-21", 100.0, "SMM", "normal"),
        quote("2025-04-22", 110.0, "SMM", "normal"),
        quote("2025-04-22", 999.0, "Argus", "normal"),
        quote("2025-04-23", 999.0, "SMM", "normal").replace("china-domestic", "china-listing"),
        quote("2025-06-07", 120.0, "SMM", "normal"),
    ];
    check(
        &rows,
        "view=prices",
        "# Inside China (SMM; 100 on 21 April 2025)
        Praseodymium Point Computed 2025-03-25 80 | 80.0
        Praseodymium Point Computed 2025-03-26 90 doubt | 90.0
        Praseodymium Point Computed 2025-04-21 100 | 100.0
        Praseodymium Point Computed 2025-04-22 110 | 110.0
        Praseodymium Point Computed 2025-06-07 120 | 120.0 | PrNd oxide 120 7 Jun 2025
        guide Praseodymium Line 2025-03-25 80, 2025-03-26 90, 2025-04-21 100, 2025-04-22 110
        day 2025-04-21 21 April 2025: the article",
    );
    // A weak quote is no base.
    check(
        &rows,
        "view=prices&base=controls&t=2025-04..2025-04",
        "# Inside China (SMM; 100 on 25 March 2025)
        Praseodymium Point Computed 2025-04-21 125 | 125.0
        Praseodymium Point Computed 2025-04-22 137.5 | 137.5 | PrNd oxide 138 22 Apr 2025
        guide Praseodymium Line 2025-04-21 125, 2025-04-22 137.5
        day 2025-04-21 21 April 2025: the article",
    );
    let data = made_up(&[(File::Prices, &rows.concat())]);
    let shown = shown(ChartName::Index, &data, "view=prices");
    let (_, last) = shown.described().pop().unwrap();
    assert_eq!(last.details[0], "100 on 21 April 2025: 100 CNY per tonne");
    assert_eq!(last.sources.len(), 2, "the quote and its base");
}

#[test]
fn without_a_quote_near_the_base_day_there_is_no_line() {
    let far = "# Inside China (SMM)\nThe index’s agency has no quote for 21 April 2025, which was to be 100.";
    check(&[quote("2025-03-06", 80.0, "SMM", "normal")], "view=prices", far);
    check(&[quote("2025-04-22", 80.0, "SMM", "normal")], "view=prices", far);
    check(
        &[quote("2025-03-07", 80.0, "SMM", "normal")],
        "view=prices",
        "# Inside China (SMM; 100 on 7 March 2025)
        Praseodymium Point Computed 2025-03-07 100 | 100.0 | PrNd oxide 100 7 Mar 2025",
    );
    check(&[], "view=prices", "# Inside China\nNo published figure found in this range.");
}

#[test]
fn a_base_month_has_a_quote_of_its_own() {
    let rows = [
        quote("2025-03-07", 80.0, "SMM", "normal"),
        quote("2025-03-25", 100.0, "SMM", "normal"),
        quote("2025-03-26", 90.0, "SMM", "low"),
        quote("2025-05-02", 120.0, "SMM", "normal"),
    ];
    check(
        &rows,
        "view=prices&base=2025-03",
        "# Inside China (SMM; 100 on 25 March 2025)
        Praseodymium Point Computed 2025-03-07 80 | 80.0
        Praseodymium Point Computed 2025-03-25 100 | 100.0
        Praseodymium Point Computed 2025-03-26 90 doubt | 90.0
        Praseodymium Point Computed 2025-05-02 120 | 120.0 | PrNd oxide 120 2 May 2025
        guide Praseodymium Line 2025-03-07 80, 2025-03-25 100, 2025-03-26 90, 2025-05-02 120
        day 2025-04-21 21 April 2025: the article",
    );
    // The month between has none, and no other stands in for it.
    let none = "# Inside China (SMM)\nThe index’s agency has no quote for April 2025, which was to be 100.";
    check(&rows, "view=prices&base=2025-04", none);
    let data = made_up(&[(File::Prices, &rows.concat())]);
    let notes = |query: &str| {
        let notes = shown(ChartName::Index, &data, query).caption().notes;
        notes.into_iter().filter(|note| note.starts_with("No line")).collect::<String>()
    };
    let without = "the index’s agency has no quote of it in";
    let rest = "and no other quote stands in for one.";
    assert_eq!(
        notes("view=prices&base=2025-03"),
        format!("No line of dysprosium oxide, terbium oxide: {without} March 2025, {rest}")
    );
    assert_eq!(
        notes("view=prices&base=2025-04"),
        format!("No line of PrNd oxide, dysprosium oxide, terbium oxide: {without} April 2025, {rest}")
    );
    assert_eq!(notes("view=prices"), "");
    let subtitle = shown(ChartName::Index, &data, "view=prices&base=2025-03").caption().subtitle;
    assert_eq!(subtitle, "Price index of oxides, 100 at SMM’s last quote of March 2025; mids of quotes inside China");
}

/// The label at a line's end.
#[track_caller]
fn check_label(rows: &[String], expected: &str) {
    let all =
        [&[quote("2025-04-17", 100.0, "SMM", "normal"), quote("2026-02-05", 176.0, "SMM", "normal")], rows].concat();
    let shown = shown(ChartName::Index, &made_up(&[(File::Prices, &all.concat())]), "view=prices").dump();
    let label = shown.lines().find_map(|line| Some(line.split_once(" | ")?.1.split_once(" | ")?.1));
    same(label.unwrap_or_default(), expected, &rows.concat());
}

#[test]
fn a_weak_quote_is_in_the_label_where_a_later_one_bears_it_out() {
    let weak = || quote("2026-02-12", 200.0, "SMM", "low");
    let plain = "PrNd oxide 176 5 Feb 2026";
    let both = "PrNd oxide 176 5 Feb 2026; 200 on 12 Feb 2026, second-hand";
    check_label(&[weak()], plain);
    check_label(&[weak(), quote("2026-02-12", 210.0, "Reuters", "normal")], both);
    check_label(&[weak(), quote("2026-02-26", 190.0, "Reuters", "normal")], both);
    // Too late, too early, too far, weak itself, or of the same house.
    check_label(&[weak(), quote("2026-02-27", 200.0, "Reuters", "normal")], plain);
    check_label(&[weak(), quote("2026-02-11", 200.0, "Reuters", "normal")], plain);
    check_label(&[weak(), quote("2026-02-12", 210.1, "Reuters", "normal")], plain);
    check_label(&[weak(), quote("2026-02-12", 200.0, "Reuters", "low")], plain);
    check_label(&[weak(), quote("2026-02-13", 200.0, "SMM (by another page)", "normal")], plain);
}

#[test]
fn outside_china_a_market_and_a_product_have_a_panel_of_their_own() {
    let shown = shown(ChartName::Outside, &shipped(), "view=prices&asof=2026-09-30");
    let dump = shown.dump();
    let panels: Vec<&str> = dump.lines().filter(|line| line.starts_with("# ")).collect();
    assert_eq!(
        panels,
        [
            "# Praseodymium oxide, FOB China (USD per kilogram; grey: KOMIS, a weak source)",
            "# Dysprosium oxide, FOB China (USD per kilogram; grey: KOMIS, a weak source)",
            "# Terbium oxide, FOB China (USD per kilogram; grey: KOMIS, a weak source)",
            "# Dysprosium oxide, Europe (USD per kilogram)",
            "# Terbium oxide, Europe (USD per kilogram)",
        ]
    );
    for (mark, said) in shown.described() {
        let komis = said.sources[0].text.starts_with("KOMIS");
        assert_eq!(mark.look.role == Role::Other, komis, "{said:?}");
        assert!(!komis || mark.look.doubt, "{said:?}");
    }
    // In Europe nothing is joined; a line of KOMIS joins nothing else.
    for panel in &shown.figure.chart.panels[3..] {
        assert_eq!(panel.guides, []);
    }
}

#[test]
fn one_quote_has_no_panel_outside() {
    let fob = |day: &str| format!("{day},day,Dy oxide,fob-china,,,60,USD,kg,unknown,Argus,normal,{day},\n");
    let check = |rows: &str, expected: &str| {
        let dump = shown(ChartName::Outside, &made_up(&[(File::Prices, rows)]), "view=prices").dump();
        let lines: String =
            dump.lines().filter(|line| !line.contains(" Published ")).map(|line| format!("{line}\n")).collect();
        same(&lines, &dedent(expected), rows);
    };
    let two = [fob("2025-03-03"), fob("2025-03-04")].concat();
    let nothing = "#  (USD per kilogram)\nNo published figure found in this range.";
    check(&fob("2025-03-03"), nothing);
    let panel = "# Dysprosium oxide, FOB China (USD per kilogram)\ncorner 60";
    check(&two, &format!("{panel}\nguide Dysprosium Thin 2025-03-03 60, 2025-03-04 60"));
    // Quotes in yuan are not converted.
    check(&two.replace("USD", "CNY"), nothing);
}
