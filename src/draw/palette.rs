//! The colours of charts in a file. `style/tokens.css` holds the same values for the page, and a test compares the two.

use super::style::Colour;
use crate::charts::Role;

/// The colours of one theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Palette {
    /// Dark text on pale paper.
    Light,
    /// Pale text on dark paper.
    Dark,
}

impl Palette {
    /// A colour as CSS and SVG write it: "#24657c".
    pub fn hex(self, colour: Colour) -> String {
        self.tint_hex(colour, 100)
    }

    /// So many per cent of a colour, the rest paper.
    pub fn tint_hex(self, colour: Colour, percent: u8) -> String {
        let [_, red, green, blue] = self.rgb(colour).to_be_bytes();
        let paper = self.rgb(Colour::Paper).to_be_bytes();
        let mixed = |full: u8, paper: u8| {
            let percent = u32::from(percent.min(100));
            (u32::from(full) * percent + u32::from(paper) * (100 - percent) + 50) / 100
        };
        format!("#{:02x}{:02x}{:02x}", mixed(red, paper[1]), mixed(green, paper[2]), mixed(blue, paper[3]))
    }

    /// Red, green and blue as 0xRRGGBB.
    fn rgb(self, colour: Colour) -> u32 {
        let (light, dark) = match colour {
            Colour::Paper => (0xfdfcf9, 0x14171c),
            Colour::Muted => (0x59606d, 0xaab0ba),
            Colour::Faint => (0x8b919c, 0x7d848f),
            Colour::Grid => (0xe3e0d8, 0x2c323b),
            Colour::Of(Role::Ink) => (0x1c2230, 0xefece5),
            Colour::Of(Role::Import) => (0x0f5675, 0x84cdee),
            Colour::Of(Role::Export) => (0xcc4420, 0xf9734e),
            Colour::Of(Role::Myanmar) => (0x74389a, 0xc79be6),
            Colour::Of(Role::Laos) => (0x12794f, 0x4fca94),
            Colour::Of(Role::Other) => (0x6a717d, 0x9aa1ac),
            Colour::Of(Role::Praseodymium) => (0x8f6200, 0xdfae45),
            Colour::Of(Role::Dysprosium) => (0xa72c68, 0xf283b4),
            Colour::Of(Role::Terbium) => (0x3d41a8, 0xa3a8ff),
        };
        if self == Self::Dark { dark } else { light }
    }
}
