//! What the page of the article says: chips read aloud, verdicts in full, and whether heavy rare earths held better.

use super::article::is_change;
use super::rows::Rows;
use super::table::texts;
use super::{Description, Words};
use crate::article::forecast::FITS_WITHIN;
use crate::article::{Claim, Verdict};
use crate::charts::prices::{Course, Held, SinceArticle};
use crate::data::{ArticleFigure, Dataset, Percent, Status};

texts! {
    /// What only the page of the article says.
    ArticlePageWords
    texts {
        no_headline, no_figures, reported, estimate, forecast, key, rules, rule_same, rule_related, rule_own, rule_day,
        own_quotes, heavy_title, abroad, heavy_link, abroad_link, at_lowest, never_below,
    }
    templates {
        headline(day), standfirst(publisher, all), spoken(amount, status, verdict), figures_title(all),
        inside_until(pct, day), shown_in(chart), no_figure(id), part_of(name, day), heavy_held(agency),
        light_held(agency), mixed(agency), not_comparable(agency),
        course(product, change, base, day, lowest), lowest(drawdown, day, recovery),
    }
}

impl Words {
    /// A figure as it stands in a sentence, which may say its sign itself.
    pub fn chip(&self, figure: &ArticleFigure, size_only: bool) -> String {
        self.with_unit(&self.article_number(figure, is_change(figure) && !size_only), &figure.unit)
    }

    /// A chip read aloud: "5,666 t, reported, agrees: 5,666.3 t elsewhere". It starts with what is seen, which is what
    /// readers say who steer by voice.
    pub fn chip_spoken(&self, claim: &Claim, size_only: bool) -> String {
        let Claim { figure, verdict } = claim;
        let words = &self.more().article_page;
        words.spoken(&self.chip(figure, size_only), self.status(figure.status), &self.verdict(verdict))
    }

    /// What kind of statement a figure is.
    pub fn status(&self, status: Status) -> &'static str {
        match status {
            Status::Reported => self.more().article_page.reported,
            Status::Estimate => self.more().article_page.estimate,
            Status::Forecast => self.more().article_page.forecast,
        }
    }

    /// A figure with its verdict, and the rows that the verdict rests on.
    pub fn describe_claim(&self, claim: &Claim, data: &Dataset) -> Description {
        let words = &self.more().article_page;
        let mut details = vec![self.status(claim.figure.status).to_owned(), self.verdict(&claim.verdict)];
        if let Verdict::CameAfter(aftermath) = &claim.verdict {
            let within = Percent::new(100.0 * FITS_WITHIN).map(|within| self.percent(within, 0)).unwrap_or_default();
            details.extend(aftermath.inside_until.map(|day| words.inside_until(&within, &self.day(day))));
            details.extend(aftermath.own_quotes.then(|| words.own_quotes.to_owned()));
        }
        Description {
            title: claim.figure.statement.clone(),
            value: self.article_amount(&claim.figure),
            details,
            sources: self.sources(claim.verdict.rows(), Rows::of(data)),
        }
    }

    /// Whether heavy rare earths held better, and how each price went on.
    pub fn heavy_light(&self, since: &SinceArticle) -> (String, Vec<String>) {
        let words = &self.more().article_page;
        let found = match since.held {
            Held::Heavy => words.heavy_held(&since.agency),
            Held::Light => words.light_held(&since.agency),
            Held::Mixed => words.mixed(&since.agency),
            Held::NotComparable => words.not_comparable(&since.agency),
        };
        (found, since.courses.iter().map(|course| self.course(course)).collect())
    }

    fn course(&self, course: &Course) -> String {
        let words = &self.more().article_page;
        let (product, base) = (self.product(course.product), self.day(course.base));
        let (day, change) = (self.day(course.newest.0), self.computed_change(course.newest.1));
        let lowest = match (course.lowest, course.recovery) {
            (Some((day, _)), _) if day == course.newest.0 => words.at_lowest.to_owned(),
            (Some((day, drawdown)), Some(recovery)) => {
                words.lowest(&self.percent(drawdown, 1), &self.day(day), &self.percent(recovery, 1))
            }
            _ => words.never_below.to_owned(),
        };
        words.course(product, &change, &base, &day, &lowest)
    }
}
