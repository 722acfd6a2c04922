//! Bytes to text: UTF-8, or what office programs save instead.

/// What a file's bytes were read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// "Unicode text" of Excel, little or big endian by its byte order mark.
    Utf16,
    /// Of Chinese Windows, GBK included.
    Gb18030,
    /// Of Western Windows.
    Windows1252,
}

impl Encoding {
    /// Its name in the Encoding Standard of the WHATWG, also what readers are told.
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf16 => "UTF-16",
            Self::Gb18030 => "gb18030",
            Self::Windows1252 => "windows-1252",
        }
    }
}

/// Decodes bytes by a name of the Encoding Standard; `None` where they are not of that encoding.
///
/// The browser does it with its own tables, tests do it with a crate: either is too large for this program.
pub type Decode = fn(&[u8], &str) -> Option<String>;

/// The text of a file, and its encoding where that is not UTF-8; `None` where it is no text.
pub(super) fn text(bytes: &[u8], decode: Decode) -> Option<(String, Option<Encoding>)> {
    let decoded = match (std::str::from_utf8(bytes), bytes) {
        (_, [0xFF, 0xFE, ..]) => (decode(bytes, "utf-16le")?, Some(Encoding::Utf16)),
        (_, [0xFE, 0xFF, ..]) => (decode(bytes, "utf-16be")?, Some(Encoding::Utf16)),
        (Ok(text), _) => (text.to_owned(), None),
        // One damaged byte makes no other encoding of it: its row is named.
        _ if is_mostly_utf8(bytes) => return None,
        _ => match decode(bytes, Encoding::Gb18030.name()).filter(|text| text.chars().all(is_chinese_or_ascii)) {
            Some(text) => (text, Some(Encoding::Gb18030)),
            None => (decode(bytes, Encoding::Windows1252.name())?, Some(Encoding::Windows1252)),
        },
    };
    Some(decoded)
        .filter(|(text, _)| !text.contains('\0'))
        .map(|(text, encoding)| (text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text), encoding))
}

/// Whether more letters beyond ASCII are UTF-8 than are not.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let broken = text.matches('\u{fffd}').count();
    text.chars().filter(|letter| !letter.is_ascii()).count() > 2 * broken
}

/// Two letters of Western Windows side by side are a Chinese character too, but mostly a rare one.
fn is_chinese_or_ascii(letter: char) -> bool {
    letter.is_ascii()
        || matches!(letter, '\u{4e00}'..='\u{9fff}' | '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ffef}')
        || "“”‘’—–…·￥".contains(letter)
}
