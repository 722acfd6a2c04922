//! Fetches the data files beside the page, all at once, until the last has arrived or failed.

use super::browser;
use crate::data::{Arrived, FetchError, File, FileError};
use gloo_net::http::{Request, Response};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

type All = Rc<RefCell<Vec<Arrived>>>;

/// Starts the fetches, and calls back with all files when the last has arrived or failed.
pub fn start(done: impl FnOnce(Vec<Arrived>) + 'static) {
    let done = Rc::new(Cell::new(Some(done)));
    browser::mark("fetch-start");
    let arrived: All = Rc::default();
    for file in File::ALL {
        let (arrived, done) = (arrived.clone(), done.clone());
        wasm_bindgen_futures::spawn_local(async move {
            let content = content(file).await;
            arrived.borrow_mut().push((file, content));
            if arrived.borrow().len() == File::ALL.len()
                && let Some(done) = done.take()
            {
                browser::measure("fetch", "fetch-start");
                done(arrived.take());
            }
        });
    }
}

async fn content(file: File) -> Result<Vec<u8>, FileError> {
    if let Some(text) = browser::carried(file.name()) {
        return Ok(text.into_bytes());
    }
    let answer = match browser::asked_for(file.name()) {
        Some(answer) => {
            let answer = JsFuture::from(answer).await.ok();
            if let Some(bytes) = answer.as_ref().and_then(|answer| answer.dyn_ref::<js_sys::ArrayBuffer>()) {
                return Ok(js_sys::Uint8Array::new(bytes).to_vec());
            }
            answer.and_then(|answer| answer.dyn_into::<web_sys::Response>().ok()).map(Response::from)
        }
        None => Request::get(&format!("assets/data/{}", file.name())).send().await.ok(),
    };
    let answer = answer.ok_or(FileError::NotFetched(FetchError::Refused))?;
    if !answer.ok() {
        return Err(FileError::NotFetched(FetchError::Status(answer.status())));
    }
    answer.binary().await.map_err(|_| FileError::NotFetched(FetchError::BrokeOff))
}
