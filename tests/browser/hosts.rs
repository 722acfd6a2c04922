//! The page inside the pages of others: every host that must work, or at least be told why it does not.
//!
//! `servers`: what the chart's host sends; `pages`: what the page around the frame is and does, which always comes from
//! another origin; `unusual`: pages that are not one plain document, and those that answer late or never.

mod pages;
mod servers;
mod unusual;

use super::app::app;
use super::page::Page;
use super::rule::Rule;
use super::server::Builder;

pub const PRICES: &str = "?view=prices&chart=prices&_embed=1&_id=a&v=2";

/// What the sandbox line of our snippet allows.
pub const SANDBOX: &str = "allow-scripts allow-popups allow-popups-to-escape-sandbox";

/// A server of the page that lets every origin read its files, as a sandboxed frame needs.
fn open() -> Builder {
    app().rule(Rule::all().open_to_all())
}

/// Waits until that frame has drawn its chart, and how many it has drawn.
pub async fn drawn(page: &Page, frame: u16) -> usize {
    page.in_frame(frame, async || {
        page.wait_ready().await;
        page.drawn().await.len()
    })
    .await
}
