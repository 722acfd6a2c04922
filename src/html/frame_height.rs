//! How high a frame of one chart is: its drawing, and the lines around it as the style sheet sets them.
//!
//! Texts are measured by a table, so a title may take a line less than is counted here: a frame says itself how high it
//! is, once it is there.

use super::Caption;
use super::frame::source_line;
use crate::charts::Figure;
use crate::draw::{Size, TextStyle, layout, wrap};
use crate::view::{Extent, View};
use crate::words::Words;
use chrono::NaiveDate;

/// Left and right of what a frame shows, with the room that is kept for a scroll bar.
const BESIDE_PX: u32 = 38;
/// Above and below it.
const AROUND_PX: f64 = 16.0;
/// Between two lines of texts that stand below each other, from the title down.
const BELOW_TITLE_PX: f64 = 3.0;
const BELOW_SUBTITLE_PX: f64 = 4.0;
const ABOVE_SOURCE_PX: f64 = 2.0;
/// The letters of titles, Georgia, are so many times as wide as those that the table is of.
const TITLE_WIDER: f64 = 1.1;
/// Beside the source stand the words for what can be opened, as far as so much is left for it.
const LEAST_SOURCE_PX: f64 = 240.0;
const WORD_GAP_PX: f64 = 12.0;

/// The height of a frame that shows a figure, in CSS pixels, in a column of this width.
///
/// `months` is the age of a figure, by the last day that it stands for.
pub fn frame_height(
    figure: &Figure,
    caption: &Caption,
    view: &View,
    width: u32,
    months: &dyn Fn(NaiveDate) -> i32,
    words: &Words,
) -> u32 {
    let hide = view.frame.hide;
    let width = width.saturating_sub(BESIDE_PX).max(1);
    let room = f64::from(width);
    let text = |size_px: f64| TextStyle { size_px, bold: false, ..TextStyle::SMALL };
    let lines = |said: &str, style: TextStyle, line_px: f64, room: f64| {
        if said.is_empty() { 0.0 } else { line_px * wrap(said, style, room).len() as f64 }
    };
    let drawing = layout(figure.name.name(), figure, Size { width, extent: Extent::Full, room: None }, words).height;
    let title = TextStyle { size_px: 18.0 * TITLE_WIDER, bold: true, ..TextStyle::SMALL };
    let title = if hide.title { 0.0 } else { lines(&caption.title, title, 21.42, room) + BELOW_TITLE_PX };
    let subtitle = lines(&caption.frame_subtitle, text(13.5), 19.04, room) + BELOW_SUBTITLE_PX;

    let (small, line_px) = (text(11.0), 15.4);
    let known = view.as_of.map(|day| words.as_known_on(&words.day(day))).unwrap_or_default();
    // What a fold holds is a part of the row, though nothing of it is seen.
    let fold = if hide.source { &[][..] } else { &[words.notes_title, ""] };
    let opened = fold.iter().copied().chain([words.all_charts, &known]);
    let opened: f64 = opened.map(|word| small.width(word) + WORD_GAP_PX).sum();
    let beside = room - opened >= LEAST_SOURCE_PX;
    let source = source_line(caption, months, words);
    let source = match hide.source {
        true => 0.0,
        false => lines(&source, small, line_px, if beside { room - opened } else { room }) + ABOVE_SOURCE_PX,
    };
    let own_lines = (opened / room).ceil() * line_px + ABOVE_SOURCE_PX;
    let below = if beside && !hide.source { source.max(line_px + ABOVE_SOURCE_PX) } else { source + own_lines };
    (AROUND_PX + title + subtitle + f64::from(drawing) + below).ceil() as u32
}
