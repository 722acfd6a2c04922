//! What the browser's console complained about, and which complaints a test foresaw.

use std::cell::RefCell;
use thirtyfour::prelude::*;

/// The complaints of one test: errors, uncaught exceptions, failed loads, violated policies.
#[derive(Default)]
pub struct Console {
    seen: RefCell<Vec<String>>,
    expected: RefCell<Vec<String>>,
    allowed: RefCell<Vec<String>>,
}

impl Console {
    /// Foresees errors whose text holds this: they may come, and at least one must.
    pub fn expect(&self, part: &str) {
        self.expected.borrow_mut().push(part.to_owned());
    }

    /// Foresees errors whose text holds this: they may come or not.
    pub fn allow(&self, part: &str) {
        self.allowed.borrow_mut().push(part.to_owned());
    }

    /// Every error so far, oldest first. (The driver hands out each entry once, hence the memory.)
    pub async fn errors(&self, driver: &WebDriver) -> Vec<String> {
        let entries = driver.browser_log().await.unwrap_or_else(|error| panic!("the console cannot be read: {error}"));
        let severe = entries.into_iter().filter(|entry| entry.level == "SEVERE").map(|entry| entry.message);
        self.seen.borrow_mut().extend(severe);
        self.seen.borrow().clone()
    }

    /// What is wrong with these errors: one that was not foreseen, or a foreseen one that did not come.
    pub fn verdict(&self, errors: &[String]) -> Result<(), String> {
        let (expected, allowed) = (self.expected.borrow(), self.allowed.borrow());
        let foreseen = |error: &&String| expected.iter().chain(allowed.iter()).any(|part| error.contains(part));
        let surprises: Vec<_> = errors.iter().filter(|error| !foreseen(error)).map(String::as_str).collect();
        if !surprises.is_empty() {
            return Err(format!(
                "the console holds {} unexpected error(s):\n  {}",
                surprises.len(),
                surprises.join("\n  ")
            ));
        }
        match expected.iter().find(|part| !errors.iter().any(|error| error.contains(*part))) {
            Some(part) => Err(format!("the console holds no error about {part:?}, all it holds: {errors:?}")),
            None => Ok(()),
        }
    }
}
