//! The link grammar: a view to a link and back, every link ever shared, and links that were damaged on their way.

use crate::common::views::{KEYS, a_view};
use crate::common::{same, text};
use proptest::prelude::*;
use rare_earth_trade::view::link::{self, LinkIssue, parse, print};
use rare_earth_trade::view::{Frame, View};
use rare_earth_trade::words::EN;

/// The number of links that were ever shared; it only grows.
const SHARED: usize = 80;

fn words(issue: &LinkIssue) -> String {
    EN.link_issue(issue)
}

/// What a link prints to, and what of it could not be read.
#[track_caller]
fn check(query: &str, expected: &str, issues: &[&str]) {
    let (view, found) = parse(query);
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

#[test]
fn damaged_values_fall_back_alone() {
    let cases = [
        ("view", "trde", "one of overview trade sourcing prices"),
        ("view", "", "one of overview trade sourcing prices"),
        ("chart", "price", "one of trade origins baskets partners prices"),
        ("by", "Quarter", "one of month quarter year"),
        ("by", "year+", "one of month quarter year"),
        ("by", "ye%61r%zz", "one of month quarter year"),
        ("as", "percent", "one of tonnes change"),
        ("show", "shares", "one of tonnes share value unit-value"),
        ("year", "24", "a year such as 2024"),
        ("year", "2024-01", "a year such as 2024"),
        ("basket", "oxide", "a basket such as oxides, see docs/link.md"),
        ("pr", "dy-oxide", "one of prnd-oxide prnd-metal pr-oxide pr-metal"),
        ("dy", "pr-metal", "one of dy-oxide dy-metal dy-fe tb-oxide tb-metal"),
        ("market", "china", "one of domestic listing fob europe international average year-end"),
        ("unit", "eur", "one of cny-t cny-kg usd"),
        ("vat", "13", "one of incl excl"),
        ("asof", "2025-04-31", "a day such as 2025-04-21"),
        ("asof", "2025-4-1", "a day such as 2025-04-21"),
        ("_embed", "true", "1"),
        ("_theme", "night", "one of auto light dark"),
        ("_lang", "xx", "one of en"),
        ("_hide", "all", "title, controls or source, joined by ~"),
        ("_hide", "title~", "title, controls or source, joined by ~"),
        ("_id", "", "letters, digits, - and _, at most 64"),
        ("_id", "a b", "letters, digits, - and _, at most 64"),
        ("v", "2", "1: this link was made by another version"),
        ("v", "10", "1: this link was made by another version"),
        ("v", "", "1: this link was made by another version"),
    ];
    for (key, bad, expected) in cases {
        let found = if bad == "ye%61r%zz" { "year%zz" } else { bad };
        check(&format!("{key}={bad}"), "view=overview&v=1", &[&format!("{key} was “{found}”; expected {expected}")]);
    }
    let range = "a range of months such as 2019-01..latest or 2018-01..2025-03, the first before the last";
    for bad in [
        "2019-13..latest",
        "2019-01",
        "..",
        "2025-03..2019-01",
        "latest..2019-01",
        "2019-01..auto",
        "2019-01...latest",
        "2019-Q1..latest",
    ] {
        check(&format!("t={bad}"), "view=overview&v=1", &[&format!("t was “{bad}”; expected {range}")]);
    }
}

#[test]
fn the_rest_of_a_damaged_link_is_kept() {
    check(
        "?view=trde&t=2019-13..latest&by=quarter&x=1&v=1",
        "view=overview&by=quarter&x=1&v=1",
        &[
            "view was “trde”; expected one of overview trade sourcing prices",
            "t was “2019-13..latest”; expected a range of months such as 2019-01..latest or 2018-01..2025-03, \
             the first before the last",
        ],
    );
}

#[test]
fn keys_that_stand_twice() {
    check("by=year&by=year", "view=overview&by=year&v=1", &["by was “year”; expected each key only once"]);
    check("by=year&by=quarter", "view=overview&by=year&v=1", &["by was “quarter”; expected each key only once"]);
    check("x=1&x=2&v=1&v=1", "view=overview&x=1&x=2&v=1", &[]);
}

#[test]
fn keys_of_others_that_cannot_stand_in_a_link_are_dropped() {
    check("view=trade&x=<b>&y=\"&z=a b&w=中&ok=1", "view=trade&ok=1&v=1", &[]);
    check(&format!("view=trade&x={}", "y".repeat(600)), "view=trade&v=1", &[]);
}

#[test]
fn a_link_far_too_long() {
    let query = format!("view=trade&x={}&by=year", "y".repeat(100_000));
    let issue =
        "? was “100,021 characters”; expected a link of at most 4,000 characters; keys that are not ours were dropped";
    check(&query, "view=trade&by=year&v=1", &[issue]);
    let (view, issues) = parse(&"by=&".repeat(25_000));
    assert_eq!((print(&view).as_str(), issues.len() <= 20), ("view=overview&v=1", true));
    let (_, issues) = parse(&format!("by={}", "中".repeat(1000)));
    let found = format!("{}…", "中".repeat(40));
    assert!(matches!(&issues[0], LinkIssue::Value { found: cut, .. } if *cut == found), "{issues:?}");
}

#[test]
fn the_full_page_of_a_frame() {
    let frame = "view=sourcing&chart=baskets&year=2023&_embed=1&_theme=dark&_hide=title&_id=x&utm=1&v=1";
    assert_eq!(print(&link::full_page(&parse(frame).0)), "view=sourcing&year=2023&_theme=dark&v=1");
}

#[test]
fn every_byte_of_a_link_flipped() {
    let whole = "view=sourcing&chart=partners&t=2019-01..latest&show=share&basket=oxides&pr=pr-metal&asof=2025-04-21\
                 &_embed=1&_hide=title~source&_id=a-1&host=x&v=1";
    for place in 0..whole.len() {
        for bit in 0..7 {
            let mut bytes = whole.as_bytes().to_vec();
            bytes[place] ^= 1 << bit;
            let damaged = String::from_utf8_lossy(&bytes).into_owned();
            let (view, _) = parse(&damaged);
            let printed = print(&view);
            assert!(allowed(&printed), "{damaged}: {printed}");
            assert_eq!(parse(&printed), (view, Vec::new()), "{damaged}");
        }
    }
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
        prop_assert_eq!(parse(&link), (view.clone(), Vec::new()), "{}", link);
        prop_assert_eq!(parse(&format!("?{link}")), (view.clone(), Vec::new()));
        prop_assert_eq!(parse(&link.replace('&', "&amp;")), (view, Vec::new()));
        prop_assert!(link.ends_with("&v=1"), "{}", link);
    }

    #[test]
    fn links_are_short_and_plain(view in a_view(0..1)) {
        let link = print(&view);
        prop_assert!(allowed(&link), "{}", link);
        prop_assert!(link.len() < 360, "{} characters: {}", link.len(), link);
        let own = View { frame: Frame::default(), ..view };
        prop_assert!(print(&own).len() < 300, "{}", print(&own));
    }

    #[test]
    fn any_text_is_a_view_whose_link_is_stable(query in "\\PC{0,80}|([a-z_]{0,6}=[ -~]{0,12}&?){0,8}|(&?amp;|&|%[0-9a-f]{2}|[a-z]{1,2}=?){0,12}") {
        let (view, _) = parse(&query);
        let link = print(&view);
        prop_assert_eq!(parse(&link), (view, Vec::new()), "{}", link);
    }
}
