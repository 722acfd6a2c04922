//! What is wrong with a data file or with a row of one, in words that tell the editor what was expected.

use super::Words;
use super::rows::Rows;
use crate::data::check::{Doubt, Doubtful};
use crate::data::repair::Repair;
use crate::data::{Dataset, Expected, FetchError, File, FileError, Found, RowIssue};

impl Words {
    /// Why a file could not be used: what follows the file's name in a sentence.
    pub fn file_error(&self, error: &FileError) -> String {
        match error {
            FileError::NotFetched(reason) => self.more().issues.issue_not_fetched(&self.fetch_error(*reason)),
            FileError::OnItsWay => self.more().issues.issue_on_its_way.to_owned(),
            FileError::Empty => self.more().issues.issue_empty.to_owned(),
            FileError::TooLarge { found, limit } => {
                self.more().issues.issue_too_large(&found.to_string(), &limit.to_string())
            }
            FileError::NotText => self.more().issues.issue_not_text.to_owned(),
            FileError::WebPage => self.more().issues.issue_web_page.to_owned(),
            FileError::MissingColumn { column, expected } => {
                self.more().issues.issue_missing_column(column, &expected.join(", "))
            }
        }
    }

    fn fetch_error(&self, error: FetchError) -> String {
        match error {
            FetchError::Refused => self.more().issues.issue_refused.to_owned(),
            FetchError::Status(status) => self.more().issues.issue_status(&status.to_string()),
            FetchError::BrokeOff => self.more().issues.issue_broke_off.to_owned(),
        }
    }

    /// "trade.csv, line 31, column period: found “2099-13”, expected a period such as …".
    pub fn row_issue(&self, issue: &RowIssue) -> String {
        let found = match &issue.found {
            Found::Text(text) => text.clone(),
            Found::Columns(count) => self.issue_columns(*count),
            Found::NotUtf8 => self.more().issues.issue_found_not_utf8.to_owned(),
            Found::NotCsv => self.more().issues.issue_found_not_csv.to_owned(),
        };
        let (file, line, expected) = (issue.file.name(), issue.line.to_string(), self.expected(issue.expected));
        match issue.column {
            Some(column) => self.more().issues.issue_cell(file, &line, column, &found, &expected),
            None => self.more().issues.issue_row(file, &line, &found, &expected),
        }
    }

    /// A figure that somebody should look at, and why: "trade.csv, line 31: 56,663 t is ten times the figures beside it".
    pub fn doubt(&self, doubtful: Doubtful, data: &Dataset) -> String {
        let words = &self.more().issues;
        let Doubtful { row, doubt } = doubtful;
        let figure = Rows::of(data).figure(row, self);
        let said = match doubt {
            Doubt::TenTimes => words.doubt_ten_times(&figure),
            Doubt::ATenth => words.doubt_a_tenth(&figure),
            Doubt::NoWeight => words.doubt_no_weight(&figure),
            Doubt::LessThanParts(parts) => words.doubt_less_than_parts(&figure, &self.tonnes(parts)),
        };
        words.doubt(row.file.name(), &row.line.to_string(), &said)
    }

    /// What was guessed of a file that is not plain.
    pub fn repair(&self, file: File, repair: Repair) -> String {
        let words = &self.more().issues;
        match repair {
            Repair::Encoding(encoding) => words.repair_encoding(file.name(), encoding.name()),
            Repair::Separator('\t') => words.repair_tabs(file.name()),
            Repair::Separator(separator) => words.repair_separator(file.name(), separator.encode_utf8(&mut [0; 4])),
            Repair::DecimalComma => words.repair_decimal_comma(file.name()),
            Repair::SerialDays => words.repair_serial_days(file.name()),
            Repair::Resaved => words.repair_resaved(file.name()),
        }
    }

    /// What a cell or a row should have held.
    pub fn expected(&self, expected: Expected) -> String {
        let text = match expected {
            Expected::Period => self.more().issues.issue_period,
            Expected::Day => self.more().issues.issue_day,
            Expected::DayOrPeriod => self.more().issues.issue_day_or_period,
            Expected::Tonnes => self.more().issues.issue_tonnes,
            Expected::Dollars => self.more().issues.issue_dollars,
            Expected::Percent => self.more().issues.issue_percent,
            Expected::Price => self.more().issues.issue_price,
            Expected::Number => self.more().issues.issue_number,
            Expected::Count => self.more().issues.issue_count,
            Expected::WebAddress => self.more().issues.issue_web_address,
            Expected::LowBelowHigh => self.more().issues.issue_low_below_high,
            Expected::MidInBand => self.more().issues.issue_mid_in_band,
            Expected::AfterPeriod => self.more().issues.issue_after_period,
            Expected::Once => self.more().issues.issue_once,
            Expected::LowAndHigh => self.more().issues.issue_low_and_high,
            Expected::BandOrMid => self.more().issues.issue_band_or_mid,
            Expected::SomeFigure => self.more().issues.issue_some_figure,
            Expected::Text => self.more().issues.issue_text,
            Expected::PartnerCode => self.more().issues.issue_partner_code,
            Expected::OneOf(names) => return self.more().issues.issue_one_of(&names.join(", ")),
            Expected::Basket => self.more().issues.issue_basket,
            Expected::Against => self.more().issues.issue_against,
            Expected::YesOrNothing => self.more().issues.issue_yes_or_nothing,
            Expected::Columns(count) => return self.issue_columns(count),
            Expected::LineEnd => self.more().issues.issue_line_end,
            Expected::OneLine => self.more().issues.issue_one_line,
            Expected::Utf8 => self.more().issues.issue_utf8,
        };
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use crate::data::{FetchError, FileError};
    use crate::words::EN;

    #[test]
    fn a_file_that_was_not_fetched_says_why() {
        let check = |error, expected: &str| {
            let said = EN.file_error(&FileError::NotFetched(error));
            assert_eq!(
                said,
                format!("could not be fetched ({expected}). Check that it is in assets/data/ beside the page")
            );
        };
        check(FetchError::Refused, "the network or the host's policy refused it");
        check(FetchError::Status(404), "the host answered 404");
        check(FetchError::BrokeOff, "it broke off");
    }
}
