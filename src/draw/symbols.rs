//! The symbol of a point: a disc, a square or a diamond by its role, full or open.

use super::geometry::{Point, Rect};
use super::placed::Element;
use super::style::{Colour, Form, Paint};
use crate::charts::Role;

/// A point's symbol. `radius_px` is that of a disc; squares and diamonds look as large.
pub fn symbol(role: Role, colour: Colour, open: bool, center: Point, radius_px: f64) -> Element {
    let paint = Paint::area(colour, if open { Form::Open } else { Form::Solid });
    match role {
        Role::Praseodymium => {
            let side = 1.8 * radius_px;
            Element::Rect { rect: Rect::around(center, side, side), paint }
        }
        Role::Terbium => {
            let r = 1.3 * radius_px;
            let Point { x, y } = center;
            let points =
                vec![Point { x, y: y - r }, Point { x: x + r, y }, Point { x, y: y + r }, Point { x: x - r, y }];
            Element::Polygon { points, paint }
        }
        _ => Element::Circle { center, radius_px, paint },
    }
}
