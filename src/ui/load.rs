//! The data files, each as soon as it is there. The boot script has asked for them before the program came.

use super::document;
use crate::data::{Arrived, FetchError, File, FileError};
use gloo_net::http::{Request, Response};
use js_sys::{Function, Promise, Reflect};
use leptos::prelude::window;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// After so many milliseconds without a further file the page is shown with those that are there.
const PATIENCE_MS: i32 = 3_000;

/// The files, and who waits for them.
#[derive(Clone, Default)]
pub struct Loading(Rc<Waiting>);

#[derive(Default)]
struct Waiting {
    arrived: RefCell<Vec<Arrived>>,
    /// Goes on with the start; called once.
    go_on: RefCell<Option<Function>>,
    /// Reads the files again; called with each one that comes after the start.
    changed: RefCell<Option<Box<dyn Fn()>>>,
    /// How many files had arrived when they were read last.
    read: Cell<usize>,
    /// How many files had arrived when the last timer was set.
    timed: Cell<usize>,
}

/// Asks for every file.
pub fn files() -> Loading {
    let loading = Loading::default();
    for file in File::ALL {
        let loading = loading.clone();
        spawn_local(async move {
            let content = match document::inline_text(file.name()) {
                Some(text) => Ok(text.into_bytes()),
                None => fetch(file).await.map_err(FileError::NotFetched),
            };
            loading.arrive(file, content);
        });
    }
    loading
}

impl Loading {
    /// Waits until every file has arrived or failed, or until no more comes for a while: one file that hangs keeps no
    /// chart away that is drawn from others.
    pub async fn enough(&self) {
        if self.all() {
            return;
        }
        let waiting = Promise::new(&mut |go_on, _| *self.0.go_on.borrow_mut() = Some(go_on));
        self.set_timer();
        let _ = JsFuture::from(waiting).await;
    }

    /// Every file: its content, why it could not be had, or that it is on its way.
    pub fn content(&self) -> Vec<Arrived> {
        let arrived = self.0.arrived.borrow();
        self.0.read.set(arrived.len());
        let content = |file: File| {
            let found = arrived.iter().find(|(name, _)| *name == file);
            found.map_or(Err(FileError::OnItsWay), |(_, content)| content.clone())
        };
        File::ALL.map(|file| (file, content(file))).to_vec()
    }

    /// Calls `changed` with every file that comes from now on, and at once where one has come since [`Self::content`].
    pub fn follow(&self, changed: impl Fn() + 'static) {
        if self.0.arrived.borrow().len() > self.0.read.get() {
            changed();
        }
        *self.0.changed.borrow_mut() = Some(Box::new(changed));
    }

    fn arrive(&self, file: File, content: Result<Vec<u8>, FileError>) {
        self.0.arrived.borrow_mut().push((file, content));
        if self.all() {
            self.go_on();
        } else {
            self.set_timer();
        }
        if let Some(changed) = &*self.0.changed.borrow() {
            changed();
        }
    }

    fn all(&self) -> bool {
        self.0.arrived.borrow().len() == File::ALL.len()
    }

    fn go_on(&self) {
        if let Some(go_on) = self.0.go_on.borrow_mut().take() {
            let _ = go_on.call0(&JsValue::NULL);
        }
    }

    /// Goes on after a while, where by then no other file has come and there is something to show.
    fn set_timer(&self) {
        let count = self.0.arrived.borrow().len();
        self.0.timed.set(count);
        let loading = self.clone();
        let late = Closure::once_into_js(move || {
            // One that charts are drawn from has come, or it is known why not.
            let settled = |(file, _): &Arrived| matches!(file, File::Trade | File::Origins | File::Prices);
            if loading.0.timed.get() == count && loading.0.arrived.borrow().iter().any(settled) {
                loading.go_on();
            }
        });
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(late.unchecked_ref(), PATIENCE_MS);
    }
}

/// A file, asked for anew at each visit: one that was replaced shows after a plain reload, whatever its host says of caches.
async fn fetch(file: File) -> Result<Vec<u8>, FetchError> {
    let answer = match asked_early(file) {
        Some(promise) => {
            let answer = JsFuture::from(promise).await.map_err(|_| FetchError::Refused)?;
            Response::from(answer.unchecked_into::<web_sys::Response>())
        }
        None => {
            let request = Request::get(&format!("assets/data/{}", file.name()));
            request.cache(web_sys::RequestCache::NoCache).send().await.map_err(|_| FetchError::Refused)?
        }
    };
    if !answer.ok() {
        return Err(FetchError::Status(answer.status()));
    }
    answer.binary().await.map_err(|_| FetchError::BrokeOff)
}

/// The answer that the boot script waits for.
fn asked_early(file: File) -> Option<Promise> {
    let asked = Reflect::get(&window(), &JsValue::from_str("dataFiles")).ok()?;
    Reflect::get(&asked, &JsValue::from_str(file.name())).ok()?.dyn_into().ok()
}
