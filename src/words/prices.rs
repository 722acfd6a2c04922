//! What the charts of `charts::prices` found, and what they measure.

use super::Words;
use super::table::texts;
use crate::charts::prices::{FITS_WITHIN, Fate, Finding, LastQuote, Move, NowQuote, Off, Standfirst, Subtitle};
use crate::charts::trade::Change;
use crate::data::{Market, Percent, Product, Vat};
use crate::view::{IndexBase, VatChoice};
use chrono::NaiveDate;

texts! {
    /// What only the prices charts say.
    PricesWords
    fields {
        /// In the order of [`crate::data::Product::ALL`]: in a sentence, and where every product is an oxide.
        products_inside: [(&'static str, &'static str); 11],
        /// In the order of [`crate::data::Market::ALL`]: where quotes hold.
        markets_where: [&'static str; 7],
        /// "zero" to "twelve".
        counts: [&'static str; 13],
    }
    texts {
        outside, index_of_none,
        now_vat_assumed, far_apart, fate_none, with_vat, vat_off, a_third, a_half, a_quarter, twice_top, second_hand,
    }
    templates {
        title_quotes(market), rose(what, pct), fell(what, pct), index_title(first, day), moved_title(what, market, from, to),
        against_title(product, off, day), days(n), weeks(n),
        fate_never(day, off), fate_still(margin, day, time), fate_left(margin, time, day, off), fate_own_day_left(margin, day, off),
        fate_in_and_out(fitted, all, margin), above(part), below(part),
        index_subtitle(agency, quoted), until_article(day), until_controls(day), of_month(month), quotes(market), quotes_vat(market, vat),
        quotes_forecast(quotes, range), range_vat_off(range),
        now_under(agency, when), now_vat_off(rate), now_vat_of_all(vat), now_since(day), now_change(change, day), now_newer(price, agency, when),
        standfirst(agency, base, day, moves), standfirst_since(list), since_quote(product, price, agency, when),
    }
}

/// A share of a range's end is a word where it lies this near, in percentage points.
const A_WORD_WITHIN: f64 = 1.0;

/// A doubling is one from 95 to 105 per cent.
const DOUBLED_WITHIN: f64 = 5.0;

/// A newest quote in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastQuoteWords {
    /// "PrNd oxide".
    pub product: String,
    /// "747,000–753,000 CNY per tonne".
    pub price: String,
    /// "+76 % since 17 Apr 2025"; empty where the agency quoted nothing near the article's day.
    pub change: String,
    /// "SMM, 5 Feb 2026".
    pub under: String,
    /// A newer quote by another agency, or a weak one: "later: 850,000 CNY/t, Reuters, 19 Feb 2026"; empty where there
    /// is none.
    pub newer: String,
}

impl Words {
    pub(super) fn prices_title(&self, finding: &Finding) -> String {
        let words = &self.more().prices;
        match finding {
            Finding::Neutral(name) => self.chart_name(*name).to_owned(),
            Finding::Quotes(market) => words.title_quotes(self.market_where(*market)),
            Finding::Index { day, moves } => self.moves_to(moves, Some(*day)),
            Finding::Forecast { fate, .. } => self.fate(*fate),
            Finding::Moved { moved, market, from, to } => words.moved_title(
                &capital(&self.product_moved(*moved, self.product_inside(moved.product))),
                self.market_where(*market),
                &self.day(*from),
                &self.day(*to),
            ),
            Finding::FarApart => words.far_apart.to_owned(),
            Finding::Relative { above, below, from, to } => self.relative_title((*above, *below), *from, *to),
            Finding::AgainstForecast { product, off, day } => {
                words.against_title(self.product(*product), &self.off_range(*off), &self.day(*day))
            }
        }
    }

    /// "Inside China PrNd oxide rose 76 % to 5 February 2026, dysprosium fell 16 %"; without a day only the moves.
    fn moves_to(&self, moves: &[Move], day: Option<NaiveDate>) -> String {
        let mut parts: Vec<String> =
            moves.iter().map(|moved| self.product_moved(*moved, self.element(moved.product))).collect();
        if let (Some(day), Some(first)) = (day, parts.first_mut()) {
            *first = self.more().prices.index_title(first, &self.day(day));
        }
        parts.join(", ")
    }

    /// "dysprosium fell 16 %".
    fn product_moved(&self, moved: Move, what: &str) -> String {
        let change = moved.change.to_f64();
        let percent = self.number(change.abs(), 0);
        if change < 0.0 { self.more().prices.fell(what, &percent) } else { self.more().prices.rose(what, &percent) }
    }

    pub(super) fn product_inside(&self, product: Product) -> &'static str {
        self.more().prices.products_inside[product as usize].0
    }

    fn element(&self, product: Product) -> &'static str {
        self.more().prices.products_inside[product as usize].1
    }

    fn market_where(&self, market: Market) -> &'static str {
        self.more().prices.markets_where[market as usize]
    }

    pub(super) fn fate(&self, fate: Fate) -> String {
        let words = &self.more().prices;
        let margin = &self.unit_percent(&self.number(FITS_WITHIN * 100.0, 0));
        match fate {
            Fate::NoQuotes => words.fate_none.to_owned(),
            Fate::NeverFitted { day, off } => words.fate_never(&self.day(day), &self.off(off)),
            Fate::StillFits { day, days } => words.fate_still(margin, &self.day(day), &self.duration(days)),
            Fate::Left { days: 0, day, off } => words.fate_own_day_left(margin, &self.day(day), &self.off(off)),
            Fate::Left { days, day, off } => {
                words.fate_left(margin, &self.duration(days), &self.day(day), &self.off(off))
            }
            Fate::InAndOut { fitted, of } => {
                words.fate_in_and_out(&self.number(fitted as f64, 0), &self.number(of as f64, 0), margin)
            }
        }
    }

    /// "seven weeks", from two weeks on; days before.
    fn duration(&self, days: i64) -> String {
        let weeks = days / 7;
        let (count, weeks) = if weeks < 2 { (days, false) } else { (weeks, true) };
        let word = usize::try_from(count).ok().and_then(|count| self.more().prices.counts.get(count).copied());
        let count = word.map_or_else(|| self.number(count as f64, 0), str::to_owned);
        if weeks { self.more().prices.weeks(&count) } else { self.more().prices.days(&count) }
    }

    /// "a third above its top", "twice its top", "4 % below its foot".
    fn off(&self, off: Off) -> String {
        match off {
            Off::Above(part) if (part.to_f64() - 100.0).abs() <= DOUBLED_WITHIN => {
                self.more().prices.twice_top.to_owned()
            }
            Off::Above(part) => self.more().prices.above(&self.part(part)),
            Off::Below(part) => self.more().prices.below(&self.part(part)),
        }
    }

    /// How far above the range, or below it: "a third", "4 %".
    fn off_range(&self, off: Off) -> String {
        match off {
            Off::Above(part) | Off::Below(part) => self.part(part),
        }
    }

    fn part(&self, part: Percent) -> String {
        let words = [
            (100.0 / 3.0, self.more().prices.a_third),
            (50.0, self.more().prices.a_half),
            (25.0, self.more().prices.a_quarter),
        ];
        let word = words.iter().find(|(percent, _)| (part.to_f64() - percent).abs() <= A_WORD_WITHIN);
        word.map_or_else(|| self.percent(part, 0), |(_, word)| (*word).to_owned())
    }

    pub(super) fn prices_subtitle(&self, subtitle: &Subtitle) -> String {
        let words = &self.more().prices;
        match subtitle {
            Subtitle::Index { agency: None, .. } => words.index_of_none.to_owned(),
            Subtitle::Index { agency: Some(agency), base, until } => match base {
                IndexBase::Article => words.index_subtitle(agency, &words.until_article(&self.day(*until))),
                IndexBase::Controls => words.index_subtitle(agency, &words.until_controls(&self.day(*until))),
                IndexBase::Month(month) => words.index_subtitle(agency, &words.of_month(&self.month(*month))),
            },
            Subtitle::Quotes { market, vat, forecast } => {
                let market = self.market_where(*market);
                let said = vat.map(|vat| match vat {
                    VatChoice::Included => words.with_vat,
                    VatChoice::Excluded => words.vat_off,
                });
                let quotes = said.map_or_else(|| words.quotes(market), |said| words.quotes_vat(market, said));
                match forecast {
                    Some((band, unit)) => {
                        let range = self.price(*band, *unit);
                        // The article printed its range with tax.
                        let computed = *vat == Some(VatChoice::Excluded);
                        let range = if computed { words.range_vat_off(&range) } else { range };
                        words.quotes_forecast(&quotes, &range)
                    }
                    None => quotes,
                }
            }
            Subtitle::Outside => words.outside.to_owned(),
            Subtitle::Relative => self.more().compared.relative_subtitle.to_owned(),
        }
    }

    /// The newest quote of a product, for the line that says what it is now.
    pub fn last_quote(&self, last: &LastQuote) -> LastQuoteWords {
        let newer = last.newer.as_ref().map(|newer| {
            let (price, when) = (self.price_alone(newer.quote), self.short_when(newer.when));
            let text = self.more().prices.now_newer(&price, &newer.agency, &when);
            text + if newer.weak { self.more().prices.second_hand } else { "" }
        });
        LastQuoteWords {
            product: self.product(last.product).to_owned(),
            price: self.short_price(last.main.quote, last.main.unit),
            change: self.now_change(&last.main),
            under: self.more().prices.now_under(&last.main.agency, &self.short_when(last.main.when)),
            newer: newer.unwrap_or_default(),
        }
    }

    fn now_change(&self, quote: &NowQuote) -> String {
        let change = quote.change.map(|(day, change)| {
            self.more().prices.now_change(&self.rounded_change(Change::Computed(change)), &self.short_day(day))
        });
        change.unwrap_or_default()
    }

    /// What a newest quote has of tax, in a few words.
    pub(super) fn now_vat(&self, quote: &NowQuote) -> String {
        match (quote.taken_off, quote.vat, quote.includes_vat) {
            (Some(rate), ..) => self.more().prices.now_vat_off(&self.number(rate, 0)),
            (None, Vat::Unknown, true) => self.more().prices.now_vat_assumed.to_owned(),
            (None, vat, includes) => self.vat_said(vat, includes).to_owned(),
        }
    }

    /// What stands under the headline of the page of prices.
    pub fn prices_standfirst_of(&self, standfirst: &Standfirst) -> String {
        let Standfirst { agency, base, day, moves, since } = standfirst;
        let moves = self.moves_to(moves, None);
        let mut text = self.more().prices.standfirst(agency, &self.when(*base), &self.day(*day), &moves);
        let quote = |(product, quote): &(Product, NowQuote)| {
            let (price, when) = (self.price(quote.quote, quote.unit), self.when(quote.when));
            // Nobody quoted what is left without the tax.
            let price = match quote.taken_off {
                Some(rate) => self.without_vat(&price, &self.number(rate, 0)),
                None => price,
            };
            self.more().prices.since_quote(self.product_inside(*product), &price, &quote.agency, &when)
        };
        if !since.is_empty() {
            text.push(' ');
            text += &self.more().prices.standfirst_since(&since.iter().map(quote).collect::<Vec<_>>().join("; "));
        }
        text
    }
}

/// With a capital at its start, where a sentence starts with it. Of ASCII alone: the table of all other capitals would be
/// 5 kB of WebAssembly.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| [first.to_ascii_uppercase()].into_iter().chain(letters).collect()).unwrap_or_default()
}
