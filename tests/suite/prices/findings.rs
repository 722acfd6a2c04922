//! What the prices charts and their page find, case by case.

use super::index::quote;
use crate::common::{dedent, made_up, public, same, shipped, shown, view};
use rare_earth_trade::charts::caption::Title;
use rare_earth_trade::charts::headline::{self, Now};
use rare_earth_trade::charts::{Figure, prices};
use rare_earth_trade::data::{Dataset, File, facts};
use rare_earth_trade::view::ChartName;
use rare_earth_trade::words::EN;

#[track_caller]
fn check_title(name: ChartName, data: &Dataset, query: &str, expected: &str) {
    same(&shown(name, data, query).caption().title.replace('\u{202f}', " "), expected, query);
}

const NO_INDEX: &str = "Prices of three rare earth oxides inside China, as an index";

/// The index's title for PrNd oxide at 100 on 17 April and at `before` on 26 March.
#[track_caller]
fn check_index(before: f64, now: &[String], expected: &str) {
    let base = [quote("2025-03-26", before, "SMM", "normal"), quote("2025-04-17", 100.0, "SMM", "normal")];
    let rows = [&base, now].concat().concat();
    check_title(ChartName::Index, &made_up(&[(File::Prices, &rows)]), "view=prices", expected);
}

#[test]
fn a_move_keeps_its_direction_and_half_its_size_under_the_other_base() {
    let now = |price| vec![quote("2026-02-05", price, "SMM", "normal")];
    check_index(100.0, &now(176.0), "Inside China PrNd oxide rose 76 % to 5 February 2026");
    check_index(100.0, &now(84.0), "Inside China PrNd oxide fell 16 % to 5 February 2026");
    // +50 % from one base, exactly +25 % from the other, a little less, and the other way.
    check_index(120.0, &now(150.0), "Inside China PrNd oxide rose 50 % to 5 February 2026");
    check_index(120.1, &now(150.0), NO_INDEX);
    check_index(200.0, &now(150.0), NO_INDEX);
    // One per cent may be rounding, under either base.
    check_index(100.0, &now(101.0), NO_INDEX);
    check_index(100.0, &now(101.1), "Inside China PrNd oxide rose 1 % to 5 February 2026");
    check_index(100.0, &now(100.0), NO_INDEX);
    // Nothing after the base, only weak quotes, only other agencies'.
    check_index(100.0, &[], NO_INDEX);
    check_index(100.0, &[quote("2026-02-05", 176.0, "SMM", "low")], NO_INDEX);
    check_index(100.0, &[quote("2026-02-05", 176.0, "Argus", "normal")], NO_INDEX);
}

#[test]
fn a_move_without_the_other_base_is_not_claimed() {
    let rows = [quote("2025-04-17", 100.0, "SMM", "normal"), quote("2026-02-05", 176.0, "SMM", "normal")].concat();
    check_title(ChartName::Index, &made_up(&[(File::Prices, &rows)]), "view=prices", NO_INDEX);
}

#[test]
fn one_sentence_has_one_last_day() {
    let of = |product: &str, now: &str| {
        let rows = [
            quote("2025-03-26", 100.0, "SMM", "normal"),
            quote("2025-04-17", 100.0, "SMM", "normal"),
            quote(now, 50.0, "SMM", "normal"),
        ];
        rows.concat().replace("PrNd oxide", product)
    };
    let title = |rows: &[String], expected: &str| {
        check_title(ChartName::Index, &made_up(&[(File::Prices, &rows.concat())]), "view=prices", expected);
    };
    let (prnd, dy) = (of("PrNd oxide", "2026-02-05"), of("Dy oxide", "2026-02-05"));
    let both = "Inside China PrNd oxide fell 50 % to 5 February 2026, dysprosium fell 50 %";
    title(&[prnd.clone(), dy.clone(), of("Tb oxide", "2026-01-22")], both);
    title(&[prnd, dy, of("Tb oxide", "2026-02-06")], "Inside China terbium fell 50 % to 6 February 2026");
}

const ARTICLE: &str = "
    pr-price-band,price,Range,580000,600000,CNY/t,2025,fits,2025-04-21,2025-12-31,Pr metal,2025-04-21,Network,https://a.cn/";

/// The prices chart's title for quotes of praseodymium metal beside the article's range of 580,000 to 600,000.
#[track_caller]
fn check_fate(quotes: &[(&str, f64)], expected: &str) {
    check_fate_in(quotes, "view=prices&product=pr-metal", expected);
}

#[track_caller]
fn check_fate_in(quotes: &[(&str, f64)], query: &str, expected: &str) {
    let rows: String = quotes.iter().map(|(day, price)| quote(day, *price, "ccmn", "normal")).collect();
    let rows = rows.replace("PrNd oxide", "Pr metal");
    check_title(ChartName::Prices, &made_up(&[(File::Prices, &rows), (File::Article, ARTICLE)]), query, expected);
}

#[test]
fn what_became_of_the_forecast() {
    let none = "No quote of praseodymium metal is known after the day of the forecast";
    check_fate(&[("2025-04-21", 585e3)], none);
    check_fate(&[("2025-04-20", 900e3), ("2026-01-01", 900e3)], none);
    check_fate(
        &[("2025-04-21", 585e3), ("2025-06-09", 592e3), ("2025-08-20", 800e3), ("2025-09-11", 799e3)],
        "The praseodymium forecast fitted within 2 % for seven weeks; by 20 August 2025 the price stood a third above its top",
    );
    // Two per cent outside still fits, on both sides.
    check_fate(
        &[("2025-04-24", 568_400.0), ("2025-05-04", 612e3)],
        "The praseodymium forecast still fitted within 2 % on 4 May 2025, after 13 days",
    );
    check_fate(
        &[("2025-04-24", 568_399.0), ("2025-05-05", 612_001.0)],
        "The praseodymium forecast never fitted: on 24 April 2025 the price stood 2 % below its foot",
    );
    check_fate(
        &[("2025-05-05", 590e3)],
        "The praseodymium forecast still fitted within 2 % on 5 May 2025, after two weeks",
    );
    check_fate(
        &[("2025-08-20", 900e3)],
        "The praseodymium forecast never fitted: on 20 August 2025 the price stood half above its top",
    );
    check_fate(
        &[("2025-04-21", 590e3), ("2025-08-20", 1170e3)],
        "The praseodymium forecast fitted within 2 % on its own day; by 20 August 2025 the price stood at twice its top",
    );
    check_fate(
        &[("2025-05-21", 590e3), ("2025-08-20", 435e3)],
        "The praseodymium forecast fitted within 2 % for four weeks; by 20 August 2025 the price stood a quarter below its foot",
    );
    check_fate(
        &[("2025-05-21", 590e3), ("2025-06-20", 800e3), ("2025-07-20", 600e3)],
        "Praseodymium went in and out of the forecast: 2 of 3 quotes fitted within 2 %",
    );
    // Off before the first fit.
    check_fate(
        &[("2025-05-21", 800e3), ("2025-06-20", 590e3)],
        "Praseodymium went in and out of the forecast: 1 of 2 quotes fitted within 2 %",
    );
    // What is quoted after the forecast's last day does not refute it.
    check_fate(
        &[("2025-12-31", 590e3), ("2026-01-01", 900e3)],
        "The praseodymium forecast still fitted within 2 % on 31 December 2025, after 36 weeks",
    );
}

#[test]
fn the_range_shown_decides_what_is_said_of_the_forecast() {
    let quotes = [("2025-04-21", 585e3), ("2025-06-09", 592e3), ("2025-08-20", 800e3)];
    let check = |query: &str, expected: &str| check_fate_in(&quotes, query, expected);
    check(
        "view=prices&product=pr-metal&t=2025-01..2025-06",
        "The praseodymium forecast still fitted within 2 % on 9 June 2025, after seven weeks",
    );
    check(
        "view=prices&product=pr-metal&asof=2025-06-30",
        "The praseodymium forecast still fitted within 2 % on 9 June 2025, after seven weeks",
    );
    let rose = "Praseodymium metal rose 35 % inside China from 9 June 2025 to 20 August 2025";
    check("view=prices&product=pr-metal&t=2025-06..latest", rose);
    check("view=prices&product=pr-metal&t=2025-08..latest", "Rare earth prices inside China, quote by quote");
    check("view=prices&product=pr-metal&unit=usd", "Rare earth prices inside China, quote by quote");
    let left = "The praseodymium forecast fitted within 2 % for seven weeks; by 20 August 2025 the price stood a third above its top";
    for query in ["&unit=cny-kg", "&vat=excl"] {
        check(&format!("view=prices&product=pr-metal{query}"), left);
    }
}

#[test]
fn a_product_moved_between_days_of_one_agency_and_one_tax() {
    let check = |rows: &[String], expected: &str| {
        let query = "view=prices&product=prnd-oxide&t=earliest..latest";
        check_title(ChartName::Prices, &made_up(&[(File::Prices, &rows.concat())]), query, expected);
    };
    let neutral = "Rare earth prices inside China, quote by quote";
    let from = || quote("2025-01-09", 100.0, "SMM", "normal");
    check(&[from()], neutral);
    check(&[from(), quote("2025-06-09", 101.0, "SMM", "normal")], neutral);
    let rose = "PrNd oxide rose 2 % inside China from 9 January 2025 to 9 June 2025";
    check(&[from(), quote("2025-06-09", 101.6, "SMM", "normal")], rose);
    check(&[from(), quote("2025-06-09", 150.0, "SMM", "low")], neutral);
    check(&[from(), quote("2025-06-09", 150.0, "Argus", "normal")], neutral);
    check(&[quote("2019-03-31", 100.0, "SMM", "normal"), quote("2019-04-01", 97.0, "SMM", "normal")], neutral);
}

/// Quotes in fewer than one of four months are few; weak ones do not count.
#[test]
fn quotes_outside_are_few_or_not() {
    let rows = |months: &[u32], agency: &str, confidence: &str| -> String {
        let row = |month: &u32| {
            let day = format!("2025-{month:02}-05");
            format!("{day},day,Dy oxide,fob-china,271,311,,USD,kg,unknown,{agency},{confidence},{day},\n")
        };
        months.iter().map(row).collect()
    };
    let check = |rows: &str, expected: &str| {
        let query = "view=prices&t=2025-01..2025-12";
        check_title(ChartName::Outside, &made_up(&[(File::Prices, rows)]), query, expected);
    };
    let neutral = "Rare earth prices outside China, quote by quote";
    let few = "Outside China: quotes are few and far apart";
    check(&rows(&[3, 12], "SMM", "normal"), few);
    check(&rows(&[3, 7, 12], "SMM", "normal"), neutral);
    check(&(rows(&[3, 12], "SMM", "normal") + &rows(&[7], "SMM", "low")), few);
    check(&(rows(&[3, 12], "SMM", "normal") + &rows(&[7], "Argus", "normal")), neutral);
    check(&rows(&[3, 12], "SMM", "low"), neutral);
    check(&rows(&[3, 12], "KOMIS (price reference)", "normal"), neutral);
    check(&rows(&[3, 12], "SMM", "normal").replace("fob-china", "europe"), few);
    check("", neutral);
}

/// The page's headline, its standfirst, and the newest quotes.
#[track_caller]
fn check_page(query: &str, expected: &str) {
    let view = view(query);
    let data = public(&shipped(), &view);
    let (quotes, article) = (facts(&data.prices), facts(&data.article));
    let headline = prices::headline(quotes, article, &view).map(|finding| {
        let figure = shown(ChartName::Prices, &shipped(), query).figure;
        EN.caption(&Figure { title: Title::Prices(finding), ..figure }, &data).title
    });
    let standfirst = prices::standfirst(quotes, &view).map(|standfirst| EN.prices_standfirst_of(&standfirst));
    let now = prices::last_quotes(quotes, &view);
    let now = EN.now(&Now { flows: Vec::new(), quotes: now }, Some(&|_| 7));
    let notes = Some(now.notes).filter(|notes| !notes.is_empty());
    let now = now.lines.into_iter().map(|line| {
        let parts = [line.name, line.value, line.change, line.when, line.later].into_iter();
        parts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" | ")
    });
    let lines = headline
        .into_iter()
        .chain(standfirst)
        .chain(now)
        .chain(notes)
        .map(|line| line.replace(['\u{202f}', '\u{a0}'], " "));
    same(&lines.collect::<Vec<_>>().join("\n"), dedent(expected).trim(), query);
}

#[test]
fn the_page_of_prices_as_shipped() {
    check_page(
        "view=prices&asof=2026-09-30",
        "Praseodymium metal, forecast to weaken, rose a third above the forecast range by 20 August 2025
        Inside China, between SMM’s quotes of 17 April 2025 and 5 February 2026: PrNd oxide rose 76 %, dysprosium fell 16 %. Quoted since then: PrNd oxide 850,000 CNY per tonne (Reuters, 19 February 2026).
        PrNd oxide | 747,000–753,000 CNY/t | +76 % since 17 Apr 2025 | SMM, 5 Feb 2026 (7 months ago) | later: 850,000, Reuters, 19 Feb 2026
        Dysprosium oxide | 1,390,000–1,410,000 CNY/t | −16 % since 17 Apr 2025 | SMM, 5 Feb 2026 (7 months ago) | later: 1,400,000, Changjiang Nonferrous, 3 Aug 2026, second-hand
        Terbium oxide | 6,300,000–6,350,000 CNY/t | −12 % since 17 Apr 2025 | SMM, 22 Jan 2026 (7 months ago) | later: 6,350,000–6,450,000, SunSirs, 29 Jan 2026
        Prices inside China: with VAT, assumed. Price changes are since the last quote up to the article of 21 April 2025.",
    );
    // The last quotes of that month are of different days.
    check_page(
        "view=prices&base=2025-11&asof=2026-09-30",
        "Praseodymium metal, forecast to weaken, rose a third above the forecast range by 20 August 2025
        Inside China, between SMM’s quotes of November 2025 and 5 February 2026: PrNd oxide rose 35 %, dysprosium fell 7 %. Quoted since then: PrNd oxide 850,000 CNY per tonne (Reuters, 19 February 2026).
        PrNd oxide | 747,000–753,000 CNY/t | +76 % since 17 Apr 2025 | SMM, 5 Feb 2026 (7 months ago) | later: 850,000, Reuters, 19 Feb 2026
        Dysprosium oxide | 1,390,000–1,410,000 CNY/t | −16 % since 17 Apr 2025 | SMM, 5 Feb 2026 (7 months ago) | later: 1,400,000, Changjiang Nonferrous, 3 Aug 2026, second-hand
        Terbium oxide | 6,300,000–6,350,000 CNY/t | −12 % since 17 Apr 2025 | SMM, 22 Jan 2026 (7 months ago) | later: 6,350,000–6,450,000, SunSirs, 29 Jan 2026
        Prices inside China: with VAT, assumed. Price changes are since the last quote up to the article of 21 April 2025.",
    );
    check_page(
        "view=prices&asof=2025-04-21",
        "PrNd oxide | 424,000–428,000 CNY/t | SMM, 17 Apr 2025 (7 months ago)
        Dysprosium oxide | 1,670,000–1,680,000 CNY/t | SMM, 17 Apr 2025 (7 months ago) | later: 1,665,000, Changjiang Nonferrous, 21 Apr 2025
        Terbium oxide | 7,160,000–7,250,000 CNY/t | SMM, 17 Apr 2025 (7 months ago)
        Prices inside China: with VAT, assumed.",
    );
}

/// Tax is said once only where all quotes that are shown, the later ones too, have the same.
#[test]
fn tax_is_said_once_or_of_each_quote() {
    let check = |later: &str, expected: &str| {
        let later = quote("2025-06-10", 160.0, "Argus", "normal").replace("unknown", later);
        let main = ["2025-06-08", "2025-06-09"].map(|day| quote(day, 150.0, "SMM", "normal"));
        let data = made_up(&[(File::Prices, &[&*main.concat(), &later].concat())]);
        let quotes = prices::last_quotes(facts(&data.prices), &view("view=prices"));
        let now = EN.now(&Now { flows: Vec::new(), quotes }, None);
        assert_eq!((now.lines.len(), now.lines[0].later.is_empty()), (1, false), "{now:?}");
        assert_eq!(now.notes, expected, "{now:?}");
        let line = &now.lines[0];
        assert_eq!([&line.when, &line.later].map(|text| text.contains("VAT")), [expected.is_empty(); 2], "{now:?}");
    };
    check("unknown", "Prices inside China: with VAT, assumed.");
    check("incl", "");
    check("excl", "");
}

#[test]
fn titles_as_shipped() {
    let data = shipped();
    let check =
        |name, query: &str, expected: &str| check_title(name, &data, &format!("{query}&asof=2026-09-30"), expected);
    let index = "Inside China PrNd oxide rose 76 % to 5 February 2026, dysprosium fell 16 %";
    check(ChartName::Index, "view=prices", index);
    check(ChartName::Index, "view=overview", index);
    let controls = "Inside China PrNd oxide rose 70 % to 5 February 2026, dysprosium fell 15 %";
    check(ChartName::Index, "view=prices&base=controls", controls);
    check(ChartName::Index, "view=prices&t=2025-01..2025-12", "Inside China PrNd oxide rose 42 % to 31 December 2025");
    check(ChartName::Index, "view=prices&t=2019-01..2025-03", NO_INDEX);
    let left = "The praseodymium forecast fitted within 2 % for seven weeks; by 20 August 2025 the price stood a third above its top";
    check(ChartName::Prices, "view=prices", left);
    check(ChartName::Prices, "view=overview", left);
    check(ChartName::Outside, "view=prices", "Outside China: quotes are few and far apart");
    check_title(ChartName::Index, &data, "view=prices&asof=2025-04-21", NO_INDEX);
    let none = "No quote of praseodymium metal is known after the day of the forecast";
    check_title(ChartName::Prices, &data, "view=prices&asof=2025-04-21", none);
}

#[test]
fn what_is_computed_without_tax_is_not_called_a_quote() {
    let check = |query: &str, headline_says: &str, chart_says: &str| {
        let (view, data) = (view(query), shipped().as_of("2026-09-14".parse().unwrap()));
        let said = EN.standfirst(view.page, headline::headline(&data, &view).as_ref(), None);
        assert!(said.contains(headline_says), "{said}");
        let subtitle = shown(ChartName::Prices, &shipped(), query).caption().subtitle;
        assert!(subtitle.contains(chart_says), "{subtitle}");
    };
    check(
        "view=prices&vat=excl&asof=2026-09-14",
        "PrNd oxide without VAT 752,212 CNY per tonne, 13\u{202f}% taken off (Reuters, 19 February 2026)",
        "the article’s range of 513,274–530,973 CNY per tonne (computed: without VAT) fits",
    );
    check(
        "view=prices&asof=2026-09-14",
        "PrNd oxide 850,000 CNY per tonne (Reuters, 19 February 2026)",
        "the article’s range of 580,000–600,000 CNY per tonne fits",
    );
}
