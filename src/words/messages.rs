//! Messages about the parts of a link that could not be read.

use super::Words;
use crate::view::link::{Expected, LinkIssue, Near};

impl Words {
    /// What of a link was not understood: key, what was found, what was expected.
    pub fn link_issue(&self, issue: &LinkIssue) -> String {
        let (key, found, expected) = match issue {
            LinkIssue::Value { key, found, expected } => (*key, found.clone(), self.link_expected(*expected)),
            LinkIssue::Again { key, found } => (*key, found.clone(), self.more().issues.link_once.to_owned()),
            LinkIssue::Near(Near { found, key, text }) => return self.more().issues.link_near(found, text, key),
            LinkIssue::OtherVersion { found } => ("v", found.clone(), self.more().issues.link_version.to_owned()),
            LinkIssue::TooLong { length, limit } => {
                ("?", self.link_characters(*length), self.more().issues.link_length(&self.number(*limit as f64, 0)))
            }
        };
        self.more().issues.damaged_link_entry(key, &found, &expected)
    }

    fn link_expected(&self, expected: Expected) -> String {
        match expected {
            Expected::OneOf(names) => self.more().issues.link_one_of(&names.join(", ")),
            Expected::Range => self.more().issues.link_range.to_owned(),
            Expected::Year => self.more().issues.link_year.to_owned(),
            Expected::Years => self.more().issues.link_years.to_owned(),
            Expected::Base => self.more().issues.link_base.to_owned(),
            Expected::Month => self.more().issues.link_month.to_owned(),
            Expected::Products => self.more().issues.link_products.to_owned(),
            Expected::Figure => self.more().issues.link_figure.to_owned(),
            Expected::Basket => self.more().issues.link_basket.to_owned(),
            Expected::Day => self.more().issues.link_day.to_owned(),
            Expected::Input(input) => self.input_allowed(input),
            Expected::Exactly(text) => text.to_owned(),
            Expected::Hide => self.more().issues.link_hide.to_owned(),
            Expected::Id => self.more().issues.link_id.to_owned(),
        }
    }
}
