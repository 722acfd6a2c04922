//! Going from page to page: the focus, the window's title, and how far the reader had scrolled.

use super::app::app;
use super::journey::journey;
use super::page::Page;

/// Follows a link of the menu and waits for its page.
async fn follow(page: &Page, view: &str) {
    page.click(&format!("nav.views a[data-view={view}]")).await;
    page.wait_address(&format!("view={view}")).await;
    page.wait_for("document.activeElement?.id === 'headline'", &format!("the heading of {view} has the focus")).await;
}

#[test]
fn a_menu_link_leads_to_the_heading_and_names_the_window() {
    let server = app().start();
    journey("visits-menu", async |page| {
        page.open_ready(&server.url("")).await;
        page.wait_for("document.title.includes(' · Overview · ')", "the window has the overview's title").await;
        let mut titles = vec![page.js::<String>("return document.title").await];
        for (view, name) in [("trade", "Trade"), ("sourcing", "Sourcing"), ("prices", "Prices"), ("article", "Article")]
        {
            follow(page, view).await;
            let headline = page.text("#headline").await;
            page.wait_for(&format!("document.title.includes(' · {name} · ')"), "the window has the page's title").await;
            let title: String = page.js("return document.title").await;
            assert!(title.starts_with(&headline), "{title}: {headline}");
            titles.push(title);
        }
        titles.sort();
        titles.dedup();
        assert_eq!(titles.len(), 5, "{titles:?}");
        // A field keeps the focus, and the window says what was found now.
        follow(page, "trade").await;
        page.choose("trade-t", "long..latest").await;
        page.wait_address("t=long").await;
        page.wait_frames().await;
        assert!(page.js::<bool>("return document.activeElement.matches('[name=trade-t]')").await);
    });
}

#[test]
fn back_and_reload_keep_the_place() {
    let server = app().start();
    journey("visits-scroll", async |page| {
        page.set_window(1000, 700).await;
        page.open_ready(&server.url("")).await;
        page.wait_for("document.title.includes(' · Overview · ')", "all of the program is there").await;
        let scroll = async |y: u32| {
            page.js::<()>(&format!("scrollTo(0, {y})")).await;
            page.wait_for(&format!("scrollY === {y} && history.state === {y}"), "the place is remembered").await;
        };
        scroll(900).await;
        page.js::<()>("document.querySelector('.chart__more[data-view=sourcing]').click()").await;
        page.wait_address("view=sourcing").await;
        page.wait_for("document.activeElement?.id === 'headline' && scrollY === 0", "a page starts at its top").await;
        scroll(1500).await;
        page.js::<()>("history.back()").await;
        page.wait_for("location.search.includes('overview') && scrollY === 900", "Back leads to the place").await;
        page.js::<()>("history.forward()").await;
        page.wait_for("location.search.includes('sourcing') && scrollY === 1500", "and Forward").await;
        // A choice keeps it, and so does loading again.
        page.driver().refresh().await.expect("the page is loaded again");
        page.wait_ready().await;
        page.wait_for("scrollY === 1500", "Reload leads to the place").await;
        page.js::<()>("history.back()").await;
        page.wait_for("location.search.includes('overview') && scrollY === 900", "also after that").await;
    });
}
