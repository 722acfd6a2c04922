//! What a page says first. Each link names a day, so that figures that become public later change no headline.

use crate::common::{public, same, shipped, view};
use rare_earth_trade::charts::headline::{headline, trade_headline};
use rare_earth_trade::charts::trade::Change;
use rare_earth_trade::data::Month;
use rare_earth_trade::words::EN;

/// The headline of a view of the shipped figures, with which of the two changes are printed.
#[track_caller]
fn check_trade(query: &str, expected: &str) {
    let view = view(query);
    let data = public(&shipped(), &view);
    let sentence = EN.headline(headline(&data, &view).as_ref());
    let last = view.range.to.unwrap_or(Month::LAST);
    let facts = data.trade.map(|table| table.facts).unwrap_or_default();
    let kind = |change| match change {
        Change::Printed(_) => "printed",
        Change::Computed(_) => "computed",
    };
    let kinds = trade_headline(&facts, last).map(|found| (kind(found.exports), kind(found.imports)));
    let (exports, imports) = kinds.unwrap_or(("none", "none"));
    assert_eq!(plain(&format!("{sentence} ({exports}, {imports})")), expected);
}

#[test]
fn imports_against_exports() {
    check_trade(
        "view=overview&asof=2026-09-14",
        "China’s rare earth exports rose 13 % while imports fell 23.0 % in January–September 2025 (printed, computed)",
    );
    check_trade(
        "view=overview&t=2019-01..2025-03&asof=2026-09-14",
        "China’s rare earth exports rose 5.1 % while imports fell 30.9 % in the first quarter of 2025 (printed, printed)",
    );
    check_trade("view=trade&t=2010-01..2010-12&asof=2026-09-14", "China’s rare earth trade (none, none)");
}

/// A number and its unit stay on one line, by a blank that does not break.
fn plain(sentence: &str) -> String {
    assert!(!sentence.contains(" %"), "{sentence}");
    sentence.replace('\u{202f}', " ")
}

#[track_caller]
fn check(query: &str, expected: &str) {
    let view = view(query);
    let headline = headline(&public(&shipped(), &view), &view);
    same(&plain(&EN.headline(headline.as_ref())), expected, query);
}

#[test]
fn where_imports_come_from() {
    let supplied = |shares: &str| format!("{shares} of China’s imported rare earth compounds and metals in");
    check("view=sourcing&asof=2026-09-14", &(supplied("Myanmar supplied 52.3 % and Laos 21.7 %") + " 2025"));
    check(
        "view=sourcing&t=2017..2024&asof=2026-09-14",
        &(supplied("Myanmar supplied 57.3 % and Laos 13.9 %") + " 2024"),
    );
    check(
        "view=sourcing&t=2017-01..2024-11&asof=2026-09-14",
        &(supplied("Myanmar supplied 65.8 % and Laos 10.3 %") + " 2023"),
    );
    // Laos has no record then, and what is not known is not said.
    check("view=sourcing&t=2017..2022&asof=2026-09-14", "China’s rare earth trade");
}

#[test]
fn the_newest_quotes() {
    check(
        "view=prices&pr=pr-metal&t=2019-01..2025-04&asof=2026-02-28",
        "Pr metal at 570,000 CNY per tonne on 24 April 2025; Dy oxide at 1,600,000–1,620,000 CNY per tonne on 25 April 2025",
    );
    check("view=prices&t=1990..1991&asof=2026-02-28", "China’s rare earth trade");
}
