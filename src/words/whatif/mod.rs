//! What the page `whatif` says: its inputs (`inputs`), what follows from them (`charts`), and by which formula (`formulas`).

mod charts;
mod formulas;
mod inputs;

pub use formulas::Formula;
pub use inputs::StartWords;

use super::Words;
use super::table::texts;
use crate::article::whatif::{Element, Origin, Ratio, Substitute};
use crate::data::{Product, Quote};
use crate::view::{Page, PriceUnit};

texts! {
    /// What only the page `whatif`, its charts and its fields say.
    WhatIfWords
    texts {
        headline, standfirst, magnets, pr_ratio, dy_ratio, others, mines, ramp, magnex, prnd_price, prnd_share, ho_dy,
        dy_price, dy_share, tonnes_a_year, cny_per_tonne, before, after, yours, not_set, no_source, no_imports,
        demand_formula, supply_formula, break_even_formula, demand_measure, supply_measure_open, break_even_measure,
        demand_source, supply_source, break_even_source, supply_equal, cheaper_any, the_magnex, the_ho_dy,
        note_arithmetic, note_ratios, note_goods, note_no_mines, note_same_work, reset, reset_all, clear, formula,
        onward_whatif, onward_article,
    }
    templates {
        imports_from(origin), changed_input(what), start_at(value, what), start_quote(value, agency, day), start_before(start, value),
        start_no_change(tonnes, year), start_not_yet(from, year), no_row(file), problem(allowed, kept),
        problem_unset(allowed), number_whole(least, most), no_number(allowed), number_tenths(least, most), number_hundredths(least, most), measured(measure), measured_with(measure, changed), supply_measure(year),
        missing(list), demand_both(praseodymium, dysprosium), demand_one(tonnes, element), supply_short(tonnes, year),
        supply_over(tonnes, year), break_even_both(prnd, dy), break_even_one(substitute, price, product),
        break_even_any(substitute, product), needed(element), sent(origin), short(year), cheaper_above(substitute),
        version(what, version), product_of(a, b), change_of(tonnes, change), difference(a, b),
        break_even_of(price, cost, share), equals(terms, result), cheaper_up_to(product, share, substitute, cost),
        note_not_yet(year), reset_one(input),
    }
}

impl Words {
    /// What leads to a page that no menu names, or back from it.
    pub fn onward(&self, page: Page) -> &'static str {
        match page {
            Page::WhatIf => self.more().whatif.onward_whatif,
            _ => self.more().whatif.onward_article,
        }
    }

    fn ratio(&self, ratio: Ratio) -> String {
        self.unit_percent(&self.short_number(ratio.percent().to_f64(), 2))
    }

    /// "117,800 CNY/t".
    fn yuan(&self, price: f64) -> String {
        self.short_price(Quote::Single(price.round()), PriceUnit::CnyTonne)
    }

    fn whatif_origin(&self, origin: Origin) -> String {
        match origin {
            Origin::Named(partner) => self.partner(partner),
            Origin::Others => self.labels.others.to_owned(),
        }
    }

    fn whatif_element(&self, element: Element) -> &'static str {
        match element {
            Element::Praseodymium => self.labels.praseodymium,
            Element::Dysprosium => self.labels.dysprosium,
        }
    }

    fn whatif_element_lower(&self, element: Element) -> String {
        self.whatif_element(element).to_ascii_lowercase()
    }

    fn substitute(&self, substitute: Substitute) -> &'static str {
        match substitute {
            Substitute::MagNex => self.more().whatif.the_magnex,
            Substitute::HoDy => self.more().whatif.the_ho_dy,
        }
    }
}

/// What a substitute saves, as it is quoted.
fn saved(substitute: Substitute) -> Product {
    match substitute {
        Substitute::MagNex => Product::PrNdOxide,
        Substitute::HoDy => Product::DyOxide,
    }
}
