//! Reads the sources: what each room of the house may use, and what must be said in one place only.

mod colours;
mod repository;
mod rooms;

use crate::common::{root, same, text};
use std::fs;
use std::path::Path;

/// A rule on one file: its path below the repository and its text to the faults found.
type Rule = fn(&str, &str) -> Vec<String>;

/// Applies a rule to a made-up file.
#[track_caller]
fn check(rule: Rule, path: &str, source: &str, expected: &[&str]) {
    same(&rule(path, source).join("\n"), &expected.join("\n"), source);
}

/// Applies a rule to the files below `folder` that end in `ending`.
#[track_caller]
fn hold(rule: Rule, folder: &str, ending: &str) {
    let files = files_below(folder);
    let files: Vec<&String> = files.iter().filter(|path| path.ends_with(ending)).collect();
    assert!(!files.is_empty(), "there are {ending} files in {folder}");
    let fault = |path: &&String| -> Vec<String> {
        rule(path, &text(path)).into_iter().map(|fault| format!("{path}: {fault}")).collect()
    };
    let faults: Vec<String> = files.iter().flat_map(fault).collect();
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// Paths of all files below a folder of the repository, but what is built or downloaded.
fn files_below(folder: &str) -> Vec<String> {
    let skipped = [".git", "target", "dist", ".tools", "node_modules"];
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if skipped.contains(&name.as_str()) {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push(path.strip_prefix(root()).unwrap_or(&path).to_string_lossy().into_owned());
            }
        }
    }
    found.sort();
    found
}

/// The lines of a source that are code, with their numbers from 1: no comments, and nothing that only tests compile.
fn code<'a>(path: &str, source: &'a str) -> Vec<(usize, &'a str)> {
    let path = Path::new(path);
    let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let parent = path.parent().map(|folder| root().join(folder).join("mod.rs"));
    let parent = parent.and_then(|parent| fs::read_to_string(parent).ok()).unwrap_or_default();
    if parent.contains(&format!("#[cfg(test)]\nmod {name};")) {
        return Vec::new();
    }
    let shipped = source.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let lines = shipped.lines().enumerate().map(|(at, line)| (at + 1, line));
    lines.filter(|(_, line)| !line.trim_start().starts_with("//")).collect()
}

fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

/// Whether `words` stands in `line` as words of their own.
fn names(line: &str, words: &str) -> bool {
    let after = |at: usize| &line[at + words.len()..];
    let ends_inside = |at: usize| words.ends_with(is_word) && after(at).starts_with(is_word);
    line.match_indices(words).any(|(at, _)| !ends_inside(at) && !line[..at].ends_with(is_word))
}

fn lines_that_name(path: &str, source: &str, words: &[&str]) -> Vec<String> {
    let line = |(number, line): (usize, &str)| {
        words.iter().find(|words| names(line, words)).map(|words| format!("line {number}: {words}"))
    };
    code(path, source).into_iter().filter_map(line).collect()
}
