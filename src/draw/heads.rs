//! What stands above each year of a plot: the period, its average month, and the change on a year before.

use super::geometry::Point;
use super::placed::{Across, Down, Element, PlotArea};
use super::style::{Colour, Paint, TextStyle};
use crate::charts::Role;
use crate::charts::figure::{Head, Panel};
use crate::words::Words;

const LINE_PX: f64 = 15.0;
const BELOW_PX: f64 = 4.0;
/// From a rule to the words beside it.
const BESIDE_PX: f64 = 3.0;

const PERIOD: TextStyle = TextStyle::SMALL;
const AVERAGE: TextStyle = TextStyle { size_px: 13.0, halo: false, ..TextStyle::VALUE };
const CHANGE: TextStyle = TextStyle { halo: false, ..TextStyle::VALUE };
const NARROW_AVERAGE: TextStyle = TextStyle { size_px: 12.0, ..AVERAGE };
const NARROW_CHANGE: TextStyle = TextStyle { size_px: 11.0, ..CHANGE };

/// How many lines the heads of a panel have: average and change stand side by side where every year has room for both. Where
/// most have no room for an average, heads are the periods alone.
pub fn lines(panel: &Panel, plot_width: f64, words: &Words) -> usize {
    if panel.heads.is_empty() {
        return 0;
    }
    let crate::charts::figure::XAxis::Time { from, to, .. } = panel.x else { return 2 };
    let px = |months: f64| months / (to - from) * plot_width;
    let room = |index: usize| px(panel.heads.get(index + 1).map_or(to, |next| next.x) - panel.heads[index].x);
    let needs = |head: &Head| {
        AVERAGE.width(&average(head, words)) + BESIDE_PX + 6.0 + CHANGE.width(&change(head, words, false))
    };
    let heads = || panel.heads.iter().enumerate();
    if heads().all(|(index, head)| needs(head) <= room(index)) {
        return 2;
    }
    let with_average =
        heads().filter(|(index, head)| NARROW_AVERAGE.width(&average(head, words)) + BESIDE_PX <= room(*index)).count();
    // A few of many years would not be understood.
    if with_average * 2 >= panel.heads.len() { 3 } else { 1 }
}

/// The height of heads in CSS pixels.
pub fn height(lines: usize) -> f64 {
    if lines == 0 { 0.0 } else { LINE_PX * lines as f64 + BELOW_PX }
}

/// Rules between years down to the axis, and the words beside them.
pub fn elements(
    panel: &Panel,
    plot: &PlotArea,
    lines: usize,
    right: f64,
    words: &Words,
) -> (Vec<Element>, Vec<Element>) {
    if lines == 0 {
        return (Vec::new(), Vec::new());
    }
    let top = plot.rect.top - height(lines);
    let role = panel.names.iter().find_map(|(_, role)| *role).unwrap_or(Role::Ink);
    let (mut rules, mut texts) = (Vec::new(), Vec::new());
    for (index, head) in panel.heads.iter().enumerate() {
        let x = plot.x.to_px(head.x);
        let room = panel.heads.get(index + 1).map_or(right, |next| plot.x.to_px(next.x)) - x - BESIDE_PX;
        rules.push(Element::line(
            Point { x, y: top },
            Point { x, y: plot.rect.bottom },
            Paint::line(Colour::Grid, 1.0),
        ));
        let mut text = |text: &str, style: TextStyle, x: f64, line: usize| {
            let at = Point { x, y: top + LINE_PX * line as f64 + 11.0 };
            texts.push(Element::text(text, at, (Across::Left, Down::Bottom), style));
        };
        let start = x + BESIDE_PX;
        let (large, colour) = if lines > 2 { (NARROW_AVERAGE, NARROW_CHANGE) } else { (AVERAGE, CHANGE) };
        if let Some(period) = words.head_forms(head.span).iter().find(|period| PERIOD.width(period) <= room) {
            text(period, PERIOD, start, 0);
        }
        let average = average(head, words);
        if lines == 1 || large.width(&average) > room {
            continue;
        }
        text(&average, large, start, 1);
        let (x, line, room) = match lines {
            0..=2 => (start + large.width(&average) + 6.0, 1, room - large.width(&average) - 6.0),
            _ => (start, 2, room),
        };
        let forms = [change(head, words, true), change(head, words, false)];
        if let Some(change) = forms.iter().find(|change| !change.is_empty() && colour.width(change) <= room) {
            text(change, colour.of(role), x, line);
        }
    }
    (rules, texts)
}

fn average(head: &Head, words: &Words) -> String {
    words.number(head.average.to_f64(), 0)
}

/// The change, with the other one where two disagree; or the first alone.
fn change(head: &Head, words: &Words, both: bool) -> String {
    let changes: Vec<String> =
        head.changes.iter().take(if both { 2 } else { 1 }).map(|change| words.head_change(*change)).collect();
    changes.join(" / ")
}
