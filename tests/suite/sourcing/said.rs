//! The titles, subtitles and headlines that the shipped figures give.

use super::replaced::NEUTRAL_GAP;
use super::{check_title_of, rows};
use crate::common::{public, same, shipped, shown, view};
use rare_earth_trade::charts::caption::{Subtitle, Title};
use rare_earth_trade::charts::sourcing;
use rare_earth_trade::data::{Dataset, facts};
use rare_earth_trade::view::ChartName::{self, Baskets, Gap, Origins, OriginsValue, Partners, Shifts};

#[track_caller]
fn shipped_title(chart: ChartName, query: &str, expected: &str) {
    check_title_of(chart, &shipped(), query, expected);
}

#[test]
fn shipped_findings() {
    let today = "view=sourcing&asof=2026-11-26";
    let then = "view=sourcing&asof=2025-04-21";
    shipped_title(
        Gap,
        today,
        "By weight no origin replaced Myanmar; Laos made up a sixth of the tonnes, half of the dollars",
    );
    shipped_title(Gap, then, "By weight no origin replaced Myanmar; in dollars Laos made up a quarter");
    shipped_title(Gap, &format!("{today}&years=2024~2025"), "By weight Laos made up all of Myanmar’s loss");
    shipped_title(Gap, &format!("{today}&years=2015~2016"), NEUTRAL_GAP);
    shipped_title(Shifts, today, "Myanmar’s break came in 2024; in 2025 Laos’s rise outweighed a further fall");
    shipped_title(Shifts, then, "From 2023 to 2024 Myanmar sent 27,708 t less");
    let spike = "Myanmar’s highest year from 2017 to 2025 was 2023; 2025 is still above 2017–2022";
    shipped_title(Origins, today, spike);
    shipped_title(Origins, then, &spike.replace("2025", "2024"));
    shipped_title(Origins, &format!("{today}&t=2017..2022"), "Where China’s imports come from");
    shipped_title(Baskets, today, "Myanmar’s loss was mostly other compounds: down 86 %; its oxides down 14 %");
    shipped_title(Baskets, then, "Imports by basket and origin");
    shipped_title(OriginsValue, today, "In 2025 Laos sent oxide, not carbonate: 25.6 dollars a kilogram, 9.2 in 2023");
    shipped_title(OriginsValue, then, "Laos’s goods: 24.2 dollars a kilogram in 2024, 9.2 in 2023");
    shipped_title(Partners, today, "What is known of Myanmar by months and quarters");
    shipped_title(
        Partners,
        then,
        "Myanmar sent 311 t of oxides, carbonates, compounds in February 2025: −89 % on a year before",
    );
}

/// What is measured, and what kind of year the comparison starts from.
#[test]
fn shipped_subtitles() {
    let check = |chart, query: &str, expected: &str| {
        let subtitle = shown(chart, &shipped(), query).caption().subtitle.replace('\u{202f}', " ");
        same(&subtitle, expected, query);
    };
    check(
        Gap,
        "view=sourcing&asof=2026-11-26",
        "China’s imports of compounds and metals (HS 2846 and 2805.30), net tonnes, 2023 to 2025; each step is a difference of published figures. Myanmar’s 2023 was three times its 2022; its 2025 is still above 2017–2022",
    );
    check(
        Gap,
        "view=sourcing&years=2022~2025&asof=2026-11-26",
        "China’s imports of compounds and metals (HS 2846 and 2805.30), net tonnes, 2022 to 2025; each step is a difference of published figures",
    );
    check(
        Baskets,
        "view=sourcing&asof=2026-11-26",
        "China’s imports of rare earths by basket and origin, net tonnes a year, 2023–2025. One scale; baskets are series of their own and are never added. 2023 by origin is inferred where its columns are hatched. Other compounds were 82 % of Myanmar’s loss in all compounds and metals",
    );
}

/// The headline of the page, and what stands under it.
#[track_caller]
fn headline(data: &Dataset, query: &str, expected: &str) {
    let view = view(query);
    let data = public(data, &view);
    let facts = facts(&data.origins);
    let (finding, standfirst) = (sourcing::headline(facts, &view), sourcing::standfirst(facts, &view));
    let mut shown = shown(Gap, &data, query);
    shown.figure.title = Title::Sourcing(finding.unwrap());
    shown.figure.subtitle = Subtitle::Sourcing(standfirst.unwrap());
    let caption = shown.caption();
    same(&format!("{}\n{}", caption.title, caption.subtitle), expected, query);
}

#[test]
fn headlines() {
    headline(
        &shipped(),
        "view=sourcing&asof=2026-11-26",
        "Myanmar sent 31,944 t less in 2025 than in 2023. Everyone else together: 870 t less\n\
        By weight no origin replaced Myanmar. By value Laos made up half of what Myanmar lost. A kilogram from Laos was worth 25.6 dollars in 2025, when it sent oxide, and 9.2 in 2023, when it sent more carbonate than oxide. 2025 is the newest year with figures by origin",
    );
    headline(
        &shipped(),
        "view=sourcing&asof=2025-04-21",
        "Myanmar sent 27,708 t less in 2024 than in 2023. Everyone else together: 4,461 t less\n\
        By weight no origin replaced Myanmar. By value Laos made up a quarter of what Myanmar lost. 2024 is the newest year with figures by origin",
    );
    headline(
        &shipped(),
        "view=sourcing&asof=2026-11-26&years=2022~2023",
        "Myanmar sent 48,368 t more in 2023 than in 2022. Everyone else together: 16,402 t more\n",
    );
    let flat = "2023 MMR cm 20; 2023 W00 cm 30; 2024 MMR cm 10; 2024 W00 cm 20.4";
    headline(
        &rows(flat),
        "view=sourcing",
        "Myanmar sent 10 t less in 2024 than in 2023. Everyone else together: 0.4 t more\n\
        2024 is the newest year with figures by origin",
    );
    let replaced = "2023 MMR cm 20; 2023 W00 cm 30; 2024 MMR cm 10; 2024 W00 cm 30";
    headline(
        &rows(replaced),
        "view=sourcing",
        "Myanmar sent 10 t less in 2024 than in 2023. Everyone else together: 10 t more\n\
        By weight others replaced Myanmar. 2024 is the newest year with figures by origin",
    );
}
