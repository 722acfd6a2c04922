//! What stands around the marks of a panel: its name and unit, the names of its rows and slots, and its newest quote.

use super::Words;
use crate::article::whatif::{Element, Ratio};
use crate::charts::figure::{Aside, CornerQuote, Measure, Name, Slot, Unit};
use crate::charts::whatif::RowName;
use crate::data::{Market, Tonnes};
use crate::view::{By, PriceUnit};

impl Words {
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
            RowName::YourPrice => words.your_price,
            RowName::BreakEven => words.break_even,
        };
        text.to_owned()
    }

    /// The unit of a value axis.
    pub fn unit(&self, unit: Unit) -> &'static str {
        let words = &self.labels;
        match unit {
            Unit::TonnesPer(By::Month) => words.tonnes_month,
            Unit::TonnesPer(By::Quarter) => words.tonnes_quarter,
            Unit::TonnesPer(By::Year) => words.tonnes_year,
            Unit::TonnesSinceJanuary => words.tonnes_since_january,
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
                let share = |(year, share): &(i32, _)| self.labels.in_year(&self.percent(*share, 1), &year.to_string());
                self.labels.shares_of_world(&years.iter().map(share).collect::<Vec<_>>().join(", "))
            }
            Aside::AllOrigins { hs, years } => {
                let total = |(year, tonnes): &(i32, Option<Tonnes>)| {
                    let tonnes = tonnes.map(|tonnes| self.whole(tonnes.to_f64()));
                    let said = tonnes.unwrap_or_else(|| self.labels.not_published.to_owned());
                    self.labels.in_year(&said, &year.to_string())
                };
                let totals = self.labels.all_origins_by_year(&years.iter().map(total).collect::<Vec<_>>().join(", "));
                if hs.is_empty() { totals } else { [&self.hs_code(&dotted(hs)), "; ", &*totals].concat() }
            }
            Aside::TotalChange(change) => self.labels.total_change(&self.signed_number(change.to_f64(), 0)),
            Aside::BaseDay { agency, day } => self.labels.based_on(agency, &self.day(*day)),
            Aside::Agency(agency) => agency.clone(),
            Aside::Komis => self.labels.komis.to_owned(),
            Aside::Heads { by, both } => {
                let heads = if *by == By::Month { self.labels.heads_month } else { self.labels.heads_year };
                if *both { self.labels.heads_both(heads) } else { heads.to_owned() }
            }
        }
    }

    /// The newest quote of a panel: its figure, and what stands below it in as many lines as there is room for: who quoted
    /// it, when, and what it is without tax.
    pub fn corner(&self, corner: &CornerQuote) -> (String, Vec<Vec<String>>) {
        let (agency, day) = (corner.agency.clone(), self.corner_day(corner));
        let both = [&*agency, ", ", &day].concat();
        // Computed, so with no more digits than a quote has.
        let step = if corner.unit == PriceUnit::CnyTonne { 1_000.0 } else { 1.0 };
        let rounded = |price: f64| if price < 100.0 * step { price } else { (price / step).round() * step };
        let price = corner.without_vat.map(|quote| self.axis_quote(quote.map(rounded), corner.unit));
        let below = match price.map(|price| self.labels.without_vat(&price)) {
            None => vec![vec![both], vec![agency + ",", day]],
            Some(vat) => vec![
                vec![[&*both, "; ", &vat].concat()],
                vec![both, vat.clone()],
                vec![agency + ",", [&*day, "; ", &vat].concat()],
            ],
        };
        (self.axis_quote(corner.quote, corner.unit), below)
    }

    /// When a quote was, and whether it is second-hand.
    pub fn corner_day(&self, corner: &CornerQuote) -> String {
        self.short_when(corner.when) + if corner.doubt { self.labels.second_hand } else { "" }
    }

    /// A newer quote of another agency.
    pub fn corner_elsewhere(&self, corner: &CornerQuote) -> String {
        let price = self.axis_quote(corner.quote, corner.unit);
        self.labels.newest_elsewhere(&price, &corner.agency, &self.corner_day(corner))
    }
}

/// Customs codes as they are written: "2846.90.19", "2846 + 2805.30".
fn dotted(hs: &str) -> String {
    let dots = |(at, digit): (usize, char)| [(at == 4 || at == 6).then_some('.'), Some(digit)];
    let code = |code: &str| code.chars().enumerate().flat_map(dots).flatten().collect::<String>();
    hs.split('+').map(code).collect::<Vec<_>>().join(" + ")
}
