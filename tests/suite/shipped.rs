//! The shipped files are read whole, and what is shown of them is what their sources say.

use rare_earth_trade::data::{Dataset, File, FileError};

fn shipped() -> Dataset {
    Dataset::read(read)
}

fn read(file: File) -> Result<Vec<u8>, FileError> {
    std::fs::read(format!("{}/assets/data/{}", env!("CARGO_MANIFEST_DIR"), file.name()))
        .map_err(|error| FileError::NotFetched(error.to_string()))
}

#[test]
fn every_row_is_read() {
    let data = shipped();
    assert_eq!(data.file_errors(), []);
    let issues: Vec<String> = data.row_issues().iter().map(|issue| issue.to_string()).collect();
    assert_eq!(issues, [] as [&str; 0]);
    let counts = [
        data.trade.unwrap().facts.len(),
        data.origins.unwrap().facts.len(),
        data.prices.unwrap().facts.len(),
        data.events.unwrap().facts.len(),
        data.article.unwrap().facts.len(),
    ];
    assert_eq!(counts, [173, 306, 1052, 52, 36]);
}
