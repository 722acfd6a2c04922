//! Files that are cut, damaged or noise.

use super::{ARTICLE, EVENT, ORIGIN, PRICE, TRADE, check, draw_everything, read};
use crate::common::{csv, shipped_bytes};
use proptest::prelude::*;
use rare_earth_trade::data::{File, MAX_BYTES, RowIssue};
use rare_earth_trade::words::EN;

/// So many good rows, of which no two are the same.
fn trade_rows(count: usize) -> String {
    let row = |number: usize| TRADE.replace("a.cn", &format!("a{number}.cn"));
    (1..count).map(row).chain([TRADE.to_owned()]).collect::<Vec<_>>().join("\n")
}

#[test]
fn rows_that_cannot_be_read() {
    let rows = csv(File::Trade, &trade_rows(3));
    check(
        File::Trade,
        rows.replacen("7757,", "7757", 1),
        "2 facts\ntrade.csv, line 2: found “9 columns”, expected 10 columns",
    );
    let mut latin = rows.clone().into_bytes();
    let at = rows.find("a1.cn").expect("an address") + 1;
    latin[at] = 0xe9;
    check(File::Trade, latin, "2 facts\ntrade.csv, line 2: found “bytes that are not UTF-8”, expected text in UTF-8");
    check(
        File::Trade,
        rows.trim_end(),
        "3 facts\ntrade.csv, line 4: found “-04-14,https://a.cn/”, expected a line end: the file may be cut short",
    );
}

#[test]
fn a_row_is_named_by_its_own_line() {
    let bad = TRADE.replace("7757", "x");
    let found = "column tonnes: found “x”, expected tonnes, not negative, such as 5666.3";
    let other = TRADE.replace("a.cn", "b.cn");
    let rows = csv(File::Trade, &[&other, &bad, TRADE].join("\n"));
    check(File::Trade, &rows, &format!("3 facts\ntrade.csv, line 3, {found}"));
    check(File::Trade, rows.replace('\n', "\r\n"), &format!("3 facts\ntrade.csv, line 3, {found}"));
    check(File::Trade, rows.replace('\n', "\n\n"), &format!("3 facts\ntrade.csv, line 5, {found}"));
    // A row of two lines that another editor has added.
    let added = format!("{}{}\r\n{TRADE}\r\n", csv(File::Trade, &other), TRADE.replace("7757", "\"77\n57\""));
    let one_line = "expected text in one line: a quotation mark may be missing";
    check(File::Trade, added, &format!("2 facts\ntrade.csv, line 3, column tonnes: found “77\n57”, {one_line}"));
}

#[test]
fn a_quote_that_is_not_closed_swallows_no_row_in_silence() {
    let rows = csv(File::Trade, &trade_rows(3));
    let first = rows.replacen("7757", "\"7757", 1);
    check(File::Trade, first, "0 facts\ntrade.csv, line 2: found “3 columns”, expected 10 columns");
    let one_line = "expected text in one line: a quotation mark may be missing";
    let origins = [&ORIGIN.replace(",note", ",\"note"), ORIGIN, ORIGIN].join("\n");
    check(
        File::Origins,
        csv(File::Origins, &origins),
        &format!(
            "0 facts\norigins.csv, line 2, column note: found “note\n2025,LAO,oxides,28469019,5,6,7,8,pu…”, {one_line}"
        ),
    );
    let prices = [&PRICE.replace("SMM", "\"SMM"), &PRICE.replace("SMM", "SMM\""), PRICE].join("\n");
    check(
        File::Prices,
        csv(File::Prices, &prices),
        &format!(
            "1 facts\nprices.csv, line 2, column agency: found “SMM,normal,2025-04-21,https://a.cn/\n2025…”, {one_line}"
        ),
    );
}

#[test]
fn a_file_cut_anywhere_is_a_part_of_it_or_says_so() {
    let quoted = "2025,LAO,oxides,,5,,,,published,,main,normal,2026-01-20,\"U, N\",https://a.cn/,\"two\nlines\"";
    let files = [
        (File::Trade, csv(File::Trade, &format!("{TRADE}\n{TRADE}"))),
        (File::Origins, format!("{}{quoted}\n{ORIGIN}\n", csv(File::Origins, ORIGIN))),
        (File::Prices, csv(File::Prices, PRICE)),
        (File::Events, csv(File::Events, EVENT)),
        (File::Article, csv(File::Article, ARTICLE)),
    ];
    for (file, whole) in files {
        let all = read(file, whole.as_bytes()).1;
        for cut in 0..whole.len() {
            let (data, facts) = read(file, &whole.as_bytes()[..cut]);
            let doubts = data.file_errors().len() + data.row_issues().len();
            assert!(doubts > 0 || all.starts_with(&facts), "{}, cut at {cut}: {facts:?}", file.name());
        }
    }
}

#[test]
fn noise_is_refused() {
    let mut state = 1_u64;
    let noise: Vec<u8> = std::iter::repeat_with(|| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 56) as u8
    })
    .take(MAX_BYTES + 1)
    .collect();
    for file in File::ALL {
        let too_large = format!(
            "0 facts\n{} is {} bytes long, and at most {MAX_BYTES} are read: this is probably not the right file",
            file.name(),
            MAX_BYTES + 1
        );
        check(file, &noise, &too_large);
        let mut behind_header = csv(file, "").into_bytes();
        behind_header.extend_from_slice(&noise[..MAX_BYTES - 1000]);
        let (data, facts) = read(file, &behind_header);
        assert_eq!(facts, [] as [&str; 0]);
        assert!(data.row_issues().len() > 1000, "every row of noise is counted: {}", data.row_issues().len());
    }
}

/// Names that reach the drawing may hold anything that a cell can.
#[test]
fn text_from_a_file_does_not_break_the_drawing() {
    for text in ["<b>&amp;\"'", "]]>", "\u{1}\u{7f}\u{85}", "\u{fffe}\u{ffff}", "\u{202e}中文 \u{1f600}\u{a0}", "-->"]
    {
        let quoted = format!("\"{}\"", text.replace('"', "\"\""));
        let row = ORIGIN.replace("oxides", "compounds-line").replace("28469019", &quoted).replace("UN", &quoted);
        let (data, facts) = read(File::Origins, csv(File::Origins, &row).as_bytes());
        assert_eq!(facts.len(), 1, "{text:?}");
        draw_everything(&data);
    }
}

/// Line ends of another age, and of two ages in one file: no two rows have one line, by which they are named.
#[test]
fn files_with_line_ends_of_another_age() {
    for file in File::ALL {
        let returns: Vec<u8> =
            shipped_bytes(file).iter().map(|byte| if *byte == b'\n' { b'\r' } else { *byte }).collect();
        let (data, facts) = read(file, &returns);
        assert_eq!(facts.len(), read(file, &shipped_bytes(file)).1.len());
        draw_everything(&data);
    }
    let alike = csv(File::Trade, &trade_rows(90));
    check(File::Trade, alike.replace('\n', "\r"), "90 facts");
    let last = csv(File::Trade, &[&trade_rows(89), &*TRADE.replace("7757", "x")].join("\n"));
    let found = "column tonnes: found “x”, expected tonnes, not negative, such as 5666.3";
    for rows in [last.replace('\n', "\r"), last.replacen('\n', "\r", 30), last.replacen('\n', "\r\n", 60)] {
        check(File::Trade, rows, &format!("90 facts\ntrade.csv, line 91, {found}"));
    }
}

/// What every issue of a row must say.
fn complete(issue: &RowIssue, file: File, bytes: &[u8]) -> bool {
    let text = EN.row_issue(issue);
    let lines = bytes.iter().filter(|byte| matches!(byte, b'\n' | b'\r')).count() as u64 + 1;
    let place = format!("{}, line {}", file.name(), issue.line);
    let parts =
        text.split_once(": found “").and_then(|(before, after)| Some((before, after.split_once("”, expected ")?)));
    (1..=lines).contains(&issue.line)
        && parts.is_some_and(|(before, (_, expected))| before.starts_with(&place) && !expected.is_empty())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn flipped_bytes(
        file in 0..File::ALL.len(),
        flips in prop::collection::vec((any::<prop::sample::Index>(), 1_u8..=255), 1..12),
    ) {
        let file = File::ALL[file];
        let mut bytes = shipped_bytes(file);
        for (place, mask) in flips {
            let place = place.index(bytes.len());
            bytes[place] ^= mask;
        }
        let (data, _) = read(file, &bytes);
        for issue in data.row_issues() {
            prop_assert!(complete(issue, file, &bytes), "{issue:?}");
        }
        draw_everything(&data);
    }

    #[test]
    fn cells_of_anything(
        file in 0..File::ALL.len(),
        cells in prop::collection::vec((any::<prop::sample::Index>(), "[0-9.e+-]{0,16}|\\PC{0,9}|[\"\r\n,]{1,3}|2[0-9]{3}(-[0-9]{2})?"), 1..6),
    ) {
        let file = File::ALL[file];
        let whole = String::from_utf8(shipped_bytes(file)).unwrap_or_default();
        let mut rows: Vec<Vec<&str>> = whole.lines().take(60).map(|line| line.split(',').collect()).collect();
        for (place, cell) in &cells {
            let row = 1 + place.index(rows.len() - 1);
            let column = place.index(rows[row].len());
            rows[row][column] = cell;
        }
        let bytes = rows.iter().map(|cells| cells.join(",") + "\n").collect::<String>().into_bytes();
        let (data, _) = read(file, &bytes);
        for issue in data.row_issues() {
            prop_assert!(complete(issue, file, &bytes), "{issue:?}");
        }
        draw_everything(&data);
    }
}
