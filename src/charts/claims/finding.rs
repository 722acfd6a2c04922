//! What the charts of the article's figures found: rules from values to findings, each with room for rounding.

use super::parts::cost;
use super::printed::{Article, ArticleAmount, ArticleId};
use crate::charts::mark::Role;
use crate::charts::sourcing::Part;
use crate::charts::trade::Change;
use crate::data::{Bound, Flow, Percent, Span, Status, When};
use crate::view::ChartName;

/// A difference of up to so many points may be rounding.
const MARGIN: f64 = 1.0;

/// What a chart of this family found, or that it found nothing.
#[derive(Clone, Debug, PartialEq)]
pub enum Finding {
    /// Nothing holds: the title says what the chart shows.
    Neutral(ChartName),
    /// How each flow changed on a year before; at least one.
    Quarters(Span, Vec<(Flow, Change)>),
    /// How much less of each metal is added; at least one.
    Additions(Vec<(Metal, Fall)>),
    /// Makers use less of their capacity than before, by so many points more than rounding.
    Capacity {
        /// In per cent.
        before: ArticleAmount,
        /// In per cent.
        after: ArticleAmount,
    },
    /// Over so much of the world's refining is in China.
    Refining {
        /// The least part that is inside.
        inside: Percent,
        /// What two groups may come to hold more of their market than.
        top_two: Option<ArticleAmount>,
    },
    /// What two magnets cost of what they stand against; at least one.
    Costs {
        /// What MagNex costs.
        magnex: Option<Part>,
        /// How much less the holmium-dysprosium magnet costs, above zero.
        ho_dy: Option<Percent>,
    },
    /// The demand that a replaced mass and its share imply.
    Demand {
        /// In tonnes.
        replaced: ArticleAmount,
        /// In per cent of the demand.
        share: ArticleAmount,
        /// The least and the most, in tonnes.
        implied: (f64, f64),
    },
    /// A cost, and between which prices oxides are quoted, in dollars a kilogram.
    Oxides {
        /// Below the lowest price.
        cost: ArticleAmount,
        /// When the oldest of the quotes was made.
        since: When,
        /// The lowest quote.
        low: f64,
        /// The highest quote.
        high: f64,
    },
    /// How two origins changed in a year, by more than rounding.
    Newcomers {
        /// Of both.
        year: i32,
        /// On the year before.
        laos: Percent,
        /// On the year before.
        usa: Percent,
    },
}

/// A metal that is added to magnets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Metal {
    /// Of the light rare earths.
    Praseodymium,
    /// Of the heavy ones.
    Dysprosium,
}

impl Metal {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Praseodymium, Self::Dysprosium];

    /// Its hue, and what is added before and after.
    pub(super) fn rows(self) -> (Role, [ArticleId; 2]) {
        match self {
            Self::Praseodymium => (Role::Praseodymium, [ArticleId::PrBefore, ArticleId::PrAfter]),
            Self::Dysprosium => (Role::Dysprosium, [ArticleId::DyBefore, ArticleId::DyAfter]),
        }
    }
}

/// How far something fell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fall {
    /// By 40 to 50 %, whatever the rounding.
    NearlyHalf,
    /// By about so much.
    About(Percent),
}

impl Fall {
    /// `None` where it fell by no more than a point beyond rounding.
    fn of(before: ArticleAmount, after: ArticleAmount) -> Option<Self> {
        let (before_range, after_range) = (before.rounded(), after.rounded());
        let fall = |before: f64, after: f64| Percent::change(after, before).map(|change| -change.to_f64());
        let least = fall(before_range.0, after_range.1)?;
        let most = fall(before_range.1, after_range.0)?;
        if least >= 40.0 && most <= 50.0 {
            return Some(Self::NearlyHalf);
        }
        let middle = fall(before.value.to_f64(), after.value.to_f64()).and_then(Percent::new)?;
        let are_numbers = before.is_one_number() && after.is_one_number();
        (least > MARGIN && are_numbers).then_some(Self::About(middle))
    }
}

pub(super) fn additions(article: Article) -> Finding {
    let fall = |metal: Metal| {
        let [before, after] = metal.rows().1.map(|id| article.amount(id));
        Some((metal, Fall::of(before?, after?)?))
    };
    let falls: Vec<(Metal, Fall)> = Metal::ALL.into_iter().filter_map(fall).collect();
    if falls.is_empty() { Finding::Neutral(ChartName::Additions) } else { Finding::Additions(falls) }
}

pub(super) fn capacity(article: Article) -> Finding {
    match (article.amount(ArticleId::UseBefore), article.amount(ArticleId::UseAfter)) {
        (Some(before), Some(after)) if before.rounded().0 - after.rounded().1 > MARGIN => {
            Finding::Capacity { before, after }
        }
        _ => Finding::Neutral(ChartName::Capacity),
    }
}

/// Less than a share outside China is more than the rest inside.
pub(super) fn shares(article: Article) -> Finding {
    let outside = article.amount(ArticleId::Refining).filter(|of| of.bound == Bound::Below && of.value.to_f64() < 50.0);
    let inside = outside.and_then(|outside| Percent::new(100.0 - outside.value.to_f64()));
    let top_two = article.get(ArticleId::TopTwo).filter(|(figure, _)| figure.status == Status::Forecast);
    let top_two = top_two.map(|(_, share)| share).filter(|share| share.bound == Bound::Above);
    inside.map_or(Finding::Neutral(ChartName::Shares), |inside| Finding::Refining { inside, top_two })
}

pub(super) fn costs(article: Article) -> Finding {
    // Nothing is said of a figure that rounds to the whole cost, or is a range or a bound.
    let less = |id: ArticleId| {
        let printed = article.amount(id).filter(|printed| printed.is_one_number())?;
        let cost = Percent::new(cost(printed))?;
        (cost.to_f64() > 0.0 && cost.to_f64() < 100.0 - MARGIN).then_some(cost)
    };
    let magnex = less(ArticleId::MagNexCost).map(Part::of);
    let ho_dy = less(ArticleId::HoDyCost).and_then(|cost| Percent::new(100.0 - cost.to_f64()));
    let any = magnex.is_some() || ho_dy.is_some();
    if any { Finding::Costs { magnex, ho_dy } } else { Finding::Neutral(ChartName::Costs) }
}

pub(super) fn volumes(article: Article) -> Finding {
    let implied = || {
        let (replaced, share) = (article.amount(ArticleId::Replaced)?, article.amount(ArticleId::ReplacedShare)?);
        let (tonnes, part) = (replaced.rounded(), share.rounded());
        let implied = (100.0 * tonnes.0 / part.1, 100.0 * tonnes.1 / part.0);
        // What is only said to be under or over a figure implies no range.
        let are_meant = replaced.bound == Bound::At && share.bound == Bound::At;
        (are_meant && tonnes.0 > 0.0 && part.0 > 0.0).then_some(Finding::Demand { replaced, share, implied })
    };
    implied().unwrap_or(Finding::Neutral(ChartName::Volumes))
}
