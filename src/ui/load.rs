//! The data files. The boot script asks for them before the program is there, so that they are on their way already.

use crate::data::{Arrived, File, FileError};
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
    let failed = |reason: &str| FileError::NotFetched(reason.to_owned());
    let request = request(file).ok_or_else(|| failed("the boot script of another version did not ask for it"))?;
    let refused = |_| failed("the network or the host's policy refused it");
    let answer = JsFuture::from(request).await.map_err(refused)?;
    match (answer.dyn_ref::<js_sys::ArrayBuffer>(), answer.as_f64()) {
        (Some(bytes), _) => Ok(js_sys::Uint8Array::new(bytes).to_vec()),
        (None, Some(status)) => Err(failed(&format!("the host answered {}", status as u16))),
        (None, None) => Err(failed("it broke off")),
    }
}

/// What the boot script made: a promise of the file's bytes, of a status where there are none, or of nothing where
/// they broke off.
fn request(file: File) -> Option<js_sys::Promise> {
    let requests = js_sys::Reflect::get(&window(), &JsValue::from_str("figures")).ok()?;
    js_sys::Reflect::get(&requests, &JsValue::from_str(file.name())).ok()?.dyn_into().ok()
}
