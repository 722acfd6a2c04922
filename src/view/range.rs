//! The months that the reader wants to see, and the window that is dragged over all of them.

use super::{ChartName, View};
use crate::data::Month;

/// Where a range of months starts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Start {
    /// Where each chart starts by itself, see [`ChartName::start`].
    #[default]
    Own,
    /// Some years before that, see [`ChartName::long_start`]: where version 1 of the link let charts start by themselves.
    Long,
    /// With the first figure.
    Earliest,
    /// With this month.
    At(Month),
}

/// The months that the reader wants to see, both ends included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Range {
    /// The first month.
    pub from: Start,
    /// `None` is the newest figure.
    pub to: Option<Month>,
}

impl ChartName {
    /// The first month that this chart shows where the reader chose no range.
    pub fn start(self) -> Month {
        january(match self {
            Self::Trade | Self::Ytd | Self::Change => 2023,
            Self::Gap | Self::Shifts | Self::Baskets | Self::Supply => 2023,
            Self::Origins | Self::OriginsValue | Self::Partners | Self::Concentration | Self::Newcomers => 2017,
            Self::Index | Self::Prices | Self::Outside | Self::Relative | Self::Demand | Self::BreakEven => 2025,
            // These show what the article names, in whatever range.
            Self::Quarters
            | Self::Additions
            | Self::Capacity
            | Self::Shares
            | Self::Costs
            | Self::Volumes
            | Self::OxidePrices => 2024,
        })
    }

    /// The first month of its longer range: before it figures are few.
    pub fn long_start(self) -> Month {
        january(match self {
            Self::Trade | Self::Ytd | Self::Change => 2018,
            Self::Gap
            | Self::Shifts
            | Self::Baskets
            | Self::Origins
            | Self::OriginsValue
            | Self::Partners
            | Self::Concentration => 2017,
            Self::Index | Self::Prices | Self::Outside | Self::Relative => 2019,
            of_article => return of_article.start(),
        })
    }
}

fn january(year: i32) -> Month {
    Month::new(year, 1).unwrap_or(Month::FIRST)
}

impl View {
    /// Where a chart starts by itself, with the range that was chosen.
    pub fn start(&self, chart: ChartName) -> Month {
        if self.range.from == Start::Long { chart.long_start() } else { chart.start() }
    }

    /// Whether a chart without a chosen start begins where it does by itself: not where the chosen end comes before that.
    pub fn starts_by_itself(&self, start: Month) -> bool {
        self.range.to.is_none_or(|to| to >= start)
    }

    /// The months to show of figures that run from `first` to `last`, where the chart's own range starts at `start`.
    pub fn window(&self, start: Month, first: Month, last: Month) -> (Month, Month) {
        let wanted = match self.range.from {
            Start::At(month) => month,
            // A chart that starts after the end that was asked for shows what it has before.
            Start::Own | Start::Long if self.starts_by_itself(start) => start,
            Start::Own | Start::Long | Start::Earliest => first,
        };
        let to = self.range.to.unwrap_or(last).min(last.max(first));
        let from = wanted.max(first);
        // A range outside the figures still shows the months that were asked for, empty.
        if from <= to { (from, to) } else { (wanted, self.range.to.unwrap_or(to).max(wanted)) }
    }
}

/// Months that can be chosen by dragging: all that have figures, and those that are chosen among them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// The first and the last month with a figure.
    pub record: (Month, Month),
    /// The first and the last month that are chosen, within the record.
    pub chosen: (Month, Month),
}

/// A part of a window that is dragged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grip {
    /// The first month.
    From,
    /// The last month.
    To,
    /// Both, as far apart as they are.
    Both,
}

impl Window {
    /// At least so many months stay chosen: fewer make no chart.
    pub const LEAST: i32 = 3;

    /// The window of what is shown; a record too short to choose from has none.
    pub fn new(record: (Month, Month), shown: (Month, Month)) -> Option<Self> {
        let (first, last) = record;
        if last.since(first) < Self::LEAST {
            return None;
        }
        let to = shown.1.clamp(first.plus(Self::LEAST - 1), last);
        let from = shown.0.clamp(first, to.plus(1 - Self::LEAST));
        Some(Self { record, chosen: (from, to) })
    }

    /// How many months the record has.
    pub fn months(&self) -> i32 {
        self.record.1.since(self.record.0) + 1
    }

    /// Where the chosen months start and end, as parts of the record from 0 to 1.
    pub fn ends(&self) -> (f64, f64) {
        let part = |month: Month| f64::from(month.since(self.record.0)) / f64::from(self.months());
        (part(self.chosen.0), part(self.chosen.1.plus(1)))
    }

    /// The window with a part of it moved by so many months, as far as the record and its least width allow.
    pub fn moved(&self, grip: Grip, months: i32) -> Self {
        let ((first, last), (from, to)) = (self.record, self.chosen);
        let chosen = match grip {
            Grip::From => (self.within(from, months, first, to.plus(1 - Self::LEAST)), to),
            Grip::To => (from, self.within(to, months, from.plus(Self::LEAST - 1), last)),
            Grip::Both => {
                let months = months.clamp(first.since(from), last.since(to));
                (from.plus(months), to.plus(months))
            }
        };
        Self { chosen, ..*self }
    }

    /// A month moved by so many, between two others. No further than the record is long, which keeps the sum small.
    fn within(&self, month: Month, by: i32, least: Month, most: Month) -> Month {
        month.plus(by.clamp(-self.months(), self.months())).clamp(least, most)
    }

    /// The range that a chart shows these months by: its own or its longer one where they are just that, so that the link
    /// says so and follows later figures.
    pub fn range(&self, chart: ChartName) -> Range {
        let (from, to) = self.chosen;
        let from = if from == chart.start() {
            Start::Own
        } else if from == chart.long_start() {
            Start::Long
        } else if from == self.record.0 {
            Start::Earliest
        } else {
            Start::At(from)
        };
        Range { from, to: (to != self.record.1).then_some(to) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn month(text: &str) -> Month {
        Month::parse(text).unwrap()
    }

    fn text((from, to): (Month, Month)) -> String {
        format!("{from}..{to}")
    }

    fn window(from: &str, to: &str) -> Window {
        Window::new((month("2018-01"), month("2026-08")), (month(from), month(to))).unwrap()
    }

    #[test]
    fn a_window_stays_in_its_record_and_keeps_some_months() {
        let check = |grip, months, expected: &str| {
            assert_eq!(text(window("2023-01", "2026-08").moved(grip, months).chosen), expected, "{grip:?} {months}");
        };
        check(Grip::From, 1, "2023-02..2026-08");
        check(Grip::From, -12, "2022-01..2026-08");
        check(Grip::From, -1000, "2018-01..2026-08");
        check(Grip::From, i32::MAX, "2026-06..2026-08");
        check(Grip::To, 5, "2023-01..2026-08");
        check(Grip::To, i32::MIN, "2023-01..2023-03");
        check(Grip::Both, 3, "2023-01..2026-08");
        check(Grip::Both, -12, "2022-01..2025-08");
        check(Grip::Both, -1000, "2018-01..2021-08");
    }

    #[test]
    fn a_window_of_months_outside_the_record_is_its_nearest_part() {
        let check = |from: &str, to: &str, expected: &str| assert_eq!(text(window(from, to).chosen), expected);
        check("2010-01", "2012-01", "2018-01..2018-03");
        check("2027-01", "2028-01", "2026-06..2026-08");
        check("2020-05", "2020-05", "2020-03..2020-05");
        assert_eq!(Window::new((month("2020-01"), month("2020-03")), (month("2020-01"), month("2020-03"))), None);
    }

    #[test]
    fn the_ends_are_parts_of_the_record() {
        assert_eq!(window("2018-01", "2026-08").ends(), (0.0, 1.0));
        assert_eq!(window("2018-01", "2018-03").ends(), (0.0, 3.0 / 104.0));
    }

    #[test]
    fn a_range_that_has_a_name_is_called_by_it() {
        let check = |from: &str, to: &str, start, end: Option<&str>| {
            let range = window(from, to).range(ChartName::Trade);
            assert_eq!(range, Range { from: start, to: end.map(month) }, "{from}..{to}");
        };
        check("2023-01", "2026-08", Start::Own, None);
        check("2023-01", "2025-03", Start::Own, Some("2025-03"));
        check("2018-01", "2026-08", Start::Long, None);
        check("2020-05", "2026-08", Start::At(month("2020-05")), None);
        let record = (month("2010-01"), month("2026-08"));
        assert_eq!(Window::new(record, record).unwrap().range(ChartName::Trade).from, Start::Earliest);
    }
}
