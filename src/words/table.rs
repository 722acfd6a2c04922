//! The table of texts that each language fills: plain texts, templates with `{holes}`, and templates that count.
//!
//! A language that lacks a text does not compile; a template whose holes are not those of its function fails the test
//! below, in every language.

/// A template with a form for one and a form for any other number; a language without such forms has two equal ones.
pub struct Counted {
    /// Said where the number is 1.
    pub one: &'static str,
    /// Said of any other number, 0 among them.
    pub other: &'static str,
}

impl Counted {
    fn form(&self, count: usize) -> &'static str {
        if count == 1 { self.one } else { self.other }
    }
}

/// Declares the table. A template is a function of its holes; a counted one has the hole `{n}` besides.
macro_rules! texts {
    (
        texts { $($text:ident),* $(,)? }
        templates { $($template:ident($($hole:ident),*)),* $(,)? }
        counted { $($counted:ident($($with:ident),*)),* $(,)? }
    ) => {
        /// The words of one language.
        pub struct Words {
            /// January first, in full.
            pub(super) months: [&'static str; 12],
            /// January first, for narrow places.
            pub(super) short_months: [&'static str; 12],
            /// The ordinals that stand in `quarter_form`.
            pub(super) quarters: [&'static str; 4],
            /// In the order of [`crate::data::Basket::ALL`].
            pub(super) baskets: [&'static str; 18],
            /// By code; others are shown as their code.
            pub(super) partners: &'static [(&'static str, &'static str)],
            /// In the order of [`crate::data::Product::ALL`]: in full, and beside the chart.
            pub(super) products: [(&'static str, &'static str); 11],
            /// In the order of [`crate::data::Market::ALL`].
            pub(super) markets: [&'static str; 7],
            $(
                #[allow(missing_docs, reason = "the name says where it stands, each language what it is")]
                pub $text: &'static str,
            )*
            $(pub(super) $template: &'static str,)*
            $(pub(super) $counted: Counted,)*
        }

        impl Words {
            $(
                /// The template of this name, its holes filled.
                pub fn $template(&self, $($hole: &str),*) -> String {
                    fill(self.$template, &[$((stringify!($hole), $hole)),*])
                }
            )*
            $(
                /// The template of this name in the form for `count`, its holes filled.
                pub fn $counted(&self, count: usize, $($with: &str),*) -> String {
                    let n = self.number(count as f64, 0);
                    fill(self.$counted.form(count), &[("n", &n), $((stringify!($with), $with)),*])
                }
            )*

            /// Every template with its name and the holes that its function fills.
            #[cfg(test)]
            fn templates(&self) -> Vec<(&'static str, &'static str, Vec<&'static str>)> {
                let mut all = vec![$((stringify!($template), self.$template, vec![$(stringify!($hole)),*])),*];
                $(for form in [self.$counted.one, self.$counted.other] {
                    all.push((stringify!($counted), form, vec!["n", $(stringify!($with)),*]));
                })*
                all
            }
        }
    };
}

texts! {
    texts {
        group, decimal,
        // The page.
        site_title, site_subtitle, page_overview, page_trade, page_sourcing, page_prices, skip_to_content,
        views_label, loading, damaged_link, cleaned_link, table_summary, table_csv, table_what, table_value,
        table_details, table_source, events_title, source_label, range_label, range_from, range_to, preset_all,
        keyboard_hint, chart_role, axis_above_zero, footer_figures, footer_schema, headline_note, as_known_leave,
        notes_title, built_limits,
        // Sharing and embedding.
        share, share_title, share_moving, share_link, share_copy, share_copied, share_copy_refused, share_send,
        share_qr, share_local, embed, embed_title, embed_chart, embed_theme, theme_auto, theme_light, theme_dark,
        embed_hide, hide_title, hide_controls, hide_source, embed_width, embed_code, embed_sandbox,
        embed_sandbox_note, embed_script, embed_script_note, embed_preview, embed_preview_note, panel_close, embed_picture, embed_picture_note, part_not_loaded,
        // The controls.
        control_by, control_as, control_show, control_year, control_basket, control_pr, control_dy, control_market,
        control_unit, control_vat, by_month, by_quarter, by_year, as_tonnes, as_change, show_share, show_value,
        show_unit_value, all_baskets, vat_incl, vat_excl,
        // Trade.
        imports, exports, imports_lower, exports_lower, unchanged, headline_join, sourcing_standfirst,
        prices_standfirst, title_trade_month, title_trade_quarter, title_trade_year, title_trade_change,
        trade_subtitle, trade_note, trade_goods_note, two_months_note, computed_note, before_2014_note, trade_source,
        axis_tonnes_month, axis_tonnes_quarter, axis_tonnes_year, axis_change, changes_disagree, sources_differ,
        no_figure,
        // Sourcing.
        title_origins, origins_tonnes, origins_share, origins_value, origins_unit_value, origins_note,
        origins_others_note, origins_doubts_note, comtrade_source, axis_share, axis_value, axis_unit_value, others,
        world, kind_published, no_record, no_record_note, baskets_subtitle, baskets_note,
        baskets_forms_note, baskets_source, rivals_title, origin_not_published, no_world_total, other_origins,
        others_computed_legend, nothing_in_year, title_partners, partners_subtitle, partners_note,
        partners_rivals_note, partners_source, partners_listed,
        // Prices.
        title_prices, subtitle_as_quoted, subtitle_vat_assumed, subtitle_vat_off, prices_note, prices_guides_note,
        prices_vat_note, prices_source, axis_thousand_cny, unit_cny_t, unit_cny_kg, unit_usd_kg, vat_included,
        vat_excluded, vat_assumed, vat_unknown, article_forecast,
        // What figures imply.
        implied_deduced, implied_bounded, implied_note, at_most, at_least, disputes_title, dispute_revised,
        dispute_contradiction, dispute_left_out,
        // What is wrong with files and rows.
        issue_refused, issue_broke_off, issue_empty, issue_not_text, issue_web_page, issue_found_not_utf8,
        issue_found_not_csv, issue_period, issue_day, issue_day_or_period, issue_tonnes, issue_dollars, issue_percent,
        issue_price, issue_number, issue_count, issue_web_address, issue_low_below_high, issue_low_and_high,
        issue_band_or_mid, issue_some_figure, issue_text, issue_partner_code, issue_basket, issue_yes_or_nothing,
        issue_line_end, issue_one_line, issue_utf8,
        // What a link can hold.
        link_range, link_year, link_basket, link_day, link_hide, link_id, link_once, link_version,
        // Sources and events.
        nothing_in_range, tip_hint, withheld_short, event_policy, event_supply, event_demand, event_price,
    }
    templates {
        unit_tonnes(n), unit_percent(n), unit_dollars(n), unit_million_dollars(n), day_form(d, month, year),
        month_form(month, year), months_form(from, to, year), quarter_form(quarter, year), in_period(period),
        in_the_quarter(period),
        // The page.
        open_view(view), open_full(view), built_other_view(view), damaged_link_entry(key, found, expected), file_problem(file, problem),
        chart_needs(file, problem), newest_label(what), as_known_on(day), preset_since(year), listed_count(title, n),
        // Sharing and embedding.
        share_frozen(day), embed_code_note(width),
        // Trade.
        rose(pct), fell(pct), headline_alike(exports, imports, period), headline_apart(exports, imports, period),
        headline_sourcing(myanmar, laos, year), headline_quote(product, price, when), on_day(day),
        flow_in(flow, period), spread_over(tonnes), sum_of(parts), change_printed(change), change_computed(change),
        tonnes_after(now, before), gap_label(flow), gap_label_short(flow), gaps_note(list), published_for_longer(periods),
        // Sourcing.
        origins_shares_note(list), no_record_of(origin), share_of(origin, share), origin_in(origin, basket, period), others_computed(world, named), share_computed(share), share_published(share), share_of_basket(share),
        value_cif(value), per_tonne(value), hs_code(hs), kind_derived(formula), kind_estimated(formula),
        title_baskets(year), partners_article_note(statement, value, source, checked), article_value(n, unit),
        article_checked(checked),
        // Prices.
        prices_subtitle(market, unit, vat), outlook_note(source), product_on(product, day), mid_printed(mid),
        vat_taken_off(rate), no_quote_market(product, market), outlook_title(from, to),
        // What figures imply.
        range_tonnes(low, high), proof_sum(end, tonnes, sum),
        proof_step(period, end, tonnes, base, later, change), dispute_against(figures), dispute_by(by),
        dispute_by_points(n),
        // What is wrong with files and rows.
        issue_not_fetched(reason), issue_status(status), issue_too_large(found, limit),
        issue_missing_column(column, expected), issue_row(file, line, found, expected),
        issue_cell(file, line, column, found, expected), issue_one_of(names),
        // What a link can hold.
        link_one_of(names), link_length(limit),
        // Sources and events.
        public_since(source, day), withheld(source, day), doubtful(source),
    }
    counted {
        row_problems(),
        more_rows(),
        newest_age(what),
        share_length(),
        link_characters(),
        issue_columns(),
        printed_by(),
        prices_left_out(),
        no_quote_unit(),
        proof_more(),
    }
}

/// Replaces each `{hole}` of a template by its text.
fn fill(template: &str, values: &[(&str, &str)]) -> String {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::Lang;

    #[test]
    fn templates_are_filled() {
        let check = |template: &str, expected: &str| assert_eq!(fill(template, &[("a", "1"), ("b", "{a}")]), expected);
        check("", "");
        check("{a} and {b}", "1 and {a}");
        check("{c}", "");
        check("open {a", "open 1");
    }

    /// The names in a template's holes, each once, ascending.
    fn holes(template: &str) -> Vec<&str> {
        let mut holes: Vec<&str> =
            template.split('{').skip(1).map(|rest| rest.split('}').next().unwrap_or_default()).collect();
        holes.sort_unstable();
        holes.dedup();
        holes
    }

    #[test]
    fn the_holes_of_every_template_are_filled() {
        for lang in Lang::ALL {
            for (name, template, mut filled) in crate::words::words(*lang).templates() {
                filled.sort_unstable();
                assert_eq!(holes(template), filled, "{name} in {}", lang.name());
            }
        }
    }

    #[test]
    fn one_is_not_many() {
        let check = |count, expected: &str| assert_eq!(crate::words::EN.newest_age(count, "March 2025"), expected);
        check(1, "March 2025 (1 month ago)");
        check(2, "March 2025 (2 months ago)");
    }
}
