//! What holds for any figures of the files, and for anything that a reader may set.

use super::*;
use crate::data::{Dataset, File, RowId, Tonnes, facts};
use crate::view::Scenario;
use crate::view::scenario::{Allowed, Input};
use proptest::option::{of, weighted};
use proptest::prelude::*;

/// A figure that is sometimes missing.
fn mostly<T: Strategy<Value: Clone> + Clone>(of: T) -> impl Strategy<Value = Option<T::Value>> + Clone {
    weighted(0.9, of)
}

/// Inputs from figures that need not make sense: any of them may be missing, and parts may exceed the total.
fn inputs() -> impl Strategy<Value = Inputs> {
    let article = (
        mostly(0..600_000_u32),
        mostly(0..12_000_u32),
        mostly(0..12_000_u32),
        mostly(0..300_000_u32),
        mostly(0..3_000_u32),
    );
    let year = prop::collection::vec(mostly(0..200_000_000_u32), 4);
    let quotes = (mostly(1.0..9e6_f64), mostly(1.0..9e6_f64));
    (article, mostly(0..200_000_000_u32), year.clone(), mostly(0..200_000_000_u32), year, quotes).prop_map(
        |(article, reach, reached, now, sent, (prnd, dy))| {
            let thousandths = |units: u32| format!("{}.{:03}", units / 1_000, units % 1_000);
            let said = |id: &str, unit: &str, value: Option<String>| {
                value.map(|value| format!("{id},a,b,{value},,{unit},2026,,,,,2025-04-21,A,https://a.cn/\n"))
            };
            let rows = [
                said("sea-magnet-line", "t/yr", article.0.map(|units| units.to_string())),
                said("pr-ratio-after", "%", article.1.map(thousandths)),
                said("dy-ratio-after", "%", article.2.map(thousandths)),
                said("kangankunde-capacity", "t/yr", article.3.map(|units| units.to_string())),
                said("magnex-cost", "ratio", article.4.map(thousandths)),
            ];
            let head = "id,subject,statement,value,value_high,unit,period,checked,from,to,product,known_from,source,\
                        source_url\n";
            let article = [head.to_owned(), rows.into_iter().flatten().collect()].concat();
            let sent_in = |year: i32, world: Option<u32>, parts: &[Option<u32>]| {
                let partners = ["W00", "MMR", "LAO", "MYS", "VNM"];
                let row = |(code, units): (&str, &Option<u32>)| {
                    units.map(|units| {
                        let tonnes = thousandths(units);
                        format!("{year},{code},compounds-metals,,{tonnes},,,,published,,main,normal,2026-01-20,A,,\n")
                    })
                };
                let all: Vec<Option<u32>> = std::iter::once(world).chain(parts.iter().copied()).collect();
                partners.into_iter().zip(&all).filter_map(row).collect::<String>()
            };
            let head = "period,partner,basket,hs,tonnes,value_usd,share_pct,yoy_pct,kind,formula,use,confidence,\
                        known_from,source,source_url,note\n";
            let origins = [head.to_owned(), sent_in(2023, reach, &reached), sent_in(2025, now, &sent)].concat();
            let data = Dataset::read(|file| {
                Ok(match file {
                    File::Article => article.clone().into_bytes(),
                    File::Origins => origins.clone().into_bytes(),
                    _ => Vec::new(),
                })
            });
            assert_eq!(data.row_issues(), Vec::<&crate::data::RowIssue>::new());
            let quoted = |mid: Option<f64>| mid.map(|mid| Quoted { mid, row: RowId { file: File::Prices, line: 2 } });
            Inputs::new(facts(&data.article), facts(&data.origins), quoted(prnd), quoted(dy))
        },
    )
}

/// A value that an input takes, at its bounds too.
fn value(input: Input) -> impl Strategy<Value = i32> {
    let Allowed { least, most, .. } = input.allowed();
    prop_oneof![1 => Just(least), 1 => Just(most), 6 => least..=most]
}

fn scenario() -> impl Strategy<Value = Scenario> {
    let values: Vec<_> = Input::ALL.iter().map(|input| of(value(*input)).boxed()).collect();
    values.prop_map(|values| {
        let mut scenario = Scenario::default();
        for (input, value) in Input::ALL.iter().zip(values) {
            scenario.set(*input, value);
        }
        scenario
    })
}

/// An input with a lower and a higher value.
fn step() -> impl Strategy<Value = (Input, i32, i32)> {
    let of_input = |input: Input| (Just(input), value(input), value(input));
    prop::sample::select(Input::ALL).prop_flat_map(of_input).prop_map(|(input, a, b)| (input, a.min(b), a.max(b)))
}

/// The results as numbers, in the order of the charts. What cannot be said is none; a break-even price below zero is zero.
fn numbers(results: &Results) -> Vec<Option<f64>> {
    let demand = results.demand.iter().map(|of| Some(of.scenario.as_ref().ok()?.needed().tonnes().to_f64()));
    let supply = results.supply.scenario.as_ref().ok();
    let together = supply.map(|supply| supply.together().tonnes().to_f64());
    let short = supply.map(|supply| supply.short().to_f64());
    let at = |of: &Compared<BreakEven>| Some(of.scenario.as_ref().ok()?.at().map_or(0.0, CnyPerTonne::to_f64));
    demand.chain([together, short]).chain(results.break_even.iter().map(at)).collect()
}

/// Whether a higher value of an input makes a result (by its place in [`numbers`]) higher or lower, or changes nothing.
fn direction(input: Input, result: usize, inputs: &Inputs, scenario: &Scenario) -> i32 {
    let costs_more = |cost: Input| inputs.value(cost, scenario).is_some_and(|cost| cost > 1000);
    match (input, result) {
        (Input::Magnets, 0 | 1) | (Input::PrRatio, 0) | (Input::DyRatio, 1) => 1,
        (Input::Myanmar | Input::Laos | Input::Malaysia | Input::Others | Input::Mines | Input::Ramp, 2) => 1,
        (Input::Myanmar | Input::Laos | Input::Malaysia | Input::Others | Input::Mines | Input::Ramp, 3) => -1,
        (Input::MagNex | Input::PrNdPrice, 4) | (Input::HoDy | Input::DyPrice, 5) => 1,
        // Where a substitute costs more, a dear material has less far to rise.
        (Input::PrNdShare, 4) => {
            if costs_more(Input::MagNex) {
                -1
            } else {
                1
            }
        }
        (Input::DyShare, 5) => {
            if costs_more(Input::HoDy) {
                -1
            } else {
                1
            }
        }
        _ => 0,
    }
}

proptest! {
    #[test]
    fn without_a_change_the_results_are_those_of_the_start(inputs in inputs()) {
        let results = inputs.results(&Scenario::default());
        prop_assert!(results.demand.iter().all(|of| of.start == of.scenario));
        prop_assert!(results.break_even.iter().all(|of| of.start == of.scenario));
        prop_assert_eq!(&results.supply.start, &results.supply.scenario);
        // An input that is set to its start is not changed.
        let mut same = Scenario::default();
        for input in Input::ALL {
            if let Some(units) = inputs.start(*input).units() {
                let mut set = Scenario::default();
                set.set(*input, Some(units));
                prop_assert_eq!(&inputs.results(&set), &results);
                same = inputs.with(&same, *input, units);
            }
        }
        prop_assert_eq!(same, Scenario::default());
    }

    #[test]
    fn a_result_follows_each_input_one_way(inputs in inputs(), scenario in scenario(), (input, low, high) in step()) {
        let at = |units: i32| {
            let mut changed = scenario;
            changed.set(input, Some(units));
            numbers(&inputs.results(&changed))
        };
        for (result, (low, high)) in at(low).into_iter().zip(at(high)).enumerate() {
            prop_assert_eq!(low.is_some(), high.is_some(), "{:?} {}", input, result);
            let (Some(low), Some(high)) = (low, high) else { continue };
            match direction(input, result, &inputs, &scenario) {
                1 => prop_assert!(low <= high, "{:?} {}: {} {}", input, result, low, high),
                -1 => prop_assert!(low >= high, "{:?} {}: {} {}", input, result, low, high),
                _ => prop_assert_eq!(low, high, "{:?} {}", input, result),
            }
        }
    }

    #[test]
    fn sums_hold(inputs in inputs(), scenario in scenario()) {
        for year in inputs.now.iter().chain(&inputs.reach) {
            let named = year.parts.iter().filter(|part| part.origin != Origin::Others);
            let named: TonnesAYear = named.map(|part| part.tonnes).sum();
            let all: TonnesAYear = year.parts.iter().map(|part| part.tonnes).sum();
            prop_assert_eq!(all, named.max(year.total));
        }
        for supply in [&inputs.results(&scenario).supply.scenario, &inputs.results(&scenario).supply.start] {
            let Ok(supply) = supply else { continue };
            let parts: Tonnes = supply.sources.iter().map(|source| source.sent().tonnes()).sum();
            let mines = supply.mines.map_or(Tonnes::ZERO, |mines| mines.added().tonnes());
            prop_assert_eq!(supply.together().tonnes(), parts + mines);
            prop_assert_eq!(supply.together().tonnes() + supply.short(), supply.reach.tonnes());
        }
        // As the inputs start, what came is what comes.
        if let (Ok(supply), Some(now)) = (&inputs.results(&Scenario::default()).supply.start, &inputs.now) {
            let came: TonnesAYear = now.parts.iter().map(|part| part.tonnes).sum();
            prop_assert_eq!(supply.together() - came, supply.mines.map_or(Tonnes::ZERO, |mines| mines.added().tonnes()));
        }
    }

    #[test]
    fn no_result_is_nan_or_a_negative_mass(inputs in inputs(), scenario in scenario()) {
        let results = inputs.results(&scenario);
        for number in numbers(&results).into_iter().flatten() {
            prop_assert!(number.is_finite());
        }
        let mut masses: Vec<TonnesAYear> = results.demand_before.iter().flatten().map(|of| of.needed()).collect();
        masses.extend(results.demand.iter().filter_map(|of| of.scenario.as_ref().ok()).map(|of| of.needed()));
        if let Ok(supply) = &results.supply.scenario {
            masses.extend(supply.sources.iter().map(Source::sent));
            masses.extend(supply.mines.map(Mines::added));
            masses.push(supply.together());
        }
        prop_assert!(masses.iter().all(|mass| mass.tonnes() >= Tonnes::ZERO), "{:?}", masses);
        for of in &results.break_even {
            prop_assert!(of.scenario.as_ref().ok().and_then(|of| of.at()).is_none_or(|at| at.to_f64() >= 0.0));
        }
    }

    #[test]
    fn at_the_break_even_price_both_cost_the_same(cost in 1..2000_i32, share in 10..1000_i32, price in 100_000..5_000_000_i32) {
        let (cost, share) = (Ratio::of(Input::MagNex, cost), Ratio::of(Input::PrNdShare, share));
        let part = |ratio: Ratio| ratio.percent().to_f64() / 100.0;
        let at = CnyPerTonne::new(price).break_even(share, cost);
        // What the magnet costs where the material costs `q` times as much, and what the substitute does.
        let magnet = |q: f64| 1.0 - part(share) + part(share) * q;
        match at {
            Some(at) => prop_assert!((magnet(at.to_f64() / f64::from(price)) - part(cost)).abs() < 1e-4),
            None => prop_assert!(magnet(0.0) >= part(cost) - 1e-9),
        }
    }
}
