//! What if: where inputs start, what follows from them, and what is said where something is missing.

use crate::common::{made_up, same, shipped, shown, view};
use chrono::NaiveDate;
use rare_earth_trade::article::whatif::Inputs;
use rare_earth_trade::charts::Panel;
use rare_earth_trade::data::{Dataset, FetchError, File, FileError};
use rare_earth_trade::view::link::print;
use rare_earth_trade::view::scenario::Input;
use rare_earth_trade::view::share::framed;
use rare_earth_trade::view::{ChartName, Page, View};
use rare_earth_trade::words::{EN, Formula};

const CHARTS: [ChartName; 3] = [ChartName::Demand, ChartName::Supply, ChartName::BreakEven];

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Every input with its start, and who says so.
fn starts(data: &Dataset) -> String {
    let inputs = Inputs::of(data);
    let line = |input: &Input| {
        let start = EN.input_start(*input, inputs.start(*input), data);
        let source = start.source.map(|source| format!(" [{}]", source.text)).unwrap_or_default();
        format!("{}: {}{source}\n", EN.input(*input), start.text).replace('\u{202f}', " ")
    };
    Input::ALL.iter().map(line).collect()
}

#[test]
fn every_input_starts_at_a_figure_with_its_source_or_says_that_there_is_none() {
    let article = "[Changjiang Nonferrous Metals Network, public since 21 April 2025]";
    let customs = "[UN Comtrade, China-reported imports (public extract), public since 20 January 2026]";
    let quote = "the middle of SMM’s newest quote, 5 February 2026, VAT assumed to be included \
                 [SMM, public since 5 February 2026]";
    let none = "Starts empty: no figure was found. What you give is an assumption of your own";
    let expected = format!(
        "Magnets made: Starts at 50,000 t a year: Planned magnet material line in Southeast Asia {article}
Praseodymium added: Starts at 1.5 %: Praseodymium addition ratio with cerium-iron alloy; before: 2.8 % {article}
Dysprosium added: Starts at 1.8 %: Dysprosium addition ratio with grain boundary diffusion; before: 2.5 % {article}
Change of imports from Myanmar: Starts at no change: 40,130 t in 2025 {customs}
Change of imports from Laos: Starts at no change: 16,629 t in 2025 {customs}
Change of imports from Malaysia: Starts at no change: 15,697 t in 2025 {customs}
Change of imports from everyone else: Starts at no change: 4,273 t in 2025 {customs}
Capacity of new mines: Starts at 15,323 t a year: Planned annual capacity of Kangankunde (Malawi; start 2026) {article}
Part of that capacity in use: Starts at nothing: the mine is planned for 2026, and the imports are of 2025 {article}
Cost of MagNex (NdFeB magnet: 100 %): Starts at 20 %: Cost of MagNex relative to NdFeB {article}
Price of PrNd oxide: Starts at 750,000 CNY a tonne: {quote}
PrNd in the NdFeB magnet’s cost: {none}
Cost of Ho-Dy (usual magnet: 100 %): Starts at 82 %: Cost change of the holmium-dysprosium motor magnet \
         (Tesla Optimus second generation) {article}
Price of dysprosium oxide: Starts at 1,400,000 CNY a tonne: {quote}
Dysprosium in the usual magnet’s cost: {none}
"
    );
    same(&starts(&shipped().as_of(day("2026-02-28"))), &expected, "starts");
}

#[test]
fn without_figures_an_input_starts_empty_and_says_why() {
    let empty = |file: &str| format!("Starts empty: {file} has no such figure here. What you give is an assumption");
    let line = |data: &Dataset, input: Input| {
        let all = starts(data);
        let name = format!("{}: ", EN.input(input));
        all.lines().find_map(|line| line.strip_prefix(&name).map(str::to_owned)).unwrap()
    };
    // Before the article, with older quotes; before the newest imports too.
    let before = shipped().as_of(day("2025-04-20"));
    assert!(line(&before, Input::Magnets).starts_with(&empty("article.csv")));
    assert!(line(&before, Input::Ramp).starts_with(&empty("article.csv")));
    assert_eq!(line(&before, Input::Myanmar).split(" [").next(), Some("Starts at no change: 44,366 t in 2024"));
    assert!(line(&before, Input::PrNdPrice).contains("2025"), "{}", line(&before, Input::PrNdPrice));
    let earlier = shipped().as_of(day("2024-06-30"));
    assert!(line(&earlier, Input::Myanmar).starts_with(&empty("origins.csv")));
    // A file that is gone, a figure in another unit, one that no field takes, and an origin without a name.
    let gone = Dataset::read(|_| Err(FileError::NotFetched(FetchError::Refused)));
    for (input, file) in [
        (Input::Magnets, "article.csv"),
        (Input::Laos, "origins.csv"),
        (Input::Ramp, "origins.csv"),
        (Input::DyPrice, "prices.csv"),
    ] {
        assert!(line(&gone, input).starts_with(&empty(file)), "{}", line(&gone, input));
    }
    let odd = made_up(&[
        (
            File::Article,
            "sea-magnet-line,a,b,50000,,kt/yr,,,,,,2025-04-21,A,https://a.cn/
             pr-ratio-after,a,b,15,,%,after,,,,,2025-04-21,A,https://a.cn/
             magnex-cost,a,b,-0.2,,ratio,2025,,,,,2025-04-21,A,https://a.cn/",
        ),
        (
            File::Origins,
            "2023,W00,compounds-metals,,1000,,,,published,,main,normal,2024-01-20,UN,,
             2025,W00,compounds-metals,,800,,,,published,,main,normal,2026-01-20,UN,,
             2025,MMR,compounds-metals,,400,,,,published,,main,normal,2026-01-20,UN,,",
        ),
    ]);
    for input in [Input::Magnets, Input::PrRatio, Input::MagNex] {
        assert!(line(&odd, input).starts_with(&empty("article.csv")), "{}", line(&odd, input));
    }
    assert!(line(&odd, Input::Laos).starts_with(&empty("origins.csv")));
    assert_eq!(line(&odd, Input::Others).split(" [").next(), Some("Starts at no change: 400 t in 2025"));
}

/// A chart's title, its subtitle and its marks.
fn chart(name: ChartName, data: &Dataset, query: &str) -> String {
    let shown = shown(name, data, query);
    let caption = shown.caption();
    [&*caption.title, "\n", &caption.subtitle, "\n", &shown.dump()].concat().replace(['\u{202f}', '\u{a0}'], " ")
}

#[track_caller]
fn check(name: ChartName, query: &str, expected: &str) {
    let query = format!("view=whatif&asof=2026-02-28{query}");
    let dump = chart(name, &shipped(), &query).replace(" 1900-01 ", " ");
    same(&dump, &expected.lines().map(|line| format!("{}\n", line.trim())).collect::<String>(), &query);
}

#[test]
fn demand_is_magnets_times_ratio() {
    check(
        ChartName::Demand,
        "",
        "What magnets need of praseodymium and dysprosium
        Arithmetic on stated assumptions, not a forecast: tonnes a year that magnets need, as magnets made × part added
        # Praseodymium (tonnes a year)
        Praseodymium Bar Inferred 1400 | 1,400 t | 1,400
        Praseodymium Bar Inferred 750 | 750 t | 750
        Praseodymium Bar Estimated 750 | 750 t | 750
        # Dysprosium (tonnes a year)
        Dysprosium Bar Inferred 1250 | 1,250 t | 1,250
        Dysprosium Bar Inferred 900 | 900 t | 900
        Dysprosium Bar Estimated 900 | 900 t | 900",
    );
    check(
        ChartName::Demand,
        "&magnets=80000&pr-ratio=1.25&ramp=50",
        "Magnets would need 1,000 t of praseodymium, 1,440 t of dysprosium a year
        Arithmetic, not a forecast, with magnets made 80,000 t a year, praseodymium added 1.25 %: tonnes a year that \
         magnets need, as magnets made × part added
        # Praseodymium (tonnes a year)
        Praseodymium Bar Inferred 1400 | 1,400 t | 1,400
        Praseodymium Bar Inferred 750 | 750 t | 750
        Praseodymium Bar Estimated 1000 | 1,000 t | 1,000
        # Dysprosium (tonnes a year)
        Dysprosium Bar Inferred 1250 | 1,250 t | 1,250
        Dysprosium Bar Inferred 900 | 900 t | 900
        Dysprosium Bar Estimated 1440 | 1,440 t | 1,440",
    );
}

#[test]
fn supply_is_imports_as_changed_and_new_mines() {
    let published = "# 2025, the newest (net tonnes)
        Myanmar Bar Computed 40129.5 | 40,129.5 t | 40,130
        Laos Bar Computed 16629.17 | 16,629.2 t | 16,629
        Other Bar Computed 15696.69 | 15,696.7 t | 15,697
        Other Bar Computed 4272.63 | 4,272.6 t | 4,273
        Other Bar Computed 0 | 0 t | 0
        Ink Bar Computed 76728 | 76,728 t | 76,728
        Ink Bar Computed 32814 | 32,814.0 t | 32,814
        # 2023, to be reached (net tonnes)
        Myanmar Bar Published 72073.76 | 72,073.8 t | 72,074
        Laos Bar Published 11307.69 | 11,307.7 t | 11,308
        Other Bar Published 19084.53 | 19,084.5 t | 19,085
        Other Bar Computed 7076.03 | 7,076.0 t | 7,076
        Ink Bar Published 109542.01 | 109,542.0 t | 109,542";
    let measure = "China’s imports of compounds and metals by origin, changed as assumed, and new mines, net tonnes, \
                   against 2023";
    check(
        ChartName::Supply,
        "&myanmar=-20&laos=50&ramp=40",
        &format!(
            "26,396 t would be missing to reach China’s imports of 2023
            Arithmetic, not a forecast, with imports from Myanmar −20 %, imports from Laos +50 %, part of that capacity \
             in use 40 %: {measure}
            # Your figures (net tonnes)
            Myanmar Bar Estimated 32103.6 | 32,103.6 t | 32,104
            Laos Bar Estimated 24943.76 | 24,943.8 t | 24,944
            Other Bar Estimated 15696.69 | 15,696.7 t | 15,697
            Other Bar Estimated 4272.63 | 4,272.6 t | 4,273
            Other Bar Estimated 6129.2 | 6,129.2 t | 6,129
            Ink Bar Estimated 83145.88 | 83,145.9 t | 83,146
            Ink Bar Estimated 26396.12 | 26,396.1 t | 26,396
            {published}"
        ),
    );
    check(
        ChartName::Supply,
        "&myanmar=100&mines=0",
        &format!(
            "China’s supply would be 7,315 t above the imports of 2023
            Arithmetic, not a forecast, with imports from Myanmar +100 %, capacity of new mines 0 t a year: {measure}
            # Your figures (net tonnes)
            Myanmar Bar Estimated 80259.01 | 80,259.0 t | 80,259
            Laos Bar Estimated 16629.17 | 16,629.2 t | 16,629
            Other Bar Estimated 15696.69 | 15,696.7 t | 15,697
            Other Bar Estimated 4272.63 | 4,272.6 t | 4,273
            Other Bar Estimated 0 | 0 t | 0
            Ink Bar Estimated 116857.5 | 116,857.5 t | 116,858
            Ink Bar Estimated 0 | −7,315.5 t | −7,315
            {published}"
        ),
    );
}

#[test]
fn a_break_even_price_needs_what_no_file_has() {
    let measure = "price in China above which a magnet costs more than its substitute, thousand CNY a tonne";
    let quotes = "# PrNd oxide (thousand CNY a tonne)
        Praseodymium Bar Computed 750000 | 750,000 CNY per tonne | 750
        Praseodymium Bar Estimated 750000 | 750,000 CNY per tonne | 750";
    check(
        ChartName::BreakEven,
        "",
        &format!(
            "Prices above which a magnet is dearer than its substitute
            Arithmetic on stated assumptions, not a forecast: {measure}. Missing: PrNd in the NdFeB magnet’s cost, \
             dysprosium in the usual magnet’s cost
            {quotes}
            Praseodymium Gap Estimated 0 | needs its part of the magnet’s cost | needs its part of the magnet’s cost
            # Dysprosium oxide (thousand CNY a tonne)
            Dysprosium Bar Computed 1400000 | 1,400,000 CNY per tonne | 1,400
            Dysprosium Bar Estimated 1400000 | 1,400,000 CNY per tonne | 1,400
            Dysprosium Gap Estimated 0 | needs its part of the magnet’s cost | needs its part of the magnet’s cost"
        ),
    );
    // 1.4 million x (1 - 0.18 / 0.25), and the other at any price: 0.5 is less than 0.8.
    check(
        ChartName::BreakEven,
        "&prnd-share=50&dy-share=25",
        &format!(
            "MagNex would be cheaper at any price of PrNd oxide
            Arithmetic, not a forecast, with PrNd in the NdFeB magnet’s cost 50 %, dysprosium in the usual magnet’s \
             cost 25 %: {measure}
            {quotes}
            # Dysprosium oxide (thousand CNY a tonne)
            Dysprosium Bar Computed 1400000 | 1,400,000 CNY per tonne | 1,400
            Dysprosium Bar Estimated 1400000 | 1,400,000 CNY per tonne | 1,400
            Dysprosium Bar Estimated 392000 | 392,000 CNY per tonne | 392"
        ),
    );
}

/// The row says that the part of the cost is needed only where nothing else is.
#[test]
fn a_break_even_price_says_what_it_needs() {
    let check = |prices: &str, query: &str, expected: [usize; 2]| {
        let article =
            "magnex-cost,substitution,Cost,0.2,,ratio,2025,not found elsewhere,,,,2025-04-21,Network,https://a.cn/";
        let data = made_up(&[(File::Article, article), (File::Prices, prices)]);
        let shown = shown(ChartName::BreakEven, &data, query);
        let needs = |panel: &Panel| panel.marks.iter().filter(|mark| mark.amount.is_none()).count();
        assert_eq!(shown.figure.chart.panels.iter().map(needs).collect::<Vec<_>>(), expected, "{query}");
    };
    let quotes = "2026-02-05,day,PrNd oxide,china-domestic,,,750000,CNY,t,unknown,SMM,normal,2026-02-05,";
    check(quotes, "view=whatif", [1, 0]);
    check(quotes, "view=whatif&prnd-share=30", [0, 0]);
    check("", "view=whatif", [0, 0]);
    check("", "view=whatif&prnd-share=30", [0, 0]);
}

#[track_caller]
fn check_title(name: ChartName, query: &str, expected: &str) {
    let query = format!("view=whatif&asof=2026-02-28{query}");
    let title = shown(name, &shipped(), &query).caption().title.replace('\u{a0}', " ");
    assert_eq!(title, expected, "{query}");
    assert!(title.chars().count() <= 75, "{title}");
}

#[test]
fn a_title_says_what_follows_only_where_something_was_changed() {
    let neutral = |name| EN.chart_name(name);
    for name in CHARTS {
        check_title(name, "", neutral(name));
        // What starts there is not changed, nor by what another chart is about.
        check_title(name, "&magnets=50000&myanmar=0&magnex=20", neutral(name));
    }
    check_title(ChartName::Supply, "&magnets=1", neutral(ChartName::Supply));
    let check_even = |query: &str, expected: &str| check_title(ChartName::BreakEven, query, expected);
    check_even("&prnd-price=600000", neutral(ChartName::BreakEven));
    check_even("&prnd-share=90", "MagNex would be cheaper above 83,333 CNY/t of PrNd oxide");
    check_even("&dy-share=10", "Ho-Dy would be cheaper at any price of Dy oxide");
    check_even("&prnd-share=90&dy-share=25", "Break-even: 83,333 CNY/t of PrNd oxide, 392,000 CNY/t of Dy oxide");
    let dearest = "&magnex=200&ho-dy=200&prnd-price=5000000&dy-price=5000000&prnd-share=25&dy-share=25";
    check_even(dearest, "Break-even: 25,000,000 CNY/t of PrNd oxide, 25,000,000 CNY/t of Dy oxide");
    check_title(
        ChartName::Demand,
        "&magnets=500000&pr-ratio=10&dy-ratio=10",
        "Magnets would need 50,000 t of praseodymium, 50,000 t of dysprosium a year",
    );
    check_title(ChartName::Demand, "&magnets=0", "Magnets would need 0 t of praseodymium, 0 t of dysprosium a year");
    // Half of the figures are the reader's own.
    let query = "view=whatif&magnets=1000&pr-ratio=2&v=2";
    let title = shown(ChartName::Demand, &made_up(&[]), query).caption().title.replace('\u{a0}', " ");
    assert_eq!(title, "Magnets would need 20 t of praseodymium a year");
    // No finding rests on a weak row.
    let rows = "2023,W00,compounds-metals,,1000,,,,published,,main,normal,2024-01-20,UN,,
                2025,W00,compounds-metals,,800,,,,published,,main,low,2026-01-20,UN,,";
    let of = |rows: &str| {
        shown(ChartName::Supply, &made_up(&[(File::Origins, rows)]), "view=whatif&others=10")
            .caption()
            .title
            .replace('\u{a0}', " ")
    };
    assert_eq!(of(rows), neutral(ChartName::Supply));
    assert_eq!(of(&rows.replace("low", "normal")), "120 t would be missing to reach China’s imports of 2023");
    assert_eq!(
        of(&rows.replace("low", "normal").replace("800", "909.09091")),
        "China’s supply would just reach the earlier imports"
    );
}

/// The formula of a chart with its numbers, a line each.
fn formula(name: ChartName, query: &str) -> String {
    let data = shipped().as_of(day("2026-02-28"));
    let Formula { in_words, lines } = EN.whatif_formula(name, &Inputs::of(&data), &view(query).scenario);
    let lines = lines.iter().map(|(of, numbers)| format!("{of} | {numbers}\n").trim_start().to_owned());
    format!("{in_words}\n{}", lines.collect::<String>()).replace('\u{202f}', " ")
}

#[test]
fn formulas_have_the_numbers_of_the_charts() {
    let check = |name: ChartName, query: &str, expected: &str| {
        let expected: String = expected.lines().map(|line| format!("{}\n", line.trim())).collect();
        same(&formula(name, &format!("view=whatif{query}")), &expected, query);
    };
    check(
        ChartName::Demand,
        "&pr-ratio=2",
        "Needed = magnets made × part added
        Praseodymium, as it starts | 50,000 t × 1.5 % = 750 t
        Praseodymium, your figures | 50,000 t × 2 % = 1,000 t
        Dysprosium, as it starts | 50,000 t × 1.8 % = 900 t",
    );
    check(
        ChartName::Supply,
        "&myanmar=-20&ramp=40",
        "Supply = imports of each origin × (1 + change) + capacity of new mines × part in use. Missing = imports to be \
         reached − supply
        As it starts | 40,130 t + 16,629 t + 15,697 t + 4,273 t + \
         15,323 t × 0 % = 76,728 t; 109,542 t − 76,728 t = 32,814 t
        Your figures | 40,130 t × (1 − 20 %) + 16,629 t + 15,697 t + 4,273 t + \
         15,323 t × 40 % = 74,831 t; 109,542 t − 74,831 t = 34,711 t",
    );
    check(
        ChartName::BreakEven,
        "&dy-share=25&magnex=120",
        "Break-even price = price × (1 − (1 − relative cost) ÷ part of the magnet’s cost)
        MagNex | Missing: PrNd in the NdFeB magnet’s cost
        Ho-Dy | 1,400,000 CNY/t × (1 − (1 − 82 %) ÷ 25 %) = 392,000 CNY/t
        | Dysprosium oxide must be more than 18 % of the magnet’s cost: else no price of it makes the magnet as cheap as \
         Ho-Dy, which costs 82 % of that.",
    );
}

#[test]
fn a_bar_has_its_terms_and_its_rows() {
    let shown = shown(ChartName::Supply, &shipped(), "view=whatif&myanmar=-20&asof=2026-02-28");
    let said: Vec<String> = shown
        .described()
        .into_iter()
        .filter(|(_, said)| said.title.ends_with("your figures"))
        .map(|(_, said)| format!("{}: {} ({})", said.title, said.details.join("; "), said.sources.len()))
        .collect();
    let said = said.join("\n").replace('\u{202f}', " ");
    same(
        &said,
        "Myanmar, your figures: 40,130 t × (1 − 20 %) = 32,104 t (1)
Laos, your figures: 16,629 t × (1 + 0 %) = 16,629 t (1)
Malaysia, your figures: 15,697 t × (1 + 0 %) = 15,697 t (1)
Others, your figures: 4,273 t × (1 + 0 %) = 4,273 t (2)
New mines, your figures: 15,323 t × 0 % = 0 t (1)
All together, your figures:  (3)
Missing to reach 2023, your figures: 109,542 t − 68,702 t = 40,840 t (4)",
        "bars",
    );
}

#[test]
fn what_cannot_be_counted_is_left_out_and_said() {
    let data = shipped().as_of(day("2025-04-20"));
    let shown = shown(ChartName::Supply, &data, "view=whatif&ramp=50");
    assert!(
        shown.caption().notes.iter().any(|note| note.starts_with("No new mine is counted")),
        "{:?}",
        shown.caption().notes
    );
    assert!(!shown.dump().contains("6,129"));
    let given = chart(ChartName::Supply, &data, "view=whatif&ramp=50&mines=1000");
    assert!(given.contains("| 500 t | 500"), "{given}");
}

#[test]
fn share_and_embed_carry_the_scenario() {
    let at = view("view=whatif&magnets=80000&myanmar=-20&v=2");
    let frame = framed(&at, &[("chart".to_owned(), "supply".to_owned())]);
    assert_eq!(print(&frame), "view=whatif&chart=supply&magnets=80000&myanmar=-20&_embed=1&_id=rare-earth-supply&v=2");
    assert_eq!(frame.scenario, at.scenario);
    // On the way to other pages and back it stays.
    assert_eq!(print(&View { page: Page::Trade, ..at }), "view=trade&magnets=80000&myanmar=-20&v=2");
}

/// How many rows the marks of a chart rest on that are made of the reader's figures.
#[track_caller]
fn check_rows(chart: ChartName, query: &str, expected: &[usize]) {
    let shown = shown(chart, &shipped(), query);
    let yours = shown.figure.chart.marks().filter(|mark| format!("{:?}", mark.what).contains("Yours"));
    assert_eq!(yours.map(|mark| mark.rows.len()).collect::<Vec<_>>(), expected, "{query}");
}

#[test]
fn a_readers_own_figure_names_no_publisher() {
    check_rows(ChartName::BreakEven, "view=whatif", &[1, 1]);
    check_rows(ChartName::BreakEven, "view=whatif&prnd-price=700000", &[0, 1]);
    check_rows(ChartName::Demand, "view=whatif", &[2, 2]);
    check_rows(ChartName::Demand, "view=whatif&magnets=80000", &[1, 1]);
    check_rows(ChartName::Demand, "view=whatif&magnets=80000&pr-ratio=1.2", &[0, 1]);
}
