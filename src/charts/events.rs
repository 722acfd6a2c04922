//! What moved trade or price, as marks on the time axis.

use super::figure::{EventMark, SourceLine, Tip};
use crate::data::order::sort_by;
use crate::data::{Event, Month};
use crate::words::Words;

/// The events inside the window; they never stretch it.
pub fn event_marks(events: &[Event], window: (Month, Month), words: &Words) -> Vec<EventMark> {
    let (start, end) = (window.0.position(), window.1.position() + 1.0);
    let mut marks: Vec<EventMark> = events
        .iter()
        .filter_map(|event| {
            let (from, to) = event.when.positions();
            let x = (from + to) / 2.0;
            (start..end).contains(&x).then(|| EventMark {
                x,
                tip: Tip {
                    title: words.when(event.when),
                    value: event.title.clone(),
                    details: vec![words.event_kind(event.kind).to_owned()],
                    sources: vec![SourceLine {
                        text: if event.source.url.is_some() {
                            event.source.name.clone()
                        } else {
                            words.withheld_short.to_owned()
                        },
                        url: event.source.url.clone(),
                    }],
                },
            })
        })
        .collect();
    sort_by(&mut marks, |a, b| a.x.total_cmp(&b.x));
    marks
}
