//! What moved trade or price, as marks on the time axis.

use super::figure::EventMark;
use crate::data::{Event, Fact, Month};

/// The events inside the window; they never stretch it.
pub fn event_marks(events: &[Event], window: (Month, Month)) -> Vec<EventMark> {
    let (start, end) = (window.0.position(), window.1.position() + 1.0);
    let mark = |event: &Event| {
        let (from, to) = event.when.positions();
        let x = (from + to) / 2.0;
        (start..end).contains(&x).then_some(EventMark { x, row: event.row() })
    };
    let mut marks: Vec<EventMark> = events.iter().filter_map(mark).collect();
    marks.sort_by(|a, b| a.x.total_cmp(&b.x));
    marks
}
