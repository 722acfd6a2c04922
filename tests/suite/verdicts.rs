//! What other sources say of the article's figures: computed, by the shipped figures and by changed copies of them.

use crate::common::{same, shipped, text};
use chrono::NaiveDate;
use rare_earth_trade::article::{Claim, Claims, Kind, most_telling, shown_by};
use rare_earth_trade::data::{Dataset, File, FileError, RowId};
use rare_earth_trade::view::{View, link};
use rare_earth_trade::words::EN;

/// The shipped figures with one text of a file replaced; it must be there.
fn changed(changes: &[(File, &str, &str)]) -> Dataset {
    Dataset::read(|file| {
        let mut content = text(&format!("assets/data/{}", file.name()));
        for (_, from, to) in changes.iter().filter(|(of, ..)| *of == file) {
            assert!(content.contains(from), "{} has {from}", file.name());
            content = content.replace(from, to);
        }
        Ok::<_, FileError>(content.into_bytes())
    })
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// The verdicts of these figures, a line each.
fn verdicts(data: &Dataset, ids: &[&str]) -> String {
    let claims = Claims::new(data);
    let verdict = |id: &&str| claims.get(id).map_or("no figure".to_owned(), |claim| EN.verdict(&claim.verdict));
    ids.iter().map(verdict).collect::<Vec<_>>().join("\n").replace('\u{202f}', " ")
}

#[track_caller]
fn check(data: &Dataset, id: &str, expected: &str) {
    same(&verdicts(data, &[id]), expected, id);
}

#[test]
fn the_shipped_figures_today() {
    let data = shipped();
    let claims = Claims::new(&data);
    assert_eq!(claims.0.len(), 36);
    assert_eq!(
        claims.counts(),
        [(Kind::Agrees, 8), (Kind::Related, 4), (Kind::CameAfter, 1), (Kind::NotCheckable, 23)]
    );
    let ids: Vec<&str> =
        claims.0.iter().filter(|claim| claim.figure.against.is_some()).map(|c| &*c.figure.id).collect();
    same(
        &verdicts(&data, &ids),
        "\
agrees: 5,666.3 t elsewhere
agrees: +20.31 % elsewhere
agrees: published figures leave 14,177.5 to 14,177.8 t
agrees: +5.1 % by published tonnes
agrees: published figures leave 7,756.5 to 7,757.7 t
agrees: −42.2 % by published tonnes
agrees: published figures leave 24,678.8 to 24,679.9 t
agrees: −30.9 % by published tonnes
related: −89 % in February 2025, the same direction
related: +54.7 % in 2025, the same direction
related: −57.9 % to −57.1 % in 2025, the same direction
related: an event of 3 April 2025
what came after: The praseodymium forecast fitted within 2 % for seven weeks; by 20 August 2025 the price stood a third above its top. \
Newest: 960,000 CNY/t on 4 February 2026 (SunSirs)",
        "the shipped verdicts",
    );
}

/// No verdict rests on a row of the article or its publisher, but for the quotes that its price range is held against.
#[test]
fn what_the_article_published_itself_is_no_check() {
    let data = shipped();
    let claims = Claims::new(&data);
    for claim in claims.0.iter().filter(|claim| claim.verdict.kind() != Kind::CameAfter) {
        let rows: Vec<RowId> = claim.verdict.rows().to_vec();
        assert_eq!(rows.is_empty(), claim.verdict.kind() == Kind::NotCheckable, "{}", claim.figure.id);
        for row in rows {
            let source = data.source(row).unwrap();
            let url = source.url.as_deref().unwrap_or_default();
            assert!(!url.contains("gzxcmg.com") && !url.contains("ccmn.cn"), "{}: {url}", claim.figure.id);
            assert!(!source.name.contains("Changjiang"), "{}: {}", claim.figure.id, source.name);
        }
    }
    // The tariff was found at the publisher's own pages too: such a row alone checks nothing.
    let own = changed(&[(File::Article, "events 2025-04-03", "events 2025-04-02")]);
    check(&own, "us-tariff", "no other source found");
    // So does one that stands nowhere.
    check(&changed(&[(File::Article, "events 2025-04-03", "events 2025-04-01")]), "us-tariff", "no other source found");
}

#[test]
fn other_figures_make_other_verdicts() {
    let trade = |from: &'static str, to: &'static str| changed(&[(File::Trade, from, to)]);
    let exports =
        |tonnes: &str| changed(&[(File::Trade, "2025-03,export,5666.3", &format!("2025-03,export,{tonnes}"))]);
    check(&exports("5700.0"), "export-month", "differs by 34 t: 5,700 t elsewhere");
    check(&exports("5667.1"), "export-month", "differs by 1.1 t: 5,667.1 t elsewhere");
    // Each is a rounding of the other: 5,700 was printed to the hundred.
    check(&exports("5700"), "export-month", "agrees: 5,700 t elsewhere");
    check(&exports("5666.5"), "export-month", "agrees: 5,666.5 t elsewhere");
    check(&trade("5666.3,,20.31", "5666.3,,20.36"), "export-month-yoy", "differs by 0.06 points: +20.36 % elsewhere");
    check(&trade("5666.3,,20.31", "5666.3,,20.3"), "export-month-yoy", "agrees: +20.3 % elsewhere");
    let april = trade("2025-04,import,12622.7", "2025-04,import,12600.0");
    check(&april, "import-quarter", "differs by 22.5 t: published figures leave 24,701.5 to 24,702.6 t");
    // The article's own rows of March and of the quarter change nothing.
    let own = changed(&[
        (File::Trade, "2025-03,import,7757,,-42.2", "2025-03,import,7000,,-50"),
        (File::Trade, "2025-Q1,import,24679,,-30.9", "2025-Q1,import,20000,,-40"),
    ]);
    let figures = ["import-month", "import-month-yoy", "import-quarter", "import-quarter-yoy"];
    same(&verdicts(&own, &figures), &verdicts(&shipped(), &figures), "its own rows");
    // A weak row checks nothing, and what is left is looked at instead.
    let weak = trade("5666.3,,20.31,3,,normal", "5666.3,,20.31,3,,low");
    check(&weak, "export-month", "agrees: published figures leave 5,666.0 to 5,667.3 t");
    let laos = changed(&[(File::Origins, "16629.171", "9629.171")]);
    check(&laos, "laos-jan-feb", "related: −10.4 % in 2025, the opposite direction");
}

#[test]
fn what_a_figure_is_compared_with_can_be_wrong() {
    let damaged = |to: &str| changed(&[(File::Article, "same: trade export 2025-03 tonnes", to)]);
    let data = damaged("same: trade exports 2025-03 tonnes");
    let issues: Vec<String> = data.row_issues().into_iter().map(|issue| EN.row_issue(issue)).collect();
    same(
        &issues.join("\n"),
        "article.csv, line 2, column against: found “same: trade exports 2025-03 tonnes”, expected same: or related:, \
         then file, key, period and measure such as trade export 2025-03 tonnes; or nothing",
        "issues",
    );
    // The figure does without it.
    check(&data, "export-month", "no other source found");
    // Another unit, a measure that is not there, and a period that nobody published.
    check(&damaged("same: trade export 2025-03 change"), "export-month", "no other source found");
    check(&damaged("same: trade export 1999-03 tonnes"), "export-month", "no other source found");
    check(&damaged(""), "export-month", "no other source found");
}

#[test]
fn an_earlier_day_has_fewer_sources() {
    let data = shipped();
    let on = |at: NaiveDate| data.as_of(at);
    let of = |at: NaiveDate, id: &str, expected: &str| check(&on(at), id, expected);
    // The day before the article there is no figure of it.
    assert_eq!(Claims::new(&on(day(2025, 4, 20))).0, []);
    let article = day(2025, 4, 21);
    assert_eq!(Claims::new(&on(article)).counts(), [(Kind::Agrees, 4), (Kind::Related, 2), (Kind::NotCheckable, 30)]);
    of(article, "export-month", "agrees: 5,666.3 t elsewhere");
    // April's imports, with which March's are worked out, became public in May.
    of(article, "import-quarter", "no other source found");
    of(day(2025, 5, 13), "import-month", "no other source found");
    of(day(2025, 5, 14), "import-month", "agrees: published figures leave 7,756.5 to 7,757.7 t");
    of(article, "laos-jan-feb", "no other source found");
    of(article, "pr-price-band", "no other source found");
    of(
        day(2025, 6, 30),
        "pr-price-band",
        "what came after: The praseodymium forecast still fitted within 2 % on 9 June 2025, after seven weeks. \
         Newest: 592,500 CNY/t on 9 June 2025 (Changjiang Nonferrous)",
    );
}

#[test]
fn every_verdict_leads_to_its_chart() {
    let data = shipped();
    let leads = |query: &str| {
        let view = link::parse(query).view;
        let claims = Claims::new(&data);
        let link = |id: &str| shown_by(&claims.get(id).unwrap().figure, &view).map(|view| link::print(&view));
        let ids = [
            "export-month",
            "import-quarter-yoy",
            "myanmar-quarter",
            "laos-jan-feb",
            "us-mine-exports",
            "us-tariff",
            "pr-price-band",
            "magnex-cost",
        ];
        ids.map(|id| link(id).unwrap_or("nothing".to_owned())).join("\n")
    };
    same(
        &leads("view=article&t=2019-01..latest&v=2"),
        "\
view=trade&chart=trade&t=2024-03..2025-03&v=2
view=trade&chart=change&t=2024-01..2025-03&v=2
view=sourcing&chart=partners&basket=oxides-carbonates-compounds&v=2
view=sourcing&chart=gap&years=2024~2025&v=2
view=sourcing&chart=baskets&year=2025&v=2
view=trade&chart=trade&t=2024-10..2025-10&v=2
view=prices&chart=prices&product=pr-metal&v=2
nothing",
        "today",
    );
    // What concerns the page stays.
    assert!(
        leads("view=article&asof=2025-06-30&_theme=dark&x=1&v=2")
            .starts_with("view=trade&chart=trade&t=2024-03..2025-03&asof=2025-06-30&_theme=dark&x=1&v=2\n")
    );
    let default = View::default();
    for claim in &Claims::new(&data).0 {
        assert_eq!(shown_by(&claim.figure, &default).is_some(), claim.figure.against.is_some(), "{}", claim.figure.id);
    }
}

#[test]
fn the_most_telling_figures_come_first() {
    let Claims(claims) = Claims::new(&shipped());
    let check = |claims: &[Claim], expected: &[&str], count: usize| {
        let (all, most) = most_telling(claims);
        assert_eq!(all.len(), claims.len());
        let first: Vec<&str> = all.iter().take(expected.len()).map(|claim| &*claim.figure.id).collect();
        assert_eq!((first.as_slice(), most), (expected, count));
    };
    let telling = [
        "import-quarter-yoy",
        "export-quarter-yoy",
        "myanmar-quarter",
        "laos-jan-feb",
        "pr-price-band",
        "non-chinese-refining",
        "export-month",
    ];
    check(&claims, &telling, 6);
    // A file without most of them has its first figures instead.
    check(&claims[..4], &["export-quarter-yoy", "export-month", "export-month-yoy", "export-quarter"], 4);
    check(&[], &[], 0);
}
