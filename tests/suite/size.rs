//! What a visit transfers, packed as a good host packs it: a budget for each part, because every visitor pays it.

use crate::common::root;
use std::fs;
use std::path::Path;

/// What belongs together: who weighs it, how much it may weigh in bytes, and which files of `dist` it is.
struct Part {
    name: &'static str,
    budget: usize,
    files: fn(&str) -> bool,
}

/// What the first screen of the overview waits for, but for the figures themselves.
const FIRST: [Part; 3] = [
    Part { name: "the page with its charts", budget: 40_000, files: |file| file == "index.html" },
    Part {
        name: "style and scripts",
        budget: 10_000,
        files: |file| {
            let ours = ["site-", "boot-", "icon-"].iter().any(|start| file.starts_with(start));
            ours || file.starts_with("rare-earth-trade-") && file.ends_with(".js")
        },
    },
    // A build in another folder may weigh four hundred bytes more or less.
    Part {
        name: "the program",
        budget: 170_000,
        files: |file| file.starts_with("rare-earth-trade-") && file.ends_with(".wasm"),
    },
];

/// What comes after that: once the first screen is there, or when a reader opens it. What two of these share is in a file of its own,
/// and weighs with the first.
const LATER: [Part; 4] = [
    // Painted after the overview: fields, tips, tables, frames, the article, panels, paper.
    Part { name: "style of what a reader opens", budget: 4_100, files: |file| file.starts_with("later-") },
    // With what the overview shows below its first screen, the reader of links, and all that parts share. A build in another
    // folder may weigh four hundred bytes more or less.
    Part {
        name: "the other charts, pages, pointing, panels, notices",
        budget: 250_000,
        files: |file| file.starts_with("more-") || file.starts_with("shared-"),
    },
    Part { name: "the pages of the article", budget: 56_000, files: |file| file.starts_with("article-") },
    // With the code that makes and keeps the texts which a table's filter searches.
    Part { name: "tables and files", budget: 24_000, files: |file| file.starts_with("tables-") },
];

/// What the page names for others: the picture for link previews. Hosts of frames fetch the rest.
const FOR_OTHERS: [&str; 2] = ["preview.png", "frame.js"];

#[test]
fn every_part_keeps_its_budget() {
    let files = files(&dist(), Path::new(""));
    for part in FIRST.iter().chain(&LATER) {
        let weights: Vec<(usize, &String)> =
            files.iter().filter(|file| (part.files)(file)).map(|file| (weight(file), file)).collect();
        let total: usize = weights.iter().map(|(weight, _)| weight).sum();
        println!("{total:>8} of {:>7}  {}: {weights:?}", part.budget, part.name);
        assert!(total > 0, "there is {}: {files:?}", part.name);
        assert!(total <= part.budget, "{} weighs {total} bytes, and {} are allowed", part.name, part.budget);
    }
}

/// What the page names is what was weighed: the boot script is told the names of the parts too, for links to other pages.
#[test]
fn the_page_names_nothing_else() {
    let files = files(&dist(), Path::new(""));
    let text = |file: &str| String::from_utf8_lossy(&fs::read(dist().join(file)).unwrap_or_default()).into_owned();
    let page = text("index.html");
    let named = files.iter().filter(|file| page.contains(file.as_str()));
    let others = |file: &&String| {
        let weighed = FIRST.iter().any(|part| (part.files)(file));
        let later = LATER.iter().any(|part| (part.files)(file));
        !weighed && !later && !file.starts_with("assets/data/") && !FOR_OTHERS.contains(&file.as_str())
    };
    assert_eq!(named.filter(others).collect::<Vec<_>>(), [] as [&String; 0]);
    for sheet in files.iter().filter(|file| file.ends_with(".css")) {
        let style = text(sheet);
        // What starts with # is on the page.
        assert_eq!(style.matches("url(").count(), style.matches("url(#").count(), "{sheet} asks for a file");
    }
}

#[test]
fn what_hosts_of_frames_fetch_is_light() {
    let script = fs::read(dist().join("frame.js")).unwrap_or_else(|error| panic!("frame.js: {error}"));
    println!("{:>8}  frame.js, not packed", script.len());
    assert!(script.len() < 2_000, "{} bytes", script.len());
}

/// The folder of the built page.
fn dist() -> std::path::PathBuf {
    let dist = root().join("dist");
    assert!(dist.join("index.html").is_file(), "there is no built page: build first: make build");
    dist
}

/// The files below a folder of `dist`, by their paths.
fn files(dist: &Path, folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(dist.join(folder)).into_iter().flatten().flatten();
    let below = |entry: fs::DirEntry| {
        let path = folder.join(entry.file_name());
        if entry.path().is_dir() { files(dist, &path) } else { vec![path.to_string_lossy().into_owned()] }
    };
    entries.flat_map(below).collect()
}

/// What a file of `dist` weighs after brotli at its best.
fn weight(file: &str) -> usize {
    let content = fs::read(dist().join(file)).unwrap_or_else(|error| panic!("{file}: {error}"));
    let settings = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &*content, &mut packed, &settings).unwrap_or_else(|error| panic!("{error}"));
    packed.len()
}
