//! The article's figures, and what other sources say of them.

use super::Words;
use super::prices::capital;
use super::table::texts;
use crate::article::verdict::Aftermath;
use crate::article::{Difference, Evidence, Kind, Says, Verdict, Way};
use crate::data::period::parse_day;
use crate::data::{ArticleFigure, Decimal, When};
use crate::view::PriceUnit;

texts! {
    /// What the list of the article's figures says.
    ArticleWords
    texts { agrees, related, differs, came_after, not_checkable, same_way, opposite_way }
    templates {
        title(all, agree), more(n), checked(word, text), source(name, day), printed(figure), computed(figure),
        left(range), between(low, high),
        differs_by(by, text), points(n), change_of(change, period, way), event(day), newest(fate, price, day, agency),
        tonnes_a_year(n), times(n),
    }
}

/// Words of a statement that is about a change.
const CHANGES: [&str; 4] = ["Change", "change", "Rise", "Fall"];

impl Words {
    /// "Of the article’s 36 figures, 8 agree with other sources".
    pub fn article_title(&self, all: usize, agree: usize) -> String {
        self.more().article.title(&all.to_string(), &agree.to_string())
    }

    /// "All 36 figures".
    pub fn article_more(&self, all: usize) -> String {
        self.more().article.more(&all.to_string())
    }

    /// Whose article it is, and of which day.
    pub fn article_source(&self, figure: &ArticleFigure) -> String {
        self.more().article.source(&figure.source.name, &self.day(figure.source.known_from))
    }

    /// How many figures have each verdict: "8 agree, 4 are related; for 23 no other source was found".
    pub fn article_counts(&self, counts: &[(Kind, usize)]) -> String {
        let said = |(kind, count): &(Kind, usize)| match kind {
            Kind::Agrees => self.article_agree(*count),
            Kind::Related => self.article_related(*count),
            Kind::Differs => self.article_differ(*count),
            Kind::CameAfter => self.article_came_after(*count),
            Kind::NotCheckable => self.article_unchecked(*count),
        };
        let is_checked = |(kind, _): &&(Kind, usize)| *kind != Kind::NotCheckable;
        let counts = || counts.iter().filter(|(_, count)| *count > 0);
        let checked = counts().filter(is_checked).map(said).collect::<Vec<_>>().join(", ");
        let unchecked = counts().find(|count| !is_checked(count)).map(said);
        let parts: Vec<String> = Some(checked).filter(|list| !list.is_empty()).into_iter().chain(unchecked).collect();
        capital(&parts.join("; "))
    }

    /// A verdict in a word or two.
    pub fn verdict_kind(&self, kind: Kind) -> &'static str {
        match kind {
            Kind::Agrees => self.more().article.agrees,
            Kind::Related => self.more().article.related,
            Kind::Differs => self.more().article.differs,
            Kind::CameAfter => self.more().article.came_after,
            Kind::NotCheckable => self.more().article.not_checkable,
        }
    }

    /// A verdict with the figure that it rests on: "agrees: 5,666.3 t elsewhere".
    pub fn verdict(&self, verdict: &Verdict) -> String {
        let words = &self.more().article;
        let text = match verdict {
            Verdict::Agrees(evidence) => self.evidence(evidence),
            Verdict::Differs(evidence, by) => {
                let by = match by {
                    Difference::Tonnes(mass) => self.tonnes(*mass),
                    Difference::Points(points) => words.points(&self.short_number(points.to_f64(), 2)),
                };
                return words.differs_by(&by, &self.evidence(evidence));
            }
            Verdict::Related(Evidence { says: Says::Event, when, .. }, _) => words.event(&self.when(*when)),
            Verdict::Related(evidence, way) => {
                let way = match way {
                    Some(Way::Same) => words.same_way,
                    Some(Way::Opposite) => words.opposite_way,
                    None => "",
                };
                let period = match evidence.when {
                    When::Span(span) => self.in_span(span),
                    When::Day(day) => self.on_day(&self.day(day)),
                };
                words.change_of(&self.says(evidence.says), &period, way)
            }
            Verdict::CameAfter(Aftermath { fate, newest: (day, price, agency), .. }) => {
                let price = self.article_value(&self.number(*price, 0), self.price_unit_short(PriceUnit::CnyTonne));
                words.newest(&self.fate(*fate), &price, &self.day(*day), agency)
            }
            Verdict::NotCheckable => return words.not_checkable.to_owned(),
        };
        words.checked(self.verdict_kind(verdict.kind()), &text)
    }

    /// What others printed, or what they leave.
    fn evidence(&self, evidence: &Evidence) -> String {
        let says = self.says(evidence.says);
        match evidence.says {
            Says::Tonnes(_) | Says::Change(_) | Says::Event => self.more().article.printed(&says),
            Says::TonnesWithin(..) => self.more().article.left(&says),
            Says::ChangeWithin(..) => self.more().article.computed(&says),
        }
    }

    /// A figure of other sources; a change that is known to its decimal is one number.
    fn says(&self, says: Says) -> String {
        match says {
            Says::Tonnes(printed) => self.tonnes(printed.value),
            Says::Change(printed) => self.printed_change(printed),
            Says::TonnesWithin(low, high) => {
                self.more().article.between(&self.number(low.to_f64(), 1), &self.tonnes(high))
            }
            Says::ChangeWithin(low, high) => {
                let (low, high) = (self.computed_change(low), self.computed_change(high));
                if low == high { low } else { self.more().article.between(&low, &high) }
            }
            Says::Event => String::new(),
        }
    }

    /// A free text with its numbers and days as they are written everywhere else: "35700 t", "-89 %" and "2025-04-24" become
    /// "35,700 t", "−89 %" and "24 April 2025". A number of four digits without a unit stays: it may be a year.
    pub fn as_written(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len() + 16);
        let mut words = text.split(' ').peekable();
        while let Some(word) = words.next() {
            let core = word.trim_matches(|letter: char| matches!(letter, '(' | ')' | ',' | ';' | ':' | '.'));
            let (before, after) = word.split_once(core).filter(|_| !core.is_empty()).unwrap_or((word, ""));
            let unit = words.peek().copied().filter(|_| after.is_empty()).unwrap_or_default();
            let percent = unit.starts_with('%') && Decimal::parse(core).is_some();
            out.push_str(before);
            out.push_str(&self.token(core, is_unit(unit)));
            out.push_str(after);
            if percent {
                // "%" and what follows it stand at the number.
                out.push_str(&self.unit_percent("").replace('%', words.next().unwrap_or_default()));
            }
            if words.peek().is_some() {
                out.push(' ');
            }
        }
        out
    }

    /// A number or a day as it is written here; anything else as it is.
    fn token(&self, token: &str, has_unit: bool) -> String {
        if let Some(day) = parse_day(token) {
            return self.day(day);
        }
        match Decimal::parse(token) {
            Some(number) if has_unit || number.places() > 0 || number.to_f64().abs() >= 10_000.0 => {
                self.number(number.to_f64(), number.places())
            }
            _ => token.to_owned(),
        }
    }

    /// A figure as printed, a range with both ends, with its unit; a change with its sign.
    pub fn article_amount(&self, figure: &ArticleFigure) -> String {
        self.with_unit(&self.article_number(figure, is_change(figure)), &figure.unit)
    }

    /// A number or a range with a unit of `article.csv`.
    pub(super) fn with_unit(&self, number: &str, unit: &str) -> String {
        match unit {
            "%" => self.unit_percent(number),
            "USD million" => self.unit_million_dollars(number),
            "t/yr" => self.more().article.tonnes_a_year(number),
            "ratio" => self.more().article.times(number),
            unit => self.article_value(number, unit),
        }
    }

    /// The number of a figure as printed, a range with both ends; without its sign where that is said.
    pub(super) fn article_number(&self, figure: &ArticleFigure, signed: bool) -> String {
        let number = |value: Decimal| {
            let (value, places) = (value.to_f64(), value.places());
            if signed { self.signed_number(value, places) } else { self.number(value.abs(), places) }
        };
        let high = figure.value_high.map(|high| ["–", &number(high)].concat()).unwrap_or_default();
        [number(figure.value), high].concat()
    }
}

/// Whether a figure is a change, which has a sign.
pub(super) fn is_change(figure: &ArticleFigure) -> bool {
    figure.unit == "%"
        && (figure.value.to_f64() < 0.0 || figure.statement.split(' ').any(|word| CHANGES.contains(&word)))
}

/// Whether a number before this word is an amount: "t", "CNY/t", "%".
fn is_unit(word: &str) -> bool {
    let word = word.trim_end_matches([',', ';', ')', '.']);
    word == "%" || word == "t" || ["t/", "CNY", "USD"].iter().any(|unit| word.starts_with(unit))
}

#[cfg(test)]
mod tests {
    use crate::article::Kind;
    use crate::words::EN;

    #[test]
    fn free_text_has_its_numbers_as_written_everywhere() {
        let check = |text: &str, expected: &str| assert_eq!(EN.as_written(text).replace('\u{202f}', " "), expected);
        check("", "");
        check("about 35700 t", "about 35,700 t");
        check("5666.3 t in two press reports", "5,666.3 t in two press reports");
        check("4710 t", "4,710 t");
        check("(585000 CNY/t on the day) and not (445000);", "(585,000 CNY/t on the day) and not (445,000);");
        check("by 2025-04-24 (570000)", "by 24 April 2025 (570,000)");
        check("from 2025-04-02.", "from 2 April 2025.");
        check("in February 2025 (-89 %), and", "in February 2025 (−89 %), and");
        check("12 %", "12 %");
        // Years, other numbers, and what only looks like a day stay.
        check("a first quarter 2024 of Jan-Apr, within 0.1", "a first quarter 2024 of Jan-Apr, within 0.1");
        check("2025-13-01 1.2.3 - ( %", "2025-13-01 1.2.3 - ( %");
        assert_eq!(EN.as_written("(-89 %)"), "(−89\u{202f}%)");
    }

    #[test]
    fn how_many_figures_have_each_check() {
        let check = |counts: &[(Kind, usize)], expected: &str| assert_eq!(EN.article_counts(counts), expected);
        check(&[], "");
        check(&[(Kind::Agrees, 1)], "1 agrees");
        check(&[(Kind::NotCheckable, 1)], "For 1 no other source was found");
        check(
            &[(Kind::Agrees, 8), (Kind::Related, 4), (Kind::CameAfter, 1), (Kind::NotCheckable, 23)],
            "8 agree, 4 are related, 1 is a forecast with what came after; for 23 no other source was found",
        );
        check(
            &[(Kind::Related, 1), (Kind::Differs, 1), (Kind::CameAfter, 2)],
            "1 is related, 1 differs, 2 are forecasts with what came after",
        );
        check(&[(Kind::Agrees, 0), (Kind::Differs, 2)], "2 differ");
    }
}
