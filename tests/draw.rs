//! Any view of the shipped figures is drawn, whatever the link asks for.

mod common;

use common::views::a_view;
use common::{shipped, view, well_formed};
use proptest::prelude::*;
use rare_earth_trade::chart::{Drawing, Size, draw, palette};
use rare_earth_trade::data::Dataset;
use rare_earth_trade::model::words::EN;
use rare_earth_trade::model::{ChartName, Implied, View, page};
use std::sync::LazyLock;

static SHIPPED: LazyLock<Dataset> = LazyLock::new(shipped);
static IMPLIED: LazyLock<Implied> = LazyLock::new(|| Implied::new(&SHIPPED));

/// Draws a chart of the shipped figures and checks what holds for every drawing.
#[track_caller]
fn check(name: ChartName, view: &View, width: u32, compact: bool) -> Drawing {
    let figure = page::chart(name, &SHIPPED, Some(&IMPLIED), view, &EN).unwrap_or_else(|(_, error)| panic!("{error}"));
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
                check(ChartName::Trade, &view(&query), 900, false);
            }
        }
        for name in [ChartName::Origins, ChartName::Partners, ChartName::Prices] {
            check(name, &view(&format!("view=overview&t={range}")), 900, true);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn any_view(view in a_view(0..1), width in 0..5000_u32, compact in any::<bool>()) {
        for name in ChartName::ALL {
            let drawing = check(*name, &view, width, compact);
            prop_assert_eq!(&drawing, &check(*name, &view, width, compact));
        }
    }
}
