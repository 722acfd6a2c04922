//! A natural logarithm of our own: the standard library's may differ in its last digit between host and browser.

/// The logarithm of a number above zero, right to 15 digits; what is not above zero counts as the least that is.
///
/// By x = 2^e * m with m around 1, and ln m = 2 * (s + s^3/3 + s^5/5 + ..) with s = (m - 1) / (m + 1). Only additions,
/// multiplications and divisions are used, which every machine rounds alike.
pub fn ln(x: f64) -> f64 {
    const MANTISSA: u64 = (1 << 52) - 1;
    const ONE: u64 = 1023 << 52;
    let bits = if x > 0.0 { x.max(f64::MIN_POSITIVE).to_bits() } else { f64::MIN_POSITIVE.to_bits() };
    let (mut exponent, mut m) = ((bits >> 52) as f64 - 1023.0, f64::from_bits(bits & MANTISSA | ONE));
    if m > std::f64::consts::SQRT_2 {
        (exponent, m) = (exponent + 1.0, m / 2.0);
    }
    let s = (m - 1.0) / (m + 1.0);
    // Of m between 0.7 and 1.42 the next term is below 10^-17.
    let sum = (0..10).rev().fold(0.0, |sum, at| sum * s * s + 1.0 / f64::from(2 * at + 1));
    exponent * std::f64::consts::LN_2 + 2.0 * s * sum
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn it_is_the_logarithm(x in 1e-9..1e12_f64) {
            proptest::prop_assert!((ln(x) - x.ln()).abs() <= 1e-14 * (1.0 + x.ln().abs()), "{x}: {} {}", ln(x), x.ln());
        }

        #[test]
        fn it_rises(x in 1e-9..1e12_f64, times in 1.0001..1e3_f64) {
            proptest::prop_assert!(ln(x * times) > ln(x));
        }
    }

    #[test]
    fn it_is_exact_where_it_can_be() {
        assert_eq!(ln(1.0), 0.0);
        assert_eq!(ln(2.0), std::f64::consts::LN_2);
        assert_eq!(ln(0.25), -2.0 * std::f64::consts::LN_2);
        for nothing in [0.0, -1.0, f64::NAN, f64::NEG_INFINITY] {
            assert_eq!(ln(nothing), ln(f64::MIN_POSITIVE));
        }
    }
}
