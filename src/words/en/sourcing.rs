//! What the sourcing charts say, in English.

use crate::words::sourcing::SourcingWords;

pub(super) const SOURCING: SourcingWords = SourcingWords {
    not_replaced_both: "By weight no origin replaced Myanmar; Laos made up {tonnes} of the tonnes, {dollars} of the dollars",
    not_replaced_tonnes: "By weight no origin replaced Myanmar; Laos made up {tonnes} of the tonnes",
    not_replaced_dollars: "By weight no origin replaced Myanmar; in dollars Laos made up {dollars}",
    not_replaced: "No origin replaced Myanmar: everyone else together sent {sent}",
    not_replaced_flat: "No origin replaced Myanmar: everyone else together sent about as much as before",
    no_change: "no change",
    made_up_by: "{origin} made up {part} of Myanmar’s lost tonnes; the others sent less",
    replaced_by: "By weight {origin} made up all of Myanmar’s loss",
    partly_together: "By weight other origins together made up {part} of Myanmar’s loss",
    replaced_together: "By weight other origins together made up all of Myanmar’s loss",
    sent: "Myanmar sent {amount} in {to} than in {from}",
    sent_same: "Myanmar sent about as much in {to} as in {from}",
    more: "{tonnes} more",
    less: "{tonnes} less",
    tenth: "a tenth",
    sixth: "a sixth",
    fifth: "a fifth",
    quarter: "a quarter",
    third: "a third",
    half: "half",
    two_thirds: "two thirds",
    three_quarters: "three quarters",
    spike: "Myanmar’s {peak} was {times} its {before}",
    spike_still: "{spike}; its {newest} is still above {years}",
    twice: "twice",
    three_times: "three times",
    times: "{n} times",

    gap_subtitle: "China’s imports of compounds and metals (HS 2846 and 2805.30), net tonnes, {from} to {to}; each step is a difference of published figures",
    gap_without_years: "China’s imports of compounds and metals (HS 2846 and 2805.30), net tonnes; the world’s total is not published for both years",

    sentence_end: ". ",
};
