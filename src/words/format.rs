//! Numbers and dates as the reader's language writes them. Every number on the page goes through here.

use super::Words;
use crate::data::{Month, Percent, PrintedPercent, Span, Tonnes, Usd, When};
use chrono::{Datelike, NaiveDate};

impl Words {
    /// A number with grouped thousands and `places` decimals: "5,666.3".
    pub fn number(&self, value: f64, places: usize) -> String {
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

    /// At most `places` decimals, without zeros at the end.
    pub fn short_number(&self, value: f64, places: usize) -> String {
        let needed = (0..places).find(|places| (value * 10_f64.powi(*places as i32)).fract().abs() < 1e-9);
        self.number(value, needed.unwrap_or(places))
    }

    /// "5,666.3 t".
    pub fn tonnes(&self, mass: Tonnes) -> String {
        self.unit_tonnes(&self.short_number(mass.to_f64(), 1))
    }

    /// "5,666 t".
    pub fn whole_tonnes(&self, mass: Tonnes) -> String {
        self.unit_tonnes(&self.number(mass.to_f64(), 0))
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
        self.unit_percent(&self.number(percent.to_f64(), places))
    }

    /// US dollars, in millions from a million on.
    pub fn dollars(&self, value: Usd) -> String {
        let dollars = value.to_f64();
        if dollars >= 1e6 {
            self.unit_million_dollars(&self.number(dollars / 1e6, 1))
        } else {
            self.unit_dollars(&self.number(dollars, 0))
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

/// A number that is not negative with `places` decimals, rounded half up.
///
/// By whole numbers: the standard library's formatting of fractions alone is 25 kB of WebAssembly.
pub fn fixed(value: f64, places: usize) -> String {
    let scale = 10_u64.pow(places.min(9) as u32);
    // Beyond 2⁵³ a figure has no decimals left, and the cast saturates.
    let units = (value * scale as f64).round() as u64;
    if places == 0 {
        return units.to_string();
    }
    let fraction = (units % scale).to_string();
    format!("{}.{}{fraction}", units / scale, &"000000000"[..places.min(9) - fraction.len()])
}

#[cfg(test)]
mod tests {
    use crate::data::{PrintedPercent, PrintedTonnes, Span};
    use crate::words::EN;

    #[test]
    fn numbers() {
        let check = |value: f64, places, expected: &str| assert_eq!(EN.number(value, places), expected);
        check(0.0, 0, "0");
        check(-0.04, 1, "0.0");
        check(-0.05, 2, "−0.05");
        check(999.0, 0, "999");
        check(1000.0, 0, "1,000");
        check(2.675, 2, "2.68");
        check(0.05, 1, "0.1");
        check(1.005, 3, "1.005");
        check(-1234567.5, 1, "−1,234,567.5");
    }

    #[test]
    fn quantities() {
        assert_eq!(EN.tonnes(PrintedTonnes::parse("5666.3").unwrap().value), "5,666.3 t");
        assert_eq!(EN.tonnes(PrintedTonnes::parse("40129.504").unwrap().value), "40,129.5 t");
        assert_eq!(EN.tonnes(PrintedTonnes::parse("26000").unwrap().value), "26,000 t");
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
