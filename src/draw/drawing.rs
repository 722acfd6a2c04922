//! What drawing a chart gives: the SVG, and where everything on it is.

use super::axis::Scale;
use crate::charts::mark::Lane;
use crate::data::order::sort_unique;
use std::ops::Range;

/// A drawn chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    pub svg: String,
    /// CSS pixels.
    pub width: u32,
    pub height: u32,
    pub plots: Vec<PlotArea>,
    /// In the order of the arrow keys: by panel, series and place.
    pub hits: Vec<Hit>,
}

/// Where values are on the drawing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlotArea {
    /// Left, top, right, bottom in CSS pixels.
    pub rect: (f64, f64, f64, f64),
    pub x: Scale,
    pub y: Scale,
}

/// What a place on the drawing stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// The number of a mark in [`crate::charts::Chart::marks`].
    Mark(usize),
    /// Events that share a place on the time axis.
    Events(Range<usize>),
}

/// A place that can be pointed at.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    pub target: Target,
    /// Number of the plot, and of the series in it; `None` for events.
    pub plot: usize,
    pub series: Option<Lane>,
    /// Left, top, right, bottom in CSS pixels.
    pub rect: (f64, f64, f64, f64),
    /// Where the tooltip points.
    pub anchor: (f64, f64),
    /// A thing that is only pointed at where nothing else is near.
    pub background: bool,
    /// Whether the whole area counts, as for a part of a stack, or the anchor.
    pub area: bool,
    /// A column, which is also pointed at from above.
    pub column: bool,
}

/// Pointing further away than this shows nothing: between quotes nothing is known.
const REACH_PX: f64 = 14.0;

/// A thin mark is touched from so far above or below, also where it stands on a column.
const TOUCH_PX: f64 = 6.0;

impl Drawing {
    /// The number of the hit nearest to a place in CSS pixels.
    pub fn nearest(&self, x: f64, y: f64) -> Option<usize> {
        let plot = self
            .plots
            .iter()
            .enumerate()
            .min_by(|(_, a), (_, b)| outside(y, a.rect.1, a.rect.3).total_cmp(&outside(y, b.rect.1, b.rect.3)))?
            .0;
        self.hits
            .iter()
            .enumerate()
            .filter(|(_, hit)| hit.series.is_none() || hit.plot == plot)
            .filter_map(|(number, hit)| Some((hit.distance(x, y)?, number)))
            .min_by(|(a, _), (b, _)| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)))
            .map(|(_, number)| number)
    }

    /// The neighbour that an arrow key leads to, in the same series or the next one.
    pub fn step(&self, from: usize, key: Step) -> usize {
        let Some(hit) = self.hits.get(from) else { return 0 };
        let lane = |hit: &Hit| (hit.plot, hit.series);
        let same: Vec<usize> = (0..self.hits.len()).filter(|other| lane(&self.hits[*other]) == lane(hit)).collect();
        let place = same.iter().position(|other| *other == from).unwrap_or(0);
        let mut lanes: Vec<(usize, Option<Lane>)> = self.hits.iter().map(lane).collect();
        sort_unique(&mut lanes);
        let at = lanes.iter().position(|other| *other == lane(hit)).unwrap_or(0);
        let nearest_in = |wanted: (usize, Option<Lane>)| {
            (0..self.hits.len())
                .filter(|other| lane(&self.hits[*other]) == wanted)
                .min_by(|a, b| {
                    let away = |number: usize| (self.hits[number].anchor.0 - hit.anchor.0).abs();
                    away(*a).total_cmp(&away(*b))
                })
                .unwrap_or(from)
        };
        match key {
            Step::Left => same[place.saturating_sub(1)],
            Step::Right => same[(place + 1).min(same.len() - 1)],
            Step::First => same[0],
            Step::Last => same[same.len() - 1],
            Step::Up => nearest_in(lanes[(at + lanes.len() - 1) % lanes.len()]),
            Step::Down => nearest_in(lanes[(at + 1) % lanes.len()]),
        }
    }
}

/// Where an arrow key leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Left,
    Right,
    Up,
    Down,
    First,
    Last,
}

impl Hit {
    /// How far a place is, as a rank and pixels; `None` where it is out of reach.
    ///
    /// Before all a thin mark that is touched, then the area that holds the place, then what stands over or under it,
    /// then a gap, then what is beside it.
    fn distance(&self, x: f64, y: f64) -> Option<(u8, f64)> {
        let (left, top, right, bottom) = self.rect;
        let (dx, dy) = (outside(x, left, right), outside(y, top, bottom));
        if self.series.is_none() {
            return (dx <= 3.0 && dy <= 3.0).then_some((0, dx + dy));
        }
        let inside = dx == 0.0 && dy == 0.0;
        if self.background {
            return inside.then_some((4, 0.0));
        }
        if dx > REACH_PX || self.area && !self.column && dy > REACH_PX {
            return None;
        }
        let rank = match self.area {
            true if inside => 2,
            false if dx <= 2.0 && dy <= TOUCH_PX => 1,
            _ if dx == 0.0 => 3,
            _ => 5,
        };
        Some((rank, dx * 4.0 + dy))
    }
}

/// How far `value` lies outside of an interval; zero inside.
fn outside(value: f64, low: f64, high: f64) -> f64 {
    (low - value).max(value - high).max(0.0)
}
