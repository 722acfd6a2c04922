//! What the tests share: made-up and shipped data, views from links, and a chart's figures as text.
pub mod views;

use chrono::Datelike;
use rare_earth_trade::charts::figure::{Chart, Figure, Guide, Mark, Panel, Row};
use rare_earth_trade::charts::{self, Implied};
use rare_earth_trade::data::{Dataset, File, FileError, Month};
use rare_earth_trade::draw::{Palette, Size, draw, palette};
use rare_earth_trade::view::Theme;
use rare_earth_trade::view::{ChartName, Page, View, link};
use rare_earth_trade::words::EN;
use std::path::PathBuf;

/// The folder of the repository.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A file of the repository as text.
#[track_caller]
pub fn text(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The bytes of a data file as it is shipped.
pub fn shipped_bytes(file: File) -> Vec<u8> {
    text(&format!("assets/data/{}", file.name())).into_bytes()
}

pub fn shipped() -> Dataset {
    Dataset::read(|file| Ok(shipped_bytes(file)))
}

/// A made-up data file: the columns of the real one and the rows of `rows`, whose indentation does not matter.
pub fn csv(file: File, rows: &str) -> String {
    let columns = match file {
        File::Trade => "period,flow,tonnes,value_usd,yoy_pct,sources,conflict,confidence,known_from,source_url",
        File::Origins => {
            "period,partner,basket,hs,tonnes,value_usd,share_pct,yoy_pct,kind,formula,use,confidence,known_from,\
             source,source_url,note"
        }
        File::Prices => {
            "date,span,product,market,low,high,mid,currency,per,vat,agency,confidence,known_from,source_url"
        }
        File::Events => "date,kind,title,confidence,source_url",
        File::Article => {
            "id,subject,statement,value,value_high,unit,period,checked,from,to,product,known_from,source,source_url"
        }
    };
    format!("{columns}\n{}", dedent(rows))
}

/// Every file made up: those not named have no rows. A row that cannot be read fails the test.
#[track_caller]
pub fn made_up(files: &[(File, &str)]) -> Dataset {
    let rows = |file: File| files.iter().find(|(name, _)| *name == file).map_or("", |(_, rows)| rows);
    let data = Dataset::read(|file| Ok(csv(file, rows(file)).into_bytes()));
    let issues: Vec<String> = data.row_issues().into_iter().map(|issue| EN.row_issue(issue)).collect();
    assert_eq!((data.file_errors(), issues), (Vec::<(File, &FileError)>::new(), Vec::new()));
    data
}

/// The view of a link that must be understood whole.
#[track_caller]
pub fn view(query: &str) -> View {
    let (view, issues) = link::parse(query);
    assert_eq!(issues, [], "{query}");
    view
}

/// What was public on the view's day; everything where it has none.
pub fn public(data: Dataset, view: &View) -> Dataset {
    match view.as_of {
        Some(day) => data.as_of(day),
        None => data,
    }
}

/// A chart of a view as readers see it: with only what was public on the view's day, and what that implies.
#[track_caller]
pub fn figure(name: ChartName, data: &Dataset, query: &str) -> Figure {
    let view = view(query);
    let data = public(data.clone(), &view);
    charts::chart(name, &data, Some(&Implied::new(&data)), &view, &EN)
        .unwrap_or_else(|(file, error)| panic!("{} {}", file.name(), EN.file_error(&error)))
}

/// A chart of a view as SVG, in the view's colours.
#[track_caller]
pub fn svg(name: ChartName, data: &Dataset, query: &str, width: u32) -> String {
    let view = view(query);
    let palette: &Palette = if view.frame.theme == Theme::Dark { &palette::DARK } else { &palette::LIGHT };
    let size = Size { width, compact: view.page == Page::Overview };
    draw(name.name(), &figure(name, data, query).chart, size, palette, &EN).svg
}

/// Lines without their indentation, each with a line end; empty ones are left out.
pub fn dedent(text: &str) -> String {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(|line| format!("{line}\n")).collect()
}

/// Compares texts of several lines, and shows both in full where they differ.
#[track_caller]
pub fn same(actual: &str, expected: &str, of: &str) {
    assert!(actual == expected, "{of}\n--- is\n{actual}\n--- expected\n{expected}");
}

/// Everything that a chart shows, a line each: `role shape form when height | value | label | bracket`.
pub fn dump(figure: &Figure) -> String {
    match &figure.chart {
        Chart::Time(chart) => {
            let (from, to) = chart.window;
            format!("{from} to {to}\n{}", chart.panels.iter().map(panel).collect::<String>())
        }
        Chart::Rows(chart) => {
            let row = |row: &Row| {
                format!("# {}: {}\n{}", row.label, row.total, row.marks.iter().map(mark).collect::<String>())
            };
            chart.rows.iter().map(row).chain([line(&chart.empty)]).collect()
        }
    }
}

fn panel(panel: &Panel) -> String {
    let title = if panel.title.is_empty() { String::new() } else { format!("# {}\n", panel.title) };
    let point = |(x, y): &(f64, f64)| format!("{} {}", when((*x, *x)), number(*y));
    let guide = |guide: &Guide| format!("guide {}\n", guide.points.iter().map(point).collect::<Vec<_>>().join(", "));
    let marks: String = panel.marks.iter().map(mark).collect();
    let guides: String = panel.guides.iter().map(guide).collect();
    [title, marks, guides, line(&panel.empty)].concat()
}

pub fn mark(mark: &Mark) -> String {
    let mut height = number(mark.high);
    if mark.low != 0.0 && mark.low != mark.high {
        height = format!("{}..{height}", number(mark.low));
    }
    if let Some(mid) = mark.mid {
        height += &format!(" mid {}", number(mid));
    }
    let mut parts = vec![
        format!("{:?} {:?} {:?} {} {height}", mark.role, mark.shape, mark.form, when(mark.x)),
        mark.tip.value.clone(),
    ];
    // A gap has shorter words for less room.
    let label = mark.label.split('\n').next().unwrap_or_default();
    parts.extend(Some(label.to_owned()).filter(|label| !label.is_empty()));
    parts.extend(mark.bracket.then(|| "bracket".to_owned()));
    parts.join(" | ") + "\n"
}

fn line(text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("{text}\n") }
}

/// A place on the time axis as the months, or the days, that it stands for.
fn when((from, to): (f64, f64)) -> String {
    let day = |position: f64| {
        let month = Month::at(position);
        let days = f64::from(month.last_day().day());
        format!("{month}-{:02}", (position.fract() * days + 0.5).round())
    };
    match (from.fract() == 0.0 && to.fract() == 0.0, from == to) {
        (_, true) if from == 0.0 => "-".to_owned(),
        (false, true) => day(from),
        (false, false) => format!("{}..{}", day(from), day(to)),
        (true, _) => {
            let (first, last) = (Month::at(from), Month::at(to).plus(-1));
            if first == last { first.to_string() } else { format!("{first}..{last}") }
        }
    }
}

/// At most two decimals, without zeros at the end.
fn number(value: f64) -> String {
    let text = format!("{value:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// A mass as the charts word it.
pub fn amount(tonnes: rare_earth_trade::data::Tonnes) -> String {
    EN.tonnes(tonnes)
}

/// Fails where a drawing is not XML, or has a place that is no number.
#[track_caller]
pub fn well_formed(svg: &str) {
    if let Err(error) = roxmltree::Document::parse(svg) {
        panic!("{error}\n{svg}");
    }
    assert!(!svg.contains("NaN") && !svg.contains("inf"), "a place that is no number: {svg}");
}
