//! The page as HTML: its blocks in their order, and the overview that stands without the program.

use crate::common::{figure, same, shipped, shown, view};
use chrono::{Datelike, NaiveDate};
use maud::PreEscaped;
use rare_earth_trade::article::Claims;
use rare_earth_trade::charts::headline::{self, headline};
use rare_earth_trade::data::File;
use rare_earth_trade::html::age::ROOM_MONTHS;
use rare_earth_trade::html::built::{BuiltChart, BuiltPage, blocks, overview};
use rare_earth_trade::html::{Markup, frame_head, frame_source, frame_values, newest_drawn};
use rare_earth_trade::view::{Block, ChartName, Extent, Page, Section};
use rare_earth_trade::words::{Caption, EN};

/// The elements of HTML, a line each, with their ids, classes and whether they are disabled.
fn outline(html: &str) -> String {
    let mut lines = String::new();
    let mut level = 0;
    for tag in html.split('<').skip(1).filter_map(|part| part.split_once('>')).map(|(tag, _)| tag) {
        if tag.starts_with('/') {
            level -= 1;
            continue;
        }
        let attribute = |name: &str| {
            let (_, value) = tag.split_once(&format!(" {name}=\""))?;
            value.split('"').next().filter(|value| !value.is_empty())
        };
        let name = tag.split(' ').next().unwrap_or_default();
        let id = attribute("id").map(|id| format!("#{id}")).unwrap_or_default();
        let classes = attribute("class").map(|class| format!(".{}", class.replace(' ', "."))).unwrap_or_default();
        let chart = attribute("data-chart").map(|chart| format!(" {chart}")).unwrap_or_default();
        let disabled = if tag.ends_with(" disabled") { " disabled" } else { "" };
        lines += &format!("{}{name}{id}{classes}{chart}{disabled}\n", "  ".repeat(level));
        level += usize::from(name != "input");
    }
    assert_eq!(level, 0, "every element ends");
    lines
}

#[track_caller]
fn check(html: Markup, expected: &str) {
    // What is indented further than the first line is inside of it.
    let expected = expected.trim_start_matches('\n');
    let indent = expected.len() - expected.trim_start().len();
    let expected: String = expected.lines().map(|line| format!("{}\n", &line[indent..])).collect();
    same(&outline(&html.into_string()), &expected, "outline");
}

#[test]
fn a_chart_may_stand_anywhere() {
    let list = [
        Block::Chart(ChartName::Trade, Extent::Full),
        Block::Headline,
        Block::Now,
        Block::Chart(ChartName::Origins, Extent::Compact),
        Block::Chart(ChartName::Prices, Extent::Compact),
        Block::Article,
        Block::Prose(Section::Outlook),
        Block::Chart(ChartName::Index, Extent::Compact),
        Block::Prose(Section::Polarization),
        Block::Figures,
        Block::Onward(Page::WhatIf),
    ];
    let content = |block: Block| match block {
        Block::Chart(name, _) => PreEscaped(format!("<svg class=\"{}\"></svg>", name.name())),
        Block::Headline => PreEscaped("<h1></h1>".to_owned()),
        Block::Now => PreEscaped("<dl></dl>".to_owned()),
        Block::Prose(_) => PreEscaped("<p></p>".to_owned()),
        Block::Onward(_) => PreEscaped("<a></a>".to_owned()),
        _ => PreEscaped("<ul></ul>".to_owned()),
    };
    check(
        blocks(&list, &content),
        "
        div.charts.charts--column
          figure.chart trade
            svg.trade
        div#headline-slot
          h1
        div#now
          dl
        div.charts.charts--compact
          figure.chart origins
            svg.origins
          figure.chart prices
            svg.prices
          section#article
            ul
        div.charts.charts--prose
          section#outlook
            p
          figure.chart index
            svg.index
        div.charts.charts--prose
          section#polarization
            p
        div.charts.charts--column
          section#figures
            ul
        div.charts.charts--column
          section#onward
            a",
    );
}

#[test]
fn every_chart_has_a_page_of_its_own_and_is_on_a_page_once() {
    for chart in ChartName::ALL {
        assert!(chart.page().blocks().contains(&Block::Chart(*chart, Extent::Full)), "{}", chart.name());
        for page in Page::ALL {
            let times = page.charts().iter().filter(|other| *other == chart).count();
            assert!(times <= 1, "{} on {}", chart.name(), page.name());
        }
    }
}

/// The overview as the build writes it, with some of its charts and texts that stand for their captions and drawings.
fn built(charts: &[ChartName]) -> Markup {
    let (data, view) = (shipped(), view(""));
    let caption = Caption {
        title: "Imports fell".to_owned(),
        subtitle: "tonnes a month".to_owned(),
        publisher: "customs".to_owned(),
        newest: vec![("imports March 2025".to_owned(), NaiveDate::from_ymd_opt(2025, 3, 31).unwrap())],
        ..Caption::default()
    };
    let captions = vec![caption; charts.len()];
    let (wide, narrow) = ("<svg class=\"w\"></svg>", "<svg class=\"n\"></svg>");
    let chart = |(name, caption): (&ChartName, _)| BuiltChart { name: *name, caption, wide, narrow };
    let charts: Vec<BuiltChart> = charts.iter().zip(&captions).map(chart).collect();
    let headline = headline(&data, &view);
    let standfirst = EN.standfirst(view.page, headline.as_ref(), Some(ROOM_MONTHS));
    let now = headline::now(&data, None, &view);
    let page = BuiltPage {
        headline: &EN.headline(view.page, headline.as_ref()),
        standfirst: &standfirst,
        now: &EN.now(&now, Some(&|_| ROOM_MONTHS as i32)),
        // One more than the overview names, which is in a fold.
        claims: &Claims(Claims::new(&data).0[2..9].to_vec()),
        article_page: &Markup::default(),
        charts: &charts,
    };
    overview(&view, page, &EN)
}

#[test]
fn the_built_page_has_the_elements_of_the_running_one() {
    check(
        built(&[ChartName::Trade]),
        "
        div#above
          a.skip
          header.masthead
            p.masthead__name
            nav.views
              a
              a
              a
              a
              a
            div.tools
              button disabled
              button disabled
        main#content
          div#notices
            p#status.notice
            noscript
              p.notice
          div#headline-slot
            h1#headline
            p.standfirst
              span.age-room
          div#now
            dl.now
              div
                dt
                dd.now__value
                dd
                dd
                  span.age-room
              div
                dt
                dd.now__value
                dd
                dd
                  span.age-room
              div
                dt
                dd.now__value
                dd
                dd
                  span.age-room
                dd
              div
                dt
                dd.now__value
                dd
                dd
                  span.age-room
                dd
              div
                dt
                dd.now__value
                dd
                dd
                  span.age-room
                dd
            p
          div.charts.charts--compact
            figure.chart trade
              div.chart__head
                h2.chart__title
                p.chart__subtitle
              div.chart__controls
              p.chart__problem
              div.chart__plot
                div.chart__svg
                  div.drawing.drawing--wide
                    svg.w
                  div.drawing.drawing--narrow
                    svg.n
              figcaption.chart__source
                p.chart__publisher
                  b
                  span.chart__newest
                    span.age-room
                a.chart__more
                a.chart__table
              div.chart__folds
            figure.chart ytd
            figure.chart gap
            figure.chart index
            figure.chart prices
            section#article
              h2.chart__title
              p.chart__subtitle
              ul.article__list
                li
                  b.article__value
                  span.article__what
                  span.check.check--agrees
                    svg.check__mark
                      path
                    span
                li
                  b.article__value
                  span.article__what
                  span.check.check--agrees
                    svg.check__mark
                      path
                    span
                li
                  b.article__value
                  span.article__what
                  span.check.check--related
                    svg.check__mark
                      path
                    span
                li
                  b.article__value
                  span.article__what
                  span.check.check--agrees
                    svg.check__mark
                      path
                    span
                li
                  b.article__value
                  span.article__what
                  span.check.check--agrees
                    svg.check__mark
                      path
                    span
                li
                  b.article__value
                  span.article__what
                  span.check.check--agrees
                    svg.check__mark
                      path
                    span
              details.fold.article__others
                summary
                ul.article__list
                  li
                    b.article__value
                    span.article__what
                    span.check.check--agrees
                      svg.check__mark
                        path
                      span
              p.chart__source
        div#below
          footer.foot
            p
            p
            ul
              li
                a
              li
                a
              li
                a
              li
                a
              li
                a",
    );
}

#[test]
fn the_built_page_leads_on_and_tells_no_time() {
    let built = built(&Page::Overview.charts()).into_string();
    let links = Page::ALL.iter().filter(|page| page.in_menu()).map(|page| format!("data-view=\"{}\"", page.name()));
    let files = File::ALL.iter().map(|file| format!("href=\"assets/data/{}\"", file.name()));
    let said = ["Newest: ", "<noscript><p class=\"notice\">This is the overview as of the last build"];
    for part in links.chain(files).chain(said.map(str::to_owned)) {
        assert!(built.contains(&part), "{part}");
    }
    let rooms = built.split("<span class=\"age-room\" aria-hidden=\"true\">").skip(1);
    let unseen: usize =
        rooms.map(|room| room.split("</span>").next().unwrap_or_default().matches(" ago").count()).sum();
    assert_eq!(built.matches(" ago").count(), unseen, "the clock of the build would be wrong soon");
}

#[test]
fn a_frame_with_fewer_panels_names_the_newest_of_those() {
    let data = shipped();
    let check = |name: ChartName, query: &str, panels: usize, expected: &[&str]| {
        let figure = figure(name, &data, query);
        let newest = EN.newest(&newest_drawn(&figure, panels));
        let said: Vec<&str> = newest.iter().map(|(what, _)| what.as_str()).collect();
        assert_eq!(said, expected, "{panels} of {} panels of {query}", figure.chart.panels.len());
    };
    let of_trade = "view=trade&asof=2026-11-01&v=2";
    check(ChartName::Trade, of_trade, 2, &["imports Aug 2026", "exports Feb 2026"]);
    check(ChartName::Trade, of_trade, 1, &["imports Aug 2026"]);
    check(ChartName::Ytd, of_trade, 2, &["imports Jan–Aug 2026", "exports Jan–Feb 2026"]);
    check(ChartName::Ytd, of_trade, 1, &["imports Jan–Aug 2026"]);
    let of_prices = "view=prices&asof=2026-11-01&v=2";
    check(ChartName::Prices, of_prices, 4, &["3 Aug 2026"]);
    check(ChartName::Prices, of_prices, 1, &["4 Feb 2026"]);
    check(ChartName::Prices, of_prices, 0, &[]);
    check(ChartName::Gap, "view=sourcing&asof=2026-11-01&v=2", usize::MAX, &["2025"]);
    // However few panels are drawn, nothing is newer than the day.
    for name in ChartName::ALL {
        let query = format!("view={}&chart={}&asof=2026-11-01&v=2", name.page().name(), name.name());
        let figure = figure(*name, &data, &query);
        for panels in 0..=figure.chart.panels.len() {
            let newest = newest_drawn(&figure, panels);
            let ahead = newest.iter().find(|newest| newest.when.last_day().year() > 2026);
            assert_eq!(ahead, None, "{query} with {panels} panels");
        }
    }
}

#[test]
fn a_low_frame_says_what_its_title_is_about_as_the_chart_rounds_it() {
    let data = shipped();
    let check = |name: ChartName, expected: &str| {
        let query = format!("view={}&chart={}&asof=2026-11-01&v=2", name.page().name(), name.name());
        let shown = shown(name, &data, &query);
        let said = frame_values(&shown.figure, &|mark| shown.describe(mark), &EN).into_string();
        let said = said.replace("<span>", "").replace("</span>", "");
        assert_eq!(said, expected, "{query}");
    };
    check(ChartName::Trade, "Imports, August 2026 <b>6,862 t</b> · Exports, February 2026 <b>4,407 t</b>");
    check(
        ChartName::Ytd,
        "Imports since January, January–August 2026 <b>70,200 t</b> · Exports since January, January–February 2026 <b>10,468 t</b>",
    );
    check(
        ChartName::Change,
        "Imports, third quarter of 2025 <b>−29\u{202f}%</b> · Exports, third quarter of 2025 <b>+14\u{202f}%</b>",
    );
    check(
        ChartName::Gap,
        "Myanmar, Compounds and metals, 2023 to 2025 <b>−31,944 t</b> · Dollars, 2023 to 2025: what Laos made up of Myanmar’s loss <b>49.5\u{202f}%</b> · Laos, Compounds and metals, 2023 to 2025 <b>+5,321 t</b>",
    );
    check(
        ChartName::Shifts,
        "Myanmar, Compounds and metals, 2023 to 2024 <b>−27,708 t</b> · Laos, Compounds and metals, 2024 to 2025 <b>+5,882 t</b> · Myanmar, Compounds and metals, 2023 to 2025 <b>−31,944 t</b>",
    );
    check(
        ChartName::Baskets,
        "Myanmar, Other compounds, 2025 <b>4,121 t</b> · Myanmar, Oxides, 2025 <b>36,008 t</b> · Laos, Mixed carbonate, 2025 <b>9.7 t</b>",
    );
    check(
        ChartName::OriginsValue,
        "Myanmar, Compounds and metals, 2025 <b>USD 790.4 million</b> · Laos, Compounds and metals, 2025 <b>USD 25.6 per kilogram</b> · Laos, Compounds and metals, 2025 <b>USD 425.9 million</b>",
    );
    check(
        ChartName::Index,
        "PrNd oxide, 5 February 2026 <b>176</b> · Terbium oxide, 22 January 2026 <b>88</b> · Dysprosium oxide, 5 February 2026 <b>84</b>",
    );
    check(
        ChartName::Prices,
        "Praseodymium metal, 8 January 2026 <b>820,000 CNY per tonne</b> · PrNd oxide, 5 February 2026 <b>747,000–753,000 CNY per tonne</b> · Dysprosium oxide, 5 February 2026 <b>1,390,000–1,410,000 CNY per tonne</b>",
    );
    check(
        ChartName::Outside,
        "Praseodymium oxide, 30 January 2026 <b>112–116 USD per kilogram</b> · Dysprosium oxide, 30 January 2026 <b>271–311 USD per kilogram</b> · Terbium oxide, 30 January 2026 <b>1,130–1,168 USD per kilogram</b>",
    );
}

#[test]
fn a_frame_keeps_the_sentence_that_a_title_without_the_country_needs() {
    let day = NaiveDate::from_ymd_opt(2026, 8, 31).unwrap();
    let caption = |title: &str| Caption {
        title: title.to_owned(),
        subtitle: "Tonnes a month. Solid: published.".to_owned(),
        newest: vec![("August 2026".to_owned(), day)],
        ..Caption::default()
    };
    let head = |title: &str, hidden: bool| outline(&frame_head(&caption(title), hidden).into_string());
    let stays = "p.chart__subtitle.chart__subtitle--stays\n";
    assert_eq!(head("China’s imports fell", false), "h1.chart__title\np.chart__subtitle\n");
    assert_eq!(head("Imports fell", false), format!("h1.chart__title\n{stays}"));
    assert_eq!(head("China’s imports fell", true), stays);
}

#[test]
fn a_frame_says_whose_figures_it_shows_and_that_panels_are_left_out() {
    let data = shipped();
    let shown = shown(ChartName::Prices, &data, "view=prices&asof=2026-11-01&v=2");
    let caption = shown.caption();
    let check = |panels: usize, expected: &str| {
        let source = frame_source(&shown.figure, panels, &caption, &|_| 3, &EN).into_string();
        let text = source.split('>').filter_map(|part| part.split('<').next()).collect::<Vec<_>>();
        assert_eq!(text.join("").trim(), expected, "{panels} panels");
    };
    let newest = "Agencies as each mark names them. Newest: 3 Aug 2026 (3 mo. ago).";
    check(usize::MAX, newest);
    // The style sheet shows one of the two.
    let drawn = "Agencies as each mark names them. Newest: 4 Feb 2026 (3 mo. ago). 1 of 4 panels.";
    check(1, &[drawn, newest].concat());
}
