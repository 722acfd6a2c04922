//! What a figure of the article can be compared with: the column `against` of `article.csv`.

use super::origins::{Basket, Partner};
use super::period::{Span, parse_day};
use super::prices::{Market, Product};
use super::trade::Flow;
use chrono::NaiveDate;

/// A row of another file, or a few, that say the same as a figure of the article or something related.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Against {
    /// Whether it is the same quantity; else it is of another period or basket.
    pub same: bool,
    /// Where it stands.
    pub counterpart: Counterpart,
}

/// Where a figure stands that another can be compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counterpart {
    /// In `trade.csv`.
    Trade {
        /// Imports or exports.
        flow: Flow,
        /// The period that the figure is of.
        span: Span,
        /// Which figure of the period.
        measure: Measure,
    },
    /// In `origins.csv`.
    Origin {
        /// Who sent it.
        partner: Partner,
        /// Which goods are counted.
        basket: Basket,
        /// The period that the figure is of.
        span: Span,
        /// Which figure of the period.
        measure: Measure,
    },
    /// In `prices.csv`: every quote of these days.
    Quotes {
        /// What is quoted.
        product: Product,
        /// Where the quotes hold.
        market: Market,
        /// The first day.
        from: NaiveDate,
        /// The last day.
        to: NaiveDate,
    },
    /// In `events.csv`: what happened on this day.
    Event(NaiveDate),
}

/// Which figure of a period is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// The tonnes of the period.
    Tonnes,
    /// Their change on a year before.
    Change,
}

impl Against {
    /// Reads `same: trade export 2025-03 tonnes`; `None` where it is not understood.
    pub fn parse(text: &str) -> Option<Self> {
        let (kind, other) = text.split_once(": ")?;
        let same = match kind {
            "same" => true,
            "related" => false,
            _ => return None,
        };
        let (file, key) = other.split_once(' ')?;
        let counterpart = match file {
            "trade" => Counterpart::trade(key)?,
            "origins" => Counterpart::origin(key)?,
            "prices" => Counterpart::quotes(key)?,
            "events" => Counterpart::Event(parse_day(key)?),
            _ => return None,
        };
        Some(Self { same, counterpart })
    }
}

impl Counterpart {
    /// `export 2025-03 tonnes`.
    fn trade(key: &str) -> Option<Self> {
        let (flow, key) = key.split_once(' ')?;
        let (span, measure) = key.split_once(' ')?;
        Some(Self::Trade { flow: Flow::parse(flow)?, span: Span::parse(span)?, measure: Measure::parse(measure)? })
    }

    /// `LAO compounds-metals 2025 change`.
    fn origin(key: &str) -> Option<Self> {
        let (partner, key) = key.split_once(' ')?;
        let (basket, key) = key.split_once(' ')?;
        let (span, measure) = key.split_once(' ')?;
        Some(Self::Origin {
            partner: Partner::parse(partner)?,
            basket: Basket::parse(basket)?,
            span: Span::parse(span)?,
            measure: Measure::parse(measure)?,
        })
    }

    /// `Pr metal china-domestic 2025-04-21/2025-12-31 range`: the name of a product has spaces.
    fn quotes(key: &str) -> Option<Self> {
        let (key, days) = key.strip_suffix(" range")?.rsplit_once(' ')?;
        let (product, market) = key.rsplit_once(' ')?;
        let (from, to) = days.split_once('/')?;
        let (from, to) = (parse_day(from)?, parse_day(to)?);
        let (product, market) = (Product::parse(product)?, Market::parse(market)?);
        (from <= to).then_some(Self::Quotes { product, market, from, to })
    }
}

impl Measure {
    fn parse(text: &str) -> Option<Self> {
        match text {
            "tonnes" => Some(Self::Tonnes),
            "change" => Some(Self::Change),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let read = Against::parse(text).map(|against| format!("{against:?}"));
        assert_eq!(read.as_deref().unwrap_or("nothing").replace("Month", ""), expected, "{text}");
    }

    #[test]
    fn what_a_figure_is_compared_with() {
        let march = "Span { start: (24302), end: (24302) }";
        check(
            "same: trade export 2025-03 tonnes",
            &format!("Against {{ same: true, counterpart: Trade {{ flow: Export, span: {march}, measure: Tonnes }} }}"),
        );
        check(
            "related: origins LAO ore 2025-03 change",
            &format!(
                "Against {{ same: false, counterpart: \
                 Origin {{ partner: LAO, basket: Ore, span: {march}, measure: Change }} }}"
            ),
        );
        check(
            "same: prices Pr metal china-domestic 2025-04-21/2025-12-31 range",
            "Against { same: true, counterpart: \
             Quotes { product: PrMetal, market: ChinaDomestic, from: 2025-04-21, to: 2025-12-31 } }",
        );
        check("related: events 2025-04-02", "Against { same: false, counterpart: Event(2025-04-02) }");
        for bad in [
            "",
            "same",
            "same:",
            "same: trade",
            "like: trade export 2025-03 tonnes",
            "same: trade exports 2025-03 tonnes",
            "same: trade export 2025-13 tonnes",
            "same: trade export 2025-03 price",
            "same: trade export 2025-03",
            "related: origins Laos ore 2025-03 change",
            "related: origins LAO 2025 change",
            "same: prices Pr metal 2025-04-21/2025-12-31 range",
            "same: prices Pr metal china-domestic 2025-12-31/2025-04-21 range",
            "same: prices Pr metal china-domestic 2025-04-21/2025-12-31",
            "related: events April",
            "related: news 2025-04-02",
        ] {
            check(bad, "nothing");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read_or_refused(
            text in "\\PC{0,40}|(same|related): (trade|origins|prices|events)( export| LAO| ore| Pr metal| 2025-0[0-9]| range){0,6}"
        ) {
            let _ = Against::parse(&text);
        }
    }
}
