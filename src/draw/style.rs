//! How things on a chart are painted: a colour by what it is for, and a form that is told apart without any colour.
//!
//! On the page `style/drawing.css` gives each colour and form its look, in a file `palette.rs` and `svg.rs` do.

use super::text_width;
use crate::charts::Role;
use crate::charts::mark::How;

/// A colour by what it is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colour {
    /// The page's paper, also behind text on marks.
    Paper,
    /// Text of less weight: units, ticks, notes.
    Muted,
    /// Dots of gaps and ticks of events; never text.
    Faint,
    /// Grid lines and rules between years.
    Grid,
    /// The marks of a role and the words for it. Ink is also what text is read in, and base lines.
    Of(Role),
}

/// What an area, a circle or a line looks like whatever its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Filled: published, or a plain sum or difference.
    Solid,
    /// Filled a little paler, where columns are many.
    Soft,
    /// A pale fill, a line around: worked out from totals.
    Pale,
    /// Stripes on a tint: inferred.
    Hatched,
    /// Paper inside, a dotted line around: an estimate.
    Dotted,
    /// A dashed line around pale stripes: a forecast.
    Dashed,
    /// The same, fainter.
    DashedFaint,
    /// Pale stripes, a pale line around: the quotes of a month.
    Boxed,
    /// Paper inside, a line around: a point of another agency, or of a weak source.
    Open,
    /// A line, not an area.
    Line,
    /// A line of a year before: a little paler.
    LineBefore,
    /// A line of an earlier year: paler.
    LineEarlier,
    /// A line of short dashes.
    DottedLine,
}

/// How an element that is no text is painted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Paint {
    /// Of the area and of the line around.
    pub colour: Colour,
    /// What it looks like whatever its colour.
    pub form: Form,
    /// The width of the line or of the line around; zero where there is none.
    pub stroke_px: f64,
}

/// How a text is painted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TextStyle {
    /// Of the letters.
    pub colour: Colour,
    /// The size of the letters in CSS pixels.
    pub size_px: f64,
    /// Whether the letters are bold.
    pub bold: bool,
    /// Whether a rim of paper keeps the letters readable on a mark.
    pub halo: bool,
}

impl Colour {
    /// What text is read in, and the line that marks are measured from.
    pub const INK: Self = Self::Of(Role::Ink);

    /// Every colour once.
    pub const ALL: [Self; 13] = [
        Self::Paper,
        Self::Muted,
        Self::Faint,
        Self::Grid,
        Self::Of(Role::Import),
        Self::Of(Role::Export),
        Self::Of(Role::Myanmar),
        Self::Of(Role::Laos),
        Self::Of(Role::Other),
        Self::Of(Role::Praseodymium),
        Self::Of(Role::Dysprosium),
        Self::Of(Role::Terbium),
        Self::INK,
    ];

    /// The class of an element of this colour.
    pub fn class(self) -> &'static str {
        match self {
            Self::Paper => "paper",
            Self::Muted => "muted",
            Self::Faint => "faint",
            Self::Grid => "grid",
            Self::Of(Role::Import) => "import",
            Self::Of(Role::Export) => "export",
            Self::Of(Role::Myanmar) => "myanmar",
            Self::Of(Role::Laos) => "laos",
            Self::Of(Role::Other) => "other",
            Self::Of(Role::Praseodymium) => "praseodymium",
            Self::Of(Role::Dysprosium) => "dysprosium",
            Self::Of(Role::Terbium) => "terbium",
            Self::Of(Role::Ink) => "ink",
        }
    }
}

/// What fills an area, in per cent of its colour; the rest is paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    /// Nothing.
    Empty,
    /// One tint.
    Tint(u8),
    /// Stripes on a ground.
    Stripes {
        /// The tint of the stripes.
        stripe: u8,
        /// The tint between them.
        ground: u8,
    },
}

impl Form {
    /// Every form once.
    pub const ALL: [Self; 13] = [
        Self::Solid,
        Self::Soft,
        Self::Pale,
        Self::Hatched,
        Self::Dotted,
        Self::Dashed,
        Self::DashedFaint,
        Self::Boxed,
        Self::Open,
        Self::Line,
        Self::LineBefore,
        Self::LineEarlier,
        Self::DottedLine,
    ];

    /// The form of an area by how its figure came to be.
    pub fn of(how: How) -> Self {
        match how {
            How::Published | How::Computed => Self::Solid,
            How::Inferred => Self::Hatched,
            How::Deduced | How::Bounded => Self::Pale,
            How::Estimated => Self::Dotted,
            How::Forecast => Self::Dashed,
        }
    }

    /// The class of an element of this form.
    pub fn class(self) -> &'static str {
        match self {
            Self::Solid => "solid",
            Self::Soft => "soft",
            Self::Pale => "pale",
            Self::Hatched => "hatched",
            Self::Dotted => "dotted",
            Self::Dashed => "dashed",
            Self::DashedFaint => "dashed-faint",
            Self::Boxed => "boxed",
            Self::Open => "open",
            Self::Line => "line",
            Self::LineBefore => "line-before",
            Self::LineEarlier => "line-earlier",
            Self::DottedLine => "dotted-line",
        }
    }

    /// What fills it.
    pub fn fill(self) -> Fill {
        match self {
            Self::Solid => Fill::Tint(100),
            Self::Soft => Fill::Tint(78),
            Self::Pale => Fill::Tint(20),
            Self::Hatched => Fill::Stripes { stripe: 100, ground: 32 },
            Self::Dotted | Self::Open => Fill::Tint(0),
            Self::Dashed | Self::Boxed => Fill::Stripes { stripe: 34, ground: 8 },
            Self::DashedFaint => Fill::Stripes { stripe: 16, ground: 4 },
            Self::Line | Self::LineBefore | Self::LineEarlier | Self::DottedLine => Fill::Empty,
        }
    }

    /// The tint of its line or of the line around; `None` where there is none.
    pub fn stroke(self) -> Option<u8> {
        match self {
            Self::Solid | Self::Soft | Self::Hatched => None,
            Self::Pale | Self::Dotted | Self::Dashed | Self::Open | Self::Line | Self::DottedLine => Some(100),
            Self::DashedFaint | Self::Boxed => Some(45),
            Self::LineBefore => Some(90),
            Self::LineEarlier => Some(73),
        }
    }

    /// The dashes of its line, as SVG writes them.
    pub fn dashes(self) -> Option<&'static str> {
        match self {
            Self::Dotted => Some("1.5 2"),
            Self::Dashed | Self::DashedFaint => Some("5 3"),
            Self::DottedLine => Some("2 3"),
            _ => None,
        }
    }
}

impl Paint {
    /// An area of a form.
    pub fn area(colour: Colour, form: Form) -> Self {
        let stroke_px = match form {
            Form::Solid | Form::Soft | Form::Hatched => 0.0,
            Form::Dashed | Form::DashedFaint => 1.4,
            Form::Open => 1.5,
            _ => 1.0,
        };
        Self { colour, form, stroke_px }
    }

    /// A line of a width.
    pub fn line(colour: Colour, stroke_px: f64) -> Self {
        Self { colour, form: Form::Line, stroke_px }
    }
}

impl TextStyle {
    /// Units, ticks, the words of events and gaps.
    pub const SMALL: Self = Self { colour: Colour::Muted, size_px: 11.0, bold: false, halo: false };
    /// Values, and the names under columns.
    pub const VALUE: Self = Self { colour: Colour::INK, size_px: 12.0, bold: true, halo: true };
    /// The legend.
    pub const PLAIN: Self = Self { size_px: 12.0, ..Self::SMALL };
    /// The name of a panel.
    pub const PANEL: Self = Self { size_px: 14.0, halo: false, ..Self::VALUE };

    /// The same in the colour of a role.
    pub fn of(self, role: Role) -> Self {
        Self { colour: Colour::Of(role), ..self }
    }

    /// The width of a text in CSS pixels.
    pub fn width(self, text: &str) -> f64 {
        text_width::text_width(text, self.size_px, self.bold)
    }
}
