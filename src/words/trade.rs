//! What the charts of `charts::trade` found, and what they measure.

use super::Words;
use super::prices::capital;
use super::table::texts;
use crate::charts::trade::{Alone, Change, Direction, Finding, Moves, Subtitle};
use crate::data::{Flow, Span};
use crate::view::By;

texts! {
    /// What only the trade charts say.
    TradeWords
    texts {
        china, china_first, month, months, year, title_trade, title_ytd, title_change, both_flows, rose, fell, changed_little, have_risen, have_fallen, higher,
        lower, scales, joins, change_by_month, change_by_quarter, change_by_year, change_worked_out,
    }
    templates {
        on_a_year_before(change),
        since(subject, verb, year), since_apart(first, first_verb, year, second, second_verb),
        moved_in(subject, verb, periods), moved_apart(first, first_verb, periods, second, second_verb),
        and(before, last), each_of(from, to), each_year(years, moves), than_before(flow, way, year, before),
        always(flow, way), too(moves, flow, way), widest_exports(period, points), widest_imports(period, points), apart(ahead, points, behind, period),
        alone(month, flow, change), headline(exports, imports, period), rose_by(pct), fell_by(pct),
        last_of_both(period, age), last_in_view(period, age), moved_until(moves, period), came_since(list),
    }
}

impl Words {
    /// With its subject, where that leaves it short enough; else the subtitle names it, see [`Words::trade_subject`].
    pub(super) fn trade_title(&self, finding: &Finding) -> String {
        /// A title of more letters has no room for its subject.
        const LONGEST: usize = 85;
        let whole = self.trade_title_of(finding, self.trade.china);
        if whole.chars().count() > LONGEST { self.trade_title_of(finding, "") } else { whole }
    }

    /// The subject of a chart of this family, for a subtitle under a title that does not name it.
    pub(super) fn trade_subject(&self, title: &str) -> &'static str {
        if title.starts_with(self.trade.china) { "" } else { self.trade.china_first }
    }

    /// `china` is what stands before the flows.
    pub(super) fn trade_title_of(&self, finding: &Finding, china: &str) -> String {
        match finding {
            Finding::Neutral(name) => self.chart_name(*name).to_owned(),
            // The overview has none.
            Finding::Indexed(..) | Finding::Furthest(..) => String::new(),
            Finding::Since(year, moves) => {
                let (subjects, year) = (self.subjects(*moves, china), year.to_string());
                let verb = |way| if way == Direction::Down { self.trade.have_fallen } else { self.trade.have_risen };
                match &*subjects {
                    [(first, way), (second, other)] => {
                        self.trade.since_apart(first, verb(*way), &year, second, verb(*other))
                    }
                    subjects => one(subjects, |subject, way| self.trade.since(subject, verb(way), &year)),
                }
            }
            Finding::In(spans, moves) => {
                let (subjects, periods) = (self.subjects(*moves, china), self.periods(spans));
                let verb = |way| match way {
                    Direction::Up => self.trade.rose,
                    Direction::Down => self.trade.fell,
                    Direction::Flat => self.trade.changed_little,
                };
                match &*subjects {
                    [(first, way), (second, other)] => {
                        self.trade.moved_apart(first, verb(*way), &periods, second, verb(*other))
                    }
                    subjects => one(subjects, |subject, way| self.trade.moved_in(subject, verb(way), &periods)),
                }
            }
            Finding::EachYear(years, moves) => self.each_year(years, *moves),
            Finding::Widest { span, points, ahead } => {
                let (period, points) = (self.in_span(*span), self.number(*points, 0));
                match ahead {
                    Flow::Export => self.trade.widest_exports(&period, &points),
                    Flow::Import => self.trade.widest_imports(&period, &points),
                }
            }
            Finding::Apart { span, points, ahead } => {
                let (period, points) = (self.in_span(*span), self.number(*points, 0));
                let behind = if *ahead == Flow::Import { self.exports_lower } else { self.imports_lower };
                self.trade.apart(self.flow(*ahead), &points, behind, &period)
            }
        }
    }

    /// The flows of which something is said, the first after `china` and with a capital; both as one where they moved alike.
    fn subjects(&self, moves: Moves, china: &str) -> Vec<(String, Direction)> {
        let first = |flow: &str| capital(&[china, flow].concat());
        match (moves.imports, moves.exports) {
            (Some(way), Some(other)) if way == other => vec![(first(self.trade.both_flows), way)],
            (Some(way), Some(other)) => vec![(first(self.imports_lower), way), (self.exports_lower.to_owned(), other)],
            (Some(way), None) => vec![(first(self.imports_lower), way)],
            (None, Some(way)) => vec![(first(self.exports_lower), way)],
            (None, None) => Vec::new(),
        }
    }

    /// "in 2024 and in January–September 2025", "in each year from 2019 to 2022".
    fn periods(&self, spans: &[Span]) -> String {
        /// So many whole years in a row are not listed one by one.
        const MANY: usize = 3;
        let whole = spans.iter().take_while(|span| span.is_year()).count();
        let mut list: Vec<String> = match &spans[..whole] {
            [first, .., last] if whole >= MANY => {
                vec![self.trade.each_of(&first.first().year().to_string(), &last.last().year().to_string())]
            }
            few => few.iter().map(|span| self.in_span(*span)).collect(),
        };
        list.extend(spans[whole..].iter().map(|span| self.in_span(*span)));
        let last = list.pop().unwrap_or_default();
        if list.is_empty() { last } else { self.trade.and(&list.join(", "), &last) }
    }

    /// "2023, 2024, 2025: imports lower each year, exports higher".
    fn each_year(&self, years: &[i32], moves: Moves) -> String {
        let way = |way| if way == Direction::Down { self.trade.lower } else { self.trade.higher };
        let mut said = Flow::BOTH.into_iter().filter_map(|flow| Some((flow, way(moves.of(flow)?))));
        let Some((flow, first)) = said.next() else { return self.trade.title_ytd.to_owned() };
        let rest = said.next();
        let and_rest = |text: String| match rest {
            Some((flow, way)) => self.trade.too(&text, self.flow_lower(flow), way),
            None => text,
        };
        match years {
            [before, year] => {
                and_rest(self.trade.than_before(self.flow(flow), first, &year.to_string(), &before.to_string()))
            }
            years => {
                let years: Vec<String> = years.iter().map(i32::to_string).collect();
                let moves = and_rest(self.trade.always(self.flow_lower(flow), first));
                self.trade.each_year(&years.join(", "), &moves)
            }
        }
    }

    pub(super) fn trade_subtitle(&self, subtitle: &Subtitle) -> String {
        match subtitle {
            Subtitle::Trade(_, alone) => {
                let mut parts: Vec<String> = alone.iter().map(|alone| self.alone_month(alone)).collect();
                parts.push(self.trade.scales.to_owned());
                parts.join(" ")
            }
            // The overview has none.
            Subtitle::Indexed(_) => String::new(),
            Subtitle::Ytd => self.trade.joins.to_owned(),
            Subtitle::Change(By::Month) => self.trade.change_by_month.to_owned(),
            Subtitle::Change(By::Quarter) => self.trade.change_by_quarter.to_owned(),
            Subtitle::Change(By::Year) => self.trade.change_by_year.to_owned(),
        }
    }

    fn alone_month(&self, alone: &Alone) -> String {
        self.trade.alone(&self.span(alone.span), self.flow_lower(alone.flow), &self.rounded_change(alone.change))
    }

    /// A change in running text: whole from 10 up, else with at most one decimal.
    pub(super) fn rounded_change(&self, change: Change) -> String {
        let value = change.value();
        let places = if value.abs() < 9.95 { change.places().min(1) } else { 0 };
        self.unit_percent(&self.signed_number(value, places))
    }
}

/// What is said of the only subject.
fn one(subjects: &[(String, Direction)], say: impl Fn(&str, Direction) -> String) -> String {
    subjects.first().map(|(subject, way)| say(subject, *way)).unwrap_or_default()
}
