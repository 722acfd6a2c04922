//! The names of things: flows, partners, products, pages, charts and units.

use super::Words;
use crate::charts::figure::Empty;
use crate::data::{Basket, EventKind, Flow, Market, Partner, Product};
use crate::view::{ChartName, Page, PriceUnit};

impl Words {
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
            EventKind::Policy => self.more().tips.event_policy,
            EventKind::Supply => self.more().tips.event_supply,
            EventKind::Demand => self.more().tips.event_demand,
            EventKind::Price => self.more().tips.event_price,
        }
    }

    pub(crate) fn page(&self, page: Page) -> &'static str {
        match page {
            Page::Overview => self.page_overview,
            Page::Trade => self.page_trade,
            Page::Sourcing => self.page_sourcing,
            Page::Prices => self.page_prices,
            Page::Article => self.page_article,
            Page::WhatIf => self.page_whatif,
        }
    }

    /// The unit of a price where there is little room: "CNY/t".
    pub fn price_unit_short(&self, unit: PriceUnit) -> &'static str {
        match unit {
            PriceUnit::CnyTonne => self.cny_t,
            PriceUnit::CnyKilogram => self.cny_kg,
            PriceUnit::Usd => self.usd_kg,
        }
    }

    /// The unit of a price: "CNY per tonne".
    pub fn price_unit(&self, unit: PriceUnit) -> &'static str {
        match unit {
            PriceUnit::CnyTonne => self.unit_cny_t,
            PriceUnit::CnyKilogram => self.unit_cny_kg,
            PriceUnit::Usd => self.unit_usd_kg,
        }
    }

    /// A chart's name, where it says nothing that it found.
    pub fn chart_name(&self, name: ChartName) -> &'static str {
        match name {
            ChartName::Trade => self.trade.title_trade,
            ChartName::Ytd => self.trade.title_ytd,
            ChartName::Change => self.trade.title_change,
            ChartName::Gap => self.title_gap,
            ChartName::Origins => self.title_origins,
            ChartName::Shifts => self.title_shifts,
            ChartName::Baskets => self.title_baskets,
            ChartName::OriginsValue => self.title_origins_value,
            ChartName::Partners => self.title_partners,
            ChartName::Index => self.title_index,
            ChartName::Prices => self.title_prices,
            ChartName::Outside => self.title_outside,
            ChartName::Relative => self.labels.title_relative,
            ChartName::Concentration => self.labels.title_concentration,
            ChartName::Quarters => self.labels.title_quarters,
            ChartName::Additions => self.labels.title_additions,
            ChartName::Capacity => self.labels.title_capacity,
            ChartName::Shares => self.labels.title_shares,
            ChartName::Costs => self.labels.title_costs,
            ChartName::Volumes => self.labels.title_volumes,
            ChartName::OxidePrices => self.labels.title_oxide_prices,
            ChartName::Newcomers => self.labels.title_newcomers,
            ChartName::Demand => self.title_demand,
            ChartName::Supply => self.title_supply,
            ChartName::BreakEven => self.title_break_even,
        }
    }

    /// Why there is nothing to draw.
    pub fn empty(&self, empty: Empty) -> String {
        match empty {
            Empty::Range => self.nothing_in_range.to_owned(),
            Empty::Year => self.nothing_in_year.to_owned(),
            Empty::Market(product, market) => self.no_quote_market(self.product(product), self.market(market)),
            Empty::Article => self.labels.no_article_figure.to_owned(),
            Empty::Unit(others) => self.no_quote_unit(others),
            Empty::NoStart => self.no_start.to_owned(),
            Empty::NoBase(when) => self.labels.no_base(&self.when(when)),
        }
    }
}
