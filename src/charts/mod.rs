//! AS MEANT. What each chart shows of the published figures, as values: no sentence is made here.

mod axis;
pub mod caption;
pub mod claims;
mod events;
pub mod figure;
pub mod headline;
pub mod implied;
mod leading;
mod look;
pub mod mark;
pub mod prices;
mod row_marks;
pub mod sourcing;
mod summary;
pub mod trade;
pub mod whatif;

use crate::data::{
    ArticleFigure, Dataset, File, FileError, Month, OriginFact, PriceFact, Span, Table, TradeFact, facts,
};
use crate::view::{ChartName, Extent, Page, Scaling, View};
use chrono::NaiveDate;

pub use figure::{Chart, Figure, Panel};
pub use implied::Implied;
pub use leading::leading;
pub use mark::{How, Mark, Role, Shape};
pub use summary::{Series, Summary, summaries};

/// The day of the article that this dashboard grew out of.
pub const ARTICLE: NaiveDate = day(2025, 4, 21);

const fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    match NaiveDate::from_ymd_opt(year, month, day) {
        Some(day) => day,
        None => NaiveDate::MIN,
    }
}

/// The file that a chart cannot be drawn without, and why it could not be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingFile {
    /// The file whose facts the chart draws.
    pub file: File,
    /// What the reader is told in the chart's place.
    pub error: FileError,
}

/// Makes one chart of a view, whichever it is: for pictures and tests. The page asks for [`first_chart`], [`page_chart`] or
/// [`article_chart`], which are in different parts of it. A missing file fails only the charts that are drawn from it.
///
/// `implied` is what the figures of `data` imply; without it the chart shows what was published.
pub fn chart(
    name: ChartName,
    extent: Extent,
    data: &Dataset,
    implied: Option<&Implied>,
    view: &View,
) -> Result<Figure, MissingFile> {
    if name.is_of_article() {
        article_chart(name, extent, data, implied, view)
    } else {
        page_chart(name, extent, data, implied, view)
    }
}

/// Makes a chart for which [`ChartName::is_of_article`] holds; `extent` makes no difference to it. Any other counts as not
/// there yet.
pub fn article_chart(
    name: ChartName,
    _extent: Extent,
    data: &Dataset,
    implied: Option<&Implied>,
    view: &View,
) -> Result<Figure, MissingFile> {
    let figure = match name.page() {
        // Without a file they have no start, and a reader's figures do.
        Page::WhatIf => whatif::figure(name, data, view),
        Page::Article => claims::figure(name, data, implied, view)?,
        Page::Overview | Page::Trade | Page::Sourcing | Page::Prices => return Err(NOT_THERE),
    };
    Ok(scaled(figure, view))
}

/// What is said in place of a chart that a part of the program cannot make: never is another one drawn for it.
const NOT_THERE: MissingFile = MissingFile { file: File::Article, error: FileError::OnItsWay };

/// Makes any other chart; one of the article counts as not there yet.
pub fn page_chart(
    name: ChartName,
    extent: Extent,
    data: &Dataset,
    implied: Option<&Implied>,
    view: &View,
) -> Result<Figure, MissingFile> {
    use ChartName::{
        Additions, Baskets, BreakEven, Capacity, Change, Concentration, Costs, Demand, Gap, Index, Newcomers, Origins,
        OriginsValue, Outside, OxidePrices, Partners, Prices, Quarters, Relative, Shares, Shifts, Supply, Trade,
        Volumes, Ytd,
    };
    // Events and the article's figures only annotate: the chart is drawn without them too.
    let (events, article) = (facts(&data.events), facts(&data.article));
    let figure = match name {
        Trade => {
            let figure = first_chart(name, extent, data, implied, view)?;
            trade::compared(figure, trade_facts(data)?, implied, events, view)
        }
        Ytd => first_chart(name, extent, data, implied, view)?,
        Change => trade::change(trade_facts(data)?, implied, view),
        Gap => sourcing::gap::figure(origin_facts(data)?, view),
        Shifts => sourcing::shifts::figure(origin_facts(data)?, view),
        Origins => sourcing::origins::figure(origin_facts(data)?, implied, view),
        Baskets => sourcing::baskets::figure(origin_facts(data)?, view),
        OriginsValue => sourcing::value::figure(origin_facts(data)?, view),
        Partners => sourcing::partners::figure(origin_facts(data)?, implied, article, view),
        Concentration => sourcing::concentration::figure(origin_facts(data)?, view),
        Index => prices::index(price_facts(data)?, events, view),
        Prices => prices::quotes(extent, price_facts(data)?, article, events, view),
        Outside => prices::outside(price_facts(data)?, events, view),
        Relative => prices::relative(price_facts(data)?, events, view),
        Quarters | Additions | Capacity | Shares | Costs | Volumes | OxidePrices | Newcomers | Demand | Supply
        | BreakEven => return Err(NOT_THERE),
    };
    Ok(scaled(figure, view))
}

/// The same on the scale that the reader chose.
fn scaled(mut figure: Figure, view: &View) -> Figure {
    if view.scale == Scaling::Log {
        figure.chart.panels.iter_mut().for_each(logarithmic);
    }
    figure
}

/// Gives a panel of prices, ratios or an index an axis on which equal steps are equal ratios, where all of it is above zero.
fn logarithmic(panel: &mut Panel) {
    use figure::Unit::{Index, Price, ThousandCnyPerTonne, Times, UsdPerKilogram};
    let of_lines = matches!(panel.unit, Index | Price(_) | ThousandCnyPerTonne | Times | UsdPerKilogram);
    let drawn = || panel.marks.iter().filter(|mark| mark.look.shape != Shape::Gap);
    if of_lines && drawn().count() > 0 && drawn().all(|mark| mark.look.low > 0.0) {
        panel.base = figure::Base::Log;
    }
}

/// The same for the charts of the overview's first screen, which needs nothing else of this room; `extent` makes no difference
/// to them.
pub fn first_chart(
    name: ChartName,
    _extent: Extent,
    data: &Dataset,
    implied: Option<&Implied>,
    view: &View,
) -> Result<Figure, MissingFile> {
    Ok(match name {
        ChartName::Trade => trade::trade(trade_facts(data)?, implied, facts(&data.events), view),
        ChartName::Ytd => trade::ytd(trade_facts(data)?, implied, view),
        _ => return Err(NOT_THERE),
    })
}

fn trade_facts(data: &Dataset) -> Result<&[TradeFact], MissingFile> {
    facts_of(&data.trade, File::Trade)
}

fn origin_facts(data: &Dataset) -> Result<&[OriginFact], MissingFile> {
    facts_of(&data.origins, File::Origins)
}

fn price_facts(data: &Dataset) -> Result<&[PriceFact], MissingFile> {
    facts_of(&data.prices, File::Prices)
}

fn article_facts(data: &Dataset) -> Result<&[ArticleFigure], MissingFile> {
    facts_of(&data.article, File::Article)
}

fn facts_of<T>(table: &Result<Table<T>, FileError>, file: File) -> Result<&[T], MissingFile> {
    table.as_ref().map(|table| &*table.facts).map_err(|error| MissingFile { file, error: error.clone() })
}

/// The months that a chart shows of a view, where it has figures for these periods.
fn window(name: ChartName, periods: impl Iterator<Item = Span> + Clone, view: &View) -> (Month, Month) {
    let start = view.start(name);
    let first = periods.clone().map(Span::first).min().unwrap_or(start);
    let last = periods.map(Span::last).max().unwrap_or(start);
    view.window(start, first, last)
}

/// The same for a chart of longer periods: where no whole one lies in the months asked for, all months of those that reach
/// into them.
fn window_of_whole(name: ChartName, periods: impl Iterator<Item = Span> + Clone, view: &View) -> (Month, Month) {
    let (from, to) = window(name, periods.clone(), view);
    if periods.clone().any(|span| span.first() >= from && span.last() <= to) {
        return (from, to);
    }
    let mut reaching = periods.filter(|span| span.first() <= to && span.last() >= from);
    let Some(first) = reaching.next() else { return (from, to) };
    reaching.fold((first.first(), first.last()), |(from, to), span| (from.min(span.first()), to.max(span.last())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_screen_has_its_charts() {
        let data = Dataset::read(|_| Err(FileError::Empty));
        for name in ChartName::ALL {
            let made = first_chart(*name, Extent::Compact, &data, None, &View::default());
            let is_made = made.is_err_and(|missing| missing.file == File::Trade);
            assert_eq!(is_made, name.is_on_first_screen(), "{}", name.name());
        }
    }
}
