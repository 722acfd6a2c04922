//! The shipped files are read whole.

use crate::common::shipped;
use rare_earth_trade::words::EN;

#[test]
fn every_row_is_read() {
    let data = shipped();
    assert_eq!(data.file_errors(), []);
    let issues: Vec<String> = data.row_issues().into_iter().map(|issue| EN.row_issue(issue)).collect();
    assert_eq!(issues, [] as [&str; 0]);
    assert_eq!(data.tables().map(|table| table.lines().len()), [173, 306, 1052, 53, 36]);
}
