//! Any view of the shipped figures is drawn, whatever the link asks for.

use crate::common::views::a_view;
use crate::common::{public, shipped, view, well_formed};
use proptest::prelude::*;
use rare_earth_trade::charts::figure::Figure;
use rare_earth_trade::charts::{Implied, page};
use rare_earth_trade::data::Dataset;
use rare_earth_trade::draw::{Drawing, Hit, Size, Target, draw, palette};
use rare_earth_trade::view::{ChartName, View};
use rare_earth_trade::words::EN;
use std::sync::LazyLock;

/// Figures and what they imply.
type Figures = LazyLock<(Dataset, Implied)>;

static SHIPPED: Figures = LazyLock::new(|| with_implied(shipped()));

/// Figures that become public later change nothing that is expected of these.
static OF_A_DAY: Figures = LazyLock::new(|| with_implied(public(shipped(), &view("view=overview&asof=2026-02-28"))));

fn with_implied(data: Dataset) -> (Dataset, Implied) {
    let implied = Implied::new(&data);
    (data, implied)
}

#[track_caller]
fn figure((data, implied): &(Dataset, Implied), name: ChartName, view: &View) -> Figure {
    page::chart(name, data, Some(implied), view, &EN).unwrap_or_else(|(_, error)| panic!("{error:?}"))
}

/// Draws a chart and checks what holds for every drawing.
#[track_caller]
fn check(figures: &Figures, name: ChartName, view: &View, width: u32, compact: bool) -> Drawing {
    let figure = figure(figures, name, view);
    let drawing = draw(name.name(), &figure.chart, Size { width, compact }, &palette::LIGHT, &EN);
    well_formed(&drawing.svg);
    let (right, bottom) = (f64::from(drawing.width) + 1.0, f64::from(drawing.height) + 1.0);
    for hit in &drawing.hits {
        let (x, y) = hit.anchor;
        assert!((-1.0..=right).contains(&x) && (-1.0..=bottom).contains(&y), "{hit:?} of {view:?}");
    }
    for (number, hit) in drawing.hits.iter().enumerate() {
        if !hit.background {
            let (x, y) = hit.anchor;
            assert!(drawing.nearest(x, y).is_some(), "{number} {hit:?} can be pointed at: {view:?}");
        }
    }
    drawing
}

/// Months have an end, and what walks them must see it.
#[test]
fn the_ends_of_time() {
    for range in ["2199-01..2199-12", "2199-12..latest", "2150-01..2199-12", "1900-01..2199-12", "1900-01..1900-01"] {
        for step in ["month", "quarter", "year"] {
            for measure in ["tonnes", "change"] {
                let query = format!("view=trade&t={range}&by={step}&as={measure}");
                check(&SHIPPED, ChartName::Trade, &view(&query), 900, false);
            }
        }
        for name in [ChartName::Origins, ChartName::Partners, ChartName::Prices] {
            check(&SHIPPED, name, &view(&format!("view=overview&t={range}")), 900, true);
        }
    }
}

#[test]
fn an_axis_says_where_it_does_not_start() {
    let unit = |svg: &str, unit: &str| svg.contains(&format!(">{unit}</text>"));
    let drawn = |name: ChartName, query: &str| check(&OF_A_DAY, name, &view(query), 900, false).svg;
    // Quotes far above zero; what is measured in tonnes starts at zero.
    assert!(unit(
        &drawn(ChartName::Prices, "view=prices&t=2025-01..latest"),
        "thousand CNY per tonne, axis not from zero"
    ));
    assert!(unit(&drawn(ChartName::Prices, "view=prices"), "thousand CNY per tonne"));
    assert!(!drawn(ChartName::Prices, "view=prices").contains("not from zero"));
    assert!(!drawn(ChartName::Trade, "view=trade&t=2023-01..2023-06").contains("not from zero"));
    // Without figures no value but zero is named.
    let empty = drawn(ChartName::Baskets, "view=sourcing&year=2010");
    assert!(unit(&empty, "0 tonnes a year") && !empty.contains(">1</text>"), "{empty}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn any_view(view in a_view(0..1), width in 0..5000_u32, compact in any::<bool>()) {
        for name in ChartName::ALL {
            let drawing = check(&SHIPPED, *name, &view, width, compact);
            prop_assert_eq!(&drawing, &check(&SHIPPED, *name, &view, width, compact));
        }
    }
}

/// The title of what pointing at a part of a mark's place shows; `down` is from 0, its top, to 1.
#[track_caller]
fn pointed(name: ChartName, query: &str, mark: &str, down: f64) -> String {
    let view = view(query);
    let drawing = check(&OF_A_DAY, name, &view, 900, false);
    let figure = figure(&OF_A_DAY, name, &view);
    let marks = figure.chart.marks();
    let title = |hit: &Hit| match &hit.target {
        Target::Mark(number) => marks[*number].1.tip.title.clone(),
        Target::Events(_) => "events".to_owned(),
    };
    let hit = drawing.hits.iter().find(|hit| title(hit).starts_with(mark));
    let (left, top, right, bottom) = hit.unwrap_or_else(|| panic!("no {mark}")).rect;
    let found = drawing.nearest((left + right) / 2.0, top + (bottom - top) * down);
    found.map_or_else(String::new, |number| title(&drawing.hits[number]))
}

#[test]
fn pointing_shows_what_is_under_the_pointer() {
    let trade = |mark, down| pointed(ChartName::Trade, "view=trade&t=2024-01..2024-12", mark, down);
    for down in [0.0, 0.5, 0.95, -0.2] {
        assert_eq!(trade("Imports, March 2024", down), "Imports, March 2024", "{down} of the column");
    }
    // An export's line stands on the column.
    assert_eq!(trade("Exports, March 2024", 0.5), "Exports, March 2024");
    let article = "The article’s range for praseodymium metal";
    for down in [0.2, 0.8] {
        let found = pointed(ChartName::Prices, "view=prices&pr=pr-metal&t=2025-09..2025-12", article, down);
        assert!(found.starts_with(article), "{found}");
    }
    // Beside the marks of the other flow, a gap says that it is one.
    let gap = pointed(ChartName::Trade, "view=trade&t=2018-01..2018-12", "Exports, February–May 2018", 0.3);
    assert!(gap.starts_with("Exports, February–May 2018") || gap.starts_with("Imports"), "{gap}");
}
