//! Straight-line scales between values and CSS pixels.

/// A straight-line map between values and CSS pixels that goes both ways.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    domain: (f64, f64),
    range_px: (f64, f64),
}

impl Scale {
    /// A scale that maps `domain` to `range_px`. A domain without a width is widened by one, so that its value is in
    /// the middle.
    pub fn new(domain: (f64, f64), range_px: (f64, f64)) -> Self {
        let domain = if domain.0 < domain.1 { domain } else { (domain.0 - 0.5, domain.0 + 0.5) };
        Self { domain, range_px }
    }

    /// The pixel of a value, also outside of the domain.
    pub fn to_px(self, value: f64) -> f64 {
        let share = (value - self.domain.0) / (self.domain.1 - self.domain.0);
        self.range_px.0 + share * (self.range_px.1 - self.range_px.0)
    }

    /// The value of a pixel, the inverse of [`Self::to_px`].
    pub fn to_value(self, px: f64) -> f64 {
        let share = (px - self.range_px.0) / (self.range_px.1 - self.range_px.0);
        self.domain.0 + share * (self.domain.1 - self.domain.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn a_scale_goes_there_and_back(low in -1e6..1e6_f64, width in 0.1..1e6_f64, value in -1e6..1e6_f64) {
            let scale = Scale::new((low, low + width), (40.0, 700.0));
            let back = scale.to_value(scale.to_px(value));
            proptest::prop_assert!((back - value).abs() <= 1e-6 * (1.0 + value.abs() + width));
        }
    }
}
