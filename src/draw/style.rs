//! How things on a chart are painted: a colour by what it is for, and a form that is told apart without any colour.
//!
//! On the page `style/drawing.css` gives each colour its value, in a file `palette.rs` does.

use super::text_width;
use crate::charts::Role;
use crate::charts::mark::How;

/// A colour by what it is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colour {
    /// The page's paper, also behind text on marks.
    Paper,
    /// Text that is read first: titles and names.
    Text,
    /// Text of less weight: units, ticks, notes.
    Muted,
    /// Lines of ticks and of events.
    Grid,
    /// The line that marks are measured from, and ticks between years.
    Axis,
    /// Where nothing is published.
    Gap,
    /// The marks of a role.
    Mark(Role),
    /// The words of a role, stronger where the colour of its marks is too pale to read.
    Label(Role),
}

/// What an area, a circle or a line looks like whatever its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Filled, without a line around.
    Solid,
    /// Filled up to the outer edge of the line around.
    Dot,
    /// Stripes, a line around.
    Hatched,
    /// A pale fill, a line around.
    Pale,
    /// Paper inside, a line around.
    Open,
    /// Nothing inside, a dashed line around.
    Dashed,
    /// A line, not an area.
    Line,
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
}

impl Colour {
    /// Every colour once.
    pub const ALL: [Self; 23] = [
        Self::Paper,
        Self::Text,
        Self::Muted,
        Self::Grid,
        Self::Axis,
        Self::Gap,
        Self::Mark(Role::Import),
        Self::Mark(Role::Export),
        Self::Mark(Role::Myanmar),
        Self::Mark(Role::Laos),
        Self::Mark(Role::Praseodymium),
        Self::Mark(Role::Dysprosium),
        Self::Mark(Role::Origin(0)),
        Self::Mark(Role::Origin(1)),
        Self::Mark(Role::Origin(2)),
        Self::Mark(Role::Origin(3)),
        Self::Mark(Role::Remainder),
        Self::Label(Role::Import),
        Self::Label(Role::Export),
        Self::Label(Role::Myanmar),
        Self::Label(Role::Laos),
        Self::Label(Role::Praseodymium),
        Self::Label(Role::Dysprosium),
    ];

    /// The classes of an element of this colour. Origins beyond the fourth look like the fourth; the words of origins
    /// and of the remainder are muted.
    pub fn class(self) -> &'static str {
        match self {
            Self::Paper => "paper",
            Self::Text => "text",
            Self::Muted | Self::Label(Role::Origin(_) | Role::Remainder) => "muted",
            Self::Grid => "grid",
            Self::Axis => "axis",
            Self::Gap => "gap",
            Self::Mark(Role::Import) => "import",
            Self::Mark(Role::Export) => "export",
            Self::Mark(Role::Myanmar) => "myanmar",
            Self::Mark(Role::Laos) => "laos",
            Self::Mark(Role::Praseodymium) => "praseodymium",
            Self::Mark(Role::Dysprosium) => "dysprosium",
            Self::Mark(Role::Origin(0)) => "origin-0",
            Self::Mark(Role::Origin(1)) => "origin-1",
            Self::Mark(Role::Origin(2)) => "origin-2",
            Self::Mark(Role::Origin(_)) => "origin-3",
            Self::Mark(Role::Remainder) => "remainder",
            Self::Label(Role::Import) => "import label",
            Self::Label(Role::Export) => "export label",
            Self::Label(Role::Myanmar) => "myanmar label",
            Self::Label(Role::Laos) => "laos label",
            Self::Label(Role::Praseodymium) => "praseodymium label",
            Self::Label(Role::Dysprosium) => "dysprosium label",
        }
    }
}

impl Form {
    /// The form of an area by how its figure came to be.
    pub fn of(how: How) -> Self {
        match how {
            How::Published => Self::Solid,
            How::Computed => Self::Hatched,
            How::Deduced | How::Bounded => Self::Pale,
            How::Estimated | How::Forecast => Self::Open,
        }
    }

    /// The class of an element of this form.
    pub fn class(self) -> &'static str {
        match self {
            Self::Solid => "solid",
            Self::Dot => "dot",
            Self::Hatched => "hatched",
            Self::Pale => "pale",
            Self::Open => "open",
            Self::Dashed => "dashed",
            Self::Line => "line",
        }
    }
}

impl Paint {
    /// An area of a form.
    pub fn area(colour: Colour, form: Form) -> Self {
        let stroke_px = match form {
            Form::Solid => 0.0,
            Form::Hatched | Form::Pale | Form::Open | Form::Line => 1.0,
            Form::Dot | Form::Dashed => 1.5,
        };
        Self { colour, form, stroke_px }
    }

    /// A line of a width.
    pub fn line(colour: Colour, stroke_px: f64) -> Self {
        Self { colour, form: Form::Line, stroke_px }
    }
}

impl TextStyle {
    /// Text on and beside marks.
    pub const SMALL: Self = Self { colour: Colour::Muted, size_px: 10.0, bold: false };
    /// Units, ticks and the words of gaps.
    pub const AXIS: Self = Self { size_px: 11.0, ..Self::SMALL };
    /// Text of the usual size.
    pub const PLAIN: Self = Self { size_px: 12.0, ..Self::SMALL };

    /// The name of something, in the colour of its words.
    pub fn name(role: Role) -> Self {
        Self { colour: Colour::Label(role), bold: true, ..Self::PLAIN }
    }

    /// The width of a text in CSS pixels.
    pub fn width(self, text: &str) -> f64 {
        text_width::text_width(text, self.size_px, self.bold)
    }
}
