//! Imports by origin and new mines: with the reader's figures, in the newest year, and in the one that is to be reached.

use super::{Bar, Finding, Made, Note, RowName, Terms, Version, bar, lacking, rows, start_rows, with};
use crate::article::whatif::{Imports, Inputs, Mines, Origin, Part, Results, Source, Start, Supply};
use crate::charts::caption::newest;
use crate::charts::figure::{Arrangement, Chart, Name, Panel, Unit};
use crate::charts::mark::{Amount, How, Mark, Role};
use crate::data::{Partner, RowId, When};
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
        let (row, amount) = (row(origins, part.origin), Amount::Tonnes(part.tonnes.tonnes()));
        Mark {
            rows: part.rows.clone(),
            when: When::Span(year.span),
            ..bar(row, role(part.origin), what, amount, how(part.computed))
        }
    };
    let mut marks: Vec<Mark> = year.parts.iter().map(part).collect();
    let amount = Amount::Tonnes(year.total.tonnes());
    let total = bar(origins.len() + 1, Role::Ink, Bar::Together(Version::Reach), amount, how(year.computed));
    marks.push(Mark { rows: vec![year.row], when: When::Span(year.span), ..total });
    marks
}

/// What is imported and mined, all together, and what is missing.
fn supplied(inputs: &Inputs, origins: &[Origin], reach: i32, supply: &Supply, version: Version) -> Vec<Mark> {
    let when = inputs.now.as_ref().filter(|_| version == Version::Start).map(|now| When::Span(now.span));
    let how = |how: How| if version == Version::Yours { How::Estimated } else { how };
    let push = |row: usize, role: Role, what: Bar, amount: Amount, form: How| {
        let mark = bar(row, role, what, amount, how(form));
        Mark { when: when.unwrap_or(mark.when), ..mark }
    };
    let mut all: Vec<RowId> = Vec::new();
    let mut marks = Vec::new();
    for source in &supply.sources {
        all.extend(source.rows.iter().filter(|row| !all.contains(row)).copied().collect::<Vec<_>>());
        marks.push(of_source(source, version, row(origins, source.origin), &push));
    }
    let first = origins.len();
    if let Some(mines) = supply.mines {
        let of_mines = start_rows(inputs, &[Input::Mines, Input::Ramp]);
        marks.push(of_mine(mines, version, first, &of_mines, &push));
        all.extend(of_mines);
    }
    let (together, short) = (supply.together(), supply.short());
    let (of_all, of_short) = (Amount::Tonnes(together.tonnes()), Amount::Tonnes(short));
    marks.push(Mark { rows: all.clone(), ..push(first + 1, Role::Ink, Bar::Together(version), of_all, How::Computed) });
    all.extend(inputs.reach.iter().map(|reach| reach.row));
    let mark = push(first + 2, Role::Ink, Bar::Short(reach, version), of_short, How::Computed);
    marks.push(with(mark, Terms::Short(supply.reach, together), all));
    marks
}

fn of_source(
    source: &Source,
    version: Version,
    row: usize,
    push: &impl Fn(usize, Role, Bar, Amount, How) -> Mark,
) -> Mark {
    let how = if source.computed { How::Computed } else { How::Published };
    let what = Bar::Origin(source.origin, version);
    let mark = push(row, role(source.origin), what, Amount::Tonnes(source.sent().tonnes()), how);
    match version {
        Version::Yours => with(mark, Terms::Origin(source.now, source.change), source.rows.clone()),
        _ => Mark { rows: source.rows.clone(), ..mark },
    }
}

fn of_mine(
    mines: Mines,
    version: Version,
    row: usize,
    rows: &[RowId],
    push: &impl Fn(usize, Role, Bar, Amount, How) -> Mark,
) -> Mark {
    let mark = push(row, Role::Other, Bar::Mines(version), Amount::Tonnes(mines.added().tonnes()), How::Computed);
    with(mark, Terms::Mines(mines), rows.to_vec())
}
