//! Every word on the page, in one table per language. Templates hold `{names}` that [`Words::fill`] replaces.

use super::view::{By, Lang, OriginMeasure, Page, PriceUnit, TradeMeasure, VatChoice};
use crate::data::{Basket, EventKind, Flow, Market, Partner, Product, Span};

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
    keyboard_hint, chart_role, footer_figures, footer_schema,
    listed_count, headline_note, as_known_leave, notes_title,
    // Sharing and embedding.
    share, share_title, share_moving, share_frozen, share_link, share_copy, share_copied, share_copy_refused, share_send,
    share_length, share_qr, share_local, embed, embed_title, embed_chart, embed_theme, theme_auto, theme_light,
    theme_dark, embed_hide, hide_title, hide_controls, hide_source, embed_width, embed_code, embed_code_note,
    embed_sandbox, embed_sandbox_note, embed_script, embed_script_note, embed_preview, embed_preview_note, panel_close,
    // The controls.
    control_by, control_as, control_show, control_year, control_basket, control_pr, control_dy, control_market,
    control_unit, control_vat, by_month, by_quarter, by_year, as_tonnes, as_change, show_share, show_value,
    show_unit_value, all_baskets, vat_incl, vat_excl,     // Trade.
    imports, exports, imports_lower, exports_lower, rose, fell, unchanged, headline_alike, headline_apart, headline_sourcing,
    headline_quote, headline_join, sourcing_standfirst, prices_standfirst,
    title_trade_month, title_trade_quarter, title_trade_year, title_trade_change, trade_subtitle, trade_note,
    trade_goods_note, two_months_note, computed_note, before_2014_note, trade_source, axis_tonnes_month,
    axis_tonnes_quarter, axis_tonnes_year, axis_change, flow_in, spread_over, sum_of, change_printed, change_computed,
    changes_disagree, tonnes_after, printed_by, sources_differ, gap_label, gap_short, no_figure, published_for_longer,
    // Sourcing.
    title_origins, origins_tonnes, origins_share, origins_value, origins_unit_value, origins_note, origins_others_note,
    origins_doubts_note, comtrade_source, axis_share, axis_value, axis_unit_value, origin_in, others, others_in,
    others_computed, world, share_computed, share_published, share_of_basket, value_cif, per_tonne, hs_code,
    kind_published, kind_derived, kind_estimated, laos_no_record, no_record, no_record_note, title_baskets,
    baskets_subtitle, baskets_note, baskets_forms_note, baskets_source, rivals_title, origin_not_published,
    no_world_total, other_origins, others_computed_legend, nothing_in_year, title_partners, partners_subtitle,
    partners_note, partners_rivals_note, partners_source, partners_listed, article_value, article_checked,
    // Prices.
    title_prices, prices_subtitle, subtitle_as_quoted, subtitle_vat_assumed, subtitle_vat_off, prices_note,
    prices_guides_note, prices_vat_note, prices_left_out, prices_source, axis_thousand_cny, unit_cny_t, unit_cny_kg,
    unit_usd_kg, product_on, mid_printed, vat_included, vat_excluded, vat_assumed, vat_unknown, vat_taken_off,
    no_quote_market, no_quote_unit, article_forecast, outlook_title,
    // What figures imply.
    implied_deduced, implied_bounded, implied_note, range_tonnes, at_most, at_least, proof_sum, proof_step, proof_more,
    disputes_title, dispute_revised, dispute_contradiction, dispute_left_out, dispute_against, dispute_by,
    dispute_by_points,
    // Sources and events.
    nothing_in_range, public_since, withheld, withheld_short, event_policy, event_supply, event_demand, event_price,
}

/// The words of a language.
pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::English => &EN,
    }
}

pub static EN: Words = Words {
    group: ",",
    decimal: ".",
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    short_months: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    quarters: ["first", "second", "third", "fourth"],
    unit_tonnes: "{n} t",
    unit_percent: "{n} %",
    unit_dollars: "USD {n}",
    unit_million_dollars: "USD {n} million",
    day_form: "{d} {month} {year}",
    month_form: "{month} {year}",
    months_form: "{from}–{to} {year}",
    quarter_form: "{quarter} quarter of {year}",
    in_span: "in {period}",
    in_quarter: "in the {period}",

    site_title: "China’s rare earth trade",
    site_subtitle: "Imports against exports, Myanmar and Laos, and the prices of praseodymium and dysprosium. Every figure leads to where it was published.",
    page_overview: "Overview",
    page_trade: "Trade",
    page_sourcing: "Sourcing",
    page_prices: "Prices",
    skip_to_content: "Skip to the charts",
    views_label: "Views",
    open_view: "More in {view}",
    open_full: "All charts and figures: {view}",
    loading: "Loading the figures …",
    damaged_link: "Part of this link could not be read. The rest is shown.",
    damaged_link_entry: "{key} was “{found}”; expected {expected}",
    cleaned_link: "Use the link without it",
    file_problem: "{file} {problem}.",
    row_problems: "{n} row(s) of the data files could not be read and are left out",
    more_rows: "and {n} more",
    chart_needs: "This chart cannot be drawn: {file} {problem}.",
    table_summary: "Figures as a table",
    table_csv: "As a file (CSV)",
    table_what: "Figure",
    table_value: "Value",
    table_details: "Details",
    table_source: "Published by",
    events_title: "Events on the time axis",
    source_label: "Source",
    newest_label: "Newest figure: {what}.",
    newest_age: "Newest figure: {what}, {n} months ago.",
    as_known_on: "As known on {day}: later figures are left out.",
    range_label: "Range",
    range_from: "From",
    range_to: "To",
    preset_all: "All",
    preset_since: "Since {year}",
    keyboard_hint: "Arrow keys move from figure to figure, Enter opens the source, Escape leaves.",
    chart_role: "chart",
    footer_figures: "The figures (CSV)",
    footer_schema: "Each row is one published figure with the address where it was read. Gaps are gaps; nothing is interpolated.",
    listed_count: "{title} ({n})",
    as_known_leave: "Show the latest figures",
    notes_title: "About these figures",
    share: "Share",
    share_title: "Share what you see",
    share_moving: "Moving: it shows the latest figures whenever it is opened.",
    share_frozen: "Frozen: it shows what was known on {day}, for ever.",
    share_link: "Link",
    share_copy: "Copy",
    share_copied: "Copied.",
    share_copy_refused: "The browser refused to copy. The text is selected: press Ctrl+C, or ⌘C.",
    share_send: "Send …",
    share_length: "{n} characters",
    share_qr: "The same link as a QR code",
    share_local: "This copy of the page is a file of its own: the link leads to it only where it lies now.",
    embed: "Embed",
    embed_title: "Embed one chart in your page",
    embed_chart: "Chart",
    embed_theme: "Colours",
    theme_auto: "As the page around it",
    theme_light: "Light",
    theme_dark: "Dark",
    embed_hide: "Leave out",
    hide_title: "Title",
    hide_controls: "Fields",
    hide_source: "Source line",
    embed_width: "Width of the column",
    embed_code: "Code for your page",
    embed_code_note: "The title tells screen readers what the frame holds. Lazy loading fetches the chart when a reader comes near it. The height is what this chart needs in a column of {width} px.",
    embed_sandbox: "In a sandbox",
    embed_sandbox_note: "The sandbox line allows the chart to draw and to open its links, and nothing else. The chart’s host must then send the header Access-Control-Allow-Origin: *.",
    embed_script: "Script that fits the height (optional)",
    embed_script_note: "Once, anywhere in your page: it gives each frame the height that its chart needs, whatever the width. Without it the frame keeps the height in its code and looks right at that width.",
    embed_preview: "Preview",
    embed_preview_note: "If your page shows an empty frame instead, one of the two sites forbids it: yours by frame-src, the chart’s by frame-ancestors or X-Frame-Options.",
    panel_close: "Close",
    headline_note: "Change on a year before, in tonnes of gross weight: the newest period with a figure for both.",

    control_by: "By",
    control_as: "Show",
    control_show: "Origins as",
    control_year: "Year of the baskets",
    control_basket: "Basket through time",
    control_pr: "Praseodymium",
    control_dy: "Dysprosium, terbium",
    control_market: "Market",
    control_unit: "Unit",
    control_vat: "VAT",
    by_month: "Month",
    by_quarter: "Quarter",
    by_year: "Year",
    as_tonnes: "Tonnes",
    as_change: "Change on a year before",
    show_share: "Share of tonnes",
    show_value: "Value",
    show_unit_value: "Unit value",
    all_baskets: "All, one panel each",
    vat_incl: "As quoted",
    vat_excl: "Without VAT",

    imports: "Imports",
    exports: "Exports",
    imports_lower: "imports",
    exports_lower: "exports",
    rose: "rose {pct}\u{a0}%",
    fell: "fell {pct}\u{a0}%",
    unchanged: "were unchanged",
    headline_alike: "China’s rare earth exports {exports} and imports {imports} {period}",
    headline_apart: "China’s rare earth exports {exports} while imports {imports} {period}",
    headline_sourcing: "Myanmar supplied {myanmar}\u{a0}% and Laos {laos}\u{a0}% of China’s imported rare earth compounds and metals in {year}",
    headline_quote: "{product} at {price} on {day}",
    headline_join: "; ",
    sourcing_standfirst: "Shares of net tonnes, computed from UN Comtrade as reported by China.",
    prices_standfirst: "The newest quotes of the market and unit chosen below.",
    title_trade_month: "Imports and exports, tonnes a month",
    title_trade_quarter: "Imports and exports, tonnes a quarter",
    title_trade_year: "Imports and exports, tonnes a year",
    title_trade_change: "Imports and exports, change on a year before",
    trade_subtitle: "Columns are imports, lines are exports",
    trade_note: "Tonnes of gross weight of the customs headline “rare earths” (not “rare earths and products”, which are mostly magnets).",
    trade_goods_note: "Imports are ores, carbonates and oxides, exports mostly separated oxides and metals: the two are unlike goods.",
    two_months_note: "A bracket marks January and February, published as one figure: its area is the total. A month that is published itself takes the pair’s place.",
    computed_note: "Hatched marks are computed from published figures: sums of published parts, or changes between two published totals.",
    before_2014_note: "Figures before 2014 are of other baskets and do not join to the later series.",
    trade_source: "China’s General Administration of Customs, as quoted in the press; each mark names its publisher.",
    axis_tonnes_month: "tonnes a month",
    axis_tonnes_quarter: "tonnes a quarter",
    axis_tonnes_year: "tonnes a year",
    axis_change: "% on a year before",
    flow_in: "{flow}, {period}",
    spread_over: "drawn as {tonnes} a month",
    sum_of: "computed: {parts}",
    change_printed: "{change} on a year before, as printed",
    change_computed: "{change} on a year before, computed",
    changes_disagree: "The printed and the computed change disagree by more than rounding.",
    tonnes_after: "{now} after {before} a year before",
    printed_by: "printed by {n} publications",
    sources_differ: "publications differ on this figure",
    gap_short: "no figure found",
    gap_label: "{flow}: no published figure found",
    no_figure: "no published figure found",
    published_for_longer: "published for longer periods: {periods}",

    title_origins: "Where China’s imports come from",
    origins_tonnes: "Compounds and metals (HS 2846, 2805.30), net tonnes a year; labels are shares of the tonnes",
    origins_share: "Compounds and metals (HS 2846, 2805.30), share of the year’s net tonnes",
    origins_value: "Compounds and metals (HS 2846, 2805.30), million US dollars a year (CIF)",
    origins_unit_value: "Compounds and metals (HS 2846, 2805.30), US dollars per net tonne (CIF), computed from value and tonnes",
    origins_note: "Basket compounds-metals: HS 2846 and 280530, net weight. Ore and monazite are not in it.",
    origins_others_note: "“Others” (open) is the world’s total less the named origins, computed. Without a published world value a year has no “others” by value.",
    origins_doubts_note: "Hatched parts are sums of published lines. The United States of 2018 hold mine concentrate that was booked under 2846.",
    comtrade_source: "UN Comtrade, imports as reported by China (public extract).",
    axis_share: "% of the tonnes",
    axis_value: "million US dollars",
    axis_unit_value: "US dollars per tonne",
    origin_in: "{origin}, {basket}, {period}",
    others: "Others",
    others_in: "Others, {period}",
    others_computed: "computed: the world’s {world} less {named}",
    world: "World",
    share_computed: "{share} of the world’s tonnes, computed",
    share_published: "{share} of the basket, as published",
    share_of_basket: "{share} of the basket",
    value_cif: "{value} (CIF)",
    per_tonne: "USD {value} per tonne",
    hs_code: "HS {hs}",
    kind_published: "published",
    kind_derived: "derived: {formula}",
    kind_estimated: "estimated by the source: {formula}",
    laos_no_record: "Laos: no record",
    no_record: "no record",
    no_record_note: "Laos has no row in tables that list flows of a few dollars. No record is not zero.",
    title_baskets: "{year} by basket: what came from where",
    baskets_subtitle: "Net tonnes; each row is a basket of its own, never added to another",
    baskets_note: "Baskets overlap: carbonates hold the mixed carbonate, compounds and metals hold the oxides. Monazite is heading 2612.20 (thorium ores), ore is 2530.90.20.",
    baskets_forms_note: "Solid parts are published, hatched ones computed, open ones estimated or the rest of a total.",
    baskets_source: "UN Comtrade extracts and trade press; each part names its publisher.",
    rivals_title: "Other figures for the same baskets, never stacked",
    origin_not_published: "origin not published",
    no_world_total: "no world total",
    other_origins: "Other origins",
    others_computed_legend: "Others, computed",
    nothing_in_year: "No figure by basket is published for this year.",
    title_partners: "Myanmar and Laos through time",
    partners_subtitle: "Every published period as a line that spans it; height is net tonnes a month",
    partners_note: "Baskets are never mixed; totals for one year differ by basket and source, and none is an average.",
    partners_rivals_note: "Figures without tonnes and rivals of those drawn are listed below.",
    partners_source: "UN Comtrade extracts and trade press; each line names its publisher.",
    partners_listed: "Published, but not drawn",
    article_value: "{n} {unit}",
    article_checked: "Checked: {checked}",

    title_prices: "Praseodymium and dysprosium prices",
    prices_subtitle: "{market}, {unit}, {vat}",
    subtitle_as_quoted: "as quoted",
    subtitle_vat_assumed: "as quoted, VAT assumed to be included",
    subtitle_vat_off: "VAT taken off at the day’s rate",
    prices_note: "A bar is the spread of quotes that an agency heard that day, with a tick at the mid where it was printed; a circle is a single figure. A band is not a statistical interval, and nothing is known between marks.",
    prices_guides_note: "A thin line joins quotes of one agency at most 45 days apart. Markets, products and agencies are never joined.",
    prices_vat_note: "Chinese domestic prices rarely say so but include VAT, which is an assumption here. Without VAT: price / (1 + rate), 17 % to April 2018, 16 % to March 2019, 13 % since. FOB and European prices are never changed.",
    prices_left_out: "{n} yearly figures are left out: their year spans two VAT rates.",
    prices_source: "Agencies and sellers as named on each mark (SMM, SunSirs, Argus and others).",
    axis_thousand_cny: "thousand CNY per tonne",
    unit_cny_t: "CNY per tonne",
    unit_cny_kg: "CNY per kilogram",
    unit_usd_kg: "USD per kilogram",
    product_on: "{product}, {day}",
    mid_printed: "mid {mid}, as printed",
    vat_included: "with VAT, as printed",
    vat_excluded: "without VAT, as printed",
    vat_assumed: "VAT assumed to be included",
    vat_unknown: "VAT not stated",
    vat_taken_off: "computed: {rate} % VAT taken off, assumed to be included",
    no_quote_market: "No quote of {product} found: {market}.",
    no_quote_unit: "No quote in this unit and range; {n} in others.",
    article_forecast: "the article’s forecast",
    outlook_title: "The article’s range for praseodymium metal, {from} to {to}",

    implied_deduced: "worked out: nobody published exactly this period",
    implied_bounded: "nobody published exactly this period: published figures leave this range open",
    implied_note: "Pale columns and lines are worked out from published sums, to the larger of 12 t and 1 %; two joined ticks are a wider range. Pointing shows the sums, in which a figure counts as the lowest or highest value that rounds to it.",
    range_tonnes: "{low} to {high} t",
    at_most: "at most",
    at_least: "at least",
    proof_sum: "{end} {tonnes} t = {sum}",
    proof_step: "* {period} {end} {tonnes} t: from {base} {sum} by the change on a year before printed for {later}, {change}",
    proof_more: " … and {n} more",
    disputes_title: "Do the sources agree?",
    dispute_revised: "so little that it, or one of the others, was probably revised later: it still counts, widened",
    dispute_contradiction: "cannot be right where better attested figures are: nothing is worked out from it",
    dispute_left_out: "not used: its total was set aside, or it says more than a change can",
    dispute_against: "does not fit: {figures}",
    dispute_by: "off by {by}",
    dispute_by_points: "off by {n} percentage points",

    nothing_in_range: "No published figure found in this range.",
    public_since: "{source}, public since {day}",
    withheld: "{source} (source withheld: weak mirror), public since {day}",
    withheld_short: "source withheld: weak mirror",
    event_policy: "Policy",
    event_supply: "Supply",
    event_demand: "Demand",
    event_price: "Price",

    baskets: [
        "Compounds and metals",
        "Oxides",
        "Mixed carbonate",
        "Other compounds",
        "Mixed chloride",
        "Carbonates",
        "Cerium compounds, line",
        "Single line",
        "Metals",
        "Ore",
        "Monazite",
        "Compounds",
        "Oxides, carbonates, compounds",
        "All, with ore",
        "Processed",
        "Medium and heavy",
        "All (press wording)",
        "Oxide equivalent (estimate)",
    ],
    partners: &[
        ("W00", "World"),
        ("MMR", "Myanmar"),
        ("LAO", "Laos"),
        ("MYS", "Malaysia"),
        ("USA", "United States"),
        ("VNM", "Vietnam"),
        ("THA", "Thailand"),
        ("MDG", "Madagascar"),
        ("NGA", "Nigeria"),
        ("RUS", "Russia"),
        ("EST", "Estonia"),
        ("IND", "India"),
        ("KAZ", "Kazakhstan"),
        ("BRA", "Brazil"),
        ("PRK", "North Korea"),
        ("IDN", "Indonesia"),
        ("BDI", "Burundi"),
        ("COG", "Congo"),
        ("MOZ", "Mozambique"),
    ],
    products: [
        ("PrNd oxide", "PrNd oxide"),
        ("PrNd metal", "PrNd metal"),
        ("Praseodymium oxide", "Pr oxide"),
        ("Praseodymium metal", "Pr metal"),
        ("Neodymium oxide", "Nd oxide"),
        ("Neodymium metal", "Nd metal"),
        ("Dysprosium oxide", "Dy oxide"),
        ("Dysprosium metal", "Dy metal"),
        ("Dysprosium-iron alloy", "Dy-Fe"),
        ("Terbium oxide", "Tb oxide"),
        ("Terbium metal", "Tb metal"),
    ],
    markets: [
        "China, domestic",
        "China, producer’s listing",
        "FOB China",
        "Europe",
        "International trade press",
        "Average of the period",
        "Year-end price",
    ],
};

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
