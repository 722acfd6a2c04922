//! `prices.csv`: one quote, as an agency or a seller printed it.

use super::File;
use super::decimal::Decimal;
use super::issue::{CellIssue, Expected};
use super::names::names;
use super::period::When;
use super::source::{Source, known_after};
use super::table::{Fact, Row};
use chrono::NaiveDate;

names! {
    /// What is sold.
    Product {
        /// Oxide of praseodymium and neodymium together.
        PrNdOxide = "PrNd oxide" | "prnd-oxide",
        /// Metal of praseodymium and neodymium together.
        PrNdMetal = "PrNd metal" | "prnd-metal",
        PrOxide = "Pr oxide" | "pr-oxide",
        PrMetal = "Pr metal" | "pr-metal",
        NdOxide = "Nd oxide" | "nd-oxide",
        NdMetal = "Nd metal" | "nd-metal",
        DyOxide = "Dy oxide" | "dy-oxide",
        DyMetal = "Dy metal" | "dy-metal",
        DyFe = "Dy-Fe alloy" | "dy-fe",
        TbOxide = "Tb oxide" | "tb-oxide",
        TbMetal = "Tb metal" | "tb-metal",
    }

    /// Where a quote holds. Markets are never joined in one line.
    Market {
        /// The market inside China.
        ChinaDomestic = "china-domestic" | "domestic",
        /// A producer's posted price.
        ChinaListing = "china-listing" | "listing",
        /// China's exports, free on board.
        FobChina = "fob-china" | "fob",
        Europe = "europe",
        /// Japanese and other trade press of export prices.
        International = "international",
        /// Not a market: a period's average.
        Average = "average",
        /// Not a market: the price at a year's end.
        YearEnd = "year-end",
    }

    /// The currency of a price.
    Currency {
        /// Yuan renminbi.
        Cny = "CNY" | "cny",
        /// US dollars.
        Usd = "USD" | "usd",
    }

    /// The mass that a price is for.
    Per {
        Tonne = "t",
        Kilogram = "kg",
    }

    /// Whether a quote includes China's value added tax.
    Vat {
        Included = "incl",
        Excluded = "excl",
        /// The source does not say, see [`PriceFact::includes_vat`].
        Unknown = "unknown",
    }
}

/// Currency units per [`Per`], as printed: finite and above zero.
pub type Price = f64;

/// The figures of one quote: the spread that the agency heard, a single figure, or both.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Quote {
    /// The spread that the agency heard, with or without a mid.
    Band {
        /// The lowest quote, not above `high`.
        low: Price,
        /// The highest quote.
        high: Price,
        /// Between the two, only where it was printed.
        mid: Option<Price>,
    },
    /// One figure.
    Single(Price),
}

impl Quote {
    /// The low of the band, or the single figure.
    pub fn low(self) -> Price {
        match self {
            Self::Band { low, .. } => low,
            Self::Single(price) => price,
        }
    }

    /// The high of the band, or the single figure.
    pub fn high(self) -> Price {
        match self {
            Self::Band { high, .. } => high,
            Self::Single(price) => price,
        }
    }

    /// The mid where printed, or the single figure.
    pub fn printed_mid(self) -> Option<Price> {
        match self {
            Self::Band { mid, .. } => mid,
            Self::Single(price) => Some(price),
        }
    }

    /// The same quote in another unit.
    pub fn map(self, convert: impl Fn(Price) -> Price) -> Self {
        match self {
            Self::Band { low, high, mid } => {
                Self::Band { low: convert(low), high: convert(high), mid: mid.map(convert) }
            }
            Self::Single(price) => Self::Single(convert(price)),
        }
    }
}

/// One quote of an agency or a seller.
#[derive(Clone, Debug, PartialEq)]
pub struct PriceFact {
    /// The day of the quote, or the month or year that it stands for.
    pub when: When,
    /// What is sold.
    pub product: Product,
    /// Where the quote holds.
    pub market: Market,
    /// The figures, in [`Self::currency`] for each [`Self::per`].
    pub quote: Quote,
    /// The currency as printed: none is ever converted.
    pub currency: Currency,
    /// The mass that the figures are for.
    pub per: Per,
    /// What the source says of China's value added tax.
    pub vat: Vat,
    /// Its name is the agency.
    pub source: Source,
}

impl Fact for PriceFact {
    const FILE: File = File::Prices;
    const COLUMNS: &'static [&'static str] = &[
        "date",
        "span",
        "product",
        "market",
        "low",
        "high",
        "mid",
        "currency",
        "per",
        "vat",
        "agency",
        "confidence",
        "known_from",
        "source_url",
    ];

    fn read(row: &Row) -> Result<Self, CellIssue> {
        let when = row.required("date", Expected::DayOrPeriod, When::parse)?;
        let as_span_says = match (when, row.text("span")) {
            (When::Day(_), "day") => true,
            (When::Span(span), "month") => span.months() == 1,
            (When::Span(span), "year") => span.is_year(),
            _ => false,
        };
        if !as_span_says {
            return Err(CellIssue::new("span", row.text("span"), Expected::DayOrPeriod));
        }
        known_after(row, when.last_day())?;
        Ok(Self {
            when,
            product: row.required("product", Expected::OneOf(Product::NAMES), Product::parse)?,
            market: row.required("market", Expected::OneOf(Market::NAMES), Market::parse)?,
            quote: read_quote(row)?,
            currency: row.required("currency", Expected::OneOf(Currency::NAMES), Currency::parse)?,
            per: row.required("per", Expected::OneOf(Per::NAMES), Per::parse)?,
            vat: row.required("vat", Expected::OneOf(Vat::NAMES), Vat::parse)?,
            source: Source::read(row, row.text("agency"))?,
        })
    }

    fn source(&self) -> &Source {
        &self.source
    }
}

fn read_quote(row: &Row) -> Result<Quote, CellIssue> {
    let positive = |text: &str| Decimal::parse(text).map(Decimal::to_f64).filter(|price| *price > 0.0);
    let price = |column| row.filled(column, Expected::Price, positive);
    let (low, high) = (price("low")?, price("high")?);
    // A band does without its mid.
    let mid = if low.is_some() { row.optional("mid", Expected::Price, positive) } else { price("mid")? };
    match (low, high, mid) {
        (Some(low), Some(high), _) if low > high => {
            Err(CellIssue::new("low", &format!("{} to {}", row.text("low"), row.text("high")), Expected::LowBelowHigh))
        }
        (Some(low), Some(high), Some(mid)) if !(low..=high).contains(&mid) => {
            Err(CellIssue::new("mid", row.text("mid"), Expected::MidInBand))
        }
        (Some(low), Some(high), mid) => Ok(Quote::Band { low, high, mid }),
        (None, None, Some(mid)) => Ok(Quote::Single(mid)),
        (None, None, None) => Err(CellIssue::new("mid", "", Expected::BandOrMid)),
        _ => Err(CellIssue::new("low", row.text("low"), Expected::LowAndHigh)),
    }
}

impl PriceFact {
    /// Whether China's value added tax can be taken off: only quotes of China's own market include it, and rarely say so.
    pub fn includes_vat(&self) -> bool {
        self.currency == Currency::Cny
            && matches!(self.market, Market::ChinaDomestic | Market::ChinaListing)
            && self.vat != Vat::Excluded
    }
}

/// China's value added tax on rare earths: the rate in per cent until a day, that day included.
///
/// Sources: Cai Shui [2018] 32 and Announcement 2019 No. 39 of the Ministry of Finance.
const VAT_RATES: [(Option<NaiveDate>, f64); 3] =
    [(NaiveDate::from_ymd_opt(2018, 4, 30), 17.0), (NaiveDate::from_ymd_opt(2019, 3, 31), 16.0), (None, 13.0)];

/// The rate of the tax on a day or in a period, in per cent; `None` for a period that spans two.
pub fn vat_rate(when: When) -> Option<f64> {
    let at = |day: NaiveDate| VAT_RATES.iter().find(|(until, _)| until.is_none_or(|until| day <= until));
    let first = match when {
        When::Day(day) => day,
        When::Span(span) => span.first().first_day(),
    };
    let (first, last) = (at(first)?.1, at(when.last_day())?.1);
    (first == last).then_some(first)
}
