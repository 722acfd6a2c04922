//! A chart with everything at a fixed position, in CSS pixels. It is made once; painting and pointing read it.

use super::geometry::{Point, Rect};
use super::scale::Scale;
use super::style::{Paint, TextStyle};
use crate::charts::{Chart, Mark};
use std::ops::Range;

/// A chart laid out for a width, not yet painted.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// Makes the ids in its SVG unique on a page.
    pub name: String,
    /// CSS pixels.
    pub width: u32,
    /// CSS pixels.
    pub height: u32,
    /// Where values are, a plot for each panel.
    pub plots: Vec<PlotArea>,
    /// What can be pointed at: marks in the chart's order, then events.
    pub items: Vec<Item>,
    /// Everything else: grid, axes, and text that belongs to no item.
    pub elements: Vec<(Layer, Element)>,
}

/// The part of a chart that values are drawn in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlotArea {
    /// Without the axes.
    pub rect: Rect,
    /// Of time in months; of values where rows lie beside each other.
    pub x: Scale,
    /// Of values.
    pub y: Scale,
}

/// A mark, or events at one position. Only what is drawn has an item: where quotes outnumber pixels, some have none.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// What the tooltip tells about.
    pub target: Target,
    /// The index of its plot.
    pub plot: usize,
    /// `None` for events.
    pub lane: Option<u8>,
    /// Where it is.
    pub rect: Rect,
    /// Where the tooltip points.
    pub anchor: Point,
    /// How near a pointer must come.
    pub pointing: Pointing,
    /// What it is painted as, with its labels. None for a gap that is too short for a pale area.
    pub elements: Vec<(Layer, Element)>,
}

/// What an item stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// The index of a mark in [`crate::charts::Chart::marks`].
    Mark(usize),
    /// Indexes of events that share a position on the time axis.
    Events(Range<usize>),
}

impl Target {
    /// The mark of a chart that it stands for; `None` where it stands for events.
    pub fn mark<'a>(&self, chart: &'a Chart) -> Option<&'a Mark> {
        match self {
            Self::Mark(index) => chart.marks().nth(*index),
            Self::Events(_) => None,
        }
    }
}

/// How an item is pointed at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pointing {
    /// A thin mark, also from a little above, below and beside it.
    Thin,
    /// A column, also from anywhere above it.
    Column,
    /// An area such as a part of a stack, also from close by.
    Area,
    /// A gap, from inside and where nothing else is near.
    Gap,
    /// A mark of events, also from right beside it.
    Event,
}

/// What lies over what: a later layer is painted over an earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layer {
    /// Where nothing is published.
    Gaps,
    /// Grid, axes and everything else that marks are seen against.
    Grid,
    /// Boxes, columns and other areas.
    Columns,
    /// Paper around what lies on columns, so that it is seen there.
    Rims,
    /// Levels, quotes and events.
    Marks,
    /// Text, and what belongs to it.
    Labels,
}

impl Layer {
    /// In the order of painting.
    pub const ALL: [Self; 6] = [Self::Gaps, Self::Grid, Self::Columns, Self::Rims, Self::Marks, Self::Labels];
}

/// One shape or text.
#[derive(Clone, Debug, PartialEq)]
pub enum Element {
    /// An upright rectangle.
    Rect {
        /// The middle of the line around it.
        rect: Rect,
        /// How it is painted.
        paint: Paint,
    },
    /// A circle.
    Circle {
        /// Its middle.
        center: Point,
        /// To the middle of the line around it.
        radius_px: f64,
        /// How it is painted.
        paint: Paint,
    },
    /// An area between points, such as a diamond.
    Polygon {
        /// At least three.
        points: Vec<Point>,
        /// How it is painted.
        paint: Paint,
    },
    /// A line from point to point.
    Line {
        /// At least two.
        points: Vec<Point>,
        /// How it is painted.
        paint: Paint,
    },
    /// A text.
    Text(Text),
}

/// A text of one line.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// The text as it is read, not as markup.
    pub content: String,
    /// Where it is.
    pub at: Point,
    /// Which part of the text is at [`Self::at`].
    pub align: (Across, Down),
    /// How it is painted.
    pub style: TextStyle,
}

/// A part of a text from left to right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Across {
    /// Its left end.
    Left,
    /// Its middle.
    Center,
    /// Its right end.
    Right,
}

/// A part of a text from top to bottom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Down {
    /// Just above its capitals.
    Top,
    /// The middle of its capitals.
    Center,
    /// Just below its baseline.
    Bottom,
}

impl Placed {
    /// A chart without anything in it.
    pub fn empty(id: &str, width: u32, height: u32) -> Self {
        let (plots, items, elements) = (Vec::new(), Vec::new(), Vec::new());
        Self { name: id.to_owned(), width, height, plots, items, elements }
    }

    /// Every element in the order of painting; in a layer those of items come first.
    pub fn elements(&self) -> impl Iterator<Item = &Element> {
        Layer::ALL.into_iter().flat_map(move |layer| {
            let all = self.items.iter().flat_map(|item| &item.elements).chain(&self.elements);
            all.filter(move |(of, _)| *of == layer).map(|(_, element)| element)
        })
    }

    /// Every text with the box that its letters fill.
    pub fn texts(&self) -> Vec<(Rect, String)> {
        let text = |element: &Element| match element {
            Element::Text(text) => Some((text.rect(), text.content.clone())),
            _ => None,
        };
        self.elements().filter_map(text).collect()
    }
}

impl Element {
    /// An area, its line around inside `rect` where that is wide enough for one.
    pub fn area(rect: Rect, paint: Paint) -> Self {
        let has_room = rect.width() > 2.0 && rect.height() > 2.0;
        Self::Rect { rect: if has_room { rect.inset(paint.stroke_px / 2.0) } else { rect }, paint }
    }

    /// How it is painted; `None` for text.
    pub fn paint(&self) -> Option<Paint> {
        match self {
            Self::Rect { paint, .. }
            | Self::Circle { paint, .. }
            | Self::Polygon { paint, .. }
            | Self::Line { paint, .. } => Some(*paint),
            Self::Text(_) => None,
        }
    }

    /// A line between two points.
    pub fn line(from: Point, to: Point, paint: Paint) -> Self {
        Self::Line { points: vec![from, to], paint }
    }

    /// A text at a point.
    pub fn text(content: &str, at: Point, align: (Across, Down), style: TextStyle) -> Self {
        Self::Text(Text { content: content.to_owned(), at, align, style })
    }
}

impl Text {
    /// From the top of the capitals to the bottom of the longest letters.
    pub fn rect(&self) -> Rect {
        let (width, size_px) = (self.style.width(&self.content), self.style.size_px);
        let left = match self.align.0 {
            Across::Left => self.at.x,
            Across::Center => self.at.x - width / 2.0,
            Across::Right => self.at.x - width,
        };
        let baseline = self.at.y + size_px * f64::from(self.align.1.percent_to_baseline()) / 100.0;
        Rect { left, top: baseline - 0.72 * size_px, right: left + width, bottom: baseline + 0.22 * size_px }
    }
}

impl Down {
    /// How far below [`Text::at`] the baseline is, in per cent of the letters' size: capitals are 72 % high.
    pub fn percent_to_baseline(self) -> i32 {
        match self {
            Self::Top => 78,
            Self::Center => 36,
            Self::Bottom => -12,
        }
    }
}
