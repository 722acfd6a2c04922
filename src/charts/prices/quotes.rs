//! How the quotes of a product are drawn: in whose hue, and which are joined.

use super::GUIDE_DAYS;
use crate::charts::figure::{Guide, Stroke};
use crate::charts::mark::Role;
use crate::data::period::day_position;
use crate::data::{Market, Product};
use chrono::NaiveDate;

pub(super) use crate::article::quotes::{
    Shown, Terms, claimed, house, in_unit, main_agency, newest_sound, shown, without_vat,
};

/// Pure praseodymium has the hue of its mixture with neodymium, and lines of its own.
fn stroke(product: Product) -> Stroke {
    match product {
        Product::PrOxide | Product::PrMetal => Stroke::ThinDashed,
        _ => Stroke::Thin,
    }
}

/// Lines through quotes of one agency that are close in time. In Europe, where quotes are few, there are none.
pub(super) fn guides(quotes: &[Shown], role: impl Fn(&Shown) -> Role, height: impl Fn(&Shown) -> f64) -> Vec<Guide> {
    let mut guides: Vec<(&str, NaiveDate, Guide)> = Vec::new();
    for shown in quotes.iter().filter(|shown| shown.fact.market != Market::Europe) {
        let Some(day) = shown.day() else { continue };
        let point = (day_position(day), height(shown));
        let run = guides.iter_mut().rev().find(|(name, _, _)| *name == shown.agency());
        match run {
            Some((_, last, guide)) if (day - *last).num_days() <= GUIDE_DAYS => {
                *last = day;
                guide.points.push(point);
            }
            _ => {
                let guide = Guide { role: role(shown), stroke: stroke(shown.fact.product), points: vec![point] };
                guides.push((shown.agency(), day, guide));
            }
        }
    }
    guides.into_iter().map(|(_, _, guide)| guide).filter(|guide| guide.points.len() > 1).collect()
}

/// A product's hue: light rare earths, dysprosium or terbium.
pub(in crate::charts) fn role(product: Product) -> Role {
    match product {
        Product::DyOxide | Product::DyMetal | Product::DyFe => Role::Dysprosium,
        Product::TbOxide | Product::TbMetal => Role::Terbium,
        Product::PrNdOxide
        | Product::PrNdMetal
        | Product::PrOxide
        | Product::PrMetal
        | Product::NdOxide
        | Product::NdMetal => Role::Praseodymium,
    }
}
