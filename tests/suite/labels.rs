//! No words of a chart cover others or leave it, at any width of the page.

use crate::common::{made_up, public, shipped, view};
use rare_earth_trade::charts::mark::Shape;
use rare_earth_trade::charts::{self, Figure, Implied};
use rare_earth_trade::data::{Dataset, File};
use rare_earth_trade::draw::{Element, PAPER_PX, Placed, Rect, Size, Target, draw_on_paper, layout};
use rare_earth_trade::view::{BasketsChoice, Block, ChartName, Extent, PRODUCTS, View};
use rare_earth_trade::words::EN;
use std::sync::LazyLock;

static SHIPPED: LazyLock<(Dataset, Implied)> = LazyLock::new(|| {
    let data = public(&shipped(), &view("view=overview&asof=2026-11-26"));
    let implied = Implied::new(&data);
    (data, implied)
});

/// The widths of a chart in windows of 320, 360, 412, 600, 768, 936, 1200 and 1440 px: in the overview's columns, in the
/// article's margin, and on
/// a page of its own.
const WIDTHS: [u32; 12] = [288, 328, 380, 384, 388, 552, 568, 704, 716, 872, 936, 1136];

/// What is wrong with the words of a chart, a line each.
fn faults(name: ChartName, extent: Extent, view: &View, width: u32, room: Option<u32>) -> Vec<String> {
    let (data, implied) = &*SHIPPED;
    let Ok(figure) = charts::chart(name, extent, data, Some(implied), view) else { return Vec::new() };
    faults_in(&figure, &layout(name.name(), &figure, Size { width, extent, room }, &EN))
}

/// The same on a sheet of paper, and where its drawing is higher than that has room for.
fn faults_on_paper(name: ChartName, extent: Extent, view: &View) -> Vec<String> {
    let (data, implied) = &*SHIPPED;
    let Ok(figure) = charts::chart(name, extent, data, Some(implied), view) else { return Vec::new() };
    let placed = draw_on_paper(name.name(), &figure, extent, &EN).placed;
    // All baskets or all products at once are made smaller by the style sheet.
    let all = view.baskets == BasketsChoice::Every || view.products.len() == PRODUCTS.len();
    let high = placed.height > PAPER_PX.1 && !all;
    let mut faults = faults_in(&figure, &placed);
    faults.extend(high.then(|| format!("{} is {} px high on paper", name.name(), placed.height)));
    faults
}

fn faults_in(figure: &Figure, placed: &Placed) -> Vec<String> {
    let (name, width) = (figure.name, placed.width);
    let texts = placed.texts();
    let mut faults = Vec::new();
    let whole = Rect { left: 0.0, top: 0.0, right: f64::from(placed.width), bottom: f64::from(placed.height) };
    for (index, (rect, text)) in texts.iter().enumerate() {
        let outside = rect.left < whole.left - 0.5
            || rect.right > whole.right + 0.5
            || rect.top < whole.top - 0.5
            || rect.bottom > whole.bottom + 0.5;
        if outside {
            faults.push(format!("{}@{width} {text:?} leaves the chart: {rect:?}", name.name()));
        }
        for (other, words) in &texts[index + 1..] {
            if rect.inset(0.3).overlaps(other.inset(0.3)) {
                faults.push(format!("{}@{width} {text:?} covers {words:?}", name.name()));
            }
        }
    }
    faults.extend(silent_events(figure, placed).map(|words| format!("{}@{width} no words: {words}", name.name())));
    faults
}

/// The events whose line goes through a plot without their words beside it.
fn silent_events<'a>(figure: &'a Figure, placed: &'a Placed) -> impl Iterator<Item = &'a str> {
    let texts = placed.texts();
    placed.items.iter().filter_map(move |item| {
        let Target::Events(events) = &item.target else { return None };
        let is_line = |(_, element): &(_, Element)| match element {
            Element::Line { points, .. } => points[1].y - points[0].y > 10.0,
            _ => false,
        };
        let (_, words) = figure.chart.events[events.start].worded.as_ref()?;
        // Its first line, which is more than a number or a year, near its line: beside it, or in the row above.
        let said = |(rect, text): &(Rect, String)| {
            let is_first = words.long.starts_with(&**text) || words.short.starts_with(&**text);
            is_first && text.len() > 4 && rect.inset(-8.0).left <= item.anchor.x && item.anchor.x <= rect.right + 8.0
        };
        (item.elements.iter().any(is_line) && !texts.iter().any(said)).then_some(&*words.long)
    })
}

#[track_caller]
fn check(query: &str) {
    let view = view(query);
    let mut found = Vec::new();
    for block in view.blocks() {
        let Block::Chart(name, extent) = block else { continue };
        for width in WIDTHS {
            found.extend(faults(name, extent, &view, width, None));
        }
        found.extend(faults_on_paper(name, extent, &view));
        for (width, room) in [(272, 110), (300, 250), (572, 320), (572, 220), (900, 500)] {
            found.extend(faults(name, extent, &view, width, Some(room)));
        }
    }
    assert!(found.is_empty(), "{query}: {} faults\n{}", found.len(), found.join("\n"));
}

#[test]
fn every_page() {
    for page in ["overview", "trade", "sourcing", "prices", "article", "whatif"] {
        check(&format!("view={page}"));
    }
}

#[test]
fn what_a_reader_chooses() {
    for choice in [
        "view=trade&t=2018-01..latest",
        "view=trade&t=2014-01..latest",
        "view=trade&t=earliest..latest",
        "view=trade&t=2025-01..2025-06",
        "view=trade&by=quarter",
        "view=trade&by=quarter&t=2018-01..latest",
        "view=trade&by=year&t=2018-01..latest",
        "view=trade&change=month",
        "view=trade&change=year&t=2018-01..latest",
        "view=trade&asof=2025-04-21",
        "view=sourcing&years=2017~2025",
        "view=sourcing&years=2022~2024",
        "view=sourcing&baskets=all",
        "view=sourcing&year=2024",
        "view=prices&t=2019-01..latest",
        "view=prices&t=earliest..latest",
        "view=prices&base=controls",
        "view=prices&market=fob",
        "view=prices&scale=log",
        "view=prices&scale=log&t=2019-01..latest",
        "view=prices&base=2025-07&scale=log",
        "view=sourcing&scale=log",
        "view=trade&average=3",
        "view=trade&average=12&t=2018-01..latest",
        "view=trade&trade-base=2024-03",
        "view=trade&trade-base=2024-03&scale=log&t=2018-01..latest",
        "view=prices&market=europe",
        "view=prices&vat=excl&unit=cny-kg",
        "view=prices&product=pr-metal~prnd-oxide~prnd-metal~pr-oxide~dy-oxide~dy-metal~dy-fe~tb-oxide~tb-metal",
        "view=prices&asof=2025-04-21",
        "view=overview&asof=2025-04-21",
        "view=article&asof=2025-04-21",
        "view=article&t=2024-01..2025-06",
        "view=whatif&asof=2025-04-20",
        "view=whatif&magnets=500000&pr-ratio=10&dy-ratio=10&myanmar=200&laos=200&mines=200000&ramp=100",
        "view=whatif&magnets=0&myanmar=-100&laos=-100&malaysia=-100&others=-100",
        "view=whatif&magnex=200&ho-dy=200&prnd-price=5000000&dy-price=5000000&prnd-share=1&dy-share=1",
        "view=whatif&prnd-share=90&dy-share=25",
    ] {
        check(choice);
    }
}

/// The change on a year before stands in the head of each year that has room for average and change in one line.
#[test]
fn heads_in_two_lines_have_their_change() {
    let (data, implied) = &*SHIPPED;
    let view = view("view=trade&asof=2026-02-28");
    let figure = charts::chart(ChartName::Trade, Extent::Full, data, Some(implied), &view).expect("a figure");
    let heads: usize = figure.chart.panels.iter().map(|panel| panel.heads.len()).sum();
    let mut in_two_lines = 0;
    for width in (280..=1136).step_by(2) {
        let placed = layout("trade", &figure, Size { width, extent: Extent::Full, room: None }, &EN);
        let texts = placed.texts();
        let change = |text: &str| text.starts_with(['+', '−']) && text.ends_with('%');
        let changes: Vec<_> = texts.iter().filter(|(_, text)| change(text)).collect();
        // The average of a year is left of its change where both are in one line.
        let average = texts.iter().find(|(_, text)| *text == "14,654").expect("the average of 2023");
        if changes.iter().any(|(rect, _)| (rect.bottom - average.0.bottom).abs() < 3.0) {
            in_two_lines += 1;
            assert_eq!(changes.len(), heads, "at {width} px");
        }
    }
    assert!(in_two_lines > 200, "{in_two_lines} widths have heads in two lines");
}

/// The shares of a bridge's first year stand in its stack or beside those of the last, at every width.
#[test]
fn both_years_of_a_bridge_have_their_shares() {
    let (data, implied) = &*SHIPPED;
    let view = view("view=sourcing&asof=2026-11-01");
    let figure = charts::chart(ChartName::Gap, Extent::Full, data, Some(implied), &view).expect("a figure");
    for width in (280..=1136).step_by(4) {
        let placed = layout("gap", &figure, Size { width, extent: Extent::Full, room: None }, &EN);
        let texts: Vec<String> = placed.texts().into_iter().map(|(_, text)| text.replace('\u{202f}', " ")).collect();
        for (inside, beside) in [("66 %", "(2023: 65.8)"), ("24 %", "(2023: 23.9)"), ("10 %", "(2023: 10.3)")] {
            let is_said = texts.iter().any(|text| text == inside || text.ends_with(beside));
            assert!(is_said, "{inside} at {width} px: {texts:?}");
        }
    }
}

/// The legend has an entry for the average of the year before where its line is drawn: nearer than 2 % of the highest mark
/// it would look like a second line of the average.
#[test]
fn the_average_of_the_year_before_has_a_line_and_an_entry_or_neither() {
    let check = |newest: u32, expected: bool| {
        let month = |year: u32, tonnes: u32| -> String {
            (1..=3).map(|month| format!("{year}-{month:02},import,{tonnes},,,1,,normal,2026-01-20,\n")).collect()
        };
        let whole = "2024,import,1200,,,1,,normal,2026-01-20,\n";
        let data = made_up(&[(File::Trade, &[&*month(2024, 100), whole, &month(2025, newest)].concat())]);
        let view = view("view=trade&t=2024-01..latest");
        let figure = charts::chart(ChartName::Trade, Extent::Full, &data, None, &view).expect("a figure");
        let placed = layout("trade", &figure, Size { width: 800, extent: Extent::Full, room: None }, &EN);
        let before = figure.chart.marks().position(|mark| mark.look.shape == Shape::AverageBefore).expect("a mark");
        let item = placed.items.iter().find(|item| item.target == Target::Mark(before)).expect("an item");
        let has_entry = placed.texts().iter().any(|(_, text)| text == "the same months a year before");
        assert_eq!((!item.elements.is_empty(), has_entry), (expected, expected), "{newest}");
    };
    check(150, true);
    check(103, true);
    check(101, false);
    check(100, false);
    check(98, true);
    check(99, false);
}
