//! What is said of prices that are compared with each other, in English.

use crate::words::compared::ComparedWords;

pub(super) const COMPARED: ComparedWords = ComparedWords {
    relative_subtitle: "How many times one price is another: mids of two quotes of one agency, of the same day and market; full points are the main agency’s",
    relative_note: "Each point divides two quotes that one agency made on one day in one market, both with VAT or both without. Where one of the two is missing there is no point: nothing is carried over from another day.",
    relative_fell: "{above} fell from {from} to {to} times the price of {below}",
    relative_rose: "{above} rose from {from} to {to} times the price of {below}",
};
