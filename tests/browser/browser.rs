//! One headless browser per test: its driver, its session, its throw-away profile, and their end.

use super::engine::{Driver, Engine};
use serde_json::Value;
use std::sync::{Condvar, Mutex};
use std::time::Duration;
use tempfile::TempDir;
use thirtyfour::Capabilities;
use thirtyfour::prelude::*;

/// How many browsers run at once: more only makes each of them slow.
const AT_ONCE: usize = 2;

/// Where the frames of other origins run.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Frames {
    /// In the process of their host: their errors are seen.
    WithHost,
    /// In processes of their own, as in a reader's browser: their errors go unseen.
    Apart,
}

/// A running browser. Dropping it ends the session, the driver and the profile, in that order, also in a panic.
pub struct Browser {
    pub driver: WebDriver,
    pub engine: Engine,
    _process: Driver,
    _profile: TempDir,
    _turn: Turn,
}

impl Browser {
    /// Waits for its turn and starts a browser with a fresh profile.
    pub async fn start(frames: Frames) -> Self {
        let turn = Turn::wait();
        let profile = tempfile::Builder::new().prefix("browser-test-").tempdir().expect("a folder for the profile");
        let engine = Engine::current();
        let process = Driver::start(engine, profile.path());
        let Value::Object(wanted) = engine.capabilities(profile.path(), frames) else { panic!("an object") };
        let driver = WebDriver::builder(format!("http://127.0.0.1:{}", process.port), Capabilities::from(wanted))
            .request_timeout(Duration::from_secs(60))
            .await
            .unwrap_or_else(|error| panic!("the driver could not start {engine:?}: {error}"));
        Self { driver, engine, _process: process, _profile: profile, _turn: turn }
    }

    /// Ends the session. What is left is dropped with the browser.
    pub async fn stop(self) {
        if let Err(error) = self.driver.clone().quit().await {
            eprintln!("the browser does not end: {error}");
        }
    }

    /// Where this browser's profile is, which is part of its command line.
    pub fn profile(&self) -> String {
        self._profile.path().display().to_string()
    }
}

/// Leave to run a browser, given back when dropped.
struct Turn;

static TAKEN: Mutex<usize> = Mutex::new(0);
static FREED: Condvar = Condvar::new();

impl Turn {
    fn wait() -> Self {
        let taken = TAKEN.lock().expect("no panic holds the lock");
        let mut taken = FREED.wait_while(taken, |taken| *taken >= AT_ONCE).expect("no panic holds the lock");
        *taken += 1;
        Self
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        if let Ok(mut taken) = TAKEN.lock() {
            *taken -= 1;
        }
        FREED.notify_one();
    }
}
