//! What moved trade or price, as marks on the time axis.

use super::figure::{EventMark, EventWords};
use crate::data::{Event, Fact, Month};
use crate::view::ChartName;

/// A chart words at most so many events.
const MOST_WORDED: usize = 3;

/// The events inside the window, by time; they never stretch it.
///
/// The last few that `events.csv` names for the chart are worded, each in the panel that `panel` says it concerns.
pub fn event_marks(
    events: &[Event],
    name: ChartName,
    window: (Month, Month),
    panel: impl Fn(&Event) -> usize,
) -> Vec<EventMark> {
    let (start, end) = (window.0.position(), window.1.position() + 1.0);
    let mark = |event: &Event| {
        let x = event.when.middle();
        let words = event.label.as_ref().filter(|label| label.charts.iter().any(|chart| chart == name.name()));
        let words = words.map(|label| EventWords { long: label.long.clone(), short: label.short.clone() });
        let worded = words.map(|words| (panel(event), words));
        (start..end).contains(&x).then(|| EventMark { x, row: event.row(), worded })
    };
    let mut marks: Vec<EventMark> = events.iter().filter_map(mark).collect();
    marks.sort_by(|a, b| a.x.total_cmp(&b.x));
    let worded = marks.iter().filter(|mark| mark.worded.is_some()).count();
    marks.iter_mut().filter(|mark| mark.worded.is_some()).take(worded.saturating_sub(MOST_WORDED)).for_each(|mark| {
        mark.worded = None;
    });
    marks
}
