//! What the charts of the article's own figures found, and what they measure.

use super::Words;
use super::prices::capital;
use super::rows::Rows;
use super::table::texts;
use crate::charts::caption::Publisher;
use crate::charts::claims::{Fall, Finding, Metal, Note, Quoted, Subtitle};
use crate::charts::trade::{Change, Direction};
use crate::data::{ArticleFigure, Flow, Percent, Status};
use crate::view::ChartName;

texts! {
    /// What only the article's own charts say.
    ClaimWords
    texts {
        reported, estimate, forecast, metal_pr, metal_dy, nearly_halved, quarters_subtitle, additions_subtitle,
        capacity_subtitle, shares_subtitle, costs_subtitle, volumes_subtitle, newcomers_subtitle, as_printed, of_whole, bounds,
        unlike_volumes, unlike_oxides, middles, unlike_baskets, article_source,
    }
    templates {
        quarters(moves, period), fell(pct), in_magnets(first), additions(list), capacity(after, before),
        refining(pct), refining_and_two(pct, share), costs(list), magnex(part), ho_dy(pct), ho_dy_alone(pct), demand(replaced, share, low, high), oxides(cost, since, low, high),
        newcomers(laos, usa, year, before), more(pct), less(pct), printed(amount), of_demand(share),
        quoted(products, market, agency, day), oxides_subtitle(list), article_and_prices(article, prices),
    }
}

impl Words {
    pub(super) fn claims_title(&self, finding: &Finding) -> String {
        let words = &self.more().claims;
        match finding {
            Finding::Neutral(name) => self.chart_name(*name).to_owned(),
            Finding::Quarters(span, changes) => {
                let moved = |(flow, change): &(Flow, Change)| {
                    [self.flow_lower(*flow), " ", &self.moved_as_printed(*change)].concat()
                };
                let moves: Vec<String> = changes.iter().map(moved).collect();
                words.quarters(&capital(&moves.join(", ")), &self.in_span(*span))
            }
            Finding::Additions(falls) => self.additions(falls),
            Finding::Capacity { before, after } => words.capacity(&self.as_printed(*after), &self.as_printed(*before)),
            Finding::Refining { inside, top_two } => {
                let inside = capital(&self.labels.above(&self.percent(*inside, 0)));
                match top_two {
                    Some(share) => words.refining_and_two(&inside, &self.as_printed(*share)),
                    None => words.refining(&inside),
                }
            }
            Finding::Costs { magnex, ho_dy } => {
                let magnex = magnex.map(|part| words.magnex(&self.made_up_part(part)));
                let ho_dy = ho_dy.map(|less| {
                    let less = self.percent(less, 0);
                    if magnex.is_some() { words.ho_dy(&less) } else { words.ho_dy_alone(&less) }
                });
                words.costs(&capital(&magnex.into_iter().chain(ho_dy).collect::<Vec<_>>().join(", ")))
            }
            Finding::Demand { replaced, share, implied: (low, high) } => words.demand(
                &self.as_printed(*replaced),
                &self.as_printed(*share),
                &self.number(to_thousand(*low), 0),
                &self.number(to_thousand(*high), 0),
            ),
            Finding::Oxides { cost, since, low, high } => words.oxides(
                &self.as_printed(*cost),
                &self.when(*since),
                &self.short_number(*low, 1),
                &self.short_number(*high, 1),
            ),
            Finding::Newcomers { year, laos, usa } => words.newcomers(
                &self.more_or_less_by(*laos),
                &self.more_or_less_by(*usa),
                &year.to_string(),
                &(year - 1).to_string(),
            ),
        }
    }

    /// "rose 5.1 %", with the decimals that were printed.
    fn moved_as_printed(&self, change: Change) -> String {
        let percent = self.number(change.value().abs(), change.places());
        match Direction::of(change.value()) {
            Direction::Up => self.trade.rose_by(&percent),
            Direction::Down => self.trade.fell_by(&percent),
            Direction::Flat => self.trade.changed_little.to_owned(),
        }
    }

    /// "Praseodymium in magnets nearly halved, dysprosium fell 28 %, the article says".
    fn additions(&self, falls: &[(Metal, Fall)]) -> String {
        let words = &self.more().claims;
        let fell = |(at, (metal, fall)): (usize, &(Metal, Fall))| {
            let metal = match metal {
                Metal::Praseodymium => words.metal_pr,
                Metal::Dysprosium => words.metal_dy,
            };
            let metal = if at == 0 { words.in_magnets(metal) } else { metal.to_owned() };
            let fell = match fall {
                Fall::NearlyHalf => words.nearly_halved.to_owned(),
                Fall::About(percent) => words.fell(&self.percent(*percent, 0)),
            };
            [metal, fell].join(" ")
        };
        words.additions(&capital(&falls.iter().enumerate().map(fell).collect::<Vec<_>>().join(", ")))
    }

    /// "55 % more".
    fn more_or_less_by(&self, change: Percent) -> String {
        let words = &self.more().claims;
        let percent = self.unit_percent(&self.number(change.to_f64().abs(), 0));
        if change.to_f64() < 0.0 { words.less(&percent) } else { words.more(&percent) }
    }

    pub(super) fn claims_subtitle(&self, subtitle: &Subtitle) -> String {
        let words = &self.more().claims;
        match subtitle {
            Subtitle::Of(name) => match name {
                ChartName::Additions => words.additions_subtitle,
                ChartName::Capacity => words.capacity_subtitle,
                ChartName::Shares => words.shares_subtitle,
                ChartName::Costs => words.costs_subtitle,
                ChartName::Volumes => words.volumes_subtitle,
                ChartName::Newcomers => words.newcomers_subtitle,
                _ => words.quarters_subtitle,
            }
            .to_owned(),
            Subtitle::Quotes(quoted) => {
                let list: Vec<String> = quoted.iter().map(|quoted| self.quoted(quoted)).collect();
                words.oxides_subtitle(&list.join("; "))
            }
        }
    }

    /// "Pr oxide, Nd oxide: FOB China, SMM, 30 Jan 2026".
    fn quoted(&self, quoted: &Quoted) -> String {
        let products: Vec<&str> = quoted.products.iter().map(|product| self.product_short(*product)).collect();
        let (market, day) = (self.market(quoted.market), self.short_when(quoted.when));
        self.more().claims.quoted(&products.join(", "), market, &quoted.agency, &day)
    }

    pub(super) fn claims_note(&self, note: Note) -> String {
        let words = &self.more().claims;
        match note {
            Note::AsPrinted => words.as_printed,
            Note::OfWhole => words.of_whole,
            Note::Bounds => words.bounds,
            Note::UnlikeVolumes => words.unlike_volumes,
            Note::UnlikeOxides => words.unlike_oxides,
            Note::Middles => words.middles,
            Note::UnlikeBaskets => words.unlike_baskets,
        }
        .to_owned()
    }

    /// Who published what a chart shows of the article, alone or beside prices.
    pub(super) fn claims_publisher(&self, publisher: Publisher) -> String {
        let words = &self.more().claims;
        match publisher {
            Publisher::ArticleAndPrices => words.article_and_prices(words.article_source, self.prices_source),
            _ => words.article_source.to_owned(),
        }
    }

    /// How the article states a figure, and what other sources say of it.
    pub(super) fn claim_details(&self, figure: &ArticleFigure, rows: Rows) -> Vec<String> {
        let words = &self.more().claims;
        let status = match figure.status {
            Status::Reported => words.reported,
            Status::Estimate => words.estimate,
            Status::Forecast => words.forecast,
        };
        vec![status.to_owned(), self.verdict_on(figure, rows)]
    }
}

/// What printed figures imply is known to the thousand at best.
fn to_thousand(tonnes: f64) -> f64 {
    (tonnes / 1e3).round() * 1e3
}
