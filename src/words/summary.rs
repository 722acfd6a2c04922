//! A chart for readers who do not see it: what it shows as a whole, and what is pointed at.

use super::Words;
use super::describe::Description;
use super::rows::Rows;
use super::table::texts;
use crate::charts::mark::Mark;
use crate::charts::{Figure, Series, Summary, summaries};
use crate::data::{Dataset, Span};
use crate::view::Page;

texts! {
    /// What only readers are told who do not see the drawings, and the title of the window.
    SummaryWords
    texts { keyboard_hint }
    templates {
        page_title(finding, page, site), figures_of(name, n), quotes_of(name, agency, n), of_period(value, period), first(figure), last(figure), changed(change),
        highest(figure), lowest(figure), missing(list), missing_many(n), weak(n), worked_out(n), other_agencies(n),
        many(n), titled(title, value),
    }
}

/// More periods without a figure are only counted.
const MOST_GAPS: usize = 4;

impl Words {
    /// What a chart shows as a whole, and by which keys it is read. `data` is what the figure was made of.
    pub fn summary(&self, figure: &Figure, data: &Dataset) -> String {
        let parts = summaries(figure, data);
        let mut said: Vec<String> = parts.iter().map(|part| self.summary_part(part, Rows::of(data))).collect();
        said.push(self.more().summary.keyboard_hint.to_owned());
        said.join(" ")
    }

    /// What is pointed at, as it is read out once.
    pub fn spoken(&self, descriptions: &[Description]) -> String {
        let one = |said: &Description| {
            let mut sentences = vec![self.more().summary.titled(&said.title, &said.value)];
            sentences.extend(said.details.iter().cloned());
            sentences.extend(said.sources.iter().map(|source| source.text.clone()));
            sentences.join(". ")
        };
        descriptions.iter().map(one).collect::<Vec<_>>().join(". ")
    }

    /// The title of the window: what the page found, its name, the dashboard's.
    pub fn page_title(&self, page: Page, headline: &str) -> String {
        self.more().summary.page_title(headline, self.page(page), self.site_title)
    }

    fn summary_part(&self, part: &Summary, rows: Rows) -> String {
        let words = &self.more().summary;
        let value = |mark: &Mark| mark.amount.map(|amount| self.amount(amount)).unwrap_or_default();
        let titled = |mark: &Mark| words.titled(&self.mark_title(mark, rows), &value(mark));
        match part {
            Summary::Series(series) => self.series(series, rows),
            Summary::Each(marks) => marks.iter().map(|mark| titled(mark) + ".").collect::<Vec<_>>().join(" "),
            Summary::Extremes { count, highest, lowest } => {
                let extremes = [words.highest(&titled(highest)), words.lowest(&titled(lowest))];
                [words.many(&count.to_string())].into_iter().chain(extremes).collect::<Vec<_>>().join(" ")
            }
            Summary::Nothing(panel) => {
                let names: Vec<String> = panel.names.iter().map(|(name, _)| self.name(*name)).collect();
                let why = panel.empty.map_or_else(|| self.labels.form_gap.to_owned(), |why| self.empty(why));
                if names.is_empty() { why } else { words.titled(&names.join(", "), &why) }
            }
        }
    }

    fn series(&self, series: &Series, rows: Rows) -> String {
        let words = &self.more().summary;
        let figure = |mark: &Mark| {
            let value = mark.amount.map(|amount| self.amount(amount)).unwrap_or_default();
            words.of_period(&value, &self.when(mark.when))
        };
        let (name, count) = (self.subject(series.first, rows), series.count.to_string());
        let agency = series.agency.map(|agency| agency.split(" (").next().unwrap_or(agency));
        let mut said = vec![
            agency.map_or_else(|| words.figures_of(&name, &count), |agency| words.quotes_of(&name, agency, &count)),
            words.first(&figure(series.first)),
            words.last(&figure(series.last)),
        ];
        said.extend(series.change.map(|change| words.changed(&self.computed_change(change))));
        said.extend([words.highest(&figure(series.highest)), words.lowest(&figure(series.lowest))]);
        let gaps = joined(&series.gaps);
        if gaps.len() > MOST_GAPS {
            said.push(words.missing_many(&gaps.len().to_string()));
        } else if !gaps.is_empty() {
            let gaps: Vec<String> = gaps.into_iter().map(|gap| self.span(gap)).collect();
            said.push(words.missing(&gaps.join(", ")));
        }
        let counts = [
            (series.weak, words.weak(&series.weak.to_string())),
            (series.worked_out, words.worked_out(&series.worked_out.to_string())),
            (series.others, words.other_agencies(&series.others.to_string())),
        ];
        said.extend(counts.into_iter().filter(|(count, _)| *count > 0).map(|(_, said)| said));
        said.join(" ")
    }
}

/// Neighbouring periods as one, ascending.
fn joined(spans: &[Span]) -> Vec<Span> {
    let mut joined: Vec<Span> = Vec::new();
    for span in spans {
        let before = joined.last_mut().filter(|before| before.last().plus(1) == span.first());
        match before.and_then(|before| Some((Span::new(before.first(), span.last())?, before))) {
            Some((both, before)) => *before = both,
            None => joined.push(*span),
        }
    }
    joined
}
