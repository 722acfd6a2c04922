//! `origins.csv`: China's imports from one partner in one basket of customs lines.

use super::File;
use super::amount::{PrintedPercent, PrintedTonnes, Usd};
use super::issue::{CellIssue, Expected};
use super::names::names;
use super::period::Span;
use super::source::{Source, known_after};
use super::table::{Fact, Row};
use std::fmt;

/// A trading partner: an ISO 3166 alpha-3 code, or `W00` for the world.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Partner([u8; 3]);

impl Partner {
    /// All partners together.
    pub const WORLD: Self = Self(*b"W00");
    /// Myanmar.
    pub const MYANMAR: Self = Self(*b"MMR");
    /// Laos.
    pub const LAOS: Self = Self(*b"LAO");
    /// The United States.
    pub const USA: Self = Self(*b"USA");
    /// Malaysia.
    pub const MALAYSIA: Self = Self(*b"MYS");

    /// Reads three capital letters, or `W00`.
    pub fn parse(code: &str) -> Option<Self> {
        let bytes: [u8; 3] = code.as_bytes().try_into().ok()?;
        (code == "W00" || bytes.iter().all(u8::is_ascii_uppercase)).then_some(Self(bytes))
    }

    /// The code as the file writes it.
    pub fn code(&self) -> &str {
        // Only ASCII gets in, see `parse`.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl fmt::Debug for Partner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

names! {
    /// What was counted: a set of customs lines. Baskets are separate series, never added across.
    Basket {
        /// HS 2846 and 280530.
        CompoundsMetals = "compounds-metals",
        /// HS 28469019, or all oxides where the row gives no code.
        Oxides = "oxides",
        /// HS 28469048.
        MixedCarbonate = "mixed-carbonate",
        /// HS 28469099.
        OtherCompounds = "other-compounds",
        /// HS 28469028.
        MixedChloride = "mixed-chloride",
        /// Including cerium carbonate.
        Carbonates = "carbonates",
        /// Compounds of cerium, see the row's HS code.
        CeriumCompounds = "cerium-compounds",
        /// One 8-digit line, see the row's HS code.
        CompoundsLine = "compounds-line",
        /// Metals, see the row's HS code.
        Metals = "metals",
        /// HS 25309020.
        Ore = "ore",
        /// HS 261220: the heading is thorium ores.
        Monazite = "monazite",
        /// HS 284690.
        Compounds = "compounds",
        /// As the source words it.
        OxidesCarbonatesCompounds = "oxides-carbonates-compounds",
        /// As the source words it.
        AllWithOre = "all-with-ore",
        /// As the source words it.
        Processed = "processed",
        /// As the source words it.
        MediumHeavy = "medium-heavy",
        /// Press wording, basket unclear.
        Everything = "all",
        /// The source's estimate of the oxide content.
        ReoEquivalent = "reo-equivalent",
    }

    /// How a figure came to be.
    Kind {
        /// As the source printed it.
        Published = "published",
        /// Computed from published figures, by the row's formula.
        Derived = "derived",
        /// The source's estimate.
        Estimated = "estimated",
    }

    /// Whether a figure may be stacked, or is another source's figure for the same thing.
    Use {
        /// Drawn.
        Main = "main",
        /// Listed beside the chart, never stacked.
        Check = "check",
    }
}

/// One figure: what came from one partner, in one basket, in one period.
#[derive(Clone, Debug, PartialEq)]
pub struct OriginFact {
    /// The months that were counted.
    pub span: Span,
    /// Where the goods came from; [`Partner::WORLD`] is everywhere.
    pub partner: Partner,
    /// The customs lines that were counted.
    pub basket: Basket,
    /// Customs codes joined by `+`; empty where the source gives none.
    pub hs: String,
    /// Net weight.
    pub tonnes: Option<PrintedTonnes>,
    /// CIF.
    pub value: Option<Usd>,
    /// Part of the basket's world total, as published.
    pub share: Option<PrintedPercent>,
    /// The change on a year before, as printed.
    pub change: Option<PrintedPercent>,
    /// Whether somebody published it, derived it or estimated it.
    pub kind: Kind,
    /// How it was derived or estimated; free text.
    pub formula: String,
    /// Whether it may be drawn.
    pub usage: Use,
    /// Free text of the row, shown with the figure.
    pub note: String,
    /// Who published it, and since when it was public.
    pub source: Source,
}

impl Fact for OriginFact {
    const FILE: File = File::Origins;
    const COLUMNS: &'static [&'static str] = &[
        "period",
        "partner",
        "basket",
        "hs",
        "tonnes",
        "value_usd",
        "share_pct",
        "yoy_pct",
        "kind",
        "formula",
        "use",
        "confidence",
        "known_from",
        "source",
        "source_url",
        "note",
    ];

    fn read(row: &Row) -> Result<Self, CellIssue> {
        let fact = Self {
            span: row.required("period", Expected::Period, Span::parse)?,
            partner: row.required("partner", Expected::PartnerCode, Partner::parse)?,
            basket: row.required("basket", Expected::Basket, Basket::parse)?,
            hs: row.text("hs").to_owned(),
            tonnes: row.optional("tonnes", Expected::Tonnes, PrintedTonnes::parse),
            value: row.optional("value_usd", Expected::Dollars, Usd::parse),
            share: row.optional("share_pct", Expected::Percent, PrintedPercent::parse),
            change: row.optional("yoy_pct", Expected::Percent, PrintedPercent::parse),
            kind: row.required("kind", Expected::OneOf(Kind::NAMES), Kind::parse)?,
            formula: row.text("formula").to_owned(),
            usage: row.required("use", Expected::OneOf(Use::NAMES), Use::parse)?,
            note: row.text("note").to_owned(),
            source: Source::read(row, row.text("source"))?,
        };
        known_after(row, fact.span.last().last_day())?;
        let empty = fact.tonnes.is_none() && fact.value.is_none() && fact.share.is_none() && fact.change.is_none();
        if empty { Err(CellIssue::new("tonnes", "", Expected::SomeFigure)) } else { Ok(fact) }
    }

    fn source(&self) -> &Source {
        &self.source
    }
}

/// The baskets that have a figure of Myanmar or Laos in tonnes, for the choice of one.
pub fn partner_baskets(facts: &[OriginFact]) -> Vec<Basket> {
    let named = |fact: &&OriginFact| [Partner::MYANMAR, Partner::LAOS].contains(&fact.partner) && fact.tonnes.is_some();
    let mut baskets: Vec<Basket> = facts.iter().filter(named).map(|fact| fact.basket).collect();
    baskets.sort();
    baskets.dedup();
    baskets
}

/// The years that the baskets chart can show, newest first.
pub fn basket_years(facts: &[OriginFact]) -> Vec<i32> {
    let mut years: Vec<i32> = facts
        .iter()
        .filter(|fact| fact.span.is_year() && fact.tonnes.is_some())
        .map(|fact| fact.span.first().year())
        .collect();
    years.sort();
    years.dedup();
    years.reverse();
    years
}
