//! A query as pairs of keys and values, whatever mail, chat and hosts made of it.

use percent_encoding::percent_decode_str;

/// A key with its value.
pub(super) struct Pair<'a> {
    /// As it was written.
    pub raw: &'a str,
    /// The key, its escapes decoded.
    pub name: String,
    /// The value, its escapes decoded; empty where there is none.
    pub text: String,
}

/// The pairs of a query without its `?`.
pub(super) fn pairs(query: &str) -> Vec<Pair<'_>> {
    // Mail programs write `&` as `&amp;`, some twice, and some hosts encode `~` and `_`.
    let whole = query.split('&').map(|mut pair| {
        while let Some(rest) = pair.strip_prefix("amp;") {
            pair = rest;
        }
        pair
    });
    let pair = |raw| {
        let (name, text) = str::split_once(raw, '=').unwrap_or((raw, ""));
        Pair { raw, name: decode(name), text: decode(text) }
    };
    whole.filter(|raw| !raw.is_empty()).map(pair).collect()
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

/// Decodes `%7E`; what is not a valid escape stays as it is, and bytes that are not UTF-8 become `\u{fffd}`.
fn decode(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn escapes_are_decoded_and_anything_else_stays() {
        let check = |text: &str, expected: &str| assert_eq!(decode(text), expected, "{text}");
        check("2019-01..latest", "2019-01..latest");
        check("a%7Eb%7ec", "a~b~c");
        check("%", "%");
        check("%7", "%7");
        check("%zz%2", "%zz%2");
        check("%%37E", "%7E");
        check("%E4%B8%AD中", "中中");
        check("%E4%B8", "\u{fffd}");
    }
}
