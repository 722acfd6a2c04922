//! What stands above each year of a plot: the period, its average month, and the change on a year before.

use super::geometry::Point;
use super::placed::{Across, Down, Element, PlotArea};
use super::style::{Colour, Paint, TextStyle};
use crate::charts::Role;
use crate::charts::figure::{Head, Panel, XAxis};
use crate::data::Month;
use crate::words::Words;

/// In a year.
const MONTHS: f64 = 12.0;
/// In a narrower plot months have a line of their own.
const MONTHS_BELOW_PX: f64 = 440.0;
const LINE_PX: f64 = 15.0;
const BELOW_PX: f64 = 4.0;
/// From a rule to the words beside it.
const BESIDE_PX: f64 = 3.0;

const PERIOD: TextStyle = TextStyle::SMALL;
const AVERAGE: TextStyle = TextStyle { size_px: 13.0, halo: false, ..TextStyle::VALUE };
const CHANGE: TextStyle = TextStyle { halo: false, ..TextStyle::VALUE };
const NARROW_AVERAGE: TextStyle = TextStyle { size_px: 12.0, ..AVERAGE };
const NARROW_CHANGE: TextStyle = TextStyle { size_px: 11.0, ..CHANGE };

/// What the heads of a panel say, and in how many lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum HeadForm {
    /// A panel without heads.
    None,
    /// The years alone: most have no room for an average and a change, and a few of many years would not be understood.
    Years,
    /// The average month, and the change beside it.
    Beside,
    /// The change below the average month.
    Below,
    /// The same, with the months on a line of their own below the year.
    MonthsBelow,
}

impl HeadForm {
    /// The form that a panel's heads have room for, where its plot is so wide. In a frame lines are few.
    pub fn of(panel: &Panel, plot_width: f64, in_frame: bool, words: &Words) -> Self {
        if panel.heads.is_empty() {
            return Self::None;
        }
        let XAxis::Time { from, to, .. } = panel.x else { return Self::Beside };
        let px = |months: f64| months / (to - from) * plot_width;
        let room = |index: usize| px(panel.heads.get(index + 1).map_or(to, |next| next.x) - panel.heads[index].x);
        let fits = |needs: &dyn Fn(&Head) -> f64| {
            panel.heads.iter().enumerate().filter(|(index, head)| needs(head) <= room(*index)).count()
        };
        let all = panel.heads.len();
        let below_px = |head: &Head| {
            let change_px = NARROW_CHANGE.width(&change(head, words, false));
            NARROW_AVERAGE.width(&average(head, words)).max(change_px) + BESIDE_PX
        };
        let both_px = |head: &Head| {
            AVERAGE.width(&average(head, words)) + BESIDE_PX + 6.0 + CHANGE.width(&change(head, words, false))
        };
        let with_year = |head: &Head| {
            let [_, shorter] = words.head_forms(head.span);
            PERIOD.width(&shorter) + BESIDE_PX
        };
        let has_months = panel.heads.iter().any(|head| !head.span.is_year());
        let years_fit = fits(&with_year) == all;
        // On the page a narrow plot has heads of the same height, as wide as it was built or a little wider.
        let months_fit = years_fit && (in_frame || !has_months || plot_width >= MONTHS_BELOW_PX);
        match (fits(&both_px) == all && years_fit, fits(&below_px) * 2 >= all, months_fit) {
            (true, ..) => Self::Beside,
            (_, false, _) => Self::Years,
            (_, true, true) => Self::Below,
            (_, true, false) => Self::MonthsBelow,
        }
    }

    /// Whether heads have averages.
    pub fn has_averages(self) -> bool {
        self > Self::Years
    }

    /// The height of heads in CSS pixels.
    pub fn height(self) -> f64 {
        if self == Self::None { 0.0 } else { LINE_PX * f64::from(self.lines()) + BELOW_PX }
    }

    /// Forms are in the order of their lines.
    fn lines(self) -> u8 {
        self as u8
    }
}

/// Rules between years from `top` down to the axis, and the words beside them. No word goes further right than `right`.
pub fn elements(panel: &Panel, plot: &PlotArea, form: HeadForm, top: f64, right: f64, words: &Words) -> Heads {
    if form == HeadForm::None {
        return Heads::default();
    }
    let starts = starts(panel);
    let rules = rules(&starts, plot, top);
    if form == HeadForm::Years {
        return Heads { rules, texts: years(&starts, plot, top) };
    }
    let role = panel.names.iter().find_map(|(_, role)| *role).unwrap_or(Role::Ink);
    let mut texts = Vec::new();
    // Words stand at the rule of their year, which may lie before its first month in view.
    let at = |head: &Head| plot.x.to_px(starts.iter().rfind(|start| **start <= head.x).copied().unwrap_or(head.x));
    for (index, head) in panel.heads.iter().enumerate() {
        let start = at(head) + BESIDE_PX;
        let room = panel.heads.get(index + 1).map_or(right, at) - start;
        let mut text = |text: &str, style: TextStyle, x: f64, line: u8| {
            let at = Point { x, y: top + LINE_PX * f64::from(line) + 11.0 };
            texts.push(Element::text(text, at, (Across::Left, Down::Bottom), style));
        };
        let year = head.span.first().year().to_string();
        let periods = match form {
            HeadForm::MonthsBelow => [year, words.months_short(head.span)],
            _ => {
                let [long, short] = words.head_forms(head.span);
                [if PERIOD.width(&long) <= room { long } else { short }, String::new()]
            }
        };
        for (line, period) in (0..).zip(&periods) {
            if !period.is_empty() && PERIOD.width(period) <= room {
                text(period, PERIOD, start, line);
            }
        }
        let (large, colour) = if form >= HeadForm::Below { (NARROW_AVERAGE, NARROW_CHANGE) } else { (AVERAGE, CHANGE) };
        let average = average(head, words);
        if large.width(&average) > room {
            continue;
        }
        let last = form.lines() - 1;
        let beside = large.width(&average) + 6.0;
        let (x, line, room) = match form {
            HeadForm::Beside => (start + beside, last, room - beside),
            _ => (start, last - 1, room),
        };
        text(&average, large, start, line);
        let forms = [change(head, words, true), change(head, words, false)];
        if let Some(change) = forms.iter().find(|change| !change.is_empty() && colour.width(change) <= room) {
            text(change, colour.of(role), x, last);
        }
    }
    Heads { rules, texts }
}

/// What stands above the years of a plot.
#[derive(Default)]
pub struct Heads {
    pub rules: Vec<Element>,
    pub texts: Vec<Element>,
}

/// A rule at each start of a year.
fn rules(starts: &[f64], plot: &PlotArea, top: f64) -> Vec<Element> {
    let rule = |start: &f64| {
        let x = plot.x.to_px(*start);
        Element::line(Point { x, y: top }, Point { x, y: plot.rect.bottom }, Paint::line(Colour::Grid, 1.0))
    };
    starts.iter().map(rule).collect()
}

/// The years alone, also those whose total is not known.
fn years(starts: &[f64], plot: &PlotArea, top: f64) -> Vec<Element> {
    let year = |(index, start): (usize, &f64)| {
        let x = plot.x.to_px(*start);
        let end = starts.get(index + 1).map_or(plot.rect.right, |next| plot.x.to_px(*next));
        let year = Month::at(*start).year().to_string();
        let forms = [&*year, year.get(2..).unwrap_or_default()];
        let form = forms.into_iter().find(|form| PERIOD.width(form) <= end - x - BESIDE_PX)?;
        let at = Point { x: x + BESIDE_PX, y: top + 11.0 };
        Some(Element::text(form, at, (Across::Left, Down::Bottom), PERIOD))
    };
    starts.iter().enumerate().filter_map(year).collect()
}

/// Where the years of a plot begin on its axis; the first where the axis does, if that is within a year.
fn starts(panel: &Panel) -> Vec<f64> {
    let XAxis::Time { from, to, .. } = panel.x else { return Vec::new() };
    let mut starts = Vec::new();
    let mut start = from;
    while start < to {
        starts.push(start);
        start = (start / MONTHS).floor() * MONTHS + MONTHS;
    }
    starts
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::figure::{Base, Unit};
    use crate::charts::trade::Change;
    use crate::data::{Percent, Span, Tonnes};
    use crate::view::By;
    use crate::words::EN;

    /// Heads of 2023, 2024 and January to August 2025, whose slots are as wide as their months.
    #[test]
    fn heads_say_what_there_is_room_for() {
        let month = |year: i32, month: u32| Month::new(year, month).unwrap();
        let head = |year: i32, last: u32| {
            let span = Span::new(month(year, 1), month(year, last)).unwrap();
            let changes = vec![Change::Computed(Percent::new(-24.4).unwrap())];
            Head { x: span.first().position(), span, average: Tonnes::from_grams(14_654_000_000), changes }
        };
        let x = XAxis::Time { from: month(2023, 1).position(), to: month(2025, 9).position(), step: By::Month };
        let heads = vec![head(2023, 12), head(2024, 12), head(2025, 8)];
        let panel = Panel { heads, ..Panel::new(x, Unit::TonnesPer(By::Month), Base::Zero) };
        let check = |panel: &Panel, width: f64, expected: HeadForm| {
            assert_eq!(HeadForm::of(panel, width, false, &EN), expected, "{width}");
        };
        check(&panel, 900.0, HeadForm::Beside);
        check(&panel, 300.0, HeadForm::MonthsBelow);
        // So wide that all of it fits.
        check(&panel, 439.0, HeadForm::Beside);
        assert_eq!(HeadForm::of(&panel, 300.0, true, &EN), HeadForm::Below);
        check(&panel, 90.0, HeadForm::Years);
        let whole = Panel { heads: panel.heads[..2].to_vec(), ..panel.clone() };
        check(&whole, 900.0, HeadForm::Beside);
        check(&whole, 210.0, HeadForm::Below);
        let without = Panel { heads: Vec::new(), ..panel.clone() };
        assert_eq!(HeadForm::of(&without, 900.0, false, &EN), HeadForm::None);
    }
}
