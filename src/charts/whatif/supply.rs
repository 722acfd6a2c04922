//! Imports by origin and new mines: with the reader's figures, in the newest year, and in the one that is to be reached.

use super::{Bar, Finding, Made, Note, RowName, Terms, Version, bar, lacking, rows, start_rows, with};
use crate::article::whatif::{Imports, Inputs, Origin, Part, Results, Source, Start, Supply, TonnesAYear};
use crate::charts::caption::newest;
use crate::charts::figure::{Arrangement, Chart, Name, Panel, Unit};
use crate::charts::mark::{Amount, How, Mark, Role};
use crate::data::{Partner, RowId, When, each_once};
use crate::view::Input;

/// Three panels on one scale, each with the same rows.
pub fn made(inputs: &Inputs, results: &Results) -> Made {
    let (start, scenario) = (results.supply.start.as_ref(), results.supply.scenario.as_ref());
    let origins = origins(inputs);
    let mut panels = Vec::new();
    let (mut finding, mut notes) = (None, vec![Note::Goods]);
    if let (Some(now), Some(reach), Ok(start), Ok(scenario)) = (&inputs.now, &inputs.reach, start, scenario) {
        let year = reach.year();
        let of = |supply, version| supplied(inputs, &origins, year, supply, version);
        // The reader's first: where there is room for one panel, it is that.
        panels.push(Panel { marks: of(scenario, Version::Yours), ..panel(RowName::Scenario, &origins) });
        panels.push(Panel { marks: of(start, Version::Start), ..panel(RowName::Newest(now.year()), &origins) });
        panels.push(Panel { marks: imported(&origins, reach), ..panel(RowName::Reach(year), &origins) });
        let sound = !now.doubt && !reach.doubt;
        finding = sound.then(|| Finding::Supply { short: scenario.short(), year });
        notes.extend(scenario.mines.is_none().then_some(Note::NoMines));
    }
    if panels.is_empty() {
        panels.push(panel(RowName::Scenario, &origins));
    }
    if let Start::NotYet { year, .. } = inputs.start(Input::Ramp) {
        notes.push(Note::NotYet { year: *year });
    }
    Made {
        chart: Chart { arrangement: Arrangement::Columns(3), same_scale: true, panels, events: Vec::new() },
        finding,
        notes,
        newest: newest(inputs.now.iter().map(|now| When::Span(now.span))),
        lacking: lacking(std::iter::once(scenario.err())),
    }
}

/// Those that are named in both years, and everyone else.
fn origins(inputs: &Inputs) -> Vec<Origin> {
    let years = || inputs.now.iter().chain(&inputs.reach);
    Origin::ALL.into_iter().filter(|origin| years().any(|year| year.part(*origin).is_some())).collect()
}

fn role(origin: Origin) -> Role {
    match origin {
        Origin::Named(Partner::MYANMAR) => Role::Myanmar,
        Origin::Named(Partner::LAOS) => Role::Laos,
        Origin::Named(_) | Origin::Others => Role::Other,
    }
}

fn panel(name: RowName, origins: &[Origin]) -> Panel {
    let of_origin = |origin: &Origin| match *origin {
        Origin::Named(partner) => (Name::Origin(partner), Some(role(*origin))),
        Origin::Others => (Name::Others, None),
    };
    let rest = [RowName::Mines, RowName::Together, RowName::Short].map(|row| (Name::WhatIf(row), None));
    rows(Name::WhatIf(name), None, origins.iter().map(of_origin).chain(rest).collect(), Unit::Tonnes)
}

/// The row of an origin in every panel.
fn row(origins: &[Origin], origin: Origin) -> usize {
    origins.iter().position(|other| *other == origin).unwrap_or(origins.len())
}

/// What was imported in the year that is to be reached.
fn imported(origins: &[Origin], year: &Imports) -> Vec<Mark> {
    let how = |computed: bool| if computed { How::Computed } else { How::Published };
    let part = |part: &Part| {
        let what = Bar::Origin(part.origin, Version::Reach);
        let (row, amount) = (row(origins, part.origin), tonnes(part.tonnes));
        Mark {
            rows: part.rows.clone(),
            when: When::Span(year.span),
            ..bar(row, role(part.origin), what, amount, how(part.computed))
        }
    };
    let mut marks: Vec<Mark> = year.parts.iter().map(part).collect();
    let what = Bar::Together(Version::Reach);
    let total = bar(origins.len() + 1, Role::Ink, what, tonnes(year.total), how(year.computed));
    marks.push(Mark { rows: vec![year.row], when: When::Span(year.span), ..total });
    marks
}

/// What is imported and mined, all together, and what is missing to reach a year.
fn supplied(inputs: &Inputs, origins: &[Origin], reach: i32, supply: &Supply, version: Version) -> Vec<Mark> {
    let source = |source: &Source| of_source(source, version, row(origins, source.origin));
    let mut marks: Vec<Mark> = supply.sources.iter().map(source).collect();
    let first = origins.len();
    marks.extend(supply.mines.map(|mines| {
        let mark = bar(first, Role::Other, Bar::Mines(version), tonnes(mines.added()), How::Computed);
        with(mark, Terms::Mines(mines), start_rows(inputs, &[Input::Mines, Input::Ramp]))
    }));
    let mut rows: Vec<RowId> = each_once(marks.iter().flat_map(|mark| mark.rows.iter().copied()));
    let (together, short) = (supply.together(), Amount::Tonnes(supply.short()));
    let total = bar(first + 1, Role::Ink, Bar::Together(version), tonnes(together), How::Computed);
    marks.push(Mark { rows: rows.clone(), ..total });
    rows.extend(inputs.reach.iter().map(|reach| reach.row));
    let missing = bar(first + 2, Role::Ink, Bar::Short(reach, version), short, How::Computed);
    marks.push(with(missing, Terms::Short(supply.reach, together), rows));
    for mark in &mut marks {
        match (version, &inputs.now) {
            (Version::Yours, _) => mark.how = How::Estimated,
            (_, Some(now)) => mark.when = When::Span(now.span),
            (_, None) => {}
        }
    }
    marks
}

fn of_source(source: &Source, version: Version, row: usize) -> Mark {
    let how = if source.computed { How::Computed } else { How::Published };
    let what = Bar::Origin(source.origin, version);
    let mark = bar(row, role(source.origin), what, tonnes(source.sent()), how);
    match version {
        Version::Yours => with(mark, Terms::Origin(source.now, source.change), source.rows.clone()),
        _ => Mark { rows: source.rows.clone(), ..mark },
    }
}

fn tonnes(mass: TonnesAYear) -> Amount {
    Amount::Tonnes(mass.tonnes())
}
