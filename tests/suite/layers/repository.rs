//! What several files of the repository must agree on.

use super::{check, files_below, is_word};
use crate::common::{root, text};
use rare_earth_trade::data::File;
use rare_earth_trade::view::ChartName;
use std::fs;

/// What stands between `before` and the next quote or line end.
#[track_caller]
fn version(file: &str, before: &str) -> String {
    let content = text(file);
    let Some((_, after)) = content.split_once(before) else { panic!("{file} says {before:?}") };
    after.split(['"', '\n', ' ']).next().unwrap_or_default().to_owned()
}

#[test]
fn versions_agree() {
    let bindgen = version("scripts/setup.sh", "\nWASM_BINDGEN=");
    assert_eq!(version("Trunk.toml", "wasm_bindgen = \""), bindgen);
    assert_eq!(version("Cargo.toml", "wasm-bindgen = \"="), bindgen);
    assert_eq!(version("Cargo.lock", "name = \"wasm-bindgen\"\nversion = \""), bindgen);
    let binaryen = version("package.json", "\"binaryen\": \"");
    assert_eq!(version("package-lock.json", "node_modules/binaryen\": {\n      \"version\": \""), binaryen);
    assert_eq!(version("scripts/setup.sh", "needs Rust "), version("Cargo.toml", "rust-version = \""));
}

#[test]
fn every_data_file_is_read() {
    let mut read: Vec<String> = File::ALL.iter().map(|file| format!("assets/data/{}", file.name())).collect();
    read.sort();
    assert_eq!(files_below("assets/data"), read);
    // The boot script asks for them before the program comes.
    let boot = text("assets/boot.js");
    for file in File::ALL {
        let name = format!("\"{}\"", file.name().trim_end_matches(".csv"));
        let line = boot.lines().find(|line| line.contains("].forEach(function (name)")).unwrap_or_default();
        assert!(line.contains(&name), "assets/boot.js asks for {name}");
    }
}

/// The boot script knows which chart a frame shows, and which ones are of the article: of these the code is in another file.
#[test]
fn the_boot_script_knows_every_chart() {
    let boot = text("assets/boot.js");
    let list =
        |start: &str| boot.lines().find(|line| line.trim_start().starts_with(start)).unwrap_or_default().to_owned();
    let (article, others) = (list("var ARTICLE ="), list("var all ="));
    for name in ChartName::ALL {
        let quoted = format!("\"{}\"", name.name());
        let found = (others.contains(&quoted), article.contains(&quoted));
        assert_eq!(found, (!name.is_of_article(), name.is_of_article()), "{}", name.name());
    }
}

/// Paths of one machine, which mean nothing on another; an address of the web may hold the same words.
fn machine_paths(_: &str, source: &str) -> Vec<String> {
    let folders = ["root", "work", "home"].map(|folder| format!("/{folder}/"));
    let here = |line: &str| {
        folders.iter().any(|folder| {
            line.match_indices(folder.as_str())
                .any(|(at, _)| !line[..at].ends_with(|before| is_word(before) || ".-}~".contains(before)))
        })
    };
    let lines = source.lines().enumerate().filter(|(_, line)| here(line));
    lines.map(|(at, line)| format!("line {}: {}", at + 1, line.chars().take(120).collect::<String>())).collect()
}

#[test]
fn no_paths_of_one_machine() {
    let found = format!("PATH=/{}/bin", "root");
    check(machine_paths, "a", &found, &[&format!("line 1: {found}")]);
    check(machine_paths, "a", &format!("https://a.cn/{}/x", "work"), &[]);
    let mut faults = Vec::new();
    for path in files_below("") {
        let content = fs::read(root().join(&path)).unwrap_or_default();
        faults.extend(
            machine_paths(&path, &String::from_utf8_lossy(&content))
                .into_iter()
                .map(|fault| format!("{path}: {fault}")),
        );
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}
