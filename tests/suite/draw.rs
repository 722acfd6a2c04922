//! Any view of the shipped figures is drawn, whatever the link asks for.

use crate::common::views::a_view;
use crate::common::{figure, made_up, public, shipped, text, view, well_formed};
use proptest::prelude::*;
use rare_earth_trade::charts::{self, Figure, Implied, Shape};
use rare_earth_trade::data::{Dataset, File};
use rare_earth_trade::draw::{Drawing, Item, Palette, Placed, Point, Pointing, Size, Step, Target, draw, escape, file};
use rare_earth_trade::view::{ChartName, Extent, View};
use rare_earth_trade::words::EN;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Figures and what they imply.
type Figures = LazyLock<(Dataset, Implied)>;

static SHIPPED: Figures = LazyLock::new(|| with_implied(shipped()));

/// Figures that become public later change nothing that is expected of these.
static OF_A_DAY: Figures = LazyLock::new(|| with_implied(public(&shipped(), &view("view=overview&asof=2026-02-28"))));

fn with_implied(data: Dataset) -> (Dataset, Implied) {
    let implied = Implied::new(&data);
    (data, implied)
}

#[track_caller]
fn chart((data, implied): &(Dataset, Implied), name: ChartName, view: &View) -> Figure {
    charts::chart(name, Extent::Full, data, Some(implied), view).unwrap()
}

/// Draws a chart and checks what holds for every drawing.
#[track_caller]
fn check(figures: &Figures, name: ChartName, view: &View, width: u32, room: Option<u32>) -> Drawing {
    let figure = chart(figures, name, view);
    let size = Size { width, extent: Extent::Full, room };
    let drawing = draw(name.name(), &figure, size, &EN);
    assert_eq!(drawing, draw(name.name(), &figure, size, &EN));
    roles_alone(&drawing);
    let placed = &drawing.placed;
    let (right, bottom) = (f64::from(placed.width) + 1.0, f64::from(placed.height) + 1.0);
    for (index, item) in placed.items.iter().enumerate() {
        let Point { x, y } = item.anchor;
        assert!((-1.0..=right).contains(&x) && (-1.0..=bottom).contains(&y), "{item:?} of {view:?}");
        if item.pointing != Pointing::Gap {
            assert!(placed.nearest(item.anchor).is_some(), "{index} {item:?} can be pointed at: {view:?}");
        }
    }
    drawing
}

/// What `style/drawing.css` names.
static CLASSES: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let css = text("style/drawing.css");
    css.split(|letter: char| !letter.is_alphanumeric() && letter != '-').map(str::to_owned).collect()
});

/// The drawing for the page has classes that `style/drawing.css` knows and no colours; a file has colours and no classes.
#[track_caller]
fn roles_alone(Drawing { svg, placed }: &Drawing) {
    well_formed(svg);
    let attributes = |svg: &str, name: &str| -> BTreeSet<String> {
        let before = format!(" {name}=\"");
        svg.split(&before).skip(1).filter_map(|rest| Some(rest.split_once('"')?.0.to_owned())).collect()
    };
    let classes = attributes(svg, "class");
    let mut classes = classes.iter().filter(|class| *class != "chart__drawing").flat_map(|class| class.split(' '));
    assert_eq!(classes.find(|class| !CLASSES.contains(*class)), None);
    let colours: BTreeSet<String> = attributes(svg, "fill").into_iter().chain(attributes(svg, "stroke")).collect();
    assert_eq!(colours.iter().find(|colour| !colour.starts_with("url(#")), None);
    let texts: Vec<&str> = svg.split("</text>").filter_map(|before| Some(before.rsplit_once("<text ")?.1)).collect();
    let texts: Vec<&str> = texts.iter().filter_map(|text| Some(text.split_once('>')?.1)).collect();
    let placed_texts: Vec<String> = placed.texts().iter().map(|(_, text)| escape(text)).collect();
    assert_eq!(texts, placed_texts);
    let file = file(placed, Palette::Dark);
    well_formed(&file);
    assert!(!file.contains("class=") && !file.contains("style") && !file.contains("var("), "{file}");
    for shape in ["<rect", "<circle", "<path", "<text"] {
        let paper = usize::from(shape == "<rect");
        assert_eq!(file.matches(shape).count(), svg.matches(shape).count() + paper, "{shape}");
    }
}

/// Months have an end, and what walks them must see it.
#[test]
fn the_ends_of_time() {
    for range in ["2199-01..2199-12", "2199-12..latest", "2150-01..2199-12", "1900-01..2199-12", "1900-01..1900-01"] {
        for step in ["month", "quarter", "year"] {
            for name in [ChartName::Trade, ChartName::Ytd, ChartName::Change] {
                let query = format!("view=trade&t={range}&by={step}&change={step}&v=2");
                check(&SHIPPED, name, &view(&query), 900, None);
            }
        }
        for name in ChartName::ALL {
            check(&SHIPPED, *name, &view(&format!("view=overview&t={range}&v=2")), 900, None);
        }
    }
}

#[test]
fn an_axis_says_where_it_does_not_start() {
    let drawn = |name: ChartName, query: &str| check(&OF_A_DAY, name, &view(query), 900, None).svg;
    assert!(drawn(ChartName::Prices, "view=prices&v=2").contains(">thousand CNY a tonne; axis from 500</text>"));
    // What is measured in tonnes starts at zero.
    assert!(!drawn(ChartName::Trade, "view=trade&t=2023-01..2023-06&v=2").contains("axis from"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn any_view(view in a_view(0..1), width in 0..5000_u32, room in proptest::option::of(0..900_u32)) {
        for name in ChartName::ALL {
            check(&SHIPPED, *name, &view, width, room);
        }
    }
}

/// What pointing at an item shows: the title of its mark.
fn title(name: ChartName, view: &View, item: &Item) -> String {
    let figure = chart(&OF_A_DAY, name, view);
    match &item.target {
        Target::Mark(index) => {
            EN.describe(figure.chart.marks().nth(*index).unwrap(), &OF_A_DAY.0, Some(&OF_A_DAY.1)).title
        }
        Target::Events(_) => "events".to_owned(),
    }
}

/// The title of what pointing at a part of a mark shows; `down` is from 0, its top, to 1.
#[track_caller]
fn pointed(name: ChartName, query: &str, mark: &str, down: f64) -> String {
    let view = view(query);
    let Placed { items, .. } = check(&OF_A_DAY, name, &view, 900, None).placed;
    let title = |item: &Item| title(name, &view, item);
    let item = items.iter().find(|item| title(item).starts_with(mark)).unwrap_or_else(|| panic!("no {mark}"));
    let point = Point { y: item.rect.top + item.rect.height() * down, ..item.rect.center() };
    let found = check(&OF_A_DAY, name, &view, 900, None).placed.nearest(point);
    found.map_or_else(String::new, |index| title(&items[index]))
}

#[test]
fn pointing_shows_what_is_under_the_pointer() {
    let trade = |mark, down| pointed(ChartName::Trade, "view=trade&t=2024-01..2024-12", mark, down);
    for down in [0.0, 0.5, 0.95, -0.2] {
        assert_eq!(trade("Imports, March 2024", down), "Imports, March 2024", "{down} of the column");
    }
    assert_eq!(trade("Exports, March 2024", 0.5), "Exports, March 2024");
    let article = "The article’s range for praseodymium metal";
    for down in [0.2, 0.8] {
        let found = pointed(ChartName::Prices, "view=prices&t=2025-09..2025-12&v=2", article, down);
        assert!(found.starts_with(article), "{found}");
    }
    // A gap says that it is one, and the average of a year what it is.
    let gap = pointed(ChartName::Trade, "view=trade&t=2025-01..2026-01&v=2", "Imports, fourth quarter of 2025", 0.5);
    assert_eq!(gap, "Imports, fourth quarter of 2025");
    assert!(trade("Imports, average month", 0.5).starts_with("Imports, average month"));
}

#[test]
fn arrow_keys_lead_along_a_lane_and_to_the_next_one() {
    let view = view("view=trade&t=2024-01..2024-12");
    let placed = check(&OF_A_DAY, ChartName::Trade, &view, 900, None).placed;
    let first = placed.first().expect("there are marks");
    let check = |keys: &[Step], expected: &str| {
        let at = keys.iter().fold(first, |at, key| placed.step(at, *key));
        assert_eq!(title(ChartName::Trade, &view, &placed.items[at]), expected, "{keys:?}");
    };
    check(&[], "Imports, January 2024");
    check(&[Step::Left], "Imports, January 2024");
    check(&[Step::Right], "Imports, February 2024");
    check(&[Step::Last], "Imports, December 2024");
    check(&[Step::Last, Step::Right], "Imports, December 2024");
    check(&[Step::Right, Step::Down], "Imports, average month, 2024");
    // Events come before the first lane of their panel.
    check(&[Step::Right, Step::Down, Step::Down], "Exports, June 2024");
    check(&[Step::Right, Step::Down, Step::Down, Step::Last, Step::First], "Exports, January 2024");
    check(&[Step::Up], "events");
    assert_eq!(placed.step(usize::MAX, Step::Right), 0);
}

#[test]
fn where_quotes_outnumber_pixels_only_what_is_drawn_is_pointed_at() {
    let day = |day: u32| format!("{}-{:02}-{:02}", 2005 + day / 336, day / 28 % 12 + 1, day % 28 + 1);
    let quote = |at: u32| {
        format!("{0},day,PrNd oxide,china-domestic,,,{1},CNY,t,unknown,SMM,normal,{0},\n", day(at), 300_000 + at)
    };
    let rows: String = (0..5000).map(quote).collect();
    let figure = figure(
        ChartName::Prices,
        &made_up(&[(File::Prices, &rows)]),
        "view=prices&product=prnd-oxide&t=2005-01..2020-12",
    );
    let points = figure.chart.marks().filter(|mark| mark.look.shape == Shape::Point).count();
    assert_eq!(points, 5000);
    let drawing = draw("prices", &figure, Size { width: 400, extent: Extent::Full, room: None }, &EN);
    let Placed { plots, items, .. } = &drawing.placed;
    let points = items.iter().filter(|item| item.pointing == Pointing::Thin).count();
    assert!((500..=4 * plots[0].rect.width() as usize).contains(&points), "{points} points");
    // The first and the last quote stay.
    let last = figure.chart.marks().count() - 1;
    assert!(items.iter().any(|item| item.target == Target::Mark(last)));
}

/// A frame shows the whole chart where it has room for it, and with higher plots where it has more.
#[test]
fn the_plots_of_a_frame_fill_it() {
    let shown = |name: ChartName, room: Option<u32>| {
        let figure = chart(&OF_A_DAY, name, &view("view=trade&asof=2026-02-28"));
        draw(name.name(), &figure, Size { width: 572, extent: Extent::Full, room }, &EN)
    };
    let has_legend = |drawing: &Drawing| drawing.svg.contains(">published<");
    for name in [ChartName::Ytd, ChartName::Trade] {
        let whole = shown(name, None);
        let high = whole.placed.height;
        // A host rounds the height that it was told, and may keep to it.
        for room in [high - 2, high, high + 23] {
            assert_eq!(shown(name, Some(room)), whole, "{room} of {high} px");
        }
        assert!(shown(name, Some(high + 24)).placed.height > high, "{high}");
        let higher = shown(name, Some(high + 60));
        assert!((high + 50..=high + 60).contains(&higher.placed.height) && has_legend(&higher), "{high}");
        let highest = shown(name, Some(high + 4000));
        assert!(highest.placed.height < high * 3 / 2, "{high}");
        let lower = shown(name, Some(high - 3));
        assert!(lower.placed.height <= high - 3 && !has_legend(&lower), "{high}");
    }
}

/// Where there is no room for the whole chart, the forms are explained that no word beside a mark does, of the panels drawn.
#[test]
fn a_frame_explains_what_is_not_plainly_published() {
    let check = |name: ChartName, height: u32, expected: &[&str]| {
        let figure = chart(&OF_A_DAY, name, &view(&format!("view={}&asof=2026-02-28", name.page().name())));
        let size = Size { width: 572, extent: Extent::Full, room: Some(height) };
        let texts: Vec<String> =
            draw(name.name(), &figure, size, &EN).placed.texts().into_iter().map(|(_, text)| text).collect();
        let labels = &EN.labels;
        let forms = [
            labels.form_published,
            labels.form_deduced,
            labels.form_inferred,
            labels.form_estimated,
            labels.form_doubt,
            labels.form_average,
        ];
        let said: Vec<&str> = forms.into_iter().filter(|form| texts.iter().any(|text| text == form)).collect();
        assert_eq!(said, expected, "{texts:?}");
    };
    let (pale_or_open, hatched, doubt) = (EN.labels.form_deduced, EN.labels.form_inferred, EN.labels.form_doubt);
    check(ChartName::Trade, 300, &[pale_or_open, doubt]);
    check(ChartName::Trade, 130, &[pale_or_open]);
    check(ChartName::Ytd, 230, &[pale_or_open]);
    check(ChartName::Ytd, 130, &[]);
    check(ChartName::Baskets, 300, &[hatched, doubt]);
    check(ChartName::Gap, 250, &[]);
    check(ChartName::Gap, 300, &[EN.labels.form_estimated]);
    check(ChartName::Volumes, 110, &[EN.labels.form_estimated]);
    check(ChartName::Index, 200, &[]);
}

/// A low frame has one panel, and nothing beside its name or above its years.
#[test]
fn a_low_frame_says_little() {
    let figure = chart(&OF_A_DAY, ChartName::Trade, &view("view=trade&asof=2026-02-28"));
    let texts = |room: u32| {
        let size = Size { width: 300, extent: Extent::Full, room: Some(room) };
        draw("trade", &figure, size, &EN).placed.texts().into_iter().map(|(_, text)| text).collect::<Vec<_>>()
    };
    let said = |room: u32, text: &str| texts(room).iter().any(|said| said.contains(text));
    for (text, low, high) in
        [("Imports", true, true), ("Exports", false, true), ("bold:", false, true), ("+44.8", false, true)]
    {
        assert_eq!((said(214, text), said(330, text)), (low, high), "{text}");
    }
}
