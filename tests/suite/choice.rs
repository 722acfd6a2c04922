//! What a page offers to choose, and what a choice makes of a view.

use crate::common::{made_up, same, shipped, view};
use rare_earth_trade::data::{Dataset, File, Product};
use rare_earth_trade::view::choice::{Choice, Field, Form, choose, fields, toggle};
use rare_earth_trade::view::link::print;
use rare_earth_trade::view::{ChartName, View};
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
        let options: Vec<String> = field.options.iter().take(9).map(word).collect();
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
    check(ChartName::Trade, "view=trade&v=2", "By: [month], quarter, year\nRange: [since 2023], since 2018, all");
    check(
        ChartName::Trade,
        "view=trade&by=year&v=1",
        "By: month, quarter, [year]\nRange: since 2023, [since 2018], all",
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
    check(ChartName::OriginsValue, "view=sourcing&v=2", "");
    check(
        ChartName::Index,
        "view=prices&base=controls&t=earliest..latest&v=2",
        "100 is: the article’s day, [before the controls]\nRange: since 2025, since 2019, [all]",
    );
    check(
        ChartName::Prices,
        "view=prices&market=fob&t=2024-01..latest&v=2",
        "Products: [Pr metal], [PrNd oxide], PrNd metal, Pr oxide, [Dy oxide], Dy metal, Dy-Fe, [Tb oxide], Tb metal\n\
         Range: since 2025, since 2019, all\n\
         Market: China, China, listed, [FOB China], Europe, trade press, period average, year end\n\
         Unit: CNY a tonne, CNY a kilogram, [USD a kilogram]\nVAT: [as quoted], without",
    );
}

#[test]
fn the_word_for_more_fields_says_what_they_choose() {
    let said = |query: &str| EN.more_fields(fields(ChartName::Prices, &shipped(), &view(query)).iter().skip(2));
    assert_eq!(said("view=prices&v=2"), "more: China, CNY a tonne, as quoted");
    assert_eq!(said("view=prices&market=fob&vat=excl&v=2"), "more: FOB China, USD a kilogram, without");
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
    check_choice("view=sourcing&basket=ore&v=2", "basket", "", "view=sourcing&v=2");
    check_choice("view=sourcing&v=2", "years", "2022~2024", "view=sourcing&years=2022~2024&v=2");
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
