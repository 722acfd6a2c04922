//! The figures of a panel: columns, levels, bands, dots and what belongs to them.

use super::drawing::{Hit, PlotArea, Target};
use super::painter::{Ink, Painter, SMALL, text_width};
use crate::charts::figure::Panel;
use crate::charts::mark::{How, Mark, Shape};
use crate::data::order::sort_unique;
use crate::words::Words;
use plotters::style::text_anchor::{HPos, VPos};

/// Half the height of a level's line.
const LEVEL_PX: f64 = 2.0;
/// Quotes of days are this wide.
const QUOTE_PX: f64 = 3.0;

type Rect = (f64, f64, f64, f64);

/// Draws a panel's marks and says where they are. `first` is the number of the panel's first mark in the chart.
pub fn draw(painter: &Painter, panel: &Panel, plot: &PlotArea, number: usize, first: usize, words: &Words) -> Vec<Hit> {
    for guide in &panel.guides {
        let points: Vec<(f64, f64)> = guide.points.iter().map(|(x, y)| (plot.x.to_px(*x), plot.y.to_px(*y))).collect();
        painter.line(&points, painter.palette.mark(guide.role), 0.6);
    }
    let order: Vec<usize> = (0..panel.marks.len()).filter(|mark| panel.marks[*mark].look.shape != Shape::Gap).collect();
    // Columns first, so that levels are seen on them; otherwise in the order given.
    let on_top = |mark: &usize| !matches!(panel.marks[*mark].look.shape, Shape::Bar | Shape::Segment | Shape::Outlook);
    let (below, above): (Vec<usize>, Vec<usize>) =
        reduce(&order, panel, plot).into_iter().partition(|mark| !on_top(mark));
    for mark in below {
        draw_mark(painter, &panel.marks[mark], plot, words);
    }
    // A rim of paper, so that a level is seen on a column. All first: neighbours of one paint share a group.
    for mark in &above {
        if panel.marks[*mark].look.shape == Shape::Level {
            let rect = place(&panel.marks[*mark], plot);
            painter.fill((rect.0, rect.1 - 1.0, rect.2, rect.3 + 1.0), painter.palette.paper);
        }
    }
    for mark in above {
        draw_mark(painter, &panel.marks[mark], plot, words);
    }
    for mark in &panel.marks {
        if mark.look.bracket {
            bracket(painter, mark, plot, words);
        }
        if mark.look.shape == Shape::Outlook {
            outlook_label(painter, mark, plot, words);
        }
    }
    panel.marks.iter().enumerate().map(|(at, mark)| hit(mark, plot, number, first + at)).collect()
}

fn draw_mark(painter: &Painter, mark: &Mark, plot: &PlotArea, words: &Words) {
    let rect = place(mark, plot);
    let ink = painter.palette.mark(mark.look.role);
    match mark.look.shape {
        Shape::Gap => {}
        Shape::Outlook => painter.dashed(rect, mark.look.role),
        Shape::Dot => {
            let fill = if mark.how == How::Published { ink } else { painter.palette.paper };
            painter.circle(middle(rect), 2.6, fill, ink);
        }
        Shape::Level => by_form(painter, mark, rect),
        Shape::Band => {
            by_form(painter, mark, rect);
            if let Some(mid) = mark.look.mid {
                let y = plot.y.to_px(mid);
                painter.line(&[(rect.0 - 2.0, y), (rect.2 + 2.0, y)], painter.palette.text, 1.0);
            }
        }
        Shape::Range => {
            let middle = (rect.0 + rect.2) / 2.0;
            for end in [rect.1, rect.3] {
                painter.line(&[(rect.0, end), (rect.2, end)], ink, 2.0);
            }
            painter.line(&[(middle, rect.1), (middle, rect.3)], ink, 1.0);
        }
        Shape::Bar | Shape::Segment if mark.how == How::Deduced => {
            let low = plot.y.to_px(mark.look.low).min(rect.3);
            painter.pale((rect.0, low, rect.2, rect.3), mark.look.role);
            painter.open((rect.0, rect.1, rect.2, low), mark.look.role);
        }
        Shape::Bar | Shape::Segment => {
            by_form(painter, mark, rect);
            if mark.look.shape == Shape::Segment && mark.look.label.is_some() {
                label_inside(painter, mark, rect, words);
            }
            if mark.look.shape == Shape::Bar && !mark.look.bracket && mark.look.label.is_some() {
                label_above(painter, mark, rect, words);
            }
        }
    }
    if mark.look.shape == Shape::Level && !mark.look.bracket && mark.look.label.is_some() {
        label_above(painter, mark, rect, words);
    }
}

/// Solid, hatched, pale or open.
pub fn by_form(painter: &Painter, mark: &Mark, rect: Rect) {
    match mark.how {
        How::Published => painter.fill(rect, painter.palette.mark(mark.look.role)),
        How::Computed => painter.hatched(rect, mark.look.role),
        How::Deduced | How::Bounded => painter.pale(rect, mark.look.role),
        How::Estimated | How::Forecast => painter.open(rect, mark.look.role),
    }
}

/// Left, top, right, bottom of a mark in CSS pixels.
pub fn place(mark: &Mark, plot: &PlotArea) -> Rect {
    let (from, to) = (plot.x.to_px(mark.look.x.0), plot.x.to_px(mark.look.x.1));
    let (low, high) = (plot.y.to_px(mark.look.low), plot.y.to_px(mark.look.high));
    match mark.look.shape {
        Shape::Gap => (from, plot.rect.1, to, plot.rect.3),
        Shape::Level => {
            let low = if mark.how == How::Deduced { low } else { high };
            (from + 0.3, high - LEVEL_PX, (to - 0.3).max(from + 1.0), low + LEVEL_PX)
        }
        Shape::Range => {
            let space = column_space(to - from) + 1.0;
            (from + space, high, (to - space).max(from + space + 2.0), low)
        }
        Shape::Bar => {
            let zero = plot.y.to_px(0.0);
            let space = column_space(to - from);
            (from + space, zero.min(high), to - space, zero.max(high))
        }
        Shape::Segment => {
            let space = column_space(to - from);
            (from + space, high, to - space, low)
        }
        Shape::Dot => (from - QUOTE_PX, high - QUOTE_PX, from + QUOTE_PX, high + QUOTE_PX),
        Shape::Band => {
            let half = if to > from { (to - from) / 2.0 } else { QUOTE_PX / 2.0 };
            let x = (from + to) / 2.0;
            // A band whose low and high are close is still seen.
            let thin = ((2.0 - (low - high)) / 2.0).max(0.0);
            (x - half, high - thin, x + half, low + thin)
        }
        Shape::Outlook => (from, high, to, low),
    }
}

/// Half the space between columns.
fn column_space(width: f64) -> f64 {
    (width * 0.1).clamp(0.3, 6.0)
}

fn middle(rect: Rect) -> (f64, f64) {
    ((rect.0 + rect.2) / 2.0, (rect.1 + rect.3) / 2.0)
}

/// A share on its part of a column: in paper's colour, where it fits.
fn label_inside(painter: &Painter, mark: &Mark, rect: Rect, words: &Words) {
    let forms = forms(mark, words);
    let (long, short) = (forms[0].as_str(), forms[forms.len() - 1].as_str());
    for (text, size) in [(long, 11.0), (long, 9.0), (short, 9.0)] {
        let hatched = mark.how != How::Published;
        let color = if hatched { painter.palette.label(mark.look.role) } else { painter.palette.paper };
        let ink = Ink { color, size, bold: true };
        if text_width(text, ink) <= rect.2 - rect.0 - 2.0 && rect.3 - rect.1 >= size + 2.0 {
            if hatched {
                painter.behind_text(middle(rect), text_width(text, ink), size);
            }
            painter.text(text, middle(rect), HPos::Center, VPos::Center, ink);
            return;
        }
    }
}

/// The name of a forecast over it, on paper: quotes may stand there.
fn outlook_label(painter: &Painter, mark: &Mark, plot: &PlotArea, words: &Words) {
    let (rect, label) = (place(mark, plot), Ink { size: 11.0, ..painter.named(mark.look.role) });
    let text = forms(mark, words).remove(0);
    let width = text_width(&text, label);
    let x = (rect.0 + 3.0).min(plot.rect.2 - width);
    painter.behind_text((x + width / 2.0, rect.1 - 9.0), width, 9.0);
    painter.text(&text, (x, rect.1 - 3.0), HPos::Left, VPos::Bottom, label);
}

/// The months of a part of a year: unlabelled it would be taken for a whole one.
fn label_above(painter: &Painter, mark: &Mark, rect: Rect, words: &Words) {
    let ink = Ink { size: SMALL, ..painter.muted() };
    let forms = forms(mark, words);
    let fits = text_width(&forms[0], ink) <= (rect.2 - rect.0) * 1.2;
    let text = if fits { &forms[0] } else { &forms[forms.len() - 1] };
    painter.text(text, ((rect.0 + rect.2) / 2.0, rect.1 - 3.0), HPos::Center, VPos::Bottom, ink);
}

/// The label's forms, the longest first; one empty form where a mark has none.
fn forms(mark: &Mark, words: &Words) -> Vec<String> {
    mark.look.label.map_or_else(|| vec![String::new()], |label| words.label_forms(label))
}

/// A bracket over a mark that stands for more than one step of the axis, with its months.
fn bracket(painter: &Painter, mark: &Mark, plot: &PlotArea, words: &Words) {
    let rect = place(mark, plot);
    let color = painter.palette.muted;
    let top = rect.1 - 6.0;
    painter.line(&[(rect.0, top + 3.0), (rect.0, top), (rect.2, top), (rect.2, top + 3.0)], color, 1.0);
    let ink = Ink { color, size: SMALL, bold: false };
    let forms = forms(mark, words);
    let room = rect.2 - rect.0 + 6.0;
    let fitting = forms.iter().find(|text| text_width(text, ink) <= room);
    if let Some(text) = fitting {
        // Exports stand on the columns of imports.
        // Above the bracket's bar, and no wider than the words.
        let width = text_width(text, ink) - 4.0;
        painter.behind_text(((rect.0 + rect.2) / 2.0, top - 7.5), width, SMALL - 1.0);
        painter.text(text, ((rect.0 + rect.2) / 2.0, top - 2.5), HPos::Center, VPos::Bottom, ink);
    }
}

fn hit(mark: &Mark, plot: &PlotArea, number: usize, index: usize) -> Hit {
    let rect = place(mark, plot);
    let column = mark.look.shape == Shape::Bar;
    let area = column || matches!(mark.look.shape, Shape::Segment | Shape::Outlook | Shape::Gap);
    let anchor = match mark.look.shape {
        Shape::Gap => middle(rect),
        Shape::Segment | Shape::Outlook | Shape::Band | Shape::Range => middle(rect),
        _ => ((rect.0 + rect.2) / 2.0, plot.y.to_px(mark.look.high)),
    };
    Hit {
        target: Target::Mark(index),
        plot: number,
        series: Some(mark.look.lane),
        rect,
        anchor,
        background: mark.look.shape == Shape::Gap,
        area,
        column,
    }
}

/// Where quotes are far more than pixels, only the low, high, first and last of each pixel column are drawn.
fn reduce(order: &[usize], panel: &Panel, plot: &PlotArea) -> Vec<usize> {
    let columns = (plot.rect.2 - plot.rect.0).max(1.0) as usize;
    let quotes = |mark: usize| matches!(panel.marks[mark].look.shape, Shape::Band | Shape::Dot);
    if order.iter().filter(|mark| quotes(**mark)).count() <= 4 * columns {
        return order.to_vec();
    }
    let mut kept: Vec<Option<[usize; 4]>> = vec![None; columns + 1];
    let mut others = Vec::new();
    for mark in order.iter().copied() {
        if !quotes(mark) {
            others.push(mark);
            continue;
        }
        let column = (plot.x.to_px(panel.marks[mark].look.x.0) - plot.rect.0).clamp(0.0, columns as f64) as usize;
        let [low, high, _, last] = kept[column].get_or_insert([mark; 4]);
        if panel.marks[mark].look.low < panel.marks[*low].look.low {
            *low = mark;
        }
        if panel.marks[mark].look.high > panel.marks[*high].look.high {
            *high = mark;
        }
        *last = mark;
    }
    let mut drawn: Vec<usize> = kept.into_iter().flatten().flatten().collect();
    sort_unique(&mut drawn);
    others.extend(drawn);
    others
}
