//! What is said of prices that are compared with each other.

use super::Words;
use super::sourcing::years_of;
use super::table::texts;
use crate::charts::trade::{self, Direction, Extreme, IndexLevels};
use crate::data::{Flow, Month, Product, Span};
use chrono::NaiveDate;

texts! {
    /// What only the charts say that compare one price with another.
    ComparedWords
    texts {
        relative_subtitle, relative_note,
    }
    templates {
        relative_fell(above, below, from, first, to, last), relative_rose(above, below, from, first, to, last),
        no_quote_in(month, list), no_month(month, list), moving_note(n), trade_index_title(month),
        trade_index_subtitle(month), to_highest(years), to_lowest(years), levels_of_both(exports, imports, month),
        level(flow, value, month), moving_average(flow), flow_index(flow, month),
    }
}

impl Words {
    /// Where imports and exports stand; of what month that is in per cent says the subtitle. Without that what the chart shows.
    pub(super) fn trade_index_title(&self, base: Month, levels: Option<IndexLevels>) -> String {
        let words = &self.more().compared;
        let neutral = || words.trade_index_title(&self.month(base));
        let Some(IndexLevels { month, imports, exports }) = levels else { return neutral() };
        let month = self.month(month);
        let one = |flow: Flow, level| words.level(self.flow_lower(flow), &self.number(level, 0), &month);
        match (imports, exports) {
            (Some(imports), Some(exports)) => {
                words.levels_of_both(&self.number(exports, 0), &self.number(imports, 0), &month)
            }
            (Some(imports), None) => one(Flow::Import, imports),
            (None, Some(exports)) => one(Flow::Export, exports),
            (None, None) => neutral(),
        }
    }

    /// "Imports fell in 2024; exports rose, to their highest of 2018–2025"; the subtitle names the subject. How far is left
    /// out where that gets too long.
    pub(super) fn furthest_title(&self, finding: &trade::Finding, extreme: Extreme) -> String {
        /// Three lines at 360 px.
        const LONGEST: usize = 110;
        let (words, (from, to)) = (&self.more().compared, extreme.years);
        let years = years_of(from, to);
        let far = if extreme.way == Direction::Down { words.to_lowest(&years) } else { words.to_highest(&years) };
        let whole = [self.trade_title_of(finding, ""), far].concat();
        if whole.chars().count() > LONGEST { self.trade_title(finding) } else { whole }
    }

    /// What one price was of another, on the first day and on the last.
    pub(super) fn relative_title(
        &self,
        (above, below): (Product, Product),
        from: (NaiveDate, f64),
        to: (NaiveDate, f64),
    ) -> String {
        let words = &self.more().compared;
        let say = if to.1 < from.1 { ComparedWords::relative_fell } else { ComparedWords::relative_rose };
        // Days only where the months would be the same.
        let days = Month::of(from.0) == Month::of(to.0);
        let when = |day: NaiveDate| match days {
            true => self.on_day(&self.day(day)),
            false => self.in_span(Span::month(Month::of(day))),
        };
        let at = |(day, times): (NaiveDate, f64)| (when(day), self.number(times, 1));
        let ((first, from), (last, to)) = (at(from), at(to));
        say(words, self.product(above), self.product(below), &from, &first, &to, &last)
    }
}
