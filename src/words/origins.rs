//! The rows of `origins.csv` in words, and what is computed from two of them.

use super::rows::Rows;
use super::{Description, Words};
use crate::charts::mark::Mark;
use crate::data::{Basket, Kind, OriginFact};

impl Words {
    /// Everything that a row of one partner says.
    pub(super) fn describe_origin(&self, fact: &OriginFact) -> Description {
        let value = match (fact.tonnes, fact.value, fact.share) {
            (Some(tonnes), _, _) => self.tonnes(tonnes.value),
            (None, Some(value), _) => self.dollars(value),
            (None, None, Some(share)) => self.more().tips.share_of_basket(&self.percent(share.value, share.places)),
            (None, None, None) => fact.change.map(|change| self.printed_change(change)).unwrap_or_default(),
        };
        Description {
            title: self.more().tips.dated(
                &self.more().tips.origin_of(&self.partner(fact.partner), self.basket(fact.basket)),
                &self.span(fact.span),
            ),
            value,
            details: self.origin_details(fact),
            sources: vec![self.source_line(&fact.source)],
        }
    }

    /// What a row of one partner says besides its amount.
    pub(super) fn origin_details(&self, fact: &OriginFact) -> Vec<String> {
        let mut details = vec![match fact.kind {
            Kind::Published => self.more().tips.kind_published.to_owned(),
            Kind::Derived => self.more().tips.kind_derived(&fact.formula),
            Kind::Estimated => self.more().tips.kind_estimated(&fact.formula),
        }];
        if let (Some(tonnes), Some(value)) = (fact.tonnes, fact.value) {
            details.push(self.more().tips.value_cif(&self.dollars(value)));
            details.extend(
                value.per_tonne(tonnes.value).map(|value| self.more().tips.per_kilogram(&self.unit_value(value / 1e3))),
            );
        }
        if fact.tonnes.is_some() || fact.value.is_some() {
            let share =
                fact.share.map(|share| self.more().tips.share_published(&self.percent(share.value, share.places)));
            details.extend(share);
        }
        details.extend(fact.change.map(|change| self.more().tips.change_printed(&self.printed_change(change))));
        details.extend(self.basket_details(fact));
        if !fact.note.is_empty() {
            details.push(fact.note.clone());
        }
        details
    }

    /// The codes of a row's basket, and what the basket leaves out.
    fn basket_details(&self, fact: &OriginFact) -> Vec<String> {
        let codes = (!fact.hs.is_empty()).then(|| self.hs_code(&fact.hs.replace('+', " + ")));
        let without = (fact.basket == Basket::CompoundsMetals).then(|| self.more().origins.without_ore.to_owned());
        codes.into_iter().chain(without).collect()
    }

    /// What the two rows of a change say besides their tonnes.
    pub(super) fn shift_details(&self, mark: &Mark, named: bool, rows: Rows) -> Vec<String> {
        let facts: Vec<&OriginFact> = mark.rows.iter().filter_map(|row| rows.origin(*row)).collect();
        let value = |fact: &&OriginFact| {
            let (value, tonnes) = (fact.value.filter(|_| named)?, fact.tonnes?.value);
            let unit = value.per_tonne(tonnes).map(|unit| self.more().tips.per_kilogram(&self.unit_value(unit / 1e3)));
            let parts: Vec<String> =
                std::iter::once(self.more().tips.value_cif(&self.dollars(value))).chain(unit).collect();
            Some(self.more().origins.year_detail(&self.span(fact.span), &parts.join(", ")))
        };
        let mut details: Vec<String> = facts.iter().filter_map(value).collect();
        details.extend(facts.last().map(|fact| self.basket_details(fact)).unwrap_or_default());
        details.extend(self.notes_of(mark, rows));
        details
    }

    /// The notes of the rows that a computed figure rests on, each once.
    pub(super) fn notes_of(&self, mark: &Mark, rows: Rows) -> Vec<String> {
        let mut notes: Vec<String> = Vec::new();
        for fact in mark.rows.iter().filter_map(|row| rows.origin(*row)) {
            let note = [&*self.span(fact.span), ": ", &fact.note].concat();
            if !fact.note.is_empty() && !notes.contains(&note) {
                notes.push(note);
            }
        }
        notes
    }
}
