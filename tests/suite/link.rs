//! The link grammar: a view to a link and back, every link ever shared, and links that were damaged on their way.

use crate::common::views::{KEYS, a_link_of_version_1, a_view};
use crate::common::{same, text};
use proptest::prelude::*;
use rare_earth_trade::view::link::{self, Link, LinkIssue, parse, print};
use rare_earth_trade::view::{ChartName, Frame, Start, View};
use rare_earth_trade::words::EN;

/// The number of links that were ever shared; it only grows.
const SHARED: usize = 150;

fn words(issue: &LinkIssue) -> String {
    EN.link_issue(issue)
}

/// What a link prints to, and what of it could not be read.
#[track_caller]
fn check(query: &str, expected: &str, issues: &[&str]) {
    let Link { view, issues: found, .. } = parse(query);
    let short: String = query.chars().take(200).collect();
    same(&print(&view), expected, &short);
    same(&found.iter().map(words).collect::<Vec<_>>().join("\n"), &issues.join("\n"), &short);
}

#[test]
fn every_link_ever_shared() {
    let list = text("tests/links.txt");
    let links: Vec<&str> = list.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).collect();
    assert!(links.len() >= SHARED, "this list only grows: {} of {SHARED}", links.len());
    for line in links {
        let Some((query, canonical)) = line.split_once(" => ") else { panic!("no `=>` in {line}") };
        check(query, canonical, &[]);
        check(canonical, canonical, &[]);
    }
}

/// What the grammar's description shows as a link is one.
#[test]
fn the_examples_of_the_description() {
    let described = text("docs/link.md");
    let examples: Vec<&str> = described.split(['`', ' ', '\n']).filter(|word| word.starts_with("?view=")).collect();
    assert!(examples.len() > 5, "{examples:?}");
    for example in examples {
        check(example, &example[1..], &[]);
    }
}

/// What a key could not hold, and what was expected, in a link that says its version.
#[track_caller]
fn check_damaged(version: &str, plain: &str, cases: &[(&str, &str, &str)]) {
    for (key, bad, expected) in cases {
        let found = if *bad == "ye%61r%zz" { "year%zz" } else { bad };
        let issue = format!("{key} was “{found}”; expected {expected}");
        check(&format!("{key}={bad}&v={version}"), plain, &[&issue]);
    }
}

#[test]
fn damaged_values_fall_back_alone() {
    let charts = "one of trade, ytd, change, gap, origins, shifts, baskets, origins-value, partners, index, prices, outside, relative, concentration, \
         quarters, additions, capacity, shares, costs, volumes, oxide-prices, newcomers, \
         demand, supply, break-even";
    let range = "a range of months such as 2019-01..latest or 2018-01..2025-03, the first before the last";
    let hide = "title, controls or source, joined by ~";
    let id = "letters, digits, - and _, at most 64";
    let figure = "the id of a figure of the article such as export-month";
    let cases = [
        ("view", "trde", "one of overview, trade, sourcing, prices, article, whatif"),
        ("view", "", "one of overview, trade, sourcing, prices, article, whatif"),
        ("chart", "price", charts),
        ("figure", "a_b", figure),
        ("figure", "", figure),
        ("by", "quarters", "one of month, quarter, year"),
        ("by", "year+", "one of month, quarter, year"),
        ("by", "ye%61r%zz", "one of month, quarter, year"),
        ("change", "years", "one of month, quarter, year"),
        ("years", "2023", "two years such as 2023~2025"),
        ("years", "2025~2023", "two years such as 2023~2025"),
        ("years", "2023~2023", "two years such as 2023~2025"),
        ("year", "24", "a year such as 2024"),
        ("year", "2024-01", "a year such as 2024"),
        ("baskets", "six", "one of five, all"),
        ("basket", "oxide", "a basket such as oxides, see docs/link.md"),
        ("base", "2025", "article, controls or a month such as 2025-03"),
        ("base", "2025-13", "article, controls or a month such as 2025-03"),
        ("trade-base", "2025", "a month such as 2025-03"),
        ("average", "4", "one of none, 3, 6, 12"),
        ("scale", "ln", "one of linear, log"),
        ("product", "gold", "products such as pr-metal~dy-oxide"),
        ("product", "pr-metal~", "products such as pr-metal~dy-oxide"),
        ("market", "china", "one of domestic, listing, fob, europe, international, average, year-end"),
        ("unit", "eur", "one of cny-t, cny-kg, usd"),
        ("vat", "13", "one of incl, excl"),
        ("magnets", "much", "a whole number from 0 to 500,000"),
        ("magnets", "500001", "a whole number from 0 to 500,000"),
        ("magnets", "50000.5", "a whole number from 0 to 500,000"),
        ("pr-ratio", "", "a number from 0 to 10, with at most two decimals"),
        ("pr-ratio", "1,5", "a number from 0 to 10, with at most two decimals"),
        ("dy-ratio", "-1", "a number from 0 to 10, with at most two decimals"),
        ("myanmar", "-101", "a number from −100 to 200, with at most one decimal"),
        ("laos", "200.1", "a number from −100 to 200, with at most one decimal"),
        ("malaysia", "1e2", "a number from −100 to 200, with at most one decimal"),
        ("others", "+5", "a number from −100 to 200, with at most one decimal"),
        ("mines", "NaN", "a whole number from 0 to 200,000"),
        ("ramp", "101", "a number from 0 to 100, with at most one decimal"),
        ("magnex", "-0.1", "a number from 0 to 200, with at most one decimal"),
        ("prnd-price", "0", "a whole number from 10,000 to 5,000,000"),
        ("prnd-share", "0.9", "a number from 1 to 100, with at most one decimal"),
        ("ho-dy", "18%", "a number from 0 to 200, with at most one decimal"),
        ("dy-price", "9999999999", "a whole number from 10,000 to 5,000,000"),
        ("dy-share", "all", "a number from 1 to 100, with at most one decimal"),
        ("asof", "2025-04-31", "a day such as 2025-04-21"),
        ("asof", "2025-4-1", "a day such as 2025-04-21"),
        ("_embed", "true", "1"),
        ("_theme", "night", "one of auto, light, dark"),
        ("_lang", "xx", "one of en"),
        ("_hide", "all", hide),
        ("_hide", "title~", hide),
        ("_id", "", id),
        ("_id", "a.b", id),
        ("t", "2019-13..latest", range),
        ("t", "2019-01", range),
        ("t", "..", range),
        ("t", "2025-03..2019-01", range),
        ("t", "latest..2019-01", range),
        ("t", "2019-01..auto", range),
        ("t", "2019-01..long", range),
        ("t", "2019-01...latest", range),
        ("t", "2019-Q1..latest", range),
    ];
    check_damaged("2", "view=overview&v=2", &cases);
}

#[test]
fn damaged_values_of_an_older_link_too() {
    let overview = "view=overview&t=long..latest&product=prnd-oxide~dy-oxide&v=2";
    let cases = [
        ("view", "trde", "one of overview, trade, sourcing, prices"),
        ("chart", "demand", "one of trade, origins, baskets, partners, prices"),
        ("chart", "ytd", "one of trade, origins, baskets, partners, prices"),
        ("as", "percent", "one of tonnes, change"),
        ("show", "shares", "one of tonnes, share, value, unit-value"),
        ("pr", "dy-oxide", "one of prnd-oxide, prnd-metal, pr-oxide, pr-metal"),
        ("dy", "pr-metal", "one of dy-oxide, dy-metal, dy-fe, tb-oxide, tb-metal"),
        ("market", "china", "one of domestic, listing, fob, europe, international, average, year-end"),
    ];
    check_damaged("1", overview, &cases);
}

#[test]
fn a_version_that_is_none() {
    let issue = |found: &str| format!("v was “{found}”; expected 1 or 2: this link was made by another version");
    check("v=3", "view=overview&v=2", &[&issue("3")]);
    check("view=trade&v=10", "view=trade&v=2", &[&issue("10")]);
    check("view=trade&by=year&v=x", "view=trade&by=year&v=2", &[&issue("x")]);
    // Cut off: what it holds says which it was.
    check("v=", "view=overview&v=2", &[&issue("")]);
    check("view=trade&v=", "view=trade&t=long..latest&v=2", &[&issue("")]);
    check("view=trade&chart=ytd&v=", "view=trade&chart=ytd&v=2", &[&issue("")]);
}

#[test]
fn the_version_of_a_link_that_does_not_say_it() {
    // The page as it is now, with keys of hosts and a look.
    for query in ["", "?", "utm_source=mail", "_theme=dark", "_lang=en&_hide=source"] {
        let link = parse(query);
        assert_eq!((link.view.range.from, link.issues), (Start::Own, Vec::new()), "{query}");
    }
    // A link of before, or by hand as before.
    for query in ["view=overview", "view=trade", "by=year", "pr=pr-metal", "chart=prices&_embed=1", "_embed=1"] {
        assert_eq!(parse(query).view.range.from, Start::Long, "{query}");
    }
    // Something that only version 2 knows.
    for query in
        ["view=trade&chart=ytd", "view=trade&change=month", "product=pr-metal", "view=sourcing&years=2022~2024"]
    {
        let link = parse(query);
        assert_eq!((link.view.range.from, link.issues), (Start::Own, Vec::new()), "{query}");
    }
    assert_eq!(parse("view=trade&t=long..2025-03&show=share").view.unknown, ["show=share"]);
}

/// What an older link showed that another chart shows now.
#[track_caller]
fn check_replaced(query: &str, chart: Option<ChartName>, expected: &[&str]) {
    let link = parse(query);
    let line = expected.join("; ");
    let line = if line.is_empty() {
        line
    } else {
        format!("This link was made for an earlier form of this page: {line}. Months and figures are the same.")
    };
    same(&EN.link_replaced(&link.replaced), &line, query);
    assert_eq!((link.view.chart, link.issues), (chart, Vec::new()), "{query}");
}

#[test]
fn an_older_link_says_what_shows_it_now() {
    let name = |chart| EN.chart_name(chart);
    let change = format!("imports and exports as a change on a year before is now “{}”", name(ChartName::Change));
    let gap = format!("origins by year is now “{}”", name(ChartName::Gap));
    let share = format!("origins as parts of the year’s tonnes is now “{}”", name(ChartName::Origins));
    let value = format!("origins by value is now “{}”", name(ChartName::OriginsValue));
    let unit = format!("origins by dollars a tonne is now “{}”", name(ChartName::OriginsValue));
    check_replaced("", None, &[]);
    check_replaced("view=overview&v=2", None, &[]);
    check_replaced("view=overview&v=1", None, &[&gap]);
    check_replaced("view=overview&as=change&v=1", None, &[&change, &gap]);
    check_replaced("view=trade&v=1", None, &[]);
    check_replaced("view=trade&as=change&v=1", None, &[&change]);
    check_replaced("view=sourcing&v=1", None, &[]);
    check_replaced("view=sourcing&as=change&v=1", None, &[]);
    check_replaced("view=sourcing&show=share&v=1", None, &[&share]);
    check_replaced("view=sourcing&show=value&v=1", None, &[&value]);
    check_replaced("view=prices&show=value&v=1", None, &[]);
    check_replaced("view=trade&_embed=1&v=1", Some(ChartName::Trade), &[]);
    check_replaced("view=trade&as=change&_embed=1&v=1", Some(ChartName::Change), &[&change]);
    check_replaced("view=overview&_embed=1&v=1", Some(ChartName::Trade), &[]);
    check_replaced("view=sourcing&_embed=1&v=1", Some(ChartName::Origins), &[]);
    check_replaced("chart=origins&show=unit-value&_embed=1&v=1", Some(ChartName::OriginsValue), &[&unit]);
    check_replaced("chart=baskets&show=value&_embed=1&v=1", Some(ChartName::Baskets), &[]);
    check_replaced("view=prices&_embed=1&v=1", Some(ChartName::Prices), &[]);
    check_replaced("view=sourcing&chart=partners&_embed=1&v=1", Some(ChartName::Partners), &[]);
}

#[test]
fn the_rest_of_a_damaged_link_is_kept() {
    check(
        "?view=trde&t=2019-13..latest&by=quarter&x=1&v=2",
        "view=overview&by=quarter&x=1&v=2",
        &[
            "view was “trde”; expected one of overview, trade, sourcing, prices, article, whatif",
            "t was “2019-13..latest”; expected a range of months such as 2019-01..latest or 2018-01..2025-03, \
             the first before the last",
        ],
    );
}

#[test]
fn keys_that_stand_twice() {
    check("by=year&by=year&v=2", "view=overview&by=year&v=2", &["by was “year”; expected each key only once"]);
    check("by=year&by=quarter&v=2", "view=overview&by=year&v=2", &["by was “quarter”; expected each key only once"]);
    check("x=1&x=2&v=2&v=1", "view=overview&x=1&x=2&v=2", &[]);
    check(
        "view=trade&pr=pr-oxide&pr=pr-metal&v=1",
        "view=trade&t=long..latest&product=pr-oxide~dy-oxide&v=2",
        &["pr was “pr-metal”; expected each key only once"],
    );
}

#[test]
fn keys_of_others_that_cannot_stand_in_a_link_are_dropped() {
    check("view=trade&x=<b>&y=\"&z=a b&w=中&ok=1&v=2", "view=trade&ok=1&v=2", &[]);
    check(&format!("view=trade&x={}&v=2", "y".repeat(600)), "view=trade&v=2", &[]);
    // A host's before version 2, ours since.
    check("view=trade&product=x&%70roduct=y&change=z&v=1", "view=trade&t=long..latest&v=2", &[]);
    // Ours in version 1, a host's since.
    check("view=trade&show=x&v=2", "view=trade&show=x&v=2", &[]);
}

#[test]
fn a_link_far_too_long() {
    let query = format!("view=trade&x={}&by=year&v=2", "y".repeat(100_000));
    let issue =
        "? was “100,025 characters”; expected a link of at most 4,000 characters; keys that are not ours were dropped";
    check(&query, "view=trade&by=year&v=2", &[issue]);
    let link = parse(&("by=&".repeat(25_000) + "v=2"));
    assert_eq!((print(&link.view).as_str(), link.issues.len() <= 20), ("view=overview&v=2", true));
    let issues = parse(&format!("by={}", "中".repeat(1000))).issues;
    let found = format!("{}…", "中".repeat(40));
    assert!(matches!(&issues[0], LinkIssue::Value { found: cut, .. } if *cut == found), "{issues:?}");
}

#[test]
fn what_a_host_encoded_around_our_keys_is_not_read_twice() {
    check("view=prices&utm%3Dx%26asof%3D2025-04-21&v=2", "view=prices&asof=2025-04-21&v=2", &[]);
    check("view=prices&utm%3Dx&v=2", "view=prices&utm%3Dx&v=2", &[]);
}

#[test]
fn a_key_one_letter_away_is_named() {
    let near = |found: &str, text: &str, key: &str| {
        format!("{found} was “{text}”; there is no such key, and {key} may be meant")
    };
    check("view=overview&asoff=2025-04-21&v=2", "view=overview&v=2", &[&near("asoff", "2025-04-21", "asof")]);
    check("veiw=trade&v=2", "view=overview&v=2", &[&near("veiw", "trade", "view")]);
    // A host's keys are no matter of a frame, but a day that was meant is.
    check("view=trade&chart=ytd&views=5&_embed=1&v=2", "view=trade&chart=ytd&_embed=1&views=5&v=2", &[]);
    check(
        "view=trade&chart=ytd&aof=2025-04-21&_embed=1&v=2",
        "view=trade&chart=ytd&_embed=1&v=2",
        &[&near("aof", "2025-04-21", "asof")],
    );
    check("view=trade&utm_source=letter&v=2", "view=trade&utm_source=letter&v=2", &[]);
}

#[test]
fn the_full_page_of_a_frame() {
    let frame = "view=sourcing&chart=baskets&year=2023&_embed=1&_theme=dark&_hide=title&_id=x&utm=1&v=2";
    assert_eq!(print(&link::full_page(&parse(frame).view)), "view=sourcing&year=2023&_theme=dark&v=2");
}

#[test]
fn every_byte_of_a_link_flipped() {
    let old = "view=sourcing&chart=partners&t=2019-01..latest&show=share&basket=oxides&pr=pr-metal&asof=2025-04-21\
               &_embed=1&_hide=title~source&_id=a-1&host=x&v=1";
    let new = "view=sourcing&chart=partners&t=2019-01..latest&years=2022~2024&basket=oxides&product=pr-metal\
               &asof=2025-04-21&_embed=1&_hide=title~source&_id=a-1&host=x&v=2";
    for whole in [old, new] {
        for (place, bit) in (0..whole.len()).flat_map(|place| (0..7).map(move |bit| (place, bit))) {
            let mut bytes = whole.as_bytes().to_vec();
            bytes[place] ^= 1 << bit;
            let damaged = String::from_utf8_lossy(&bytes).into_owned();
            let view = parse(&damaged).view;
            let printed = print(&view);
            assert!(allowed(&printed), "{damaged}: {printed}");
            assert_eq!(parse(&printed), plain(view), "{damaged}");
        }
    }
}

/// A view that its link says whole.
fn plain(view: View) -> Link {
    Link { view, ..Link::default() }
}

/// Whether our keys hold only what chat and mail programs leave alone; a host's keys are its own.
fn allowed(link: &str) -> bool {
    let plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._~-".contains(&byte));
    link.split('&').all(|pair| pair.split_once('=').is_none_or(|(key, value)| !KEYS.contains(&key) || plain(value)))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn a_view_there_and_back(view in a_view(0..4)) {
        let link = print(&view);
        prop_assert_eq!(parse(&link), plain(view.clone()), "{}", link);
        prop_assert_eq!(parse(&format!("?{link}")), plain(view.clone()));
        prop_assert_eq!(parse(&link.replace('&', "&amp;")), plain(view));
        prop_assert!(link.ends_with("&v=2"), "{}", link);
    }

    #[test]
    fn every_link_of_version_1_is_understood_and_printed_as_what_it_shows(query in a_link_of_version_1()) {
        let link = parse(&query);
        prop_assert_eq!(&link.issues, &Vec::new(), "{}", query);
        prop_assert!(link.view.range.from != Start::Own, "{}", query);
        let printed = print(&link.view);
        prop_assert_eq!(parse(&printed), plain(link.view), "{}: {}", query, printed);
        // Links of version 1 could leave their version out, unless a host has a key that is ours by now.
        let unsaid = query.trim_end_matches("v=1").trim_end_matches('&');
        let chooses = ["view", "chart", "t", "by", "as", "show", "year", "basket", "pr", "dy", "market", "unit", "vat",
            "asof", "_embed"];
        if unsaid.split('&').any(|pair| chooses.contains(&pair.split('=').next().unwrap_or_default())) {
            prop_assert_eq!(print(&parse(unsaid).view), printed, "{}", unsaid);
        }
    }

    #[test]
    fn links_are_short_and_plain(view in a_view(0..1)) {
        let link = print(&view);
        prop_assert!(allowed(&link), "{}", link);
        prop_assert!(link.len() < 700, "{} characters: {}", link.len(), link);
        let own = View { frame: Frame::default(), ..view };
        prop_assert!(print(&own).len() < 620, "{}", print(&own));
    }

    #[test]
    fn any_text_is_a_view_whose_link_is_stable(query in "\\PC{0,80}|([a-z_]{0,6}=[ -~]{0,12}&?){0,8}|(&?amp;|&|%[0-9a-f]{2}|[a-z]{1,2}=?){0,12}") {
        let view = parse(&query).view;
        let link = print(&view);
        prop_assert_eq!(parse(&link), plain(view), "{}", link);
    }
}
