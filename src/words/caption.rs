//! What is said around a chart.

use super::Words;
use super::rows::Rows;
use crate::charts::Figure;
use crate::charts::caption::{ListedTitle, Newest, Note, Publisher, Subtitle, Title};
use crate::data::{ArticleFigure, Dataset, Flow, Market, Partner, Percent, Span};
use crate::view::{By, OriginMeasure, PriceUnit, TradeMeasure, VatChoice};
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
    /// The newest figures that are shown, each with the last day of its period.
    pub newest: Vec<(String, NaiveDate)>,
    /// The name of the list of figures that are not drawn.
    pub listed_title: String,
}

impl Words {
    /// The words around a chart that was made of `data`.
    pub fn caption(&self, figure: &Figure, data: &Dataset) -> Caption {
        Caption {
            title: self.title(figure.title),
            subtitle: self.subtitle(figure.subtitle),
            notes: figure.notes.iter().filter_map(|note| self.note(note, Rows(data))).collect(),
            publisher: self.publisher(figure.publisher).to_owned(),
            newest: figure.newest.iter().map(|newest| self.newest(*newest)).collect(),
            listed_title: self.listed_title(figure.listed_title).to_owned(),
        }
    }

    /// A chart's name.
    pub fn title(&self, title: Title) -> String {
        match title {
            Title::Trade(TradeMeasure::Change, _) => self.title_trade_change.to_owned(),
            Title::Trade(TradeMeasure::Tonnes, By::Month) => self.title_trade_month.to_owned(),
            Title::Trade(TradeMeasure::Tonnes, By::Quarter) => self.title_trade_quarter.to_owned(),
            Title::Trade(TradeMeasure::Tonnes, By::Year) => self.title_trade_year.to_owned(),
            Title::Origins => self.title_origins.to_owned(),
            Title::Baskets(year) => self.title_baskets(&year.map(|year| year.to_string()).unwrap_or_default()),
            Title::Partners => self.title_partners.to_owned(),
            Title::Prices => self.title_prices.to_owned(),
        }
    }

    fn subtitle(&self, subtitle: Subtitle) -> String {
        match subtitle {
            Subtitle::Trade => self.trade_subtitle.to_owned(),
            Subtitle::Origins(OriginMeasure::Tonnes) => self.origins_tonnes.to_owned(),
            Subtitle::Origins(OriginMeasure::Share) => self.origins_share.to_owned(),
            Subtitle::Origins(OriginMeasure::Value) => self.origins_value.to_owned(),
            Subtitle::Origins(OriginMeasure::UnitValue) => self.origins_unit_value.to_owned(),
            Subtitle::Baskets => self.baskets_subtitle.to_owned(),
            Subtitle::Partners => self.partners_subtitle.to_owned(),
            Subtitle::Prices { market, unit, vat } => {
                let taxable = matches!(market, Market::ChinaDomestic | Market::ChinaListing) && unit != PriceUnit::Usd;
                let vat = match (taxable, vat) {
                    (false, _) => self.subtitle_as_quoted,
                    (true, VatChoice::Included) => self.subtitle_vat_assumed,
                    (true, VatChoice::Excluded) => self.subtitle_vat_off,
                };
                self.prices_subtitle(self.market(market), self.price_unit(unit), vat)
            }
        }
    }

    /// A sentence under a chart; `None` where the row that it is about is not there.
    fn note(&self, note: &Note, rows: Rows) -> Option<String> {
        let text = match note {
            Note::Gaps(gaps) => return Some(self.gaps(gaps)),
            Note::OriginsShares(years) => return Some(self.shares(years)),
            Note::ArticleFigure(row) => return rows.article(*row).map(|figure| self.article_note(figure)),
            Note::Outlook(row) => {
                return rows.article(*row).map(|figure| self.outlook_note(&self.source_line(&figure.source).text));
            }
            Note::PricesLeftOut(count) => return Some(self.prices_left_out(*count)),
            Note::TradeGoods => self.trade_note,
            Note::TradeUnlikeGoods => self.trade_goods_note,
            Note::TradeComputed => self.computed_note,
            Note::TwoMonths => self.two_months_note,
            Note::Implied => self.implied_note,
            Note::Before2014 => self.before_2014_note,
            Note::OriginsBasket => self.origins_note,
            Note::OriginsOthers => self.origins_others_note,
            Note::OriginsDoubts => self.origins_doubts_note,
            Note::Baskets => self.baskets_note,
            Note::BasketsForms => self.baskets_forms_note,
            Note::Partners => self.partners_note,
            Note::PartnersRivals => self.partners_rivals_note,
            Note::Prices => self.prices_note,
            Note::PricesGuides => self.prices_guides_note,
            Note::PricesWithoutVat => self.prices_vat_note,
        };
        Some(text.to_owned())
    }

    fn gaps(&self, gaps: &[(Flow, Vec<Span>)]) -> String {
        let of_flow = |(flow, spans): &(Flow, Vec<Span>)| {
            let spans: Vec<String> = spans.iter().map(|span| self.span(*span)).collect();
            [self.flow_lower(*flow), " ", &spans.join(", ")].concat()
        };
        self.gaps_note(&gaps.iter().map(of_flow).collect::<Vec<_>>().join("; "))
    }

    fn shares(&self, years: &[(Span, Vec<(Partner, Percent)>)]) -> String {
        let of_partner =
            |(partner, share): &(Partner, Percent)| self.share_of(&self.partner(*partner), &self.percent(*share, 1));
        let of_year = |(span, shares): &(Span, Vec<(Partner, Percent)>)| {
            let shares: Vec<String> = shares.iter().map(of_partner).collect();
            [&*self.span(*span), " ", &shares.join(", ")].concat()
        };
        self.origins_shares_note(&years.iter().map(of_year).collect::<Vec<_>>().join("; "))
    }

    fn article_note(&self, figure: &ArticleFigure) -> String {
        let value = self.article_figure(figure);
        self.partners_article_note(&figure.statement, &value, &figure.source.name, &figure.checked)
    }

    fn publisher(&self, publisher: Publisher) -> &'static str {
        match publisher {
            Publisher::Trade => self.trade_source,
            Publisher::Origins => self.comtrade_source,
            Publisher::Baskets => self.baskets_source,
            Publisher::Partners => self.partners_source,
            Publisher::Prices => self.prices_source,
        }
    }

    fn newest(&self, Newest { flow, when }: Newest) -> (String, NaiveDate) {
        let period = self.when(when);
        let text = flow.map_or(period.clone(), |flow| [self.flow_lower(flow), " ", &period].concat());
        (text, when.last_day())
    }

    fn listed_title(&self, title: ListedTitle) -> &'static str {
        match title {
            ListedTitle::Disputes => self.disputes_title,
            ListedTitle::Rivals => self.rivals_title,
            ListedTitle::NotDrawn => self.partners_listed,
        }
    }
}
