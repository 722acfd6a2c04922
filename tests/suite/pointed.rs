//! What keys lead to across years, and what the charts of a page show of the period that is pointed at on one of them.

use crate::common::{Shown, dedent, made_up, same, shipped, shown, well_formed};
use crate::trade::plain;
use rare_earth_trade::data::{Dataset, File, When};
use rare_earth_trade::draw::{Placed, Size, Target, crosshair, draw, pointed_period};
use rare_earth_trade::view::{ChartName, Extent};
use rare_earth_trade::words::EN;
use std::sync::LazyLock;

const SIZE: Size = Size { width: 900, extent: Extent::Full, room: None };

static SHIPPED: LazyLock<Dataset> = LazyLock::new(shipped);

/// The texts of an SVG in their order.
fn texts(svg: &str) -> String {
    let texts = svg.split("</text>").filter_map(|before| before.rsplit_once('>').map(|(_, text)| text));
    plain(&texts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" | "))
}

/// What a chart writes beside the line of a period; `-` where it shows nothing of it.
#[track_caller]
fn said(data: &Dataset, name: ChartName, query: &str, period: &str) -> String {
    let figure = shown(name, data, query).figure;
    let placed = draw(name.name(), &figure, SIZE, &EN).placed;
    let svg = crosshair(&placed, &figure.chart, When::parse(period).unwrap(), &EN);
    if !svg.is_empty() {
        well_formed(&svg);
    }
    if svg.is_empty() { "-".to_owned() } else { texts(&svg) }
}

#[test]
fn every_chart_shows_the_period_that_it_has() {
    let said = |(name, page, period): (ChartName, &str, &str)| {
        let said = said(&SHIPPED, name, &format!("view={page}&asof=2026-02-28"), period);
        format!("{} {period}: {said}\n", name.name())
    };
    let all = [
        // The same month as a column, as a point of a year's line, and in the quarter that holds it.
        (ChartName::Trade, "trade", "2025-03"),
        (ChartName::Ytd, "trade", "2025-03"),
        (ChartName::Change, "trade", "2025-03"),
        (ChartName::Change, "trade", "2025-Q1"),
        // Years.
        (ChartName::Origins, "sourcing", "2024"),
        (ChartName::OriginsValue, "sourcing", "2024"),
        // A day.
        (ChartName::Index, "prices", "2025-04-17"),
        (ChartName::Prices, "prices", "2025-04-17"),
        // A year says nothing of a month in it, nor a month of its year; rows say their values already.
        (ChartName::Origins, "sourcing", "2024-03"),
        (ChartName::Change, "trade", "2025"),
        (ChartName::Shifts, "sourcing", "2024"),
        (ChartName::Trade, "trade", "2031-01"),
    ];
    let expected = "trade 2025-03: 7,757 | 5,666
        ytd 2025-03: 24,679 | 14,178
        change 2025-03: Q1 2025: +5.1 | Q1 2025: −31
        change 2025-Q1: +5.1 | −31
        origins 2024: 44,366 | 10,748 | 16,345 | 3,448
        origins-value 2024: 818 | 260 | 24.2 | 18.4
        index 2025-04-17: 100 | 100 | 100
        prices 2025-04-17: 595 | 424–428 | 1,670–1,680 | 7,160–7,250
        origins 2024-03: -
        change 2025: -
        shifts 2024: -
        trade 2031-01: -
        ";
    same(&all.map(said).concat(), &dedent(expected), "the period that is pointed at");
}

const PAIR: &str = "
    2024-01/02,export,1000,,,1,,normal,2024-03-14,
    2024-03,export,700,,,1,,normal,2024-04-14,
    2024-04,export,800,,,1,,normal,2024-05-14,";

#[test]
fn a_month_of_a_pair_names_the_pair() {
    let data = made_up(&[(File::Trade, PAIR)]);
    for (period, expected) in [("2024-02", "Jan–Feb 2024: 1,000"), ("2024-03", "700"), ("2024-05", "-")] {
        assert_eq!(said(&data, ChartName::Trade, "view=trade", period), expected, "{period}");
    }
}

#[test]
fn another_quote_of_the_month_names_its_day() {
    let data = made_up(&[(
        File::Prices,
        "
        2025-03-03,day,PrNd oxide,china-domestic,,,440000,CNY,t,unknown,SMM,normal,2025-03-03,
        2025-03-10,day,PrNd oxide,china-domestic,,,500000,CNY,t,unknown,SMM,normal,2025-03-10,",
    )]);
    let said = |period: &str| said(&data, ChartName::Prices, "view=prices&product=prnd-oxide", period);
    assert_eq!(said("2025-03-03"), "440");
    assert_eq!(said("2025-03-05"), "3 Mar 2025: 440");
    assert_eq!(said("2025-03-09"), "10 Mar 2025: 500");
    assert_eq!(said("2025-03"), "10 Mar 2025: 500");
    assert_eq!(said("2025-04-01"), "-");
}

#[test]
fn a_total_since_january_points_at_its_last_month() {
    let figure = shown(ChartName::Ytd, &SHIPPED, "view=trade&asof=2026-02-28").figure;
    for (index, mark) in figure.chart.marks().enumerate() {
        let period = pointed_period(&figure.chart, &Target::Mark(index)).unwrap();
        assert_eq!((period.first_month(), period.last_month()), (mark.when.last_month(), mark.when.last_month()));
    }
    assert_eq!(pointed_period(&figure.chart, &Target::Events(0..1)), None);
    assert_eq!(pointed_period(&figure.chart, &Target::Mark(usize::MAX)), None);
}

/// The title of what is so many years from the mark of this title.
#[track_caller]
fn years_from(name: ChartName, query: &str, from: &str, years: i32, expected: &str) {
    let shown: Shown = shown(name, &SHIPPED, &format!("{query}&asof=2026-02-28"));
    let placed: Placed = draw(name.name(), &shown.figure, SIZE, &EN).placed;
    let title = |index: usize| match placed.items[index].target {
        Target::Mark(mark) => shown.describe(shown.figure.chart.marks().nth(mark).unwrap()).title,
        Target::Events(_) => "events".to_owned(),
    };
    let from = (0..placed.items.len()).find(|index| title(*index) == from).unwrap_or_else(|| panic!("no {from}"));
    assert_eq!(title(placed.years_away(from, years, &shown.figure.chart)), expected);
}

#[test]
fn page_keys_lead_from_year_to_year() {
    let trade = |from, years, expected| years_from(ChartName::Trade, "view=trade", from, years, expected);
    trade("Exports, March 2025", -1, "Exports, March 2024");
    trade("Exports, March 2024", 1, "Exports, March 2025");
    trade("Imports, average month, 2024", -1, "Imports, average month, 2023");
    // At the end there is no whole year left: the farthest on the way.
    trade("Exports, March 2023", -1, "Exports, January–February 2023");
    trade("Exports, January–February 2023", -1, "Exports, January–February 2023");
    let ytd = |from, years, expected| years_from(ChartName::Ytd, "view=trade", from, years, expected);
    ytd("Imports since January, January–June 2025", -1, "Imports since January, January–June 2024");
    let quote = |from, years, expected| years_from(ChartName::Index, "view=prices", from, years, expected);
    quote("events", -1, "events");
}
