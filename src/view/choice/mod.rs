//! The fields that the reader chooses with. A field's name is its key in the link, its values are the link's.

use super::base::{index_months, trade_months};
use super::{
    Average, BasketsChoice, By, ChartName, IndexBase, PRODUCTS, PriceUnit, Range, Scaling, Start, VatChoice, View, link,
};
use crate::data::origins::{basket_years, partner_baskets};
use crate::data::{Basket, Dataset, Market, Month, OriginFact, Partner, Product, facts};

mod take;
pub use take::{End, EndIssue, choose, choose_end, ends, toggle};

/// One thing that can be chosen of a chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// The key whose value is chosen.
    pub key: Key,
    /// What can be chosen, in the order of the list.
    pub options: Vec<Choice>,
    /// The value of the chosen option; several are joined as in the link. If no option has this value, the reader chose a range
    /// that has no word.
    pub chosen: String,
}

/// The key of the link that a field sets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Key {
    /// `t`: the months that every chart shows.
    Range,
    /// `by`: the length of a step of the trade chart.
    By,
    /// `change`: the length of a step of the change chart.
    Change,
    /// The first of `years`, which the gap chart compares.
    YearFrom,
    /// The last of `years`.
    YearTo,
    /// `year`: the last year of the baskets chart.
    Year,
    /// `baskets`: how many of them the baskets chart shows.
    Baskets,
    /// `basket`: that of the partners chart.
    Basket,
    /// `base`: the day that is 100.
    Base,
    /// The same as a month.
    BaseMonth,
    /// `trade-base`: the month in which imports and exports are 100.
    TradeBase,
    /// `average`: the moving average of the trade chart.
    Average,
    /// `scale`: how values are spread over an axis.
    Scale,
    /// `product`: those of the prices chart.
    Product,
    /// `market`: that of the prices chart.
    Market,
    /// `unit`: the currency and mass of the price chart.
    Unit,
    /// `vat`: whether prices include China's value added tax.
    Vat,
}

/// How a field looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Words in a row, one of which is chosen.
    Words,
    /// Words in a row, some of which are chosen.
    Ticks,
    /// A list to open: its options are many.
    List,
}

impl Key {
    /// As the link writes it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Range => "t",
            Self::By => "by",
            Self::Change => "change",
            Self::YearFrom | Self::YearTo => "years",
            Self::Year => "year",
            Self::Baskets => "baskets",
            Self::Basket => "basket",
            Self::Base | Self::BaseMonth => "base",
            Self::TradeBase => "trade-base",
            Self::Average => "average",
            Self::Scale => "scale",
            Self::Product => "product",
            Self::Market => "market",
            Self::Unit => "unit",
            Self::Vat => "vat",
        }
    }

    /// How its field looks.
    pub fn form(self) -> Form {
        match self {
            Self::YearFrom | Self::YearTo | Self::Year | Self::Basket | Self::Market => Form::List,
            Self::BaseMonth | Self::TradeBase => Form::List,
            Self::Product => Form::Ticks,
            _ => Form::Words,
        }
    }
}

/// An option of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// A range to the newest figure, with the year that it starts in; `None` is the first figure's.
    Since(Start, Option<i32>),
    /// A step of time.
    By(By),
    /// A year.
    Year(i32),
    /// The first of two years, and the last that goes with it.
    YearFrom(i32, i32),
    /// The last of two years, and the first that goes with it.
    YearTo(i32, i32),
    /// How many baskets.
    Baskets(BasketsChoice),
    /// `None` is all baskets.
    Basket(Option<Basket>),
    /// The day that is 100.
    Base(IndexBase),
    /// The month that is 100; `None` where it is none.
    BaseMonth(Option<Month>),
    /// The month in which imports and exports are 100; `None` is tonnes.
    TradeBase(Option<Month>),
    /// Over how many months an average goes.
    Average(Average),
    /// How values are spread over an axis.
    Scale(Scaling),
    /// A product of the prices chart.
    Product(Product),
    /// A market of the price chart.
    Market(Market),
    /// A unit of the price chart.
    Unit(PriceUnit),
    /// Prices with China's value added tax, or without.
    Vat(VatChoice),
}

impl Choice {
    /// As the link writes it; empty where the link leaves the key out.
    pub fn value(self) -> String {
        match self {
            Self::Since(from, _) => link::value(&View { range: Range { from, to: None }, ..View::default() }, "t"),
            Self::By(by) => by.name().to_owned(),
            Self::Baskets(baskets) => baskets.name().to_owned(),
            Self::Base(base) => base.name(),
            Self::BaseMonth(month) | Self::TradeBase(month) => month.map_or(String::new(), |month| month.to_string()),
            Self::Average(average) => average.name().to_owned(),
            Self::Scale(scale) => scale.name().to_owned(),
            Self::Year(year) => year.to_string(),
            Self::YearFrom(from, to) | Self::YearTo(to, from) => format!("{from}~{to}"),
            Self::Basket(basket) => basket.map(Basket::name).unwrap_or_default().to_owned(),
            Self::Product(product) => product.link_name().to_owned(),
            Self::Market(market) => market.link_name().to_owned(),
            Self::Unit(unit) => unit.name().to_owned(),
            Self::Vat(vat) => vat.name().to_owned(),
        }
    }
}

/// The fields of a chart, with what a view chooses among their options even where there are no figures for it.
pub fn fields(chart: ChartName, data: &Dataset, view: &View) -> Vec<Field> {
    let keys: &[Key] = match chart {
        ChartName::Trade => &[Key::By, Key::Range, Key::Average, Key::TradeBase],
        ChartName::Change => &[Key::Change],
        ChartName::Gap => &[Key::YearFrom, Key::YearTo],
        ChartName::Baskets => &[Key::Baskets, Key::Year],
        ChartName::Origins | ChartName::Concentration => &[Key::Range],
        ChartName::Relative => &[Key::Range, Key::Scale],
        ChartName::OriginsValue | ChartName::Outside => &[Key::Scale],
        ChartName::Partners => &[Key::Basket, Key::Range],
        ChartName::Index => &[Key::Base, Key::BaseMonth, Key::Range, Key::Scale],
        ChartName::Prices => &[Key::Product, Key::Range, Key::Market, Key::Unit, Key::Vat, Key::Scale],
        // Their numbers are no choice among words: see `view::scenario`.
        ChartName::Demand | ChartName::Supply | ChartName::BreakEven => &[],
        // The others have nothing to choose, those of the article among them.
        _ => &[],
    };
    keys.iter()
        .map(|key| Field {
            key: *key,
            options: options(*key, chart, data, view),
            chosen: chosen(*key, chart, data, view),
        })
        .collect()
}

fn options(key: Key, chart: ChartName, data: &Dataset, view: &View) -> Vec<Choice> {
    let origins = facts(&data.origins);
    match key {
        Key::Range => since(chart),
        Key::By | Key::Change => By::ALL.iter().copied().map(Choice::By).collect(),
        Key::YearFrom => {
            let Some((from, to)) = years_compared(origins, view) else { return Vec::new() };
            // A year that is moved past the other takes the other along.
            let option = |year: i32| Choice::YearFrom(year, to.max(year + 1));
            years(compared_years(origins), Some(from)).into_iter().map(option).collect()
        }
        Key::YearTo => {
            let Some((from, to)) = years_compared(origins, view) else { return Vec::new() };
            let option = |year: i32| Choice::YearTo(year, from.min(year - 1));
            years(compared_years(origins), Some(to)).into_iter().map(option).collect()
        }
        Key::Year => years(basket_years(origins), view.year).into_iter().map(Choice::Year).collect(),
        Key::Baskets => BasketsChoice::ALL.iter().copied().map(Choice::Baskets).collect(),
        Key::Basket => {
            let mut baskets = partner_baskets(origins);
            baskets.extend(view.basket);
            baskets.sort();
            baskets.dedup();
            std::iter::once(None).chain(baskets.into_iter().map(Some)).map(Choice::Basket).collect()
        }
        Key::Base => IndexBase::NAMED.map(Choice::Base).to_vec(),
        Key::BaseMonth => months(index_months(data), view.base.month()).map(Choice::BaseMonth).collect(),
        Key::TradeBase => months(trade_months(data), view.trade_base).map(Choice::TradeBase).collect(),
        Key::Average => Average::ALL.iter().copied().map(Choice::Average).collect(),
        Key::Scale => Scaling::ALL.iter().copied().map(Choice::Scale).collect(),
        Key::Product => PRODUCTS.map(Choice::Product).to_vec(),
        Key::Market => Market::ALL.iter().copied().map(Choice::Market).collect(),
        Key::Unit => PriceUnit::ALL.iter().copied().map(Choice::Unit).collect(),
        Key::Vat => VatChoice::ALL.iter().copied().map(Choice::Vat).collect(),
    }
}

/// What a field shows: the choice of the link, or what holds where the link has none.
fn chosen(key: Key, chart: ChartName, data: &Dataset, view: &View) -> String {
    match key {
        Key::Range if view.range == (Range { from: Start::Long, to: None }) && chart.long_start() == chart.start() => {
            Choice::Since(Start::Own, None).value()
        }
        Key::Unit => view.price_unit().name().to_owned(),
        Key::YearFrom | Key::YearTo => {
            let years = years_compared(facts(&data.origins), view);
            years.map_or(String::new(), |(from, to)| Choice::YearFrom(from, to).value())
        }
        Key::Year => {
            let newest = || basket_years(facts(&data.origins)).first().copied();
            view.year.or_else(newest).map_or(String::new(), |year| year.to_string())
        }
        // A day that has a name is no month.
        Key::BaseMonth if view.base.month().is_none() => String::new(),
        key => link::value(view, key.name()),
    }
}

/// None, then months with the one that is chosen, newest first.
fn months(mut months: Vec<Month>, chosen: Option<Month>) -> impl Iterator<Item = Option<Month>> {
    months.extend(chosen);
    months.sort_unstable_by(|a, b| b.cmp(a));
    months.dedup();
    std::iter::once(None).chain(months.into_iter().map(Some))
}

/// The ranges that are one choice away: from where the chart starts by itself, from its longer start, and all.
fn since(chart: ChartName) -> Vec<Choice> {
    let own = Choice::Since(Start::Own, Some(chart.start().year()));
    let long = Choice::Since(Start::Long, Some(chart.long_start().year()));
    let long = (chart.long_start() != chart.start()).then_some(long);
    [own].into_iter().chain(long).chain([Choice::Since(Start::Earliest, None)]).collect()
}

/// Years with the one that is chosen, newest first.
fn years(mut years: Vec<i32>, chosen: Option<i32>) -> Vec<i32> {
    years.extend(chosen);
    years.sort_unstable_by(|a, b| b.cmp(a));
    years.dedup();
    years
}

/// The years that the gap chart can compare: those with tonnes of some origin in its basket.
fn compared_years(facts: &[OriginFact]) -> Vec<i32> {
    let of_origins = |fact: &&OriginFact| fact.basket == Basket::CompoundsMetals && fact.partner != Partner::WORLD;
    let with_tonnes = facts.iter().filter(of_origins).filter(|fact| fact.span.is_year() && fact.tonnes.is_some());
    with_tonnes.map(|fact| fact.span.first().year()).collect()
}

/// The years that the gap chart compares; `None` without figures.
fn years_compared(facts: &[OriginFact], view: &View) -> Option<(i32, i32)> {
    let newest = || compared_years(facts).into_iter().max();
    view.years.or_else(|| Some((ChartName::Gap.start().year(), newest()?)))
}
