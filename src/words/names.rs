//! The names of things: flows, partners, products, what a reader can choose, units and labels.

use super::Words;
use crate::charts::figure::{Empty, Meaning, Name, PanelTitle, Row, RowTotal, Unit};
use crate::charts::mark::Label;
use crate::data::{Basket, EventKind, Flow, Market, Month, Partner, Product};
use crate::view::choice::{Choice, Key};
use crate::view::{By, OriginMeasure, Page, PriceUnit, TradeMeasure, VatChoice};

impl Words {
    /// A range that is one click away, by the year that it starts in; `None` is all.
    pub fn preset(&self, year: Option<i32>) -> String {
        year.map_or_else(|| self.preset_all.to_owned(), |year| self.preset_since(&year.to_string()))
    }

    pub(super) fn flow(&self, flow: Flow) -> &'static str {
        match flow {
            Flow::Import => self.imports,
            Flow::Export => self.exports,
        }
    }

    pub(super) fn flow_lower(&self, flow: Flow) -> &'static str {
        match flow {
            Flow::Import => self.imports_lower,
            Flow::Export => self.exports_lower,
        }
    }

    pub(super) fn basket(&self, basket: Basket) -> &'static str {
        self.baskets[basket as usize]
    }

    /// The partner's name, or its code where the table has none.
    pub fn partner(&self, partner: Partner) -> String {
        let named = self.partners.iter().find(|(code, _)| *code == partner.code());
        named.map_or(partner.code(), |(_, name)| name).to_owned()
    }

    pub(super) fn product(&self, product: Product) -> &'static str {
        self.products[product as usize].0
    }

    /// The product's name where there is little room.
    pub fn product_short(&self, product: Product) -> &'static str {
        self.products[product as usize].1
    }

    pub(super) fn market(&self, market: Market) -> &'static str {
        self.markets[market as usize]
    }

    pub(super) fn event_kind(&self, kind: EventKind) -> &'static str {
        match kind {
            EventKind::Policy => self.event_policy,
            EventKind::Supply => self.event_supply,
            EventKind::Demand => self.event_demand,
            EventKind::Price => self.event_price,
        }
    }

    pub(crate) fn page(&self, page: Page) -> &'static str {
        match page {
            Page::Overview => self.page_overview,
            Page::Trade => self.page_trade,
            Page::Sourcing => self.page_sourcing,
            Page::Prices => self.page_prices,
        }
    }

    /// The label of a field.
    pub fn key(&self, key: Key) -> &'static str {
        match key {
            Key::By => self.control_by,
            Key::As => self.control_as,
            Key::Show => self.control_show,
            Key::Year => self.control_year,
            Key::Basket => self.control_basket,
            Key::Pr => self.control_pr,
            Key::Dy => self.control_dy,
            Key::Market => self.control_market,
            Key::Unit => self.control_unit,
            Key::Vat => self.control_vat,
        }
    }

    /// An option of a field.
    pub fn choice(&self, choice: Choice) -> String {
        match choice {
            Choice::By(by) => self.by(by).to_owned(),
            Choice::Trade(measure) => self.trade_measure(measure).to_owned(),
            Choice::Origins(measure) => self.origin_measure(measure).to_owned(),
            Choice::Year(year) => year.to_string(),
            Choice::Basket(None) => self.all_baskets.to_owned(),
            Choice::Basket(Some(basket)) => self.basket(basket).to_owned(),
            Choice::Product(product) => self.product(product).to_owned(),
            Choice::Market(market) => self.market(market).to_owned(),
            Choice::Unit(unit) => self.price_unit(unit).to_owned(),
            Choice::Vat(vat) => self.vat(vat).to_owned(),
        }
    }

    fn by(&self, by: By) -> &'static str {
        match by {
            By::Month => self.by_month,
            By::Quarter => self.by_quarter,
            By::Year => self.by_year,
        }
    }

    fn trade_measure(&self, measure: TradeMeasure) -> &'static str {
        match measure {
            TradeMeasure::Tonnes => self.as_tonnes,
            TradeMeasure::Change => self.as_change,
        }
    }

    fn origin_measure(&self, measure: OriginMeasure) -> &'static str {
        match measure {
            OriginMeasure::Tonnes => self.as_tonnes,
            OriginMeasure::Share => self.show_share,
            OriginMeasure::Value => self.show_value,
            OriginMeasure::UnitValue => self.show_unit_value,
        }
    }

    pub(super) fn price_unit(&self, unit: PriceUnit) -> &'static str {
        match unit {
            PriceUnit::CnyTonne => self.unit_cny_t,
            PriceUnit::CnyKilogram => self.unit_cny_kg,
            PriceUnit::Usd => self.unit_usd_kg,
        }
    }

    fn vat(&self, vat: VatChoice) -> &'static str {
        match vat {
            VatChoice::Included => self.vat_incl,
            VatChoice::Excluded => self.vat_excl,
        }
    }

    /// The unit of a value axis.
    pub fn unit(&self, unit: Unit) -> &'static str {
        match unit {
            Unit::TonnesPer(By::Month) => self.axis_tonnes_month,
            Unit::TonnesPer(By::Quarter) => self.axis_tonnes_quarter,
            Unit::TonnesPer(By::Year) => self.axis_tonnes_year,
            Unit::Change => self.axis_change,
            Unit::Share => self.axis_share,
            Unit::MillionUsd => self.axis_value,
            Unit::UsdPerTonne => self.axis_unit_value,
            Unit::ThousandCnyPerTonne => self.axis_thousand_cny,
            Unit::Price(unit) => self.price_unit(unit),
        }
    }

    /// What stands above a panel.
    pub fn panel_title(&self, title: PanelTitle) -> &'static str {
        match title {
            PanelTitle::Basket(basket) => self.basket(basket),
            PanelTitle::Product(product) => self.product(product),
        }
    }

    /// The name beside the end of a lane of marks.
    pub fn name(&self, name: Name) -> String {
        match name {
            Name::Flow(flow) => self.flow(flow).to_owned(),
            Name::Origin(partner) => self.partner(partner),
            Name::Others => self.others.to_owned(),
            Name::Product(product) => self.product_short(product).to_owned(),
        }
    }

    /// Text on a mark in every form, the longest first: the first that fits is drawn.
    pub fn label_forms(&self, label: Label) -> Vec<String> {
        match label {
            Label::Share(share) => vec![self.percent(share, 1), self.number(share.to_f64(), 1)],
            Label::Months(span) => {
                let months = |name: fn(&Self, Month) -> String| {
                    [name(self, span.first()), "–".to_owned(), name(self, span.last())].concat()
                };
                let initial = |words: &Self, month| words.short_month(month).chars().take(1).collect();
                vec![months(|words, month| words.short_month(month).to_owned()), months(initial)]
            }
            Label::Origin(partner) => vec![self.partner(partner)],
            Label::Others => vec![self.others.to_owned()],
            Label::Gap(flow) => vec![self.gap_label(self.flow(flow)), self.gap_label_short(self.flow(flow))],
            Label::NoRecord(partner) => vec![self.no_record_of(&self.partner(partner))],
            Label::Forecast => vec![self.article_forecast.to_owned()],
        }
    }

    /// Why there is nothing to draw.
    pub fn empty(&self, empty: Empty) -> String {
        match empty {
            Empty::Range => self.nothing_in_range.to_owned(),
            Empty::Year => self.nothing_in_year.to_owned(),
            Empty::Market(product, market) => self.no_quote_market(self.product(product), self.market(market)),
            Empty::Unit(others) => self.no_quote_unit(others),
        }
    }

    /// The name of a row of bars.
    pub fn row(&self, row: &Row) -> String {
        let name = self.basket(row.basket);
        if row.line.is_empty() { name.to_owned() } else { [name, " ", &row.line].concat() }
    }

    /// What is said beside the name of a row.
    pub fn row_total(&self, total: RowTotal) -> String {
        match total {
            RowTotal::World(total) => self.tonnes(total),
            RowTotal::OriginNotPublished(total) => [&self.tonnes(total), ", ", self.origin_not_published].concat(),
            RowTotal::Missing => self.no_world_total.to_owned(),
        }
    }

    /// What a hue and a form stand for.
    pub fn meaning(&self, meaning: Meaning) -> String {
        match meaning {
            Meaning::Origin(partner) => self.partner(partner),
            Meaning::OtherOrigins => self.other_origins.to_owned(),
            Meaning::Others => self.others_computed_legend.to_owned(),
            Meaning::OriginNotPublished => self.origin_not_published.to_owned(),
        }
    }
}
