//! Events above the plots of a time axis.

use super::geometry::{Point, Rect};
use super::placed::{Across, Down, Element, Item, Layer, Pointing, Target};
use super::scale::Scale;
use super::style::{Colour, Form, Paint, TextStyle};
use crate::charts::figure::EventMark;
use std::ops::Range;

/// The height of the events above the first plot.
pub const EVENTS_PX: f64 = 20.0;

/// Events that share a position.
pub struct EventGroup {
    pub x: f64,
    pub events: Range<usize>,
}

/// Events whose marks would overlap become one group.
pub fn groups(events: &[EventMark], time: Scale) -> Vec<EventGroup> {
    const APART_PX: f64 = 26.0;
    let mut groups: Vec<(f64, EventGroup)> = Vec::new();
    for (index, event) in events.iter().enumerate() {
        let x = time.to_px(event.x);
        match groups.last_mut() {
            Some((first, group)) if x - *first < APART_PX => {
                group.events.end = index + 1;
                group.x = (*first + x) / 2.0;
            }
            _ => groups.push((x, EventGroup { x, events: index..index + 1 })),
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

/// A dot for one event, a ring with their number for several.
pub fn item(group: EventGroup) -> Item {
    let center = Point { x: group.x, y: EVENTS_PX / 2.0 };
    let circle = |radius_px: f64, form: Form| {
        let paint = Paint { stroke_px: 1.5, ..Paint::area(Colour::Muted, form) };
        (Layer::Marks, Element::Circle { center, radius_px, paint })
    };
    let elements = if group.events.len() == 1 {
        vec![circle(3.0, Form::Dot)]
    } else {
        let style = TextStyle { bold: true, ..TextStyle::SMALL };
        let count = Element::text(&group.events.len().to_string(), center, (Across::Center, Down::Center), style);
        vec![circle(7.0, Form::Open), (Layer::Labels, count)]
    };
    Item {
        target: Target::Events(group.events),
        plot: 0,
        lane: None,
        rect: Rect::around(center, 16.0, 16.0),
        anchor: Point { y: center.y + 7.0, ..center },
        pointing: Pointing::Event,
        elements,
    }
}
