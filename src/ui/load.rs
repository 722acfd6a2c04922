//! The data files. The page names them for preloading, so that they are on their way before the program is there.

use super::document;
use crate::data::{Arrived, FetchError, File, FileError};
use gloo_net::http::Request;

/// Every file, once the last has arrived or failed.
pub async fn files() -> Vec<Arrived> {
    let mut files = Vec::new();
    for file in File::ALL {
        let content = match document::inline_text(file.name()) {
            Some(text) => Ok(text.into_bytes()),
            None => fetch(file).await.map_err(FileError::NotFetched),
        };
        files.push((file, content));
    }
    files
}

async fn fetch(file: File) -> Result<Vec<u8>, FetchError> {
    let request = Request::get(&format!("assets/data/{}", file.name()));
    let answer = request.send().await.map_err(|_| FetchError::Refused)?;
    if !answer.ok() {
        return Err(FetchError::Status(answer.status()));
    }
    answer.binary().await.map_err(|_| FetchError::BrokeOff)
}
