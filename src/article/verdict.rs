//! Whether other sources agree with the figures of the article. Nothing is read from free text.
//!
//! A figure agrees with another of the same quantity where the two are equal within the printed rounding of both, or
//! where it lies inside the interval that published figures leave, if that is narrow. Otherwise they differ. A figure of
//! another period or basket is related, in the same or the opposite direction. Of a price range it is said what came
//! after it.

use super::evidence::{Evidence, Others, is_publishers};
use super::forecast::{Fate, Forecast};
use super::quotes::{Terms, claimed_of, house, main_agency, shown};
use crate::data::{
    ArticleFigure, Counterpart, Dataset, Fact, Market, Measure, Percent, PriceFact, PrintedTonnes, Product, RowId,
    Tonnes, facts,
};
use crate::view::VatChoice;
use chrono::NaiveDate;

/// A figure of the article, and what other sources say of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// The figure.
    pub figure: ArticleFigure,
    /// What is said of it.
    pub verdict: Verdict,
}

/// What other sources say of a figure of the article.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    /// The same, elsewhere.
    Agrees(Evidence),
    /// Another figure for the same.
    Differs(Evidence, Difference),
    /// A figure of another period or basket, or an event.
    Related(Evidence, Option<Way>),
    /// It was about what was to come, and that is known by now.
    CameAfter(Aftermath),
    /// No other source was found.
    NotCheckable,
}

/// How far two figures are apart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Difference {
    /// By a mass.
    Tonnes(Tonnes),
    /// In percentage points.
    Points(Percent),
}

/// Whether a related figure changed in the direction of the article's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Both rose, or both fell.
    Same,
    /// One rose, and the other fell.
    Opposite,
}

/// What came after a price range was expected.
#[derive(Clone, Debug, PartialEq)]
pub struct Aftermath {
    /// By the quotes of the main agency from the first day to the last.
    pub fate: Fate,
    /// The last day on which a quote fitted in a row from the first; `None` where none did.
    pub inside_until: Option<NaiveDate>,
    /// Whether those quotes are of the article's publisher itself.
    pub own_quotes: bool,
    /// The newest quote of any agency that is not weak, in CNY a tonne with tax as quoted, with the agency's name.
    pub newest: (NaiveDate, f64, String),
    /// The rows of the last quote inside, of the first outside and of the newest.
    pub rows: Vec<RowId>,
}

/// A verdict without what it rests on, in the order of a count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// See [`Verdict::Agrees`].
    Agrees,
    /// See [`Verdict::Related`].
    Related,
    /// See [`Verdict::Differs`].
    Differs,
    /// See [`Verdict::CameAfter`].
    CameAfter,
    /// See [`Verdict::NotCheckable`].
    NotCheckable,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Agrees, Self::Related, Self::Differs, Self::CameAfter, Self::NotCheckable];
}

impl Verdict {
    /// Which of the five it is.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Agrees(_) => Kind::Agrees,
            Self::Differs(..) => Kind::Differs,
            Self::Related(..) => Kind::Related,
            Self::CameAfter(_) => Kind::CameAfter,
            Self::NotCheckable => Kind::NotCheckable,
        }
    }

    /// The rows that it rests on.
    pub fn rows(&self) -> &[RowId] {
        match self {
            Self::Agrees(evidence) | Self::Differs(evidence, _) | Self::Related(evidence, _) => &evidence.rows,
            Self::CameAfter(aftermath) => &aftermath.rows,
            Self::NotCheckable => &[],
        }
    }
}

impl Claim {
    /// One figure of the article with its verdict, without those of the others.
    pub fn of(figure: &ArticleFigure, data: &Dataset) -> Self {
        Self { figure: figure.clone(), verdict: verdict(figure, data, None) }
    }
}

/// Every figure of the article with its verdict.
#[derive(Clone, Debug, PartialEq)]
pub struct Claims(pub Vec<Claim>);

impl Claims {
    /// Of the article's figures of a data set, by its other figures. Two runs of the deduction: some milliseconds.
    pub fn new(data: &Dataset) -> Self {
        let figures = facts(&data.article);
        // Without figures nothing is worked out.
        let others = figures.first().map(|_| Others::new(data));
        let claim =
            |figure: &ArticleFigure| Claim { figure: figure.clone(), verdict: verdict(figure, data, others.as_ref()) };
        Self(figures.iter().map(claim).collect())
    }

    /// The claim of that id.
    pub fn get(&self, id: &str) -> Option<&Claim> {
        self.0.iter().find(|claim| claim.figure.id == id)
    }

    /// How many figures have each kind of verdict; those that no figure has are left out.
    pub fn counts(&self) -> Vec<(Kind, usize)> {
        let count = |kind: Kind| (kind, self.0.iter().filter(|claim| claim.verdict.kind() == kind).count());
        Kind::ALL.map(count).into_iter().filter(|(_, count)| *count > 0).collect()
    }
}

/// `others` are the figures that are not the publisher's; without them they are worked out here, which takes milliseconds.
fn verdict(figure: &ArticleFigure, data: &Dataset, others: Option<&Others>) -> Verdict {
    let found = || {
        let against = figure.against?;
        if let Counterpart::Quotes { product, market, to, .. } = against.counterpart {
            return aftermath(figure, facts(&data.prices), product, market, to).map(Verdict::CameAfter);
        }
        let evidence = match others {
            Some(others) => others.evidence(against.counterpart)?,
            None => Others::new(data).evidence(against.counterpart)?,
        };
        let measure = measure(against.counterpart);
        if against.same { compare(figure, measure?, evidence) } else { relate(figure, measure, evidence) }
    };
    found().unwrap_or(Verdict::NotCheckable)
}

fn measure(counterpart: Counterpart) -> Option<Measure> {
    match counterpart {
        Counterpart::Trade { measure, .. } | Counterpart::Origin { measure, .. } => Some(measure),
        Counterpart::Quotes { .. } | Counterpart::Event(_) => None,
    }
}

/// `None` where the two are not in the same unit, or what others say is too vague to bear the figure out.
fn compare(figure: &ArticleFigure, measure: Measure, evidence: Evidence) -> Option<Verdict> {
    let (low, high) = printed_range(figure, measure)?;
    let (least, most) = evidence.says.range()?;
    if low <= most && high >= least {
        return evidence.says.is_close().then_some(Verdict::Agrees(evidence));
    }
    // Two printed figures differ by their values, a figure from an interval by the way to its nearer end.
    let (value, middle) = (figure.value.to_f64(), (least + most) / 2.0);
    let other = if is_printed(&evidence) { middle } else { value.clamp(least, most) };
    let by = (value - other).abs();
    let by = match measure {
        Measure::Tonnes => Difference::Tonnes(Tonnes::from_grams((by * 1e6).round() as i64)),
        Measure::Change => Difference::Points(Percent::new(by)?),
    };
    Some(Verdict::Differs(evidence, by))
}

fn is_printed(evidence: &Evidence) -> bool {
    matches!(evidence.says, super::Says::Tonnes(_) | super::Says::Change(_))
}

/// The least and the most that the article's figure can mean by its print.
fn printed_range(figure: &ArticleFigure, measure: Measure) -> Option<(f64, f64)> {
    let (first, last) = (figure.value, figure.value_high.unwrap_or(figure.value));
    match (measure, &*figure.unit) {
        (Measure::Tonnes, "t") => {
            let (low, high) = (PrintedTonnes::new(first)?, PrintedTonnes::new(last)?);
            Some((low.low().to_f64(), high.high().to_f64()))
        }
        (Measure::Change, "%") => {
            let half = |places: usize| 0.5 / 10_f64.powi(places as i32);
            Some((first.to_f64() - half(first.places()), last.to_f64() + half(last.places())))
        }
        _ => None,
    }
}

/// Only changes have a direction; a change that may be none has no direction.
fn relate(figure: &ArticleFigure, measure: Option<Measure>, evidence: Evidence) -> Option<Verdict> {
    let way = match measure {
        Some(Measure::Change) if figure.unit == "%" => {
            let (least, most) = evidence.says.range()?;
            match (figure.value.to_f64() > 0.0, least > 0.0, most < 0.0) {
                (_, false, false) => None,
                (rises, rose, _) if rises == rose => Some(Way::Same),
                _ => Some(Way::Opposite),
            }
        }
        _ => None,
    };
    Some(Verdict::Related(evidence, way))
}

/// `None` where the figure is no range of this product's price, or nothing was quoted after its first day.
fn aftermath(
    figure: &ArticleFigure,
    prices: &[PriceFact],
    product: Product,
    market: Market,
    to: NaiveDate,
) -> Option<Aftermath> {
    let terms = Terms { market, ..Terms::inside(VatChoice::Included) };
    let forecast = Forecast::of(figure, product, terms).filter(|forecast| forecast.days.to == to)?;
    let quotes = shown(prices, product, terms);
    let main = main_agency(&quotes);
    let claimed = claimed_of(&quotes, main);
    let fate = forecast.fate(&claimed);
    let from = forecast.days.from;
    let inside_until = match fate {
        Fate::NoQuotes => return None,
        Fate::NeverFitted { .. } | Fate::InAndOut { .. } => None,
        Fate::StillFits { day, .. } => Some(day),
        Fate::Left { days, .. } => from.checked_add_days(chrono::Days::new(u64::try_from(days).ok()?)),
    };
    let outside = match fate {
        Fate::NeverFitted { day, .. } | Fate::Left { day, .. } => Some(day),
        Fate::NoQuotes | Fate::StillFits { .. } | Fate::InAndOut { .. } => None,
    };
    let of_main = |day: Option<NaiveDate>| {
        quotes.iter().find(|quote| quote.day() == day && day.is_some() && Some(quote.agency()) == main)
    };
    let strong = quotes.iter().filter(|quote| !quote.weak());
    let newest = strong.filter_map(|quote| Some((quote.day()?, quote))).max_by_key(|(day, _)| *day)?;
    let mut rows: Vec<RowId> = [of_main(inside_until), of_main(outside), Some(newest.1)]
        .into_iter()
        .flatten()
        .map(|at| at.fact.row())
        .collect();
    rows.dedup();
    Some(Aftermath {
        fate,
        inside_until,
        own_quotes: of_main(inside_until.or(outside)).is_some_and(|quote| is_publishers(&quote.fact.source)),
        newest: (newest.0, newest.1.mid(), house(newest.1.agency()).to_owned()),
        rows,
    })
}
