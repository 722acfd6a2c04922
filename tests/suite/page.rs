//! The page as HTML: its blocks in their order, and the overview that stands without the program.

use crate::common::{same, shipped, view};
use chrono::NaiveDate;
use maud::PreEscaped;
use rare_earth_trade::article::Claims;
use rare_earth_trade::charts::headline::{self, headline};
use rare_earth_trade::data::File;
use rare_earth_trade::html::Markup;
use rare_earth_trade::html::age::ROOM_MONTHS;
use rare_earth_trade::html::built::{BuiltChart, BuiltPage, blocks, overview};
use rare_earth_trade::view::{Block, ChartName, Extent, Page, Section};
use rare_earth_trade::words::{Caption, EN};

/// The elements of HTML, a line each, with their ids, classes and whether they are disabled.
pub fn outline(html: &str) -> String {
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
                dd.now__rest
                  span
                    span.age-room
              div
                dt
                dd.now__value
                dd.now__rest
                  span
                    span.age-room
              div
                dt
                dd.now__value
                dd.now__rest
                  span
                  span
                    span.age-room
                  span
              div
                dt
                dd.now__value
                dd.now__rest
                  span
                  span
                    span.age-room
                  span
              div
                dt
                dd.now__value
                dd.now__rest
                  span
                  span
                    span.age-room
                  span
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
              a
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
