use crate::common::{shipped, shown};
use rare_earth_trade::view::{ChartName, Page};
#[test]
fn dump() {
    for chart in ChartName::ALL.iter().filter(|chart| chart.page() == Page::Article) {
        let shown = shown(*chart, &shipped(), "view=article&asof=2026-02-28");
        let caption = shown.caption();
        println!(
            "== {}\n{} [{}]\n{}\n{:?}\n{} {:?}\n{}",
            chart.name(),
            caption.title,
            caption.title.chars().count(),
            caption.subtitle,
            caption.notes,
            caption.publisher,
            caption.newest,
            shown.dump()
        );
        for d in shown.descriptions() {
            println!(
                "   {} | {} | {} | {:?}",
                d.title,
                d.value,
                d.details.join("; "),
                d.sources.iter().map(|s| s.text.clone()).collect::<Vec<_>>()
            );
        }
    }
}
