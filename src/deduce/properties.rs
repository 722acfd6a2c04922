//! What holds for any true series, however it is published, and for any figures at all.

use super::tests::prove_all;
use super::*;
use crate::data::Month;
use proptest::prelude::*;
use std::cmp::Reverse;

const MONTHS: i32 = 48;

fn first() -> Month {
    Month::new(2001, 1).unwrap()
}

fn span(start: i32, months: i32) -> Span {
    let first = first().plus(start);
    Span::new(first, first.plus(months - 1)).unwrap()
}

/// The true grams of a span.
fn truth(months: &[i64], span: Span) -> i64 {
    let start = span.first().since(first()) as usize;
    months[start..start + span.months() as usize].iter().sum()
}

/// How a figure is chosen: start, months, decimals of the total (none above 3, tens of tonnes at -1), of the change, rank.
type Choice = (i32, i32, i32, u32, Rank);

/// A figure that need not agree with any other: start, months, tonnes and change as printed, rank.
type Wild = (i32, i32, Option<String>, Option<String>, Rank);

fn rank() -> impl Strategy<Value = Rank> {
    (any::<bool>(), any::<bool>(), 1..4_u32).prop_map(|(weak, conflict, sources)| Rank {
        weak,
        conflict,
        sources: Reverse(sources),
        ..Rank::default()
    })
}

fn choices(count: usize) -> impl Strategy<Value = Vec<Choice>> {
    let months = prop_oneof![Just(1), Just(2), Just(3), Just(6), Just(12), 1..=15_i32];
    prop::collection::vec((0..MONTHS, months, -1..=5_i32, 0..=5_u32, rank()), 0..count)
}

fn series() -> impl Strategy<Value = Vec<i64>> {
    let month = prop_oneof![8 => 0..9_000_000_000_i64, 1 => Just(0), 1 => 0..100_000_000_i64];
    prop::collection::vec(month, MONTHS as usize)
}

/// Prints `numerator / denominator`, rounded to so many decimals (to tens and so on below zero).
fn print(numerator: i128, denominator: i128, decimals: i32) -> String {
    let unit = 10_i128.pow(decimals.unsigned_abs());
    let (scaled, by) = if decimals < 0 { (numerator, denominator * unit) } else { (numerator * unit, denominator) };
    let rounded = (scaled.abs() * 2 + by) / (by * 2);
    let sign = if numerator < 0 && rounded > 0 { "-" } else { "" };
    match decimals {
        ..=0 => format!("{sign}{}", rounded * if decimals < 0 { unit } else { 1 }),
        _ => format!("{sign}{}.{:0width$}", rounded / unit, rounded % unit, width = decimals as usize),
    }
}

/// What publications would print of a true series.
fn publish(months: &[i64], choices: &[Choice]) -> Vec<Statement> {
    let fact = |(id, choice): (usize, &Choice)| {
        let (start, length, decimals, places, rank) = *choice;
        let span = span(start, length.min(MONTHS - start));
        let grams = i128::from(truth(months, span));
        // A mass rounded to nothing is printed as "0", which says less than half a tonne: only print what is more.
        let printed = decimals <= 3 && (decimals >= 0 || grams >= 10_000_000);
        let tonnes = printed.then(|| PrintedTonnes::parse(&print(grams, 1_000_000, decimals)).unwrap());
        let before = if start < 12 { 0 } else { i128::from(truth(months, span.year_before().unwrap())) };
        let change = (places <= 2 && before > 0).then(|| print((grams - before) * 100, before, places as i32));
        Statement { id, span, tonnes, change: change.map(|text| PrintedPercent::parse(&text).unwrap()), rank }
    };
    choices.iter().enumerate().map(fact).collect()
}

/// Spans of every length and start.
fn spans() -> impl Iterator<Item = Span> {
    (0..MONTHS).flat_map(|start| [1, 2, 3, 5, 12].map(|months| span(start, months)))
}

fn ranges(facts: &[Statement]) -> Vec<Option<(Tonnes, Tonnes)>> {
    let deduction = Deduction::new(facts);
    spans().map(|span| deduction.range(span)).collect()
}

/// A figure of this span with no change, of the tonnes between two numbers of grams.
fn total(id: usize, span: Span, low: i64, high: i64, rank: Rank) -> Statement {
    let half = (high - low) / 2;
    let tonnes = PrintedTonnes { value: Tonnes::from_grams(low + half), half_unit: Tonnes::from_grams(half) };
    Statement { id, span, tonnes: Some(tonnes), change: None, rank }
}

proptest! {
    #[test]
    fn the_truth_is_inside_every_interval(months in series(), choices in choices(40)) {
        let deduction = Deduction::new(&publish(&months, &choices));
        prop_assert_eq!((&deduction.revisions, &deduction.contradictions), (&vec![], &vec![]));
        for span in spans().filter(|span| span.last() < first().plus(MONTHS)) {
            if let Some((low, high)) = deduction.range(span) {
                let grams = truth(&months, span);
                prop_assert!(low.grams() <= grams && grams <= high.grams(), "{span:?}: {low:?} {grams} {high:?}");
            }
        }
    }

    #[test]
    fn a_further_fact_never_widens(months in series(), choices in choices(30)) {
        let facts = publish(&months, &choices);
        let Some((_, fewer)) = facts.split_last() else { return Ok(()) };
        for (before, after) in ranges(fewer).into_iter().zip(ranges(&facts)) {
            if let Some((low, high)) = before {
                prop_assert!(after.is_some_and(|after| low <= after.0 && after.1 <= high));
            }
        }
    }

    #[test]
    fn the_order_of_consistent_facts_does_not_matter(
        (facts, shuffled) in (series(), choices(40)).prop_flat_map(|(months, choices)| {
            let facts = publish(&months, &choices);
            (Just(facts.clone()), Just(facts).prop_shuffle())
        }),
        ranks in prop::collection::vec(rank(), 40),
    ) {
        let ranked: Vec<Statement> =
            shuffled.iter().zip(ranks).map(|(fact, rank)| Statement { rank, ..*fact }).collect();
        prop_assert_eq!(ranges(&facts), ranges(&ranked));
    }

    #[test]
    fn a_false_total_is_set_aside_or_named(
        months in series(), choices in choices(25), at in 0..MONTHS - 12, length in 1..12_i32,
        width in 1..2_000_000_i64, off in 1..5_000_000_000_i64, more in any::<bool>(), ranks in [rank(), rank()],
    ) {
        let mut facts = publish(&months, &choices);
        let span = span(at, length);
        let grams = truth(&months, span);
        let (id, off) = (facts.len(), off + 3 * width + 12_000_000);
        let low = if more { grams + off } else { grams - off };
        prop_assume!(low >= 0);
        facts.push(total(id, span, low, low + width, ranks[0]));
        facts.push(total(id + 1, span, grams, grams + width, ranks[1]));
        let contradictions = Deduction::new(&facts).contradictions;
        prop_assert!(contradictions.iter().any(|one| one.figure.fact == id || one.against.contains(&id)));
    }

    #[test]
    fn a_false_change_is_set_aside(
        months in series(), choices in choices(25), at in 12..MONTHS - 12, length in 1..12_i32, rank in rank(),
        off in 2..200_i64,
    ) {
        let (later, earlier) = (span(at, length), span(at - 12, length));
        let (now, before) = (truth(&months, later), truth(&months, earlier));
        prop_assume!(before > 1_000_000_000 && now > 1_000_000_000);
        let mut facts = publish(&months, &choices);
        let id = facts.len();
        facts.push(total(id, later, now, now, rank));
        facts.push(total(id + 1, earlier, before, before, rank));
        // Off by more than 3 t and 0.2 % of the later span.
        let off = i128::from(off) + i128::from(6_000_000 + now / 250) * 100 / i128::from(before);
        let text = print(i128::from(now - before) * 100 + off * i128::from(before), i128::from(before), 0);
        let change = PrintedPercent::parse(&text);
        facts.push(Statement { id: id + 2, span: later, tonnes: None, change, rank });
        // Totals enter before changes, so that the change is what is set aside, however well it is attested.
        let aside = Deduction::new(&facts).contradictions;
        prop_assert!(aside.iter().any(|one| one.figure == StatementPart { fact: id + 2, part: Part::Change }), "{text}: {aside:?}");
    }

    #[test]
    fn every_bound_is_the_sum_of_its_proof(months in series(), choices in choices(60)) {
        prove_all(&Deduction::new(&publish(&months, &choices)));
    }

    #[test]
    fn any_figures_give_proven_bounds_and_no_panic(
        figures in prop::collection::vec(
            (0..MONTHS, 1..20_i32, prop::option::of("[1-9][0-9]{0,3}0{0,12}"), prop::option::of("-?[0-9]{1,3}(\\.[0-9]{1,4})?"), rank()),
            0..40,
        ),
        early in any::<bool>(),
    ) {
        let fact = |(id, (start, months, tonnes, change, rank)): (usize, &Wild)| {
            let first = if early { Month::FIRST } else { Month::LAST }.plus(*start - 24);
            Statement {
                id,
                span: Span::new(first, first.plus(months - 1)).unwrap(),
                tonnes: tonnes.as_deref().and_then(PrintedTonnes::parse),
                change: change.as_deref().and_then(PrintedPercent::parse),
                rank: *rank,
            }
        };
        let facts: Vec<Statement> = figures.iter().enumerate().map(fact).collect();
        let deduction = Deduction::new(&facts);
        prove_all(&deduction);
        for reading in deduction.months() {
            prop_assert!(reading.range.is_none_or(|(low, high)| Tonnes::ZERO <= low && low <= high));
        }
    }

    /// Totals alone are a system that an all-pairs search over every month solves exactly: nothing tighter is missed.
    #[test]
    fn totals_are_solved_exactly(months in series(), choices in choices(20)) {
        let mut facts = publish(&months, &choices);
        facts.iter_mut().for_each(|fact| fact.change = None);
        let size = MONTHS as usize + 1;
        let mut most = vec![vec![None; size]; size];
        for (to, row) in (0..size).flat_map(|from| (0..=from).map(move |to| (to, from))) {
            most[row][to] = Some(0);
        }
        let mut enter = |from: usize, to: usize, bound: i64| {
            let entry: &mut Option<i64> = &mut most[from][to];
            *entry = Some(entry.map_or(bound, |known| known.min(bound)));
        };
        for (fact, total) in facts.iter().filter_map(|fact| Some((fact, fact.tonnes?))) {
            let from = fact.span.first().since(first()) as usize;
            let to = from + fact.span.months() as usize;
            enter(from, to, total.high().grams());
            enter(to, from, -total.low().grams());
        }
        for by in 0..size {
            for from in 0..size {
                for to in 0..size {
                    let way = most[from][by].zip(most[by][to]).map(|(a, b)| a + b);
                    most[from][to] = [most[from][to], way].into_iter().flatten().min();
                }
            }
        }
        let deduction = Deduction::new(&facts);
        for span in spans().filter(|span| span.last() < first().plus(MONTHS)) {
            let from = span.first().since(first()) as usize;
            let to = from + span.months() as usize;
            let expected = most[from][to].map(|high| (-most[to][from].unwrap_or(0), high));
            prop_assert_eq!(deduction.range(span).map(|(low, high)| (low.grams(), high.grams())), expected);
        }
    }
}
