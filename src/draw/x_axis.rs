//! What is written under a plot: months and years, slots, or the months of any year.

use super::geometry::Point;
use super::placed::{Across, Down, Element, PlotArea};
use super::space::wrap;
use super::style::{Colour, Paint, TextStyle};
use crate::charts::figure::{Panel, Slot, SlotGroup, Unit, XAxis};
use crate::data::Month;
use crate::view::By;
use crate::words::Words;

const STYLE: TextStyle = TextStyle::SMALL;
/// Where names would not fit else.
const SMALLER_PX: f64 = 10.0;
/// Between the names of two slots.
const APART_PX: f64 = 3.0;
const LINE_PX: f64 = 14.0;
const TOP_PX: f64 = 6.0;

/// The height of the names below a plot.
pub fn height(panel: &Panel, plot_width: f64, words: &Words) -> f64 {
    let lines = match &panel.x {
        XAxis::Time { from, to, step } => {
            usize::from(has_steps(panel, *step, plot_width / (to - from).max(1.0), to - from)) + 1
        }
        XAxis::MonthsOfYear => 1,
        XAxis::Slots { slots, groups } => {
            let room = plot_width / slots.len().max(1) as f64;
            let names = SlotNames::new(slots, room, words);
            let lines = slots.iter().enumerate().map(|(index, slot)| names.lines(index, *slot, room, words).len());
            let lines = lines.max().unwrap_or(0);
            lines + usize::from(!groups.is_empty())
        }
        XAxis::Rows(_) => return 2.0,
    };
    TOP_PX + LINE_PX * lines as f64
}

/// The names below a plot.
pub fn elements(panel: &Panel, plot: &PlotArea, words: &Words) -> Vec<Element> {
    match &panel.x {
        XAxis::Time { from, to, step } => time(panel, plot, (*from, *to), *step, words),
        XAxis::MonthsOfYear => {
            let name = |month: u32| {
                let at = at_line(plot, f64::from(month - 1), 0);
                let text = Month::new(2000, month).map_or("", |month| words.short_month(month));
                Element::text(text, at, (Across::Center, Down::Top), STYLE)
            };
            let months: &[u32] = if plot.rect.width() < 200.0 { &[1, 6, 12] } else { &[1, 3, 6, 9, 12] };
            months.iter().copied().map(name).collect()
        }
        XAxis::Slots { slots, groups } => slot_names(plot, slots, groups, words),
        XAxis::Rows(_) => Vec::new(),
    }
}

fn at_line(plot: &PlotArea, x: f64, line: usize) -> Point {
    Point { x: plot.x.to_px(x), y: plot.rect.bottom + TOP_PX + LINE_PX * line as f64 }
}

/// Whether months or quarters are named above the years.
fn has_steps(panel: &Panel, step: By, month_px: f64, months: f64) -> bool {
    match step {
        By::Month => has_columns(panel) && months <= 36.0 && month_px >= 8.0,
        By::Quarter => month_px * 3.0 >= STYLE.width("Q4") + 2.0,
        By::Year => false,
    }
}

/// Amounts of whole months are named at their middle, quotes at the start of a month.
fn has_columns(panel: &Panel) -> bool {
    !matches!(panel.unit, Unit::ThousandCnyPerTonne | Unit::Price(_) | Unit::Index | Unit::Times)
}

fn time(panel: &Panel, plot: &PlotArea, (from, to): (f64, f64), step: By, words: &Words) -> Vec<Element> {
    let month_px = plot.rect.width() / (to - from).max(1.0);
    if step == By::Month && !has_columns(panel) {
        return dates(plot, (from, to), month_px, words);
    }
    let mut elements = Vec::new();
    let steps = has_steps(panel, step, month_px, to - from);
    if steps {
        let (first, last) = (Month::at(from), Month::at(to).plus(-1));
        let every = match step {
            By::Quarter => 3,
            _ => [1, 3, 6].into_iter().find(|every| month_px * f64::from(*every) >= 24.0).unwrap_or(6),
        };
        for count in 0..=last.since(first) {
            let month = first.plus(count);
            if (month.month() as i32 - 1) % every != 0 {
                continue;
            }
            let (text, middle) = match step {
                By::Quarter => (words.quarter_short(month), 1.5),
                _ => (words.short_month(month).to_owned(), 0.5),
            };
            let at = at_line(plot, month.position() + middle, 0);
            // The last step may be cut off.
            if at.x + STYLE.width(&text) / 2.0 <= plot.rect.right + 2.0 {
                elements.push(Element::text(&text, at, (Across::Center, Down::Top), STYLE));
            }
        }
    }
    elements.extend(years(plot, (from, to), month_px * 12.0, usize::from(steps)));
    elements
}

/// Years under the middle of their months: every one that has room, or one in several.
fn years(plot: &PlotArea, (from, to): (f64, f64), year_px: f64, line: usize) -> Vec<Element> {
    let (first, last) = (Month::at(from).year(), Month::at(to).plus(-1).year());
    let every = if year_px >= 18.0 { 1 } else { (34.0 / year_px.max(0.1)).ceil() as i32 };
    let short = year_px < 32.0 && every == 1;
    let name = |year: i32| {
        let start = Month::new(year, 1)?.position().max(from);
        let end = (Month::new(year, 12)?.position() + 1.0).min(to);
        let room = plot.x.to_px(end) - plot.x.to_px(start) + if every > 1 { 100.0 } else { 0.0 };
        let full = year.to_string();
        // The first year in full, where it has room, says which century is meant.
        let forms = [&*full, full.get(2..).unwrap_or_default()];
        let forms = forms.into_iter().skip(usize::from(short && year != first));
        let text = forms.into_iter().find(|text| STYLE.width(text) <= room)?;
        let at = at_line(plot, (start + end) / 2.0, line);
        // The last one stays inside the chart.
        let x = at.x.min(plot.rect.right - STYLE.width(text) / 2.0);
        Some(Element::text(text, Point { x, ..at }, (Across::Center, Down::Top), STYLE))
    };
    // The last year is always named.
    (first..=last).rev().step_by(every.max(1) as usize).filter_map(name).collect()
}

/// Ticks at the start of months, a year's name at its January; the first name is always a year's.
fn dates(plot: &PlotArea, (from, to): (f64, f64), month_px: f64, words: &Words) -> Vec<Element> {
    let every =
        [1, 3, 6, 12, 24, 60, 120].into_iter().find(|every| month_px * f64::from(*every) >= 40.0).unwrap_or(240);
    let (first, last) = (Month::at(from), Month::at(to).plus(-1));
    let mut elements = Vec::new();
    let mut free_from = f64::MIN;
    for count in 0..=last.since(first) {
        let month = first.plus(count);
        let months = month.year() * 12 + month.month() as i32 - 1;
        if months % every != 0 && count != 0 {
            continue;
        }
        let x = plot.x.to_px(month.position());
        let (top, bottom) = (Point { x, y: plot.rect.bottom }, Point { x, y: plot.rect.bottom + 5.0 });
        elements.push(Element::line(top, bottom, Paint::line(Colour::Muted, 1.0)));
        let year = month.year().to_string();
        let text = if month.month() == 1 || count == 0 { &*year } else { words.short_month(month) };
        let width = STYLE.width(text);
        // Right of its tick, at the end of the plot left of it.
        let at_end = x + 3.0 + width > plot.rect.right + 1.0;
        let left = if at_end { x - 3.0 - width } else { x + 3.0 };
        // The first year and the next January may be close.
        if left - 1.0 >= free_from {
            let at = Point { x: left, y: plot.rect.bottom + TOP_PX };
            elements.push(Element::text(text, at, (Across::Left, Down::Top), STYLE));
            free_from = left + width + 6.0;
        }
    }
    elements
}

/// How the names of slots are set.
struct SlotNames {
    size_px: f64,
    /// On how many levels they stand: two in turn, where a name is wider than its slot.
    levels: usize,
}

impl SlotNames {
    /// A little smaller rather than on two levels.
    fn new(slots: &[Slot], room: f64, words: &Words) -> Self {
        let fits = |size_px: &f64| {
            let bold = TextStyle { bold: true, size_px: *size_px, ..STYLE };
            let longest_word = |name: &String| name.split(' ').map(|word| bold.width(word)).fold(0.0, f64::max);
            slots.iter().all(|slot| words.slot(*slot).0.iter().any(|name| longest_word(name) + APART_PX <= room))
        };
        match [STYLE.size_px, SMALLER_PX].into_iter().find(fits) {
            Some(size_px) => Self { size_px, levels: 1 },
            None => Self { size_px: STYLE.size_px, levels: 2 },
        }
    }

    /// The lines under a slot.
    fn lines(&self, index: usize, slot: Slot, room: f64, words: &Words) -> Vec<String> {
        let (levels, style) = (self.levels, TextStyle { size_px: self.size_px, ..STYLE });
        let (forms, below) = words.slot(slot);
        // On two levels there is no room for a line below.
        let below = below.filter(|_| levels == 1);
        let fits = |form: &&String| style.width(form) <= room * levels as f64;
        let name = forms.iter().find(fits).or(forms.last()).cloned().unwrap_or_default();
        let mut lines = vec![String::new(); if levels > 1 { index % 2 } else { 0 }];
        lines.extend(wrap(&name, style, room * levels as f64));
        lines.extend(below.map(|below| wrap(below, style, room * levels as f64)).unwrap_or_default());
        lines
    }
}

fn slot_names(plot: &PlotArea, slots: &[Slot], groups: &[SlotGroup], words: &Words) -> Vec<Element> {
    let room = plot.rect.width() / slots.len().max(1) as f64;
    let names = SlotNames::new(slots, room, words);
    let name_style = TextStyle { size_px: names.size_px, ..STYLE };
    let mut elements = Vec::new();
    let mut most = 0;
    for (index, slot) in slots.iter().enumerate() {
        let lines = names.lines(index, *slot, room, words);
        most = most.max(lines.len());
        let first = lines.iter().position(|line| !line.is_empty());
        for (line, text) in lines.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            let style = match slot {
                Slot::Total(_) if Some(line) == first => TextStyle { halo: false, ..TextStyle::VALUE },
                Slot::Named(_, Some(role)) => TextStyle { bold: true, ..name_style }.of(*role),
                Slot::Named(_, None) => TextStyle { colour: Colour::INK, ..name_style },
                _ => name_style,
            };
            let at = at_line(plot, index as f64 + 0.5, line);
            // The outer names stay inside the chart.
            let half = style.width(text) / 2.0;
            let x = at.x.clamp(plot.rect.left + half, (plot.rect.right - half).max(plot.rect.left + half));
            elements.push(Element::text(text, Point { x, ..at }, (Across::Center, Down::Top), style));
        }
    }
    for group in groups {
        let style = TextStyle { halo: false, bold: group.role.is_some(), ..TextStyle::VALUE };
        let style = group.role.map_or(style, |role| style.of(role));
        let at = at_line(plot, group.first as f64 + group.count as f64 / 2.0, most);
        elements.push(Element::text(&words.name(group.name), at, (Across::Center, Down::Top), style));
    }
    elements
}
