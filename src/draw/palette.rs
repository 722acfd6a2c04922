//! The colours of charts. `style/tokens.css` holds the same values for the page around them, and a test compares the two.

use crate::charts::mark::Role;
use plotters::style::RGBColor;

/// The colours of one theme.
pub struct Palette {
    /// The page's paper, also behind text on marks.
    pub paper: RGBColor,
    pub text: RGBColor,
    pub muted: RGBColor,
    pub grid: RGBColor,
    pub axis: RGBColor,
    /// Where nothing is published.
    pub gap: RGBColor,
    import: (RGBColor, RGBColor),
    export: (RGBColor, RGBColor),
    myanmar: (RGBColor, RGBColor),
    laos: (RGBColor, RGBColor),
    praseodymium: (RGBColor, RGBColor),
    dysprosium: (RGBColor, RGBColor),
    origins: [RGBColor; 4],
}

const fn rgb(hex: u32) -> RGBColor {
    RGBColor((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
}

/// Dark ink on pale paper.
pub const LIGHT: Palette = Palette {
    paper: rgb(0xfcfbf8),
    text: rgb(0x1b2230),
    muted: rgb(0x5a6372),
    grid: rgb(0xe4e2dc),
    axis: rgb(0x858b96),
    gap: rgb(0xf1efe9),
    import: (rgb(0x5a9ab2), rgb(0x24657c)),
    export: (rgb(0xc8401c), rgb(0xb33615)),
    myanmar: (rgb(0x7b3f98), rgb(0x7b3f98)),
    laos: (rgb(0x1f9468), rgb(0x14734f)),
    praseodymium: (rgb(0x2a5caa), rgb(0x2a5caa)),
    dysprosium: (rgb(0xb0326f), rgb(0xb0326f)),
    origins: [rgb(0x8f97a3), rgb(0xb3b9c2), rgb(0xa0a7b2), rgb(0xc9cdd4)],
};

/// Pale ink on dark paper.
pub const DARK: Palette = Palette {
    paper: rgb(0x14181f),
    text: rgb(0xe8e6e1),
    muted: rgb(0xa3abb8),
    grid: rgb(0x2b313b),
    axis: rgb(0x7b8391),
    gap: rgb(0x1d232c),
    import: (rgb(0x4b8fa9), rgb(0x7fbdd4)),
    export: (rgb(0xff8a5c), rgb(0xff9a70)),
    myanmar: (rgb(0xb184d1), rgb(0xc29be0)),
    laos: (rgb(0x3fbf8b), rgb(0x5fd0a2)),
    praseodymium: (rgb(0x79a8f0), rgb(0x8bb5f5)),
    dysprosium: (rgb(0xee7fb0), rgb(0xf193bd)),
    origins: [rgb(0x7d8592), rgb(0x5d6571), rgb(0x6d7582), rgb(0x4a515c)],
};

impl Palette {
    /// The colour of a role's marks.
    pub fn mark(&self, role: Role) -> RGBColor {
        match role {
            Role::Import => self.import.0,
            Role::Export => self.export.0,
            Role::Myanmar => self.myanmar.0,
            Role::Laos => self.laos.0,
            Role::Praseodymium => self.praseodymium.0,
            Role::Dysprosium => self.dysprosium.0,
            Role::Origin(place) => self.origins[usize::from(place).min(3)],
            Role::Remainder => self.axis,
        }
    }

    /// The colour of a role's name: a stronger one where the mark's is too pale to read.
    pub fn label(&self, role: Role) -> RGBColor {
        match role {
            Role::Import => self.import.1,
            Role::Export => self.export.1,
            Role::Myanmar => self.myanmar.1,
            Role::Laos => self.laos.1,
            Role::Praseodymium => self.praseodymium.1,
            Role::Dysprosium => self.dysprosium.1,
            Role::Origin(_) | Role::Remainder => self.muted,
        }
    }

    /// Every colour with its name in `style/tokens.css`.
    pub fn tokens(&self) -> Vec<(&'static str, String)> {
        let hex = |RGBColor(r, g, b): RGBColor| format!("#{r:02x}{g:02x}{b:02x}");
        vec![
            ("paper", hex(self.paper)),
            ("text", hex(self.text)),
            ("muted", hex(self.muted)),
            ("grid", hex(self.grid)),
            ("axis", hex(self.axis)),
            ("gap", hex(self.gap)),
            ("import", hex(self.import.1)),
            ("export", hex(self.export.1)),
            ("myanmar", hex(self.myanmar.1)),
            ("laos", hex(self.laos.1)),
            ("praseodymium", hex(self.praseodymium.1)),
            ("dysprosium", hex(self.dysprosium.1)),
            ("origin", hex(self.origins[0])),
        ]
    }
}
