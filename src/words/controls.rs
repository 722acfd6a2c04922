//! What a reader can choose, in words, and what an older link shows now.

use super::Words;
use super::table::texts;
use crate::view::choice::{Choice, Field, Key};
use crate::view::link::{Old, Replaced};
use crate::view::{Average, BasketsChoice, By, IndexBase, PriceUnit, Scaling, VatChoice};

texts! {
    /// What only fields, the strip and older links say.
    ControlWords
    fields {
        /// In the order of [`crate::data::Market::ALL`], in a word or two.
        markets: [&'static str; 7],
    }
    texts {
        by, range, range_all, range_other, range_from, range_to, range_form, range_no_month, range_order, year_from, year_to, year, baskets, basket, base,
        product, market, unit, vat, month, quarter, of_year, baskets_five, baskets_all, basket_all, base_article,
        base_controls, base_month, base_no_month, trade_base, in_tonnes, average, average_none, scale, scale_linear, scale_log, cny_tonne, cny_kilogram, usd_kilogram, vat_incl, vat_excl,
        strip_note, strip_from, strip_to, strip_window,
        old_change, old_origins, old_share, old_value, old_unit_value,
    }
    templates { hundred_in(month), of_months(n), range_since(year), more(chosen), replaced(list), replaced_by(was, now) }
}

impl Words {
    /// The label of a field.
    pub fn key(&self, key: Key) -> &'static str {
        let words = &self.more().controls;
        match key {
            Key::Range => words.range,
            Key::By | Key::Change => words.by,
            Key::YearFrom => words.year_from,
            Key::YearTo => words.year_to,
            Key::Year => words.year,
            Key::Baskets => words.baskets,
            Key::Basket => words.basket,
            Key::Base => words.base,
            Key::BaseMonth => words.base_month,
            Key::TradeBase => words.trade_base,
            Key::Average => words.average,
            Key::Scale => words.scale,
            Key::Product => words.product,
            Key::Market => words.market,
            Key::Unit => words.unit,
            Key::Vat => words.vat,
        }
    }

    /// An option of a field.
    pub fn choice(&self, choice: Choice) -> String {
        let words = &self.more().controls;
        let text = match choice {
            Choice::Since(_, Some(year)) => return words.range_since(&year.to_string()),
            Choice::Year(year) | Choice::YearFrom(year, _) | Choice::YearTo(year, _) => return year.to_string(),
            Choice::Product(product) => self.product_short(product),
            Choice::Basket(Some(basket)) => self.basket(basket),
            Choice::Market(market) => words.markets[market as usize],
            Choice::Since(_, None) => words.range_all,
            Choice::By(By::Month) => words.month,
            Choice::By(By::Quarter) => words.quarter,
            Choice::By(By::Year) => words.of_year,
            Choice::Basket(None) => words.basket_all,
            Choice::Baskets(BasketsChoice::Main) => words.baskets_five,
            Choice::Baskets(BasketsChoice::Every) => words.baskets_all,
            Choice::Base(IndexBase::Article) => words.base_article,
            Choice::Base(IndexBase::Controls) => words.base_controls,
            Choice::BaseMonth(Some(month)) | Choice::Base(IndexBase::Month(month)) => return self.month(month),
            Choice::BaseMonth(None) => words.base_no_month,
            Choice::TradeBase(Some(month)) => return words.hundred_in(&self.month(month)),
            Choice::TradeBase(None) => words.in_tonnes,
            Choice::Average(Average::None) => words.average_none,
            Choice::Average(average) => return words.of_months(average.name()),
            Choice::Scale(Scaling::Linear) => words.scale_linear,
            Choice::Scale(Scaling::Log) => words.scale_log,
            Choice::Unit(PriceUnit::CnyTonne) => words.cny_tonne,
            Choice::Unit(PriceUnit::CnyKilogram) => words.cny_kilogram,
            Choice::Unit(PriceUnit::Usd) => words.usd_kilogram,
            Choice::Vat(VatChoice::Included) => words.vat_incl,
            Choice::Vat(VatChoice::Excluded) => words.vat_excl,
        };
        text.to_owned()
    }

    /// The word for the fields behind it, with what is chosen in each.
    pub fn more_fields<'a>(&self, fields: impl Iterator<Item = &'a Field>) -> String {
        let chosen = |field: &Field| field.options.iter().find(|option| option.value() == field.chosen).copied();
        // Without the name of its field nobody knows what there is none of.
        let named = |choice: &Choice| !matches!(choice, Choice::Average(Average::None) | Choice::BaseMonth(None));
        let chosen = fields.filter_map(chosen).filter(named).map(|choice| self.choice(choice));
        let chosen: Vec<String> = chosen.collect();
        self.more().controls.more(&chosen.join(", "))
    }

    /// In one line, what an older link showed and what stands for it now; empty where nothing was replaced.
    pub fn link_replaced(&self, replaced: &[Replaced]) -> String {
        let words = &self.more().controls;
        let one = |replaced: &Replaced| {
            let was = match replaced.was {
                Old::TradeChange => words.old_change,
                Old::Origins => words.old_origins,
                Old::OriginsShare => words.old_share,
                Old::OriginsValue => words.old_value,
                Old::OriginsUnitValue => words.old_unit_value,
            };
            words.replaced_by(was, self.chart_name(replaced.now))
        };
        match replaced {
            [] => String::new(),
            replaced => words.replaced(&replaced.iter().map(one).collect::<Vec<_>>().join("; ")),
        }
    }
}
