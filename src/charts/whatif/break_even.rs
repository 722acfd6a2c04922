//! The prices above which a magnet costs more than its substitute, beside the newest quotes.

use super::{Bar, Finding, Made, Note, RowName, Terms, Version, bar, lacking, lacking_bar, rows, start_rows, with};
use crate::article::whatif::{CnyPerTonne, Inputs, Lacking, Results, Start, Substitute};
use crate::charts::caption::newest;
use crate::charts::figure::{Arrangement, Chart, Name, Panel, Unit};
use crate::charts::mark::{Amount, Detail, How, Mark, Role};
use crate::data::{Dataset, PriceFact, Product, Quote, fact};
use crate::view::PriceUnit;

/// A panel a substitute.
pub fn made(inputs: &Inputs, results: &Results, data: &Dataset) -> Made {
    let panels = Substitute::ALL.iter().enumerate().map(|(index, of)| panel(inputs, results, data, index, *of));
    let at = results.break_even.each_ref().map(|of| of.scenario.as_ref().ok().map(|of| of.at()));
    let cheaper = Substitute::ALL.into_iter().zip(results.cheaper_up_to);
    let cheaper = cheaper.filter_map(|(of, share)| Some(Note::CheaperUpTo(of, share?)));
    let quotes = Substitute::ALL.into_iter().filter_map(|of| Some(quoted(inputs, data, of)?.1.when));
    let missing = results.break_even.iter().map(|of| of.scenario.as_ref().err());
    Made {
        chart: Chart {
            arrangement: Arrangement::Columns(2),
            same_scale: false,
            panels: panels.collect(),
            events: Vec::new(),
        },
        finding: at.iter().any(Option::is_some).then_some(Finding::BreakEven(at)),
        notes: cheaper.chain([Note::SameWork]).collect(),
        newest: newest(quotes),
        lacking: lacking(missing.map(|missing| missing.filter(|of| matches!(of, Lacking::Input(_))))),
    }
}

/// What a substitute saves, as a product that is quoted.
fn product(of: Substitute) -> (Product, Role) {
    match of {
        Substitute::MagNex => (Product::PrNdOxide, Role::Praseodymium),
        Substitute::HoDy => (Product::DyOxide, Role::Dysprosium),
    }
}

/// The quote that the price starts at, with its middle.
fn quoted<'a>(inputs: &Inputs, data: &'a Dataset, of: Substitute) -> Option<(CnyPerTonne, &'a PriceFact)> {
    let [_, price, _] = of.inputs();
    let Start::Quote { units, row } = inputs.start(price) else { return None };
    Some((CnyPerTonne::new(*units), fact(&data.prices, *row)?))
}

fn panel(inputs: &Inputs, results: &Results, data: &Dataset, index: usize, of: Substitute) -> Panel {
    let (product, role) = product(of);
    let amount = |price: CnyPerTonne| Amount::Price(Quote::Single(price.to_f64()), PriceUnit::CnyTonne);
    let quote = quoted(inputs, data, of);
    let scenario = results.break_even[index].scenario.as_ref().ok();
    let names = [RowName::Quote, RowName::YourPrice, RowName::BreakEven].map(|name| (Name::WhatIf(name), None));
    let mut marks: Vec<Mark> = Vec::new();
    if let Some((mid, quote)) = quote {
        let how = if quote.quote.printed_mid().is_some() { How::Published } else { How::Computed };
        marks.push(Mark {
            when: quote.when,
            rows: start_rows(inputs, &of.inputs()[1..2]),
            details: vec![Detail::Quote(quote.quote, PriceUnit::CnyTonne)],
            ..bar(0, role, Bar::Price(of, Version::Start), amount(mid), how)
        });
    }
    let price = results.prices[index];
    if let Some(price) = price {
        let what = Bar::Price(of, Version::Yours);
        let rows = start_rows(inputs, &of.inputs()[1..2]);
        marks.push(Mark { rows, ..bar(1, role, what, amount(price), How::Estimated) });
    }
    if let Some((terms, at)) = scenario.and_then(|terms| Some((terms, terms.at()?))) {
        let mark = bar(2, role, Bar::BreakEven(of), amount(at), How::Estimated);
        marks.push(with(mark, Terms::BreakEven(*terms), start_rows(inputs, &of.inputs())));
    }
    // Without words the reader's price would seem to be the result.
    let [_, _, share] = of.inputs();
    if results.break_even[index].scenario == Err(Lacking::Input(share)) {
        marks.push(lacking_bar(2, role, Bar::BreakEven(of)));
    }
    Panel { marks, ..rows(Name::Product(product), Some(role), names.to_vec(), Unit::ThousandCnyPerTonne) }
}
