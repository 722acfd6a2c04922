//! A rule of the test server: which paths it names and what it changes about their answers.

use std::time::Duration;

/// Which paths, relative to the mount path. A page's own path is `index.html`.
#[derive(Clone, Debug)]
enum Which {
    All,
    Exactly(String),
    Ending(String),
}

/// A change of some answers. What it does not mention stays as it is.
#[derive(Clone, Debug)]
pub struct Rule {
    which: Which,
    pub(super) headers: Vec<(String, String)>,
    pub(super) mime: Option<String>,
    pub(super) status: Option<u16>,
    pub(super) body: Option<Vec<u8>>,
    pub(super) delay: Option<Duration>,
    pub(super) cut: Option<bool>,
}

impl Rule {
    /// For every path.
    pub fn all() -> Self {
        Self { which: Which::All, headers: Vec::new(), mime: None, status: None, body: None, delay: None, cut: None }
    }

    /// For one path, relative to the mount path: `assets/data/prices.csv`.
    pub fn on(path: &str) -> Self {
        Self { which: Which::Exactly(path.to_owned()), ..Self::all() }
    }

    /// For every path that ends so: `.csv`.
    pub fn ending(end: &str) -> Self {
        Self { which: Which::Ending(end.to_owned()), ..Self::all() }
    }

    /// Adds a header.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Lets every origin read the answer, which a sandboxed frame needs.
    pub fn open_to_all(self) -> Self {
        self.header("Access-Control-Allow-Origin", "*")
    }

    /// Sends a content security policy.
    pub fn policy(self, policy: &str) -> Self {
        self.header("Content-Security-Policy", policy)
    }

    /// Sends another media type than the file's ending says.
    pub fn mime(mut self, mime: &str) -> Self {
        self.mime = Some(mime.to_owned());
        self
    }

    /// Answers with this status.
    pub fn status(mut self, status: u16) -> Self {
        self.status = Some(status);
        self
    }

    /// Answers with these bytes, whether or not there is such a file.
    pub fn body(mut self, body: impl Into<Vec<u8>>) -> Self {
        self.body = Some(body.into());
        self
    }

    /// Waits before answering.
    pub fn delay(mut self, delay: Duration) -> Self {
        self.delay = Some(delay);
        self
    }

    /// Gives no answer at all, as when the network is gone.
    pub fn cut(mut self, cut: bool) -> Self {
        self.cut = Some(cut);
        self
    }

    /// Does the rule speak of this path?
    pub(super) fn names(&self, path: &str) -> bool {
        match &self.which {
            Which::All => true,
            Which::Exactly(exactly) => path == exactly,
            Which::Ending(end) => path.ends_with(end),
        }
    }
}
