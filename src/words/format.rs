//! Numbers and dates as the reader's language writes them. Every number on the page goes through here.

use super::Words;
use crate::data::{Month, Percent, PrintedPercent, Span, Tonnes, Usd, When};
use chrono::{Datelike, NaiveDate};

impl Words {
    /// A number with grouped thousands and `places` decimals: "5,666.3". Of what is less than the last of them, and not
    /// nothing, the first two significant digits: "0.04".
    pub fn number(&self, value: f64, places: usize) -> String {
        self.written(value, places_of(value, places, 1.0))
    }

    /// At most `places` decimals, without zeros at the end, but always two significant digits: "5,666.3", "0.14".
    pub fn short_number(&self, value: f64, places: usize) -> String {
        let is_whole = |value: f64| (value - value.round()).abs() < NOTHING.max(value.abs() * 1e-14);
        let exact = (0..places).find(|places| is_whole(value * 10_f64.powi(*places as i32)));
        self.written(value, exact.unwrap_or_else(|| places_of(value, places, 10.0)))
    }

    /// With exactly so many decimals.
    fn written(&self, value: f64, places: usize) -> String {
        let text = fixed(value.abs(), places);
        let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
        let mut out = String::new();
        if value < 0.0 && text.bytes().any(|byte| (b'1'..=b'9').contains(&byte)) {
            out.push('−');
        }
        for (at, digit) in whole.char_indices() {
            if at > 0 && (whole.len() - at) % 3 == 0 {
                out.push_str(self.group);
            }
            out.push(digit);
        }
        if !fraction.is_empty() {
            out.push_str(self.decimal);
            out.push_str(fraction);
        }
        out
    }

    /// "5,666.3 t".
    pub fn tonnes(&self, mass: Tonnes) -> String {
        self.unit_tonnes(&self.short_number(mass.to_f64(), 1))
    }

    /// "5,666 t".
    pub fn whole_tonnes(&self, mass: Tonnes) -> String {
        self.unit_tonnes(&self.whole(mass.to_f64()))
    }

    /// A quantity without decimals, as long as two digits are left: "5,666", "5.7".
    pub fn whole(&self, quantity: f64) -> String {
        self.short_number(quantity, 0)
    }

    /// A change as printed, with its sign: "+5.1 %".
    pub fn printed_change(&self, change: PrintedPercent) -> String {
        self.signed(change.value, change.places)
    }

    /// A computed change: one decimal, with its sign.
    pub fn computed_change(&self, change: Percent) -> String {
        self.signed(change, 1)
    }

    fn signed(&self, percent: Percent, places: usize) -> String {
        self.unit_percent(&self.signed_number(percent.to_f64(), places))
    }

    /// A number with its sign: "+5.1", "−30.9", "0.0".
    pub fn signed_number(&self, value: f64, places: usize) -> String {
        let sign = if value > 0.0 { "+" } else { "" };
        [sign, &self.number(value, places)].concat()
    }

    /// A share: "65.8 %".
    pub fn percent(&self, percent: Percent, places: usize) -> String {
        let (percent, least) = (percent.to_f64(), if places > 0 { 10.0 } else { 1.0 });
        self.unit_percent(&self.written(percent, places_of(percent, places, least)))
    }

    /// Dollars a kilogram: "21.4", "12.0", "0.84".
    pub fn unit_value(&self, value: f64) -> String {
        self.written(value, places_of(value, 1, 10.0))
    }

    /// US dollars, in millions from a million on.
    pub fn dollars(&self, value: Usd) -> String {
        let dollars = value.to_f64();
        if dollars >= 1e6 {
            self.unit_million_dollars(&self.number(dollars / 1e6, 1))
        } else {
            self.unit_dollars(&self.whole(dollars))
        }
    }

    /// "21 April 2025".
    pub fn day(&self, day: NaiveDate) -> String {
        self.day_form(&day.day().to_string(), self.months[day.month0() as usize], &day.year().to_string())
    }

    /// "March 2025".
    pub fn month(&self, month: Month) -> String {
        self.month_form(self.month_name(month), &month.year().to_string())
    }

    fn month_name(&self, month: Month) -> &'static str {
        self.months[month.month() as usize - 1]
    }

    /// "Mar", for labels on the chart.
    pub fn short_month(&self, month: Month) -> &'static str {
        self.short_months[month.month() as usize - 1]
    }

    /// "March 2025", "January–September 2025", "first quarter of 2025", "2025", "May 2017–October 2021".
    pub fn span(&self, span: Span) -> String {
        let (first, last) = (span.first(), span.last());
        let year = first.year().to_string();
        if span.months() == 1 {
            self.month(first)
        } else if span.is_year() {
            year
        } else if let Some(quarter) = span.as_quarter() {
            self.quarter_form(self.quarters[quarter as usize - 1], &year)
        } else if first.year() == last.year() {
            self.months_form(self.month_name(first), self.month_name(last), &year)
        } else if first.month() == 1 && last.month() == 12 {
            format!("{year}–{}", last.year())
        } else {
            format!("{}–{}", self.month(first), self.month(last))
        }
    }

    /// "in January–September 2025", "in the first quarter of 2025".
    pub fn in_span(&self, span: Span) -> String {
        let period = self.span(span);
        if span.as_quarter().is_some() { self.in_the_quarter(&period) } else { self.in_period(&period) }
    }

    pub(super) fn when(&self, when: When) -> String {
        match when {
            When::Day(day) => self.day(day),
            When::Span(span) => self.span(span),
        }
    }
}

/// Numbers have at most so many decimals.
const MOST_PLACES: usize = 12;
/// Less than the last of them is what is left of a computation, and no figure.
const NOTHING: f64 = 1e-12;

/// How many decimals a number is said with: `places`, and of less than `least` units of the last of them as many as two
/// significant digits need, without zeros at the end.
fn places_of(value: f64, places: usize, least: f64) -> usize {
    let mut units = value.abs() * 10_f64.powi(places as i32);
    if units >= least || value.abs() < NOTHING {
        return places;
    }
    let mut needed = places;
    while units < 10.0 && needed < MOST_PLACES {
        (units, needed) = (units * 10.0, needed + 1);
    }
    while needed > places && (units.round() as u64).is_multiple_of(10) {
        (units, needed) = (units / 10.0, needed - 1);
    }
    needed
}

/// As files have it: the digits of [`Words::number`] with a point, an ASCII minus, and no grouping.
pub fn plain_number(value: f64, places: usize) -> String {
    let text = fixed(value.abs(), places_of(value, places, 1.0));
    let negative = value < 0.0 && text.bytes().any(|byte| matches!(byte, b'1'..=b'9'));
    if negative { ["-", &text].concat() } else { text }
}

/// A number that is not negative with `places` decimals, rounded half up.
///
/// By whole numbers: the standard library's formatting of fractions alone is 25 kB of WebAssembly.
pub fn fixed(value: f64, places: usize) -> String {
    let scale = 10_u64.pow(places.min(MOST_PLACES) as u32);
    // Beyond 2⁵³ a figure has no decimals left, and the cast saturates.
    let units = (value * scale as f64).round() as u64;
    if places == 0 {
        return units.to_string();
    }
    let fraction = (units % scale).to_string();
    format!("{}.{}{fraction}", units / scale, &"000000000000"[..places.min(MOST_PLACES) - fraction.len()])
}

#[cfg(test)]
mod tests {
    use crate::data::{PrintedPercent, PrintedTonnes, Span};
    use crate::words::EN;

    #[test]
    fn numbers() {
        let check = |value: f64, places, expected: &str| assert_eq!(EN.number(value, places), expected);
        check(0.0, 0, "0");
        check(-0.04, 1, "−0.04");
        check(0.0437, 1, "0.044");
        check(0.0996, 1, "0.1");
        check(0.5, 0, "0.5");
        check(0.000001, 0, "0.000001");
        check(3e-17, 1, "0.0");
        check(-0.05, 2, "−0.05");
        check(999.0, 0, "999");
        check(1000.0, 0, "1,000");
        check(2.675, 2, "2.68");
        check(0.05, 1, "0.05");
        check(0.15, 1, "0.2");
        check(1.005, 3, "1.005");
        check(-1234567.5, 1, "−1,234,567.5");
    }

    #[test]
    fn quantities() {
        assert_eq!(EN.tonnes(PrintedTonnes::parse("5666.3").unwrap().value), "5,666.3 t");
        assert_eq!(EN.tonnes(PrintedTonnes::parse("40129.504").unwrap().value), "40,129.5 t");
        assert_eq!(EN.tonnes(PrintedTonnes::parse("26000").unwrap().value), "26,000 t");
        assert_eq!(EN.tonnes(PrintedTonnes::parse("0.04").unwrap().value), "0.04 t");
        assert_eq!(EN.tonnes(PrintedTonnes::parse("0.1437").unwrap().value), "0.14 t");
        assert_eq!(EN.tonnes(PrintedTonnes::parse("0.000001").unwrap().value), "0.000001 t");
        assert_eq!(EN.tonnes(PrintedTonnes::parse("1.04").unwrap().value), "1.0 t");
        assert_eq!(EN.whole_tonnes(PrintedTonnes::parse("5.67").unwrap().value), "5.7 t");
        assert_eq!(EN.whole_tonnes(PrintedTonnes::parse("9.97").unwrap().value), "10 t");
        assert_eq!(EN.printed_change(PrintedPercent::parse("13").unwrap()), "+13\u{202f}%");
        assert_eq!(EN.printed_change(PrintedPercent::parse("-42.2").unwrap()), "−42.2\u{202f}%");
    }

    #[test]
    fn periods() {
        let check = |text: &str, expected: &str| assert_eq!(EN.span(Span::parse(text).unwrap()), expected);
        check("2025-03", "March 2025");
        check("2025-Q1", "first quarter of 2025");
        check("2025-H1", "January–June 2025");
        check("2025-01/09", "January–September 2025");
        check("2025", "2025");
        check("2021/2024", "2021–2024");
        check("2017-05/2021-10", "May 2017–October 2021");
    }
}
