//! A verdict as a form and a colour. Its word stands beside it.

use crate::article::Kind;
use maud::{Markup, html};

/// The class that gives it its colour.
pub(super) fn class(kind: Kind) -> &'static str {
    match kind {
        Kind::Agrees => "check--agrees",
        Kind::Related | Kind::CameAfter => "check--related",
        Kind::Differs => "check--differs",
        Kind::NotCheckable => "check--none",
    }
}

/// A tick, a wave, an arrow, an unequal sign, a ring.
pub(super) fn mark(kind: Kind) -> Markup {
    let path = match kind {
        Kind::Agrees => "M1.5 5.5l2.5 2.5l4.5-6",
        Kind::Related => "M1 5.5c1.5-3 3-3 4-.5s2.5 2.5 4-.5",
        Kind::CameAfter => "M1 5h7.5M5.5 2l3 3l-3 3",
        Kind::Differs => "M1.5 3.5h7M1.5 6.5h7M3 9l4-8",
        Kind::NotCheckable => "M5 1.5a3.5 3.5 0 1 0 .01 0z",
    };
    html! {
        svg.check__mark viewBox="0 0 10 10" width="10" height="10" aria-hidden="true" {
            path d=(path) fill="none" stroke="currentColor" stroke-width="1.4" {}
        }
    }
}
