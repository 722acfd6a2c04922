//! What the article's small charts draw: forms by status, bounds, what is missing, whose quotes; and what their tips say.

use super::{check_of, figures};
use crate::common::{same, shipped, shown};
use rare_earth_trade::charts;
use rare_earth_trade::data::{Dataset, File, FileError};
use rare_earth_trade::draw::{Rect, Size, layout};
use rare_earth_trade::view::ChartName::{self, Capacity, Costs, Newcomers, OxidePrices, Quarters, Shares, Volumes};
use rare_earth_trade::view::{Extent, Page, View};
use rare_earth_trade::words::EN;

/// Everything that a chart draws.
#[track_caller]
pub fn check_drawn(chart: ChartName, article: &str, others: &[(File, &str)], expected: &str) {
    let dump = shown(chart, &figures(article, others), "view=article").dump().replace(" 1900-01 ", " ");
    same(&dump.replace('\u{202f}', " "), expected, chart.name());
}

/// Rows as printed: forms by status, under and over said, ranges as ticks, what is missing in words.
#[test]
fn how_figures_are_drawn() {
    check_drawn(
        Shares,
        "non-chinese-refining,15,,%,estimate,2025,Capacity (below)
         top-two-share,40,,%,forecast,2025,Share (above)
         pr-replaced-share,12,,%,estimate,2025,a",
        &[],
        "# 
Other Bar Estimated 15 | under 15 % | under 15 %
Other Bar Forecast 40 | over 40 % | over 40 %
Other Gap Published 0 | no figure found | no figure found
Praseodymium Bar Estimated 12 | 12 % | 12 %
",
    );
    check_drawn(
        Costs,
        "magnex-cost,0.2,,ratio,reported,,a\nho-dy-cost,-18,,%,reported,,a",
        &[],
        "# 
Other Bar Computed 20 | 20 % | 20 %
Dysprosium Bar Computed 82 | 82 % | 82 %
",
    );
    // Both ends of a range are of the whole.
    check_drawn(
        Costs,
        "magnex-cost,0.2,0.3,ratio,reported,,a",
        &[],
        "# 
Other Range Computed 20..30 | 20–30 % | 20–30 %
Dysprosium Gap Published 0 | no figure found | no figure found
",
    );
    check_drawn(
        Volumes,
        "kangankunde-capacity,15323,,t/yr,forecast,2026,a\ndy-rods,5,8,t/unit,reported,2025,a",
        &[],
        "# 
Other Bar Forecast 15323 | 15,323 t/yr | 15,323 t/yr
Praseodymium Gap Published 0 | no figure found | no figure found
Other Gap Published 0 | no figure found | no figure found
Dysprosium Range Published 5..8 | 5–8 t | 5–8 t
",
    );
    check_drawn(Capacity, "", &[], "# \nNo figure of the article found.\n");
}

const COST: &str = "kangankunde-cost,2.92,,USD/kg,forecast,2026,Cost";

#[test]
fn the_newest_quote_in_dollars_of_a_day_that_is_not_weak() {
    let quotes = (
        File::Prices,
        "2026-01-30,day,Dy oxide,fob-china,271,311,,USD,kg,unknown,SMM (weekly),normal,2026-01-30,
         2026-01-30,day,Dy oxide,europe,700,900,,USD,kg,unknown,Argus,normal,2026-01-30,
         2026-03-10,day,Dy oxide,fob-china,,,400,USD,kg,unknown,KOMIS,low,2026-03-10,
         2026-02-28,day,Dy oxide,china-domestic,,,1400,CNY,kg,unknown,SMM,normal,2026-02-28,
         2025-05-06,day,Tb oxide,europe,2000,4000,,USD,kg,unknown,Argus,normal,2025-05-06,
         2026-02,month,Tb oxide,fob-china,1130,1168,,USD,kg,unknown,SMM,normal,2026-02-28,",
    );
    check_drawn(
        OxidePrices,
        COST,
        &[quotes],
        "# USD per kilogram
Other Bar Forecast 2.92 | 2.92 USD/kg | 2.92
Praseodymium Gap Published 0 | no figure found | no figure found
Praseodymium Gap Published 0 | no figure found | no figure found
Praseodymium Gap Published 0 | no figure found | no figure found
Dysprosium Bar Published 291 | 271–311 USD per kilogram | 271–311
Terbium Bar Published 3000 | 2,000–4,000 USD per kilogram | 6 May 2025: 2,000–4,000
"
        .replace("# USD per kilogram", "#  (USD per kilogram)")
        .as_str(),
    );
    let of = |choice: &str, expected: &str| check_of(OxidePrices, COST, &[quotes], choice, expected);
    // Terbium's quote is too old to stand beside the other, from half a year on.
    of("", "Kangankunde plans 2.92 USD/kg; oxides quoted since 30 January 2026 stood at 271 to 311");
    let of_day = |day: &str, expected: &str| {
        let rows = quotes.1.replace("2025-05-06", day);
        check_of(OxidePrices, COST, &[(quotes.0, &rows)], "", expected);
    };
    of_day("2025-07-31", "Kangankunde plans 2.92 USD/kg; oxides quoted since 31 July 2025 stood at 271 to 4,000");
    of_day("2025-07-30", "Kangankunde plans 2.92 USD/kg; oxides quoted since 30 January 2026 stood at 271 to 311");
    of("&t=2025-01..2025-12", "Kangankunde plans 2.92 USD/kg; oxides quoted since 6 May 2025 stood at 2,000 to 4,000");
    of("&t=2024-01..2024-12", "Kangankunde’s planned cost beside the prices of oxides");
    let dear = COST.replace("2.92", "271");
    check_of(OxidePrices, &dear, &[quotes], "", "Kangankunde’s planned cost beside the prices of oxides");
    let subtitle = shown(OxidePrices, &figures(COST, &[quotes]), "view=article").caption().subtitle;
    same(
        &subtitle,
        "Unlike goods: the mine’s planned cost of mixed concentrate (dashed), newest quotes of separated oxides. Dy oxide: FOB China, SMM, 30 Jan 2026; Tb oxide: Europe, Argus, 6 May 2025",
        "whose quotes",
    );
}

/// A tip says how the article states a figure, and that nobody else does; a published one what the article printed.
#[test]
fn what_tips_say() {
    let said = |chart: ChartName, at: usize| {
        let said = shown(chart, &shipped(), "view=article&asof=2026-11-26").descriptions().swap_remove(at);
        format!("{}: {}; {}", said.title, said.value, said.details.join("; ")).replace('\u{202f}', " ")
    };
    let check = |chart, at, expected: &str| assert_eq!(said(chart, at), expected);
    check(
        Shares,
        0,
        "Refining capacity outside China (below): under 15 %; an estimate in the article; no other source found",
    );
    check(
        Quarters,
        3,
        "Imports, first quarter of 2025: 24,679 t; −30.9 % on a year before, as printed; the article printed 24,679 t",
    );
    check(
        Volumes,
        1,
        "Light rare earth volume replaced in 2025: 35,000 t; the article takes it for 12 % of light rare earth demand; \
         an estimate in the article; no other source found",
    );
}

/// Without its file the article's charts say so, but for one that is drawn from other figures.
#[test]
fn without_the_file_of_the_article() {
    let error = || FileError::Empty;
    let data = Dataset::read(|file| match file {
        File::Article => Err(error()),
        file => Ok(crate::common::shipped_bytes(file)),
    });
    for chart in ChartName::ALL.iter().filter(|chart| chart.page() == Page::Article) {
        let made = charts::chart(*chart, Extent::Full, &data, None, &View::default());
        let missing = made.err().map(|missing| (missing.file, missing.error));
        let expected = (*chart != Newcomers).then(|| (File::Article, error()));
        assert_eq!(missing, expected, "{}", chart.name());
    }
}

/// Shares below nothing and above the whole stay in the drawing, and so do their words.
#[test]
fn no_share_leaves_its_drawing() {
    for value in ["-5", "0", "100", "140", "123456789012"] {
        let data =
            figures(&format!("high-end-orders,{value},,%,reported,,a\nutilisation-after,{value},,%,reported,,a"), &[]);
        for chart in [Shares, Capacity] {
            for width in [200, 384] {
                let size = Size { width, extent: Extent::Full, room: None };
                let placed = layout("a", &shown(chart, &data, "view=article").figure, size, &EN);
                let inside = |rect: &Rect| rect.left >= -0.5 && rect.right <= f64::from(width) + 0.5;
                let bars = placed.items.iter().map(|item| item.rect);
                let texts = placed.texts().into_iter().map(|(rect, _)| rect);
                let out: Vec<Rect> = bars.chain(texts).filter(|rect| !inside(rect)).collect();
                assert!(out.is_empty(), "{} of {value} at {width}: {out:?}", chart.name());
            }
        }
    }
}
