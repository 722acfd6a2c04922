//! A small static file server: what a host may do to our files, it can do.
//!
//! One thread per connection on 127.0.0.1 and a free port, stopped when dropped. Files come from a folder under a mount
//! path; rules change single answers, and can be added while the server runs (a file replaced under an open page).

use super::rule::Rule;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// The longest request head that is read: a link of 100 kB is one of the things that must work.
const MAX_HEAD: u64 = 1 << 20;

/// A running server.
pub struct Server {
    address: SocketAddr,
    shared: Arc<Shared>,
}

/// What every connection needs to know.
struct Shared {
    folder: PathBuf,
    mount: String,
    rules: Mutex<Vec<Rule>>,
    redirects: Vec<(String, String)>,
    requests: Mutex<Vec<String>>,
    stopped: AtomicBool,
}

/// A server before it runs.
pub struct Builder {
    folder: PathBuf,
    mount: String,
    rules: Vec<Rule>,
    redirects: Vec<(String, String)>,
}

impl Builder {
    /// Serves the folder under this path instead of `/`. Starts and ends with a slash.
    pub fn at(mut self, mount: &str) -> Self {
        assert!(mount.starts_with('/') && mount.ends_with('/'), "a mount path starts and ends with a slash: {mount}");
        self.mount = mount.to_owned();
        self
    }

    /// Changes some answers. A later rule wins over an earlier one.
    pub fn rule(mut self, rule: Rule) -> Self {
        self.rules.push(rule);
        self
    }

    /// Sends whoever asks for `from` (a whole path such as `/a/b`) to `to`, with the same query string.
    pub fn redirect(mut self, from: &str, to: &str) -> Self {
        self.redirects.push((from.to_owned(), to.to_owned()));
        self
    }

    /// Starts to answer.
    pub fn start(self) -> Server {
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port on 127.0.0.1");
        let address = listener.local_addr().expect("the address of a bound socket");
        let shared = Arc::new(Shared {
            folder: self.folder,
            mount: self.mount,
            rules: Mutex::new(self.rules),
            redirects: self.redirects,
            requests: Mutex::default(),
            stopped: AtomicBool::new(false),
        });
        let for_thread = Arc::clone(&shared);
        thread::spawn(move || accept(&listener, &for_thread));
        Server { address, shared }
    }
}

impl Server {
    /// A server of this folder's files. A folder that does not exist is one without files: rules can still answer.
    pub fn of(folder: impl Into<PathBuf>) -> Builder {
        Builder { folder: folder.into(), mount: "/".to_owned(), rules: Vec::new(), redirects: Vec::new() }
    }

    /// The address of `path` (relative to the mount path, may carry a query string) on 127.0.0.1.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{}{path}", self.address, self.shared.mount)
    }

    /// The same on `localhost`: to a browser, another site than 127.0.0.1.
    pub fn url_on_localhost(&self, path: &str) -> String {
        format!("http://localhost:{}{}{path}", self.address.port(), self.shared.mount)
    }

    /// The address of a path of the whole server, whatever the mount path.
    pub fn root_url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// Changes answers from now on.
    pub fn set(&self, rule: Rule) {
        self.shared.rules.lock().expect("the rules").push(rule);
    }

    /// How often `path` (relative to the mount path, without query string) has been asked for.
    pub fn count(&self, path: &str) -> usize {
        let whole = format!("{}{path}", self.shared.mount);
        self.requests().iter().filter(|request| request.split('?').next() == Some(&whole)).count()
    }

    /// Every path asked for so far, with its query string, in order.
    pub fn requests(&self) -> Vec<String> {
        self.shared.requests.lock().expect("the requests").clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.shared.stopped.store(true, Ordering::SeqCst);
        // Wakes the thread that waits for the next connection.
        let _ = TcpStream::connect_timeout(&self.address, Duration::from_secs(1));
    }
}

/// Takes connections until the server is dropped.
fn accept(listener: &TcpListener, shared: &Arc<Shared>) {
    for stream in listener.incoming() {
        if shared.stopped.load(Ordering::SeqCst) {
            return;
        }
        let shared = Arc::clone(shared);
        if let Ok(stream) = stream {
            // A browser that goes away in the middle of an answer is no problem of the test.
            thread::spawn(move || answer(stream, &shared).ok());
        }
    }
}

/// Reads one request and answers it.
fn answer(mut stream: TcpStream, shared: &Shared) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(30)))?;
    let mut reader = BufReader::new(stream.try_clone()?).take(MAX_HEAD);
    let mut first = String::new();
    reader.read_line(&mut first)?;
    let mut line = String::new();
    while reader.read_line(&mut line)? > 2 {
        line.clear();
    }
    let mut words = first.split_ascii_whitespace();
    let (Some(method), Some(target)) = (words.next(), words.next()) else { return Ok(()) };
    shared.requests.lock().expect("the requests").push(target.to_owned());
    let answer = shared.answer_to(method, target);
    thread::sleep(answer.delay);
    if answer.cut {
        return Ok(());
    }
    let mut head = format!("HTTP/1.1 {} -\r\nConnection: close\r\n", answer.status);
    for (name, value) in &answer.headers {
        head += &format!("{name}: {value}\r\n");
    }
    head += &format!("Content-Length: {}\r\n\r\n", answer.body.len());
    stream.write_all(head.as_bytes())?;
    if method != "HEAD" {
        stream.write_all(&answer.body)?;
    }
    stream.flush()
}

/// What goes back to the browser.
struct Answer {
    status: u16,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
    delay: Duration,
    cut: bool,
}

impl Shared {
    /// The file's own answer, changed by every rule that names it.
    fn answer_to(&self, method: &str, target: &str) -> Answer {
        let (path, query) = target.split_once('?').map_or((target, ""), |(path, query)| (path, query));
        let mut answer =
            Answer { status: 200, headers: Vec::new(), body: Vec::new(), delay: Duration::ZERO, cut: false };
        if !matches!(method, "GET" | "HEAD") {
            answer.status = 405;
            return answer;
        }
        if let Some((_, to)) = self.redirects.iter().find(|(from, _)| from == path) {
            answer.status = 301;
            let mark = if query.is_empty() { "" } else { "?" };
            answer.headers.push(("Location".to_owned(), format!("{to}{mark}{query}")));
            return answer;
        }
        let Some(inside) = decoded(path).and_then(|path| path.strip_prefix(&self.mount).map(str::to_owned)) else {
            answer.status = 404;
            return answer;
        };
        let name = if inside.is_empty() || inside.ends_with('/') { format!("{inside}index.html") } else { inside };
        let file = safe_path(&self.folder, &name).and_then(|path| fs::read(path).ok());
        answer.status = if file.is_some() { 200 } else { 404 };
        answer.body = file.unwrap_or_else(|| b"not found".to_vec());
        let mut mime = if answer.status == 200 { mime_of(&name) } else { "text/plain" }.to_owned();
        for rule in self.rules.lock().expect("the rules").iter().filter(|rule| rule.names(&name)) {
            if let Some(body) = &rule.body {
                (answer.status, answer.body) = (200, body.clone());
                mime = mime_of(&name).to_owned();
            }
            answer.status = rule.status.unwrap_or(answer.status);
            answer.delay = rule.delay.unwrap_or(answer.delay);
            answer.cut = rule.cut.unwrap_or(answer.cut);
            mime = rule.mime.clone().unwrap_or(mime);
            answer.headers.retain(|(name, _)| rule.headers.iter().all(|(other, _)| !other.eq_ignore_ascii_case(name)));
            answer.headers.extend(rule.headers.iter().cloned());
        }
        answer.headers.push(("Content-Type".to_owned(), mime));
        answer.headers.push(("Cache-Control".to_owned(), "no-store".to_owned()));
        answer
    }
}

/// The path with its `%41` resolved, if that is text.
fn decoded(path: &str) -> Option<String> {
    let bytes = path.as_bytes();
    let mut plain = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let hex = if bytes[at] == b'%' { path.get(at + 1..at + 3) } else { None };
        let byte = hex.and_then(|hex| u8::from_str_radix(hex, 16).ok());
        plain.push(byte.unwrap_or(bytes[at]));
        at += if byte.is_some() { 3 } else { 1 };
    }
    String::from_utf8(plain).ok()
}

/// The file of that name inside the folder; none where the name leads out of it.
fn safe_path(folder: &Path, name: &str) -> Option<PathBuf> {
    let plain = |part: &str| !matches!(part, "" | "." | "..") && !part.contains(['\\', '\0', ':']);
    if !name.split('/').all(plain) {
        return None;
    }
    let folder = folder.canonicalize().ok()?;
    let file = folder.join(name).canonicalize().ok()?;
    (file.starts_with(&folder) && file.is_file()).then_some(file)
}

/// The media type by the file's ending.
fn mime_of(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "json" | "webmanifest" => "application/json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" | "md" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
