//! Figures in, text out.

use super::*;

/// Reads lines such as `2025-01 5294 -9.6 low conflict 3`: a span, tonnes, change (either may be `-`), and how well attested.
fn statements(lines: &str) -> Vec<Statement> {
    let lines = lines.lines().map(str::trim).filter(|line| !line.is_empty());
    let read = |(id, line): (usize, &str)| {
        let words: Vec<&str> = line.split(' ').collect();
        let sources = words[3..].iter().find_map(|word| word.parse().ok()).unwrap_or(1);
        Statement {
            id,
            span: Span::parse(words[0]).unwrap(),
            tonnes: PrintedTonnes::parse(words[1]),
            change: PrintedPercent::parse(words[2]),
            rank: Rank {
                weak: words.contains(&"low"),
                conflict: words.contains(&"conflict"),
                sources: std::cmp::Reverse(sources),
                ..Rank::default()
            },
        }
    };
    lines.enumerate().map(read).collect()
}

fn sum(terms: &[Term]) -> String {
    let term = |term: &Term| {
        let sign = if term.sign == Sign::Plus { '+' } else { '-' };
        let origin = match term.origin {
            Origin::Published(fact) => format!("#{fact}"),
            Origin::Step(step) => format!("step {step}"),
        };
        format!(
            "{sign}{:?} {} of {}..{} ({origin})",
            term.end,
            term.tonnes.to_f64(),
            term.span.first(),
            term.span.last()
        )
    };
    if terms.is_empty() { "nothing".to_owned() } else { terms.iter().map(term).collect::<Vec<_>>().join(" ") }
}

fn show_proof(proof: &Proof) -> String {
    let mut text = sum(&proof.terms);
    for (number, step) in proof.steps.iter().enumerate() {
        let (base, terms) = (step.base_tonnes.to_f64(), sum(&step.terms));
        text += &format!("; step {number}: #{} from {base} = {terms}", step.change);
    }
    text
}

pub(super) fn show(deduction: &Deduction, span: &str) -> String {
    show_span(deduction, Span::parse(span).unwrap())
}

pub(super) fn show_span(deduction: &Deduction, span: Span) -> String {
    match deduction.bounds(span) {
        None => format!("{:?}", deduction.class(span)),
        Some(bounds) => {
            format!("{:?} {} to {}", deduction.class(span), bounds.low.to_f64(), bounds.high.to_f64())
        }
    }
}

/// Revisions and contradictions, as `2019 change misses 2018, 2019 by 159.477 t`.
pub(super) fn disputes(deduction: &Deduction) -> Vec<String> {
    let span = |id: &usize| {
        let span = deduction.facts.iter().find(|fact| fact.id == *id).unwrap().span;
        format!("{}..{}", span.first(), span.last())
    };
    let one = |verb: &str, figure: &StatementPart, by: &Miss, against: &[usize]| {
        let by = match by {
            Miss::Mass(mass) => format!("{} t", mass.to_f64()),
            Miss::Points(points) => format!("{} points", *points as f64 / 1000.0),
        };
        let against: Vec<String> = against.iter().map(span).collect();
        format!("{} {:?} {verb} {} by {by}", span(&figure.fact), figure.part, against.join(", "))
    };
    let revisions = deduction.revisions.iter().map(|it| one("revised after", &it.figure, &it.by, &it.against));
    let rest = deduction.contradictions.iter().map(|it| one("contradicts", &it.figure, &it.by, &it.against));
    revisions.chain(rest).collect()
}

#[track_caller]
fn check(lines: &str, span: &str, expected: &str) {
    let deduction = Deduction::new(&statements(lines));
    let mut actual = vec![show(&deduction, span)];
    actual.extend(disputes(&deduction));
    assert_eq!(actual.join("\n"), expected, "{span} of {lines}");
}

#[track_caller]
fn check_proof(lines: &str, span: &str, low: &str, high: &str) {
    let bounds = Deduction::new(&statements(lines)).bounds(Span::parse(span).unwrap()).unwrap();
    assert_eq!([show_proof(&bounds.proof_low), show_proof(&bounds.proof_high)], [low, high], "{span} of {lines}");
}

#[test]
fn a_month_is_what_is_left_of_a_quarter() {
    let lines = "2025-Q1 300 -\n 2025-01 101 -\n 2025-02 99.5 -";
    check(lines, "2025-03", "Unknown 48.95 to 150.05");
    check("2025-Q1 303 -\n 2025-01 101 -\n 2025-02 99.5 -", "2025-03", "Deduced 101.45 to 103.55");
    check_proof(
        "2025-Q1 303 -\n 2025-01 101 -\n 2025-02 99.5 -",
        "2025-03",
        "+Low 302.5 of 2025-01..2025-03 (#0) -High 101.5 of 2025-01..2025-01 (#1) -High 99.55 of 2025-02..2025-02 (#2)",
        "+High 303.5 of 2025-01..2025-03 (#0) -Low 100.5 of 2025-01..2025-01 (#1) -Low 99.45 of 2025-02..2025-02 (#2)",
    );
}

#[test]
fn no_month_is_negative() {
    check("2025-Q1 303 -", "2025-02", "Unknown 0 to 303.5");
    check("2025-Q1 303 -", "2025-H1", "Unknown");
    check("2025-02 303 -\n 2025 9001 -", "2025-Q1", "Unknown 302.5 to 9001.5");
    check("2025-Q1 303 -\n 2025-01/02 303 -", "2025-03", "Unknown 0 to 1");
    check_proof("2025 303 -", "2025-02", "nothing", "+High 303.5 of 2025-01..2025-12 (#0)");
    check("", "2025", "Unknown");
}

#[test]
fn a_change_bounds_the_year_before_and_the_year_after() {
    check("2025-03 1001 10", "2024-03", "Deduced 905.429864 to 914.611873");
    check("2024-03 1001 -\n 2025-03 - 10", "2025-03", "Deduced 1095.5475 to 1106.6575");
    check_proof(
        "2025-03 1001 10\n 2024-02/03 1901 -",
        "2024-02",
        "+Low 1900.5 of 2024-02..2024-03 (#1) -High 914.611873 of 2024-03..2024-03 (step 0); \
         step 0: #0 from 1001.5 = +High 1001.5 of 2025-03..2025-03 (#0)",
        "+High 1901.5 of 2024-02..2024-03 (#1) -Low 905.429864 of 2024-03..2024-03 (step 0); \
         step 0: #0 from 1000.5 = +Low 1000.5 of 2025-03..2025-03 (#0)",
    );
}

#[test]
fn changes_follow_from_each_other() {
    let lines = "2025-03 1001 10\n 2024-03 - 10\n 2023-03 - 10";
    check(lines, "2022-03", "Bounded 741.532617 to 762.796334");
}

#[test]
fn a_near_miss_is_a_revision() {
    check(
        "2025-01 100.5 -\n 2025-02 100.5 -\n 2025-01/02 203.5 -",
        "2025-01/02",
        "Published 201 to 201.1\n2025-01..2025-02 Total revised after 2025-01..2025-01, 2025-02..2025-02 by 2.35 t",
    );
}

#[test]
fn a_figure_that_excludes_others_is_set_aside() {
    check(
        "2025-01 101 - 3\n 2025-02 102 - 3\n 2025-01/02 303 - 2",
        "2025-01/02",
        "Published 202 to 204\n2025-01..2025-02 Total contradicts 2025-01..2025-01, 2025-02..2025-02 by 98.5 t",
    );
    check(
        "2025-01 101 - low\n 2025-02 102 -\n 2025-01/02 303 -",
        "2025-01",
        "Published 200 to 202\n2025-01..2025-01 Total contradicts 2025-02..2025-02, 2025-01..2025-02 by 98.5 t",
    );
}

#[test]
fn two_changes_of_one_span_do_not_agree_on_nothing() {
    check(
        "2024 4201 -\n 2024-01/11 - -10\n 2024-01/11 - -31.6",
        "2024-01/11",
        "Unknown 0 to 4201.5\n2024-01..2024-11 Change contradicts 2024-01..2024-11 by 21.05 points",
    );
    check(
        "2024 4201 -\n 2024-01/11 - -10.0\n 2024-01/11 - -10.2",
        "2024-01/11",
        "Unknown 0 to 4201.5\n2024-01..2024-11 Change revised after 2024-01..2024-11 by 0.1 points",
    );
}

#[test]
fn figures_too_wild_to_use() {
    let left_out = |lines| Deduction::new(&statements(lines)).left_out;
    assert_eq!(left_out("1900-03 5 -\n 1900-03 5 10"), [StatementPart { fact: 1, part: Part::Change }]);
    assert_eq!(left_out("2025-03 5 -100.9"), [StatementPart { fact: 0, part: Part::Change }]);
    check("2025 999999999999 -", "2025", "Published");
}

/// Every bound of every span is its proof's sum, and the terms and steps say what that sum is made of.
pub(super) fn prove_all(deduction: &Deduction) {
    let tiles = [deduction.months(), deduction.quarters(), deduction.years()].concat();
    let own = deduction.facts.iter().map(|fact| fact.span);
    for span in tiles.iter().map(|reading| reading.span).chain(own) {
        let Some(bounds) = deduction.bounds(span) else { continue };
        for (bound, proof) in [(bounds.low, &bounds.proof_low), (bounds.high, &bounds.proof_high)] {
            assert_eq!(deduction.recompute(proof), Some(bound), "{span:?} by {}", show_proof(proof));
            let sums = proof.steps.iter().map(|step| (step.base_tonnes, &step.terms)).chain([(bound, &proof.terms)]);
            for (total, terms) in sums {
                let signed =
                    |term: &Term| if term.sign == Sign::Plus { term.tonnes } else { Tonnes::ZERO - term.tonnes };
                assert_eq!(terms.iter().map(signed).sum::<Tonnes>(), total);
            }
        }
    }
}
