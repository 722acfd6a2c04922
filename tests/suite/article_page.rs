//! The page of the article: its text with chips, the list of its figures, one figure in a frame.

use crate::common::{same, shipped, text, view};
use maud::html;
use rare_earth_trade::article::{Claims, Kind, shown_by, text::Run, text::text as article_text};
use rare_earth_trade::charts::headline::headline;
use rare_earth_trade::charts::prices::{Course, Held, SinceArticle, since_article};
use rare_earth_trade::data::{Dataset, Percent, Product, facts};
use rare_earth_trade::html;
use rare_earth_trade::view::{Lang, Section, View, link};
use rare_earth_trade::words::EN;

/// What is read of markup, without elements and with plain spaces.
fn read(markup: &str) -> String {
    let mut out = String::new();
    for piece in markup.split('<') {
        out.push_str(piece.split_once('>').map_or(piece, |(_, text)| text));
    }
    out.replace('\u{202f}', " ").replace("&amp;", "&").replace("&quot;", "\"").trim().to_owned()
}

fn section(section: Section, data: &Dataset, query: &str) -> String {
    html::section(section, &Claims::new(data), &view(query), &EN).into_string()
}

#[test]
fn the_text_has_its_figures_in_their_places() {
    let first = section(Section::Polarization, &shipped(), "view=article&v=2");
    let said = "Two directions\
        China sold 5,666 t of rare earths abroad in March, +20.3 % on a year before. \
        The first quarter came to 14,178 t, a gain of 5.1 %.\
        Purchases went the other way: 7,757 t in March, −42.2 %, and 24,679 t in the quarter, a fall of 30.9 %. \
        The article calls this a polarization, and sees three contradictions behind it.";
    same(&read(&first), said, "the first section");
    let others = [
        (Section::Substitution, "said to exceed 20 MGOe at 0.2 times the cost of a neodymium magnet"),
        (Section::Substitution, "comes out 18 % cheaper"),
        (
            Section::Competition,
            "puts USD 500 million into research on cerium-cobalt magnets, and these still trail the usual ones by 20 %",
        ),
        (Section::Competition, "may yield 15,323 t a year at a cost of 2.92 USD/kg"),
        (Section::Outlook, "praseodymium may fall to 580,000–600,000 CNY/t."),
    ];
    for (of, part) in others {
        let said = read(&section(of, &shipped(), "view=article&v=2"));
        assert!(said.contains(part), "{said}");
    }
}

#[test]
fn a_chip_says_what_it_is_and_leads_to_its_chart() {
    let data = shipped();
    let first = section(Section::Polarization, &data, "view=article&asof=2026-01-31&_theme=dark&v=2");
    let chip = "<a class=\"chip chip--reported check--agrees\" data-figure=\"export-month\" \
        href=\"?view=trade&amp;chart=trade&amp;t=2024-03..2025-03&amp;asof=2026-01-31&amp;_theme=dark&amp;v=2\" \
        data-view=\"trade\" aria-label=\"5,666 t, reported, agrees: 5,666.3 t elsewhere\">5,666 t<svg";
    assert!(first.contains(chip), "{first}");
    let outlook = section(Section::Outlook, &data, "view=article&v=2");
    let band = "<a class=\"chip chip--forecast check--related\" data-figure=\"pr-price-band\" \
        href=\"?view=prices&amp;chart=prices&amp;product=pr-metal&amp;v=2\" data-view=\"prices\" \
        aria-label=\"580,000–600,000 CNY/t, forecast, what came after: ";
    assert!(outlook.contains(band), "{outlook}");
    // Nothing to compare with: to its place in the list.
    let alone = "href=\"#figure-top-two-share\" aria-label=\"40\u{202f}%, forecast, no other source found\"";
    assert!(outlook.contains(alone), "{outlook}");
}

/// Text, list, overview and frame say the same of each figure.
#[test]
fn a_verdict_is_the_same_everywhere() {
    let (data, view) = (shipped(), view("view=article&v=2"));
    let claims = Claims::new(&data);
    let all = html::figures(&claims, &data, &view, &EN).into_string();
    let overview = html::article(&claims, &EN).into_string();
    let prose: String = Section::ALL.iter().map(|of| section(*of, &data, "view=article&v=2")).collect();
    let escaped = |text: &str| html! { (text) }.into_string();
    for claim in &claims.0 {
        let (id, verdict) = (&claim.figure.id, escaped(&EN.verdict(&claim.verdict)));
        let own =
            all.split(&format!("<li id=\"figure-{id}\">")).nth(1).and_then(|own| own.split("</li><li id=").next());
        let own = own.unwrap_or_else(|| panic!("{id} is in the list"));
        assert!(own.contains(&verdict), "{own}");
        let spoken = |size_only| prose.contains(&escaped(&EN.chip_spoken(claim, size_only)));
        assert!(spoken(false) || spoken(true), "{id}");
        assert!(EN.chip_spoken(claim, false).ends_with(&EN.verdict(&claim.verdict)), "{id}");
        assert!(overview.contains(&format!("<span>{verdict}</span>")), "{id}: {verdict}");
        let frame = html::one_figure(id, &claims, &data, &view, html! {}, &EN).into_string();
        assert!(frame.contains(&verdict), "{frame}");
        // Whoever is named is there with an address, where the row has one.
        for row in claim.verdict.rows() {
            let url = data.source(*row).and_then(|source| source.url.as_deref()).expect("a row that is not weak");
            assert!(own.contains(&escaped(url)) && frame.contains(&escaped(url)), "{id}: {url}");
        }
    }
    let counts = claims.counts();
    let key = read(&html::verdict_key(&claims, &EN).into_string());
    same(&key, "agrees: 8related: 4what came after: 1no other source found: 23reportedestimateforecast", "the key");
    assert_eq!(counts.iter().map(|(_, count)| count).sum::<usize>(), 36);
    assert_eq!(counts[0], (Kind::Agrees, 8));
}

#[test]
fn a_link_promises_a_view_that_there_is() {
    let data = shipped();
    for figure in facts(&data.article) {
        let Some(shown) = shown_by(figure, &View::default()) else { continue };
        let chart = shown.chart.expect("a chart");
        assert!(shown.page.charts().contains(&chart), "{}", figure.id);
        let read = link::parse(&link::print(&shown));
        assert_eq!((read.issues.len(), &read.view), (0, &shown), "{}", figure.id);
    }
}

#[test]
fn before_the_article_there_is_no_text() {
    let data = shipped();
    let early = data.as_of(chrono::NaiveDate::from_ymd_opt(2025, 4, 20).unwrap());
    let claims = Claims::new(&early);
    let view = view("view=article&asof=2025-04-20&v=2");
    for of in Section::ALL {
        assert_eq!(section(*of, &early, "view=article&asof=2025-04-20&v=2"), "");
    }
    assert_eq!(html::verdict_key(&claims, &EN).into_string(), "");
    assert_eq!(html::figures(&claims, &early, &view, &EN).into_string(), "");
    assert_eq!(headline(&early, &view), None);
    same(&EN.headline(view.page, None), "The article, figure by figure", "headline");
    assert!(EN.standfirst(view.page, None, None).starts_with("None of the article’s figures is known here"));
    // The same where its file is missing one figure: the sentence says that it is not there.
    let less = Dataset::read(|file| {
        let content = text(&format!("assets/data/{}", file.name()));
        Ok(content
            .lines()
            .filter(|line| !line.starts_with("export-month,"))
            .fold(String::new(), |all, line| all + line + "\n")
            .into())
    });
    let said = read(&section(Section::Polarization, &less, "view=article&v=2"));
    assert!(said.contains("China sold no figure found of rare earths"), "{said}");
}

#[test]
fn a_frame_names_a_figure_that_is_not_there() {
    let data = shipped();
    let claims = Claims::new(&data);
    let frame = html::one_figure("gold", &claims, &data, &view("view=article"), html! { "All" }, &EN).into_string();
    same(
        &frame,
        "<p class=\"notice\" role=\"status\">The article has no figure named “gold”, as far as is known on this day. All</p>",
        "the notice",
    );
}

#[test]
fn the_headline_is_of_the_articles_day() {
    let (data, view) = (shipped(), view("view=article&v=2"));
    let found = headline(&data, &view);
    same(
        &EN.headline(view.page, found.as_ref()),
        "Exports up, imports down: the argument of 21 April 2025, checked",
        "headline",
    );
    same(
        &EN.standfirst(view.page, found.as_ref(), None),
        "An article of Changjiang Nonferrous Metals Network in our words and its order. \
         Each of its 36 figures carries what other sources say of it today.",
        "standfirst",
    );
}

#[test]
fn whether_heavy_rare_earths_held_better() {
    let data = shipped();
    let said = |query: &str, day: Option<(i32, u32, u32)>| {
        let day = day.and_then(|(year, month, day)| chrono::NaiveDate::from_ymd_opt(year, month, day));
        let data = day.map_or(data.clone(), |day| data.as_of(day));
        let since = since_article(facts(&data.prices), &view(query));
        since.map_or("nothing".to_owned(), |since| {
            let (found, courses) = EN.heavy_light(&since);
            [vec![found], courses].concat().join("\n").replace('\u{202f}', " ")
        })
    };
    same(
        &said("view=article&v=2", None),
        "\
Inside China they did not, by SMM’s quotes since the article: the light one stands higher than each of them.
PrNd oxide: +76.1 % from 17 April 2025 to 5 February 2026. Its lowest was 4.0 % down, on 25 April 2025; from there to its newest quote it rose 83.4 %.
Dysprosium oxide: −16.4 % from 17 April 2025 to 5 February 2026. Its lowest was 20.0 % down, on 25 December 2025; from there to its newest quote it rose 4.5 %.
Terbium oxide: −12.2 % from 17 April 2025 to 22 January 2026. Its lowest was 16.2 % down, on 25 December 2025; from there to its newest quote it rose 4.7 %.",
        "today",
    );
    let early = said("view=article&v=2", Some((2025, 5, 20)));
    same(
        early.lines().next().unwrap_or_default(),
        "Inside China they did not, by SMM’s quotes since the article: the light one stands higher than each of them.",
        "a month later",
    );
    same(&said("view=article&v=2", Some((2025, 4, 21))), "nothing", "on the article's day");
}

#[test]
fn how_a_price_went_on() {
    let day = |text: &str| text.parse().unwrap();
    let check = |lowest: Option<(&str, f64)>, recovery: Option<f64>, newest: f64, expected: &str| {
        let percent = |value: f64| Percent::new(value).unwrap();
        let course = Course {
            product: Product::DyOxide,
            base: day("2025-04-17"),
            lowest: lowest.map(|(at, by)| (day(at), percent(by))),
            recovery: recovery.map(percent),
            newest: (day("2025-12-25"), percent(newest)),
        };
        let since = SinceArticle { agency: "SMM".to_owned(), courses: vec![course], held: Held::Mixed };
        let (_, courses) = EN.heavy_light(&since);
        assert_eq!(courses[0].replace('\u{202f}', " "), expected);
    };
    let moved = |change: &str| format!("Dysprosium oxide: {change} from 17 April 2025 to 25 December 2025");
    check(None, None, 3.0, &(moved("+3.0 %") + ", and never below where it began."));
    check(Some(("2025-12-25", 20.0)), Some(0.0), -20.0, &(moved("−20.0 %") + ", its lowest since."));
    let lowest = ". Its lowest was 20.0 % down, on 1 June 2025; from there to its newest quote it rose 10.0 %.";
    check(Some(("2025-06-01", 20.0)), Some(10.0), -12.0, &(moved("−12.0 %") + lowest));
}

#[test]
fn every_language_has_the_text() {
    for lang in Lang::ALL {
        let figures = article_text(*lang)
            .iter()
            .flat_map(|prose| prose.paragraphs.concat())
            .filter(|run| matches!(run, Run::Figure { .. }))
            .count();
        assert_eq!(figures, 36, "{}", lang.name());
    }
}
