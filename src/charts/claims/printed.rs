//! The article's figures that its charts draw: which they are, as printed, and as the mark of a row.

use crate::charts::figure::{Base, Empty, Name, Panel, Unit, XAxis};
use crate::charts::mark::{Amount, How, Label, Mark, Role, Shape, What};
use crate::charts::row_marks;
use crate::data::names::names;
use crate::data::{ArticleFigure, Bound, Decimal, Fact, Status, When};

names! {
    /// A figure of the article that a chart draws, by its id.
    ArticleId {
        /// Praseodymium in magnets before cerium-iron alloy.
        PrBefore = "pr-ratio-before",
        /// And with it.
        PrAfter = "pr-ratio-after",
        /// Dysprosium in magnets before grain boundary diffusion.
        DyBefore = "dy-ratio-before",
        /// And with it.
        DyAfter = "dy-ratio-after",
        /// Capacity that small magnet makers used before.
        UseBefore = "utilisation-before",
        /// And use now.
        UseAfter = "utilisation-after",
        /// Refining capacity outside China.
        Refining = "non-chinese-refining",
        /// The market share of two Chinese groups.
        TopTwo = "top-two-share",
        /// High-end orders among those for silicon steel.
        HighEndOrders = "high-end-orders",
        /// Light rare earth demand that is replaced.
        ReplacedShare = "pr-replaced-share",
        /// The same in tonnes.
        Replaced = "pr-replaced",
        /// What the MagNex magnet costs of an NdFeB magnet.
        MagNexCost = "magnex-cost",
        /// What the holmium-dysprosium magnet costs less.
        HoDyCost = "ho-dy-cost",
        /// What the Kangankunde mine is to yield.
        MineCapacity = "kangankunde-capacity",
        /// What that is to cost.
        MineCost = "kangankunde-cost",
        /// What the magnet line in Southeast Asia is to make.
        MagnetLine = "sea-magnet-line",
        /// Dysprosium alloy in a reactor.
        ReactorRods = "dy-rods",
        /// China's exports of a quarter.
        QuarterExports = "export-quarter",
        /// China's imports of a quarter.
        QuarterImports = "import-quarter",
        /// How imports from Laos changed.
        LaosChange = "laos-jan-feb",
        /// How exports of the United States' mine to China changed.
        MineExports = "us-mine-exports",
    }

    /// The unit of a figure that a chart draws.
    ArticleUnit {
        /// Per cent: a share, a ratio or a change.
        Percent = "%",
        /// A mass.
        Tonnes = "t",
        /// A mass a year.
        TonnesAYear = "t/yr",
        /// A mass a reactor.
        TonnesAUnit = "t/unit",
        /// A part of one.
        Ratio = "ratio",
        /// A cost or a price.
        UsdPerKilogram = "USD/kg",
    }
}

impl ArticleId {
    /// A figure of another unit is not what is drawn.
    fn unit(self) -> ArticleUnit {
        match self {
            Self::Replaced | Self::QuarterExports | Self::QuarterImports => ArticleUnit::Tonnes,
            Self::MineCapacity | Self::MagnetLine => ArticleUnit::TonnesAYear,
            Self::ReactorRods => ArticleUnit::TonnesAUnit,
            Self::MagNexCost => ArticleUnit::Ratio,
            Self::MineCost => ArticleUnit::UsdPerKilogram,
            _ => ArticleUnit::Percent,
        }
    }
}

/// A figure as the article printed it, or the same in per cent of a whole.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ArticleAmount {
    /// The lower end, where it is a range.
    pub value: Decimal,
    /// The upper end, where it is a range.
    pub high: Option<Decimal>,
    /// What both are in.
    pub unit: ArticleUnit,
    /// On which side of it the truth is said to lie.
    pub bound: Bound,
}

impl ArticleAmount {
    /// The least and the most that print like it, of a range from the lower end to the upper.
    pub fn rounded(self) -> (f64, f64) {
        let upper = self.high.unwrap_or(self.value);
        (self.value.to_f64() - self.value.half_unit(), upper.to_f64() + upper.half_unit())
    }

    /// Whether it is one number, meant as it is: neither a range nor a bound.
    pub fn is_one_number(self) -> bool {
        self.high.is_none() && self.bound == Bound::At
    }
}

/// The article's figures, to be looked up.
#[derive(Clone, Copy)]
pub(super) struct Article<'a>(pub &'a [ArticleFigure]);

impl<'a> Article<'a> {
    /// The figure of an id; `None` where there is none in its unit.
    pub fn get(self, id: ArticleId) -> Option<(&'a ArticleFigure, ArticleAmount)> {
        let unit = id.unit();
        let same = |figure: &&ArticleFigure| figure.id == id.name() && figure.unit == unit.name();
        let figure = self.0.iter().filter(same).max_by_key(|figure| figure.source.known_from)?;
        Some((figure, ArticleAmount { value: figure.value, high: figure.value_high, unit, bound: figure.bound() }))
    }

    /// The same as printed, without its row.
    pub fn amount(self, id: ArticleId) -> Option<ArticleAmount> {
        self.get(id).map(|(_, printed)| printed)
    }

    /// A panel of rows, a figure each, whose bars are as long as `length` says: one that is missing leaves words, and
    /// where all are missing the panel says so.
    pub fn panel(self, rows: &[(ArticleId, Role)], base: Base, length: impl Fn(ArticleAmount) -> f64) -> Panel {
        if !rows.iter().any(|(id, _)| self.get(*id).is_some()) {
            let nothing = Panel::new(XAxis::Rows(Vec::new()), Unit::AsLabelled, base);
            return Panel { empty: Some(Empty::Article), ..nothing };
        }
        let names = rows.iter().map(|(id, _)| (Name::Article(*id), None)).collect();
        let marks = rows.iter().enumerate().map(|(row, (id, role))| self.mark(*id, row, *role, &length));
        Panel { marks: marks.collect(), ..Panel::new(XAxis::Rows(names), Unit::AsLabelled, base) }
    }

    /// The mark of a row; of a figure that is missing the words that there is none.
    pub fn mark(self, id: ArticleId, row: usize, role: Role, length: impl Fn(ArticleAmount) -> f64) -> Mark {
        let Some((figure, printed)) = self.get(id) else {
            // As of the day of the others.
            let day = self.0.iter().map(|figure| figure.source.known_from).max().unwrap_or_default();
            return row_marks::missing(What::Article(id), When::Day(day), role, row, Label::NoFigure);
        };
        let amount = Amount::Article(printed);
        let (shape, ends) = match printed.high {
            Some(high) => (Shape::Range, (length(printed), length(ArticleAmount { value: high, ..printed }))),
            None => (Shape::Bar, (0.0, length(printed))),
        };
        Mark {
            what: What::Article(id),
            when: When::Day(figure.source.known_from),
            amount: Some(amount),
            how: match figure.status {
                Status::Reported => How::Published,
                Status::Estimate => How::Estimated,
                Status::Forecast => How::Forecast,
            },
            rows: vec![figure.row()],
            details: Vec::new(),
            detail_rows: Vec::new(),
            look: row_marks::look(shape, role, row, ends, Label::Amount(amount)),
        }
    }
}
