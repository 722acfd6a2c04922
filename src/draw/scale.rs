//! Scales from values to CSS pixels: straight, or by ratios.

use super::ln::ln;

/// A map from values to CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// Of values; of their logarithms where equal steps are equal ratios.
    domain: (f64, f64),
    range_px: (f64, f64),
    ratios: bool,
}

impl Scale {
    /// A scale that maps `domain` to `range_px`. A domain without a width is widened by one, so that its value is in
    /// the middle.
    pub fn new(domain: (f64, f64), range_px: (f64, f64)) -> Self {
        let domain = if domain.0 < domain.1 { domain } else { (domain.0 - 0.5, domain.0 + 0.5) };
        Self { domain, range_px, ratios: false }
    }

    /// The same for values above zero, where equal steps are equal ratios.
    pub fn logarithmic(domain: (f64, f64), range_px: (f64, f64)) -> Self {
        Self { ratios: true, ..Self::new((ln(domain.0), ln(domain.1)), range_px) }
    }

    /// The pixel of a value, also outside of the domain.
    pub fn to_px(self, value: f64) -> f64 {
        let value = if self.ratios { ln(value) } else { value };
        let share = (value - self.domain.0) / (self.domain.1 - self.domain.0);
        self.range_px.0 + share * (self.range_px.1 - self.range_px.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn a_scale_keeps_its_ends_and_the_order(low in 0.1..1e6_f64, times in 1.01..1e3_f64, share in 0.0..1.0_f64) {
            let (high, middle) = (low * times, low * (1.0 + share * (times - 1.0)));
            for scale in [Scale::new, Scale::logarithmic] {
                let scale = scale((low, high), (40.0, 700.0));
                proptest::prop_assert!((scale.to_px(low) - 40.0).abs() < 1e-6 && (scale.to_px(high) - 700.0).abs() < 1e-6);
                proptest::prop_assert!((40.0 - 1e-6..=700.0 + 1e-6).contains(&scale.to_px(middle)));
            }
        }
    }

    #[test]
    fn equal_ratios_are_equal_steps() {
        let scale = Scale::logarithmic((1.0, 1000.0), (300.0, 0.0));
        for (value, px) in [(1.0, 300.0), (10.0, 200.0), (100.0, 100.0), (1000.0, 0.0)] {
            assert!((scale.to_px(value) - px).abs() < 1e-9, "{value}");
        }
    }
}
