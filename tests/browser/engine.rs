//! The browsers that the tests run in: one of three engines, which ENGINE names. `make test` runs Chromium, `make
//! test-engines` all of them. What only Chromium can be told is left out elsewhere by [`skip`], with its reason.

use super::browser::Frames;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// What draws pages and runs their scripts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    /// Gecko, by geckodriver.
    Firefox,
    /// Safari's engine, in its GTK build.
    WebKit,
}

/// What Chromium is started with, besides its profile.
const CHROMIUM: [&str; 12] = [
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

/// Where Debian puts the browser that WebKit's driver leads.
const MINI_BROWSER: &str = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";

impl Engine {
    /// The one that ENGINE names: `chromium`, `firefox` or `webkit`.
    pub fn current() -> Self {
        match std::env::var("ENGINE").as_deref() {
            Err(_) | Ok("" | "chromium") => Self::Chromium,
            Ok("firefox") => Self::Firefox,
            Ok("webkit") => Self::WebKit,
            Ok(other) => panic!("ENGINE is {other:?}, and can be chromium, firefox or webkit"),
        }
    }

    /// What is asked of the driver for a fresh browser.
    pub fn capabilities(self, profile: &Path, frames: Frames) -> Value {
        let binary = |variable: &str| std::env::var(variable).ok().map(|binary| json!({ "binary": binary }));
        let with = |mut options: Value, more: Option<Value>| {
            if let (Some(options), Some(Value::Object(more))) = (options.as_object_mut(), more) {
                options.extend(more);
            }
            options
        };
        match self {
            Self::Chromium => {
                let shared: &[&str] = if frames == Frames::WithHost { &FRAMES_WITH_HOST } else { &[] };
                let folder = format!("--user-data-dir={}", profile.join("profile").display());
                let arguments: Vec<&str> = CHROMIUM.iter().chain(shared).copied().chain([&*folder]).collect();
                let options = with(json!({ "args": arguments }), binary("CHROMIUM"));
                json!({ "browserName": "chrome", "goog:chromeOptions": options, "goog:loggingPrefs": { "browser": "ALL" } })
            }
            Self::Firefox => {
                // A page in a window that nobody looks at is still looked at by the test.
                let preferences =
                    json!({ "dom.min_background_timeout_value": 4, "widget.headless.screen.width": 1440 });
                let options =
                    json!({ "args": ["-headless", "-width", "1440", "-height", "990"], "prefs": preferences });
                json!({ "browserName": "firefox", "moz:firefoxOptions": with(options, binary("FIREFOX")) })
            }
            Self::WebKit => {
                let binary = std::env::var("MINI_BROWSER").unwrap_or_else(|_| MINI_BROWSER.to_owned());
                json!({ "webkitgtk:browserOptions": { "binary": binary, "args": ["--automation"] } })
            }
        }
    }

    /// Whether the driver hands out what the console complains about.
    pub fn tells_console(self) -> bool {
        self == Self::Chromium
    }
}

/// Ends a test that this engine cannot be told to do; the reason is printed, and the test counts as passed.
pub fn skip(reason: &str) -> ! {
    std::panic::resume_unwind(Box::new(Skipped(reason.to_owned())))
}

/// Says that a test, or the rest of it, is left out in this engine.
pub fn skipped(name: &str, reason: &str) {
    // Past what the test runner holds back of tests that pass.
    let _ = writeln!(std::io::stderr(), "skipped in {:?}: {name}: {reason}", Engine::current());
}

/// Why a test was ended by [`skip`].
pub struct Skipped(pub String);

/// A driver's process, killed when dropped.
pub struct Driver {
    process: Child,
    pub port: u16,
}

impl Driver {
    /// Starts the driver of an engine on a free port, with its files in `folder`.
    pub fn start(engine: Engine, folder: &Path) -> Self {
        /// A driver ends where another process takes its port between finding and binding it.
        const TRIES: usize = 3;
        let (variable, program) = match engine {
            Engine::Chromium => ("CHROMEDRIVER", "chromedriver"),
            Engine::Firefox => ("GECKODRIVER", "geckodriver"),
            Engine::WebKit => ("WEBKIT_DRIVER", "WebKitWebDriver"),
        };
        let program = std::env::var(variable).unwrap_or_else(|_| program.to_owned());
        let driver = (0..TRIES).find_map(|_| Self::try_start(engine, &program, variable, folder));
        driver.unwrap_or_else(|| panic!("{program} names no port"))
    }

    /// `None` where the driver ends without naming its port.
    fn try_start(engine: Engine, program: &str, variable: &str, folder: &Path) -> Option<Self> {
        let free_port =
            || TcpListener::bind(("127.0.0.1", 0)).and_then(|port| port.local_addr()).expect("a free port").port();
        let mut command = Command::new(program);
        match engine {
            Engine::Chromium => command.arg("--port=0"),
            Engine::Firefox => command.args(["--port=0", "--websocket-port=0"]),
            // It names no port of its choice.
            Engine::WebKit => command.arg(format!("--port={}", free_port())),
        };
        let asked: Option<u16> =
            command.get_args().next().and_then(|port| port.to_str()?.split_once('=')?.1.parse().ok());
        let mut process = command
            .env("TMPDIR", folder)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| {
                panic!("{program} does not start ({error}): run scripts/setup.sh, or name it in {variable}")
            });
        let output = process.stdout.take().expect("the driver's output");
        let mut driver = Self { process, port: asked.unwrap_or(0) };
        if driver.port == 0 {
            let mut lines = BufReader::new(output).lines().map_while(Result::ok);
            driver.port = lines.find_map(|line| named_port(&line))?;
            // Reads on, so that the driver never waits for a full pipe.
            std::thread::spawn(move || lines.for_each(drop));
        } else {
            driver.wait();
        }
        Some(driver)
    }

    /// Waits until it listens.
    fn wait(&self) {
        let started = Instant::now();
        while TcpStream::connect(("127.0.0.1", self.port)).is_err() {
            assert!(started.elapsed() < Duration::from_secs(20), "the driver does not listen on port {}", self.port);
            std::thread::sleep(Duration::from_millis(25));
        }
    }
}

/// The port in what a driver says when it is ready.
fn named_port(line: &str) -> Option<u16> {
    let chromium = line.split_once("started successfully on port ").map(|(_, port)| port.trim_end_matches('.'));
    let firefox =
        line.split_once("Listening on ").and_then(|(_, address)| address.rsplit_once(':')).map(|(_, port)| port);
    chromium.or(firefox)?.trim().parse().ok()
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
