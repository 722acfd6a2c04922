//! The article in our own words and its order: a file per language, with holes for its figures.
//!
//! A line `# section: heading` begins a section, and every other line is a paragraph. `{export-month}` is a hole for the
//! figure of that id, `{import-quarter-yoy:size}` the same without its sign, and `**...**` is strong. No number is typed
//! into it.

use crate::view::{Lang, Section};

/// A section of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prose {
    /// Which one it is.
    pub section: Section,
    /// What stands over it.
    pub heading: &'static str,
    /// At least one.
    pub paragraphs: Vec<Vec<Run>>,
}

/// A piece of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Run {
    /// Plain text.
    Text(&'static str),
    /// Text that leads into a paragraph.
    Strong(&'static str),
    /// A figure of the article.
    Figure {
        /// The figure's id.
        id: &'static str,
        /// Whether its sign is left out, because the sentence says the direction.
        size_only: bool,
    },
}

/// The text in a language, in its order.
pub fn text(lang: Lang) -> Vec<Prose> {
    match lang {
        Lang::English => parse(include_str!("../../assets/article/en.txt")),
    }
}

/// One section of the text.
pub fn prose(lang: Lang, section: Section) -> Option<Prose> {
    text(lang).into_iter().find(|prose| prose.section == section)
}

/// What stands before the first heading, or under a heading that names no section, is left out; a test keeps the
/// shipped texts whole.
fn parse(text: &'static str) -> Vec<Prose> {
    let mut all: Vec<Prose> = Vec::new();
    let mut known = false;
    for block in text.split('\n').map(str::trim).filter(|line| !line.is_empty()) {
        if let Some(head) = block.strip_prefix("# ") {
            let named = head.split_once(": ").and_then(|(name, heading)| Some((Section::parse(name)?, heading)));
            known = named.is_some();
            all.extend(named.map(|(section, heading)| Prose { section, heading, paragraphs: Vec::new() }));
        } else if let (Some(prose), true) = (all.last_mut(), known) {
            prose.paragraphs.push(runs(block));
        }
    }
    all
}

fn runs(paragraph: &'static str) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut rest = paragraph;
    while let Some(at) = rest.find(['{', '*']) {
        let (before, from) = rest.split_at(at);
        let (open, close) = if from.starts_with('{') { ("{", "}") } else { ("**", "**") };
        let inside = from.strip_prefix(open).and_then(|inside| inside.split_once(close));
        let Some((inside, after)) = inside else { break };
        runs.extend((!before.is_empty()).then_some(Run::Text(before)));
        runs.push(match (open, inside.strip_suffix(":size")) {
            ("{", Some(id)) => Run::Figure { id, size_only: true },
            ("{", None) => Run::Figure { id: inside, size_only: false },
            _ => Run::Strong(inside),
        });
        rest = after;
    }
    runs.extend((!rest.is_empty()).then_some(Run::Text(rest)));
    runs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{Dataset, File, FileError, facts};

    #[track_caller]
    fn check(text: &'static str, expected: &str) {
        let run = |run: &Run| match run {
            Run::Text(text) => format!("[{text}]"),
            Run::Strong(text) => format!("<{text}>"),
            Run::Figure { id, size_only } => format!("{id}{}", if *size_only { " as a size" } else { "" }),
        };
        let prose = |prose: &Prose| {
            let paragraphs = prose.paragraphs.iter().map(|runs| runs.iter().map(run).collect::<Vec<_>>().join(" "));
            [vec![format!("{}: {}", prose.section.name(), prose.heading)], paragraphs.collect()].concat().join("\n")
        };
        assert_eq!(parse(text).iter().map(prose).collect::<Vec<_>>().join("\n"), expected);
    }

    #[test]
    fn a_text_is_sections_of_paragraphs_of_runs() {
        check("", "");
        check(
            "lost\n# outlook: A: b\n\n**C.** d {e}, {f:size}.\ng\n",
            "outlook: A: b\n<C.> [ d ] e [, ] f as a size [.]\n[g]",
        );
        // What is not closed is text.
        check("# outlook: A\na {b", "outlook: A\n[a {b]");
        check("# outlook: A\na *b* c", "outlook: A\n[a *b* c]");
        check("# elsewhere: A\na\n# outlook: B\nb", "outlook: B\n[b]");
    }

    #[test]
    fn every_text_has_every_section_and_every_figure_and_no_number_of_its_own() {
        let file = |file: File| std::fs::read(format!("assets/data/{}", file.name())).map_err(|_| FileError::Empty);
        let data = Dataset::read(file);
        let mut figures: Vec<&str> = facts(&data.article).iter().map(|figure| &*figure.id).collect();
        assert_eq!(figures.len(), 36);
        figures.sort_unstable();
        for lang in Lang::ALL {
            let text = text(*lang);
            let sections: Vec<Section> = text.iter().map(|prose| prose.section).collect();
            assert_eq!(sections, Section::ALL);
            let mut used = Vec::new();
            for prose in &text {
                assert!(!prose.paragraphs.is_empty(), "{}", prose.heading);
                for run in prose.paragraphs.iter().flatten() {
                    match run {
                        Run::Text(text) | Run::Strong(text) => {
                            let typed =
                                text.contains(|letter: char| letter.is_ascii_digit() || "{}*%".contains(letter));
                            assert!(!typed, "{text}");
                        }
                        Run::Figure { id, .. } => used.push(*id),
                    }
                }
                assert!(!prose.heading.contains(|letter: char| letter.is_ascii_digit()), "{}", prose.heading);
            }
            used.sort_unstable();
            assert_eq!(used, figures, "each figure once, in {}", lang.name());
        }
    }

    proptest::proptest! {
        #[test]
        fn any_paragraph_keeps_its_letters(text in "[a-z{}*: ]{0,30}") {
            let text: &'static str = Box::leak(text.into_boxed_str());
            let letters = |text: &str| text.chars().filter(char::is_ascii_lowercase).collect::<String>();
            let runs = runs(text);
            let said = runs.iter().map(|run| match run {
                Run::Text(text) | Run::Strong(text) => letters(text),
                Run::Figure { id, size_only } => letters(id) + if *size_only { "size" } else { "" },
            });
            proptest::prop_assert_eq!(said.collect::<String>(), letters(text));
        }
    }
}
