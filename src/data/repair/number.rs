//! Numbers as people and office programs write them.

use super::cell::is_missing;

/// A number with a decimal point and nothing else. What could be two numbers is followed by both, which no reader takes for
/// a number; anything else stays as it is.
///
/// `decimal_comma` says that the file's decimals stand behind a comma; `resaved` that a program put ".0" to whole numbers.
pub fn plain(text: &str, decimal_comma: bool, resaved: bool) -> String {
    if is_missing(text) {
        return String::new();
    }
    let (sign, digits) = unsigned(text);
    let number = match read(&digits, decimal_comma) {
        Some(Read::One(number)) => number,
        Some(Read::Two(whole, decimal)) => return format!("{text} ({sign}{whole} or {sign}{decimal}?)"),
        None => return text.to_owned(),
    };
    let number = if resaved { number.strip_suffix(".0").unwrap_or(&number) } else { &number };
    [sign, number].concat()
}

/// Whether a file has decimals behind commas: those that can be nothing else, where commas do not separate its cells.
pub fn decimal_comma<'a>(separator: char, cells: impl Iterator<Item = &'a str>) -> bool {
    let is_decimal = |text: &str| {
        let (_, digits) = unsigned(text);
        let parts: Vec<&str> = digits.split(',').collect();
        // Three digits behind it may be thousands.
        matches!(parts[..], [whole, places] if is_whole(&whole.replace('.', "")) && is_whole(places) && places.len() != 3)
    };
    separator != ',' && cells.into_iter().any(is_decimal)
}

/// Whether every number of a column has a decimal, and most of them ".0": a program has saved the file again.
pub fn resaved<'a>(cells: impl Iterator<Item = &'a str> + Clone) -> bool {
    /// Fewer may be printed so.
    const LEAST: usize = 3;
    let zero = given(cells.clone()).filter(|cell| cell.ends_with(".0")).count();
    zero >= LEAST && 2 * zero >= given(cells.clone()).count() && all_decimal(cells)
}

/// Whether every number of a column has a decimal.
pub fn all_decimal<'a>(cells: impl Iterator<Item = &'a str>) -> bool {
    given(cells).all(|cell| cell.contains('.'))
}

fn given<'a>(cells: impl Iterator<Item = &'a str>) -> impl Iterator<Item = &'a str> {
    cells.filter(|cell| !cell.is_empty() && !is_missing(cell))
}

/// What digits with points and commas can mean.
enum Read {
    One(String),
    /// A whole number with thousands, and one with decimals.
    Two(String, String),
}

/// The sign, and the digits without blanks between them, apostrophes and a percent sign.
fn unsigned(text: &str) -> (&'static str, String) {
    let text = text.strip_suffix('%').unwrap_or(text).trim();
    let (sign, rest) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => ("-", rest),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    (sign, rest.chars().filter(|letter| !letter.is_whitespace() && !matches!(letter, '\'' | '’')).collect())
}

fn read(digits: &str, decimal_comma: bool) -> Option<Read> {
    let (points, commas) = (digits.matches('.').count(), digits.matches(',').count());
    match (points, commas) {
        (0, 0) => is_whole(digits).then(|| Read::One(digits.to_owned())),
        (1, 0) if decimal_comma => one_mark(digits, '.', Some('.')),
        (1, 0) => decimal(digits, '.').map(Read::One),
        (0, 1) if decimal_comma => decimal(digits, ',').map(Read::One),
        (0, 1) => one_mark(digits, ',', None),
        (_, 0) => thousands(digits, '.').map(Read::One),
        (0, _) => thousands(digits, ',').map(Read::One),
        // The last of the two marks is the decimal one.
        _ => {
            let (group, mark) = if digits.rfind('.') > digits.rfind(',') { (',', '.') } else { ('.', ',') };
            let (whole, places) = digits.rsplit_once(mark)?;
            let whole = thousands(whole, group)?;
            is_whole(places).then(|| Read::One([&*whole, ".", places].concat()))
        }
    }
}

/// One mark that may be of thousands or of decimals. `group` is the mark of thousands where it is certain which one that is.
fn one_mark(digits: &str, mark: char, group: Option<char>) -> Option<Read> {
    let (whole, places) = digits.split_once(mark)?;
    let decimal = decimal(digits, mark)?;
    match thousands(digits, mark) {
        Some(number) => Some(Read::Two(number, decimal)),
        None if group == Some(mark) => Some(Read::Two([whole, places].concat(), decimal)),
        None => Some(Read::One(decimal)),
    }
}

fn decimal(digits: &str, mark: char) -> Option<String> {
    let (whole, places) = digits.split_once(mark)?;
    (is_whole(whole) && is_whole(places)).then(|| [whole, ".", places].concat())
}

/// Digits in groups of three, the first of one to three, without the marks between them.
fn thousands(digits: &str, mark: char) -> Option<String> {
    let groups: Vec<&str> = digits.split(mark).collect();
    let (first, rest) = groups.split_first()?;
    let fits = (1..=3).contains(&first.len()) && !first.starts_with('0') && rest.iter().all(|group| group.len() == 3);
    (fits && groups.iter().all(|group| is_whole(group))).then(|| groups.concat())
}

fn is_whole(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_they_are_written() {
        let check = |text: &str, expected: &str| assert_eq!(plain(text, false, false), expected, "{text}");
        check("5666.3", "5666.3");
        check("35000", "35000");
        check("5,666.3", "5666.3");
        check("1,234,567", "1234567");
        check("1.234.567", "1234567");
        check("5.666,3", "5666.3");
        check("5666,3", "5666.3");
        check("5 666.3", "5666.3");
        check("5\u{202f}666,3", "5666.3");
        check("1’234’567", "1234567");
        check("\u{2212}42.2", "-42.2");
        check("+20.3 %", "20.3");
        check("-", "");
        check("N/A", "");
        // Two numbers, or none.
        check("5,666", "5,666 (5666 or 5.666?)");
        check("-5,666", "-5,666 (-5666 or -5.666?)");
        check("0,666", "0.666");
        check("1.2E+07", "1.2E+07");
        check("about 5000", "about 5000");
        check("1,23,456", "1,23,456");
        check("", "");
    }

    #[test]
    fn numbers_of_a_file_with_decimal_commas() {
        let check = |text: &str, expected: &str| assert_eq!(plain(text, true, false), expected, "{text}");
        check("5666,3", "5666.3");
        check("5,666", "5.666");
        check("5.666,3", "5666.3");
        check("5.666", "5.666 (5666 or 5.666?)");
        check("42.2", "42.2 (422 or 42.2?)");
        check("35000", "35000");
    }

    #[test]
    fn whole_numbers_that_a_program_gave_a_decimal() {
        let check = |text: &str, expected: &str| assert_eq!(plain(text, false, true), expected, "{text}");
        check("35000.0", "35000");
        check("5666.3", "5666.3");
        check("0.0", "0");
        assert!(resaved(["35000.0", "5666.3", "", "12.0", "7.0"].into_iter()));
        assert!(!resaved(["35000.0", "5666", "12.0", "7.0"].into_iter()));
        assert!(!resaved(["35000.1", "5666.3", "12.4", "7.0"].into_iter()));
        assert!(!resaved(["", ""].into_iter()));
    }
}
