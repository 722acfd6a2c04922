//! What a page says first. Each link names a day, so that figures that become public later change no headline.

use crate::common::{made_up, public, shipped, view};
use rare_earth_trade::charts::headline::{Now, headline, now};
use rare_earth_trade::data::File;
use rare_earth_trade::view::Page;
use rare_earth_trade::words::{EN, NowLine};

/// The headline of a view of the shipped figures, and what stands under it fourteen months later.
#[track_caller]
fn check_trade(query: &str, expected: [&str; 2]) {
    let view = view(query);
    let headline = headline(&public(&shipped(), &view), &view);
    let standfirst = EN.standfirst(view.page, headline.as_ref(), Some(14));
    assert_eq!([plain(&EN.headline(view.page, headline.as_ref())), plain(&standfirst)], expected, "{query}");
}

#[test]
fn imports_against_exports() {
    check_trade(
        "view=overview&asof=2026-11-26",
        [
            "China’s rare earth exports rose 13 %, imports fell 23 % in January–September 2025",
            "The last months for which both are known, 14 months ago. Since then, against a year before, imports fell 2.6 % (Jan–Aug 2026), exports \
             rose 23 % (Jan–Feb 2026).",
        ],
    );
    check_trade(
        "view=overview&t=2019-01..2025-03&asof=2026-11-26",
        [
            "China’s rare earth exports rose 5 %, imports fell 31 % in the first quarter of 2025",
            "The last months in this range for which both are known, 14 months ago.",
        ],
    );
    // The article's own story, on its day.
    let article = [
        "China’s rare earth exports rose 5 %, imports fell 31 % in the first quarter of 2025",
        "The last months for which both are known, 14 months ago.",
    ];
    check_trade("view=overview&asof=2025-04-21", article);
    check_trade("view=trade&t=2023-01..2025-03&asof=2025-04-21", article);
}

/// What stands under the headline of made-up figures.
#[track_caller]
fn check_standfirst(rows: &str, expected: &str) {
    let view = view("view=overview");
    let headline = headline(&made_up(&[(File::Trade, rows)]), &view);
    assert_eq!(plain(&EN.standfirst(view.page, headline.as_ref(), Some(0))), expected, "{rows}");
}

#[test]
fn what_came_since() {
    let year = "
        2024,export,1000,,5,1,,normal,2025-01-14,
        2024,import,1000,,-5,1,,normal,2025-01-14,";
    check_standfirst(year, "The last year for which both are known.");
    let more = |rows: &str| format!("{year}\n{rows}");
    check_standfirst(
        &more("2025-Q1,import,300,,-9.54,1,,normal,2025-04-14,"),
        "The last year for which both are known. Since then, against a year before, imports fell 9.5 % (Q1 2025).",
    );
    check_standfirst(
        &more("2025-Q1,export,300,,0.9,1,,normal,2025-04-14,"),
        "The last year for which both are known. Since then, against a year before, exports changed little (Q1 2025).",
    );
    // A weak change makes no headline, and is said after it.
    check_standfirst(
        &more("2025-Q1,import,300,,-12,1,,low,2025-04-14,\n2025-Q1,export,300,,9.95,1,,low,2025-04-14,"),
        "The last year for which both are known. Since then, against a year before, imports fell 12 %, exports rose 10 % (Q1 2025).",
    );
    check_standfirst(
        "2025-03,export,10,,5,1,,normal,2025-04-14,\n2025-03,import,10,,5,1,,normal,2025-04-14,",
        "The last month for which both are known.",
    );
}

#[test]
fn without_figures_the_page_says_its_name() {
    let view = view("view=trade&t=2010-01..2010-12&asof=2026-11-26");
    let data = public(&shipped(), &view);
    assert_eq!(headline(&data, &view), None);
    assert_eq!(EN.headline(Page::Overview, None), "China’s rare earth trade");
    assert_eq!(EN.standfirst(view.page, None, Some(14)), EN.site_subtitle);
}

/// The headline of made-up figures.
#[track_caller]
fn check_made_up(rows: &str, expected: &str) {
    let view = view("view=overview");
    let headline = headline(&made_up(&[(File::Trade, rows)]), &view);
    assert_eq!(plain(&EN.headline(view.page, headline.as_ref())), expected, "{rows}");
}

#[test]
fn a_headline_needs_both_flows_and_no_weak_row() {
    let rows = "
        2024,export,1000,,1,1,,normal,2025-01-14,
        2024,import,1000,,-1.1,1,,normal,2025-01-14,";
    let of_2024 = "China’s rare earth exports changed little, imports fell 1 % in 2024";
    check_made_up(rows, of_2024);
    check_made_up(&format!("{rows}\n2025-Q1,export,300,,9,1,,normal,2025-04-14,"), of_2024);
    let quarter = |confidence: &str| {
        format!(
            "{rows}
            2025-Q1,export,300,,9,1,,normal,2025-04-14,
            2025-Q1,import,300,,9,1,,{confidence},2025-04-14,"
        )
    };
    check_made_up(&quarter("low"), of_2024);
    check_made_up(
        &quarter("normal"),
        "China’s rare earth exports rose 9 %, imports rose 9 % in the first quarter of 2025",
    );
    // Of periods that end together the longest.
    let longer = format!(
        "{rows}
        2024-12,export,100,,50,1,,normal,2025-01-14,
        2024-12,import,100,,50,1,,normal,2025-01-14,"
    );
    check_made_up(&longer, of_2024);
}

#[test]
fn what_it_is_now() {
    let now = |query: &str| {
        let view = view(query);
        let flows = Now { quotes: Vec::new(), ..now(&public(&shipped(), &view), None, &view) };
        let line = |of: NowLine| plain(&[of.name, of.value, of.when].join(" | "));
        EN.now(&flows, Some(&|_| 3)).lines.into_iter().map(line).collect::<Vec<_>>()
    };
    assert_eq!(
        now("view=overview&asof=2026-11-26"),
        [
            "Imports, Jan–Aug 2026 | 70,200 t | −2.6 % on a year before, 3 months ago",
            "Exports, Jan–Feb 2026 | 10,468 t | +23 % on a year before, 3 months ago"
        ]
    );
    assert_eq!(
        now("view=overview&asof=2025-04-21"),
        [
            "Imports, Q1 2025 | 24,679 t | −30.9 % on a year before, 3 months ago",
            "Exports, Q1 2025 | 14,178 t | +5.1 % on a year before, 3 months ago"
        ]
    );
    assert_eq!(now("view=overview&t=1990-01..1990-12"), Vec::<String>::new());
}

/// A number and its unit stay on one line, by a blank that does not break.
fn plain(sentence: &str) -> String {
    assert!(!sentence.contains(" %"), "{sentence}");
    sentence.replace(['\u{202f}', '\u{a0}'], " ")
}

/// The headline of a page of the shipped figures, and what stands under it.
#[track_caller]
fn check(query: &str, expected: [&str; 2]) {
    let view = view(query);
    let headline = headline(&public(&shipped(), &view), &view);
    let standfirst = EN.standfirst(view.page, headline.as_ref(), None);
    let said = EN.headline(view.page, headline.as_ref());
    assert!(!said.contains(" t "), "a number and its tonnes stay on one line: {said}");
    assert_eq!([plain(&said), plain(&standfirst)], expected, "{query}");
}

#[test]
fn where_imports_come_from() {
    check(
        "view=sourcing&asof=2026-09-14",
        [
            "Myanmar sent 31,944 t less in 2025 than in 2023. Everyone else together: 870 t less",
            "By weight no origin replaced Myanmar. By value Laos made up half of what Myanmar lost. A kilogram from \
             Laos was worth 25.6 dollars in 2025, when it sent oxide, and 9.2 in 2023, when it sent more carbonate than oxide. 2025 is the newest year with figures by origin.",
        ],
    );
    // Of other years less can be said.
    check(
        "view=sourcing&years=2022~2024&asof=2026-09-14",
        [
            "Myanmar sent 20,660 t more in 2024 than in 2022. Everyone else together: 11,941 t more",
            "Net tonnes and dollars by origin, from UN Comtrade as reported by China.",
        ],
    );
    check(
        "view=sourcing&years=2015~2016&asof=2026-09-14",
        ["Where China’s imports come from", "Net tonnes and dollars by origin, from UN Comtrade as reported by China."],
    );
}

#[test]
fn how_prices_moved() {
    check(
        "view=prices&asof=2026-02-28",
        [
            "Praseodymium metal, forecast to weaken, rose a third above the forecast range by 20 August 2025",
            "Inside China, between SMM’s quotes of 17 April 2025 and 5 February 2026: PrNd oxide rose 76 %, dysprosium fell \
             16 %. Quoted since then: PrNd oxide 850,000 CNY per tonne (Reuters, 19 February 2026).",
        ],
    );
    // Both of the range that is shown.
    check(
        "view=prices&t=2019-01..2025-04&asof=2026-02-28",
        [
            "Inside China PrNd oxide fell 4 % to 25 April 2025, dysprosium fell 4 %",
            "Inside China, between SMM’s quotes of 17 April 2025 and 25 April 2025: PrNd oxide fell 4 %, dysprosium fell 4 %.",
        ],
    );
    check(
        "view=prices&t=1990..1991&asof=2026-02-28",
        [
            "Rare earth prices, quote by quote",
            "Quotes as agencies published them, in the market and unit chosen below.",
        ],
    );
}
