//! What a page says first.

use super::Words;
use crate::charts::headline::{Headline, TradeHeadline};
use crate::charts::trade::Change;
use crate::data::{Product, Quote, When};
use crate::view::{Page, PriceUnit};

impl Words {
    /// The headline as a sentence; the page's name where there are no figures to say one with.
    pub fn headline(&self, headline: Option<&Headline>) -> String {
        match headline {
            Some(Headline::Trade(headline)) => self.trade_headline(*headline),
            Some(Headline::Sourcing { myanmar, laos, year }) => self.headline_sourcing(
                &self.number(myanmar.to_f64(), 1),
                &self.number(laos.to_f64(), 1),
                &self.span(*year),
            ),
            Some(Headline::Prices { quotes, unit }) => {
                let quotes: Vec<String> = quotes.iter().map(|quote| self.newest_quote(*quote, *unit)).collect();
                quotes.join(self.headline_join)
            }
            None => self.site_title.to_owned(),
        }
    }

    /// Each change as precise as it was printed.
    fn trade_headline(&self, headline: TradeHeadline) -> String {
        let TradeHeadline { span, exports, imports } = headline;
        let alike = (exports.value() > 0.0) == (imports.value() > 0.0);
        let (exports, imports, period) = (self.moved(exports), self.moved(imports), self.in_span(span));
        if alike {
            self.headline_alike(&exports, &imports, &period)
        } else {
            self.headline_apart(&exports, &imports, &period)
        }
    }

    /// "rose 5.1 %", "fell 30.9 %", "were unchanged".
    fn moved(&self, change: Change) -> String {
        let value = change.value();
        let percent = self.number(value.abs(), change.places());
        if value > 0.0 {
            self.rose(&percent)
        } else if value < 0.0 {
            self.fell(&percent)
        } else {
            self.unchanged.to_owned()
        }
    }

    fn newest_quote(&self, (product, quote, when): (Product, Quote, When), unit: PriceUnit) -> String {
        let when = match when {
            When::Span(span) => self.in_span(span),
            When::Day(day) => self.on_day(&self.day(day)),
        };
        self.headline_quote(self.product_short(product), &self.price(quote, unit), &when)
    }

    /// What is said under the headline: what its figures are.
    pub fn standfirst(&self, page: Page) -> &'static str {
        match page {
            Page::Overview => self.site_subtitle,
            Page::Trade => self.headline_note,
            Page::Sourcing => self.sourcing_standfirst,
            Page::Prices => self.prices_standfirst,
        }
    }
}
