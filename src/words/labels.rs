//! The words of marks in a drawing, and the table of what only drawings say.

use super::Words;
use super::table::texts;
use crate::charts::mark::{Amount, Label};
use crate::data::{Month, Span, Tonnes, When};

texts! {
    /// What only drawings say.
    LabelWords
    fields {
        /// The article's figures as names of rows, in the order of [`crate::charts::claims::ArticleId::ALL`].
        article_figures: [&'static str; 21],
        /// In the order of [`crate::charts::claims::Metal::ALL`].
        metals: [&'static str; 2],
    }
    texts {
        title_quarters, title_additions, title_capacity, title_shares, title_costs, title_volumes, title_oxide_prices,
        title_newcomers, title_relative, title_concentration, ratio, concentration, concentration_unit, named_origins, no_article_figure, form_reported,
        tonnes_month, tonnes_quarter, tonnes_year, tonnes_since_january, net_tonnes, change, share,
        million_usd, usd_kilogram, thousand_cny, index, others, inside_china, rest_of_world, rest_short, measure_weight, measure_dollars,
        measure_oxide, made_up, value, unit_value, komis, all_origins, not_published, gap_none, no_record, the_article, article_quarter,
        second_hand, heads_month, heads_year,
        form_published, form_published_or_sum, form_deduced, form_bounded, form_inferred, form_estimated, form_forecast, form_gap,
        form_average, form_moving, log_scale, form_before, form_events, form_doubt, form_band, form_point, form_period, form_open_point, form_box,
        form_guide, form_pair, praseodymium, dysprosium, your_figures, new_mines, all_together, missing, newest_quote,
        your_price, break_even, needs_share,
    }
    templates {
        heads_both(heads), a_year(n), times(n), usd_kilogram_of(n), below(n), above(n),
        month_of(month, total, period), a_month(month), about(n), thousands(n), share_before(share, year), quarter(n),
        axis_from(n), taller(times), newest(dated), in_year(what, year), shares_of_world(list), all_origins_by_year(list),
        total_change(change),
        based_on(agency, day), dated(period, amount), index_weak(value, day), gap_longer(none, period, tonnes), gap_months(first, last), none_after(day),
        together(tonnes), before_ratio(ratio), after_ratio(ratio), your_ratio(ratio), to_be_reached(year),
        newest_year(year), article_day(day), no_base(when), forecast(band), newest_elsewhere(price, agency, day),
        without_vat(price),
    }
}

/// A text in two weights.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wording {
    /// Bold, in the hue of what it names.
    pub strong: String,
    /// Plain and muted, after it.
    pub plain: String,
    /// Whether the plain part stands on a line of its own, below.
    pub stacked: bool,
}

impl Wording {
    /// Nothing but bold words.
    pub fn strong(text: String) -> Self {
        Self { strong: text, ..Self::default() }
    }

    fn plain(text: String) -> Self {
        Self { plain: text, ..Self::default() }
    }
}

impl Words {
    /// The words of a mark in every form, the longest first: the first that fits is drawn.
    pub fn wording(&self, label: Label) -> Vec<Wording> {
        let strong = |text: String| vec![Wording::strong(text)];
        match label {
            Label::Amount(amount) => {
                let shorter = match amount {
                    Amount::Concentration { least, most } if least < most => {
                        let thousands = |value: f64| self.number(value / 1e3, 1);
                        Some(self.labels.thousands(&[&*thousands(least), "–", &thousands(most)].concat()))
                    }
                    Amount::Tonnes(tonnes) if tonnes.to_f64() >= 10_000.0 => {
                        Some(self.labels.thousands(&self.number(tonnes.to_f64() / 1e3, 1)))
                    }
                    Amount::Change(change) => Some(self.signed_number(change.value(), 0)),
                    _ => None,
                };
                [self.short_amount(amount)].into_iter().chain(shorter).map(Wording::strong).collect()
            }
            Label::Dated(when, amount) => self.dated(when, self.short_amount(amount)),
            Label::DatedQuote(day, quote, unit) => self.dated(When::Day(day), self.axis_quote(quote, unit)),
            Label::PerMonth(span, tonnes) => {
                let month = self.whole(tonnes.per_month(span.months()));
                let total = self.whole(tonnes.to_f64());
                vec![
                    Wording::strong(self.labels.month_of(&month, &total, &self.head_period(span))),
                    Wording::strong(self.labels.a_month(&month)),
                    Wording::strong(month),
                ]
            }
            Label::Difference(tonnes, share) => {
                let plain = share.map(|share| self.computed_whole_change(share.to_f64())).unwrap_or_default();
                let strong = self.signed_number(tonnes.to_f64(), 0);
                let (stacked, alone) = (!plain.is_empty(), Wording::strong(strong.clone()));
                vec![Wording { strong, plain, stacked }, alone]
            }
            Label::YearToDate { year, tonnes, month } => {
                let amount = [&year.to_string(), " ", &self.whole(tonnes.to_f64())].concat();
                let through = Month::new(year, month).filter(|_| month < 12);
                let through = through.map(|month| [" (", self.short_month(month), ")"].concat()).unwrap_or_default();
                vec![Wording::strong([&*amount, &through].concat()), Wording::strong(amount)]
            }
            Label::NamedAmount(name, amount) => {
                vec![
                    Wording::strong([&*self.short_amount(amount), " ", &self.name(name)].concat()),
                    Wording::strong(self.short_amount(amount)),
                ]
            }
            Label::Share { origin, share, before } => {
                let (whole, share) = (self.percent(share, 0), self.percent(share, 1));
                let before = before.map(|(year, before)| {
                    let before = self.labels.share_before(&self.number(before.to_f64(), 1), &year.to_string());
                    [" ", &before].concat()
                });
                let (name, plain) = (self.name(origin), [&*share, &before.unwrap_or_default()].concat());
                vec![
                    Wording { strong: [&*name, " "].concat(), plain: plain.clone(), stacked: false },
                    Wording { strong: name, plain, stacked: true },
                    Wording { strong: whole, plain: String::new(), stacked: false },
                ]
            }
            Label::Months(span) => vec![Wording::plain(self.months_short(span))],
            Label::Estimate(share) => strong(self.labels.about(&self.percent(share, 0))),
            Label::Index { product, value, day, weak } => {
                let strong = [self.product_short(product), " ", &self.number(value, 0)].concat();
                let day = self.short_day(day);
                let weak =
                    weak.map(|(value, day)| self.labels.index_weak(&self.number(value, 0), &self.short_day(day)));
                let long = weak.map(|weak| [&*day, "; ", &weak].concat());
                let form = |plain: String| Wording { strong: strong.clone(), plain, stacked: true };
                let mut forms: Vec<Wording> = long.into_iter().chain([day]).map(form).collect();
                forms.push(Wording::strong(strong));
                forms
            }
            Label::Gap { months, longer, .. } => self.gap_wording(months, longer),
            Label::NeedsShare => vec![Wording::plain(self.labels.needs_share.to_owned())],
            Label::NoFigure => vec![Wording::plain(self.labels.form_gap.to_owned())],
            Label::NoRecord(_) => vec![Wording::plain(self.labels.no_record.to_owned())],
            Label::Together(tonnes) => strong(self.together(tonnes)),
            Label::Article(day) => vec![
                Wording {
                    strong: self.labels.article_day(&self.day(day)),
                    plain: self.labels.the_article.to_owned(),
                    stacked: true,
                },
                Wording::plain(self.labels.the_article.to_owned()),
            ],
            Label::ArticleQuarter => vec![Wording::plain(self.labels.article_quarter.to_owned())],
            Label::Forecast(quote, unit) => vec![
                Wording::strong(self.labels.forecast(&self.axis_quote(quote, unit))),
                Wording::strong(self.axis_quote(quote, unit)),
            ],
        }
    }

    /// No single month of a flow was found; where that is over a year, from which to which.
    fn gap_wording(&self, months: Span, longer: Option<(Span, Tonnes)>) -> Vec<Wording> {
        let month = |month: Month| self.head_period(Span::month(month));
        let mut none = vec![self.labels.gap_none.to_owned()];
        if months.months() > 12 {
            none.insert(0, self.labels.gap_months(&month(months.first()), &month(months.last())));
        }
        let longer = longer
            .map(|(period, tonnes)| self.labels.gap_longer(&none[0], &self.span(period), &self.whole_tonnes(tonnes)));
        longer.into_iter().chain(none).map(Wording::plain).collect()
    }

    fn together(&self, tonnes: Tonnes) -> String {
        let tonnes = self.unit_tonnes(&self.signed_number(tonnes.to_f64(), 0));
        self.labels.together(&tonnes)
    }

    /// "Jun 2025: 7,742", "Jun 7,742", and on two lines.
    fn dated(&self, when: When, amount: String) -> Vec<Wording> {
        let (long, short) = match when {
            When::Day(day) => (self.short_day(day), self.short_day(day)),
            When::Span(span) => {
                let (month, year) = (self.months_short(span), span.last().year().to_string());
                ([&*month, " ", &year].concat(), month)
            }
        };
        // "Apr: about 19,500".
        let in_words = !amount.starts_with(|first: char| first.is_ascii_digit());
        let brief = if in_words { self.labels.dated(&short, &amount) } else { [&*short, " ", &amount].concat() };
        vec![
            Wording::strong(self.labels.dated(&long, &amount)),
            Wording::strong(brief),
            Wording { strong: amount.clone(), plain: short, stacked: true },
            Wording::strong(amount),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::EN;

    /// Of a gap that begins in January 2018 in every form, with a longer period and without.
    #[test]
    fn a_gap_over_a_year_says_from_when_to_when() {
        let check = |last: (i32, u32), longer: Option<Span>, expected: &[&str]| {
            let month = |(year, month): (i32, u32)| Month::new(year, month).unwrap();
            let months = Span::new(month((2018, 1)), month(last)).unwrap();
            let longer = longer.map(|period| (period, Tonnes::from_grams(98_400_000_000)));
            let said: Vec<String> = EN.gap_wording(months, longer).into_iter().map(|form| form.plain).collect();
            assert_eq!(said, expected, "{last:?}");
        };
        let none = "No single month found here";
        check((2018, 12), None, &[none]);
        check((2018, 12), Span::year(2018), &["No single month found here; 2018 together 98,400 t", none]);
        let long = "No single month found from Jan 2018 to Jan 2019";
        check((2019, 1), None, &[long, none]);
        let longest = "No single month found from Jan 2018 to Jan 2019; 2018 together 98,400 t";
        check((2019, 1), Span::year(2018), &[longest, long, none]);
    }
}
