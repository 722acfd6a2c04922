//! The built page as the tests serve it.

use super::page::Page;
use super::server::{Builder, Server};
use rare_earth_trade::view::ChartName;
use std::path::{Path, PathBuf};
use thirtyfour::Key;

/// The data files that the page reads.
pub const FILES: [&str; 5] = ["trade", "origins", "prices", "events", "article"];

/// The charts of the overview, in its order.
pub const OVERVIEW: [&str; 5] = ["trade", "ytd", "gap", "index", "prices"];

/// The names of all charts.
pub fn charts() -> Vec<&'static str> {
    ChartName::ALL.iter().map(|chart| chart.name()).collect()
}

/// The link of one chart in a frame.
pub fn frame_link(chart: &str) -> String {
    format!("?view=overview&chart={chart}&_embed=1&v=2")
}

/// A server of the built page.
pub fn app() -> Builder {
    Server::of(folder())
}

/// The built page: the folder `dist`, or the one that DIST names.
fn folder() -> PathBuf {
    let folder =
        std::env::var_os("DIST").map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("dist"), PathBuf::from);
    assert!(
        folder.join("index.html").is_file(),
        "there is no {}/index.html: build first: make build",
        folder.display()
    );
    folder
}

/// The file of the build whose name, before its hash, starts so: `boot-`, `panels-`.
pub fn built_file(start: &str) -> String {
    let files = std::fs::read_dir(folder()).expect("the built page").flatten();
    let mut names = files.map(|entry| entry.file_name().to_string_lossy().into_owned());
    names.find(|name| name.starts_with(start)).unwrap_or_else(|| panic!("the build has no {start}…"))
}

/// A file of the build.
pub fn built_bytes(name: &str) -> Vec<u8> {
    std::fs::read(folder().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The page in one file, as `make single` writes it.
pub fn single() -> PathBuf {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/rare-earth-trade.html");
    assert!(file.is_file(), "there is no {}: build first: make single", file.display());
    file
}

/// A data file's path beside the page.
pub fn data_path(name: &str) -> String {
    format!("assets/data/{name}.csv")
}

/// A data file's text, as it is in the repository.
pub fn data(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(data_path(name));
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

impl Page {
    /// The text of every notice of a kind: `link`, `file` or `row`, one per line, also of those folded away.
    pub async fn notices(&self, kind: &str) -> String {
        let script =
            "return [...document.querySelectorAll('#notices .notice--KIND')].map(n => n.textContent).join('\\n')";
        self.js(&script.replace("KIND", kind)).await
    }

    /// The drawing of every chart, in the page's order.
    pub async fn drawings(&self) -> Vec<String> {
        self.js("return [...document.querySelectorAll('.chart .chart__svg > svg')].map(svg => svg.outerHTML)").await
    }

    /// The names of the charts that are drawn.
    pub async fn drawn(&self) -> Vec<String> {
        let script = "return [...document.querySelectorAll('figure.chart')]\
                      .filter(chart => chart.querySelector('.chart__svg > svg')).map(chart => chart.dataset.chart)";
        self.js(script).await
    }

    /// Chooses a word of a field, as a mouse does. A field is named for its chart and its key: `trade-by`.
    pub async fn choose(&self, field: &str, value: &str) {
        let word = format!("input[name=\"{field}\"][value=\"{value}\"]");
        self.click(&word).await;
        self.wait_for(&format!("document.querySelector('{word}').checked"), &format!("{field} is {value}")).await;
    }

    /// The word that a field shows as chosen; empty where there is none.
    pub async fn chosen(&self, field: &str) -> String {
        self.js(&format!("return document.querySelector('input[name=\"{field}\"]:checked')?.value ?? ''")).await
    }

    /// Chooses a range of a chart that has no word: opens its fields for months, unless they are open, and fills one, `from`
    /// or `to`.
    pub async fn fill_month(&self, chart: &str, end: &str, month: &str) {
        let field = format!("figure[data-chart=\"{chart}\"] input[name=\"{end}\"]");
        let visible = format!("document.querySelector('{field}').checkVisibility()");
        if !self.js::<bool>(&format!("return {visible}")).await {
            self.click(&format!("input[name=\"{chart}-t\"][value=other]")).await;
        }
        self.wait_for(&visible, &format!("the fields for months of {chart} are open")).await;
        self.fill(&field, month).await;
        // While it is typed it does not count.
        self.press(Key::Enter).await;
    }

    /// Leads the page to another address without loading again, as Back and Forward do.
    pub async fn lead_to(&self, query: &str) {
        let script = "history.pushState(null, '', 'QUERY'); window.dispatchEvent(new PopStateEvent('popstate'))";
        self.js::<()>(&script.replace("QUERY", query)).await;
    }

    /// The charts that were drawn since the drawings were forgotten, in the order of their names.
    pub async fn sorted_draws(&self) -> Vec<String> {
        self.wait_frames().await;
        let mut draws = self.draws().await;
        draws.sort();
        draws
    }

    /// Waits until the page is done, well or not, and shows something.
    pub async fn wait_settled(&self) {
        self.wait_for("['ready', 'failed'].includes(document.body?.dataset.state)", "the page is ready or failed")
            .await;
        assert!(self.visible().await > 20, "the page is blank");
    }

    /// How many letters are to be seen.
    pub async fn visible(&self) -> usize {
        self.js("return (document.body?.innerText ?? '').trim().length").await
    }
}
