//! Where there is room for words: texts never cover each other, and rather lie beside marks than on them.

use super::geometry::{Point, Rect};
use super::placed::{Across, Down, Element, Text};
use super::style::TextStyle;
use crate::words::Wording;

/// Kept free around a text.
const APART_PX: f64 = 2.0;

/// What a panel holds already.
#[derive(Clone, Debug)]
pub struct Space {
    /// Every text has to stay inside.
    pub bounds: Rect,
    texts: Vec<Rect>,
    marks: Vec<Rect>,
    lines: Vec<Rect>,
}

/// How much a position has to keep free of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// Of everything: of texts, marks, and the dotted lines of days and events.
    Empty,
    /// Of texts and marks.
    OffMarks,
    /// Of texts; marks show through around the letters.
    OffTexts,
}

impl Space {
    /// An empty space.
    pub fn new(bounds: Rect) -> Self {
        Self { bounds, texts: Vec::new(), marks: Vec::new(), lines: Vec::new() }
    }

    /// Takes a mark's room.
    pub fn add_mark(&mut self, rect: Rect) {
        self.marks.push(rect);
    }

    /// Takes the room of a dotted line, on which words may lie where they have no other room.
    pub fn add_line(&mut self, rect: Rect) {
        self.lines.push(rect);
    }

    /// Takes the room of every text among elements.
    pub fn add_texts<'a>(&mut self, elements: impl IntoIterator<Item = &'a Element>) {
        self.texts.extend(elements.into_iter().filter_map(|element| match element {
            Element::Text(text) => Some(text.rect()),
            _ => None,
        }));
    }

    /// Whether a text may stand in a rectangle.
    pub fn is_free(&self, rect: Rect, keep: Keep) -> bool {
        let apart = rect.inset(-APART_PX);
        let Rect { left, top, right, bottom } = self.bounds;
        let inside = rect.left >= left && rect.right <= right && rect.top >= top && rect.bottom <= bottom;
        inside
            && !self.texts.iter().any(|text| text.overlaps(apart))
            && (keep == Keep::OffTexts || !self.marks.iter().any(|mark| mark.overlaps(rect)))
            && (keep != Keep::Empty || !self.lines.iter().any(|line| line.overlaps(rect)))
    }

    /// The first of some blocks and positions where the block may stand; its room is taken. Off marks and dotted lines is best,
    /// then off marks alone; the last block, which is the shortest and says the least, comes after the others both ways. On
    /// marks, where `keep` allows that, it comes first.
    ///
    /// `position` gives the positions of a block, the best first.
    pub fn place(
        &mut self,
        blocks: &[Block],
        keep: Keep,
        position: &dyn Fn(&Block) -> Vec<Point>,
    ) -> Option<Vec<Element>> {
        let (last, longer) = blocks.split_last()?;
        let mut ways: Vec<(&Block, Keep)> = Vec::new();
        for blocks in [longer, std::slice::from_ref(last)] {
            for free_of in [Keep::Empty, Keep::OffMarks] {
                ways.extend(blocks.iter().map(|block| (block, free_of)));
            }
        }
        if keep == Keep::OffTexts {
            ways.extend(blocks.iter().rev().map(|block| (block, Keep::OffTexts)));
        }
        ways.into_iter().find_map(|(block, keep)| {
            let at = position(block).into_iter().find(|at| self.is_free(block.rect(*at), keep))?;
            let elements = block.elements(at);
            self.add_texts(&elements);
            Some(elements)
        })
    }
}

/// Lines of text that stand together; each is one or more texts beside each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    lines: Vec<Vec<(String, TextStyle)>>,
    across: Across,
}

impl Block {
    /// The words of a mark in two weights. Plain words on lines of their own are broken at [`PLAIN_PX`].
    pub fn of(wording: &Wording, strong: TextStyle, plain: TextStyle, across: Across) -> Self {
        if wording.stacked && !wording.strong.is_empty() {
            let mut lines = vec![vec![(wording.strong.clone(), strong)]];
            lines.extend(wrap(&wording.plain, plain, PLAIN_PX).into_iter().map(|line| vec![(line, plain)]));
            return Self { lines, across };
        }
        let mut lines = vec![Vec::new()];
        if !wording.strong.is_empty() {
            lines[0].push((wording.strong.clone(), strong));
        }
        if !wording.plain.is_empty() {
            lines[0].push((wording.plain.clone(), plain));
        }
        Self { lines, across }
    }

    /// A text, broken between words where it is wider than `room` pixels.
    pub fn wrapped(text: &str, style: TextStyle, room: f64, across: Across) -> Self {
        Self { lines: wrap(text, style, room).into_iter().map(|line| vec![(line, style)]).collect(), across }
    }

    /// The number of lines.
    pub fn line_count(&self) -> usize {
        self.lines.len()
    }

    /// CSS pixels.
    pub fn width(&self) -> f64 {
        self.lines.iter().map(|line| line_width(line)).fold(0.0, f64::max)
    }

    /// CSS pixels, from the top of the capitals to the bottom of the longest letters.
    pub fn height(&self) -> f64 {
        let (last, above) = match self.lines.split_last() {
            Some((last, above)) => (line_size(last) * 0.94, above),
            None => (0.0, &[][..]),
        };
        above.iter().map(|line| line_height(line)).sum::<f64>() + last
    }

    /// The rectangle around it, where `at` is its upper edge at the side that it is aligned by.
    pub fn rect(&self, at: Point) -> Rect {
        let left = match self.across {
            Across::Left => at.x,
            Across::Center => at.x - self.width() / 2.0,
            Across::Right => at.x - self.width(),
        };
        Rect { left, top: at.y, right: left + self.width(), bottom: at.y + self.height() }
    }

    /// Its texts, where `at` is its upper edge at the side that it is aligned by.
    pub fn elements(&self, at: Point) -> Vec<Element> {
        let mut y = at.y;
        let mut elements = Vec::new();
        for line in &self.lines {
            let baseline = y + 0.72 * line_size(line);
            let mut x = match self.across {
                Across::Left => at.x,
                Across::Center => at.x - line_width(line) / 2.0,
                Across::Right => at.x - line_width(line),
            };
            for (content, style) in line {
                let top = baseline - 0.78 * style.size_px;
                elements.push(Element::Text(Text {
                    content: content.clone(),
                    at: Point { x, y: top },
                    align: (Across::Left, Down::Top),
                    style: *style,
                }));
                x += style.width(content) + SPACE_PX;
            }
            y += line_height(line);
        }
        elements
    }
}

/// Plain words below strong ones are at most so wide.
const PLAIN_PX: f64 = 130.0;

/// Between two texts of a line.
const SPACE_PX: f64 = 4.0;

fn line_width(line: &[(String, TextStyle)]) -> f64 {
    let texts: f64 = line.iter().map(|(text, style)| style.width(text)).sum();
    texts + SPACE_PX * line.len().saturating_sub(1) as f64
}

fn line_size(line: &[(String, TextStyle)]) -> f64 {
    line.iter().map(|(_, style)| style.size_px).fold(0.0, f64::max)
}

fn line_height(line: &[(String, TextStyle)]) -> f64 {
    (line_size(line) * 1.2).round()
}

/// Breaks a text between words into lines that fit into `room` pixels; a word that is wider has a line of its own.
pub fn wrap(text: &str, style: TextStyle, room: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if style.width(&[&*line, " ", word].concat()) <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}
