//! The small charts of the article: its own figures as it printed them, and what others publish of the same.
//!
//! `printed` looks the article's figures up and makes marks of them, with `rows` for their looks; `finding` has the rules of
//! the titles. A chart is a file, or two where they show the same way: `pairs` is before and after, `parts` what a figure
//! is of a whole.

mod finding;
mod newcomers;
mod oxides;
mod pairs;
mod parts;
mod printed;
mod quarters;
mod volumes;

pub use finding::{Fall, Finding, Metal};
pub use printed::{ArticleAmount, ArticleId, ArticleUnit};

use super::caption::{ListedTitle, Note as AnyNote, Publisher, Subtitle as AnySubtitle, Title, newest};
use super::figure::{Arrangement, Chart, Figure, Panel};
use super::{MissingFile, article_facts, origin_facts, price_facts, trade_facts};
use crate::charts::Implied;
use crate::data::{Dataset, Fact, Market, Product, RowId, When, facts};
use crate::view::{ChartName, View};
use printed::Article;

/// What a chart of this family measures.
#[derive(Clone, Debug, PartialEq)]
pub enum Subtitle {
    /// What the chart of this name always does.
    Of(ChartName),
    /// Prices beside a cost, and whose quotes these are.
    Quotes(Vec<Quoted>),
}

/// Products that were last quoted by the same agency, in the same market, on the same day.
#[derive(Clone, Debug, PartialEq)]
pub struct Quoted {
    /// In the order of the drawing.
    pub products: Vec<Product>,
    /// Where the quotes hold.
    pub market: Market,
    /// Without "(...)" behind its name.
    pub agency: String,
    /// The day of the quotes.
    pub when: When,
}

/// A sentence under a chart of this family.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// The figures are the article's, and their forms say how it states them.
    AsPrinted,
    /// Costs are shown in per cent of what they are compared with, which the article printed otherwise.
    OfWhole,
    /// Some are said to be under or over what is drawn.
    Bounds,
    /// Bars of unlike goods stand on one scale.
    UnlikeVolumes,
    /// A cost of mixed concentrate stands beside prices of separated oxides.
    UnlikeOxides,
    /// A bar ends at the middle of the lowest and the highest quote of a day.
    Middles,
    /// Laos's goods and the United States' are of different baskets.
    UnlikeBaskets,
}

/// Makes a chart of this family.
pub(super) fn figure(
    name: ChartName,
    data: &Dataset,
    implied: Option<&Implied>,
    view: &View,
) -> Result<Figure, MissingFile> {
    // Where a chart draws other figures, the article's only go with them.
    let beside = Article(facts(&data.article));
    let article = || article_facts(data).map(Article);
    let drawn = match name {
        ChartName::Additions => pairs::additions(article()?),
        ChartName::Capacity => pairs::capacity(article()?),
        ChartName::Shares => parts::shares(article()?),
        ChartName::Costs => parts::costs(article()?),
        ChartName::Volumes => volumes::drawn(article()?),
        ChartName::OxidePrices => oxides::drawn(article()?, price_facts(data)?, view),
        ChartName::Newcomers => newcomers::drawn(origin_facts(data)?, beside, view),
        _ => quarters::drawn(trade_facts(data)?, implied, article()?),
    };
    Ok(drawn.figure(name))
}

/// What each chart of this family makes itself.
struct Drawn {
    panels: Vec<Panel>,
    same_scale: bool,
    finding: Finding,
    subtitle: Subtitle,
    notes: Vec<AnyNote>,
    publisher: Publisher,
}

impl Drawn {
    /// A chart of the article's figures alone.
    fn of_article(name: ChartName, panels: Vec<Panel>, finding: Finding) -> Self {
        let notes = vec![AnyNote::OfClaims(Note::AsPrinted)];
        let subtitle = Subtitle::Of(name);
        Self { panels, same_scale: false, finding, subtitle, notes, publisher: Publisher::Article }
    }

    fn figure(self, name: ChartName) -> Figure {
        let arrangement = if self.panels.len() > 1 { Arrangement::Columns(2) } else { Arrangement::Stacked };
        let marks = self.panels.iter().flat_map(|panel| &panel.marks);
        let newest = newest(marks.filter(|mark| mark.amount.is_some()).map(|mark| mark.when));
        Figure {
            name,
            title: Title::Claims(self.finding),
            subtitle: AnySubtitle::Claims(self.subtitle),
            chart: Chart { arrangement, same_scale: self.same_scale, panels: self.panels, events: Vec::new() },
            notes: self.notes,
            publisher: self.publisher,
            newest,
            listed: Vec::new(),
            listed_title: ListedTitle::NotDrawn,
        }
    }
}

/// Notes that say a figure of the article in words, as far as it is there.
fn said(article: Article, ids: &[ArticleId]) -> Vec<AnyNote> {
    let row = |id: &ArticleId| -> Option<RowId> { Some(article.get(*id)?.0.row()) };
    ids.iter().filter_map(row).map(AnyNote::ArticleFigure).collect()
}
