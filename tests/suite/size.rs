//! What a first visit transfers, packed as a good host packs it: a budget, because every visitor pays it.

use crate::common::root;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// At most so many bytes, packed by brotli, of everything but the figures themselves.
const BUDGET: usize = 140_000;

/// What the page names and a visitor does not fetch: the picture for link previews, the script for hosts of frames.
const FOR_OTHERS: [&str; 2] = ["preview.png", "frame.js"];

#[test]
fn what_hosts_of_frames_fetch_is_light() {
    let script = fs::read(root().join("dist/frame.js")).unwrap_or_else(|error| panic!("frame.js: {error}"));
    println!("{:>8}  frame.js, not packed", script.len());
    assert!(script.len() < 2_000, "{} bytes", script.len());
}

#[test]
fn a_first_visit_is_light() {
    let dist = root().join("dist");
    assert!(dist.join("index.html").is_file(), "There is no built page: build first: make build");
    let mut parts: BTreeMap<PathBuf, usize> = BTreeMap::new();
    visit(&dist, Path::new("index.html"), &mut parts);
    let total: usize = parts.values().sum();
    for (part, weight) in &parts {
        println!("{weight:>8}  {}", part.display());
    }
    println!("{total:>8}  of {BUDGET}");
    let wasm = parts.keys().any(|part| part.extension().is_some_and(|ending| ending == "wasm"));
    assert!(wasm && parts.len() >= 5, "the page leads to its module and styles: {parts:?}");
    assert!(total <= BUDGET, "a first visit transfers {total} bytes, and {BUDGET} are allowed");
}

/// Weighs a file of the built page and everything that it names.
fn visit(dist: &Path, part: &Path, parts: &mut BTreeMap<PathBuf, usize>) {
    if parts.contains_key(part) {
        return;
    }
    let content = fs::read(dist.join(part)).unwrap_or_else(|error| panic!("{}: {error}", part.display()));
    parts.insert(part.to_owned(), packed(&content));
    let text = String::from_utf8_lossy(&content);
    for other in files(dist, Path::new("")) {
        let name = other.file_name().unwrap_or_default().to_string_lossy();
        if text.contains(&*name) && !other.starts_with("assets/data") && !FOR_OTHERS.contains(&&*name) {
            visit(dist, &other, parts);
        }
    }
}

/// The files below a folder of `dist`.
fn files(dist: &Path, folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(dist.join(folder)).into_iter().flatten().flatten();
    let below = |entry: fs::DirEntry| {
        let path = folder.join(entry.file_name());
        if entry.path().is_dir() { files(dist, &path) } else { vec![path] }
    };
    entries.flat_map(below).collect()
}

/// The weight after brotli at its best.
fn packed(content: &[u8]) -> usize {
    let settings = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &*content, &mut packed, &settings).unwrap_or_else(|error| panic!("{error}"));
    packed.len()
}
