//! What stands in a drawing: units, names, and the words of marks.

use super::Words;
use super::sourcing::years_of;
use super::table::texts;
use crate::article::whatif::{Element, Ratio};
use crate::charts::claims::{ArticleAmount, ArticleUnit};
use crate::charts::figure::{Aside, CornerQuote, Measure, Name, Slot, Unit};
use crate::charts::mark::{Amount, Label};
use crate::charts::trade::Change;
use crate::charts::whatif::RowName;
use crate::data::{Bound, Decimal, Market, Month, Quote, Span, Tonnes, When};
use crate::deduce::{Class, class_of_range};
use crate::view::{By, PriceUnit};
use chrono::{Datelike, NaiveDate};

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
        tonnes_month, tonnes_quarter, tonnes_year, thousand_since_january, thousand_tonnes, net_tonnes, change, share,
        million_usd, usd_kilogram, thousand_cny, index, others, inside_china, rest_of_world, rest_short, measure_weight, measure_dollars,
        measure_oxide, made_up, value, unit_value, komis, all_origins, not_published, gap_none, no_record, the_article, article_quarter,
        second_hand, heads_month, heads_year,
        form_published, form_published_or_sum, form_deduced, form_bounded, form_inferred, form_estimated, form_forecast, form_gap,
        form_average, form_moving, log_scale, form_before, form_events, form_doubt, form_band, form_point, form_period, form_open_point, form_box,
        form_guide, form_pair, praseodymium, dysprosium, your_figures, new_mines, all_together, missing, newest_quote,
        break_even,
    }
    templates {
        a_year(n), times(n), usd_kilogram_of(n), below(n), above(n),
        month_of(month, total, period), a_month(month), about(n), thousands(n), share_before(share, year), quarter(n),
        axis_from(n), taller(times), share_in(share, year), shares_of_world(list), all_origins_by_year(years, list),
        total_change(change),
        based_on(agency, day), dated(period, amount), index_weak(value, day), gap_longer(period, tonnes),
        together(tonnes), before_ratio(ratio), after_ratio(ratio), your_ratio(ratio), to_be_reached(year),
        newest_year(year), article_day(day), forecast(band), newest_elsewhere(price, agency, day),
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
    fn strong(text: String) -> Self {
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
                let thousands = match amount {
                    Amount::Concentration { least, most } if least < most => {
                        let thousands = |value: f64| self.number(value / 1e3, 1);
                        Some(self.labels.thousands(&[&*thousands(least), "–", &thousands(most)].concat()))
                    }
                    Amount::Tonnes(tonnes) if tonnes.to_f64() >= 10_000.0 => {
                        Some(self.labels.thousands(&self.number(tonnes.to_f64() / 1e3, 1)))
                    }
                    _ => None,
                };
                [self.short_amount(amount)].into_iter().chain(thousands).map(Wording::strong).collect()
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
            Label::Name(name) => strong(self.name(name)),
            Label::NamedAmount(name, amount) => {
                vec![
                    Wording::strong([&*self.short_amount(amount), " ", &self.name(name)].concat()),
                    Wording::strong(self.short_amount(amount)),
                ]
            }
            Label::ShareNow { origin, year, now, before } => {
                let now = self.percent(now, 1);
                let before = before.map(|before| {
                    let before = self.labels.share_before(&self.number(before.to_f64(), 1), &year.to_string());
                    [" ", &before].concat()
                });
                let (name, plain) = (self.name(origin), [&*now, &before.unwrap_or_default()].concat());
                vec![
                    Wording { strong: [&*name, " "].concat(), plain: plain.clone(), stacked: false },
                    Wording { strong: name, plain: now, stacked: true },
                ]
            }
            Label::Months(span) => {
                let months = |name: fn(&Self, Month) -> String| {
                    Wording::plain([name(self, span.first()), "–".to_owned(), name(self, span.last())].concat())
                };
                let initial = |words: &Self, month| words.short_month(month).chars().take(1).collect();
                vec![months(|words, month| words.short_month(month).to_owned()), months(initial)]
            }
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
            Label::Gap { longer: Some((period, tonnes)), .. } => vec![
                Wording::plain(self.labels.gap_longer(&self.span(period), &self.whole_tonnes(tonnes))),
                Wording::plain(self.labels.gap_none.to_owned()),
            ],
            Label::NoFigure => vec![Wording::plain(self.labels.form_gap.to_owned())],
            Label::Gap { longer: None, .. } => vec![Wording::plain(self.labels.gap_none.to_owned())],
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

    /// The quarter that a month is in: "Q2".
    pub fn quarter_short(&self, month: Month) -> String {
        self.labels.quarter(&((month.month() - 1) / 3 + 1).to_string())
    }

    /// "Jun", "Jan–Feb", "Q2".
    fn months_short(&self, span: Span) -> String {
        if span.months() == 3 && span.first().month() % 3 == 1 {
            return self.quarter_short(span.first());
        }
        let (first, last) = (self.short_month(span.first()), self.short_month(span.last()));
        if span.months() == 1 { first.to_owned() } else { [first, "–", last].concat() }
    }

    /// "5 Feb 2026".
    pub fn short_day(&self, day: NaiveDate) -> String {
        let month = Month::of(day);
        self.day_form(&day.day().to_string(), self.short_month(month), &day.year().to_string())
    }

    /// The heading of a year or a part of it in every form, the longest first.
    pub fn head_forms(&self, span: Span) -> Vec<String> {
        let year = span.first().year().to_string();
        let short = year.get(2..).unwrap_or_default().to_owned();
        if span.is_year() {
            return vec![year, short];
        }
        let initial = |month: Month| self.short_month(month).chars().take(1).collect::<String>();
        let initials = [&*initial(span.first()), "–", &initial(span.last())].concat();
        let initials = if span.months() == 1 { initial(span.first()) } else { initials };
        vec![
            self.head_period(span),
            [&*self.months_short(span), " ", &short].concat(),
            [&*initials, " ", &short].concat(),
        ]
    }

    /// The heading of a year or a part of it: "2023", "Jan–Sep 2025".
    pub fn head_period(&self, span: Span) -> String {
        let year = span.first().year().to_string();
        if span.is_year() { year } else { [&*self.months_short(span), " ", &year].concat() }
    }

    /// An amount in the unit of its axis, without the unit.
    pub fn short_amount(&self, amount: Amount) -> String {
        match amount {
            Amount::Tonnes(tonnes) => self.whole(tonnes.to_f64()),
            Amount::TonnesBetween(low, high) => {
                let middle = (low.to_f64() + high.to_f64()) / 2.0;
                let to_unit =
                    |value: f64| self.whole(if middle < 1_000.0 { value } else { (value / 100.0).round() * 100.0 });
                // What is only known to a range has no value to say.
                match class_of_range(low, high) {
                    Class::Published | Class::Deduced => self.labels.about(&to_unit(middle)),
                    Class::Bounded | Class::Unknown => [&*to_unit(low.to_f64()), "–", &to_unit(high.to_f64())].concat(),
                }
            }
            Amount::Usd(value) => self.whole(value.to_f64() / 1e6),
            Amount::UnitValue(value) => self.unit_value(value),
            Amount::Share(share) => self.percent(share, 1),
            Amount::Change(change) => self.short_change(change),
            Amount::ChangeBetween(low, high) => {
                let places = usize::from(low.to_f64().abs().min(high.to_f64().abs()) < 10.0);
                let (low, high) = (self.signed_number(low.to_f64(), places), self.signed_number(high.to_f64(), places));
                if low == high { low } else { [&*low, " – ", &high].concat() }
            }
            Amount::Difference(tonnes) => self.signed_number(tonnes.to_f64(), 0),
            Amount::Price(quote, unit) => self.axis_quote(quote, unit),
            Amount::Index(value) => self.number(value, 0),
            Amount::Times(value) => self.number(value, 1),
            Amount::Concentration { least, most } if least < most => {
                [&*self.number(least, 0), "–", &self.number(most, 0)].concat()
            }
            Amount::Concentration { least, .. } => self.number(least, 0),
            Amount::Article(printed) => self.as_printed(printed),
        }
    }

    /// A figure of the article as printed: "under 15 %", "5–8 t", "15,323 t/yr".
    pub fn as_printed(&self, printed: ArticleAmount) -> String {
        let number = |value: Decimal| self.number(value.to_f64(), value.places());
        let high = printed.high.map(|high| ["–", &number(high)].concat()).unwrap_or_default();
        let amount = [number(printed.value), high].concat();
        let with_unit = match printed.unit {
            ArticleUnit::Percent => self.unit_percent(&amount),
            ArticleUnit::Tonnes | ArticleUnit::TonnesAUnit => self.unit_tonnes(&amount),
            ArticleUnit::TonnesAYear => self.labels.a_year(&self.unit_tonnes(&amount)),
            ArticleUnit::Ratio => self.labels.times(&amount),
            ArticleUnit::UsdPerKilogram => self.labels.usd_kilogram_of(&amount),
        };
        match printed.bound {
            Bound::At => with_unit,
            Bound::Below => self.labels.below(&with_unit),
            Bound::Above => self.labels.above(&with_unit),
        }
    }

    /// The change in the heading of a year: "+6.0 %".
    pub fn head_change(&self, change: Change) -> String {
        self.unit_percent(&self.signed_number(change.value(), 1))
    }

    /// "+6.3", "−29": one decimal below ten, without the sign of per cent.
    fn short_change(&self, change: Change) -> String {
        let value = change.value();
        self.signed_number(value, usize::from(value.abs() < 9.95))
    }

    fn computed_whole_change(&self, value: f64) -> String {
        self.unit_percent(&self.signed_number(value, 0))
    }

    /// A quote in the unit of its axis, thousands for CNY a tonne: "960", "1,390–1,410".
    fn axis_quote(&self, quote: Quote, unit: PriceUnit) -> String {
        let factor = if unit == PriceUnit::CnyTonne { 1e-3 } else { 1.0 };
        let number = |price: f64| self.short_number(price * factor, 2);
        match quote {
            Quote::Band { low, high, .. } if low < high => [&*number(low), "–", &number(high)].concat(),
            quote => number(quote.high()),
        }
    }

    /// The unit of a value axis.
    pub fn unit(&self, unit: Unit) -> &'static str {
        let words = &self.labels;
        match unit {
            Unit::TonnesPer(By::Month) => words.tonnes_month,
            Unit::TonnesPer(By::Quarter) => words.tonnes_quarter,
            Unit::TonnesPer(By::Year) => words.tonnes_year,
            Unit::ThousandTonnesSinceJanuary => words.thousand_since_january,
            Unit::ThousandTonnes => words.thousand_tonnes,
            Unit::Tonnes => words.net_tonnes,
            Unit::Change => words.change,
            Unit::Share => words.share,
            Unit::MillionUsd => words.million_usd,
            Unit::UsdPerKilogram => words.usd_kilogram,
            Unit::ThousandCnyPerTonne => words.thousand_cny,
            Unit::Price(unit) => self.price_unit(unit),
            Unit::Index | Unit::AsLabelled => words.index,
            Unit::Times => words.ratio,
            Unit::Concentration => words.concentration_unit,
        }
    }

    /// The name of a panel, a slot, a row or a lane.
    pub fn name(&self, name: Name) -> String {
        match name {
            Name::Origin(partner) => self.partner(partner),
            Name::Flow(flow) => self.flow(flow).to_owned(),
            Name::Others => self.labels.others.to_owned(),
            Name::RestOfWorld => self.labels.rest_of_world.to_owned(),
            Name::Basket(basket) => self.basket(basket).to_owned(),
            Name::Product(product) => self.product(product).to_owned(),
            Name::ShortProduct(product) => self.product_short(product).to_owned(),
            Name::Market(Market::ChinaDomestic) => self.labels.inside_china.to_owned(),
            Name::Market(market) => self.market(market).to_owned(),
            Name::Measure(Measure::NetWeight) => self.labels.measure_weight.to_owned(),
            Name::Measure(Measure::Dollars) => self.labels.measure_dollars.to_owned(),
            Name::Measure(Measure::OxideContent) => self.labels.measure_oxide.to_owned(),
            Name::MadeUp => self.labels.made_up.to_owned(),
            Name::Years(from, to) => self.from_to(&from.to_string(), &to.to_string()),
            Name::Value => self.labels.value.to_owned(),
            Name::UnitValue => self.labels.unit_value.to_owned(),
            Name::Ratio(above, below) => [self.product_short(above), " / ", self.product_short(below)].concat(),
            Name::Concentration => self.labels.concentration.to_owned(),
            Name::NamedOrigins => self.labels.named_origins.to_owned(),
            Name::Period(span) => self.head_period(span),
            Name::Article(id) => self.labels.article_figures[id as usize].to_owned(),
            Name::Metal(metal) => self.labels.metals[metal as usize].to_owned(),
            Name::WhatIf(row) => self.row_name(row),
        }
    }

    fn row_name(&self, row: RowName) -> String {
        let words = &self.labels;
        let ratio = |ratio: Ratio| self.unit_percent(&self.short_number(ratio.percent().to_f64(), 2));
        let text = match row {
            RowName::Element(Element::Praseodymium) => words.praseodymium,
            RowName::Element(Element::Dysprosium) => words.dysprosium,
            RowName::Before(of) => return words.before_ratio(&ratio(of)),
            RowName::After(of) => return words.after_ratio(&ratio(of)),
            RowName::Yours(Some(of)) => return words.your_ratio(&ratio(of)),
            RowName::Reach(year) => return words.to_be_reached(&year.to_string()),
            RowName::Newest(year) => return words.newest_year(&year.to_string()),
            RowName::Yours(None) | RowName::Scenario => words.your_figures,
            RowName::Mines => words.new_mines,
            RowName::Together => words.all_together,
            RowName::Short => words.missing,
            RowName::Quote => words.newest_quote,
            RowName::BreakEven => words.break_even,
        };
        text.to_owned()
    }

    /// What stands under a slot in every form, the longest first, and on a second line.
    pub fn slot(&self, slot: Slot) -> (Vec<String>, Option<&'static str>) {
        match slot {
            Slot::Year(year) => (vec![year.to_string(), year.to_string().split_off(2)], None),
            Slot::Total(year) => (vec![year.to_string()], Some(self.labels.all_origins)),
            Slot::Named(Name::RestOfWorld, _) => {
                (vec![self.name(Name::RestOfWorld), self.labels.rest_short.to_owned()], None)
            }
            Slot::Named(name, _) => (vec![self.name(name)], None),
        }
    }

    /// What is said beside a panel's name.
    pub fn aside(&self, aside: &Aside) -> String {
        match aside {
            Aside::Shares(years) => {
                let share =
                    |(year, share): &(i32, _)| self.labels.share_in(&self.percent(*share, 1), &year.to_string());
                self.labels.shares_of_world(&years.iter().map(share).collect::<Vec<_>>().join(", "))
            }
            Aside::AllOrigins { hs, years } => {
                let not_published = || self.labels.not_published.to_owned();
                let total = |(_, tonnes): &(i32, Option<Tonnes>)| {
                    tonnes.map_or_else(not_published, |tonnes| self.whole(tonnes.to_f64()))
                };
                let ends = years.first().zip(years.last()).map(|((first, _), (last, _))| years_of(*first, *last));
                let ends = ends.unwrap_or_default();
                let list = years.iter().map(total).collect::<Vec<_>>().join(", ");
                let totals = self.labels.all_origins_by_year(&ends, &list);
                if hs.is_empty() { totals } else { [&self.hs_code(&dotted(hs)), "; ", &*totals].concat() }
            }
            Aside::TotalChange(change) => self.labels.total_change(&self.signed_number(change.to_f64(), 0)),
            Aside::BaseDay { agency, day } => self.labels.based_on(agency, &self.day(*day)),
            Aside::Agency(agency) => agency.clone(),
            Aside::Komis => self.labels.komis.to_owned(),
            Aside::Heads(By::Month) => self.labels.heads_month.to_owned(),
            Aside::Heads(By::Quarter | By::Year) => self.labels.heads_year.to_owned(),
        }
    }

    /// The newest quote of a panel: its figure, and who quoted it when.
    pub fn corner(&self, corner: &CornerQuote) -> (String, String) {
        let doubt = if corner.doubt { self.labels.second_hand } else { "" };
        let below = [&*corner.agency, ", ", &self.short_when(corner.when), doubt].concat();
        (self.axis_quote(corner.quote, corner.unit), below)
    }

    /// A newer quote of another agency.
    pub fn corner_elsewhere(&self, corner: &CornerQuote) -> String {
        let price = self.axis_quote(corner.quote, corner.unit);
        let doubt = if corner.doubt { self.labels.second_hand } else { "" };
        self.labels.newest_elsewhere(&price, &corner.agency, &self.short_when(corner.when)) + doubt
    }

    pub(super) fn short_when(&self, when: When) -> String {
        match when {
            When::Day(day) => self.short_day(day),
            When::Span(span) => self.head_period(span),
        }
    }
}

/// Customs codes as they are written: "2846.90.19", "2846 + 2805.30".
fn dotted(hs: &str) -> String {
    let dots = |(at, digit): (usize, char)| [(at == 4 || at == 6).then_some('.'), Some(digit)];
    let code = |code: &str| code.chars().enumerate().flat_map(dots).flatten().collect::<String>();
    hs.split('+').map(code).collect::<Vec<_>>().join(" + ")
}
