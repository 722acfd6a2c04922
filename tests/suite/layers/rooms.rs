//! What the modules of each room use.

use super::{Rule, check, code, hold, lines_that_name, names};

/// The rooms in their order: a module imports only from those before its own, and from its own.
const ROOMS: [&str; 9] = ["data", "deduce", "view", "article", "charts", "words", "draw", "html", "ui"];

/// The folder of `src` that a file is in, as its place in [`ROOMS`].
fn room(path: &str) -> Option<usize> {
    let folder = path.strip_prefix("src/")?.split(['/', '.']).next()?;
    ROOMS.iter().position(|room| *room == folder)
}

fn imports(path: &str, source: &str) -> Vec<String> {
    let Some(own) = room(path) else { return Vec::new() };
    let depth = path.trim_end_matches("/mod.rs").matches('/').count();
    let up = "super::".repeat(depth);
    let mut faults = Vec::new();
    for (number, line) in code(path, source) {
        for later in &ROOMS[own + 1..] {
            let wrong = [format!("crate::{later}"), format!("{up}{later}")].into_iter().find(|path| names(line, path));
            faults.extend(wrong.map(|path| format!("line {number}: {} must not use {path}", ROOMS[own])));
        }
        if line.contains("crate::{") || line.contains("crate::*") {
            faults.push(format!("line {number}: name the room, so that this test can see it"));
        }
    }
    faults
}

#[test]
fn values_flow_one_way() {
    let rule: Rule = imports;
    check(rule, "src/data/a.rs", "use crate::data::B;\nuse super::table;", &[]);
    check(rule, "src/data/a.rs", "use crate::view::View;", &["line 1: data must not use crate::view"]);
    check(rule, "src/data/mod.rs", "\nlet x = crate::draw::draw();", &["line 2: data must not use crate::draw"]);
    check(
        rule,
        "src/charts/a/b.rs",
        "use super::super::super::ui::X;",
        &["line 1: charts must not use super::super::super::ui"],
    );
    check(
        rule,
        "src/charts/a/mod.rs",
        "use super::super::words;",
        &["line 1: charts must not use super::super::words"],
    );
    check(rule, "src/charts/a/b.rs", "use super::super::words;", &[]);
    check(rule, "src/draw/a.rs", "use crate::{ui, data};", &["line 1: name the room, so that this test can see it"]);
    check(rule, "src/draw/a.rs", "// crate::ui\nuse crate::words::X;", &[]);
    check(rule, "src/ui/a.rs", "use crate::draw::draw;", &[]);
    hold(rule, "src", ".rs");
}

/// Crates that belong to one room.
fn crates(path: &str, source: &str) -> Vec<String> {
    let browser =
        ["leptos", "web_sys", "js_sys", "wasm_bindgen", "wasm_bindgen_futures", "send_wrapper", "wasm_split_helpers"];
    let mut faults = Vec::new();
    if room(path).is_some_and(|own| ROOMS[own] != "ui") {
        faults.extend(lines_that_name(path, source, &browser));
    }
    if room(path).is_some_and(|own| ROOMS[own] != "draw") {
        faults.extend(lines_that_name(path, source, &["plotters", "plotters_backend"]));
    }
    faults
}

#[test]
fn plotters_draws_in_draw_and_the_browser_is_known_to_ui() {
    check(
        crates,
        "src/charts/a.rs",
        "use web_sys::window;\nuse plotters::prelude::*;",
        &["line 1: web_sys", "line 2: plotters"],
    );
    check(crates, "src/draw/a.rs", "use plotters::style::Color;", &[]);
    check(crates, "src/ui/a.rs", "use leptos::prelude::*;", &[]);
    hold(crates, "src", ".rs");
}

/// Charts are functions of the data and the link: only the page knows what time it is.
fn clocks(path: &str, source: &str) -> Vec<String> {
    let clocks = ["Utc::now", "Local::now", "SystemTime", "Instant", "js_sys::Date", "Date::now", "Date::new_0"];
    if path.starts_with("src/ui/") { Vec::new() } else { lines_that_name(path, source, &clocks) }
}

#[test]
fn no_clock_outside_ui() {
    check(
        clocks,
        "src/charts/a.rs",
        "let t = Utc::now();\nlet now = Instant::now();",
        &["line 1: Utc::now", "line 2: Instant"],
    );
    check(clocks, "src/charts/a.rs", "// Instant\nlet instant = Instantly;", &[]);
    check(clocks, "src/ui/a.rs", "js_sys::Date::new_0()", &[]);
    hold(clocks, "src", ".rs");
}

/// The order of a hash map differs from run to run, and so would what is drawn from it.
fn hashes(path: &str, source: &str) -> Vec<String> {
    lines_that_name(path, source, &["HashMap", "HashSet"])
}

#[test]
fn no_hash_map() {
    check(hashes, "src/charts/a.rs", "use std::collections::HashMap;\n#[derive(Hash)]", &["line 1: HashMap"]);
    hold(hashes, "src", ".rs");
}
