//! What the trade charts found: rules from values to findings. None of them needs a weak row.

use super::Change;
use super::change::{Known, Slot, known};
use super::extreme::Extreme;
use super::series::FlowSeries;
use super::slots::years;
use super::ytd::Years;
use crate::data::{Flow, Month, Span};
use crate::view::ChartName;

/// A change of up to so many points in per cent may be rounding or revision.
pub const MARGIN: f64 = 1.0;

/// What a chart of this family found, or that it found nothing.
#[derive(Clone, Debug, PartialEq)]
pub enum Finding {
    /// Nothing holds: the title says what the chart shows.
    Neutral(ChartName),
    /// Where an index stands that is 100 in this month; `None` where nothing is claimed of it.
    Indexed(Month, Option<IndexLevels>),
    /// In every year after this one, the running one among them, and in the newest month.
    Since(i32, Moves),
    /// In these periods, a year or a part of it each, in a row and up to the newest that both flows have.
    In(Vec<Span>, Moves),
    /// One of those two, and how far the flow came that it names last. Only the trade page says so.
    Furthest(Box<Finding>, Extreme),
    /// From each of these years to the next; a flow without a way to say that of has none.
    EachYear(Vec<i32>, Moves),
    /// Where exports and imports lie furthest apart, by how many points, and which flow did better.
    Widest {
        /// The same of both flows.
        span: Span,
        /// Percentage points, above zero.
        points: f64,
        /// Whose change is the higher.
        ahead: Flow,
    },
    /// How far they lie apart in the newest period, where no period is clearly the widest.
    Apart {
        /// The same of both flows.
        span: Span,
        /// Percentage points, above [`MARGIN`].
        points: f64,
        /// Whose change is the higher.
        ahead: Flow,
    },
}

/// Where imports and exports stand in a month, in per cent of their base month.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct IndexLevels {
    /// A month that is not the base.
    pub month: Month,
    /// `None` where there is no line of imports.
    pub imports: Option<f64>,
    /// `None` where there is no line of exports.
    pub exports: Option<f64>,
}

/// Which way each flow moved; `None` where nothing is said of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Moves {
    /// Into China.
    pub imports: Option<Direction>,
    /// Out of China.
    pub exports: Option<Direction>,
}

/// Which way a change on a year before goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// By more than a point.
    Up,
    /// By more than a point.
    Down,
    /// By a point at most, either way.
    Flat,
}

impl Direction {
    /// Of a change in per cent.
    pub fn of(change: f64) -> Self {
        if change > MARGIN {
            Self::Up
        } else if change < -MARGIN {
            Self::Down
        } else {
            Self::Flat
        }
    }

    fn opposes(self, other: Self) -> bool {
        matches!((self, other), (Self::Up, Self::Down) | (Self::Down, Self::Up))
    }
}

impl Moves {
    /// Of one flow.
    pub fn of(self, flow: Flow) -> Option<Direction> {
        match flow {
            Flow::Import => self.imports,
            Flow::Export => self.exports,
        }
    }

    fn new(flows: &[&FlowSeries], directions: &[Direction]) -> Self {
        let of =
            |flow: Flow| flows.iter().zip(directions).find(|(series, _)| series.flow() == flow).map(|(_, way)| *way);
        Self { imports: of(Flow::Import), exports: of(Flow::Export) }
    }
}

/// A newest single month that says the opposite of the title.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Alone {
    /// Whose month it is.
    pub flow: Flow,
    /// One month.
    pub span: Span,
    /// Its change on a year before.
    pub change: Change,
}

/// What the month chart found, and the newest months that say the opposite.
pub fn trade(flows: &[FlowSeries; 2], window: (Month, Month)) -> (Finding, Vec<Alone>) {
    let both = [&flows[0], &flows[1]];
    let candidates: [&[&FlowSeries]; 3] = [&both, &both[..1], &both[1..]];
    let runs = candidates.map(|flows| (flows, newest_run(&courses(flows, window))));
    // What can be said of both goes first, else the flow whose periods end later.
    let best = runs.iter().filter(|(_, run)| !run.is_empty()).max_by_key(|(flows, run)| {
        (flows.len(), run.last().map(|(span, _)| span.last()), flows.first().map(|of| of.flow() == Flow::Import))
    });
    let Some((flows, run)) = best else { return (Finding::Neutral(ChartName::Trade), Vec::new()) };
    let Some(((first, _), (last, ways))) = run.first().zip(run.last()) else {
        return (Finding::Neutral(ChartName::Trade), Vec::new());
    };
    let moves = Moves::new(flows, ways);
    let alone: Vec<Alone> =
        flows.iter().zip(ways).filter_map(|(series, way)| opposite_month(series, *way, *last, window.1)).collect();
    let later = Span::new(last.first(), window.1);
    let confirmed = |series: &FlowSeries, way: Direction| {
        let mut later = later.into_iter().flat_map(years);
        way != Direction::Flat && later.all(|year| course(&[series], year).is_none_or(|(_, now)| now == [way]))
    };
    let since = run.len() > 1 && alone.is_empty() && flows.iter().zip(ways).all(|(of, way)| confirmed(of, *way));
    if since {
        (Finding::Since(first.first().year() - 1, moves), alone)
    } else {
        (Finding::In(run.iter().map(|(span, _)| *span).collect(), moves), alone)
    }
}

/// A period, and which way each flow moved in it.
type Course = (Span, Vec<Direction>);

/// How the flows moved in each year in view but the first, whose year before is not in view; where it is alone, in it.
fn courses(flows: &[&FlowSeries], window: (Month, Month)) -> Vec<Course> {
    let years: Vec<Span> = Span::new(window.0, window.1).into_iter().flat_map(years).collect();
    let skipped = usize::from(years.len() > 1);
    years.into_iter().skip(skipped).filter_map(|year| course(flows, year)).collect()
}

/// The last of the periods, and those before it, year by year, in which all flows moved as in the last.
fn newest_run(courses: &[Course]) -> Vec<Course> {
    let Some((newest, ways)) = courses.last() else { return Vec::new() };
    let year = |course: &Course| course.0.first().year();
    let same =
        |(back, course): &(usize, &Course)| course.1 == *ways && year(course) + *back as i32 == newest.first().year();
    let mut run: Vec<Course> =
        courses.iter().rev().enumerate().take_while(same).map(|(_, course)| course.clone()).collect();
    run.reverse();
    run
}

/// How the flows moved in the longest period from the start of a year in which the changes of all are known.
///
/// Where a weak row is needed for that period, a shorter one must say the same without it, and be most of it.
fn course(flows: &[&FlowSeries], year: Span) -> Option<Course> {
    let longest = |known: &dyn Fn(&FlowSeries, Span) -> bool| {
        let start = flows.first()?.starts(year);
        start.into_iter().find(|span| flows.iter().all(|series| known(series, *span)))
    };
    let named = longest(&|series, span| !series.index.changes(span).is_empty())?;
    let sound = longest(&|series, span| series.index.sound(span).is_some())?;
    let ways = |change: &dyn Fn(&FlowSeries) -> Option<Change>| -> Option<Vec<Direction>> {
        flows.iter().map(|series| change(series).map(|change| Direction::of(change.value()))).collect()
    };
    let by_sound = ways(&|series| series.index.sound(sound))?;
    let agrees = ways(&|series| series.index.change(named)).is_some_and(|named| named == by_sound);
    let most = sound.months() * 4 >= named.months() * 3;
    Some((if agrees && most { named } else { sound }, by_sound))
}

/// The newest month with a sound change, from the newest period on, if it says the opposite of it.
fn opposite_month(series: &FlowSeries, way: Direction, newest: Span, last: Month) -> Option<Alone> {
    let months =
        series.index.spans().filter(|span| span.months() == 1 && (newest.first()..=last).contains(&span.last()));
    let sound = |span: Span| Some(Alone { flow: series.flow(), span, change: series.index.sound(span)? });
    let month = months.filter_map(sound).max_by_key(|alone| alone.span)?;
    Direction::of(month.change.value()).opposes(way).then_some(month)
}

/// What the year-to-date chart found: flows that moved one way from each of its years to the next.
pub fn ytd(flows: &[FlowSeries; 2], years: &Years, last: Month) -> Finding {
    let neutral = Finding::Neutral(ChartName::Ytd);
    let shown: Vec<i32> = years.drawn.iter().copied().filter(|year| Some(*year) != years.running).collect();
    if shown.len() < 2 || shown.windows(2).any(|pair| pair[1] != pair[0] + 1) {
        return neutral;
    }
    let way = |series: &FlowSeries, year: i32| {
        let year = Span::year(year)?;
        let (_, ways) = course(&[series], Span::new(year.first(), year.last().min(last))?)?;
        ways.first().copied().filter(|way| *way != Direction::Flat)
    };
    let always = |series: &FlowSeries| {
        let mut ways = shown[1..].iter().map(|year| way(series, *year));
        let first = ways.next()??;
        ways.all(|way| way == Some(first)).then_some(first)
    };
    let moves = Moves { imports: always(&flows[0]), exports: always(&flows[1]) };
    if moves == Moves::default() { neutral } else { Finding::EachYear(shown, moves) }
}

/// What the change chart found: where the two flows lie furthest apart, with a margin to every other period, if most periods
/// are known of both; else how far they lie apart in the newest one.
pub fn change(flows: [(&FlowSeries, &[Slot]); 2]) -> Finding {
    let [(imports, slots), (exports, others)] = flows;
    let pairs = slots.iter().filter_map(|slot| Some((slot, others.iter().find(|other| other.span == slot.span)?)));
    let mut apart: Vec<Apart> = pairs.map(|(imports, exports)| Apart::new(imports, exports)).collect();
    let sound = |apart: &Apart| {
        apart.points.abs() - apart.slack > MARGIN && [imports, exports].iter().all(|of| is_sound(of, apart.span))
    };
    let newest = apart.last().cloned().filter(sound);
    apart.sort_by(|a, b| b.points.abs().total_cmp(&a.points.abs()));
    // Where half the periods are known of one flow alone, one of those may be the widest.
    let of_any = slots.len() + others.len() - apart.len();
    let are_most = 2 * apart.len() > of_any;
    if let [widest, second, ..] = &*apart
        && are_most
        && widest.points.abs() - widest.slack > second.points.abs() + second.slack + MARGIN
        && sound(widest)
    {
        return Finding::Widest { span: widest.span, points: widest.points.abs(), ahead: widest.ahead() };
    }
    newest.map_or(Finding::Neutral(ChartName::Change), |newest| Finding::Apart {
        span: newest.span,
        points: newest.points.abs(),
        ahead: newest.ahead(),
    })
}

/// How far exports are above imports in a period, in points, give or take `slack`.
#[derive(Clone)]
struct Apart {
    span: Span,
    points: f64,
    slack: f64,
}

impl Apart {
    fn new(imports: &Slot, exports: &Slot) -> Self {
        let slack = |known: &Known| match known {
            Known::Stated(_) => 0.0,
            Known::Between(low, high) => (high.to_f64() - low.to_f64()) / 2.0,
        };
        Self {
            span: imports.span,
            points: exports.known.value() - imports.known.value(),
            slack: slack(&imports.known) + slack(&exports.known),
        }
    }

    fn ahead(&self) -> Flow {
        if self.points > 0.0 { Flow::Export } else { Flow::Import }
    }
}

/// Whether a change needs no weak row.
fn is_sound(series: &FlowSeries, span: Span) -> bool {
    match known(series, span) {
        None => false,
        Some(Known::Stated(_)) => series.index.sound(span).is_some(),
        Some(Known::Between(..)) => {
            let totals = [Some(span), span.year_before()].map(|span| series.total(span?));
            totals.iter().flatten().all(|total| series.sound(&series.rows(total)))
        }
    }
}
