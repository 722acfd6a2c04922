//! A query as pairs of keys and values, whatever mail, chat and hosts made of it.

use percent_encoding::percent_decode_str;

/// A key with its value.
pub(super) struct Pair<'a> {
    /// As it was written.
    pub raw: &'a str,
    /// The key in small letters, its escapes decoded, without what cannot be seen.
    pub name: String,
    /// The value, its escapes decoded, without what cannot be seen; empty where there is none.
    pub text: String,
}

/// The pairs of a query without its `?`; `is_ours` knows the names of our keys.
pub(super) fn pairs(query: &str, is_ours: impl Fn(&str) -> bool) -> Vec<Pair<'_>> {
    let read = |raw, text: &str| {
        let (name, text) = text.split_once('=').unwrap_or((text, ""));
        let name = visible(&decode(name)).to_ascii_lowercase();
        // Mail programs write `&` as `&amp;`, some twice.
        let name = name.trim_start_matches("amp;").to_owned();
        Pair { raw, name, text: visible(&decode(text)) }
    };
    let mut pairs = Vec::new();
    for raw in query.split('&').map(|raw| raw.trim_start_matches("amp;")) {
        let pair = read(raw, raw);
        let decoded = decode(raw);
        // Hosts encode whole pairs, or several of them: no value of ours holds `=` or `&`.
        if !raw.contains('=') || is_ours(&pair.name) && pair.text.contains('&') {
            let parts: Vec<Pair> = decoded.split('&').map(|part| read("", part)).collect();
            // What holds a key of ours cannot be kept as it is: it would be read again.
            let kept = !parts.iter().any(|part| is_ours(&part.name));
            let raw = |index| if kept && index == 0 { raw } else { "" };
            pairs.extend(parts.into_iter().enumerate().map(|(index, part)| Pair { raw: raw(index), ..part }));
        } else {
            pairs.push(pair);
        }
    }
    pairs.retain(|pair| !pair.name.is_empty());
    pairs
}

/// A text without what chat and office programs put into addresses and nobody sees; with the dashes and dots that they
/// replaced.
fn visible(text: &str) -> String {
    let unseen = |letter: &char| {
        letter.is_whitespace()
            || letter.is_control()
            || matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
    };
    let mut out = String::with_capacity(text.len());
    for letter in text.chars().filter(|letter| !unseen(letter)) {
        match letter {
            '\u{2010}'..='\u{2015}' | '\u{2212}' => out.push('-'),
            '…' => out.push_str(".."),
            letter => out.push(letter),
        }
    }
    out
}

/// Whether two names differ by one letter: another one, one more or less, or two that changed places.
pub(super) fn one_edit_apart(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let start = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    let end = a[start..].iter().rev().zip(b[start..].iter().rev()).take_while(|(a, b)| a == b).count();
    match (&a[start..a.len() - end], &b[start..b.len() - end]) {
        ([_], [_]) | ([_], []) | ([], [_]) => true,
        ([a, b], [c, d]) => a == d && b == c,
        _ => false,
    }
}

/// At most 40 characters.
pub(super) fn shorten(text: &str) -> String {
    let short: String = text.chars().take(40).collect();
    if short.len() < text.len() { format!("{short}…") } else { short }
}

/// Whether a pair of the host's can stand in a link again as it is.
pub(super) fn is_plain(pair: &str) -> bool {
    pair.len() <= 500 && pair.bytes().all(|byte| byte.is_ascii_graphic() && !b"\"<>#&".contains(&byte))
}

/// Decodes `%7E`, also where it was encoded again on its way; what is not a valid escape stays as it is, and bytes that are
/// not UTF-8 become `\u{fffd}`.
fn decode(text: &str) -> String {
    /// No program encodes more often.
    const TIMES: usize = 4;
    let mut text = text.to_owned();
    for _ in 0..TIMES {
        let decoded = percent_decode_str(&text).decode_utf8_lossy().into_owned();
        if decoded == text {
            break;
        }
        text = decoded;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{decode, one_edit_apart};

    #[test]
    fn escapes_are_decoded_and_anything_else_stays() {
        let check = |text: &str, expected: &str| assert_eq!(decode(text), expected, "{text}");
        check("2019-01..latest", "2019-01..latest");
        check("a%7Eb%7ec", "a~b~c");
        check("%", "%");
        check("%7", "%7");
        check("%zz%2", "%zz%2");
        check("%%37E", "~");
        check("%257E", "~");
        check("%E4%B8%AD中", "中中");
        check("%E4%B8", "\u{fffd}");
    }

    #[test]
    fn names_that_are_nearly_ours() {
        let check = |a: &str, b: &str, expected| assert_eq!(one_edit_apart(a, b), expected, "{a} {b}");
        check("asoff", "asof", true);
        check("aof", "asof", true);
        check("veiw", "view", true);
        check("vieq", "view", true);
        check("asof", "asof", false);
        check("since", "asof", false);
        check("veiws", "view", false);
        check("", "t", true);
    }
}
