//! How much praseodymium and dysprosium magnets need: before, after, and with the reader's figures.

use super::{Bar, Finding, Made, Note, RowName, Terms, Version, bar, lacking, newest_row, rows, start_rows, with};
use crate::article::whatif::{Demand, Element, Inputs, Results, Start};
use crate::charts::figure::{Arrangement, Chart, Name, Panel, Unit};
use crate::charts::mark::{Amount, How, Mark, Role};
use crate::data::{Dataset, RowId};
use crate::view::{By, Input};

/// An output and a ratio that stand in different places: their product is inferred, and never published.
pub fn made(inputs: &Inputs, results: &Results, data: &Dataset) -> Made {
    let panels = Element::ALL.iter().enumerate().map(|(index, element)| panel(inputs, results, index, *element));
    let scenario = || results.demand.iter().map(|demand| demand.scenario.as_ref());
    let needed = results.demand.each_ref().map(|demand| demand.scenario.as_ref().ok().map(|demand| demand.needed()));
    Made {
        chart: Chart {
            arrangement: Arrangement::Columns(2),
            same_scale: true,
            panels: panels.collect(),
            events: Vec::new(),
        },
        finding: needed.iter().any(Option::is_some).then_some(Finding::Demand(needed)),
        notes: vec![Note::Ratios],
        newest: newest_row(data, &start_rows(inputs, &[Input::Magnets, Input::PrRatio, Input::DyRatio])),
        lacking: lacking(scenario().map(Result::err)),
    }
}

fn panel(inputs: &Inputs, results: &Results, index: usize, element: Element) -> Panel {
    let role = match element {
        Element::Praseodymium => Role::Praseodymium,
        Element::Dysprosium => Role::Dysprosium,
    };
    let compared = &results.demand[index];
    let before = results.demand_before[index];
    let (start, scenario) = (compared.start.as_ref().ok(), compared.scenario.as_ref().ok());
    let (mut names, mut marks) = (Vec::new(), Vec::new());
    let mut row = |name: RowName, version: Version, demand: &Demand, how: How, of: Vec<RowId>| {
        let mark = demand_bar(names.len(), role, element, version, demand, how);
        marks.push(with(mark, Terms::Demand(*demand), of));
        names.push((Name::WhatIf(name), None));
    };
    let of_start = start_rows(inputs, &[Input::Magnets, element.ratio()]);
    if let (Some(demand), Start::Article { before: Some((_, ratio_row)), .. }) = (before, inputs.start(element.ratio()))
    {
        let of = start_rows(inputs, &[Input::Magnets]).into_iter().chain([*ratio_row]).collect();
        row(RowName::Before(demand.ratio), Version::Before, &demand, How::Inferred, of);
    }
    if let Some(demand) = start {
        row(RowName::After(demand.ratio), Version::Start, demand, How::Inferred, of_start.clone());
    }
    if let Some(demand) = scenario {
        row(RowName::Yours(Some(demand.ratio)), Version::Yours, demand, How::Estimated, of_start);
    }
    if names.is_empty() {
        names.push((Name::WhatIf(RowName::Yours(None)), None));
    }
    let name = Name::WhatIf(RowName::Element(element));
    Panel { marks, ..rows(name, Some(role), names, Unit::TonnesPer(By::Year)) }
}

fn demand_bar(row: usize, role: Role, element: Element, version: Version, demand: &Demand, how: How) -> Mark {
    bar(row, role, Bar::Demand(element, version), Amount::Tonnes(demand.needed().tonnes()), how)
}
