//! The words of marks: values above and beside them, or inside an area. Those at the ends of lines are in `line_ends`.

use super::geometry::{Point, Rect};
use super::grid::NARROW_END_PX;
use super::line_ends;
use super::placed::{Across, Element, Item, PlotArea};
use super::sizes::LOW_PLOT_PX;
use super::space::{Block, Keep, Space};
use super::style::{Colour, Form, TextStyle};
use crate::charts::Role;
use crate::charts::figure::{Panel, Unit, XAxis};
use crate::charts::mark::{Label, Mark, Shape, Tag, TagAt, What};
use crate::words::{Wording, Words};

/// Between a mark and its words.
pub const APART_PX: f64 = 4.0;
/// So far to a side may be the value of a column that would be dropped else.
const ASIDE_PX: f64 = 9.0;
/// From a name beside a stack to the words above it.
const NAME_APART_PX: f64 = 8.0;
/// The per cents of a thinner column are as short as they go, and in letters of this size.
const THIN_COLUMN_PX: f64 = 10.0;
const THIN_VALUE_PX: f64 = 10.5;
/// Beside still thinner ones nobody would know whose a value is: only those that have to be there are.
const THINNEST_PX: f64 = 5.0;

/// Around words in an area.
const AROUND_PX: f64 = 1.0;
/// The names of parts of a stack, and other words in an area where they are small.
const NAME: TextStyle = TextStyle { size_px: 10.0, ..TextStyle::VALUE };

/// The words of a mark in every form, the longest first.
pub fn blocks(mark: &Mark, tag: Tag, across: Across, words: &Words) -> Vec<Block> {
    blocks_of_size(mark, tag, across, TextStyle::VALUE.size_px, words)
}

fn blocks_of_size(mark: &Mark, tag: Tag, across: Across, size_px: f64, words: &Words) -> Vec<Block> {
    let role = mark.look.role;
    let strong = TextStyle { bold: mark.look.age == 0 || role == Role::Ink, size_px, ..TextStyle::VALUE };
    let strong = if mark.look.age > 0 { TextStyle { colour: Colour::Muted, ..strong } } else { strong.of(role) };
    let plain = TextStyle { halo: true, ..TextStyle::SMALL };
    words.wording(tag.label).iter().map(|wording: &Wording| Block::of(wording, strong, plain, across)).collect()
}

/// The words on and beside the marks of a panel, those that have to be there before those that may be dropped.
pub fn beside<'a>(
    panel: &'a Panel,
    items: &[(usize, &'a Item)],
    plot: &PlotArea,
    optional: bool,
    space: &mut Space,
    words: &Words,
) -> Vec<Element> {
    let has_margin = space.bounds.right - plot.rect.right >= line_ends::END_PX;
    let tagged = |(index, item): &(usize, &'a Item)| {
        let mark = &panel.marks[*index];
        // The words of gaps have their own place.
        let tag = mark.look.tag.filter(|tag| tag.optional == optional && mark.look.shape != Shape::Gap)?;
        Some((mark, tag, *item))
    };
    let mut tagged: Vec<_> = items.iter().filter_map(tagged).collect();
    // Of words that may be dropped those of the highest marks stay.
    if optional {
        tagged.sort_by(|(a, ..), (b, ..)| b.look.high.total_cmp(&a.look.high));
    }
    // Of the parts of a stack all are named or none.
    let is_named = |(_, tag, item): &(&Mark, Tag, &Item)| match (tag.at, tag.label) {
        (TagAt::Inside, Label::Share { origin, .. }) => {
            NAME.width(&words.name(origin)) <= item.rect.inset(AROUND_PX).width()
        }
        _ => true,
    };
    let are_named = tagged.iter().all(is_named);
    let mut elements = Vec::new();
    for (mark, tag, item) in tagged {
        let placed = match tag.at {
            TagAt::Above => above(mark, tag, item.rect, panel, plot, space, words),
            TagAt::Beside => by_its_side(mark, tag, item.rect, space, words),
            TagAt::End if has_margin => None,
            TagAt::Inside | TagAt::End => inside(mark, tag, item.rect, has_margin.then_some(are_named), space, words),
        };
        elements.extend(placed.unwrap_or_default());
        if let (TagAt::End, Label::Share { origin, .. }, false) = (tag.at, tag.label, has_margin) {
            let name = Wording::strong(words.name(origin));
            elements.extend(named(&name, mark.look.role, item.rect, space).unwrap_or_default());
        }
    }
    elements
}

/// The name of a part of the last stack, left of it: there is no room right of it.
fn named(name: &Wording, role: Role, rect: Rect, space: &mut Space) -> Option<Vec<Element>> {
    let style = TextStyle::VALUE.of(role);
    let block = Block::of(name, style, style, Across::Right);
    let (x, middle) = (rect.left - APART_PX, rect.center().y - block.height() / 2.0);
    // Right below other words, such as the value of the step beside it, it would seem to belong to them.
    let rect = block.rect(Point { x, y: middle });
    let is_apart = space.is_free(Rect { top: rect.top - NAME_APART_PX, ..rect }, Keep::OffMarks);
    let first = if is_apart { 0.0 } else { NAME_APART_PX };
    let position = |_: &Block| [0.0, 6.0, 12.0].map(|down| Point { x, y: middle + first + down }).to_vec();
    space.place(std::slice::from_ref(&block), Keep::OffMarks, &position)
}

/// Over a mark, or under one that hangs down. The value of a column stays there; other words may move nearby.
fn above(
    mark: &Mark,
    tag: Tag,
    rect: Rect,
    panel: &Panel,
    plot: &PlotArea,
    space: &mut Space,
    words: &Words,
) -> Option<Vec<Element>> {
    let hangs = mark.look.high <= 0.0 && mark.look.low < 0.0 || is_loss(mark, tag) || is_low(mark, tag, panel);
    let center = rect.center().x;
    let lift = if mark.look.bracket { 6.0 } else { 0.0 } + if mark.look.doubt { 6.0 } else { 0.0 };
    let stays = matches!(tag.label, Label::Amount(_) | Label::Difference(..)) && mark.look.shape != Shape::Point;
    // The value of a column has the room that is kept right of a narrow plot, where no words of lines end there. A sum of two
    // numbers may be a little more than their limit.
    let beside_px = space.bounds.right - plot.rect.right;
    let space_right = plot.rect.right + if stays && beside_px <= NARROW_END_PX { beside_px - 0.01 } else { 0.0 };
    let position = |block: &Block| {
        let over = rect.top - APART_PX - lift - block.height();
        let (first, away) = if hangs { (rect.bottom + APART_PX, 9.0) } else { (over, -9.0) };
        let half = block.width() / 2.0;
        // Not out of the plot, and that room, at its sides.
        let x = center.clamp(plot.rect.left + half, (space_right - half).max(plot.rect.left + half));
        let steps = match mark.look.shape {
            // Further up the words of a period would seem to belong to another one.
            Shape::Level if matches!(panel.x, XAxis::Time { .. }) => 0..=0,
            // A step of a bridge has words below those of its neighbour, where slots are narrow.
            _ if is_loss(mark, tag) => 0..=3,
            // In a low plot other marks are near.
            _ if stays || plot.rect.height() < LOW_PLOT_PX => 0..=1,
            _ => 0..=3,
        };
        let mut positions: Vec<Point> = steps.map(|step| Point { x, y: first + away * f64::from(step) }).collect();
        if stays && tag.optional {
            positions.extend([-ASIDE_PX, ASIDE_PX].map(|aside| Point { x: x + aside, y: first }));
        }
        if !stays {
            // Over the mark too, but beginning or ending there.
            positions.extend([half - 6.0, 6.0 - half].map(|aside| Point { x: center + aside, y: first }));
            let beside = half + (rect.width() / 2.0 + APART_PX).max(6.0);
            for aside in [beside, -beside] {
                positions
                    .extend([0.0, 8.0, 16.0, -6.0].map(|down| Point { x: center + aside, y: rect.top - 2.0 + down }));
            }
        }
        positions
    };
    let is_thin = panel.unit == Unit::Change && rect.width() < THIN_COLUMN_PX;
    if is_thin && tag.optional && rect.width() < THINNEST_PX {
        return None;
    }
    let mut forms = if is_thin {
        blocks_of_size(mark, tag, Across::Center, THIN_VALUE_PX, words).pop().into_iter().collect()
    } else {
        blocks(mark, tag, Across::Center, words)
    };
    // The months of a column fit over it, or pointing says them.
    let is_months = matches!(tag.label, Label::Months(_));
    if is_months {
        forms.retain(|block| block.width() <= rect.width() + 8.0);
    }
    // Without its time, or on others, a quote says little, and so does the highest of low columns.
    let is_low_column = mark.look.shape == Shape::Column && plot.rect.height() < LOW_PLOT_PX;
    let is_dated = match tag.label {
        Label::DatedQuote(..) => true,
        Label::Dated(..) => is_low_column || matches!(mark.what, What::Quote(_)),
        _ => false,
    };
    if is_dated {
        forms.pop();
    }
    // The value of a column that may be dropped never lies on its neighbours; other words may, with a halo.
    if is_months || is_dated || stays && tag.optional {
        return space.place(&forms, Keep::OffMarks, &position);
    }
    // A value of two lines rather lies on others than loses the second; one alone is rather short.
    if stays && forms.iter().any(|form| form.line_count() > 1) {
        return forms.iter().find_map(|form| space.place(std::slice::from_ref(form), Keep::OffTexts, &position));
    }
    space.place(&forms, Keep::OffTexts, &position)
}

/// A quote below the middle of its panel has its words under it.
fn is_low(mark: &Mark, tag: Tag, panel: &Panel) -> bool {
    let quotes = panel.marks.iter().filter(|other| matches!(other.look.shape, Shape::Point | Shape::Band));
    let (lowest, highest) = quotes.fold((f64::MAX, f64::MIN), |(lowest, highest), other| {
        (lowest.min(other.look.high), highest.max(other.look.high))
    });
    matches!(tag.label, Label::DatedQuote(..)) && mark.look.high < (lowest + highest) / 2.0
}

/// A step of a bridge that leads down has its words under it.
fn is_loss(mark: &Mark, tag: Tag) -> bool {
    matches!(tag.label, Label::Difference(tonnes, _) if tonnes.to_f64() < 0.0) && mark.look.shape == Shape::Segment
}

/// To the right of a mark, else to its left, else above or below.
fn by_its_side(mark: &Mark, tag: Tag, rect: Rect, space: &mut Space, words: &Words) -> Option<Vec<Element>> {
    let right = blocks(mark, tag, Across::Left, words);
    let left = blocks(mark, tag, Across::Right, words);
    let heights = |block: &Block| {
        let top = rect.top.min(rect.bottom - 8.0);
        let near = top + 2.0;
        [0.0, -10.0, -20.0, 10.0, -30.0, 20.0]
            .map(|away| near + away - if rect.height() < 12.0 { block.height() / 2.0 } else { 0.0 })
    };
    for (blocks, x) in [(&right, rect.right + APART_PX), (&left, rect.left - APART_PX)] {
        let position = |block: &Block| heights(block).map(|y| Point { x, y }).to_vec();
        if let Some(elements) = space.place(blocks, Keep::OffMarks, &position) {
            return Some(elements);
        }
    }
    let centered = blocks(mark, tag, Across::Center, words);
    /// How far above a mark words may be.
    const UPS_PX: [f64; 4] = [0.0, 9.0, 18.0, 27.0];
    let over = |block: &Block| {
        let y = rect.top - APART_PX - block.height();
        let x = rect.center().x;
        let half = block.width() / 2.0;
        let ends_here = rect.right - half;
        [x, ends_here, x - half, x + half].into_iter().flat_map(|x| UPS_PX.map(|up| Point { x, y: y - up })).collect()
    };
    space.place(&centered, Keep::OffTexts, &over)
}

/// In an area, where it is large enough, rather smaller than not at all: in the colour of paper on a full one. Shares that
/// stand in the margin are not said twice: then `names` says whether those whose shares they are have names inside.
fn inside(
    mark: &Mark,
    tag: Tag,
    rect: Rect,
    names: Option<bool>,
    space: &mut Space,
    words: &Words,
) -> Option<Vec<Element>> {
    let full = matches!(Form::of(mark.how), Form::Solid);
    let strong = TextStyle { halo: !full, ..TextStyle::VALUE };
    let strong = if full { TextStyle { colour: Colour::Paper, ..strong } } else { strong.of(mark.look.role) };
    let small = TextStyle { size_px: NAME.size_px, ..strong };
    let (forms, styles) = match (tag.label, names) {
        // Names of parts are of one size.
        (Label::Share { origin, .. }, Some(true)) => (vec![Wording::strong(words.name(origin))], &[small][..]),
        (Label::Share { .. }, Some(false)) => return None,
        (label, _) => (words.wording(label), &[strong, small][..]),
    };
    let blocks = styles
        .iter()
        .flat_map(|style| forms.iter().map(move |wording| Block::of(wording, *style, *style, Across::Center)));
    let room = rect.inset(AROUND_PX);
    let block = blocks.into_iter().find(|block| block.width() <= room.width() && block.height() <= room.height())?;
    let at = Point { x: rect.center().x, y: rect.center().y - block.height() / 2.0 };
    let elements = space.is_free(block.rect(at), Keep::OffTexts).then(|| block.elements(at))?;
    space.add_texts(&elements);
    Some(elements)
}
