//! One headless Chromium per test: its driver, its session, its throw-away profile, and their end.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::{Condvar, Mutex};
use std::time::Duration;
use tempfile::TempDir;
use thirtyfour::common::capabilities::chrome::ChromeCapabilities;
use thirtyfour::prelude::*;
use thirtyfour::{ChromiumLikeCapabilities, LoggingPrefsLogLevel};

/// How many browsers run at once: more only makes each of them slow.
const AT_ONCE: usize = 2;

/// What the browser is started with, besides its profile.
const ARGUMENTS: [&str; 12] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    "--force-device-scale-factor=1",
    "--window-size=1440,900",
];

/// What puts the frames of other origins into the process of their host. The driver hands out the console of that
/// process only: in their own processes, as readers have them, the frames' errors would go unseen.
const FRAMES_WITH_HOST: [&str; 2] = [
    "--disable-site-isolation-trials",
    "--disable-features=IsolateOrigins,site-per-process,IsolateSandboxedIframes,OriginKeyedProcessesByDefault",
];

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
    _process: Process,
    _profile: TempDir,
    _turn: Turn,
}

impl Browser {
    /// Waits for its turn and starts a browser with a fresh profile.
    pub async fn start(frames: Frames) -> Self {
        let turn = Turn::wait();
        let profile = tempfile::Builder::new().prefix("browser-test-").tempdir().expect("a folder for the profile");
        let (process, port) = Process::start(&profile);
        let driver = WebDriver::builder(format!("http://127.0.0.1:{port}"), capabilities(&profile, frames))
            .request_timeout(Duration::from_secs(60))
            .await
            .unwrap_or_else(|error| panic!("chromedriver could not start Chromium: {error}"));
        Self { driver, _process: process, _profile: profile, _turn: turn }
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

/// What is asked of the driver.
fn capabilities(profile: &TempDir, frames: Frames) -> ChromeCapabilities {
    let mut wanted = ChromeCapabilities::new();
    let mut asked = || -> WebDriverResult<()> {
        let shared: &[&str] = if frames == Frames::WithHost { &FRAMES_WITH_HOST } else { &[] };
        for argument in ARGUMENTS.iter().chain(shared) {
            wanted.add_arg(argument)?;
        }
        wanted.add_arg(&format!("--user-data-dir={}", profile.path().join("profile").display()))?;
        if let Ok(binary) = std::env::var("CHROMIUM") {
            wanted.set_binary(&binary)?;
        }
        wanted.set_browser_log_level(LoggingPrefsLogLevel::All)
    };
    asked().expect("plain capabilities");
    wanted
}

/// The driver's process, killed when dropped.
struct Process(Child);

impl Process {
    /// Starts chromedriver on a free port of its choice, which it tells on its standard output.
    fn start(profile: &TempDir) -> (Self, u16) {
        let program = std::env::var("CHROMEDRIVER").unwrap_or_else(|_| "chromedriver".to_owned());
        let mut child = Command::new(&program)
            .arg("--port=0")
            .env("TMPDIR", profile.path())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| {
                panic!("{program} does not start ({error}): run scripts/setup.sh, or name it in CHROMEDRIVER")
            });
        let output = child.stdout.take().expect("the driver's output");
        let process = Self(child);
        let mut lines = BufReader::new(output).lines().map_while(Result::ok);
        let port = lines
            .find_map(|line| line.split_once("started successfully on port ")?.1.trim_end_matches('.').parse().ok())
            .unwrap_or_else(|| panic!("{program} ended without naming its port"));
        // Reads on, so that the driver never waits for a full pipe.
        std::thread::spawn(move || lines.for_each(drop));
        (process, port)
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
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
