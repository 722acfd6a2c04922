//! What a mark is of, and when.

use super::Words;
use super::rows::Rows;
use crate::charts::figure::Name;
use crate::charts::mark::{Mark, What};

impl Words {
    /// What a mark is of, and when: "Imports, March 2025".
    pub(super) fn mark_title(&self, mark: &Mark, rows: Rows) -> String {
        let (subject, when) = (self.subject(mark, rows), self.when(mark.when));
        match mark.what {
            What::Shift { from, .. } => self.more().tips.dated(&subject, &self.from_to(&from.to_string(), &when)),
            What::MadeUp { measure, from } => {
                self.more().tips.made_up(&self.name(Name::Measure(measure)), &self.from_to(&from.to_string(), &when))
            }
            // These say when themselves.
            What::Article(_) | What::WhatIf(_) | What::Forecast(_) => subject,
            _ => self.more().tips.dated(&subject, &when),
        }
    }

    /// What a mark is of: "Imports".
    pub(super) fn subject(&self, mark: &Mark, rows: Rows) -> String {
        let tips = &self.more().tips;
        match mark.what {
            What::Flow(flow) => self.flow(flow).to_owned(),
            What::YearToDate(flow) => tips.since_january(self.flow(flow)),
            What::Average(flow) => tips.average_month(self.flow(flow)),
            What::Shift { origin: Some(origin), basket, .. } | What::Origin(origin, basket) => {
                tips.origin_of(&self.partner(origin), self.basket(basket))
            }
            What::Shift { origin: None, basket, .. } => tips.origin_of(self.labels.rest_of_world, self.basket(basket)),
            What::MadeUp { measure, .. } => [&self.name(Name::Measure(measure)), ": ", self.labels.made_up].concat(),
            What::Others(basket) => tips.origin_of(self.labels.others, self.basket(basket)),
            What::Quote(product) | What::MonthOfQuotes(product) | What::Index(product) => {
                self.product(product).to_owned()
            }
            What::MovingAverage(flow) => self.more().compared.moving_average(self.flow(flow)),
            What::IndexOfFlow(flow, month) => self.more().compared.flow_index(self.flow(flow), &self.month(month)),
            What::Relative(above, below) => self.name(Name::Ratio(above, below)),
            What::Concentration(basket) => self.more().origins.concentration_of(self.basket(basket)),
            What::NamedOrigins(basket) => self.more().origins.named_of(self.basket(basket)),
            What::Article(id) => {
                let figure = mark.rows.first().and_then(|row| rows.article(*row));
                figure.map_or_else(|| self.name(Name::Article(id)), |figure| figure.statement.clone())
            }
            What::WhatIf(bar) => self.whatif_mark(bar, mark.when),
            What::Forecast(_) => {
                let forecast = mark.rows.first().and_then(|row| rows.article(*row)?.forecast);
                let days = forecast.map(|forecast| (self.day(forecast.from), self.day(forecast.to)));
                let (from, to) = days.unwrap_or_default();
                tips.outlook_title(&from, &to)
            }
        }
    }
}
