//! Tests of the whole library: data in, text out. They need no browser.

mod bad_input;
mod common;
mod deduced;
mod draw;
mod golden;
mod headline;
mod layers;
mod link;
mod page;
mod partners;
mod prices;
mod share;
mod shipped;
#[cfg(feature = "built")]
mod size;
mod sourcing;
mod trade;
