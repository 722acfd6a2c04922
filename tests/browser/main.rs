//! The page in a real browser: what its readers, its hosts and its editors do, and what they see.
//!
//! `cargo test --test browser` runs everything here; it needs Chromium, chromedriver and a built `dist/`. The tests of
//! the harness itself (`selftest`) need no build. Pictures of every journey's end go to `target/browser/`.
//!
//! Environment: DIST names another folder than `dist`, ENGINE another browser than Chromium (`firefox`, `webkit`; see
//! `engine`), CHROMEDRIVER and CHROMIUM, GECKODRIVER and FIREFOX, WEBKIT_DRIVER and MINI_BROWSER other programs than those
//! in PATH.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking, its helpers too"
)]

mod access;
mod app;
mod article;
mod browser;
mod built;
mod compared;
mod console;
mod controls;
mod copies;
mod crosshair;
mod damage;
mod engine;
mod figures;
mod frame_sizes;
mod frames;
mod graph;
mod hands;
mod hosts;
mod journey;
mod journeys;
mod layout;
mod older;
mod older_links;
mod page;
mod paper;
mod parts;
mod rule;
mod same_drawing;
mod selftest;
mod server;
mod sharing;
mod start;
mod strip;
mod visits;
mod whatif;
