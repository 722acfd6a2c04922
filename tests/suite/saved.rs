//! Data files as people and programs save them: what is unambiguous is the same figures on the same lines, what was guessed
//! is said once, and what is ambiguous is named with what it could be.

use crate::common::{csv, dedent, same, shipped, shipped_bytes};
use rare_earth_trade::data::check;
use rare_earth_trade::data::repair::{Encoding, Repair, repair_files};
use rare_earth_trade::data::{Arrived, Dataset, File};
use rare_earth_trade::words::EN;

/// Decodes as a browser does.
fn decode(bytes: &[u8], name: &str) -> Option<String> {
    let encoding = encoding_rs::Encoding::for_label(name.as_bytes())?;
    let (text, had_errors) = encoding.decode_with_bom_removal(bytes);
    (!had_errors).then(|| text.into_owned())
}

/// Reads files as the page does: those that are not plain are written again.
fn read(content: impl Fn(File) -> Vec<u8>) -> (Dataset, Vec<(File, Repair)>) {
    let mut files: Vec<Arrived> = File::ALL.map(|file| (file, Ok(content(file)))).to_vec();
    let data = Dataset::read_files(&files);
    let repairs = repair_files(&mut files, &data, decode);
    (Dataset::read_files(&files), repairs)
}

/// Every shipped file saved in a way that loses nothing: the same facts on the same lines, no issue, and these repairs of
/// each file.
#[track_caller]
fn check_lossless(save: impl Fn(&str) -> Vec<u8>, expected: &[Repair]) {
    let (data, repairs) = read(|file| save(&String::from_utf8(shipped_bytes(file)).unwrap()));
    let issues: Vec<String> = data.row_issues().iter().map(|issue| EN.row_issue(issue)).take(3).collect();
    assert_eq!((data.file_errors(), issues), (Vec::new(), Vec::new()));
    let shipped = shipped();
    // Not in one assertion: its message would be thousands of lines.
    assert!(data.trade == shipped.trade, "trade.csv is another");
    assert!(data.origins == shipped.origins, "origins.csv is another");
    assert!(data.prices == shipped.prices, "prices.csv is another");
    assert!(data.events == shipped.events, "events.csv is another");
    assert!(data.article == shipped.article, "article.csv is another");
    let mut kinds: Vec<Repair> = Vec::new();
    for (_, repair) in repairs {
        if !kinds.contains(&repair) {
            kinds.push(repair);
        }
    }
    assert_eq!(kinds, expected);
}

/// A file with each of its rows changed; the first is the header.
fn rows(text: &str, separator: u8, change: impl Fn(usize, &mut Vec<String>)) -> Vec<u8> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let mut writer = csv::WriterBuilder::new().delimiter(separator).flexible(true).from_writer(Vec::new());
    for (index, row) in reader.records().enumerate() {
        let mut cells: Vec<String> = row.unwrap().iter().map(str::to_owned).collect();
        change(index, &mut cells);
        writer.write_record(cells).unwrap();
    }
    writer.into_inner().unwrap()
}

/// A file with each cell of its columns of numbers changed.
fn numbers(text: &str, separator: u8, change: impl Fn(String) -> String) -> Vec<u8> {
    const NUMBERS: [&str; 9] =
        ["tonnes", "value_usd", "yoy_pct", "share_pct", "low", "high", "mid", "value", "value_high"];
    let numbers: Vec<usize> = NUMBERS.iter().filter_map(|name| column(text, name)).collect();
    rows(text, separator, |index, cells| {
        for number in numbers.iter().filter(|_| index > 0) {
            cells[*number] = change(std::mem::take(&mut cells[*number]));
        }
    })
}

fn column(text: &str, name: &str) -> Option<usize> {
    text.lines().next()?.split(',').position(|column| column == name)
}

#[test]
fn what_loses_nothing_is_read_in_silence() {
    let plain = |text: &str| text.as_bytes().to_vec();
    check_lossless(plain, &[]);
    // Rows of commas only, as many as a spreadsheet has below its last row, and as wide.
    check_lossless(|text| [text, &",,,,,,,,,,,,,,,,,,,,\n".repeat(400)].concat().into_bytes(), &[]);
    check_lossless(
        |text| rows(text, b',', |_, cells| cells.iter_mut().for_each(|cell| *cell = format!(" {cell}\u{a0} "))),
        &[],
    );
    check_lossless(
        |text| {
            let (header, body) = text.split_once('\n').unwrap();
            [&*header.to_uppercase(), "\n", body].concat().into_bytes()
        },
        &[],
    );
    // In another order.
    check_lossless(|text| rows(text, b',', |_, cells| cells.reverse()), &[]);
    // A title above: the lines of the figures are those of the file, so they differ.
    let (data, repairs) = read(|file| [b"Figures of 2026\n\n".to_vec(), shipped_bytes(file)].concat());
    assert_eq!((data.file_errors(), data.row_issues().len(), repairs.len()), (Vec::new(), 0, 0));
    let first = |data: &Dataset| data.trade.as_ref().unwrap().facts[0].source.line;
    assert_eq!((first(&data), first(&shipped())), (4, 2));
}

#[test]
fn marks_for_nothing_are_nothing() {
    for mark in ["-", "–", "n/a", "NaN", "#N/A", ".."] {
        check_lossless(|text| numbers(text, b',', |cell| if cell.is_empty() { mark.to_owned() } else { cell }), &[]);
    }
}

#[test]
fn separators_are_guessed_and_said() {
    check_lossless(|text| rows(text, b';', |_, _| {}), &[Repair::Separator(';')]);
    check_lossless(|text| rows(text, b'\t', |_, _| {}), &[Repair::Separator('\t')]);
}

#[test]
fn decimal_commas_are_guessed_and_said() {
    check_lossless(
        |text| numbers(text, b';', |cell| cell.replace('.', ",")),
        &[Repair::Separator(';'), Repair::DecimalComma],
    );
}

#[test]
fn a_table_that_a_program_saved_again_is_the_same_chart() {
    // As pandas writes a column of numbers in which a cell is empty.
    let saved = |file: File| {
        let text = String::from_utf8(shipped_bytes(file)).unwrap();
        numbers(&text, b',', |cell| if cell.is_empty() || cell.contains('.') { cell } else { cell + ".0" })
    };
    let (data, repairs) = read(saved);
    let kinds: Vec<Repair> = repairs.iter().map(|(_, repair)| *repair).collect();
    assert_eq!((data.row_issues().len(), kinds), (0, vec![Repair::Resaved; 4]));
    let shipped = shipped();
    assert!(data.trade == shipped.trade && data.origins == shipped.origins && data.prices == shipped.prices);
}

#[test]
fn days_as_spreadsheets_save_them() {
    for form in ["Y/M/D", "D.M.Y", "Y-M-D 00:00:00", "Y年M月D日"] {
        let save = |text: &str| {
            let days: Vec<usize> = ["known_from", "date"].iter().filter_map(|name| column(text, name)).collect();
            rows(text, b',', |index, cells| {
                for at in days.iter().filter(|_| index > 0) {
                    let parts: Vec<String> = cells[*at].split('-').map(str::to_owned).collect();
                    if let [year, month, day] = &parts[..] {
                        cells[*at] = form.replace('Y', year).replace('M', month).replace('D', day);
                    }
                }
            })
        };
        check_lossless(save, &[]);
    }
}

#[test]
fn encodings_are_guessed_and_said() {
    let row = "2024-10-19,supply,Pangwa – 稀土,normal,https://a.cn/\n";
    let check = |bytes: Vec<u8>, expected: &[Repair], title: &str| {
        let (data, repairs) =
            read(|file| if file == File::Events { bytes.clone() } else { csv(file, "").into_bytes() });
        let kinds: Vec<Repair> = repairs.iter().map(|(_, repair)| *repair).collect();
        assert_eq!(kinds, expected);
        assert_eq!(data.events.unwrap().facts[0].title, title);
    };
    let text = csv(File::Events, row) + "\n";
    let (gbk, ..) = encoding_rs::GB18030.encode(&text);
    check(gbk.into_owned(), &[Repair::Encoding(Encoding::Gb18030)], "Pangwa – 稀土");
    let utf16: Vec<u8> = [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    check(utf16, &[Repair::Encoding(Encoding::Utf16)], "Pangwa – 稀土");
    let western = text.replace("Pangwa – 稀土", "Größe “Pangwa”");
    let (western, ..) = encoding_rs::WINDOWS_1252.encode(&western);
    check(western.into_owned(), &[Repair::Encoding(Encoding::Windows1252)], "Größe “Pangwa”");
}

/// What is doubtful in the shipped files with a change in one of them.
#[track_caller]
fn doubts(file: File, from: &str, to: &str, expected: &str) {
    let (data, _) = read(|name| {
        let text = String::from_utf8(shipped_bytes(name)).unwrap();
        assert!(name != file || text.contains(from), "{from}");
        if name == file { text.replacen(from, to, 1).into_bytes() } else { text.into_bytes() }
    });
    let said: String = check::doubtful(&data).iter().map(|one| format!("{}\n", EN.doubt(*one, &data))).collect();
    same(&said, &dedent(expected), to);
}

#[test]
fn what_contradicts_its_neighbours_is_named_and_drawn() {
    doubts(File::Trade, "", "", "");
    doubts(
        File::Trade,
        "2025-03,export,5666.3,",
        "2025-03,export,56663,",
        "trade.csv, line 122: 56,663 t is ten times as much as the figures beside it, or more",
    );
    doubts(
        File::Trade,
        "2024-06,export,4828.7,",
        "2024-06,export,428.7,",
        "trade.csv, line 102: 428.7 t is a tenth of the figures beside it, or less",
    );
    doubts(File::Origins, "16629.171,425908423", "0,425908423", "origins.csv, line 239: 0 t beside a value in dollars");
    // The same origin from another source is another row: both are drawn, and come to more than all origins.
    let text = String::from_utf8(shipped_bytes(File::Origins)).unwrap();
    let myanmar = text.lines().find(|row| row.starts_with("2023,MMR,compounds-metals,")).unwrap();
    doubts(
        File::Origins,
        myanmar,
        &format!("{myanmar} again\n{myanmar}"),
        "origins.csv, line 121: 109,542.0 t from all origins are less than the named origins together, 177,967.0 t",
    );
    doubts(File::Prices, ",1800000,1850000,", ",18000000,18500000,", "");
}

/// What is said of a file of trade.csv whose rows are these, after it was written again.
#[track_caller]
fn check(rows: &str, expected: &str) {
    let text = csv(File::Trade, rows) + "\n";
    let (data, _) =
        read(|file| if file == File::Trade { text.clone().into_bytes() } else { csv(file, "").into_bytes() });
    let table = data.trade.unwrap();
    let facts: String = table.facts.iter().map(|fact| format!("{:?} {:?}\n", fact.span.first(), fact.tonnes)).collect();
    let issues: String = table.issues.iter().map(|issue| format!("{}\n", EN.row_issue(issue))).collect();
    let tonnes = facts.replace("Month(", "").replace("PrintedTonnes", "");
    same(&format!("{} facts\n{issues}", table.facts.len()), &dedent(expected), &tonnes);
}

#[test]
fn what_is_ambiguous_is_named_with_what_it_could_be() {
    check(
        "2025-03,export,\"5,666\",,,1,,normal,2025-04-14,",
        "0 facts
        trade.csv, line 2, column tonnes: found “5,666 (5666 or 5.666?)”, expected tonnes, not negative, such as 5666.3",
    );
}

#[test]
fn rows_that_cannot_be_are_refused_and_named() {
    let good = "2025-03,export,5666.3,,,1,,normal,2025-04-14,";
    check(good, "1 facts");
    // A figure is known after its period; one of the two is mistyped.
    check(
        "2052-03,export,5666.3,,,1,,normal,2025-04-14,",
        "0 facts
        trade.csv, line 2, column known_from: found “2025-04-14”, expected a day on which the period was over: one of the two is mistyped",
    );
    // The same row again, however far below, counts once.
    check(
        &format!("{good}\n2025-04,export,4785,,,1,,normal,2025-05-14,\n{good}"),
        "2 facts
        trade.csv, line 4: found “2025-03,export,5666.3,,,1,,normal,2025-0…”, expected each row once: it stands further up too, and counts once",
    );
    // A cell that the row can do without never costs it.
    check(
        "2025-03,export,5666.3,about 40 million,,1,,normal,2025-04-14,",
        "1 facts
        trade.csv, line 2, column value_usd: found “about 40 million”, expected US dollars, not negative, such as 1441901598",
    );
    let quote = |mid: &str| {
        format!("2025-04-21,day,Pr metal,china-domestic,845000,855000,{mid},CNY,t,unknown,A,normal,2025-04-21,")
    };
    let text = [quote("8500000"), quote("850000"), quote("-")].join("\n");
    let (data, _) = read(|file| csv(file, if file == File::Prices { &text } else { "" }).into_bytes());
    let table = data.prices.unwrap();
    let issues: Vec<String> = table.issues.iter().map(|issue| EN.row_issue(issue)).collect();
    let expected = "prices.csv, line 2, column mid: found “8500000”, expected a mid between low and high";
    assert_eq!((table.facts.len(), issues), (2, vec![expected.to_owned()]));
}

/// The number of days that a spreadsheet keeps of a day, else what was there.
fn as_serial(text: &str) -> String {
    let day = chrono::NaiveDate::parse_from_str(text, "%Y-%m-%d");
    let from = chrono::NaiveDate::from_ymd_opt(1899, 12, 30).unwrap();
    day.map_or_else(|_| text.to_owned(), |day| (day - from).num_days().to_string())
}

#[test]
fn days_that_became_numbers_are_read_where_a_whole_column_has_them() {
    let serial = |text: &str, name: &str| {
        let column = column(text, name);
        rows(text, b',', |index, cells| {
            if let (Some(column), true) = (column, index > 0) {
                cells[column] = as_serial(&cells[column]);
            }
        })
    };
    check_lossless(|text| serial(text, "known_from"), &[Repair::SerialDays]);
    // A column that holds a few is named row by row, with what was found.
    let text = "2025-03,export,5666.3,,,1,,normal,45761,\n2025-04,export,4785,,,1,,normal,2025-05-14,";
    check(
        text,
        "1 facts
        trade.csv, line 2, column known_from: found “45761”, expected a day such as 2025-04-21",
    );
    // Months of a column of periods.
    let text = "45717,export,5666.3,,,1,,normal,2025-04-14,\n45748,export,4785,,,1,,normal,2025-05-14,";
    let (data, repairs) = read(|file| csv(file, if file == File::Trade { text } else { "" }).into_bytes());
    assert_eq!(repairs, [(File::Trade, Repair::SerialDays)]);
    let periods: Vec<String> = data.trade.unwrap().facts.iter().map(|fact| EN.span(fact.span)).collect();
    assert_eq!(periods, ["March 2025", "April 2025"]);
}

#[test]
fn what_a_repair_must_not_hide() {
    let bytes = |file: File, bytes: &[u8]| {
        let (data, repairs) = read(|name| if name == file { bytes.to_vec() } else { csv(name, "").into_bytes() });
        let issues: Vec<String> = data.row_issues().iter().map(|issue| EN.row_issue(issue)).collect();
        (data, repairs, issues)
    };
    // A file that is cut short is one after it was written again.
    let cut = csv(File::Trade, "2025-03,export,5666.3,,,1,,normal,2025-04-14,https://a.cn/");
    let (_, _, issues) = bytes(File::Trade, cut.trim_end().as_bytes());
    assert_eq!(issues.len(), 1, "{issues:?}");
    assert!(issues[0].ends_with("a line end: the file may be cut short"), "{issues:?}");
    // One damaged byte among letters that are UTF-8 makes no other encoding.
    let mut prices = shipped_bytes(File::Prices);
    let at = prices.iter().rposition(|byte| *byte > 0x7f).unwrap();
    prices[at] = b'?';
    let (data, repairs, issues) = bytes(File::Prices, &prices);
    assert_eq!((repairs, issues.len()), (Vec::new(), 1));
    assert_eq!(data.prices.unwrap().facts.len(), 1051);
    // A further column whose name has two lines.
    let header = csv(File::Trade, "").trim_end().to_owned();
    let text = format!(
        "{header},\"Remark\nours\"\n2025-03,export,5666.3,,,1,,normal,2025-04-14,,\nx,export,1,,,1,,normal,2025-04-14,,\n"
    );
    let (data, _, issues) = bytes(File::Trade, text.as_bytes());
    assert_eq!((data.trade.unwrap().facts.len(), issues.len()), (1, 1), "{issues:?}");
    // Of two columns of a name the first counts, wherever they stand.
    let text = "period,tonnes,flow,tonnes,value_usd,yoy_pct,sources,conflict,confidence,known_from,source_url\n\
                2025-03,5666.3,export,1,,,1,,normal,2025-04-14,\n";
    let (data, ..) = bytes(File::Trade, text.as_bytes());
    assert_eq!(data.trade.unwrap().facts[0].tonnes.unwrap().value.to_f64(), 5666.3);
    // A mark for nothing in place of an address costs nothing.
    let text = csv(File::Trade, "2025-03,export,5666.3,,,1,,normal,2025-04-14,-") + "\n";
    let (data, _, issues) = bytes(File::Trade, text.as_bytes());
    assert_eq!((data.trade.unwrap().facts.len(), issues), (1, Vec::new()));
}

#[test]
fn a_cell_over_two_lines_is_a_cell_and_an_open_quotation_mark_is_not() {
    check(
        "2025-03,export,5666.3,,,1,,normal,2025-04-14,\"https://a.cn/\n \"\n2025-04,export,4785,,,1,,normal,2025-05-14,",
        "2 facts",
    );
    check(
        "2025-03,export,5666.3,,,1,,normal,2025-04-14,\"https://a.cn/\n2025-04,export,4785,,,1,,normal,2025-05-14,",
        "0 facts
        trade.csv, line 2, column source_url: found “https://a.cn/
2025-04,export,4785,,,1,,n…”, expected text in one line: a quotation mark may be missing",
    );
}
