//! The article's figures, and what other sources say of them.

use crate::data::ArticleFigure;

/// What other sources say of a figure of the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Check {
    /// The same figure, elsewhere.
    Agrees,
    /// Figures of another period or basket, in the same or the opposite direction.
    Related,
    /// Another figure for the same.
    Differs,
    /// It was about what was to come, and that is known by now.
    CameAfter,
    /// No other source was found.
    NotCheckable,
}

impl Check {
    /// All of them, in the order of a count.
    pub const ALL: [Self; 5] = [Self::Agrees, Self::Related, Self::Differs, Self::CameAfter, Self::NotCheckable];

    /// What the columns `against` and `checked` of a figure say.
    ///
    /// Without anything to compare with no words of `checked` make a check.
    pub fn of(figure: &ArticleFigure) -> Self {
        let says = |word: &str| figure.checked.starts_with(word);
        match figure.against.split_once(':').map(|(kind, _)| kind) {
            Some("same") if says("agrees") => Self::Agrees,
            Some("same") if says("differs") => Self::Differs,
            Some("same") => Self::CameAfter,
            Some("related") => Self::Related,
            _ => Self::NotCheckable,
        }
    }
}

/// The figures that say most of the article, in the order of reading.
const MOST_TELLING: [&str; 6] = [
    "import-quarter-yoy",
    "export-quarter-yoy",
    "myanmar-quarter",
    "laos-jan-feb",
    "pr-price-band",
    "non-chinese-refining",
];

/// The figures in the order of reading: those that say most, then the others as the file has them.
///
/// Returns how many say most; a file without them has as many of its first.
pub fn most_telling(figures: &[ArticleFigure]) -> (Vec<&ArticleFigure>, usize) {
    let place = |figure: &ArticleFigure| MOST_TELLING.iter().position(|id| *id == figure.id);
    let mut all: Vec<&ArticleFigure> = figures.iter().collect();
    all.sort_by_key(|figure| place(figure).unwrap_or(MOST_TELLING.len()));
    let count = all.len().min(MOST_TELLING.len());
    (all, count)
}

/// How many figures have each check; those that no figure has are left out.
pub fn counts(figures: &[ArticleFigure]) -> Vec<(Check, usize)> {
    let count = |check: Check| (check, figures.iter().filter(|figure| Check::of(figure) == check).count());
    Check::ALL.map(count).into_iter().filter(|(_, count)| *count > 0).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{Dataset, File};

    /// What is said of figures with these values of `id`, `against` and `checked`.
    fn figures(rows: &[(&str, &str, &str)]) -> Vec<ArticleFigure> {
        let head = "id,subject,statement,value,value_high,unit,period,against,checked,from,to,product,known_from,source,\
                    source_url\n";
        let row = |(id, against, checked): &(&str, &str, &str)| {
            format!("{id},a,b,1,,t,,{against},{checked},,,,2025-04-21,A,https://a.cn/\n")
        };
        let text = [head.to_owned(), rows.iter().map(row).collect()].concat();
        let bytes = |file: File| if file == File::Article { text.clone().into_bytes() } else { Vec::new() };
        Dataset::read(|file| Ok(bytes(file))).article.unwrap().facts
    }

    #[test]
    fn a_check_needs_something_to_compare_with() {
        let check = |against: &str, checked: &str, expected| {
            assert_eq!(Check::of(&figures(&[("a", against, checked)])[0]), expected, "{against} {checked}");
        };
        check("same: trade export 2025-03 tonnes", "agrees: 5666.3 t", Check::Agrees);
        check("same: trade export 2025-03 tonnes", "differs: 5000 t", Check::Differs);
        check("same: prices Pr metal 2025 range", "fell below", Check::CameAfter);
        check("related: origins LAO 2025 change", "not found elsewhere", Check::Related);
        check("related: origins LAO 2025 change", "agrees", Check::Related);
        check("", "agrees", Check::NotCheckable);
        check("", "", Check::NotCheckable);
        check("something", "agrees", Check::NotCheckable);
    }

    #[test]
    fn the_most_telling_come_first() {
        let read = figures(&[("x", "", ""), ("laos-jan-feb", "", ""), ("y", "", ""), ("import-quarter-yoy", "", "")]);
        let (all, count) = most_telling(&read);
        let ids: Vec<&str> = all.iter().map(|figure| figure.id.as_str()).collect();
        assert_eq!((ids, count), (vec!["import-quarter-yoy", "laos-jan-feb", "x", "y"], 4));
        assert_eq!(counts(&read), [(Check::NotCheckable, 4)]);
        assert_eq!(most_telling(&[]).1, 0);
    }
}
