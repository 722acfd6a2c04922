//! What stands in a panel beside its quotes: boxes, the corner, tips, and which marks are open.

use crate::common::{made_up, same, shipped, shown};
use rare_earth_trade::data::File;
use rare_earth_trade::view::ChartName;
use rare_earth_trade::words::EN;

#[test]
fn a_month_has_a_box_from_four_quotes_over_three_weeks() {
    let quote = |day: &str, agency: &str, confidence: &str| {
        format!(
            "2025-03-{day},day,PrNd oxide,china-domestic,400,500,,CNY,t,unknown,{agency},{confidence},2025-03-{day},"
        )
    };
    let smm = |days: &[&str]| days.iter().map(|day| quote(day, "SMM", "normal")).collect::<Vec<_>>().join("\n");
    let boxes = |rows: &str, expected: &str| {
        let shown =
            shown(ChartName::Prices, &made_up(&[(File::Prices, rows)]), "view=prices&product=prnd-oxide").dump();
        same(&shown.lines().filter(|line| line.contains(" Box ")).collect::<String>(), expected, rows);
    };
    let drawn = "Praseodymium Box Computed 2025-03-03..2025-03-24 400..500 | 400–500 CNY per tonne";
    boxes(&smm(&["03", "10", "17", "24"]), drawn);
    boxes(&smm(&["03", "10", "24"]), "");
    boxes(&smm(&["03", "10", "17", "23"]), "");
    // Neither a weak quote counts, nor one of another agency, nor one of the next month.
    boxes(&[smm(&["03", "10", "24"]), quote("17", "SMM", "low")].join("\n"), "");
    boxes(&[smm(&["03", "10", "24"]), quote("17", "Argus", "normal")].join("\n"), "");
    boxes(&[smm(&["03", "10", "17"]), quote("24", "SMM", "normal").replace("2025-03-24", "2025-04-01")].join("\n"), "");
    let lower = quote("17", "SMM", "normal").replace(",400,500,", ",390,510,");
    boxes(&[smm(&["03", "10", "24"]), lower].join("\n"), &drawn.replace("400..500 | 400–500", "390..510 | 390–510"));
}

/// The corner's words, and which quotes are open.
#[track_caller]
fn check_corner(rows: &str, expected: &str) {
    let shown = shown(ChartName::Prices, &made_up(&[(File::Prices, rows)]), "view=prices&product=dy-oxide");
    let corner = shown.figure.chart.panels[0].corner.as_ref().map(|corner| {
        let (price, below) = EN.corner(&corner.newest);
        let elsewhere = corner.elsewhere.as_ref().map(|quote| EN.corner_elsewhere(quote));
        [price, below[0].join(" "), elsewhere.unwrap_or_default()].join(" | ")
    });
    let open = shown.figure.chart.marks().filter(|mark| mark.look.doubt).count();
    same(&format!("{}; {open} open", corner.unwrap_or_default()), expected, rows);
}

#[test]
fn the_corner_has_the_main_agencys_newest_and_a_newer_one_of_another() {
    let quote = |day: &str, price: u32, agency: &str, confidence: &str| {
        format!("{day},day,Dy oxide,china-domestic,,,{price},CNY,t,unknown,{agency},{confidence},{day},\n")
    };
    let smm = quote("2025-03-03", 1000, "SMM", "normal");
    check_corner(&smm, "1 | SMM, 3 Mar 2025; without VAT 0.88 | ; 0 open");
    let older = quote("2025-03-02", 2000, "Argus", "normal");
    check_corner(&[&*smm, &older].concat(), "1 | SMM, 3 Mar 2025; without VAT 0.88 | ; 1 open");
    let newer = quote("2025-03-04", 3000, "SunSirs (100ppi)", "normal");
    check_corner(
        &[&*smm, &newer].concat(),
        "1 | SMM, 3 Mar 2025; without VAT 0.88 | newest by others: 3, SunSirs, 4 Mar 2025; 1 open",
    );
    let weak = quote("2025-03-05", 4000, "Argus", "low");
    let second_hand =
        "1 | SMM, 3 Mar 2025; without VAT 0.88 | newest by others: 4, Argus, 5 Mar 2025, second-hand; 2 open";
    check_corner(&[&*smm, &newer, &weak].concat(), second_hand);
    check_corner(
        &[&*smm, &quote("2025-03-06", 5000, "SMM", "low")].concat(),
        "1 | SMM, 3 Mar 2025; without VAT 0.88 | ; 1 open",
    );
    check_corner(&weak, "4 | Argus, 5 Mar 2025, second-hand; without VAT 3.54 | ; 1 open");
    // SMM is the main agency where it has at least half as many quotes as the agency with most.
    let argus: String =
        ["2025-01-01", "2025-01-02", "2025-01-03"].map(|day| quote(day, 9000, "Argus", "normal")).concat();
    check_corner(
        &[&*smm, &argus].concat(),
        "9 | Argus, 3 Jan 2025; without VAT 7.96 | newest by others: 1, SMM, 3 Mar 2025; 1 open",
    );
    let twice = quote("2025-03-01", 1000, "SMM", "normal");
    check_corner(&[&*smm, &twice, &argus].concat(), "1 | SMM, 3 Mar 2025; without VAT 0.88 | ; 3 open");
}

#[test]
fn a_tip_has_the_other_unit_the_mid_and_the_price_without_tax() {
    let check = |mid: &str, query: &str, expected: &str| {
        let rows =
            format!("2025-03-03,day,Dy oxide,china-domestic,113000,226000,{mid},CNY,t,unknown,SMM,normal,2025-03-03,");
        let described = shown(ChartName::Prices, &made_up(&[(File::Prices, &rows)]), query).descriptions();
        same(&described[0].details.join("; ").replace('\u{202f}', " "), expected, query);
    };
    check(
        "",
        "view=prices&product=dy-oxide",
        "113–226 CNY per kilogram; without VAT 100,000–200,000 CNY per tonne, 13 % taken off; mid 169,500, computed; \
         China, domestic; VAT assumed to be included",
    );
    let taken_off = |mid: &str| {
        format!(
            "100–200 CNY per kilogram; computed: 13 % VAT taken off, assumed to be included; mid {mid}, computed; \
             China, domestic"
        )
    };
    check("", "view=prices&product=dy-oxide&vat=excl", &taken_off("150,000"));
    // A printed mid is printed with the tax in it.
    check("135600", "view=prices&product=dy-oxide&vat=excl", &taken_off("120,000"));
    check(
        "135600",
        "view=prices&product=dy-oxide",
        "113–226 CNY per kilogram; without VAT 100,000–200,000 CNY per tonne, 13 % taken off; mid 135,600, as printed; \
         China, domestic; VAT assumed to be included",
    );
}

#[test]
fn in_small_only_praseodymium_metal() {
    let data = shipped();
    let panels = |query: &str| shown(ChartName::Prices, &data, query).figure.chart.panels.len();
    assert_eq!((panels("view=overview"), panels("view=prices")), (1, 4));
}

#[test]
fn a_source_without_an_agency_is_open_and_named() {
    let shown = shown(ChartName::Prices, &shipped(), "view=prices&product=pr-oxide&t=2013..2024&asof=2026-02-28");
    let unnamed = shown.described();
    let unnamed = unnamed.iter().filter(|(_, said)| said.sources[0].text.starts_with("not named"));
    let open: Vec<bool> = unnamed.map(|(mark, _)| mark.look.doubt).collect();
    assert!(open.len() > 100 && open.iter().all(|open| *open), "{open:?}");
    let notes = shown.caption().notes;
    assert!(notes.iter().any(|note| note.contains("does not name the agency")), "{notes:?}");
}
