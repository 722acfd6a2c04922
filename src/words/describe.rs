//! One mark in words. Tip, table, file and screen reader are readers of the same description.

use super::Words;
use super::proof::ProofText;
use super::rows::Rows;
use crate::article::Claim;
use crate::charts::caption::Listed;
use crate::charts::figure::EventMark;
use crate::charts::mark::{Amount, Detail, How, Label, Mark};
use crate::charts::{Figure, Implied};
use crate::data::{ArticleFigure, Confidence, Dataset, RowId, Source};

/// What is said of one figure.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Description {
    /// What and when: "Imports, March 2025".
    pub title: String,
    /// The figure with its unit.
    pub value: String,
    /// What else is known of the figure, a sentence or a phrase each.
    pub details: Vec<String>,
    /// Who published what it rests on, the mark's own rows first.
    pub sources: Vec<SourceLine>,
}

/// Who published a figure; without an address where the source is withheld.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceLine {
    /// The publisher, and mostly since when the figure was public.
    pub text: String,
    /// Where it was read, always `http` or `https`.
    pub url: Option<String>,
}

impl Words {
    /// Describes a mark of a chart that was made of `data` and `implied`.
    pub fn describe(&self, mark: &Mark, data: &Dataset, implied: Option<&Implied>) -> Description {
        let rows = Rows { data, implied };
        let proof = self.proof_shown(mark, rows);
        let mut sources = self.sources(&mark.rows, rows);
        let others = self.sources(&mark.detail_rows, rows);
        sources.extend(others.into_iter().filter(|line| !sources.contains(line)).collect::<Vec<_>>());
        Description {
            title: self.mark_title(mark, rows),
            value: mark.amount.map_or_else(|| self.no_amount(mark), |amount| self.amount(amount)),
            details: self.details_after(proof.details, mark, rows),
            sources: if proof.sources.is_empty() { sources } else { proof.sources },
        }
    }

    /// What else is known of a mark: the details of its description, without making the rest of it.
    pub(super) fn details(&self, mark: &Mark, rows: Rows) -> Vec<String> {
        self.details_after(self.proof_shown(mark, rows).details, mark, rows)
    }

    /// The details of a mark, those of its proof first.
    fn details_after(&self, proof: Vec<String>, mark: &Mark, rows: Rows) -> Vec<String> {
        let mut details = proof;
        match mark.amount {
            Some(Amount::ChangeBetween(..)) => details.push(self.trade.change_worked_out.to_owned()),
            Some(Amount::Change(change)) => details.push(self.change_sentence(change)),
            _ => {}
        }
        details.extend(mark.details.iter().map(|detail| self.detail(detail, mark, rows)));
        details.extend(self.row_details(mark, rows));
        details
    }

    /// The proof of a mark that nobody published. A change that was worked out has none: it names the totals that it
    /// rests on, and these are proved where they are drawn.
    fn proof_shown(&self, mark: &Mark, rows: Rows) -> ProofText {
        let has_proof = mark.how == How::Bounded
            || mark.how == How::Deduced && !matches!(mark.amount, Some(Amount::ChangeBetween(..)));
        rows.implied.filter(|_| has_proof).and_then(|implied| self.proof(mark, implied, rows)).unwrap_or_default()
    }

    /// Describes events of a chart's time axis, in their order.
    pub fn describe_events(&self, events: &[EventMark], data: &Dataset) -> Vec<Description> {
        events.iter().map(|event| self.describe_event(event.row, data)).collect()
    }

    /// Describes something that happened.
    fn describe_event(&self, row: RowId, data: &Dataset) -> Description {
        let Some(event) = Rows::of(data).event(row) else { return Description::default() };
        let text = if event.source.url.is_some() {
            event.source.name.clone()
        } else {
            self.more().tips.withheld_short.to_owned()
        };
        Description {
            title: self.when(event.when),
            value: event.title.clone(),
            details: vec![self.event_kind(event.kind).to_owned()],
            sources: vec![SourceLine { text, url: event.source.url.clone() }],
        }
    }

    /// Describes everything of a figure that is listed and not drawn.
    pub fn describe_listed(&self, figure: &Figure, data: &Dataset, implied: Option<&Implied>) -> Vec<Description> {
        figure.listed.iter().filter_map(|listed| self.listed(listed, Rows { data, implied })).collect()
    }

    /// `None` where its row is not there.
    fn listed(&self, listed: &Listed, rows: Rows) -> Option<Description> {
        match listed {
            Listed::Origin(row) => rows.origin(*row).map(|fact| self.describe_origin(fact)),
            Listed::Article(row) => rows.article(*row).map(|figure| self.describe_article(figure, rows)),
            Listed::Dispute(dispute) => self.describe_dispute(dispute, rows.implied?, rows),
        }
    }

    /// What is said in place of an amount where nothing is published.
    pub(super) fn no_amount(&self, mark: &Mark) -> String {
        match mark.look.tag.map(|tag| tag.label) {
            Some(Label::NeedsShare) => self.labels.needs_share,
            _ if mark.details.contains(&Detail::NoRecord) => self.more().tips.no_record,
            _ => self.more().tips.no_figure,
        }
        .to_owned()
    }

    fn describe_article(&self, figure: &ArticleFigure, rows: Rows) -> Description {
        Description {
            title: figure.statement.clone(),
            value: self.article_amount(figure),
            details: vec![self.verdict_on(figure, rows)],
            sources: vec![self.source_line(&figure.source)],
        }
    }

    /// What other sources say of a figure of the article, as the page of the article says it.
    pub(super) fn verdict_on(&self, figure: &ArticleFigure, rows: Rows) -> String {
        match rows.implied.and_then(|implied| implied.claims(rows.data).get(&figure.id)) {
            Some(claim) => self.verdict(&claim.verdict),
            None => self.verdict(&Claim::of(figure, rows.data).verdict),
        }
    }

    /// Who published rows, each once.
    pub(super) fn sources(&self, ids: &[RowId], rows: Rows) -> Vec<SourceLine> {
        /// Rows after so many are counted: a tip is no list.
        const MOST: usize = 12;
        let mut lines = Vec::new();
        for id in ids.iter().take(MOST) {
            let line = rows.source(*id).map(|source| self.source_line(source));
            lines.extend(line.filter(|line| !lines.contains(line)));
        }
        let more = ids.len().saturating_sub(MOST);
        lines.extend((more > 0).then(|| SourceLine { text: self.more_rows(more), url: None }));
        lines
    }

    /// A source as a line: who published it, and since when it is public.
    pub fn source_line(&self, source: &Source) -> SourceLine {
        let day = self.day(source.known_from);
        match &source.url {
            Some(url) => {
                let name = match source.confidence {
                    Confidence::Low => self.more().tips.doubtful(&source.name),
                    Confidence::Normal => source.name.clone(),
                };
                SourceLine { text: self.more().tips.public_since(&name, &day), url: Some(url.clone()) }
            }
            None => SourceLine { text: self.more().tips.withheld(&source.name, &day).trim().to_owned(), url: None },
        }
    }
}
