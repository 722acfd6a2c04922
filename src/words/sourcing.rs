//! What the charts of `charts::sourcing` found, and what they measure.

use super::Words;
use super::table::texts;
use crate::charts::sourcing::{Finding, Oxide, Part, Spike, Still, Subtitle, Times};
use crate::data::{Basket, Percent, Tonnes};

texts! {
    /// What the gap chart says, and what all charts of origins do.
    SourcingWords
    texts {
        replaced_together, not_replaced_flat, no_change, tenth, sixth, fifth, quarter, third, half, two_thirds,
        three_quarters, twice, three_times, gap_without_years, sentence_end,
    }
    templates {
        not_replaced_both(tonnes, dollars), not_replaced_tonnes(tonnes), not_replaced_dollars(dollars),
        not_replaced(sent), made_up_by(origin, part), replaced_by(origin), partly_together(part),
        sent(amount, from, to), sent_same(from, to), more(tonnes), less(tonnes), spike(peak, times, before),
        spike_still(spike, newest, years), times(n), gap_subtitle(from, to),
    }
}

impl Words {
    pub(super) fn sourcing_title(&self, finding: &Finding) -> String {
        let (words, more) = (&self.more().sourcing, &self.more().origins);
        match finding {
            Finding::Neutral(name) => self.chart_name(*name).to_owned(),
            Finding::NotReplaced { tonnes, dollars, together } => match (tonnes, dollars) {
                (Some(tonnes), Some(dollars)) => {
                    words.not_replaced_both(&self.made_up_part(*tonnes), &self.made_up_part(*dollars))
                }
                (Some(tonnes), None) => words.not_replaced_tonnes(&self.made_up_part(*tonnes)),
                (None, Some(dollars)) => words.not_replaced_dollars(&self.made_up_part(*dollars)),
                (None, None) => match together {
                    Some(together) => words.not_replaced(&self.more_or_less(*together)),
                    None => words.not_replaced_flat.to_owned(),
                },
            },
            Finding::MadeUpBy(origin, part) => words.made_up_by(&self.partner(*origin), &self.made_up_part(*part)),
            Finding::ReplacedBy(origin) => words.replaced_by(&self.partner(*origin)),
            Finding::PartlyTogether(part) => words.partly_together(&self.made_up_part(*part)),
            Finding::ReplacedTogether => words.replaced_together.to_owned(),
            Finding::MyanmarMore((from, to), more) => self.sent(*more, *from, *to),
            Finding::MyanmarSame((from, to)) => words.sent_same(&from.to_string(), &to.to_string()),
            Finding::Sent { years: (from, to), myanmar, others } => {
                more.everyone_else(&self.sent(*myanmar, *from, *to), &self.more_or_less(*others))
            }
            Finding::Break { step, outweighed: None } => more.break_in(&self.during(*step)),
            Finding::Break { step, outweighed: Some(later) } => {
                more.break_outweighed(&self.during(*step), &self.during(*later))
            }
            Finding::BothSteps((from, to)) => more.both_steps(&from.to_string(), &to.to_string()),
            Finding::OneStep((from, to), less) => {
                more.one_step(&from.to_string(), &to.to_string(), &self.more_or_less(Tonnes::ZERO - *less))
            }
            Finding::Spike(spike) => self.most_in(spike),
            Finding::Highest { year, first } => more.highest(&year.to_string(), &first.to_string()),
            Finding::Lowest { year, first } => more.lowest(&year.to_string(), &first.to_string()),
            Finding::MostlyBasket { basket: (basket, change), other } => {
                let mostly = more.mostly(&self.basket_lower(*basket), &self.up_or_down(*change));
                let and = |(basket, change): &(Basket, Percent)| {
                    more.mostly_and(&mostly, &self.basket_lower(*basket), &self.up_or_down(*change))
                };
                other.as_ref().map(and).unwrap_or(mostly)
            }
            Finding::Oxide(oxide, values) => self.oxide(*oxide, *values),
            Finding::UnitValue { origin, now, before } => {
                let now = more.unit_value(&self.partner(*origin), &now.0.to_string(), &self.unit_value(now.1));
                let after = |(year, value): &(i32, f64)| {
                    more.unit_value_after(&now, &self.unit_value(*value), &year.to_string())
                };
                before.as_ref().map(after).unwrap_or(now)
            }
            Finding::PeriodsOf(partner) => more.periods_of(&self.partner(*partner)),
            Finding::Newest { origin, basket, span, tonnes, change } => {
                let (origin, tonnes) = (self.partner(*origin), self.whole_tonnes(*tonnes));
                let sent = more.newest_sent(&origin, &tonnes, &self.basket_lower(*basket), &self.in_span(*span));
                more.newest_change(&sent, &self.printed_change(*change))
            }
            Finding::LessConcentrated((from, to)) => more.less_concentrated(&to.to_string(), &from.to_string()),
            Finding::RoseAndFell { from, peak, to } => {
                more.rose_and_fell(&peak.to_string(), &from.to_string(), &to.to_string())
            }
            Finding::MoreConcentrated((from, to)) => more.more_concentrated(&to.to_string(), &from.to_string()),
            Finding::AsConcentrated((from, to)) => more.as_concentrated(&to.to_string(), &from.to_string()),
        }
    }

    fn with_spike(&self, text: String, spike: Option<&Spike>) -> String {
        match spike {
            Some(spike) => self.sentences(&[text, self.spike(spike)]),
            None => text,
        }
    }

    pub(super) fn sourcing_subtitle(&self, subtitle: &Subtitle) -> String {
        let more = &self.more().origins;
        match subtitle {
            Subtitle::Gap { years, spike } => {
                let of = |(from, to): (i32, i32)| self.more().sourcing.gap_subtitle(&from.to_string(), &to.to_string());
                let years = years.map_or_else(|| self.more().sourcing.gap_without_years.to_owned(), of);
                self.with_spike(years, spike.as_ref())
            }
            Subtitle::Shifts => more.shifts_subtitle.to_owned(),
            Subtitle::Origins => more.origins_subtitle.to_owned(),
            Subtitle::Baskets { years, loss, same_scale, inferred } => {
                let years = years.map(|(from, to)| more.basket_years(&from.to_string(), &to.to_string()));
                let scale = if *same_scale { more.one_scale } else { more.own_scales }.to_owned();
                let loss = loss.map(|(basket, share)| more.basket_loss(self.basket(basket), &self.percent(share, 0)));
                let inferred: Vec<String> = inferred.iter().map(i32::to_string).collect();
                let inferred = (!inferred.is_empty()).then(|| more.inferred(&inferred.join(", ")));
                self.sentences(&[years, Some(scale), inferred, loss].into_iter().flatten().collect::<Vec<_>>())
            }
            Subtitle::Value => more.value_subtitle.to_owned(),
            Subtitle::Concentration => more.concentration_subtitle.to_owned(),
            Subtitle::Partners => more.partners_subtitle.to_owned(),
            Subtitle::Standfirst { newest, replaced, dollars, oxide } => {
                let replaced =
                    replaced.map(|replaced| if replaced { more.stepped_in } else { more.not_stepped_in }.to_owned());
                let dollars = dollars.map(|part| more.dollars_made_up(&self.made_up_part(part)));
                let why = |(oxide, values): (Oxide, (f64, f64))| {
                    let (now, before) = (self.unit_value(values.1), self.unit_value(values.0));
                    more.sent_oxide(&oxide.to.to_string(), &now, &oxide.from.to_string(), &before)
                };
                let why = oxide.filter(|_| dollars.is_some()).map(why);
                let newest = newest.map(|year| more.newest_year(&year.to_string()));
                self.sentences(&[replaced, dollars, why, newest].into_iter().flatten().collect::<Vec<_>>())
            }
        }
    }

    /// What stands under the headline of the page; what the page is about where the figures say nothing more.
    pub(super) fn sourcing_standfirst_of(&self, standfirst: &Subtitle) -> String {
        match self.sourcing_subtitle(standfirst) {
            text if text.is_empty() => self.sourcing_standfirst.to_owned(),
            text => [&text, self.more().sourcing.sentence_end.trim_end()].concat(),
        }
    }

    /// Sentences one after the other: each but the last with its full stop.
    fn sentences(&self, sentences: &[String]) -> String {
        sentences.join(self.more().sourcing.sentence_end)
    }

    /// What a basket outside the compared one did, in two years.
    pub(super) fn outside_basket(&self, basket: Basket, before: (i32, Tonnes), now: (i32, Tonnes)) -> String {
        let [(from, before), (to, now)] = [before, now].map(|(year, of)| (year.to_string(), self.whole_tonnes(of)));
        self.more().origins.outside_basket(self.basket(basket), &before, &from, &now, &to)
    }

    /// The years without a world value.
    pub(super) fn no_world_value(&self, years: &[i32]) -> String {
        let years: Vec<String> = years.iter().map(i32::to_string).collect();
        self.more().origins.no_world_value(&years.join(", "))
    }

    /// "Myanmar sent 31,944 t less in 2025 than in 2023".
    fn sent(&self, change: Tonnes, from: i32, to: i32) -> String {
        self.more().sourcing.sent(&self.more_or_less(change), &from.to_string(), &to.to_string())
    }

    /// "870 t less".
    fn more_or_less(&self, change: Tonnes) -> String {
        let tonnes = self.unit_tonnes(&self.number(change.to_f64().abs(), 0));
        if tonnes == self.unit_tonnes("0") {
            self.more().sourcing.no_change.to_owned()
        } else if change < Tonnes::ZERO {
            self.more().sourcing.less(&tonnes)
        } else {
            self.more().sourcing.more(&tonnes)
        }
    }

    /// "down 86 %".
    fn up_or_down(&self, change: Percent) -> String {
        let percent = self.unit_percent(&self.number(change.to_f64().abs(), 0));
        if change.to_f64() < 0.0 { self.more().origins.down(&percent) } else { self.more().origins.up(&percent) }
    }

    fn basket_lower(&self, basket: Basket) -> String {
        self.basket(basket).to_ascii_lowercase()
    }

    /// "a sixth", "17 %".
    pub(super) fn made_up_part(&self, part: Part) -> String {
        let words = &self.more().sourcing;
        match part {
            Part::Tenth => words.tenth,
            Part::Sixth => words.sixth,
            Part::Fifth => words.fifth,
            Part::Quarter => words.quarter,
            Part::Third => words.third,
            Part::Half => words.half,
            Part::TwoThirds => words.two_thirds,
            Part::ThreeQuarters => words.three_quarters,
            Part::Percent(percent) => return self.percent(percent, 0),
        }
        .to_owned()
    }

    /// "in 2024", "from 2020 to 2025".
    fn during(&self, (from, to): (i32, i32)) -> String {
        let (first, last) = (from.to_string(), to.to_string());
        if from + 1 == to { self.more().origins.during(&last) } else { self.more().origins.during_years(&first, &last) }
    }

    fn spike(&self, spike: &Spike) -> String {
        let words = &self.more().sourcing;
        let times = match spike.times {
            Times::Twice => words.twice.to_owned(),
            Times::Three => words.three_times.to_owned(),
            Times::Other(times) => words.times(&self.number(times, 1)),
        };
        let text = words.spike(&spike.peak.to_string(), &times, &(spike.peak - 1).to_string());
        let Some(still) = spike.still else { return text };
        words.spike_still(&text, &still.newest.to_string(), &years_of(still.first, still.last))
    }

    /// The same year where the comparison that it matters for is another chart's.
    fn most_in(&self, spike: &Spike) -> String {
        let peak = spike.peak.to_string();
        let still = |of: Still| {
            self.more().origins.most_still(
                &of.first.to_string(),
                &of.newest.to_string(),
                &peak,
                &years_of(of.first, of.last),
            )
        };
        spike.still.map_or_else(|| self.more().origins.most(&peak), still)
    }

    fn oxide(&self, oxide: Oxide, values: Option<(f64, f64)>) -> String {
        let (from, to) = (oxide.from.to_string(), oxide.to.to_string());
        match values {
            Some((before, now)) => {
                self.more().origins.oxide_values(&to, &from, &self.unit_value(now), &self.unit_value(before))
            }
            None => self.more().origins.oxide(&to, &from),
        }
    }
}

/// "2017–2022", or the one year.
pub(super) fn years_of(first: i32, last: i32) -> String {
    if first < last { format!("{first}–{last}") } else { last.to_string() }
}
