//! What stands above a plot: the panel's name and unit, what is said beside it, and its newest value.

use super::Size;
use super::axis::Axis;
use super::geometry::{Point, Rect};
use super::heads::HeadForm;
use super::placed::{Across, Down, Element};
use super::style::TextStyle;
use super::value_axis::TICK_PLACES;
use crate::charts::figure::{Aside, Base, Panel};
use crate::charts::mark::Label;
use crate::words::Words;

const NAME_PX: f64 = 18.0;
const LINE_PX: f64 = 15.0;
/// Between the header and what is below it.
const BELOW_PX: f64 = 6.0;
const BESIDE_PX: f64 = 8.0;

/// A line of texts from left to right.
type Line = Vec<(String, TextStyle)>;

/// What a header says besides names and the newest value.
#[derive(Clone, Copy)]
pub struct Said {
    /// The unit. Beside a panel that says it others need not.
    pub unit: bool,
    /// What stands beside the names, whose the newest quote is, and the newer one elsewhere, as far as the chart can be read
    /// without them.
    pub asides: bool,
    /// The form of the heads of years.
    pub heads: HeadForm,
}

impl Said {
    /// What is said where the heads of years have this form: a low frame has none of them, nor asides.
    pub fn new(unit: bool, size: Size, heads: HeadForm) -> Self {
        Self { unit, asides: !size.is_low(), heads }
    }
}

/// The height of a panel's header in CSS pixels.
pub fn height(panel: &Panel, axis: &Axis, width: f64, said: Said, words: &Words) -> f64 {
    let corner = corner(panel, axis, width, said, words);
    match lines(panel, axis, width, said, &corner, words).len().max(corner.len()) {
        0 => 2.0,
        lines => NAME_PX + LINE_PX * (lines - 1) as f64 + BELOW_PX,
    }
}

/// The texts of a header, whose upper edge is that of `rect`.
pub fn elements(panel: &Panel, axis: &Axis, rect: Rect, said: Said, words: &Words) -> Vec<Element> {
    let mut elements = Vec::new();
    let corner = corner(panel, axis, rect.width(), said, words);
    for (number, line) in lines(panel, axis, rect.width(), said, &corner, words).into_iter().enumerate() {
        let at = Point { x: rect.left, y: rect.top + baseline(number) };
        let mut x = at.x;
        for (text, style) in line {
            elements.push(Element::text(&text, Point { x, ..at }, (Across::Left, Down::Bottom), style));
            x += style.width(&text) + BESIDE_PX;
        }
    }
    for (number, (text, style)) in corner.into_iter().enumerate() {
        let at = Point { x: rect.right, y: rect.top + baseline(number) };
        elements.push(Element::text(&text, at, (Across::Right, Down::Bottom), style));
    }
    elements
}

/// Below the letters of a line; the first one's are larger.
fn baseline(number: usize) -> f64 {
    NAME_PX - 3.0 + LINE_PX * number as f64
}

/// Names and unit in one line, or in several where one has no room beside the corner.
fn lines(panel: &Panel, axis: &Axis, width: f64, said: Said, corner: &Line, words: &Words) -> Vec<Line> {
    let name = |(name, role): &(_, Option<_>)| {
        let style = TextStyle { halo: false, ..TextStyle::PANEL };
        (words.name(*name), role.map_or(style, |role| style.of(role)))
    };
    let names: Line = panel.names.iter().map(name).collect();
    let small = |text: String| (text, TextStyle::SMALL);
    // What the colours mean is always said.
    let aside = match &panel.aside {
        Some(aside @ Aside::Komis) => Some(words.aside(aside)),
        Some(aside @ Aside::Heads { .. }) if said.heads.has_averages() => Some(words.aside(aside)),
        // Where columns are too thin for words beside the newest.
        Some(Aside::Heads { .. }) if said.heads == HeadForm::Years => newest(panel, words),
        Some(Aside::Heads { .. }) => None,
        Some(aside) => said.asides.then(|| words.aside(aside)),
        None => None,
    };
    let rest = [said.unit.then(|| unit(panel, axis, words)), aside]
        .into_iter()
        .flatten()
        .filter(|text| !text.is_empty())
        .map(small);
    let corner: Vec<f64> = corner.iter().map(|(text, style)| style.width(text) + 2.0 * BESIDE_PX).collect();
    let room = |line: usize| width - corner.get(line).copied().unwrap_or(0.0);
    let mut lines: Vec<Line> = Vec::new();
    for (text, style) in names.iter().cloned().chain(rest) {
        let first_small = !names.is_empty() && lines.len() == 1 && style.size_px < TextStyle::PANEL.size_px;
        let last = lines.len().saturating_sub(1);
        let fits = |line: &Line| line_width(line) + BESIDE_PX + style.width(&text) <= room(last);
        // Beside a corner the unit has a line of its own.
        let beside = !(panel.corner.is_some() && first_small);
        match lines.last_mut() {
            Some(line) if beside && fits(line) => line.push((text, style)),
            _ => {
                let own = room(lines.len());
                let own = if style.width(&text) <= own { own } else { own.min(room(lines.len() + 1)) };
                let parts = super::space::wrap(&text, style, own);
                lines.extend(parts.into_iter().map(|part| vec![(part, style)]));
            }
        }
    }
    // A newer quote of another agency has lines of its own.
    let elsewhere = panel.corner.as_ref().and_then(|corner| corner.elsewhere.as_ref());
    if let Some(other) = elsewhere.filter(|_| said.asides) {
        let text = words.corner_elsewhere(other);
        let wrapped = |room: f64| super::space::wrap(&text, TextStyle::SMALL, room);
        let (mut parts, below) = (wrapped(width), lines.len().max(corner.len()));
        // Beside the last line of the corner where that takes no line more.
        let beside = wrapped(room(lines.len()));
        if lines.len() + beside.len() <= below + parts.len() {
            parts = beside;
        } else {
            lines.resize(below, Vec::new());
        }
        lines.extend(parts.into_iter().map(|part| vec![small(part)]));
    }
    lines
}

/// The newest value with its time, where heads are years alone.
fn newest(panel: &Panel, words: &Words) -> Option<String> {
    let mark = panel.newest()?;
    let forms = words.wording(Label::Dated(mark.when, mark.amount?));
    forms.into_iter().next().map(|form| words.labels.newest(&form.strong))
}

/// The unit, with the value that the axis starts at where that is not zero.
fn unit(panel: &Panel, axis: &Axis, words: &Words) -> String {
    let unit = words.unit(panel.unit);
    if let Some(times) = axis.taller {
        return [unit, ", ", &words.labels.taller(&words.number(times, 1))].concat();
    }
    if panel.base == Base::Log {
        return [unit, if unit.is_empty() { "" } else { "; " }, words.labels.log_scale].concat();
    }
    if panel.base != Base::Fitted || axis.ticks.is_empty() || axis.domain.0 <= 0.0 {
        return unit.to_owned();
    }
    let from = words.short_number(axis.domain.0 / panel.unit.divisor(), TICK_PLACES);
    [unit, "; ", &words.labels.axis_from(&from)].concat()
}

fn line_width(line: &Line) -> f64 {
    let texts: f64 = line.iter().map(|(text, style)| style.width(text)).sum();
    texts + BESIDE_PX * line.len().saturating_sub(1) as f64
}

/// The newest value, and what stands below it: in more lines where few would take more than half of the width and leave the
/// unit no room. Where none is narrow enough it is the narrowest.
fn corner(panel: &Panel, axis: &Axis, width: f64, said: Said, words: &Words) -> Line {
    let Some(corner) = &panel.corner else { return Vec::new() };
    let (value, below) = words.corner(&corner.newest);
    let below = if said.asides { below } else { vec![vec![words.corner_day(&corner.newest)]] };
    let role = panel.names.iter().find_map(|(_, role)| *role);
    let style = TextStyle { halo: false, ..TextStyle::PANEL };
    let small = TextStyle::SMALL;
    let unit_px = small.width(&unit(panel, axis, words));
    let widest = |lines: &Vec<String>| lines.iter().map(|line| small.width(line)).fold(0.0, f64::max);
    let fits =
        |lines: &&Vec<String>| widest(lines) <= width / 2.0 || widest(lines) + 2.0 * BESIDE_PX + unit_px <= width;
    let narrowest = || below.iter().min_by(|a, b| widest(a).total_cmp(&widest(b)));
    let below = below.iter().find(fits).or_else(narrowest).cloned().unwrap_or_default();
    let mut lines = vec![(value, role.map_or(style, |role| style.of(role)))];
    lines.extend(below.into_iter().map(|line| (line, small)));
    lines
}
