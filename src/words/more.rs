//! The texts that the first screen of the overview does without: of panels, of what went wrong, of tips and notes, and of fields.

use super::article::ArticleWords;
use super::article_page::ArticlePageWords;
use super::claims::ClaimWords;
use super::compared::ComparedWords;
use super::controls::ControlWords;
use super::price_notes::PriceNoteWords;
use super::prices::PricesWords;
use super::record::RecordWords;
use super::sourcing::SourcingWords;
use super::summary::SummaryWords;
use super::table::texts;
use super::whatif::WhatIfWords;
use super::{Words, en};
use crate::view::Lang;

/// The tables of these texts.
pub struct MoreWords {
    /// What only the other charts of origins than the gap chart say, and notes and tips of all of them.
    pub origins: OriginWords,
    /// What the gap chart says, and what all charts of origins do.
    pub sourcing: SourcingWords,
    /// What only the prices charts say.
    pub prices: PricesWords,
    /// What only fields, the strip and older links say.
    pub controls: ControlWords,
    /// What only the panels for sharing and embedding say.
    pub panels: PanelWords,
    /// What only frames say.
    pub frames: FrameWords,
    /// What only the charts say that compare one price with another.
    pub compared: ComparedWords,
    /// What only notes and tips of prices say.
    pub price_notes: PriceNoteWords,
    /// What only is said of damaged links, files and rows.
    pub issues: IssueWords,
    /// What only tips, lists, tables and notes say.
    pub tips: TipWords,
    /// What only the article's own charts say.
    pub claims: ClaimWords,
    /// What the list of the article's figures says.
    pub article: ArticleWords,
    /// What only the page of the article says.
    pub article_page: ArticlePageWords,
    /// What only readers are told who do not see the drawings.
    pub summary: SummaryWords,
    /// What only the page `whatif` says.
    pub whatif: WhatIfWords,
    /// What only tables and files of figures say.
    pub records: RecordWords,
}

impl Words {
    /// The texts that the first screen does without. By a call and not a field: so they are in the part that is loaded on demand.
    pub fn more(&self) -> &'static MoreWords {
        match self.lang {
            Lang::English => &en::MORE,
        }
    }
}

texts! {
    /// What only frames say, in few words: who published the figures, and that some panels are left out.
    FrameWords
    texts {
        credit_trade, credit_origins, credit_origins_and_press, credit_prices, credit_article, credit_article_and_prices, credit_whatif,
    }
    templates { credited(credit, newest), panels_drawn(drawn, all), newest_age(what, n) }
}

texts! {
    /// What only the panels for sharing and embedding say.
    PanelWords
    texts {
        share_moving, share_link, share_copy, share_copied, share_copy_refused, share_send, share_qr, share_local,
        embed_chart, embed_theme, theme_auto, theme_light, theme_dark, embed_hide, hide_title, hide_source,
        embed_width, embed_code, embed_sandbox, embed_sandbox_note, embed_script, embed_script_note, embed_preview,
        embed_preview_note, panel_close, embed_picture, embed_picture_note,
    }
    templates {
        share_frozen(day), embed_code_note(width),
    }
}

texts! {
    /// What only is said of damaged links, files and rows.
    IssueWords
    texts {
        damaged_link, cleaned_link, issue_refused, issue_broke_off, issue_empty, issue_not_text, issue_web_page,
        issue_found_not_utf8, issue_found_not_csv, issue_period, issue_day, issue_day_or_period, issue_tonnes,
        issue_dollars, issue_percent, issue_price, issue_number, issue_count, issue_web_address,
        issue_low_below_high, issue_low_and_high, issue_band_or_mid, issue_some_figure, issue_text,
        issue_partner_code, issue_basket, issue_against, issue_yes_or_nothing, issue_line_end, issue_one_line, issue_utf8, issue_mid_in_band,
        issue_after_period, issue_once, doubts, issue_on_its_way,
        link_range, link_base, link_month, link_year, link_years, link_products, link_basket, link_day, link_hide, link_id, link_figure, link_once,
        link_version,
    }
    templates {
        damaged_link_entry(key, found, expected), file_problem(file, problem), chart_needs(file, problem),
        issue_not_fetched(reason), issue_status(status), issue_too_large(found, limit),
        issue_missing_column(column, expected), issue_row(file, line, found, expected),
        doubt(file, line, text), doubt_ten_times(figure), doubt_a_tenth(figure), doubt_no_weight(figure),
        doubt_less_than_parts(figure, parts), repair_encoding(file, encoding), repair_separator(file, separator), repair_tabs(file),
        repair_decimal_comma(file), repair_serial_days(file), repair_resaved(file), issue_cell(file, line, column, found, expected), issue_one_of(names), link_one_of(names), link_length(limit),
        link_near(found, text, key),
    }
}

texts! {
    /// What only tips, lists, tables and notes say.
    TipWords
    texts {
        trade_note, trade_goods_note,
        two_months_note, computed_note, before_2014_note, changes_disagree, sources_differ, no_figure,
        kind_published, no_record, no_record_note, origin_not_published, vat_included, vat_excluded, vat_assumed,
        vat_unknown, implied_deduced, implied_bounded, implied_note, at_most, at_least, disputes_title,
        dispute_revised, dispute_contradiction, dispute_left_out, tip_hint, withheld_short, event_policy,
        event_supply, event_demand, event_price, printed_link,
    }
    templates {
        make_base(month), dated(subject, period), spread_over(tonnes), sum_of(parts), change_printed(change), change_computed(change),
        tonnes_after(now, before), gaps_note(list), published_for_longer(periods), origin_of(origin, basket),
        others_computed(world, named), share_computed(share), share_published(share), share_of_basket(share),
        since_january(flow), average_month(flow), made_up(measure, years), per_kilogram(value),
        change_between(low, high), share_before(share, year), index_base(day, price), value_cif(value),
        kind_derived(formula), kind_estimated(formula), mid_printed(mid), vat_taken_off(rate), outlook_title(from, to), range_tonnes(low, high),
        proof_sum(end, tonnes, sum), proof_step(period, end, tonnes, base, later, change), dispute_against(figures),
        dispute_by(by), dispute_by_points(n), public_since(source, day), withheld(source, day), doubtful(source),
    }
}

texts! {
    /// What only the other charts of origins than the gap chart say, and notes and tips of all of them.
    OriginWords
    texts {
        shifts_subtitle, origins_subtitle, one_scale, own_scales, value_subtitle, partners_subtitle, not_stepped_in,
        stepped_in, concentration_subtitle, concentration_note, basket_note, rest_note, baskets_note, partners_note, rivals_title, not_drawn_title, without_ore,
    }
    templates {
        everyone_else(sent, amount), down(pct), up(pct), break_in(when), break_outweighed(when, later), during(year),
        during_years(from, to), both_steps(from, to), one_step(from, to, less), highest(year, first),
        lowest(year, first), mostly(basket, change), mostly_and(mostly, other, change), oxide(to, from),
        oxide_values(to, from, now, before), unit_value(origin, year, now), unit_value_after(now, before, year),
        periods_of(origin), newest_sent(origin, tonnes, basket, period), newest_change(sent, change), basket_years(from, to),
        basket_loss(basket, share), newest_year(year), dollars_made_up(part), sent_oxide(to, now, from, before),
        most(peak), most_still(first, newest, peak, years), inferred(years),
        outside_basket(basket, before, from, now, to), no_world_value(years),
        article_note(statement, value, source, verdict), years_tonnes(before, from, now, to),
        gain_and_loss(gain, loss), other_figure(tonnes), year_detail(year, detail),
        less_concentrated(to, from), rose_and_fell(peak, from, to), more_concentrated(to, from), as_concentrated(to, from), shares_of(list, together), rest_as_one(index),
        concentration_of(basket), named_of(basket),
    }
}
