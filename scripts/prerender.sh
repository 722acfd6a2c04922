#!/bin/sh
# Writes what the page has before its program runs (see examples/prerender). Called by trunk before each build, with the
# settings that make has for the browser: the standard library that is compiled for it is none for this program.
set -eu
unset RUSTC_BOOTSTRAP CARGO_UNSTABLE_BUILD_STD CARGO_UNSTABLE_BUILD_STD_FEATURES
exec cargo run --quiet --example prerender
