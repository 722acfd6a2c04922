//! Files that are something else, and forms of text that are fine.

use super::{PRICE, TRADE, check, read};
use crate::common::csv;
use rare_earth_trade::data::File;

#[test]
fn files_that_are_something_else() {
    let missing = "0 facts\ntrade.csv has no column “period” in its first line. Expected: period, flow, tonnes, value_usd, \
                   yoy_pct, sources, conflict, confidence, known_from, source_url";
    let empty = "0 facts\ntrade.csv is empty. It must start with a line of column names, see docs/data.md";
    let not_text = "0 facts\ntrade.csv is not text in UTF-8. Save it as CSV in UTF-8";
    let web_page =
        "0 facts\ntrade.csv is a web page, not a table: the server answers with a page where the file is missing";
    check(File::Trade, "", empty);
    check(File::Trade, "\n \r\n\t", empty);
    check(File::Trade, "\u{feff}", empty);
    check(File::Trade, "<!doctype html><html lang=\"en\"><body>Not found</body></html>", web_page);
    check(File::Trade, "\n\n  <html>\n<p>1,2,3</p>\n", web_page);
    check(File::Trade, "{\"error\": \"not found\"}\n", missing);
    check(File::Trade, csv(File::Trade, TRADE).replace(',', ";"), missing);
    check(File::Trade, csv(File::Trade, TRADE).replace("period", "Period"), missing);
    let utf_16: Vec<u8> = csv(File::Trade, TRADE).encode_utf16().flat_map(u16::to_le_bytes).collect();
    check(File::Trade, &utf_16, not_text);
    check(File::Trade, [b"\xff\xfe".as_slice(), &utf_16].concat(), not_text);
    check(File::Trade, b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03", not_text);
    let wide = csv(File::Prices, PRICE);
    check(
        File::Events,
        wide,
        "0 facts\nevents.csv has no column “kind” in its first line. Expected: date, kind, title, confidence, source_url",
    );
}

#[test]
fn forms_of_text_that_are_fine() {
    let plain = csv(File::Trade, TRADE);
    check(File::Trade, format!("\u{feff}{plain}"), "1 facts");
    check(File::Trade, plain.replace('\n', "\r\n"), "1 facts");
    check(File::Trade, plain.replace('\n', "\r"), "1 facts");
    check(File::Trade, format!("\n{}", plain.replace('\n', "\n\n")), "1 facts");
    check(File::Trade, plain.replace("7757", "\"7757\""), "1 facts");
    let further = plain.replace("source_url", "source_url,mine").replace("a.cn/", "a.cn/,x");
    check(File::Trade, further, "1 facts");
    let hundred = ",x".repeat(90);
    check(File::Trade, plain.replace('\n', &format!("{hundred}\n")), "1 facts");
}

#[test]
fn of_two_columns_of_a_name_the_first_counts() {
    let twice = csv(File::Trade, TRADE).replace("tonnes", "tonnes,tonnes").replace("7757", "7757,1");
    assert_eq!(read(File::Trade, twice.as_bytes()).1, read(File::Trade, csv(File::Trade, TRADE).as_bytes()).1);
}
