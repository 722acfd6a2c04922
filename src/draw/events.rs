//! Events on a time axis: words beside a dotted line for the few that a chart names, faint ticks for all others.

use super::geometry::{Point, Rect};
use super::placed::{Across, Element, Item, Layer, PlotArea, Pointing, Target};
use super::sizes::LOW_PLOT_PX;
use super::space::{Block, Keep, Space};
use super::style::{Colour, Form, Paint, TextStyle};
use crate::charts::figure::{DayLine, EventMark, EventWords};
use crate::words::{Wording, Words};

/// Ticks closer than this are one item, which lists all of them.
const APART_PX: f64 = 10.0;
const TICK_PX: f64 = 5.0;
/// From a line to its words.
const BESIDE_PX: f64 = 5.0;
/// How wide the words of an event may be, the widest first.
const WORDS_PX: [f64; 3] = [118.0, 90.0, 64.0];
/// A row above a narrow plot has room for so many events.
pub const MOST_IN_ROW: usize = 2;
const STYLE: TextStyle = TextStyle { colour: Colour::INK, halo: true, ..TextStyle::SMALL };

/// An event that a chart words in a panel: its index in the chart, its x on the time axis, and its words.
pub type WordedEvent<'a> = (usize, f64, &'a EventWords);

/// The events of a panel whose words found room, and their texts.
#[derive(Default)]
pub struct InWords {
    /// Their indexes in the chart.
    pub events: Vec<usize>,
    pub texts: Vec<Element>,
}

impl InWords {
    fn add(&mut self, event: usize, texts: Vec<Element>, space: &mut Space) {
        space.add_texts(&texts);
        self.texts.extend(texts);
        self.events.push(event);
    }
}

/// The events of a chart as items: a line through the plot for those `in_words`, a tick for all others. A line without
/// words would say nothing.
pub fn items(events: &[EventMark], in_words: &[usize], panel: usize, plot: &PlotArea, plot_index: usize) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    let mut first_x = f64::MIN;
    for (index, event) in events.iter().enumerate() {
        let x = plot.x.to_px(event.x);
        if in_words.contains(&index) {
            items.push(item(x, index, line(x, plot), plot, plot_index));
            first_x = f64::MIN;
            continue;
        }
        // Those without words of their own stand in the first panel.
        if event.worded.as_ref().map_or(0, |(of, _)| *of) != panel {
            continue;
        }
        let tick = Element::line(
            Point { x, y: plot.rect.top },
            Point { x, y: plot.rect.top + TICK_PX },
            Paint::line(Colour::Faint, 1.0),
        );
        match items.last_mut() {
            Some(Item { target: Target::Events(events), rect, anchor, elements, .. })
                if x - first_x < APART_PX && events.end == index =>
            {
                events.end = index + 1;
                rect.right = x + 2.0;
                anchor.x = (first_x + x) / 2.0;
                elements.push((Layer::Marks, tick));
            }
            _ => {
                items.push(item(x, index, tick, plot, plot_index));
                first_x = x;
            }
        }
    }
    items
}

fn item(x: f64, index: usize, element: Element, plot: &PlotArea, plot_index: usize) -> Item {
    Item {
        target: Target::Events(index..index + 1),
        plot: plot_index,
        lane: None,
        rect: Rect { left: x - 2.0, top: plot.rect.top - 3.0, right: x + 2.0, bottom: plot.rect.top + TICK_PX + 3.0 },
        anchor: Point { x, y: plot.rect.top + TICK_PX },
        pointing: Pointing::Event,
        elements: vec![(Layer::Marks, element)],
    }
}

/// The room of such a line, which words of marks rather keep off.
pub fn line_room(x: f64, plot: &PlotArea) -> Rect {
    let x = plot.x.to_px(x);
    Rect { left: x - 1.0, right: x + 1.0, ..plot.rect }
}

/// A dotted line from the top of a plot to its foot.
fn line(x: f64, plot: &PlotArea) -> Element {
    let paint = Paint { form: Form::DottedLine, ..Paint::line(Colour::INK, 1.0) };
    Element::line(Point { x, y: plot.rect.top }, Point { x, y: plot.rect.bottom }, paint)
}

/// The words of events beside their lines in the upper part of a plot, where no mark is; `first_px` is how far below its
/// top they begin.
pub fn words(worded: &[WordedEvent], plot: &PlotArea, first_px: f64, space: &mut Space) -> InWords {
    let mut placed = InWords::default();
    for (event, x, words) in worded {
        let x = plot.x.to_px(*x);
        let sides = [(Across::Left, BESIDE_PX), (Across::Right, -BESIDE_PX)];
        // In a low plot long words would be between its marks.
        let texts = if plot.rect.height() < LOW_PLOT_PX { &[&words.short][..] } else { &[&words.long, &words.short] };
        let forms = texts.iter().flat_map(|text| WORDS_PX.map(|room| (*text, room)));
        let on_sides: Vec<_> = forms.flat_map(|form| sides.map(|side| (form, side))).collect();
        // Across the line of another day they would seem to be of that day.
        let ways =
            [Keep::Empty, Keep::OffMarks].into_iter().flat_map(|keep| on_sides.iter().map(move |way| (keep, way)));
        let found = ways.into_iter().find_map(|(keep, ((text, room), (across, beside)))| {
            let block = Block::wrapped(text, STYLE, *room, *across);
            let rows = (0..=12).map(|row| plot.rect.top + first_px + 4.0 * f64::from(row));
            let at = rows.map(|y| Point { x: x + beside, y }).find(|at| {
                let rect = block.rect(*at);
                let inside = rect.left >= plot.rect.left && rect.right <= plot.rect.right + 60.0;
                inside && rect.bottom < plot.rect.bottom - 12.0 && space.is_free(rect, keep)
            })?;
            Some(block.elements(at))
        });
        if let Some(texts) = found {
            placed.add(*event, texts, space);
        }
    }
    placed
}

/// The words of events in a row above a narrow plot, each at its line as far as there is room; they are [`MOST_IN_ROW`] at
/// most, the first that a wide plot would word too.
pub fn row(worded: &[WordedEvent], plot: &PlotArea, y: f64, space: &mut Space) -> InWords {
    let mut placed = InWords::default();
    for (event, x, words) in worded {
        let x = plot.x.to_px(*x);
        // It starts or ends at its line.
        let found = [(Across::Left, x - 2.0), (Across::Right, x + 2.0)].into_iter().find_map(|(across, x)| {
            let block = Block::wrapped(&words.short, STYLE, 400.0, across);
            let at = Point { x, y: y + 3.0 };
            space.is_free(block.rect(at), Keep::OffTexts).then(|| block.elements(at))
        });
        if let Some(texts) = found {
            placed.add(*event, texts, space);
        }
    }
    placed
}

/// Days in words: a dotted line, and the words beside it where nothing else is, left before right of a single day.
pub fn days(
    days: &[DayLine],
    plot: &PlotArea,
    first_px: f64,
    space: &mut Space,
    words: &Words,
) -> (Vec<Element>, Vec<Element>) {
    let (mut lines, mut texts) = (Vec::new(), Vec::new());
    for day in days {
        let x = plot.x.to_px(day.x);
        if x < plot.rect.left || x > plot.rect.right {
            continue;
        }
        lines.push(line(x, plot));
        let strong = TextStyle { bold: true, ..STYLE };
        let forms = words.wording(day.label);
        let sides = [(Across::Right, -BESIDE_PX), (Across::Left, BESIDE_PX)];
        let found = [Keep::OffMarks, Keep::OffTexts].into_iter().find_map(|keep| {
            forms.iter().find_map(|form: &Wording| {
                sides.into_iter().find_map(|(across, beside)| {
                    let block = Block::of(form, strong, STYLE, across);
                    let rows =
                        [0.0, 14.0, 28.0, 42.0].map(|down| Point { x: x + beside, y: plot.rect.top + first_px + down });
                    let at = rows.into_iter().find(|at| {
                        let rect = block.rect(*at);
                        rect.left >= plot.rect.left && rect.right <= plot.rect.right && space.is_free(rect, keep)
                    })?;
                    Some(block.elements(at))
                })
            })
        });
        let found = found.unwrap_or_default();
        space.add_texts(&found);
        texts.extend(found);
    }
    (lines, texts)
}
