//! A host page on another origin that holds frames: an intranet page, a wiki, a blog post.
//!
//! The host lives on `localhost` and what it frames on 127.0.0.1, so that the browser keeps them in separate processes.
//! It records every message it receives, with the frame it came from: by `event.source`, because a sandboxed frame's
//! origin is the word `null`.

use super::page::Page;
use super::rule::Rule;
use super::server::Server;
use serde::Deserialize;
use serde_json::Value;

/// The host's script, a file of its own so that a strict policy of the host lets it run.
const SCRIPT: &str = "window.messages = [];
addEventListener('message', event => {
  const frames = [...document.querySelectorAll('iframe')];
  const frame = frames.findIndex(frame => frame.contentWindow === event.source);
  window.messages.push({ frame: frame < 0 ? null : frame, origin: event.origin, data: event.data });
});";

/// The host's style: a dark page, a narrow column, a tab not yet shown.
const STYLE: &str = "body { margin: 0 } body.dark { color-scheme: dark; background: #111; color: #eee }
.hidden { display: none }";

/// One `<iframe>`. Frames are numbered from 0 in the order in which they are added.
#[derive(Clone)]
pub struct Frame {
    attributes: Vec<(String, String)>,
    hidden: bool,
}

impl Frame {
    /// A frame that shows this address, otherwise as our own snippet writes it.
    pub fn at(url: &str) -> Self {
        Self { attributes: Vec::new(), hidden: false }.with("src", url).with("title", "a chart").height(520)
    }

    /// A frame whose whole document stands in the host's page.
    pub fn srcdoc(html: &str) -> Self {
        let mut frame = Self::at("").with("srcdoc", html);
        frame.attributes.retain(|(name, _)| name != "src");
        frame
    }

    /// Sets an attribute: `sandbox`, `allow`, `loading`, `style`, …
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.attributes.retain(|(other, _)| other != name);
        self.attributes.push((name.to_owned(), value.to_owned()));
        self
    }

    /// As wide as the host's column, and so high.
    pub fn height(self, pixels: u32) -> Self {
        self.with("style", &format!("display:block;width:0;min-width:100%;height:{pixels}px;border:0"))
    }

    /// In a tab of the host that is not shown until [`Host::show`].
    pub fn hidden(mut self) -> Self {
        self.hidden = true;
        self
    }

    fn html(&self) -> String {
        let attributes: String =
            self.attributes.iter().map(|(name, value)| format!(" {name}=\"{}\"", escaped(value))).collect();
        format!("<div{}><iframe{attributes}></iframe></div>\n", if self.hidden { " class=\"hidden\"" } else { "" })
    }
}

/// The host page before it is served.
#[derive(Default)]
pub struct Builder {
    frames: Vec<Frame>,
    headers: Vec<(String, String)>,
    dark: bool,
    right_to_left: bool,
    width: Option<u32>,
}

impl Builder {
    /// Adds a frame.
    pub fn frame(mut self, frame: Frame) -> Self {
        self.frames.push(frame);
        self
    }

    /// Sends a content security policy with the host page. A style attribute needs `style-src 'unsafe-inline'` there.
    pub fn policy(self, policy: &str) -> Self {
        self.header("Content-Security-Policy", policy)
    }

    /// Sends a header with the host page.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Writes the host page from right to left.
    pub fn right_to_left(mut self) -> Self {
        self.right_to_left = true;
        self
    }

    /// Makes the host page dark.
    pub fn dark(mut self) -> Self {
        self.dark = true;
        self
    }

    /// Puts the frames into a column of this width.
    pub fn width(mut self, pixels: u32) -> Self {
        self.width = Some(pixels);
        self
    }

    /// Serves the page.
    pub fn start(self) -> Host {
        let dark = if self.dark { "dark" } else { "" };
        let direction = if self.right_to_left { "rtl" } else { "ltr" };
        let frames: String = self.frames.iter().map(Frame::html).collect();
        let html = format!(
            "<!doctype html><html lang=\"en\" dir=\"{direction}\"><head><meta charset=\"utf-8\"><title>Host</title>\
             <script src=\"host.js\"></script><link rel=\"stylesheet\" href=\"host.css\"></head>\n\
             <body class=\"{dark}\"><main>\n{frames}</main></body></html>"
        );
        let width = self.width.map(|width| format!("main {{ width: {width}px }}")).unwrap_or_default();
        let page = Rule::on("index.html").body(html);
        let page = self.headers.iter().fold(page, |page, (name, value)| page.header(name, value));
        let server = Server::of("")
            .rule(page)
            .rule(Rule::on("host.js").body(SCRIPT))
            .rule(Rule::on("host.css").body(format!("{STYLE} {width}")))
            .rule(Rule::on("favicon.ico").status(204))
            .start();
        Host { server }
    }
}

/// A served host page.
pub struct Host {
    server: Server,
}

/// One message that the host page received.
#[derive(Debug, Deserialize)]
pub struct Message {
    /// The number of the frame it came from; none if it came from elsewhere.
    pub frame: Option<usize>,
    pub origin: String,
    pub data: Value,
}

impl Host {
    /// A host page without frames yet.
    pub fn builder() -> Builder {
        Builder::default()
    }

    /// The host page's address.
    pub fn url(&self) -> String {
        self.server.url_on_localhost("")
    }

    /// Opens the host page. Returns when the frames that are not lazy have loaded.
    pub async fn open(&self, page: &Page) {
        page.open(&self.url()).await;
    }

    /// Every message that the page in front, a host page, has received.
    pub async fn messages(page: &Page) -> Vec<Message> {
        page.js("return window.messages").await
    }

    /// Waits for a message from that frame of which a JavaScript condition on `data` holds.
    pub async fn wait_message(page: &Page, frame: usize, condition: &str) {
        let found = format!("window.messages.some(({{ frame, data }}) => frame === {frame} && ({condition}))");
        page.wait_for(&found, &format!("frame {frame} sends a message with {condition}")).await;
    }

    /// Shows the frames that were hidden.
    pub async fn show(page: &Page) {
        page.js::<()>("document.querySelectorAll('.hidden').forEach(tab => tab.classList.remove('hidden'))").await;
    }
}

/// The text inside a double-quoted attribute.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}

/// A page's HTML such that it works elsewhere: its relative addresses start from `base`.
pub fn with_base(html: &str, base: &str) -> String {
    html.replacen("<head>", &format!("<head><base href=\"{}\">", escaped(base)), 1)
}
