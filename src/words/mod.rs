//! Every word on the page, in one table per language. Templates hold `{names}` that [`Words::fill`] replaces.

mod en;
mod format;
mod issues;

pub use en::EN;

use crate::data::{Basket, EventKind, Flow, Market, Partner, Product, Span};
use crate::view::{By, Lang, OriginMeasure, Page, PriceUnit, TradeMeasure, VatChoice};

/// Declares the table: each field is a text, so that a language that lacks one does not compile.
macro_rules! texts {
    ($($name:ident),+ $(,)?) => {
        /// The words of one language.
        pub struct Words {
            pub months: [&'static str; 12],
            pub short_months: [&'static str; 12],
            pub quarters: [&'static str; 4],
            /// By the order of [`Basket::ALL`].
            pub baskets: [&'static str; 18],
            /// By code; others are shown as their code.
            pub partners: &'static [(&'static str, &'static str)],
            /// By the order of [`Product::ALL`]: in full, and beside the chart.
            pub products: [(&'static str, &'static str); 11],
            /// By the order of [`Market::ALL`].
            pub markets: [&'static str; 7],
            $(pub $name: &'static str),+
        }
    };
}

texts! {
    group, decimal, unit_tonnes, unit_percent, unit_dollars, unit_million_dollars,
    day_form, month_form, months_form, quarter_form, in_span, in_quarter,
    // The page.
    site_title, site_subtitle, page_overview, page_trade, page_sourcing, page_prices, skip_to_content, views_label,
    open_view, open_full, loading, damaged_link, damaged_link_entry, cleaned_link, file_problem, row_problems, more_rows,
    chart_needs, table_summary, table_csv, table_what, table_value, table_details, table_source, events_title, source_label,
    newest_label, newest_age, as_known_on, range_label, range_from, range_to, preset_all, preset_since,
    keyboard_hint, chart_role, axis_above_zero, footer_figures, footer_schema,
    listed_count, headline_note, as_known_leave, notes_title,
    // Sharing and embedding.
    share, share_title, share_moving, share_frozen, share_link, share_copy, share_copied, share_copy_refused, share_send,
    share_length, share_qr, share_local, embed, embed_title, embed_chart, embed_theme, theme_auto, theme_light,
    theme_dark, embed_hide, hide_title, hide_controls, hide_source, embed_width, embed_code, embed_code_note,
    embed_sandbox, embed_sandbox_note, embed_script, embed_script_note, embed_preview, embed_preview_note, panel_close,
    // The controls.
    control_by, control_as, control_show, control_year, control_basket, control_pr, control_dy, control_market,
    control_unit, control_vat, by_month, by_quarter, by_year, as_tonnes, as_change, show_share, show_value,
    show_unit_value, all_baskets, vat_incl, vat_excl,
    // Trade.
    imports, exports, imports_lower, exports_lower, rose, fell, unchanged, headline_alike, headline_apart, headline_sourcing,
    headline_quote, on_day, headline_join, sourcing_standfirst, prices_standfirst,
    title_trade_month, title_trade_quarter, title_trade_year, title_trade_change, trade_subtitle, trade_note,
    trade_goods_note, two_months_note, computed_note, before_2014_note, trade_source, axis_tonnes_month,
    axis_tonnes_quarter, axis_tonnes_year, axis_change, flow_in, spread_over, sum_of, change_printed, change_computed,
    changes_disagree, tonnes_after, printed_by, sources_differ, gap_label, gaps_note, no_figure, published_for_longer,
    // Sourcing.
    title_origins, origins_tonnes, origins_share, origins_value, origins_unit_value, origins_note, origins_others_note,
    origins_shares_note, share_of, origins_doubts_note, comtrade_source, axis_share, axis_value, axis_unit_value, origin_in, others, others_in,
    others_computed, world, share_computed, share_published, share_of_basket, value_cif, per_tonne, hs_code,
    kind_published, kind_derived, kind_estimated, laos_no_record, no_record, no_record_note, title_baskets,
    baskets_subtitle, baskets_note, baskets_forms_note, baskets_source, rivals_title, origin_not_published,
    no_world_total, other_origins, others_computed_legend, nothing_in_year, title_partners, partners_subtitle,
    partners_note, partners_article_note, partners_rivals_note, partners_source, partners_listed, article_value, article_checked,
    // Prices.
    title_prices, prices_subtitle, subtitle_as_quoted, subtitle_vat_assumed, subtitle_vat_off, prices_note,
    prices_guides_note, prices_vat_note, outlook_note, prices_left_out, prices_source, axis_thousand_cny, unit_cny_t, unit_cny_kg,
    unit_usd_kg, product_on, mid_printed, vat_included, vat_excluded, vat_assumed, vat_unknown, vat_taken_off,
    no_quote_market, no_quote_unit, article_forecast, outlook_title,
    // What figures imply.
    implied_deduced, implied_bounded, implied_note, range_tonnes, at_most, at_least, proof_sum, proof_step, proof_more,
    disputes_title, dispute_revised, dispute_contradiction, dispute_left_out, dispute_against, dispute_by,
    dispute_by_points,
    // Sources and events.
    nothing_in_range, public_since, withheld, doubtful, tip_hint, withheld_short, event_policy, event_supply, event_demand, event_price,
    // What is wrong with a data file or a row.
    issue_not_fetched, issue_refused, issue_status, issue_broke_off, issue_empty, issue_too_large, issue_not_text,
    issue_web_page, issue_missing_column, issue_row, issue_cell, issue_found_not_utf8, issue_found_not_csv,
    issue_columns, issue_period, issue_day, issue_day_or_period, issue_tonnes, issue_dollars, issue_percent,
    issue_price, issue_number, issue_count, issue_web_address, issue_low_below_high, issue_low_and_high,
    issue_band_or_mid, issue_some_figure, issue_text, issue_partner_code, issue_one_of, issue_basket,
    issue_yes_or_nothing, issue_line_end, issue_one_line, issue_utf8,
}

/// The words of a language.
pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::English => &EN,
    }
}

impl Words {
    /// Replaces each `{name}` of a template by its text.
    pub fn fill(&self, template: &str, values: &[(&str, &str)]) -> String {
        let mut out = String::with_capacity(template.len() + 32);
        let mut rest = template;
        while let Some((before, after)) = rest.split_once('{') {
            out.push_str(before);
            let (name, after) = after.split_once('}').unwrap_or((after, ""));
            if let Some((_, value)) = values.iter().find(|(key, _)| *key == name) {
                out.push_str(value);
            }
            rest = after;
        }
        out.push_str(rest);
        out
    }

    /// "in January–September 2025", "in the first quarter of 2025".
    pub fn in_span(&self, span: Span) -> String {
        let template = if span.as_quarter().is_some() { self.in_quarter } else { self.in_span };
        self.fill(template, &[("period", &self.span(span))])
    }

    pub fn flow(&self, flow: Flow) -> &'static str {
        match flow {
            Flow::Import => self.imports,
            Flow::Export => self.exports,
        }
    }

    pub fn flow_lower(&self, flow: Flow) -> &'static str {
        match flow {
            Flow::Import => self.imports_lower,
            Flow::Export => self.exports_lower,
        }
    }

    pub fn basket(&self, basket: Basket) -> &'static str {
        self.baskets[basket as usize]
    }

    /// The partner's name, or its code where the table has none.
    pub fn partner(&self, partner: Partner) -> String {
        let named = self.partners.iter().find(|(code, _)| *code == partner.code());
        named.map_or(partner.code(), |(_, name)| name).to_owned()
    }

    pub fn product(&self, product: Product) -> &'static str {
        self.products[product as usize].0
    }

    pub fn product_short(&self, product: Product) -> &'static str {
        self.products[product as usize].1
    }

    pub fn market(&self, market: Market) -> &'static str {
        self.markets[market as usize]
    }

    pub fn page(&self, page: Page) -> &'static str {
        match page {
            Page::Overview => self.page_overview,
            Page::Trade => self.page_trade,
            Page::Sourcing => self.page_sourcing,
            Page::Prices => self.page_prices,
        }
    }

    pub fn by(&self, by: By) -> &'static str {
        match by {
            By::Month => self.by_month,
            By::Quarter => self.by_quarter,
            By::Year => self.by_year,
        }
    }

    pub fn trade_measure(&self, measure: TradeMeasure) -> &'static str {
        match measure {
            TradeMeasure::Tonnes => self.as_tonnes,
            TradeMeasure::Change => self.as_change,
        }
    }

    pub fn origin_measure(&self, measure: OriginMeasure) -> &'static str {
        match measure {
            OriginMeasure::Tonnes => self.as_tonnes,
            OriginMeasure::Share => self.show_share,
            OriginMeasure::Value => self.show_value,
            OriginMeasure::UnitValue => self.show_unit_value,
        }
    }

    pub fn price_unit(&self, unit: PriceUnit) -> &'static str {
        match unit {
            PriceUnit::CnyTonne => self.unit_cny_t,
            PriceUnit::CnyKilogram => self.unit_cny_kg,
            PriceUnit::Usd => self.unit_usd_kg,
        }
    }

    pub fn vat(&self, vat: VatChoice) -> &'static str {
        match vat {
            VatChoice::Included => self.vat_incl,
            VatChoice::Excluded => self.vat_excl,
        }
    }

    pub fn event_kind(&self, kind: EventKind) -> &'static str {
        match kind {
            EventKind::Policy => self.event_policy,
            EventKind::Supply => self.event_supply,
            EventKind::Demand => self.event_demand,
            EventKind::Price => self.event_price,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn templates_are_filled() {
        let check =
            |template: &str, expected: &str| assert_eq!(EN.fill(template, &[("a", "1"), ("b", "{a}")]), expected);
        check("", "");
        check("{a} and {b}", "1 and {a}");
        check("{c}", "");
        check("open {a", "open 1");
    }
}
