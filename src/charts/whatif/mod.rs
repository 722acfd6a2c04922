//! What if: what follows from the article's figures with the reader's own, beside what follows from them as they are.
//!
//! A chart is a file. [`crate::article::whatif`] does the arithmetic; the sentences above and below are `words`'.

mod break_even;
mod demand;
mod supply;

use super::caption::{Listed, ListedTitle, Newest, Note as AnyNote, Publisher, Subtitle as AnySubtitle, Title, newest};
use super::figure::{Base, Chart, Empty, Figure, Name, Panel, Unit, XAxis};
use super::mark::{Amount, Detail, How, Label, Mark, Role, Shape, What};
use super::row_marks;
use crate::article::whatif::{
    BreakEven, CnyPerTonne, Demand, Element, Inputs, Lacking, Mines, Origin, Ratio, Substitute, TonnesAYear,
};
use crate::data::{Dataset, RowId, Tonnes, When, each_once};
use crate::view::scenario::InputUnit;
use crate::view::{ChartName, Input, View};
use chrono::NaiveDate;

/// What a chart of this family found.
#[derive(Clone, Debug, PartialEq)]
pub enum Finding {
    /// The reader changed nothing of it, or something is missing: the title says what the chart shows.
    Neutral(ChartName),
    /// How much the magnets would need; `None` where it is not known.
    Demand([Option<TonnesAYear>; 2]),
    /// How much would be missing to reach a year; negative where there would be more.
    Supply {
        /// To what is to be reached.
        short: Tonnes,
        /// That is to be reached.
        year: i32,
    },
    /// Above which prices the substitutes would be cheaper: of a known one `None` where it is at any price.
    BreakEven([Option<Option<CnyPerTonne>>; 2]),
}

/// What a chart of this family measures, and what the reader changed of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Subtitle {
    /// Which chart it is.
    pub name: ChartName,
    /// The year that is to be reached, where it is the chart of supply and known.
    pub year: Option<i32>,
    /// The reader's values that differ from the start, in units of the last place.
    pub changed: Vec<(Input, i32)>,
    /// What is missing for results that are not shown, each once.
    pub lacking: Vec<Lacking>,
}

/// A sentence under a chart of this family.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// Every chart: it is arithmetic on assumptions.
    Arithmetic,
    /// To which magnets the article's ratios are applied.
    Ratios,
    /// Whose goods are added up.
    Goods,
    /// Why the new mine starts at nothing: it is planned for later than the imports of this year.
    NotYet {
        /// The year of the imports.
        year: i32,
    },
    /// No new mine is counted: its capacity or its ramp is not known.
    NoMines,
    /// One magnet is taken to do the work of another.
    SameWork,
    /// Up to which part of the magnet's cost a substitute is cheaper at any price.
    CheaperUpTo(Substitute, Ratio),
}

/// What a bar stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Bar {
    /// What magnets need of an element.
    Demand(Element, Version),
    /// What an origin sends.
    Origin(Origin, Version),
    /// What new mines send.
    Mines(Version),
    /// What all of them send.
    Together(Version),
    /// What is missing to reach a year.
    Short(i32, Version),
    /// The price of what a substitute saves.
    Price(Substitute, Version),
    /// The price above which a substitute is cheaper.
    BreakEven(Substitute),
}

impl Bar {
    /// Whether it is made of the reader's figures.
    fn is_yours(self) -> bool {
        match self {
            Self::Demand(_, version)
            | Self::Origin(_, version)
            | Self::Mines(version)
            | Self::Together(version)
            | Self::Short(_, version)
            | Self::Price(_, version) => version == Version::Yours,
            Self::BreakEven(_) => true,
        }
    }
}

/// Whose figures a bar is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Version {
    /// The article's, of before.
    Before,
    /// As they start.
    Start,
    /// Of the year that is to be reached.
    Reach,
    /// With what the reader changed.
    Yours,
}

/// The terms of a bar's amount.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Terms {
    /// Magnets and ratio.
    Demand(Demand),
    /// What was sent, and 1 and its change.
    Origin(TonnesAYear, Ratio),
    /// Capacity and ramp.
    Mines(Mines),
    /// What is to be reached, and what there is.
    Short(TonnesAYear, TonnesAYear),
    /// Cost, price and share.
    BreakEven(BreakEven),
}

/// The name of a row or a panel of this family.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowName {
    /// A panel: an element.
    Element(Element),
    /// A row: the ratio of before.
    Before(Ratio),
    /// A row: the ratio of after.
    After(Ratio),
    /// A row: with the reader's figures, and the ratio where it is known.
    Yours(Option<Ratio>),
    /// A panel: a year that is to be reached.
    Reach(i32),
    /// A panel: the newest year.
    Newest(i32),
    /// A panel: with the reader's figures.
    Scenario,
    /// A row: what new mines send.
    Mines,
    /// A row: all together.
    Together,
    /// A row: what is missing.
    Short,
    /// A row: the newest quote.
    Quote,
    /// A row: the price that the reader gives.
    YourPrice,
    /// A row: the price above which the substitute is cheaper.
    BreakEven,
}

/// One of the charts.
pub(super) fn figure(name: ChartName, data: &Dataset, view: &View) -> Figure {
    let inputs = Inputs::of(data);
    let results = inputs.results(&view.scenario);
    let changed: Vec<(Input, i32)> = Input::ALL
        .iter()
        .filter(|input| input.chart() == name)
        .filter_map(|input| Some((*input, view.scenario.get(*input)?)))
        .filter(|(input, units)| inputs.start(*input).units() != Some(*units))
        .collect();
    let made = match name {
        ChartName::Supply => supply::made(&inputs, &results),
        ChartName::BreakEven => break_even::made(&inputs, &results, data),
        _ => demand::made(&inputs, &results, data),
    };
    let finding = Some(made.finding).filter(|_| !changed.is_empty());
    let mut chart = made.chart;
    let replaced = replaced_rows(&inputs, name, &changed);
    for panel in &mut chart.panels {
        let yours = panel.marks.iter_mut().filter(|mark| matches!(mark.what, What::WhatIf(bar) if bar.is_yours()));
        yours.for_each(|mark| mark.rows.retain(|row| !replaced.contains(row)));
        if panel.marks.is_empty() {
            panel.empty = Some(Empty::NoStart);
        }
    }
    Figure {
        name,
        title: Title::WhatIf(finding.flatten().unwrap_or(Finding::Neutral(name))),
        subtitle: AnySubtitle::WhatIf(Subtitle {
            name,
            year: inputs.reach.as_ref().map(|reach| reach.year()).filter(|_| name == ChartName::Supply),
            changed,
            lacking: made.lacking,
        }),
        chart,
        notes: std::iter::once(Note::Arithmetic).chain(made.notes).map(AnyNote::OfWhatIf).collect(),
        publisher: Publisher::WhatIf(name),
        newest: made.newest,
        listed: Vec::<Listed>::new(),
        listed_title: ListedTitle::NotDrawn,
    }
}

/// The rows that no figure of the reader's rests on any more: those of inputs that have another number now. A change on what
/// is imported leaves what it changes.
fn replaced_rows(inputs: &Inputs, name: ChartName, changed: &[(Input, i32)]) -> Vec<RowId> {
    let is_changed =
        |input: &Input| changed.iter().any(|(other, _)| other == input) && input.unit() != InputUnit::Change;
    let (replaced, kept): (Vec<Input>, Vec<Input>) =
        Input::ALL.iter().filter(|input| input.chart() == name).partition(|input| is_changed(input));
    let kept = start_rows(inputs, &kept);
    start_rows(inputs, &replaced).into_iter().filter(|row| !kept.contains(row)).collect()
}

/// What each chart of this family makes itself.
struct Made {
    chart: Chart,
    /// `None` where nothing can be said.
    finding: Option<Finding>,
    notes: Vec<Note>,
    newest: Vec<Newest>,
    lacking: Vec<Lacking>,
}

/// A panel of rows.
fn rows(name: Name, role: Option<Role>, rows: Vec<(Name, Option<Role>)>, unit: Unit) -> Panel {
    Panel { names: vec![(name, role)], ..Panel::new(XAxis::Rows(rows), unit, Base::Zero) }
}

/// A bar in a row, its amount at its end; one of less than nothing has no length.
fn bar(row: usize, role: Role, bar: Bar, amount: Amount, how: How) -> Mark {
    let ends = (0.0, amount.height().max(0.0));
    Mark {
        what: What::WhatIf(bar),
        when: NO_DAY,
        amount: Some(amount),
        how,
        rows: Vec::new(),
        details: Vec::new(),
        detail_rows: Vec::new(),
        look: row_marks::look(Shape::Bar, role, row, ends, Label::Amount(amount)),
    }
}

/// A row whose amount lacks an input, which its words say.
fn lacking_bar(row: usize, role: Role, bar: Bar) -> Mark {
    let missing = row_marks::missing(What::WhatIf(bar), NO_DAY, role, row, Label::NeedsShare);
    Mark { how: How::Estimated, ..missing }
}

/// The reader's figures stand for no day, and what is said of them names none. Of a panel they count as the newest.
const NO_DAY: When = When::Day(NaiveDate::MAX);

/// A mark with the terms of its amount and the rows that they rest on.
fn with(mark: Mark, terms: Terms, rows: Vec<RowId>) -> Mark {
    Mark { details: vec![Detail::WhatIf(terms)], rows, ..mark }
}

/// The rows of inputs as they start, each once.
fn start_rows(inputs: &Inputs, of: &[Input]) -> Vec<RowId> {
    each_once(of.iter().flat_map(|input| inputs.start(*input).rows()))
}

/// What results lack, each once.
fn lacking<'a>(of: impl Iterator<Item = Option<&'a Lacking>>) -> Vec<Lacking> {
    each_once(of.flatten().copied())
}

/// The day on which a row became public, as what a chart's newest figure stands for.
fn newest_row(data: &Dataset, rows: &[RowId]) -> Vec<Newest> {
    newest(rows.iter().filter_map(|row| Some(When::Day(data.source(*row)?.known_from))))
}
