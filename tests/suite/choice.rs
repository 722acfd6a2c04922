//! What a page offers to choose, and what a choice makes of a view.

use crate::common::{made_up, same, shipped, view};
use chrono::NaiveDate;
use rare_earth_trade::data::{Dataset, File, Flow, Month, Product, Span, When};
use rare_earth_trade::view::choice::{Choice, Field, Form, Key, choose, ends, fields, toggle};
use rare_earth_trade::view::link::print;
use rare_earth_trade::view::{ChartName, IndexOf, View, base_at, set_base};
use rare_earth_trade::words::EN;

/// The fields of a chart, a line each: the label, then the options, the chosen ones in brackets. Long lists are cut.
fn offered(chart: ChartName, data: &Dataset, view: &View) -> String {
    let line = |field: &Field| {
        let word = |option: &Choice| {
            let is_chosen = match field.key.form() {
                Form::Ticks => field.chosen.split('~').any(|one| one == option.value()),
                Form::Words | Form::List => field.chosen == option.value(),
            };
            if is_chosen { format!("[{}]", EN.choice(*option)) } else { EN.choice(*option) }
        };
        // Lists of months grow with the figures.
        let most = if matches!(field.key, Key::TradeBase | Key::BaseMonth) { 1 } else { 9 };
        let options: Vec<String> = field.options.iter().take(most).map(word).collect();
        format!("{}: {}", EN.key(field.key), options.join(", "))
    };
    fields(chart, data, view).iter().map(line).collect::<Vec<_>>().join("\n")
}

#[track_caller]
fn check(chart: ChartName, query: &str, expected: &str) {
    same(&offered(chart, &shipped(), &view(query)), expected, query);
}

#[test]
fn the_fields_of_each_chart() {
    let rest = "Moving average: [none], 3 months, 6 months, 12 months\nAs: [tonnes]";
    let trade = |by: &str, range: &str| format!("By: {by}\nRange: {range}\n{rest}");
    check(ChartName::Trade, "view=trade&v=2", &trade("[month], quarter, year", "[since 2023], since 2018, all"));
    check(
        ChartName::Trade,
        "view=trade&by=year&v=1",
        &trade("month, quarter, [year]", "since 2023, [since 2018], all"),
    );
    check(ChartName::Ytd, "view=trade&v=2", "");
    check(ChartName::Change, "view=trade&v=2", "By: month, [quarter], year");
    check(
        ChartName::Gap,
        "view=sourcing&years=2019~2024&v=2",
        "From: 2025, 2024, 2023, 2022, 2021, 2020, [2019], 2018, 2017\n\
         To: 2025, [2024], 2023, 2022, 2021, 2020, 2019, 2018, 2017",
    );
    check(ChartName::Origins, "view=sourcing&v=2", "Range: [since 2017], all");
    // Its longer range is its own.
    check(ChartName::Origins, "view=sourcing&v=1", "Range: [since 2017], all");
    check(ChartName::OriginsValue, "view=sourcing&v=2", "Scale: [linear], logarithmic");
    check(
        ChartName::Index,
        "view=prices&base=controls&t=earliest..latest&v=2",
        "100 is: the article’s day, [before the controls]\nor in: [pick a month]\nRange: since 2025, since 2019, [all]\n\
         Scale: [linear], logarithmic",
    );
    check(
        ChartName::Prices,
        "view=prices&market=fob&t=2024-01..latest&v=2",
        "Products: [Pr metal], [PrNd oxide], PrNd metal, Pr oxide, [Dy oxide], Dy metal, Dy-Fe, [Tb oxide], Tb metal\n\
         Range: since 2025, since 2019, all\n\
         Market: China, China, listed, [FOB China], Europe, trade press, period average, year end\n\
         Unit: CNY a tonne, CNY a kilogram, [USD a kilogram]\nVAT: [as quoted], without\n\
         Scale: [linear], logarithmic",
    );
}

#[test]
fn the_word_for_more_fields_says_what_they_choose() {
    let said_of = |name: ChartName, query: &str| EN.more_fields(fields(name, &shipped(), &view(query)).iter().skip(2));
    // That there is no average, and no month that is 100, says nothing without the name of the field.
    assert_eq!(said_of(ChartName::Trade, "view=trade&v=2"), "more: tonnes");
    let said = |query: &str| said_of(ChartName::Prices, query);
    assert_eq!(said("view=prices&v=2"), "more: China, CNY a tonne, as quoted, linear");
    assert_eq!(said("view=prices&market=fob&vat=excl&v=2"), "more: FOB China, USD a kilogram, without, linear");
}

#[test]
fn months_that_can_be_a_hundred_have_a_figure_that_is_not_weak() {
    let quote = |day: &str, product: &str, market: &str, confidence: &str| {
        format!("{day},day,{product},{market},,,100,CNY,t,unknown,SMM,{confidence},2025-06-01,\n")
    };
    let prices = [
        quote("2025-01-10", "PrNd oxide", "china-domestic", "normal"),
        quote("2025-01-20", "Dy oxide", "china-domestic", "normal"),
        quote("2025-02-10", "PrNd oxide", "china-domestic", "low"),
        quote("2025-03-10", "PrNd oxide", "fob-china", "normal"),
        quote("2025-04-10", "Pr metal", "china-domestic", "normal"),
        quote("2025-05-10", "Tb oxide", "china-domestic", "normal"),
    ];
    let trade = "2024-01/02,export,8774,,,1,,normal,2024-03-14,
        2024-03,export,4710,,,1,,normal,2024-04-14,
        2024-04,import,4566,,,1,,low,2024-05-14,
        2024-05,import,5500,,,1,,normal,2024-06-14,";
    let data = made_up(&[(File::Prices, &prices.concat()), (File::Trade, trade)]);
    let months = |chart: ChartName, key: Key, query: &str| {
        let fields = fields(chart, &data, &view(query));
        let field = fields.into_iter().find(|field| field.key == key).unwrap();
        let months: Vec<String> = field.options.iter().map(|option| option.value()).collect();
        format!("{} [{}]", months.join(" ").trim(), field.chosen)
    };
    assert_eq!(months(ChartName::Index, Key::BaseMonth, "view=prices"), "2025-05 2025-01 []");
    assert_eq!(months(ChartName::Index, Key::BaseMonth, "view=prices&base=controls"), "2025-05 2025-01 []");
    let chosen = months(ChartName::Index, Key::BaseMonth, "view=prices&base=2025-02");
    assert_eq!(chosen, "2025-05 2025-02 2025-01 [2025-02]");
    assert_eq!(months(ChartName::Trade, Key::TradeBase, "view=trade"), "2024-05 2024-03 []");
    let chosen = months(ChartName::Trade, Key::TradeBase, "view=trade&trade-base=2024-03");
    assert_eq!(chosen, "2024-05 2024-03 [2024-03]");
}

#[test]
fn no_month_goes_back_to_what_holds_without_one() {
    check_choice("view=trade&trade-base=2024-03&v=2", "trade-base", "", "view=trade&v=2");
    check_choice("view=trade&v=2", "trade-base", "2024-05", "view=trade&trade-base=2024-05&v=2");
    check_choice("view=prices&base=2025-01&v=2", "base", "", "view=prices&v=2");
    check_choice("view=prices&base=controls&v=2", "base", "2025-01", "view=prices&base=2025-01&v=2");
}

#[test]
fn options_follow_the_figures_and_keep_what_is_chosen() {
    let row = "2021,MMR,compounds-metals,,5,,,,published,,main,normal,2022-01-20,A,https://a.cn/,";
    let data = made_up(&[(File::Origins, row)]);
    let gap = |query: &str| offered(ChartName::Gap, &data, &view(query));
    assert_eq!(gap("view=sourcing&years=2015~2016&v=2"), "From: 2021, [2015]\nTo: 2021, [2016]");
    assert_eq!(offered(ChartName::Gap, &made_up(&[]), &view("")), "From: \nTo: ");
    let basket = offered(ChartName::Partners, &data, &view("view=sourcing&basket=ore&v=2"));
    assert_eq!(basket, "Basket: all, one panel each, Compounds and metals, [Ore]\nRange: [since 2017], all");
}

#[test]
fn a_year_that_is_moved_past_the_other_takes_it_along() {
    let (data, at) = (shipped(), view("view=sourcing&years=2019~2021&v=2"));
    let years = |number: usize, text: &str| {
        let field = &fields(ChartName::Gap, &data, &at)[number];
        let option = field.options.iter().find(|option| EN.choice(**option) == text).unwrap();
        option.value()
    };
    assert_eq!([years(0, "2018"), years(0, "2021"), years(0, "2024")], ["2018~2021", "2021~2022", "2024~2025"]);
    assert_eq!([years(1, "2025"), years(1, "2019"), years(1, "2017")], ["2019~2025", "2018~2019", "2016~2017"]);
}

#[track_caller]
fn check_choice(query: &str, name: &str, text: &str, expected: &str) {
    let mut view = view(query);
    choose(&mut view, name, text);
    assert_eq!(print(&view), expected, "{query}, {name} {text}");
}

#[test]
fn a_choice_changes_its_key_alone() {
    check_choice("view=trade&v=2", "t", "long..latest", "view=trade&t=long..latest&v=2");
    check_choice("view=trade&t=2020-01..2024-12&v=2", "t", "auto..latest", "view=trade&v=2");
    check_choice("view=trade&v=2", "t", "other", "view=trade&v=2");
    check_choice("view=trade&v=2", "from", "2020-05", "view=trade&t=2020-05..latest&v=2");
    check_choice("view=trade&v=2", "from", "", "view=trade&t=earliest..latest&v=2");
    check_choice("view=trade&t=2020-01..2021-01&v=2", "from", "2022-01", "view=trade&t=2020-01..2021-01&v=2");
    check_choice("view=trade&t=2020-01..latest&v=2", "to", "2019-01", "view=trade&t=2020-01..latest&v=2");
    check_choice("view=trade&v=2", "to", "2019-1", "view=trade&v=2");
    check_choice("view=prices&unit=cny-kg&v=2", "market", "fob", "view=prices&market=fob&v=2");
    check_choice("view=prices&unit=cny-kg&v=2", "market", "moon", "view=prices&unit=cny-kg&v=2");
    check_choice("view=sourcing&basket=ore&v=2", "basket", "", "view=sourcing&v=2");
    check_choice("view=sourcing&v=2", "years", "2022~2024", "view=sourcing&years=2022~2024&v=2");
}

#[test]
fn the_fields_of_months_say_what_is_shown() {
    let check = |query: &str, from: &str, to: &str| {
        assert_eq!(ends(ChartName::Trade, &view(query)), (from.to_owned(), to.to_owned()), "{query}");
    };
    check("view=trade&v=2", "2023-01", "");
    check("view=trade&t=2018-01..latest&v=2", "2018-01", "");
    check("view=trade&t=earliest..2020-12&v=2", "", "2020-12");
    // The chart starts by itself after that end, and shows what it has before.
    let mut view = view("view=trade&v=2");
    choose(&mut view, "to", "2020-12");
    check(&print(&view), "", "2020-12");
    choose(&mut view, "to", "2023-01");
    check(&print(&view), "2023-01", "2023-01");
}

#[test]
fn one_product_at_least_is_shown() {
    let mut view = view("view=prices&product=pr-metal&v=2");
    toggle(&mut view, Product::PrMetal);
    assert_eq!(view.products, [Product::PrMetal]);
    toggle(&mut view, Product::TbOxide);
    toggle(&mut view, Product::PrNdOxide);
    assert_eq!(view.products, [Product::PrMetal, Product::PrNdOxide, Product::TbOxide]);
    toggle(&mut view, Product::PrMetal);
    assert_eq!(view.products, [Product::PrNdOxide, Product::TbOxide]);
    // One that the chart cannot show is none.
    toggle(&mut view, Product::NdOxide);
    assert_eq!(view.products, [Product::PrNdOxide, Product::TbOxide]);
}

/// The month that can be made 100 where a reader points at a figure of a chart; empty where none can.
#[track_caller]
fn check_base(chart: ChartName, of: IndexOf, when: When, query: &str, expected: &str) {
    let chosen = base_at(chart, of, when, &shipped(), &view(query)).map(|month| {
        let mut view = view(query);
        set_base(&mut view, chart, month);
        assert_eq!(base_at(chart, of, when, &shipped(), &view), None, "it is the base now");
        print(&view)
    });
    same(&chosen.unwrap_or_default(), expected, query);
}

#[test]
fn the_month_that_is_pointed_at_can_be_the_base() {
    use ChartName::{Index, Trade, Ytd};
    let month = |year, month| When::Span(Span::month(Month::new(year, month).unwrap()));
    let day = When::Day(NaiveDate::from_ymd_opt(2025, 3, 20).unwrap());
    let [imports, exports] = [Flow::Import, Flow::Export].map(IndexOf::Flow);
    let based = "view=trade&trade-base=2024-03&v=2";
    check_base(Trade, imports, month(2024, 3), "view=trade", based);
    check_base(Trade, imports, month(2024, 3), "view=trade&trade-base=2024-03", "");
    check_base(Trade, imports, month(2024, 3), "view=trade&trade-base=2024-05", based);
    // Of exports alone a figure was published: imports would have no line.
    check_base(Trade, exports, month(2023, 8), "view=trade", "view=trade&trade-base=2023-08&v=2");
    check_base(Trade, imports, month(2023, 8), "view=trade", "");
    check_base(Trade, exports, month(1999, 3), "view=trade", "");
    check_base(Trade, exports, When::Span(Span::year(2024).unwrap()), "view=trade", "");
    let [dysprosium, metal] = [Product::DyOxide, Product::PrMetal].map(IndexOf::Product);
    check_base(Index, dysprosium, day, "view=prices", "view=prices&base=2025-03&v=2");
    check_base(Index, dysprosium, day, "view=prices&base=2025-03", "");
    check_base(Index, dysprosium, month(1999, 3), "view=prices", "");
    check_base(Index, metal, day, "view=prices", "");
    check_base(Ytd, imports, month(2024, 3), "view=trade", "");
}
