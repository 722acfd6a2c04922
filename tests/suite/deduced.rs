//! What the charts show of periods that nobody published: intervals, sums that prove them, and figures that disagree.

use crate::common::{dedent, made_up, same, shipped, shown};
use rare_earth_trade::charts::mark::{Amount, How, Mark, What};
use rare_earth_trade::data::{Dataset, File, Flow};
use rare_earth_trade::html;
use rare_earth_trade::view::ChartName;
use rare_earth_trade::words::{Description, EN};

/// Everything that pointing at a deduced mark of the trade chart shows.
#[track_caller]
fn check(data: &Dataset, query: &str, title: &str, expected: &str) {
    let shown = shown(ChartName::Trade, data, query);
    let mark = shown.described().into_iter().find(|(mark, said)| mark.how == How::Deduced && said.title == title);
    let mark = mark.map_or_else(|| "not deduced\n".to_owned(), |(_, description)| said(&description));
    same(&plain(&mark), &dedent(expected), &format!("{query}: {title}"));
}

/// A number and its unit stay on one line, by a blank that does not break.
fn plain(text: &str) -> String {
    text.replace('\u{202f}', " ")
}

fn said(tip: &Description) -> String {
    let sources: Vec<&str> = tip.sources.iter().map(|line| line.text.split(',').next().unwrap_or_default()).collect();
    format!("{}\n{}\n[{}]\n", tip.value, tip.details.join("\n"), sources.join(", "))
}

const SUMS: &str = "
    2024-Q1,import,35696,,,1,,normal,2024-04-14,https://quarter.cn/
    2024-05,import,13747,,,1,,normal,2024-06-14,https://may.cn/
    2024-01/05,import,62589.2,,,1,,normal,2024-06-14,https://five.cn/";

#[test]
fn a_deduced_month_shows_the_sums_that_prove_it() {
    check(
        &made_up(&[(File::Trade, SUMS)]),
        "view=trade",
        "Imports, April 2024",
        "13,145.1 to 13,147.3 t
        worked out: nobody published exactly this period
        at most 13,147.25 t = January–May 2024 62,589.25 − first quarter of 2024 35,695.5 − May 2024 13,746.5
        at least 13,145.15 t = January–May 2024 62,589.15 − first quarter of 2024 35,696.5 − May 2024 13,747.5
        [quarter.cn, may.cn, five.cn]",
    );
}

#[test]
fn a_sum_names_the_changes_that_it_rests_on() {
    check(
        &shipped(),
        "view=trade&asof=2026-09-14",
        "Exports, January 2024",
        "5,852.7 to 5,856.4 t
        worked out: nobody published exactly this period
        at most 5,856.358277 t = first quarter of 2024 13,483.55 − February 2024* 2,917.641723 − March 2024 4,709.55
        * February 2024 at least 2,917.641723 t: from February 2025 3,216.7 (first quarter of 2025 14,177.55 − \
         January 2025 5,294.5 − March 2025 5,666.35) by the change on a year before printed for February 2025, +10.2 %
        at least 5,852.783204 t = first quarter of 2024 13,483.45 − February 2024* 2,921.016796 − March 2024 4,709.65
        * February 2024 at most 2,921.016796 t: from February 2025 3,217.5 by the change on a year before printed for \
         February 2025, +10.2 %
        [(second-hand copy; source withheld), mobile.newsis.com, rareresearch.co.jp, (second-hand copy; source withheld), \
         rawmaterials.net, en.gzxcmg.com]",
    );
}

#[test]
fn an_end_that_one_change_gives_is_said_once() {
    let query = "view=trade&t=2018-01..latest&asof=2026-09-14";
    let descriptions = shown(ChartName::Trade, &shipped(), query).descriptions();
    let details = descriptions.iter().flat_map(|description| &description.details);
    // A sum of one starred span would only repeat it.
    let repeats =
        |line: &&String| line.split_once(" = ").is_some_and(|(_, sum)| sum.contains('*') && !sum.contains(['+', '−']));
    assert_eq!(details.clone().filter(repeats).collect::<Vec<_>>(), Vec::<&String>::new());
    assert!(details.filter(|line| line.starts_with("* October 2022 at most")).count() > 0);
}

#[test]
fn only_what_was_public_is_used() {
    let made_up = made_up(&[(File::Trade, SUMS)]);
    check(&made_up, "view=trade&asof=2024-06-13", "Imports, April 2024", "not deduced");
    // The change printed in March 2025 narrowed it further.
    check(
        &shipped(),
        "view=trade&asof=2025-03-01",
        "Exports, January 2024",
        "5,848.8 to 5,859.0 t
        worked out: nobody published exactly this period
        at most 5,859 t = first quarter of 2024 13,483.55 − February 2024 2,915 − March 2024 4,709.55
        at least 5,848.8 t = first quarter of 2024 13,483.45 − February 2024 2,925 − March 2024 4,709.65
        [mobile.newsis.com, (second-hand copy; source withheld), mobile.newsis.com]",
    );
    // A figure that replaced another since goes into the sums instead of it.
    let replaced = crate::common::made_up(&[(
        File::Trade,
        &format!("{SUMS}\n2024-05,import,13700,,,1,,normal,2025-01-14,https://may-again.cn/"),
    )]);
    let value = |query: &str| {
        let descriptions = shown(ChartName::Trade, &replaced, query).descriptions();
        let april = descriptions.into_iter().find(|said| said.title == "Imports, April 2024");
        april.map(|said| said.value).unwrap_or_default()
    };
    assert_eq!(value("view=trade&asof=2024-12-31"), "13,145.1 to 13,147.3 t");
    assert_eq!(value("view=trade"), "13,142.6 to 13,243.8 t");
}

/// The months that a flow has a mark for, from the first to the last of a range, in the order of time.
fn months(query: &str, flow: Flow) -> Vec<Mark> {
    let shown = shown(ChartName::Trade, &shipped(), query);
    let of_flow = |mark: &&Mark| mark.what == What::Flow(flow) && mark.amount.is_some();
    let mut marks: Vec<Mark> = shown.figure.chart.marks().filter(of_flow).cloned().collect();
    marks.sort_by(|a, b| a.look.x.0.total_cmp(&b.look.x.0));
    marks
}

#[test]
fn imports_have_no_gap_from_march_2023_to_september_2025() {
    let imports = months("view=trade&t=2023-03..2025-09&asof=2026-09-14", Flow::Import);
    assert_eq!(imports.len(), 31);
    assert!(
        imports.windows(2).all(|pair| pair[0].look.x.1 == pair[1].look.x.0),
        "each starts where the one before ends"
    );
    let deduced = |flow| {
        let all = months("view=trade&t=2018-01..2025-12&asof=2026-09-14", flow);
        let of = |how: How| all.iter().filter(move |mark| mark.how == how);
        let is_pair = |mark: &&Mark| mark.when.span().is_some_and(|span| span.months() == 2);
        let pairs = of(How::Deduced).filter(is_pair).count();
        let narrow = |mark: &&Mark| match mark.amount {
            Some(Amount::TonnesBetween(low, high)) => (high - low).to_f64() <= 12.0_f64.max(high.to_f64() / 100.0),
            _ => false,
        };
        assert_eq!(all.iter().filter(narrow).count(), of(How::Deduced).count());
        (of(How::Deduced).count() - pairs, pairs, of(How::Bounded).count())
    };
    assert_eq!((deduced(Flow::Export), deduced(Flow::Import)), ((11, 4, 1), (17, 1, 1)));
}

/// The panel "Do the sources agree?" of a chart, a line per figure.
fn disputes(chart: ChartName, query: &str) -> Vec<String> {
    let shown = shown(chart, &shipped(), query);
    assert_eq!(shown.caption().listed_title, EN.more().tips.disputes_title);
    shown
        .listed()
        .iter()
        .map(|tip| plain(&format!("{} | {} | {}", tip.title, tip.value, tip.details[1..].join("; "))))
        .collect()
}

#[test]
fn disagreement_is_listed() {
    let trade = disputes(ChartName::Trade, "view=trade&asof=2026-09-14");
    let expected = [
        "Imports, October 2023: 10,819 t | off by 0.5 t | \
         does not fit: January–September 2023 134,334 t; January–October 2023 145,155 t",
        "Imports, December 2024: 9,645 t | off by 0.5 t | does not fit: 2024 132,931 t; January–November 2024 123,288 t",
        "Exports, January–November 2025: +11.6 % on a year before, as printed | off by 17.3 t | \
         does not fit: January–November 2024 52,105 t; January–November 2025 58,193.1 t",
        "Exports, January–July 2019: −7.3 % on a year before, as printed | off by 16.8 t | \
         does not fit: January–May 2018 20,769.8 t; June 2018 5,456 t; July 2018 4,529 t; January–July 2019 28,476 t",
        "Exports, January–May 2011: 23,742 t | off by 6,791.5 t | does not fit: 2011 16,900 t",
        "Exports, 2019: −12.6 % on a year before, as printed | off by 159.5 t | \
         does not fit: 2018 53,224 t; 2019 46,330 t; January–October 2019 40,037.2 t; November 2019 2,636 t; December 2019 3,657 t",
        "Exports, January–May 2011: −8.8 % on a year before, as printed |  | ",
    ];
    assert_eq!(trade, expected);
    // The first half of 2018, 26,000 t and rounded, fits.
    assert!(trade.iter().all(|line| !line.contains("26,000")), "{trade:?}");
}

#[test]
fn disagreement_of_origins_is_listed() {
    let origins = disputes(ChartName::Origins, "view=sourcing&asof=2026-09-14");
    assert!(
        origins.iter().any(|line| line.starts_with("Myanmar, Oxides, 2023: 50,000 t | off by 3,288.5 t")),
        "{origins:?}"
    );
}

#[test]
fn an_origins_month_is_deduced_too() {
    let rows = "
        2024-Q1,MMR,oxides,28461000,3000.5,,,,published,,main,normal,2024-04-20,A,https://a.cn/,
        2024-01/02,MMR,oxides,28461000,2000.2,,,,published,,main,normal,2024-03-20,A,https://a.cn/,";
    let shown = shown(ChartName::Partners, &made_up(&[(File::Origins, rows)]), "view=sourcing");
    let march = shown.described().into_iter().find(|(mark, _)| mark.how == How::Deduced);
    let march = march.map(|(_, tip)| format!("{}: {}", tip.title, tip.value)).unwrap_or_default();
    assert_eq!(march, "Myanmar, Oxides, March 2024: 1,000.2 to 1,000.4 t");
}

#[test]
fn the_table_and_the_file_carry_the_proof() {
    let shown = shown(ChartName::Trade, &made_up(&[(File::Trade, SUMS)]), "view=trade");
    let file = html::csv(&shown.records(), &[]);
    let line = file.split("\r\n").find(|line| line.starts_with("Imports,2024-04")).unwrap_or_default();
    let expected = "Imports,2024-04,,13145.1,13147.3,t,,worked out,quarter.cn; may.cn; five.cn,\
        https://quarter.cn/; https://may.cn/; https://five.cn/,normal,2024-06-14,\
        \"worked out: nobody published exactly this period; at most 13,147.25 t = January–May 2024 62,589.25 − \
        first quarter of 2024 35,695.5 − May 2024 13,746.5; at least 13,145.15 t = January–May 2024 62,589.15 − \
        first quarter of 2024 35,696.5 − May 2024 13,747.5\"";
    assert_eq!(line, expected);
    let table = html::table_rows(&shown.records(), &EN).into_string();
    assert!(table.contains("at least 13,145.15 t = January–May 2024 62,589.15 − "), "{table}");
}
