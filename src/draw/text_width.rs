//! How wide a text is, without asking a page: the advance widths of Arial, which the font stack's fonts share.

/// The stack of every chart. Its fonts have Arial's widths; no web font is loaded.
pub const FONTS: &str = "Arial, Helvetica, 'Liberation Sans', Arimo, sans-serif";

/// Advance widths of U+0020 to U+007E in thousandths of an em (Adobe's Helvetica metrics, which Arial follows).
const WIDTHS: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
    556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
    260, 334, 584,
];

/// The width of a text in the unit of `size`. Bold letters are taken as 6 % wider.
pub fn text_width(text: &str, size: f64, bold: bool) -> f64 {
    let thousandths: u32 = text.chars().map(|letter| u32::from(advance(letter))).sum();
    f64::from(thousandths) / 1000.0 * size * if bold { 1.06 } else { 1.0 }
}

fn advance(letter: char) -> u16 {
    match letter {
        ' '..='~' => WIDTHS[letter as usize - 0x20],
        '−' => 584,
        // The second at most: some fonts have it narrower.
        '\u{a0}' | '\u{202f}' => 278,
        '’' | '‘' => 222,
        '“' | '”' => 333,
        // Chinese characters and everything unknown: one em, rather too wide than clipped.
        '\u{2e80}'.. => 1000,
        '…' | '—' => 1000,
        _ => 556,
    }
}
