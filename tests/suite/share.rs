//! What readers and editors take along: links that stay what they were, codes to scan, and snippets to paste.

use crate::common::{dedent, made_up, same, shipped, shipped_bytes, svg, view};
use chrono::NaiveDate;
use rare_earth_trade::data::{Dataset, File};
use rare_earth_trade::html::qr;
use rare_earth_trade::html::share::{picture, snippet};
use rare_earth_trade::view::link::{Link, LinkIssue, parse, print};
use rare_earth_trade::view::share::{apply_message, frame_id, framed, frozen_on, offered, shared};
use rare_earth_trade::view::{ChartName, Page, View};
use rare_earth_trade::words::EN;

/// Views that readers share: each page, each chart, each control, and links of before.
const VIEWS: [&str; 20] = [
    "view=overview&v=2",
    "view=overview&t=2019-01..2025-03&v=2",
    "view=trade&v=2",
    "view=trade&by=quarter&t=2019-01..latest&v=2",
    "view=trade&by=year&change=year&t=earliest..latest&v=2",
    "view=trade&t=long..2025-03&change=month&_theme=dark&v=2",
    "view=sourcing&v=2",
    "view=sourcing&years=2022~2025&year=2023&baskets=all&basket=oxides&v=2",
    "view=sourcing&t=2020..latest&v=2",
    "view=prices&v=2",
    "view=prices&product=pr-metal~dy-fe&vat=excl&v=2",
    "view=prices&market=europe&product=tb-oxide&t=2024-01..latest&v=2",
    "view=prices&market=average&t=earliest..latest&base=controls&v=2",
    "view=overview&asof=2025-04-21&v=2",
    "view=whatif&v=2",
    "view=whatif&magnets=80000&pr-ratio=1.2&myanmar=-20&ramp=40&prnd-share=85&v=2",
    "view=overview&v=1",
    "view=trade&by=year&as=change&t=earliest..latest&v=1",
    "view=sourcing&show=share&year=2023&basket=oxides&v=1",
    "view=prices&pr=pr-metal&dy=dy-fe&vat=excl&v=1",
];

/// The day on which the links are made: before it figures are not added any more, after it they are.
const NOW: NaiveDate = NaiveDate::from_ymd_opt(2026, 9, 14).expect("a day");

/// The shipped figures after years of editing: later periods, replaced figures, new quotes and events.
fn later() -> Dataset {
    let added = |file: File| match file {
        File::Trade => dedent(
            "2026-09,import,9000,,12,1,,normal,2026-10-14,https://a.cn/
            2026-Q3,export,19000,,,1,,normal,2026-10-14,https://a.cn/
            2025-03,export,5000.5,,-7,1,,normal,2026-10-14,https://a.cn/
            2024,import,140000,,,1,,normal,2027-01-14,https://a.cn/
            2024-04,import,13000,,,1,,normal,2027-01-14,https://a.cn/",
        ),
        File::Origins => dedent(
            "2026,W00,compounds-metals,2846+280530,99000,,,,published,,main,normal,2027-01-20,A,https://a.cn/,
            2026,MMR,compounds-metals,2846+280530,50000,,,,published,,main,normal,2027-01-20,A,https://a.cn/,
            2025,LAO,compounds-metals,2846+280530,1,,,,published,,main,normal,2027-01-20,A,https://a.cn/,
            2023,MMR,oxides,28469019,1,,,,published,,main,normal,2027-01-20,A,https://a.cn/,",
        ),
        File::Prices => dedent(
            "2026-10-08,day,PrNd oxide,china-domestic,700000,710000,,CNY,t,unknown,SMM,normal,2026-10-08,https://a.cn/
            2026-10-08,day,Dy oxide,china-domestic,1,2,,CNY,t,unknown,SMM,normal,2026-10-08,https://a.cn/
            2026-10-08,day,Pr metal,china-domestic,,,700000,CNY,t,unknown,SMM,normal,2026-10-08,https://a.cn/
            2026-10-08,day,Tb oxide,europe,900,910,,USD,kg,excl,Argus,normal,2026-10-08,https://a.cn/
            2026,year,Dy oxide,average,,,300,USD,kg,unknown,USGS,normal,2027-01-31,https://a.cn/",
        ),
        File::Events => dedent("2026-10-09,policy,A rule of that day,,,,normal,https://a.cn/"),
        File::Article => String::new(),
    };
    let data = Dataset::read(|file| Ok([shipped_bytes(file), added(file).into_bytes()].concat()));
    assert_eq!(
        data.row_issues().into_iter().map(|issue| EN.row_issue(issue)).collect::<Vec<_>>(),
        Vec::<String>::new()
    );
    data
}

fn frozen(view: &View, data: &Dataset) -> String {
    let day = frozen_on(view, data).expect("a day").to_string();
    print(&shared(view, &[("asof".to_owned(), day)]))
}

#[test]
fn a_frozen_link_draws_the_same_when_figures_are_added_or_replaced() {
    let (now, later) = (shipped().as_of(NOW), later());
    for query in VIEWS {
        let shared = frozen(&view(query), &now);
        let mut moved = false;
        for chart in &view(query).page.charts() {
            let before = svg(*chart, &now, query, 760);
            same(&svg(*chart, &now, &shared, 760), &before, &format!("{shared} is not what {query} shows"));
            same(&svg(*chart, &later, &shared, 760), &before, &format!("{shared}, {}, moves", chart.name()));
            moved |= svg(*chart, &later, query, 760) != before;
        }
        // Else the figures that were added would prove nothing.
        assert!(moved || query.contains("asof"), "{query} does not move with the figures");
    }
}

#[test]
fn a_link_is_frozen_on_the_day_of_the_newest_figure() {
    let price = "2026-09-14,day,Dy oxide,china-domestic,1,2,,CNY,t,unknown,SMM,normal,2026-09-14,";
    let data = made_up(&[(File::Trade, "2026-07,import,9000,,,1,,normal,2026-08-14,"), (File::Prices, price)]);
    let check = |query: &str, expected: &str| assert_eq!(frozen(&view(query), &data), expected, "{query}");
    check("view=trade&by=year&utm_source=x&v=2", "view=trade&by=year&asof=2026-09-14&v=2");
    check("view=trade&by=year&v=1", "view=trade&t=long..latest&by=year&asof=2026-09-14&v=2");
    check("view=trade&asof=2025-04-21&v=2", "view=trade&asof=2025-04-21&v=2");
    let moving = shared(&view("view=trade&by=year&asof=2025-04-21&utm=x&v=2"), &[("asof".to_owned(), String::new())]);
    assert_eq!(print(&moving), "view=trade&by=year&v=2");
    let nothing = Dataset::read(|_| Ok(Vec::new()));
    assert_eq!(frozen_on(&view("view=trade"), &nothing), None);
}

/// What an editor gets for the fields of the embed panel.
#[track_caller]
fn check(query: &str, fields: &[(&str, &str)], sandboxed: bool, expected: &str) {
    let fields: Vec<_> = fields.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
    let framed = framed(&view(query), &fields);
    same(&snippet("https://a.org/b/", &framed, "Title “a” & \"b\"", 480, sandboxed), expected, query);
}

#[test]
fn a_snippet_names_its_chart_and_holds_what_was_chosen() {
    check(
        "view=overview&t=2019-01..2025-03&utm=x&v=2",
        &[("chart", "prices"), ("_theme", "dark"), ("_hide", "title~source"), ("asof", ""), ("width", "600")],
        false,
        "<iframe title=\"Title “a” &amp; &quot;b&quot;\" width=\"100%\" height=\"480\" frameborder=\"0\" loading=\"lazy\"\n  \
         src=\"https://a.org/b/?view=prices&amp;chart=prices&amp;t=2019-01..2025-03&amp;_embed=1&amp;_theme=dark\
         &amp;_hide=title~source&amp;_id=rare-earth-prices&amp;v=2\"></iframe>",
    );
    check(
        "view=sourcing&basket=oxides&_hide=controls&_id=mine&v=2",
        &[("chart", "partners"), ("asof", "2026-09-14")],
        true,
        "<iframe title=\"Title “a” &amp; &quot;b&quot;\" width=\"100%\" height=\"480\" frameborder=\"0\" loading=\"lazy\"\n  \
         sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox\"\n  \
         src=\"https://a.org/b/?view=sourcing&amp;chart=partners&amp;basket=oxides&amp;asof=2026-09-14&amp;_embed=1\
         &amp;_id=rare-earth-partners&amp;v=2\"></iframe>",
    );
}

#[test]
fn a_frame_without_a_name_has_its_charts() {
    let check = |query: &str, expected: &str| assert_eq!(frame_id(&view(query)), expected, "{query}");
    check("view=sourcing&_embed=1&v=2", "rare-earth-gap");
    // Hosts know a frame of before by the name that it had.
    check("view=sourcing&_embed=1&v=1", "rare-earth-origins");
    check("view=prices&_embed=1&v=1", "rare-earth-prices");
    check("view=sourcing&chart=baskets&_embed=1", "rare-earth-baskets");
    check("view=sourcing&_embed=1&_id=mine", "mine");
}

/// What a frame shows after a message of its host.
#[track_caller]
fn check_message(what: &str, text: &str, expected: &str, issues: &[&str]) {
    let before = Link { view: view("view=trade&_embed=1&_theme=light&_id=x&utm=y&v=2"), ..Link::default() };
    let after = apply_message(&before, what, text).unwrap_or(before);
    assert_eq!((print(&after.view).as_str(), said(after)), (expected, issues.join("; ")), "{what} {text}");
}

/// What is said of a link.
fn said(link: Link) -> String {
    let said = |issue: LinkIssue| match issue {
        LinkIssue::Value { key, found, .. } | LinkIssue::Again { key, found } => format!("{key} {found}"),
        other => format!("{other:?}"),
    };
    link.issues.into_iter().map(said).collect::<Vec<_>>().join("; ")
}

#[test]
fn a_theme_leaves_what_is_said_of_the_link() {
    let check = |theme: &str, expected: &str| {
        let shown = parse("view=trade&by=foo&_embed=1&v=2");
        let after = apply_message(&shown, "theme", theme).and_then(|link| apply_message(&link, "theme", theme));
        assert_eq!(after.map(said).as_deref(), Some(expected), "{theme}");
    };
    check("dark", "by foo");
    check("night", "by foo; _theme night");
}

#[test]
fn a_host_may_tell_theme_and_view_and_nothing_else() {
    let dark = "view=trade&_embed=1&_theme=dark&_id=x&utm=y&v=2";
    check_message("theme", "dark", dark, &[]);
    check_message("theme", "night", &dark.replace("dark", "light"), &["_theme night"]);
    check_message("theme", "dark&_embed=0", dark, &[]);
    check_message(
        "view",
        "?view=prices&product=pr-metal&v=2",
        "view=prices&product=pr-metal&_embed=1&_theme=light&_id=x&utm=y&v=2",
        &[],
    );
    check_message(
        "view",
        "view=prices&_embed=0&_id=z&a=b&v=2",
        "view=prices&_embed=1&_theme=light&_id=x&utm=y&v=2",
        &[],
    );
    check_message("view", "view=trde&v=2", "view=overview&_embed=1&_theme=light&_id=x&utm=y&v=2", &["view trde"]);
    check_message("title", "x", "view=trade&_embed=1&_theme=light&_id=x&utm=y&v=2", &[]);
    // A script that was written before shows the chart that it showed.
    check_message(
        "view",
        "view=sourcing&show=value",
        "view=sourcing&chart=origins-value&t=long..latest&_embed=1&_theme=light&_id=x&utm=y&v=2",
        &[],
    );
}

#[test]
fn links_of_ordinary_views_are_short_and_survive_chat_and_mail() {
    let data = shipped();
    let finder = linkify::LinkFinder::new();
    let mut longest = 0;
    for query in VIEWS {
        for link in [print(&view(query)), frozen(&view(query), &data)] {
            let link = format!("https://dashboards.intranet.example.org/rare-earths/?{link}");
            longest = longest.max(link.len());
            for text in [
                format!("See {link}."),
                format!("({link})"),
                format!("\"{link}\", he said"),
                format!("<{link}>"),
                format!("{link}\nand more"),
                format!("Is it {link}? Yes: {link}!"),
                format!("*{link}*"),
            ] {
                assert!(finder.links(&text).all(|found| found.as_str() == link), "cut in {text}");
                assert!(finder.links(&text).count() > 0, "not seen in {text}");
            }
        }
    }
    println!("the longest link of an ordinary view has {longest} characters");
    assert!(longest < 300, "{longest}");
}

/// Reads a code as a scanner does: from a picture.
fn scanned(svg: &str) -> Option<String> {
    const SCALE: usize = 4;
    let number = |text: &str| text.parse::<usize>().ok();
    let side = number(svg.split("viewBox=\"0 0 ").nth(1)?.split(' ').next()?)?;
    let path = svg.split(" d=\"").nth(1)?.split('"').next()?;
    let mut dark = vec![false; side * side];
    for run in path.split('M').skip(1) {
        let (x, rest) = run.split_once(' ')?;
        let (y, rest) = rest.split_once('h')?;
        let (x, y, length) = (number(x)?, number(y)?, number(rest.split('v').next()?)?);
        dark[y * side + x..y * side + x + length].fill(true);
    }
    let pixel = |x: usize, y: usize| if dark[y / SCALE * side + x / SCALE] { 0 } else { 255 };
    let mut picture = rqrr::PreparedImage::prepare_from_greyscale(side * SCALE, side * SCALE, pixel);
    let (_, text) = picture.detect_grids().first()?.decode().ok()?;
    Some(text)
}

#[test]
fn codes_can_be_scanned() {
    let data = shipped();
    for query in VIEWS {
        let link = format!("https://dashboards.intranet.example.org/rare-earths/?{}", frozen(&view(query), &data));
        assert_eq!(qr::svg(&link).and_then(|svg| scanned(&svg.into_string())).as_deref(), Some(link.as_str()));
    }
    assert!(qr::svg(&"x".repeat(3000)).is_none(), "what is too long for a code has none");
}

#[test]
fn a_picture_leads_to_the_page_and_has_its_size() {
    let code = picture(
        "https://a.org/b/?view=trade&v=2",
        "https://a.org/b/charts/trade-wide-light.png",
        "Title \"b\"",
        (9, 8),
    );
    let expected = "<a href=\"https://a.org/b/?view=trade&amp;v=2\"><img\n  src=\"https://a.org/b/charts/trade-wide-light.png\" \
                    alt=\"Title &quot;b&quot;\" width=\"9\" height=\"8\"></a>";
    assert_eq!(code, expected);
}

#[test]
fn every_chart_can_be_framed() {
    for page in Page::ALL {
        let mut all = offered(*page);
        let first = all.first().copied();
        // A page without charts offers all others, in their order.
        let own = page.charts().first().or(ChartName::ALL.first()).copied();
        assert_eq!(first, if *page == Page::Trade { Some(ChartName::Ytd) } else { own });
        assert!(page.charts().iter().all(|chart| all[..page.charts().len()].contains(chart)), "{}", page.name());
        all.sort_by_key(|chart| ChartName::ALL.iter().position(|other| other == chart));
        assert_eq!(all, ChartName::ALL, "{}", page.name());
    }
    for chart in ChartName::ALL {
        let framed = framed(&view("view=overview&v=2"), &[("chart".to_owned(), chart.name().to_owned())]);
        assert_eq!((framed.charts(), framed.page), (vec![*chart], chart.page()));
    }
    let opened = view("view=trade&chart=trade&tab=table&v=2");
    let framed = framed(&opened, &[("chart".to_owned(), "trade".to_owned())]);
    assert_eq!((opened.table(), framed.table()), (Some(ChartName::Trade), None), "a table stays on its page");
}

/// What a link unfurler sees stands in the page itself, without any script.
#[cfg(feature = "built")]
#[test]
fn link_previews_have_words_and_a_picture() {
    let page = crate::common::text("dist/index.html");
    let content = |name: &str| {
        let after = page.split(&format!("{name}\" content=\"")).nth(1).unwrap_or_default();
        after.split('"').next().unwrap_or_default().to_owned()
    };
    assert!(page.contains("<title>China’s rare earth trade"));
    assert_eq!(content("og:description"), content("name=\"description"));
    assert!(content("og:title").len() > 20 && content("og:description").len() > 50, "{page}");
    assert!(content("og:image").ends_with("preview.png"), "{}", content("og:image"));
    let picture = std::fs::read(crate::common::root().join("dist/preview.png")).expect("the picture");
    // A PNG starts with its name, and its size stands in bytes 16 to 23.
    let size = |at: usize| u32::from_be_bytes(picture[at..at + 4].try_into().expect("four bytes"));
    assert_eq!((&picture[1..4], size(16), size(20)), (b"PNG".as_slice(), 1200, 630));
    assert!((20_000..300_000).contains(&picture.len()), "{} bytes", picture.len());
}
