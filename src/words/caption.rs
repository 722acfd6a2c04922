//! What is said around a chart.

use super::Words;
use super::headline::unbroken;
use super::rows::Rows;
use crate::charts::caption::{ListedTitle, Newest, Note, Publisher, Subtitle, Title};
use crate::charts::{Figure, trade};
use crate::data::{ArticleFigure, Dataset, Flow, Span};
use crate::view::ChartName;
use chrono::NaiveDate;

/// The words around a chart, the same on the page and in a picture of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Caption {
    /// What the chart shows, in a line.
    pub title: String,
    /// Which marks stand for what, and their unit.
    pub subtitle: String,
    /// What it shows, as sentences.
    pub notes: Vec<String>,
    /// Who published its figures.
    pub publisher: String,
    /// The same in few words, for a frame; empty on the first screen.
    pub credit: String,
    /// What a frame has room for of the subtitle; empty on the first screen.
    pub frame_subtitle: String,
    /// The newest figures that are shown, each with the last day of its period.
    pub newest: Vec<(String, NaiveDate)>,
    /// The name of the list of figures that are not drawn.
    pub listed_title: String,
}

impl Words {
    /// The words around a chart that was made of `data`.
    pub fn caption(&self, figure: &Figure, data: &Dataset) -> Caption {
        if figure.name.is_of_article() { self.article_caption(figure, data) } else { self.page_caption(figure, data) }
    }

    /// The words around a chart that [`crate::charts::page_chart`] made.
    pub fn page_caption(&self, figure: &Figure, data: &Dataset) -> Caption {
        let mut caption = self.first_caption(figure);
        caption.notes = figure.notes.iter().filter_map(|note| self.note(note, Rows::of(data))).collect();
        caption.listed_title = self.listed_title(figure.listed_title).to_owned();
        caption.credit = self.credit(figure.publisher).to_owned();
        match &figure.title {
            Title::Sourcing(finding) => caption.title = self.sourcing_title(finding),
            Title::Prices(finding) => caption.title = self.prices_title(finding),
            // Those of trade have theirs; only the pages of the article have others.
            Title::Trade(_) | Title::Claims(_) | Title::WhatIf(_) => {}
        }
        match &figure.subtitle {
            Subtitle::Sourcing(subtitle) => caption.subtitle = self.sourcing_subtitle(subtitle),
            Subtitle::Prices(subtitle) => caption.subtitle = self.prices_subtitle(subtitle),
            Subtitle::Trade(_) | Subtitle::Claims(_) | Subtitle::WhatIf(_) => {}
        }
        if let Title::Trade(trade::Finding::Indexed(month, levels)) = figure.title {
            caption.title = self.trade_index_title(month, levels);
            let month = self.month(month);
            caption.subtitle = self.more().compared.trade_index_subtitle(&month);
        }
        if let Title::Trade(trade::Finding::Furthest(finding, extreme)) = &figure.title {
            caption.title = self.furthest_title(finding, *extreme);
        }
        caption.frame_subtitle = self.frame_subtitle(&caption.subtitle, figure);
        caption
    }

    /// The words around a chart that [`crate::charts::article_chart`] made.
    pub fn article_caption(&self, figure: &Figure, data: &Dataset) -> Caption {
        let note = |note: &Note| match note {
            Note::OfClaims(note) => Some(self.claims_note(*note)),
            Note::OfWhatIf(note) => Some(self.whatif_note(*note)),
            note => self.note(note, Rows::of(data)),
        };
        let subtitle = match &figure.subtitle {
            Subtitle::WhatIf(subtitle) => self.whatif_subtitle(subtitle),
            Subtitle::Claims(subtitle) => self.claims_subtitle(subtitle),
            // Only other pages have these.
            Subtitle::Trade(_) | Subtitle::Sourcing(_) | Subtitle::Prices(_) => String::new(),
        };
        Caption {
            title: match &figure.title {
                Title::WhatIf(finding) => unbroken(&self.whatif_title(finding)),
                Title::Claims(finding) => self.claims_title(finding),
                Title::Trade(_) | Title::Sourcing(_) | Title::Prices(_) => String::new(),
            },
            frame_subtitle: self.frame_subtitle(&subtitle, figure),
            subtitle,
            publisher: match figure.publisher {
                Publisher::WhatIf(_) => self.whatif_source(figure.name).to_owned(),
                Publisher::Article | Publisher::ArticleAndPrices => self.claims_publisher(figure.publisher),
                publisher => self.publisher(publisher).to_owned(),
            },
            credit: self.credit(figure.publisher).to_owned(),
            notes: figure.notes.iter().filter_map(note).collect(),
            newest: self.newest(&figure.newest),
            listed_title: self.listed_title(figure.listed_title).to_owned(),
        }
    }

    /// The words around a chart that [`crate::charts::first_chart`] made, without notes.
    pub fn first_caption(&self, figure: &Figure) -> Caption {
        let title = match &figure.title {
            Title::Trade(finding) => self.trade_title(finding),
            _ => String::new(),
        };
        let subtitle = match &figure.subtitle {
            Subtitle::Trade(subtitle) => self.trade_subtitle(subtitle),
            _ => String::new(),
        };
        let subject = if figure.name == ChartName::Trade { self.trade_subject(&title) } else { "" };
        Caption {
            title,
            subtitle: [subject, &subtitle].concat(),
            publisher: self.publisher(figure.publisher).to_owned(),
            newest: self.newest(&figure.newest),
            ..Caption::default()
        }
    }

    /// A sentence under a chart; `None` where the row that it is about is not there.
    fn note(&self, note: &Note, rows: Rows) -> Option<String> {
        let text = match note {
            Note::Gaps(gaps) => return Some(self.gaps(gaps)),
            Note::OutsideBasket { basket, before, now } => return Some(self.outside_basket(*basket, *before, *now)),
            Note::NoWorldValue(years) => return Some(self.no_world_value(years)),
            Note::ArticleFigure(row) => return rows.article(*row).map(|figure| self.article_note(figure, rows)),
            Note::OfPrices(note) => return self.prices_note(note, rows),
            // Only the pages of the article have these.
            Note::OfClaims(_) | Note::OfWhatIf(_) => return None,
            Note::TradeGoods => self.more().tips.trade_note,
            Note::TradeUnlikeGoods => self.more().tips.trade_goods_note,
            Note::TradeComputed => self.more().tips.computed_note,
            Note::TwoMonths => self.more().tips.two_months_note,
            Note::Implied => self.more().tips.implied_note,
            Note::Before2014 => self.more().tips.before_2014_note,
            Note::OriginsBasket => self.more().origins.basket_note,
            Note::RestOfWorld => self.more().origins.rest_note,
            Note::NoBase(flows, month) => {
                let flows: Vec<&str> = flows.iter().map(|flow| self.flow_lower(*flow)).collect();
                return Some(self.more().compared.no_month(&self.month(*month), &flows.join(", ")));
            }
            Note::MovingAverage(months) => {
                return Some(self.more().compared.moving_note(&self.number(f64::from(*months), 0)));
            }
            Note::Concentration => self.more().origins.concentration_note,
            Note::Baskets => self.more().origins.baskets_note,
            Note::Partners => self.more().origins.partners_note,
        };
        Some(text.to_owned())
    }

    fn gaps(&self, gaps: &[(Flow, Vec<Span>)]) -> String {
        let of_flow = |(flow, spans): &(Flow, Vec<Span>)| {
            let spans: Vec<String> = spans.iter().map(|span| self.span(*span)).collect();
            [self.flow_lower(*flow), " ", &spans.join(", ")].concat()
        };
        self.more().tips.gaps_note(&gaps.iter().map(of_flow).collect::<Vec<_>>().join("; "))
    }

    fn article_note(&self, figure: &ArticleFigure, rows: Rows) -> String {
        let (value, verdict) = (self.article_amount(figure), self.verdict_on(figure, rows));
        self.more().origins.article_note(&figure.statement, &value, &figure.source.name, &verdict)
    }

    fn publisher(&self, publisher: Publisher) -> &'static str {
        match publisher {
            Publisher::Trade => self.trade_source,
            Publisher::Origins => self.comtrade_source,
            Publisher::Baskets => self.baskets_source,
            Publisher::Partners => self.partners_source,
            Publisher::Prices | Publisher::ArticleAndPrices => self.prices_source,
            Publisher::Article | Publisher::WhatIf(_) => "",
        }
    }

    fn credit(&self, publisher: Publisher) -> &'static str {
        let credits = &self.more().frames;
        match publisher {
            Publisher::Trade => credits.credit_trade,
            Publisher::Origins => credits.credit_origins,
            Publisher::Baskets | Publisher::Partners => credits.credit_origins_and_press,
            Publisher::Prices => credits.credit_prices,
            Publisher::Article => credits.credit_article,
            Publisher::ArticleAndPrices => credits.credit_article_and_prices,
            Publisher::WhatIf(_) => credits.credit_whatif,
        }
    }

    /// The first sentence of a subtitle, or its first part; where months say the opposite of the title, the sentences about
    /// them. Before it the subject, where the title does not name it.
    fn frame_subtitle(&self, subtitle: &str, figure: &Figure) -> String {
        let opposites = match &figure.subtitle {
            Subtitle::Trade(trade::Subtitle::Trade(_, alone)) => alone.len(),
            _ => 0,
        };
        let subjects = usize::from(subtitle.starts_with(self.trade.china_first));
        let sentences = subtitle.split_inclusive(". ").take(subjects + opposites.max(1));
        let first: String = sentences.collect();
        first.split("; ").next().unwrap_or_default().trim_end().to_owned()
    }

    /// Newest figures, "exports Feb 2026", each with the last day of its period.
    pub fn newest(&self, newest: &[Newest]) -> Vec<(String, NaiveDate)> {
        let one = |Newest { flow, when }: &Newest| {
            let period = self.short_when(*when);
            let text = flow.map_or(period.clone(), |flow| [self.flow_lower(flow), " ", &period].concat());
            (text, when.last_day())
        };
        newest.iter().map(one).collect()
    }

    fn listed_title(&self, title: ListedTitle) -> &'static str {
        match title {
            ListedTitle::Disputes => self.more().tips.disputes_title,
            ListedTitle::Rivals => self.more().origins.rivals_title,
            ListedTitle::NotDrawn => self.more().origins.not_drawn_title,
        }
    }
}
