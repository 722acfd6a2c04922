//! Did heavy rare earths hold better than light ones? By the quotes of the index, from the article's day on.

use super::GUIDE_DAYS;
use super::index::lines;
use super::quotes::house;
use crate::data::{Percent, PriceFact, Product};
use crate::view::{IndexBase, View};
use chrono::NaiveDate;

/// Prices are told apart from this on, in points of the index: less may be rounding.
const LEAST_POINTS: f64 = 1.0;

/// How prices inside China went on from the article's day, by one agency's quotes that are not weak.
#[derive(Clone, Debug, PartialEq)]
pub struct SinceArticle {
    /// Whose quotes they are, without "(...)" behind its name.
    pub agency: String,
    /// A product each, the light one first; at least two.
    pub courses: Vec<Course>,
    /// Which of them held better by their newest quotes.
    pub held: Held,
}

/// How the price of a product went on from its last quote up to the article's day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Course {
    /// Of what.
    pub product: Product,
    /// The day of the quote that is compared with.
    pub base: NaiveDate,
    /// The lowest quote since, and how far below the base it lay; `None` where none lay below it.
    pub lowest: Option<(NaiveDate, Percent)>,
    /// How much the newest quote is above the lowest, in per cent of that; `None` where nothing lay below the base.
    pub recovery: Option<Percent>,
    /// The newest quote, and its change on the base.
    pub newest: (NaiveDate, Percent),
}

/// Which rare earths held their price better.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    /// Every heavy one stands higher than the light one, against the same day.
    Heavy,
    /// Every heavy one stands lower.
    Light,
    /// Some stand higher and some lower, or all within a point.
    Mixed,
    /// The newest quotes are too far apart in time to be compared.
    NotComparable,
}

/// `None` without quotes of the light product and of a heavy one on both sides of the article's day.
pub fn since_article(facts: &[PriceFact], view: &View) -> Option<SinceArticle> {
    let (agency, lines) = lines(facts, IndexBase::Article, view);
    let course = |line: &super::index::Line| {
        let (base, _) = line.base;
        let after = line.quotes.iter().filter(|(day, quote)| *day > base && !quote.weak());
        let values: Vec<(NaiveDate, f64)> = after.map(|(day, quote)| (*day, line.value(quote))).collect();
        self::course(line.product, base, &values)
    };
    let courses: Vec<Course> = lines.iter().filter_map(course).collect();
    let held = held(&courses)?;
    Some(SinceArticle { agency: house(agency?).to_owned(), courses, held })
}

/// By values where the base is 100, in the order of their days; `None` where there are none.
fn course(product: Product, base: NaiveDate, values: &[(NaiveDate, f64)]) -> Option<Course> {
    let newest = values.last()?;
    // Of equals the first.
    let lowest = values.iter().min_by(|a, b| a.1.total_cmp(&b.1)).filter(|(_, value)| *value < 100.0);
    Some(Course {
        product,
        base,
        lowest: lowest.and_then(|(day, value)| Some((*day, Percent::new(100.0 - value)?))),
        recovery: lowest.and_then(|(_, value)| Percent::change(newest.1, *value)),
        newest: (newest.0, Percent::new(newest.1 - 100.0)?),
    })
}

/// `None` where the first is not the light one, or there is no heavy one.
fn held(courses: &[Course]) -> Option<Held> {
    let (light, heavy) = courses.split_first().filter(|(light, heavy)| is_light(light.product) && !heavy.is_empty())?;
    let near = |course: &Course| (course.newest.0 - light.newest.0).num_days().abs() <= GUIDE_DAYS;
    if !heavy.iter().all(near) {
        return Some(Held::NotComparable);
    }
    let points = |course: &Course| course.newest.1.to_f64() - light.newest.1.to_f64();
    Some(if heavy.iter().all(|course| points(course) > LEAST_POINTS) {
        Held::Heavy
    } else if heavy.iter().all(|course| points(course) < -LEAST_POINTS) {
        Held::Light
    } else {
        Held::Mixed
    })
}

fn is_light(product: Product) -> bool {
    super::quotes::role(product) == crate::charts::mark::Role::Praseodymium
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        crate::data::period::parse_day(text).unwrap()
    }

    fn of(product: Product, values: &[(&str, f64)]) -> Option<Course> {
        let values: Vec<(NaiveDate, f64)> = values.iter().map(|(at, value)| (day(at), *value)).collect();
        course(product, day("2025-04-17"), &values)
    }

    #[test]
    fn a_course_falls_and_recovers() {
        let check = |values: &[(&str, f64)], expected: &str| {
            let said = of(Product::DyOxide, values).map(|course| {
                let lowest =
                    course.lowest.map_or("never below".to_owned(), |(day, by)| format!("-{} on {day}", by.to_f64()));
                let recovery = course.recovery.map_or(String::new(), |by| format!(", then {:+}", by.to_f64().round()));
                format!("{lowest}{recovery}; {:+} on {}", course.newest.1.to_f64(), course.newest.0)
            });
            assert_eq!(said.as_deref().unwrap_or("nothing"), expected);
        };
        check(&[], "nothing");
        check(&[("2025-05-01", 100.0)], "never below; +0 on 2025-05-01");
        check(&[("2025-05-01", 120.0), ("2025-06-01", 110.0)], "never below; +10 on 2025-06-01");
        check(&[("2025-05-01", 80.0)], "-20 on 2025-05-01, then +0; -20 on 2025-05-01");
        check(
            &[("2025-05-01", 90.0), ("2025-06-01", 80.0), ("2025-07-01", 80.0), ("2025-08-01", 88.0)],
            "-20 on 2025-06-01, then +10; -12 on 2025-08-01",
        );
    }

    #[test]
    fn who_held_better_is_said_beyond_a_point_and_of_one_time() {
        let at = |product, value: f64| of(product, &[("2025-06-01", value)]).unwrap();
        let check = |light: f64, dy: f64, tb: f64, expected: Held| {
            let courses = [at(Product::PrNdOxide, light), at(Product::DyOxide, dy), at(Product::TbOxide, tb)];
            assert_eq!(held(&courses), Some(expected), "{light} {dy} {tb}");
        };
        check(90.0, 95.0, 92.0, Held::Heavy);
        check(90.0, 91.0, 95.0, Held::Mixed);
        check(90.0, 91.1, 95.0, Held::Heavy);
        check(150.0, 95.0, 149.0, Held::Mixed);
        check(150.0, 95.0, 148.9, Held::Light);
        check(100.0, 90.0, 110.0, Held::Mixed);
        let (light, heavy) = (at(Product::PrNdOxide, 90.0), at(Product::DyOxide, 99.0));
        assert_eq!(held(&[light, heavy]), Some(Held::Heavy));
        let later = |date: &str| of(Product::DyOxide, &[(date, 99.0)]).unwrap();
        assert_eq!(held(&[light, later("2025-07-16")]), Some(Held::Heavy));
        assert_eq!(held(&[light, later("2025-07-17")]), Some(Held::NotComparable));
        for alone in [&[][..], &[light], &[heavy], &[heavy, light]] {
            assert_eq!(held(alone), None);
        }
    }
}
