//! Which item of a drawing is pointed at: where a key leads, and what it is after another drawing was made.

use super::tip::Found;
use crate::charts::{Figure, Mark, MissingFile};
use crate::draw::{Drawing, Step, Target};
use std::sync::Arc;

/// What the reader points at.
#[derive(Clone)]
pub struct Pointed {
    /// The mark, or the events.
    pub target: Target,
    /// The figure that `target` counts in. A later one may have the same mark elsewhere.
    pub figure: Arc<Result<Figure, MissingFile>>,
    /// Whether it stays when the pointer leaves, so that its link can be reached.
    pub held: bool,
}

/// Where a key leads.
#[derive(Clone, Copy)]
pub enum Lead {
    Step(Step),
    /// So many years later; earlier where it is negative.
    Years(i32),
}

/// The item that a key leads to. With nothing pointed at yet, Right and Home lead to the oldest figure, every other key to the
/// newest.
pub fn next(drawing: &Drawing, figure: &Figure, now: Option<usize>, lead: Lead) -> Option<usize> {
    let placed = &drawing.placed;
    match (now, lead) {
        (Some(now), Lead::Step(step)) => Some(placed.step(now, step)),
        (Some(now), Lead::Years(years)) => Some(placed.years_away(now, years, &figure.chart)),
        (None, Lead::Step(Step::Right | Step::First)) => placed.first(),
        (None, _) => placed.first().map(|first| placed.step(first, Step::Last)),
    }
}

/// What is pointed at, as `now` counts it; `None` where that has it no more.
pub fn find_again(pointed: &Pointed, now: &Arc<Result<Figure, MissingFile>>) -> Option<Target> {
    if Arc::ptr_eq(&pointed.figure, now) {
        return Some(pointed.target.clone());
    }
    let (Target::Mark(number), Ok(before), Ok(now)) = (&pointed.target, pointed.figure.as_ref(), now.as_ref()) else {
        return None;
    };
    let before = before.chart.marks().nth(*number)?;
    let same = |mark: &Mark| (mark.what, mark.when, mark.how) == (before.what, before.when, before.how);
    // In an index with another base, or in one of what was a mass.
    let like = |mark: &Mark| mark.when == before.when && mark.what.is_like(before.what);
    let position = |is: &dyn Fn(&Mark) -> bool| now.chart.marks().position(is);
    position(&same).or_else(|| position(&like)).map(Target::Mark)
}

/// Where what is shown is among the items of a drawing.
pub fn index_of(drawing: Option<Arc<Drawing>>, shown: Option<Found>) -> Option<usize> {
    let item = shown?.item;
    drawing?.placed.items.iter().position(|other| *other == item)
}
