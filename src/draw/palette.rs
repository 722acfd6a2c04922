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
        format!("#{:06x}", self.rgb(colour))
    }

    /// The ground of a hatch: two parts paper, one part the colour of its stripes.
    pub fn wash_hex(self, stripes: Colour) -> String {
        let [_, red, green, blue] = self.rgb(stripes).to_be_bytes();
        let paper = self.rgb(Colour::Paper).to_be_bytes();
        let mixed = |stripe: u8, paper: u8| (u32::from(stripe) + 2 * u32::from(paper)) / 3;
        format!("#{:02x}{:02x}{:02x}", mixed(red, paper[1]), mixed(green, paper[2]), mixed(blue, paper[3]))
    }

    /// Red, green and blue as 0xRRGGBB.
    fn rgb(self, colour: Colour) -> u32 {
        let (light, dark) = match colour {
            Colour::Paper => (0xfcfbf8, 0x14181f),
            Colour::Text => (0x1b2230, 0xe8e6e1),
            Colour::Muted | Colour::Label(Role::Origin(_) | Role::Remainder) => (0x5a6372, 0xa3abb8),
            Colour::Grid => (0xe4e2dc, 0x2b313b),
            Colour::Axis | Colour::Mark(Role::Remainder) => (0x858b96, 0x7b8391),
            Colour::Gap => (0xf1efe9, 0x1d232c),
            Colour::Mark(Role::Import) => (0x5a9ab2, 0x4b8fa9),
            Colour::Label(Role::Import) => (0x24657c, 0x7fbdd4),
            Colour::Mark(Role::Export) => (0xc8401c, 0xff8a5c),
            Colour::Label(Role::Export) => (0xb33615, 0xff9a70),
            Colour::Mark(Role::Myanmar) => (0x7b3f98, 0xb184d1),
            Colour::Label(Role::Myanmar) => (0x7b3f98, 0xc29be0),
            Colour::Mark(Role::Laos) => (0x1f9468, 0x3fbf8b),
            Colour::Label(Role::Laos) => (0x14734f, 0x5fd0a2),
            Colour::Mark(Role::Praseodymium) => (0x2a5caa, 0x79a8f0),
            Colour::Label(Role::Praseodymium) => (0x2a5caa, 0x8bb5f5),
            Colour::Mark(Role::Dysprosium) => (0xb0326f, 0xee7fb0),
            Colour::Label(Role::Dysprosium) => (0xb0326f, 0xf193bd),
            Colour::Mark(Role::Origin(0)) => (0x8f97a3, 0x7d8592),
            Colour::Mark(Role::Origin(1)) => (0xb3b9c2, 0x5d6571),
            Colour::Mark(Role::Origin(2)) => (0xa0a7b2, 0x6d7582),
            Colour::Mark(Role::Origin(_)) => (0xc9cdd4, 0x4a515c),
        };
        if self == Self::Dark { dark } else { light }
    }
}
