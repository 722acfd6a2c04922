//! How high the frame of a chart is, before any browser has drawn it. `browser/frame_sizes.rs` compares it with what frames say.

use crate::common::{shipped, shown, view};
use rare_earth_trade::html::frame_height;
use rare_earth_trade::html::share::WIDTHS;
use rare_earth_trade::view::link::print;
use rare_earth_trade::view::share::framed;
use rare_earth_trade::words::EN;

/// The heights of a frame in the widths that an editor can try.
fn frame_heights(query: &str, hide: &str) -> [u32; 3] {
    let framed = framed(&view(query), &[("_hide".to_owned(), hide.to_owned())]);
    let shown = shown(framed.charts()[0], &shipped(), &print(&framed));
    let height = |width| frame_height(&shown.figure, &shown.caption(), &framed, width, &|_| 8, &EN);
    WIDTHS.map(height)
}

#[test]
fn the_height_of_a_frame_follows_from_its_figure_and_width() {
    let check = |query: &str, hide: &str, expected: [u32; 3]| {
        assert_eq!(frame_heights(query, hide), expected, "{query} without {hide:?}");
    };
    check("view=overview&chart=trade&asof=2026-09-14", "", [822, 622, 611]);
    check("view=overview&chart=trade&asof=2026-09-14", "title~source", [700, 559, 587]);
    check("view=overview&chart=shifts&asof=2026-09-14", "", [716, 660, 244]);
    check("view=overview&chart=prices&asof=2026-09-14", "", [1600, 837, 786]);
}
