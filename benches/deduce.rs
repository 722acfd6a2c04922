//! How long deducing takes: `cargo bench --bench deduce`.
//!
//! The shipped figures (aim: under 10 ms), and 2,000 figures over 30 years of months, most with changes, with the proof
//! of every month, quarter and year (aim: 200 ms).

use rare_earth_trade::data::{Fact, Flow, Month, OriginFact, PrintedPercent, PrintedTonnes, Span, Table, TradeFact};
use rare_earth_trade::deduce::{Deduction, Rank, Statement, origin_series, trade_series};
use std::hint::black_box;
use std::time::{Duration, Instant};

const RUNS: usize = 11;

fn main() {
    let trade: Vec<TradeFact> = facts(include_bytes!("../assets/data/trade.csv"));
    let origins: Vec<OriginFact> = facts(include_bytes!("../assets/data/origins.csv"));
    let flows = Flow::BOTH.map(|flow| trade_series(trade.iter().enumerate(), flow));
    let origins: Vec<Vec<Statement>> =
        origin_series(origins.iter().enumerate()).into_iter().map(|series| series.facts).collect();
    let published = published(30, 2_000);
    let changes = published.iter().filter(|fact| fact.change.is_some()).count();

    report("shipped imports and exports, bounds only", || flows.iter().map(|facts| Deduction::new(facts)).collect());
    report("shipped imports and exports, with proofs", || flows.iter().map(|facts| prove(facts)).collect());
    report("shipped origins, every series, with proofs", || origins.iter().map(|facts| prove(facts)).collect());
    let name = format!("{} figures, {changes} with a change, 30 years", published.len());
    report(&format!("{name}, bounds only"), || vec![Deduction::new(&published)]);
    report(&format!("{name}, with proofs"), || vec![prove(&published)]);
}

fn facts<T: Fact>(file: &[u8]) -> Vec<T> {
    Table::read(file).map(|table| table.facts).unwrap_or_default()
}

/// Deduces, and proves every month, quarter and year.
fn prove(facts: &[Statement]) -> Deduction {
    let deduction = Deduction::new(facts);
    for reading in [deduction.months(), deduction.quarters(), deduction.years()].iter().flatten() {
        black_box(deduction.bounds(reading.span));
    }
    deduction
}

fn report(name: &str, run: impl Fn() -> Vec<Deduction>) {
    let time = |_| {
        let start = Instant::now();
        black_box(run());
        start.elapsed()
    };
    let mut times: Vec<Duration> = (0..RUNS).map(time).collect();
    times.sort();
    println!("{name}: {:.2?} (fastest {:.2?}, slowest {:.2?})", times[RUNS / 2], times[0], times[RUNS - 1]);
}

/// What publications would print of a made-up true series: months, cumulated months, quarters, halves and years, to the
/// tenth or the whole tonne, three in four with a change.
fn published(years: i32, count: usize) -> Vec<Statement> {
    let mut state = 20_250_421_u64;
    let mut random = |below: u64| {
        // Knuth's MMIX generator: the same figures everywhere, without a dependency.
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    let grams: Vec<i64> = (0..years * 12).map(|_| 2_000_000_000 + random(4_000_000_000) as i64).collect();
    let total = |start: usize, months: usize| grams[start..start + months].iter().sum::<i64>() as f64 / 1e6;
    let mut facts = Vec::new();
    while facts.len() < count {
        let year = random(years as u64) as usize * 12;
        let month = random(12) as usize;
        let (start, months) = match random(6) {
            0..=2 => (year + month, 1),
            3 => (year, month + 1),
            4 => (year + month / 3 * 3, 3),
            _ => (year + month / 6 * 6, 6),
        };
        let now = total(start, months);
        let mass = if random(2) == 0 { format!("{now:.0}") } else { format!("{now:.1}") };
        let change = (start >= 12 && random(4) > 0)
            .then(|| format!("{:.1}", 100.0 * (now / total(start - 12, months) - 1.0)))
            .and_then(|text| PrintedPercent::parse(&text));
        // One in three prints only the change, as the press does.
        let tonnes = if change.is_some() && random(3) == 0 { None } else { PrintedTonnes::parse(&mass) };
        let first = Month::FIRST.plus(1_200 + start as i32);
        if let Some(span) = Span::new(first, first.plus(months as i32 - 1)) {
            facts.push(Statement { id: facts.len(), span, tonnes, change, rank: Rank::default() });
        }
    }
    facts
}
