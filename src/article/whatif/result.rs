//! What follows from the inputs, each result with the terms of its formula: at the start, and as the reader has it.

use super::imports::Origin;
use super::start::{Inputs, Start};
use super::units::{CnyPerTonne, Ratio, TonnesAYear};
use crate::data::{RowId, Tonnes};
use crate::view::{Input, Scenario};

/// A result as the inputs start, and with what the reader changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared<T> {
    /// Without any change.
    pub start: Result<T, Lacking>,
    /// With the reader's.
    pub scenario: Result<T, Lacking>,
}

impl<T> Compared<T> {
    fn new(scenario: &Scenario, result: impl Fn(&Scenario) -> Result<T, Lacking>) -> Self {
        Self { start: result(&Scenario::default()), scenario: result(scenario) }
    }
}

/// What is missing for a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lacking {
    /// An input that has no start, and that the reader did not set.
    Input(Input),
    /// The imports of the newest year, or of the year that is to be reached.
    Imports,
}

/// What is added to magnets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Element {
    /// A light rare earth.
    Praseodymium,
    /// A heavy rare earth.
    Dysprosium,
}

impl Element {
    /// Both, in the order of the chart.
    pub const ALL: [Self; 2] = [Self::Praseodymium, Self::Dysprosium];

    /// The input that says how much of it is in a magnet.
    pub fn ratio(self) -> Input {
        match self {
            Self::Praseodymium => Input::PrRatio,
            Self::Dysprosium => Input::DyRatio,
        }
    }
}

/// How much of an element magnets need: `magnets * ratio`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Demand {
    /// How many magnets are made.
    pub magnets: TonnesAYear,
    /// How much of the element is in them, by weight.
    pub ratio: Ratio,
}

impl Demand {
    /// The element that the magnets need.
    pub fn needed(self) -> TonnesAYear {
        self.magnets * self.ratio
    }
}

/// What one origin sends: `now * change`.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// Who sends it.
    pub origin: Origin,
    /// What it sent in the newest year.
    pub now: TonnesAYear,
    /// 1 and the change.
    pub change: Ratio,
    /// The rows of `now`.
    pub rows: Vec<RowId>,
    /// Whether `now` is a sum or difference of published figures.
    pub computed: bool,
}

impl Source {
    /// What it would send.
    pub fn sent(&self) -> TonnesAYear {
        self.now * self.change
    }
}

/// What new mines add: `capacity * ramp`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mines {
    /// What they can send.
    pub capacity: TonnesAYear,
    /// How much of that they do.
    pub ramp: Ratio,
}

impl Mines {
    /// What they send.
    pub fn added(self) -> TonnesAYear {
        self.capacity * self.ramp
    }
}

/// Imports by origin and new mines, against the year that is to be reached.
#[derive(Clone, Debug, PartialEq)]
pub struct Supply {
    /// The origins of the newest year, everyone else last.
    pub sources: Vec<Source>,
    /// `None` where capacity or ramp is not known: none is counted.
    pub mines: Option<Mines>,
    /// The imports that are to be reached.
    pub reach: TonnesAYear,
}

impl Supply {
    /// What all origins and mines send together.
    pub fn together(&self) -> TonnesAYear {
        self.sources.iter().map(Source::sent).chain(self.mines.map(Mines::added)).sum()
    }

    /// How much is missing; where it is negative, there is more than what is to be reached.
    pub fn short(&self) -> Tonnes {
        self.reach - self.together()
    }
}

/// A magnet that needs less rare earth, or none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Substitute {
    /// ASM's magnet without rare earths, for one with PrNd.
    MagNex,
    /// The holmium-dysprosium magnet, for one with more dysprosium.
    HoDy,
}

impl Substitute {
    /// Both, in the order of the chart.
    pub const ALL: [Self; 2] = [Self::MagNex, Self::HoDy];

    /// The inputs of its relative cost, of the price of what it saves, and of the part of that in the magnet's cost.
    pub fn inputs(self) -> [Input; 3] {
        match self {
            Self::MagNex => [Input::MagNex, Input::PrNdPrice, Input::PrNdShare],
            Self::HoDy => [Input::HoDy, Input::DyPrice, Input::DyShare],
        }
    }
}

/// When a substitute is cheaper: `price * (1 - (1 - cost) / share)`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BreakEven {
    /// What the substitute costs, where the magnet costs 1 at `price`.
    pub cost: Ratio,
    /// Of the rare earth that the magnet needs.
    pub price: CnyPerTonne,
    /// What part of the magnet's cost that is for.
    pub share: Ratio,
}

impl BreakEven {
    /// The price above which the substitute is cheaper; `None` where it is at any price.
    pub fn at(self) -> Option<CnyPerTonne> {
        self.price.break_even(self.share, self.cost)
    }
}

/// Everything that follows from the inputs.
#[derive(Clone, Debug, PartialEq)]
pub struct Results {
    /// In the order of [`Element::ALL`].
    pub demand: [Compared<Demand>; 2],
    /// By the article's figures for before: its magnets with what was added then.
    pub demand_before: [Option<Demand>; 2],
    /// Against the year that is to be reached.
    pub supply: Compared<Supply>,
    /// In the order of [`Substitute::ALL`].
    pub break_even: [Compared<BreakEven>; 2],
    /// Of what each substitute saves, as it starts or as the reader has it.
    pub prices: [Option<CnyPerTonne>; 2],
    /// The part of the magnet's cost up to which a substitute is cheaper at any price, in the order of [`Substitute::ALL`];
    /// `None` where its cost is not known, or not below the magnet's.
    pub cheaper_up_to: [Option<Ratio>; 2],
}

impl Inputs {
    /// What follows from a scenario.
    pub fn results(&self, scenario: &Scenario) -> Results {
        let demand = |element| Compared::new(scenario, |scenario| self.demand(element, scenario));
        let break_even = |substitute| Compared::new(scenario, |scenario| self.break_even(substitute, scenario));
        let cheaper = |substitute: Substitute| self.ratio(substitute.inputs()[0], scenario)?.rest();
        Results {
            demand: Element::ALL.map(demand),
            demand_before: Element::ALL.map(|element| self.demand_before(element)),
            supply: Compared::new(scenario, |scenario| self.supply(scenario)),
            break_even: Substitute::ALL.map(break_even),
            prices: Substitute::ALL.map(|substitute| self.price(substitute.inputs()[1], scenario)),
            cheaper_up_to: Substitute::ALL.map(cheaper),
        }
    }

    fn demand(&self, element: Element, scenario: &Scenario) -> Result<Demand, Lacking> {
        Ok(Demand {
            magnets: self.mass(Input::Magnets, scenario).ok_or(Lacking::Input(Input::Magnets))?,
            ratio: self.ratio(element.ratio(), scenario).ok_or(Lacking::Input(element.ratio()))?,
        })
    }

    fn demand_before(&self, element: Element) -> Option<Demand> {
        let Start::Article { before: Some((units, _)), .. } = self.start(element.ratio()) else { return None };
        let magnets = self.mass(Input::Magnets, &Scenario::default())?;
        Some(Demand { magnets, ratio: Ratio::of(element.ratio(), *units) })
    }

    fn supply(&self, scenario: &Scenario) -> Result<Supply, Lacking> {
        let (now, reach) = self.now.as_ref().zip(self.reach.as_ref()).ok_or(Lacking::Imports)?;
        let source = |part: &super::imports::Part| {
            let input = part.origin.input();
            let change = self.ratio(input, scenario).ok_or(Lacking::Input(input))?;
            let (now, rows, computed) = (part.tonnes, part.rows.clone(), part.computed);
            Ok(Source { origin: part.origin, now, change, rows, computed })
        };
        let mines = self.mass(Input::Mines, scenario).zip(self.ratio(Input::Ramp, scenario));
        Ok(Supply {
            sources: now.parts.iter().map(source).collect::<Result<_, _>>()?,
            mines: mines.map(|(capacity, ramp)| Mines { capacity, ramp }),
            reach: reach.total,
        })
    }

    fn break_even(&self, substitute: Substitute, scenario: &Scenario) -> Result<BreakEven, Lacking> {
        let [cost, price, share] = substitute.inputs();
        Ok(BreakEven {
            cost: self.ratio(cost, scenario).ok_or(Lacking::Input(cost))?,
            price: self.price(price, scenario).ok_or(Lacking::Input(price))?,
            share: self.ratio(share, scenario).ok_or(Lacking::Input(share))?,
        })
    }
}
