//! The reader's choices as form fields. Each field's name is its key in the link.

use super::App;
use crate::data::{Basket, Market, Month, Span};
use crate::model::sourcing::{basket_years, partner_baskets};
use crate::model::view::{
    By, ChartName, LOWER_PRODUCTS, OriginMeasure, PriceUnit, Range, TradeMeasure, UPPER_PRODUCTS, VatChoice, View,
};
use leptos::prelude::*;

/// One choice of a field: its value in the link, its words, and whether it is chosen.
type Choice = (String, String, bool);

/// The fields of one chart.
pub fn chart_controls(app: App, name: ChartName) -> AnyView {
    let words = app.words;
    let fields = match name {
        ChartName::Trade => vec![
            field(
                app,
                "by",
                words.control_by,
                |app| choices(By::ALL, app.view.get().by, |by| (by.name(), app.words.by(by))),
                |view, text| By::parse(text).map(|by| view.by = by),
            ),
            field(
                app,
                "as",
                words.control_as,
                |app| {
                    choices(TradeMeasure::ALL, app.view.get().trade, |measure| {
                        (measure.name(), app.words.trade_measure(measure))
                    })
                },
                |view, text| TradeMeasure::parse(text).map(|measure| view.trade = measure),
            ),
        ],
        ChartName::Origins => vec![field(
            app,
            "show",
            words.control_show,
            |app| {
                choices(OriginMeasure::ALL, app.view.get().origins, |measure| {
                    (measure.name(), app.words.origin_measure(measure))
                })
            },
            |view, text| OriginMeasure::parse(text).map(|measure| view.origins = measure),
        )],
        ChartName::Baskets => vec![field(app, "year", words.control_year, years, |view, text| {
            text.parse::<Span>().ok().map(|span| view.year = Some(span.first().year()))
        })],
        ChartName::Partners => vec![field(app, "basket", words.control_basket, baskets, |view, text| {
            view.basket = Basket::parse(text);
            Some(())
        })],
        ChartName::Prices => vec![
            field(
                app,
                "pr",
                words.control_pr,
                |app| {
                    choices(&UPPER_PRODUCTS, app.view.get().upper, |product| {
                        (product.link_name(), app.words.product(product))
                    })
                },
                |view, text| {
                    find(&UPPER_PRODUCTS, text, |product| product.link_name()).map(|product| view.upper = product)
                },
            ),
            field(
                app,
                "dy",
                words.control_dy,
                |app| {
                    choices(&LOWER_PRODUCTS, app.view.get().lower, |product| {
                        (product.link_name(), app.words.product(product))
                    })
                },
                |view, text| {
                    find(&LOWER_PRODUCTS, text, |product| product.link_name()).map(|product| view.lower = product)
                },
            ),
            field(
                app,
                "market",
                words.control_market,
                |app| {
                    choices(Market::ALL, app.view.get().market, |market| (market.link_name(), app.words.market(market)))
                },
                |view, text| {
                    // Each market has its usual unit: a unit chosen for another one would often show nothing.
                    view.unit = None;
                    find(Market::ALL, text, |market| market.link_name()).map(|market| view.market = market)
                },
            ),
            field(
                app,
                "unit",
                words.control_unit,
                |app| {
                    choices(PriceUnit::ALL, app.view.get().price_unit(), |unit| {
                        (unit.name(), app.words.price_unit(unit))
                    })
                },
                |view, text| PriceUnit::parse(text).map(|unit| view.unit = Some(unit)),
            ),
            field(
                app,
                "vat",
                words.control_vat,
                |app| choices(VatChoice::ALL, app.view.get().vat, |vat| (vat.name(), app.words.vat(vat))),
                |view, text| VatChoice::parse(text).map(|vat| view.vat = vat),
            ),
        ],
    };
    view! { <div class="controls">{fields}</div> }.into_any()
}

fn choices<T: Copy + PartialEq>(
    all: &[T],
    chosen: T,
    words: impl Fn(T) -> (&'static str, &'static str),
) -> Vec<Choice> {
    all.iter()
        .map(|item| {
            let (name, text) = words(*item);
            (name.to_owned(), text.to_owned(), *item == chosen)
        })
        .collect()
}

fn find<T: Copy>(all: &[T], text: &str, name: impl Fn(T) -> &'static str) -> Option<T> {
    all.iter().copied().find(|item| name(*item) == text)
}

fn years(app: App) -> Vec<Choice> {
    let Some(known) = app.known.get() else { return Vec::new() };
    let years = known.0.origins.as_ref().map_or(Vec::new(), |table| basket_years(&table.facts));
    let chosen = app.view.get().year.or(years.first().copied());
    years.into_iter().map(|year| (year.to_string(), year.to_string(), Some(year) == chosen)).collect()
}

fn baskets(app: App) -> Vec<Choice> {
    let Some(known) = app.known.get() else { return Vec::new() };
    let chosen = app.view.get().basket;
    let all = (String::new(), app.words.all_baskets.to_owned(), chosen.is_none());
    let named = known.0.origins.as_ref().map_or(Vec::new(), |table| partner_baskets(&table.facts));
    let named = named
        .into_iter()
        .map(|basket| (basket.code().to_owned(), app.words.basket(basket).to_owned(), Some(basket) == chosen));
    std::iter::once(all).chain(named).collect()
}

/// A labelled choice of one.
fn field(
    app: App,
    name: &'static str,
    label: &'static str,
    choices: fn(App) -> Vec<Choice>,
    choose: fn(&mut View, &str) -> Option<()>,
) -> AnyView {
    let options = move || {
        choices(app)
            .into_iter()
            .map(|(value, text, chosen)| view! { <option value=value selected=chosen>{text}</option> })
            .collect_view()
    };
    let changed = move |event| {
        let text = event_target_value(&event);
        app.choose(|view| {
            choose(view, &text);
        });
    };
    view! {
        <label class="field">
            <span class="field__label">{label}</span>
            <select name=name on:change=changed>{options}</select>
        </label>
    }
    .into_any()
}

/// The months that every chart shows: presets, and the first and last month.
pub fn range_controls(app: App) -> AnyView {
    let words = app.words;
    // Presets follow the newest figure, so that they age with the data.
    let presets = move || {
        let newest = newest_year(app)?;
        let since = [8, 5, 3, 1].map(|back| newest - back);
        let since = since.into_iter().filter_map(|year| {
            Some(preset(
                app,
                Some(Month::new(year, 1)?),
                words.fill(words.preset_since, &[("year", &year.to_string())]),
            ))
        });
        Some(since.chain([preset(app, None, words.preset_all.to_owned())]).collect_view())
    };
    let from = end(
        app,
        "from",
        words.range_from,
        |range| range.from,
        |range, month| {
            range.from = month;
            range.to = range.to.zip(month).map_or(range.to, |(to, from)| Some(to.max(from)));
        },
    );
    let to = end(
        app,
        "to",
        words.range_to,
        |range| range.to,
        |range, month| {
            range.to = month;
            range.from = range.from.zip(month).map_or(range.from, |(from, to)| Some(from.min(to)));
        },
    );
    view! {
        <form class="controls range" aria-label=words.range_label on:submit=|event| event.prevent_default()>
            <div class="range__presets">{presets}</div>
            {from}
            {to}
        </form>
    }
    .into_any()
}

fn preset(app: App, from: Option<Month>, label: String) -> AnyView {
    let wanted = Some(Range { from, to: None });
    let name = from.map_or("earliest".to_owned(), |month| month.to_string());
    let pressed = move || app.view.with(|view| view.range == wanted).to_string();
    let click = move |_| app.choose(|view| view.range = if view.range == wanted { None } else { wanted });
    view! {
        <button type="button" data-range=format!("{name}..latest") aria-pressed=pressed on:click=click>{label}</button>
    }
    .into_any()
}

/// One end of the range as a month field; empty is where the figures start or end.
fn end(
    app: App,
    name: &'static str,
    label: &'static str,
    of: fn(Range) -> Option<Month>,
    set: fn(&mut Range, Option<Month>),
) -> AnyView {
    let range = move || app.view.with(|view| view.range).unwrap_or_else(|| usual(app));
    let shown = move || of(range()).map(|month| month.to_string()).unwrap_or_default();
    let changed = move |event| {
        let text = event_target_value(&event);
        let month = text.parse::<Month>().ok();
        if month.is_some() || text.is_empty() {
            let mut range = range();
            set(&mut range, month);
            app.choose(|view| view.range = Some(range));
        }
    };
    view! {
        <label class="field">
            <span class="field__label">{label}</span>
            <input type="month" name=name placeholder="2019-03" prop:value=shown on:change=changed />
        </label>
    }
    .into_any()
}

/// What is shown where the reader chose no range: the page's first chart decides.
fn usual(app: App) -> Range {
    let from = app.view.with_untracked(|view| view.charts().first().map(|chart| chart.start()));
    Range { from, to: None }
}

fn newest_year(app: App) -> Option<i32> {
    let known = app.known.get()?;
    let trade = known.0.trade.as_ref().ok()?;
    trade.facts.iter().map(|fact| fact.span.last().year()).max()
}
