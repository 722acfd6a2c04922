//! What the reader assumes on the page `whatif`: only what differs from the start, each by a key of the link.

use super::ChartName;
use crate::data::Decimal;
use crate::data::names::names;

names! {
    /// A figure that the reader can change, by its key in the link.
    Input {
        /// How many magnets are made in a year.
        Magnets = "magnets",
        /// How much praseodymium is in them.
        PrRatio = "pr-ratio",
        /// How much dysprosium is in them.
        DyRatio = "dy-ratio",
        /// How imports from Myanmar change.
        Myanmar = "myanmar",
        /// How imports from Laos change.
        Laos = "laos",
        /// How imports from Malaysia change.
        Malaysia = "malaysia",
        /// How imports from everyone else change.
        Others = "others",
        /// What new mines can send in a year.
        Mines = "mines",
        /// How much of that they do send.
        Ramp = "ramp",
        /// What a MagNex magnet costs, where the magnet that it replaces is 100 %.
        MagNex = "magnex",
        /// The price of PrNd oxide.
        PrNdPrice = "prnd-price",
        /// What part of a magnet's cost is PrNd.
        PrNdShare = "prnd-share",
        /// What a holmium-dysprosium magnet costs, where the magnet that it replaces is 100 %.
        HoDy = "ho-dy",
        /// The price of dysprosium oxide.
        DyPrice = "dy-price",
        /// What part of a magnet's cost is dysprosium.
        DyShare = "dy-share",
    }
}

/// What an input is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InputUnit {
    /// Tonnes a year.
    TonnesAYear,
    /// Per cent of a mass or of a cost.
    Percent,
    /// Per cent more or less than now.
    Change,
    /// Yuan a tonne.
    CnyPerTonne,
}

/// Which numbers an input takes. All but `places` count units of the last decimal place: 150 is 1.50 where there are two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Allowed {
    /// Below it nothing is taken.
    pub least: i32,
    /// Above it nothing is taken.
    pub most: i32,
    /// From one stop of the slider to the next.
    pub step: i32,
    /// At most so many decimal places.
    pub places: u8,
}

/// Why a text is no value of an input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotTaken {
    /// It is no number, or one with more decimal places than the input has.
    NoNumber,
    /// It lies outside of what the input takes.
    OutOfRange,
}

impl Input {
    /// The chart whose result it changes; each changes one.
    pub fn chart(self) -> ChartName {
        match self {
            Self::Magnets | Self::PrRatio | Self::DyRatio => ChartName::Demand,
            Self::Myanmar | Self::Laos | Self::Malaysia | Self::Others | Self::Mines | Self::Ramp => ChartName::Supply,
            Self::MagNex | Self::PrNdPrice | Self::PrNdShare | Self::HoDy | Self::DyPrice | Self::DyShare => {
                ChartName::BreakEven
            }
        }
    }

    /// What it is counted in.
    pub fn unit(self) -> InputUnit {
        match self {
            Self::Magnets | Self::Mines => InputUnit::TonnesAYear,
            Self::Myanmar | Self::Laos | Self::Malaysia | Self::Others => InputUnit::Change,
            Self::PrNdPrice | Self::DyPrice => InputUnit::CnyPerTonne,
            _ => InputUnit::Percent,
        }
    }

    /// The numbers that it takes: bounds of a field, no claim about the world.
    pub fn allowed(self) -> Allowed {
        let (least, most, places, step) = match self {
            Self::Magnets => (0, 500_000, 0, 1_000),
            Self::PrRatio | Self::DyRatio => (0, 10, 2, 5),
            Self::Myanmar | Self::Laos | Self::Malaysia | Self::Others => (-100, 200, 1, 10),
            Self::Mines => (0, 200_000, 0, 500),
            Self::Ramp => (0, 100, 1, 10),
            Self::MagNex | Self::HoDy => (0, 200, 1, 10),
            Self::PrNdPrice | Self::DyPrice => (10_000, 5_000_000, 0, 5_000),
            Self::PrNdShare | Self::DyShare => (1, 100, 1, 10),
        };
        let unit = 10_i32.pow(u32::from(places));
        Allowed { least: least * unit, most: most * unit, step, places }
    }

    /// Reads a number, in units of the last place.
    pub fn read(self, text: &str) -> Result<i32, NotTaken> {
        let Allowed { least, most, places, .. } = self.allowed();
        let number = Decimal::parse(text).filter(|number| number.places() <= usize::from(places));
        let number = number.ok_or(NotTaken::NoNumber)?;
        // Exact: a number of at most 15 digits, and the cast saturates.
        let units = (number.to_f64() * f64::from(10_i32.pow(u32::from(places)))).round() as i64;
        i32::try_from(units).ok().filter(|units| (least..=most).contains(units)).ok_or(NotTaken::OutOfRange)
    }

    /// Reads what a reader typed: spaces around it and the sign of typesetters are as good; nothing is `None`.
    pub fn read_typed(self, text: &str) -> Result<Option<i32>, NotTaken> {
        match text.trim() {
            "" => Ok(None),
            text => self.read(&text.replace('\u{2212}', "-")).map(Some),
        }
    }

    /// Writes a number as [`Self::read`] reads it, without zeros at its end: `1.5`, `-20`.
    pub fn write(self, units: i32) -> String {
        let (mut places, mut digits) = (usize::from(self.allowed().places), units.unsigned_abs());
        while places > 0 && digits % 10 == 0 {
            (places, digits) = (places - 1, digits / 10);
        }
        let mut text = digits.to_string();
        if places > 0 {
            while text.len() <= places {
                text.insert(0, '0');
            }
            text.insert(text.len() - places, '.');
        }
        if units < 0 {
            text.insert(0, '-');
        }
        text
    }
}

/// What the reader changed. Everything else is as it starts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Scenario([Option<i32>; Input::ALL.len()]);

impl Scenario {
    /// The value that the reader gave an input, in units of its last place; always one that the input takes.
    pub fn get(&self, input: Input) -> Option<i32> {
        self.0[input as usize]
    }

    /// Gives an input a value, cut to what it takes; `None` is its start.
    pub fn set(&mut self, input: Input, units: Option<i32>) {
        let Allowed { least, most, .. } = input.allowed();
        self.0[input as usize] = units.map(|units| units.clamp(least, most));
    }

    /// The inputs that the reader changed, in the order of the link.
    pub fn changed(&self) -> impl Iterator<Item = Input> + '_ {
        Input::ALL.iter().copied().filter(|input| self.get(*input).is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_and_written() {
        let check = |input: Input, text: &str, expected: Result<&str, NotTaken>| {
            let written = input.read(text).map(|units| input.write(units));
            assert_eq!(written.as_deref().map_err(|wrong| *wrong), expected, "{} {text}", input.name());
        };
        check(Input::Magnets, "50000", Ok("50000"));
        check(Input::Magnets, "0", Ok("0"));
        check(Input::Magnets, "500000", Ok("500000"));
        check(Input::Magnets, "500001", Err(NotTaken::OutOfRange));
        check(Input::Magnets, "999999999999999", Err(NotTaken::OutOfRange));
        check(Input::Magnets, "-1", Err(NotTaken::OutOfRange));
        check(Input::Magnets, "1.5", Err(NotTaken::NoNumber));
        check(Input::PrRatio, "1.5", Ok("1.5"));
        check(Input::PrRatio, "1.50", Ok("1.5"));
        check(Input::PrRatio, "0.05", Ok("0.05"));
        check(Input::PrRatio, "1.15", Ok("1.15"));
        check(Input::PrRatio, "10", Ok("10"));
        check(Input::PrRatio, "10.01", Err(NotTaken::OutOfRange));
        check(Input::PrRatio, "1.505", Err(NotTaken::NoNumber));
        check(Input::Myanmar, "-20", Ok("-20"));
        check(Input::Myanmar, "-0.5", Ok("-0.5"));
        check(Input::Myanmar, "-0", Ok("0"));
        check(Input::Myanmar, "-100.1", Err(NotTaken::OutOfRange));
        check(Input::PrNdShare, "0", Err(NotTaken::OutOfRange));
        for text in ["", "NaN", "inf", "1e3", "1,5", "+1", " 1", "1 %", "1.", "٣"] {
            check(Input::Myanmar, text, Err(NotTaken::NoNumber));
        }
    }

    #[test]
    fn what_is_typed_may_have_spaces_and_a_minus() {
        let check = |text: &str, expected| assert_eq!(Input::Myanmar.read_typed(text), expected, "{text}");
        check(" -20 ", Ok(Some(-200)));
        check("−20.5", Ok(Some(-205)));
        check("", Ok(None));
        check("  ", Ok(None));
        check("20 %", Err(NotTaken::NoNumber));
        check("−200", Err(NotTaken::OutOfRange));
    }

    #[test]
    fn every_input_takes_its_bounds_and_belongs_to_one_chart() {
        for input in Input::ALL {
            let Allowed { least, most, step, .. } = input.allowed();
            assert!(least < most && step > 0 && (most - least) / step >= 50, "{}", input.name());
            for units in [least, most] {
                assert_eq!(input.read(&input.write(units)), Ok(units), "{}", input.name());
            }
            assert_eq!(input.chart().page(), crate::view::Page::WhatIf, "{}", input.name());
        }
    }

    #[test]
    fn a_scenario_holds_what_was_changed_and_nothing_that_is_not_taken() {
        let mut scenario = Scenario::default();
        assert_eq!(scenario.changed().count(), 0);
        scenario.set(Input::Ramp, Some(400));
        scenario.set(Input::Magnets, Some(i32::MAX));
        assert_eq!(scenario.changed().collect::<Vec<_>>(), [Input::Magnets, Input::Ramp]);
        assert_eq!(scenario.get(Input::Magnets), Some(500_000));
        scenario.set(Input::Magnets, None);
        scenario.set(Input::Ramp, None);
        assert_eq!(scenario, Scenario::default());
    }
}
