//! Tests of the whole library: data in, text out. They need no browser.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking, its helpers too"
)]

mod article_page;
mod bad_input;
mod choice;
mod claims;
mod common;
mod deduced;
mod draw;
mod frame;
mod frame_height;
mod golden;
mod headline;
mod labels;
mod layers;
mod link;
mod page;
mod partners;
mod pointed;
mod prices;
mod ranges;
mod records;
mod saved;
mod share;
mod shipped;
#[cfg(feature = "built")]
mod size;
mod small;
mod sourcing;
mod summary;
mod trade;
mod trade_change;
mod trade_compared;
mod trade_findings;
mod trade_years;
mod verdicts;
mod whatif;
