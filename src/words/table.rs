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

/// Declares a table of texts. A template is a function of its holes; a counted one has the hole `{n}` besides.
///
/// `Words` is the whole table of a language. What only one family of charts says is in a table of its own, with its
/// functions beside it, as `trade`.
macro_rules! texts {
    (
        $(#[$doc:meta])* $table:ident
        $(fields { $($(#[$field_doc:meta])* $field:ident: $type:ty),* $(,)? })?
        texts { $($text:ident),* $(,)? }
        templates { $($template:ident($($hole:ident),*)),* $(,)? }
        $(counted { $($counted:ident($($with:ident),*)),* $(,)? })?
    ) => {
        $(#[$doc])*
        pub struct $table {
            $($($(#[$field_doc])* pub $field: $type,)*)?
            $(
                #[allow(missing_docs, reason = "the name says where it stands, each language what it is")]
                pub $text: &'static str,
            )*
            $(pub(in crate::words) $template: &'static str,)*
            $($(pub(in crate::words) $counted: $crate::words::table::Counted,)*)?
        }

        impl $table {
            $(
                /// The template of this name, its holes filled.
                pub fn $template(&self, $($hole: &str),*) -> String {
                    $crate::words::table::fill(self.$template, &[$((stringify!($hole), $hole)),*])
                }
            )*
            $($(
                /// The template of this name in the form for `count`, its holes filled.
                pub fn $counted(&self, count: usize, $($with: &str),*) -> String {
                    let n = self.number(count as f64, 0);
                    fill(self.$counted.form(count), &[("n", &n), $((stringify!($with), $with)),*])
                }
            )*)?

            /// Every template with its name and the holes that its function fills.
            #[cfg(test)]
            pub(in crate::words) fn templates(&self) -> Vec<(&'static str, &'static str, Vec<&'static str>)> {
                #[allow(unused_mut, reason = "a table without counted templates adds none")]
                let mut all = vec![$((stringify!($template), self.$template, vec![$(stringify!($hole)),*])),*];
                $($(for form in [self.$counted.one, self.$counted.other] {
                    all.push((stringify!($counted), form, vec!["n", $(stringify!($with)),*]));
                })*)?
                all
            }
        }
    };
}
pub(in crate::words) use texts;

texts! {
    /// The words of one language.
    Words
    fields {
        /// Which language it is.
        lang: crate::view::Lang,
        /// January first, in full.
        months: [&'static str; 12],
        /// January first, for narrow places.
        short_months: [&'static str; 12],
        /// The ordinals that stand in `quarter_form`.
        quarters: [&'static str; 4],
        /// In the order of [`crate::data::Basket::ALL`].
        baskets: [&'static str; 18],
        /// By code; others are shown as their code.
        partners: &'static [(&'static str, &'static str)],
        /// In the order of [`crate::data::Product::ALL`]: in full, and beside the chart.
        products: [(&'static str, &'static str); 11],
        /// In the order of [`crate::data::Market::ALL`].
        markets: [&'static str; 7],
        /// What only the trade charts say.
        trade: super::trade::TradeWords,
        /// What stands in drawings.
        labels: super::labels::LabelWords,
    }
    texts {
        group, decimal,
        // The page.
        site_title, site_subtitle, page_overview, page_trade, page_sourcing, page_prices, page_article, page_whatif, skip_to_content,
        views_label, loading, table_summary,
        events_title, source_label,
        chart_role, footer_figures, footer_schema, as_known_leave,
        notes_title, all_charts, built_limits, built_article,
        // Sharing and embedding.
        share, share_title,
        embed, embed_title,
        part_not_loaded, rest_not_loaded,
        // Trade.
        imports, exports, imports_lower, exports_lower, sourcing_standfirst,
        prices_standfirst, trade_source,
        // Sourcing.
        world, nothing_in_year, title_gap, title_origins, title_shifts, title_baskets, title_origins_value, title_partners,
        comtrade_source, baskets_source, partners_source,
        // Prices.
        prices_source, unit_cny_t, unit_cny_kg, unit_usd_kg, cny_t, cny_kg, usd_kg, title_index, title_prices, title_outside,
        // The what-if.
        title_demand, title_supply, title_break_even, no_start,
        // Sources and events.
        nothing_in_range,
    }
    templates {
        unit_tonnes(n), unit_percent(n), unit_dollars(n), unit_million_dollars(n), day_form(d, month, year),
        month_form(month, year), months_form(from, to, year), quarter_form(quarter, year), in_period(period),
        in_the_quarter(period),
        // The page.
        footer_article(day), open_view(view), open_full(view), built_other_view(view),
        newest_label(what), as_known_on(day), listed_count(title, n),
        // Trade.
        on_day(day),
        // Sourcing.
        from_to(from, to), without_vat(price, rate),
        hs_code(hs),
        article_value(n, unit),
        // Prices.
        no_quote_market(product, market),
    }
    counted {
        article_agree(),
        article_related(),
        article_differ(),
        article_came_after(),
        article_unchecked(),
        row_problems(),
        more_rows(),
        newest_age(what),
        months_ago(),
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
pub(super) fn fill(template: &str, values: &[(&str, &str)]) -> String {
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
            let words = crate::words::words(*lang);
            let families = [
                words.templates(),
                words.trade.templates(),
                words.more().sourcing.templates(),
                words.more().prices.templates(),
                words.labels.templates(),
                words.more().compared.templates(),
                words.more().controls.templates(),
                words.more().panels.templates(),
                words.more().frames.templates(),
                words.more().price_notes.templates(),
                words.more().issues.templates(),
                words.more().tips.templates(),
                words.more().origins.templates(),
                words.more().claims.templates(),
                words.more().article.templates(),
                words.more().article_page.templates(),
                words.more().whatif.templates(),
                words.more().records.templates(),
                words.more().summary.templates(),
            ];
            for (name, template, mut filled) in families.into_iter().flatten() {
                filled.sort_unstable();
                assert_eq!(holes(template), filled, "{name} in {}", lang.name());
            }
        }
    }

    #[test]
    fn one_is_not_many() {
        let check = |count, expected: &str| assert_eq!(crate::words::EN.newest_age(count, "March 2025"), expected);
        check(1, "March 2025 (1\u{a0}month\u{a0}ago)");
        check(2, "March 2025 (2\u{a0}months\u{a0}ago)");
    }
}
