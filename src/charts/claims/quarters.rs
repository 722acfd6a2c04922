//! The quarter that the article is about, and the same a year before: what went out of China, and what came in.

use super::printed::{Article, ArticleId};
use super::{Drawn, Finding, Subtitle, said};
use crate::charts::Implied;
use crate::charts::caption::{Note, Publisher};
use crate::charts::figure::{Base, Empty, Name, Panel, Unit, XAxis};
use crate::charts::mark::{Detail, How, Label, Look, Mark, Shape, What};
use crate::charts::row_marks;
use crate::charts::trade::{Change, FlowSeries, Index, Total};
use crate::data::{Fact, Flow, Span, TradeFact, When};
use crate::view::{By, ChartName};

/// Exports first, as the article has them.
const FLOWS: [(Flow, ArticleId); 2] =
    [(Flow::Export, ArticleId::QuarterExports), (Flow::Import, ArticleId::QuarterImports)];

/// The chart of the two quarters.
pub(super) fn drawn(facts: &[TradeFact], implied: Option<&Implied>, article: Article) -> Drawn {
    let span = FLOWS.iter().find_map(|(_, id)| Span::parse(&article.get(*id)?.0.period));
    let panels: Vec<Panel> = FLOWS.iter().map(|of| panel(of, span, facts, implied, article)).collect();
    let ids = FLOWS.map(|(_, id)| id);
    let mut notes = said(article, &ids);
    notes.extend([Note::TradeGoods, Note::TradeUnlikeGoods]);
    Drawn {
        panels,
        same_scale: false,
        finding: finding(span, facts),
        subtitle: Subtitle::Of(ChartName::Quarters),
        notes,
        publisher: Publisher::Trade,
    }
}

/// How both flows changed, as far as no weak row is needed to say so.
fn finding(span: Option<Span>, facts: &[TradeFact]) -> Finding {
    let neutral = Finding::Neutral(ChartName::Quarters);
    let Some(span) = span else { return neutral };
    let change = |flow: Flow| Some((flow, Index::new(facts, flow).sound(span)?));
    let changes: Vec<(Flow, Change)> = FLOWS.iter().filter_map(|(flow, _)| change(*flow)).collect();
    if changes.is_empty() { neutral } else { Finding::Quarters(span, changes) }
}

/// The panel of one flow: the quarter a year before, and the article's.
fn panel(
    (flow, id): &(Flow, ArticleId),
    span: Option<Span>,
    facts: &[TradeFact],
    implied: Option<&Implied>,
    article: Article,
) -> Panel {
    let series = FlowSeries::new(facts, implied, *flow);
    let spans: Vec<Span> = span.into_iter().flat_map(|span| [span.year_before(), Some(span)]).flatten().collect();
    let totals: Vec<Option<Total>> = spans.iter().map(|span| series.any(*span)).collect();
    let names = vec![(Name::Flow(*flow), Some(series.role()))];
    if totals.iter().all(Option::is_none) {
        let nothing = Panel::new(XAxis::Rows(Vec::new()), Unit::TonnesPer(By::Quarter), Base::Zero);
        return Panel { names, empty: Some(Empty::Range), ..nothing };
    }
    let names_of_rows = spans.iter().map(|span| (Name::Period(*span), None)).collect();
    let mark = |(row, (of, total)): (usize, (&Span, &Option<Total>))| {
        let mut mark = mark(&series, *of, total.as_ref(), row);
        // What the article printed stands beside what was published.
        if let Some((figure, printed)) = article.get(*id).filter(|_| Some(*of) == span) {
            mark.details.push(Detail::Printed(printed));
            mark.detail_rows.push(figure.row());
        }
        mark
    };
    let marks = spans.iter().zip(&totals).enumerate().map(mark).collect();
    Panel { names, marks, ..Panel::new(XAxis::Rows(names_of_rows), Unit::TonnesPer(By::Quarter), Base::Zero) }
}

/// A quarter as a bar; as two joined ticks where only a range is known.
fn mark(series: &FlowSeries, span: Span, total: Option<&Total>, row: usize) -> Mark {
    let missing = row_marks::missing(What::Flow(series.flow()), When::Span(span), series.role(), row, Label::NoFigure);
    let Some(total) = total else { return missing };
    let (shape, ends) = match total.how {
        How::Bounded => (Shape::Range, (total.low.to_f64(), total.high.to_f64())),
        _ => (Shape::Bar, (0.0, total.middle().to_f64())),
    };
    let look = row_marks::look(shape, series.role(), row, ends, Label::Amount(total.amount()));
    let sum = (total.how == How::Computed).then_some(Detail::Sum);
    let changes = series.index.changes(span).into_iter().map(Detail::Change);
    Mark {
        amount: Some(total.amount()),
        how: total.how,
        rows: total.rows(),
        details: sum.into_iter().chain(changes).collect(),
        look: Look { doubt: total.doubt(), ..look },
        ..missing
    }
}
