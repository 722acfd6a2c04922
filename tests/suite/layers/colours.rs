//! Colours and styles are said in one place.

use super::{check, code, hold, is_word, names};
use crate::common::{same, text};
use rare_earth_trade::draw::{Colour, Fill, Form, Palette};

/// Places that name a colour of their own.
fn colours(path: &str, source: &str) -> Vec<String> {
    if ["src/draw/palette.rs", "style/tokens.css"].contains(&path) {
        return Vec::new();
    }
    let hex = |line: &str| {
        line.match_indices('#').any(|(at, _)| {
            let rest = &line[at + 1..];
            let length = rest.find(|letter: char| !letter.is_ascii_hexdigit()).unwrap_or(rest.len());
            [3, 4, 6, 8].contains(&length) && !rest[length..].starts_with(|next| is_word(next) || next == '-')
        })
    };
    let function = |line: &str| {
        ["rgb(", "rgba(", "hsl(", "hsla(", "oklch("].iter().any(|call| names(line, call))
            || line
                .match_indices("RGBColor(")
                .any(|(at, call)| line[at + call.len()..].starts_with(|next: char| next.is_ascii_digit()))
    };
    let lines = code(path, source).into_iter().filter(|(_, line)| hex(line) || function(line));
    lines.map(|(number, line)| format!("line {number}: {}", line.trim())).collect()
}

#[test]
fn colours_are_named_in_one_place() {
    for raw in [
        "a { color: #fff; }",
        "a { color: #24657c }",
        "b { background: rgb(1 2 3); }",
        "let a = RGBColor(1, 2, 3);",
        "rgb(0x24657c)",
    ] {
        check(colours, "src/ui/a.rs", raw, &[&format!("line 1: {raw}")]);
    }
    for fine in [
        "#boot { color: var(--text); }",
        "#[derive(Debug)]",
        "format!(\"#{r:02x}\")",
        "let RGBColor(r, g, b) = c;",
        "#add-on {}",
    ] {
        check(colours, "src/ui/a.rs", fine, &[]);
    }
    hold(colours, "src", ".rs");
    hold(colours, "style", ".css");
}

/// A strict policy forbids styles in markup.
fn inline_styles(_: &str, source: &str) -> Vec<String> {
    let lines = source.lines().enumerate().filter(|(_, line)| line.contains("style=\"") || line.contains("style=\\\""));
    lines.map(|(at, line)| format!("line {}: {}", at + 1, line.trim())).collect()
}

#[test]
fn no_inline_style() {
    check(inline_styles, "index.html", "<p style=\"color: red\">", &["line 1: <p style=\"color: red\">"]);
    hold(inline_styles, "src/ui", ".rs");
    hold(inline_styles, "src/draw", ".rs");
    hold(inline_styles, "src/html", ".rs");
    same(&inline_styles("index.html", &text("index.html")).join("\n"), "", "index.html");
}

/// The custom property that gives a class of `style/drawing.css` its colour.
fn property<'a>(css: &'a str, class: &str) -> Option<&'a str> {
    let rule = format!("\n.chart__drawing .{} {{ --hue: var(--", class.replace(' ', "."));
    css.split_once(&rule)?.1.split(')').next()
}

/// A colour of `style/tokens.css` in both themes.
fn token(css: &str, name: &str) -> Option<(String, String)> {
    let value = css.split_once(&format!("--{name}: var(--light, "))?.1.split(");").next()?;
    let (light, dark) = value.split_once(") var(--dark, ")?;
    Some((light.to_owned(), dark.to_owned()))
}

#[test]
fn files_have_the_colours_of_the_page() {
    let (drawing, tokens) = (text("style/drawing.css"), text("style/tokens.css"));
    for colour in Colour::ALL {
        let on_page = property(&drawing, colour.class()).and_then(|property| token(&tokens, property));
        let in_file = (Palette::Light.hex(colour), Palette::Dark.hex(colour));
        assert_eq!(on_page, Some(in_file), "{colour:?} on the page and in src/draw/palette.rs");
    }
    // No colour has a rule of its own beside these.
    assert_eq!(drawing.matches("{ --hue: var(").count(), Colour::ALL.len());
}

/// How `style/drawing.css` writes a tint of an element's hue.
fn tint(percent: u8) -> String {
    match percent {
        0 => "var(--paper)".to_owned(),
        100 => "var(--hue)".to_owned(),
        percent => format!("color-mix(in srgb, var(--hue) {percent}%, var(--paper))"),
    }
}

/// What the rules for a class set a property to.
fn values<'a>(css: &'a str, class: &str, property: &str) -> Vec<&'a str> {
    let selects =
        |selectors: &str| selectors.split(',').any(|selector| selector.trim() == format!(".chart__drawing .{class}"));
    let rules = css.lines().filter_map(|line| line.strip_suffix(" }")?.split_once(" { "));
    let of_class = rules.filter(|(selectors, _)| selects(selectors)).flat_map(|(_, body)| body.split(';'));
    of_class.filter_map(|declaration| declaration.trim().strip_prefix(property)?.strip_prefix(": ")).collect()
}

#[test]
fn files_have_the_forms_of_the_page() {
    let css = text("style/drawing.css");
    let on_screen = css.split("@media").next().unwrap_or_default();
    for form in Form::ALL {
        let class = form.class();
        let fill = match form.fill() {
            Fill::Empty => vec!["none".to_owned()],
            Fill::Tint(percent) => vec![tint(percent)],
            Fill::Stripes { stripe, ground } => {
                for (part, percent) in [("stripe", stripe), ("ground", ground)] {
                    assert_eq!(values(on_screen, &format!("{class}-{part}"), "fill"), [tint(percent)], "{form:?}");
                }
                Vec::new()
            }
        };
        assert_eq!(values(on_screen, class, "fill"), fill, "{form:?}");
        let stroke: Vec<String> = form.stroke().map(tint).into_iter().collect();
        let found = values(on_screen, class, "stroke");
        assert_eq!(found.into_iter().filter(|stroke| *stroke != "none").collect::<Vec<_>>(), stroke, "{form:?}");
    }
}
