//! What a pointer or an arrow key leads to.

use super::geometry::Point;
use super::placed::{Item, Placed, Pointing, Target};
use crate::charts::{Chart, Mark};
use std::cmp::Ordering;

/// Pointing further away than this shows nothing: between quotes nothing is known.
const REACH_PX: f64 = 14.0;

/// A thin mark is touched from so far above or below, also where it lies on a column.
const TOUCH_PX: f64 = 6.0;

/// Where an arrow key leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// To the item before in the lane.
    Left,
    /// To the next item in the lane.
    Right,
    /// To the nearest item of the lane before, from the first to the last lane.
    Up,
    /// To the nearest item of the next lane, from the last to the first lane.
    Down,
    /// To the first item of the lane.
    First,
    /// To the last item of the lane.
    Last,
}

impl Placed {
    /// The index of the item that is pointed at; of several at the same distance the first for the arrow keys.
    pub fn nearest(&self, point: Point) -> Option<usize> {
        let away = |plot: usize| {
            let (across, down) = self.plots[plot].rect.distance(point);
            across + down
        };
        let plot = (0..self.plots.len()).min_by(|a, b| away(*a).total_cmp(&away(*b)))?;
        let items = self.items.iter().enumerate().filter(|(_, item)| item.lane.is_none() || item.plot == plot);
        items
            .filter_map(|(index, item)| Some((item.distance(point)?, index)))
            .min_by(|(a, i), (b, j)| {
                let distance = a.0.cmp(&b.0).then(a.1.total_cmp(&b.1));
                distance.then_with(|| key_order(&self.items[*i], &self.items[*j]))
            })
            .map(|(_, index)| index)
    }

    /// The index of the first item for the arrow keys: neither events nor a gap, where there is anything else.
    pub fn first(&self) -> Option<usize> {
        let order = self.in_key_order();
        let is_mark = |index: &&usize| !matches!(self.items[**index].pointing, Pointing::Event | Pointing::Gap);
        order.iter().find(is_mark).or(order.first()).copied()
    }

    /// The index of the item that a key leads to; at the end of a lane it stays.
    pub fn step(&self, from: usize, key: Step) -> usize {
        let Some(item) = self.items.get(from) else { return 0 };
        let order = self.in_key_order();
        let lane = |index: usize| (self.items[index].plot, self.items[index].lane);
        let lanes: Vec<&[usize]> = order.chunk_by(|a, b| lane(*a) == lane(*b)).collect();
        let own = lanes.iter().position(|lane| lane.contains(&from)).unwrap_or(0);
        let position = lanes[own].iter().position(|index| *index == from).unwrap_or(0);
        let nearest_in = |lane: usize| {
            let away = |index: usize| (self.items[index].anchor.x - item.anchor.x).abs();
            lanes[lane % lanes.len()].iter().min_by(|a, b| away(**a).total_cmp(&away(**b)))
        };
        let found = match key {
            Step::Left => lanes[own].get(position.saturating_sub(1)),
            Step::Right => lanes[own].get(position + 1),
            Step::First => lanes[own].first(),
            Step::Last => lanes[own].last(),
            Step::Up => nearest_in(own + lanes.len() - 1),
            Step::Down => nearest_in(own + 1),
        };
        found.copied().unwrap_or(from)
    }

    /// The index of the same thing some years later, or earlier where `years` is negative, in the same plot; where there is
    /// none, of the one that is nearest to it on the way. `from` where nothing is on the way.
    pub fn years_away(&self, from: usize, years: i32, chart: &Chart) -> usize {
        let marks: Vec<&Mark> = chart.marks().collect();
        let mark = |item: &Item| match item.target {
            Target::Mark(index) => marks.get(index).copied(),
            Target::Events(_) => None,
        };
        let Some((item, own)) = self.items.get(from).and_then(|item| Some((item, mark(item)?))) else { return from };
        let (start, end) = (own.when.positions().1, own.when.positions().1 + 12.0 * f64::from(years));
        let on_the_way = |other: &(usize, &Item)| {
            let same = mark(other.1).filter(|mark| other.1.plot == item.plot && mark.what == own.what);
            let position = same?.when.positions().1;
            let ahead = (position - start) * f64::from(years.signum()) > 0.5;
            ahead.then(|| ((position - end).abs(), other.0))
        };
        let found = self.items.iter().enumerate().filter_map(|other| on_the_way(&other));
        found.min_by(|a, b| a.0.total_cmp(&b.0)).map_or(from, |(_, index)| index)
    }

    /// Indexes of items in the order of the arrow keys.
    fn in_key_order(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.items.len()).collect();
        order.sort_by(|a, b| key_order(&self.items[*a], &self.items[*b]));
        order
    }
}

/// By plot, lane (events before all) and position.
fn key_order(a: &Item, b: &Item) -> Ordering {
    let lane = (a.plot, a.lane).cmp(&(b.plot, b.lane));
    lane.then(a.anchor.x.total_cmp(&b.anchor.x)).then(b.anchor.y.total_cmp(&a.anchor.y))
}

impl Item {
    /// How far a point is, as a rank and pixels; `None` where it is out of reach.
    ///
    /// Before all a thin mark that is touched, then the area that holds the point, then what is above or below it, then a
    /// gap, then what is beside it.
    fn distance(&self, point: Point) -> Option<(u8, f64)> {
        // Most of thousands are far away, and a pointer asks at each of its moves.
        if point.x < self.rect.left - REACH_PX || point.x > self.rect.right + REACH_PX {
            return None;
        }
        let (across, down) = self.rect.distance(point);
        let inside = self.rect.contains(point);
        let in_reach = match self.pointing {
            Pointing::Event => across <= 3.0 && down <= 3.0,
            Pointing::Gap => inside,
            Pointing::Area => across <= REACH_PX && down <= REACH_PX,
            Pointing::Thin | Pointing::Column => across <= REACH_PX,
        };
        let rank = match self.pointing {
            Pointing::Event => 0,
            Pointing::Thin if across <= 2.0 && down <= TOUCH_PX => 1,
            Pointing::Area | Pointing::Column if inside => 2,
            Pointing::Gap => 4,
            _ if across == 0.0 => 3,
            _ => 5,
        };
        in_reach.then_some((rank, across * 4.0 + down))
    }
}
