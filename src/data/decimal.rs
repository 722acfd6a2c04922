//! Numbers exactly as printed.

/// A number exactly as printed: `digits` times ten to the power of minus `scale`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Decimal {
    digits: i64,
    scale: u8,
}

impl Decimal {
    /// Reads digits with an optional minus and decimal point: no exponent, no separators, at most 15 digits.
    ///
    /// 15 digits are what an `f64` holds exactly, so that no figure changes on its way to the page.
    pub fn parse(text: &str) -> Option<Self> {
        let (sign, unsigned) = match text.strip_prefix('-') {
            Some(rest) => (-1, rest),
            None => (1, text),
        };
        let mut digits = 0_i64;
        let mut point = None;
        for (at, byte) in unsigned.bytes().enumerate() {
            match byte {
                b'0'..=b'9' if at < 16 => digits = digits * 10 + i64::from(byte - b'0'),
                // A point stands between digits, once.
                b'.' if point.is_none() && at > 0 && at + 1 < unsigned.len() => point = Some(at),
                _ => return None,
            }
        }
        let places = point.map_or(0, |point| unsigned.len() - point - 1);
        let count = unsigned.len() - usize::from(point.is_some());
        (1..=15).contains(&count).then_some(Self { digits: sign * digits, scale: places as u8 })
    }

    /// The nearest `f64`, which prints as the same digits.
    pub fn to_f64(self) -> f64 {
        self.digits as f64 / 10_f64.powi(i32::from(self.scale))
    }

    /// The number of decimal places that were printed.
    pub fn places(self) -> usize {
        usize::from(self.scale)
    }

    /// Whether it is below zero.
    pub fn is_negative(self) -> bool {
        self.digits < 0
    }

    /// Half of the last significant printed digit: the truth lies within the number ± this.
    ///
    /// Zeros at the end of a whole number may be rounding: 26000 was printed to the thousand, 5666.3 to the tenth.
    pub fn half_unit(self) -> f64 {
        let mut unit = 1_i64;
        if self.scale == 0 && self.digits != 0 {
            while self.digits % (unit * 10) == 0 {
                unit *= 10;
            }
        }
        unit as f64 / 2.0 / 10_f64.powi(i32::from(self.scale))
    }

    /// A part of one in per cent, with the decimals that are left of those printed: 0.2 is 20. How far it was rounded is not
    /// kept: 0.20 is 20 too.
    pub fn hundredfold(self) -> Self {
        let missing = 2_u32.saturating_sub(u32::from(self.scale));
        Self { digits: self.digits * 10_i64.pow(missing), scale: self.scale.saturating_sub(2) }
    }

    /// What a change in per cent leaves of a hundred: -18 leaves 82.
    pub fn added_to_hundred(self) -> Self {
        Self { digits: self.digits + 100 * 10_i64.pow(u32::from(self.scale)), ..self }
    }

    /// The value in units of 10⁻⁶, or `None` where it has more places or does not fit.
    pub(super) fn to_millionths(self) -> Option<i64> {
        let missing = 6_u32.checked_sub(u32::from(self.scale))?;
        self.digits.checked_mul(10_i64.pow(missing))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_and_changes_of_a_whole() {
        let check = |text: &str, hundredfold: (i64, u8), added: (i64, u8)| {
            let number = Decimal::parse(text).unwrap();
            let of = |(digits, scale)| Decimal { digits, scale };
            assert_eq!((number.hundredfold(), number.added_to_hundred()), (of(hundredfold), of(added)), "{text}");
        };
        check("0.2", (20, 0), (1_002, 1));
        check("0.205", (205, 1), (100_205, 3));
        check("-18", (-1_800, 0), (82, 0));
        check("-18.5", (-1_850, 0), (815, 1));
        check("0", (0, 0), (100, 0));
        check("999999999999999", (99_999_999_999_999_900, 0), (1_000_000_000_000_099, 0));
    }
}
