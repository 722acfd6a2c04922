//! What the frame of one chart says around its drawing.

use crate::common::{figure, shipped, shown};
use crate::page::outline;
use chrono::{Datelike, NaiveDate};
use rare_earth_trade::charts::Figure;
use rare_earth_trade::html::{frame_head, frame_source, frame_values, newest_drawn};
use rare_earth_trade::view::ChartName;
use rare_earth_trade::words::{Caption, EN};

#[test]
fn a_frame_with_fewer_panels_names_the_newest_of_those() {
    let data = shipped();
    let check = |name: ChartName, query: &str, panels: usize, expected: &[&str]| {
        let figure = figure(name, &data, query);
        let newest = EN.newest(&newest_drawn(&figure, panels));
        let said: Vec<&str> = newest.iter().map(|(what, _)| what.as_str()).collect();
        assert_eq!(said, expected, "{panels} of {} panels of {query}", figure.chart.panels.len());
    };
    let of_trade = "view=trade&asof=2026-11-01&v=2";
    check(ChartName::Trade, of_trade, 2, &["imports Aug 2026", "exports Feb 2026"]);
    check(ChartName::Trade, of_trade, 1, &["imports Aug 2026"]);
    check(ChartName::Ytd, of_trade, 2, &["imports Jan–Aug 2026", "exports Jan–Feb 2026"]);
    check(ChartName::Ytd, of_trade, 1, &["imports Jan–Aug 2026"]);
    let of_prices = "view=prices&asof=2026-11-01&v=2";
    check(ChartName::Prices, of_prices, 4, &["3 Aug 2026"]);
    check(ChartName::Prices, of_prices, 1, &["4 Feb 2026"]);
    check(ChartName::Prices, of_prices, 0, &[]);
    check(ChartName::Gap, "view=sourcing&asof=2026-11-01&v=2", usize::MAX, &["2025"]);
    // However few panels are drawn, nothing is newer than the day.
    for name in ChartName::ALL {
        let query = format!("view={}&chart={}&asof=2026-11-01&v=2", name.page().name(), name.name());
        let figure = figure(*name, &data, &query);
        for panels in 0..=figure.chart.panels.len() {
            let newest = newest_drawn(&figure, panels);
            let ahead = newest.iter().find(|newest| newest.when.last_day().year() > 2026);
            assert_eq!(ahead, None, "{query} with {panels} panels");
        }
    }
}

#[test]
fn a_low_frame_says_what_its_title_is_about_as_the_chart_rounds_it() {
    let data = shipped();
    let check = |name: ChartName, expected: &str| {
        let query = format!("view={}&chart={}&asof=2026-11-01&v=2", name.page().name(), name.name());
        let shown = shown(name, &data, &query);
        let said = frame_values(&shown.figure, &|mark| shown.describe(mark), &EN).into_string();
        let said = said.replace("<span>", "").replace("</span>", "");
        assert_eq!(said, expected, "{query}");
    };
    check(ChartName::Trade, "Imports, August 2026 <b>6,862 t</b> · Exports, February 2026 <b>4,407 t</b>");
    check(
        ChartName::Ytd,
        "Imports since January, January–August 2026 <b>70,200 t</b> · Exports since January, January–February 2026 <b>10,468 t</b>",
    );
    check(
        ChartName::Change,
        "Imports, third quarter of 2025 <b>−29\u{202f}%</b> · Exports, third quarter of 2025 <b>+14\u{202f}%</b>",
    );
    check(
        ChartName::Gap,
        "Myanmar, Compounds and metals, 2023 to 2025 <b>−31,944 t</b> · Dollars, 2023 to 2025: what Laos made up of Myanmar’s loss <b>49.5\u{202f}%</b> · Laos, Compounds and metals, 2023 to 2025 <b>+5,321 t</b>",
    );
    check(
        ChartName::Shifts,
        "Myanmar, Compounds and metals, 2023 to 2024 <b>−27,708 t</b> · Laos, Compounds and metals, 2024 to 2025 <b>+5,882 t</b> · Myanmar, Compounds and metals, 2023 to 2025 <b>−31,944 t</b>",
    );
    check(
        ChartName::Baskets,
        "Myanmar, Other compounds, 2025 <b>4,121 t</b> · Myanmar, Oxides, 2025 <b>36,008 t</b> · Laos, Mixed carbonate, 2025 <b>9.7 t</b>",
    );
    check(
        ChartName::OriginsValue,
        "Myanmar, Compounds and metals, 2025 <b>USD 790.4 million</b> · Laos, Compounds and metals, 2025 <b>USD 25.6 per kilogram</b> · Laos, Compounds and metals, 2025 <b>USD 425.9 million</b>",
    );
    check(
        ChartName::Index,
        "PrNd oxide, 5 February 2026 <b>176</b> · Terbium oxide, 22 January 2026 <b>88</b> · Dysprosium oxide, 5 February 2026 <b>84</b>",
    );
    check(
        ChartName::Prices,
        "Praseodymium metal, 8 January 2026 <b>820,000 CNY/t</b> · PrNd oxide, 5 February 2026 <b>747,000–753,000 CNY/t</b> · Dysprosium oxide, 5 February 2026 <b>1,390,000–1,410,000 CNY/t</b>",
    );
    check(
        ChartName::Outside,
        "Praseodymium oxide, 30 January 2026 <b>112–116 USD/kg</b> · Dysprosium oxide, 30 January 2026 <b>271–311 USD/kg</b> · Terbium oxide, 30 January 2026 <b>1,130–1,168 USD/kg</b>",
    );
}

/// The text of markup, without its elements.
fn text(markup: &str) -> String {
    let text: String = markup.split('>').filter_map(|part| part.split('<').next()).collect();
    text.trim().to_owned()
}

#[test]
fn a_frame_keeps_the_sentence_that_a_title_without_the_country_needs() {
    let day = NaiveDate::from_ymd_opt(2026, 8, 31).unwrap();
    let caption = |title: &str| Caption {
        title: title.to_owned(),
        frame_subtitle: "Tonnes a month.".to_owned(),
        newest: vec![("August 2026".to_owned(), day)],
        ..Caption::default()
    };
    let head = |title: &str, hidden: bool| {
        let head = frame_head(&caption(title), hidden).into_string();
        assert!(head.contains(">Tonnes a month.</p>"), "{head}");
        outline(&head)
    };
    let stays = "p.chart__subtitle.chart__subtitle--stays\n";
    assert_eq!(head("China’s imports fell", false), "h1.chart__title\np.chart__subtitle\n");
    assert_eq!(head("Imports fell", false), format!("h1.chart__title\n{stays}"));
    assert_eq!(head("China’s imports fell", true), stays);
}

/// What a frame says under its title, and whose figures it shows.
#[test]
fn every_frame_says_what_it_needs_to_be_read() {
    let data = shipped();
    let check_range = |name: ChartName, range: &str, subtitle: &str, source: &str| {
        let query = format!("view={}&chart={}{range}&asof=2026-11-01&v=2", name.page().name(), name.name());
        let shown = shown(name, &data, &query);
        let caption = shown.caption();
        assert_eq!(caption.frame_subtitle, subtitle, "{query}");
        let said = frame_source(&shown.figure, usize::MAX, &caption, &|_| 3, &EN).into_string();
        assert_eq!(text(&said), source, "{query}");
    };
    let check = |name: ChartName, subtitle: &str, source: &str| check_range(name, "", subtitle, source);
    check(
        ChartName::Trade,
        "August 2026 alone: imports +37\u{202f}%.",
        "Customs via press, imports Aug 2026 (3\u{a0}mo.\u{a0}ago), exports Feb 2026 (3\u{a0}mo.\u{a0}ago).",
    );
    // Under a title that does not name its subject, and months that say the opposite of the title.
    check_range(
        ChartName::Trade,
        "&t=2018-01..latest",
        "China’s rare earths. August 2026 alone: imports +37\u{202f}%.",
        "Customs via press, imports Aug 2026 (3\u{a0}mo.\u{a0}ago), exports Feb 2026 (3\u{a0}mo.\u{a0}ago).",
    );
    check(
        ChartName::Ytd,
        "China’s rare earths, tonnes of gross weight since January.",
        "Customs via press, imports Jan–Aug 2026 (3\u{a0}mo.\u{a0}ago), exports Jan–Feb 2026 (3\u{a0}mo.\u{a0}ago).",
    );
    check(
        ChartName::Baskets,
        "China’s imports of rare earths by basket and origin, net tonnes a year, 2023–2025.",
        "UN Comtrade and trade press, 2025 (3\u{a0}mo.\u{a0}ago).",
    );
    check(
        ChartName::Shifts,
        "China’s imports of compounds and metals (HS 2846 and 2805.30) by origin: change in net tonnes, one scale",
        "UN Comtrade, 2025 (3\u{a0}mo.\u{a0}ago).",
    );
    check(
        ChartName::Capacity,
        "Per cent of the capacity of small magnet makers",
        "Changjiang Nonferrous Metals Network, 21 Apr 2025 (3\u{a0}mo.\u{a0}ago).",
    );
    check(
        ChartName::OxidePrices,
        "Unlike goods: the mine’s planned cost of mixed concentrate (dashed), newest quotes of separated oxides.",
        "The article, and price agencies, 30 Jan 2026 (3\u{a0}mo.\u{a0}ago).",
    );
    check(
        ChartName::BreakEven,
        "Arithmetic on stated assumptions, not a forecast: price in China above which a magnet costs more than its substitute, thousand CNY a tonne.",
        "Computed from stated assumptions, 5 Feb 2026 (3\u{a0}mo.\u{a0}ago).",
    );
}

#[test]
fn a_frame_says_whose_figures_it_shows_and_that_panels_are_left_out() {
    let data = shipped();
    let shown = shown(ChartName::Prices, &data, "view=prices&asof=2026-11-01&v=2");
    let caption = shown.caption();
    let check = |panels: usize, expected: &str| {
        let source = frame_source(&shown.figure, panels, &caption, &|_| 3, &EN).into_string();
        assert_eq!(text(&source), expected, "{panels} panels");
    };
    let newest = "Price agencies, 3 Aug 2026 (3\u{a0}mo.\u{a0}ago).";
    check(usize::MAX, newest);
    // The style sheet shows one of the two.
    let drawn = "Price agencies, 4 Feb 2026 (3\u{a0}mo.\u{a0}ago). 1 of 4 panels.";
    check(1, &[drawn, newest].concat());
    let undated = Caption { newest: Vec::new(), ..caption.clone() };
    let figure = Figure { newest: Vec::new(), ..shown.figure.clone() };
    let source = frame_source(&figure, usize::MAX, &undated, &|_| 3, &EN).into_string();
    assert_eq!(text(&source), "Price agencies.");
}
