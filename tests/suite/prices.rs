//! What the prices chart shows of the quotes: bands, mids, points, units, tax, and the article's range.

mod findings;
mod index;
mod panels;
mod relative;

use crate::common::{dedent, figure, made_up, same, shipped, shown};
use rare_earth_trade::charts::Panel;
use rare_earth_trade::data::{Dataset, File};
use rare_earth_trade::view::ChartName;

/// The article's range as a row of its file.
const ARTICLE: &str = "
    pr-price-band,price,Range,580000,600000,CNY/t,2025,fits,2025-04-21,2025-12-31,Pr metal,2025-04-21,Network,https://a.cn/";

/// The marks, guides and empty words of the prices chart's first panel.
#[track_caller]
fn check_of(data: &Dataset, query: &str, expected: &str) {
    let shown = shown(ChartName::Prices, data, query).dump();
    let around = |line: &&str| !line.starts_with("corner") && !line.starts_with("day");
    let first = shown.lines().skip(1).take_while(|line| !line.starts_with("# ")).filter(around);
    same(&first.map(|line| format!("{line}\n")).collect::<String>(), &dedent(expected), query);
}

#[track_caller]
fn check(rows: &str, query: &str, expected: &str) {
    check_of(&made_up(&[(File::Prices, rows), (File::Article, ARTICLE)]), query, expected);
}

/// That none was found after a quote is said of all quotes of the product in the market, not of those that are drawn.
#[test]
fn no_quote_was_found_after_the_last_one() {
    let rows = "2025-03-03,day,PrNd oxide,china-domestic,440000,450000,,CNY,t,unknown,SMM,normal,2025-03-03,
        2025-05-03,day,PrNd oxide,china-domestic,,,55,USD,kg,unknown,Argus,low,2025-05-03,
        2026-01-03,day,Dy oxide,china-domestic,,,1400000,CNY,t,unknown,SMM,normal,2026-01-03,";
    let check = |rows: &str, query: &str, expected: &[Option<&str>]| {
        let figure = figure(ChartName::Prices, &made_up(&[(File::Prices, rows)]), query);
        let after = |panel: &Panel| panel.none_after.map(|when| when.last_day().to_string());
        let after: Vec<Option<String>> = figure.chart.panels.iter().map(after).collect();
        assert_eq!(after.iter().map(Option::as_deref).collect::<Vec<_>>(), expected, "{query}");
    };
    let both = "view=prices&product=prnd-oxide~dy-oxide";
    check(rows, both, &[None, Some("2026-01-03")]);
    check(&rows.replace(",USD,kg", ",CNY,kg"), both, &[Some("2025-05-03"), Some("2026-01-03")]);
    check(&rows.replace("2025-05-03", "2025-02-03"), both, &[Some("2025-03-03"), Some("2026-01-03")]);
    check("", both, &[None, None]);
}

#[test]
fn bands_mids_points_and_years() {
    check(
        "2025-03-03,day,PrNd oxide,china-domestic,440000,450000,,CNY,t,unknown,SMM,normal,2025-03-03,
        2025-06-03,day,PrNd oxide,china-domestic,440000,450000,446000,CNY,t,unknown,SMM,normal,2025-06-03,
        2025-09-03,day,PrNd oxide,china-domestic,,,470000,CNY,t,unknown,SMM,normal,2025-09-03,
        2025-10,month,PrNd oxide,china-domestic,,,480000,CNY,t,unknown,SunSirs,normal,2025-10-31,
        2024,year,PrNd oxide,china-domestic,,,390000,CNY,t,unknown,SunSirs,normal,2025-01-31,
        2024,year,PrNd oxide,china-domestic,380000,400000,,CNY,t,unknown,Argus,normal,2025-01-31,",
        "view=prices&product=prnd-oxide&t=earliest..latest",
        "Praseodymium Level Published 2024-01..2024-12 390000 doubt | 390,000 CNY per tonne
        Praseodymium Band Published 2024-01..2024-12 380000..400000 doubt | 380,000–400,000 CNY per tonne
        Praseodymium Band Published 2025-03-03 440000..450000 | 440,000–450,000 CNY per tonne
        Praseodymium Band Published 2025-06-03 440000..450000 mid 446000 | 440,000–450,000 CNY per tonne | 3 Jun 2025: 440–450
        Praseodymium Point Published 2025-09-03 470000 | 470,000 CNY per tonne
        Praseodymium Level Published 2025-10 480000 doubt | 480,000 CNY per tonne",
    );
}

/// The lowest and the highest quote after the article have words where they are over 1 % off the last quote up to its day, and
/// always where that is over 45 days old or missing.
#[test]
fn quotes_that_have_words() {
    let check = |base: Option<&str>, quotes: &[(&str, u32)], expected: &[&str]| {
        let base = base.map(|day| (day, 100_000));
        // The newest stands at the corner.
        let all = base.iter().chain(quotes).chain(&[("2025-12-01", 100_000)]);
        let row = |(day, price): &(&str, u32)| {
            format!("{day},day,PrNd oxide,china-domestic,,,{price},CNY,t,unknown,SMM,normal,{day},")
        };
        let rows: Vec<String> = all.map(row).collect();
        let data = made_up(&[(File::Prices, &rows.join("\n"))]);
        let figure = figure(ChartName::Prices, &data, "view=prices&product=prnd-oxide");
        let marks = figure.chart.marks().filter(|mark| mark.look.tag.is_some());
        let days: Vec<String> = marks.map(|mark| mark.when.last_day().to_string()).collect();
        assert_eq!(days, expected, "{base:?} {quotes:?}");
    };
    let day = Some("2025-04-17");
    check(day, &[("2025-06-01", 101_000), ("2025-06-02", 99_000)], &[]);
    check(day, &[("2025-06-01", 101_010), ("2025-06-02", 98_990)], &["2025-06-01", "2025-06-02"]);
    check(day, &[("2025-06-01", 120_000), ("2025-06-02", 100_000)], &["2025-06-01"]);
    check(Some("2025-03-07"), &[("2025-06-01", 101_000), ("2025-06-02", 99_000)], &[]);
    check(Some("2025-03-06"), &[("2025-06-01", 101_000), ("2025-06-02", 99_000)], &["2025-06-01", "2025-06-02"]);
    check(None, &[("2025-06-01", 101_000), ("2025-06-02", 99_000)], &["2025-06-01", "2025-06-02"]);
}

#[test]
fn guides_join_one_agency_over_at_most_45_days() {
    check(
        "2025-01-01,day,PrNd oxide,china-domestic,100,200,,CNY,t,unknown,SMM,normal,2025-01-01,
        2025-01-20,day,PrNd oxide,china-domestic,,,300,CNY,t,unknown,Argus,normal,2025-01-20,
        2025-02-15,day,PrNd oxide,china-domestic,100,300,210,CNY,t,unknown,SMM,normal,2025-02-15,
        2025-02,month,PrNd oxide,china-domestic,,,500,CNY,t,unknown,SMM,normal,2025-02-28,
        2025-04-02,day,PrNd oxide,china-domestic,,,400,CNY,t,unknown,SMM,normal,2025-04-02,
        2025-04-03,day,PrNd oxide,china-listing,,,900,CNY,t,unknown,SMM,normal,2025-04-03,",
        "view=prices&product=prnd-oxide&t=2025-01..latest",
        "Praseodymium Band Published 2025-01-01 100..200 | 100–200 CNY per tonne
        Praseodymium Point Published 2025-01-20 300 doubt | 300 CNY per tonne
        Praseodymium Level Published 2025-02 500 | 500 CNY per tonne
        Praseodymium Band Published 2025-02-15 100..300 mid 210 | 100–300 CNY per tonne
        Praseodymium Point Published 2025-04-02 400 | 400 CNY per tonne
        guide Praseodymium Thin 2025-01-01 150, 2025-02-15 210",
    );
}

#[test]
fn units_are_converted_and_currencies_never() {
    let rows = "
        2025-01-05,day,PrNd oxide,china-domestic,400000,410000,,CNY,t,unknown,SMM,normal,2025-01-05,
        2025-03-05,day,PrNd oxide,china-domestic,420,430,425,CNY,kg,unknown,SMM,normal,2025-03-05,
        2025-05-05,day,PrNd oxide,china-domestic,,,60,USD,kg,unknown,SMM,normal,2025-05-05,
        2025-07-05,day,PrNd oxide,china-domestic,,,61000,USD,t,unknown,SMM,normal,2025-07-05,";
    check(
        rows,
        "view=prices&product=prnd-oxide",
        "Praseodymium Band Published 2025-01-05 400000..410000 | 400,000–410,000 CNY per tonne
        Praseodymium Band Published 2025-03-05 420000..430000 mid 425000 | 420,000–430,000 CNY per tonne",
    );
    check(
        rows,
        "view=prices&product=prnd-oxide&unit=cny-kg",
        "Praseodymium Band Published 2025-01-05 400..410 | 400–410 CNY per kilogram
        Praseodymium Band Published 2025-03-05 420..430 mid 425 | 420–430 CNY per kilogram",
    );
    check(
        rows,
        "view=prices&product=prnd-oxide&unit=usd",
        "Praseodymium Point Published 2025-05-05 60 | 60 USD per kilogram | 5 May 2025: 60
        Praseodymium Point Published 2025-07-05 61 | 61 USD per kilogram",
    );
    check(rows, "view=prices&product=pr-oxide&unit=usd", "No quote of Praseodymium oxide found: China, domestic.");
    let fob = "2025-01-05,day,PrNd oxide,fob-china,,,60,USD,kg,unknown,SMM,normal,2025-01-05,";
    check(
        fob,
        "view=prices&product=prnd-oxide&market=fob&unit=cny-t",
        "No quote in this unit and range; 1 in another.",
    );
}

#[test]
fn tax_is_taken_off_at_the_rate_of_the_day() {
    let rows = "
        2018-04-30,day,PrNd oxide,china-domestic,,,117000,CNY,t,unknown,SMM,normal,2018-04-30,
        2018-05-01,day,PrNd oxide,china-domestic,,,116000,CNY,t,incl,SMM,normal,2018-05-01,
        2019-03-31,day,PrNd oxide,china-domestic,,,116000,CNY,t,unknown,SMM,normal,2019-03-31,
        2019-04-01,day,PrNd oxide,china-domestic,,,113000,CNY,t,unknown,SMM,normal,2019-04-01,
        2019-08-01,day,PrNd oxide,china-domestic,113000,226000,135600,CNY,t,unknown,SMM,normal,2019-08-01,
        2019-12-01,day,PrNd oxide,china-domestic,,,99000,CNY,t,excl,SMM,normal,2019-12-01,";
    check(
        rows,
        "view=prices&product=prnd-oxide&vat=excl&t=2018-01..latest",
        "Praseodymium Point Computed 2018-04-30 100000 | 100,000 CNY per tonne
        Praseodymium Point Computed 2018-05-01 100000 | 100,000 CNY per tonne
        Praseodymium Point Computed 2019-03-31 100000 | 100,000 CNY per tonne
        Praseodymium Point Computed 2019-04-01 100000 | 100,000 CNY per tonne
        Praseodymium Band Computed 2019-08-01 100000..200000 mid 120000 | 100,000–200,000 CNY per tonne
        Praseodymium Point Published 2019-12-01 99000 | 99,000 CNY per tonne
        guide Praseodymium Thin 2018-04-30 100000, 2018-05-01 100000
        guide Praseodymium Thin 2019-03-31 100000, 2019-04-01 100000",
    );
    let listing = "2025-01-05,day,PrNd oxide,china-listing,,,113,CNY,t,unknown,Baogang,normal,2025-01-05,";
    let off = "Praseodymium Point Computed 2025-01-05 100 | 100 CNY per tonne";
    check(listing, "view=prices&product=prnd-oxide&vat=excl&market=listing", off);
}

#[test]
fn prices_abroad_and_in_dollars_have_no_tax_to_take_off() {
    for (market, link) in [("fob-china", "fob"), ("europe", "europe"), ("international", "international")] {
        for vat in ["incl", "unknown", "excl"] {
            check(
                &format!("2025-01-05,day,PrNd oxide,{market},,,60,USD,kg,{vat},Argus,normal,2025-01-05,"),
                &format!("view=prices&product=prnd-oxide&vat=excl&market={link}"),
                "Praseodymium Point Published 2025-01-05 60 | 60 USD per kilogram",
            );
        }
    }
    check(
        "2025-01-05,day,PrNd oxide,china-domestic,,,60,USD,kg,unknown,Argus,normal,2025-01-05,",
        "view=prices&product=prnd-oxide&vat=excl&unit=usd",
        "Praseodymium Point Published 2025-01-05 60 | 60 USD per kilogram",
    );
}

#[test]
fn a_year_across_two_rates_is_left_out_and_counted() {
    let rows = "
        2018,year,PrNd oxide,china-domestic,,,117,CNY,t,unknown,SMM,normal,2019-01-31,
        2019,year,PrNd oxide,china-domestic,,,117,CNY,t,unknown,SMM,normal,2020-01-31,
        2019,year,Dy oxide,china-domestic,,,117,CNY,t,unknown,SMM,normal,2020-01-31,
        2017,year,PrNd oxide,china-domestic,,,117,CNY,t,unknown,SMM,normal,2018-01-31,
        2020,year,PrNd oxide,china-domestic,,,113,CNY,t,unknown,SMM,normal,2021-01-31,";
    let query = "view=prices&product=prnd-oxide&vat=excl&t=earliest..latest";
    check(
        rows,
        query,
        "Praseodymium Level Computed 2017-01..2017-12 100 | 100 CNY per tonne
        Praseodymium Level Computed 2020-01..2020-12 100 | 100 CNY per tonne",
    );
    let notes = shown(ChartName::Prices, &made_up(&[(File::Prices, rows)]), query).caption().notes;
    let said: Vec<&String> = notes.iter().filter(|note| note.contains("left out")).collect();
    assert_eq!(said, ["2 yearly figures are left out: their year spans two VAT rates."]);
    let notes =
        shown(ChartName::Prices, &made_up(&[(File::Prices, rows)]), "view=prices&product=prnd-oxide").caption().notes;
    assert!(!notes.iter().any(|note| note.contains("left out")), "{notes:?}");
}

/// Quotes before and after the article's range, in every market and of every product of the panel.
const PR_METAL: &str = "
    2025-03-05,day,Pr metal,china-domestic,,,565000,CNY,t,unknown,SMM,normal,2025-03-05,
    2026-02-05,day,Pr metal,china-domestic,,,700000,CNY,t,unknown,SMM,normal,2026-02-05,
    2026-02-05,day,Pr metal,china-listing,,,565000,CNY,t,unknown,SMM,normal,2026-02-05,
    2026-02-05,day,Pr metal,fob-china,,,80,USD,kg,unknown,SMM,normal,2026-02-05,
    2026-02-05,day,Pr metal,fob-china,,,80,CNY,t,unknown,SMM,normal,2026-02-05,
    2026-02-05,day,Pr metal,china-domestic,,,80,USD,kg,unknown,SMM,normal,2026-02-05,
    2026-02-05,day,Pr oxide,china-domestic,,,465000,CNY,t,unknown,SMM,normal,2026-02-05,
    2026-02-05,day,PrNd oxide,china-domestic,,,465000,CNY,t,unknown,SMM,normal,2026-02-05,
    2026-02-05,day,PrNd metal,china-domestic,,,465000,CNY,t,unknown,SMM,normal,2026-02-05,";

/// The article's range, where it is drawn.
#[track_caller]
fn check_outlook(query: &str, expected: &str) {
    let data = made_up(&[(File::Prices, PR_METAL), (File::Article, ARTICLE)]);
    let shown = shown(ChartName::Prices, &data, query).dump();
    same(&shown.lines().filter(|line| line.contains("Outlook")).collect::<String>(), expected, query);
}

#[test]
fn the_articles_range_is_of_praseodymium_metal() {
    let metal = "view=prices&product=pr-metal";
    let drawn = "Praseodymium Outlook Forecast 2025-04-21..2025-12-31 580000..600000 \
                 mid 24305.98 | 580,000–600,000 CNY per tonne | the article’s forecast: 580–600";
    check_outlook(metal, drawn);
    for elsewhere in
        ["view=prices&product=prnd-oxide", "view=prices&product=pr-oxide", "view=prices&product=prnd-metal"]
    {
        check_outlook(elsewhere, "");
    }
    for elsewhere in [
        "&market=listing",
        "&market=fob",
        "&market=fob&unit=cny-t",
        "&unit=usd",
        "&asof=2025-04-20",
        "&t=2019-01..2025-03",
    ] {
        check_outlook(&format!("{metal}{elsewhere}"), "");
    }
    check_outlook(&format!("{metal}&asof=2025-04-21"), "");
    check_outlook(
        &format!("{metal}&t=2019-01..2025-04"),
        &drawn.replace("2025-12-31", "2025-05-01").replace("24305.98", "24304"),
    );
    check_outlook(&format!("{metal}&t=2025-06..latest"), &drawn.replace("2025-04-21", "2025-06-01"));
    check_outlook(&format!("{metal}&t=2026-01..latest"), "");
}

#[test]
fn the_articles_range_moves_with_unit_and_tax() {
    let drawn = |height: &str, label: &str| {
        format!("Praseodymium Outlook Forecast 2025-04-21..2025-12-31 {height} | the article’s forecast: {label}")
    };
    check_outlook(
        "view=prices&product=pr-metal&unit=cny-kg",
        &drawn("580..600 mid 24305.98 | 580–600 CNY per kilogram", "580–600"),
    );
    check_outlook(
        "view=prices&product=pr-metal&vat=excl",
        &drawn("513274.34..530973.45 mid 24305.98 | 513,274–530,973 CNY per tonne", "513.3–531.0"),
    );
}

#[test]
fn a_replaced_quote_comes_back_on_an_earlier_day() {
    let old = "2024,year,PrNd oxide,average,,,56,USD,kg,unknown,Argus,normal,2025-01-31,";
    let new = format!("{old}\n2024,year,PrNd oxide,average,,,57,USD,kg,unknown,Argus,normal,2025-06-30,");
    let query = "view=prices&product=prnd-oxide&market=average&t=earliest..latest";
    check(&new, query, "Praseodymium Level Published 2024-01..2024-12 57 | 57 USD per kilogram");
    let chart = |rows: &str, query: &str| shown(ChartName::Prices, &made_up(&[(File::Prices, rows)]), query).dump();
    assert_ne!(chart(&new, query), chart(old, query));
    assert_eq!(chart(&new, &format!("{query}&asof=2025-06-29")), chart(old, query));
    // Another agency's figure for the same year is another figure.
    let other = format!("{old}\n2024,year,PrNd oxide,average,,,58,USD,kg,unknown,USGS,normal,2025-06-30,");
    check(
        &other,
        query,
        "Praseodymium Level Published 2024-01..2024-12 56 | 56 USD per kilogram
        Praseodymium Level Published 2024-01..2024-12 58 doubt | 58 USD per kilogram",
    );
}

#[test]
fn shipped_quotes_around_the_article() {
    check_of(
        &shipped(),
        "view=prices&product=pr-metal&t=2025-04..2025-04&asof=2026-02-28",
        "Praseodymium Outlook Forecast 2025-04-21..2025-05-01 580000..600000 mid 24304 \
         | 580,000–600,000 CNY per tonne | the article’s forecast: 580–600
        Praseodymium Point Published 2025-04-10 601250 | 601,250 CNY per tonne
        Praseodymium Point Published 2025-04-11 598750 | 598,750 CNY per tonne
        Praseodymium Point Published 2025-04-15 597500 | 597,500 CNY per tonne
        Praseodymium Point Published 2025-04-17 595000 | 595,000 CNY per tonne
        Praseodymium Point Published 2025-04-18 592500 | 592,500 CNY per tonne
        Praseodymium Point Published 2025-04-21 585000 | 585,000 CNY per tonne
        Praseodymium Point Published 2025-04-24 570000 | 570,000 CNY per tonne
        guide Praseodymium ThinDashed 2025-04-10 601250, 2025-04-11 598750, 2025-04-15 597500, 2025-04-17 595000, 2025-04-18 592500, \
         2025-04-21 585000, 2025-04-24 570000",
    );
}
