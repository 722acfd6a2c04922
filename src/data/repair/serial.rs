//! Days as spreadsheets keep them: numbers of days, which are what is left of dates that lost their form.

use chrono::{Datelike, Days, NaiveDate};

/// What the numbers of a column stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Serial {
    Days,
    /// Each is the first day of a month: what a spreadsheet makes of `2025-03`.
    Months,
}

impl Serial {
    /// Of a column in which every cell with a text is such a number, of a day from 1990 to 2060. One alone is too little
    /// to tell. Of a column of `periods` they may be months.
    pub fn of<'a>(cells: impl Iterator<Item = &'a str>, periods: bool) -> Option<Self> {
        let days: Vec<NaiveDate> = cells.filter(|text| !text.is_empty()).map(day).collect::<Option<_>>()?;
        let months = periods && days.iter().all(|day| day.day() == 1);
        (days.len() > 1).then_some(if months { Self::Months } else { Self::Days })
    }

    /// A cell of such a column.
    pub fn plain(self, text: &str) -> Option<String> {
        let day = day(text)?;
        Some(match self {
            Self::Days => day.to_string(),
            Self::Months => format!("{:04}-{:02}", day.year(), day.month()),
        })
    }
}

/// The day of a number: 45730 is 14 March 2025, in Excel and LibreOffice.
fn day(text: &str) -> Option<NaiveDate> {
    let number = text.strip_suffix(".0").unwrap_or(text);
    let number: u64 =
        number.parse().ok().filter(|_| number.len() == 5 && number.bytes().all(|b| b.is_ascii_digit()))?;
    let day = NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(number))?;
    Some(day).filter(|day| (1990..=2060).contains(&day.year()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_column_of_numbers_of_days() {
        let read = |cells: &[&str], periods: bool, expected: &str| {
            let serial = Serial::of(cells.iter().copied(), periods);
            let plain = |of: Serial| cells.iter().map(|cell| of.plain(cell).unwrap_or_default()).collect::<Vec<_>>();
            assert_eq!(serial.map_or_else(|| "as it is".to_owned(), |of| plain(of).join(" ")), expected, "{cells:?}");
        };
        let check = |cells: &[&str], expected: &str| read(cells, true, expected);
        read(&["45717", "45748"], false, "2025-03-01 2025-04-01");
        check(&["45730", "45768"], "2025-03-14 2025-04-21");
        check(&["45730", "", "45768.0"], "2025-03-14  2025-04-21");
        check(&["45717", "45748"], "2025-03 2025-04");
        check(&["45717", "45730"], "2025-03-01 2025-03-14");
        check(&["45730"], "as it is");
        check(&["45730", "2025-04-21"], "as it is");
        check(&["45730", "99999"], "as it is");
        check(&["45730", "12345"], "as it is");
        check(&["45730.5", "45730"], "as it is");
        check(&["2024", "2025"], "as it is");
        check(&[], "as it is");
    }
}
