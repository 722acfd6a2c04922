//! The data files. The boot script asks for them before the program is there, so that they are on their way already.

use crate::data::{Arrived, FetchError, File, FileError};
use gloo_net::http::Request;
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Every file, once the last has arrived or failed.
pub async fn files() -> Vec<Arrived> {
    let mut files = Vec::new();
    for file in File::ALL {
        files.push((file, content(file).await));
    }
    files
}

async fn content(file: File) -> Result<Vec<u8>, FileError> {
    let failed = FileError::NotFetched;
    let Some(request) = request(file) else { return fetched(file).await.map_err(failed) };
    let answer = JsFuture::from(request).await.map_err(|_| failed(FetchError::Refused))?;
    match (answer.dyn_ref::<js_sys::ArrayBuffer>(), answer.as_f64()) {
        (Some(bytes), _) => Ok(js_sys::Uint8Array::new(bytes).to_vec()),
        (None, Some(status)) => Err(failed(FetchError::Status(status as u16))),
        (None, None) => Err(failed(FetchError::BrokeOff)),
    }
}

/// A file that the boot script, of an older release, did not ask for.
async fn fetched(file: File) -> Result<Vec<u8>, FetchError> {
    let request = Request::get(&format!("assets/data/{}", file.name()));
    let answer = request.send().await.map_err(|_| FetchError::Refused)?;
    if !answer.ok() {
        return Err(FetchError::Status(answer.status()));
    }
    answer.binary().await.map_err(|_| FetchError::BrokeOff)
}

/// What the boot script made: a promise of the file's bytes, of a status where there are none, or of nothing where
/// they broke off.
fn request(file: File) -> Option<js_sys::Promise> {
    let requests = js_sys::Reflect::get(&window(), &JsValue::from_str("figures")).ok()?;
    js_sys::Reflect::get(&requests, &JsValue::from_str(file.name())).ok()?.dyn_into().ok()
}
