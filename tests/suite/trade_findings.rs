//! What the trade charts found: titles and subtitles, on made-up figures at the borders of each rule, and on the shipped ones.

use crate::common::{made_up, shipped, shown};
use rare_earth_trade::data::{Dataset, File};
use rare_earth_trade::view::ChartName;

/// Like for like, by year: the total of a year and its change on the one before, for imports and exports.
fn years(list: &[(&str, &str, &str)]) -> String {
    let row =
        |(period, flow, change): &(&str, &str, &str)| format!("{period},{flow},1000,,{change},1,,normal,2027-01-20,\n");
    list.iter().map(row).collect()
}

/// The title of a chart, with a number and its unit as usual blanks.
fn title(chart: ChartName, data: &Dataset, query: &str) -> String {
    shown(chart, data, query).caption().title.replace('\u{202f}', " ")
}

#[track_caller]
fn check(chart: ChartName, rows: &str, query: &str, expected: &str) {
    assert_eq!(title(chart, &made_up(&[(File::Trade, rows)]), query), expected, "{query}\n{rows}");
}

#[track_caller]
fn check_trade(list: &[(&str, &str, &str)], expected: &str) {
    check(ChartName::Trade, &years(list), "view=trade&t=2022-01..latest", expected);
}

const NEUTRAL: &str = "Imports and exports, in tonnes";

#[test]
fn since_a_year_needs_every_later_one() {
    let base = [("2022", "import", ""), ("2022", "export", "")];
    let with = |more: &[(&'static str, &'static str, &'static str)]| [&base, more].concat();
    let apart = with(&[
        ("2023", "import", "-10"),
        ("2023", "export", "5"),
        ("2024", "import", "-1.1"),
        ("2024", "export", "1.1"),
    ]);
    check_trade(&apart, "China’s rare earth imports have fallen since 2022, exports have risen");
    // A point is no margin.
    let flat = with(&[
        ("2023", "import", "-10"),
        ("2023", "export", "5"),
        ("2024", "import", "-1"),
        ("2024", "export", "1.1"),
    ]);
    check_trade(&flat, "China’s rare earth imports changed little in 2024; exports rose");
    // One year alone.
    check_trade(
        &with(&[("2023", "import", "-10"), ("2023", "export", "-5")]),
        "China’s rare earth imports and exports fell in 2023",
    );
    // The running year of one flow says otherwise.
    let running = [&*apart, &[("2025-Q1", "import", "3")]].concat();
    check_trade(&running, "China’s rare earth imports fell in 2023 and in 2024; exports rose");
    let running = [&*apart, &[("2025-Q1", "import", "-3")]].concat();
    check_trade(&running, "China’s rare earth imports have fallen since 2022, exports have risen");
    // So does the newest month alone.
    let month = [&*apart, &[("2024-12", "import", "20")]].concat();
    check_trade(&month, "China’s rare earth imports fell in 2023 and in 2024; exports rose");
    let month = [&*apart, &[("2023-12", "import", "20")]].concat();
    check_trade(&month, "China’s rare earth imports have fallen since 2022, exports have risen");
}

#[test]
fn the_highest_of_many_years_is_said() {
    // Tonnes of each year from 2020 on, of one flow.
    let of = |flow: &str, tonnes: &[i32]| -> String {
        let row = |(at, tonnes): (usize, &i32)| match tonnes {
            0 => String::new(),
            tonnes => format!("{},{flow},{tonnes},,,1,,normal,2027-01-20,\n", 2020 + at),
        };
        tonnes.iter().enumerate().map(row).collect()
    };
    let check = |rows: &str, expected: &str| check(ChartName::Trade, rows, "view=trade&t=2020-01..latest", expected);
    let exports = |tonnes: &[i32]| of("export", tonnes);
    let short = "China’s rare earth exports rose in 2024";
    check(&exports(&[90, 80, 95, 90, 100]), "Exports rose in 2024, to their highest of 2020–2024");
    // Four years are not many; one with less than a point below it, or a gap, ends the claim.
    check(&exports(&[0, 80, 95, 90, 100]), short);
    check(&exports(&[90, 80, 100, 90, 101]), short);
    check(&exports(&[90, 80, 1000, 900, 1011]), "Exports rose in 2024, to their highest of 2020–2024");
    check(&exports(&[90, 80, 95, 0, 99, 100]), "China’s rare earth exports rose in 2025");
    // Years before the gap do not count.
    check(&exports(&[200, 0, 80, 95, 90, 90, 100]), "Exports rose in 2026, to their highest of 2022–2026");
    // A running year neither ends it nor is one of them, unless it alone is what the title is about.
    let running = |change: &str| {
        format!("{}2025-Q1,export,20,,{change},1,,normal,2027-01-20,\n", exports(&[90, 80, 95, 90, 100]))
    };
    check(&running("5"), "Exports have risen since 2023, to their highest of 2020–2024");
    check(&running("0"), "China’s rare earth exports changed little in the first quarter of 2025");
    let fell_then_rose = format!("{}2025-Q1,export,20,,5,1,,normal,2027-01-20,\n", exports(&[90, 80, 95, 110, 100]));
    check(&fell_then_rose, "China’s rare earth exports rose in the first quarter of 2025");
    // Years with a change and no tonnes end it too: the highest of all lies after the year that the title names.
    let without_tonnes = |changes: &[&str]| -> String {
        let row = |(at, change): (usize, &&str)| format!("{},export,,,{change},1,,normal,2028-01-20,\n", 2025 + at);
        exports(&[80, 85, 90, 95, 100]) + &changes.iter().enumerate().map(row).collect::<String>()
    };
    check(&without_tonnes(&["-3", "5", "6"]), "China’s rare earth exports have risen since 2025");
    check(&without_tonnes(&["5"]), "China’s rare earth exports have risen since 2020");
    // Too long a title does without.
    let running = |flow: &str, change: &str| format!("2025-01/11,{flow},90,,{change},1,,normal,2027-01-20,\n");
    let long = [
        of("import", &[110, 105, 100, 95, 90]),
        of("export", &[60, 65, 70, 75, 80, 90]),
        running("import", "-5"),
        running("export", "5"),
        "2025-12,export,8,,-5,1,,normal,2027-01-20,\n".to_owned(),
    ];
    let long_title = "Imports fell in each year from 2021 to 2024 and in January–November 2025; exports rose";
    check(&long.concat(), long_title);
    let short_enough = "Imports fell in January–November 2025; exports rose, to their highest of 2020–2025";
    check(&long.concat().replace("import,90,", "import,99,"), short_enough);
    // The lowest; only of the flow that is named last, and not of both alike.
    let imports = of("import", &[100, 90, 95, 93, 80]);
    check(&imports, "Imports have fallen since 2022, to their lowest of 2020–2024");
    let both = |exports: &[i32]| [imports.clone(), of("export", exports)].concat();
    check(&both(&[90, 91, 93, 90, 92]), "China’s rare earth imports fell in 2024; exports rose");
    check(&both(&[90, 91, 93, 90, 99]), "Imports fell in 2024; exports rose, to their highest of 2020–2024");
    check(&both(&[100, 90, 95, 93, 80]), "China’s rare earth imports and exports have fallen since 2022");
    // A year that is weak does not count.
    check(&exports(&[90, 80, 95, 90, 100]).replacen("1,,normal", "1,,low", 1), short);
}

#[test]
fn a_gap_ends_the_run_of_years() {
    check_trade(
        &[("2022", "export", "5"), ("2023", "export", "5"), ("2025", "export", "6"), ("2026", "export", "6")],
        "China’s rare earth exports have risen since 2024",
    );
    // Years of one flow alone are said where no year has both.
    check_trade(
        &[("2022", "export", "5"), ("2023", "export", "5"), ("2024", "import", "6")],
        "China’s rare earth imports rose in 2024",
    );
    check_trade(&[("2022", "export", "")], NEUTRAL);
    check_trade(&[], NEUTRAL);
}

#[test]
fn no_finding_needs_a_weak_row() {
    let weak = "
        2024,import,900,,-10,1,,low,2025-01-14,
        2024,export,900,,5,1,,normal,2025-01-14,";
    let neutral = format!("{weak}\n2023,export,900,,5,1,,normal,2024-01-14,");
    let all = "view=trade&t=2023-01..latest";
    check(ChartName::Trade, &neutral, all, "China’s rare earth exports rose in 2024");
    // Eleven months say the same without it.
    let eleven = |change: &str| {
        format!(
            "{neutral}
            2024-01/11,import,800,,{change},1,,normal,2024-12-14,
            2024-01/11,export,800,,5,1,,normal,2024-12-14,"
        )
    };
    check(ChartName::Trade, &eleven("-9"), all, "China’s rare earth imports fell in 2024; exports rose");
    check(ChartName::Trade, &eleven("9"), all, "China’s rare earth imports and exports rose in January–November 2024");
    let two = format!(
        "{neutral}
        2024-01/02,import,800,,-9,1,,normal,2024-03-14,
        2024-01/02,export,800,,5,1,,normal,2024-03-14,"
    );
    check(ChartName::Trade, &two, all, "China’s rare earth imports fell in January–February 2024; exports rose");
}

#[test]
fn many_years_are_said_as_from_and_to() {
    let list: Vec<(&str, &str, &str)> =
        ["2019", "2020", "2021", "2022", "2023"].iter().map(|year| (*year, "export", "-5")).collect();
    let rows = years(&list) + &years(&[("2023-12", "export", "5")]);
    check(
        ChartName::Trade,
        &rows,
        "view=trade&t=2019-01..latest",
        "China’s rare earth exports fell in each year from 2020 to 2023",
    );
}

#[test]
fn what_the_newest_month_alone_says() {
    let rows = years(&[("2023", "import", ""), ("2024", "import", "-5"), ("2024-12", "import", "36.7")]);
    let caption = shown(ChartName::Trade, &made_up(&[(File::Trade, &rows)]), "view=trade").caption();
    assert!(
        caption.subtitle.starts_with("December 2024 alone: imports +37\u{202f}%. Each panel"),
        "{}",
        caption.subtitle
    );
}

#[test]
fn each_year_lower_or_higher() {
    let rows = |last: &str| {
        years(&[
            ("2023", "import", ""),
            ("2023", "export", ""),
            ("2024", "import", "-24.4"),
            ("2024", "export", "6"),
            ("2025", "import", last),
            ("2025", "export", "12.9"),
        ])
    };
    let check_ytd = |rows: &str, query: &str, expected: &str| check(ChartName::Ytd, rows, query, expected);
    check_ytd(&rows("-23"), "view=trade", "2023, 2024, 2025: imports lower each year, exports higher");
    check_ytd(&rows("-1"), "view=trade", "2023, 2024, 2025: exports higher each year");
    check_ytd(&rows("-23"), "view=trade&t=2024-01..2025-12", "Imports lower in 2025 than in 2024, exports higher");
    check_ytd(&rows("-23"), "view=trade&t=2025-01..2025-12", "Imports and exports since January");
    // A year of the row is missing.
    let gap = years(&[("2022", "import", ""), ("2024", "import", "-5"), ("2025", "import", "-5")]);
    check_ytd(&gap, "view=trade&t=2022-01..latest", "Imports and exports since January");
    // The running year is no part of it.
    let running = rows("-23") + &years(&[("2026-01/02", "import", "3"), ("2026-01/02", "export", "23")]);
    check_ytd(&running, "view=trade", "2023, 2024, 2025: imports lower each year, exports higher");
    let caption = shown(ChartName::Ytd, &made_up(&[(File::Trade, &running)]), "view=trade").caption();
    let said = "China’s rare earths, tonnes of gross weight since January. A line joins neighbouring months only.";
    assert_eq!(caption.subtitle, said);
}

#[test]
fn where_the_two_lie_furthest_apart() {
    let quarters = |list: &[(&str, &str, &str)]| years(list);
    let first = [("2024-Q1", "import", "-30"), ("2024-Q1", "export", "10")];
    let with = |import: &'static str, export: &'static str| {
        quarters(&[&first[..], &[("2024-Q2", "import", import), ("2024-Q2", "export", export)]].concat())
    };
    let check_change = |rows: &str, expected: &str| check(ChartName::Change, rows, "view=trade", expected);
    check_change(&with("-10", "5"), "Gap widest in the first quarter of 2024: 40 points between exports and imports");
    check_change(
        &with("20", "-30"),
        "Gap widest in the second quarter of 2024: 50 points, with imports ahead of exports",
    );
    // Where most periods are known of one flow alone, none is.
    let exports = |last: u32| -> String {
        let row = |quarter: u32| format!("2023-Q{quarter},export,1000,,90,1,,normal,2027-01-20,\n");
        (1..=last).map(row).collect::<String>() + &with("-10", "5")
    };
    let widest = "Gap widest in the first quarter of 2024: 40 points between exports and imports";
    check_change(&exports(1), widest);
    check_change(&exports(2), "Exports 15 points ahead of imports in the second quarter of 2024");
    let import = "2023-Q4,import,1000,,-90,1,,normal,2027-01-20,\n";
    check_change(&[import, &exports(1)].concat(), "Exports 15 points ahead of imports in the second quarter of 2024");
    // Within a point of another, none is the widest.
    check_change(&with("-30", "9"), "Exports 39 points ahead of imports in the second quarter of 2024");
    check_change(&with("-30", "10"), "Exports 40 points ahead of imports in the second quarter of 2024");
    // One quarter alone, and less than a point.
    check_change(&quarters(&first), "Exports 40 points ahead of imports in the first quarter of 2024");
    let even = [("2024-Q1", "import", "9.5"), ("2024-Q1", "export", "10")];
    check_change(&quarters(&even), "Imports and exports, change on a year before");
    check_change(&quarters(&first[..1]), "Imports and exports, change on a year before");
    // The widest needs a weak row, and another would not be the widest.
    let weak = with("-10", "5").replace("2024-Q1,import,1000,,-30,1,,normal", "2024-Q1,import,1000,,-30,1,,low");
    check_change(&weak, "Exports 15 points ahead of imports in the second quarter of 2024");
}

/// The titles of the three charts of the shipped figures.
#[track_caller]
fn check_shipped(query: &str, expected: [&str; 3]) {
    let data = shipped();
    let titles = [ChartName::Trade, ChartName::Ytd, ChartName::Change].map(|chart| title(chart, &data, query));
    assert_eq!(titles, expected, "{query}");
}

#[test]
fn the_shipped_figures() {
    check_shipped(
        "view=trade&asof=2026-11-26",
        [
            "China’s rare earth imports fell in 2024 and in January–September 2025; exports rose",
            "2023, 2024, 2025: imports lower each year, exports higher",
            "Gap widest in the third quarter of 2025: 43 points between exports and imports",
        ],
    );
    check_shipped(
        "view=trade&t=2023-01..2025-03&asof=2025-04-21",
        [
            "China’s rare earth imports have fallen since 2023, exports have risen",
            "Imports lower in 2024 than in 2023, exports higher",
            "Exports 36 points ahead of imports in the first quarter of 2025",
        ],
    );
    check_shipped(
        "view=trade&t=2018-01..latest&asof=2026-11-26",
        [
            "Imports fell in 2024 and in January–September 2025; exports rose, to their highest of 2018–2025",
            "2023, 2024, 2025: imports lower each year, exports higher",
            "Exports 43 points ahead of imports in the third quarter of 2025",
        ],
    );
    check_shipped(
        "view=trade&t=2018-01..2021-12&asof=2026-11-26",
        [
            "China’s rare earth exports rose in 2021",
            "Imports and exports since January",
            "Imports and exports, change on a year before",
        ],
    );
}
