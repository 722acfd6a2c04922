//! Figures of any size: tiny ones, none but zeros, one beside a huge one. None that is not nothing is written as nothing,
//! no axis has two values that are written alike, and none goes below zero for figures that do not.

use crate::common::{csv, shown, svg, well_formed};
use rare_earth_trade::charts::mark::Amount;
use rare_earth_trade::data::{Dataset, File};
use rare_earth_trade::view::{ChartName, Page};

/// Rows of every file, with figures in place of the letters; in place of capitals at least a cent.
fn data(of: &dyn Fn(char) -> String) -> Dataset {
    let figure = |name: char| {
        let figure = of(name.to_ascii_lowercase());
        if name.is_ascii_uppercase() && figure.parse::<f64>().unwrap() < 0.01 { "0.01".to_owned() } else { figure }
    };
    let filled = |rows: &str| {
        rows.split('{').fold(String::new(), |text, part| match part.split_once('}') {
            Some((name, rest)) => text + &figure(name.chars().next().unwrap()) + rest,
            None => text + part,
        })
    };
    let rows = |file: File| match file {
        File::Trade => {
            "2024-03,import,{a},{B},,1,,normal,2024-04-14,
            2024-04,import,{b},,,1,,normal,2024-05-14,
            2025-03,import,{c},,,1,,normal,2025-04-14,
            2024-03,export,{c},,,1,,normal,2024-04-14,
            2025-03,export,{a},,,1,,normal,2025-04-14,"
        }
        File::Origins => {
            "2023,W00,compounds-metals,,{s},{S},,,published,,main,normal,2024-01-20,UN,,
            2023,MMR,compounds-metals,,{a},{B},,,published,,main,normal,2024-01-20,UN,,
            2023,LAO,compounds-metals,,{b},{A},,,published,,main,normal,2024-01-20,UN,,
            2024,W00,compounds-metals,,{s},{S},,,published,,main,normal,2025-01-20,UN,,
            2024,MMR,compounds-metals,,{b},{C},,,published,,main,normal,2025-01-20,UN,,
            2024,LAO,compounds-metals,,{c},{B},,,published,,main,normal,2025-01-20,UN,,
            2023,MMR,oxides,,{a},{B},,,published,,main,normal,2024-01-20,UN,,
            2024,MMR,oxides,,{b},{A},,,published,,main,normal,2025-01-20,UN,,
            2025,MMR,oxides,,{c},{A},,,published,,main,normal,2026-01-20,UN,,"
        }
        File::Prices => {
            "2025-02-03,day,PrNd oxide,china-domestic,{a},{a},,CNY,t,incl,SMM,normal,2025-02-03,
            2025-03-03,day,PrNd oxide,china-domestic,{b},{b},,CNY,t,incl,SMM,normal,2025-03-03,
            2025-04-18,day,PrNd oxide,china-domestic,{c},{c},,CNY,t,incl,SMM,normal,2025-04-18,
            2025-05-08,day,Dy oxide,fob-china,{a},{a},,USD,kg,excl,SMM,normal,2025-05-08,
            2025-06-08,day,Dy oxide,fob-china,{b},{b},,USD,kg,excl,SMM,normal,2025-06-08,"
        }
        File::Events | File::Article => "",
    };
    let data = Dataset::read(|file| Ok(csv(file, &filled(rows(file))).into_bytes()));
    assert_eq!(data.row_issues().len(), 0, "{:?}", data.row_issues());
    data
}

/// The texts beside the lines of an axis, a list for each.
fn axes(svg: &str) -> Vec<Vec<&str>> {
    let groups = svg.split("<g class=\"muted\" font-size=\"11\" text-anchor=\"end\">").skip(1);
    groups
        .map(|group| {
            let texts = group.split("</g>").next().unwrap_or_default().split("</text>");
            texts.filter_map(|text| text.rsplit_once('>')).map(|(_, text)| text).collect()
        })
        .collect()
}

/// Draws every chart of figures, wide and narrow, and looks at what is written.
#[track_caller]
fn check(of: &dyn Fn(char) -> String, name: &str) {
    let data = data(of);
    for chart in ChartName::ALL.iter().filter(|chart| !matches!(chart.page(), Page::Article | Page::WhatIf)) {
        for query in ["", "&t=2024-03..2024-03", "&product=prnd-oxide", "&vat=excl", "&change=year"] {
            let query = format!("view={}&asof=2026-02-28{query}", chart.page().name());
            for width in [288, 872] {
                let drawing = svg(*chart, &data, &query, width);
                let of = format!("{name}: {} {query} {width}", chart.name());
                well_formed(&drawing);
                let changes = matches!(chart, ChartName::Change | ChartName::Shifts | ChartName::Gap);
                for values in axes(&drawing) {
                    let mut different = values.clone();
                    different.sort_unstable();
                    different.dedup();
                    assert_eq!(different.len(), values.len(), "{of}: {values:?}");
                    assert!(changes || !values.iter().any(|value| value.starts_with('−')), "{of}: {values:?}");
                }
            }
            for (mark, said) in shown(*chart, &data, &query).described() {
                let height = mark.amount.map(Amount::height).unwrap_or_default();
                let nothing = !said.value.bytes().any(|byte| (b'1'..=b'9').contains(&byte));
                assert!(
                    height.abs() < 1e-9 || !nothing,
                    "{name}: {} {query}: {} is {height}",
                    chart.name(),
                    said.value
                );
            }
        }
    }
}

#[test]
fn figures_of_any_size_are_written_as_what_they_are() {
    let power = |name: char| match name {
        'a' => "43",
        'b' => "20",
        'c' => "51",
        _ => "114",
    };
    for zeros in 0..4_usize {
        check(&|name| format!("0.{}{}", "0".repeat(zeros), power(name)), "small");
        check(&|name| format!("{}{}", power(name), "0".repeat(zeros * 2)), "large");
    }
    check(&|_| "0.000001".to_owned(), "all a gram");
    check(&|_| "5".to_owned(), "all the same");
    check(&|name| if name == 's' { "12345678.000001" } else { "0.000001" }.to_owned(), "a gram in a world");
    for tiny in ['a', 'b', 'c'] {
        check(&|name| if name == tiny { "0.04" } else { "9876543.2" }.to_owned(), "one tiny beside huge ones");
        check(&|name| if name == tiny { "9876543.2" } else { "0.04" }.to_owned(), "one huge beside tiny ones");
        check(&|name| if name == tiny { "100000.001" } else { "100000" }.to_owned(), "nearly the same");
        check(&|name| if name == tiny { "0.04" } else { "0.040001" }.to_owned(), "nearly the same and tiny");
    }
}

/// A price of nothing is none, so that its rows are refused.
#[test]
fn nothing_but_zeros_is_drawn() {
    let zeros = Dataset::read(|file| {
        let rows = match file {
            File::Trade => "2025-03,import,0,0,,1,,normal,2025-04-14,\n2025-03,export,0,,,1,,normal,2025-04-14,",
            File::Origins => {
                "2023,W00,compounds-metals,,0,0,,,published,,main,normal,2024-01-20,UN,,
                2023,MMR,compounds-metals,,0,0,,,published,,main,normal,2024-01-20,UN,,
                2024,W00,compounds-metals,,0,0,,,published,,main,normal,2025-01-20,UN,,
                2024,MMR,compounds-metals,,0,0,,,published,,main,normal,2025-01-20,UN,,"
            }
            _ => "",
        };
        Ok(csv(file, rows).into_bytes())
    });
    for chart in [ChartName::Trade, ChartName::Ytd, ChartName::Gap, ChartName::Origins, ChartName::OriginsValue] {
        let drawing = svg(chart, &zeros, &format!("view={}", chart.page().name()), 600);
        well_formed(&drawing);
        for values in axes(&drawing) {
            assert_eq!(values, ["0"], "{}", chart.name());
        }
    }
}
