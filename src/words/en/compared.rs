//! What is said of prices that are compared with each other, in English.

use crate::words::compared::ComparedWords;

pub(super) const COMPARED: ComparedWords = ComparedWords {
    relative_subtitle: "How many times one price is another: mids of two quotes of one agency, of the same day and market; full points are the main agency’s",
    relative_note: "Each point divides two quotes that one agency made on one day in one market, both with VAT or both without. Where one of the two is missing there is no point: nothing is carried over from another day.",
    relative_fell: "{above} fell from {from} times the price of {below} {first} to {to} {last}",
    no_quote_in: "No line of {list}: the index’s agency has no quote of it in {month}, and no other quote stands in for one.",
    no_month: "No line of {list}: no figure of {month} by itself was found that is not weak, and none is worked out for it.",
    moving_note: "The line is the average of a month and those before it, {n} in all, computed from published figures that together are exactly these months; it stops where one is missing.",
    trade_index_title: "China’s rare earth imports and exports as an index, 100 in {month}",
    levels_of_both: "China’s rare earth exports stood at {exports}, imports at {imports} in {month}",
    level: "China’s rare earth {flow} stood at {value} in {month}",
    to_highest: ", to their highest of {years}",
    to_lowest: ", to their lowest of {years}",
    trade_index_subtitle: "Each month in per cent of {month}, computed from published tonnes. A month that is not published by itself has no point.",
    moving_average: "{flow}, moving average",
    flow_index: "{flow}, 100 in {month}",
    relative_rose: "{above} rose from {from} times the price of {below} {first} to {to} {last}",
};
