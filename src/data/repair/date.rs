//! Days and periods as office programs and people write them.

use crate::data::When;

/// English and German names of months by their first three letters, from January.
const MONTHS: [&[&str]; 12] = [
    &["jan"],
    &["feb"],
    &["mar", "mär", "mÄr", "mrz"],
    &["apr"],
    &["may", "mai"],
    &["jun"],
    &["jul"],
    &["aug"],
    &["sep"],
    &["oct", "okt"],
    &["nov"],
    &["dec", "dez"],
];

/// A day as `2025-04-21`, a month as `2025-04`, a quarter as `2025-Q1`. What could be two days is followed by both; anything
/// else stays as it is.
pub fn plain(text: &str) -> String {
    read(text).unwrap_or_else(|| text.to_owned())
}

fn read(text: &str) -> Option<String> {
    if When::parse(text).is_some() {
        return None;
    }
    let text = without_midnight(text);
    if let Some(year) = text.strip_suffix(".0").and_then(year) {
        return Some(year.to_string());
    }
    if let Some(quarter) = quarter(text) {
        return Some(quarter);
    }
    // "2025年3月14日".
    let text = text.replace(['年', '月'], "-").replace('日', "");
    let parts: Vec<&str> = text.split(['-', '/', '.', ' ', ',']).filter(|part| !part.is_empty()).collect();
    let dots = text.contains('.');
    match parts[..] {
        [a, b, c] => day(a, b, c, dots),
        [a, b] => {
            let (year, month) = match (long_year(a), month_name(a)) {
                (Some(year), _) => (year, month_name(b).or_else(|| number(b, 2))?),
                // "Mar-25" is what Excel makes of 2025-03.
                (None, Some(month)) => (short_year(b)?, month),
                _ => return None,
            };
            // "2021/2024" and "2025-01/04" are periods as they are.
            (1..=12).contains(&month).then(|| format!("{year:04}-{month:02}"))
        }
        _ => Some(text).filter(|text| text.len() == 4).and_then(|text| year(&text)).map(|year| year.to_string()),
    }
}

/// A day of three parts in any order that can be told.
fn day(a: &str, b: &str, c: &str, dots: bool) -> Option<String> {
    let write = |year: i32, month: i32, day: i32| {
        let exists = chrono::NaiveDate::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?);
        exists.map(|day| day.to_string())
    };
    if let Some(year) = long_year(a) {
        return write(year, month_name(b).or_else(|| number(b, 2))?, number(c, 2)?);
    }
    if let Some(month) = month_name(b) {
        return write(short_year(c)?, month, number(a, 2)?);
    }
    if let Some(month) = month_name(a) {
        return write(long_year(c)?, month, number(b, 2)?);
    }
    let (a, b, year) = (number(a, 2)?, number(b, 2)?, long_year(c)?);
    let (day_first, month_first) = (write(year, b, a), write(year, a, b));
    match (day_first, month_first) {
        // With points the day stands first everywhere.
        (Some(day), _) if dots => Some(day),
        (Some(one), Some(other)) if one != other => Some(format!("{a}/{b}/{year} ({one} or {other}?)")),
        (one, other) => one.or(other),
    }
}

/// "2025Q1", "2025-q1", "Q1 2025", "1. Quartal 2025" is not among them.
fn quarter(text: &str) -> Option<String> {
    let text = text.to_ascii_uppercase();
    let parts: Vec<&str> = text.split(['-', '/', ' ']).filter(|part| !part.is_empty()).collect();
    let (year, quarter) = match parts[..] {
        [a, b] if a.starts_with(['Q', 'H']) => (long_year(b)?, a),
        [a, b] if b.starts_with(['Q', 'H']) => (long_year(a)?, b),
        [joined] if joined.is_char_boundary(4) && joined.len() == 6 => (long_year(&joined[..4])?, &joined[4..]),
        _ => return None,
    };
    let (letter, count) = quarter.split_at_checked(1)?;
    let most = if letter == "Q" { 4 } else { 2 };
    let fits = matches!(letter, "Q" | "H") && number(count, 1).is_some_and(|count| (1..=most).contains(&count));
    fits.then(|| format!("{year}-{letter}{count}"))
}

/// A day without the midnight that programs put behind it.
fn without_midnight(text: &str) -> &str {
    match text.find(['T', ' ']) {
        Some(at) if at >= 8 && text[at + 1..].chars().all(|letter| matches!(letter, '0' | ':' | '.' | 'Z')) => {
            &text[..at]
        }
        _ => text,
    }
}

fn month_name(text: &str) -> Option<i32> {
    let text = text.to_ascii_lowercase();
    let named = |names: &&[&str]| names.iter().any(|name| text.starts_with(name));
    let letters = text.chars().all(char::is_alphabetic);
    letters.then(|| MONTHS.iter().position(named))?.map(|index| index as i32 + 1)
}

fn long_year(text: &str) -> Option<i32> {
    year(text).filter(|_| text.len() == 4)
}

fn year(text: &str) -> Option<i32> {
    number(text, 4).filter(|year| (1900..2200).contains(year))
}

/// "25" is 2025: the record begins after 1950.
fn short_year(text: &str) -> Option<i32> {
    long_year(text)
        .or_else(|| number(text, 2).filter(|_| text.len() == 2).map(|year| year + if year < 50 { 2000 } else { 1900 }))
}

/// So many ASCII digits at most.
fn number(text: &str, most: usize) -> Option<i32> {
    let digits = (1..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_periods_as_they_are_written() {
        let check = |text: &str, expected: &str| assert_eq!(plain(text), expected, "{text}");
        for same in
            ["2025-04-21", "2025-03", "2025-Q1", "2025-H2", "2025", "2025-01/04", "2017-05/2021-10", "2021/2024"]
        {
            check(same, same);
        }
        check("2025-04-21 00:00:00", "2025-04-21");
        check("2025-04-21T00:00:00.000Z", "2025-04-21");
        check("2025/4/21", "2025-04-21");
        check("2025.04.21", "2025-04-21");
        check("21.4.2025", "2025-04-21");
        check("1.2.2025", "2025-02-01");
        check("4/21/2025", "2025-04-21");
        check("21/04/2025", "2025-04-21");
        check("4/4/2025", "2025-04-04");
        check("21-Apr-25", "2025-04-21");
        check("21 April 2025", "2025-04-21");
        check("April 21, 2025", "2025-04-21");
        check("2025年4月21日", "2025-04-21");
        check("2025年4月", "2025-04");
        check("Mar-25", "2025-03");
        check("Mrz 25", "2025-03");
        check("March 2025", "2025-03");
        check("2025/3", "2025-03");
        check("2025-3", "2025-03");
        check("2025.0", "2025");
        check("2025q1", "2025-Q1");
        check("Q1 2025", "2025-Q1");
        // Two days, or none.
        check("3/4/2025", "3/4/2025 (2025-04-03 or 2025-03-04?)");
        check("31.2.2025", "31.2.2025");
        check("45730", "45730");
        check("soon", "soon");
        check("", "");
        check("日", "日");
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read_or_stays(text in "\\PC{0,20}|[0-9QH年月日 ./-]{0,16}") {
            plain(&text);
        }
    }
}
